/// Values, what they are made of, and their guards.
extension Parser {
    /// The alternatives and the guard after `key:`.
    mutating func value(of key: Name) throws(Mistake) -> Value {
        let start = start
        var alternatives = [try alternative(of: key)]
        var condition = try guardIfAny()
        while isInField, take(.bar) {
            alternatives[alternatives.count - 1].condition = condition
            alternatives.append(try alternative(of: key))
            condition = try guardIfAny()
        }
        if alternatives.contains(where: { $0.condition != nil }) {
            alternatives[alternatives.count - 1].condition = condition
            condition = nil
        }
        return Value(alternatives: alternatives, condition: condition, span: span(from: start))
    }

    private mutating func alternative(of key: Name) throws(Mistake) -> Alternative {
        let start = start
        let direction = isAtLineEnd ? .both : direction()
        guard !isAtLineEnd, canStartTerm else {
            if isAtLineEnd || endsValue {
                let mistake = missing(
                    "value for '\(key.text)'", notes: [Diagnostic.Note("write a hole, a literal, '{' or '['")])
                if isAtLineEnd, !isAtEnd, source.indent(index) > source.indent(index - 1) { skipUnopenedFields() }
                throw mistake
            }
            throw expected("a value for '\(key.text)'")
        }
        var alternative = Alternative(
            direction: direction, term: try term(), absence: .required, allowed: [], span: span(from: start))
        while isInField {
            if try absence(&alternative) { continue }
            guard try allowed(&alternative) else { break }
        }
        alternative.span = span(from: start)
        return alternative
    }

    mutating func direction() -> Alternative.Direction {
        if take(.readArrow) { return .readOnly }
        return take(.writeArrow) ? .writeOnly : .both
    }

    private var canStartTerm: Bool {
        switch token.kind {
        case .text, .number, .tilde, .openBrace, .openBracket: true
        case .word: !Keywords.reserved.contains(text(token))
        default: false
        }
    }

    private var endsValue: Bool {
        switch token.kind {
        case .comma, .closeBrace, .closeBracket, .bar, .question, .word: true
        default: false
        }
    }

    /// `?`, `?null` or `else LITERAL`.
    private mutating func absence(_ alternative: inout Alternative) throws(Mistake) -> Bool {
        let first = token
        let absence: Alternative.Absence
        if alternative.absence != .required, isAtLackingCloser { return false }
        if take(.question) {
            if isAt(word: "null"), source.isGlued(index - 1) {
                advance()
                absence = .null
            } else {
                absence = .omitted
            }
        } else if isAt(word: "else") {
            advance()
            guard let literal = try literalIfAny() else { throw expected("a literal after 'else'") }
            absence = .fallback(literal)
        } else {
            return false
        }
        if alternative.absence != .required {
            report(
                at: first.range,
                "unexpected \(quoted(first)): this value already says what to do when it is absent",
                notes: [Diagnostic.Note("keep one of '?', '?null' and 'else'")],
            )
            throw Mistake()
        }
        alternative.absence = absence
        return true
    }

    /// `in low medium high`
    private mutating func allowed(_ alternative: inout Alternative) throws(Mistake) -> Bool {
        guard isAt(word: "in") else { return false }
        if !alternative.allowed.isEmpty {
            report(
                at: token.range, "unexpected second 'in'",
                notes: [Diagnostic.Note("list all allowed words after one 'in'")])
            throw Mistake()
        }
        advance()
        while !isAtLineEnd, isAllowedWord {
            alternative.allowed.append(name(of: advance()))
        }
        if alternative.allowed.isEmpty {
            throw expected("the allowed words after 'in'")
        }
        return true
    }

    private var isAllowedWord: Bool {
        switch token.kind {
        case .number, .mixed, .text: true
        case .word: !Keywords.reserved.contains(text(token)) && following.kind != .colon
        default: false
        }
    }

    mutating func term() throws(Mistake) -> Term {
        if take(.tilde) {
            guard !isAtLineEnd, let literal = try literalIfAny() else { throw expected("a literal after '~'") }
            return .literal(literal, isLenient: true)
        }
        if let literal = try literalIfAny() {
            return .literal(literal, isLenient: false)
        }
        switch token.kind {
        case .openBrace: return .object(try object("the fields of an object"))
        case .openBracket: return try array()
        default: return try holeTerm()
        }
    }

    /// The literal here; `nil` without a report if there is none.
    mutating func literalIfAny() throws(Mistake) -> Literal? {
        let present = token
        let kind: Literal.Kind
        switch present.kind {
        case .text: kind = .text(text(present))
        case .number: kind = .number(try digits(present))
        case .word where isAt(word: "true"): kind = .bool(true)
        case .word where isAt(word: "false"): kind = .bool(false)
        case .word where isAt(word: "null"): kind = .null
        default: return nil
        }
        advance()
        return Literal(kind: kind, span: source.span(present.range))
    }

    /// JSON knows no leading zeros.
    private mutating func digits(_ number: Token) throws(Mistake) -> String {
        let digits = text(number)
        let whole = digits.drop { $0 == "-" }.prefix { $0 != "." && $0 != "e" && $0 != "E" }
        if whole.count > 1, whole.first == "0" {
            report(at: number.range, "the number '\(digits)' starts with a zero")
            throw Mistake()
        }
        return digits
    }

    /// `hole`, `hole : shape`, `hole - hole`
    private mutating func holeTerm() throws(Mistake) -> Term {
        let hole = try word("a value")
        if !isAtLineEnd, take(.colon) {
            return .hole(name: hole, shape: try word("the name of a shape after ':'"), minus: [])
        }
        var minus: [Name] = []
        while !isAtLineEnd, take(.minus) {
            minus.append(try word("a hole after '-'"))
        }
        return .hole(name: hole, shape: nil, minus: minus)
    }

    /// `[ each hole : shape ]`, `[ each hole : { … } ]`, `[ { … } ]`
    private mutating func array() throws(Mistake) -> Term {
        let opening = try enter(.openBracket, "'['")
        let term: Term
        do {
            term = try arrayContent()
        } catch {
            openings.removeLast()
            throw error
        }
        try leave(.closeBracket)
        switch term {
        case .each(let items, _):
            return .each(items, span: span(from: opening.range.lowerBound))
        case .single(let object, _):
            return .single(object, span: span(from: opening.range.lowerBound))
        default:
            return term
        }
    }

    private mutating func arrayContent() throws(Mistake) -> Term {
        let start = start
        if isAt(.openBrace) {
            return .single(try object("the fields of the element"), span: span(from: start))
        }
        guard isAt(word: "each") else {
            throw expected("'each' or '{' after '['", note: "write '[ each hole : shape ]'")
        }
        var items: [Term.Item] = []
        repeat {
            guard take(word: "each") else { throw expected("'each' after ','") }
            let hole = try word("a hole after 'each'")
            guard take(.colon) else { throw expected("':' after 'each \(hole.text)'") }
            if isAt(.openBrace) {
                items.append(Term.Item(hole: hole, element: .object(try object("the fields of the element"))))
            } else {
                items.append(Term.Item(hole: hole, element: .shape(try word("the name of a shape or '{'"))))
            }
        } while take(.comma)
        return .each(items, span: span(from: start))
    }

    /// `when …` on the same line or at the start of the next one.
    mutating func guardIfAny() throws(Mistake) -> Condition? {
        guard isInField, isAt(word: "when") else { return nil }
        let start = start
        advance()
        var tests = [try test(after: "when")]
        while take(word: "and") {
            tests.append(try test(after: "and"))
        }
        if !isAtLineEnd, isAt(word: "or") {
            throw expected("'and'", note: "a guard has no 'or'; name one capability that stands for both")
        }
        return Condition(tests: tests, span: span(from: start))
    }

    private mutating func test(after joint: String) throws(Mistake) -> Condition.Test {
        let isDenied = take(word: "not")
        guard !isAtLineEnd, isAt(.word) else {
            throw expected(
                "a test after '\(isDenied ? "not" : joint)'",
                note: "tests are 'streaming', 'can CAPABILITY', 'has HOLE' and 'HOLE is WORD'",
            )
        }
        let kind: Condition.Test.Kind
        if take(word: "streaming") {
            kind = .streaming
        } else if take(word: "answering") {
            kind = .answering
        } else if take(word: "can") {
            kind = .can(try word("a capability after 'can'"))
        } else if take(word: "has") {
            kind = .has(try word("a hole or an option after 'has'"))
        } else {
            let hole = try word("a test")
            guard take(word: "is") else {
                let near = closest(to: hole.text, among: Keywords.tests).map { "did you mean '\($0)'?" }
                throw expected(
                    "'is' after '\(hole.text)'",
                    note: near ?? "tests are 'streaming', 'can CAPABILITY', 'has HOLE' and 'HOLE is WORD'",
                )
            }
            kind = .matches(hole, try word("a word after 'is'"))
        }
        return Condition.Test(kind: kind, isDenied: isDenied)
    }
}
