/// Counts as a wire sends them, before it is settled what contains what.
@dynamicMemberLookup
public struct UsageCounts: Sendable, Hashable {
    /// The counts as they are named.
    private var raw = Usage()
    /// Prompt and answer together.
    public var total: Int?
    /// Searches that stand beside ``Usage/searches``.
    public var moreSearches: Int?
    /// What the vendor of the model bills for the answer, apart from the gateway's own price.
    public var upstreamCost: Dollars?
    /// Whether the vendor of the model bills the caller itself.
    public var isOwnKey: Bool?
    /// The counts by model and request, each related as these are.
    public var byModel: [UsageCounts] = []

    /// Makes empty counts.
    public init() {}

    /// A count, or what else a usage says.
    public subscript<Value>(dynamicMember member: WritableKeyPath<Usage, Value>) -> Value {
        get { raw[keyPath: member] }
        set { raw[keyPath: member] = newValue }
    }

    /// Takes later counts in: what they leave out stays as it was.
    public mutating func overlay(_ later: UsageCounts) {
        raw.overlay(later.raw)
        total = later.total ?? total
        moreSearches = later.moreSearches ?? moreSearches
        upstreamCost = later.upstreamCost ?? upstreamCost
        isOwnKey = later.isOwnKey ?? isOwnKey
        if !later.byModel.isEmpty { byModel = later.byModel }
    }

    /// What has been counted since; as it is where less is counted now.
    func since(_ earlier: UsageCounts) -> UsageCounts {
        var counts = self
        for count in Usage.counts {
            guard let now = raw[keyPath: count], let then = earlier.raw[keyPath: count] else { continue }
            if now < then { return self }
            counts.raw[keyPath: count] = now - then
        }
        return counts
    }

    /// Makes the counts of a wire that leaves the given ones out of its figures for prompt and answer.
    public init(
        _ usage: Usage, outsideInput: [KeyPath<Usage, Int?>] = [], outsideOutput: [KeyPath<Usage, Int?>] = []
    ) {
        raw = usage
        // Whoever counts it apart is told that it is in the prompt.
        raw.toolInput = nil
        raw.input = usage.input.map { max(0, outsideInput.reduce($0) { $0 - (usage[keyPath: $1] ?? 0) }) }
        raw.output = usage.output.map { max(0, outsideOutput.reduce($0) { $0 - (usage[keyPath: $1] ?? 0) }) }
        if let input = usage.input, let output = usage.output { total = input.addingSaturated(output) }
    }

    private static func sum(_ count: Int?, _ others: [KeyPath<Usage, Int?>], of usage: Usage) -> Int? {
        let known = ([count] + others.map { usage[keyPath: $0] }).compactMap { $0 }
        return known.isEmpty ? nil : known.dropFirst().reduce(known[0]) { $0.addingSaturated($1) }
    }

    /// What the counts mean, given which of them the wire leaves out of its figures for prompt and answer.
    ///
    /// A total settles whether reasoning stands outside: compatible servers disagree with the wire's own rule.
    public func usage(
        outsideInput: [KeyPath<Usage, Int?>] = [], outsideOutput: [KeyPath<Usage, Int?>] = []
    ) -> Usage {
        var usage = raw
        // A negative count is none.
        for count in Usage.counts { if let value = raw[keyPath: count], value < 0 { usage[keyPath: count] = nil } }
        let input = usage.input, output = usage.output
        usage.input = Self.sum(input?.addingSaturated(usage.toolInput), outsideInput, of: usage)
        usage.output = Self.sum(output, outsideOutput, of: usage)
        if let moreSearches, moreSearches >= 0 { usage.searches = moreSearches.addingSaturated(usage.searches) }
        if isOwnKey == true, let upstreamCost { usage.reportedCost = upstreamCost + (usage.reportedCost ?? .zero) }
        usage.byModel =
            byModel.isEmpty
            ? nil : byModel.map { $0.usage(outsideInput: outsideInput, outsideOutput: outsideOutput) }
        if let total, let input, let output, let reasoning = usage.reasoning, reasoning > 0 {
            if total == input.addingSaturated(output).addingSaturated(reasoning) {
                usage.output = output.addingSaturated(reasoning)
            } else if total == input.addingSaturated(output) {
                usage.output = output
            }
        }
        return usage
    }
}

extension UsageCounts {
    /// What the vendor of the model bills, as a decimal number.
    public var upstreamCostText: String? {
        get { upstreamCost?.description }
        set { upstreamCost = newValue.flatMap(Dollars.init) ?? upstreamCost }
    }
}

/// What a program says of its whole session: its costs and counts so far.
public struct SessionTotals: Sendable, Hashable {
    /// What the session has cost.
    var cost: Dollars?
    /// What it has counted, by model.
    var counts: [UsageCounts] = []
    /// What it has counted since its last answer, by model, where it says that too.
    var latest: [UsageCounts] = []

    init() {}

    /// What is new since the answer before.
    func since(_ earlier: SessionTotals) -> (cost: Dollars?, counts: [UsageCounts]) {
        let cost = cost.map { cost in earlier.cost.map { $0 <= cost ? cost - $0 : cost } ?? cost }
        if !latest.isEmpty { return (cost, latest) }
        let counts = counts.map { now in
            earlier.counts.first { $0.model == now.model }.map(now.since) ?? now
        }
        return (cost, counts.filter { !$0.usage().hasNoTokens })
    }
}

extension Usage {
    fileprivate var hasNoTokens: Bool { Self.counts.allSatisfy { self[keyPath: $0] ?? 0 == 0 } }
}

/// Views of the totals as a program writes them.
extension Chunk {
    /// What the session has cost so far, as a decimal number.
    public var runningCost: String? {
        get { nil }
        set { if let cost = newValue.flatMap(Dollars.init) { total { $0.cost = cost } } }
    }

    /// What the session has counted so far, by model.
    public var runningCounts: [(name: String, value: UsageCounts)] {
        get { [] }
        set { total { $0.counts = newValue.map(Self.named) } }
    }

    /// What the session has counted since its last answer, by model.
    public var latestCounts: [(name: String, value: UsageCounts)] {
        get { [] }
        set { total { $0.latest = newValue.map(Self.named) } }
    }

    private mutating func total(_ change: (inout SessionTotals) -> Void) {
        var totals = totals ?? SessionTotals()
        change(&totals)
        self.totals = totals
    }

    private static func named(_ counts: (name: String, value: UsageCounts)) -> UsageCounts {
        var named = counts.value
        named.model = counts.name
        named.isSum = true
        return named
    }
}
