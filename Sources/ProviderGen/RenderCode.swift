import ProviderIDL

/// The code of one shape's render direction.
struct RenderCode {
    let vocabulary = Vocabulary.standard
    let dialect: Dialect
    /// The wire, when the dialect is a provider's.
    var wire: Dialect?

    /// Where a value comes from: its kind, the Swift expression for it, and what was made sure of.
    struct Subject {
        var kind: Vocabulary.Kind
        var value: String
        var present: Set<String> = []

        /// The expression for what is written as parts, where calls have a place of their own.
        var content: String?

        func read(_ hole: Vocabulary.Hole) -> String { "\(source(of: hole)).\(hole.property)" }

        func source(of hole: Vocabulary.Hole) -> String {
            hole.isContent ? content ?? value : value
        }
    }

    /// The functions of a shape: its own, one for each of its cases, and one for what providers add to it.
    func functions(of shape: ShapeModel) -> [GeneratedFunction] {
        guard let kind = vocabulary.kinds[shape.kind] else { return [] }
        let subject = Subject(kind: kind, value: kind.variable)
        var own = function(shape.renderName, of: subject, "Writes \(shape.phrase).")
        var others: [GeneratedFunction] = []
        switch shape.body {
        case .table(let rows): own.write { table(rows, subject, &$0) }
        case .shape(let body):
            switch body.body {
            case .object(let object):
                let added = shape.additions(in: object, kind, wire)
                own.write { writer in
                    if shape.role == .request {
                        writer.line("let \(subject.value) = Self.restricted(\(subject.value), &out)")
                    }
                    whole(object, subject, &writer, adding: added.map { ("\(shape.renderName)More", $0) })
                }
                if let added {
                    var more = function(
                        "\(shape.renderName)More", of: subject, "Writes what a provider adds to \(shape.phrase).")
                    more.write { fields(object.only(added), subject, &$0) }
                    others.append(more)
                }
            case .cases(let cases):
                own.write { self.cases(cases, of: shape, subject, &$0) }
                if shape.hasFunctions(for: kind) { others = self.functions(of: cases, in: shape, subject) }
            }
        }
        return [own] + others
    }

    /// `renderMessage(_ message: Message, into out: inout Renderer)`
    func function(_ name: String, of subject: Subject, _ doc: String) -> GeneratedFunction {
        GeneratedFunction(
            doc: doc,
            signature: "static func \(name)(_ \(subject.value): \(subject.kind.type), into out: inout Renderer)")
    }

    /// An object and the losses of what it has no place for.
    /// - Parameter adding: the function for what providers add to it, and the keys they do add.
    func whole(
        _ object: ObjectSyntax, _ subject: Subject, _ writer: inout SwiftWriter, dropping: Bool = true,
        adding: (function: String, keys: Set<String>)? = nil
    ) {
        if case .each(let items, _)? = object.root?.term, case .shape(let name) = items[0].element,
            let hole = subject.kind.hole(items[0].hole.text), case .list(let kind) = hole.type
        {
            let element = "Self.\(renderName(name.text, of: kind))"
            writer.call("out.elements", [subject.read(hole), "at: \(hole.name.quoted)", element])
            return
        }
        var subject = subject
        if dropping { flatten(object, &subject, &writer) }
        let extra = object.isOpen ? "(extra: \(subject.value).extra)" : ""
        writer.block("out.object\(extra)", parameter: "out") { writer in
            fields(adding.map { object.without($0.keys) } ?? object, subject, &writer)
            if let adding { writer.line("Self.\(adding.function)(\(subject.value), into: &out)") }
        }
        if dropping {
            drops(object, subject, &writer)
            guarded(object, subject, &writer)
        }
    }

    /// What is lost where holes stand under guards alone and none of these holds.
    private func guarded(_ object: ObjectSyntax, _ subject: Subject, _ writer: inout SwiftWriter) {
        guard !subject.kind.isEvent else { return }
        let places = places(in: object, of: subject.kind, under: [])
        var done: Set<String> = []
        for place in places {
            guard let hole = subject.kind.hole(place.hole), hole.isReported || hole.part != nil,
                done.insert(place.hole).inserted
            else { continue }
            let all = places.filter { $0.hole == place.hole }
            let whole = all.filter { $0.sole == nil }
            let alone = whole.filter { $0.conditions.count == 1 }.map { Optional($0.conditions[0]) }
            guard !whole.contains(where: { $0.conditions.isEmpty || $0.isReported }), !alone.isComplete else {
                continue
            }
            let denied = all.map { place in
                let sole = place.sole.map { ["\(subject.value).\($0) != nil"] } ?? []
                return negated(place.conditions.flatMap { guards($0, subject) } + sole)
            }
            writer.call(
                "out.drop", [hole.name.quoted, "if: \(([hasValue(hole, subject)] + denied).joined(separator: " && "))"])
        }
    }

    /// Where a hole is written, and under which guards.
    private struct Place {
        var hole: String
        var conditions: [Condition]
        /// Whether the renderer reports the loss itself.
        var isReported: Bool
        /// The property that has a value only when this place says all there is.
        var sole: String?
    }

    private func places(in object: ObjectSyntax, of kind: Vocabulary.Kind, under conditions: [Condition]) -> [Place] {
        object.fields.flatMap { field -> [Place] in
            let inner = conditions + (field.value.condition.map { [$0] } ?? [])
            let isReported = isBounded(field, in: object, of: kind)
            return field.written.flatMap { alternative -> [Place] in
                switch alternative.term {
                case .literal: []
                case .hole(let name, _, _):
                    [Place(hole: name.text, conditions: inner, isReported: isReported)]
                        + (kind.hole(name.text)?.says ?? []).map { said in
                            Place(hole: said, conditions: inner, isReported: false, sole: kind.hole(name.text)?.sole)
                        }
                case .each(let items, _):
                    items.map { Place(hole: $0.hole.text, conditions: inner, isReported: false) }
                case .object(let nested), .single(let nested, _): places(in: nested, of: kind, under: inner)
                }
            }
        }
    }

    /// Whether a field is one optional hole that depends on capabilities alone: the renderer has a word for that.
    func isBounded(_ field: Field, in object: ObjectSyntax, of kind: Vocabulary.Kind) -> Bool {
        guard field.value.condition?.capabilities != nil, field.written.count == 1,
            case .hole(let name, nil, _) = field.written[0].term, case .omitted = field.written[0].absence,
            kind.hole(name.text)?.says.isEmpty == true
        else { return false }
        return object.fields.count { field in
            field.writtenHoles.contains { $0 == name.text || kind.hole($0)?.says.contains(name.text) == true }
        } < 2
    }

    /// An expression that holds when not all of these do.
    private func negated(_ guards: [String]) -> String {
        guard guards.count == 1 else { return "!(\(guards.joined(separator: " && ")))" }
        return negated(guards[0])
    }

    func negated(_ test: String) -> String {
        if test.hasPrefix("!") { return String(test.dropFirst()) }
        for (sign, other) in [(" == ", " != "), (" != ", " == ")] {
            let parts = test.split(separator: sign, maxSplits: 1)
            if parts.count == 2 { return parts.joined(separator: other) }
        }
        return "!\(test)"
    }

    /// Where parts have places of their own: what is left of them, and what is lost.
    private func flatten(_ object: ObjectSyntax, _ subject: inout Subject, _ writer: inout SwiftWriter) {
        guard subject.kind.hole("parts") != nil else { return }
        let value = subject.value
        let kinds = order(of: object, in: subject.kind)
        let list = kinds.map { ".\($0)" }.joined(separator: ", ")
        let written = holes(of: object, in: subject.kind)
        if subject.kind.isEvent {
            if kinds.isEmpty { return }
            let hasParts = written.contains("parts") ? ", hasParts: true" : ""
            writer.line("let \(value) = out.flatten(\(value), into: [\(list)]\(hasParts))")
        } else if let preparer = subject.kind.holes.first(where: { written.contains($0.name) && $0.preparer != nil })?
            .preparer
        {
            writer.line("let \(value) = out.\(preparer)(\(value))")
        } else if !written.contains("parts") {
            if !kinds.isEmpty { writer.line("let \(value) = out.flatten(\(value), into: [\(list)])") }
        } else if let calls = kinds.filter({ $0 != "text" }).nonEmpty {
            let list = calls.map { ".\($0)" }.joined(separator: ", ")
            writer.line("let content = out.content(of: \(value), before: [\(list)])")
            subject.content = "content"
        }
    }

    private func drops(_ object: ObjectSyntax, _ subject: Subject, _ writer: inout SwiftWriter) {
        var written = holes(of: object, in: subject.kind)
        let said = subject.kind.holes.filter { written.contains($0.name) }.flatMap(\.says)
        written.formUnion(said)
        for hole in subject.kind.holes where !written.contains(hole.name) {
            guard let name = hole.reportedAs else { continue }
            writer.call("out.drop", [name.quoted, "if: \(hasValue(hole, subject))"])
            written.formUnion(hole.says)
        }
        if subject.kind.isOpen, object.openObjects.isEmpty { writer.line("out.drop(\(subject.value).extra)") }
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
    func hasValue(_ hole: Vocabulary.Hole, _ subject: Subject) -> String {
        let read = subject.read(hole)
        if let test = hole.test { return "\(subject.source(of: hole)).\(test) != nil" }
        if hole.isOptional { return "\(read) != nil" }
        return hole.type == .bool ? read : "!\(read).isEmpty"
    }
}
