import Foundation
import MassGenCore
import Testing

/// Everything that opens sockets runs one test at a time: several measure time or memory.
@Suite(.serialized) struct TransportTests {}

extension TransportTests {
    @Suite(.enabled(if: CurlTransport.isAvailable)) struct Exchange {
        let transport = CurlTransport()

        @Test func aGetIsAnswered() async throws {
            let server = try LoopbackServer { connection, request in
                connection.respond(200, "X-Echo: \(request.method) \(request.target)", body: "hello")
            }
            defer { server.stop() }
            let response = try await transport.send(HTTPRequest(url: server.url + "/a?b=c#d"))
            #expect(response.status == 200)
            #expect(response.headers["x-echo"] == "GET /a?b=c")
            #expect(response.httpVersion == "HTTP/1.1")
            #expect(try await response.body.text() == "hello")
            #expect(try await response.body.next() == nil)
        }

        @Test func aPostCarriesItsBodyAndHeadersAndNothingElse() async throws {
            let server = try LoopbackServer { connection, request in
                let names = request.headers.map { $0.name.lowercased() }.sorted().joined(separator: " ")
                return connection.respond(
                    200, "X-Names: \(names)", "X-Empty: [\(request["x-empty"] ?? "missing")]",
                    "X-Method: \(request.method)", body: String(decoding: request.body, as: UTF8.self),
                )
            }
            defer { server.stop() }
            let text = String(repeating: "0123456789", count: 300_000)
            for method in ["POST", "PUT", "PATCH", "DELETE"] {
                let request = HTTPRequest(
                    method: method, url: server.url, headers: ["X-Empty": "", "Authorization": "Bearer x"],
                    body: Array(text.utf8))
                let response = try await transport.send(request)
                #expect(
                    response.headers["X-Names"] == "accept accept-encoding authorization content-length host x-empty")
                #expect(response.headers["X-Empty"] == "[]")
                #expect(response.headers["X-Method"] == method)
                #expect(try await response.body.text() == text)
            }
        }

        @Test func aPostMayBeEmpty() async throws {
            let server = try LoopbackServer { connection, request in
                connection.respond(body: "\(request.method) \(request["content-length"] ?? "-") \(request.body.count)")
            }
            defer { server.stop() }
            let response = try await transport.send(HTTPRequest(method: "POST", url: server.url))
            #expect(try await response.body.text() == "POST 0 0")
        }

        @Test func aHeadHasNoBody() async throws {
            let server = try LoopbackServer { connection, request in
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nX-Method: \(request.method)\r\n\r\n")
            }
            defer { server.stop() }
            let response = try await transport.send(HTTPRequest(method: "HEAD", url: server.url))
            #expect(response.headers["x-method"] == "HEAD")
            #expect(try await response.body.next() == nil)
        }

        @Test(arguments: [200, 201, 400, 401, 403, 404, 407, 413, 418, 429, 500, 502, 503, 529])
        func everyStatusComesWithItsBody(status: Int) async throws {
            let server = try LoopbackServer { connection, _ in
                connection.respond(
                    status, "Retry-After: 7", "Set-Cookie: a", "set-cookie: b", body: "{\"e\":\(status)}")
            }
            defer { server.stop() }
            let response = try await transport.send(HTTPRequest(method: "POST", url: server.url, body: [1]))
            #expect(response.status == status)
            #expect(response.headers["retry-after"] == "7")
            #expect(response.headers.values(of: "SET-COOKIE") == ["a", "b"])
            #expect(try await response.body.text() == "{\"e\":\(status)}")
        }

        @Test func noContentIsAnAnswer() async throws {
            let server = try LoopbackServer { connection, _ in connection.send("HTTP/1.1 204 No Content\r\n\r\n") }
            defer { server.stop() }
            let response = try await transport.send(HTTPRequest(url: server.url))
            #expect(response.status == 204)
            #expect(try await response.body.text() == "")
        }

        @Test func interimAnswersAreSkipped() async throws {
            let server = try LoopbackServer { connection, _ in
                connection.send("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n")
                return connection.respond(200, "X-Real: yes", body: "end")
            }
            defer { server.stop() }
            let response = try await transport.send(HTTPRequest(url: server.url))
            #expect(response.status == 200)
            #expect(response.headers["link"] == nil)
            #expect(response.headers["x-real"] == "yes")
            #expect(try await response.body.text() == "end")
        }

        @Test(arguments: [301, 302, 303, 307, 308])
        func redirectsAreReturnedNotFollowed(status: Int) async throws {
            let server = try LoopbackServer { connection, request in
                connection.respond(status, "Location: http://169.254.169.254/latest", body: request.target)
            }
            defer { server.stop() }
            let response = try await transport.send(HTTPRequest(url: server.url + "/first"))
            #expect(response.status == status)
            #expect(response.headers["location"] == "http://169.254.169.254/latest")
            #expect(try await response.body.text() == "/first")
        }

        @Test func connectionsAreReused() async throws {
            let server = try LoopbackServer { connection, request in connection.respond(body: request.target) }
            defer { server.stop() }
            for number in 0..<20 {
                let response = try await transport.send(HTTPRequest(url: "\(server.url)/\(number)"))
                #expect(try await response.body.text() == "/\(number)")
            }
            #expect(server.acceptedConnections == 1)
        }

        @Test func aConnectionThatClosedMeanwhileIsReplaced() async throws {
            let server = try LoopbackServer { connection, request in
                connection.respond(body: request.target)
                return false
            }
            defer { server.stop() }
            for number in 0..<5 {
                let response = try await transport.send(HTTPRequest(url: "\(server.url)/\(number)"))
                #expect(try await response.body.text() == "/\(number)")
            }
            #expect(server.acceptedConnections == 5)
        }

        @Test func compressedEventsAreDecodedAsTheyCome() async throws {
            let gate = Gate()
            let server = try LoopbackServer { connection, request in
                guard request["accept-encoding"]?.contains("gzip") == true else { return connection.respond(406) }
                connection.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n")
                connection.send(gzipStart)
                gate.pass()
                connection.send(gzipEnd)
                return false
            }
            defer { server.stop() }
            let response = try await transport.send(HTTPRequest(url: server.url))
            #expect(try await response.body.next() == Array("data: one\n\n".utf8))
            gate.open()
            #expect(try await response.body.text() == "data: two\n\n")
        }

        @Test func compressionIsLeftToThoseWhoAskForItThemselves() async throws {
            let server = try LoopbackServer { connection, request in
                connection.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nX-Asked: \(request["accept-encoding"]!)")
                connection.send("\r\n\r\n")
                connection.send(gzipStart + gzipEnd)
                return false
            }
            defer { server.stop() }
            let response = try await transport.send(
                HTTPRequest(url: server.url, headers: ["Accept-Encoding": "gzip;q=0.5"]))
            #expect(response.headers["x-asked"] == "gzip;q=0.5")
            #expect(try await response.body.collect(upTo: 1000) == gzipStart + gzipEnd)
        }

        @Test func sizesBeyondTheLimitAreRefused() async throws {
            let server = try LoopbackServer { connection, _ in connection.respond(body: "0123456789") }
            defer { server.stop() }
            let exact = try await transport.send(HTTPRequest(url: server.url))
            #expect(try await exact.body.collect(upTo: 10).count == 10)
            let over = try await transport.send(HTTPRequest(url: server.url))
            #expect(await transportError { _ = try await over.body.collect(upTo: 9) }?.kind == .tooLarge)
        }
    }
}

/// `data: one` and, after a flush, `data: two`.
private let gzipStart: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0x4A, 0x49, 0x2C, 0x49, 0xB4, 0x52,
    0xC8, 0xCF, 0x4B, 0xE5, 0xE2, 0x02, 0x00, 0x00, 0x00, 0xFF, 0xFF,
]
private let gzipEnd: [UInt8] = [
    0x4B, 0x01, 0x33, 0x4B, 0xCA, 0xF3, 0xB9, 0xB8, 0x00, 0xA2, 0x0D, 0x4A, 0x3F, 0x16, 0x00, 0x00,
    0x00,
]
