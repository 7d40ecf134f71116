import Foundation
import MassGenCore
import Synchronization
import Testing

extension TransportTests {
    /// nginx speaks HTTP/2 to the transport and passes requests on to a scripted server.
    @Suite(
        .enabled(if: CurlTransport.isAvailable && Program.find("openssl") != nil && Program.find("nginx") != nil))
    struct HTTP2 {
        /// Runs the action with a transport that trusts nginx, and the address of nginx.
        private func withProxy(
            of script: @escaping LoopbackServer.Script,
            _ action: (CurlTransport, String, LoopbackServer) async throws -> Void,
        ) async throws {
            let workshop = try Workshop()
            defer { workshop.remove() }
            let certificate = try await workshop.makeCertificate(for: "IP:127.0.0.1")
            let server = try LoopbackServer(script)
            defer { server.stop() }
            let port = try Workshop.freePort()
            try workshop.write(settings(workshop.path, certificate, port, server.port), to: "nginx.conf")
            let program = try Program("nginx", ["-p", workshop.path, "-c", "\(workshop.path)/nginx.conf"])
            defer { program.kill() }
            let address = "https://127.0.0.1:\(port)"
            var configuration = TransportConfiguration()
            configuration.customCA = certificate.chain
            let transport = CurlTransport(configuration: configuration)
            let deadline = ContinuousClock.now + .seconds(10)
            while await !answers(transport, address + "/status"), .now < deadline {
                try await Task.sleep(for: .milliseconds(20))
            }
            try await action(transport, address, server)
        }

        private func answers(_ transport: CurlTransport, _ url: String) async -> Bool {
            await (try? transport.send(HTTPRequest(url: url))) != nil
        }

        private func settings(
            _ folder: String, _ certificate: Workshop.Certificate, _ port: Int, _ upstream: Int,
        ) -> String {
            """
            daemon off; master_process off; pid \(folder)/pid; error_log \(folder)/log;
            events { worker_connections 1024; }
            http {
                access_log off;
                client_body_temp_path \(folder)/body; proxy_temp_path \(folder)/proxy;
                fastcgi_temp_path \(folder)/fastcgi; uwsgi_temp_path \(folder)/uwsgi; scgi_temp_path \(folder)/scgi;
                keepalive_requests 100000;
                server {
                    listen 127.0.0.1:\(port) ssl http2;
                    ssl_certificate \(certificate.chain); ssl_certificate_key \(certificate.key);
                    client_max_body_size 64m;
                    location = /status { return 200 "$connections_active"; }
                    location / {
                        proxy_pass http://127.0.0.1:\(upstream);
                        proxy_http_version 1.1; proxy_buffering off; proxy_read_timeout 60s;
                    }
                }
            }

            """
        }

        @Test func itIsChosenWhereItIsOffered() async throws {
            try await withProxy { connection, request in
                connection.respond(
                    200, "X-Path: \(request.target)", body: String(decoding: request.body, as: UTF8.self))
            } _: { transport, address, _ in
                let text = String(repeating: "0123456789", count: 200_000)
                let response = try await transport.send(
                    HTTPRequest(method: "POST", url: address + "/echo", body: Array(text.utf8)))
                #expect(response.httpVersion == "HTTP/2")
                #expect(response.headers["X-Path"] == "/echo")
                #expect(try await response.body.text() == text)
            }
        }

        @Test func itCanBeForgone() async throws {
            try await withProxy { connection, _ in
                connection.respond(body: "plain")
            } _: { transport, address, _ in
                var configuration = transport.configuration
                configuration.allowsHTTP2 = false
                let response = try await CurlTransport(configuration: configuration).send(HTTPRequest(url: address))
                #expect(response.httpVersion == "HTTP/1.1")
                let text = try await response.body.text()
                #expect(text == "plain")
            }
        }

        @Test func aStreamCutOffIsAnErrorAfterItsBytes() async throws {
            try await withProxy { connection, _ in
                connection.startChunked()
                connection.chunk("some bytes")
                usleep(50_000)
                return false
            } _: { transport, address, _ in
                let body = try await transport.send(HTTPRequest(url: address)).body
                let first = try await body.next()
                #expect(first == Array("some bytes".utf8))
                #expect(await transportError { _ = try await body.next() }?.kind == .connectionLost)
            }
        }

        @Test func aHundredStreamsShareOneConnection() async throws {
            let arrived = Mutex(0)
            try await withProxy { connection, request in
                connection.startChunked()
                arrived.withLock { $0 += 1 }
                while arrived.withLock({ $0 }) < 100 { usleep(2000) }
                for number in 0..<10 {
                    connection.chunk("\(request.target) \(number)\n")
                    usleep(10_000)
                }
                return connection.send("0\r\n\r\n")
            } _: { transport, address, _ in
                let start = ContinuousClock.now
                try await withThrowingTaskGroup { group in
                    for stream in 0..<100 {
                        group.addTask {
                            let response = try await transport.send(HTTPRequest(url: "\(address)/\(stream)"))
                            #expect(response.httpVersion == "HTTP/2")
                            return (stream, try await response.body.text())
                        }
                    }
                    for try await (stream, text) in group {
                        #expect(text == (0..<10).map { "/\(stream) \($0)\n" }.joined())
                    }
                }
                #expect(.now - start < .seconds(5))
                let connections = try await transport.send(HTTPRequest(url: address + "/status")).body.text()
                #expect(connections == "1")
            }
        }

        @Test func givingUpAStreamLeavesTheOthers() async throws {
            let closed = Moment()
            try await withProxy { connection, request in
                connection.startChunked()
                if request.target == "/short" {
                    connection.chunk("short")
                    connection.waitForClose()
                    closed.note()
                    return false
                }
                for _ in 0..<30 {
                    connection.chunk("long")
                    usleep(10_000)
                }
                return connection.send("0\r\n\r\n")
            } _: { transport, address, _ in
                async let long = transport.send(HTTPRequest(url: address + "/long")).body.text()
                let short = try await transport.send(HTTPRequest(url: address + "/short")).body
                #expect(try await short.next() == Array("short".utf8))
                let start = ContinuousClock.now
                short.cancel()
                #expect(try await closed.wait() - start < .milliseconds(300))
                #expect(try await long == String(repeating: "long", count: 30))
            }
        }

        @Test func aStalledReaderHoldsBackItsStreamOnly() async throws {
            let sent = Mutex(0)
            let block = [UInt8](repeating: 120, count: 64 << 10)
            try await withProxy { connection, request in
                if request.target == "/quick" { return connection.respond(body: "quick") }
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(768 << 20)\r\n\r\n")
                for _ in 0..<(768 << 20) / block.count {
                    guard connection.send(block) else { break }
                    sent.withLock { $0 += block.count }
                }
                return false
            } _: { transport, address, server in
                let stalled = try await transport.send(HTTPRequest(url: address + "/flood")).body
                try await Task.sleep(for: .milliseconds(500))
                let early = sent.withLock { $0 }
                try await Task.sleep(for: .milliseconds(500))
                #expect(sent.withLock { $0 } == early)
                #expect(early < 64 << 20)
                let start = ContinuousClock.now
                let request = HTTPRequest(url: address + "/quick", timeouts: Timeouts(firstByte: .seconds(3)))
                #expect(try await transport.send(request).body.text() == "quick")
                #expect(.now - start < .seconds(1))
                let connections = try await transport.send(HTTPRequest(url: address + "/status")).body.text()
                #expect(connections == "1")
                var received = 0
                while received < 64 << 20 { received += try #require(try await stalled.next()).count }
                stalled.cancel()
                #expect(await eventually { server.openConnections <= 1 })
            }
        }
    }
}
