/// What can be said of an entry alone.
extension Checker {
    mutating func checkEntries(_ block: Block) {
        var once: [String: Span] = [:]
        for entry in block.entries {
            if let name = entry.kind.uniqueName {
                if let first = once[name] {
                    error(
                        entry.start, "duplicate '\(name)'",
                        notes: [.init("the first one is here; put both in one", at: first)])
                } else {
                    once[name] = entry.start
                }
            }
            check(entry, isProgram: block.wireName.map { programs.contains($0.text) } ?? false)
        }
        unique(block.capabilities, "capability")
        unique(block.drops, "hole")
        checkEndpoints(block)
    }

    private mutating func check(_ entry: Entry, isProgram: Bool) {
        switch entry.kind {
        case .base(let address, let variables):
            if !isProgram { checkAddress(address) }
            checkVariables(variables)
        case .key(let keys): check(keys)
        case .endpoint(let method, let path, let condition):
            if method.text != "post" {
                error(method.span, "chat is asked for with 'post', got '\(method.text)'", "write post \"/…\"")
            }
            checkPath(path)
            if let condition { checkEndpoint(condition) }
        case .service(let service): check(service)
        case .header(let field):
            checkHeader(field.key)
            checkItem(field, "header")
        case .query(let field): checkItem(field, "query item")
        case .variable(let field):
            checkVariables([field.key])
            if !field.isAbsent { checkItem(field, "variable") }
        case .requestID(let header): checkHeader(header)
        case .option(_, _, let variables, _): checkVariables(variables)
        case .can(let names):
            for name in names where !Vocabulary.capabilities.contains(name.text) {
                unknown(name, "capability", known: Vocabulary.capabilities)
            }
        case .allow(let name, let words):
            unique(words, "word")
            guard let kind = vocabulary.kind("request") else { break }
            let known = kind.holes.filter { $0.type == .effort || $0.type == .text && $0.isReported }
            if let hole = kind.hole(name.text), !known.contains(hole) {
                error(
                    name.span, "'\(name.text)' does not hold a word of a few",
                    "'allow' bounds \(quotedList(known.map(\.name)))")
            } else if kind.hole(name.text) == nil {
                unknown(name, "hole of request", known: known.map(\.name))
            }
        case .allowMedia(let media): check(media)
        case .forbids(let one, let other, let condition): check(one, with: other, condition)
        case .stream(let framing?, let end, _):
            if !Keywords.framings.contains(framing.text) { unknown(framing, "framing", known: Keywords.framings) }
            if framing.text != "sse", let end {
                error(end.span, "a stream of lines has no text at its end", "remove 'ends \"…\"'")
            }
        case .options(let fields): check(fields)
        case .spelling(_, let alphabet, _, let first):
            checkAlphabet(alphabet)
            if let first { checkAlphabet(first) }
        case .schema(let rule, let words): check(rule, words)
        case .errors(let rows): check(rows)
        case .limits(let groups): check(groups)
        case .quirk(let station, let reason): check(station, reason: reason)
        default: break
        }
    }

    /// Rules for schemas, and what each must be told.
    private mutating func check(_ rule: Name, _ words: [Name]) {
        unique(words, "word")
        let counts = [
            "always": 0...0, "closes": 0...0, "opens": 0...0, "requires": 0...0, "drops": 1...99, "formats": 1...99,
            "renames": 2...2,
        ]
        guard let count = counts[rule.text] else {
            unknown(rule, "rule for schemas", known: Array(counts.keys))
            return
        }
        if !count.contains(words.count) {
            let ways = [
                "drops": "write schema drops KEYWORD…", "formats": "write schema formats FORMAT…",
                "renames": "write schema renames KEYWORD KEYWORD",
            ]
            error(
                rule.span, "'\(rule.text)' is told \(words.count) words", ways[rule.text] ?? "write schema \(rule.text)"
            )
        }
    }

    /// Letters, digits and signs; `-` between two of them stands for all from one to the other.
    private mutating func checkAlphabet(_ alphabet: Name) {
        let bytes = Array(alphabet.text.utf8)
        let isGood = !bytes.isEmpty && bytes.allSatisfy { (0x21...0x7E).contains($0) }
        let isAscending = bytes.indices.allSatisfy { index in
            bytes[index] != 0x2D || index == 0 || index + 1 == bytes.count || bytes[index - 1] < bytes[index + 1]
        }
        if !isGood || !isAscending {
            error(
                alphabet.span, "\"\(alphabet.text)\" names no characters",
                "write signs and ranges of ASCII, \"A-Za-z0-9_-\" for instance")
        }
    }

    /// What a request asks for and what it must not ask for besides.
    private mutating func check(_ one: [Name], with other: [Name], _ condition: Condition?) {
        unique(one + other, "word")
        for name in one + other where vocabulary.combined(name.text) == nil {
            let holes = vocabulary.kind("request")?.holes.filter(\.isReported) ?? []
            let tools = vocabulary.kind("serverTool")?.cases.map(\.name) ?? []
            unknown(name, "server tool or hole of request", known: tools + holes.map(\.name))
        }
        for test in condition?.tests ?? [] {
            if case .can(let name) = test.kind {
                if !Vocabulary.capabilities.contains(name.text) {
                    unknown(name, "capability", known: Vocabulary.capabilities)
                }
            } else if let span = condition?.span {
                error(span, "what is forbidden depends on capabilities alone", "write 'when can X' or 'when not can X'")
            }
        }
    }

    private mutating func checkAddress(_ address: Name) {
        let schemes = ["https://", "http://"]
        guard let scheme = schemes.first(where: { address.text.hasPrefix($0) }) else {
            error(
                address.span, "an address begins with https:// or http://, got \"\(address.text)\"",
                "write base \"https://…\"")
            return
        }
        let rest = address.text.dropFirst(scheme.count)
        if rest.isEmpty || rest.hasPrefix("/") || rest.contains(where: { $0.isWhitespace || "\"<>\\^`|".contains($0) })
        {
            error(address.span, "\"\(address.text)\" is no address", "write base \"\(scheme)HOST/PATH\"")
        } else if rest.hasSuffix("/") {
            error(address.span, "an address has no '/' at its end", "remove it: paths begin with one")
        } else if rest.contains("?") || rest.contains("#") {
            error(address.span, "an address has no query", "write it as 'query \"name\": \"value\"'")
        }
        checkBraces(address)
    }

    private mutating func checkBraces(_ path: Name) {
        var open = false
        for character in path.text where "{}".contains(character) {
            guard open == (character == "}") else {
                error(path.span, "the braces in \"\(path.text)\" do not match", "write placeholders as {name}")
                return
            }
            open.toggle()
        }
        if open { error(path.span, "the braces in \"\(path.text)\" do not match", "write placeholders as {name}") }
    }

    mutating func checkPath(_ path: Name) {
        if !path.text.hasPrefix("/") { error(path.span, "a path begins with '/'", "write \"/\(path.text)\"") }
        checkBraces(path)
    }

    private mutating func checkEndpoint(_ condition: Condition) {
        for test in condition.tests {
            switch test.kind {
            case .has, .streaming:
                if test.isDenied {
                    error(
                        condition.span, "an endpoint takes no 'not'",
                        "put the more particular endpoint first; this one serves the rest")
                }
            case .answering:
                error(condition.span, "an endpoint is chosen before there is an answer", "write 'when streaming'")
            case .can(let name), .matches(let name, _):
                error(
                    name.span, "an endpoint is chosen by options and by streaming alone",
                    "write 'when has OPTION' or 'when streaming'")
            }
        }
    }

    /// An endpoint after one without a guard is never used.
    private mutating func checkEndpoints(_ block: Block) {
        var always: Span?
        for entry in block.entries {
            guard case .endpoint(_, _, let condition) = entry.kind else { continue }
            if let always {
                error(
                    entry.start, "this endpoint is never used: the one before always is",
                    notes: [.init("the one before is here; guard it with 'when', or put it last", at: always)])
            } else if condition == nil {
                always = entry.start
            }
        }
    }

    /// A header or query item is one text or one option.
    mutating func checkItem(_ field: Field, _ what: String) {
        let way = "write \(what.prefix { $0 != " " }) \"\(field.key.text)\": \"…\" or \"\(field.key.text)\": OPTION?"
        let alternative = field.value.alternatives[0]
        switch alternative.term {
        case .hole(_, nil, let minus) where minus.isEmpty: break
        case .literal(let literal, false):
            if case .text = literal.kind { break }
            error(
                literal.span, "the value of a \(what) is a text, got \(literal.written)", "write \"\(literal.written)\""
            )
        default: error(field.value.span, "a \(what) is one text or one option", way)
        }
        if field.value.alternatives.count > 1 {
            error(field.value.alternatives[1].span, "a \(what) is one text or one option", way)
        }
        guard let condition = field.value.condition else { return }
        if what == "header", case .literal = alternative.term, let request = vocabulary.kind("request") {
            check(condition, kind: request)
        } else {
            error(condition.span, "a \(what) takes no guard", "remove it: an option without a value is left out")
        }
    }

    private mutating func check(_ fields: [OptionField]) {
        unique(fields.map(\.key), "setting")
        let types = ["text", "texts", "integer", "number", "bool", "json"]
        var names: [String: OptionField] = [:]
        for field in fields {
            if !types.contains(field.type.text) { unknown(field.type, "type", known: types) }
            let name = field.key.text.camelCased
            if name.isEmpty || name.first?.isNumber == true || name == "json" {
                error(field.key.span, "'\(field.key.text)' makes no name in Swift", "the setting needs a quirk")
            } else if let other = names[name], other.key.text != field.key.text {
                error(
                    field.key.span, "'\(other.key.text)' and '\(field.key.text)' have the same name in Swift, \(name)",
                    notes: [.init("the other one is here; keep one of them", at: other.key.span)])
            }
            names[name] = field
        }
    }

    private mutating func check(_ keys: [KeySyntax]) {
        for (index, key) in keys.enumerated() {
            if key.scheme.text == "none", index + 1 < keys.count {
                error(key.scheme.span, "what follows 'none' is never used: no key always fits", "put 'none' last")
            }
            switch key.scheme.text {
            case "none": break
            case "bearer", "header", "variable":
                if key.variables.isEmpty {
                    error(key.scheme.span, "no variable holds this key", "write its name in capitals: GROQ_API_KEY")
                }
            default: unknown(key.scheme, "way to present a key", known: Keywords.schemes)
            }
            if let header = key.header { checkHeader(header) }
            checkVariables(key.variables)
        }
    }

    private mutating func checkVariables(_ names: [Name]) {
        for name in names {
            let isGood = name.text.utf8.allSatisfy {
                (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F
            }
            if !isGood {
                error(name.span, "'\(name.text)' is no environment variable", "write capitals, digits and '_'")
            }
        }
    }

    mutating func checkHeader(_ name: Name) {
        let isGood =
            !name.text.isEmpty
            && name.text.utf8.allSatisfy {
                (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
            }
        if !isGood { error(name.span, "'\(name.text)' is no header name", "write letters, digits and '-'") }
    }

    private mutating func check(_ rows: [ErrorRow]) {
        var codes: [String: Span] = [:]
        var statuses: [(range: ClosedRange<Int>, span: Span)] = []
        for row in rows {
            if !Vocabulary.errorClasses.contains(row.code.text) {
                unknown(row.code, "class of error", known: Vocabulary.errorClasses)
            }
            if let phrase = row.phrase, phrase.text != phrase.text.lowercased() {
                error(phrase.span, "messages are compared in small letters", "write '\(phrase.text.lowercased())'")
            }
            if let code = row.vendorCode ?? row.phrase {
                if let first = codes[code.text] {
                    error(
                        code.span, "duplicate code '\(code.text)'",
                        notes: [.init("the first one is here; remove one of them", at: first)])
                }
                codes[code.text] = codes[code.text] ?? code.span
            } else if let range = row.statuses {
                if let first = statuses.first(where: {
                    $0.range.contains(range.lowerBound) && $0.range.contains(range.upperBound)
                }) {
                    error(
                        row.span, "this row is never reached: one before it has the same statuses",
                        notes: [.init("that one is here; put the more particular row first", at: first.span)])
                }
                statuses.append((range, row.span))
            }
        }
    }

    private mutating func check(_ groups: [LimitGroup]) {
        unique(groups.map(\.name), "limit")
        for group in groups {
            unique(group.roles, "part of a limit")
            for (role, header) in group.headers {
                if !["limit", "remaining", "reset"].contains(role.text) {
                    unknown(role, "part of a limit", known: ["limit", "remaining", "reset"])
                }
                checkHeader(header)
            }
        }
    }

    private mutating func check(_ station: Name, reason: Name?) {
        guard Vocabulary.stations.contains(station.text) else {
            unknown(station, "station", known: Vocabulary.stations)
            return
        }
        if reason?.text.allSatisfy(\.isWhitespace) ?? true {
            error(station.span, "this quirk gives no reason", "write why in quotes: quirk \(station.text) \"…\"")
        }
    }

    /// Each quirk that is declared must be written, and each one written must be declared.
    mutating func checkQuirks(_ block: Block) {
        guard let written = surroundings.quirks else { return }
        for entry in block.entries {
            guard case .quirk(let station, _) = entry.kind, Vocabulary.stations.contains(station.text) else { continue }
            let file =
                "\(typeName(of: block.name.text, title: block.title?.text ?? ""))+\(station.text.prefix(1).uppercased() + station.text.dropFirst())"
            if !written.contains(file) {
                error(
                    station.span, "quirk '\(station.text)' of '\(block.name.text)' is not implemented",
                    "write it in Quirks/\(file).swift, or remove the entry")
            }
        }
    }
}

extension Entry {
    /// The place of its first word.
    var start: Span {
        let start = span.range.lowerBound
        return Span(path: span.path, range: start..<min(span.range.upperBound, start + kind.word.utf8.count))
    }
}

extension Entry.Kind {
    /// The word it begins with.
    var word: String {
        switch self {
        case .wire, .further: "wire"
        case .base: "base"
        case .key: "key"
        case .endpoint(let method, _, _): method.text
        case .service(let service): service.purpose.text
        case .header: "header"
        case .query: "query"
        case .variable: "variable"
        case .process: "process"
        case .option: "option"
        case .can: "can"
        case .drops: "drops"
        case .allow, .allowMedia: "allow"
        case .request: "request"
        case .response: "response"
        case .stream: "stream"
        case .countsWhole: "counts"
        case .failure: "failure"
        case .shape: "shape"
        case .table: "table"
        case .forbids: "forbids"
        case .options: "options"
        case .errors: "errors"
        case .limits: "limits"
        case .requestID: "id"
        case .defaultModel: "default"
        case .quirk: "quirk"
        case .spelling(let subject, _, _, _): subject.text
        case .schema: "schema"
        case .also: "also"
        }
    }

    /// The name under which an entry may stand only once.
    var uniqueName: String? {
        switch self {
        case .wire, .process, .base, .key, .request, .response, .stream, .countsWhole, .failure, .options, .errors,
            .limits:
            word
        case .further(let wire, _, _): "wire \(wire.text)"
        case .requestID: "id header"
        case .defaultModel: "default"
        case .service(let service): service.purpose.text
        case .option(let name, _, _, _): "option \(name.text)"
        case .quirk(let station, _): "quirk \(station.text)"
        case .header(let field): field.value.condition == nil ? "header \(field.key.text)" : nil
        case .query(let field): "query \(field.key.text)"
        case .variable(let field): "variable \(field.key.text)"
        case .allow(let hole, _): "allow \(hole.text)"
        case .allowMedia(let media): "allow \(media.kind.text)"
        case .spelling(let subject, _, _, _): subject.text
        case .schema(let rule, _): ["renames", "drops"].contains(rule.text) ? nil : "schema \(rule.text)"
        case .endpoint, .can, .drops, .forbids, .also, .shape, .table: nil
        }
    }
}
