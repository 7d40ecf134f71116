import ProviderIDL

/// A wire as Swift: a protocol with one function per shape and direction, all implemented, and the wire as its vendor
/// defines it. A provider that differs replaces just the functions of its shapes.
struct WireFile {
    let wire: WireModel
    /// The wire whose shapes it has where it has none of its own.
    private let base: WireModel?
    /// Its shapes with the functions that are its own.
    private let shapes: [(shape: ShapeModel, functions: [GeneratedFunction])]

    /// - Parameter known: the functions of the wire that it builds on.
    init(wire: WireModel, base: WireModel?, known: Set<GeneratedFunction>) {
        self.wire = wire
        self.base = base
        let code = FunctionCode(wire.dialect)
        shapes = wire.dialect.shapes.map { shape in
            (shape, code.functions(of: shape).filter { !known.contains($0) })
        }
    }

    func write(to writer: inout SwiftWriter) {
        let type = wire.type
        writer.doc("\(wire.title), as its vendor defines it.")
        writer.line("public enum \(type): \(type)Wire {}")
        writer.line()
        writer.doc("\(wire.title): a provider that differs replaces the shapes in which it does.")
        writer.block("public protocol \(type)Wire: \(base.map { "\($0.type)Wire" } ?? "Wire")") { writer in
            for (shape, functions) in shapes {
                // Those of whole bodies are every wire's.
                let isCommon = shape.role != .shape || shape.isOfService
                let known = Set(isCommon ? [shape.renderName, shape.parseName] : [])
                for function in functions where !known.contains(function.name) {
                    writer.doc(function.doc)
                    writer.requirement(function.signature)
                }
            }
        }
        writer.line()
        writer.line("// MARK: - Facts")
        writer.line()
        var facts = writer.scratch(facts)
        while facts.hasSuffix("\n\n") { facts.removeLast() }
        writer.block("extension \(type)Wire") { $0.append(facts) }
        for (shape, functions) in shapes where !functions.isEmpty {
            writer.line()
            writer.line("// MARK: - \(shape.title)")
            writer.line()
            writer.block("extension \(type)Wire") { writer in
                writer.append(functions.map(\.text).joined(separator: "\n"))
            }
        }
    }

    /// What is true of the wire as a whole, with a blank line after each fact.
    private func facts(_ writer: inout SwiftWriter) {
        writer.doc("The id of \(wire.title).")
        writer.line("public static var id: String { \(wire.name.quoted) }")
        writer.line()
        writer.doc("How events are cut out of a streamed body.")
        writer.function("public static var framing: Framing", wire.dialect.framingExpression)
        writer.line()
        if wire.dialect.writesInEvents("opened") {
            writer.doc("The content of a stream comes in numbered blocks.")
            writer.line("public static var isNumbered: Bool { true }")
            writer.line()
        }
        if wire.dialect.holdsParts {
            writer.doc("Content is a list of parts.")
            writer.line("public static var holdsParts: Bool { true }")
            writer.line()
        }
        if wire.dialect.streamsItems {
            writer.doc("The content of a stream comes as items, each told again when it is whole.")
            writer.line("public static var hasItems: Bool { true }")
            writer.line()
        }
        if wire.dialect.replacesCounts {
            writer.doc("Later counts of a stream stand for earlier ones as a whole.")
            writer.line("public static var replacesCounts: Bool { true }")
            writer.line()
        }
        list(
            "services: [Provider.Service]", wire.dialect.services.map(\.swift), "What is offered besides chat.", &writer
        )
        list(
            "endpoints: [Provider.Endpoint]", wire.dialect.endpoints.map(\.swift),
            "The usual chat endpoints, most particular first.", &writer)
        list(
            "limits: [Provider.Limit]", wire.dialect.limits.map(\.swift),
            "The headers in which its servers tell their limits.", &writer)
        StreamFacts(dialect: wire.dialect).write(to: &writer)
        list(
            "capabilities: Set<Capability>", wire.capabilities.map(\.quoted),
            "What servers of this wire can where nobody says otherwise.", &writer)
        SchemaRulesCode(rules: wire.dialect.schemaRules).write(to: &writer)
        SpellingCode(spellings: wire.dialect.spellings).write(to: &writer)
        let known = base?.dialect.errors ?? []
        let errors = ErrorCode(rows: wire.dialect.errors.filter { !known.contains($0) }, rest: base?.type)
        if !errors.rows.isEmpty {
            errors.write(to: &writer)
            writer.line()
        }
        if wire.dialect.outside != base?.dialect.outside ?? [:] {
            UsageCode(outside: wire.dialect.outside).write(to: &writer)
        }
    }

    /// A fact that is a list, where there is one.
    private func list(_ name: String, _ elements: [String], _ doc: String, _ writer: inout SwiftWriter) {
        guard !elements.isEmpty else { return }
        writer.doc(doc)
        writer.block("public static var \(name)") { $0.array("", elements) }
        writer.line()
    }
}

extension SwiftWriter {
    /// Writes a requirement of a protocol, broken as `swift format` breaks it.
    mutating func requirement(_ signature: String) {
        guard signature.count + 4 > 120, let open = signature.firstIndex(of: "("),
            let close = signature.range(of: ") throws")
        else {
            if signature.count + 4 > 120, let open = signature.firstIndex(of: "(") {
                line(String(signature[...open]))
                indented { $0.line(String(signature[signature.index(after: open)...].dropLast())) }
                line(")")
            } else {
                line(signature)
            }
            return
        }
        line(String(signature[...open]))
        indented { $0.line(String(signature[signature.index(after: open)..<close.lowerBound])) }
        line(String(signature[close.lowerBound...]))
    }
}

extension String {
    func range(of other: String) -> Range<Index>? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(other) { return index..<self.index(index, offsetBy: other.count) }
            index = self.index(after: index)
        }
        return nil
    }
}

extension Dialect {
    /// Whether the content of a stream comes as items.
    var streamsItems: Bool { writesInEvents("item") }

    /// Whether some kind of event writes a hole.
    func writesInEvents(_ hole: String) -> Bool {
        shapes.contains { shape in
            guard shape.kind == "chunk", case .shape(let body) = shape.body, case .cases(let cases) = body.body else {
                return false
            }
            return cases.contains {
                $0.object?.fields.contains { $0.written.contains { $0.hole?.text == hole } } ?? false
            }
        }
    }

    /// Whether content is a list of parts, each whole and in its place.
    var holdsParts: Bool {
        shapes.contains { shape in
            guard shape.role == .response, case .shape(let body) = shape.body, case .object(let object) = body.body
            else { return false }
            return object.fields.contains { !$0.writtenHoles.isDisjoint(with: ["parts", "flatParts"]) }
        }
    }

    var framingExpression: String {
        framing == "sse" ? ".sse(end: \(streamEnd.map(\.quoted) ?? "nil"))" : ".\(framing)"
    }
}

extension ShapeModel {
    /// Whether it is the body of something offered besides chat.
    var isOfService: Bool { Vocabulary.purposes.contains { $0.name == name || $0.request == name } }

    var title: String {
        switch role {
        case .request: "Request"
        case .response: "Response"
        case .event: "Stream event"
        case .failureBody: "Error body"
        case .shape: name
        }
    }

    var phrase: String {
        switch role {
        case .request: "a request's body"
        case .response: "a whole response's body"
        case .event: "one stream event"
        case .failureBody: "an error's body"
        case .shape: "`\(name)`"
        }
    }
}

/// What the vendor's words and statuses mean, as switches.
struct ErrorCode {
    let rows: [ErrorRow]
    /// The wire that says what is not said here.
    var rest: String?

    func write(to writer: inout SwiftWriter) {
        let words = rows.filter { $0.vendorCode != nil }, phrases = rows.filter { $0.phrase != nil }
        let statuses = rows.filter { $0.vendorCode == nil && $0.phrase == nil }
        var functions: [(inout SwiftWriter) -> Void] = []
        if !words.isEmpty {
            functions.append {
                $0.doc("What the vendor's word for an error means.")
                function("word: String", words, &$0)
            }
        }
        if !statuses.isEmpty {
            functions.append {
                $0.doc("What a status means.")
                function("status: Int", statuses, &$0)
            }
        }
        if !phrases.isEmpty { functions.append { messages(phrases, &$0) } }
        let back = backWords
        if !back.isEmpty { functions.append { writeBack(back, to: &$0) } }
        for (place, function) in functions.enumerated() {
            if place > 0 { writer.line() }
            function(&writer)
        }
    }

    private func function(_ parameter: String, _ rows: [ErrorRow], _ writer: inout SwiftWriter) {
        let name = parameter.prefix { $0 != ":" }
        writer.block("public static func classify(\(parameter)) -> ErrorClass?") { writer in
            writer.line("switch \(name) {")
            for row in merged(rows) { writer.label(row.patterns, statement: row.result) }
            writer.line("default: \(rest.map { "\($0).classify(\(name): \(name))" } ?? "nil")")
            writer.line("}")
        }
    }

    private func messages(_ rows: [ErrorRow], _ writer: inout SwiftWriter) {
        writer.doc("What a vendor's message in small letters means, where status and word say less.")
        writer.block("public static func classify(message: String) -> ErrorClass?") { writer in
            for row in merged(rows) {
                for pattern in row.patterns { writer.line("if message.contains(\(pattern)) { return \(row.result) }") }
            }
            writer.line("return \(rest.map { "\($0).classify(message: message)" } ?? "nil")")
        }
    }

    /// The first word for each meaning.
    private var backWords: [(code: String, word: String)] {
        var words: [(code: String, word: String)] = []
        for row in rows {
            guard let word = row.vendorCode?.text, !words.contains(where: { $0.code == row.code.text }) else {
                continue
            }
            words.append((row.code.text, word))
        }
        return words
    }

    private func writeBack(_ words: [(code: String, word: String)], to writer: inout SwiftWriter) {
        writer.doc("The vendor's word for an error.")
        writer.block("public static func word(for meaning: ErrorClass) -> String?") { writer in
            writer.line("switch meaning {")
            for (code, word) in words { writer.label([".\(code)"], statement: word.quoted) }
            writer.line("default: \(rest.map { "\($0).word(for: meaning)" } ?? "nil")")
            writer.line("}")
        }
    }

    private func merged(_ rows: [ErrorRow]) -> [(patterns: [String], result: String)] {
        var merged: [(patterns: [String], result: String)] = []
        for row in rows {
            let result = ".\(row.code.text)\(row.isRetryable ? ".retryable" : "")"
            let pattern =
                if let code = row.vendorCode ?? row.phrase {
                    code.text.quoted
                } else if let statuses = row.statuses {
                    statuses.count == 1 ? "\(statuses.lowerBound)" : "\(statuses.lowerBound)...\(statuses.upperBound)"
                } else {
                    "_"
                }
            if merged.contains(where: { $0.patterns.contains(pattern) }) { continue }
            // A range must not be joined with a later row: the first row that fits counts.
            if let last = merged.indices.last, merged[last].result == result {
                merged[last].patterns.append(pattern)
            } else {
                merged.append(([pattern], result))
            }
        }
        return merged
    }
}

/// What the counts of a wire mean, where some stand outside of others.
struct UsageCode {
    let outside: [String: [String]]

    func write(to writer: inout SwiftWriter) {
        var arguments: [String] = []
        for (label, key) in [("outsideInput", "input"), ("outsideOutput", "output")] {
            if let names = outside[key], !names.isEmpty {
                arguments.append("\(label): [\(names.map { "\\.\($0)" }.joined(separator: ", "))]")
            }
        }
        writer.doc("What the counts mean: some stand outside of the figures for prompt and answer.")
        writer.block("public static func usage(_ counts: UsageCounts) -> Usage") { $0.call("counts.usage", arguments) }
        writer.line()
        writer.doc("The counts as they are related here.")
        writer.block("public static func counts(_ usage: Usage) -> UsageCounts") {
            $0.call("UsageCounts", ["usage"] + arguments)
        }
    }
}
