/// Tables: words of the model and what they are on the wire.
extension Checker {
    mutating func check(
        _ rows: [TableRow], named name: String, kind: Vocabulary.Kind, resolver: inout Resolver
    ) {
        let place = resolver.sources.tables.first { $0.name.text == name }?.name.span ?? Span(path: "", range: 0..<0)
        guard kind.isForTables else {
            for row in rows { if case .object(let object) = row.value { resolver.mention(object) } }
            error(
                place, "table '\(name)' stands for a \(kind.name), which is no word",
                kind.form == .record
                    ? "write a shape: shape \(name) { key: hole, … }"
                    : "write a shape: shape \(name) by KEY { \(kind.cases[0].name) { … } }")
            return
        }
        var known: [TableRow] = []
        for row in rows {
            let isKnown = check(row, kind: kind, resolver: &resolver)
            if isKnown { known.append(row) }
        }
        checkWriting(known)
        checkReading(known, kind: kind)
        let written = Set(known.filter { $0.direction != .readOnly }.map(\.name.text))
        // What a server runs is up to the server: no provider has all its tools.
        let needed = kind.form == .named || written.contains("else") ? [] : kind.cases.map(\.name)
        let missing = needed.filter { !written.contains($0) }
        if !missing.isEmpty, known.count == rows.count {
            error(
                place, "table '\(name)' has no written form for \(quotedList(missing))",
                "add a row for each: \(missing[0]) = \"…\", or one for all: else -> \"…\"")
        }
    }

    /// What one row says of itself; false when its name means nothing.
    private mutating func check(_ row: TableRow, kind: Vocabulary.Kind, resolver: inout Resolver) -> Bool {
        let item = kind.case(row.name.text)
        if row.name.text == "else" {
            if row.direction != .writeOnly {
                error(row.name.span, "'else' is only written: what is read needs a name", "write else -> \"…\"")
            }
        } else if item == nil, kind.form != .named || isMisspelt(row.name, of: kind) {
            unknown(row.name, "case of \(kind.name)", known: kind.cases.map(\.name))
            if case .object(let object) = row.value { resolver.mention(object) }
            return false
        }
        let payload = kind.form == .named ? kind : item?.payload.flatMap(vocabulary.kind)
        if let condition = row.condition { check(condition, kind: payload ?? kind) }
        switch row.value {
        case .literal(let literal, _):
            if case .text = literal.kind {
                if let payload, kind.form != .named, row.direction != .writeOnly {
                    error(
                        literal.span, "'\(row.name.text)' carries a \(payload.name), which a word cannot hold",
                        "write an object with its holes, or '->' to send the word alone")
                }
            } else {
                error(literal.span, "a table's words are texts, got \(literal.written)", "write \"\(literal.written)\"")
            }
        case .object(let object):
            if kind.reasonType != nil {
                error(object.span, "a stop is told by a word, not by an object", "write \(row.name.text) = \"…\"")
                resolver.mention(object)
                return true
            }
            let nothing = Vocabulary.Kind(name: row.name.text, type: "", form: .record, empty: "")
            check(object, kind: payload ?? nothing, resolver: &resolver)
        case .hole, .each, .single:
            error(row.span, "a table row takes a literal or an object", "write \(row.name.text) = \"…\"")
        }
        return true
    }

    /// Whether a name that may be a new one is rather a known one with a wrong letter.
    private func isMisspelt(_ name: Name, of kind: Vocabulary.Kind) -> Bool {
        closest(to: name.text, among: kind.cases.map(\.name))?.first == name.text.first
    }

    private mutating func checkWriting(_ rows: [TableRow]) {
        var written: [String: Name] = [:]
        for row in rows where row.direction != .readOnly {
            if let other = written[row.name.text] {
                error(
                    row.name.span, "'\(row.name.text)' has two written forms",
                    notes: [.init("the other one is here; mark all but one with '<-'", at: other.span)])
            } else if row.condition == nil {
                written[row.name.text] = row.name
            }
        }
    }

    private mutating func checkReading(_ rows: [TableRow], kind: Vocabulary.Kind) {
        var words: [String: Name] = [:]
        var objects: [(name: Name, object: ObjectSyntax)] = []
        for row in rows where row.direction != .writeOnly && row.name.text != "else" {
            switch row.value {
            case .literal(let literal, _):
                if let other = words[literal.written] {
                    error(
                        row.name.span,
                        "'\(other.text)' and '\(row.name.text)' are ambiguous: both are \"\(literal.written)\"",
                        notes: [.init("the other one is here; mark all but one with '->'", at: other.span)])
                } else {
                    words[literal.written] = row.name
                }
            case .object(let object): objects.append((row.name, object))
            case .hole, .each, .single: break
            }
        }
        guard objects.count > 1, ObjectSyntax.discriminator(of: objects.map(\.object)) == nil else { return }
        if kind.form == .named, ObjectSyntax.haveOwnFirstKeys(objects.map(\.object)) { return }
        let key = objects[0].object.fields.first?.key.text ?? "type"
        error(
            objects[1].name.span,
            "'\(objects[0].name.text)' and '\(objects[1].name.text)' are ambiguous: no key tells all objects apart",
            "give each a different text at one key, \(key): \"…\" for instance")
    }
}
