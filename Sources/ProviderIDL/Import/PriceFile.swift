/// A price file brought in step with a catalogue.
///
/// The catalogue decides what it speaks of; everything else in the file stays: families, other names, successors,
/// former prices, comments. Rows stand in the order of their ids, families after them, so that a refresh changes the
/// lines of the models that changed and no others.
public struct PriceFile: Sendable {
    /// The id of the list: that of its provider.
    public var list: String
    /// The name for people, where no provider of that id is described.
    public var title: String?
    /// What the catalogue may call the provider.
    public var catalogueIDs: [String]
    /// The day the catalogue was made.
    public var checked: String
    /// Keeps the prices that change as those until this day.
    public var formerUntil: String?

    /// Makes a description of a file.
    public init(list: String, title: String?, catalogueIDs: [String], checked: String, formerUntil: String? = nil) {
        self.list = list
        self.title = title
        self.catalogueIDs = catalogueIDs
        self.checked = checked
        self.formerUntil = formerUntil
    }

    /// The text of the file, and the models that only the file knows.
    public func merged(
        _ catalogue: Catalogue, into file: SourceFile?
    ) -> (text: String, onlyHere: [String]) {
        let names = Set([list] + catalogueIDs)
        let models = catalogue.models.filter { names.contains($0.provider) }
        let known = Dictionary(models.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let old = file.flatMap { PriceText($0, list: list) }
        var items: [(id: String, text: String)] = []
        var families = ""
        var onlyHere: [String] = []
        for item in old?.items ?? [] {
            if item.row.id.text.hasSuffix("*") {
                families += item.before + item.text + "\n"
            } else if let model = known[item.row.id.text] {
                let text = line(of: model, item.row, others: known)
                items.append((model.id, item.before + text.with(comments: item.comments) + "\n"))
            } else {
                onlyHere.append(item.row.id.text)
                items.append((item.row.id.text, item.before + item.text + "\n"))
            }
        }
        let there = Set(items.map(\.id))
        for model in known.values where !there.contains(model.id) {
            items.append((model.id, line(of: model, nil, others: known) + "\n"))
        }
        items.sort { Array($0.id.utf8).lexicographicallyPrecedes(Array($1.id.utf8)) }
        let rows = items.map(\.text).joined()
        return (
            (old?.head(checked: checked) ?? head(catalogue)) + rows + families + (old?.end ?? ""), onlyHere.sorted()
        )
    }

    private func head(_ catalogue: Catalogue) -> String {
        var words = ["prices \(list)"]
        if let title { words[0] += " \(title.inQuotes)" }
        words += ["source \((catalogue.source ?? catalogue.format).inQuotes)", "checked \(checked)"]
        let others = catalogueIDs.filter { $0 != list }
        if !others.isEmpty { words.append("catalogue \(others.joined(separator: " "))") }
        return words.joined(separator: "  ") + "\n"
    }

    private func line(
        of model: Catalogue.Model, _ row: ModelRowSyntax?, others: [String: Catalogue.Model]
    ) -> String {
        let stated = Set(model.facts.map(\.word.text)).union(model.settles)
        var facts = model.facts
        for fact in row?.facts ?? [] where !stated.contains(fact.word.text) {
            switch fact.word.text {
            case "can", "cannot": break
            case "alias", "dated":
                let names = fact.values.map(\.text).filter { others[$0] == nil }
                if !names.isEmpty { facts.append(ModelRowSyntax.Fact(fact.word.text, names)) }
            default: facts.append(fact)
            }
        }
        if let formerUntil, let row {
            let former = row.facts.filter { ModelRowSyntax.Fact.priceWords.contains($0.word.text) }
            let present = model.facts.filter { ModelRowSyntax.Fact.priceWords.contains($0.word.text) }
            if !former.isEmpty, !present.isEmpty, Set(former.map(\.text)) != Set(present.map(\.text)) {
                facts.append(ModelRowSyntax.Fact("until", [formerUntil], nested: former))
            }
        }
        facts += capabilities(of: model, row)
        return ModelRowSyntax.text(id: model.id, facts)
    }

    /// What every model of a provider can is said by the provider; a list without one says it itself.
    private func capabilities(of model: Catalogue.Model, _ row: ModelRowSyntax?) -> [ModelRowSyntax.Fact] {
        var can: [String] = []
        var cannot: [String] = []
        for (name, isThere) in model.capabilities {
            if Self.perModel.contains(name) {
                if isThere { can.append(name) }
            } else if !isThere {
                cannot.append(name)
            } else if Self.either.contains(name) || title != nil && Self.basic.contains(name) {
                can.append(name)
            }
        }
        let stated = Set(model.capabilities.map(\.name))
        func kept(_ word: String) -> [String] {
            let names = (row?.facts ?? []).filter { $0.word.text == word }.flatMap { $0.values.map(\.text) }
            return names.filter { !stated.contains($0) }
        }
        can = kept("can") + can
        let known = kept("cannot")
        cannot = known + model.doubtful.filter { !can.contains($0) && !known.contains($0) } + cannot
        return (can.isEmpty ? [] : [ModelRowSyntax.Fact("can", can)])
            + (cannot.isEmpty ? [] : [ModelRowSyntax.Fact("cannot", cannot)])
    }

    /// Providers do not claim these for their models.
    private static let perModel: Set = [
        "video", "audioOutput", "prefill", "computerUse", "adaptiveThinking", "alwaysThinking",
    ]
    private static let either: Set = ["caching", "webSearch"]
    private static let basic: Set = ["tools", "vision", "audio", "files", "jsonSchema", "reasoning"]
}

extension ModelRowSyntax {
    /// The words of a row in the order in which they are written.
    private static let order =
        ["context", "output"] + Fact.units
        + ["can", "cannot", "efforts", "budget", "cacheMin", "region", "kind", "status", "from", "retired", "use"]
        + ["alias", "dated"] + Fact.priceBlocks
    /// Words before which two spaces stand: a new group.
    private static let groups: Set = [
        "context", "in", "can", "cannot", "efforts", "budget", "cacheMin", "region", "kind", "status", "retired",
        "alias", "dated",
    ]

    /// A row as it is written: the facts on one line, each block of other prices on its own.
    static func text(id: String, _ facts: [Fact]) -> String {
        var line = "  " + id.asModelID
        if let name = facts.first(where: { $0.word.text == "name" })?.values.first { line += "  \(name.text.inQuotes)" }
        var blocks = ""
        for word in order {
            for fact in facts where fact.word.text == word {
                if fact.nested.isEmpty {
                    line +=
                        (groups.contains(word) || word == "out" && !facts.contains { $0.word.text == "in" }
                            ? "  " : " ") + fact.text
                } else {
                    blocks += "\n      " + fact.text
                }
            }
        }
        return line + blocks
    }
}

extension ModelRowSyntax.Fact {
    /// The fact as it is written.
    var text: String {
        let head = ([word.text] + values.map { $0.text.asFactValue }).joined(separator: " ")
        return nested.isEmpty ? head : "\(head) { \(nested.map(\.text).joined(separator: " ")) }"
    }
}

extension String {
    fileprivate var asModelID: String {
        let isPlain = utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || "-._/@:".utf8.contains(byte)
        }
        return isPlain && Keywords.arities[self] == nil ? self : inQuotes
    }

    fileprivate var asFactValue: String { contains(" ") ? inQuotes : self }

    fileprivate func with(comments: [String]) -> String {
        guard !comments.isEmpty else { return self }
        let lines = split(separator: "\n", maxSplits: 1)
        let first = "\(lines[0])  \(comments.joined(separator: " "))"
        return lines.count > 1 ? "\(first)\n\(lines[1])" : first
    }
}

/// The lines of a price file: its head, its rows each with what stands before it, and its end.
private struct PriceText {
    struct Item {
        var row: ModelRowSyntax
        /// Blank lines and comments before it.
        var before: String
        var text: String
        /// Comments in its lines.
        var comments: [String]
    }

    let items: [Item]
    let end: String
    private let bytes: [UInt8]
    private let headEnd: Int
    private let date: Range<Int>?

    init?(_ file: SourceFile, list: String) {
        let stream = Lexer.lex(file).stream
        guard let prices = Document.parse(file).document.prices.first(where: { $0.provider.text == list }) else {
            return nil
        }
        let bytes = file.bytes
        func lineStart(_ place: Int) -> Int { (bytes[..<place].lastIndex(of: 0x0A) ?? -1) + 1 }
        func lineEnd(_ place: Int) -> Int { bytes[place...].firstIndex(of: 0x0A) ?? bytes.count }
        func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        let lastWord =
            [prices.source, prices.checked].compactMap { $0?.span.range.upperBound }
            + (prices.catalogueIDs + prices.prefixes + prices.tools).map(\.span.range.upperBound)
        headEnd = min(bytes.count, lineEnd(lastWord.max() ?? prices.provider.span.range.upperBound) + 1)
        var place = headEnd
        var items: [Item] = []
        for row in prices.rows {
            let start = lineStart(row.span.range.lowerBound)
            let end = lineEnd(row.span.range.upperBound)
            let comments = stream.comments.filter { $0.range.lowerBound > start && $0.range.lowerBound < end }
            items.append(
                Item(
                    row: row, before: text(place..<max(place, start)), text: text(start..<end),
                    comments: comments.map { text($0.range) }))
            place = min(bytes.count, end + 1)
        }
        self.items = items
        end = text(place..<bytes.count)
        self.bytes = bytes
        date = prices.checked?.span.range
    }

    func head(checked: String) -> String {
        guard let date else { return String(decoding: bytes[..<headEnd], as: UTF8.self) }
        return String(decoding: bytes[..<date.lowerBound], as: UTF8.self) + checked
            + String(decoding: bytes[date.upperBound..<headEnd], as: UTF8.self)
    }
}
