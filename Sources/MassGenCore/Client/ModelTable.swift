/// Models with their limits, capabilities and prices, one row each.
///
/// The rows are text that costs nothing to compile; an index of their ids is made when the table is first used, and a
/// row is read where it stands when something of it is asked.
public struct ModelTable: Sendable {
    /// The id of the list: that of the provider it was made for.
    public let id: String
    /// The name for people.
    public let title: String
    /// Where the prices were read.
    public let source: String
    /// The day they were read.
    public let checked: String
    /// Words of tools of the provider's own, each with the unit it is billed as or `free`.
    private let tools: String
    private let index: ModelIndex

    /// Makes a table of rows: an id, other names of the model, then `word=values`, then perhaps `| name`.
    public init(
        id: String = "", title: String = "", source: String, checked: String, prefixes: String = "",
        tools: String = "", rows: StaticString
    ) {
        self.init(id, title, source, checked, tools, ModelIndex(ModelText(rows), prefixes: prefixes))
    }

    /// Makes a table of rows that are only known when the program runs; their text is never given back.
    public init(
        id: String, title: String, source: String, checked: String, prefixes: String = "", tools: String = "",
        copying rows: String
    ) {
        self.init(id, title, source, checked, tools, ModelIndex(ModelText(copying: rows), prefixes: prefixes))
    }

    private init(
        _ id: String, _ title: String, _ source: String, _ checked: String, _ tools: String, _ index: ModelIndex
    ) {
        self.id = id
        self.title = title
        self.source = source
        self.checked = checked
        self.tools = tools
        self.index = index
    }

    /// No models.
    public static let empty = ModelTable(source: "", checked: "", rows: "")

    /// All rows, in the order of the table, families included.
    public var all: [ModelRow] { index.rows }

    /// The row of that id: its own; otherwise that of a model which has it as another name or as a dated snapshot;
    /// otherwise the same without a prefix the provider allows; otherwise the family that says most.
    public subscript(id: String) -> ModelRow? { model(id) ?? index.family(id) }

    /// The row of that model alone: no family, which has no price.
    public func model(_ id: String) -> ModelRow? { index.model(id) }

    /// The row of the family that says most of an id: what it can and cannot do counts for all models of the family.
    public func family(of id: String) -> ModelRow? { index.family(id) }

    /// What a tool of the provider's own is billed as beside the tokens it reads; `nil` when that is nothing.
    func unit(of tool: String) -> BillableUnit? {
        let words = tools.split(separator: " ")
        if let place = words.firstIndex(where: { $0 == tool }), place + 1 < words.count {
            return PriceSheet.units[String(words[place + 1])]
        }
        return switch tool.lowercased().filter({ $0 != "_" }) {
        case "websearch", "filesearch", "xsearch", "maps": .search
        case "codeexecution": .codeHour
        case "imagegeneration": .imageOutput
        default: nil
        }
    }

    /// Whether there is no model at all.
    public var isEmpty: Bool { index.rows.isEmpty }
}

/// What is known of one model.
public struct ModelRow: Sendable {
    private let text: ModelText
    private let line: Range<Int>

    init(_ text: ModelText, _ line: Range<Int>) {
        self.text = text
        self.line = line
    }

    /// The id as on the wire; a family ends with `*`.
    public var id: String { withBytes { String(decoding: $0.prefix { $0 != 0x20 }, as: UTF8.self) } }

    /// The name for people.
    public var name: String? {
        withBytes { bytes in
            guard let bar = bytes.firstIndex(of: 0x7C), bar > 0, bar + 2 <= bytes.count, bytes[bar - 1] == 0x20 else {
                return nil
            }
            return String(decoding: bytes[(bar + 2)...], as: UTF8.self)
        }
    }

    /// The facts as written: `context`, `in`, `batch.in`, `above(200000).in`.
    public var facts: [String: String] {
        var facts: [String: String] = [:]
        forEachFact { facts[String(decoding: $0, as: UTF8.self)] = String(decoding: $1, as: UTF8.self) }
        return facts
    }

    /// The most tokens of prompt and answer together.
    public var context: Int? { self["context"].flatMap { Int($0) } }
    /// The most tokens of an answer.
    public var output: Int? { self["output"].flatMap { Int($0) } }
    /// The price of a million tokens of prompt in US dollars, as written.
    public var inputPrice: String? { self["in"] }
    /// The price of a million tokens of answer in US dollars, as written.
    public var outputPrice: String? { self["out"] }
    /// What the model can do beyond what its provider can.
    public var can: [Capability] { words("can").map(Capability.init(rawValue:)) }
    /// What it cannot do although its provider can.
    public var cannot: [Capability] { words("cannot").map(Capability.init(rawValue:)) }
    /// The levels of thinking it takes; empty when nothing is known.
    public var efforts: [String] { words("efforts") }
    /// The day from which it is gone.
    public var retired: String? { self["retired"] }
    /// The model to use in its place.
    public var successor: String? { self["use"] }
    /// Other ids of the same model.
    public var aliases: [String] { words("alias") + words("dated") }

    /// A fact as written.
    public subscript(word: String) -> String? {
        var found: String?
        var word = word
        word.withUTF8 { wanted in
            forEachFact { name, value in
                if found == nil, name.count == wanted.count, name.elementsEqual(wanted) {
                    found = String(decoding: value, as: UTF8.self)
                }
            }
        }
        return found
    }

    private func words(_ fact: String) -> [String] { self[fact]?.split(separator: ",").map(String.init) ?? [] }

    private func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        body(UnsafeBufferPointer(rebasing: text.bytes[line]))
    }

    /// Hands over each fact, as bytes: its word and its values.
    func forEachFact(_ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Void) {
        withBytes { bytes in
            var place = 0
            while place < bytes.count {
                while place < bytes.count, bytes[place] == 0x20 { place += 1 }
                if place < bytes.count, bytes[place] == 0x7C { return }
                let start = place
                var equals = -1
                while place < bytes.count, bytes[place] != 0x20 {
                    if bytes[place] == 0x3D, equals < 0 { equals = place }
                    place += 1
                }
                if equals > 0 {
                    body(.init(rebasing: bytes[start..<equals]), .init(rebasing: bytes[equals + 1..<place]))
                }
            }
        }
    }
}

extension ModelRow: Hashable {
    /// Whether two rows say the same.
    public static func == (left: ModelRow, right: ModelRow) -> Bool {
        left.withBytes { a in right.withBytes { b in a.elementsEqual(b) } }
    }

    /// Hashes what the row says.
    public func hash(into hasher: inout Hasher) { withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) } }
}
