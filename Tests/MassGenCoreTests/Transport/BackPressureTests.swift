import Foundation
import MassGenCore
import Synchronization
import Testing

extension TransportTests {
    @Suite(.enabled(if: CurlTransport.isAvailable && residentBytes() != nil)) struct BackPressure {
        /// 768 MiB against a reader that sleeps. Other tests of the process use memory too, hence the best of three.
        @Test func aStalledReaderHoldsBackTheServer() async throws {
            var growths: [Int] = []
            for _ in 0..<3 {
                let growth = try await floodWithAStalledReader()
                growths.append(growth)
                if growth <= 4 << 20 { return }
            }
            Issue.record("the resident memory grew by \(growths) bytes")
        }

        private func floodWithAStalledReader() async throws -> Int {
            let total = 768 << 20
            let sent = Mutex(0)
            let closed = Moment()
            let block = [UInt8](repeating: 120, count: 64 << 10)
            let server = try LoopbackServer { connection, request in
                if request.target == "/warm" { return connection.respond(body: "warm") }
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(total)\r\n\r\n")
                for _ in 0..<total / block.count {
                    guard connection.send(block) else { break }
                    sent.withLock { $0 += block.count }
                }
                closed.note()
                return false
            }
            defer { server.stop() }
            let transport = CurlTransport()
            _ = try await transport.send(HTTPRequest(url: server.url + "/warm")).body.text()

            let before = try #require(residentBytes())
            let body = try await transport.send(HTTPRequest(url: server.url)).body
            try await Task.sleep(for: .milliseconds(400))
            let sentEarly = sent.withLock { $0 }
            try await Task.sleep(for: .milliseconds(600))
            let growth = try #require(residentBytes()) - before
            #expect(sent.withLock { $0 } == sentEarly, "the server went on sending")
            #expect(sentEarly < 32 << 20, "more was sent than the sockets' buffers can hold")

            // The reader wakes up: the flood goes on, and giving it up reaches the server at once.
            var received = 0
            while received < 16 << 20 { received += try #require(try await body.next()).count }
            #expect(sent.withLock { $0 } > sentEarly)
            body.cancel()
            let cancelled = ContinuousClock.now
            #expect(try await closed.wait() - cancelled < .milliseconds(500))
            return growth
        }

        @Test func oneStalledReaderDoesNotHoldUpOthers() async throws {
            let block = [UInt8](repeating: 120, count: 64 << 10)
            let server = try LoopbackServer { connection, request in
                if request.target == "/quick" { return connection.respond(body: "quick") }
                connection.send("HTTP/1.1 200 OK\r\n\r\n")
                while connection.send(block) {}
                return false
            }
            defer { server.stop() }
            let transport = CurlTransport()
            var stalled: [HTTPBody] = []
            for _ in 0..<5 { stalled.append(try await transport.send(HTTPRequest(url: server.url)).body) }
            try await Task.sleep(for: .milliseconds(50))
            let start = ContinuousClock.now
            for _ in 0..<20 {
                #expect(try await transport.send(HTTPRequest(url: server.url + "/quick")).body.text() == "quick")
            }
            #expect(.now - start < .seconds(1))
            for body in stalled { body.cancel() }
            #expect(await eventually { server.openConnections <= 1 })
        }
    }
}

private func residentBytes() -> Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line.flatMap { Int($0.split { !$0.isNumber }[0]) }.map { $0 * 1024 }
}
