import ProviderIDL

/// Cases and tables.
extension ParseCode {
    /// The shape's own function: which function reads which case.
    func cases(
        _ cases: [Case], of shape: ShapeModel, by keys: [String], _ kind: Vocabulary.Kind, _ writer: inout SwiftWriter
    ) {
        let isRoles = kind.form == .roles
        let otherwise = cases.first { $0.otherwise != nil }?.otherwise?.text
        let forms = forms(of: cases, by: keys)
        func read(_ form: Form, _ writer: inout SwiftWriter) {
            let name = "Self.\(shape.parseName)\(form.name)"
            if kind.isEvent {
                one(form.cases, kind, &writer)
            } else {
                writer.line(isRoles ? "try \(name)(&json, into: &\(kind.variable)s)" : "return try \(name)(&json)")
            }
        }
        guard !keys.isEmpty else {
            if let only = forms.first {
                read(only, &writer)
            } else {
                writer.line("try json.skip()")
                if !isRoles, !kind.isEvent { writer.line("return nil") }
            }
            return
        }
        // The case whose word may be missing.
        let usual = cases.lazy.compactMap { $0.object?.lenientLiteral }.first { keys.contains($0.key) }?.value
        let ahead = (keys.map { "json.lookAheadString(\($0.quoted))" } + [usual?.quoted].compactMap { $0 })
            .joined(separator: " ?? ")
        writer.line("switch \(ahead) {")
        // Cases that are read alike share a label.
        var labels: [(patterns: [String], text: String)] = []
        for form in forms {
            var seen: Set<String> = []
            let words = form.cases.compactMap { $0.object?.word(keys) }.filter { seen.insert($0).inserted }
            let patterns = words.map(pattern)
            let text = writer.scratch { read(form, &$0) }
            if let place = labels.firstIndex(where: { $0.text == text }) {
                labels[place].patterns += patterns
            } else {
                labels.append((patterns, text))
            }
        }
        for (patterns, text) in labels { writer.label(patterns, text) }
        writer.otherwise { writer in
            if otherwise == "opaque", kind.isEvent {
                writer.line("chunk.rest = try json.value().object?.removing(\(keys[0].quoted))")
            } else if otherwise == "opaque" {
                writer.line("return .opaque(OpaquePart(origin: Self.id, json: try json.text()))")
            } else {
                writer.line("try json.skip()")
                if !isRoles, !kind.isEvent { writer.line("return nil") }
            }
        }
        writer.line("}")
    }

    /// The pattern of a text, or of a text with the value of a hole in it.
    private func pattern(for literal: String) -> String {
        guard let open = literal.firstIndex(of: "{"), let close = literal.lastIndex(of: "}") else {
            return literal.quoted
        }
        let prefix = String(literal[..<open]), suffix = String(literal[literal.index(after: close)...])
        let tests = [("hasPrefix", prefix), ("hasSuffix", suffix)].filter { !$0.1.isEmpty }
        if tests.isEmpty { return "_?" }
        return "let word? where \(tests.map { "word.\($0.0)(\($0.1.quoted))" }.joined(separator: " && "))"
    }

    /// The function of each form of a case.
    func functions(of cases: [Case], in shape: ShapeModel, by keys: [String], _ kind: Vocabulary.Kind)
        -> [GeneratedFunction]
    {
        forms(of: cases, by: keys).map { form in
            let head = "static func \(shape.parseName)\(form.name)(_ json: inout JSONReader"
            let name = form.cases[0].name.text
            let word =
                form.isFirst ? "" : form.cases[0].object?.literal(keys).map { " that is called `\($0)`" } ?? ""
            var function = GeneratedFunction(
                doc: "Reads the case `\(name)` of \(shape.phrase)\(word).",
                signature: kind.form == .roles
                    ? "\(head), into \(kind.variable)s: inout [\(kind.type)]) throws(JSONError)"
                    : "\(head)) throws(JSONError) -> \(kind.type)")
            function.write { one(form.cases, kind, &$0) }
            return function
        }
    }

    /// Cases of one name that are read by the same code: they differ in their word alone.
    private struct Form {
        var cases: [Case]
        var isFirst: Bool
        /// The name of the function after that of the shape.
        var name: String
    }

    private func forms(of cases: [Case], by keys: [String]) -> [Form] {
        let readable = cases.filter { $0.direction != .writeOnly && $0.otherwise == nil && $0.object != nil }
        var forms: [Form] = []
        for item in readable {
            let name = item.name.text
            guard !keys.isEmpty else { return [Form(cases: [item], isFirst: true, name: name.capitalizedFirst)] }
            if let place = forms.firstIndex(where: { $0.cases[0].name.text == name && $0.cases[0].isRead(like: item) })
            {
                forms[place].cases.append(item)
                continue
            }
            let isFirst = !forms.contains { $0.cases[0].name.text == name }
            let word = isFirst ? "" : item.object?.literal(keys)?.camelCased.capitalizedFirst ?? ""
            forms.append(Form(cases: [item], isFirst: isFirst, name: name.capitalizedFirst + word))
        }
        return forms
    }

    private func one(_ group: [Case], _ kind: Vocabulary.Kind, _ writer: inout SwiftWriter) {
        let item = group[0]
        let objects = group.compactMap(\.object)
        let path: [String]? = objects.contains(where: \.isOpen) ? [] : nil
        if let each = item.each, let hole = kind.hole(each.text), case .list(let name) = hole.type,
            let element = vocabulary.kind(name)
        {
            variable(element, objects, &writer)
            loop(members(of: objects), Subject(kind: element, value: element.variable), path: path, &writer)
            writer.line("\(kind.variable)s.append(\(element.variable))")
        } else if kind.form == .record {
            loop(members(of: objects), Subject(kind: kind, value: kind.variable), path: path, &writer)
        } else if kind.form == .roles {
            variable(kind, objects, empty: "\(kind.type)(role: .\(item.name.text))", &writer)
            let members = members(of: objects)
            loop(members, Subject(kind: kind, value: kind.variable), path: path, &writer)
            for hole in kind.holes {
                guard let finisher = hole.finisher,
                    members.contains(where: { $0.alternatives.contains { $0.reads(hole.name) } })
                else { continue }
                writer.line("\(kind.variable).\(finisher)()")
            }
            writer.line("\(kind.variable)s.append(\(kind.variable))")
        } else if let payload = kind.case(item.name.text)?.payload.flatMap(vocabulary.kind) {
            let empty = payload.form == .roles ? "\(payload.type)(role: .\(item.name.text))" : nil
            variable(payload, objects, empty: empty, &writer)
            loop(members(of: objects), Subject(kind: payload, value: payload.variable), path: path, &writer)
            writer.line("return .\(item.name.text)(\(payload.variable))")
        }
    }

    func table(_ rows: [TableRow], of shape: ShapeModel, _ kind: Vocabulary.Kind, _ writer: inout SwiftWriter) {
        let readable = rows.filter { $0.direction != .writeOnly }
        var words: [(name: String, literals: [String])] = []
        var objects: [(row: TableRow, object: ObjectSyntax)] = []
        for row in readable {
            switch row.value {
            case .literal(let literal, _):
                if let place = words.firstIndex(where: { $0.name == row.name.text }) {
                    words[place].literals.append(literal.written)
                } else {
                    words.append((row.name.text, [literal.written]))
                }
            case .object(let object): objects.append((row, object))
            case .hole, .each, .single: break
            }
        }
        if let type = kind.reasonType {
            reasons(words, type, kind, &writer)
            return
        }
        if kind.form == .named {
            named(words, rows, of: shape, kind, &writer)
            return
        }
        guard !words.isEmpty else {
            if objects.isEmpty {
                writer.line("try json.skip()")
                writer.line("return nil")
            } else {
                objectRows(objects, kind, &writer)
            }
            return
        }
        func word(_ writer: inout SwiftWriter) {
            writer.line("return switch try json.stringIfAny() {")
            for word in words { writer.label(word.literals.map(\.quoted), statement: "\(kind.type).\(word.name)") }
            writer.line("default: json.unknown()")
            writer.line("}")
        }
        if objects.isEmpty {
            word(&writer)
        } else {
            writer.block("if try json.peek() == .string", word)
            objectRows(objects, kind, &writer)
        }
    }

    /// Rows of a kind that is open: what has no row is kept whole.
    private func named(
        _ words: [(name: String, literals: [String])], _ rows: [TableRow], of shape: ShapeModel,
        _ kind: Vocabulary.Kind, _ writer: inout SwiftWriter
    ) {
        if !words.isEmpty {
            writer.block("if try json.peek() == .string") { writer in
                writer.line("return switch try json.stringIfAny() {")
                for word in words {
                    writer.label(word.literals.map(\.quoted), statement: "\(kind.type)(name: \(word.name.quoted))")
                }
                writer.line("default: nil")
                writer.line("}")
            }
        }
        let groups = groups(of: rows)
        let key = ObjectSyntax.discriminator(of: groups.flatMap(\.self).map(\.object))
        let rest = "try json.\(kind.name)(by: \((key ?? "type").quoted), of: Self.id)"
        guard !groups.isEmpty else {
            writer.line("return \(rest)")
            return
        }
        writer.line("switch json.\(key.map { "lookAheadString(\($0.quoted))" } ?? "lookAheadKey()") {")
        for group in groups {
            let labels = group.map { $0.object.label(by: key).quoted }
            let name = rows.functionName(of: group[0].row)
            writer.label(labels, statement: "return try Self.\(shape.parseName)\(name)(&json)")
        }
        writer.line("default: return \(rest)")
        writer.line("}")
    }

    /// The function of each row of a kind that is open; rows that differ in their word alone share one.
    func functions(of rows: [TableRow], in shape: ShapeModel, _ kind: Vocabulary.Kind) -> [GeneratedFunction] {
        groups(of: rows).map { group in
            let name = group[0].row.name.text
            var function = GeneratedFunction(
                doc: "Reads the row `\(name)` of \(shape.phrase).",
                signature: "static func \(shape.parseName)\(rows.functionName(of: group[0].row))"
                    + "(_ json: inout JSONReader) throws(JSONError) -> \(kind.type)")
            function.write { writer in
                let objects = group.map(\.object)
                variable(kind, objects, empty: "\(kind.type)(name: \(name.quoted))", &writer)
                loop(
                    members(of: objects), Subject(kind: kind, value: kind.variable), path: objects[0].path, &writer)
                writer.line("return \(kind.variable)")
            }
            return function
        }
    }

    private func groups(of rows: [TableRow]) -> [[(row: TableRow, object: ObjectSyntax)]] {
        let readable = rows.compactMap { row -> (row: TableRow, object: ObjectSyntax)? in
            guard row.direction != .writeOnly, case .object(let object) = row.value else { return nil }
            return (row, object)
        }
        let key = ObjectSyntax.discriminator(of: readable.map(\.object))
        var groups: [[(row: TableRow, object: ObjectSyntax)]] = []
        var done: Set<String> = []
        for (row, object) in readable where done.insert(object.label(by: key)).inserted {
            let keys = object.fields.map(\.key.text)
            let group = readable.filter {
                $0.row.name.text == row.name.text && $0.object.fields.map(\.key.text) == keys
            }
            done.formUnion(group.map { $0.object.label(by: key) })
            groups.append(group)
        }
        return groups
    }

    private func reasons(
        _ words: [(name: String, literals: [String])], _ type: String, _ kind: Vocabulary.Kind,
        _ writer: inout SwiftWriter
    ) {
        writer.line("guard let word = try json.stringIfAny() else { return nil }")
        guard !words.isEmpty else {
            writer.line("return \(kind.type)(reason: .other, vendorReason: word)")
            return
        }
        writer.line("let reason: \(type) =")
        writer.indented { writer in
            writer.line("switch word {")
            for word in words {
                writer.label(word.literals.map(\.quoted), statement: ".\(word.name)")
            }
            writer.line("default: .other")
            writer.line("}")
        }
        writer.line("return \(kind.type)(reason: reason, vendorReason: word)")
    }

    private func objectRows(
        _ rows: [(row: TableRow, object: ObjectSyntax)], _ kind: Vocabulary.Kind, _ writer: inout SwiftWriter
    ) {
        func read(_ row: TableRow, _ object: ObjectSyntax, _ writer: inout SwiftWriter) {
            if let payload = kind.case(row.name.text)?.payload.flatMap(vocabulary.kind) {
                variable(payload, [object], &writer)
                loop(
                    members(of: [object]), Subject(kind: payload, value: payload.variable), path: object.path,
                    &writer)
                writer.line("return .\(row.name.text)(\(payload.variable))")
            } else {
                // Nothing of it is read, and what is more than its literals is lost.
                loop(members(of: [object]), Subject(kind: kind, value: kind.variable), path: nil, &writer)
                writer.line("return \(kind.type).\(row.name.text)")
            }
        }
        if rows.count == 1 {
            writer.block("guard try json.peek() == .object else") {
                $0.line("try json.skip()")
                $0.line("return nil")
            }
            read(rows[0].row, rows[0].object, &writer)
            return
        }
        guard let key = ObjectSyntax.discriminator(of: rows.map(\.object)) else { return }
        writer.line("switch json.lookAheadString(\(key.quoted)) {")
        for (row, object) in rows {
            writer.label([(object.literal(key) ?? "").quoted]) { read(row, object, &$0) }
        }
        writer.line("default:")
        writer.indented {
            $0.line("try json.skip()")
            $0.line("return nil")
        }
        writer.line("}")
    }
}

extension ObjectSyntax {
    /// What tells the row apart: its text under a key, or its first key where there is no such.
    fileprivate func label(by key: String?) -> String {
        key.flatMap { literal($0) } ?? fields.first?.key.text ?? ""
    }
}
