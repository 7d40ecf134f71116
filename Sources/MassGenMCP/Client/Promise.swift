import Synchronization

/// A result that many may wait for; each may give up on its own. The first result counts.
final class Promise<Value: Sendable>: Sendable {
    private typealias Waiter = UnsafeContinuation<Result<Value, MCPError>, Never>

    private let state = Mutex(State())

    private struct State: Sendable {
        var result: Result<Value, MCPError>?
        var waiters: [Int: Waiter] = [:]
        var abandoned: Set<Int> = []
        var lastID = 0
    }

    /// Waits for the result.
    func value() async throws(MCPError) -> Value {
        let id = state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
        let result: Result<Value, MCPError> = await withTaskCancellationHandler {
            await withUnsafeContinuation { (waiter: Waiter) in
                let ready = state.withLock { state -> Result<Value, MCPError>? in
                    if state.abandoned.remove(id) != nil { return .failure(.cancelled) }
                    if state.result == nil { state.waiters[id] = waiter }
                    return state.result
                }
                if let ready { waiter.resume(returning: ready) }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                let waiter = state.waiters.removeValue(forKey: id)
                if waiter == nil { state.abandoned.insert(id) }
                return waiter
            }
            waiter?.resume(returning: .failure(.cancelled))
        }
        return try result.get()
    }

    /// Gives the result to all that wait, and to all that will.
    func resolve(_ result: Result<Value, MCPError>) {
        let waiters = state.withLock { state in
            guard state.result == nil else { return [Int: Waiter]() }
            state.result = result
            defer { state.waiters = [:] }
            return state.waiters
        }
        for waiter in waiters.values { waiter.resume(returning: result) }
    }
}
