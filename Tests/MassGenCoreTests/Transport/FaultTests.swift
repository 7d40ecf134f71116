import Foundation
import MassGenCore
import Testing

extension TransportTests {
    @Suite(.enabled(if: CurlTransport.isAvailable)) struct Faults {
        let transport = CurlTransport()

        /// What a server that answers with these bytes, and then closes, leads to.
        private func outcome(_ answer: String, reset: Bool = false) async throws -> (
            text: String, error: TransportError?
        ) {
            let server = try LoopbackServer { connection, _ in
                connection.send(answer)
                if reset {
                    usleep(50_000)
                    connection.reset()
                }
                return false
            }
            defer { server.stop() }
            var bytes: [UInt8] = []
            do {
                let body = try await transport.send(HTTPRequest(method: "POST", url: server.url, body: [1])).body
                while let batch = try await body.next() { bytes += batch }
                return (String(decoding: bytes, as: UTF8.self), nil)
            } catch {
                return (String(decoding: bytes, as: UTF8.self), error)
            }
        }

        @Test(arguments: [
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nsome bytes",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\na\r\nsome bytes\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nsome bytes",
        ])
        func aBodyCutShortIsAnErrorAfterItsBytes(answer: String) async throws {
            for reset in [false, true] {
                let (text, error) = try await outcome(answer, reset: reset)
                #expect(text == "some bytes")
                #expect(error?.kind == .connectionLost)
                #expect(error?.isRetryable == true)
            }
        }

        @Test func aBodyWithoutLengthEndsWithTheConnection() async throws {
            let (text, error) = try await outcome("HTTP/1.0 200 OK\r\n\r\nsome bytes")
            #expect(text == "some bytes")
            #expect(error == nil)
        }

        @Test(arguments: ["", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\n"])
        func headersCutShortAreAnError(answer: String) async throws {
            let (_, error) = try await outcome(answer)
            #expect(error?.kind == .connectionLost || error?.kind == .protocolViolation, "\(String(describing: error))")
        }

        @Test(arguments: [
            "SSH-2.0-OpenSSH_9.2\r\n", "\u{16}\u{3}\u{1}garbage\r\n\r\n", "HTTP/1.1 2xx OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnot a size\r\n",
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 12\r\n\r\nnot gzip at ",
        ])
        func garbageIsAnError(answer: String) async throws {
            let (_, error) = try await outcome(answer)
            #expect([.protocolViolation, .connectionLost].contains(error?.kind), "\(String(describing: error))")
        }

        @Test func headersAreLimited() async throws {
            let line = "X-Filler: " + String(repeating: "x", count: 1000) + "\r\n"
            let few = String(repeating: line, count: 60)
            #expect(try await outcome("HTTP/1.1 200 OK\r\n\(few)\r\nok").text == "ok")
            for answer in [
                "HTTP/1.1 200 OK\r\n\(few)\(few)\r\n",
                "HTTP/1.1 200 OK\r\nX: " + String(repeating: "x", count: 100 << 10) + "\r\n\r\n",
                "HTTP/1.1 200 OK\r\nX: " + String(repeating: "x", count: 1 << 20),
                String(repeating: "HTTP/1.1 100 Continue\r\n\(line)\r\n", count: 100),
            ] {
                let (_, error) = try await outcome(answer)
                #expect(error?.kind == .tooLarge)
                #expect(error?.isRetryable == false)
            }
        }

        @Test func nobodyListening() async throws {
            let server = try LoopbackServer { connection, _ in connection.respond() }
            server.stop()
            try await Task.sleep(for: .milliseconds(20))
            let error = await transportError { _ = try await transport.send(HTTPRequest(url: server.url)) }
            #expect(error?.kind == .cannotConnect)
            #expect(error?.isRetryable == true)
        }

        @Test func aNameWithoutAddress() async throws {
            // Too long for a name server to be asked.
            let name = String(repeating: "a", count: 70) + ".invalid"
            let error = await transportError { _ = try await transport.send(HTTPRequest(url: "http://\(name)/")) }
            #expect(error?.kind == .cannotResolve)
            #expect(error?.isRetryable == true)
        }

        @Test(arguments: [
            "", "example.com", "ftp://example.com/", "file:///etc/passwd", "http://", "http:///path", "http://a b/",
            "http://example.com/\r\nX: y", "http://example.com:0/", "http://example.com:99999/",
            "http://example.com:8a/", "http://[::1/", "http://ex\\ample.com/", "http://exämple.com/",
        ])
        func badURLsAreRefused(url: String) async throws {
            let error = await transportError { _ = try await transport.send(HTTPRequest(url: url)) }
            #expect(error?.kind == .invalidRequest, "\(url)")
        }

        @Test(arguments: [
            ("X-Key", "a\r\nX-Other: b"), ("X-Key", "a\nb"), ("X-Key", "a\u{0}b"), ("X-Key\r\nY", "a"), ("", "a"),
            ("X Key", "a"), ("X:Key", "a"), ("Content-Length", "5"), ("transfer-encoding", "chunked"),
        ])
        func badHeadersAreRefusedBeforeSending(name: String, value: String) async throws {
            let server = try LoopbackServer { connection, _ in connection.respond() }
            defer { server.stop() }
            var request = HTTPRequest(url: server.url)
            request.headers.add(name, value)
            #expect(await transportError { _ = try await transport.send(request) }?.kind == .invalidRequest)
            #expect(server.acceptedConnections == 0)
        }

        @Test(arguments: ["", "GET /", "G\r\nT", "CONNECT"])
        func badMethodsAreRefused(method: String) async throws {
            let request = HTTPRequest(method: method, url: "http://127.0.0.1:1/")
            #expect(await transportError { _ = try await transport.send(request) }?.kind == .invalidRequest)
        }

        @Test func errorsAndRequestsHideSecrets() async throws {
            let request = HTTPRequest(
                method: "POST", url: "http://hidden-user:hidden-pass@127.0.0.1:1/hidden-path?key=hidden-query",
                headers: ["Authorization": "Bearer hidden-token", "X-Api-Key": "hidden-key"], body: Array("hidden".utf8)
            )
            let error = await transportError { _ = try await transport.send(request) }
            var dumped = ""
            dump(request, to: &dumped)
            dump(request.headers, to: &dumped)
            for text in ["\(error!)", String(reflecting: error!), "\(request)", String(reflecting: request), dumped] {
                #expect(!text.contains("hidden-"), "\(text)")
            }
            #expect("\(error!)".contains("127.0.0.1:1"))
        }
    }
}
