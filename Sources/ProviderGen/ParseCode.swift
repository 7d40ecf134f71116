import ProviderIDL

/// The code of one shape's parse direction: one pass over the bytes, a switch on keys.
struct ParseCode {
    let vocabulary = Vocabulary.standard
    let dialect: Dialect
    /// The wire, when the dialect is a provider's.
    var wire: Dialect?

    typealias Subject = RenderCode.Subject

    /// What a key may hold: the readable alternatives of every field with that key.
    struct Member {
        var key: String
        var alternatives: [Alternative]
        /// Texts that are written where there is no value.
        var standIns: [String] = []
    }

    /// The functions of a shape: its own, one for each form of its cases, and one for what providers add to it.
    func functions(of shape: ShapeModel) -> [GeneratedFunction] {
        guard let kind = vocabulary.kinds[shape.kind] else { return [] }
        let subject = Subject(kind: kind, value: kind.variable)
        var own = GeneratedFunction(doc: "Reads \(shape.phrase).", signature: signature(shape, kind))
        var others: [GeneratedFunction] = []
        switch shape.body {
        case .table(let rows):
            own.write { table(rows, of: shape, kind, &$0) }
            if kind.form == .named { others = functions(of: rows, in: shape, kind) }
        case .shape(let body):
            switch body.body {
            case .object(let object):
                let added = shape.additions(in: object, kind, wire)
                let isWhole = shape.role == .request || shape.role == .failureBody
                if shape.role == .response, dialect.streamsResponses {
                    own.write { $0.line("try Self.parseEvent(&json, into: &chunk)") }
                    return [own]
                }
                let begin = shape.role == .event ? "beginEvent" : "beginObject"
                own.write { writer in
                    if let root = object.root { return value(root, subject, path: nil, &writer) }
                    if isWhole { variable(kind, [object], &writer) }
                    loop(
                        members(of: [added.map(object.without) ?? object]), subject, path: object.path, begin: begin,
                        more: added.map { _ in "\(shape.parseName)More" }, &writer)
                    if isWhole {
                        finish(object, subject, &writer)
                        writer.line("return \(kind.variable)")
                    }
                }
                if let added { others.append(more(object.only(added), shape, subject)) }
            case .cases(let cases):
                own.write { self.cases(cases, of: shape, by: body.discriminators.map(\.text), kind, &$0) }
                if shape.hasFunctions(for: kind) {
                    others = functions(of: cases, in: shape, by: body.discriminators.map(\.text), kind)
                }
            }
        }
        return [own] + others
    }

    /// What is done when all is read.
    private func finish(_ object: ObjectSyntax, _ subject: Subject, _ writer: inout SwiftWriter) {
        let holes = RenderCode(dialect: dialect, wire: wire).holes(of: object, in: subject.kind)
        for hole in subject.kind.holes where holes.contains(hole.name) {
            if let finisher = hole.finisher { writer.line("\(subject.value).\(finisher)()") }
        }
    }

    /// `parseMessage(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError)`
    private func signature(_ shape: ShapeModel, _ kind: Vocabulary.Kind) -> String {
        let head = "static func \(shape.parseName)(_ json: inout JSONReader"
        return switch (shape.role, kind.form) {
        case (.request, _), (.failureBody, _): "\(head)) throws(JSONError) -> \(kind.type)"
        case (_, .record): "\(head), into \(kind.variable): inout \(kind.type)) throws(JSONError)"
        case (_, .roles): "\(head), into \(kind.variable)s: inout [\(kind.type)]) throws(JSONError)"
        case (_, .choice), (_, .word), (_, .named): "\(head)) throws(JSONError) -> \(kind.type)?"
        }
    }

    /// The function for the keys that a provider adds.
    private func more(_ object: ObjectSyntax, _ shape: ShapeModel, _ subject: Subject) -> GeneratedFunction {
        let parameters = "_ key: JSONKey, _ json: inout JSONReader, into \(subject.value): inout \(subject.kind.type)"
        var function = GeneratedFunction(
            doc: "Reads a key that a provider adds to \(shape.phrase); false if it is none of those.",
            signature: "static func \(shape.parseName)More(\(parameters)) throws(JSONError) -> Bool")
        let members = members(of: [object])
        function.write { writer in
            let (cases, literals) = cases(of: members, subject, path: object.path, &writer)
            guard !cases.isEmpty || !literals.isEmpty else {
                writer.line("false")
                return
            }
            writer.line("switch key {")
            for (patterns, text) in cases { writer.label(patterns, text) }
            if !literals.isEmpty { writer.label(literals, statement: "try json.pass()") }
            writer.line("default: return false")
            writer.line("}")
            writer.line("return true")
        }
        return function
    }

    func members(of objects: [ObjectSyntax]) -> [Member] {
        var members: [Member] = []
        for field in objects.flatMap(\.fields) {
            // What is only written says nothing when it is read; where unknown keys are kept, a literal's is one.
            let read = field.read
            if read.isEmpty, objects.contains(where: \.isOpen) {
                continue
            }
            guard let place = members.firstIndex(where: { $0.key == field.key.text }) else {
                members.append(Member(key: field.key.text, alternatives: read, standIns: field.standIns))
                continue
            }
            let known = Set(members[place].alternatives.compactMap { $0.hole?.text })
            let new = read.filter { !$0.term.isFixed && $0.hole.map { !known.contains($0.text) } ?? true }
            members[place].alternatives = members[place].alternatives.filter { !$0.term.isFixed || new.isEmpty } + new
        }
        return members
    }

    /// `try json.beginObject()` and the loop over its keys.
    func loop(
        _ members: [Member], _ subject: Subject, path: [String]?, begin: String = "beginObject", more: String? = nil,
        _ writer: inout SwiftWriter
    ) {
        writer.line("try json.\(begin)()")
        keys(members, subject, path: path, more: more, &writer)
    }

    /// The labels for the keys of an object, and the keys that hold nothing but literals.
    private func cases(
        of members: [Member], _ subject: Subject, path: [String]?, _ writer: inout SwiftWriter
    ) -> (cases: [(patterns: [String], text: String)], literals: [String]) {
        var literals: [String] = []
        // Keys that are read in the same way share a case.
        var cases: [(patterns: [String], text: String)] = []
        for member in members {
            let real = member.alternatives.filter { alternative in
                if path != nil, case .object = alternative.term { true } else { !alternative.term.isFixed }
            }
            guard !real.isEmpty else {
                // A text that is written but not asked for may be another one.
                if path == [], case .literal(let literal, true)? = member.alternatives.first?.term,
                    case .text(let text) = literal.kind
                {
                    let arguments = ["key", "unless: \(text.quoted)", "in: &\(subject.value).extra", "of: Self.id"]
                    cases.append(
                        ([member.key.quoted], writer.scratch { $0.indented { $0.call("try json.keep", arguments) } }))
                } else {
                    literals.append(member.key.quoted)
                }
                continue
            }
            let text = writer.scratch {
                self.member(real, key: member.key, subject, path: path, unless: member.standIns, &$0)
            }
            let condition = real[0].hole.flatMap { subject.kind.hole($0.text)?.readWhen }
            let pattern = "\(member.key.quoted)\(condition.map { " where \(subject.value).\($0)" } ?? "")"
            // Where unknown keys are kept, one that is known and not wanted now must not be taken for unknown.
            if condition != nil, path != nil { literals.append(member.key.quoted) }
            if let place = cases.firstIndex(where: { $0.text == text }) {
                cases[place].patterns.append(pattern)
            } else {
                cases.append(([pattern], text))
            }
        }
        return (cases, literals)
    }

    /// - Parameters:
    ///   - path: the objects this one stands in, where unknown keys are kept; `nil` where they are not.
    ///   - more: the function that reads what providers add.
    func keys(
        _ members: [Member], _ subject: Subject, path: [String]?, more: String? = nil, _ writer: inout SwiftWriter
    ) {
        var cases: [(patterns: [String], text: String)] = []
        var literals: [String] = []
        writer.indented { (cases, literals) = self.cases(of: members, subject, path: path, &$0) }
        let rest = path.map { path in
            let place = path.isEmpty ? [] : ["under: \(path.map(\.quoted).joined(separator: ", "))"]
            return ("try json.keep", ["key", "in: &\(subject.value).extra", "of: Self.id"] + place)
        }
        guard !cases.isEmpty || !literals.isEmpty || path != nil else {
            writer.line("while try json.nextKey() != nil { try json.skip() }")
            return
        }
        writer.block("while let key = try json.nextKey()") { writer in
            writer.line("switch key {")
            for (patterns, text) in cases { writer.label(patterns, text) }
            if !literals.isEmpty { writer.label(literals, statement: "try json.pass()") }
            func other(_ writer: inout SwiftWriter) {
                if let rest { writer.call(rest.0, rest.1) } else { writer.line("try json.skip()") }
            }
            writer.otherwise { writer in
                guard let more else { return other(&writer) }
                let head = "if try !Self.\(more)(key, &json, into: &\(subject.value))"
                if rest == nil { writer.function(head, "try json.skip()") } else { writer.block(head, other) }
            }
            writer.line("}")
        }
    }

    private func member(
        _ alternatives: [Alternative], key: String, _ subject: Subject, path: [String]?, unless standIns: [String],
        _ writer: inout SwiftWriter
    ) {
        let path = path.map { $0 + [key] }
        let objects = alternatives.compactMap { alternative -> ObjectSyntax? in
            if case .object(let object) = alternative.term { object } else { nil }
        }
        if objects.count == alternatives.count {
            writer.line("guard try json.beginObjectIfAny() else { break }")
            keys(members(of: objects), subject, path: objects.contains(where: \.isOpen) ? [] : path, &writer)
            return
        }
        if alternatives.count == 1 {
            value(alternatives[0], subject, path: path, unless: standIns, &writer)
            return
        }
        writer.line("switch try json.peek() {")
        var others: Alternative?
        if !objects.isEmpty {
            writer.label([".object"]) { self.loop(members(of: objects), subject, path: path, &$0) }
        }
        for alternative in alternatives {
            if case .object = alternative.term { continue }
            let kind = jsonKind(alternative, subject)
            if kind == .any {
                others = alternative
            } else {
                writer.label([".\(kind.rawValue)"]) { self.value(alternative, subject, path: path, &$0) }
            }
        }
        if let others {
            writer.line("default:")
            writer.indented { self.value(others, subject, path: path, &$0) }
        } else {
            writer.line("default: try json.skip()")
        }
        writer.line("}")
    }

    /// The value that is read into.
    func variable(
        _ kind: Vocabulary.Kind, _ objects: [ObjectSyntax], empty: String? = nil, _ writer: inout SwiftWriter
    ) {
        let isRead = objects.contains { $0.isOpen || $0.fields.contains { $0.read.contains { !$0.term.isFixed } } }
        writer.line("\(isRead ? "var" : "let") \(kind.variable) = \(empty ?? kind.empty)")
    }

    private func jsonKind(_ alternative: Alternative, _ subject: Subject) -> Alternative.JSONKind {
        switch alternative.term {
        case .object: .object
        case .each, .single: .array
        case .literal: .any
        // Scalars are texts or numbers: what is neither list nor object.
        case .hole(let name, _, _) where subject.kind.hole(name.text)?.type == .scalar: .any
        case .hole(let name, _, _): vocabulary.jsonKind(of: name.text, in: subject.kind)
        }
    }

    /// Reads one value into its hole.
    private func value(
        _ alternative: Alternative, _ subject: Subject, path: [String]?, unless standIns: [String] = [],
        _ writer: inout SwiftWriter
    ) {
        switch alternative.term {
        case .literal(let literal, _):
            guard let (prefix, name, suffix) = literal.template, let hole = subject.kind.hole(name) else {
                writer.line("try json.pass()")
                return
            }
            let isBare = prefix.isEmpty && suffix.isEmpty
            let strip = isBare ? "" : "?.stripping(\(prefix.quoted), \(suffix.quoted))"
            writer.line("\(subject.read(hole)) = try json.stringIfAny()\(strip) ?? \"\"")
        case .object(let object):
            writer.line("guard try json.beginObjectIfAny() else { break }")
            keys(members(of: [object]), subject, path: object.path ?? path, &writer)
        case .single(let object, _): single(object, subject, path: path, &writer)
        case .each(let items, _): list(items, subject, &writer)
        case .hole(let name, let shape, _):
            guard let hole = subject.kind.hole(name.text) else {
                let parse = parseName(name.text, of: subject.kind.name)
                writer.line("try json.object(into: &\(subject.value), Self.\(parse))")
                return
            }
            if hole.rendered != nil {
                writer.line("try json.skip()")
                return
            }
            if case .kind(let other) = hole.type, let kind = vocabulary.kind(other) {
                let parse = parseName(shape?.text ?? name.text, of: other)
                if kind.form == .record, hole.lasts {
                    let read = "try json.object(\(kind.empty), Self.\(parse))"
                    writer.line("\(subject.read(hole)) = \(read) ?? \(subject.read(hole))")
                } else if kind.form == .record {
                    writer.call("\(subject.read(hole)) = try json.object", [kind.empty, "Self.\(parse)"])
                } else {
                    writer.line("\(subject.read(hole)) = try Self.\(parse)(&json)")
                }
                return
            }
            if case .map(let other) = hole.type, let kind = vocabulary.kind(other) {
                let parse = parseName(shape?.text ?? name.text, of: other)
                writer.call("\(subject.read(hole)) = try json.map", ["of: \(kind.empty)", "Self.\(parse)"])
                return
            }
            var read = "try json.\(hole.type.reader)"
            if let standIn = standIns.first, hole.type == .text {
                read = "try json.stringIfAny(unless: \(standIn.quoted))"
            }
            if hole.type == .effort { read = "(\(read)).map(ReasoningEffort.init(rawValue:))" }
            if !hole.isOptional, hole.type != .json, let zero = hole.type.zero { read += " ?? \(zero)" }
            if let setter = hole.setter {
                writer.line("\(subject.value).\(setter)(\(read), of: Self.id)")
                return
            }
            // Null does not take back what stands under another key.
            if hole.lasts { read += " ?? \(subject.read(hole))" }
            writer.line("\(subject.read(hole)) = \(read)")
        }
    }

    /// An array of which one element counts: the one with the literals of the shape.
    private func single(
        _ object: ObjectSyntax, _ subject: Subject, path: [String]?, _ writer: inout SwiftWriter
    ) {
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
            keys(members(of: [object]), subject, path: path, &writer)
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
                case .choice, .word, .named:
                    writer.call("\(assign) try json.list", ["\(hole.isVerbatim ? "verbatim: " : "")\(parse)"])
                }
            case .object(let object):
                writer.line("guard try json.beginArrayIfAny() else { break }")
                writer.block("while try json.nextElement()") { writer in
                    writer.line("guard try json.beginObjectIfAny() else { continue }")
                    variable(kind, [object], &writer)
                    keys(
                        members(of: [object]), Subject(kind: kind, value: kind.variable), path: object.path, &writer
                    )
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
                let value = kind.form == .record ? "json.object(\(kind.empty), \(parse))" : "\(parse)(&json)"
                let test = index + 1 < items.count ? discriminator(shapeName.text, of: name) : nil
                let read = "if let \(kind.variable) = try \(value) {"
                let append = "\(subject.read(hole)).append(\(kind.variable))"
                guard let test else {
                    writer.line(index == 0 ? read : "} else \(read)")
                    writer.indented { $0.line(append) }
                    break
                }
                writer.line(index == 0 ? "if \(test) {" : "} else if \(test) {")
                writer.indented { writer in
                    writer.line(read)
                    writer.indented { $0.line(append) }
                    writer.line("}")
                }
            }
            writer.line("}")
        }
    }

    /// The condition that tells the elements of a list apart: a text under a key, one of a few, or a key alone.
    private func discriminator(_ shape: String, of kind: String) -> String? {
        guard case .shape(let body)? = dialect.shape(shape, of: kind)?.body, case .object(let object) = body.body
        else { return nil }
        if let (key, value) = object.strictLiterals.first {
            return "json.lookAheadString(\(key.quoted)) == \(value.quoted)"
        }
        if object.isContainer { return object.fields.first.map { "json.has(\($0.key.text.quoted))" } }
        let words = object.words { name in
            dialect.shapes.lazy.compactMap { shape in
                if shape.name == name, case .table(let rows) = shape.body { rows } else { nil }
            }.first
        }
        if let (key, values) = words {
            let list = values.map(\.quoted).joined(separator: ", ")
            return "let word = json.lookAheadString(\(key.quoted)), [\(list)].contains(word)"
        }
        return object.lenientLiteral.map {
            "json.lookAheadString(\($0.key.quoted)) ?? \($0.value.quoted) == \($0.value.quoted)"
        }
    }

    func parseName(_ shape: String, of kind: String) -> String {
        (dialect.shape(shape, of: kind) ?? dialect.shape(kind, of: kind))?.parseName ?? "parse\(shape.capitalizedFirst)"
    }
}

extension ObjectSyntax {
    /// Where unknown keys of the object are kept: at the root of its value, or not at all.
    var path: [String]? { isOpen ? [] : nil }
}

extension Alternative {
    /// Whether it reads values into a hole.
    func reads(_ hole: String) -> Bool {
        if case .each(let items, _) = term { items.contains { $0.hole.text == hole } } else { self.hole?.text == hole }
    }
}

extension Field {
    /// Texts that are written where there is no value: reading finds none.
    fileprivate var standIns: [String] {
        value.alternatives.compactMap { alternative in
            if case .fallback(let literal) = alternative.absence, literal.written.isEmpty { return "" }
            guard alternative.direction == .writeOnly, case .literal(let literal, _) = alternative.term,
                case .text(let text) = literal.kind
            else { return nil }
            return text
        }
    }
}
