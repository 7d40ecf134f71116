/// Cuts a file into tokens. Every byte sequence can be cut; what means nothing is reported and becomes an `invalid`
/// token, so that the parser does not report it again. Signs within names (`openai/gpt-oss:free`) stay single tokens:
/// where a model id may stand, the parser joins those that touch.
struct Lexer {
    private let bytes: [UInt8]
    private var offset = 0
    private var stream: TokenStream
    private var findings: Findings
    private var hasReportedControl = false
    /// The last line with wrong quotes in it.
    private var lineOfQuotes = -1

    static func lex(_ file: SourceFile) -> (stream: TokenStream, findings: Findings) {
        var lexer = Lexer(file)
        lexer.run()
        return (lexer.stream, lexer.findings)
    }

    private init(_ file: SourceFile) {
        bytes = file.bytes
        stream = TokenStream(file: file)
        findings = Findings(path: file.path)
    }

    private mutating func run() {
        if let invalid = UTF8Check.firstInvalid(in: bytes) {
            findings.add(
                at: invalid,
                "the file is not UTF-8: invalid byte \(UTF8Check.hexadecimal(UInt32(bytes[invalid.lowerBound])))",
                notes: [Diagnostic.Note("save the file as UTF-8")],
            )
        }
        if bytes.starts(with: UTF8Check.byteOrderMark) {
            offset = UTF8Check.byteOrderMark.count
        }
        beginLine()
        while offset < bytes.count, !findings.isFull {
            next()
        }
        add(.end, to: offset)
    }

    private mutating func beginLine() {
        let start = offset
        var indent = 0
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: " ") {
                indent += 1
            } else if bytes[offset] == UInt8(ascii: "\t") {
                indent += 4 - indent % 4
            } else {
                break
            }
            offset += 1
        }
        stream.lines.append(Line(start: start, indent: indent))
    }

    private mutating func add(_ kind: Token.Kind, to end: Int) {
        stream.tokens.append(Token(kind: kind, line: stream.lines.count - 1, range: offset..<end))
        offset = end
    }

    private func byte(_ distance: Int) -> UInt8 {
        let position = offset + distance
        return position < bytes.count ? bytes[position] : 0
    }

    private mutating func next() {
        let first = bytes[offset]
        if let kind = Self.signs[Int(first)] {
            add(kind, to: offset + 1)
            return
        }
        switch first {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
            offset += 1
        case UInt8(ascii: "\n"):
            offset += 1
            beginLine()
        case UInt8(ascii: "#"):
            comment()
        case UInt8(ascii: "\""):
            text()
        case UInt8(ascii: "-") where byte(1).isDigit:
            number()
        case UInt8(ascii: "/") where byte(1) == first && stream.tokens.last?.range.upperBound != offset:
            findings.add(at: offset..<offset + 2, "expected '#' before a comment, got '//'")
            comment()
        default:
            if first.isLetter {
                add(.word, to: endOfWord(offset + 1))
            } else if first.isDigit {
                number()
            } else if let (kind, length) = longSign() {
                add(kind, to: offset + length)
            } else {
                unexpected()
            }
        }
    }

    private mutating func comment() {
        let start = offset
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") {
            offset += 1
        }
        stream.comments.append(Token(kind: .comment, line: stream.lines.count - 1, range: start..<offset))
    }

    /// Dots and hyphens belong to a word when more of the word follows: `a.b`, but not `a...`.
    private func endOfWord(_ start: Int) -> Int {
        var end = start
        while end < bytes.count {
            if bytes[end].isInWord {
                end += 1
            } else if bytes[end].isJoint, end + 1 < bytes.count, bytes[end + 1].isInWord {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    private mutating func number() {
        var end = endOfDigits(offset + 1)
        if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."), bytes[end + 1].isDigit {
            end = endOfDigits(end + 1)
        }
        if end < bytes.count, bytes[end] == UInt8(ascii: "e") || bytes[end] == UInt8(ascii: "E") {
            var exponent = end + 1
            if exponent < bytes.count, bytes[exponent] == UInt8(ascii: "+") || bytes[exponent] == UInt8(ascii: "-") {
                exponent += 1
            }
            if exponent < bytes.count, bytes[exponent].isDigit {
                end = endOfDigits(exponent)
            }
        }
        let endOfMixed = endOfWord(end)
        add(endOfMixed > end ? .mixed : .number, to: endOfMixed)
    }

    private func endOfDigits(_ start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end].isDigit {
            end += 1
        }
        return end
    }

    /// Signs of one byte that start no longer one.
    private static let signs: [Token.Kind?] = {
        var signs = [Token.Kind?](repeating: nil, count: 256)
        let kinds: [(Unicode.Scalar, Token.Kind)] = [
            ("{", .openBrace), ("}", .closeBrace), ("[", .openBracket), ("]", .closeBracket),
            ("(", .openParenthesis), (")", .closeParenthesis), (",", .comma), (":", .colon), ("|", .bar),
            ("?", .question), ("=", .equals), ("~", .tilde), ("@", .at), ("*", .star),
        ]
        for (scalar, kind) in kinds {
            signs[Int(scalar.value)] = kind
        }
        return signs
    }()

    private func longSign() -> (Token.Kind, length: Int)? {
        switch bytes[offset] {
        case UInt8(ascii: "/"): return (.slash, 1)
        case UInt8(ascii: "-"): return byte(1) == UInt8(ascii: ">") ? (.writeArrow, 2) : (.minus, 1)
        case UInt8(ascii: "<"): return byte(1) == UInt8(ascii: "-") ? (.readArrow, 2) : nil
        case UInt8(ascii: "."):
            if byte(1) != UInt8(ascii: ".") { return (.dot, 1) }
            return byte(2) == UInt8(ascii: ".") ? (.ellipsis, 3) : (.range, 2)
        default: return nil
        }
    }
}

/// Texts in quotes.
extension Lexer {
    private mutating func text() {
        var end = offset + 1
        while end < bytes.count {
            switch bytes[end] {
            case UInt8(ascii: "\""):
                add(.text, to: end + 1)
                return
            case UInt8(ascii: "\n"):
                unclosedText(to: end)
                return
            case UInt8(ascii: "\\"):
                end = escape(at: end)
            case 0..<0x20 where bytes[end] != UInt8(ascii: "\t") && bytes[end] != UInt8(ascii: "\r"):
                control(at: end)
                end += 1
            default:
                end += 1
            }
        }
        unclosedText(to: end)
    }

    /// Returns the offset after the escape.
    private mutating func escape(at start: Int) -> Int {
        guard start + 1 < bytes.count else { return start + 1 }
        switch bytes[start + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "n"):
            return start + 2
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            return start + 1
        default:
            var end = start + 2
            while end < bytes.count, bytes[end] & 0b1100_0000 == 0b1000_0000 {
                end += 1
            }
            findings.add(
                at: start..<end,
                "unknown escape '\(String(decoding: bytes[start..<end], as: UTF8.self))' in a text",
                notes: [Diagnostic.Note("write '\\\"', '\\\\' or '\\n'")],
            )
            return end
        }
    }

    /// A text that is not closed ends where a bracket closes that was opened before it, so that one missing quote
    /// does not swallow the end of an object.
    private mutating func unclosedText(to endOfLine: Int) {
        findings.add(
            at: offset..<offset + 1,
            "this text is not closed on its line",
            notes: [Diagnostic.Note("close it with '\"'; a new line in a text is written '\\n'")],
        )
        breakLine()
        var open = 0
        var end = offset + 1
        search: while end < endOfLine {
            switch bytes[end] {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                open += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if open == 0 { break search }
                open -= 1
            default:
                break
            }
            end += 1
        }
        add(.text, to: end)
    }
}

/// What means nothing.
extension Lexer {
    private mutating func control(at position: Int) {
        guard !hasReportedControl else { return }
        hasReportedControl = true
        findings.add(
            at: position..<position + 1,
            "unexpected control character \(UTF8Check.hexadecimal(UInt32(bytes[position])))",
        )
    }

    private mutating func breakLine() {
        stream.lines[stream.lines.count - 1].isBroken = true
    }

    /// Reports a run of characters once, and wrong quotes once in a line.
    private mutating func unexpected() {
        let start = offset
        var end = offset + 1
        while end < bytes.count, bytes[end] >= 0x7F || bytes[end] < 0x20 && !bytes[end].isSpace {
            end += 1
        }
        defer {
            add(.invalid, to: end)
            breakLine()
        }
        if bytes[start] < 0x20 || bytes[start] == 0x7F {
            control(at: start)
            return
        }
        let characters = String(decoding: bytes[start..<min(end, start + 4)], as: UTF8.self)
        // What is not UTF-8 was reported for the file as a whole.
        guard let scalar = characters.unicodeScalars.first, scalar != "\u{FFFD}" else { return }
        let range = start..<start + scalar.utf8.count
        switch scalar {
        case "'", "`", "\u{201C}", "\u{201D}", "\u{2018}", "\u{2019}":
            let line = stream.lines.count - 1
            guard line != lineOfQuotes else { return }
            lineOfQuotes = line
            findings.add(
                at: range,
                "unexpected character '\(scalar)'",
                notes: [Diagnostic.Note("a text stands between straight double quotes")],
            )
        case ";":
            findings.add(
                at: range,
                "unexpected character ';'",
                notes: [Diagnostic.Note("fields are separated by ',' or a new line")],
            )
        case "<":
            findings.add(
                at: range,
                "unexpected character '<'",
                notes: [Diagnostic.Note("an alternative that is only read starts with '<-'")],
            )
        default:
            findings.add(at: range, "unexpected character '\(scalar)'")
        }
    }
}

extension UInt8 {
    /// Whether a word can start with it.
    fileprivate var isLetter: Bool {
        self | 0x20 >= UInt8(ascii: "a") && self | 0x20 <= UInt8(ascii: "z") || self == UInt8(ascii: "_")
    }

    fileprivate var isDigit: Bool {
        self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9")
    }

    fileprivate var isInWord: Bool {
        isLetter || isDigit
    }

    fileprivate var isJoint: Bool {
        self == UInt8(ascii: ".") || self == UInt8(ascii: "-")
    }

    fileprivate var isSpace: Bool {
        self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") || self == UInt8(ascii: "\t")
    }
}
