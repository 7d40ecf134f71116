import MassGenCore
import Synchronization

/// Calls: through the breaker, and again where that does no harm.
extension ServerConnection {
    func call(
        _ tool: String, as name: String, _ arguments: JSON, timeout: Duration? = nil,
        progress: (@Sendable (MCPProgress) -> Void)? = nil
    ) async throws(MCPError) -> MCPToolResult {
        let id = MCPToolID(server: self.name, tool: tool)
        memory.withLock { $0.calls.calls += 1 }
        guard let definition = memory.withLock({ $0.tools[tool] }) else { throw unoffered(tool) }
        tell(.called(id, name: name, arguments: arguments))
        var attempt = 0
        while true {
            do throws(MCPError) {
                return try await callOnce(id, name, arguments, timeout, progress)
            } catch {
                attempt += 1
                guard attempt <= options.retries, mayRepeat(definition, after: error) else {
                    tell(.failed(id, name: name, error))
                    throw error
                }
                let wait = options.backoff.wait(before: attempt)
                memory.withLock { $0.calls.retries += 1 }
                tell(.retrying(id, name: name, attempt: attempt, after: wait))
                do { try await Task.sleep(for: wait) } catch { throw MCPError.cancelled.named(self.name) }
            }
        }
    }

    private func callOnce(
        _ id: MCPToolID, _ name: String, _ arguments: JSON, _ timeout: Duration?,
        _ progress: (@Sendable (MCPProgress) -> Void)?
    ) async throws(MCPError) -> MCPToolResult {
        let permit: CircuitBreaker.Permit
        do throws(CircuitBreaker.Refusal) { permit = try breaker.admit() } catch {
            memory.withLock { $0.calls.blocked += 1 }
            tell(.blocked(id, name: name, retryAfter: error.retryAfter))
            throw blocked(error)
        }
        guard let client = memory.withLock({ $0.client }) else {
            breaker.report(permit, .neither)
            throw MCPError.closed.named(self.name)
        }
        let start = ContinuousClock.now
        do throws(MCPError) {
            let result = try await client.call(id.tool, arguments, timeout: timeout, progress: progress)
            breaker.report(permit, .success)
            answered(id, name, result, .now - start)
            return result
        } catch {
            breaker.report(permit, error.outcome)
            memory.withLock { memory in
                memory.calls.failures += 1
                memory.calls.timeouts += error.kind == .timeout ? 1 : 0
                memory.calls.lastError = error
            }
            throw error
        }
    }

    private func answered(_ id: MCPToolID, _ name: String, _ result: MCPToolResult, _ latency: Duration) {
        memory.withLock { memory in
            memory.calls.results += 1
            memory.calls.toolErrors += result.isError ? 1 : 0
            memory.calls.totalLatency += latency
            memory.calls.longestLatency = max(memory.calls.longestLatency, latency)
            // The client has connected again by itself.
            if case .unavailable = memory.state { memory.state = .ready }
        }
        tell(.answered(id, name: name, result, latency))
    }

    /// A timeout is never a reason: the server may still be at it.
    private func mayRepeat(_ tool: MCPToolDefinition, after error: MCPError) -> Bool {
        switch error.kind {
        case .cannotConnect: true
        case .connectionLost:
            tool.annotations?.readOnlyHint == true || tool.annotations?.idempotentHint == true
                || configuration.retriedTools.contains(tool.name)
        default: false
        }
    }

    private func unoffered(_ tool: String) -> MCPError {
        let (isHeld, state) = memory.withLock { ($0.held.contains(tool), $0.state) }
        if isHeld {
            return MCPError(
                .refused, "the tool '\(tool)' is not what it was, and nobody has approved of it", server: name)
        }
        switch state {
        case .unavailable(let error): return error.named(name)
        case .idle: return MCPError(.unsupported, "the server was not started", server: name)
        case .starting, .authorizing: return MCPError(.unsupported, "the server is being started", server: name)
        case .closed: return MCPError.closed.named(name)
        default: return MCPError(.unsupported, "the server offers no tool '\(tool)'", server: name)
        }
    }

    private func blocked(_ refusal: CircuitBreaker.Refusal) -> MCPError {
        let last = memory.withLock { $0.calls.lastError }.map { "; the last: \($0.message)" } ?? ""
        return MCPError(.refused, "\(refusal)\(last)", server: name)
    }
}

extension MCPError {
    /// What it says about the server's health. An error that the server answers with shows that it works.
    var outcome: CircuitBreaker.Outcome {
        switch kind {
        case .timeout, .connectionLost, .cannotConnect, .sessionLost, .invalidAnswer: .failure
        case .server: .success
        case .cancelled, .unauthorized, .unsupportedVersion, .unsupported, .tooLarge, .refused, .invalidConfiguration,
            .closed:
            .neither
        }
    }

    /// Whether the server may be there a little later by itself.
    var mayPass: Bool {
        switch kind {
        case .cannotConnect, .connectionLost, .timeout, .sessionLost: true
        case .server, .invalidAnswer, .cancelled, .unauthorized, .unsupportedVersion, .unsupported, .tooLarge, .refused,
            .invalidConfiguration, .closed:
            false
        }
    }
}
