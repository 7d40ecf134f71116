/// Reads the tokens of one file into its syntax, by recursive descent. A mistake is reported where it is found and
/// thrown to the nearest list (fields, rows, entries, declarations), which goes on at its next item.
struct Parser {
    /// Reported already; whoever catches it goes on at the next item.
    struct Mistake: Error {}

    static let deepest = 64

    let source: TokenStream
    var findings: Findings
    var index = 0
    /// Index of the token at which the present declaration ends.
    var limit = 0
    /// The brackets that are open, outermost first.
    var openings: [Opening] = []
    /// Set when an unclosed brace was reported: the rest of the entry is given up without a word.
    var isAbandoned = false
    /// How far the present entry is indented, and whether its second line is indented deeper.
    var entryIndent = 0
    var hasIndentedBody = false
    /// How far the entries of the present block are indented.
    var blockIndent = 0
    /// How far the present row of a price table is indented.
    var rowIndent = 0
    private var lastReported = -1

    init(_ source: TokenStream, findings: Findings) {
        self.source = source
        self.findings = findings
    }
}

extension Document {
    /// Reads one IDL file. Whatever the bytes, there is a document: what could not be read is missing from it and
    /// told by a diagnostic.
    public static func parse(_ file: SourceFile) -> (document: Document, diagnostics: [Diagnostic]) {
        let (stream, broken) = Lexer.lex(file)
        var parser = Parser(stream, findings: broken)
        let declarations = parser.declarations()
        let findings = stream.withoutEchoes(parser.findings.sorted)
        return (Document(path: file.path, declarations: declarations), findings)
    }

    /// The wires declared in the file, in order.
    public var wires: [Block] {
        declarations.compactMap { if case .wire(let block) = $0 { block } else { nil } }
    }

    /// The providers declared in the file, in order.
    public var providers: [Block] {
        declarations.compactMap { if case .provider(let block) = $0 { block } else { nil } }
    }

    /// The price tables declared in the file, in order.
    public var prices: [PricesSyntax] {
        declarations.compactMap { if case .prices(let prices) = $0 { prices } else { nil } }
    }
}

/// The present token.
extension Parser {
    var token: Token {
        index < limit ? source.tokens[index] : endToken
    }

    private var endToken: Token {
        let last = source.tokens[limit]
        return Token(kind: .end, line: last.line, range: previousEnd..<previousEnd)
    }

    /// The token after the present one.
    var following: Token {
        index + 1 < limit ? source.tokens[index + 1] : endToken
    }

    var isAtEnd: Bool {
        index >= limit
    }

    /// Where the token before ends.
    var previousEnd: Int {
        index > 0 ? source.tokens[index - 1].range.upperBound : 0
    }

    var start: Int {
        token.range.lowerBound
    }

    /// Whether the line ends before the present token.
    var isAtLineEnd: Bool {
        isAtEnd || source.startsLine(index)
    }

    /// Whether the present token can belong to the field before it.
    var isInField: Bool {
        !isAtEnd && (!source.startsLine(index) || source.continuesField(index))
    }

    func isAt(_ kind: Token.Kind) -> Bool {
        token.kind == kind
    }

    func isAt(word: StaticString) -> Bool {
        !isAtEnd && source.isWord(word, at: index)
    }

    @discardableResult
    mutating func advance() -> Token {
        let present = token
        if index < limit { index += 1 }
        return present
    }

    mutating func take(_ kind: Token.Kind) -> Bool {
        guard isAt(kind) else { return false }
        advance()
        return true
    }

    /// Takes a word that stands on the same line.
    mutating func take(word: StaticString) -> Bool {
        guard !isAtLineEnd, isAt(word: word) else { return false }
        advance()
        return true
    }

    func text(_ token: Token) -> String {
        source.text(of: token)
    }

    func span(from start: Int) -> Span {
        source.span(start..<max(start, previousEnd))
    }

    func name(of token: Token) -> Name {
        Name(text: text(token), span: source.span(token.range))
    }
}

/// Reporting.
extension Parser {
    /// Where something is missing: the present token, or the end of the line if that comes first.
    private var here: Range<Int> {
        isAtLineEnd ? previousEnd..<previousEnd : token.range
    }

    /// What stands here, for messages.
    var got: String {
        if isAtEnd {
            return source.tokens[limit].kind == .end ? "the end of the file" : "the end of the declaration"
        }
        return source.startsLine(index) ? "the end of the line" : presentWord
    }

    /// The present token as written, with what belongs to it in an address or an id.
    var presentWord: String {
        var ahead = self
        guard let wide = ahead.wideName(), wide.text.utf8.contains(UInt8(ascii: "/")) else { return quoted(token) }
        return quoted(Token(kind: .word, line: token.line, range: wide.span.range))
    }

    /// A token as written, shortened, in single quotes.
    func quoted(_ token: Token) -> String {
        let longest = 40
        guard token.range.count > longest else { return "'\(source.text(in: token.range))'" }
        let start = token.range.lowerBound
        return
            "'\(source.text(in: start..<start + longest).unicodeScalars.filter { $0 != "\u{FFFD}" }.map(String.init).joined())…'"
    }

    mutating func report(at range: Range<Int>, _ message: String, notes: [Diagnostic.Note] = []) {
        let place = range.lowerBound
        guard !isAbandoned, place != lastReported, !source.isBroken(place) else { return }
        lastReported = place
        findings.add(at: range, message, notes: notes)
        if findings.isFull {
            abandon()
        }
    }

    /// Reports what stands here instead of what was expected.
    @discardableResult
    mutating func expected(_ what: String, note: String? = nil) -> Mistake {
        report(at: here, "expected \(what), got \(got)", notes: note.map { [Diagnostic.Note($0)] } ?? [])
        return Mistake()
    }

    @discardableResult
    mutating func missing(_ what: String, notes: [Diagnostic.Note] = []) -> Mistake {
        report(at: previousEnd..<previousEnd, "missing \(what)", notes: notes)
        return Mistake()
    }

    /// Gives up the present entry.
    mutating func abandon() {
        isAbandoned = true
        limit = index
    }
}

/// What every construct is made of.
extension Parser {
    /// A word on the same line.
    mutating func word(_ what: String) throws(Mistake) -> Name {
        guard !isAtLineEnd, isAt(.word) else { throw expected(what) }
        return name(of: advance())
    }

    /// A text in quotes on the same line.
    mutating func quotedText(_ what: String) throws(Mistake) -> Name {
        guard !isAtLineEnd, isAt(.text) else { throw expected(what) }
        return name(of: advance())
    }

    /// The words up to the end of the line or to what is no word.
    mutating func words(_ what: String) throws(Mistake) -> [Name] {
        var words = [try word(what)]
        while !isAtLineEnd, isAt(.word) {
            words.append(name(of: advance()))
        }
        return words
    }

    /// A model id or another value made of tokens that touch.
    mutating func wideName() -> Name? {
        guard !isAtEnd, token.kind.isPartOfID else { return nil }
        let start = start
        advance()
        while !isAtEnd, token.kind.isPartOfID, source.isGlued(index - 1) {
            advance()
        }
        return Name(text: source.text(in: start..<previousEnd), span: span(from: start))
    }
}
