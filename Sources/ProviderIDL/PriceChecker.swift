/// Model and price rows.
extension Checker {
    mutating func checkPrices(_ table: PricesSyntax, providers: Set<String>) {
        guard providers.contains(table.provider.text) else {
            unknown(table.provider, "provider", known: Array(providers))
            return
        }
        if table.source?.text.isEmpty ?? true {
            error(
                table.provider.span, "these prices have no source",
                "write where they were read: prices \(table.provider.text) source \"https://…\" checked YYYY-MM-DD")
        }
        if let checked = table.checked {
            if !isDate(checked.text) {
                error(checked.span, "'\(checked.text)' is no date", "write it as YYYY-MM-DD")
            }
        } else {
            error(
                table.provider.span, "nobody says when these prices were checked",
                "write the day: prices \(table.provider.text) source \"…\" checked YYYY-MM-DD")
        }
        unique(table.rows.map(\.id), "model")
        unique(table.rows.flatMap { row in row.facts.filter { $0.word.text == "alias" }.flatMap(\.values) }, "alias")
        for row in table.rows { check(row.facts, isNested: false) }
        if let place = model.providers.firstIndex(where: { $0.name == table.provider.text }) {
            model.providers[place].prices = table
        }
    }

    private mutating func check(_ facts: [ModelRowSyntax.Fact], isNested: Bool) {
        let numbers: Set = [
            "context", "output", "in", "out", "cacheRead", "cacheWrite", "cacheWrite1h", "cacheWrite12h", "reasoning",
            "audioIn", "audioOut", "imageIn", "imageOut", "search", "request", "codeHour", "cacheMin",
        ]
        unique(
            facts.filter { $0.nested.isEmpty && !["alias", "dated", "can", "cannot"].contains($0.word.text) }.map(\.word),
            "fact")
        for fact in facts {
            switch fact.word.text {
            case "can", "cannot":
                for name in fact.values where !Vocabulary.capabilities.contains(name.text) {
                    unknown(name, "capability", known: Vocabulary.capabilities)
                }
            case "from", "until", "retired", "released", "knowledge":
                for value in fact.values where !isDate(value.text) {
                    error(value.span, "'\(value.text)' is no date", "write it as YYYY-MM-DD, or YYYY-MM for a month")
                }
            case let word where numbers.contains(word):
                for value in fact.values where !isPrice(value.text) {
                    error(
                        value.span, "'\(value.text)' is no number for '\(word)'",
                        "write digits, prices in US dollars per million tokens; leave the word out when it is unknown")
                }
            default: break
            }
            check(fact.nested, isNested: true)
        }
    }

    private func isPrice(_ text: String) -> Bool {
        var dots = 0
        for byte in text.utf8 {
            if byte == 0x2E { dots += 1 } else if !(0x30...0x39).contains(byte) { return false }
        }
        return dots <= 1 && text.utf8.first != 0x2E && text.utf8.last != 0x2E && !text.isEmpty
    }

    private func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2 || parts.count == 3, parts[0].utf8.count == 4, Int(parts[0]) != nil,
            let month = Int(parts[1]), (1...12).contains(month), parts[1].utf8.count == 2
        else { return false }
        guard parts.count == 3 else { return true }
        return parts[2].utf8.count == 2 && (Int(parts[2]).map { (1...31).contains($0) } ?? false)
    }
}
