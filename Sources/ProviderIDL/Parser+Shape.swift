/// Shapes: objects with fields, or cases.
extension Parser {
    /// `by key { … }`, `by key or other { … }` or `{ … }`
    mutating func shape(of what: String) throws(Mistake) -> Shape {
        var discriminators: [Name] = []
        if take(word: "by") {
            repeat {
                discriminators.append(try key("the key that tells the cases apart, after 'by'"))
            } while take(word: "or")
        }
        guard isAt(.openBrace) else { throw expected("'{' after '\(what)'") }
        let start = start
        let body: Shape.Body
        if hasCases(ifUnclear: !discriminators.isEmpty) {
            let cases = try braced(
                "the cases", isItem: { $0.isAtCase }, item: { (parser) throws(Mistake) in try parser.shapeCase() })
            body = .cases(cases)
        } else {
            body = .object(try object("the fields of '\(what)'"))
        }
        return Shape(discriminators: discriminators, body: body, span: span(from: start))
    }

    /// Looks past the brace and the first word.
    private func hasCases(ifUnclear: Bool) -> Bool {
        let first = index + 1
        guard first + 1 < limit else { return false }
        switch source.tokens[first].kind {
        case .readArrow, .writeArrow: return true
        case .word, .text: break
        default: return false
        }
        switch source.tokens[first + 1].kind {
        case .openBrace, .readArrow, .writeArrow: return true
        case .colon: return false
        default:
            let isElse = source.isWord("else", at: first)
            return isElse || source.isWord("each", at: first + 1) || ifUnclear
        }
    }

    /// Whether a case can start here, for a line that could be an entry too.
    private var isAtCase: Bool {
        isAt(word: "else") || isAt(.readArrow) || isAt(.writeArrow) || following.kind == .openBrace
            || following.kind == .readArrow
            || following.kind == .writeArrow || !isAtEnd && source.isWord("each", at: index + 1)
    }

    private var isAtField: Bool {
        isAt(.ellipsis) || following.kind == .colon
    }

    mutating func object(_ what: String) throws(Mistake) -> ObjectSyntax {
        let start = start
        var isOpen = false
        let fields = try braced(what, isItem: { $0.isAtField }) { (parser: inout Parser) throws(Mistake) -> Field? in
            if parser.take(.ellipsis) {
                isOpen = true
                try parser.endItem(after: "'...'")
                return nil
            }
            let field = try parser.field()
            try parser.endItem(after: "the value of '\(field.key.text)'")
            return field
        }
        return ObjectSyntax(fields: fields, isOpen: isOpen, span: span(from: start))
    }

    /// `key: value`
    mutating func field() throws(Mistake) -> Field {
        let start = start
        let key = try key("a key")
        if !take(.colon) {
            let note = isAt(word: "each") ? "fields are written 'key: value'; this shape has no cases" : nil
            expected("':' after '\(key.text)'", note: note)
            // `key = value` and `key { … }` show what was meant.
            guard !isAtLineEnd, take(.equals) || isAt(.openBrace) || isAt(.openBracket) else { throw Mistake() }
        }
        let value = try value(of: key)
        return Field(key: key, value: value, span: span(from: start))
    }

    /// A word or a text in quotes.
    mutating func key(_ what: String) throws(Mistake) -> Name {
        guard isAt(.word) || isAt(.text) else {
            let needsQuotes = isAt(.mixed) || isAt(.number) || isAt(.at) || isAt(.star) || isAt(.slash)
            throw expectedItem(what, note: needsQuotes ? "put a key in quotes that is not a plain word" : nil)
        }
        return name(of: advance())
    }

    /// Like `expected`, where the present token may be the first of its line.
    @discardableResult
    mutating func expectedItem(_ what: String, note: String? = nil) -> Mistake {
        guard !isAtEnd else { return expected(what, note: note) }
        report(
            at: token.range, "expected \(what), got \(presentWord)", notes: note.map { [Diagnostic.Note($0)] } ?? [])
        return Mistake()
    }

    /// Checks that an item ends here: at a comma, a new line or the closing brace.
    mutating func endItem(after what: String) throws(Mistake) {
        if isAtLineEnd || isAt(.comma) || isAt(.closeBrace) || isAtWrongCloser || isAtLackingCloser { return }
        if (isAt(.word) || isAt(.text)) && following.kind == .colon {
            missing("',' after \(what)")
            return
        }
        throw expected("',' or a new line after \(what)")
    }

    /// `name each hole { … } when …`, `else opaque`
    private mutating func shapeCase() throws(Mistake) -> Case? {
        let start = start
        var direction = direction()
        guard isAt(.word) || isAt(.text) else { throw expectedItem("the name of a case") }
        let isElse = isAt(word: "else")
        let name = name(of: advance())
        if isElse, !isAtLineEnd, !isAt(.openBrace) {
            guard isAt(word: "opaque") || isAt(word: "skip") else { throw expected("'opaque' or 'skip' after 'else'") }
            let otherwise = self.name(of: advance())
            return Case(
                name: name, direction: direction, each: nil, object: nil, otherwise: otherwise,
                condition: try guardIfAny(), span: span(from: start))
        }
        if isElse { throw expected("'opaque' or 'skip' after 'else'") }
        var each: Name?
        if take(word: "each") {
            each = try word("a hole after 'each'")
        }
        if direction == .both {
            direction = self.direction()
        }
        guard isAt(.openBrace) else {
            let mistake = expected(
                "'{' after the case '\(name.text)'",
                note: isAt(.colon) ? "cases are written 'name { … }'; this shape has no fields" : nil)
            if !isAtLineEnd, isAtField { skipUnopenedFields() }
            throw mistake
        }
        let object = try object("the fields of '\(name.text)'")
        let condition = try guardIfAny()
        return Case(
            name: name, direction: direction, each: each, object: object, otherwise: nil, condition: condition,
            span: span(from: start))
    }
}
