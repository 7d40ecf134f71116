import Foundation
import MassGenCore
import Testing

extension TransportTests {
    /// Bodies with a file in them.
    @Suite struct FileBodies {
        private func file(_ bytes: [UInt8]) throws -> String {
            let url = FileManager.default.temporaryDirectory.appendingPathComponent("massgen-\(UUID().uuidString)")
            try Data(bytes).write(to: url)
            return url.path
        }

        private func echo(_ request: HTTPRequest, through transport: any Transport) async throws -> (Int, Int) {
            let server = try LoopbackServer { connection, request in
                let sum = request.body.reduce(0) { ($0 &* 31 &+ Int($1)) % 1_000_003 }
                return connection.respond(body: "\(request.body.count) \(sum)")
            }
            defer { server.stop() }
            var request = request
            request.url = server.url
            // The second request goes over the first one's connection.
            _ = try await transport.send(request).body.text()
            let numbers = try await transport.send(request).body.text().split(separator: " ").compactMap { Int($0) }
            return (numbers[0], numbers[1])
        }

        @Test(arguments: [0, 1, 65_536, 3_000_001])
        func aFileIsSentBetweenBytes(_ size: Int) async throws {
            let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
            let path = try file(bytes)
            defer { try? FileManager.default.removeItem(atPath: path) }
            let head = Array("head".utf8), ending = Array("the end".utf8)
            let whole = head + bytes + ending
            let sum = whole.reduce(0) { ($0 &* 31 &+ Int($1)) % 1_000_003 }
            var request = HTTPRequest(method: "POST", url: "", headers: ["content-type": "a/b"], body: head)
            request.file = FileBody(path: path, size: size, ending: ending)
            #expect(request.bodySize == whole.count)
            let transports: [any Transport] =
                (CurlTransport.isAvailable ? [CurlTransport()] : []) + [URLSessionTransport()]
            for transport in transports {
                let echo = try await echo(request, through: transport)
                #expect(echo == (whole.count, sum), "\(type(of: transport))")
            }
        }

        @Test(.enabled(if: CurlTransport.isAvailable))
        func aFileThatBecameShorterIsAnError() async throws {
            let path = try file([1, 2, 3])
            defer { try? FileManager.default.removeItem(atPath: path) }
            let server = try LoopbackServer { connection, _ in connection.respond() }
            defer { server.stop() }
            var request = HTTPRequest(method: "POST", url: server.url)
            request.file = FileBody(path: path, size: 4)
            let sent = request
            #expect(await transportError { _ = try await CurlTransport().send(sent) }?.kind == .invalidRequest)
            #expect(await transportError { _ = try await URLSessionTransport().send(sent) }?.kind == .invalidRequest)
            request.file = FileBody(path: path + ".gone", size: 4)
            let gone = request
            #expect(await transportError { _ = try await CurlTransport().send(gone) }?.kind == .invalidRequest)
        }
    }
}
