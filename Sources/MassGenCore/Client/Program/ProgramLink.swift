import Synchronization

/// The connection to one running program: takes its output apart into answers, questions and outcomes of orders, and sees
/// to it that nobody waits for ever.
final class ProgramLink: Sendable {
    private let child: any ChildProcess
    private let options: ProgramOptions
    private let control: any ProgramControl.Type
    private let provider: Provider
    /// Reads what the last line of an answer says of the whole session.
    private let totals: @Sendable ([UInt8]) -> SessionTotals?
    private let state = Mutex(State())

    fileprivate typealias OrderWaiter = UnsafeContinuation<Result<JSON, BackendError>, Never>

    private struct State: Sendable {
        var turn: FedBody?
        var totals: SessionTotals?
        /// What the program writes before it is asked anything; `nil` once it was.
        var early: [(line: [UInt8], isLast: Bool)]? = []
        /// Whether the rest of an answer that nobody wants is still coming.
        var isDraining = false
        var drainWaiters: [UnsafeContinuation<Void, Never>] = []
        var orders: [String: OrderWaiter] = [:]
        var asked: Set<String> = []
        var questions: [String: Task<Void, Never>] = [:]
        var lastID = 0
        var lastLine = ContinuousClock.now
        var hasWritten = false
        var isEnded = false
        var failure: BackendError?
    }

    /// How many lines may come before the first question.
    private static let earlyLimit = 100

    init(
        _ child: any ChildProcess, _ options: ProgramOptions, _ control: any ProgramControl.Type, provider: Provider,
        totals: @escaping @Sendable ([UInt8]) -> SessionTotals?
    ) {
        self.child = child
        self.options = options
        self.control = control
        self.provider = provider
        self.totals = totals
    }

    deinit {
        child.end()
    }

    /// Begins to read. The link is not kept alive by it.
    func run() {
        Task { [weak self, child] in
            var problem: String?
            do throws(ProcessError) {
                for try await line in child.lines(upTo: 64 << 20) {
                    guard let self else { return child.end() }
                    await self.received(line)
                }
            } catch {
                if error.kind == .tooLarge { problem = error.message }
                child.end()
            }
            await self?.outputEnded(problem)
        }
    }

    /// Whether it has not ended.
    var isRunning: Bool { state.withLock { !$0.isEnded } }

    /// Whether it can be asked for an answer; waits for the rest of one that nobody wants.
    func isReady() async -> Bool {
        await withUnsafeContinuation { waiter in
            let isDraining = state.withLock { state in
                if state.isDraining { state.drainWaiters.append(waiter) }
                return state.isDraining
            }
            if !isDraining { waiter.resume() }
        }
        return isRunning
    }

    /// What the program failed of.
    var failure: BackendError? { state.withLock { $0.failure } }

    func newID() -> String {
        state.withLock { state in
            state.lastID += 1
            return "massgen-\(state.lastID)"
        }
    }

    func write(_ line: JSON) async throws(ProcessError) {
        try await child.write(line.bytes + [0x0A])
    }

    /// Ends it at once, for certain.
    func end() { child.end() }

    /// Lets it end by itself, and ends it when it does not.
    func close() async {
        child.endInput()
        let timer = Task { [child, options] in
            try await Task.sleep(for: options.patience)
            child.end()
        }
        _ = await child.exit()
        timer.cancel()
    }
}

/// Answers.
extension ProgramLink {
    /// Begins an answer: its lines are the body's bytes. Answers too what was said of the session before.
    func begin(abandoned: @escaping @Sendable () -> Void) -> (body: HTTPBody, earlier: SessionTotals?) {
        let turn = FedBody()
        turn.start { [weak self, weak turn] in
            guard let self, let turn, self.abandon(turn) else { return }
            abandoned()
        }
        let (early, failure, earlier) = state.withLock { state in
            defer { state.early = nil }
            let early = state.early ?? []
            let earlier = early.isEmpty ? state.totals : nil
            if !state.isEnded, !early.contains(where: \.isLast) { state.turn = turn }
            state.lastLine = .now
            return (early, state.isEnded ? state.failure : nil, earlier)
        }
        for (line, _) in early { turn.give(line + [0x0A]) }
        if early.contains(where: \.isLast) {
            turn.finish()
        } else if let failure {
            turn.fail(TransportError(.connectionLost, failure.message))
        } else {
            turn.watch { [weak self] in self?.remainingPatience }
        }
        return (turn.body, earlier)
    }

    /// How long the program may be silent yet; `nil` when there is nothing to wait for.
    private var remainingPatience: Duration? {
        let (since, isAsked, isOver) = state.withLock { ($0.lastLine, !$0.asked.isEmpty, $0.turn == nil) }
        if isOver { return nil }
        let rest = options.silence - since.duration(to: .now)
        if isAsked || rest > .zero { return isAsked ? options.silence : rest }
        let failure = failed(.timeout, "the program wrote nothing for \(options.silence)")
        let turn = state.withLock { state in
            state.failure = failure
            return state.turn.take()
        }
        turn?.fail(TransportError(.timeout(.idle), failure.message))
        child.end()
        return nil
    }

    /// Nobody reads the answer to its end: the program is told, and has a while to come to it.
    private func abandon(_ turn: FedBody) -> Bool {
        let isCurrent = state.withLock { state in
            guard state.turn === turn else { return false }
            state.turn = nil
            state.isDraining = !state.isEnded
            return true
        }
        guard isCurrent else { return false }
        turn.close()
        Task { [weak self, child, options] in
            if let self, let line = self.control.order(.interrupt, id: self.newID()) { try? await self.write(line) }
            try? await Task.sleep(for: options.patience)
            if let self, self.state.withLock({ $0.isDraining }) { child.end() }
        }
        return true
    }

    private func deliver(_ line: [UInt8], isLast: Bool) async {
        let totals = isLast ? totals(line) : nil
        let (turn, waiters) = state.withLock { state -> (FedBody?, [UnsafeContinuation<Void, Never>]) in
            state.hasWritten = true
            state.totals = totals ?? state.totals
            let turn = state.turn
            if turn == nil, state.early?.count ?? .max < Self.earlyLimit { state.early?.append((line, isLast)) }
            guard isLast else { return (turn, []) }
            state.turn = nil
            state.isDraining = false
            defer { state.drainWaiters = [] }
            return (turn, state.drainWaiters)
        }
        for waiter in waiters { waiter.resume() }
        guard let turn else { return }
        await turn.deliver(line + [0x0A])
        if isLast { turn.finish() }
        state.withLock { $0.lastLine = .now }
    }
}

/// Lines.
extension ProgramLink {
    private func received(_ line: [UInt8]) async {
        state.withLock { $0.lastLine = .now }
        let isObject = line.first { $0 > 0x20 } == 0x7B
        if let received = options.received {
            let json = isObject ? try? JSON(parsing: line) : nil
            received(json ?? .string(String(decoding: line, as: UTF8.self)))
        }
        guard isObject else { return }
        switch control.kind(of: JSONReader(line)) {
        case .content: await deliver(line, isLast: false)
        case .last: await deliver(line, isLast: true)
        case .question(let id, let question): ask(question, id: id)
        case .withdrawn(let id):
            let task = state.withLock { state in
                state.asked.remove(id)
                return state.questions.removeValue(forKey: id)
            }
            task?.cancel()
        case .outcome(let id, let result):
            resolve(
                id,
                result.mapError { refusal in
                    var error = BackendError(.provider, .refusedOrder, refusal.message, provider: provider.id)
                    error.vendorCode = refusal.code
                    return error
                })
        }
    }

    /// Answers a question without keeping other lines waiting.
    private func ask(_ question: ProgramQuestion, id: String) {
        let (options, control) = (options, control)
        state.withLock { _ = $0.asked.insert(id) }
        let task = Task { [weak self] in
            let answer: ProgramAnswer =
                switch question {
                case .permission(let request):
                    .permission(
                        await options.permission?(request)
                            ?? .deny("this has to be asked for, and nobody is there to decide"), asked: request.input)
                case .hook(let number, let input):
                    options.hooks.indices.contains(number)
                        ? .hook(await options.hooks[number].call(input)) : .refusal("there is no hook \(number)")
                case .unknown(let what): .refusal("'\(what)' is not known here")
                }
            guard let self, !Task.isCancelled else { return }
            try? await self.write(control.answer(answer, to: id))
            self.state.withLock { state in
                state.asked.remove(id)
                state.questions[id] = nil
                state.lastLine = .now
            }
        }
        state.withLock { state in
            if state.asked.contains(id) { state.questions[id] = task }
        }
    }

    /// The program will write no more.
    private func outputEnded(_ problem: String?) async {
        await close()
        let exit = await child.exit()
        var message = problem ?? "it ended with \(exit) before its answer was whole"
        let words = child.errorTail.trimmed
        if !words.isEmpty { message += ": \(words.suffix(500))" }
        let failure = failed(.programFailed, message)
        let left = state.withLock { state in
            state.isEnded = true
            state.isDraining = false
            state.failure = state.failure ?? failure
            defer { (state.turn, state.orders, state.questions, state.drainWaiters) = (nil, [:], [:], []) }
            return state
        }
        left.turn?.fail(TransportError(.connectionLost, message))
        for waiter in left.orders.values { waiter.resume(returning: .failure(left.failure ?? failure)) }
        for task in left.questions.values { task.cancel() }
        for waiter in left.drainWaiters { waiter.resume() }
    }

    private func failed(_ code: BackendError.Code, _ message: String) -> BackendError {
        var failure = BackendError(.transport, code, message, provider: provider.id)
        failure.isRetryable = state.withLock { $0.hasWritten }
        return failure
    }
}

/// Orders.
extension ProgramLink {
    /// Sends an order and waits for what comes of it.
    func send(_ line: JSON, id: String) async throws(BackendError) -> JSON {
        let timer = Task { [weak self, options, provider] in
            try await Task.sleep(for: options.patience)
            let message = "the program did not say within \(options.patience) whether it obeys"
            self?.resolve(id, .failure(BackendError(.transport, .timeout, message, provider: provider.id)))
        }
        defer { timer.cancel() }
        let result: Result<JSON, BackendError> = await withTaskCancellationHandler {
            await withUnsafeContinuation { waiter in
                let failure = state.withLock { state -> BackendError? in
                    if !state.isEnded { state.orders[id] = waiter }
                    return state.isEnded ? state.failure ?? .ended : nil
                }
                if let failure { return waiter.resume(returning: .failure(failure)) }
                // A program that no longer reads ends soon, which resolves the order.
                Task { try? await self.write(line) }
            }
        } onCancel: {
            resolve(id, .failure(BackendError(.transport, .cancelled, "the order was given up", provider: provider.id)))
        }
        return try result.get()
    }

    private func resolve(_ id: String, _ result: Result<JSON, BackendError>) {
        state.withLock { $0.orders.removeValue(forKey: id) }?.resume(returning: result)
    }
}

extension BackendError {
    fileprivate static let ended = BackendError(.transport, .programFailed, "the program has ended")
}
