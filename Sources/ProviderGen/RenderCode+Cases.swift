import ProviderIDL

/// Cases and tables.
extension RenderCode {
    /// The shape's own function: which function writes which case.
    func cases(_ cases: [Case], of shape: ShapeModel, _ subject: Subject, _ writer: inout SwiftWriter) {
        if subject.kind.isEvent {
            events(cases, subject, &writer)
            return
        }
        let isRoles = subject.kind.form == .roles
        writer.line(isRoles ? "switch \(subject.value).role {" : "switch \(subject.value) {")
        for name in cases.written {
            let inner = self.subject(of: name, in: subject)
            let call = "Self.\(shape.renderName)\(name.capitalizedFirst)(\(inner.value), into: &out)"
            let isOwn = subject.kind.case(name)?.isOwn == true
            writer.label(
                [isRoles ? ".\(name)" : ".\(name)(let \(inner.value))"],
                where: isOwn ? ["out.isOwn(\(subject.value))"] : []
            ) { $0.line(call) }
        }
        if isRoles, cases.contains(where: { $0.otherwise != nil }) {
            writer.line("default: out.drop(\(subject.value))")
        } else if !subject.kind.silent.isEmpty {
            writer.label(subject.kind.silent.map { ".\($0)" }, statement: "break")
        }
        if !isRoles {
            if cases.contains(where: { $0.otherwise?.text == "opaque" }) {
                writer.label([".opaque(let opaque)"], where: ["out.isOwn(\(subject.value))"]) {
                    $0.line("out.raw(opaque.json)")
                }
            }
            writer.line("default: out.drop(\(subject.value))")
        }
        writer.line("}")
    }

    /// What a case writes: what it carries, or of roles the value itself.
    private func subject(of name: String, in subject: Subject) -> Subject {
        guard let payload = subject.kind.case(name)?.payload.flatMap(vocabulary.kind), subject.kind.form != .roles
        else { return subject }
        return Subject(kind: payload, value: payload.variable)
    }

    /// The function of each case: the first of its forms that fits is written.
    func functions(of cases: [Case], in shape: ShapeModel, _ subject: Subject) -> [GeneratedFunction] {
        cases.written.map { name in
            let inner = self.subject(of: name, in: subject)
            var function = function(
                "\(shape.renderName)\(name.capitalizedFirst)", of: inner,
                "Writes the case `\(name)` of \(shape.phrase).")
            var forms: [(guards: [String], item: Case, subject: Subject)] = []
            for item in cases where item.name.text == name && item.isWritten {
                var form = (guards: item.condition.map { self.guards($0, inner) } ?? [], item: item, subject: inner)
                if subject.kind.form == .choice, let object = item.object {
                    require(object, &form.subject, &form.guards)
                }
                // The only guard of a form before it does not hold.
                form.subject.failed = Set(forms.filter { $0.guards.count == 1 }.map { $0.guards[0] })
                forms.append(form)
                if form.guards.isEmpty { break }
            }
            let rest = "out.drop(\(subject.kind.type).\(name)(\(inner.value)))"
            function.write { writer in
                if forms.count == 1, !forms[0].guards.isEmpty {
                    writer.guarding(forms[0].guards, else: rest)
                    self.item(forms[0].item, forms[0].subject, &writer)
                } else {
                    writer.choice(
                        forms.map { form in (form.guards, { self.item(form.item, form.subject, &$0) }) }, else: rest)
                }
            }
            return function
        }
    }

    /// What must have a value for an object to be written.
    private func require(_ object: ObjectSyntax, _ subject: inout Subject, _ guards: inout [String]) {
        let required = object.requiredHoles(of: subject.kind)
        guards += required.map { hasValue($0, subject) }
        for choice in object.requiredChoices(of: subject.kind) {
            let ways = choice.map { holes in holes.map { hasValue($0, subject) }.joined(separator: " && ") }
            guards.append("(\(ways.joined(separator: " || ")))")
        }
        var seen: Set<String> = []
        guards = guards.filter { seen.insert($0).inserted }
        subject.present = Set(required.map(\.name))
    }

    /// One form of a case.
    private func item(_ item: Case, _ subject: Subject, _ writer: inout SwiftWriter) {
        guard let object = item.object else { return }
        guard let each = item.each, let hole = subject.kind.hole(each.text), case .list(let name) = hole.type,
            let element = vocabulary.kind(name)
        else {
            whole(object, subject, &writer)
            if item.direction == .writeOnly {
                let reason = "a \(item.name.text) is sent as something near"
                writer.call("out.approximate", [reason.quoted])
            }
            return
        }
        if let part = hole.part {
            writer.line("let \(subject.value) = out.flatten(\(subject.value), into: [.\(part)])")
        }
        let head = "out.each(\(subject.read(hole)), at: \(hole.name.quoted))"
        writer.block(head, parameters: [element.variable, "out"]) { writer in
            whole(object, Subject(kind: element, value: element.variable), &writer)
        }
        for hole in subject.kind.holes where hole.isReported {
            writer.call("out.drop", [hole.name.quoted, "if: \(hasValue(hole, subject))"])
        }
        if subject.kind.isOpen { writer.line("out.drop(\(subject.value).extra)") }
    }

    /// Kinds of event: the first whose required holes have values is written. What they have in common stands after
    /// what they differ in.
    private func events(_ cases: [Case], _ subject: Subject, _ writer: inout SwiftWriter) {
        let objects = cases.filter(\.isWritten).compactMap(\.object)
        let common = (objects.first?.fields ?? []).filter { field in
            objects.count > 1 && objects.allSatisfy { $0.fields.contains { $0.span == field.span } }
        }
        guard !common.isEmpty else {
            choice(of: cases, subject, &writer) { self.whole($0, $1, &$2, dropping: false) }
            return
        }
        let keys = Set(common.map(\.key.text))
        writer.block("out.object", parameter: "out") { writer in
            choice(of: cases, subject, &writer) { self.fields($0.without(keys), $1, &$2) }
            self.fields(objects[0].only(keys), subject, &writer)
        }
    }

    private func choice(
        of cases: [Case], _ subject: Subject, _ writer: inout SwiftWriter,
        _ body: (ObjectSyntax, Subject, inout SwiftWriter) -> Void
    ) {
        var isFirst = true
        for item in cases where item.isWritten {
            guard let object = item.object else { continue }
            let required = required(object, of: subject.kind)
            var inner = subject
            inner.present = Set(required.map(\.name))
            let tests =
                required.map { "\(subject.read($0)) != nil" } + (item.condition.map { guards($0, subject) } ?? [])
            let test = tests.joined(separator: ", ")
            let head = test.isEmpty ? "} else {" : "\(isFirst ? "if" : "} else if") \(test) {"
            writer.line(isFirst && test.isEmpty ? "do {" : head)
            isFirst = false
            writer.indented { body(object, inner, &$0) }
            if test.isEmpty { break }
        }
        if !isFirst { writer.line("}") }
    }

    /// The holes that must have a value, those of shapes that are taken in included.
    private func required(_ object: ObjectSyntax, of kind: Vocabulary.Kind) -> [Vocabulary.Hole] {
        object.requiredHoles(of: kind)
            + object.fields.flatMap { field -> [Vocabulary.Hole] in
                guard field.written.count == 1, let name = field.written[0].hole, kind.hole(name.text) == nil,
                    case .shape(let body)? = dialect.shape(name.text, of: kind.name)?.body,
                    case .object(let inner) = body.body
                else { return [] }
                return inner.requiredHoles(of: kind)
            }
    }

    func table(_ rows: [TableRow], of shape: ShapeModel, _ subject: Subject, _ writer: inout SwiftWriter) {
        let written = rows.filter { $0.direction != .readOnly }
        if subject.kind.form == .named {
            named(rows, of: shape, subject, &writer)
            return
        }
        let rest = written.first { $0.name.text == "else" }
        guard written.contains(where: { $0.name.text != "else" }) else {
            if let rest { row(rest, subject, &writer) } else { writer.line("out.drop(\(subject.value))") }
            return
        }
        let hasReason = subject.kind.reasonType != nil
        writer.line("switch \(subject.value)\(hasReason ? ".reason" : "") {")
        for row in written where row.name.text != "else" {
            let payload = subject.kind.case(row.name.text)?.payload.flatMap(vocabulary.kind)
            var inner = payload.map { Subject(kind: $0, value: $0.variable) } ?? subject
            inner.prefix = "\(subject.kind.holeName)."
            let text = writer.scratch { writer in
                self.row(row, inner, &writer)
                guard row.direction == .writeOnly, !hasReason, let word = row.value.word else { return }
                let reason = "\(row.name.text) is sent as \(word)"
                writer.call("out.lose", [subject.kind.holeName.quoted, ".approximated", reason.quoted])
            }
            let guards = row.condition.map { self.guards($0, inner) } ?? []
            let isUsed = payload != nil && (guards + [text]).contains { $0.contains("\(inner.value).") }
            writer.label([".\(row.name.text)\(isUsed ? "(let \(inner.value))" : "")"], where: guards, text)
        }
        let always = Set(written.filter { $0.condition == nil }.map(\.name.text))
        if rest == nil, !subject.kind.cases.allSatisfy({ always.contains($0.name) }) { writer.line("default: break") }
        if case .literal(let literal, _)? = rest?.value {
            writer.line("default:")
            writer.indented { writer in
                writer.line("out.value(\(literal.swift))")
                let word = "\\(\(subject.value)\(hasReason ? ".reason" : ""))"
                let name = "\(subject.kind.name)\(hasReason ? "Reason" : "")"
                writer.call("out.lose", [name.quoted, ".approximated", "\"\(word) is sent as \(literal.written)\""])
            }
        } else if let rest {
            writer.line("default:")
            writer.indented { row(rest, subject, &$0) }
        }
        writer.line("}")
    }

    /// Rows of a kind that is open: those for capabilities are written for models that have them, and what has no row
    /// is written only where it is this wire's own.
    private func named(
        _ rows: [TableRow], of shape: ShapeModel, _ subject: Subject, _ writer: inout SwiftWriter
    ) {
        let value = subject.value, written = rows.filter { $0.direction != .readOnly }
        guard !written.isEmpty else {
            writer.line("out.other(\(value))")
            return
        }
        writer.line("switch \(value).name {")
        for row in written {
            let name = row.name.text
            var guards = Vocabulary.capabilities.contains(name) ? ["out.can(\(name.quoted))"] : []
            guards += row.condition.map { self.guards($0, subject) } ?? []
            writer.label([name.quoted], where: guards) {
                $0.line("Self.\(shape.renderName)\(rows.functionName(of: row))(\(value), into: &out)")
            }
        }
        var known = written.map(\.name.text.quoted)
        known[0] = "known: \(known[0])"
        writer.line("default:")
        writer.indented { $0.call("out.other", [value] + known) }
        writer.line("}")
    }

    /// The function of each row of a kind that is open.
    func functions(of rows: [TableRow], in shape: ShapeModel, _ subject: Subject) -> [GeneratedFunction] {
        rows.filter { $0.direction != .readOnly }.map { row in
            let name = row.name.text
            var function = function(
                "\(shape.renderName)\(rows.functionName(of: row))", of: subject,
                "Writes the row `\(name)` of \(shape.phrase).")
            function.write { writer in
                self.row(row, subject, &writer)
                var written: [String] = []
                var isOpen = false
                if case .object(let object) = row.value {
                    let holes = self.holes(of: object, in: subject.kind)
                    let settings = subject.kind.holes.filter { $0.isReported }.map(\.name)
                    written = settings.filter { holes.union(elsewhere(name)).contains($0) }.map(\.quoted)
                    isOpen = object.isOpen
                }
                if !written.isEmpty { written[0] = "except: \(written[0])" }
                writer.call("out.dropSettings", ["of: \(subject.value)"] + written)
                if !isOpen { writer.line("out.drop(\(subject.value).extra)") }
            }
            return function
        }
    }

    /// The settings of a tool that the request itself has a place for.
    private func elsewhere(_ tool: String) -> Set<String> {
        guard case .shape(let shape)? = dialect.shapes.first(where: { $0.role == .request })?.body,
            case .object(let request) = shape.body, let kind = vocabulary.kind("request")
        else { return [] }
        let written = holes(of: request, in: kind)
        var settings: Set<String> = []
        if tool == "codeExecution", written.contains("container") { settings.insert("container") }
        if tool == "mcp", written.contains("mcpServers") {
            settings.formUnion(["label", "url", "token", "allowedTools"])
        }
        return settings
    }

    private func row(_ row: TableRow, _ subject: Subject, _ writer: inout SwiftWriter) {
        switch row.value {
        case .literal(let literal, _): writer.line("out.value(\(literal.swift))")
        case .object(let object): whole(object, subject, &writer, dropping: subject.kind.form == .record)
        case .hole, .each, .single: break
        }
    }

    func guards(_ condition: Condition, _ subject: Subject) -> [String] {
        condition.tests.map { test in
            let expression =
                switch test.kind {
                case .streaming: "out.isStreaming"
                case .answering: "out.isAnswer"
                case .can(let name): "out.can(\(name.text.quoted))"
                case .has(let name): subject.kind.hole(name.text).map { hasValue($0, subject) } ?? "true"
                case .matches(let name, let word):
                    subject.kind.hole(name.text).map { hole in
                        let read = subject.read(hole)
                        if case .kind(let name) = hole.type, let kind = vocabulary.kind(name) {
                            return "\(read) == \(kind.type).\(word.text)"
                        }
                        let text = hole.type != .effort ? read : "\(read)\(hole.isOptional ? "?" : "").rawValue"
                        return "\(text) == \(word.text.quoted)"
                    } ?? "true"
                }
            return test.isDenied ? negated(expression) : expression
        }
    }
}

extension Case {
    /// Whether it is written, and not the one for all others.
    var isWritten: Bool { direction != .readOnly && otherwise == nil && object != nil }
}

extension [TableRow] {
    /// The name of the function for a row, after that of the table: the row's, and for further rows of that name a word of
    /// their own.
    func functionName(of row: TableRow) -> String {
        let name = row.name.text.capitalizedFirst
        guard first(where: { $0.name.text == row.name.text })?.span != row.span, case .object(let object) = row.value
        else { return name }
        return name + (object.strictLiterals.first?.value ?? "").camelCased.capitalizedFirst
    }
}

extension [Case] {
    /// The names of the cases that are written.
    fileprivate var written: [String] {
        var names: [String] = []
        for item in self where item.isWritten && !names.contains(item.name.text) { names.append(item.name.text) }
        return names
    }
}

extension SwiftWriter {
    /// Writes a guard that leaves the function.
    fileprivate mutating func guarding(_ conditions: [String], else rest: String) {
        let conditions = conditions.map { $0.hasPrefix("(") ? String($0.dropFirst().dropLast()) : $0 }
        let head = "guard \(conditions.joined(separator: ", ")) else"
        if fits("\(head) { return \(rest) }") {
            line("\(head) { return \(rest) }")
        } else {
            block(head) { $0.line("return \(rest)") }
        }
    }

    /// Writes the first of several ways whose conditions hold; one without conditions always does.
    fileprivate mutating func choice(
        _ ways: [(conditions: [String], body: (inout SwiftWriter) -> Void)], else rest: String
    ) {
        guard let first = ways.first, !first.conditions.isEmpty else {
            ways.first?.body(&self)
            return
        }
        var others = Array(ways.dropFirst())
        if others.last?.conditions.isEmpty != true { others.append(([], { $0.line(rest) })) }
        block(
            "if \(first.conditions.joined(separator: " && "))",
            others: others.map { way in
                (way.conditions.isEmpty ? "else" : "else if \(way.conditions.joined(separator: " && "))", way.body)
            }, first.body)
    }
}

extension Term {
    /// The word that is written, alone or as the first literal of an object.
    fileprivate var word: String? {
        switch self {
        case .literal(let literal, _): literal.written
        case .object(let object): object.strictLiterals.first?.value
        case .hole, .each, .single: nil
        }
    }
}
