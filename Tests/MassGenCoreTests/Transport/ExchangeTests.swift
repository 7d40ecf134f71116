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
            let response = try await transport.send(HTTPRequest(url: server.url + "/a?b=c"))
            #expect(response.status == 200)
            #expect(response.headers["x-echo"] == "GET /a?b=c")
            #expect(response.httpVersion == "HTTP/1.1")
            #expect(try await response.body.collect(upTo: 100) == Array("hello".utf8))
        }
    }
}
