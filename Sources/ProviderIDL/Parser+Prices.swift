/// Price tables: a header line, then rows of facts.
extension Parser {
    /// `prices NAME… source "…" checked DATE` and the rows.
    mutating func prices() -> PricesSyntax? {
        let start = start
        advance()
        let provider: Name
        do {
            let isLeftOut = isAt(word: "source") && following.kind == .text
            if isLeftOut { throw expected("the name of a provider after 'prices'") }
            provider = try word("the name of a provider after 'prices'")
        } catch {
            abandon()
            return nil
        }
        var prices = PricesSyntax(provider: provider, rows: [], span: span(from: start))
        do {
            try header(&prices)
        } catch {
            while !isAtLineEnd { advance() }
        }
        while !isAtEnd {
            if source.indent(index) == 0 {
                unknownDeclaration(note: "indent the rows of a price table")
                break
            }
            if let row = row() { prices.rows.append(row) }
        }
        prices.span = span(from: start)
        return prices
    }

    private mutating func header(_ prices: inout PricesSyntax) throws(Mistake) {
        if !isAtLineEnd, isAt(.text) { prices.title = name(of: advance()) }
        while !isAtLineEnd, isAt(.word), !isAtHeaderWord, following.kind != .text {
            prices.others.append(name(of: advance()))
        }
        while !isAtLineEnd {
            if take(word: "source") {
                prices.source = try quotedText("the address of the source in quotes")
            } else if take(word: "checked") {
                prices.checked = try date(after: "checked")
            } else if take(word: "catalogue") {
                prices.catalogueIDs += try headerNames("the provider's name in public catalogues")
            } else if take(word: "prefix") {
                prices.prefixes += try headerNames("what may stand before an id")
            } else if take(word: "tools") {
                prices.tools += try headerNames("a tool and what it is billed as")
            } else {
                throw expected("'source', 'checked', 'catalogue', 'prefix' or 'tools'")
            }
        }
    }

    private var isAtHeaderWord: Bool {
        ["source", "checked", "catalogue", "prefix", "tools"].contains { isAt(word: $0) }
    }

    private mutating func headerNames(_ what: String) throws(Mistake) -> [Name] {
        var names: [Name] = []
        while !isAtLineEnd, !isAtHeaderWord || following.kind.isPartOfID && source.isGlued(index) {
            guard let name = wideName() else { throw expected(what) }
            names.append(name)
        }
        if names.isEmpty { throw expected(what) }
        return names
    }

    private mutating func date(after what: String) throws(Mistake) -> Name {
        guard !isAtLineEnd, let date = wideName() else { throw expected("a date like 2026-11-20 after '\(what)'") }
        let parts = date.text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
        let isDate = date.text.utf8.count == 10 && parts.count == 3 && 1...12 ~= parts[1] && 1...31 ~= parts[2]
        guard isDate, parts[0] > 0 else {
            report(at: date.span.range, "expected a date like 2026-11-20 after '\(what)', got '\(date.text)'")
            throw Mistake()
        }
        return date
    }

    private mutating func row() -> ModelRowSyntax? {
        let start = start
        rowIndent = source.indent(index)
        openings = []
        let first = index
        do {
            guard let id = try modelID() else { throw Mistake() }
            var row = ModelRowSyntax(id: id, facts: [], span: span(from: start))
            if !isAtLineEnd, isAt(.text) {
                let name = name(of: advance())
                row.facts.append(
                    ModelRowSyntax.Fact(
                        word: Name(text: "name", span: name.span), values: [name], nested: [], span: name.span))
            }
            while !isAtRowEnd {
                let firstOfFact = index
                do {
                    row.facts.append(try fact())
                } catch {
                    skipFact(from: firstOfFact, isNested: false)
                }
            }
            row.span = span(from: start)
            return row
        } catch {
            while !isAtEnd, index == first || !isAtRowEnd {
                advance()
            }
            return nil
        }
    }

    /// Whether the next row starts here: lines indented deeper belong to the present one.
    private var isAtRowEnd: Bool {
        isAtEnd || source.startsLine(index) && source.indent(index) <= rowIndent
    }

    private mutating func modelID() throws(Mistake) -> Name? {
        if startsFact {
            report(
                at: token.range,
                "expected the id of a model, got the fact \(quoted(token))",
                notes: [Diagnostic.Note("indent the line deeper than the model it belongs to")],
            )
            throw Mistake()
        }
        if isAt(.text) { return name(of: advance()) }
        guard let id = wideName() else { throw expectedItem("the id of a model") }
        return id
    }

    /// Whether a fact starts here: some of its words name capabilities too, so what follows decides.
    private var startsFact: Bool {
        guard isAt(.word), let arity = Keywords.arities[text(token)] else { return false }
        let next = following
        if source.isGlued(index), next.kind.isPartOfID { return false }
        switch arity {
        case .number, .numberAndFacts: return next.kind == .number && next.line == token.line
        case .facts: return next.kind == .openBrace
        case .wordAndFacts: return index + 2 < limit && source.tokens[index + 2].kind == .openBrace
        case .one, .many: return true
        }
    }

    private mutating func fact() throws(Mistake) -> ModelRowSyntax.Fact {
        let start = start
        guard isAt(.word), let arity = Keywords.arities[text(token)] else { throw unknownFact() }
        let word = name(of: advance())
        var values: [Name] = []
        var nested: [ModelRowSyntax.Fact] = []
        switch arity {
        case .number:
            values = [try number(after: word)]
        case .one:
            values = [try oneValue(after: word)]
        case .many:
            values = try manyValues(after: word)
        case .facts:
            nested = try nestedFacts(of: word)
        case .numberAndFacts:
            values = [try number(after: word)]
            nested = try nestedFacts(of: word)
        case .wordAndFacts:
            values = [try oneValue(after: word)]
            nested = try nestedFacts(of: word)
        }
        return ModelRowSyntax.Fact(word: word, values: values, nested: nested, span: span(from: start))
    }

    private mutating func unknownFact() -> Mistake {
        guard let word = wideName() else {
            return expectedItem("a fact", note: isAt(.comma) ? "facts are separated by white space alone" : nil)
        }
        let known = Keywords.facts.map(\.word)
        let near = closest(to: word.text, among: known).map { "did you mean '\($0)'?" }
        let range = word.span.range
        if word.text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") || $0 == UInt8(ascii: ".") })
        {
            report(at: range, "expected a fact, got '\(word.text)'")
        } else {
            report(
                at: range, "unknown fact '\(word.text.prefix(40))'",
                notes: [Diagnostic.Note(near ?? "facts are \(list(known))")])
        }
        return Mistake()
    }

    private mutating func number(after word: Name) throws(Mistake) -> Name {
        let first = token
        guard !isAtLineEnd, !startsFact, let number = wideName() else {
            throw expected("a number after '\(word.text)'")
        }
        guard first.kind == .number, number.span.range == first.range else {
            let hasUnit = first.kind == .number || first.kind == .mixed
            report(
                at: number.span.range,
                "expected a number after '\(word.text)', got '\(number.text.prefix(40))'",
                notes: hasUnit ? [Diagnostic.Note("write the digits alone, without a unit")] : [],
            )
            throw Mistake()
        }
        return number
    }

    private mutating func oneValue(after word: Name) throws(Mistake) -> Name {
        guard !isAtLineEnd, !startsFact else { throw missing("value for '\(word.text)'") }
        if isAt(.text) { return name(of: advance()) }
        guard let value = wideName() else { throw expected("a value for '\(word.text)'") }
        return value
    }

    private mutating func manyValues(after word: Name) throws(Mistake) -> [Name] {
        var values = [try oneValue(after: word)]
        while !isAtLineEnd, !startsFact {
            if isAt(.text) {
                values.append(name(of: advance()))
            } else if let value = wideName() {
                values.append(value)
            } else {
                break
            }
        }
        return values
    }

    private mutating func nestedFacts(of word: Name) throws(Mistake) -> [ModelRowSyntax.Fact] {
        try enter(.openBrace, "'{' after '\(word.text)'")
        var facts: [ModelRowSyntax.Fact] = []
        while true {
            while take(.comma) {}
            if isAt(.closeBrace) || isAtRowEnd && !startsFact { break }
            let first = index
            do {
                facts.append(try fact())
            } catch {
                skipFact(from: first, isNested: true)
            }
        }
        do {
            try leave(.closeBrace)
        } catch {
            // Reported; the facts stand.
        }
        return facts
    }

    /// Skips to the next fact or line, never into the next row.
    private mutating func skipFact(from first: Int, isNested: Bool) {
        var open = 0
        while !isAtEnd {
            if index > first {
                if isAtRowEnd, !token.kind.isClosing { return }
                if open == 0, source.startsLine(index) || startsFact { return }
                if open == 0, isNested, isAt(.closeBrace) || isAt(.comma) { return }
            }
            let kind = advance().kind
            if kind.isOpening { open += 1 }
            if kind.isClosing, open > 0 { open -= 1 }
        }
        if open > 0 { abandon() }
    }
}
