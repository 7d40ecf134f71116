import ProviderIDL

/// A provider's models as Swift: one string, since literals of structs compile in quadratic time.
struct ModelsFile {
    let provider: ProviderModel
    let prices: PricesSyntax

    func write(to writer: inout SwiftWriter) {
        writer.block("extension \(typeName(of: provider.name))") { writer in
            writer.doc(
                "The models of \(provider.title), prices in US dollars per million tokens, from"
                    + " \(prices.source?.text ?? "") as of \(prices.checked?.text ?? "").")
            writer.line("public static let models = ModelTable(")
            writer.indented { writer in
                writer.line("source: \((prices.source?.text ?? "").quoted),")
                writer.line("checked: \((prices.checked?.text ?? "").quoted),")
                writer.line("rows: \"\"\"")
                writer.indented { writer in
                    for row in prices.rows { writer.line(row.text) }
                    writer.line("\"\"\")")
                }
            }
        }
    }
}

extension ModelRowSyntax {
    /// `llama-3.3-70b-versatile context=131072 in=0.59 out=0.79 can=tools`
    fileprivate var text: String {
        var words = [id.text]
        func add(_ facts: [Fact], _ prefix: String) {
            for fact in facts where fact.word.text != "name" {
                if fact.nested.isEmpty {
                    words.append("\(prefix)\(fact.word.text)=\(fact.values.map(\.text).joined(separator: ","))")
                } else {
                    let values = fact.values.map(\.text).joined(separator: ",")
                    add(fact.nested, "\(prefix)\(fact.word.text)\(values.isEmpty ? "" : "(\(values))").")
                }
            }
        }
        add(facts, "")
        let name = facts.first { $0.word.text == "name" }?.values.first?.text
        let text = words.joined(separator: " ") + (name.map { " | \($0)" } ?? "")
        return text.split(separator: "\\", omittingEmptySubsequences: false).joined(separator: "\\\\")
    }
}
