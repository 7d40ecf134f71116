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
        /// The tests that are known to fail.
        var failed: Set<String> = []
        /// What stands before the names of its holes when these are lost.
        var prefix = ""

        /// The expression for what is written as parts, where calls have a place of their own.
        var content: String?

        func read(_ hole: Vocabulary.Hole) -> String {
            hole.rendered.map { "out.\($0)" } ?? "\(source(of: hole)).\(hole.property)"
        }

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
        case .table(let rows):
            own.write { table(rows, of: shape, subject, &$0) }
            if kind.form == .named { others = functions(of: rows, in: shape, subject) }
        case .shape(let body):
            switch body.body {
            case .object(let object):
                let added = shape.additions(in: object, kind, wire)
                if shape.role == .response, dialect.streamsResponses {
                    own.write { $0.line("Self.renderEvent(chunk, into: &out)") }
                    return [own]
                }
                own.write { writer in
                    if shape.role == .request { prepare(object, kind, &writer) }
                    begin(shape, kind, &writer)
                    whole(object, subject, &writer, adding: added.map { ("\(shape.renderName)More", $0) })
                }
                if let added {
                    var more = function(
                        "\(shape.renderName)More", of: subject, "Writes what a provider adds to \(shape.phrase).")
                    more.write { fields(object.only(added), subject, &$0) }
                    others.append(more)
                }
            case .cases(let cases):
                own.write { writer in
                    begin(shape, kind, &writer)
                    self.cases(cases, of: shape, subject, &writer)
                }
                if shape.hasFunctions(for: kind) { others = self.functions(of: cases, in: shape, subject) }
            }
        }
        return [own] + others
    }

    /// What is done before an answer, or a piece of one, is written.
    private func begin(_ shape: ShapeModel, _ kind: Vocabulary.Kind, _ writer: inout SwiftWriter) {
        guard kind.isEvent else { return }
        if dialect.holdsParts {
            let isFlat = dialect.shapes.contains { $0.kind == "flatPart" }
            writer.line("let chunk = out.\(isFlat ? "flattened" : "owned")(chunk)")
        }
        if dialect.streamsItems, shape.role != .shape { writer.line("out.beginAnswer(chunk)") }
    }

    /// What is done to a request before it is written.
    private func prepare(_ object: ObjectSyntax, _ kind: Vocabulary.Kind, _ writer: inout SwiftWriter) {
        let written = holes(of: object, in: kind)
        let isFlat = written.contains("systemFlatParts")
        if written.contains("instructions") { writer.line("out.beginInstructions(of: request)") }
        let hasTurns = written.contains("turns")
        let taken = isFlat ? "out.flattened(request)" : hasTurns ? "out.beginTurns(of: request)" : "request"
        let marked = markGuards.map {
            $0.isEmpty ? ".marked(&out)" : ".marked(&out, if: \($0.joined(separator: " && ")))"
        }
        writer.line("let request = Self.restricted(\(taken), &out)\(marked ?? "")")
        if written.contains("items") { writer.line("out.beginItems(of: request)") }
    }

    /// The guards under which parts have a place for marks of a prompt cache; `nil` where they never have.
    private var markGuards: [String]? {
        guard dialect.shapes.contains(where: { $0.kind == "cachePoint" }), let kind = vocabulary.kind("request") else {
            return nil
        }
        let fields = dialect.shapes.filter { $0.kind == "part" }.flatMap(\.objects).flatMap(\.fields)
        let marks = fields.filter { $0.writtenHoles.contains("cache") }
        let guards = marks.map {
            $0.value.condition.map { self.guards($0, Subject(kind: kind, value: "request")) } ?? []
        }
        return guards.contains([]) ? [] : guards.first ?? []
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
            guard let hole = subject.kind.hole(place.hole), done.insert(place.hole).inserted else { continue }
            guard hole.part != nil || hole.isReported else { continue }
            let all = places.filter { $0.hole == place.hole }
            let whole = all.filter { $0.sole == nil }
            let alone =
                whole.filter { $0.conditions.count == 1 && $0.earlier.isEmpty }.map { Optional($0.conditions[0]) }
            guard !whole.contains(where: { $0.conditions.isEmpty && $0.earlier.isEmpty || $0.isReported }),
                !alone.isComplete
            else { continue }
            let value = hasValue(hole, subject)
            let conditions = all.map { place in place.conditions.flatMap { guards($0, subject) } }
            let tests = zip(all, conditions).map { place, tests in
                let sole = place.sole.map { ["\(subject.value).\($0) != nil"] } ?? []
                // What an earlier alternative says of the same hole is denied by itself.
                let earlier = place.earlier.map { guards($0, subject) }.filter { !conditions.contains($0) }
                return (tests + earlier.map { negated($0) } + sole).filter { $0 != value }
            }
            guard !tests.contains(where: \.isEmpty) else { continue }
            let denied = tests.map { negated($0) }
            writer.call(
                "out.drop",
                [(subject.prefix + hole.name).quoted, "if: \(([value] + denied).joined(separator: " && "))"])
        }
    }

    /// Where a hole is written, and under which guards.
    private struct Place {
        var hole: String
        var conditions: [Condition]
        /// The guards of the alternatives before it: none of them holds.
        var earlier: [Condition] = []
        /// Whether the renderer reports the loss itself.
        var isReported: Bool
        /// The property that has a value only when this place says all there is.
        var sole: String?
    }

    private func places(in object: ObjectSyntax, of kind: Vocabulary.Kind, under conditions: [Condition]) -> [Place] {
        object.fields.flatMap { field -> [Place] in
            let inner = conditions + (field.value.condition.map { [$0] } ?? [])
            let isReported = isBounded(field, in: object, of: kind)
            return field.written.enumerated().flatMap { index, alternative -> [Place] in
                let own = inner + (alternative.condition.map { [$0] } ?? [])
                var places: [Place] =
                    switch alternative.term {
                    case .literal: []
                    case .hole(let name, _, _):
                        [Place(hole: name.text, conditions: own, isReported: isReported)]
                            + (kind.hole(name.text)?.says ?? []).map { said in
                                Place(hole: said, conditions: own, isReported: false, sole: kind.hole(name.text)?.sole)
                            }
                    case .each(let items, _):
                        items.map { Place(hole: $0.hole.text, conditions: own, isReported: false) }
                    case .object(let nested), .single(let nested, _): self.places(in: nested, of: kind, under: own)
                    }
                places += alternative.saidByGuard.map { Place(hole: $0, conditions: own, isReported: false) }
                let earlier = field.written[..<index].compactMap(\.condition)
                return places.map { place in
                    var place = place
                    place.earlier += earlier
                    return place
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
        } < 2 && field.written[0].condition == nil
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
        let value = subject.value
        guard subject.kind.hole("parts") != nil else {
            if let prepare = preparer(of: holes(of: object, in: subject.kind), subject) {
                writer.line("let \(value) = out.\(prepare)(\(value))")
            }
            return
        }
        let kinds = order(of: object, in: subject.kind)
        let list = kinds.map { ".\($0)" }.joined(separator: ", ")
        let written = holes(of: object, in: subject.kind)
        if subject.kind.isEvent {
            if kinds.isEmpty || dialect.holdsParts { return }
            let hasParts = written.contains("parts") ? ", hasParts: true" : ""
            writer.line("let \(value) = out.flatten(\(value), into: [\(list)]\(hasParts))")
        } else if !written.contains("parts") {
            let prepare = preparer(of: written, subject)
            if !kinds.isEmpty {
                let detailed = written.contains("thoughts") ? ", detailed: true" : ""
                let prepared = prepare.map { ", \($0): true" } ?? ""
                writer.line("let \(value) = out.flatten(\(value), into: [\(list)]\(detailed)\(prepared))")
            } else if let prepare {
                writer.line("let \(value) = out.\(prepare)(\(value))")
            }
        } else if let calls = kinds.filter({ $0 != "text" }).nonEmpty {
            let list = calls.map { ".\($0)" }.joined(separator: ", ")
            writer.line("let content = out.content(of: \(value), before: [\(list)])")
            subject.content = "content"
        }
    }

    private func preparer(of written: Set<String>, _ subject: Subject) -> String? {
        subject.kind.holes.first { written.contains($0.name) && $0.preparer != nil }?.preparer
    }

    private func drops(_ object: ObjectSyntax, _ subject: Subject, _ writer: inout SwiftWriter) {
        var written = holes(of: object, in: subject.kind)
        let said = subject.kind.holes.filter { written.contains($0.name) }.flatMap(\.says)
        written.formUnion(said)
        if subject.kind.name == "request", markGuards != nil { written.insert("cache") }
        for hole in subject.kind.holes where !written.contains(hole.name) {
            guard let name = hole.reportedAs, !subject.failed.contains(hasValue(hole, subject)) else { continue }
            writer.call("out.drop", [(subject.prefix + name).quoted, "if: \(hasValue(hole, subject))"])
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
                holes.formUnion(alternative.saidByGuard)
                switch alternative.term {
                case .literal(let literal, _): if let template = literal.template { holes.insert(template.hole) }
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

extension Vocabulary.Hole {
    /// The hole of which it is another view, where it is one: losses are told of that.
    func said(in kind: Vocabulary.Kind) -> String {
        isReported ? name : says.first { kind.hole($0)?.isReported == true } ?? name
    }
}

extension ObjectSyntax {
    /// Whether a field of it may be left out although its hole has a value.
    var hasGuards: Bool { fields.contains { $0.value.condition != nil || $0.written.contains { !$0.allowed.isEmpty } } }
}

extension Alternative {
    /// The holes whose values are said by writing this at all: the words it is written for, and what it is written for
    /// without holding it.
    fileprivate var saidByGuard: [String] {
        (condition?.tests ?? []).filter { !$0.isDenied }.compactMap { test in
            switch test.kind {
            case .matches(let name, _): name.text
            case .has(let name): term.isFixed ? name.text : nil
            case .streaming, .answering, .can: nil
            }
        }
    }
}
