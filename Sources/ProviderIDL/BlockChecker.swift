/// Wires and providers: their entries, one by one.
extension Checker {
    mutating func checkWire(_ block: Block, path: String, wires: [String: Block]) {
        checkEntries(block)
        let title = block.title?.text ?? block.name.text
        var wire = WireModel(
            name: block.name.text, title: title, path: path, capabilities: block.capabilities.map(\.text),
            dialect: Dialect())
        let base = base(of: block, wires)
        if let base { wire.dialect.errors = base.model.dialect.errors }
        apply(block, to: &wire.dialect)
        let own = ShapeSources(block)
        for (name, isThere, way) in [
            ("request", own.request != nil, "request { … }"),
            ("response", own.response != nil, "response { … }"),
            ("stream", own.stream != nil || own.streamsResponses, "stream sse { … }"),
            ("failure", own.failure != nil, "failure { … }"),
            ("post", !wire.dialect.endpoints.isEmpty || wire.dialect.isProcess, "post \"/path\""),
        ] where !isThere {
            error(block.name.span, "wire '\(block.name.text)' has no '\(name)'", "write \(way)")
        }
        for entry in block.entries {
            switch entry.kind {
            case .further, .base, .key, .option, .drops, .allow, .allowMedia, .forbids, .options, .defaultModel, .quirk,
                .also:
                error(
                    entry.start, "'\(entry.kind.word)' belongs to a provider, not to a wire",
                    "move it to the providers that it is true of")
            default: break
            }
        }
        let sources = sources(of: block, wires)
        resolve(sources, own: own, in: &wire.dialect, services: block)
        wire.base = base?.model.name
        checkRequest(block, sources, wire.dialect)
        wire.dialect.outside = outside(wire.dialect)
        model.wires.append(wire)
    }

    /// A wire's shapes, and those of the wire it builds on.
    private func sources(of block: Block, _ wires: [String: Block]) -> ShapeSources {
        guard let base = block.wireName.flatMap({ wires[$0.text] }), base.name.text != block.name.text else {
            return ShapeSources(block)
        }
        return ShapeSources(base).shapesAlone.merged(with: ShapeSources(block))
    }

    /// Gives shapes their kinds; what is wrong in shapes of another block was said when that was checked.
    private mutating func resolve(
        _ sources: ShapeSources, own: ShapeSources, in dialect: inout Dialect, services block: Block
    ) {
        let before = diagnostics
        dialect.shapes = resolve(sources, own: own)
        checkServices(block, sources)
        let known = Set(before)
        diagnostics = before + diagnostics.dropFirst(before.count).filter { !known.contains($0) }
    }

    /// The wire whose shapes a wire has where it has none of its own.
    private mutating func base(of block: Block, _ wires: [String: Block]) -> (block: Block, model: WireModel)? {
        guard let name = block.wireName else { return nil }
        let known = wires.keys.filter { $0 != block.name.text }
        guard name.text != block.name.text, let other = wires[name.text],
            let wire = model.wires.first(where: { $0.name == name.text })
        else {
            unknown(name, "wire", known: known)
            return nil
        }
        if other.wireName != nil {
            error(
                name.span, "'\(name.text)' builds on another wire itself", "name the wire that it builds on")
            return nil
        }
        return (other, wire)
    }

    mutating func checkProvider(_ block: Block, path: String, wires: [String: Block]) {
        checkEntries(block)
        checkNeeded(block)
        checkProvider(block, id: block.name.text, path: path, wires: wires)
        for (entry, other) in block.further {
            checkFurther(entry, of: block)
            // What is inherited was checked where it stands.
            let before = diagnostics
            checkEntries(other)
            let other = other.offering(what: wires[other.wireName?.text ?? ""])
            checkProvider(other, id: block.name.text, path: path, wires: wires)
            let known = Set(before)
            diagnostics = before + diagnostics.dropFirst(before.count).filter { !known.contains($0) }
        }
    }

    /// What is said of a provider once cannot be different for one of its wires.
    private mutating func checkFurther(_ entry: Entry, of block: Block) {
        guard case .further(let name, _, let entries) = entry.kind else { return }
        if block.wireName?.text == name.text {
            error(name.span, "'\(name.text)' is the provider's first wire already", "remove one of the two")
        }
        for inner in entries {
            switch inner.kind {
            case .wire, .further, .key, .option, .options:
                error(
                    inner.start, "'\(inner.kind.word)' belongs to the provider, not to one of its wires",
                    "move it out of the braces")
            default: break
            }
        }
    }

    private mutating func checkProvider(_ block: Block, id: String, path: String, wires: [String: Block]) {
        let title = block.title?.text ?? block.name.text
        guard let wireName = block.wireName else {
            error(
                block.name.span, "provider '\(block.name.text)' names no wire",
                wires.isEmpty
                    ? "write 'wire NAME', and the wire in a file of its own"
                    : "write 'wire NAME'; known are \(quotedList(wires.keys.sorted()))")
            return
        }
        guard let wireBlock = wires[wireName.text],
            let wire = model.wires.first(where: { $0.name == wireName.text })
        else {
            unknown(wireName, "wire", known: Array(wires.keys))
            return
        }
        var provider = ProviderModel(
            name: id, type: typeName(of: block.name.text, title: title), title: title, path: path, wire: wire.name,
            dialect: wire.dialect)
        var own = Dialect()
        apply(block, to: &own)
        provider.ownErrors = own.errors
        provider.dialect.errors = wire.dialect.errors.merged(with: own.errors)
        if !own.endpoints.isEmpty { provider.dialect.endpoints = own.endpoints }
        provider.dialect.services = wire.dialect.services.merged(with: own.services)
        provider.dialect.headers = wire.dialect.headers.replaced(by: own.headers)
        provider.dialect.queries = wire.dialect.queries.replaced(by: own.queries)
        provider.dialect.variables = wire.dialect.variables.replaced(by: own.variables)
        checkProcess(block, wire.dialect)
        provider.dialect.limits =
            own.limits
            + wire.dialect.limits.filter { group in !own.limits.contains { $0.name.text == group.name.text } }
        provider.dialect.schemaRules.merge(own.schemaRules) { $1 }
        provider.dialect.spellings.merge(own.spellings) { $1 }
        if let header = own.requestIDHeader { provider.dialect.requestIDHeader = header }
        if let framing = block.framing { provider.dialect.framing = framing }
        if own.streamEnd != nil { provider.dialect.streamEnd = own.streamEnd }
        describe(block, in: &provider)
        resolveShapes(of: &provider, block: block, wireBlock: wireBlock, wire: wire, wires: wires)
        checkPlaceholders(block, provider, wireBlock)
        checkQuirks(block)
        model.providers.append(provider)
    }

    /// What a program has and a server has not, and the other way round.
    private mutating func checkProcess(_ block: Block, _ wire: Dialect) {
        for entry in block.entries {
            switch entry.kind {
            case .variable where !wire.isProcess:
                error(entry.start, "a server has no variables of its own", "write 'header' or 'query'")
            case .endpoint where wire.isProcess, .header where wire.isProcess, .query where wire.isProcess,
                .limits where wire.isProcess, .requestID where wire.isProcess:
                error(
                    entry.start, "a program has no '\(entry.kind.word)'",
                    "write 'variable' for its environment, or lines of 'request' for its arguments")
            case .key(let keys):
                for key in keys where key.scheme.text != "none" && wire.isProcess != (key.scheme.text == "variable") {
                    error(
                        key.scheme.span,
                        wire.isProcess ? "a program gets its key in its environment" : "a server reads no variables",
                        wire.isProcess ? "write key variable NAME" : "write key bearer NAME, or key header \"…\" NAME")
                }
            default: break
            }
        }
    }

    private mutating func checkNeeded(_ block: Block) {
        if !block.entries.contains(where: { if case .base = $0.kind { true } else { false } }) {
            error(block.name.span, "provider '\(block.name.text)' has no address", "write base \"https://…\"")
        }
        if !block.entries.contains(where: { if case .key = $0.kind { true } else { false } }) {
            error(
                block.name.span, "provider '\(block.name.text)' says nothing of its key",
                "write 'key bearer VARIABLE', or 'key none' for a server without keys")
        }
    }

    private mutating func resolveShapes(
        of provider: inout ProviderModel, block: Block, wireBlock: Block, wire: WireModel, wires: [String: Block]
    ) {
        let wireSources = sources(of: wireBlock, wires)
        let sources = wireSources.merged(with: ShapeSources(block))
        resolve(sources, own: ShapeSources(block), in: &provider.dialect, services: block)
        checkRestrictions(&provider, block: block, sources: sources, wire: wireSources)
        // Where parts can be marked, requests are.
        let isMarked = { (dialect: Dialect) in dialect.shapes.contains { $0.kind == "cachePoint" } }
        let marksItself = isMarked(provider.dialect) && !isMarked(wire.dialect)
        provider.ownShapes = provider.dialect.shapes.filter { shape in
            shape.role == .request && marksItself
                || wire.dialect.shapes.first { $0.name == shape.name && $0.kind == shape.kind && $0.role == shape.role }
                    != shape
        }
        provider.dialect.outside = outside(provider.dialect)
    }

    /// Which counts a usage shape adds up: `output - reasoning` says that reasoning stands outside.
    private func outside(_ dialect: Dialect) -> [String: [String]] {
        var outside: [String: [String]] = [:]
        for shape in dialect.shapes where vocabulary.kind(shape.kind)?.isCounts == true {
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
            case .endpoint(_, let path, let condition):
                dialect.endpoints.append(EndpointModel(path: path.text, condition: condition))
            case .service(let service): dialect.services.append(ServiceModel(service))
            case .header(let field): dialect.headers.append(field)
            case .query(let field): dialect.queries.append(field)
            case .variable(let field): dialect.variables.append(field)
            case .process: dialect.isProcess = true
            case .errors(let rows): dialect.errors = dialect.errors.merged(with: rows)
            case .limits(let groups): dialect.limits = groups
            case .requestID(let header): dialect.requestIDHeader = header.text
            case .countsWhole: dialect.replacesCounts = true
            case .schema(let rule, let words): dialect.schemaRules[rule.text, default: []] += words.map(\.text)
            case .spelling(let subject, let alphabet, let lengths, let first):
                dialect.spellings[subject.text] = Spelling(
                    alphabet: alphabet.text, lengths: lengths, first: first?.text)
            case .stream(let framing, let end, _):
                if let framing { dialect.framing = framing.text }
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
            case .also(let names, let hosts):
                provider.aliases += names.map(\.text)
                provider.hosts += hosts.map(\.text)
            case .defaultModel(let name): provider.defaultModel = name.text
            case .allow(let hole, let words):
                provider.allowed.append(AllowedWords(hole: hole.text, words: words.map(\.text)))
            case .allowMedia(let media): provider.media.append(media)
            case .forbids(let one, let other, let condition):
                provider.forbidden.append(
                    ForbiddenModel(one: one.map(\.text), other: other.map(\.text), condition: condition))
            case .quirk(let station, let reason):
                provider.quirks.append(QuirkModel(station: station.text, reason: reason?.text ?? ""))
            default: break
            }
        }
    }
}

extension Block {
    /// Whether it is spoken with a program.
    var isProcess: Bool { entries.contains { if case .process = $0.kind { true } else { false } } }

    var wireName: Name? {
        for entry in entries { if case .wire(let name) = entry.kind { return name } }
        return nil
    }

    /// The provider on its further wires, each as if it stood alone: what does not depend on the wire is inherited.
    var further: [(entry: Entry, block: Block)] {
        entries.compactMap { entry in
            guard case .further(let wire, let suffix, let own) = entry.kind else { return nil }
            let last = suffix?.text ?? wire.text.split(separator: "-").last.map(String.init) ?? ""
            var block = self
            block.name = Name(text: "\(name.text)-\(last)", span: wire.span)
            let names = Set(own.compactMap(\.kind.uniqueName))
            block.entries =
                [Entry(kind: .wire(wire), span: wire.span)]
                + entries.filter { $0.kind.isInherited && $0.kind.uniqueName.map { !names.contains($0) } ?? true }
                + own.map { $0.withErrors(of: self) }
            return (entry, block)
        }
    }

    /// The provider without endpoints besides chat that its wire knows nothing of.
    fileprivate func offering(what wire: Block?) -> Block {
        func purposes(_ block: Block?) -> [String] {
            block?.entries.compactMap { if case .service(let service) = $0.kind { service.purpose.text } else { nil } }
                ?? []
        }
        let known = Set(purposes(wire))
        var block = self
        block.entries.removeAll {
            if case .service(let service) = $0.kind, service.gives == nil {
                !known.contains(service.purpose.text)
            } else {
                false
            }
        }
        return block
    }

    /// The holes that a provider does not take.
    var drops: [Name] {
        entries.flatMap { entry -> [Name] in if case .drops(let names) = entry.kind { names } else { [] } }
    }

    /// What a provider can do.
    var capabilities: [Name] {
        entries.flatMap { entry -> [Name] in if case .can(let names) = entry.kind { names } else { [] } }
    }

    /// How a provider frames its events, where it says so.
    fileprivate var framing: String? {
        for entry in entries { if case .stream(let framing?, _, _) = entry.kind { return framing.text } }
        return nil
    }
}

extension Entry.Kind {
    /// Whether it is true of a provider whichever wire it speaks.
    fileprivate var isInherited: Bool {
        switch self {
        case .base, .key, .header, .query, .option, .can, .options, .errors, .limits, .requestID, .defaultModel,
            .service, .allowMedia:
            true
        default: false
        }
    }
}

extension Entry {
    /// Rows for errors stand before those that the provider has for all its wires.
    fileprivate func withErrors(of block: Block) -> Entry {
        guard case .errors(let own) = kind else { return self }
        for case .errors(let rows) in block.entries.map(\.kind) {
            return Entry(kind: .errors(rows.merged(with: own)), span: span)
        }
        return self
    }
}

extension [Field] {
    /// A provider's header or query item stands in place of its wire's.
    fileprivate func replaced(by own: [Field]) -> [Field] {
        filter { field in !own.contains { $0.key.text == field.key.text } } + own
    }
}
