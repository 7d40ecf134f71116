/// Counts as a wire sends them, before it is settled what contains what.
@dynamicMemberLookup
public struct UsageCounts: Sendable, Hashable {
    /// The counts as they are named.
    private var raw = Usage()
    /// Prompt and answer together.
    public var total: Int?

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
