/// Declarations, and the entries of wires and providers.
extension Parser {
    mutating func declarations() -> [Declaration] {
        var declarations: [Declaration] = []
        let end = source.tokens.count - 1
        while index < end, !findings.isFull {
            isAbandoned = false
            openings = []
            limit = index + 1
            while limit < end, source.tokens[limit].kind != .word || !source.startsDeclaration(limit) {
                limit += 1
            }
            let declarationLimit = limit
            let first = index
            if let declaration = declaration() {
                declarations.append(declaration)
            }
            // An indented `provider` ends a block before its limit.
            let isEarly = !isAbandoned && index > first && index < declarationLimit
            index = isEarly ? index : declarationLimit
        }
        return declarations
    }

    private mutating func declaration() -> Declaration? {
        guard source.isDeclarationWord(index) else {
            unknownDeclaration()
            return nil
        }
        if !source.startsDeclaration(index) {
            report(
                at: token.range,
                "the declaration '\(text(token))' must start at column 1",
                notes: [Diagnostic.Note("remove the white space before it")],
            )
        }
        if isAt(word: "prices") { return prices().map(Declaration.prices) }
        let isWire = isAt(word: "wire")
        return block(isWire ? "wire" : "provider").map(isWire ? Declaration.wire : Declaration.provider)
    }

    /// Reports a word at column 1 that opens no declaration, and gives up what follows it.
    /// - Parameter note: what to write if no declaration was meant.
    mutating func unknownDeclaration(note: String? = nil) {
        let near = isAt(.word) ? closest(to: text(token), among: Keywords.declarations) : nil
        expectedItem("'wire', 'provider' or 'prices'", note: near.map { "did you mean '\($0)'?" } ?? note)
        abandon()
    }

    /// `NAME "title"` and the entries.
    private mutating func block(_ keyword: String) -> Block? {
        let start = start
        advance()
        let name: Name
        do {
            name = try word("the name of the \(keyword)")
        } catch {
            abandon()
            return nil
        }
        var block = Block(name: name, title: nil, entries: [], span: span(from: start))
        if isAt(.text) {
            block.title = self.name(of: advance())
        }
        let declarationLimit = limit
        blockIndent = source.indent(index)
        while index < declarationLimit, !findings.isFull {
            limit = declarationLimit
            isAbandoned = false
            openings = []
            if take(.comma) { continue }
            if isAt(word: "provider") || isAt(word: "prices"), following.kind == .word { break }
            if isAt(.word), source.startsLine(index), source.indent(index) == 0, !isAtKnownEntry {
                unknownDeclaration()
                index = declarationLimit
                break
            }
            if source.startsLine(index) {
                entryIndent = source.indent(index)
                hasIndentedBody = nextLineIndent.map { $0 > entryIndent } ?? false
            }
            let first = index
            do {
                if let entry = try entry() { block.entries.append(entry) }
                if isAbandoned {
                    limit = declarationLimit
                    if !isAtLineEnd { throw Mistake() }
                } else if !isAtLineEnd, !isAt(.comma) {
                    throw unexpectedAfterEntry(source.tokens[first])
                }
            } catch {
                limit = declarationLimit
                skipEntry(from: first)
            }
        }
        limit = max(index, declarationLimit)
        block.span = span(from: start)
        return block
    }

    /// Whether an entry of a wire or provider can begin here.
    var isAtKnownEntry: Bool {
        Keywords.entries.contains(text(token)) || isService
    }

    /// The indent of the line after the present one.
    private var nextLineIndent: Int? {
        var next = index + 1
        while next < limit, !source.startsLine(next) {
            next += 1
        }
        return next < limit ? source.indent(next) : nil
    }

    /// Skips to the next line on which an entry can start.
    private mutating func skipEntry(from first: Int) {
        var open = 0
        while !isAtEnd {
            if index > first, source.startsLine(index), isAt(.word), following.kind != .colon {
                let isEntry = open == 0 || Keywords.entries.contains(text(token))
                if isEntry, source.indent(index) <= blockIndent { return }
            }
            let kind = advance().kind
            if kind.isOpening { open += 1 }
            if kind.isClosing, open > 0 { open -= 1 }
        }
    }

    private mutating func entry() throws(Mistake) -> Entry? {
        let start = start
        guard isAt(.word) else { throw unexpectedInBlock() }
        let kind = try entryKind()
        return Entry(kind: kind, span: span(from: start))
    }

    private mutating func unexpectedInBlock() -> Mistake {
        switch token.kind {
        case .closeBrace, .closeBracket, .closeParenthesis:
            report(at: token.range, "unexpected \(quoted(token)): nothing is open here")
            return Mistake()
        default:
            return expectedItem("an entry")
        }
    }

    private mutating func unexpectedAfterEntry(_ first: Token) -> Mistake {
        if token.kind.isClosing { return unexpectedInBlock() }
        let note = isAtKnownEntry ? "each entry starts on a line of its own" : nil
        return expected("the end of the entry '\(text(first))'", note: note)
    }

    private var isMethod: Bool {
        isAt(.word) && Keywords.methods.contains(text(token))
    }

    private var isService: Bool {
        following.kind == .word && following.line == token.line && Keywords.methods.contains(text(following))
    }

    private mutating func entryKind() throws(Mistake) -> Entry.Kind {
        if isMethod { return try endpoint() }
        if isService { return .service(try service()) }
        let keyword = advance()
        switch text(keyword) {
        case "wire":
            let name = try word("the name of a wire")
            let suffix = take(word: "as") ? try word("the end of the backend's name after 'as'") : nil
            guard suffix != nil || !isAtLineEnd && isAt(.openBrace) else { return .wire(name) }
            let entries = try braced("the differences of '\(name.text)'", isItem: { $0.isAtKnownEntry }) {
                (parser: inout Parser) throws(Mistake) in
                let entry = try parser.entry()
                try parser.endItem(after: "the entry")
                return entry
            }
            return .further(wire: name, suffix: suffix, entries)
        case "base":
            let base = try quotedText("the base URL in quotes")
            return .base(base, variables: try environment())
        case "key": return .key(try keys())
        case "header": return .header(try field())
        case "query": return .query(try field())
        case "variable": return .variable(try field())
        case "process": return .process
        case "option": return try option()
        case "can": return .can(try words("a capability after 'can'"))
        case "drops": return .drops(try words("a hole after 'drops'"))
        case "allow":
            let hole = try word("a hole or a kind of media after 'allow'")
            if Keywords.media.contains(hole.text) { return .allowMedia(try media(hole)) }
            guard take(word: "in") else { throw expected("'in' after 'allow \(hole.text)'") }
            return .allow(hole, try words("a word after 'in'"))
        case "forbids":
            let one = try combined("a server tool or a hole after 'forbids'")
            guard take(word: "with") else { throw expected("'with' after 'forbids \(one[0].text)'") }
            return .forbids(
                one, with: try combined("a server tool or a hole after 'with'"), condition: try guardIfAny())
        case "request": return .request(try shape(of: "request"))
        case "response": return .response(try shape(of: "response"))
        case "stream": return try stream()
        case "counts":
            guard take(word: "whole") else { throw expected("'whole' after 'counts'") }
            return .countsWhole
        case "failure": return .failure(try shape(of: "failure"))
        case "shape":
            let name = try word("the name of the shape")
            return .shape(name: name, try shape(of: "shape \(name.text)"))
        case "table":
            let name = try word("the name of the table")
            return .table(name: name, try tableRows(of: name.text))
        case "options": return .options(try optionFields())
        case "errors": return .errors(try errorRows())
        case "limits": return .limits(try limitGroups())
        case "schema":
            let rule = try word("a rule after 'schema'")
            return .schema(rule, isAtLineEnd ? [] : try words("a word after '\(rule.text)'"))
        case "also":
            var names: [Name] = []
            while !isAtLineEnd, isAt(.word), !isAt(word: "at") { names.append(name(of: advance())) }
            var hosts: [Name] = []
            if take(word: "at") {
                repeat { hosts.append(try quotedText("a host in quotes after 'at'")) } while !isAtLineEnd
            }
            if names.isEmpty, hosts.isEmpty { throw expected("another name, or 'at' and hosts") }
            return .also(names, hosts: hosts)
        case "ids", "names":
            let alphabet = try quotedText("the characters after '\(text(keyword))', in quotes")
            let lengths = try lengths()
            let first = !isAtLineEnd && take(word: "first") ? try quotedText("the first characters in quotes") : nil
            return .spelling(of: name(of: keyword), alphabet: alphabet, lengths: lengths, first: first)
        case "id":
            guard take(word: "header") else { throw expected("'header' after 'id'") }
            return .requestID(header: try quotedText("the header's name in quotes"))
        case "default":
            guard !isAtLineEnd, let model = wideName() else { throw expected("a model after 'default'") }
            return .defaultModel(model)
        case "quirk":
            let station = try word("the station of the quirk")
            let hasReason = !isAtLineEnd && isAt(.text)
            return .quirk(station: station, reason: hasReason ? name(of: advance()) : nil)
        case let unknown:
            let near = closest(to: unknown, among: Keywords.entries).map { "did you mean '\($0)'?" }
            report(
                at: keyword.range, "unknown entry \(quoted(keyword))",
                notes: [Diagnostic.Note(near ?? "entries are \(list(Keywords.entries))")])
            throw Mistake()
        }
    }

    func list(_ words: [String]) -> String {
        words.map { "'\($0)'" }.joined(separator: ", ")
    }

    /// `1..64`
    private mutating func lengths() throws(Mistake) -> ClosedRange<Int> {
        let what = "how long they may be, 1..64 for instance"
        guard !isAtLineEnd, let first = Int(text(token)) else { throw expected(what) }
        advance()
        guard !isAtLineEnd, take(.range), !isAtLineEnd, let last = Int(text(token)), 1 <= first, first <= last else {
            throw expected(what)
        }
        advance()
        return first...last
    }

    /// The words up to `with` or `when`.
    private mutating func combined(_ what: String) throws(Mistake) -> [Name] {
        var words = [try word(what)]
        while !isAtLineEnd, isAt(.word), !isAt(word: "with"), !isAt(word: "when") { words.append(name(of: advance())) }
        return words
    }

    /// `env A B`, if it stands here.
    private mutating func environment() throws(Mistake) -> [Name] {
        take(word: "env") ? try words("the name of an environment variable after 'env'") : []
    }

    /// `post "/path" when …`
    private mutating func endpoint() throws(Mistake) -> Entry.Kind {
        let method = name(of: advance())
        let path = try quotedText("a path in quotes after '\(method.text)'")
        return .endpoint(method: method, path: path, condition: try guardIfAny())
    }

    /// `embed post "/embeddings" takes { … } gives { … }`
    private mutating func service() throws(Mistake) -> ServiceSyntax {
        let purpose = name(of: advance())
        let method = name(of: advance())
        let path = try quotedText("a path in quotes after '\(method.text)'")
        var service = ServiceSyntax(purpose: purpose, method: method, path: path)
        while isInField {
            if isAt(word: "when"), service.condition == nil {
                service.condition = try guardIfAny()
            } else if take(word: "header") {
                service.headers.append(try field())
            } else if takeContinuation("takes") {
                if take(word: "form") {
                    service.file = .form(try quotedText("the name of the file's field in quotes"))
                } else if isAt(word: "related") {
                    service.file = .related(name(of: advance()).span)
                }
                if service.file == nil || isAt(.openBrace) {
                    service.takes = try shape(of: "\(purpose.text) takes")
                }
            } else if takeContinuation("without") {
                repeat {
                    service.without.append(try word("a key of the request after 'without'"))
                } while !isAtLineEnd && isAt(.word) && !isAt(word: "gives") && !isAt(word: "takes")
            } else if takeContinuation("gives") {
                service.gives = try givenShape(of: purpose)
            } else {
                break
            }
        }
        return service
    }

    /// `image in png jpeg size 5MB count 100`
    private mutating func media(_ kind: Name) throws(Mistake) -> MediaSyntax {
        var media = MediaSyntax(kind: kind)
        if take(word: "in") {
            repeat {
                media.types.append(try word("a type after 'in'"))
            } while !isAtLineEnd && isAt(.word) && !isAt(word: "size") && !isAt(word: "count")
        }
        while !isAtLineEnd {
            if take(word: "size") {
                guard let size = isAtLineEnd ? nil : wideName() else { throw expected("a size after 'size'") }
                media.size = size
            } else if take(word: "count") {
                guard let count = isAtLineEnd ? nil : wideName() else { throw expected("a number after 'count'") }
                media.count = count
            } else {
                break
            }
        }
        guard !media.types.isEmpty || media.size != nil || media.count != nil else {
            throw expected("'in', 'size' or 'count' after 'allow \(kind.text)'")
        }
        return media
    }

    private mutating func takeContinuation(_ word: StaticString) -> Bool {
        guard isAt(word: word) else { return false }
        advance()
        return true
    }

    /// `{ … }`, or `[ each hole : shape ]` for an answer that is a bare list.
    private mutating func givenShape(of purpose: Name) throws(Mistake) -> Shape {
        guard isAt(.openBracket) else { return try shape(of: "\(purpose.text) gives") }
        let start = start
        let root = Name(text: "", span: source.span(start..<start))
        let value = try value(of: purpose)
        let field = Field(key: root, value: value, span: span(from: start))
        let object = ObjectSyntax(fields: [field], isOpen: false, span: span(from: start))
        return Shape(discriminators: [], body: .object(object), span: span(from: start))
    }

    /// `bearer A B | header "name" C | none`
    private mutating func keys() throws(Mistake) -> [KeySyntax] {
        var keys: [KeySyntax] = []
        repeat {
            let scheme = try word("'bearer', 'header', 'variable' or 'none'")
            switch scheme.text {
            case "bearer", "variable":
                keys.append(KeySyntax(scheme: scheme, header: nil, variables: try variablesOfKey(scheme.text)))
            case "header":
                let header = try quotedText("the header's name in quotes")
                keys.append(KeySyntax(scheme: scheme, header: header, variables: try variablesOfKey(header.text)))
            case "none":
                keys.append(KeySyntax(scheme: scheme, header: nil, variables: []))
            default:
                let near = closest(to: scheme.text, among: Keywords.schemes).map { "did you mean '\($0)'?" }
                report(
                    at: scheme.span.range, "unknown way to send a key '\(scheme.text)'",
                    notes: [Diagnostic.Note(near ?? "write 'bearer', 'header', 'variable' or 'none'")])
                throw Mistake()
            }
        } while isInField && take(.bar)
        return keys
    }

    private mutating func variablesOfKey(_ scheme: String) throws(Mistake) -> [Name] {
        try words("the name of an environment variable after '\(scheme)'")
    }

    /// `NAME else "default" env A "what it is for"`
    private mutating func option() throws(Mistake) -> Entry.Kind {
        let name = try word("the name of the option")
        var fallback: Name?
        if isInField, isAt(word: "else") {
            advance()
            fallback = try quotedText("the default in quotes after 'else'")
        }
        let variables = try environment()
        let hasSummary = !isAtLineEnd && isAt(.text)
        let summary = hasSummary ? self.name(of: advance()) : nil
        return .option(name: name, fallback: fallback, variables: variables, summary: summary)
    }

    /// `sse ends "[DONE]" by type { … }`, `sse of response`
    private mutating func stream() throws(Mistake) -> Entry.Kind {
        var framing: Name?
        if !isAtLineEnd, isAt(.word), !isAt(word: "ends"), !isAt(word: "by"), !isAt(word: "of") {
            framing = name(of: advance())
        }
        var end: Name?
        if take(word: "ends") {
            end = try quotedText("the text that ends the stream, in quotes")
        }
        let start = start
        if take(word: "of") {
            guard take(word: "response") else { throw expected("'response' after 'of'") }
            let none = ObjectSyntax(fields: [], isOpen: false, span: span(from: start))
            let shape = Shape(discriminators: [], body: .object(none), span: span(from: start), isResponse: true)
            return .stream(framing: framing, end: end, shape)
        }
        return .stream(framing: framing, end: end, try shape(of: "stream"))
    }
}
