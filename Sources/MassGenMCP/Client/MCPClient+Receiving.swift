import MassGenCore
import Synchronization

/// What comes from the server.
extension MCPClient {
    func received(_ event: MCPTransportEvent, _ generation: Int) {
        guard state.withLock({ $0.generation == generation }) else { return }
        switch event {
        case .message(.result(.number(let id), let result)): settle(id, .success(result))
        case .message(.failure(.number(let id)?, let error)):
            settle(id, .failure(MCPError(.server, error.message, rpc: error)))
        case .message(.result), .message(.failure): stray()
        case .message(.request(let id, let method, let parameters)): asked(id, method, parameters)
        case .message(.notification(let method, let parameters)): notified(method, parameters)
        case .failed(.number(let id), let error): settle(id, .failure(error))
        case .failed: stray()
        case .noise(let head):
            state.withLock { $0.statistics.noise += 1 }
            skip("the server wrote what is no message: \(head)")
        case .lost(let error): lost(error)
        }
    }

    private func settle(_ id: Int, _ answer: RequestTable.Answer) {
        if !table.resolve(id, answer) { stray() }
    }

    private func stray() {
        state.withLock { $0.statistics.strayAnswers += 1 }
        skip("an answer that nobody waits for")
    }

    /// Says that something was left out.
    func skip(_ what: String) {
        options.onEvent?(.skipped(what))
    }

    private func lost(_ error: MCPError) {
        let error = error.named(name)
        let wasConnected = state.withLock { state -> Bool in
            state.lost = error
            guard case .connected = state.phase else { return false }
            state.phase = .idle
            return true
        }
        listening.end()
        cache.removeAll()
        questions.cancelAll()
        table.failAll(error)
        if wasConnected { options.onEvent?(.disconnected(error)) }
    }

    private func notified(_ method: String, _ parameters: JSON?) {
        switch method {
        case "notifications/progress":
            guard let id = parameters?["progressToken"]?.int, let done = parameters?["progress"]?.double else { return }
            let progress = MCPProgress(
                progress: done, total: parameters?["total"]?.double, message: parameters?["message"]?.string)
            if !table.progressed(id, progress) { skip("progress of a request that is over") }
        case "notifications/cancelled":
            guard let id = parameters?["requestId"].flatMap(RPCID.init) else { return }
            questions.cancel(id)
            listening.cancelled(id)
        case "notifications/tools/list_changed":
            cache.remove { $0.hasPrefix("tools/list") }
            options.onEvent?(.toolsChanged)
        case "notifications/resources/list_changed":
            cache.remove { $0.hasPrefix("resources/") }
            options.onEvent?(.resourcesChanged)
        case "notifications/prompts/list_changed":
            cache.remove { $0.hasPrefix("prompts/list") }
            options.onEvent?(.promptsChanged)
        case "notifications/resources/updated":
            guard let uri = parameters?["uri"]?.string else { return }
            cache.remove { $0.hasPrefix("resources/read") }
            options.onEvent?(.resourceUpdated(uri: uri))
        case "notifications/message":
            let level = parameters?["level"]?.string.flatMap(MCPLogLevel.init) ?? .info
            options.onEvent?(
                .log(
                    MCPLogMessage(
                        level: level, logger: parameters?["logger"]?.string, data: parameters?["data"] ?? .null)))
        case "notifications/elicitation/complete":
            guard let id = parameters?["elicitationId"]?.string else { return }
            options.onEvent?(.elicitationCompleted(id: id))
        case "notifications/subscriptions/acknowledged":
            listening.acknowledged(parameters?["_meta"]?[MetaKey.subscription].flatMap(RPCID.init))
        default: options.onEvent?(.other(method: method, parameters))
        }
    }
}
