/// Fields and the alternatives of their values.
extension Checker {
    mutating func check(_ object: ObjectSyntax, kind: Vocabulary.Kind, resolver: inout Resolver) {
        unique(object.fields.map(\.key), "key")
        if object.isOpen, !kind.isOpen {
            error(object.span, "a \(kind.name) keeps no unknown keys", "remove '...'")
        }
        for field in object.fields {
            if let condition = field.value.condition { check(condition, kind: kind) }
            for alternative in field.value.alternatives {
                check(alternative, in: field, kind: kind, resolver: &resolver)
            }
            checkReading(field, kind: kind, resolver: resolver)
            checkWriting(field, kind: kind)
        }
    }

    private mutating func check(
        _ alternative: Alternative, in field: Field, kind: Vocabulary.Kind, resolver: inout Resolver
    ) {
        switch alternative.term {
        case .literal: break
        case .object(let inner): check(inner.closed, kind: kind, resolver: &resolver)
        case .single(let inner, _): check(inner.closed, kind: kind, resolver: &resolver)
        case .each(let items, _):
            for item in items { check(item, kind: kind, resolver: &resolver) }
        case .hole(let name, let shape, let minus):
            guard let hole = kind.hole(name.text) else {
                if shape == nil, resolver.sources.shape(name.text) != nil {
                    _ = resolver.use(name.text, for: kind.name)
                } else {
                    unknown(
                        name, "hole of \(kind.name)",
                        known: kind.holes.map(\.name) + resolver.sources.shapes.map(\.name.text))
                }
                return
            }
            for other in minus {
                if kind.name != "usage" || kind.hole(other.text) == nil {
                    unknown(other, "count", known: vocabulary.kind("usage")?.holes.map(\.name) ?? [])
                }
            }
            switch hole.type {
            case .list:
                error(
                    name.span, "'\(name.text)' is a list",
                    "write [ each \(name.text) : SHAPE ]")
            case .kind(let other):
                let wanted = shape ?? name
                if !resolver.use(wanted.text, for: other), shape != nil || !resolver.use(other, for: other) {
                    unknown(wanted, "shape or table", known: resolver.sources.names)
                }
            case .text, .integer, .number, .bool, .json, .scalar, .effort, .texts, .textMap, .integerMap:
                if let shape {
                    error(shape.span, "'\(name.text)' is a plain value and takes no shape", "remove ': \(shape.text)'")
                }
            }
            if !alternative.allowed.isEmpty {
                switch hole.type {
                case .text, .effort: break
                default:
                    error(
                        alternative.allowed[0].span, "'\(name.text)' is not a word, so 'in' cannot bound it",
                        "remove 'in …'")
                }
            }
        }
    }

    private mutating func check(_ item: Term.Item, kind: Vocabulary.Kind, resolver: inout Resolver) {
        guard let hole = kind.hole(item.hole.text) else {
            unknown(item.hole, "hole of \(kind.name)", known: kind.holes.map(\.name))
            return
        }
        guard case .list(let element) = hole.type, let elementKind = vocabulary.kind(element) else {
            error(item.hole.span, "'\(item.hole.text)' is not a list", "'each' takes a list: \(lists(of: kind))")
            return
        }
        switch item.element {
        case .object(let object): check(object, kind: elementKind, resolver: &resolver)
        case .shape(let name):
            if !resolver.use(name.text, for: element) {
                unknown(name, "shape or table", known: resolver.sources.names)
            }
        }
    }

    mutating func check(_ condition: Condition, kind: Vocabulary.Kind) {
        for test in condition.tests {
            switch test.kind {
            case .streaming: break
            case .can(let name):
                if !Vocabulary.capabilities.contains(name.text) {
                    unknown(name, "capability", known: Vocabulary.capabilities)
                }
            case .has(let name), .matches(let name, _):
                if kind.hole(name.text) == nil { unknown(name, "hole of \(kind.name)", known: kind.holes.map(\.name)) }
            }
        }
    }

    /// Alternatives are told apart by their JSON kind when reading.
    private mutating func checkReading(_ field: Field, kind: Vocabulary.Kind, resolver: Resolver) {
        var seen: [Alternative.JSONKind: Alternative] = [:]
        var holes: [String: String] = [:]
        let alternatives = field.read
        guard alternatives.count > 1 else { return }
        for alternative in alternatives {
            let json = jsonKind(of: alternative.term, kind: kind, resolver: resolver)
            if json == .object, case .object(let object) = alternative.term {
                for inner in object.fields {
                    guard let hole = inner.value.alternatives.first?.hole?.text else { continue }
                    if let other = holes[inner.key.text], other != hole {
                        error(
                            inner.key.span,
                            "the alternatives of '\(field.key.text)' are ambiguous: '\(inner.key.text)' is '\(other)' in one and '\(hole)' in another",
                            "give them different keys, or mark one '->'")
                    }
                    holes[inner.key.text] = hole
                }
                if seen[.object] == nil { seen[.object] = alternative }
                continue
            }
            if seen[json] != nil || seen[.any] != nil {
                error(
                    alternative.span,
                    "the alternatives of '\(field.key.text)' are ambiguous: two of them are read from the same kind of JSON",
                    "mark one '->' so that it is only written, or remove it")
            }
            seen[json] = alternative
        }
    }

    /// An alternative after one that always fits is never written.
    private mutating func checkWriting(_ field: Field, kind: Vocabulary.Kind) {
        let alternatives = field.written
        for (index, alternative) in alternatives.enumerated() where index > 0 {
            if alwaysFits(alternatives[index - 1], kind: kind) {
                error(
                    alternative.span, "this alternative of '\(field.key.text)' is never written: the one before always fits",
                    "mark it '<-' so that it is only read, or put it first")
            }
        }
    }

    private func alwaysFits(_ alternative: Alternative, kind: Vocabulary.Kind) -> Bool {
        switch alternative.term {
        case .literal, .each, .single: true
        case .hole(let name, _, _): kind.hole(name.text).map { !$0.isOptional && $0.sole == nil } ?? false
        case .object(let object): object.requiredHoles(of: kind).isEmpty
        }
    }

    private func jsonKind(of term: Term, kind: Vocabulary.Kind, resolver: Resolver) -> Alternative.JSONKind {
        switch term {
        case .literal(let literal, _):
            switch literal.kind {
            case .text: .string
            case .number: .number
            case .bool: .bool
            case .null: .null
            }
        case .object: .object
        case .each, .single: .array
        case .hole(let name, _, _):
            vocabulary.jsonKind(of: name.text, in: kind)
        }
    }
}

extension Vocabulary {
    /// The JSON kind by which a hole's value is told apart from others.
    public func jsonKind(of hole: String, in kind: Kind) -> Alternative.JSONKind {
        guard let hole = kind.hole(hole) else { return .object }
        switch hole.type {
        case .text, .effort, .scalar: return .string
        case .integer, .number: return .number
        case .bool: return .bool
        case .json: return .any
        case .texts, .list: return .array
        case .textMap, .integerMap: return .object
        case .kind(let name):
            return switch self.kind(name)?.form {
            case .word: .string
            case .choice: .any
            default: .object
            }
        }
    }
}

extension ObjectSyntax {
    /// The object as a nested one: what `...` at the root says is said there.
    var closed: ObjectSyntax {
        var copy = self
        copy.isOpen = false
        return copy
    }

    /// The optional holes that must have a value for this object to be written.
    public func requiredHoles(of kind: Vocabulary.Kind) -> [Vocabulary.Hole] {
        fields.flatMap { field -> [Vocabulary.Hole] in
            let alternatives = field.written
            guard alternatives.count == 1, field.value.condition == nil else { return [] }
            guard case .required = alternatives[0].absence else { return [] }
            switch alternatives[0].term {
            case .hole(let name, _, _): return kind.hole(name.text).map { $0.isOptional ? [$0] : [] } ?? []
            case .object(let inner): return inner.requiredHoles(of: kind)
            case .literal, .each, .single: return []
            }
        }
    }
}
