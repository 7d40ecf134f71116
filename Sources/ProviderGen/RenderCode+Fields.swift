import ProviderIDL

/// Fields.
extension RenderCode {
    /// The fields of an object; those with the same guard share it.
    func fields(_ object: ObjectSyntax, _ subject: Subject, _ writer: inout SwiftWriter) {
        var rest = object.fields.filter { !$0.written.isEmpty }[...]
        while let field = rest.first {
            guard let condition = field.value.condition, !isBounded(field, in: object, of: subject.kind) else {
                if let condition = field.value.condition {
                    bounded(field, condition, subject, &writer)
                } else {
                    self.field(field, subject, &writer)
                }
                rest.removeFirst()
                continue
            }
            let tests = guards(condition, subject)
            func take(_ tests: [String]) -> [Field] {
                let same = rest.prefix { field in
                    guard let condition = field.value.condition, !isBounded(field, in: object, of: subject.kind) else {
                        return false
                    }
                    return guards(condition, subject) == tests
                }
                rest.removeFirst(same.count)
                return Array(same)
            }
            let kept = take(tests)
            let others = tests.count == 1 ? take([negated(tests[0])]) : []
            writer.block(
                "if \(tests.joined(separator: " && "))",
                else: others.isEmpty
                    ? nil
                    : { writer in
                        for field in others { self.field(field, subject, &writer) }
                    }
            ) { writer in
                for field in kept { self.field(field, subject, &writer) }
            }
        }
    }

    /// A field that depends on what the model can do.
    private func bounded(_ field: Field, _ condition: Condition, _ subject: Subject, _ writer: inout SwiftWriter) {
        guard case .hole(let name, _, _) = field.written[0].term, let hole = subject.kind.hole(name.text) else {
            return
        }
        let value = allowed(field.written[0], hole, subject)
        let test = guards(condition, subject).joined(separator: " && ")
        let guarded = "out.allowed(\(value), \(hole.said(in: subject.kind).quoted), if: \(test))"
        var arguments = [field.key.text.quoted, "ifPresent: \(guarded)"]
        if case .kind(let other) = hole.type { arguments.append("Self.\(renderName(name.text, of: other))") }
        writer.call("out.field", arguments)
    }

    private func field(_ field: Field, _ subject: Subject, _ writer: inout SwiftWriter) {
        alternatives(field.written, key: field.key.text, subject, &writer)
    }

    private func alternatives(
        _ written: [Alternative], key: String, _ subject: Subject, _ writer: inout SwiftWriter
    ) {
        guard written.count > 1 || written[0].condition != nil else {
            alternative(written[0], key: key, subject, &writer)
            return
        }
        let isGuarded = written.contains { $0.condition != nil }
        let ways = written.map { alternative -> (head: String, body: (inout SwiftWriter) -> Void) in
            let fit = fit(alternative, subject)
            var inner = subject
            var tests = alternative.condition.map { guards($0, subject) } ?? []
            switch fit {
            case .bound(let name, let expression):
                let test = "let \(name) = \(expression)"
                tests = [([tests.joined(separator: " && ")].filter { !$0.isEmpty } + [test]).joined(separator: ", ")]
            case .tested(let holes):
                tests += holes.map { hasValue($0, subject) }.filter { !tests.contains($0) }
                inner.present.formUnion(holes.map(\.name))
            case .always: break
            }
            let body = { (writer: inout SwiftWriter) in
                if case .bound(let name, _) = fit {
                    writer.line("out.field(\(key.quoted), \(name))")
                } else {
                    self.alternative(alternative, key: key, inner, &writer)
                }
                approximate(alternative, in: written, subject, &writer)
                for hole in isGuarded ? [] : lost(in: alternative, of: written, subject) {
                    writer.call("out.drop", [hole.name.quoted, "if: \(hasValue(hole, subject))"])
                }
            }
            return (tests.isEmpty ? "else" : "if \(tests.joined(separator: " && "))", body)
        }
        writer.block(
            ways[0].head, others: ways.dropFirst().map { ($0.head == "else" ? "else" : "else \($0.head)", $0.body) },
            ways[0].body)
    }

    /// What has its own form no place for, and is only written in another, says so.
    private func approximate(
        _ alternative: Alternative, in all: [Alternative], _ subject: Subject, _ writer: inout SwiftWriter
    ) {
        guard alternative.direction == .writeOnly, case .object(let object) = alternative.term,
            let key = object.fields.first?.key.text,
            let hole = all.lazy.compactMap({ $0.hole.flatMap { subject.kind.hole($0.text) } }).first
        else { return }
        let name = hole.reportedAs ?? hole.name
        writer.call("out.lose", [name.quoted, ".approximated", "\(name) is sent as \(key)".quoted])
    }

    /// What is lost where one way of writing a field has no place for what another has.
    private func lost(
        in alternative: Alternative, of all: [Alternative], _ subject: Subject
    ) -> [Vocabulary.Hole] {
        var written: Set<String> = []
        switch alternative.term {
        case .object(let object): written = holes(of: object, in: subject.kind)
        case .hole(let name, _, _): written = [name.text]
        case .literal, .each, .single: return []
        }
        let others = all.reduce(into: Set<String>()) { names, other in
            if case .object(let object) = other.term { names.formUnion(holes(of: object, in: subject.kind)) }
        }
        // What another hole may say as well is judged by the object as a whole.
        return subject.kind.holes.filter {
            $0.isReported && $0.says.isEmpty && others.contains($0.name) && !written.contains($0.name)
        }
    }

    private enum Fit {
        case bound(name: String, expression: String)
        case tested([Vocabulary.Hole])
        case always
    }

    private func fit(_ alternative: Alternative, _ subject: Subject) -> Fit {
        switch alternative.absence {
        case .null, .fallback: return .always
        case .required, .omitted: break
        }
        switch alternative.term {
        case .hole(let name, _, _):
            guard let hole = subject.kind.hole(name.text) else { return .always }
            if case .kind = hole.type { return hole.isOptional ? .tested([hole]) : .always }
            if let sole = hole.sole {
                return .bound(name: hole.property, expression: "\(subject.source(of: hole)).\(sole)")
            }
            return hole.isOptional ? .bound(name: hole.property, expression: subject.read(hole)) : .always
        case .object(let object):
            let required = object.requiredHoles(of: subject.kind)
            return required.isEmpty ? .always : .tested(required)
        case .literal, .each, .single: return .always
        }
    }

    private func alternative(
        _ alternative: Alternative, key: String, _ subject: Subject, _ writer: inout SwiftWriter
    ) {
        let key = key.quoted
        switch alternative.term {
        case .literal(let literal, _):
            var value = literal.swift
            if let (prefix, name, suffix) = literal.template, let hole = subject.kind.hole(name) {
                value = "\"\(prefix)\\(\(subject.read(hole)))\(suffix)\""
            }
            writer.line("out.field(\(key), \(value))")
        case .object(let object):
            if case .omitted = alternative.absence, object.hasGuards {
                writer.block("out.objectIfAny(\(key))", parameter: "out") { fields(object, subject, &$0) }
                return
            }
            let body: (inout SwiftWriter) -> Void = { writer in
                let extra = object.isOpen ? ", extra: \(subject.value).extra" : ""
                writer.block("out.object(\(key)\(extra))", parameter: "out") { writer in
                    fields(object, subject, &writer)
                }
            }
            optional(alternative, object, subject, &writer, body)
        case .single(let object, _):
            let test = anyValue(object, subject)
            let head: String
            if case .omitted = alternative.absence {
                head = "out.single(\(key))"
            } else {
                head = test.map { "out.single(\(key), if: \($0))" } ?? "out.single(\(key))"
            }
            let body: (inout SwiftWriter) -> Void = { writer in
                writer.block(head, parameter: "out") { writer in
                    fields(object, subject, &writer)
                }
            }
            optional(alternative, object, subject, &writer, body)
        case .each(let items, _): list(items, alternative, key: key, subject, &writer)
        case .hole(let name, let shape, _):
            guard let hole = subject.kind.hole(name.text) else {
                inline(name.text, alternative, key: key, subject, &writer)
                return
            }
            if case .kind(let other) = hole.type {
                let function = "Self.\(renderName(shape?.text ?? name.text, of: other))"
                let label =
                    switch alternative.absence {
                    case .null: "orNull: "
                    default: "ifPresent: "
                    }
                writer.call("out.field", [key, "\(hole.isOptional ? label : "")\(subject.read(hole))", function])
                return
            }
            if case .map(let other) = hole.type {
                let function = "Self.\(renderName(shape?.text ?? name.text, of: other))"
                let isOmitted = if case .omitted = alternative.absence { true } else { false }
                writer.call("out.map", [key, "\(isOmitted ? "ifPresent: " : "")\(subject.read(hole))", function])
                return
            }
            writer.call("out.field", [key, value(alternative, hole, subject)])
            if subject.kind.name == "request" && hole.isReported || hole.part != nil, hole.isOptional,
                case .fallback(let literal) = alternative.absence, !literal.written.isEmpty
            {
                let value = literal.written == " " ? "a space" : literal.written
                let arguments = [hole.name.quoted, "with: \(value.quoted)", "if: \(subject.read(hole)) == nil"]
                writer.call("out.fill", arguments)
            }
        }
    }

    private func optional(
        _ alternative: Alternative, _ object: ObjectSyntax, _ subject: Subject, _ writer: inout SwiftWriter,
        _ body: (inout SwiftWriter) -> Void
    ) {
        if case .omitted = alternative.absence, let test = anyValue(object, subject) {
            writer.block("if \(test)", body)
        } else {
            body(&writer)
        }
    }

    private func inline(
        _ name: String, _ alternative: Alternative, key: String, _ subject: Subject, _ writer: inout SwiftWriter
    ) {
        let call = ["\(key)", subject.value, "Self.\(renderName(name, of: subject.kind.name))"]
        if case .omitted = alternative.absence,
            case .shape(let body)? = dialect.shape(name, of: subject.kind.name)?.body,
            case .object(let object) = body.body, let test = anyValue(object, subject)
        {
            writer.block("if \(test)") { $0.call("out.field", call) }
        } else {
            writer.call("out.field", call)
        }
    }

    private func list(
        _ items: [Term.Item], _ alternative: Alternative, key: String, _ subject: Subject, _ writer: inout SwiftWriter
    ) {
        let holes = items.compactMap { subject.kind.hole($0.hole.text) }
        let isOmitted = if case .omitted = alternative.absence { true } else { false }
        if items.count == 1, case .shape(let name) = items[0].element, case .list(let kind) = holes[0].type {
            writer.call(
                "out.list",
                [
                    key, "\(isOmitted ? "ifPresent: " : "")\(subject.read(holes[0]))",
                    "at: \((holes[0].isReported ? holes[0].name : holes[0].says.first ?? holes[0].name).quoted)",
                    "Self.\(renderName(name.text, of: kind))",
                ]
                    + (holes[0].isVerbatim
                        ? ["verbatim: Self.parse\(renderName(name.text, of: kind).dropFirst("render".count))"] : []))
            return
        }
        let body: (inout SwiftWriter) -> Void = { writer in
            writer.block("out.array\(isOmitted ? "IfAny" : "")(\(key))", parameter: "out") { writer in
                for (item, hole) in zip(items, holes) {
                    guard case .list(let name) = hole.type, let kind = vocabulary.kind(name) else { continue }
                    switch item.element {
                    case .shape(let shape):
                        writer.call(
                            "out.each",
                            [subject.read(hole), "at: \(hole.name.quoted)", "Self.\(renderName(shape.text, of: name))"])
                    case .object(let object):
                        let head = "out.each(\(subject.read(hole)), at: \(hole.name.quoted))"
                        writer.block(head, parameters: [kind.variable, "out"]) { writer in
                            whole(object, Subject(kind: kind, value: kind.variable), &writer)
                        }
                    }
                }
            }
        }
        body(&writer)
    }

    /// The argument that writes a plain hole.
    private func value(_ alternative: Alternative, _ hole: Vocabulary.Hole, _ subject: Subject) -> String {
        let read = allowed(alternative, hole, subject)
        switch alternative.absence {
        case .omitted:
            if hole.type == .bool, !hole.isOptional { return "ifPresent: \(read) ? true : nil" }
            return hole.isOptional || hole.type.isMany ? "ifPresent: \(read)" : read
        case .null: return hole.isOptional ? "orNull: \(read)" : read
        case .fallback(let literal): return hole.isOptional ? "\(read) ?? \(literal.swift)" : read
        case .required:
            guard hole.isOptional else { return read }
            if subject.present.contains(hole.name) { return "ifPresent: \(read)" }
            return hole.type.zero.map { "\(read) ?? \($0)" } ?? "ifPresent: \(read)"
        }
    }

    private func allowed(_ alternative: Alternative, _ hole: Vocabulary.Hole, _ subject: Subject) -> String {
        guard !alternative.allowed.isEmpty else { return subject.read(hole) }
        let words = alternative.allowed.map(\.text.quoted).joined(separator: ", ")
        return "out.allowed(\(subject.read(hole)), \(hole.name.quoted), in: [\(words)])"
    }

    /// An expression for whether any hole of an object has a value; `nil` when one always has.
    private func anyValue(_ object: ObjectSyntax, _ subject: Subject) -> String? {
        var tests: [String] = []
        for name in holes(of: object, in: subject.kind).sorted(by: order(in: subject.kind)) {
            guard let hole = subject.kind.hole(name) else { continue }
            guard hole.isOptional || hole.type.isMany || hole.type == .bool else { return nil }
            let isPiece = subject.kind.isEvent && (hole.part != nil || hole.isContent)
            let test = isPiece ? "!\(subject.value).pieces.isEmpty" : hasValue(hole, subject)
            if !tests.contains(test) { tests.append(test) }
        }
        return tests.isEmpty ? nil : tests.joined(separator: " || ")
    }

    private func order(in kind: Vocabulary.Kind) -> (String, String) -> Bool {
        let place = Dictionary(kind.holes.enumerated().map { ($1.name, $0) }) { first, _ in first }
        return { place[$0] ?? 0 < place[$1] ?? 0 }
    }

    func renderName(_ shape: String, of kind: String) -> String {
        (dialect.shape(shape, of: kind) ?? dialect.shape(kind, of: kind))?.renderName
            ?? "render\(shape.capitalizedFirst)"
    }
}
