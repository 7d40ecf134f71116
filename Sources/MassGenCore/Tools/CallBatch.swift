import Synchronization

/// The calls of one answer while they are made, several at a time. Letting go of it cancels them.
final class CallBatch: Sendable {
    private let board: CallBoard

    /// - Parameters:
    ///   - steps: the calls in order; those that are refused have their records already.
    ///   - parallel: how many are made at the same time.
    ///   - deadline: when the run's time is over.
    init(_ steps: [CheckedStep], parallel: Int, deadline: ContinuousClock.Instant?) {
        board = CallBoard(steps, room: max(1, parallel), deadline: deadline)
        board.fill()
    }

    deinit { board.cancel() }

    /// What has happened since; `nil` once all calls have ended and all was told.
    func next() async -> [RunEvent]? {
        await withTaskCancellationHandler {
            await withUnsafeContinuation { board.wait($0) }
        } onCancel: {
            board.cancel()
        }
    }

    /// What became of the calls, in their order; whole once ``next()`` has given `nil`.
    var records: [CallRecord] { board.records }
}

/// Where calls that are being made say what happens.
private final class CallBoard: Sendable {
    private typealias Waiter = UnsafeContinuation<[RunEvent]?, Never>

    private struct State: Sendable {
        var records: [CallRecord?]
        var queue: ArraySlice<(slot: Int, job: CallJob)>
        var tasks: [Int: Task<Void, Never>] = [:]
        var running = 0
        var events: [RunEvent]
        var waiter: Waiter?
        var isCancelled = false

        var isOver: Bool { running == 0 && queue.isEmpty }
    }

    private let room: Int
    private let deadline: ContinuousClock.Instant?
    private let state: Mutex<State>

    /// Tools that report without end fill no memory: beyond this many events that nobody has taken, reports are left
    /// out.
    private static let backlog = 1000

    init(_ steps: [CheckedStep], room: Int, deadline: ContinuousClock.Instant?) {
        self.room = room
        self.deadline = deadline
        var records: [CallRecord?] = []
        var queue: [(slot: Int, job: CallJob)] = []
        var events: [RunEvent] = []
        for step in steps {
            switch step {
            case .refused(let record):
                records.append(record)
                events.append(.toolEnded(record))
            case .ready(let job):
                queue.append((records.count, job))
                records.append(nil)
            case .waits, .foreign: break
            }
        }
        state = Mutex(State(records: records, queue: queue[...], events: events))
    }

    var records: [CallRecord] { state.withLock { $0.records.compactMap { $0 } } }

    /// Starts as many calls as there is room for.
    func fill() {
        while true {
            let next = state.withLock { state -> (slot: Int, job: CallJob)? in
                guard state.running < room, let next = state.queue.popFirst() else { return nil }
                state.running += 1
                return next
            }
            guard let (slot, job) = next else { return }
            if let deadline, deadline <= .now {
                end(
                    slot, CallRecord(.skipped, job.call, round: job.round, "It was not called: the run's time is over.")
                )
                continue
            }
            post(.toolStarted(job.call))
            let task = Task {
                let rest = deadline.map { $0 - .now }
                let record = await job.run(rest: rest) { [weak self] in self?.post(.toolProgress(job.call, $0)) }
                end(slot, record)
                fill()
            }
            let isCancelled = state.withLock { state in
                if state.records[slot] == nil { state.tasks[slot] = task }
                return state.isCancelled
            }
            if isCancelled { task.cancel() }
        }
    }

    func wait(_ waiter: UnsafeContinuation<[RunEvent]?, Never>) {
        let ready = state.withLock { state -> [RunEvent]?? in
            if !state.events.isEmpty {
                defer { state.events = [] }
                return .some(state.events)
            }
            if state.isOver { return .some(nil) }
            state.waiter = waiter
            return nil
        }
        if let ready { waiter.resume(returning: ready) }
    }

    func cancel() {
        let (tasks, left) = state.withLock { state in
            state.isCancelled = true
            defer { state.queue = [] }
            state.running += state.queue.count
            return (Array(state.tasks.values), state.queue)
        }
        for task in tasks { task.cancel() }
        for (slot, job) in left {
            end(slot, CallRecord(.cancelled, job.call, round: job.round, "It was not called: the run was cancelled."))
        }
    }

    private func end(_ slot: Int, _ record: CallRecord) {
        tell { state in
            state.records[slot] = record
            state.tasks[slot] = nil
            state.running -= 1
            state.events.append(.toolEnded(record))
        }
    }

    private func post(_ event: RunEvent) {
        tell { state in
            if case .toolProgress(let call, _) = event {
                // After its end a call has nothing to say.
                let isOver = state.records.contains { $0?.call.id == call.id }
                if isOver || state.events.count >= Self.backlog { return }
            }
            state.events.append(event)
        }
    }

    /// Changes the state and wakes who waits for events.
    private func tell(_ change: (inout State) -> Void) {
        let (waiter, events) = state.withLock { state -> (Waiter?, [RunEvent]) in
            change(&state)
            guard !state.events.isEmpty, let waiter = state.waiter.take() else { return (nil, []) }
            defer { state.events = [] }
            return (waiter, state.events)
        }
        waiter?.resume(returning: events)
    }
}
