import MassGenCore
import Synchronization

/// The server's requests that are being answered.
final class QuestionTable: Sendable {
    private let state = Mutex(State())

    private struct State: Sendable {
        var tasks: [RPCID: Task<Void, Never>?] = [:]
    }

    /// How many are answered at a time; a server that floods gets refusals.
    private static let limit = 64

    /// Answers a request beside everything else; `false` when there are too many, or one of that id.
    func start(_ id: RPCID, _ answer: @escaping @Sendable () async -> Void) -> Bool {
        let isFree = state.withLock { state in
            guard state.tasks.count < Self.limit, state.tasks[id] == nil else { return false }
            state.tasks[id] = .some(nil)
            return true
        }
        guard isFree else { return false }
        let task = Task { [weak self] in
            await answer()
            self?.state.withLock { $0.tasks[id] = nil }
        }
        state.withLock { state in
            if state.tasks[id] != nil { state.tasks[id] = task }
        }
        return true
    }

    /// The server takes a request back.
    func cancel(_ id: RPCID) {
        (state.withLock { $0.tasks[id] } ?? nil)?.cancel()
    }

    /// Nobody wants any answer.
    func cancelAll() {
        for task in state.withLock({ Array($0.tasks.values) }) { task?.cancel() }
    }
}
