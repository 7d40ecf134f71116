import Foundation
import MassGenCore
import Testing

extension TransportTests {
    @Suite(
        .enabled(if: CurlTransport.isAvailable && Program.find("openssl") != nil && Program.find("python3") != nil))
    struct TLS {
        private static let localNames = "DNS:localhost,IP:127.0.0.1"

        private func transport(trusting certificate: Workshop.Certificate?) -> CurlTransport {
            var configuration = TransportConfiguration()
            configuration.customCA = certificate?.chain
            return CurlTransport(configuration: configuration)
        }

        /// Runs the action beside an HTTPS server with a certificate for these names.
        private func withServer(
            names: String, isExpired: Bool = false, _ action: (String, Workshop.Certificate) async throws -> Void,
        ) async throws {
            let workshop = try Workshop()
            defer { workshop.remove() }
            let certificate = try await workshop.makeCertificate(for: names, isExpired: isExpired)
            try workshop.write(serverProgram, to: "server.py")
            let port = try Workshop.freePort()
            let program = try Program(
                "python3", ["\(workshop.path)/server.py", certificate.chain, certificate.key, "\(port)"])
            defer { program.kill() }
            // Listening is all that is waited for, and shown by another error than "cannot connect".
            var kind = TransportError.Kind.cannotConnect
            let deadline = ContinuousClock.now + .seconds(10)
            while kind == .cannotConnect, .now < deadline {
                try await Task.sleep(for: .milliseconds(20))
                kind = await errorKind { try await get("https://127.0.0.1:\(port)/", trusting: nil) } ?? .unavailable
            }
            try await action("https://127.0.0.1:\(port)", certificate)
        }

        private func errorKind(_ action: () async throws -> Void) async -> TransportError.Kind? {
            do { try await action() } catch { return (error as? TransportError)?.kind }
            return nil
        }

        @discardableResult
        private func get(_ url: String, trusting certificate: Workshop.Certificate?) async throws -> String {
            try await transport(trusting: certificate).send(HTTPRequest(url: url)).body.text()
        }

        @Test func aTrustedServerIsBelieved() async throws {
            try await withServer(names: TLS.localNames) { url, certificate in
                let byAddress = try await get(url + "/address", trusting: certificate)
                #expect(byAddress == "secure /address")
                let name = url.replacingOccurrences(of: "127.0.0.1", with: "localhost")
                let byName = try await get(name + "/name", trusting: certificate)
                #expect(byName == "secure /name")
            }
        }

        @Test func anUntrustedServerIsRefused() async throws {
            try await withServer(names: TLS.localNames) { url, _ in
                let error = await transportError { try await get(url, trusting: nil) }
                #expect(error?.kind == .tls)
                #expect(error?.isRetryable == false)
            }
        }

        @Test func aCertificateForAnotherNameIsRefused() async throws {
            try await withServer(names: "DNS:other.test") { url, certificate in
                #expect(await errorKind { try await get(url, trusting: certificate) } == .tls)
            }
        }

        @Test func anExpiredCertificateIsRefused() async throws {
            try await withServer(names: TLS.localNames, isExpired: true) { url, certificate in
                #expect(await errorKind { try await get(url, trusting: certificate) } == .tls)
            }
        }

        @Test func aMissingFileOfCertificatesIsAnError() async throws {
            try await withServer(names: TLS.localNames) { url, _ in
                let missing = Workshop.Certificate(key: "", chain: "/nonexistent/ca.pem")
                #expect(await errorKind { try await get(url, trusting: missing) } == .tls)
            }
        }

        @Test func aServerWithoutTLSIsRefused() async throws {
            let listener = try LoopbackServer.listen(backlog: 4)
            let answering = Thread {
                let descriptor = accept(listener.descriptor, nil, nil)
                Connection(descriptor: descriptor).send("HTTP/1.1 400 Bad Request\r\n\r\n")
                close(descriptor)
                close(listener.descriptor)
            }
            answering.start()
            let error = await transportError { try await get("https://127.0.0.1:\(listener.port)", trusting: nil) }
            #expect(error?.kind == .tls)
        }

        @Test func aHandshakeCutOffMayBeTriedAgain() async throws {
            let listener = try LoopbackServer.listen(backlog: 4)
            let closing = Thread {
                let descriptor = accept(listener.descriptor, nil, nil)
                usleep(50_000)
                close(descriptor)
                close(listener.descriptor)
            }
            closing.start()
            let error = await transportError { try await get("https://127.0.0.1:\(listener.port)", trusting: nil) }
            #expect(error?.kind == .cannotConnect, "\(String(describing: error))")
            #expect(error?.isRetryable == true)
        }

        @Test func aStreamCutOffInsideTLSIsAnError() async throws {
            try await withServer(names: TLS.localNames) { url, certificate in
                let error = await transportError { try await get(url + "/cut", trusting: certificate) }
                #expect(error?.kind == .connectionLost)
            }
        }
    }
}

private let serverProgram = """
    import http.server, socket, ssl, sys

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        def do_GET(self):
            text = ("secure " + self.path).encode()
            self.send_response(200)
            if self.path == "/cut":
                self.send_header("Content-Length", "1000")
                self.end_headers()
                self.wfile.write(text)
                self.wfile.flush()
                # Ends without TLS's own goodbye, as a connection that broke does.
                socket.socket(fileno=self.connection.detach()).close()
                return
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[1], sys.argv[2])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[3])), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    server.serve_forever()

    """
