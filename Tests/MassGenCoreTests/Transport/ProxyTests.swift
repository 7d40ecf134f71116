import Foundation
import MassGenCore
import Testing

extension TransportTests {
    @Suite(.enabled(if: CurlTransport.isAvailable)) struct Proxies {
        private func transport(_ proxy: ProxySettings) -> CurlTransport {
            var configuration = TransportConfiguration()
            configuration.proxy = proxy
            return CurlTransport(configuration: configuration)
        }

        @Test func requestsGoThroughTheProxy() async throws {
            let proxy = try LoopbackServer { connection, request in
                connection.respond(200, "X-Auth: \(request["proxy-authorization"] ?? "none")", body: request.target)
            }
            defer { proxy.stop() }
            let url = "http://user:pass@127.0.0.1:\(proxy.port)"
            let transport = transport(ProxySettings { $0 == "HTTP_PROXY" ? url : nil })
            let response = try await transport.send(HTTPRequest(url: "http://api.test/v1?a=b"))
            #expect(response.headers["x-auth"] == "Basic dXNlcjpwYXNz")
            #expect(try await response.body.text() == "http://api.test/v1?a=b")
        }

        @Test(arguments: ["127.0.0.1", "localhost"])
        func thisMachineIsReachedDirectly(host: String) async throws {
            let server = try LoopbackServer { connection, request in connection.respond(body: request.target) }
            defer { server.stop() }
            let proxy = ProxySettings(http: "http://127.0.0.1:1", https: "http://127.0.0.1:1")
            let response = try await transport(proxy).send(HTTPRequest(url: "http://\(host):\(server.port)/direct"))
            #expect(try await response.body.text() == "/direct")
        }

        @Test func aRefusedTunnelIsTyped() async throws {
            let proxy = try LoopbackServer { connection, _ in connection.respond(407, body: "captive") }
            defer { proxy.stop() }
            let settings = ProxySettings(https: "http://secret:word@127.0.0.1:\(proxy.port)")
            let error = await transportError {
                _ = try await transport(settings).send(HTTPRequest(url: "https://api.test/"))
            }
            #expect(error?.kind == .cannotConnect)
            #expect(error?.message.contains("407") == true)
        }

        @Test(arguments: [
            "http://secret:word@127.0.0.1:1", "nonsense://secret:word@127.0.0.1:1", "http://secret:word@[",
        ])
        func aProxyThatDoesNotWorkKeepsItsPassword(proxy: String) async throws {
            let error = await transportError {
                _ = try await transport(ProxySettings(http: proxy)).send(HTTPRequest(url: "http://api.test/"))
            }
            #expect(error?.description.contains("word") == false)
        }
    }
}
