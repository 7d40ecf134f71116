/// What a request and its answer counted; a count that the vendor never sent is `nil`, not 0.
///
/// It means the same for every provider, whatever a vendor counts inside or outside of what: ``input`` and ``output``
/// are whole, and all other counts of tokens are parts of them.
public struct Usage: Sendable, Hashable, Codable {
    /// The whole prompt, cache reads and writes included.
    public var input: Int?
    /// All that was generated, reasoning included.
    public var output: Int?
    /// The part of the prompt that came from a cache.
    public var cacheRead: Int?
    /// The part of the prompt that was written to a cache, for however long.
    public var cacheWrite: Int?
    /// The part of ``cacheWrite`` that is kept for five minutes.
    public var cacheWrite5m: Int?
    /// The part of ``cacheWrite`` that is kept for half an hour.
    public var cacheWrite30m: Int?
    /// The part of ``cacheWrite`` that is kept for an hour.
    public var cacheWrite1h: Int?
    /// The part of ``cacheWrite`` that is kept for twelve hours.
    public var cacheWrite12h: Int?
    /// The part of the output that was reasoning.
    public var reasoning: Int?
    /// The part of the prompt that was audio.
    public var audioInput: Int?
    /// The part of ``audioInput`` that came from a cache.
    public var audioCacheRead: Int?
    /// The part of the output that was audio.
    public var audioOutput: Int?
    /// The part of the prompt that was images.
    public var imageInput: Int?
    /// The part of the output that was images.
    public var imageOutput: Int?
    /// The part of the prompt that the provider's own tools read.
    public var toolInput: Int?
    /// Searches that the provider made.
    public var searches: Int?
    /// Requests that are billed, where one is billed as several.
    public var requests: Int?
    /// Runs of code that the provider made.
    public var codeExecutions: Int?
    /// Hours of containers in which the provider ran code.
    public var codeHours: Int?
    /// The service that answered, in the vendor's word: `batch`, `flex`, `priority`; other words are the usual one.
    public var serviceTier: String?
    /// How fast the vendor was asked to be, in its word: `fast` has prices of its own.
    public var speed: String?
    /// Where the answer was made, in the vendor's word.
    public var region: String?
    /// What the vendor says the answer costs.
    public var reportedCost: Dollars?
    /// Whether the counts are a sum over requests of unknown sizes: prices that depend on the size are unknown then.
    public var isSum: Bool?
    /// The model that counted, in ``byModel``; `nil` for the one that answers.
    public var model: String?
    /// The tokens by model and request, where the vendor tells them apart: advisors and helpers, which the counts above
    /// may leave out. These are what is billed.
    public var byModel: [Usage]?

    /// Makes an empty usage.
    public init() {}

    /// Makes a usage of whole counts.
    public init(input: Int?, output: Int?) {
        self.input = input
        self.output = output
    }

    /// Whether there is no count at all.
    public var isEmpty: Bool { Self.counts.allSatisfy { self[keyPath: $0] == nil } && byModel?.isEmpty ?? true }

    /// The counts.
    static let counts: [any WritableKeyPath<Usage, Int?> & Sendable] = [
        \.input, \.output, \.cacheRead, \.cacheWrite, \.cacheWrite5m, \.cacheWrite30m, \.cacheWrite1h, \.cacheWrite12h,
        \.reasoning, \.audioInput, \.audioCacheRead, \.audioOutput, \.imageInput, \.imageOutput, \.toolInput,
        \.searches, \.requests, \.codeExecutions, \.codeHours,
    ]

    /// Takes later counts in: what they leave out stays as it was.
    mutating func overlay(_ later: Usage) {
        for count in Self.counts { self[keyPath: count] = later[keyPath: count] ?? self[keyPath: count] }
        serviceTier = later.serviceTier ?? serviceTier
        speed = later.speed ?? speed
        region = later.region ?? region
        reportedCost = later.reportedCost ?? reportedCost
        model = later.model ?? model
    }

    /// Adds the counts of another answer; the words stay where both say the same.
    public static func + (left: Usage, right: Usage) -> Usage {
        var sum = left
        for count in counts {
            guard let more = right[keyPath: count] else { continue }
            sum[keyPath: count] = left[keyPath: count].map { $0.addingSaturated(more) } ?? more
        }
        if left.serviceTier != right.serviceTier { sum.serviceTier = nil }
        if left.speed != right.speed { sum.speed = nil }
        if left.region != right.region { sum.region = nil }
        if left.model != right.model { sum.model = nil }
        if let cost = right.reportedCost { sum.reportedCost = (left.reportedCost ?? .zero) + cost }
        sum.isSum = true
        guard left.byModel != nil || right.byModel != nil else { return sum }
        sum.byModel = (right.byModel ?? [right]).reduce(into: left.byModel ?? [left]) { parts, part in
            if let place = parts.firstIndex(where: { $0.model == part.model }) {
                parts[place] = parts[place] + part
            } else {
                parts.append(part)
            }
        }
        return sum
    }
}

/// Views of the counts as wires write them.
extension Usage {
    /// What the vendor says the answer costs, as a decimal number.
    public var costText: String? {
        get { reportedCost?.description }
        set { reportedCost = newValue.flatMap(Dollars.init) ?? reportedCost }
    }

    /// What the vendor says the answer costs, in ten-billionths of a dollar.
    public var costTicks: Int? {
        get { nil }
        set { if let newValue { reportedCost = Dollars(attodollars: Int128(newValue) * 100_000_000) } }
    }

    /// The prompt by modality.
    public var inputModalities: [ModalityCount] {
        get { [] }
        set {
            audioInput = newValue.count(of: "audio") ?? audioInput
            imageInput = newValue.count(of: "image") ?? imageInput
        }
    }

    /// What came from a cache by modality.
    public var cacheModalities: [ModalityCount] {
        get { [] }
        set { audioCacheRead = newValue.count(of: "audio") ?? audioCacheRead }
    }

    /// The answer by modality.
    public var outputModalities: [ModalityCount] {
        get { [] }
        set {
            audioOutput = newValue.count(of: "audio") ?? audioOutput
            imageOutput = newValue.count(of: "image") ?? imageOutput
        }
    }
}

/// How many tokens were of one kind of content.
public struct ModalityCount: Sendable, Hashable {
    /// `AUDIO`, `IMAGE`, `TEXT` and so on, in any case.
    public var modality: String?
    /// The tokens.
    public var count: Int?

    /// Makes an empty count.
    public init() {}
}

extension [ModalityCount] {
    fileprivate func count(of modality: String) -> Int? {
        lazy.filter { $0.modality?.lowercased() == modality }.compactMap(\.count).first
    }
}
