/// A conversation that goes on until the model needs no more tools. The first request is sent when iteration begins;
/// leaving the loop closes the connection and cancels the tools.
///
/// ```swift
/// for try await event in claude.run(request, tools: [weather]) {
///     switch event {
///     case .model(let event): print(event.text ?? "", terminator: "")
///     case .toolStarted(let call): print("[\(call.name) …]")
///     case .ended(let result): print(result.cost)
///     default: break
///     }
/// }
/// ```
///
/// Iterate once: each iteration begins anew.
public struct ToolRun: AsyncSequence, Sendable {
    /// A step.
    public typealias Element = RunEvent
    /// What may go wrong with the backend; what goes wrong with tools is told to the model.
    public typealias Failure = BackendError

    let plan: RunPlan

    /// An iterator of the steps.
    public func makeAsyncIterator() -> Iterator { Iterator(plan) }

    /// The final answer: waits for the end. Throws where the run ended without one, at a limit for instance.
    public func response() async throws(BackendError) -> ChatResponse {
        let result = await result()
        func ended(_ code: BackendError.Code, _ message: String) -> BackendError {
            var error = BackendError(.stream, code, message, provider: plan.backend.provider.id)
            error.partial = result.response
            return error
        }
        switch result.end {
        case .finished, .handedBack: return result.response
        case .failed(let error): throw error
        case .limit(_, let reason): throw ended(.runLimit, reason)
        case .paused(let paused):
            throw ended(
                .needsApproval, "people must decide about \(paused.waiting.map(\.name).joined(separator: ", "))")
        case .cancelled: throw ended(.cancelled, "the task was cancelled")
        }
    }

    /// The whole run: waits for the end and says in ``RunResult/end`` which it was.
    public func result() async -> RunResult {
        var iterator = makeAsyncIterator()
        while let event = try? await iterator.next(isolation: nil) {
            if case .ended(let result) = event { return result }
        }
        return iterator.result(.cancelled)
    }

    /// Gives the steps of a run.
    public struct Iterator: AsyncIteratorProtocol {
        var state: RunState
        private var queue: [RunEvent] = []
        private var place = 0
        private var answer: ChatStream.Iterator?
        /// How many bytes the arguments of each block have so far.
        private var sizes: [Int: Int] = [:]
        private var batch: CallBatch?
        private var step = Step.begin
        private var failure: BackendError?

        private enum Step {
            case begin
            case ask
            case listen
            case check([ToolCall])
            case call
            case over
        }

        init(_ plan: RunPlan) { state = RunState(plan) }

        /// The next step; `nil` after the end.
        public mutating func next() async throws(BackendError) -> RunEvent? { try await next(isolation: nil) }

        /// The next step; `nil` after the end.
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(BackendError) -> RunEvent? {
            while place == queue.count {
                queue.removeAll(keepingCapacity: true)
                place = 0
                guard try await advance(isolation: actor) else { return nil }
            }
            place += 1
            return queue[place - 1]
        }

        func result(_ end: RunEnd, _ last: ChatResponse? = nil) -> RunResult { state.result(end, last) }
    }
}

extension BackendError.Code {
    /// A run reached a limit before the model had its answer.
    public static let runLimit: Self = "runLimit"
    /// A run waits for people to decide about calls.
    public static let needsApproval: Self = "needsApproval"
}

/// From one step to the next.
extension ToolRun.Iterator {
    private mutating func advance(isolation actor: isolated (any Actor)?) async throws(BackendError) -> Bool {
        switch step {
        case .begin: begin()
        case .ask: ask()
        case .listen: await listen(isolation: actor)
        case .check(let calls): await check(calls, isolation: actor)
        case .call:
            if let events = await batch?.next() { queue += events } else { called() }
        case .over:
            if let failure {
                self.failure = nil
                throw failure
            }
            return false
        }
        return true
    }

    private mutating func begin() {
        do throws(BackendError) {
            let open = try state.begin()
            step = open.isEmpty ? .ask : .check(open)
        } catch {
            fail(error)
        }
    }

    private mutating func ask() {
        if let (limit, reason) = state.limitReached { return end(.limit(limit, reason)) }
        state.round += 1
        queue.append(.round(state.round))
        sizes = [:]
        if state.plan.options.isStreaming { answer = state.stream().makeAsyncIterator() }
        step = .listen
    }

    private mutating func listen(isolation actor: isolated (any Actor)?) async {
        do throws(BackendError) {
            guard answer != nil else { return answered(try await state.respond()) }
            if let events = try await answer?.nextBatch(isolation: actor) {
                heard(events)
            } else {
                answered(answer?.snapshot ?? ChatResponse())
            }
        } catch {
            broke(error)
        }
    }

    private mutating func heard(_ events: [ChatEvent]) {
        for event in events {
            queue.append(.model(event))
            guard case .argumentsDelta(let index, let text) = event else { continue }
            sizes[index, default: 0] += text.utf8.count
            // The rest would only cost money: the call is refused all the same.
            if sizes[index, default: 0] > state.plan.options.argumentLimit {
                return answered(answer?.snapshot ?? ChatResponse())
            }
        }
    }

    private mutating func answered(_ response: ChatResponse) {
        answer = nil
        queue.append(.answered(response))
        let calls = state.take(response)
        if calls.isEmpty {
            if response.stopReason == .pause { step = .ask } else { end(.finished) }
        } else if state.hasTools(for: calls), let (limit, reason) = state.limitReached {
            queue += state.skip(calls, reason).map(RunEvent.toolEnded)
            end(.limit(limit, reason))
        } else {
            step = .check(calls)
        }
    }

    /// The answer did not become whole.
    private mutating func broke(_ error: BackendError) {
        answer = nil
        state.bookBroken(error)
        if Task.isCancelled { return end(.cancelled, error.partial) }
        if error.code == .spendLimit { return end(.limit(.cost, error.message)) }
        if state.isLate { return end(.limit(.time, state.lateness), error.partial) }
        fail(error)
    }

    private mutating func check(_ calls: [ToolCall], isolation actor: isolated (any Actor)?) async {
        let steps = await state.checked(calls)
        if Task.isCancelled {
            queue += state.skip(calls, "the run was cancelled", .cancelled).map(RunEvent.toolEnded)
            return end(.cancelled)
        }
        let waiting = steps.compactMap { if case .waits(let call) = $0 { call } else { nil } }
        guard waiting.isEmpty else { return end(.paused(state.paused(waiting))) }
        batch = CallBatch(
            state.limited(steps), parallel: state.plan.options.parallelCalls, deadline: state.deadline)
        step = .call
    }

    private mutating func called() {
        let records = batch?.records ?? []
        batch = nil
        state.take(records)
        if records.contains(where: { $0.outcome == .cancelled }) {
            end(.cancelled)
        } else if !state.foreignCalls.isEmpty {
            end(.handedBack(state.foreignCalls))
        } else if state.isBroken {
            end(.finished)
        } else if let record = records.first(where: { $0.outcome == .skipped }) {
            end(state.isLate ? .limit(.time, state.lateness) : .limit(.calls, record.result.text ?? ""))
        } else {
            step = .ask
        }
    }

    private mutating func fail(_ error: BackendError) {
        failure = error
        end(.failed(error), error.partial)
    }

    private mutating func end(_ end: RunEnd, _ last: ChatResponse? = nil) {
        step = .over
        queue.append(.ended(result(end, last)))
    }
}
