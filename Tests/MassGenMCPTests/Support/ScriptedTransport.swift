import MassGenCore
import MassGenMCP
import Synchronization

/// A server in this process that says what its script says.
final class ScriptedTransport: MCPTransport {
    typealias Script = @Sendable (ScriptedTransport, RPCMessage) async -> Void

    private let script: Script
    private let state = Mutex(State())

    private struct State {
        var receive: (@Sendable (MCPTransportEvent) -> Void)?
        var sent: [RPCMessage] = []
        var openings = 0
    }

    init(_ script: @escaping Script) { self.script = script }

    /// A server with sessions that answers requests beside the handshake as the script says.
    static func session(
        _ capabilities: JSON = ["tools": [:]], version: String = "2025-11-25",
        _ script: @escaping @Sendable (ScriptedTransport, _ id: RPCID, _ method: String, JSON) async -> Void
    ) -> ScriptedTransport {
        ScriptedTransport { server, message in
            guard case .request(let id, let method, let parameters) = message else { return }
            switch method {
            case "server/discover": server.refuse(id, RPCError.methodNotFound)
            case "initialize":
                server.answer(
                    id,
                    [
                        "protocolVersion": .string(version), "capabilities": capabilities,
                        "serverInfo": ["name": "scripted", "version": "1"],
                    ])
            default: await script(server, id, method, parameters ?? [:])
            }
        }
    }

    /// A server without sessions.
    static func stateless(
        _ capabilities: JSON = ["tools": [:]],
        _ script: @escaping @Sendable (ScriptedTransport, _ id: RPCID, _ method: String, JSON) async -> Void
    ) -> ScriptedTransport {
        ScriptedTransport { server, message in
            guard case .request(let id, let method, let parameters) = message else { return }
            guard method == "server/discover" else { return await script(server, id, method, parameters ?? [:]) }
            server.answer(id, ["supportedVersions": ["2026-07-28"], "capabilities": capabilities])
        }
    }

    var sent: [RPCMessage] { state.withLock { $0.sent } }
    var openings: Int { state.withLock { $0.openings } }

    /// The methods of all requests and notifications that came.
    var methods: [String] {
        sent.compactMap {
            switch $0 {
            case .request(_, let method, _), .notification(let method, _): method
            default: nil
            }
        }
    }

    func say(_ event: MCPTransportEvent) { state.withLock { $0.receive }?(event) }
    func answer(_ id: RPCID, _ result: JSON) { say(.message(.result(id: id, result))) }
    func answer(_ id: RPCID, text: String) { answer(id, ["content": [["type": "text", "text": .string(text)]]]) }
    func refuse(_ id: RPCID, _ code: Int, data: JSON? = nil) {
        say(.message(.failure(id: id, RPCError(code: code, message: "no", data: data))))
    }

    func open(_ receive: @escaping @Sendable (MCPTransportEvent) -> Void) async throws(MCPError) {
        state.withLock { state in
            state.receive = receive
            state.openings += 1
        }
    }

    func send(_ message: MCPOutgoing) async throws(MCPError) {
        state.withLock { $0.sent.append(message.message) }
        await script(self, message.message)
    }

    func cancel(_ id: RPCID, notice: MCPOutgoing) async { try? await send(notice) }
    func close() async { end() }
    func end() { state.withLock { $0.receive = nil } }
}

extension MCPClient {
    /// A client of a scripted server.
    convenience init(_ transport: ScriptedTransport, _ change: (inout MCPClientOptions) -> Void = { _ in }) {
        var options = MCPClientOptions()
        change(&options)
        self.init("scripted", transport, options: options)
    }
}
