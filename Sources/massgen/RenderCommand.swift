import MassGenBackends

/// `massgen render`: what a request becomes for a provider; nothing is sent.
enum RenderCommand {
    static let command = Command(
        name: "render", operand: "REQUEST.json",
        summary: "says what a request becomes for a provider, without sending it",
        options: [
            .provider, .wire, .model, .base, .key, .init(name: "--stream", help: "as a stream is asked for"), .json,
        ], example: "render --provider claude --model claude-sonnet-5-5 request.json", run: run)

    static func run(_ options: Options) {
        guard let path = options.operand else {
            Terminal.fail(usage: "render takes one REQUEST.json")
        }
        guard let id = options.value("--provider") else { Terminal.fail(usage: "render needs --provider P") }
        var request: ChatRequest
        do {
            let json = try JSON(parsing: Terminal.read(path))
            request = try json.decode(ChatRequest.self)
            let unknown = (json.object?.keys ?? []).filter { !ChatRequest.members.contains($0) }
            if let first = unknown.first {
                Terminal.fail(
                    "'\(path)' has an unknown member '\(first)'; members are \(ChatRequest.members.joined(separator: ", "))"
                        + ", and what is a provider's own stands in extra")
            }
        } catch {
            Terminal.fail("'\(path)' is no request: \(Self.explain(error))")
        }
        if let model = options.value("--model") { request.model = model }
        var connection = Connection(key: Catalogue.key(options), base: options.value("--base-url"))
        connection.allowsUnknownModels = true
        if let program = Catalogue.program(id) {
            do {
                let backend = program.init(connection)
                return Terminal.line(
                    try Self.json(backend.render(request, isStreaming: options.has("--stream"))).prettyText)
            } catch {
                if options.has("--json") { Terminal.line(JSON.object(["error": ResultJSON.json(error)]).text) }
                Terminal.fail("\(error)")
            }
        }
        let type = Catalogue.backend(id, wire: options.value("--wire"))
        if connection.key == nil, !type.provider.keys.contains(.none) { connection.key = "unset-key" }
        for option in type.provider.options
        where connection.options[option.name] == nil && type.provider.base.contains("{\(option.name)}") {
            if option.variables.allSatisfy({ connection.environment[$0] == nil }) {
                connection.options[option.name] = option.name
            }
        }
        do {
            let rendered = try render(type.init(connection), request, isStreaming: options.has("--stream"))
            Terminal.line(rendered.prettyText)
        } catch {
            if options.has("--json") { Terminal.line(JSON.object(["error": ResultJSON.json(error)]).text) }
            Terminal.fail("\(error)")
        }
    }

    private static func render(
        _ backend: some HTTPBackend, _ request: ChatRequest, isStreaming: Bool
    ) throws(BackendError) -> JSON {
        let rendered = try backend.render(request, isStreaming: isStreaming)
        var headers = JSONObject()
        for (name, value) in rendered.http.headers {
            headers[name] = .string(HTTPHeaders.isSecret(name) ? "***" : value)
        }
        return [
            "method": .string(rendered.http.method),
            "url": .string(rendered.http.url),
            "headers": .object(headers),
            "body": (try? JSON(parsing: rendered.printableBody)) ?? .null,
            "warnings": .array(rendered.losses.map { .string($0.description) }),
            "losses": .array(rendered.losses.compactMap { try? JSON(encoding: $0) }),
        ]
    }

    /// The call of a program: its flags and lines as one body.
    private static func json(_ call: RenderedCall) -> JSON {
        var body = call.flags
        body["messages"] = .array(call.lines)
        return [
            "method": "RUN",
            "url": .string(call.command.program),
            "headers": [:],
            "arguments": .array(call.command.arguments.map(JSON.string)),
            "body": .object(body),
            "warnings": .array(call.losses.map { .string($0.description) }),
            "losses": .array(call.losses.compactMap { try? JSON(encoding: $0) }),
        ]
    }

    /// What is wrong with a request, and where.
    static func explain(_ error: any Error) -> String {
        func place(_ path: [any CodingKey]) -> String {
            var text = ""
            for key in path { text += key.intValue.map { "[\($0)]" } ?? (text.isEmpty ? "" : ".") + key.stringValue }
            return text.isEmpty ? "the document" : text
        }
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            return "\(place(context.codingPath)) has no '\(key.stringValue)'"
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            return "\(place(context.codingPath)): \(context.debugDescription)"
        default: return "\(error)"
        }
    }
}
