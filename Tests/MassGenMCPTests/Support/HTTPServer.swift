import MassGenCore
import MassGenMCP
import Synchronization

/// A server over HTTP that answers as its script says, and remembers what came.
final class HTTPServer: Sendable {
    typealias Script = @Sendable (Exchange) -> Void

    /// A request, and how to answer it.
    struct Exchange {
        let http: SocketServer.Request
        let connection: SocketServer.Connection
        let message: RPCMessage?

        var id: RPCID {
            if case .request(let id, _, _)? = message { id } else { 0 }
        }
        var method: String {
            switch message {
            case .request(_, let method, _)?, .notification(let method, _)?: method
            default: http.method
            }
        }

        func answer(_ result: JSON, headers: HTTPHeaders = [:]) {
            var headers = headers
            headers.set("content-type", "application/json")
            connection.send(status: 200, headers: headers, body: RPCMessage.result(id: id, result).bytes)
        }
        func answer(text: String) { answer(["content": [["type": "text", "text": .string(text)]]]) }
        func accept() { connection.send(status: 202) }
        func refuse(_ status: Int, headers: HTTPHeaders = [:]) { connection.send(status: status, headers: headers) }
        func begin() { connection.begin(type: "text/event-stream") }
        @discardableResult
        func event(_ message: RPCMessage? = nil, id: String? = nil, name: String? = nil, retry: Int? = nil) -> Bool {
            var text = id.map { "id: \($0)\n" } ?? ""
            if let name { text += "event: \(name)\n" }
            if let retry { text += "retry: \(retry)\n" }
            text += "data: \(message.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "")\n\n"
            return connection.write(Array(text.utf8))
        }
    }

    private let server: SocketServer
    private let requests: Requests
    var url: String { "http://127.0.0.1:\(server.port)/mcp" }
    var seen: [SocketServer.Request] { requests.all }

    private final class Requests: Sendable {
        private let list = Mutex([SocketServer.Request]())
        var all: [SocketServer.Request] { list.withLock { $0 } }
        func add(_ request: SocketServer.Request) { list.withLock { $0.append(request) } }
    }

    init(_ script: @escaping Script) throws {
        let requests = Requests()
        self.requests = requests
        server = try SocketServer { request, connection in
            requests.add(request)
            let message = try? RPCMessage(parsing: request.body, limits: JSONLimits())
            script(Exchange(http: request, connection: connection, message: message))
        }
    }

    deinit { server.stop() }

    /// A server with sessions; the script answers what comes after the handshake.
    static func session(_ script: @escaping Script) throws -> HTTPServer {
        let sessions = Counter()
        return try HTTPServer { exchange in
            switch exchange.method {
            case "server/discover": exchange.refuse(400)
            case "initialize":
                exchange.answer(
                    ["protocolVersion": "2025-11-25", "capabilities": ["tools": [:]]],
                    headers: ["Mcp-Session-Id": "session-\(sessions.add())"])
            case "notifications/initialized": exchange.accept()
            default: script(exchange)
            }
        }
    }

    /// A client of it.
    func client(
        _ authorization: (any MCPAuthorization)? = nil, limits: MCPLimits = .init(), headers: HTTPHeaders = [:],
        _ change: (inout MCPClientOptions) -> Void = { _ in }
    ) -> MCPClient {
        var options = MCPClientOptions()
        options.timeouts.request = .seconds(20)
        change(&options)
        return MCPClient(
            "http", StreamableHTTPTransport(url, headers: headers, authorization: authorization, limits: limits),
            options: options)
    }
}
