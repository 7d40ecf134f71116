/// Alternatives: one is written, one is read, and it is always plain which.
extension Checker {
    /// When reading, alternatives are told apart by the kind of JSON; objects are read as one, key by key.
    mutating func checkReading(
        _ alternatives: [Alternative], of key: Name, kind: Vocabulary.Kind, resolver: Resolver
    ) {
        guard alternatives.count > 1 else { return }
        var seen: [Alternative.JSONKind: Alternative] = [:]
        var keys: [Name] = []
        var members: [String: [Alternative]] = [:]
        for alternative in alternatives {
            guard let json = jsonKind(of: alternative.term, kind: kind, resolver: resolver) else { continue }
            // What is read from any JSON takes what the others leave.
            if let other = seen[json] ?? seen[.any], !(alternative.isObject && other.isObject) {
                error(
                    alternative.span,
                    "the alternatives of '\(key.text)' are ambiguous: \(other.description) and \(alternative.description)"
                        + " are both read from \(json.description)",
                    "mark one '->' so that it is only written, or remove it")
            }
            seen[json] = seen[json] ?? alternative
            guard case .object(let object) = alternative.term else { continue }
            for field in object.fields {
                if members[field.key.text] == nil { keys.append(field.key) }
                for inner in field.read where !inner.term.isFixed {
                    let isKnown = members[field.key.text]?.contains {
                        $0.hole != nil && $0.hole?.text == inner.hole?.text
                    }
                    if isKnown != true { members[field.key.text, default: []].append(inner) }
                }
            }
        }
        for key in keys {
            checkReading(members[key.text] ?? [], of: key, kind: kind, resolver: resolver)
        }
    }

    /// An alternative after one that always fits is never written.
    mutating func checkWriting(_ field: Field, kind: Vocabulary.Kind) {
        let alternatives = field.written
        for (index, alternative) in alternatives.enumerated() where index > 0 {
            if alwaysFits(alternatives[index - 1], kind: kind) {
                error(
                    alternative.span,
                    "this alternative of '\(field.key.text)' is never written: the one before always fits",
                    "mark it '<-' so that it is only read, or put it first")
            }
        }
    }

    private func alwaysFits(_ alternative: Alternative, kind: Vocabulary.Kind) -> Bool {
        if alternative.condition != nil { return false }
        switch alternative.absence {
        case .null, .fallback: return true
        case .required, .omitted: break
        }
        switch alternative.term {
        case .literal, .each, .single: return true
        case .hole(let name, _, _): return kind.hole(name.text).map { !$0.isOptional && $0.sole == nil } ?? true
        case .object(let object): return object.requiredHoles(of: kind).isEmpty
        }
    }

    /// The JSON a term is read from; `nil` when that is not known.
    private func jsonKind(of term: Term, kind: Vocabulary.Kind, resolver: Resolver) -> Alternative.JSONKind? {
        switch term {
        case .literal(let literal, _):
            switch literal.kind {
            case .text: return .string
            case .number: return .number
            case .bool: return .bool
            case .null: return .null
            }
        case .object: return .object
        case .each, .single: return .array
        case .hole(let name, _, _):
            let isKnown = kind.hole(name.text) != nil || resolver.sources.shape(name.text) != nil
            return isKnown ? vocabulary.jsonKind(of: name.text, in: kind) : nil
        }
    }
}

extension Alternative {
    fileprivate var isObject: Bool { if case .object = term { true } else { false } }

    fileprivate var description: String {
        switch term {
        case .literal(let literal, _): "the literal \(literal.source)"
        case .hole(let name, _, _): "'\(name.text)'"
        case .object, .single: "an object"
        case .each(let items, _): "'\(items.first?.hole.text ?? "")'"
        }
    }
}

extension Alternative.JSONKind {
    fileprivate var description: String {
        switch self {
        case .string: "a string"
        case .number: "a number"
        case .bool: "true or false"
        case .null: "null"
        case .array: "an array"
        case .object: "an object"
        case .any: "any JSON"
        }
    }
}

extension Term {
    /// Whether it holds nothing but literals.
    public var isFixed: Bool {
        switch self {
        case .literal(let literal, _): literal.template == nil
        case .object(let object): object.fields.allSatisfy { $0.value.alternatives.allSatisfy(\.term.isFixed) }
        case .hole, .each, .single: false
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
        case .textMap, .integerMap, .map: return .object
        case .numbers: return .array
        case .kind(let name):
            return switch self.kind(name)?.form {
            case .word: .string
            case .choice, .named: .any
            default: .object
            }
        }
    }
}
