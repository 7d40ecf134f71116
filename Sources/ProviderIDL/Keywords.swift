/// The fixed words of the language.
enum Keywords {
    static let declarations = ["wire", "provider", "prices"]

    static let entries =
        [
            "wire", "process", "base", "key", "header", "query", "variable", "option", "can", "drops", "allow",
            "forbids", "counts", "request", "response", "stream", "failure", "shape", "table", "options", "errors",
            "limits", "id", "ids", "names", "schema", "also", "default", "quirk",
        ] + methods

    static let methods = ["get", "post", "put", "patch", "delete"]

    /// What `allow` bounds besides holes.
    static let media = ["image", "audio", "file", "upload", "request"]

    static let schemes = ["bearer", "header", "variable", "none"]

    static let framings = ["sse", "ndjson", "lines"]

    static let tests = ["streaming", "answering", "can", "has", "not"]

    /// Words that end a value and therefore are no holes.
    static let reserved: Set<String> = ["when", "else", "in", "each"]

    /// What may follow a word of a price row.
    enum Arity {
        /// One number.
        case number
        /// One word, text, number or date.
        case one
        /// Words up to the next fact.
        case many
        /// Facts in braces.
        case facts
        /// A number, then facts in braces.
        case numberAndFacts
        /// A word, then facts in braces.
        case wordAndFacts
    }

    static let facts: [(word: String, arity: Arity)] = [
        ("context", .number), ("output", .number), ("in", .number), ("out", .number),
        ("cacheRead", .number), ("cacheWrite", .number), ("cacheWrite5m", .number), ("cacheWrite30m", .number),
        ("cacheWrite1h", .number), ("cacheWrite12h", .number),
        ("reasoning", .number), ("audioIn", .number), ("audioOut", .number),
        ("imageIn", .number), ("imageOut", .number),
        ("search", .number), ("request", .number), ("codeHour", .number),
        ("can", .many), ("cannot", .many), ("efforts", .many), ("alias", .many), ("dated", .many),
        ("retired", .one), ("use", .one), ("from", .one), ("name", .one), ("kind", .one), ("status", .one),
        ("cacheMin", .one), ("budget", .many), ("region", .many),
        ("above", .numberAndFacts), ("until", .wordAndFacts), ("offPeak", .wordAndFacts),
        ("batch", .facts), ("flex", .facts), ("priority", .facts), ("fast", .facts), ("ultrafast", .facts),
    ]

    static let arities = Dictionary(facts.map { ($0.word, $0.arity) }, uniquingKeysWith: { first, _ in first })
}
