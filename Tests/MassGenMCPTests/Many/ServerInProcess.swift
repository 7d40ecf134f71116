import MassGenCore
import Synchronization

@testable import MassGenMCP

/// A server in this process that does as a test says. Every opening is a new start of it.
final class ServerInProcess: Sendable {
    struct Behaviour: Sendable {
        var tools: [MCPToolDefinition] = [MCPToolDefinition(name: "echo")]
        /// Why it cannot be started.
        var startError: MCPError?
        /// It never answers anything.
        var hangs = false
        /// What a call gives; no answer when `nil`.
        var call: @Sendable (_ tool: String, _ arguments: JSON, _ count: Int) -> Outcome = { _, arguments, _ in
            .result(["content": [["type": "text", "text": .string(arguments.text)]]])
        }
    }

    enum Outcome: Sendable {
        case result(JSON)
        case error(RPCError)
        case lost
        case silence
    }

    private let state = Mutex(State())

    private struct State: Sendable {
        var behaviour = Behaviour()
        var receive: (@Sendable (MCPTransportEvent) -> Void)?
        var starts = 0
        var calls = 0
        var isOpen = false
    }

    init(_ change: (inout Behaviour) -> Void = { _ in }) { state.withLock { change(&$0.behaviour) } }

    func change(_ change: (inout Behaviour) -> Void) { state.withLock { change(&$0.behaviour) } }
    var starts: Int { state.withLock { $0.starts } }
    var calls: Int { state.withLock { $0.calls } }
    var isOpen: Bool { state.withLock { $0.isOpen } }

    /// A way to it.
    func transport() -> any MCPTransport { Way(server: self) }

    func notify(_ method: String) {
        state.withLock { $0.receive }?(.message(.notification(method: method, parameters: nil)))
    }

    /// It ends, as by a crash.
    func crash() {
        let receive = state.withLock { state in
            state.isOpen = false
            defer { state.receive = nil }
            return state.receive
        }
        receive?(.lost(MCPError(.connectionLost, "the server ended")))
    }

    private final class Way: MCPTransport {
        let server: ServerInProcess
        init(server: ServerInProcess) { self.server = server }

        func open(_ receive: @escaping @Sendable (MCPTransportEvent) -> Void) async throws(MCPError) {
            let error = server.state.withLock { state in
                state.starts += 1
                if state.behaviour.startError == nil { (state.receive, state.isOpen) = (receive, true) }
                return state.behaviour.startError
            }
            if let error { throw error }
        }

        func send(_ message: MCPOutgoing) async throws(MCPError) {
            guard case .request(let id, let method, let parameters) = message.message else { return }
            guard server.isOpen else { throw MCPError(.connectionLost, "the server does not run") }
            server.answer(id, method, parameters ?? [:])
        }

        func cancel(_ id: RPCID, notice: MCPOutgoing) async {}
        func close() async { end() }
        func end() { server.state.withLock { ($0.receive, $0.isOpen) = (nil, false) } }
    }

    private func answer(_ id: RPCID, _ method: String, _ parameters: JSON) {
        let (behaviour, receive) = state.withLock { ($0.behaviour, $0.receive) }
        if behaviour.hangs { return }
        switch method {
        case "initialize":
            receive?(
                .message(
                    .result(
                        id: id,
                        [
                            "protocolVersion": "2025-11-25", "capabilities": ["tools": ["listChanged": true]],
                            "serverInfo": ["name": "in process", "version": "1"],
                        ])))
        case "tools/list":
            let tools = behaviour.tools.compactMap { try? JSON(encoding: $0) }
            receive?(.message(.result(id: id, ["tools": .array(tools)])))
        case "tools/call":
            let count = state.withLock { state in
                state.calls += 1
                return state.calls
            }
            switch behaviour.call(parameters["name"]?.string ?? "", parameters["arguments"] ?? [:], count) {
            case .result(let result): receive?(.message(.result(id: id, result)))
            case .error(let error): receive?(.message(.failure(id: id, error)))
            case .lost: crash()
            case .silence: break
            }
        case "ping": receive?(.message(.result(id: id, [:])))
        default:
            receive?(.message(.failure(id: id, RPCError(code: RPCError.methodNotFound, message: "no '\(method)'"))))
        }
    }
}

/// What happened among servers.
final class ServerLog: Sendable {
    private let events = Mutex([MCPServerEvent]())

    var all: [MCPServerEvent] { events.withLock { $0 } }
    func add(_ event: MCPServerEvent) { events.withLock { $0.append(event) } }
}
