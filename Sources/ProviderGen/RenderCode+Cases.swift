import ProviderIDL

/// Cases and tables.
extension RenderCode {
    func cases(_ cases: [Case], _ subject: Subject, _ writer: inout SwiftWriter) {
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
            if !isRoles {
                let required = object.requiredHoles(of: payload)
                guards += required.map { "\(inner.read($0)) != nil" }
                for choice in object.requiredChoices(of: payload) {
                    let ways = choice.map { holes in holes.map { "\(inner.read($0)) != nil" }.joined(separator: " && ")
                    }
                    guards.append("(\(ways.joined(separator: " || ")))")
                }
                inner.present = Set(required.map(\.name))
                if ["reasoning", "serverToolCall", "serverToolResult"].contains(item.name.text) {
                    guards.append("out.isOwn(\(subject.value))")
                }
            }
            var seen: Set<String> = []
            guards = guards.filter { seen.insert($0).inserted }
            let text = writer.scratch { self.item(item, object, inner, &$0) }
            let isUsed = isRoles || (guards + [text]).contains { $0.contains("\(inner.value).") }
            let pattern = isRoles ? ".\(item.name.text)" : ".\(item.name.text)\(isUsed ? "(let \(inner.value))" : "")"
            writer.label([pattern], where: guards, text)
        }
        if subject.kind.name == "turn" { writer.line("case .system, .tool: break") }
        if !isRoles {
            if subject.kind.name == "part", cases.contains(where: { $0.otherwise?.text == "opaque" }) {
                writer.label([".opaque(let opaque)"], where: ["out.isOwn(\(subject.value))"]) {
                    $0.line("out.raw(opaque.json)")
                }
            }
            writer.line("default: out.drop(\(subject.value))")
        }
        writer.line("}")
    }

    /// What stands under the label of one case.
    private func item(_ item: Case, _ object: ObjectSyntax, _ subject: Subject, _ writer: inout SwiftWriter) {
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

    /// Kinds of event: the first whose required holes have values is written.
    private func events(_ cases: [Case], _ subject: Subject, _ writer: inout SwiftWriter) {
        var isFirst = true
        for item in cases where item.direction != .readOnly && item.otherwise == nil {
            guard let object = item.object else { continue }
            let required = object.requiredHoles(of: subject.kind)
            var inner = subject
            inner.present = Set(required.map(\.name))
            let test = required.map { "\(subject.read($0)) != nil" }.joined(separator: ", ")
            let head = test.isEmpty ? "} else {" : "\(isFirst ? "if" : "} else if") \(test) {"
            writer.line(isFirst && test.isEmpty ? "do {" : head)
            isFirst = false
            writer.indented { self.whole(object, inner, &$0, dropping: false) }
            if test.isEmpty { break }
        }
        if !isFirst { writer.line("}") }
    }

    func table(_ rows: [TableRow], _ subject: Subject, _ writer: inout SwiftWriter) {
        let written = rows.filter { $0.direction != .readOnly }
        if subject.kind.form == .named {
            named(written, subject, &writer)
            return
        }
        let rest = written.first { $0.name.text == "else" }
        guard written.contains(where: { $0.name.text != "else" }) else {
            if let rest { row(rest, subject, &writer) } else { writer.line("out.drop(\(subject.value))") }
            return
        }
        writer.line("switch \(subject.value)\(subject.kind.name == "stop" ? ".reason" : "") {")
        for row in written where row.name.text != "else" {
            let payload = subject.kind.case(row.name.text)?.payload.flatMap(vocabulary.kind)
            let inner = payload.map { Subject(kind: $0, value: $0.variable) } ?? subject
            let text = writer.scratch { writer in
                self.row(row, inner, &writer)
                guard row.direction == .writeOnly, subject.kind.name != "stop",
                    case .literal(let literal, _) = row.value
                else { return }
                let reason = "\(row.name.text) is sent as \(literal.written)"
                writer.call("out.lose", [subject.kind.holeName.quoted, ".approximated", reason.quoted])
            }
            let isUsed = payload != nil && text.contains("\(inner.value).")
            let pattern = ".\(row.name.text)\(isUsed ? "(let \(inner.value))" : "")"
            writer.label([pattern], where: row.condition.map { guards($0, subject) } ?? [], text)
        }
        if case .literal(let literal, _)? = rest?.value {
            writer.line("default:")
            writer.indented { writer in
                writer.line("out.value(\(literal.swift))")
                let word = "\\(\(subject.value)\(subject.kind.name == "stop" ? ".reason" : ""))"
                writer.call(
                    "out.lose", ["stopReason".quoted, ".approximated", "\"\(word) is sent as \(literal.written)\""])
            }
        } else if let rest {
            writer.line("default:")
            writer.indented { row(rest, subject, &$0) }
        }
        writer.line("}")
    }

    /// Rows of a kind that is open: those for capabilities are written for models that have them, and what has no row
    /// is written only where it is this wire's own.
    private func named(_ rows: [TableRow], _ subject: Subject, _ writer: inout SwiftWriter) {
        let value = subject.value
        guard !rows.isEmpty else {
            writer.line("out.other(\(value))")
            return
        }
        writer.line("switch \(value).name {")
        for row in rows {
            let name = row.name.text
            var guards = Vocabulary.capabilities.contains(name) ? ["out.can(\(name.quoted))"] : []
            if let condition = row.condition { guards += self.guards(condition, subject) }
            writer.label([name.quoted], where: guards) { writer in
                self.row(row, subject, &writer)
                var written: [String] = []
                var isOpen = false
                if case .object(let object) = row.value {
                    let holes = self.holes(of: object, in: subject.kind)
                    written = subject.kind.holes.filter { $0.isReported && holes.contains($0.name) }.map(\.name.quoted)
                    isOpen = object.isOpen
                }
                if let first = written.first { written[0] = "except: \(first)" }
                writer.call("out.dropSettings", ["of: \(value)"] + written)
                if !isOpen { writer.line("out.drop(\(value).extra)") }
            }
        }
        let known = rows.map(\.name.text.quoted).joined(separator: ", ")
        writer.line("default:")
        writer.indented { $0.call("out.other", [value, "known: [\(known)]"]) }
        writer.line("}")
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
