extension ChatStream {
    /// The same answer, broken off at a moment.
    func ending(at deadline: ContinuousClock.Instant) -> ChatStream {
        ChatStream { () async throws(BackendError) in
            var source = try await before(deadline) { () async throws(BackendError) in try await open() }
            let timer = BodyTimer(source.body, at: deadline)
            let explain = source.explain
            // The timer lives as long as the source.
            source.explain = { error, partial in withExtendedLifetime(timer) { explain(error, partial) } }
            return source
        }
    }
}

/// Waits for something until a moment.
func before<Value: Sendable>(
    _ deadline: ContinuousClock.Instant, _ work: @escaping @Sendable () async throws(BackendError) -> Value
) async throws(BackendError) -> Value {
    switch await bounded(by: deadline - .now, { try await work() }) {
    case .value(let value): return value
    case .failed(let error as BackendError): throw error
    case .failed(let error): throw BackendError(.stream, .unknown, "\(error)")
    case .late: throw BackendError(.transport, .timeout, "the time was over")
    case .cancelled: throw BackendError(.transport, .cancelled, "the task was cancelled")
    }
}

/// Ends a body at a moment, unless it is let go before.
private final class BodyTimer: Sendable {
    private let task: Task<Void, Never>

    init(_ body: HTTPBody, at deadline: ContinuousClock.Instant) {
        task = Task {
            do { try await Task.sleep(until: deadline, clock: .continuous) } catch { return }
            body.cancel()
        }
    }

    deinit { task.cancel() }
}
