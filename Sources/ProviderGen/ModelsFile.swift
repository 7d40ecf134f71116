package import ProviderIDL

/// A provider's models as Swift: one string, since literals of structs compile in quadratic time.
struct ModelsFile {
    let prices: PricesSyntax
    let title: String

    func write(to writer: inout SwiftWriter) {
        let source = prices.source?.text ?? ""
        let checked = prices.checked?.text ?? ""
        writer.block("extension ModelTable") { writer in
            writer.doc(
                "The models of \(title), prices in US dollars per million tokens, from \(source) as of \(checked).")
            writer.line("public static let \(prices.tableName) = ModelTable(")
            writer.indented { writer in
                writer.line("id: \(prices.provider.text.quoted),")
                writer.line("title: \(title.quoted),")
                writer.text("source: ", source, end: ",")
                writer.line("checked: \(checked.quoted),")
                if !prices.prefixes.isEmpty {
                    writer.line("prefixes: \(prices.prefixes.map(\.text).joined(separator: " ").quoted),")
                }
                if !prices.tools.isEmpty {
                    writer.line("tools: \(prices.tools.map(\.text).joined(separator: " ").quoted),")
                }
                guard !prices.rows.isEmpty else {
                    writer.line("rows: \"\"")
                    return
                }
                writer.line("rows: \"\"\"")
                writer.indented { writer in
                    for row in prices.rows { writer.wrapped(row.words) }
                    writer.line("\"\"\"")
                }
            }
            writer.line(")")
        }
    }
}

extension SwiftWriter {
    /// Writes a text after a label, over several lines if it is long.
    fileprivate mutating func text(_ label: String, _ text: String, end: String) {
        guard !fits("\(label)\(text.quoted)\(end)") else {
            line("\(label)\(text.quoted)\(end)")
            return
        }
        line("\(label)\"\"\"")
        indented { writer in
            writer.wrapped(
                text.split(separator: " ", omittingEmptySubsequences: false).map(\.description.escaped),
                isHanging: false)
            writer.line("\"\"\"\(end)")
        }
    }

    /// Writes words into a text of several lines; a line that is too long goes on in the next.
    fileprivate mutating func wrapped(_ words: [String], isHanging: Bool = true) {
        var current = words.first ?? ""
        for word in words.dropFirst() {
            if fits("\(current) \(word) \\") {
                current += " \(word)"
            } else {
                line("\(current) \\")
                // More white space between words means nothing in a row.
                current = isHanging ? "    \(word)" : word
            }
        }
        line(current)
    }
}

extension PricesSyntax {
    /// The name of its table in Swift.
    var tableName: String { provider.text.camelCased.asIdentifier }
}

extension ModelRowSyntax {
    /// `llama-3.3-70b-versatile alias=llama context=131072 in=0.59 out=0.79 can=tools`: names first, they are looked up.
    package var words: [String] {
        var words = [id.text]
        let names = facts.filter { ["alias", "dated"].contains($0.word.text) }
        for fact in names { words.append("\(fact.word.text)=\(fact.values.map(\.text).joined(separator: ","))") }
        func add(_ facts: [Fact], _ prefix: String) {
            for fact in facts where fact.word.text != "name" && !names.contains(fact) {
                // A time of the week: `Mon-Fri/00:00-01:00/04:00-06:00;Sat-Sun/00:00-24:00`.
                let values = fact.values.map { value in
                    value.text.split(separator: ",").map { $0.split(separator: " ").joined(separator: "/") }
                        .joined(separator: ";")
                }.joined(separator: ",")
                if fact.nested.isEmpty {
                    words.append("\(prefix)\(fact.word.text)=\(values)")
                } else {
                    add(fact.nested, "\(prefix)\(fact.word.text)\(values.isEmpty ? "" : "(\(values))").")
                }
            }
        }
        add(facts, "")
        if let name = facts.first(where: { $0.word.text == "name" })?.values.first?.text {
            // A name is kept on one line: its white space counts.
            words.append("| \(name)")
        }
        return words.map(\.escaped)
    }
}
