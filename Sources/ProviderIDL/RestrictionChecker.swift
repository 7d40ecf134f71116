/// What a provider leaves out of its wire's request, and the options that its address is made of.
extension Checker {
    mutating func checkRestrictions(
        _ provider: inout ProviderModel, block: Block, sources: ShapeSources, wire: ShapeSources
    ) {
        guard let kind = vocabulary.kind("request"), let request = sources.request,
            case .object(let object) = request.body
        else { return }
        let written = sources.writtenHoles(of: request, in: kind).union(wire.writtenHoles(of: wire.request, in: kind))
        let own = ShapeSources(block)
        let ownWritten = own.writtenHoles(of: own.request, in: kind)
        let drops = block.drops
        for name in drops {
            if let hole = kind.hole(name.text), !hole.isReported {
                error(
                    name.span, "'\(name.text)' cannot be dropped: there is no request without it",
                    "remove it from 'drops'")
            } else if kind.hole(name.text) == nil {
                unknown(name, "hole of request", known: kind.holes.filter(\.isReported).map(\.name))
            } else if ownWritten.contains(name.text) {
                error(name.span, "'\(name.text)' is dropped and written by the same provider", "remove one of the two")
            } else if !written.contains(name.text) {
                error(
                    name.span, "wire '\(provider.wire)' never writes '\(name.text)', so it cannot be dropped",
                    "remove it: what a wire has no place for is reported anyway")
            }
        }
        let dropped = Set(drops.map(\.text))
        for entry in block.entries {
            guard case .allow(let name, _) = entry.kind else { continue }
            if dropped.contains(name.text) {
                error(name.span, "'\(name.text)' is dropped, so no word of it is allowed", "remove one of the two")
            } else if kind.hole(name.text) != nil, !written.contains(name.text),
                !written.contains(where: { kind.hole($0)?.says.contains(name.text) == true })
            {
                error(
                    name.span, "wire '\(provider.wire)' never writes '\(name.text)', so it cannot be bounded",
                    "remove it: what a wire has no place for is reported anyway")
            }
        }
        provider.dropped = drops.map(\.text)
        let kept = Set(object.dropping(dropped).fields.map(\.key.text))
        let settings = Set(provider.settings.map(\.key.text))
        provider.refused = object.fields.map(\.key.text).filter { !kept.contains($0) && !settings.contains($0) }
        for field in provider.settings where kept.contains(field.key.text) {
            error(
                field.key.span, "'\(field.key.text)' is written by the request already",
                "remove this setting, or drop the hole that the request writes there")
        }
    }

    /// A wire must hold what there is no request without.
    mutating func checkRequest(_ block: Block, _ sources: ShapeSources, _ dialect: Dialect) {
        guard let kind = vocabulary.kind("request"), let request = sources.request, case .object = request.body else {
            return
        }
        let written = sources.writtenHoles(of: request, in: kind)
        // Something unknown in it was reported, and may have been meant.
        guard !diagnostics.contains(where: { $0.span.isInside(request.span) }) else { return }
        for (hole, way) in [("model", "model: model"), ("messages", "messages: [ each messages : message ]")]
        where !written.contains(hole) {
            if hole == "messages", written.contains("turns") || written.contains("items") { continue }
            if written.contains(where: { kind.hole($0)?.says.contains(hole) == true }) { continue }
            if hole == "model", dialect.endpoints.contains(where: { $0.path.placeholders.contains("model") }) {
                continue
            }
            error(request.span, "the request does not write '\(hole)'", "write \(way)")
        }
    }
}

/// Placeholders and options.
extension Checker {
    mutating func checkPlaceholders(_ block: Block, _ provider: ProviderModel, _ wire: Block) {
        let options = provider.options.map(\.name)
        for entry in block.entries {
            for (name, isPlaceholder) in entry.kind.optionsUsed where !options.contains(name.text) {
                let known = isPlaceholder ? entry.placeholders : []
                if !known.contains(name.text) {
                    unknown(name, isPlaceholder ? "placeholder" : "option", known: options + known)
                }
            }
        }
        let hasEndpoints = block.entries.contains { if case .endpoint = $0.kind { true } else { false } }
        var reported: Set<String> = []
        for entry in wire.entries {
            if case .endpoint = entry.kind, hasEndpoints { continue }
            for (name, isPlaceholder) in entry.kind.optionsUsed where !options.contains(name.text) {
                if isPlaceholder && entry.placeholders.contains(name.text) { continue }
                if !reported.insert(name.text).inserted { continue }
                error(
                    block.name.span, "provider '\(block.name.text)' has no option '\(name.text)'",
                    notes: [
                        .init(
                            "its wire uses it here; write option \(name.text) env VARIABLE \"what it is for\"",
                            at: name.span)
                    ])
            }
        }
    }
}

extension Entry {
    /// What may stand in its path besides options.
    fileprivate var placeholders: [String] {
        switch kind {
        case .base: []
        case .service(let service): ["file", "remove"].contains(service.purpose.text) ? ["file"] : ["model"]
        default: ["model"]
        }
    }
}

extension Entry.Kind {
    /// The options that an entry needs, placeholders of its address among them.
    fileprivate var optionsUsed: [(name: Name, isPlaceholder: Bool)] {
        switch self {
        case .base(let path, _): return path.placeholders
        case .header(let field), .query(let field):
            return field.value.alternatives.compactMap { alternative in alternative.hole.map { ($0, false) } }
        case .service(let service): return service.path.placeholders
        case .endpoint(_, let path, let condition):
            let tests = (condition?.tests ?? []).compactMap { test in
                if case .has(let name) = test.kind { (name: name, isPlaceholder: false) } else { nil }
            }
            return path.placeholders + tests
        default: return []
        }
    }
}

extension Name {
    fileprivate var placeholders: [(name: Name, isPlaceholder: Bool)] {
        text.placeholders.map { name in
            // With escapes in the text, its bytes are not where they are in the file.
            let isPlain = span.range.count == text.utf8.count + 2
            let start = isPlain ? text.range(of: "{\(name)}").map { span.range.lowerBound + 2 + $0.lowerBound } : nil
            let place = start.map { Span(path: span.path, range: $0..<$0 + name.utf8.count) } ?? span
            return (Name(text: name, span: place), true)
        }
    }
}

extension Span {
    fileprivate func isInside(_ other: Span) -> Bool {
        path == other.path && other.range.lowerBound <= range.lowerBound && range.upperBound <= other.range.upperBound
    }
}

extension String {
    /// The offsets of the first place where the other text stands.
    fileprivate func range(of other: String) -> Range<Int>? {
        let bytes = Array(utf8), wanted = Array(other.utf8)
        guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
        let start = (0...bytes.count - wanted.count).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
        return start.map { $0..<$0 + wanted.count }
    }
}

extension ShapeSources {
    /// The holes of a kind that a shape writes, in shapes that it takes in too.
    func writtenHoles(of shape: Shape?, in kind: Vocabulary.Kind) -> Set<String> {
        guard case .object(let object)? = shape?.body else { return [] }
        var holes: Set<String> = []
        var taken: Set<String> = []
        func visit(_ object: ObjectSyntax) {
            for alternative in object.fields.flatMap(\.written) {
                switch alternative.term {
                case .literal: break
                case .each(let items, _): holes.formUnion(items.map(\.hole.text))
                case .object(let inner), .single(let inner, _): visit(inner)
                case .hole(let name, _, _):
                    if kind.hole(name.text) != nil {
                        holes.insert(name.text)
                    } else if case .object(let inner)? = self.shape(name.text)?.body, taken.insert(name.text).inserted {
                        visit(inner)
                    }
                }
            }
        }
        visit(object)
        return holes
    }
}
