import ProviderIDL

/// The code of one shape's parse direction: one pass over the bytes, a switch on keys.
struct ParseCode {
    let vocabulary = Vocabulary.standard
    let dialect: Dialect

    typealias Subject = RenderCode.Subject

    /// What a key may hold: the readable alternatives of every field with that key.
    private struct Member {
        var key: String
        var alternatives: [Alternative]
    }

    /// `parseMessage(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError)`
    func signature(_ shape: ShapeModel) -> String {
        guard let kind = vocabulary.kinds[shape.kind] else { return "" }
        let head = "static func \(shape.parseName)(_ json: inout JSONReader"
        return switch (shape.role, kind.form) {
        case (.request, _), (.failureBody, _): "\(head)) throws(JSONError) -> \(kind.type)"
        case (_, .record): "\(head), into \(kind.variable): inout \(kind.type)) throws(JSONError)"
        case (_, .roles): "\(head), into \(kind.variable)s: inout [\(kind.type)]) throws(JSONError)"
        case (_, .choice), (_, .word): "\(head)) throws(JSONError) -> \(kind.type)?"
        }
    }

    func write(_ shape: ShapeModel, to writer: inout SwiftWriter) {
        guard let kind = vocabulary.kinds[shape.kind] else { return }
        let subject = Subject(kind: kind, value: kind.variable)
        writer.block("public \(signature(shape))") { writer in
            switch shape.body {
            case .table(let rows):
                table(rows, kind, &writer)
            case .shape(let body):
                switch body.body {
                case .object(let object):
                    let isWhole = shape.role == .request || shape.role == .failureBody
                    if isWhole { writer.line("var \(kind.variable) = \(kind.empty)") }
                    let begin = shape.role == .event ? "beginEvent" : "beginObject"
                    loop(members(of: [object]), subject, isOpen: object.isOpen, begin: begin, &writer)
                    if isWhole { writer.line("return \(kind.variable)") }
                case .cases(let cases):
                    self.cases(cases, by: body.discriminator?.text, kind, &writer)
                }
            }
        }
    }

    private func members(of objects: [ObjectSyntax]) -> [Member] {
        var members: [Member] = []
        for field in objects.flatMap(\.fields) {
            let read = field.read
            guard !read.isEmpty else { continue }
            if let place = members.firstIndex(where: { $0.key == field.key.text }) {
                let isLiteral = read.allSatisfy { if case .literal = $0.term { true } else { false } }
                let known = Set(members[place].alternatives.compactMap { $0.hole?.text })
                let new = read.filter { $0.hole.map { !known.contains($0.text) } ?? !isLiteral }
                if members[place].alternatives.allSatisfy({ if case .literal = $0.term { true } else { false } }) {
                    members[place].alternatives = new.isEmpty ? members[place].alternatives : new
                } else {
                    members[place].alternatives += new.filter { $0.hole != nil }
                }
            } else {
                members.append(Member(key: field.key.text, alternatives: read))
            }
        }
        return members
    }

    /// `try json.beginObject()` and the loop over its keys.
    private func loop(
        _ members: [Member], _ subject: Subject, isOpen: Bool, begin: String = "beginObject", _ writer: inout SwiftWriter
    ) {
        writer.line("try json.\(begin)()")
        keys(members, subject, isOpen: isOpen, &writer)
    }

    private func keys(_ members: [Member], _ subject: Subject, isOpen: Bool, _ writer: inout SwiftWriter) {
        var literals: [String] = []
        writer.block("while let key = try json.nextKey()") { writer in
            writer.line("switch key {")
            for member in members {
                let real = member.alternatives.filter { !$0.term.isFixed }
                if real.isEmpty {
                    literals.append(member.key.quoted)
                    continue
                }
                let needsHead = subject.kind.name == "chunk" && ["responseID", "model"].contains(real[0].hole?.text ?? "")
                writer.line("case \(member.key.quoted)\(needsHead ? " where \(subject.value).needsHead" : ""):")
                writer.indented { self.member(real, key: member.key, subject, &$0) }
            }
            if isOpen {
                if !literals.isEmpty {
                    writer.line("case \(literals.joined(separator: ", ")):")
                    writer.indented { $0.line("try json.skip()") }
                }
                writer.line("default:")
                writer.indented { $0.line("try json.keep(key, in: &\(subject.value).extra, of: Self.id)") }
            } else {
                writer.line("default:")
                writer.indented { $0.line("try json.skip()") }
            }
            writer.line("}")
        }
    }

    private func member(_ alternatives: [Alternative], key: String, _ subject: Subject, _ writer: inout SwiftWriter) {
        let objects = alternatives.compactMap { alternative -> ObjectSyntax? in
            if case .object(let object) = alternative.term { object } else { nil }
        }
        if objects.count == alternatives.count {
            writer.block("if try json.beginObjectIfAny()") { self.keys(members(of: objects), subject, isOpen: false, &$0) }
            return
        }
        if alternatives.count == 1 {
            value(alternatives[0], subject, &writer)
            return
        }
        writer.line("switch try json.peek() {")
        var hasDefault = false
        if !objects.isEmpty {
            writer.line("case .object:")
            writer.indented { self.loop(members(of: objects), subject, isOpen: false, &$0) }
        }
        for alternative in alternatives {
            if case .object = alternative.term { continue }
            let kind = jsonKind(alternative, subject)
            if kind == .any { hasDefault = true }
            writer.line(kind == .any ? "default:" : "case .\(kind.rawValue):")
            writer.indented { self.value(alternative, subject, &$0) }
        }
        if !hasDefault {
            writer.line("default:")
            writer.indented { $0.line("try json.skip()") }
        }
        writer.line("}")
    }

    private func jsonKind(_ alternative: Alternative, _ subject: Subject) -> Alternative.JSONKind {
        switch alternative.term {
        case .object: .object
        case .each, .single: .array
        case .literal: .any
        case .hole(let name, _, _): vocabulary.jsonKind(of: name.text, in: subject.kind)
        }
    }

    /// Reads one value into its hole.
    private func value(_ alternative: Alternative, _ subject: Subject, _ writer: inout SwiftWriter) {
        switch alternative.term {
        case .literal: writer.line("try json.skip()")
        case .object(let object):
            writer.block("if try json.beginObjectIfAny()") { keys(members(of: [object]), subject, isOpen: false, &$0) }
        case .single(let object, _): single(object, subject, &writer)
        case .each(let items, _): list(items, subject, &writer)
        case .hole(let name, let shape, _):
            guard let hole = subject.kind.hole(name.text) else {
                let parse = parseName(name.text, of: subject.kind.name)
                writer.line("try json.object(into: &\(subject.value), Self.\(parse))")
                return
            }
            if case .kind(let other) = hole.type, let kind = vocabulary.kind(other) {
                let parse = parseName(shape?.text ?? name.text, of: other)
                if kind.form == .record {
                    writer.call("\(subject.read(hole)) = try json.object", [kind.empty, "Self.\(parse)"])
                } else {
                    writer.line("\(subject.read(hole)) = try Self.\(parse)(&json)")
                }
                return
            }
            var read = "try json.\(hole.type.reader)"
            if hole.type == .effort { read = "(\(read)).map(ReasoningEffort.init(rawValue:))" }
            if !hole.isOptional, hole.type != .json, let zero = hole.type.zero { read += " ?? \(zero)" }
            writer.line("\(subject.read(hole)) = \(read)")
        }
    }

    /// An array of which one element counts: the one with the literals of the shape.
    private func single(_ object: ObjectSyntax, _ subject: Subject, _ writer: inout SwiftWriter) {
        writer.line("guard try json.beginArrayIfAny() else { break }")
        writer.block("while try json.nextElement()") { writer in
            for field in object.fields {
                guard case .literal(let literal, false)? = field.value.alternatives.first?.term,
                    case .number(let digits) = literal.kind
                else { continue }
                writer.block("guard json.lookAheadInt(\(field.key.text.quoted)) ?? \(digits) == \(digits) else") {
                    $0.line("try json.skip()")
                    $0.line("continue")
                }
            }
            writer.line("guard try json.beginObjectIfAny() else { continue }")
            keys(members(of: [object]), subject, isOpen: false, &writer)
        }
    }

    private func list(_ items: [Term.Item], _ subject: Subject, _ writer: inout SwiftWriter) {
        guard items.count > 1 else {
            guard let hole = subject.kind.hole(items[0].hole.text), case .list(let name) = hole.type,
                let kind = vocabulary.kind(name)
            else { return }
            let assign = "\(subject.read(hole)) \(hole.appends ? "+=" : "=")"
            switch items[0].element {
            case .shape(let shape):
                let parse = "Self.\(parseName(shape.text, of: name))"
                switch kind.form {
                case .record: writer.call("\(assign) try json.list", ["of: \(kind.empty)", parse])
                case .roles: writer.call("\(assign) try json.list", ["joining: \(parse)"])
                case .choice, .word: writer.call("\(assign) try json.list", [parse])
                }
            case .object(let object):
                writer.line("guard try json.beginArrayIfAny() else { break }")
                writer.block("while try json.nextElement()") { writer in
                    writer.line("guard try json.beginObjectIfAny() else { continue }")
                    writer.line("var \(kind.variable) = \(kind.empty)")
                    keys(members(of: [object]), Subject(kind: kind, value: kind.variable), isOpen: object.isOpen, &writer)
                    writer.line("\(subject.read(hole)).append(\(kind.variable))")
                }
            }
            return
        }
        writer.line("guard try json.beginArrayIfAny() else { break }")
        writer.block("while try json.nextElement()") { writer in
            for (index, item) in items.enumerated() {
                guard let hole = subject.kind.hole(item.hole.text), case .list(let name) = hole.type,
                    let kind = vocabulary.kind(name), case .shape(let shapeName) = item.element
                else { continue }
                let parse = "Self.\(parseName(shapeName.text, of: name))"
                let append: (inout SwiftWriter) -> Void = { writer in
                    if kind.form == .record {
                        writer.line("if let \(kind.variable) = try json.object(\(kind.empty), \(parse)) {")
                    } else {
                        writer.line("if let \(kind.variable) = try \(parse)(&json) {")
                    }
                    writer.indented { $0.line("\(subject.read(hole)).append(\(kind.variable))") }
                    writer.line("}")
                }
                if index + 1 < items.count, let test = discriminator(shapeName.text, of: name) {
                    writer.line("if json.lookAheadString(\(test.key.quoted)) == \(test.value.quoted) {")
                    writer.indented(append)
                    writer.line("} else {")
                } else {
                    writer.indented(append)
                }
            }
            writer.line("}")
        }
    }

    private func discriminator(_ shape: String, of kind: String) -> (key: String, value: String)? {
        guard case .shape(let body)? = dialect.shape(shape, of: kind)?.body, case .object(let object) = body.body
        else { return nil }
        return object.strictLiterals.first
    }

    private func parseName(_ shape: String, of kind: String) -> String {
        (dialect.shape(shape, of: kind) ?? dialect.shape(kind, of: kind))?.parseName ?? "parse\(shape.capitalizedFirst)"
    }
}

extension Term {
    /// Whether it holds nothing but literals.
    var isFixed: Bool {
        switch self {
        case .literal: true
        case .object(let object): object.fields.allSatisfy { $0.value.alternatives.allSatisfy(\.term.isFixed) }
        case .hole, .each, .single: false
        }
    }
}

/// Cases and tables.
extension ParseCode {
    private func cases(_ cases: [Case], by key: String?, _ kind: Vocabulary.Kind, _ writer: inout SwiftWriter) {
        let isRoles = kind.form == .roles
        let readable = cases.filter { $0.direction != .writeOnly && $0.otherwise == nil && $0.object != nil }
        let otherwise = cases.first { $0.otherwise != nil }?.otherwise?.text
        guard let key else {
            guard let only = readable.first else { return }
            one([only], kind, isRoles: isRoles, &writer)
            return
        }
        writer.line("switch json.lookAheadString(\(key.quoted)) {")
        var done: Set<String> = []
        for item in readable {
            // Cases of one name that differ in their word alone are read by the same code.
            let group = readable.filter { $0.name.text == item.name.text && sameKeys($0, item, but: key) }
            let literals = group.compactMap { $0.object?.literal(key) }
            guard let literal = literals.first, done.insert(literal).inserted else { continue }
            done.formUnion(literals)
            writer.line("case \(literals.map(\.quoted).joined(separator: ", ")):")
            writer.indented { self.one(group, kind, isRoles: isRoles, &$0) }
        }
        writer.line("default:")
        writer.indented { writer in
            if otherwise == "opaque" {
                writer.line("return .opaque(OpaquePart(origin: Self.id, json: try json.text()))")
            } else {
                writer.line("try json.skip()")
                if !isRoles { writer.line("return nil") }
            }
        }
        writer.line("}")
    }

    private func sameKeys(_ one: Case, _ other: Case, but key: String) -> Bool {
        let keys = one.object?.fields.map(\.key.text), others = other.object?.fields.map(\.key.text)
        return keys == others
    }

    private func one(_ group: [Case], _ kind: Vocabulary.Kind, isRoles: Bool, _ writer: inout SwiftWriter) {
        let item = group[0]
        let objects = group.compactMap(\.object)
        let isOpen = objects.contains(where: \.isOpen)
        if let each = item.each, let hole = kind.hole(each.text), case .list(let name) = hole.type,
            let element = vocabulary.kind(name)
        {
            writer.line("var \(element.variable) = \(element.empty)")
            loop(members(of: objects), Subject(kind: element, value: element.variable), isOpen: isOpen, &writer)
            writer.line("\(kind.variable)s.append(\(element.variable))")
        } else if isRoles {
            writer.line("var \(kind.variable) = \(kind.type)(role: .\(item.name.text))")
            loop(members(of: objects), Subject(kind: kind, value: kind.variable), isOpen: isOpen, &writer)
            writer.line("\(kind.variable)s.append(\(kind.variable))")
        } else if let payload = kind.case(item.name.text)?.payload.flatMap(vocabulary.kind) {
            writer.line("var \(payload.variable) = \(payload.empty)")
            loop(members(of: objects), Subject(kind: payload, value: payload.variable), isOpen: isOpen, &writer)
            writer.line("return .\(item.name.text)(\(payload.variable))")
        }
    }

    private func table(_ rows: [TableRow], _ kind: Vocabulary.Kind, _ writer: inout SwiftWriter) {
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
        if kind.name == "stop" {
            stops(words, &writer)
            return
        }
        if !words.isEmpty, !objects.isEmpty {
            writer.line("guard try json.peek() == .string else {")
            writer.indented { self.objectRows(objects, kind, &$0) }
            writer.line("}")
        } else if words.isEmpty {
            if objects.isEmpty {
                writer.line("try json.skip()")
                writer.line("return nil")
            } else {
                objectRows(objects, kind, &writer)
            }
            return
        }
        writer.line("return switch try json.stringIfAny() {")
        for word in words {
            writer.line("case \(word.literals.map(\.quoted).joined(separator: ", ")): \(kind.type).\(word.name)")
        }
        writer.line("default: nil")
        writer.line("}")
    }

    private func stops(_ words: [(name: String, literals: [String])], _ writer: inout SwiftWriter) {
        writer.line("guard let word = try json.stringIfAny() else { return nil }")
        writer.line("let reason: StopReason =")
        writer.indented { writer in
            writer.line("switch word {")
            for word in words {
                writer.line("case \(word.literals.map(\.quoted).joined(separator: ", ")): .\(word.name)")
            }
            writer.line("default: .other")
            writer.line("}")
        }
        writer.line("return Finish(reason: reason, vendorReason: word)")
    }

    private func objectRows(
        _ rows: [(row: TableRow, object: ObjectSyntax)], _ kind: Vocabulary.Kind, _ writer: inout SwiftWriter
    ) {
        func read(_ row: TableRow, _ object: ObjectSyntax, _ writer: inout SwiftWriter) {
            if let payload = kind.case(row.name.text)?.payload.flatMap(vocabulary.kind) {
                writer.line("var \(payload.variable) = \(payload.empty)")
                loop(members(of: [object]), Subject(kind: payload, value: payload.variable), isOpen: object.isOpen, &writer)
                writer.line("return .\(row.name.text)(\(payload.variable))")
            } else {
                writer.line("try json.skip()")
                writer.line("return .\(row.name.text)")
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
            writer.line("case \((object.literal(key) ?? "").quoted):")
            writer.indented { read(row, object, &$0) }
        }
        writer.line("default:")
        writer.indented {
            $0.line("try json.skip()")
            $0.line("return nil")
        }
        writer.line("}")
    }
}
