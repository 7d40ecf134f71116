/// Shapes as a whole: objects or cases, whichever their kind has.
extension Checker {
    mutating func check(_ shape: ShapeModel, resolver: inout Resolver) {
        guard let kind = vocabulary.kind(shape.kind) else { return }
        switch shape.body {
        case .table(let rows): check(rows, named: shape.name, kind: kind, resolver: &resolver)
        case .shape(let body):
            switch body.body {
            case .object(let object):
                if kind.form == .roles || kind.form == .choice {
                    resolver.mention(object)
                    error(
                        body.span, "'\(shape.name)' stands for a \(kind.name), which has cases",
                        kind.isForTables
                            ? "write a table: table \(shape.name) { \(kind.cases[0].name) = \"…\" }"
                            : "write a case for each: \(list(kind.cases.map { "\($0.name) { … }" }))")
                    return
                }
                if kind.form == .word || kind.form == .named {
                    resolver.mention(object)
                    error(
                        body.span, "'\(shape.name)' stands for a \(kind.name), which is a word",
                        "write a table: table \(shape.name) { \(kind.cases[0].name) = \"…\" }")
                    return
                }
                check(object, kind: kind, resolver: &resolver)
            case .cases(let cases): check(cases, of: body, named: shape.name, kind: kind, resolver: &resolver)
            }
        }
    }

    private mutating func check(
        _ cases: [Case], of body: Shape, named name: String, kind: Vocabulary.Kind, resolver: inout Resolver
    ) {
        guard kind.form == .roles || kind.form == .choice || kind.isEvent, !kind.isForTables else {
            for item in cases { if let object = item.object { resolver.mention(object) } }
            error(
                body.span, "'\(name)' stands for a \(kind.name), which has no cases",
                kind.form == .record
                    ? "write its fields: { key: hole, … }"
                    : "write a table: table \(name) { \(kind.cases[0].name) = \"…\" }")
            return
        }
        for item in cases { check(item, kind: kind, resolver: &resolver) }
        if !body.discriminators.isEmpty {
            checkReading(cases, by: body.discriminators.map(\.text))
        } else if cases.count(where: { $0.otherwise == nil && $0.direction != .writeOnly }) > 1 {
            error(
                body.span, "the cases of '\(name)' cannot be told apart",
                "write 'by KEY' after the name, with the key whose text differs")
        }
        checkWriting(cases, kind: kind)
        checkElse(cases, kind: kind)
        guard kind.form == .roles, !cases.contains(where: { $0.otherwise != nil }) else { return }
        let missing = kind.cases.map(\.name).filter { name in !cases.contains { $0.name.text == name } }
        if !missing.isEmpty {
            error(
                body.span, "'\(name)' has no case for \(quotedList(missing))",
                "write \(list(missing.map { "\($0) { … }" })), or 'else skip' to report them as lost")
        }
        for role in kind.cases.map(\.name) where !missing.contains(role) {
            let own = cases.filter { $0.name.text == role }
            guard let first = own.first, !own.contains(where: { $0.direction != .readOnly && $0.condition == nil })
            else { continue }
            let isRead = own.allSatisfy { $0.direction == .readOnly }
            error(
                first.name.span, "'\(role)' is \(isRead ? "only read" : "not written when its guard fails")",
                "write one more case '\(role)' without \(isRead ? "'<-'" : "a guard")")
        }
    }

    /// What one case says of itself.
    private mutating func check(_ item: Case, kind: Vocabulary.Kind, resolver: inout Resolver) {
        guard item.otherwise == nil, let object = item.object else { return }
        if kind.form == .record {
            if let condition = item.condition { check(condition, kind: kind) }
            check(object, kind: kind, resolver: &resolver)
            return
        }
        guard let known = kind.case(item.name.text) else {
            unknown(item.name, "case of \(kind.name)", known: kind.cases.map(\.name))
            resolver.mention(object)
            return
        }
        if let condition = item.condition { check(condition, kind: kind) }
        var payload = known.payload.flatMap(vocabulary.kind) ?? kind
        if let each = item.each {
            guard kind.form == .roles else {
                error(each.span, "a case of \(kind.name) is one value", "remove 'each \(each.text)'")
                resolver.mention(object)
                return
            }
            guard let element = elementKind(of: each, in: kind) else {
                resolver.mention(object)
                return
            }
            payload = element
        }
        check(object, kind: payload, resolver: &resolver)
    }

    /// The kind of a list's elements; says so when it is no list.
    mutating func elementKind(of name: Name, in kind: Vocabulary.Kind) -> Vocabulary.Kind? {
        guard let hole = kind.hole(name.text) else {
            unknown(name, "hole of \(kind.name)", known: kind.lists.map(\.name))
            return nil
        }
        guard case .list(let element) = hole.type else {
            let lists = kind.lists.map(\.name)
            error(
                name.span, "'\(name.text)' is not a list",
                lists.isEmpty
                    ? "write the hole alone: a \(kind.name) has no lists" : "'each' takes a list: \(quotedList(lists))")
            return nil
        }
        return vocabulary.kind(element)
    }

    /// Cases are told apart by the text of one key.
    private mutating func checkReading(_ cases: [Case], by keys: [String]) {
        let key = keys.last ?? ""
        var known: [String: Case] = [:]
        // One case may be told by the key that is missing.
        var hasUsual = false
        for item in cases where item.otherwise == nil && item.direction != .writeOnly {
            guard let object = item.object else { continue }
            guard let literal = object.literal(keys) ?? (hasUsual ? nil : object.word(keys)) else {
                error(
                    item.name.span, "case '\(item.name.text)' does not say its '\(key)'",
                    "write \(key): \"…\" in it: the shape is told apart by that key")
                continue
            }
            hasUsual = hasUsual || object.literal(keys) == nil
            if let other = known[literal] {
                // Forms that a guard chooses from, and that are read alike, are one.
                if other.name.text == item.name.text, other.condition != nil, other.isRead(like: item) { continue }
                error(
                    item.name.span,
                    other.name.text == item.name.text
                        ? "the cases '\(item.name.text)' are ambiguous: both have \(key) \"\(literal)\""
                        : "cases '\(other.name.text)' and '\(item.name.text)' are ambiguous: both have \(key) \"\(literal)\"",
                    notes: [
                        .init("the other one is here; give them different texts, or mark one '->'", at: other.name.span)
                    ]
                )
            } else {
                known[literal] = item
            }
        }
    }

    /// A case after one of the same name that always fits is never written.
    private mutating func checkWriting(_ cases: [Case], kind: Vocabulary.Kind) {
        var fitting: [String: Name] = [:]
        for item in cases where item.otherwise == nil && item.direction != .readOnly {
            guard let object = item.object else { continue }
            if let other = fitting[item.name.text] {
                error(
                    item.name.span, "this case '\(item.name.text)' is never written: the one before always fits",
                    notes: [
                        .init(
                            "the one before is here; mark this one '<-', or guard that one with 'when'", at: other.span)
                    ])
                continue
            }
            let payload = kind.case(item.name.text)?.payload.flatMap(vocabulary.kind) ?? kind
            let isFitting = object.requiredHoles(of: payload).isEmpty && object.requiredChoices(of: payload).isEmpty
            if item.condition == nil, kind.form == .roles || isFitting {
                fitting[item.name.text] = item.name
            }
        }
    }

    private mutating func checkElse(_ cases: [Case], kind: Vocabulary.Kind) {
        let others = cases.filter { $0.otherwise != nil }
        unique(others.map(\.name), "case")
        for item in others {
            if let otherwise = item.otherwise, otherwise.text == "opaque", !kind.isOpaque, !kind.isEvent {
                error(
                    otherwise.span, "a \(kind.name) of an unknown case cannot be kept",
                    "write 'else skip': only parts are kept as they are")
            }
            if let condition = item.condition {
                error(condition.span, "'else' takes no guard", "remove it")
            }
        }
    }
}

extension Vocabulary.Kind {
    /// Whether some of its cases carry nothing, so that a table writes them.
    var isForTables: Bool { form == .word || form == .named || form == .choice && cases.contains { $0.payload == nil } }

    /// The holes with values of a kind.
    var lists: [Vocabulary.Hole] { holes.filter { if case .list = $0.type { true } else { false } } }
}
