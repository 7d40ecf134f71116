/// What a run was asked for.
struct RunPlan: Sendable {
    let backend: any Backend
    let request: ChatRequest
    let tools: @Sendable () throws(BackendError) -> ToolSet
    let options: RunOptions
    var paused: PausedRun?
    var decisions: [String: CallDecision] = [:]
}

/// Where a run is: the conversation so far and the account of it.
struct RunState {
    let plan: RunPlan
    var round = 0
    private(set) var deadline: ContinuousClock.Instant?
    /// Calls of the last answer that are the caller's to answer.
    private(set) var foreignCalls: [ToolCall] = []
    /// Whether the last answer was ended by a filter or a fault: nothing follows from it.
    private(set) var isBroken = false
    private var request: ChatRequest
    private var tools: ToolSet?
    private var backend: any Backend
    private var answers: [ChatResponse] = []
    private var calls: [CallRecord] = []
    private var account = UsageSummary()
    private var start = ContinuousClock.now
    /// Calls that the last answer broke off in.
    private var cut: Set<String> = []
    private var decisions: [String: CallDecision]
    private var shown: [String: JSON]

    private var limits: RunLimits { plan.options.limits }

    init(_ plan: RunPlan) {
        self.plan = plan
        request = plan.request
        backend = plan.backend
        decisions = plan.decisions
        let waiting = plan.paused?.waiting ?? []
        shown = Dictionary(waiting.compactMap { call in call.arguments.map { (call.id, $0) } }) { first, _ in first }
    }

    /// Checks tools and options; answers the calls of a paused run that are still to be made.
    mutating func begin() throws(BackendError) -> [ToolCall] {
        let all = try plan.tools()
        let tools =
            plan.options.allow == nil && plan.options.exclude.isEmpty
            ? all : try all.filtered(allow: plan.options.allow, exclude: plan.options.exclude)
        let twice = request.tools.map(\.name).filter { all[$0] != nil }
        guard twice.isEmpty else { throw .tools(twice.map { "'\($0)' is defined by the request and is a tool too" }) }
        self.tools = tools
        start = .now
        if let paused = plan.paused {
            request = paused.request
            (round, calls, answers, account) = (paused.round, paused.calls, paused.answers, paused.account)
            start = start - .seconds(paused.seconds)
        }
        if let time = limits.time { deadline = start + time }
        if let limit = limits.cost { backend = Self.metered(backend, UsageLedger(account), limit) }
        guard plan.paused != nil else { return [] }
        return request.messages.last?.openCalls ?? []
    }

    private static func metered(_ backend: some Backend, _ ledger: UsageLedger, _ limit: SpendLimit) -> any Backend {
        backend.metered(by: ledger, limit: limit)
    }
}

/// Asking.
extension RunState {
    private var asked: ChatRequest {
        var asked = request
        asked.tools += tools?.definitions ?? []
        return asked
    }

    func stream() -> ChatStream {
        let stream = backend.stream(asked)
        return deadline.map { stream.ending(at: $0) } ?? stream
    }

    func respond() async throws(BackendError) -> ChatResponse {
        guard let deadline else { return try await backend.respond(to: asked) }
        return try await before(deadline) { [backend, asked] () async throws(BackendError) in
            try await backend.respond(to: asked)
        }
    }

    /// The limit that forbids another round, and why.
    var limitReached: (RunEnd.Limit, String)? {
        if round >= limits.rounds {
            return (.rounds, "the run was allowed \(limits.rounds.separated) answers of the model")
        }
        if isLate { return (.time, lateness) }
        let total = account.total()
        if let most = limits.tokens {
            let used = (total.usage.input ?? 0).addingSaturated(total.usage.output)
            if used >= most { return (.tokens, "\(used.separated) tokens of \(most.separated) are used") }
        }
        if let most = limits.cost?.dollars, total.spent >= most {
            return (.cost, "\(total.spent.formatted) of \(most.formatted) are spent")
        }
        return nil
    }

    var isLate: Bool { deadline.map { $0 <= .now } ?? false }
    var lateness: String { "the run was allowed \(limits.time.map { JSONNumber($0.seconds).literal } ?? "") seconds" }
}

/// What comes back.
extension RunState {
    /// Takes an answer into the conversation; gives the calls that are to be made.
    mutating func take(_ response: ChatResponse) -> [ToolCall] {
        answers.append(response)
        book(response)
        foreignCalls = []
        isBroken = [.contentFilter, .refusal, .error].contains(response.stopReason)
        var message = response.message
        guard !message.parts.isEmpty else { return [] }
        let hasTools = !request.tools.isEmpty || tools?.tools.isEmpty == false
        let open = hasTools ? Set(message.openCalls.map(\.id)) : []
        let calls = message.nameCalls(unlike: Set(request.messages.flatMap(\.toolCalls).map(\.id)), open)
        cut = Set(isBroken ? calls.map(\.id) : [])
        if response.stopReason == .length, case .toolCall(let last)? = message.parts.last { cut.insert(last.id) }
        // What was refused for its size is not sent back and forth.
        message.parts = message.parts.map { part in
            guard case .toolCall(var call) = part, call.argumentsText.utf8.count > plan.options.argumentLimit,
                calls.contains(where: { $0.id == call.id })
            else { return part }
            call.argumentsText = "{}"
            return .toolCall(call)
        }
        request.messages.append(message)
        return calls
    }

    private mutating func book(_ response: ChatResponse) {
        let provider = backend.provider
        let asked = request.model.isEmpty ? provider.defaultModel ?? "" : request.model
        let cost = provider.models.cost(of: response, asked: asked)
        account.add(
            response.usage, cost,
            for: UsageSummary.Key(provider: provider.id, model: cost.model ?? response.model ?? asked))
    }

    /// An answer that broke off costs what came of it; one that never began costs nothing.
    mutating func bookBroken(_ error: BackendError) {
        if error.family == .stream || error.partial != nil { book(error.partial ?? ChatResponse()) }
    }

    /// Whether any of the calls is not the caller's to answer.
    func hasTools(for calls: [ToolCall]) -> Bool {
        let foreign = Set(request.tools.map(\.name))
        return !calls.allSatisfy { foreign.contains($0.name) }
    }

    func checked(_ calls: [ToolCall]) async -> [CheckedStep] {
        guard let tools else { return [] }
        let check = CallCheck(
            provider: backend.provider, tools: tools, options: plan.options, foreign: Set(request.tools.map(\.name)),
            decisions: decisions, shown: shown,
            round: round)
        return await withTaskGroup(of: (Int, CheckedStep).self) { [cut] group in
            for (place, call) in calls.enumerated() {
                group.addTask { (place, await check.checked(call, isCut: cut.contains(call.id))) }
            }
            var steps: [CheckedStep?] = calls.map { _ in nil }
            for await (place, step) in group { steps[place] = step }
            return steps.compactMap { $0 }
        }
    }

    /// The steps that the limit of calls leaves; takes out those that are the caller's.
    mutating func limited(_ steps: [CheckedStep]) -> [CheckedStep] {
        var left = limits.calls.map { max(0, $0 - calls.count(where: \.wasCalled)) } ?? .max
        return steps.compactMap { step in
            switch step {
            case .foreign(let call):
                foreignCalls.append(call)
                return nil
            case .ready(let job) where left == 0:
                let reason = "the run was allowed \(limits.calls ?? 0) calls"
                return .refused(CallRecord(.skipped, job.call, round: round, "It was not called: \(reason)."))
            case .ready:
                left -= 1
                return step
            case .refused, .waits: return step
            }
        }
    }

    /// Takes results into the conversation.
    mutating func take(_ records: [CallRecord]) {
        (decisions, shown) = ([:], [:])
        calls += records
        guard !records.isEmpty else { return }
        request.messages.append(Message(role: .tool, parts: records.map { .toolResult($0.result) }))
        // A call that must be made was made: asking for it again would never end.
        if request.toolChoice != ToolChoice.none { request.toolChoice = nil }
    }

    /// Answers calls that are not made.
    mutating func skip(
        _ calls: [ToolCall], _ reason: String, _ outcome: CallRecord.Outcome = .skipped
    ) -> [CallRecord] {
        let records = calls.map { CallRecord(outcome, $0, round: round, "It was not called: \(reason).") }
        take(records)
        return records
    }

    func paused(_ waiting: [ToolCall]) -> PausedRun {
        PausedRun(
            request: request, waiting: waiting, round: round, calls: calls, answers: answers, account: account,
            seconds: (.now - start).seconds)
    }

    func result(_ end: RunEnd, _ last: ChatResponse?) -> RunResult {
        RunResult(
            end: end, response: last ?? answers.last ?? ChatResponse(), messages: request.messages, answers: answers,
            calls: calls, account: account)
    }
}

extension Message {
    /// The calls that nobody has made: agents make theirs themselves and tell the results.
    fileprivate var openCalls: [ToolCall] {
        let made = Set(toolResults.map(\.callID))
        return toolCalls.filter { !made.contains($0.id) }
    }

    /// Gives calls ids of their own, where vendors gave none or the same twice; answers those that are open.
    fileprivate mutating func nameCalls(unlike others: Set<String>, _ open: Set<String>) -> [ToolCall] {
        var taken = others
        var calls: [ToolCall] = []
        for index in parts.indices {
            guard case .toolCall(var call) = parts[index], open.contains(call.id) else { continue }
            if call.id.isEmpty || !taken.insert(call.id).inserted {
                var number = 0
                while !taken.insert("\(ToolCall.mintedPrefix)\(number)").inserted { number += 1 }
                call.id = "\(ToolCall.mintedPrefix)\(number)"
                parts[index] = .toolCall(call)
            }
            calls.append(call)
        }
        return calls
    }
}
