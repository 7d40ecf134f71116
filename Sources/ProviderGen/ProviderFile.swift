import ProviderIDL

/// A provider as Swift: its facts, the shapes in which it differs from its wire, and its settings.
struct ProviderFile {
    let provider: ProviderModel

    let wire: WireModel
    /// The functions in which it differs from its wire.
    private let functions: [GeneratedFunction]

    private var type: String { provider.type }

    /// - Parameter known: the functions of its wire.
    init(provider: ProviderModel, wire: WireModel, known: Set<GeneratedFunction>) {
        self.provider = provider
        self.wire = wire
        let code = FunctionCode(provider.dialect, wire: wire.dialect)
        functions = provider.ownShapes.flatMap(code.functions).filter { !known.contains($0) }
    }

    /// Whether the provider differs from its wire in any function.
    private var differs: Bool {
        !functions.isEmpty || provider.isRestricted || !provider.ownErrors.isEmpty
            || provider.quirks.contains { $0.station != "control" }
            || provider.dialect.outside != wire.dialect.outside
            || provider.dialect.framingExpression != wire.dialect.framingExpression
            || !guardedHeaders.isEmpty || provider.dialect.spellings != wire.dialect.spellings
            || provider.dialect.schemaRules != wire.dialect.schemaRules
    }

    private var guardedHeaders: [Field] { provider.dialect.headers.filter { $0.value.condition != nil } }

    func write(to writer: inout SwiftWriter) {
        let phrase = provider.name == "chat" ? provider.title : "\(provider.title), by \(wire.title)"
        writer.doc("\(phrase).")
        let isProgram = provider.dialect.isProcess
        writer.block("public struct \(type): \(isProgram ? "Program" : "HTTP")Backend") { writer in
            writer.doc("The wire it speaks.")
            writer.line("public typealias Format = \(differs ? "\(type)Wire" : wire.type)")
            if isProgram {
                writer.line()
                writer.doc(controlReason?.asSentence ?? "Nothing is said to it besides messages.")
                writer.line("public typealias Control = \(controlReason == nil ? "NoControl" : "\(type)Quirks")")
            }
            writer.line()
            writer.doc("What is known of it.")
            facts(&writer)
            writer.line()
            writer.doc("How to reach it.")
            writer.line("public var connection: Connection")
            writer.line()
            if isProgram {
                writer.doc("How to run it.")
                writer.line("public var program = ProgramOptions()")
                writer.line()
            }
            writer.doc("Makes a backend for the given connection.")
            writer.line("public init(_ connection: Connection) { self.connection = connection }")
            if isProgram, !provider.settings.isEmpty {
                writer.line()
                writer.doc("Settings of all requests; those of a request count before them.")
                writer.block("public var settings: Settings") { writer in
                    writer.line("get { Settings(json: program.settings) }")
                    writer.line("set { program.settings = newValue.json }")
                }
            }
            for option in provider.options {
                writer.line()
                writer.doc((option.summary ?? "The option `\(option.name)`").asSentence)
                writer.block("public var \(option.name.camelCased.asIdentifier): String?") { writer in
                    writer.line("get { connection.options[\(option.name.quoted)] }")
                    writer.line("set { connection.options[\(option.name.quoted)] = newValue }")
                }
            }
        }
        if !provider.settings.isEmpty, provider.isFirst { settings(&writer) }
        if differs { dialect(&writer) }
    }

    /// Why what is said besides messages is written by hand, where it is.
    private var controlReason: String? { provider.quirks.first { $0.station == "control" }?.reason }

    private func facts(_ writer: inout SwiftWriter) {
        var arguments: [(label: String, values: [String], isList: Bool)] = []
        func add(_ label: String, _ value: String) { arguments.append((label, [value], false)) }
        func list(_ label: String, _ values: [String]) {
            if !values.isEmpty { arguments.append((label, values, true)) }
        }
        add("id", provider.name.quoted)
        add("title", provider.title.quoted)
        add("wire", provider.wire.quoted)
        add("base", (provider.base ?? "").quoted)
        list("baseVariables", provider.baseVariables.map(\.quoted))
        list("keys", provider.keys.map(\.swift))
        list("endpoints", provider.dialect.endpoints.map(\.swift))
        let services = provider.dialect.services
        if services == wire.dialect.services, !services.isEmpty {
            add("services", "\(wire.type).services")
        } else {
            list("services", services.map(\.swift))
        }
        list("headers", provider.dialect.headers.filter { $0.value.condition == nil }.compactMap(\.rule))
        list("queries", provider.dialect.queries.compactMap(\.rule))
        list("variables", provider.dialect.variables.compactMap(\.rule))
        list("options", provider.options.map(\.swift))
        list("capabilities", provider.capabilities.map(\.quoted))
        list("refused", provider.refused.map(\.quoted))
        list("settings", provider.settings.map { "\($0.key.text.quoted): .\($0.type.text)" })
        if let model = provider.defaultModel { add("defaultModel", model.quoted) }
        list("media", provider.media.map(\.swift))
        list("aliases", provider.aliases.map(\.quoted))
        list("hosts", provider.hosts.map(\.quoted))
        let limits = provider.dialect.limits
        if limits == wire.dialect.limits, !limits.isEmpty {
            add("limits", "\(wire.type).limits")
        } else {
            list("limits", limits.map(\.swift))
        }
        if let header = provider.dialect.requestIDHeader { add("requestIDHeader", header.quoted) }
        if let prices = provider.prices { add("models", ".\(prices.tableName)") }
        writer.line("public static let provider = Provider(")
        writer.indented { writer in
            for (index, argument) in arguments.enumerated() {
                let comma = index + 1 < arguments.count ? "," : ""
                if argument.isList {
                    writer.array("\(argument.label): ", argument.values, end: comma)
                } else {
                    writer.line("\(argument.label): \(argument.values[0])\(comma)")
                }
            }
        }
        writer.line(")")
    }

    private func settings(_ writer: inout SwiftWriter) {
        writer.line()
        writer.block("extension \(type)") { writer in
            writer.doc("Settings of a request that only \(provider.title) has.")
            writer.block("public struct Settings: Sendable, Hashable") { writer in
                writer.doc("The settings as they are sent.")
                writer.line("public var json: JSONObject")
                writer.line()
                writer.doc("Makes settings.")
                writer.line("public init(json: JSONObject = [:]) { self.json = json }")
                for field in provider.settings {
                    writer.line()
                    writer.doc((field.summary?.text ?? "`\(field.key.text)`").asSentence)
                    writer.block("public var \(field.key.text.camelCased.asIdentifier): \(field.swiftType)?") {
                        writer in
                        writer.line("get { json[\(field.steps)]\(field.getter) }")
                        writer.line("set { json[\(field.steps)] = \(field.setter) }")
                    }
                }
            }
        }
        writer.line()
        writer.block("extension ChatRequest") { writer in
            writer.doc("Settings that only \(provider.title) has; other providers never see them.")
            writer.block("public var \(provider.name.camelCased.asIdentifier): \(type).Settings") { writer in
                writer.line("get { \(type).Settings(json: extra[\(provider.name.quoted)] ?? [:]) }")
                writer.line("set { extra[\(provider.name.quoted)] = newValue.json.isEmpty ? nil : newValue.json }")
            }
        }
    }

    private func dialect(_ writer: inout SwiftWriter) {
        writer.line()
        writer.doc("\(wire.title) as \(provider.title) speaks it: only what differs stands here.")
        writer.block("public enum \(type)Wire: \(wire.type)Wire") { writer in
            var isFirst = true
            func separate(_ writer: inout SwiftWriter) {
                if !isFirst { writer.line() }
                isFirst = false
            }
            if provider.dialect.framingExpression != wire.dialect.framingExpression {
                separate(&writer)
                writer.doc("How events are cut out of a streamed body.")
                writer.function("public static var framing: Framing", provider.dialect.framingExpression)
            }
            if provider.dialect.schemaRules != wire.dialect.schemaRules {
                separate(&writer)
                let base = (wire.type, wire.dialect.schemaRules)
                SchemaRulesCode(rules: provider.dialect.schemaRules, base: base).write(to: &writer)
                isFirst = true
            }
            let spellings = provider.dialect.spellings.filter { wire.dialect.spellings[$0.key] != $0.value }
            if !spellings.isEmpty {
                separate(&writer)
                SpellingCode(spellings: spellings).write(to: &writer)
                isFirst = true
            }
            if !provider.ownErrors.isEmpty {
                separate(&writer)
                ErrorCode(rows: provider.ownErrors, rest: wire.type).write(to: &writer)
            }
            if provider.dialect.outside != wire.dialect.outside {
                separate(&writer)
                UsageCode(outside: provider.dialect.outside).write(to: &writer)
            }
            if provider.isRestricted {
                separate(&writer)
                restrictions(&writer)
            }
            if !guardedHeaders.isEmpty {
                separate(&writer)
                headers(&writer)
            }
            for quirk in provider.quirks where quirk.station != "control" {
                separate(&writer)
                self.quirk(quirk, &writer)
            }
            for function in functions {
                separate(&writer)
                writer.append(function.text)
            }
        }
    }

    private func headers(_ writer: inout SwiftWriter) {
        let render = RenderCode(dialect: provider.dialect)
        guard let kind = Vocabulary.standard.kinds["request"] else { return }
        let subject = RenderCode.Subject(kind: kind, value: "request")
        writer.doc("Headers that follow from what is asked.")
        let type = "[(name: String, value: String)]"
        writer.block("public static func headers(for request: ChatRequest, _ out: Renderer) -> \(type)") { writer in
            writer.line("var headers: \(type) = []")
            for field in guardedHeaders {
                guard let condition = field.value.condition,
                    case .literal(let literal, _)? = field.value.alternatives.first?.term
                else { continue }
                writer.block("if \(render.guards(condition, subject).joined(separator: ", "))") {
                    $0.line("headers.append((\(field.key.text.quoted), \(literal.written.quoted)))")
                }
            }
            writer.line("return headers")
        }
    }

    private func restrictions(_ writer: inout SwiftWriter) {
        let kind = Vocabulary.standard.kinds["request"]
        writer.doc("What \(provider.title) does not take.")
        writer.block("public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest") {
            writer in
            let changes = !provider.dropped.isEmpty || !provider.allowed.isEmpty
            if changes { writer.line("var request = request") }
            for name in provider.dropped {
                guard let hole = kind?.hole(name) else { continue }
                writer.line("out.remove(\(name.quoted), &request.\(hole.property))")
            }
            for rule in provider.allowed {
                guard let hole = kind?.hole(rule.hole) else { continue }
                let words = rule.words.map(\.quoted).joined(separator: ", ")
                let arguments = ["request.\(hole.property)", rule.hole.quoted, "in: [\(words)]"]
                writer.call("request.\(hole.property) = out.allowed", arguments)
            }
            for rule in provider.forbidden {
                for one in rule.one {
                    for other in rule.other { forbid(one, other, rule.condition, &writer) }
                }
            }
            writer.line("return request")
        }
    }

    private func forbid(_ one: String, _ other: String, _ condition: Condition?, _ writer: inout SwiftWriter) {
        var tests = [one, other].compactMap { Vocabulary.standard.combined($0) }
        for test in condition?.tests ?? [] {
            if case .can(let name) = test.kind {
                tests.append("\(test.isDenied ? "!" : "")out.can(\(name.text.quoted))")
            }
        }
        writer.call("out.forbid", [one.quoted, "with: \(other.quoted)", "if: \(tests.joined(separator: " && "))"])
    }

    private func quirk(_ quirk: QuirkModel, _ writer: inout SwiftWriter) {
        writer.doc(quirk.reason.asSentence)
        if quirk.station == "request" {
            writer.function(
                "public static func amend(_ request: inout ChatRequest) -> [Loss]", "\(type)Quirks.request(&request)")
        } else {
            writer.function("public static func amend(_ chunk: inout Chunk)", "\(type)Quirks.event(&chunk)")
        }
    }
}

extension ProviderModel {
    /// Whether it does not take all that its wire writes.
    fileprivate var isRestricted: Bool { !dropped.isEmpty || !allowed.isEmpty || !forbidden.isEmpty }
}

extension String {
    /// The text with a capital at its start and a full stop at its end.
    fileprivate var asSentence: String { capitalizedFirst + (hasSuffix(".") ? "" : ".") }
}

extension KeySyntax {
    fileprivate var swift: String {
        let names = variables.map(\.text.quoted).joined(separator: ", ")
        return switch scheme.text {
        case "bearer": ".bearer([\(names)])"
        case "variable": ".variable([\(names)])"
        case "header": ".header(\((header?.text ?? "").quoted), [\(names)])"
        default: ".none"
        }
    }
}

extension EndpointModel {
    var swift: String {
        var arguments = [path.quoted]
        let needs = condition?.tests.compactMap { test -> String? in
            if case .has(let name) = test.kind, !test.isDenied { name.text.quoted } else { nil }
        }
        if let needs, !needs.isEmpty { arguments.append("needs: [\(needs.joined(separator: ", "))]") }
        let isStreaming = condition?.tests.contains { if case .streaming = $0.kind { !$0.isDenied } else { false } }
        if isStreaming == true { arguments.append("isStreaming: true") }
        return ".init(\(arguments.joined(separator: ", ")))"
    }
}

extension MediaSyntax {
    fileprivate var swift: String {
        var arguments = [".\(kind.text)"]
        if !types.isEmpty { arguments.append("types: [\(types.map(\.text.quoted).joined(separator: ", "))]") }
        if let size, let bytes = Self.bytes(size.text) {
            let shift = bytes % (1 << 30) == 0 ? 30 : bytes % (1 << 20) == 0 ? 20 : 10
            arguments.append("size: \(bytes >> shift) << \(shift)")
        }
        if let count { arguments.append("count: \(count.text)") }
        return ".init(\(arguments.joined(separator: ", ")))"
    }
}

extension ServiceModel {
    var swift: String {
        var arguments = [".\(purpose)", method.uppercased().quoted, path.quoted]
        func list(_ label: String, _ values: [String]) {
            if !values.isEmpty { arguments.append("\(label): [\(values.joined(separator: ", "))]") }
        }
        list("needs", needs.map(\.quoted))
        list("headers", headers.compactMap(\.rule))
        switch file {
        case .form(let name): arguments.append("file: .form(\(name.text.quoted))")
        case .related: arguments.append("file: .related")
        case nil: break
        }
        list("without", without.map(\.quoted))
        return ".init(\(arguments.joined(separator: ", ")))"
    }
}

extension OptionModel {
    fileprivate var swift: String {
        var arguments = [name.quoted]
        if let fallback { arguments.append("fallback: \(fallback.quoted)") }
        if !variables.isEmpty { arguments.append("variables: [\(variables.map(\.quoted).joined(separator: ", "))]") }
        return ".init(\(arguments.joined(separator: ", ")))"
    }
}

extension Field {
    /// A header or query item: a literal or an option.
    fileprivate var rule: String? {
        guard let alternative = value.alternatives.first else { return nil }
        return switch alternative.term {
        case .literal(let literal, _): ".init(\(key.text.quoted), .text(\(literal.written.quoted)))"
        case .hole where isAbsent: ".init(\(key.text.quoted), .absent)"
        case .hole(let name, _, _): ".init(\(key.text.quoted), .option(\(name.text.quoted)))"
        case .object, .each, .single: nil
        }
    }
}

extension LimitGroup {
    var swift: String {
        let parts = ["limit", "remaining", "reset"].compactMap { role in
            headers.first { $0.role.text == role }.map { ", \(role): \($0.header.text.quoted)" }
        }
        return ".init(\(name.text.quoted)\(parts.joined()))"
    }
}

extension OptionField {
    /// The keys that lead to it.
    fileprivate var steps: String { key.text.split(separator: ".").map { String($0).quoted }.joined(separator: ", ") }

    fileprivate var swiftType: String {
        switch type.text {
        case "text": "String"
        case "texts": "[String]"
        case "integer": "Int"
        case "number": "Double"
        case "bool": "Bool"
        default: "JSON"
        }
    }

    fileprivate var getter: String {
        switch type.text {
        case "text": "?.string"
        case "texts": "?.array?.compactMap(\\.string)"
        case "integer": "?.int"
        case "number": "?.double"
        case "bool": "?.bool"
        default: ""
        }
    }

    fileprivate var setter: String {
        switch type.text {
        case "text": "newValue.map(JSON.string)"
        case "texts": "newValue.map { .array($0.map(JSON.string)) }"
        case "integer", "number": "newValue.map { .number(JSONNumber($0)) }"
        case "bool": "newValue.map(JSON.bool)"
        default: "newValue"
        }
    }
}
