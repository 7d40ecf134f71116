/// Tables, options, errors and limits: rows that may follow each other on one line.
extension Parser {
    /// `{ name = value  name <- value }`
    mutating func tableRows(of what: String) throws(Mistake) -> [TableRow] {
        try braced("the rows of '\(what)'", isItem: { $0.isAtTableRow }) { (parser: inout Parser) throws(Mistake) in
            try parser.tableRow()
        }
    }

    private var isAtTableRow: Bool {
        following.kind == .equals || following.kind == .readArrow || following.kind == .writeArrow
    }

    private mutating func tableRow() throws(Mistake) -> TableRow {
        let start = start
        guard isAt(.word) || isAt(.text) else { throw expectedItem("the name of a row") }
        let name = name(of: advance())
        var direction = Alternative.Direction.both
        if isAtLineEnd {
            throw expected("'=', '<-' or '->' after '\(name.text)'")
        } else if !take(.equals) {
            direction = self.direction()
            if direction == .both {
                expected("'=', '<-' or '->' after '\(name.text)'")
                guard take(.colon) else { throw Mistake() }
            }
        }
        if isAtLineEnd || isAt(.comma) || isAt(.closeBrace) {
            throw missing("value for '\(name.text)'", notes: [Diagnostic.Note("write a literal or an object")])
        }
        guard isAt(.tilde) || isAt(.openBrace) || isAtLiteral else {
            let note = isAt(.word) ? "put a text in quotes: \"\(text(token))\"" : nil
            throw expected("a literal or an object as the value of '\(name.text)'", note: note)
        }
        let value = try term()
        let condition = try guardIfAny()
        return TableRow(name: name, direction: direction, value: value, condition: condition, span: span(from: start))
    }

    private var isAtLiteral: Bool {
        isAt(.text) || isAt(.number) || isAt(word: "true") || isAt(word: "false") || isAt(word: "null")
    }

    /// `{ safe_prompt: bool "what it does" }`
    mutating func optionFields() throws(Mistake) -> [OptionField] {
        try braced("the options", isItem: { $0.following.kind == .colon }) { (parser: inout Parser) throws(Mistake) in
            let start = parser.start
            let key = try parser.key("the key of an option")
            guard parser.take(.colon) else { throw parser.expected("':' after '\(key.text)'") }
            let type = try parser.word("the type of '\(key.text)'")
            var summary: Name?
            // A text before a colon is the next key.
            if !parser.isAtLineEnd, parser.isAt(.text), parser.following.kind != .colon {
                summary = parser.name(of: parser.advance())
            }
            return OptionField(key: key, type: type, summary: summary, span: parser.span(from: start))
        }
    }

    /// `{ 429 insufficient_quota quota  500..599 server(retry) }`
    mutating func errorRows() throws(Mistake) -> [ErrorRow] {
        try braced("the errors", isItem: { $0.isAt(.word) || $0.isAt(.number) || $0.isAt(.text) }) {
            (parser: inout Parser) throws(Mistake) in
            try parser.errorRow()
        }
    }

    private mutating func errorRow() throws(Mistake) -> ErrorRow {
        let start = start
        let statuses = isAt(.number) ? try statuses() : nil
        guard statuses == nil || !isAtLineEnd, isAt(.word) || isAt(.text) else {
            guard statuses == nil else {
                throw expected("an error class after '\(source.text(in: start..<previousEnd))'")
            }
            let note = isAt(.mixed) ? "write a range of statuses as '500..599'" : nil
            throw expectedItem("a status or a vendor's code", note: note)
        }
        if statuses == nil, isAtPhrase { return try phraseRow() }
        var vendorCode: Name?
        var code = token
        advance()
        let isPair = !isAtLineEnd && isAt(.word) && !isAtPhrase
        if isPair || code.kind == .text {
            vendorCode = name(of: code)
            guard isPair else { throw expected("an error class after \(quoted(code))") }
            code = advance()
        }
        if statuses == nil, vendorCode == nil {
            report(
                at: code.range,
                "expected a status or a vendor's code before the class '\(text(code))'",
                notes: [Diagnostic.Note("write '500..599 \(text(code))' or 'vendors_word \(text(code))'")],
            )
            throw Mistake()
        }
        let isRetryable = try retry()
        return ErrorRow(
            statuses: statuses, vendorCode: vendorCode, code: name(of: code), isRetryable: isRetryable,
            span: span(from: start))
    }

    /// `saying` alone is a vendor's code like another.
    private var isAtPhrase: Bool { isAt(word: "saying") && following.kind == .text }

    /// `saying "prompt is too long" contextLength`
    private mutating func phraseRow() throws(Mistake) -> ErrorRow {
        let start = start
        advance()
        let phrase = name(of: advance())
        guard !isAtLineEnd, isAt(.word) else { throw expected("an error class after '\(phrase.text)'") }
        let code = name(of: advance())
        let isRetryable = try retry()
        return ErrorRow(
            statuses: nil, vendorCode: nil, phrase: phrase, code: code, isRetryable: isRetryable,
            span: span(from: start))
    }

    /// `(retry)`
    private mutating func retry() throws(Mistake) -> Bool {
        guard !isAtLineEnd, isAt(.openParenthesis) else { return false }
        let opening = advance()
        guard take(word: "retry") else { throw expected("'retry' after '('") }
        guard take(.closeParenthesis) else {
            missing("')'", notes: [Diagnostic.Note("opened here", at: source.span(opening.range))])
            throw Mistake()
        }
        return true
    }

    /// `429`, `500..599`
    private mutating func statuses() throws(Mistake) -> ClosedRange<Int> {
        let start = start
        let first = try status()
        guard !isAtLineEnd, take(.range) else { return first...first }
        guard !isAtLineEnd, isAt(.number) else { throw expected("a status after '..'") }
        let last = try status()
        guard first <= last else {
            report(
                at: start..<previousEnd,
                "the range of statuses '\(first)..\(last)' is empty",
                notes: [Diagnostic.Note("write '\(last)..\(first)'")],
            )
            throw Mistake()
        }
        return first...last
    }

    private mutating func status() throws(Mistake) -> Int {
        guard let status = Int(text(token)), 100...599 ~= status else {
            throw expectedItem("a status from 100 to 599")
        }
        advance()
        return status
    }

    /// `{ requests { limit "…", remaining "…", reset "…" } }`
    mutating func limitGroups() throws(Mistake) -> [LimitGroup] {
        try braced("the limits", isItem: { $0.following.kind == .openBrace }) {
            (parser: inout Parser) throws(Mistake) in
            let start = parser.start
            guard parser.isAt(.word) else { throw parser.expectedItem("what is limited") }
            let name = parser.name(of: parser.advance())
            let headers = try parser.braced("the headers of '\(name.text)'", isItem: { $0.following.kind == .text }) {
                (parser: inout Parser) throws(Mistake) in
                guard parser.isAt(.word) else { throw parser.expectedItem("'limit', 'remaining' or 'reset'") }
                let role = parser.name(of: parser.advance())
                return (role: role, header: try parser.quotedText("the header of '\(role.text)' in quotes"))
            }
            return LimitGroup(
                name: name, roles: headers.map(\.role), names: headers.map(\.header), span: parser.span(from: start))
        }
    }
}
