import MassGenCore
import Synchronization

/// The requests that wait for an answer: each gets exactly one, from the server, from a deadline or from whoever gives up.
final class RequestTable: Sendable {
    typealias Answer = Result<JSON, MCPError>
    typealias Waiter = UnsafeContinuation<Answer, Never>

    private let state = Mutex(State())

    private struct Entry: Sendable {
        var waiter: Waiter?
        var answer: Answer?
        var sending: Task<Void, Never>?
        var progress: (@Sendable (MCPProgress) -> Void)?
        /// How long it may be silent; without end when `nil`.
        var silence: Duration?
        var deadline: ContinuousClock.Instant?
        /// When its time is up however much progress it makes.
        var last: ContinuousClock.Instant?
    }

    private struct State: Sendable {
        var entries: [Int: Entry] = [:]
        var lastID = 0
        var watchdog: Task<Void, Never>?
        var watchedUntil: ContinuousClock.Instant?
    }

    deinit {
        state.withLock { $0.watchdog }?.cancel()
    }

    /// Makes room for a request; its id. It takes progress and answers from now on.
    func open(
        silence: Duration?, total: Duration?, progress: (@Sendable (MCPProgress) -> Void)?
    ) -> Int {
        let now = ContinuousClock.now
        return state.withLock { state in
            state.lastID += 1
            var entry = Entry(progress: progress, silence: silence)
            entry.last = total.map { now + $0 }
            entry.deadline = silence.map { min(now + $0, entry.last ?? now + $0) } ?? entry.last
            state.entries[state.lastID] = entry
            if let deadline = entry.deadline, state.watchedUntil.map({ deadline < $0 }) ?? true {
                state.watchdog?.cancel()
                state.watchedUntil = deadline
                state.watchdog = watch()
            }
            return state.lastID
        }
    }

    /// Sends a request and waits for its answer.
    /// - Parameters:
    ///   - post: sends it without waiting; `false` when that cannot be done.
    ///   - send: sends it, in a task beside the waiting one, so that nothing keeps that from giving up.
    func answer(
        to id: Int, posting post: () -> Bool, sending send: @escaping @Sendable () async throws(MCPError) -> Void
    ) async -> Answer {
        await withTaskCancellationHandler {
            await withUnsafeContinuation { (waiter: Waiter) in
                let ready = state.withLock { state -> Answer? in
                    guard let answer = state.entries[id]?.answer else {
                        state.entries[id]?.waiter = waiter
                        return nil
                    }
                    state.entries[id] = nil
                    return answer
                }
                if let ready { return waiter.resume(returning: ready) }
                if post() { return }
                let task = Task { [weak self] in
                    do throws(MCPError) {
                        try await send()
                    } catch {
                        self?.resolve(id, .failure(error))
                    }
                }
                let isOver = state.withLock { state in
                    state.entries[id]?.sending = task
                    return state.entries[id] == nil
                }
                if isOver { task.cancel() }
            }
        } onCancel: {
            resolve(id, .failure(.cancelled))
        }
    }

    /// Gives a request its answer; `false` when nobody waits for it, or any more.
    @discardableResult
    func resolve(_ id: Int, _ answer: Answer) -> Bool {
        let (waiter, sending, isKnown) = state.withLock { state -> (Waiter?, Task<Void, Never>?, Bool) in
            guard let entry = state.entries[id], entry.answer == nil else { return (nil, nil, false) }
            if entry.waiter == nil {
                state.entries[id]?.answer = answer
            } else {
                state.entries[id] = nil
            }
            return (entry.waiter, entry.sending, true)
        }
        sending?.cancel()
        waiter?.resume(returning: answer)
        return isKnown
    }

    /// Tells a request of its progress, which gives it more time; `false` when there is no such request.
    func progressed(_ id: Int, _ progress: MCPProgress) -> Bool {
        let now = ContinuousClock.now
        let (isKnown, tell) = state.withLock { state -> (Bool, (@Sendable (MCPProgress) -> Void)?) in
            guard let entry = state.entries[id] else { return (false, nil) }
            if let silence = entry.silence {
                state.entries[id]?.deadline = min(now + silence, entry.last ?? now + silence)
            }
            return (true, entry.progress)
        }
        tell?(progress)
        return isKnown
    }

    /// Gives all requests the same answer.
    func failAll(_ error: MCPError) {
        for id in state.withLock({ Array($0.entries.keys) }) { resolve(id, .failure(error)) }
    }

    /// How many requests wait.
    var count: Int { state.withLock { $0.entries.count } }

    private func watch() -> Task<Void, Never> {
        Task { [weak self] in
            while !Task.isCancelled, let next = self?.nextDeadline() {
                try? await Task.sleep(until: next, clock: .continuous)
            }
        }
    }

    /// Ends what has run out of time; when to look again, `nil` for never.
    private func nextDeadline() -> ContinuousClock.Instant? {
        let now = ContinuousClock.now
        let (expired, next) = state.withLock { state -> ([(Int, Duration?)], ContinuousClock.Instant?) in
            var expired: [(Int, Duration?)] = []
            var next: ContinuousClock.Instant?
            for (id, entry) in state.entries {
                guard let deadline = entry.deadline else { continue }
                if deadline <= now {
                    expired.append((id, entry.last == deadline ? nil : entry.silence))
                } else {
                    next = min(next ?? deadline, deadline)
                }
            }
            state.watchedUntil = next
            if next == nil { state.watchdog = nil }
            return (expired, next)
        }
        for (id, silence) in expired {
            let words = silence.map { "no answer and no progress for \($0)" } ?? "no answer in the time it may take"
            resolve(id, .failure(MCPError(.timeout, "\(words); whether the server did something is not known")))
        }
        return next
    }
}
