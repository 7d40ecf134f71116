/// Fields: what stands in them is known, and can be written.
extension Checker {
    /// - Parameter isNested: whether the object belongs to another of the same kind.
    mutating func check(
        _ object: ObjectSyntax, kind: Vocabulary.Kind, isNested: Bool = false, resolver: inout Resolver
    ) {
        unique(object.fields.map(\.key), "key")
        if !isNested, let inner = object.openObjects.dropFirst().first {
            error(
                inner.span, "'...' stands in this shape already", "write it once: what is unknown is kept in one place")
        }
        if object.isOpen, !kind.isOpen {
            error(object.span, "a \(kind.name) keeps no unknown keys", "remove '...'")
        }
        for field in object.fields {
            if let condition = field.value.condition { check(condition, kind: kind) }
            for alternative in field.value.alternatives {
                if let condition = alternative.condition { check(condition, kind: kind) }
                check(alternative, kind: kind, resolver: &resolver)
            }
            let count = diagnostics.count
            checkReading(field.read, of: field.key, kind: kind, resolver: resolver)
            if diagnostics.count == count { checkWriting(field, kind: kind) }
        }
        checkGuards(object, kind: kind)
        if !isNested { checkTwice(object, kind: kind) }
    }

    /// A value has one place, or several of which guards choose one.
    private mutating func checkTwice(_ object: ObjectSyntax, kind: Vocabulary.Kind) {
        var written: [String: Name] = [:]
        for var field in object.fields where field.value.condition == nil {
            field.value.alternatives.removeAll { $0.condition != nil }
            for hole in field.writtenHoles.sorted() where kind.hole(hole) != nil {
                if let other = written[hole], other.text != field.key.text {
                    error(
                        field.key.span, "'\(hole)' is written twice, as '\(other.text)' and as '\(field.key.text)'",
                        notes: [
                            .init("the other place is here; mark one '<-', or guard both with 'when'", at: other.span)
                        ])
                } else {
                    written[hole] = field.key
                }
            }
        }
    }

    private mutating func check(_ alternative: Alternative, kind: Vocabulary.Kind, resolver: inout Resolver) {
        switch alternative.term {
        case .literal(let literal, _):
            if alternative.absence != .required {
                error(literal.span, "a literal is always there", "remove what follows it; 'when' leaves a field out")
            }
            if let name = literal.template?.hole, kind.hole(name)?.type != .text {
                let texts = kind.holes.filter { $0.type == .text }.map(\.name)
                unknown(Name(text: name, span: literal.span), "text of \(kind.name)", known: texts)
            }
        case .object(let inner), .single(let inner, _):
            checkAbsence(alternative)
            check(inner, kind: kind, isNested: true, resolver: &resolver)
        case .each(let items, _):
            checkAbsence(alternative)
            for item in items { check(item, kind: kind, resolver: &resolver) }
        case .hole(let name, let shape, let minus):
            check(minus, of: name, kind: kind)
            guard let hole = kind.hole(name.text) else {
                checkInlined(name, shape, alternative, kind: kind, resolver: &resolver)
                return
            }
            switch hole.type {
            case .list(let element):
                resolver.mention(shape?.text ?? element)
                error(name.span, "'\(name.text)' is a list", "write [ each \(name.text) : \(shape?.text ?? "SHAPE") ]")
            case .kind(let other), .map(let other):
                checkAbsence(alternative)
                let isFound =
                    resolver.use(shape?.text ?? name.text, for: other)
                    || shape == nil && resolver.use(other, for: other)
                if let shape, !isFound {
                    unknown(shape, "shape or table", known: resolver.sources.names)
                    resolver.mention(closestTo: shape.text)
                } else if !isFound {
                    let isTable = vocabulary.kind(other)?.isForTables == true
                    error(
                        name.span, "there is no \(isTable ? "table" : "shape") '\(other)' for '\(name.text)'",
                        isTable ? "write table \(other) { … }" : "write shape \(other) { … }, or '\(name.text) : SHAPE'"
                    )
                    resolver.mention(closestTo: other)
                }
            case .text, .integer, .number, .bool, .json, .scalar, .effort, .texts, .textMap, .integerMap, .numbers:
                if let shape {
                    resolver.mention(shape.text)
                    error(shape.span, "'\(name.text)' is a plain value and takes no shape", "remove ': \(shape.text)'")
                }
                checkAbsence(alternative, hole)
            }
            checkAllowed(alternative, name, hole.type)
        }
    }

    /// A name that is no hole may be a shape of the same kind, taken in here.
    private mutating func checkInlined(
        _ name: Name, _ shape: Name?, _ alternative: Alternative, kind: Vocabulary.Kind, resolver: inout Resolver
    ) {
        guard shape == nil, let body = resolver.sources.shape(name.text) else {
            if let shape { resolver.mention(shape.text) }
            resolver.mention(closestTo: name.text)
            unknown(
                name, "hole of \(kind.name)", known: kind.holes.map(\.name) + resolver.sources.shapes.map(\.name.text))
            return
        }
        var isObject = kind.isEvent
        if case .object = body.body { isObject = true }
        guard isObject else {
            resolver.mention(name.text)
            error(
                name.span, "shape '\(name.text)' has cases and cannot be taken in here",
                "name the hole that it stands for: HOLE : \(name.text)")
            return
        }
        checkAbsence(alternative)
        _ = resolver.use(name.text, for: kind.name)
    }

    private mutating func check(_ item: Term.Item, kind: Vocabulary.Kind, resolver: inout Resolver) {
        guard let element = elementKind(of: item.hole, in: kind) else {
            switch item.element {
            case .object(let object): resolver.mention(object)
            case .shape(let name): resolver.mention(name.text)
            }
            return
        }
        switch item.element {
        case .object(let object):
            guard element.form == .record else {
                resolver.mention(object)
                resolver.mention(element.name)
                error(
                    object.span, "a \(element.name) has cases, which need a shape with a name",
                    "write 'shape NAME by KEY { … }' and 'each \(item.hole.text) : NAME'")
                return
            }
            check(object, kind: element, resolver: &resolver)
        case .shape(let name):
            if !resolver.use(name.text, for: element.name) {
                unknown(name, "shape or table", known: resolver.sources.names)
                resolver.mention(closestTo: name.text)
            }
        }
    }

    /// `a - b`
    private mutating func check(_ minus: [Name], of name: Name, kind: Vocabulary.Kind) {
        guard let first = minus.first else { return }
        guard kind.isCounts else {
            error(first.span, "'-' is for counts alone, and a \(kind.name) has none", "remove '- \(first.text)'")
            return
        }
        let counts = kind.holes.filter { $0.type == .integer }.map(\.name)
        let parts = counts.filter { !["input", "output", "total"].contains($0) }
        if !["input", "output"].contains(name.text) {
            error(
                first.span, "nothing can stand outside of '\(name.text)'",
                "write 'input - …' or 'output - …' for a count that leaves something out")
            return
        }
        for other in minus where !parts.contains(other.text) { unknown(other, "count", known: parts) }
    }

    mutating func check(_ condition: Condition, kind: Vocabulary.Kind) {
        for test in condition.tests {
            switch test.kind {
            case .streaming, .answering: break
            case .can(let name):
                if !Vocabulary.capabilities.contains(name.text) {
                    unknown(name, "capability", known: Vocabulary.capabilities)
                }
            case .has(let name):
                guard let hole = kind.hole(name.text) else {
                    unknown(name, "hole of \(kind.name)", known: kind.holes.map(\.name))
                    continue
                }
                if !hole.isOptional, !hole.type.isMany, hole.type != .text, hole.type != .bool {
                    error(name.span, "'\(name.text)' always has a value", "remove this test")
                }
            case .matches(let name, let word):
                guard let hole = kind.hole(name.text) else {
                    unknown(name, "hole of \(kind.name)", known: kind.holes.map(\.name))
                    continue
                }
                if case .kind(let other) = hole.type, let words = vocabulary.kind(other), words.form == .word {
                    if words.case(word.text) == nil {
                        unknown(word, "case of \(other)", known: words.cases.map(\.name))
                    }
                } else if hole.type != .text, hole.type != .effort {
                    error(
                        name.span, "'\(name.text)' is not a word, so 'is' cannot compare it", "write 'has \(name.text)'"
                    )
                }
            }
        }
    }

    /// What a guard leaves out must be able to be left out.
    private mutating func checkGuards(_ object: ObjectSyntax, kind: Vocabulary.Kind) {
        var reported: Set<String> = []
        for field in object.fields where field.value.condition != nil {
            for alternative in field.written {
                guard let name = alternative.hole, let hole = kind.hole(name.text), hole.isNeeded,
                    alternative.absence != .omitted
                else { continue }
                let conditions = object.fields
                    .filter { $0.written.contains { $0.hole?.text == name.text } }.map(\.value.condition)
                // A test for what always has a value was reported.
                let isSenseless = field.value.condition?.tests.contains {
                    if case .has(let tested) = $0.kind { tested.text == name.text } else { false }
                }
                guard isSenseless != true, !conditions.isComplete, reported.insert(name.text).inserted else { continue }
                error(
                    field.value.condition?.span ?? field.span,
                    "'\(name.text)' must always be written, but this guard may leave it out",
                    "remove the guard, or add a field with the opposite one: when not …")
            }
        }
    }
}

/// What may follow a value.
extension Checker {
    /// Objects, lists and values of a kind know no value to stand in for them.
    private mutating func checkAbsence(_ alternative: Alternative) {
        let isHole = if case .hole = alternative.term { true } else { false }
        switch alternative.absence {
        case .required, .omitted: break
        case .null:
            if isHole { return }
            error(alternative.span, "'?null' stands after a hole", "write '?' to leave this out, or nothing")
        case .fallback(let literal):
            error(
                literal.span, "'else' stands after a plain value",
                isHole ? "add 'else -> …' to its table, or write '?'" : "write '?' to leave this out, or nothing")
        }
    }

    private mutating func checkAbsence(_ alternative: Alternative, _ hole: Vocabulary.Hole) {
        switch alternative.absence {
        case .required, .omitted: break
        case .null:
            if !hole.isOptional {
                error(alternative.span, "'\(hole.name)' always has a value", "remove '?null'")
            } else if ![.text, .scalar, .bool, .json].contains(hole.type) {
                error(
                    alternative.span, "'?null' stands after texts, truth values and JSON, and '\(hole.name)' is none",
                    "write '?'")
            }
        case .fallback(let literal):
            guard let wanted = hole.type.literals else {
                error(literal.span, "'\(hole.name)' takes no literal in its place", "write '?' to leave it out")
                return
            }
            if !hole.isOptional {
                error(literal.span, "'\(hole.name)' always has a value", "remove 'else \(literal.source)'")
            } else if !hole.type.takes(literal) {
                error(
                    literal.span, "'\(hole.name)' is \(wanted), got \(literal.source)", "write \(wanted) after 'else'")
            }
        }
    }

    /// `in low medium high`
    private mutating func checkAllowed(_ alternative: Alternative, _ name: Name, _ type: Vocabulary.ValueType) {
        guard let first = alternative.allowed.first else { return }
        unique(alternative.allowed, "word")
        if type != .text, type != .effort {
            error(first.span, "'\(name.text)' is not a word, so 'in' cannot bound it", "remove 'in …'")
        }
    }
}

extension Vocabulary.Hole {
    /// Whether leaving it out makes the value around it senseless.
    var isNeeded: Bool { !isOptional && !isReported && part == nil && type != .bool }
}

extension Vocabulary.ValueType {
    /// Whether it may be empty instead of absent.
    public var isMany: Bool {
        switch self {
        case .texts, .numbers, .list, .map: true
        default: false
        }
    }

    /// What may stand after `else`, in words; `nil` for nothing.
    fileprivate var literals: String? {
        switch self {
        case .text, .scalar: "a text in quotes"
        case .integer: "a whole number"
        case .number: "a number"
        case .bool: "true or false"
        case .json, .effort, .texts, .textMap, .integerMap, .numbers, .kind, .list, .map: nil
        }
    }

    fileprivate func takes(_ literal: Literal) -> Bool {
        switch (self, literal.kind) {
        case (.text, .text), (.scalar, .text), (.number, .number), (.bool, .bool): true
        case (.integer, .number(let digits)): Int(digits) != nil
        default: false
        }
    }
}

extension [Condition?] {
    /// Whether one of them always holds.
    public var isComplete: Bool {
        contains { $0 == nil }
            || contains { one in
                guard let one, one.tests.count == 1 else { return false }
                return contains { $0.map { $0.tests.count == 1 && $0.tests[0].isOpposite(of: one.tests[0]) } ?? false }
            }
    }
}

extension Condition.Test {
    fileprivate func isOpposite(of other: Condition.Test) -> Bool {
        guard isDenied != other.isDenied else { return false }
        return switch (kind, other.kind) {
        case (.streaming, .streaming), (.answering, .answering): true
        case (.can(let one), .can(let other)), (.has(let one), .has(let other)): one.text == other.text
        case (.matches(let one, let word), .matches(let other, let otherWord)):
            one.text == other.text && word.text == otherWord.text
        default: false
        }
    }
}

extension ObjectSyntax {
    /// What must hold for this object to be written besides `requiredHoles`: of each of these lists of alternatives,
    /// one whose holes all have a value.
    public func requiredChoices(of kind: Vocabulary.Kind) -> [[[Vocabulary.Hole]]] {
        fields.flatMap { field -> [[[Vocabulary.Hole]]] in
            let alternatives = field.written
            guard field.value.condition == nil,
                alternatives.allSatisfy({ $0.absence == .required && $0.condition == nil })
            else { return [] }
            if alternatives.count == 1, case .object(let inner) = alternatives[0].term {
                return inner.requiredChoices(of: kind)
            }
            guard alternatives.count > 1 else { return [] }
            let choices = alternatives.map { alternative -> [Vocabulary.Hole] in
                switch alternative.term {
                case .hole(let name, _, _):
                    kind.hole(name.text).map { $0.isOptional && $0.sole == nil ? [$0] : [] } ?? []
                case .object(let inner): inner.requiredHoles(of: kind)
                case .literal, .each, .single: []
                }
            }
            return choices.allSatisfy { !$0.isEmpty } ? [choices] : []
        }
    }

    /// The optional holes that must have a value for this object to be written.
    public func requiredHoles(of kind: Vocabulary.Kind) -> [Vocabulary.Hole] {
        fields.flatMap { field -> [Vocabulary.Hole] in
            let alternatives = field.written
            guard alternatives.count == 1, field.value.condition == nil, alternatives[0].condition == nil else {
                return []
            }
            guard case .required = alternatives[0].absence else { return [] }
            switch alternatives[0].term {
            case .hole(let name, _, _): return kind.hole(name.text).map { $0.isOptional ? [$0] : [] } ?? []
            case .object(let inner): return inner.requiredHoles(of: kind)
            case .literal, .each, .single: return []
            }
        }
    }
}
