import MassGenCore
import Synchronization

/// One server of several: its client, what it offers, and what has become of calls.
final class ServerConnection: Sendable {
    let configuration: MCPServerConfiguration
    let options: MCPServersOptions
    let breaker: CircuitBreaker
    let oauth: OAuth?
    let tell: @Sendable (MCPServerEvent) -> Void
    private let makeTransport: @Sendable (MCPEndpoint.Kind) -> any MCPTransport
    let memory: Mutex<Memory>

    struct Memory: Sendable {
        var client: MCPClient?
        var state: MCPServerStatus.State
        var tools: [String: MCPToolDefinition] = [:]
        /// The names of `tools` in the server's order.
        var order: [String] = []
        var held: [String] = []
        var calls = MCPCallStatistics()
        /// The start that is under way, or the last one.
        var start: Promise<Void>?
        var seeking: Task<Void, Never>?
        /// The tools are being listed; more lists that come meanwhile make one more.
        var isListing = false
        var listsAgain = false
    }

    init(
        _ configuration: MCPServerConfiguration, _ options: MCPServersOptions, oauth: OAuth?,
        tell: @escaping @Sendable (MCPServerEvent) -> Void,
        makeTransport: @escaping @Sendable (MCPEndpoint.Kind) -> any MCPTransport
    ) {
        self.configuration = configuration
        self.options = options
        self.oauth = oauth
        self.tell = tell
        self.makeTransport = makeTransport
        breaker = CircuitBreaker(options.breaker)
        memory = Mutex(Memory(state: configuration.isDisabled ? .disabled : .idle))
    }

    deinit { memory.withLock { $0.seeking }?.cancel() }

    var name: String { configuration.name }

    var status: MCPServerStatus {
        let (memory, client) = memory.withLock { ($0, $0.client) }
        var status = MCPServerStatus(name: name, state: memory.state)
        status.server = client?.server
        status.tools = memory.order
        status.heldTools = memory.held
        status.calls = memory.calls
        status.connections = client?.statistics.connections ?? 0
        status.breaker = breaker.state
        return status
    }

    /// What is offered now, in the server's order.
    var offered: [MCPToolDefinition] { memory.withLock { memory in memory.order.compactMap { memory.tools[$0] } } }

    /// Connects and lists the tools. What goes wrong becomes the state; what may pass by itself is looked for again.
    func start() async {
        let error = await startOnce()
        if error?.mayPass ?? false { seek() }
    }

    /// Why it cannot be used, if it cannot; `nil` too while a person is asked. Two that start it wait for the same start.
    private func startOnce() async -> MCPError? {
        switch begin() {
        case .beginning(let client, let done):
            defer { done.resolve(.success(())) }
            return await connectAndList(client)
        case .underWay(let done):
            _ = try? await done.value()
            if case .unavailable(let error) = status.state { return error }
            return nil
        case .impossible: return nil
        }
    }

    private func connectAndList(_ client: MCPClient) async -> MCPError? {
        do throws(MCPError) {
            try await connect(client)
            try await list()
            let count = memory.withLock { memory in
                if case .closed = memory.state { return 0 }
                memory.state = .ready
                return memory.tools.count
            }
            tell(.connected(server: name, tools: count))
            return nil
        } catch {
            fail(error)
            return error
        }
    }

    /// Ends the server. It is of no further use.
    func close() async {
        let (client, seeking) = memory.withLock { memory in
            if case .disabled = memory.state { return (nil as MCPClient?, nil as Task<Void, Never>?) }
            memory.state = .closed
            memory.tools = [:]
            memory.order = []
            return (memory.client, memory.seeking)
        }
        seeking?.cancel()
        await client?.close()
    }

    private enum Start {
        case beginning(MCPClient, Promise<Void>)
        case underWay(Promise<Void>)
        case impossible
    }

    private func begin() -> Start {
        let kind =
            if case .endpoint(let endpoint) = configuration.connection { endpoint.kind } else { .automatic }
            as MCPEndpoint.Kind
        return memory.withLock { memory in
            switch memory.state {
            case .starting: return memory.start.map(Start.underWay) ?? .impossible
            case .disabled, .closed, .authorizing: return .impossible
            case .idle, .ready, .unavailable: break
            }
            memory.state = .starting
            let client = memory.client ?? makeClient(kind)
            memory.client = client
            let start = Promise<Void>()
            memory.start = start
            return .beginning(client, start)
        }
    }

    private func makeClient(_ kind: MCPEndpoint.Kind) -> MCPClient {
        var options = options.client
        options.timeouts.connect = configuration.startTimeout
        options.timeouts.request = configuration.callTimeout
        options.timeouts.total = configuration.callTimeout * 10
        let own = options.onEvent
        options.onEvent = { [weak self] event in
            own?(event)
            self?.received(event)
        }
        return MCPClient(name, makeTransport(kind), options: options)
    }

    /// Connects; where a person has to agree first, for as long as that takes, and where the server speaks the former
    /// transport, by that.
    private func connect(_ client: MCPClient) async throws(MCPError) {
        do throws(MCPError) {
            try await client.connect()
        } catch {
            if let oauth, error.kind == .timeout || error.kind == .cancelled, await oauth.isAsking {
                let start = memory.withLock { memory in
                    if case .starting = memory.state { memory.state = .authorizing }
                    return memory.start
                }
                // Others wait for no person.
                start?.resolve(.success(()))
                tell(.authorizing(server: name))
                await oauth.settled()
                try await client.connect()
            } else if let former = formerClient(insteadOf: client, after: error) {
                try await former.connect()
            } else {
                throw error
            }
        }
    }

    /// Specification, "Backwards Compatibility": a server that refuses the first message with 400, 404 or 405 may speak
    /// HTTP with server-sent events.
    private func formerClient(insteadOf client: MCPClient, after error: MCPError) -> MCPClient? {
        guard case .endpoint(let endpoint) = configuration.connection, endpoint.kind == .automatic,
            let status = error.status, [400, 404, 405].contains(status)
        else { return nil }
        return memory.withLock { memory in
            guard case .starting = memory.state else { return nil }
            memory.client = makeClient(.sse)
            return memory.client
        }
    }

    func fail(_ error: MCPError) {
        let isNews = memory.withLock { memory in
            switch memory.state {
            case .closed, .disabled: return false
            default:
                memory.state = .unavailable(error)
                memory.calls.lastError = error
                return true
            }
        }
        if isNews { tell(.unavailable(server: name, error)) }
    }
}

/// What the client tells.
extension ServerConnection {
    private func received(_ event: MCPEvent) {
        tell(.client(server: name, event))
        switch event {
        case .toolsChanged: Task { [weak self] in await self?.listAgain() }
        case .disconnected(let error):
            let wasReady = memory.withLock { if case .ready = $0.state { true } else { false } }
            guard wasReady else { return }
            fail(error)
            seek()
        default: break
        }
    }

    /// Looks for a server that was lost, or was not there, less and less often.
    private func seek() {
        guard options.reconnections > 0 else { return }
        let task = Task { [weak self, options] in
            for attempt in 1...options.reconnections {
                guard (try? await Task.sleep(for: options.backoff.wait(before: attempt))) != nil else { return }
                guard let self, await startOnce()?.mayPass ?? false else { return }
            }
        }
        memory.withLock { memory in
            memory.seeking?.cancel()
            memory.seeking = task
        }
    }

    private func listAgain() async {
        do throws(MCPError) {
            try await list(refresh: true)
            tell(.toolsChanged(server: name))
        } catch {
            tell(.client(server: name, .skipped("the changed tools could not be listed: \(error.message)")))
        }
    }
}

/// What is offered.
extension ServerConnection {
    /// Lists the tools, mends and reviews them.
    func list(refresh: Bool = false) async throws(MCPError) {
        let begins = memory.withLock { memory in
            if memory.isListing { memory.listsAgain = true }
            defer { memory.isListing = true }
            return !memory.isListing
        }
        guard begins else { return }
        var refresh = refresh
        while true {
            do throws(MCPError) {
                try await listOnce(refresh: refresh)
            } catch {
                memory.withLock { ($0.isListing, $0.listsAgain) = (false, false) }
                throw error
            }
            let isDone = memory.withLock { memory in
                defer { memory.listsAgain = false }
                memory.isListing = memory.listsAgain
                return !memory.listsAgain
            }
            if isDone { return }
            refresh = true
        }
    }

    private func listOnce(refresh: Bool) async throws(MCPError) {
        guard let client = memory.withLock({ $0.client }) else { return }
        var seen: Set<String> = []
        let listed = try await client.tools(refresh: refresh).filter { tool in
            guard configuration.tools.offers(tool.name, of: name, as: qualified(tool.name)) else { return false }
            let isFirst = seen.insert(tool.name).inserted
            if !isFirst { mended(tool.name, "it is listed twice; the first is offered") }
            return isFirst
        }
        // What was approved stays offered meanwhile, if it is what it was.
        memory.withLock { memory in
            let digests = Dictionary(uniqueKeysWithValues: listed.map { ($0.name, $0.digest) })
            memory.tools = memory.tools.filter { digests[$0.key] == $0.value.digest }
            memory.order = memory.order.filter { memory.tools[$0] != nil }
        }
        let (offered, held) = await options.pinning?.review(listed, of: name, at: configuration.origin) ?? (listed, [])
        memory.withLock { memory in
            if case .closed = memory.state { return }
            memory.tools = Dictionary(uniqueKeysWithValues: offered.map { ($0.name, $0) })
            memory.order = offered.map(\.name)
            memory.held = held.map(\.name)
        }
        if !held.isEmpty { tell(.toolsHeld(server: name, tools: held.map(\.name))) }
        for tool in offered {
            for path in LocalSchema.of(tool.inputSchema).removed {
                mended(tool.name, "its schema refers to another document at \(path), which is never fetched")
            }
        }
    }

    private func qualified(_ tool: String) -> String? {
        let id = MCPToolID(server: name, tool: tool)
        return MCPToolNames([id]).name(of: id)
    }

    private func mended(_ tool: String, _ what: String) {
        tell(.toolMended(MCPToolID(server: name, tool: tool), what))
    }
}
