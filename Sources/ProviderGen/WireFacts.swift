import ProviderIDL

/// What those who write answers must know of a wire: it follows from its shapes.
struct StreamFacts {
    let dialect: Dialect

    func write(to writer: inout SwiftWriter) {
        if let key = eventKey {
            writer.doc("Events are named by this key before their data.")
            writer.line("public static var eventKey: StaticString? { \(key.quoted) }")
            writer.line()
        }
        if !growsCalls {
            writer.doc("The arguments of a call come whole.")
            writer.line("public static var growsCalls: Bool { false }")
            writer.line()
        }
        if streamsByDefault {
            writer.doc("Answers stream unless a request says otherwise.")
            writer.line("public static var streamsByDefault: Bool { true }")
            writer.line()
        }
    }

    /// The key by which server-sent events differ.
    private var eventKey: String? {
        let event = dialect.shapes.first { $0.role == .event }
        guard dialect.framing == "sse", case .shape(let body)? = event?.body else { return nil }
        return body.discriminators.first?.text
    }

    /// Whether the arguments of a call can come in pieces: there is a place for their text.
    private var growsCalls: Bool {
        dialect.shapes.contains { shape in
            ["chunk", "piece"].contains(shape.kind) && shape.objects.contains { $0.writes("argumentsText") }
        }
    }

    /// Whether only a literal says that an answer is not to stream.
    private var streamsByDefault: Bool {
        let request = dialect.shapes.first { $0.role == .request }
        return request?.objects.contains { object in
            object.fields.contains { field in
                field.key.text == "stream"
                    && field.value.alternatives.contains {
                        if case .literal(let literal, _) = $0.term, literal.kind == .bool(false) { true } else { false }
                    }
            }
        } ?? false
    }
}

/// How ids and names are spelled.
struct SpellingCode {
    let spellings: [String: Spelling]

    func write(to writer: inout SwiftWriter) {
        for (subject, what) in [("ids", "ids of calls"), ("names", "names of tools")] {
            guard let spelling = spellings[subject] else { continue }
            let lengths = "\(spelling.lengths.lowerBound)...\(spelling.lengths.upperBound)"
            let first = spelling.first.map { ", first: \($0.quoted)" } ?? ""
            writer.doc("How \(what) are spelled.")
            writer.line(
                "public static var \(subject): Spelling? { Spelling(\(spelling.alphabet.quoted), \(lengths)\(first)) }")
            writer.line()
        }
    }
}

/// How schemas must be.
struct SchemaRulesCode {
    let rules: [String: [String]]
    /// The wire that a provider differs from, and its rules.
    var base: (type: String, rules: [String: [String]])?

    private static let flags = ["closes", "requires", "always", "opens"]

    func write(to writer: inout SwiftWriter) {
        guard !rules.isEmpty else { return }
        let own = Self.flags.filter { rules[$0] != nil && base?.rules[$0] == nil }
        if let base, base.rules.merging(rules.filter { own.contains($0.key) }, uniquingKeysWith: { $1 }) == rules {
            writer.doc("How schemas must be for answers and calls to be held to them.")
            writer.block("public static var schemaRules: SchemaRules") { writer in
                writer.line("var rules = \(base.type).schemaRules")
                for rule in own { writer.line("rules.\(rule) = true") }
                writer.line("return rules")
            }
            writer.line()
            return
        }
        var arguments: [(label: String, values: [String]?)] = []
        if let words = rules["drops"] { arguments.append(("drops", words.map(\.quoted))) }
        if let words = rules["renames"] {
            let starts = stride(from: 0, to: words.count - 1, by: 2)
            arguments.append(("renames", starts.map { "\(words[$0].quoted): \(words[$0 + 1].quoted)" }))
        }
        if let words = rules["formats"] { arguments.append(("formats", words.map(\.quoted))) }
        for rule in Self.flags where rules[rule] != nil { arguments.append((rule, nil)) }
        writer.doc("How schemas must be for answers and calls to be held to them.")
        writer.block("public static var schemaRules: SchemaRules") { writer in
            writer.line("SchemaRules(")
            writer.indented { writer in
                for (index, argument) in arguments.enumerated() {
                    let comma = index + 1 < arguments.count ? "," : ""
                    if let values = argument.values {
                        writer.array("\(argument.label): ", values, end: comma)
                    } else {
                        writer.line("\(argument.label): true\(comma)")
                    }
                }
            }
            writer.line(")")
        }
        writer.line()
    }
}

extension ShapeModel {
    /// The objects at its root: one, or one of each case.
    var objects: [ObjectSyntax] {
        guard case .shape(let shape) = body else { return [] }
        return switch shape.body {
        case .object(let object): [object]
        case .cases(let cases): cases.compactMap(\.object)
        }
    }
}

extension ObjectSyntax {
    /// Whether a hole is written, and read, here or in an object within.
    fileprivate func writes(_ hole: String) -> Bool {
        fields.contains { field in
            field.written.contains { alternative in
                if alternative.direction == .writeOnly { return false }
                return switch alternative.term {
                case .object(let inner), .single(let inner, _): inner.writes(hole)
                case .hole(let name, _, _): name.text == hole
                case .literal, .each: false
                }
            }
        }
    }

    /// Whether it cannot be written without a value of a hole.
    fileprivate func needs(_ hole: String) -> Bool {
        fields.contains { field in
            field.written.contains { $0.hole?.text == hole && $0.absence == .required }
        }
    }
}
