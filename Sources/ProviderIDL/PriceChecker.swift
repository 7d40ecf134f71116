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
            if !isDate(checked.text) || checked.text.utf8.count != 10 {
                error(checked.span, "'\(checked.text)' is no date", "write it as YYYY-MM-DD")
            }
        } else {
            error(
                table.provider.span, "these prices do not say when they were checked",
                "write the day: prices \(table.provider.text) source \"…\" checked YYYY-MM-DD")
        }
        checkNames(table.rows)
        for row in table.rows { check(row.facts) }
        for place in model.providers.indices where model.providers[place].name == table.provider.text {
            model.providers[place].prices = table
        }
    }

    /// Every name leads to one model.
    private mutating func checkNames(_ rows: [ModelRowSyntax]) {
        unique(rows.map(\.id), "model")
        let models = Set(rows.map(\.id.text))
        let others = rows.flatMap { row in
            row.facts.filter { ["alias", "dated"].contains($0.word.text) }.flatMap(\.values)
        }
        unique(others, "alias")
        for name in others where models.contains(name.text) {
            error(name.span, "'\(name.text)' is a model with a row of its own", "remove this name, or that row")
        }
        for name in rows.map(\.id) + others where name.text.isEmpty || name.text.contains(where: \.isSeparator) {
            error(
                name.span, "\"\(name.text)\" is no id of a model", "an id has no white space, ',', '=', '|' or quotes")
        }
        for row in rows {
            for fact in row.facts where fact.word.text == "use" {
                for name in fact.values
                where !models.contains(name.text) && !others.contains(where: { $0.text == name.text }) {
                    let near = closest(to: name.text, among: rows.map(\.id.text)).map { "did you mean '\($0)'?" }
                    error(
                        name.span, "'\(name.text)' is no model of these prices", near ?? "write the id of another row")
                }
            }
        }
    }

    private mutating func check(_ facts: [ModelRowSyntax.Fact]) {
        unique(
            facts.filter { $0.nested.isEmpty && !["alias", "dated", "can", "cannot"].contains($0.word.text) }.map(
                \.word),
            "fact")
        checkCapabilities(facts)
        for fact in facts {
            switch fact.word.text {
            case "can", "cannot": break
            case "from", "until", "retired", "released", "knowledge":
                for value in fact.values where !isDate(value.text) {
                    error(value.span, "'\(value.text)' is no date", "write it as YYYY-MM-DD, or YYYY-MM for a month")
                }
            case "name":
                for value in fact.values where value.text.contains(where: \.isNewline) {
                    error(value.span, "the name of a model stands on one line", "remove '\\n'")
                }
            case "context", "output", "above", "cacheMin":
                for value in fact.values where Int(value.text).map({ $0 < 0 }) ?? true {
                    error(value.span, "'\(fact.word.text)' counts tokens, got '\(value.text)'", "write a whole number")
                }
            case let word where Self.prices.contains(word):
                for value in fact.values where !isPrice(value.text) {
                    error(
                        value.span, "'\(value.text)' is no price for '\(word)'",
                        "write US dollars per million tokens in plain digits: 0.15; leave the word out when it is unknown"
                    )
                }
            default:
                for value in fact.values where value.text.contains(where: \.isSeparator) {
                    error(
                        value.span, "\"\(value.text)\" is no value for '\(fact.word.text)'",
                        "write one word, without quotes")
                }
            }
            check(fact.nested)
        }
    }

    private mutating func checkCapabilities(_ facts: [ModelRowSyntax.Fact]) {
        let has = facts.filter { $0.word.text == "can" }.flatMap(\.values)
        let lacks = facts.filter { $0.word.text == "cannot" }.flatMap(\.values)
        for name in has + lacks where !Vocabulary.capabilities.contains(name.text) {
            unknown(name, "capability", known: Vocabulary.capabilities)
        }
        unique(has, "capability")
        unique(lacks, "capability")
        for name in lacks where has.contains(where: { $0.text == name.text }) {
            error(name.span, "'\(name.text)' stands after 'can' and after 'cannot'", "remove one of the two")
        }
    }

    private static let prices: Set = [
        "in", "out", "cacheRead", "cacheWrite", "cacheWrite1h", "cacheWrite12h", "reasoning",
        "audioIn", "audioOut", "imageIn", "imageOut", "search", "request", "codeHour",
    ]

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
        guard parts[2].utf8.count == 2, let day = Int(parts[2]) else { return false }
        return (1...([4, 6, 9, 11].contains(month) ? 30 : month == 2 ? 29 : 31)).contains(day)
    }
}

extension Character {
    /// Whether it separates the words of a generated row.
    fileprivate var isSeparator: Bool { isWhitespace || ",=|\"".contains(self) }
}
