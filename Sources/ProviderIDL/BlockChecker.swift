/// Wires and providers: their entries, one by one.
extension Checker {
    mutating func wireDialect(_ block: Block) -> Dialect {
        checkEntries(block)
        var dialect = Dialect()
        apply(block, to: &dialect)
        let sources = ShapeSources(block)
        unique(sources.shapes.map(\.name) + sources.tables.map(\.name), "shape")
        for (name, isThere, way) in [
            ("request", sources.request != nil, "request { … }"),
            ("response", sources.response != nil, "response { … }"),
            ("stream", sources.stream != nil, "stream sse { … }"),
            ("failure", sources.failure != nil, "failure { … }"),
            ("post", !dialect.endpoints.isEmpty, "post \"/path\""),
        ] where !isThere {
            error(block.name.span, "wire '\(block.name.text)' has no '\(name)'", "write \(way)")
        }
        for entry in block.entries {
            switch entry.kind {
            case .wire, .base, .key, .drops, .allow, .options, .defaultModel, .quirk, .can:
                error(entry.span, "this entry belongs to a provider, not to a wire", "move it to a 'provider' block")
            default: break
            }
        }
        dialect.shapes = resolve(sources, own: sources)
        dialect.outside = outside(dialect)
        return dialect
    }

    mutating func checkProvider(_ block: Block, path: String, wires: [String: Block]) {
        checkEntries(block)
        let title = block.title?.text ?? block.name.text
        guard let wireName = block.wireName else {
            error(
                block.name.span, "provider '\(block.name.text)' names no wire",
                "write 'wire NAME'; known are \(wires.keys.sorted().map { "'\($0)'" }.joined(separator: ", "))")
            return
        }
        guard let wireBlock = wires[wireName.text],
            let wire = model.wires.first(where: { $0.name == wireName.text })
        else {
            unknown(wireName, "wire", known: Array(wires.keys))
            return
        }
        var provider = ProviderModel(
            name: block.name.text, title: title, path: path, wire: wire.name, dialect: wire.dialect)
        var own = Dialect()
        apply(block, to: &own)
        provider.hasOwnErrors = !own.errors.isEmpty
        provider.dialect.errors = wire.dialect.errors.merged(with: own.errors)
        if !own.endpoints.isEmpty { provider.dialect.endpoints = own.endpoints }
        if let path = own.modelsPath { provider.dialect.modelsPath = path }
        provider.dialect.headers += own.headers
        provider.dialect.queries += own.queries
        provider.dialect.limits =
            own.limits + wire.dialect.limits.filter { group in !own.limits.contains { $0.name.text == group.name.text } }
        if let header = own.requestIDHeader { provider.dialect.requestIDHeader = header }
        if own.streamEnd != nil { provider.dialect.streamEnd = own.streamEnd }
        describe(block, in: &provider)
        resolveShapes(of: &provider, block: block, wireBlock: wireBlock, wire: wire)
        checkPlaceholders(block, provider)
        checkQuirks(block)
        model.providers.append(provider)
    }

    private mutating func resolveShapes(
        of provider: inout ProviderModel, block: Block, wireBlock: Block, wire: WireModel
    ) {
        let sources = ShapeSources(wireBlock).merged(with: ShapeSources(block))
        let drops = block.drops
        if let request = sources.request, case .object(let object) = request.body {
            let written = object.writtenHoles.union(ShapeSources(wireBlock).request?.writtenHoles ?? [])
            let ownWritten = ShapeSources(block).request.map(\.writtenHoles) ?? []
            for name in drops where !written.contains(name.text) || ownWritten.contains(name.text) {
                if ownWritten.contains(name.text) {
                    error(name.span, "'\(name.text)' is dropped and written by the same provider", "remove one of the two")
                } else {
                    unknown(name, "hole of the request, so it cannot be dropped:", known: Array(written))
                }
            }
            provider.dropped = drops.map(\.text)
            let kept = Set(object.dropping(Set(provider.dropped)).fields.map(\.key.text))
            let settings = Set(provider.settings.map(\.key.text))
            provider.refused = object.fields.map(\.key.text).filter { !kept.contains($0) && !settings.contains($0) }
        }
        let before = diagnostics
        provider.dialect.shapes = resolve(sources, own: ShapeSources(block))
        // What the wire itself has wrong was said when the wire was checked.
        let known = Set(before)
        diagnostics = before + diagnostics.dropFirst(before.count).filter { !known.contains($0) }
        provider.ownShapes = provider.dialect.shapes.filter { shape in
            wire.dialect.shapes.first { $0.name == shape.name && $0.kind == shape.kind && $0.role == shape.role } != shape
        }
        provider.dialect.outside = outside(provider.dialect)
    }

    /// Which counts a usage shape adds up: `output - reasoning` says that reasoning stands outside.
    private func outside(_ dialect: Dialect) -> [String: [String]] {
        var outside: [String: [String]] = [:]
        for shape in dialect.shapes where shape.kind == "usage" {
            guard case .shape(let body) = shape.body, case .object(let object) = body.body else { continue }
            for field in object.fields {
                for alternative in field.value.alternatives {
                    if case .hole(let name, _, let minus) = alternative.term, !minus.isEmpty {
                        outside[name.text] = minus.map(\.text)
                    }
                }
            }
        }
        return outside
    }

    private func apply(_ block: Block, to dialect: inout Dialect) {
        for entry in block.entries {
            switch entry.kind {
            case .endpoint(nil, _, let path, let condition):
                dialect.endpoints.append(EndpointModel(path: path.text, condition: condition))
            case .endpoint(let purpose?, _, let path, _):
                if purpose.text == "models" { dialect.modelsPath = path.text }
            case .header(let field): dialect.headers.append(field)
            case .query(let field): dialect.queries.append(field)
            case .errors(let rows): dialect.errors = rows
            case .limits(let groups): dialect.limits = groups
            case .requestID(let header): dialect.requestIDHeader = header.text
            case .stream(let framing, let end, _):
                dialect.framing = framing?.text ?? "sse"
                dialect.streamEnd = end?.text
            default: break
            }
        }
    }

    private func describe(_ block: Block, in provider: inout ProviderModel) {
        for entry in block.entries {
            switch entry.kind {
            case .base(let address, let variables):
                provider.base = address.text
                provider.baseVariables = variables.map(\.text)
            case .key(let keys): provider.keys = keys
            case .can(let names): provider.capabilities += names.map(\.text)
            case .options(let fields): provider.settings += fields
            case .option(let name, let fallback, let variables, let summary):
                provider.options.append(
                    OptionModel(
                        name: name.text, fallback: fallback?.text, variables: variables.map(\.text),
                        summary: summary?.text))
            case .defaultModel(let name): provider.defaultModel = name.text
            case .allow(let hole, let words):
                provider.allowed.append(AllowedWords(hole: hole.text, words: words.map(\.text)))
            case .quirk(let station, let reason):
                provider.quirks.append(QuirkModel(station: station.text, reason: reason?.text ?? ""))
            default: break
            }
        }
    }

    private mutating func checkPlaceholders(_ block: Block, _ provider: ProviderModel) {
        let known = ["model"] + provider.options.map(\.name)
        for entry in block.entries {
            switch entry.kind {
            case .base(let path, _):
                checkPlaceholders(path, known)
            case .header(let field), .query(let field):
                for alternative in field.value.alternatives {
                    if let name = alternative.hole, !known.contains(name.text) {
                        unknown(name, "option", known: provider.options.map(\.name))
                    }
                }
            case .endpoint(_, _, let path, let condition):
                checkPlaceholders(path, known)
                for test in condition?.tests ?? [] {
                    if case .has(let name) = test.kind, !known.contains(name.text) {
                        unknown(name, "option", known: provider.options.map(\.name))
                    }
                }
            default: break
            }
        }
        if provider.base == nil {
            error(
                block.name.span, "provider '\(block.name.text)' has no address",
                "write base \"https://…\"")
        }
        if provider.keys.isEmpty {
            error(
                block.name.span, "provider '\(block.name.text)' says nothing of its key",
                "write 'key bearer VARIABLE', or 'key none' for a server without keys")
        }
    }
}

extension Checker {
    private mutating func checkPlaceholders(_ path: Name, _ known: [String]) {
        for name in path.text.placeholders where !known.contains(name) {
            unknown(Name(text: name, span: path.span), "placeholder", known: known)
        }
    }
}

/// What can be said of an entry alone.
extension Checker {
    private mutating func checkEntries(_ block: Block) {
        var once: [String: Span] = [:]
        for entry in block.entries {
            if let name = entry.kind.uniqueName {
                if let first = once[name] {
                    let note = Diagnostic.Note("the first one is here; put both in one", at: first)
                    diagnostics.append(Diagnostic(.error, at: entry.span, "duplicate '\(name)'", notes: [note]))
                } else {
                    once[name] = entry.span
                }
            }
            check(entry)
        }
    }

    private mutating func check(_ entry: Entry) {
        switch entry.kind {
        case .base(let address, let variables):
            if !address.text.hasPrefix("http://"), !address.text.hasPrefix("https://") {
                error(address.span, "an address begins with https:// or http://", "write base \"https://…\"")
            } else if address.text.hasSuffix("/") {
                error(address.span, "an address has no '/' at its end", "remove it: paths begin with one")
            }
            checkVariables(variables)
        case .key(let keys): check(keys)
        case .endpoint(let purpose, let method, let path, let condition): 
            if let purpose, purpose.text != "models" { unknown(purpose, "purpose of an endpoint", known: ["models"]) }
            if !["post", "get"].contains(method.text) { unknown(method, "method", known: ["get", "post"]) }
            if !path.text.hasPrefix("/") { error(path.span, "a path begins with '/'", "write \"/\(path.text)\"") }
            if let condition, let kind = vocabulary.kind("request") { checkEndpoint(condition, kind: kind) }
        case .header(let field):
            checkHeader(field.key)
        case .requestID(let header): checkHeader(header)
        case .option(_, _, let variables, _): checkVariables(variables)
        case .can(let names):
            unique(names, "capability")
            for name in names where !Vocabulary.capabilities.contains(name.text) {
                unknown(name, "capability", known: Vocabulary.capabilities)
            }
        case .drops(let names): unique(names, "hole")
        case .allow(let hole, let words):
            unique(words, "word")
            let known = vocabulary.kind("request")?.holes.filter { $0.type == .text || $0.type == .effort } ?? []
            if !known.contains(where: { $0.name == hole.text }) {
                unknown(hole, "hole that holds a word:", known: known.map(\.name))
            }
        case .stream(let framing?, _, _):
            if !["sse", "ndjson"].contains(framing.text) { unknown(framing, "framing", known: ["sse", "ndjson"]) }
        case .options(let fields):
            unique(fields.map(\.key), "setting")
            for field in fields where !["text", "integer", "number", "bool", "json"].contains(field.type.text) {
                unknown(field.type, "type", known: ["text", "integer", "number", "bool", "json"])
            }
        case .errors(let rows): check(rows)
        case .limits(let groups): check(groups)
        case .quirk(let station, let reason): check(station, reason: reason)
        default: break
        }
    }

    private mutating func checkEndpoint(_ condition: Condition, kind: Vocabulary.Kind) {
        for test in condition.tests {
            if case .can(let name) = test.kind, !Vocabulary.capabilities.contains(name.text) {
                unknown(name, "capability", known: Vocabulary.capabilities)
            }
        }
    }

    private mutating func check(_ keys: [KeySyntax]) {
        for key in keys {
            switch key.scheme.text {
            case "none": break
            case "bearer", "header":
                if key.variables.isEmpty {
                    error(key.scheme.span, "no variable holds this key", "write its name in capitals: GROQ_API_KEY")
                }
            default: unknown(key.scheme, "way to present a key", known: ["bearer", "header", "none"])
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

    private mutating func checkHeader(_ name: Name) {
        let isGood =
            !name.text.isEmpty
            && name.text.utf8.allSatisfy {
                (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F
            }
        if !isGood { error(name.span, "'\(name.text)' is no header name", "write letters, digits and '-'") }
    }

    private mutating func check(_ rows: [ErrorRow]) {
        var seen: [String: Span] = [:]
        for row in rows {
            if !Vocabulary.errorClasses.contains(row.code.text) {
                unknown(row.code, "class of error", known: Vocabulary.errorClasses)
            }
            if let statuses = row.statuses, statuses.lowerBound < 100 || statuses.upperBound > 599 {
                error(row.span, "a status lies between 100 and 599", "correct it")
            }
            if row.statuses == nil, row.vendorCode == nil {
                error(row.span, "this row says neither a status nor a code", "write 429 rateLimited, for instance")
            }
            let key = "\(row.statuses.map { "\($0)" } ?? "") \(row.vendorCode?.text ?? "")"
            if let first = seen[key] {
                let note = Diagnostic.Note("the first one is here; remove one of them", at: first)
                diagnostics.append(
                    Diagnostic(.error, at: row.span, "duplicate row: both have the same status and code", notes: [note]))
            } else {
                seen[key] = row.span
            }
        }
    }

    private mutating func check(_ groups: [LimitGroup]) {
        unique(groups.map(\.name), "limit")
        for group in groups {
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
        if reason?.text.isEmpty ?? true {
            error(station.span, "this quirk gives no reason", "write why in quotes: quirk \(station.text) \"…\"")
        }
    }

    /// Each quirk that is declared must be written, and each one written must be declared.
    mutating func checkQuirks(_ block: Block) {
        guard let written = surroundings.quirks else { return }
        for entry in block.entries {
            guard case .quirk(let station, _) = entry.kind, Vocabulary.stations.contains(station.text) else { continue }
            let file = "\(typeName(of: block.name.text))+\(station.text.prefix(1).uppercased() + station.text.dropFirst())"
            if !written.contains(file) {
                error(
                    station.span, "quirk '\(station.text)' of '\(block.name.text)' is not implemented",
                    "write it in Quirks/\(file).swift, or remove the entry")
            }
        }
    }
}

extension Entry.Kind {
    /// The name under which an entry may stand only once.
    fileprivate var uniqueName: String? {
        switch self {
        case .wire: "wire"
        case .base: "base"
        case .key: "key"
        case .request: "request"
        case .response: "response"
        case .stream: "stream"
        case .failure: "failure"
        case .options: "options"
        case .errors: "errors"
        case .limits: "limits"
        case .requestID: "id header"
        case .defaultModel: "default"
        case .serverTools: "server tools"
        case .endpoint(let purpose?, _, _, _): purpose.text
        case .option(let name, _, _, _): "option \(name.text)"
        case .quirk(let station, _): "quirk \(station.text)"
        case .header(let field): "header \(field.key.text)"
        case .query(let field): "query \(field.key.text)"
        case .allow(let hole, _): "allow \(hole.text)"
        case .endpoint, .can, .drops, .shape, .table: nil
        }
    }
}

extension Block {
    fileprivate var wireName: Name? {
        for entry in entries { if case .wire(let name) = entry.kind { return name } }
        return nil
    }

    fileprivate var drops: [Name] {
        entries.flatMap { entry -> [Name] in if case .drops(let names) = entry.kind { names } else { [] } }
    }
}

extension Shape {
    fileprivate var writtenHoles: Set<String> {
        if case .object(let object) = body { object.writtenHoles } else { [] }
    }
}

extension ObjectSyntax {
    /// The holes written anywhere in the object.
    var writtenHoles: Set<String> {
        var holes: Set<String> = []
        for field in fields {
            for alternative in field.written {
                switch alternative.term {
                case .hole(let name, _, _): holes.insert(name.text)
                case .each(let items, _): holes.formUnion(items.map(\.hole.text))
                case .object(let inner), .single(let inner, _): holes.formUnion(inner.writtenHoles)
                case .literal: break
                }
            }
        }
        return holes
    }
}

extension String {
    /// The names in braces.
    public var placeholders: [String] {
        var names: [String] = []
        var rest = self[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            names.append(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return names
    }
}

/// The Swift type of a wire or provider: `openai-chat` is `OpenAIChat`.
public func typeName(of id: String) -> String {
    let known = ["openai": "OpenAI", "lmstudio": "LMStudio", "deepseek": "DeepSeek", "ndjson": "NDJSON"]
    return id.split(separator: "-").map { word in
        known[String(word)] ?? word.prefix(1).uppercased() + word.dropFirst()
    }.joined()
}
