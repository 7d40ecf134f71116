// Generated from IDL/Wires/OllamaChat.idl: edit that file, not this one.

public import MassGenCore

/// Ollama Chat, as its vendor defines it.
public enum OllamaChat: OllamaChatWire {}

/// Ollama Chat: a provider that differs replaces the shapes in which it does.
public protocol OllamaChatWire: Wire {
    /// Writes what a provider adds to a request's body.
    static func renderRequestMore(_ request: ChatRequest, into out: inout Renderer)
    /// Reads a key that a provider adds to a request's body; false if it is none of those.
    static func parseRequestMore(
        _ key: JSONKey, _ json: inout JSONReader, into request: inout ChatRequest
    ) throws(JSONError) -> Bool
    /// Writes what a provider adds to a whole response's body.
    static func renderResponseMore(_ chunk: Chunk, into out: inout Renderer)
    /// Reads a key that a provider adds to a whole response's body; false if it is none of those.
    static func parseResponseMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool
    /// Writes what a provider adds to one stream event.
    static func renderEventMore(_ chunk: Chunk, into out: inout Renderer)
    /// Reads a key that a provider adds to one stream event; false if it is none of those.
    static func parseEventMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool
    /// Writes `message`.
    static func renderMessage(_ message: Message, into out: inout Renderer)
    /// Reads `message`.
    static func parseMessage(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError)
    /// Writes the case `system` of `message`.
    static func renderMessageSystem(_ message: Message, into out: inout Renderer)
    /// Reads the case `system` of `message`.
    static func parseMessageSystem(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError)
    /// Writes the case `user` of `message`.
    static func renderMessageUser(_ message: Message, into out: inout Renderer)
    /// Reads the case `user` of `message`.
    static func parseMessageUser(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError)
    /// Writes the case `assistant` of `message`.
    static func renderMessageAssistant(_ message: Message, into out: inout Renderer)
    /// Reads the case `assistant` of `message`.
    static func parseMessageAssistant(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError)
    /// Writes the case `tool` of `message`.
    static func renderMessageTool(_ message: Message, into out: inout Renderer)
    /// Reads the case `tool` of `message`.
    static func parseMessageTool(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError)
    /// Writes `tool`.
    static func renderTool(_ tool: ToolDefinition, into out: inout Renderer)
    /// Reads `tool`.
    static func parseTool(_ json: inout JSONReader, into tool: inout ToolDefinition) throws(JSONError)
    /// Writes `answer`.
    static func renderAnswer(_ chunk: Chunk, into out: inout Renderer)
    /// Reads `answer`.
    static func parseAnswer(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError)
    /// Writes what a provider adds to `answer`.
    static func renderAnswerMore(_ chunk: Chunk, into out: inout Renderer)
    /// Reads a key that a provider adds to `answer`; false if it is none of those.
    static func parseAnswerMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool
    /// Writes `stop`.
    static func renderStop(_ stop: Finish, into out: inout Renderer)
    /// Reads `stop`.
    static func parseStop(_ json: inout JSONReader) throws(JSONError) -> Finish?
    /// Writes `model`.
    static func renderModel(_ model: ListedModel, into out: inout Renderer)
    /// Reads `model`.
    static func parseModel(_ json: inout JSONReader, into model: inout ListedModel) throws(JSONError)
    /// Writes `pullState`.
    static func renderPullState(_ state: PullState, into out: inout Renderer)
    /// Reads `pullState`.
    static func parsePullState(_ json: inout JSONReader) throws(JSONError) -> PullState?
    /// Writes `call`.
    static func renderCall(_ call: ToolCall, into out: inout Renderer)
    /// Reads `call`.
    static func parseCall(_ json: inout JSONReader, into call: inout ToolCall) throws(JSONError)
    /// Writes `piece`.
    static func renderPiece(_ piece: ToolCallPiece, into out: inout Renderer)
    /// Reads `piece`.
    static func parsePiece(_ json: inout JSONReader, into piece: inout ToolCallPiece) throws(JSONError)
}

// MARK: - Facts

extension OllamaChatWire {
    /// The id of Ollama Chat.
    public static var id: String { "ollama-chat" }

    /// How events are cut out of a streamed body.
    public static var framing: Framing { .ndjson }

    /// What is offered besides chat.
    public static var services: [Provider.Service] {
        [
            .init(.models, "GET", "/api/tags"), .init(.embed, "POST", "/api/embed", needs: ["embeddings"]),
            .init(.pull, "POST", "/api/pull"),
        ]
    }

    /// The usual chat endpoints, most particular first.
    public static var endpoints: [Provider.Endpoint] {
        [.init("/api/chat")]
    }

    /// The arguments of a call come whole.
    public static var growsCalls: Bool { false }

    /// What servers of this wire can where nobody says otherwise.
    public static var capabilities: Set<Capability> {
        ["streaming", "tools", "vision", "jsonMode", "jsonSchema", "reasoning", "sampling"]
    }

    /// How schemas must be for answers and calls to be held to them.
    public static var schemaRules: SchemaRules {
        SchemaRules(
            always: true
        )
    }

    /// What the vendor's word for an error means.
    public static func classify(word: String) -> ErrorClass? {
        switch word {
        case "pull model manifest: file does not exist": .notFound
        default: nil
        }
    }

    /// What a status means.
    public static func classify(status: Int) -> ErrorClass? {
        switch status {
        case 400: .invalidRequest
        case 401: .authentication
        case 402: .quota
        case 403: .permission
        case 404: .notFound
        case 413: .requestTooLarge
        case 429: .rateLimited.retryable
        case 503: .overloaded.retryable
        case 500...599: .server.retryable
        default: nil
        }
    }

    /// The vendor's word for an error.
    public static func word(for meaning: ErrorClass) -> String? {
        switch meaning {
        case .notFound: "pull model manifest: file does not exist"
        default: nil
        }
    }
}

// MARK: - Request

extension OllamaChatWire {
    /// Writes a request's body.
    public static func renderRequest(_ request: ChatRequest, into out: inout Renderer) {
        let request = Self.restricted(request, &out)
        out.object(extra: request.extra) { out in
            out.field("model", request.model)
            out.list("messages", request.namedMessages, at: "messages", Self.renderMessage)
            out.list("tools", ifPresent: request.tools, at: "tools", Self.renderTool)
            if let jsonWord = request.jsonWord {
                out.field("format", jsonWord)
            } else if let responseSchema = request.responseSchema {
                out.field("format", responseSchema)
            }
            if out.can("reasoningEffort") && request.reasoningEffort?.rawValue != "none",
                let reasoningEffort = request.reasoningEffort
            {
                out.field("think", reasoningEffort)
            } else if let reasoningIsOn = request.reasoningSwitch {
                out.field("think", reasoningIsOn)
            }
            out.field("logprobs", ifPresent: request.logprobs)
            out.field("top_logprobs", ifPresent: request.topLogprobs)
            if request.temperature != nil || request.topP != nil || request.topK != nil || request.seed != nil
                || !request.stop.isEmpty || request.maxOutputTokens != nil || request.presencePenalty != nil
                || request.frequencyPenalty != nil
            {
                out.object("options") { out in
                    out.field("temperature", ifPresent: request.temperature)
                    out.field("top_p", ifPresent: request.topP)
                    out.field("top_k", ifPresent: request.topK)
                    out.field("seed", ifPresent: request.seed)
                    out.field("stop", ifPresent: request.stop)
                    out.field("num_predict", ifPresent: request.maxOutputTokens)
                    out.field("presence_penalty", ifPresent: request.presencePenalty)
                    out.field("frequency_penalty", ifPresent: request.frequencyPenalty)
                }
            }
            out.field("stream", out.isStreaming)
            Self.renderRequestMore(request, into: &out)
        }
        out.drop("toolChoice", if: request.knownToolChoice != nil)
        out.drop("parallelToolCalls", if: request.parallelToolCalls != nil)
        out.drop("serverTools", if: !request.serverTools.isEmpty)
        out.drop("logitBias", if: request.logitBias != nil)
        out.drop("choices", if: request.choices != nil)
        out.drop("reasoning.budgetTokens", if: request.reasoningBudgetTokens != nil)
        out.drop("reasoning.summary", if: request.reasoningSummary != nil)
        out.drop("reasoning.betweenTools", if: request.reasoningBetweenTools != nil)
        out.drop("responseFormat.description", if: request.responseFormatDescription != nil)
        out.drop("responseFormat.strict", if: request.responseFormatStrict != nil)
        out.drop("cache", if: !request.cache.isEmpty)
        out.drop("cacheKey", if: request.cacheKey != nil)
        out.drop("user", if: request.user != nil)
        out.drop("metadata", if: request.metadata != nil)
        out.drop("store", if: request.store != nil)
        out.drop("serviceTier", if: request.serviceTier != nil)
        out.drop(
            "reasoning.effort",
            if: request.reasoningEffort != nil
                && !(out.can("reasoningEffort") && request.reasoningEffort?.rawValue != "none")
                && request.reasoningSwitch == nil
        )
    }

    /// Reads a request's body.
    public static func parseRequest(_ json: inout JSONReader) throws(JSONError) -> ChatRequest {
        var request = ChatRequest(model: "", messages: [])
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "model": request.model = try json.stringIfAny() ?? ""
            case "messages": request.namedMessages = try json.list(joining: Self.parseMessage)
            case "tools": request.tools = try json.list(of: ToolDefinition(name: "", schema: [:]), Self.parseTool)
            case "format":
                switch try json.peek() {
                case .string: request.jsonWord = try json.stringIfAny()
                default:
                    request.responseSchema = try json.value()
                }
            case "think":
                switch try json.peek() {
                case .string: request.reasoningEffort = (try json.stringIfAny()).map(ReasoningEffort.init(rawValue:))
                case .bool: request.reasoningIsOn = try json.boolIfAny()
                default: try json.skip()
                }
            case "logprobs": request.logprobs = try json.boolIfAny()
            case "top_logprobs": request.topLogprobs = try json.intIfAny()
            case "options":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "temperature": request.temperature = try json.doubleIfAny()
                    case "top_p": request.topP = try json.doubleIfAny()
                    case "top_k": request.topK = try json.intIfAny()
                    case "seed": request.seed = try json.intIfAny()
                    case "stop": request.stop = try json.texts()
                    case "num_predict": request.maxOutputTokens = try json.intIfAny()
                    case "presence_penalty": request.presencePenalty = try json.doubleIfAny()
                    case "frequency_penalty": request.frequencyPenalty = try json.doubleIfAny()
                    default: try json.keep(key, in: &request.extra, of: Self.id, under: "options")
                    }
                }
            case "stream": try json.skip()
            default:
                if try !Self.parseRequestMore(key, &json, into: &request) {
                    try json.keep(key, in: &request.extra, of: Self.id)
                }
            }
        }
        return request
    }

    /// Writes what a provider adds to a request's body.
    public static func renderRequestMore(_ request: ChatRequest, into out: inout Renderer) {}

    /// Reads a key that a provider adds to a request's body; false if it is none of those.
    public static func parseRequestMore(
        _ key: JSONKey, _ json: inout JSONReader, into request: inout ChatRequest
    ) throws(JSONError) -> Bool {
        false
    }
}

// MARK: - Response

extension OllamaChatWire {
    /// Writes a whole response's body.
    public static func renderResponse(_ chunk: Chunk, into out: inout Renderer) {
        out.object(extra: chunk.extra) { out in
            out.field("model", ifPresent: chunk.model)
            out.field("created_at", "1970-01-01T00:00:00Z")
            out.field("message", chunk, Self.renderAnswer)
            out.field("done", true)
            out.field("done_reason", ifPresent: chunk.stop, Self.renderStop)
            out.field("prompt_eval_count", ifPresent: chunk.usageInput)
            out.field("eval_count", ifPresent: chunk.usageOutput)
            out.field("error", ifPresent: chunk.failureMessage)
            Self.renderResponseMore(chunk, into: &out)
        }
    }

    /// Reads a whole response's body.
    public static func parseResponse(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "model" where chunk.needsHead: chunk.model = try json.stringIfAny()
            case "created_at": try json.keep(key, unless: "1970-01-01T00:00:00Z", in: &chunk.extra, of: Self.id)
            case "message": try json.object(into: &chunk, Self.parseAnswer)
            case "response": chunk.text = try json.stringIfAny()
            case "thinking": chunk.reasoning = try json.stringIfAny()
            case "done": chunk.isDone = try json.boolIfAny() ?? false
            case "done_reason": chunk.stop = try Self.parseStop(&json)
            case "prompt_eval_count": chunk.usageInput = try json.intIfAny()
            case "eval_count": chunk.usageOutput = try json.intIfAny()
            case "error": chunk.failureMessage = try json.stringIfAny()
            case "model": try json.pass()
            default:
                if try !Self.parseResponseMore(key, &json, into: &chunk) {
                    try json.keep(key, in: &chunk.extra, of: Self.id)
                }
            }
        }
    }

    /// Writes what a provider adds to a whole response's body.
    public static func renderResponseMore(_ chunk: Chunk, into out: inout Renderer) {}

    /// Reads a key that a provider adds to a whole response's body; false if it is none of those.
    public static func parseResponseMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool {
        false
    }
}

// MARK: - Stream event

extension OllamaChatWire {
    /// Writes one stream event.
    public static func renderEvent(_ chunk: Chunk, into out: inout Renderer) {
        out.object(extra: chunk.extra) { out in
            out.field("model", ifPresent: chunk.model)
            out.field("created_at", "1970-01-01T00:00:00Z")
            out.field("message", chunk, Self.renderAnswer)
            out.field("done", chunk.isDone)
            out.field("done_reason", ifPresent: chunk.stop, Self.renderStop)
            out.field("prompt_eval_count", ifPresent: chunk.usageInput)
            out.field("eval_count", ifPresent: chunk.usageOutput)
            out.field("error", ifPresent: chunk.failureMessage)
            Self.renderEventMore(chunk, into: &out)
        }
    }

    /// Reads one stream event.
    public static func parseEvent(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError) {
        try json.beginEvent()
        while let key = try json.nextKey() {
            switch key {
            case "model" where chunk.needsHead: chunk.model = try json.stringIfAny()
            case "created_at": try json.keep(key, unless: "1970-01-01T00:00:00Z", in: &chunk.extra, of: Self.id)
            case "message": try json.object(into: &chunk, Self.parseAnswer)
            case "response": chunk.text = try json.stringIfAny()
            case "thinking": chunk.reasoning = try json.stringIfAny()
            case "done": chunk.isDone = try json.boolIfAny() ?? false
            case "done_reason": chunk.stop = try Self.parseStop(&json)
            case "prompt_eval_count": chunk.usageInput = try json.intIfAny()
            case "eval_count": chunk.usageOutput = try json.intIfAny()
            case "error": chunk.failureMessage = try json.stringIfAny()
            case "model": try json.pass()
            default:
                if try !Self.parseEventMore(key, &json, into: &chunk) {
                    try json.keep(key, in: &chunk.extra, of: Self.id)
                }
            }
        }
    }

    /// Writes what a provider adds to one stream event.
    public static func renderEventMore(_ chunk: Chunk, into out: inout Renderer) {}

    /// Reads a key that a provider adds to one stream event; false if it is none of those.
    public static func parseEventMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool {
        false
    }
}

// MARK: - Error body

extension OllamaChatWire {
    /// Writes an error's body.
    public static func renderFailureBody(_ failure: Failure, into out: inout Renderer) {
        out.object { out in
            out.field("error", failure.message ?? "")
        }
    }

    /// Reads an error's body.
    public static func parseFailureBody(_ json: inout JSONReader) throws(JSONError) -> Failure {
        var failure = Failure()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "error": failure.message = try json.stringIfAny()
            default: try json.skip()
            }
        }
        return failure
    }
}

// MARK: - models

extension OllamaChatWire {
    /// Writes `models`.
    public static func renderModels(_ page: ModelPage, into out: inout Renderer) {
        out.object { out in
            out.list("models", page.models, at: "models", Self.renderModel)
        }
    }

    /// Reads `models`.
    public static func parseModels(_ json: inout JSONReader, into page: inout ModelPage) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "models": page.models = try json.list(of: ListedModel(), Self.parseModel)
            default: try json.skip()
            }
        }
    }
}

// MARK: - embedRequest

extension OllamaChatWire {
    /// Writes `embedRequest`.
    public static func renderEmbedRequest(_ request: EmbeddingRequest, into out: inout Renderer) {
        out.object(extra: request.extra) { out in
            out.field("model", request.model)
            out.field("input", request.texts)
            out.field("dimensions", ifPresent: request.dimensions)
        }
        out.drop("purpose", if: request.purpose != nil)
        out.drop("user", if: request.user != nil)
    }

    /// Reads `embedRequest`.
    public static func parseEmbedRequest(
        _ json: inout JSONReader, into request: inout EmbeddingRequest
    ) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "model": request.model = try json.stringIfAny() ?? ""
            case "input": request.texts = try json.texts()
            case "dimensions": request.dimensions = try json.intIfAny()
            default: try json.keep(key, in: &request.extra, of: Self.id)
            }
        }
    }
}

// MARK: - embed

extension OllamaChatWire {
    /// Writes `embed`.
    public static func renderEmbed(_ reply: EmbeddingReply, into out: inout Renderer) {
        out.object { out in
            out.field("model", ifPresent: reply.model)
            out.field("embeddings", reply.lists)
            out.field("prompt_eval_count", ifPresent: reply.input)
        }
    }

    /// Reads `embed`.
    public static func parseEmbed(_ json: inout JSONReader, into reply: inout EmbeddingReply) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "model": reply.model = try json.stringIfAny()
            case "embeddings": reply.lists = try json.numbers()
            case "prompt_eval_count": reply.input = try json.intIfAny()
            default: try json.skip()
            }
        }
    }
}

// MARK: - pullRequest

extension OllamaChatWire {
    /// Writes `pullRequest`.
    public static func renderPullRequest(_ request: PullRequest, into out: inout Renderer) {
        out.object { out in
            out.field("model", request.model)
            out.field("stream", true)
        }
    }

    /// Reads `pullRequest`.
    public static func parsePullRequest(_ json: inout JSONReader, into request: inout PullRequest) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "model": request.model = try json.stringIfAny() ?? ""
            case "stream": try json.pass()
            default: try json.skip()
            }
        }
    }
}

// MARK: - pull

extension OllamaChatWire {
    /// Writes `pull`.
    public static func renderPull(_ step: PullStep, into out: inout Renderer) {
        out.object { out in
            out.field("status", ifPresent: step.state, Self.renderPullState)
            out.field("digest", ifPresent: step.digest)
            out.field("total", ifPresent: step.total)
            out.field("completed", ifPresent: step.completed)
            out.field("error", ifPresent: step.message)
        }
    }

    /// Reads `pull`.
    public static func parsePull(_ json: inout JSONReader, into step: inout PullStep) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "status": step.state = try Self.parsePullState(&json)
            case "digest": step.digest = try json.stringIfAny()
            case "total": step.total = try json.intIfAny()
            case "completed": step.completed = try json.intIfAny()
            case "error": step.message = try json.stringIfAny()
            default: try json.skip()
            }
        }
    }
}

// MARK: - message

extension OllamaChatWire {
    /// Writes `message`.
    public static func renderMessage(_ message: Message, into out: inout Renderer) {
        switch message.role {
        case .system: Self.renderMessageSystem(message, into: &out)
        case .user: Self.renderMessageUser(message, into: &out)
        case .assistant: Self.renderMessageAssistant(message, into: &out)
        case .tool: Self.renderMessageTool(message, into: &out)
        }
    }

    /// Reads `message`.
    public static func parseMessage(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError) {
        switch json.lookAheadString("role") {
        case "system": try Self.parseMessageSystem(&json, into: &messages)
        case "user": try Self.parseMessageUser(&json, into: &messages)
        case "assistant": try Self.parseMessageAssistant(&json, into: &messages)
        case "tool": try Self.parseMessageTool(&json, into: &messages)
        default: try json.skip()
        }
    }

    /// Writes the case `system` of `message`.
    public static func renderMessageSystem(_ message: Message, into out: inout Renderer) {
        let message = out.flatten(message, into: [.text])
        out.object(extra: message.extra) { out in
            out.field("role", "system")
            out.field("content", message.text ?? "")
        }
        out.drop("name", if: message.name != nil)
    }

    /// Reads the case `system` of `message`.
    public static func parseMessageSystem(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError) {
        var message = Message(role: .system)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "content": message.text = try json.stringIfAny()
            case "role": try json.pass()
            default: try json.keep(key, in: &message.extra, of: Self.id)
            }
        }
        messages.append(message)
    }

    /// Writes the case `user` of `message`.
    public static func renderMessageUser(_ message: Message, into out: inout Renderer) {
        let message = out.flatten(message, into: [.text, .image], inlined: true)
        out.object(extra: message.extra) { out in
            out.field("role", "user")
            out.field("content", message.text ?? "")
            out.field("images", ifPresent: message.imageData)
        }
        out.drop("name", if: message.name != nil)
    }

    /// Reads the case `user` of `message`.
    public static func parseMessageUser(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError) {
        var message = Message(role: .user)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "content": message.text = try json.stringIfAny(unless: "")
            case "images": message.imageData = try json.texts()
            case "role": try json.pass()
            default: try json.keep(key, in: &message.extra, of: Self.id)
            }
        }
        messages.append(message)
    }

    /// Writes the case `assistant` of `message`.
    public static func renderMessageAssistant(_ message: Message, into out: inout Renderer) {
        let message = out.flatten(message, into: [.reasoning, .text, .toolCall])
        out.object(extra: message.extra) { out in
            out.field("role", "assistant")
            out.field("thinking", ifPresent: message.reasoning)
            out.field("content", message.text ?? "")
            out.list("tool_calls", ifPresent: message.toolCalls, at: "toolCalls", Self.renderCall)
        }
        out.drop("name", if: message.name != nil)
    }

    /// Reads the case `assistant` of `message`.
    public static func parseMessageAssistant(
        _ json: inout JSONReader, into messages: inout [Message]
    ) throws(JSONError) {
        var message = Message(role: .assistant)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "thinking": message.addReasoning(try json.stringIfAny(), of: Self.id)
            case "content": message.text = try json.stringIfAny(unless: "")
            case "tool_calls": message.toolCalls = try json.list(of: ToolCall(), Self.parseCall)
            case "role": try json.pass()
            default: try json.keep(key, in: &message.extra, of: Self.id)
            }
        }
        message.moveCallsToEnd()
        messages.append(message)
    }

    /// Writes the case `tool` of `message`.
    public static func renderMessageTool(_ message: Message, into out: inout Renderer) {
        let message = out.flatten(message, into: [.toolResult])
        out.each(message.toolResults, at: "toolResults") { result, out in
            let result = out.flatten(result, into: [.text])
            out.object(extra: result.extra) { out in
                out.field("role", "tool")
                out.field("tool_call_id", ifPresent: result.vendorID)
                out.field("tool_name", ifPresent: result.name)
                out.field("content", result.text ?? "")
            }
            out.drop("isError", if: result.isError)
            out.drop("cache", if: result.cache != nil)
        }
        out.drop("name", if: message.name != nil)
        out.drop(message.extra)
    }

    /// Reads the case `tool` of `message`.
    public static func parseMessageTool(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError) {
        var result = ToolResult()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "tool_call_id": result.vendorID = try json.stringIfAny()
            case "tool_name": result.name = try json.stringIfAny()
            case "content": result.text = try json.stringIfAny(unless: "")
            case "role": try json.pass()
            default: try json.keep(key, in: &result.extra, of: Self.id)
            }
        }
        messages.append(result)
    }
}

// MARK: - tool

extension OllamaChatWire {
    /// Writes `tool`.
    public static func renderTool(_ tool: ToolDefinition, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "function")
            out.object("function") { out in
                out.field("name", tool.name)
                out.field("description", ifPresent: tool.description)
                out.field("parameters", tool.schema)
            }
        }
        out.drop("strict", if: tool.strict != nil)
        out.drop("textInput", if: tool.textInput != nil)
        out.drop("cache", if: tool.cache != nil)
    }

    /// Reads `tool`.
    public static func parseTool(_ json: inout JSONReader, into tool: inout ToolDefinition) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "function":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "name": tool.name = try json.stringIfAny() ?? ""
                    case "description": tool.description = try json.stringIfAny()
                    case "parameters": tool.schema = try json.value()
                    default: try json.keep(key, in: &tool.extra, of: Self.id, under: "function")
                    }
                }
            case "type": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
    }
}

// MARK: - answer

extension OllamaChatWire {
    /// Writes `answer`.
    public static func renderAnswer(_ chunk: Chunk, into out: inout Renderer) {
        let chunk = out.flatten(chunk, into: [.reasoning, .text, .toolCall])
        out.object { out in
            out.field("role", "assistant")
            out.field("thinking", ifPresent: chunk.reasoning)
            out.field("content", chunk.text ?? "")
            out.list("tool_calls", ifPresent: chunk.toolCalls, at: "toolCalls", Self.renderPiece)
            Self.renderAnswerMore(chunk, into: &out)
        }
        out.drop(chunk.extra)
    }

    /// Reads `answer`.
    public static func parseAnswer(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "thinking": chunk.reasoning = try json.stringIfAny()
            case "content": chunk.text = try json.stringIfAny(unless: "")
            case "tool_calls": chunk.toolCalls = try json.list(of: ToolCallPiece(), Self.parsePiece)
            case "role": try json.pass()
            default: if try !Self.parseAnswerMore(key, &json, into: &chunk) { try json.skip() }
            }
        }
    }

    /// Writes what a provider adds to `answer`.
    public static func renderAnswerMore(_ chunk: Chunk, into out: inout Renderer) {}

    /// Reads a key that a provider adds to `answer`; false if it is none of those.
    public static func parseAnswerMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool {
        false
    }
}

// MARK: - stop

extension OllamaChatWire {
    /// Writes `stop`.
    public static func renderStop(_ stop: Finish, into out: inout Renderer) {
        switch stop.reason {
        case .stop: out.value("stop")
        case .length: out.value("length")
        default:
            out.value("stop")
            out.lose("stopReason", .approximated, "\(stop.reason) is sent as stop")
        }
    }

    /// Reads `stop`.
    public static func parseStop(_ json: inout JSONReader) throws(JSONError) -> Finish? {
        guard let word = try json.stringIfAny() else { return nil }
        let reason: StopReason =
            switch word {
            case "stop", "load", "unload": .stop
            case "length": .length
            default: .other
            }
        return Finish(reason: reason, vendorReason: word)
    }
}

// MARK: - model

extension OllamaChatWire {
    /// Writes `model`.
    public static func renderModel(_ model: ListedModel, into out: inout Renderer) {
        out.object(extra: model.extra) { out in
            out.field("model", model.id)
            out.field("name", ifPresent: model.name)
        }
    }

    /// Reads `model`.
    public static func parseModel(_ json: inout JSONReader, into model: inout ListedModel) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "model": model.id = try json.stringIfAny() ?? ""
            case "name": model.name = try json.stringIfAny()
            default: try json.keep(key, in: &model.extra, of: Self.id)
            }
        }
    }
}

// MARK: - pullState

extension OllamaChatWire {
    /// Writes `pullState`.
    public static func renderPullState(_ state: PullState, into out: inout Renderer) {
        switch state.reason {
        case .done: out.value("success")
        default:
            out.value("pulling")
            out.lose("pullStateReason", .approximated, "\(state.reason) is sent as pulling")
        }
    }

    /// Reads `pullState`.
    public static func parsePullState(_ json: inout JSONReader) throws(JSONError) -> PullState? {
        guard let word = try json.stringIfAny() else { return nil }
        let reason: PullState.Reason =
            switch word {
            case "success": .done
            default: .other
            }
        return PullState(reason: reason, vendorReason: word)
    }
}

// MARK: - call

extension OllamaChatWire {
    /// Writes `call`.
    public static func renderCall(_ call: ToolCall, into out: inout Renderer) {
        out.object(extra: call.extra) { out in
            out.field("id", ifPresent: call.vendorID)
            out.object("function") { out in
                out.field("name", call.name)
                if let argumentsObject = call.argumentsObject {
                    out.field("arguments", argumentsObject)
                } else {
                    out.object("arguments") { out in
                        out.field("INVALID_JSON", call.functionArguments)
                    }
                    out.lose("arguments", .approximated, "arguments is sent as INVALID_JSON")
                }
            }
        }
        out.drop("input", if: call.inputText != nil)
        out.drop("signature", if: call.signature != nil)
        out.drop("cache", if: call.cache != nil)
    }

    /// Reads `call`.
    public static func parseCall(_ json: inout JSONReader, into call: inout ToolCall) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": call.vendorID = try json.stringIfAny()
            case "function":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "name": call.name = try json.stringIfAny() ?? ""
                    case "arguments": call.argumentsObject = try json.value()
                    default: try json.keep(key, in: &call.extra, of: Self.id, under: "function")
                    }
                }
            default: try json.keep(key, in: &call.extra, of: Self.id)
            }
        }
    }
}

// MARK: - piece

extension OllamaChatWire {
    /// Writes `piece`.
    public static func renderPiece(_ piece: ToolCallPiece, into out: inout Renderer) {
        out.object { out in
            out.field("id", ifPresent: piece.id)
            out.object("function") { out in
                out.field("index", ifPresent: piece.index)
                out.field("name", ifPresent: piece.name)
                if let argumentsObject = piece.argumentsObject {
                    out.field("arguments", argumentsObject)
                } else if piece.functionArguments != nil {
                    out.object("arguments") { out in
                        out.field("INVALID_JSON", ifPresent: piece.functionArguments)
                    }
                    out.lose("arguments", .approximated, "arguments is sent as INVALID_JSON")
                }
            }
        }
        out.drop("input", if: piece.inputText != nil)
    }

    /// Reads `piece`.
    public static func parsePiece(_ json: inout JSONReader, into piece: inout ToolCallPiece) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": piece.id = try json.stringIfAny()
            case "function":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "index": piece.index = try json.intIfAny()
                    case "name": piece.name = try json.stringIfAny()
                    case "arguments": piece.argumentsObject = try json.value()
                    default: try json.skip()
                    }
                }
            default: try json.skip()
            }
        }
    }
}
