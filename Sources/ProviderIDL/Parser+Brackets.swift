/// Brackets: what stands between them, and what to do when one is missing. Indentation means nothing in a correct file;
/// in a wrong one it tells where the author thought a bracket closed.
extension Parser {
    /// A bracket that is open.
    struct Opening {
        var token: Token
        /// How far its line is indented.
        var indent: Int
        /// Whether something stands behind it on its line.
        var isHanging: Bool

        /// Whether `kind` closes it.
        func isClosed(by kind: Token.Kind) -> Bool {
            switch token.kind {
            case .openBrace: kind == .closeBrace
            case .openBracket: kind == .closeBracket
            default: kind == .closeParenthesis
            }
        }
    }

    /// Takes an opening bracket and counts the depth; `leave` must follow.
    @discardableResult
    mutating func enter(_ kind: Token.Kind, _ what: String) throws(Mistake) -> Token {
        guard isAt(kind) else { throw expected(what) }
        let indent = source.indent(index)
        let opening = advance()
        guard openings.count < Self.deepest else {
            report(at: opening.range, "nested deeper than \(Self.deepest) brackets")
            abandon()
            throw Mistake()
        }
        openings.append(Opening(token: opening, indent: indent, isHanging: !isAtLineEnd))
        return opening
    }

    /// Takes the bracket that closes the innermost one, or reports that it is missing.
    mutating func leave(_ kind: Token.Kind) throws(Mistake) {
        let isMistyped = isAtMistypedCloser
        guard let opening = openings.popLast(), !take(kind) else { return }
        let sign = kind == .closeBrace ? "}" : "]"
        let note = Diagnostic.Note("opened here", at: source.span(opening.token.range))
        if isAtEnd || startsNextEntry(isItem: false) {
            missing("'\(sign)'", notes: [note])
            abandon()
        } else if isAtLineEnd {
            missing("'\(sign)'", notes: [note])
        } else {
            report(at: token.range, "expected '\(sign)', got \(quoted(token))", notes: [note])
            if isMistyped {
                advance()
                return
            }
        }
        throw Mistake()
    }

    /// Whether a bracket of the wrong kind was meant for the innermost one: they share a line, and there is no other
    /// on that line which it could belong to.
    private var isAtMistypedCloser: Bool {
        guard !isAtLineEnd, token.kind.isClosing, let opening = openings.last else { return false }
        guard opening.token.line == token.line, !opening.isClosed(by: token.kind) else { return false }
        return openings.dropLast().last?.token.line != token.line
    }

    /// Whether the bracket here belongs to the one around the innermost.
    private var isAtOuterCloser: Bool {
        guard !isAtLineEnd, token.kind.isClosing, let opening = openings.last else { return false }
        return !opening.isClosed(by: token.kind) && openings.dropLast().last?.isClosed(by: token.kind) ?? false
    }

    /// Whether the innermost bracket must end here although it is not closed.
    var isAtWrongCloser: Bool {
        isAtMistypedCloser || isAtOuterCloser
    }

    /// Whether the innermost brace must end here although it is not closed: what stands here can belong to the object
    /// alone, and nothing on the rest of its line closes it.
    var isAtLackingCloser: Bool {
        guard isAt(.question) || isAt(word: "when"), !isAtLineEnd, let opening = openings.last,
            opening.token.kind == .openBrace, opening.isHanging, !source.isBroken(start)
        else { return false }
        var open = 0
        var ahead = index
        while ahead < limit, source.tokens[ahead].line == token.line {
            let kind = source.tokens[ahead].kind
            if kind.isOpening { open += 1 }
            if kind.isClosing { open -= 1 }
            if open < 0 { return kind != .closeBrace }
            ahead += 1
        }
        return true
    }

    /// The items of a braced list, each separated by a comma or a new line.
    /// - Parameters:
    ///   - isItem: whether the tokens ahead look like an item.
    ///   - item: reads one item; after a mistake in it the list goes on at the next.
    mutating func braced<Item>(
        _ what: String,
        isItem: (Parser) -> Bool,
        item: (inout Parser) throws(Mistake) -> Item?
    ) throws(Mistake) -> [Item] {
        try enter(.openBrace, "'{' before \(what)")
        var items: [Item] = []
        while true {
            while take(.comma) {}
            if isAtEnd || isAt(.closeBrace) || isAtWrongCloser || isAtLackingCloser { break }
            if source.startsLine(index), startsNextEntry(isItem: isItem(self)) || leavesHanging(isItem: isItem(self)) {
                break
            }
            let first = index
            do {
                if let item = try item(&self) { items.append(item) }
            } catch {
                skipItem(from: first)
            }
        }
        do {
            try leave(.closeBrace)
        } catch {
            // Reported; what was read before stands.
        }
        return items
    }

    /// Whether the next entry of the block starts here although a brace is still open.
    func startsNextEntry(isItem: Bool) -> Bool {
        guard !isAtEnd, source.startsLine(index), source.indent(index) <= entryIndent, isAt(.word) else { return false }
        guard following.kind != .colon, isAtKnownEntry else { return false }
        return hasIndentedBody || !isItem
    }

    /// Whether this line belongs to what stands around the innermost brace: its content started on the brace's line,
    /// but the line is not indented deeper than that one and does not look like more of the content.
    private func leavesHanging(isItem: Bool) -> Bool {
        guard let opening = openings.last, opening.isHanging, !isItem else { return false }
        return source.indent(index) <= opening.indent
    }

    /// Skips the rest of an item: to a comma, a new line or the closing brace at the same depth.
    mutating func skipItem(from first: Int) {
        if index == first || !isAtLineEnd { skipStrayCloser() }
        var open = 0
        while !isAtEnd {
            let isNew = index > first
            if isNew, startsNextEntry(isItem: false) { break }
            if isNew, open == 0 {
                if isAt(.comma) && !startsElement(index + 1) || isAt(.closeBrace) || isAtOuterCloser { return }
                if source.startsLine(index), !source.continuesField(index) { return }
            }
            let kind = advance().kind
            if kind.isOpening { open += 1 }
            if kind.isClosing, open > 0 { open -= 1 }
        }
        if open > 0 { abandon() }
    }

    /// Whether `each hole` stands there, which belongs to a list in brackets.
    private func startsElement(_ index: Int) -> Bool {
        index + 1 < limit && source.isWord("each", at: index) && source.tokens[index + 1].kind == .word
    }

    /// Skips the fields of a case whose opening brace is missing, and the brace that closes them.
    mutating func skipUnopenedFields() {
        var open = 0
        while !isAtEnd, !startsNextEntry(isItem: false) {
            let kind = advance().kind
            if kind.isOpening { open += 1 }
            if kind.isClosing { open -= 1 }
            if open < 0 { return }
        }
    }

    /// Skips the brace at the end of an item whose own opening brace is missing. One that closes a list of several
    /// lines starts its line.
    private mutating func skipStrayCloser() {
        guard let opening = openings.last, !opening.isHanging, opening.token.line < token.line else { return }
        // Mistakes in such a line are not counted, so nothing would bound the looking ahead.
        guard !source.isBroken(start) else { return }
        var open = 0
        var ahead = index
        while ahead < limit, ahead == index || !source.startsLine(ahead) {
            let kind = source.tokens[ahead].kind
            if kind == .openBrace { open += 1 }
            if kind == .closeBrace { open -= 1 }
            if open < 0 {
                if !source.startsLine(ahead) { index = ahead + 1 }
                return
            }
            ahead += 1
        }
    }
}

extension TokenStream {
    /// The findings, but one alone for each entry whose braces do not match: what is found there besides mostly follows
    /// from that.
    func withoutEchoes(_ findings: [Diagnostic]) -> [Diagnostic] {
        guard findings.count > 1 else { return findings }
        var kept = findings
        for (entry, isClosed) in unbalancedEntries {
            // What was opened here may be missed far behind.
            let missing = kept.first {
                $0.notes.contains { $0.span.map { entry.contains($0.range.lowerBound) } ?? false }
            }
            let end = max(entry.upperBound, isClosed ? 0 : missing?.span.range.upperBound ?? 0)
            let own = kept.filter { entry.lowerBound..<end ~= $0.span.range.lowerBound }
            // A brace too many is a mistake of its own, and two of those may well be.
            let told = isClosed ? (own.count > 2 ? own.first : nil) : missing ?? own.first
            if let told { kept.removeAll { own.contains($0) && $0 != told } }
        }
        return kept
    }

    /// Where the entries stand whose braces do not match, and whether too many close there.
    private var unbalancedEntries: [(entry: Range<Int>, isClosed: Bool)] {
        var entries: [(Range<Int>, Bool)] = []
        var start = 0, open = 0
        var entryIndent: Int?
        var isClosed = false
        func end(at place: Int) {
            if isClosed || open != 0 { entries.append((start..<place, isClosed)) }
            (start, open, isClosed) = (place, 0, false)
        }
        for (index, token) in tokens.enumerated() {
            if startsDeclaration(index) {
                end(at: token.range.lowerBound)
                entryIndent = nil
            } else if startsLine(index), token.kind == .word, indent(index) <= entryIndent ?? .max {
                end(at: token.range.lowerBound)
                entryIndent = entryIndent ?? indent(index)
            }
            if token.kind == .openBrace { open += 1 }
            if token.kind == .closeBrace { open -= 1 }
            if open < 0 { isClosed = true }
        }
        end(at: file.bytes.count + 1)
        return entries
    }
}
