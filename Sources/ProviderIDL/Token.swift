/// One word, text or sign of an IDL file, with its place.
struct Token: Sendable {
    /// What kind of token. Model ids and dates are runs of tokens without white space between them.
    enum Kind: UInt8, Sendable {
        /// `request`, `reasoning.effort`, `openai-chat`
        case word
        /// `3`, `-0.5`, `1e9`
        case number
        /// Starts with a digit and is no number: `2026-11-20`, `4o-mini`.
        case mixed
        /// `"…"`
        case text
        case openBrace
        case closeBrace
        case openBracket
        case closeBracket
        case openParenthesis
        case closeParenthesis
        case comma
        case colon
        case bar
        case question
        case equals
        case tilde
        case minus
        /// `<-`
        case readArrow
        /// `->`
        case writeArrow
        /// `...`
        case ellipsis
        /// `..`
        case range
        case dot
        case slash
        case at
        case star
        case comment
        /// Characters that mean nothing; the lexer has reported them.
        case invalid
        case end

        /// Whether it can be part of a model id.
        var isPartOfID: Bool {
            switch self {
            case .word, .number, .mixed, .minus, .range, .dot, .slash, .at, .star, .colon: true
            default: false
            }
        }

        var isOpening: Bool {
            self == .openBrace || self == .openBracket || self == .openParenthesis
        }

        var isClosing: Bool {
            self == .closeBrace || self == .closeBracket || self == .closeParenthesis
        }
    }

    var kind: Kind
    /// Index of its line.
    var line: Int
    /// Byte offsets.
    var range: Range<Int>
}

/// A line of a file.
struct Line: Sendable {
    /// Offset of its first byte.
    var start: Int
    /// Width of the white space it starts with; a tab reaches to the next multiple of four.
    var indent: Int
    /// Whether the lexer reported something in it: what else seems wrong there follows from that.
    var isBroken = false
}

/// A file cut into tokens.
struct TokenStream: Sendable {
    let file: SourceFile
    /// The tokens; the last one is `end`.
    var tokens: [Token] = []
    var comments: [Token] = []
    var lines: [Line] = []

    func span(_ range: Range<Int>) -> Span {
        Span(path: file.path, range: range)
    }

    /// The characters of a token; those of a text without quotes and escapes.
    func text(of token: Token) -> String {
        guard token.kind == .text else { return text(in: token.range) }
        var result: [UInt8] = []
        var offset = token.range.lowerBound + 1
        while offset < token.range.upperBound, file.bytes[offset] != UInt8(ascii: "\"") {
            if file.bytes[offset] == UInt8(ascii: "\\"), offset + 1 < token.range.upperBound {
                offset += 1
                result.append(file.bytes[offset] == UInt8(ascii: "n") ? UInt8(ascii: "\n") : file.bytes[offset])
            } else {
                result.append(file.bytes[offset])
            }
            offset += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The characters between two offsets, as written.
    func text(in range: Range<Int>) -> String {
        String(decoding: file.bytes[range], as: UTF8.self)
    }

    /// Whether the token at `index` is this word.
    func isWord(_ word: StaticString, at index: Int) -> Bool {
        let token = tokens[index]
        guard token.kind == .word, token.range.count == word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { $0.elementsEqual(file.bytes[token.range]) }
    }

    /// Whether the lexer reported something in the line of `place`.
    func isBroken(_ place: Int) -> Bool {
        var (low, high) = (0, lines.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle].start <= place { low = middle } else { high = middle }
        }
        return lines[low].isBroken
    }

    /// Whether the token at `index` is the first of its line.
    func startsLine(_ index: Int) -> Bool {
        index == 0 || tokens[index].line != tokens[index - 1].line
    }

    /// How far the line of the token at `index` is indented.
    func indent(_ index: Int) -> Int {
        lines[tokens[index].line].indent
    }

    /// Whether the tokens at `index` and after it touch.
    func isGlued(_ index: Int) -> Bool {
        index + 1 < tokens.count && tokens[index].range.upperBound == tokens[index + 1].range.lowerBound
    }

    /// Whether a declaration starts at `index`: one of the three words, at column 1.
    func startsDeclaration(_ index: Int) -> Bool {
        startsLine(index) && indent(index) == 0 && isDeclarationWord(index)
    }

    /// Whether one of the words that open a declaration stands at `index`, at any column.
    func isDeclarationWord(_ index: Int) -> Bool {
        guard isWord("wire", at: index) || isWord("provider", at: index) || isWord("prices", at: index) else {
            return false
        }
        return tokens[index + 1].kind != .colon
    }

    /// Whether the token at `index`, which starts a line, continues the field of the line before.
    func continuesField(_ index: Int) -> Bool {
        switch tokens[index].kind {
        case .bar, .question: return true
        case .word: break
        default: return false
        }
        let words: [StaticString] = ["when", "else", "in"]
        let isOfService = isWord("takes", at: index) || isWord("gives", at: index) || isWord("without", at: index)
        guard isOfService || words.contains(where: { isWord($0, at: index) }) else { return false }
        switch tokens[index + 1].kind {
        case .colon, .equals, .readArrow, .writeArrow: return false
        case .openBrace: return isOfService
        default: return !(isWord("opaque", at: index + 1) || isWord("skip", at: index + 1))
        }
    }
}
