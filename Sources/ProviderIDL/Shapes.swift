/// The shapes of a wire or provider by name, before their kinds are known.
struct ShapeSources {
    var request: Shape?
    var response: Shape?
    var stream: Shape?
    var failure: Shape?
    var shapes: [(name: Name, shape: Shape)] = []
    var tables: [(name: Name, rows: [TableRow])] = []

    init(_ block: Block) {
        for entry in block.entries {
            switch entry.kind {
            case .request(let shape): request = shape
            case .response(let shape): response = shape
            case .stream(_, _, let shape): stream = shape
            case .failure(let shape): failure = shape
            case .shape(let name, let shape): shapes.append((name, shape))
            case .table(let name, let rows): tables.append((name, rows))
            case .serverTools(let rows): tables.append((Name(text: "serverTool", span: entry.span), rows))
            default: break
            }
        }
    }

    func shape(_ name: String) -> Shape? { shapes.first { $0.name.text == name }?.shape }
    func table(_ name: String) -> [TableRow]? { tables.first { $0.name.text == name }?.rows }
    var names: [String] { shapes.map(\.name.text) + tables.map(\.name.text) }

    func merged(with patch: ShapeSources) -> ShapeSources {
        func both(_ base: Shape?, _ change: Shape?) -> Shape? {
            guard let base, let change else { return change ?? base }
            return base.merged(with: change)
        }
        var merged = self
        merged.request = both(request, patch.request)
        merged.response = both(response, patch.response)
        merged.stream = both(stream, patch.stream)
        merged.failure = both(failure, patch.failure)
        for (name, shape) in patch.shapes {
            if let place = merged.shapes.firstIndex(where: { $0.name.text == name.text }) {
                merged.shapes[place].shape = merged.shapes[place].shape.merged(with: shape)
            } else {
                merged.shapes.append((name, shape))
            }
        }
        for (name, rows) in patch.tables {
            if let place = merged.tables.firstIndex(where: { $0.name.text == name.text }) {
                merged.tables[place].rows = merged.tables[place].rows.merged(with: rows)
            } else {
                merged.tables.append((name, rows))
            }
        }
        return merged
    }
}

/// Gives every shape its kind, following the holes from the request, the response, the stream and the failure.
extension Checker {
    /// Names in `own` that nothing leads to are reported.
    mutating func resolve(_ sources: ShapeSources, own: ShapeSources) -> [ShapeModel] {
        var resolver = Resolver(sources: sources, vocabulary: vocabulary)
        if let shape = sources.request { resolver.add("request", "request", .request, .shape(shape)) }
        if let shape = sources.response { resolver.add("response", "chunk", .response, .shape(shape)) }
        if let shape = sources.stream { resolver.add("event", "chunk", .event, .shape(shape)) }
        if let shape = sources.failure { resolver.add("failure", "failure", .failureBody, .shape(shape)) }
        var next = 0
        while next < resolver.found.count {
            let shape = resolver.found[next]
            check(shape, resolver: &resolver)
            next += 1
        }
        for (name, _) in own.shapes where !resolver.found.contains(where: { $0.role == .shape && $0.name == name.text }) {
            error(name.span, "shape '\(name.text)' is never used", "name it in a field, or remove it")
        }
        for (name, _) in own.tables where !resolver.found.contains(where: { $0.role == .shape && $0.name == name.text }) {
            error(name.span, "table '\(name.text)' is never used", "a table serves the holes of its name; known are those of the canonical model")
        }
        checkCycles(resolver.found)
        return resolver.found
    }

    /// A shape taken into itself, with nothing of the canonical model in between, would never end.
    private mutating func checkCycles(_ shapes: [ShapeModel]) {
        func inlined(_ shape: ShapeModel) -> [Name] {
            guard case .shape(let body) = shape.body, case .object(let object) = body.body,
                let kind = vocabulary.kind(shape.kind)
            else { return [] }
            return object.plainHoles.filter { kind.hole($0.text) == nil }
        }
        for shape in shapes {
            var path: Set<String> = []
            var next = inlined(shape)
            while let name = next.popLast() {
                guard let inner = shapes.first(where: { $0.role == .shape && $0.name == name.text && $0.kind == shape.kind })
                else { continue }
                if inner == shape {
                    error(name.span, "shape '\(shape.name)' contains itself", "name a hole here, or take the shape apart")
                    break
                }
                if path.insert(name.text).inserted { next += inlined(inner) }
            }
        }
    }
}

struct Resolver {
    let sources: ShapeSources
    let vocabulary: Vocabulary
    private(set) var found: [ShapeModel] = []

    mutating func add(_ name: String, _ kind: String, _ role: ShapeModel.Role, _ body: ShapeModel.Body) {
        let shape = ShapeModel(name: name, kind: kind, role: role, body: body)
        if !found.contains(where: { $0.name == name && $0.kind == kind && $0.role == role }) { found.append(shape) }
    }

    /// Uses a shape or table for a kind; false if there is none of that name.
    mutating func use(_ name: String, for kind: String) -> Bool {
        if let shape = sources.shape(name) {
            add(name, kind, .shape, .shape(shape))
        } else if let rows = sources.table(name) {
            add(name, kind, .shape, .table(rows))
        } else {
            return false
        }
        return true
    }
}

/// Holes, cases and alternatives of one shape.
extension Checker {
    mutating func check(_ shape: ShapeModel, resolver: inout Resolver) {
        guard let kind = vocabulary.kind(shape.kind) else { return }
        switch shape.body {
        case .table(let rows): check(rows, named: shape.name, kind: kind, resolver: &resolver)
        case .shape(let body):
            switch body.body {
            case .object(let object):
                if kind.form != .record, !(kind.form == .word) {
                    error(
                        body.span, "'\(shape.name)' stands for a \(kind.name), which has cases",
                        "write a case for each: \(kind.cases.map { "\($0.name) { … }" }.joined(separator: ", "))")
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
        guard kind.form == .roles || kind.form == .choice else {
            error(body.span, "'\(name)' stands for a \(kind.name), which has no cases", "write its fields: { key: hole, … }")
            return
        }
        var literals: [String: Name] = [:]
        for item in cases where item.otherwise == nil {
            guard let known = kind.case(item.name.text) else {
                unknown(item.name, "case of \(kind.name)", known: kind.cases.map(\.name))
                continue
            }
            guard let object = item.object else { continue }
            if let condition = item.condition { check(condition, kind: kind) }
            if let key = body.discriminator, item.direction != .writeOnly {
                if let literal = object.literal(key.text) {
                    if let other = literals[literal] {
                        let note = Diagnostic.Note("the other one is here; give them different texts, or mark one '->'", at: other.span)
                        diagnostics.append(
                            Diagnostic(
                                .error, at: item.name.span,
                                "cases '\(other.text)' and '\(item.name.text)' are ambiguous: both have \(key.text) \"\(literal)\"",
                                notes: [note]))
                    } else {
                        literals[literal] = item.name
                    }
                } else {
                    error(
                        item.name.span, "case '\(item.name.text)' does not say its '\(key.text)'",
                        "write \(key.text): \"…\" in it: the shape is told apart by that key")
                }
            }
            var payload = known.payload.flatMap(vocabulary.kind) ?? kind
            if let each = item.each {
                guard let hole = kind.hole(each.text) else {
                    unknown(each, "hole of \(kind.name)", known: kind.holes.map(\.name))
                    continue
                }
                guard case .list(let element) = hole.type, let elementKind = vocabulary.kind(element) else {
                    error(each.span, "'\(each.text)' is not a list", "'each' takes a list: \(lists(of: kind))")
                    continue
                }
                payload = elementKind
            }
            check(object, kind: payload, resolver: &resolver)
        }
        if body.discriminator == nil, cases.count(where: { $0.otherwise == nil && $0.direction != .writeOnly }) > 1 {
            error(
                body.span, "the cases of '\(name)' cannot be told apart",
                "write 'by KEY' after the name, with the key whose text differs")
        }
        if kind.form == .roles {
            let missing = kind.cases.map(\.name).filter { name in !cases.contains { $0.name.text == name } }
            if !missing.isEmpty {
                error(
                    body.span, "'\(name)' has no case for \(missing.map { "'\($0)'" }.joined(separator: ", "))",
                    "write \(missing.map { "\($0) { … }" }.joined(separator: ", "))")
            }
        }
    }

    func lists(of kind: Vocabulary.Kind) -> String {
        let names = kind.holes.compactMap { hole in if case .list = hole.type { "'\(hole.name)'" } else { nil } }
        return names.isEmpty ? "\(kind.name) has none" : names.joined(separator: ", ")
    }

    private mutating func check(
        _ rows: [TableRow], named name: String, kind: Vocabulary.Kind, resolver: inout Resolver
    ) {
        guard kind.form == .choice || kind.form == .word else {
            let span = rows.first.map(\.span) ?? Span(path: "", range: 0..<0)
            error(span, "table '\(name)' stands for a \(kind.name), which has no cases", "write a shape instead")
            return
        }
        var written: [String: Name] = [:]
        var read: [String: Name] = [:]
        for row in rows {
            let isElse = row.name.text == "else"
            let known = kind.case(row.name.text)
            if known == nil, !isElse {
                unknown(row.name, "case of \(kind.name)", known: kind.cases.map(\.name))
                continue
            }
            if row.direction != .readOnly {
                if let other = written[row.name.text] {
                    let note = Diagnostic.Note("the other one is here; mark all but one with '<-'", at: other.span)
                    diagnostics.append(
                        Diagnostic(.error, at: row.name.span, "'\(row.name.text)' has two written forms", notes: [note]))
                } else {
                    written[row.name.text] = row.name
                }
            }
            switch row.value {
            case .literal(let literal, _):
                if row.direction != .writeOnly {
                    if let other = read[literal.written] {
                        let note = Diagnostic.Note("the other one is here; mark all but one with '->'", at: other.span)
                        diagnostics.append(
                            Diagnostic(
                                .error, at: row.name.span,
                                "'\(other.text)' and '\(row.name.text)' are ambiguous: both are \"\(literal.written)\"",
                                notes: [note]))
                    } else {
                        read[literal.written] = row.name
                    }
                }
            case .object(let object):
                let payload = known?.payload.flatMap(vocabulary.kind) ?? Vocabulary.Kind(
                    name: row.name.text, type: "", form: .record, empty: "")
                check(object, kind: payload, resolver: &resolver)
            case .hole, .each, .single:
                error(row.span, "a table row takes a literal or an object", "write \(row.name.text) = \"…\"")
            }
        }
        let needed = kind.name == "serverTool" ? [] : kind.cases.map(\.name)
        let missing = needed.filter { written[$0] == nil }
        if !missing.isEmpty, written["else"] == nil {
            error(
                rows.first?.span ?? Span(path: "", range: 0..<0),
                "table '\(name)' has no written form for \(missing.map { "'\($0)'" }.joined(separator: ", "))",
                "add a row for each, or else -> \"…\"")
        }
        let objects = rows.compactMap { row in
            if case .object(let object) = row.value, row.direction != .writeOnly { (row.name, object) } else { nil }
        }
        if objects.count > 1, ObjectSyntax.discriminator(of: objects.map(\.1)) == nil {
            error(
                objects[1].0.span, "'\(objects[0].0.text)' and '\(objects[1].0.text)' are ambiguous: no key tells them apart",
                "give them a key with different literals, \(objects[0].1.fields.first?.key.text ?? "type"): \"…\"")
        }
    }
}

extension ObjectSyntax {
    /// The names that stand for one value, nested ones included.
    var plainHoles: [Name] {
        fields.flatMap { field in
            field.value.alternatives.flatMap { alternative -> [Name] in
                switch alternative.term {
                case .hole(let name, _, _): [name]
                case .object(let inner), .single(let inner, _): inner.plainHoles
                case .literal, .each: []
                }
            }
        }
    }

    /// The key by whose literal all the objects can be told apart.
    public static func discriminator(of objects: [ObjectSyntax]) -> String? {
        guard let first = objects.first else { return nil }
        return first.strictLiterals.map(\.key).first { key in
            let values = objects.map { $0.literal(key) }
            return values.allSatisfy { $0 != nil } && Set(values).count == objects.count
        }
    }
}
