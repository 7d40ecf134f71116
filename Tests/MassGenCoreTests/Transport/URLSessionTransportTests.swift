import Foundation
import MassGenCore
import Testing

extension TransportTests {
    @Suite struct Session {
        let transport = URLSessionTransport()

        @Test func aPostIsAnswered() async throws {
            let server = try LoopbackServer { connection, request in
                connection.respond(
                    404, "X-Auth: \(request["authorization"] ?? "")",
                    body: request.method + String(decoding: request.body, as: UTF8.self))
            }
            defer { server.stop() }
            let response = try await transport.send(
                HTTPRequest(
                    method: "POST", url: server.url, headers: ["Authorization": "Bearer x"], body: Array("hello".utf8)))
            #expect(response.status == 404)
            #expect(response.headers["x-auth"] == "Bearer x")
            #expect(try await response.body.text() == "POSThello")
        }

        @Test func batchesArriveAsTheyAreSent() async throws {
            let gate = Gate()
            let server = try LoopbackServer { connection, _ in
                connection.startChunked()
                for number in 0..<5 {
                    connection.chunk("event \(number)\n")
                    guard gate.pass() else { return false }
                }
                return connection.send("0\r\n\r\n")
            }
            defer { server.stop() }
            let body = try await transport.send(HTTPRequest(url: server.url)).body
            for number in 0..<5 {
                #expect(try await body.next() == Array("event \(number)\n".utf8))
                gate.open()
            }
            #expect(try await body.next() == nil)
        }

        @Test func redirectsAreReturnedNotFollowed() async throws {
            let server = try LoopbackServer { connection, request in
                connection.respond(302, "Location: /second", body: request.target)
            }
            defer { server.stop() }
            let response = try await transport.send(HTTPRequest(url: server.url + "/first"))
            #expect(response.status == 302)
            #expect(try await response.body.text() == "/first")
        }

        @Test func aCancelledReaderEndsTheTransfer() async throws {
            let server = try LoopbackServer { connection, _ in
                connection.startChunked()
                connection.chunk("first")
                connection.waitForClose()
                return false
            }
            defer { server.stop() }
            let body = try await transport.send(HTTPRequest(url: server.url)).body
            #expect(try await body.next() == Array("first".utf8))
            let reader = Task { try await body.next() }
            try await Task.sleep(for: .milliseconds(30))
            reader.cancel()
            #expect(await transportError { _ = try await reader.value }?.kind == .cancelled)
            #expect(await eventually { server.openConnections == 0 })
        }

        @Test func limitsOfTimeHold() async throws {
            let server = try LoopbackServer { connection, request in
                if request.target == "/idle" {
                    connection.startChunked()
                    connection.chunk("first")
                }
                connection.waitForClose()
                return false
            }
            defer { server.stop() }
            let silent = HTTPRequest(url: server.url, timeouts: Timeouts(firstByte: .milliseconds(200)))
            #expect(await transportError { _ = try await transport.send(silent) }?.kind == .timeout(.firstByte))
            let idle = HTTPRequest(url: server.url + "/idle", timeouts: Timeouts(idle: .milliseconds(200)))
            let body = try await transport.send(idle).body
            #expect(try await body.next() == Array("first".utf8))
            #expect(await transportError { _ = try await body.next() }?.kind == .timeout(.idle))
        }

        @Test func faultsAreTyped() async throws {
            let server = try LoopbackServer { connection, _ in
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nsome bytes")
                return false
            }
            let cut = try await transport.send(HTTPRequest(url: server.url)).body
            #expect(await transportError { _ = try await cut.text() }?.kind == .connectionLost)
            server.stop()
            try await Task.sleep(for: .milliseconds(20))
            let refused = await transportError { _ = try await transport.send(HTTPRequest(url: server.url)) }
            #expect(refused?.kind == .cannotConnect)
            var request = HTTPRequest(url: server.url)
            request.headers.add("X", "a\r\nb")
            #expect(await transportError { _ = try await transport.send(request) }?.kind == .invalidRequest)
        }

        @Test func theDefaultWorks() async throws {
            let server = try LoopbackServer { connection, _ in connection.respond(body: "default") }
            defer { server.stop() }
            let response = try await DefaultTransport.shared.send(HTTPRequest(url: server.url))
            #expect(try await response.body.text() == "default")
            #if os(Linux)
            #expect((DefaultTransport.shared is CurlTransport) == CurlTransport.isAvailable)
            #endif
        }
    }
}
