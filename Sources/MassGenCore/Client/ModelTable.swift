import Synchronization

/// A provider's models, one row each, in a form that costs nothing to compile: rows are read when first asked for.
public struct ModelTable: Sendable {
    /// Where the prices were read.
    public let source: StaticString
    /// The day they were read.
    public let checked: StaticString
    private let rows: StaticString

    /// Makes a table of rows: an id, then `word=values`, then perhaps `| name`.
    public init(source: StaticString, checked: StaticString, rows: StaticString) {
        self.source = source
        self.checked = checked
        self.rows = rows
    }

    /// No models.
    public static let empty = ModelTable(source: "", checked: "", rows: "")

    /// All models, in the order of the table.
    public var all: [ModelRow] { index.rows }

    /// The model of that id: its own row, that of an alias or dated snapshot, otherwise the pattern that says most.
    public subscript(id: String) -> ModelRow? { index[id] }

    /// Whether there is no model at all.
    public var isEmpty: Bool { rows.utf8CodeUnitCount == 0 }

    private var index: ModelIndex {
        ModelIndex.cache.withLock { cache in
            let key = UInt(bitPattern: rows.utf8Start)
            if let index = cache[key] { return index }
            let index = ModelIndex(rows.withUTF8Buffer { String(decoding: $0, as: UTF8.self) })
            cache[key] = index
            return index
        }
    }
}

/// What is known of one model.
public struct ModelRow: Sendable, Hashable {
    /// The id as on the wire; a pattern ends with `*`.
    public let id: String
    /// The name for people.
    public let name: String?
    /// The facts as written: `context`, `in`, `batch.in`, `above(200000).in`.
    public let facts: [String: String]

    init?(_ line: Substring) {
        let halves = line.split(separator: " | ", maxSplits: 1)
        let words = (halves.first ?? "").split(separator: " ")
        guard let id = words.first else { return nil }
        self.id = String(id)
        name = halves.count > 1 ? String(halves[1]) : nil
        var facts: [String: String] = [:]
        for word in words.dropFirst() {
            guard let equals = word.firstIndex(of: "=") else { continue }
            facts[String(word[..<equals])] = String(word[word.index(after: equals)...])
        }
        self.facts = facts
    }

    /// The most tokens of prompt and answer together.
    public var context: Int? { facts["context"].flatMap { Int($0) } }
    /// The most tokens of an answer.
    public var output: Int? { facts["output"].flatMap { Int($0) } }
    /// The price of a million tokens of prompt in US dollars, as written.
    public var inputPrice: String? { facts["in"] }
    /// The price of a million tokens of answer in US dollars, as written.
    public var outputPrice: String? { facts["out"] }
    /// What the model can do beyond what its provider can.
    public var can: [Capability] { words("can").map(Capability.init(rawValue:)) }
    /// What it cannot do although its provider can.
    public var cannot: [Capability] { words("cannot").map(Capability.init(rawValue:)) }
    /// The levels of thinking it takes; empty when nothing is known.
    public var efforts: [String] { words("efforts") }
    /// The day from which it is gone.
    public var retired: String? { facts["retired"] }
    /// Other ids of the same model.
    public var aliases: [String] { words("alias") + words("dated") }

    private func words(_ fact: String) -> [String] { facts[fact]?.split(separator: ",").map(String.init) ?? [] }
}

private struct ModelIndex: Sendable {
    static let cache = Mutex<[UInt: ModelIndex]>([:])

    let rows: [ModelRow]
    private var places: [String: Int] = [:]
    private var patterns: [(prefix: String, place: Int)] = []

    init(_ text: String) {
        rows = text.split(separator: "\n").compactMap(ModelRow.init)
        for (place, row) in rows.enumerated() {
            if row.id.hasSuffix("*") {
                patterns.append((String(row.id.dropLast()), place))
            } else {
                places[row.id] = place
            }
            for alias in row.aliases where places[alias] == nil { places[alias] = place }
        }
        patterns.sort { $0.prefix.utf8.count > $1.prefix.utf8.count }
    }

    subscript(id: String) -> ModelRow? {
        if let place = places[id] { return rows[place] }
        return patterns.first { id.hasPrefix($0.prefix) }.map { rows[$0.place] }
    }
}
