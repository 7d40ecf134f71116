import ProviderIDL

/// The code of one shape's render direction.
struct RenderCode {
    let vocabulary = Vocabulary.standard
    let dialect: Dialect

    /// Where a value comes from: its kind, the Swift expression for it, and what was made sure of.
    struct Subject {
        var kind: Vocabulary.Kind
        var value: String
        var present: Set<String> = []

        /// The expression for what is written as parts, where calls have a place of their own.
        var content: String?

        func read(_ hole: Vocabulary.Hole) -> String { "\(source(of: hole)).\(hole.property)" }

        func source(of hole: Vocabulary.Hole) -> String {
            ["text", "parts"].contains(hole.name) ? content ?? value : value
        }
    }

    /// `renderMessage(_ message: Message, into out: inout Renderer)`
    func signature(_ shape: ShapeModel) -> String {
        let kind = vocabulary.kinds[shape.kind]
        return "static func \(shape.renderName)(_ \(kind?.variable ?? "value"): \(kind?.type ?? ""), into out: inout Renderer)"
    }

    func write(_ shape: ShapeModel, to writer: inout SwiftWriter) {
        guard let kind = vocabulary.kinds[shape.kind] else { return }
        let subject = Subject(kind: kind, value: kind.variable)
        writer.block("public \(signature(shape))") { writer in
            switch shape.body {
            case .table(let rows): table(rows, subject, &writer)
            case .shape(let body):
                switch body.body {
                case .object(let object):
                    if shape.role == .request {
                        writer.line("let \(subject.value) = Self.restricted(\(subject.value), &out)")
                    }
                    whole(object, subject, &writer)
                case .cases(let cases): self.cases(cases, subject, &writer)
                }
            }
        }
    }

    /// An object and the losses of what it has no place for.
    private func whole(_ object: ObjectSyntax, _ subject: Subject, _ writer: inout SwiftWriter, dropping: Bool = true) {
        var subject = subject
        if dropping { flatten(object, &subject, &writer) }
        let extra = object.isOpen ? "(extra: \(subject.value).extra)" : ""
        writer.block("out.object\(extra)", parameter: "out") { writer in
            for field in object.fields { self.field(field, subject, &writer, isOnly: isOnly(field, in: object)) }
        }
        if dropping {
            drops(object, subject, &writer)
            guarded(object, subject, &writer)
        }
    }

    /// Whether no other field writes the same hole.
    private func isOnly(_ field: Field, in object: ObjectSyntax) -> Bool {
        guard let hole = field.written.first?.hole?.text else { return true }
        return object.fields.count { $0.written.first?.hole?.text == hole } < 2
    }

    /// What is lost where several guarded fields share a hole and no guard holds.
    private func guarded(_ object: ObjectSyntax, _ subject: Subject, _ writer: inout SwiftWriter) {
        var done: Set<String> = []
        for field in object.fields where !isOnly(field, in: object) {
            guard let name = field.written.first?.hole?.text, let hole = subject.kind.hole(name),
                done.insert(name).inserted
            else { continue }
            let conditions = object.fields.filter { $0.written.first?.hole?.text == name }.map(\.value.condition)
            let known = conditions.compactMap { $0 }.map { guards($0, subject).joined(separator: " && ") }
            let isComplete = known.count < conditions.count || known.contains { known.contains("!\($0)") }
            if !isComplete {
                let tests = [hasValue(hole, subject)] + known.map { "!\($0)" }
                writer.line("out.drop(\(name.quoted), if: \(tests.joined(separator: " && ")))")
            }
        }
    }

    /// Where parts have places of their own: what is left of them, and what is lost.
    private func flatten(_ object: ObjectSyntax, _ subject: inout Subject, _ writer: inout SwiftWriter) {
        guard subject.kind.hole("parts") != nil else { return }
        let value = subject.value
        let kinds = order(of: object, in: subject.kind)
        let list = kinds.map { ".\($0)" }.joined(separator: ", ")
        if subject.kind.name == "chunk" {
            if kinds.isEmpty { return }
            let hasParts = holes(of: object, in: subject.kind).contains("parts") ? ", hasParts: true" : ""
            writer.line("let \(value) = out.flatten(\(value), into: [\(list)]\(hasParts))")
        } else if !holes(of: object, in: subject.kind).contains("parts") {
            if !kinds.isEmpty { writer.line("let \(value) = out.flatten(\(value), into: [\(list)])") }
        } else if let calls = kinds.filter({ $0 != "text" }).nonEmpty {
            let list = calls.map { ".\($0)" }.joined(separator: ", ")
            writer.line("let content = out.content(of: \(value), before: [\(list)])")
            subject.content = "content"
        }
    }

    private func drops(_ object: ObjectSyntax, _ subject: Subject, _ writer: inout SwiftWriter) {
        var written = holes(of: object, in: subject.kind)
        if subject.kind.name == "media" {
            if !written.isDisjoint(with: ["mediaType", "format"]) { written.insert("looseType") }
            if written.isDisjoint(with: ["looseType", "dataURL", "location"]) {
                written.insert("looseType")
                writer.line("out.drop(\"mediaType\", if: \(subject.value).mediaType != nil)")
            }
        }
        for hole in subject.kind.holes where hole.isReported && !written.contains(hole.name) {
            let name = hole.name == "looseType" ? "mediaType" : hole.name
            writer.line("out.drop(\(name.quoted), if: \(hasValue(hole, subject)))")
        }
        if subject.kind.isOpen, !object.isOpen { writer.line("out.drop(\(subject.value).extra)") }
    }

    /// The kinds of part a flat object has places for, in their order.
    private func order(of object: ObjectSyntax, in kind: Vocabulary.Kind) -> [String] {
        var kinds: [String] = []
        for field in object.fields {
            for alternative in field.written {
                guard let name = alternative.hole, let part = kind.hole(name.text)?.part else { continue }
                if !kinds.contains(part) { kinds.append(part) }
            }
        }
        return kinds
    }

    /// All holes an object writes, those of shapes it takes in included.
    func holes(of object: ObjectSyntax, in kind: Vocabulary.Kind) -> Set<String> {
        var holes: Set<String> = []
        for field in object.fields {
            for alternative in field.written {
                switch alternative.term {
                case .literal: break
                case .object(let inner), .single(let inner, _): holes.formUnion(self.holes(of: inner, in: kind))
                case .each(let items, _): holes.formUnion(items.map(\.hole.text))
                case .hole(let name, _, _):
                    if kind.hole(name.text) != nil {
                        holes.insert(name.text)
                    } else if case .shape(let body)? = dialect.shape(name.text, of: kind.name)?.body,
                        case .object(let inner) = body.body
                    {
                        holes.formUnion(self.holes(of: inner, in: kind))
                    }
                }
            }
        }
        return holes
    }

    /// An expression for whether a hole has a value.
    private func hasValue(_ hole: Vocabulary.Hole, _ subject: Subject) -> String {
        let read = subject.read(hole)
        if hole.isOptional { return "\(read) != nil" }
        return hole.type == .bool ? read : "!\(read).isEmpty"
    }
}

/// Cases and tables.
extension RenderCode {
    private func cases(_ cases: [Case], _ subject: Subject, _ writer: inout SwiftWriter) {
        if subject.kind.form == .record {
            events(cases, subject, &writer)
            return
        }
        let isRoles = subject.kind.form == .roles
        writer.line(isRoles ? "switch \(subject.value).role {" : "switch \(subject.value) {")
        for item in cases where item.direction != .readOnly && item.otherwise == nil {
            guard let object = item.object else { continue }
            let payload = subject.kind.case(item.name.text)?.payload.flatMap(vocabulary.kind) ?? subject.kind
            var inner = isRoles ? subject : Subject(kind: payload, value: payload.variable)
            var guards = item.condition.map { self.guards($0, inner) } ?? []
            var isOwn = false
            if !isRoles {
                let required = object.requiredHoles(of: payload)
                guards += required.map { "\(inner.read($0)) != nil" } + choices(in: object, inner)
                inner.present = Set(required.map(\.name))
                isOwn = item.name.text == "reasoning"
            }
            if isOwn { guards.append("out.isOwn(\(subject.value))") }
            let pattern = isRoles ? ".\(item.name.text)" : ".\(item.name.text)(let \(inner.value))"
            writer.line("case \(pattern)\(guards.isEmpty ? "" : " where \(guards.joined(separator: " && "))"):")
            writer.indented { writer in
                if let each = item.each, let hole = subject.kind.hole(each.text), case .list(let name) = hole.type,
                    let element = vocabulary.kind(name)
                {
                    if let part = hole.part {
                        writer.line("let \(inner.value) = out.flatten(\(inner.value), into: [.\(part)])")
                    }
                    let head = "out.each(\(inner.read(hole)), at: \(hole.name.quoted))"
                    writer.block(head, parameters: [element.variable, "out"]) { writer in
                        whole(object, Subject(kind: element, value: element.variable), &writer)
                    }
                    for hole in subject.kind.holes where hole.isReported {
                        writer.line("out.drop(\(hole.name.quoted), if: \(hasValue(hole, subject)))")
                    }
                    if subject.kind.isOpen { writer.line("out.drop(\(subject.value).extra)") }
                } else {
                    if subject.kind.name == "turn", holes(of: object, in: subject.kind).contains("flatParts") {
                        writer.line("let \(inner.value) = out.flattened(\(inner.value))")
                    }
                    whole(object, inner, &writer)
                }
            }
        }
        if subject.kind.name == "turn" {
            writer.line("case .system, .tool: break")
        }
        if !isRoles {
            if subject.kind.name == "part", cases.contains(where: { $0.otherwise?.text == "opaque" }) {
                writer.line("case .opaque(let opaque) where out.isOwn(\(subject.value)):")
                writer.indented { $0.line("out.raw(opaque.json)") }
            }
            writer.line("default:")
            writer.indented { $0.line("out.drop(\(subject.value))") }
        }
        writer.line("}")
    }

    /// Kinds of event: the first whose required holes have values is written.
    private func events(_ cases: [Case], _ subject: Subject, _ writer: inout SwiftWriter) {
        var isFirst = true
        var isComplete = false
        for item in cases where item.direction != .readOnly && item.otherwise == nil && !isComplete {
            guard let object = item.object else { continue }
            let required = object.requiredHoles(of: subject.kind)
            var inner = subject
            inner.present = Set(required.map(\.name))
            let test = required.map { "\(subject.read($0)) != nil" }.joined(separator: ", ")
            let head = isFirst ? "if \(test)" : test.isEmpty ? "} else" : "} else if \(test)"
            isComplete = test.isEmpty
            isFirst = false
            writer.line("\(head) {")
            writer.indented { self.whole(object, inner, &$0, dropping: false) }
        }
        if !isFirst { writer.line("}") }
    }

    /// Guards for fields that are written in one of several ways: one of them must be possible.
    private func choices(in object: ObjectSyntax, _ subject: Subject) -> [String] {
        object.fields.compactMap { field in
            guard field.written.count > 1, field.value.condition == nil else { return nil }
            let ways = field.written.compactMap { alternative -> String? in
                guard case .object(let object) = alternative.term, case .required = alternative.absence else { return nil }
                let tests = object.requiredHoles(of: subject.kind).map { "\(subject.read($0)) != nil" }
                return tests.isEmpty ? nil : tests.joined(separator: " && ")
            }
            return ways.count == field.written.count ? "(\(ways.joined(separator: " || ")))" : nil
        }
    }

    private func table(_ rows: [TableRow], _ subject: Subject, _ writer: inout SwiftWriter) {
        writer.line("switch \(subject.value)\(subject.kind.name == "stop" ? ".reason" : "") {")
        let written = rows.filter { $0.direction != .readOnly }
        var covered: Set<String> = []
        for row in written where row.name.text != "else" {
            covered.insert(row.name.text)
            let payload = subject.kind.case(row.name.text)?.payload.flatMap(vocabulary.kind)
            let inner = payload.map { Subject(kind: $0, value: $0.variable) } ?? subject
            let isUsed = if case .object = row.value { true } else { false }
            let pattern = payload == nil || !isUsed ? ".\(row.name.text)" : ".\(row.name.text)(let \(inner.value))"
            writer.line("case \(pattern):")
            writer.indented { writer in
                self.row(row, inner, &writer)
                if row.direction == .writeOnly, subject.kind.name != "stop", case .literal = row.value {
                    let sent = if case .literal(let literal, _) = row.value { literal.written } else { "something near" }
                    writer.call(
                        "out.lose",
                        [
                            subject.kind.name.quoted, ".approximated",
                            "\(row.name.text) is sent as \(sent)".quoted,
                        ])
                }
            }
        }
        if let row = written.first(where: { $0.name.text == "else" }) {
            writer.line("default:")
            writer.indented { writer in
                self.row(row, subject, &writer)
                if case .literal(let literal, _) = row.value {
                    let text = "\\(\(subject.value)\(subject.kind.name == "stop" ? ".reason" : "")) is sent as \(literal.written)"
                    writer.call("out.lose", ["stopReason".quoted, ".approximated", "\"\(text)\""])
                }
            }
        } else if subject.kind.name == "serverTool" {
            writer.line("default:")
            writer.indented { $0.line("out.drop(\(subject.value))") }
        }
        writer.line("}")
    }

    private func row(_ row: TableRow, _ subject: Subject, _ writer: inout SwiftWriter) {
        switch row.value {
        case .literal(let literal, _): writer.line("out.value(\(literal.swift))")
        case .object(let object): whole(object, subject, &writer, dropping: subject.kind.form == .record)
        case .hole, .each, .single: break
        }
    }

    private func guards(_ condition: Condition, _ subject: Subject) -> [String] {
        condition.tests.map { test in
            let not = test.isDenied ? "!" : ""
            switch test.kind {
            case .streaming: return "\(not)out.isStreaming"
            case .can(let name): return "\(not)out.can(\(name.text.quoted))"
            case .has(let name):
                guard let hole = subject.kind.hole(name.text) else { return "true" }
                let test = hasValue(hole, subject)
                return test.hasPrefix("!") ? "\(not.isEmpty ? test : String(test.dropFirst()))" : (not.isEmpty ? test : "!(\(test))")
            case .matches(let name, let word):
                guard let hole = subject.kind.hole(name.text) else { return "true" }
                let read = hole.type == .effort ? "\(subject.read(hole))?.rawValue" : subject.read(hole)
                return "\(read) \(test.isDenied ? "!=" : "==") \(word.text.quoted)"
            }
        }
    }
}

/// Fields.
extension RenderCode {
    private func field(_ field: Field, _ subject: Subject, _ writer: inout SwiftWriter, isOnly: Bool = true) {
        let written = field.written
        guard !written.isEmpty else { return }
        if isOnly, let condition = field.value.condition, written.count == 1, let capabilities = condition.capabilities,
            case .hole(let name, _, _) = written[0].term, let hole = subject.kind.hole(name.text),
            case .omitted = written[0].absence
        {
            let value = allowed(written[0], hole, subject)
            let test = capabilities.map { "out.can(\($0.quoted))" }.joined(separator: " && ")
            let guarded = "out.allowed(\(value), \(hole.name.quoted), if: \(test))"
            writer.call("out.field", [field.key.text.quoted, "ifPresent: \(guarded)"])
            return
        }
        if let condition = field.value.condition {
            writer.block("if \(guards(condition, subject).joined(separator: ", "))") { writer in
                self.alternatives(written, key: field.key.text, subject, &writer)
            }
        } else {
            alternatives(written, key: field.key.text, subject, &writer)
        }
    }

    private func alternatives(
        _ written: [Alternative], key: String, _ subject: Subject, _ writer: inout SwiftWriter
    ) {
        guard written.count > 1 else {
            alternative(written[0], key: key, subject, &writer)
            return
        }
        for (index, alternative) in written.enumerated() {
            let head = index == 0 ? "if" : "} else if"
            var inner = subject
            switch fit(alternative, subject) {
            case .bound(let name, let expression): writer.line("\(head) let \(name) = \(expression) {")
            case .tested(let holes):
                writer.line("\(head) \(holes.map { "\(subject.read($0)) != nil" }.joined(separator: ", ")) {")
                inner.present.formUnion(holes.map(\.name))
            case .always: writer.line("} else {")
            }
            writer.indented { writer in
                if case .bound(let name, _) = fit(alternative, subject) {
                    writer.line("out.field(\(key.quoted), \(name))")
                } else {
                    self.alternative(alternative, key: key, inner, &writer)
                    for hole in lost(in: alternative, of: written, subject) {
                        writer.line("out.drop(\(hole.name.quoted), if: \(hasValue(hole, subject)))")
                    }
                }
            }
        }
        writer.line("}")
    }

    /// What is lost where one way of writing a field has no place for what another has.
    private func lost(
        in alternative: Alternative, of all: [Alternative], _ subject: Subject
    ) -> [Vocabulary.Hole] {
        guard case .object(let object) = alternative.term else { return [] }
        let written = holes(of: object, in: subject.kind)
        let others = all.reduce(into: Set<String>()) { names, other in
            if case .object(let object) = other.term { names.formUnion(holes(of: object, in: subject.kind)) }
        }
        return subject.kind.holes.filter { $0.isReported && others.contains($0.name) && !written.contains($0.name) }
    }

    private enum Fit {
        case bound(name: String, expression: String)
        case tested([Vocabulary.Hole])
        case always
    }

    private func fit(_ alternative: Alternative, _ subject: Subject) -> Fit {
        switch alternative.term {
        case .hole(let name, _, _):
            guard let hole = subject.kind.hole(name.text) else { return .always }
            if let sole = hole.sole { return .bound(name: hole.property, expression: "\(subject.source(of: hole)).\(sole)") }
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
            writer.line("out.field(\(key), \(literal.swift))")
        case .object(let object):
            let body: (inout SwiftWriter) -> Void = { writer in
                writer.block("out.object(\(key))", parameter: "out") { writer in
                    for field in object.fields { self.field(field, subject, &writer) }
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
                    for field in object.fields { self.field(field, subject, &writer) }
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
            writer.call("out.field", [key, value(alternative, hole, subject)])
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
        if case .omitted = alternative.absence, case .shape(let body)? = dialect.shape(name, of: subject.kind.name)?.body,
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
                    key, "\(isOmitted ? "ifPresent: " : "")\(subject.read(holes[0]))", "at: \(holes[0].name.quoted)",
                    "Self.\(renderName(name.text, of: kind))",
                ])
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
            let isPiece = subject.kind.name == "chunk" && (hole.part != nil || ["parts", "flatParts", "citations"].contains(name))
            let test = isPiece ? "!\(subject.value).pieces.isEmpty" : hasValue(hole, subject)
            if !tests.contains(test) { tests.append(test) }
        }
        return tests.isEmpty ? nil : tests.joined(separator: " || ")
    }

    private func order(in kind: Vocabulary.Kind) -> (String, String) -> Bool {
        let place = Dictionary(kind.holes.enumerated().map { ($1.name, $0) }) { first, _ in first }
        return { place[$0] ?? 0 < place[$1] ?? 0 }
    }

    private func renderName(_ shape: String, of kind: String) -> String {
        (dialect.shape(shape, of: kind) ?? dialect.shape(kind, of: kind))?.renderName ?? "render\(shape.capitalizedFirst)"
    }
}
