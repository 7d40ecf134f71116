import Synchronization

/// How work ended that nobody waits for longer than it may take.
enum Bounded<Value: Sendable>: Sendable {
    case value(Value)
    case failed(any Error)
    /// It took too long; it was cancelled and is left to itself.
    case late
    /// The task that waited was cancelled.
    case cancelled
}

/// Waits for work no longer than a limit, and no longer than this task wants to. Work that goes on although it is
/// cancelled is left to itself: waiting for it would let any tool stop its owner.
func bounded<Value: Sendable>(
    by limit: Duration?, _ work: @escaping @Sendable () async throws -> Value
) async -> Bounded<Value> {
    if Task.isCancelled { return .cancelled }
    if let limit, limit <= .zero { return .late }
    let race = Race<Value>()
    return await withTaskCancellationHandler {
        await withUnsafeContinuation { race.start($0, limit, work) }
    } onCancel: {
        race.finish(.cancelled)
    }
}

/// The first of several ends counts.
private final class Race<Value: Sendable>: Sendable {
    private struct State: Sendable {
        var waiter: UnsafeContinuation<Bounded<Value>, Never>?
        var end: Bounded<Value>?
        var tasks: [Task<Void, Never>] = []
    }

    private let state = Mutex(State())

    func start(
        _ waiter: UnsafeContinuation<Bounded<Value>, Never>, _ limit: Duration?,
        _ work: @escaping @Sendable () async throws -> Value
    ) {
        let end = state.withLock { state in
            if state.end == nil { state.waiter = waiter }
            return state.end
        }
        if let end { return waiter.resume(returning: end) }
        keep(
            Task {
                do { finish(.value(try await work())) } catch { finish(.failed(error)) }
            })
        guard let limit else { return }
        keep(
            Task {
                do { try await Task.sleep(for: limit) } catch { return }
                finish(.late)
            })
    }

    func finish(_ end: Bounded<Value>) {
        let (waiter, tasks) = state.withLock {
            state -> (UnsafeContinuation<Bounded<Value>, Never>?, [Task<Void, Never>]) in
            guard state.end == nil else { return (nil, []) }
            state.end = end
            defer { state.tasks = [] }
            return (state.waiter.take(), state.tasks)
        }
        waiter?.resume(returning: end)
        for task in tasks { task.cancel() }
    }

    private func keep(_ task: Task<Void, Never>) {
        let isOver = state.withLock { state in
            if state.end == nil { state.tasks.append(task) }
            return state.end != nil
        }
        if isOver { task.cancel() }
    }
}
