/// What has been used and spent, by provider, model and label.
public struct UsageSummary: Sendable, Hashable {
    /// What is summed up together.
    public struct Key: Sendable, Hashable, Codable, Comparable {
        /// The id of the provider.
        public var provider: String
        /// The model that answered, as its row names it or else as the vendor does.
        public var model: String
        /// What the program says it is for.
        public var label: String

        /// Makes a key.
        public init(provider: String, model: String, label: String = "") {
            self.provider = provider
            self.model = model
            self.label = label
        }

        /// By provider, then model, then label.
        public static func < (left: Key, right: Key) -> Bool {
            (left.provider, left.model, left.label) < (right.provider, right.model, right.label)
        }
    }

    /// A sum.
    public struct Sum: Sendable, Hashable, Codable {
        /// How many answers.
        public var answers = 0
        /// What they counted.
        public var usage = Usage()
        /// What they cost, as far as that is known.
        public var spent = Dollars.zero
        /// How many of them cost more than ``spent`` holds of them: something has no price, or no count.
        public var partial = 0
        /// How many of them have no known cost at all.
        public var unknown = 0

        /// Makes an empty sum.
        public init() {}

        /// Whether ``spent`` is all that they cost.
        public var isExact: Bool { partial == 0 && unknown == 0 }

        /// Adds another sum.
        public mutating func add(_ other: Sum) {
            usage = answers == 0 ? other.usage : other.answers == 0 ? usage : usage + other.usage
            answers += other.answers
            spent = spent + other.spent
            partial += other.partial
            unknown += other.unknown
        }
    }

    /// The sums.
    public private(set) var sums: [Key: Sum] = [:]

    /// Makes an empty summary.
    public init() {}

    /// The sum of all that fits: all of them, those of a provider, a model, a label.
    public func total(provider: String? = nil, model: String? = nil, label: String? = nil) -> Sum {
        var total = Sum()
        for (key, sum) in sums.sorted(by: { $0.key < $1.key })
        where (provider ?? key.provider) == key.provider && (model ?? key.model) == key.model
            && (label ?? key.label) == key.label
        {
            total.add(sum)
        }
        return total
    }

    /// Adds an answer.
    public mutating func add(_ usage: Usage?, _ cost: Cost, for key: Key) {
        var sum = Sum()
        sum.answers = 1
        sum.usage = usage ?? Usage()
        sum.spent = cost.total ?? .zero
        switch cost.kind {
        case .exact: break
        case .partial: sum.partial = 1
        case .unknown: sum.unknown = 1
        }
        sums[key, default: Sum()].add(sum)
    }

    /// Adds another summary, of another process for instance.
    public mutating func merge(_ other: UsageSummary) {
        for (key, sum) in other.sums { sums[key, default: Sum()].add(sum) }
    }
}

extension UsageSummary: CustomStringConvertible {
    /// A line per key, and one for all: `groq openai/gpt-oss-120b: 1,234 in, 56 out, $0.0042`
    public var description: String {
        let lines = sums.sorted { $0.key < $1.key }.map { key, sum in
            "\(key.provider) \(key.model)\(key.label.isEmpty ? "" : " (\(key.label))"): \(sum)"
        }
        return (lines + ["all: \(total())"]).joined(separator: "\n")
    }
}

extension UsageSummary.Sum: CustomStringConvertible {
    /// `2 answers, 1,234 in, 56 out, $0.0042`; `at least` before an amount that is not all, `cost unknown` where none is
    /// known.
    public var description: String {
        let counts = "\((usage.input ?? 0).separated) in, \((usage.output ?? 0).separated) out"
        let cost = isExact ? spent.formatted : unknown == answers ? "cost unknown" : "at least \(spent.formatted)"
        return "\(answers.separated) answer\(answers == 1 ? "" : "s"), \(counts), \(cost)"
    }
}

extension UsageSummary: Codable {
    private struct Row: Codable {
        var key: Key
        var sum: Sum
    }

    /// Reads what ``encode(to:)`` wrote.
    public init(from decoder: any Decoder) throws {
        let rows = try decoder.singleValueContainer().decode([Row].self)
        for row in rows { sums[row.key, default: Sum()].add(row.sum) }
    }

    /// Writes the sums as a list, in the order of their keys.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(sums.sorted { $0.key < $1.key }.map { Row(key: $0.key, sum: $0.value) })
    }
}
