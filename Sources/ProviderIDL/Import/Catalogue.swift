/// Models and prices as a public catalogue lists them, in the words of the language.
public struct Catalogue: Sendable {
    /// One model.
    struct Model: Sendable {
        /// The provider, as the catalogue calls it.
        var provider: String
        /// The id.
        var id: String
        /// What the catalogue says of it.
        var facts: [ModelRowSyntax.Fact] = []
        /// The capabilities it speaks of, with what it says.
        var capabilities: [(name: String, isThere: Bool)] = []
        /// Capabilities it lacks as far as can be told from something else; the file may know better.
        var doubtful: [String] = []
        /// Words on which its silence is a statement too.
        var settles: Set<String> = []
    }

    /// The format it came in.
    public let format: String
    /// The day it was made, if it says so.
    public let date: String?
    /// Where it has its figures from, if it says so.
    public let source: String?
    let models: [Model]

    /// The providers it lists, as it calls them.
    public var providers: [String] { Set(models.map(\.provider)).sorted() }

    /// Reads a catalogue: the project's own format, LiteLLM's price map, models.dev's or genai-prices', told apart by
    /// their members. `nil` when it is none of them.
    public init?(_ bytes: [UInt8]) {
        guard let json = CatalogueJSON(bytes) else { return nil }
        if case .array(let providers) = json {
            format = "genai-prices"
            models = Self.genaiPrices(providers)
        } else if json["model_count"] != nil || json["claude_code_aliases"] != nil
            || json["models"]?.elements.first != nil
        {
            format = "models"
            models = Self.own(json["models"]?.elements ?? [])
        } else if json.members.contains(where: { $0.value["litellm_provider"] != nil }) {
            format = "LiteLLM"
            models = json.members.compactMap { Self.liteLLM($0.key, $0.value) }
        } else if json.members.contains(where: { $0.value["models"] != nil }) {
            format = "models.dev"
            models = json.members.flatMap { provider in
                (provider.value["models"]?.members ?? []).map { Self.modelsDev(provider.key, $0.key, $0.value) }
            }
        } else {
            return nil
        }
        guard !models.isEmpty else { return nil }
        date = json["generated_for"]?.text
        source = json["sources"].map { sources in
            sources.members.compactMap { $0.value.text }.joined(separator: "; ")
        }
    }
}

extension ModelRowSyntax.Fact {
    init(_ word: String, _ values: [String] = [], nested: [ModelRowSyntax.Fact] = []) {
        let span = Span(path: "", range: 0..<0)
        self.init(
            word: Name(text: word, span: span), values: values.map { Name(text: $0, span: span) }, nested: nested,
            span: span)
    }
}

extension Catalogue.Model {
    mutating func add(_ word: String, _ value: String?) {
        if let value { facts.append(ModelRowSyntax.Fact(word, [value])) }
    }

    mutating func add(_ word: String, _ values: [String]) {
        if !values.isEmpty { facts.append(ModelRowSyntax.Fact(word, values)) }
    }

    mutating func add(_ block: String, _ values: [String] = [], nested: [ModelRowSyntax.Fact]) {
        if !nested.isEmpty { facts.append(ModelRowSyntax.Fact(block, values, nested: nested)) }
    }

    mutating func can(_ name: String, _ isThere: Bool?) {
        if let isThere { capabilities.append((name, isThere)) }
    }

    /// Says the prices: what is not among them has none.
    mutating func price(_ prices: [ModelRowSyntax.Fact]) {
        guard !prices.isEmpty else { return }
        facts += prices
        settles.formUnion(ModelRowSyntax.Fact.priceWords)
    }
}

extension ModelRowSyntax.Fact {
    /// The words that hold prices, in the order in which they are written.
    static let units = [
        "in", "cacheRead", "cacheWrite", "cacheWrite5m", "cacheWrite30m", "cacheWrite1h", "cacheWrite12h", "out",
        "reasoning", "audioIn", "audioOut", "imageIn", "imageOut", "search", "request", "codeHour",
    ]
    /// The words whose braces hold prices that count in place of the row's own.
    static let priceBlocks = ["above", "batch", "flex", "priority", "fast", "ultrafast", "offPeak", "until"]
    /// What a catalogue with prices settles; former prices are the file's own memory.
    static let priceWords = Set(units + priceBlocks + ["region"]).subtracting(["until"])
}
