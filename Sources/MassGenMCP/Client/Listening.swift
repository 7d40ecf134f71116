import MassGenCore
import Synchronization

/// The request by which a stateless server is listened to: open as long as the connection is.
final class Listening: Sendable {
    private let state = Mutex(State())

    private struct State: Sendable {
        var addresses: Set<String> = []
        var task: Task<Void, Never>?
        var id: RPCID?
        var acknowledged: Promise<Void>?
    }

    /// The resources to be told of.
    var addresses: Set<String> { state.withLock { $0.addresses } }

    /// Adds or removes a resource; `false` when that changes nothing.
    func change(_ uri: String, isWanted: Bool) -> Bool {
        state.withLock { state in
            isWanted ? state.addresses.insert(uri).inserted : state.addresses.remove(uri) != nil
        }
    }

    /// Takes the place of the request before, which ends as soon as this one is acknowledged.
    func begin(_ listen: @escaping @Sendable (_ opened: @escaping (Int) -> Void) async -> MCPError) -> Promise<Void> {
        let promise = Promise<Void>()
        let previous = state.withLock { state in
            defer { (state.task, state.acknowledged, state.id) = (nil, promise, nil) }
            return state.task
        }
        let task = Task { [weak self] in
            let error = await listen { id in
                self?.state.withLock { state in
                    if state.acknowledged === promise { state.id = .number(id) }
                }
            }
            promise.resolve(.failure(error))
        }
        let isCurrent = state.withLock { state in
            if state.acknowledged === promise { state.task = task }
            return state.acknowledged === promise
        }
        if !isCurrent { task.cancel() }
        if let previous {
            Task {
                _ = try? await promise.value()
                previous.cancel()
            }
        }
        return promise
    }

    /// The server has said what it will tell.
    func acknowledged(_ id: RPCID?) {
        let promise = state.withLock { $0.id == id ? $0.acknowledged : nil }
        promise?.resolve(.success(()))
    }

    /// The server ends a request.
    func cancelled(_ id: RPCID) {
        let task = state.withLock { $0.id == id ? $0.task : nil }
        task?.cancel()
    }

    func end() {
        let task = state.withLock { state in
            defer { (state.task, state.acknowledged, state.id) = (nil, nil, nil) }
            return state.task
        }
        task?.cancel()
    }
}

extension MCPClient {
    /// Begins to be told of changes, as far as anybody wants to know.
    func listen() {
        guard let server else { return }
        let addresses = listening.addresses
        guard server.version.era == .stateless else { return subscribeAgain(to: addresses, server.version) }
        guard options.onEvent != nil || !addresses.isEmpty, let filter = filter(server) else { return }
        _ = begin(filter, server.version)
    }

    /// A new session knows nothing of the subscriptions of the one before.
    private func subscribeAgain(to addresses: Set<String>, _ version: MCPVersion) {
        guard !addresses.isEmpty else { return }
        let limit = options.timeouts.request
        Task { [weak self] in
            for uri in addresses.sorted() {
                _ = try? await self?.exchange(
                    "resources/subscribe", ["uri": .string(uri)], version: version, silence: limit, total: limit)
            }
        }
    }

    /// Changes what a stateless server is listened to for, and waits until it agrees.
    func listenAnew(_ server: MCPServerInfo) async throws(MCPError) {
        guard let filter = filter(server) else { return listening.end() }
        let promise = begin(filter, server.version)
        let timer = Task { [limit = options.timeouts.request] in
            try await Task.sleep(for: limit)
            promise.resolve(.failure(MCPError(.timeout, "the server does not say whether it will tell of changes")))
        }
        defer { timer.cancel() }
        do throws(MCPError) {
            try await promise.value()
        } catch {
            throw error.named(name)
        }
    }

    private func begin(_ filter: JSONObject, _ version: MCPVersion) -> Promise<Void> {
        listening.begin { [weak self] opened in
            let end: MCPError
            do throws(MCPError) {
                _ = try await self?.exchange(
                    "subscriptions/listen", ["notifications": .object(filter)], version: version, silence: nil,
                    total: nil, opened: opened)
                end = MCPError(.connectionLost, "the server will tell of no changes any more")
            } catch {
                end = error
            }
            self?.listenAgain(after: end)
            return end
        }
    }

    /// A stream that broke off is opened again after a while, if the connection lives on.
    private func listenAgain(after end: MCPError) {
        guard end.kind == .connectionLost, server != nil else { return }
        skip("changes are not told for a while: \(end.message)")
        Task { [weak self] in
            try await Task.sleep(for: .seconds(5))
            self?.listen()
        }
    }

    /// What to listen for; `nil` for nothing.
    private func filter(_ server: MCPServerInfo) -> JSONObject? {
        var filter = JSONObject()
        for kind in ["tools", "resources", "prompts"] where server.tellsChanges(of: kind) {
            filter["\(kind)ListChanged"] = true
        }
        let addresses = listening.addresses
        if !addresses.isEmpty { filter["resourceSubscriptions"] = .array(addresses.sorted().map(JSON.string)) }
        return filter.isEmpty ? nil : filter
    }
}
