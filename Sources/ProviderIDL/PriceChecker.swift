/// Model and price rows.
extension Checker {
    mutating func checkPrices(_ table: PricesSyntax, providers: Set<String>) {
        checkName(table.provider)
        for name in (table.title == nil ? [table.provider] : []) + table.others
        where !providers.contains(name.text) {
            let near = closest(to: name.text, among: Array(providers)).map { "did you mean '\($0)'?" }
            error(
                name.span, "unknown provider '\(name.text)'",
                near ?? "a list whose provider is not described has a title: prices \(name.text) \"…\"")
        }
        if let title = table.title, title.text.isEmpty || title.text.contains(where: \.isNewline) {
            error(title.span, "a title is some words on one line", "write prices \(table.provider.text) \"…\"")
        }
        for name in table.prefixes where name.text.isEmpty || name.text.contains(where: \.isSeparator) {
            error(name.span, "'\(name.text)' cannot stand before an id", "write prefix us. eu.")
        }
        checkTools(table)
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
        for row in table.rows {
            check(row.facts)
            if row.id.text.hasSuffix("*"), let price = row.facts.first(where: { $0.isPrice }) {
                error(
                    price.word.span, "a family of models has no price: '\(row.id.text)' would guess one",
                    "give each model its row, or name its snapshots: dated \(row.id.text.dropLast())YYYY-MM-DD")
            }
        }
        model.prices.append(table)
        for name in [table.provider] + table.others {
            for place in model.providers.indices where model.providers[place].name == name.text {
                model.providers[place].prices = table
            }
        }
    }

    /// `tools bash_code_execution codeHour fileSearch free`: names with what they are billed as.
    private mutating func checkTools(_ table: PricesSyntax) {
        let units = ["search", "codeHour", "request", "imageOut", "free"]
        for place in stride(from: 0, to: table.tools.count, by: 2) {
            let unit = place + 1 < table.tools.count ? table.tools[place + 1] : nil
            if let unit, units.contains(unit.text) { continue }
            error(
                (unit ?? table.tools[place]).span, "'tools' takes names with what each is billed as",
                "write one of \(units.joined(separator: ", ")) after '\(table.tools[place].text)'")
            return
        }
        unique(stride(from: 0, to: table.tools.count, by: 2).map { table.tools[$0] }, "tool")
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
            case "retired":
                for value in fact.values where !isDate(value.text) {
                    error(value.span, "'\(value.text)' is no date", "write it as YYYY-MM-DD, or YYYY-MM for a month")
                }
            case "from", "until":
                for value in fact.values where !isDate(value.text) || value.text.utf8.count != 10 {
                    error(value.span, "'\(value.text)' is no day", "write it as YYYY-MM-DD")
                }
            case "region": checkRegions(fact)
            case "offPeak": checkHours(fact)
            case "name":
                for value in fact.values where value.text.contains(where: \.isNewline) {
                    error(value.span, "the name of a model stands on one line", "remove '\\n'")
                }
            case "context", "output", "above", "cacheMin", "budget":
                for value in fact.values where Int(value.text).map({ $0 < 0 }) ?? true {
                    error(value.span, "'\(fact.word.text)' counts tokens, got '\(value.text)'", "write a whole number")
                }
            case let word where ModelRowSyntax.Fact.units.contains(word):
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

    /// `region us 1.1 eu 1.05`: names with factors.
    private mutating func checkRegions(_ fact: ModelRowSyntax.Fact) {
        let isPaired = fact.values.count.isMultiple(of: 2)
        let factors = stride(from: 1, to: fact.values.count, by: 2).map { fact.values[$0] }
        if !isPaired || factors.contains(where: { !isPrice($0.text, decimals: 3) }) {
            error(
                fact.span, "'region' takes names with factors", "write region us 1.1, with at most three decimal places"
            )
        }
    }

    /// `offPeak "Mon-Fri 00:00-01:00 10:00-24:00, Sat-Sun 00:00-24:00" { … }`, in UTC.
    private mutating func checkHours(_ fact: ModelRowSyntax.Fact) {
        for value in fact.values {
            let windows = value.text.split(separator: ",", omittingEmptySubsequences: false)
            let areGood = windows.allSatisfy { window in
                let words = window.split(separator: " ")
                return words.count >= 2 && isSpan(words[0], of: Self.days)
                    && words.dropFirst().allSatisfy { hours in
                        let ends = hours.split(separator: "-", omittingEmptySubsequences: false).map(minute)
                        return ends.count == 2 && ends.allSatisfy { $0 != nil } && (ends[0] ?? 0) < (ends[1] ?? 0)
                    }
            }
            if !areGood {
                error(
                    value.span, "\"\(value.text)\" is no time of the week",
                    "write \"Mon-Fri 00:00-01:00 10:00-24:00, Sat-Sun 00:00-24:00\", in UTC")
            }
        }
    }

    private static let days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    private func isSpan(_ text: Substring, of days: [String]) -> Bool {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { days.firstIndex(of: String($0)) }
        return (1...2).contains(ends.count) && ends.allSatisfy { $0 != nil }
            && (ends[0] ?? 0) <= ((ends.last ?? 0) ?? 0)
    }

    private func minute(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0...24).contains(hour), (0...59).contains(minute), hour * 60 + minute <= 1440
        else { return nil }
        return hour * 60 + minute
    }

    /// Nine decimal places, so that costs are whole numbers of the smallest unit.
    private func isPrice(_ text: String, decimals: Int = 9) -> Bool {
        if let dot = text.utf8.firstIndex(of: 0x2E),
            text.utf8.distance(from: dot, to: text.utf8.endIndex) > decimals + 1
        {
            return false
        }
        if text.utf8.count > 18 { return false }
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

extension ModelRowSyntax.Fact {
    fileprivate var isPrice: Bool {
        Self.units.contains(word.text) || Self.priceBlocks.contains(word.text)
    }
}

extension Character {
    /// Whether it separates the words of a generated row.
    fileprivate var isSeparator: Bool { isWhitespace || ",=|\"".contains(self) }
}
