// Generated from IDL/Wires/anthropic-messages.idl: edit that file, not this one.

public import MassGenCore

/// Anthropic Messages, as its vendor defines it.
public enum AnthropicMessages: AnthropicMessagesWire {}

/// Anthropic Messages: a provider that differs replaces the shapes in which it does.
public protocol AnthropicMessagesWire: Wire {
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
    /// Writes `part`.
    static func renderPart(_ part: Part, into out: inout Renderer)
    /// Reads `part`.
    static func parsePart(_ json: inout JSONReader) throws(JSONError) -> Part?
    /// Writes the case `text` of `part`.
    static func renderPartText(_ text: TextPart, into out: inout Renderer)
    /// Reads the case `text` of `part`.
    static func parsePartText(_ json: inout JSONReader) throws(JSONError) -> Part
    /// Writes the case `image` of `part`.
    static func renderPartImage(_ media: Media, into out: inout Renderer)
    /// Reads the case `image` of `part`.
    static func parsePartImage(_ json: inout JSONReader) throws(JSONError) -> Part
    /// Writes the case `file` of `part`.
    static func renderPartFile(_ media: Media, into out: inout Renderer)
    /// Reads the case `file` of `part`.
    static func parsePartFile(_ json: inout JSONReader) throws(JSONError) -> Part
    /// Writes the case `reasoning` of `part`.
    static func renderPartReasoning(_ reasoning: ReasoningPart, into out: inout Renderer)
    /// Reads the case `reasoning` of `part`.
    static func parsePartReasoning(_ json: inout JSONReader) throws(JSONError) -> Part
    /// Writes the case `toolCall` of `part`.
    static func renderPartToolCall(_ call: ToolCall, into out: inout Renderer)
    /// Reads the case `toolCall` of `part`.
    static func parsePartToolCall(_ json: inout JSONReader) throws(JSONError) -> Part
    /// Writes the case `toolResult` of `part`.
    static func renderPartToolResult(_ result: ToolResult, into out: inout Renderer)
    /// Reads the case `toolResult` of `part`.
    static func parsePartToolResult(_ json: inout JSONReader) throws(JSONError) -> Part
    /// Writes the case `serverToolCall` of `part`.
    static func renderPartServerToolCall(_ call: ServerToolCall, into out: inout Renderer)
    /// Reads the case `serverToolCall` of `part`.
    static func parsePartServerToolCall(_ json: inout JSONReader) throws(JSONError) -> Part
    /// Reads the case `reasoning` of `part` that is called `thinking`.
    static func parsePartReasoningThinking(_ json: inout JSONReader) throws(JSONError) -> Part
    /// Writes `turn`.
    static func renderTurn(_ turn: Message, into out: inout Renderer)
    /// Reads `turn`.
    static func parseTurn(_ json: inout JSONReader, into turns: inout [Message]) throws(JSONError)
    /// Writes the case `user` of `turn`.
    static func renderTurnUser(_ turn: Message, into out: inout Renderer)
    /// Reads the case `user` of `turn`.
    static func parseTurnUser(_ json: inout JSONReader, into turns: inout [Message]) throws(JSONError)
    /// Writes the case `assistant` of `turn`.
    static func renderTurnAssistant(_ turn: Message, into out: inout Renderer)
    /// Reads the case `assistant` of `turn`.
    static func parseTurnAssistant(_ json: inout JSONReader, into turns: inout [Message]) throws(JSONError)
    /// Writes `tool`.
    static func renderTool(_ tool: ToolDefinition, into out: inout Renderer)
    /// Reads `tool`.
    static func parseTool(_ json: inout JSONReader, into tool: inout ToolDefinition) throws(JSONError)
    /// Writes `serverTool`.
    static func renderServerTool(_ tool: ServerTool, into out: inout Renderer)
    /// Reads `serverTool`.
    static func parseServerTool(_ json: inout JSONReader) throws(JSONError) -> ServerTool?
    /// Writes `toolChoice`.
    static func renderToolChoice(_ choice: ToolChoice, into out: inout Renderer)
    /// Reads `toolChoice`.
    static func parseToolChoice(_ json: inout JSONReader) throws(JSONError) -> ToolChoice?
    /// Writes `responseFormat`.
    static func renderResponseFormat(_ format: ResponseFormat, into out: inout Renderer)
    /// Reads `responseFormat`.
    static func parseResponseFormat(_ json: inout JSONReader) throws(JSONError) -> ResponseFormat?
    /// Writes `stop`.
    static func renderStop(_ stop: Finish, into out: inout Renderer)
    /// Reads `stop`.
    static func parseStop(_ json: inout JSONReader) throws(JSONError) -> Finish?
    /// Writes `usage`.
    static func renderUsage(_ usage: UsageCounts, into out: inout Renderer)
    /// Reads `usage`.
    static func parseUsage(_ json: inout JSONReader, into usage: inout UsageCounts) throws(JSONError)
    /// Writes what a provider adds to `usage`.
    static func renderUsageMore(_ usage: UsageCounts, into out: inout Renderer)
    /// Reads a key that a provider adds to `usage`; false if it is none of those.
    static func parseUsageMore(
        _ key: JSONKey, _ json: inout JSONReader, into usage: inout UsageCounts
    ) throws(JSONError) -> Bool
    /// Writes `failure`.
    static func renderFailure(_ failure: Failure, into out: inout Renderer)
    /// Reads `failure`.
    static func parseFailure(_ json: inout JSONReader, into failure: inout Failure) throws(JSONError)
    /// Writes `delta`.
    static func renderDelta(_ chunk: Chunk, into out: inout Renderer)
    /// Reads `delta`.
    static func parseDelta(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError)
    /// Writes `model`.
    static func renderModel(_ model: ListedModel, into out: inout Renderer)
    /// Reads `model`.
    static func parseModel(_ json: inout JSONReader, into model: inout ListedModel) throws(JSONError)
    /// Writes `citation`.
    static func renderCitation(_ citation: Citation, into out: inout Renderer)
    /// Reads `citation`.
    static func parseCitation(_ json: inout JSONReader, into citation: inout Citation) throws(JSONError)
}

// MARK: - Facts

extension AnthropicMessagesWire {
    /// The id of Anthropic Messages.
    public static var id: String { "anthropic-messages" }

    /// How events are cut out of a streamed body.
    public static var framing: Framing { .sse(end: "{\"type\":\"message_stop\"}") }

    /// The content of a stream comes in numbered blocks.
    public static var isNumbered: Bool { true }

    /// What is offered besides chat.
    public static var services: [Provider.Service] {
        [
            .init(.models, "GET", "/v1/models"),
            .init(
                .count, "POST", "/v1/messages/count_tokens",
                without: ["max_tokens", "temperature", "top_p", "top_k", "stop_sequences", "metadata", "service_tier"]
            ),
            .init(
                .upload, "POST", "/v1/files", headers: [.init("anthropic-beta", .text("files-api-2025-04-14"))],
                file: .form("file")
            ),
            .init(.file, "GET", "/v1/files/{file}", headers: [.init("anthropic-beta", .text("files-api-2025-04-14"))]),
            .init(
                .remove, "DELETE", "/v1/files/{file}", headers: [.init("anthropic-beta", .text("files-api-2025-04-14"))]
            ),
        ]
    }

    /// The usual chat endpoints, most particular first.
    public static var endpoints: [Provider.Endpoint] {
        [.init("/v1/messages")]
    }

    /// Events are named by this key before their data.
    public static var eventKey: StaticString? { "type" }

    /// Reasoning bears a seal, be it empty.
    public static var sealsReasoning: Bool { true }

    /// What servers of this wire can where nobody says otherwise.
    public static var capabilities: Set<Capability> {
        [
            "streaming", "tools", "toolChoice", "parallelTools", "strictTools", "vision", "files", "jsonSchema",
            "reasoning", "sampling", "reasoningEffort", "reasoningBudget",
        ]
    }

    /// How schemas must be for answers and calls to be held to them.
    public static var schemaRules: SchemaRules {
        SchemaRules(
            drops: [
                "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
                "pattern", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "contentEncoding",
            ],
            renames: ["oneOf": "anyOf"],
            formats: ["date-time", "time", "date", "duration", "email", "hostname", "uri", "ipv4", "ipv6", "uuid"],
            closes: true,
            always: true
        )
    }

    /// How ids of calls are spelled.
    public static var ids: Spelling? { Spelling("A-Za-z0-9_-", 1...64) }

    /// How names of tools are spelled.
    public static var names: Spelling? { Spelling("A-Za-z0-9_-", 1...64) }

    /// What a status and the vendor's word for an error mean.
    public static func classify(status: Int, word: String?) -> ErrorClass? {
        switch word {
        case "invalid_request_error": return .invalidRequest
        case "authentication_error": return .authentication
        case "billing_error": return .quota
        case "permission_error": return .permission
        case "not_found_error": return .notFound
        case "request_too_large": return .requestTooLarge
        case "rate_limit_error": return .rateLimited.retryable
        case "api_error": return .server.retryable
        case "timeout_error": return .timeout.retryable
        case "overloaded_error": return .overloaded.retryable
        default: break
        }
        return switch status {
        case 400: .invalidRequest
        case 401: .authentication
        case 402: .quota
        case 403: .permission
        case 404: .notFound
        case 408: .timeout.retryable
        case 409: .conflict.retryable
        case 413: .requestTooLarge
        case 422: .invalidRequest
        case 429: .rateLimited.retryable
        case 504: .timeout.retryable
        case 529: .overloaded.retryable
        case 500...599: .server.retryable
        default: nil
        }
    }

    /// What the counts mean: some stand outside of the figures for prompt and answer.
    public static func usage(_ counts: UsageCounts) -> Usage {
        counts.usage(outsideInput: [\.cacheRead, \.cacheWrite])
    }

    /// The counts as they are related here.
    public static func counts(_ usage: Usage) -> UsageCounts {
        UsageCounts(usage, outsideInput: [\.cacheRead, \.cacheWrite])
    }
}

// MARK: - Request

extension AnthropicMessagesWire {
    /// Writes a request's body.
    public static func renderRequest(_ request: ChatRequest, into out: inout Renderer) {
        let request = Self.restricted(request, &out)
        out.object(extra: request.extra) { out in
            out.field("model", request.model)
            out.field("max_tokens", request.maxOutputTokens ?? 4096)
            out.list("system", ifPresent: request.systemParts, at: "systemParts", Self.renderPart)
            out.list("messages", request.turns, at: "turns", Self.renderTurn)
            out.arrayIfAny("tools") { out in
                out.each(request.tools, at: "tools", Self.renderTool)
                out.each(request.serverTools, at: "serverTools", Self.renderServerTool)
            }
            out.field("tool_choice", ifPresent: request.toolChoice, Self.renderToolChoice)
            if request.reasoningBudgetTokens != nil {
                out.object("thinking") { out in
                    out.field("type", "enabled")
                    out.field("budget_tokens", ifPresent: request.reasoningBudgetTokens)
                }
            }
            if request.reasoningEffort != nil || request.responseFormat != nil {
                out.object("output_config") { out in
                    out.field("effort", ifPresent: request.reasoningEffort)
                    out.field("format", ifPresent: request.responseFormat, Self.renderResponseFormat)
                }
            }
            out.field(
                "temperature", ifPresent: out.allowed(request.temperature, "temperature", if: out.can("sampling"))
            )
            out.field("top_p", ifPresent: out.allowed(request.topP, "topP", if: out.can("sampling")))
            out.field("top_k", ifPresent: out.allowed(request.topK, "topK", if: out.can("sampling")))
            out.field("stop_sequences", ifPresent: request.stop)
            if request.user != nil {
                out.object("metadata") { out in
                    out.field("user_id", ifPresent: request.user)
                }
            }
            out.field("service_tier", ifPresent: request.serviceTier)
            if out.isStreaming {
                out.field("stream", true)
            }
            Self.renderRequestMore(request, into: &out)
        }
        out.drop("parallelToolCalls", if: request.parallelToolCalls != nil)
        out.drop("seed", if: request.seed != nil)
        out.drop("presencePenalty", if: request.presencePenalty != nil)
        out.drop("frequencyPenalty", if: request.frequencyPenalty != nil)
        out.drop("logitBias", if: request.logitBias != nil)
        out.drop("logprobs", if: request.logprobs != nil)
        out.drop("topLogprobs", if: request.topLogprobs != nil)
        out.drop("choices", if: request.choices != nil)
        out.drop("reasoning.summary", if: request.reasoningSummary != nil)
        out.drop("cache", if: !request.cache.isEmpty)
        out.drop("cacheKey", if: request.cacheKey != nil)
        out.drop("metadata", if: request.metadata != nil)
        out.drop("store", if: request.store != nil)
        out.drop(
            "reasoning.budgetTokens", if: request.reasoningBudgetTokens != nil && request.reasoningBudgetTokens == nil
        )
    }

    /// Reads a request's body.
    public static func parseRequest(_ json: inout JSONReader) throws(JSONError) -> ChatRequest {
        var request = ChatRequest(model: "", messages: [])
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "model": request.model = try json.stringIfAny() ?? ""
            case "max_tokens": request.maxOutputTokens = try json.intIfAny()
            case "system":
                switch try json.peek() {
                case .array: request.systemParts = try json.list(Self.parsePart)
                case .string: request.systemText = try json.stringIfAny()
                default: try json.skip()
                }
            case "messages": request.turns = try json.list(joining: Self.parseTurn)
            case "tools":
                guard try json.beginArrayIfAny() else { break }
                while try json.nextElement() {
                    if json.lookAheadString("type") == "custom" {
                        if let tool = try json.object(ToolDefinition(name: "", schema: [:]), Self.parseTool) {
                            request.tools.append(tool)
                        }
                    } else if let tool = try Self.parseServerTool(&json) {
                        request.serverTools.append(tool)
                    }
                }
            case "tool_choice": request.toolChoice = try Self.parseToolChoice(&json)
            case "thinking":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "budget_tokens": request.reasoningBudgetTokens = try json.intIfAny()
                    case "type": try json.pass()
                    default: try json.keep(key, in: &request.extra, of: Self.id, under: "thinking")
                    }
                }
            case "output_config":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "effort":
                        request.reasoningEffort = (try json.stringIfAny()).map(ReasoningEffort.init(rawValue:))
                    case "format": request.responseFormat = try Self.parseResponseFormat(&json)
                    default: try json.keep(key, in: &request.extra, of: Self.id, under: "output_config")
                    }
                }
            case "temperature": request.temperature = try json.doubleIfAny()
            case "top_p": request.topP = try json.doubleIfAny()
            case "top_k": request.topK = try json.intIfAny()
            case "stop_sequences": request.stop = try json.texts()
            case "metadata":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "user_id": request.user = try json.stringIfAny()
                    default: try json.keep(key, in: &request.extra, of: Self.id, under: "metadata")
                    }
                }
            case "service_tier": request.serviceTier = try json.stringIfAny()
            case "stream": try json.pass()
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

extension AnthropicMessagesWire {
    /// Writes a whole response's body.
    public static func renderResponse(_ chunk: Chunk, into out: inout Renderer) {
        out.object { out in
            out.field("id", ifPresent: chunk.responseID)
            out.field("type", "message")
            out.field("role", "assistant")
            out.field("model", ifPresent: chunk.model)
            out.list("content", chunk.parts, at: "parts", Self.renderPart)
            out.field("stop_reason", orNull: chunk.stop, Self.renderStop)
            out.field("usage", ifPresent: chunk.usage, Self.renderUsage)
            out.field("error", ifPresent: chunk.failure, Self.renderFailure)
            Self.renderResponseMore(chunk, into: &out)
        }
    }

    /// Reads a whole response's body.
    public static func parseResponse(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id" where chunk.needsHead: chunk.responseID = try json.stringIfAny()
            case "model" where chunk.needsHead: chunk.model = try json.stringIfAny()
            case "content": chunk.parts = try json.list(Self.parsePart)
            case "stop_reason": chunk.stop = try Self.parseStop(&json)
            case "usage": chunk.usage = try json.object(UsageCounts(), Self.parseUsage) ?? chunk.usage
            case "error": chunk.failure = try json.object(Failure(), Self.parseFailure)
            case "type", "role": try json.pass()
            default: if try !Self.parseResponseMore(key, &json, into: &chunk) { try json.skip() }
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

extension AnthropicMessagesWire {
    /// Writes one stream event.
    public static func renderEvent(_ chunk: Chunk, into out: inout Renderer) {
        if chunk.responseID != nil {
            out.object { out in
                out.field("type", "message_start")
                out.object("message") { out in
                    out.field("id", ifPresent: chunk.responseID)
                    out.field("type", "message")
                    out.field("role", "assistant")
                    out.field("model", ifPresent: chunk.model)
                    out.list("content", chunk.parts, at: "parts", Self.renderPart)
                    out.field("usage", ifPresent: chunk.usage, Self.renderUsage)
                }
            }
        } else if chunk.failure != nil {
            out.object { out in
                out.field("type", "error")
                out.field("error", ifPresent: chunk.failure, Self.renderFailure)
            }
        } else if chunk.block != nil, chunk.opened != nil {
            out.object { out in
                out.field("type", "content_block_start")
                out.field("index", ifPresent: chunk.block)
                out.field("content_block", ifPresent: chunk.opened, Self.renderPart)
            }
        } else if chunk.ended != nil {
            out.object { out in
                out.field("type", "content_block_stop")
                out.field("index", ifPresent: chunk.ended)
            }
        } else if chunk.block != nil {
            out.object { out in
                out.field("type", "content_block_delta")
                out.field("index", ifPresent: chunk.block)
                out.field("delta", chunk, Self.renderDelta)
            }
        } else {
            out.object { out in
                out.field("type", "message_delta")
                if chunk.stop != nil {
                    out.object("delta") { out in
                        out.field("stop_reason", ifPresent: chunk.stop, Self.renderStop)
                    }
                }
                out.field("usage", ifPresent: chunk.usage, Self.renderUsage)
            }
        }
    }

    /// Reads one stream event.
    public static func parseEvent(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError) {
        switch json.lookAheadString("type") {
        case "message_start":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "message":
                    guard try json.beginObjectIfAny() else { break }
                    while let key = try json.nextKey() {
                        switch key {
                        case "id" where chunk.needsHead: chunk.responseID = try json.stringIfAny()
                        case "model" where chunk.needsHead: chunk.model = try json.stringIfAny()
                        case "content": chunk.parts = try json.list(Self.parsePart)
                        case "usage": chunk.usage = try json.object(UsageCounts(), Self.parseUsage) ?? chunk.usage
                        case "type", "role": try json.pass()
                        default: try json.skip()
                        }
                    }
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        case "error":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "error": chunk.failure = try json.object(Failure(), Self.parseFailure)
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        case "content_block_start":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "index": chunk.block = try json.intIfAny()
                case "content_block": chunk.opened = try Self.parsePart(&json)
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        case "content_block_stop":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "index": chunk.ended = try json.intIfAny()
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        case "content_block_delta":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "index": chunk.block = try json.intIfAny()
                case "delta": try json.object(into: &chunk, Self.parseDelta)
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        case "message_delta":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "delta":
                    guard try json.beginObjectIfAny() else { break }
                    while let key = try json.nextKey() {
                        switch key {
                        case "stop_reason": chunk.stop = try Self.parseStop(&json)
                        default: try json.skip()
                        }
                    }
                case "usage": chunk.usage = try json.object(UsageCounts(), Self.parseUsage) ?? chunk.usage
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        case "ping":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        case "message_stop":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        default: try json.skip()
        }
    }
}

// MARK: - Error body

extension AnthropicMessagesWire {
    /// Writes an error's body.
    public static func renderFailureBody(_ failure: Failure, into out: inout Renderer) {
        out.object { out in
            out.field("type", "error")
            out.field("error", failure, Self.renderFailure)
        }
    }

    /// Reads an error's body.
    public static func parseFailureBody(_ json: inout JSONReader) throws(JSONError) -> Failure {
        var failure = Failure()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "error": try json.object(into: &failure, Self.parseFailure)
            case "message": failure.message = try json.stringIfAny()
            case "type": try json.pass()
            default: try json.skip()
            }
        }
        return failure
    }
}

// MARK: - modelsRequest

extension AnthropicMessagesWire {
    /// Writes `modelsRequest`.
    public static func renderModelsRequest(_ query: ModelQuery, into out: inout Renderer) {
        out.object { out in
            out.field("after_id", ifPresent: query.after)
            out.field("limit", 1000)
        }
    }

    /// Reads `modelsRequest`.
    public static func parseModelsRequest(_ json: inout JSONReader, into query: inout ModelQuery) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "after_id": query.after = try json.stringIfAny()
            case "limit": try json.pass()
            default: try json.skip()
            }
        }
    }
}

// MARK: - models

extension AnthropicMessagesWire {
    /// Writes `models`.
    public static func renderModels(_ page: ModelPage, into out: inout Renderer) {
        out.object { out in
            out.list("data", page.models, at: "models", Self.renderModel)
            out.field("has_more", ifPresent: page.hasMore)
            out.field("last_id", ifPresent: page.next)
        }
    }

    /// Reads `models`.
    public static func parseModels(_ json: inout JSONReader, into page: inout ModelPage) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "data": page.models = try json.list(of: ListedModel(), Self.parseModel)
            case "has_more": page.hasMore = try json.boolIfAny()
            case "last_id": page.next = try json.stringIfAny()
            default: try json.skip()
            }
        }
    }
}

// MARK: - count

extension AnthropicMessagesWire {
    /// Writes `count`.
    public static func renderCount(_ tokens: UsageCounts, into out: inout Renderer) {
        out.object { out in
            out.field("input_tokens", ifPresent: tokens.input)
        }
    }

    /// Reads `count`.
    public static func parseCount(_ json: inout JSONReader, into tokens: inout UsageCounts) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "input_tokens": tokens.input = try json.intIfAny()
            default: try json.skip()
            }
        }
    }
}

// MARK: - file

extension AnthropicMessagesWire {
    /// Writes `file`.
    public static func renderFile(_ file: StoredFile, into out: inout Renderer) {
        out.object(extra: file.extra) { out in
            out.field("id", file.id)
            out.field("type", "file")
            out.field("filename", ifPresent: file.name)
            out.field("mime_type", ifPresent: file.mediaType)
            out.field("size_bytes", ifPresent: file.size)
            out.field("created_at", ifPresent: file.createdText)
        }
    }

    /// Reads `file`.
    public static func parseFile(_ json: inout JSONReader, into file: inout StoredFile) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": file.id = try json.stringIfAny() ?? ""
            case "type": try json.keep(key, unless: "file", in: &file.extra, of: Self.id)
            case "filename": file.name = try json.stringIfAny()
            case "mime_type": file.mediaType = try json.stringIfAny()
            case "size_bytes": file.size = try json.intIfAny()
            case "created_at": file.createdText = try json.stringIfAny()
            default: try json.keep(key, in: &file.extra, of: Self.id)
            }
        }
    }
}

// MARK: - part

extension AnthropicMessagesWire {
    /// Writes `part`.
    public static func renderPart(_ part: Part, into out: inout Renderer) {
        switch part {
        case .text(let text): Self.renderPartText(text, into: &out)
        case .image(let media): Self.renderPartImage(media, into: &out)
        case .file(let media): Self.renderPartFile(media, into: &out)
        case .reasoning(let reasoning) where out.isOwn(part): Self.renderPartReasoning(reasoning, into: &out)
        case .toolCall(let call): Self.renderPartToolCall(call, into: &out)
        case .toolResult(let result): Self.renderPartToolResult(result, into: &out)
        case .serverToolCall(let call): Self.renderPartServerToolCall(call, into: &out)
        case .opaque(let opaque) where out.isOwn(part): out.raw(opaque.json)
        default: out.drop(part)
        }
    }

    /// Reads `part`.
    public static func parsePart(_ json: inout JSONReader) throws(JSONError) -> Part? {
        switch json.lookAheadString("type") {
        case "text": return try Self.parsePartText(&json)
        case "image": return try Self.parsePartImage(&json)
        case "document": return try Self.parsePartFile(&json)
        case "redacted_thinking": return try Self.parsePartReasoning(&json)
        case "thinking": return try Self.parsePartReasoningThinking(&json)
        case "tool_use": return try Self.parsePartToolCall(&json)
        case "tool_result": return try Self.parsePartToolResult(&json)
        case "server_tool_use": return try Self.parsePartServerToolCall(&json)
        default: return .opaque(OpaquePart(origin: Self.id, json: try json.text()))
        }
    }

    /// Writes the case `text` of `part`.
    public static func renderPartText(_ text: TextPart, into out: inout Renderer) {
        out.object(extra: text.extra) { out in
            out.field("type", "text")
            out.field("text", text.text)
            out.list("citations", ifPresent: text.citations, at: "citations", Self.renderCitation)
        }
    }

    /// Reads the case `text` of `part`.
    public static func parsePartText(_ json: inout JSONReader) throws(JSONError) -> Part {
        var text = TextPart()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "text": text.text = try json.stringIfAny() ?? ""
            case "citations": text.citations = try json.list(of: Citation(), Self.parseCitation)
            case "type": try json.pass()
            default: try json.keep(key, in: &text.extra, of: Self.id)
            }
        }
        return .text(text)
    }

    /// Writes the case `image` of `part`.
    public static func renderPartImage(_ media: Media, into out: inout Renderer) {
        guard media.mediaType != nil && media.data != nil || media.url != nil || media.fileID != nil else {
            return out.drop(Part.image(media))
        }
        out.object(extra: media.extra) { out in
            out.field("type", "image")
            if media.mediaType != nil && media.data != nil {
                out.object("source") { out in
                    out.field("type", "base64")
                    out.field("media_type", ifPresent: media.mediaType)
                    out.field("data", ifPresent: media.base64)
                }
            } else if media.url != nil {
                out.object("source") { out in
                    out.field("type", "url")
                    out.field("url", ifPresent: media.url)
                }
            } else if media.fileID != nil {
                out.object("source") { out in
                    out.field("type", "file")
                    out.field("file_id", ifPresent: media.fileID)
                }
            }
        }
        out.drop("name", if: media.name != nil)
        out.drop("detail", if: media.detail != nil)
    }

    /// Reads the case `image` of `part`.
    public static func parsePartImage(_ json: inout JSONReader) throws(JSONError) -> Part {
        var media = Media()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "source":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "media_type": media.mediaType = try json.stringIfAny()
                    case "data": media.base64 = try json.stringIfAny()
                    case "url": media.url = try json.stringIfAny()
                    case "file_id": media.fileID = try json.stringIfAny()
                    case "type": try json.pass()
                    default: try json.keep(key, in: &media.extra, of: Self.id, under: "source")
                    }
                }
            case "type": try json.pass()
            default: try json.keep(key, in: &media.extra, of: Self.id)
            }
        }
        return .image(media)
    }

    /// Writes the case `file` of `part`.
    public static func renderPartFile(_ media: Media, into out: inout Renderer) {
        guard media.mediaType != nil && media.data != nil || media.url != nil || media.fileID != nil else {
            return out.drop(Part.file(media))
        }
        out.object(extra: media.extra) { out in
            out.field("type", "document")
            if media.mediaType != nil && media.data != nil {
                out.object("source") { out in
                    out.field("type", "base64")
                    out.field("media_type", ifPresent: media.mediaType)
                    out.field("data", ifPresent: media.base64)
                }
            } else if media.url != nil {
                out.object("source") { out in
                    out.field("type", "url")
                    out.field("url", ifPresent: media.url)
                }
            } else if media.fileID != nil {
                out.object("source") { out in
                    out.field("type", "file")
                    out.field("file_id", ifPresent: media.fileID)
                }
            }
            out.field("title", ifPresent: media.name)
        }
        out.drop("detail", if: media.detail != nil)
    }

    /// Reads the case `file` of `part`.
    public static func parsePartFile(_ json: inout JSONReader) throws(JSONError) -> Part {
        var media = Media()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "source":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "media_type": media.mediaType = try json.stringIfAny()
                    case "data": media.base64 = try json.stringIfAny()
                    case "url": media.url = try json.stringIfAny()
                    case "file_id": media.fileID = try json.stringIfAny()
                    case "type": try json.pass()
                    default: try json.keep(key, in: &media.extra, of: Self.id, under: "source")
                    }
                }
            case "title": media.name = try json.stringIfAny()
            case "type": try json.pass()
            default: try json.keep(key, in: &media.extra, of: Self.id)
            }
        }
        return .file(media)
    }

    /// Writes the case `reasoning` of `part`.
    public static func renderPartReasoning(_ reasoning: ReasoningPart, into out: inout Renderer) {
        if reasoning.encrypted != nil {
            out.object(extra: reasoning.extra) { out in
                out.field("type", "redacted_thinking")
                out.field("data", ifPresent: reasoning.encrypted)
            }
            out.drop("signature", if: reasoning.signature != nil)
        } else if reasoning.signature != nil {
            out.object(extra: reasoning.extra) { out in
                out.field("type", "thinking")
                out.field("thinking", reasoning.text)
                out.field("signature", ifPresent: reasoning.signature)
            }
            out.drop("encrypted", if: reasoning.encrypted != nil)
        } else {
            out.drop(Part.reasoning(reasoning))
        }
    }

    /// Reads the case `reasoning` of `part`.
    public static func parsePartReasoning(_ json: inout JSONReader) throws(JSONError) -> Part {
        var reasoning = ReasoningPart(origin: Self.id)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "data": reasoning.encrypted = try json.stringIfAny()
            case "type": try json.pass()
            default: try json.keep(key, in: &reasoning.extra, of: Self.id)
            }
        }
        return .reasoning(reasoning)
    }

    /// Writes the case `toolCall` of `part`.
    public static func renderPartToolCall(_ call: ToolCall, into out: inout Renderer) {
        guard call.arguments != nil else { return out.drop(Part.toolCall(call)) }
        out.object(extra: call.extra) { out in
            out.field("type", "tool_use")
            out.field("id", call.id)
            out.field("name", call.name)
            out.field("input", ifPresent: call.arguments)
        }
    }

    /// Reads the case `toolCall` of `part`.
    public static func parsePartToolCall(_ json: inout JSONReader) throws(JSONError) -> Part {
        var call = ToolCall()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": call.id = try json.stringIfAny() ?? ""
            case "name": call.name = try json.stringIfAny() ?? ""
            case "input": call.arguments = try json.value()
            case "type": try json.pass()
            default: try json.keep(key, in: &call.extra, of: Self.id)
            }
        }
        return .toolCall(call)
    }

    /// Writes the case `toolResult` of `part`.
    public static func renderPartToolResult(_ result: ToolResult, into out: inout Renderer) {
        out.object(extra: result.extra) { out in
            out.field("type", "tool_result")
            out.field("tool_use_id", result.callID)
            if let text = result.soleText {
                out.field("content", text)
            } else {
                out.list("content", result.parts, at: "parts", Self.renderPart)
            }
            out.field("is_error", ifPresent: result.isError ? true : nil)
        }
    }

    /// Reads the case `toolResult` of `part`.
    public static func parsePartToolResult(_ json: inout JSONReader) throws(JSONError) -> Part {
        var result = ToolResult()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "tool_use_id": result.callID = try json.stringIfAny() ?? ""
            case "content":
                switch try json.peek() {
                case .string: result.text = try json.stringIfAny()
                case .array: result.parts += try json.list(Self.parsePart)
                default: try json.skip()
                }
            case "is_error": result.isError = try json.boolIfAny() ?? false
            case "type": try json.pass()
            default: try json.keep(key, in: &result.extra, of: Self.id)
            }
        }
        return .toolResult(result)
    }

    /// Writes the case `serverToolCall` of `part`.
    public static func renderPartServerToolCall(_ call: ServerToolCall, into out: inout Renderer) {
        out.object(extra: call.extra) { out in
            out.field("type", "server_tool_use")
            out.field("id", call.id)
            out.field("name", call.name)
            out.field("input", call.arguments)
        }
    }

    /// Reads the case `serverToolCall` of `part`.
    public static func parsePartServerToolCall(_ json: inout JSONReader) throws(JSONError) -> Part {
        var call = ServerToolCall()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": call.id = try json.stringIfAny() ?? ""
            case "name": call.name = try json.stringIfAny() ?? ""
            case "input": call.arguments = try json.value()
            case "type": try json.pass()
            default: try json.keep(key, in: &call.extra, of: Self.id)
            }
        }
        return .serverToolCall(call)
    }

    /// Reads the case `reasoning` of `part` that is called `thinking`.
    public static func parsePartReasoningThinking(_ json: inout JSONReader) throws(JSONError) -> Part {
        var reasoning = ReasoningPart(origin: Self.id)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "thinking": reasoning.text = try json.stringIfAny() ?? ""
            case "signature": reasoning.signature = try json.stringIfAny()
            case "type": try json.pass()
            default: try json.keep(key, in: &reasoning.extra, of: Self.id)
            }
        }
        return .reasoning(reasoning)
    }
}

// MARK: - turn

extension AnthropicMessagesWire {
    /// Writes `turn`.
    public static func renderTurn(_ turn: Message, into out: inout Renderer) {
        switch turn.role {
        case .user: Self.renderTurnUser(turn, into: &out)
        case .assistant: Self.renderTurnAssistant(turn, into: &out)
        case .system, .tool: break
        }
    }

    /// Reads `turn`.
    public static func parseTurn(_ json: inout JSONReader, into turns: inout [Message]) throws(JSONError) {
        switch json.lookAheadString("role") {
        case "user": try Self.parseTurnUser(&json, into: &turns)
        case "assistant": try Self.parseTurnAssistant(&json, into: &turns)
        default: try json.skip()
        }
    }

    /// Writes the case `user` of `turn`.
    public static func renderTurnUser(_ turn: Message, into out: inout Renderer) {
        out.object(extra: turn.extra) { out in
            out.field("role", "user")
            out.list("content", turn.parts, at: "parts", Self.renderPart)
        }
        out.drop("name", if: turn.name != nil)
    }

    /// Reads the case `user` of `turn`.
    public static func parseTurnUser(_ json: inout JSONReader, into turns: inout [Message]) throws(JSONError) {
        var turn = Message(role: .user)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "content":
                switch try json.peek() {
                case .array: turn.parts += try json.list(Self.parsePart)
                case .string: turn.text = try json.stringIfAny()
                default: try json.skip()
                }
            case "role": try json.pass()
            default: try json.keep(key, in: &turn.extra, of: Self.id)
            }
        }
        turns.append(turn)
    }

    /// Writes the case `assistant` of `turn`.
    public static func renderTurnAssistant(_ turn: Message, into out: inout Renderer) {
        out.object(extra: turn.extra) { out in
            out.field("role", "assistant")
            out.list("content", turn.parts, at: "parts", Self.renderPart)
        }
        out.drop("name", if: turn.name != nil)
    }

    /// Reads the case `assistant` of `turn`.
    public static func parseTurnAssistant(_ json: inout JSONReader, into turns: inout [Message]) throws(JSONError) {
        var turn = Message(role: .assistant)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "content":
                switch try json.peek() {
                case .array: turn.parts += try json.list(Self.parsePart)
                case .string: turn.text = try json.stringIfAny()
                default: try json.skip()
                }
            case "role": try json.pass()
            default: try json.keep(key, in: &turn.extra, of: Self.id)
            }
        }
        turns.append(turn)
    }
}

// MARK: - tool

extension AnthropicMessagesWire {
    /// Writes `tool`.
    public static func renderTool(_ tool: ToolDefinition, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "custom")
            out.field("name", tool.name)
            out.field("description", ifPresent: tool.description)
            out.field("input_schema", tool.schema)
            out.field("strict", ifPresent: tool.strict)
        }
    }

    /// Reads `tool`.
    public static func parseTool(_ json: inout JSONReader, into tool: inout ToolDefinition) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "name": tool.name = try json.stringIfAny() ?? ""
            case "description": tool.description = try json.stringIfAny()
            case "input_schema": tool.schema = try json.value()
            case "strict": tool.strict = try json.boolIfAny()
            case "type": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
    }
}

// MARK: - serverTool

extension AnthropicMessagesWire {
    /// Writes `serverTool`.
    public static func renderServerTool(_ tool: ServerTool, into out: inout Renderer) {
        switch tool.name {
        case "webSearch" where out.can("webSearch"):
            out.object { out in
                out.field("type", "web_search_20260209")
                out.field("name", "web_search")
            }
            out.dropSettings(of: tool)
            out.drop(tool.extra)
        case "codeExecution" where out.can("codeExecution"):
            out.object { out in
                out.field("type", "code_execution_20260120")
                out.field("name", "code_execution")
            }
            out.dropSettings(of: tool)
            out.drop(tool.extra)
        default:
            out.other(tool, known: "webSearch", "codeExecution")
        }
    }

    /// Reads `serverTool`.
    public static func parseServerTool(_ json: inout JSONReader) throws(JSONError) -> ServerTool? {
        switch json.lookAheadString("type") {
        case "web_search_20260209":
            let tool = ServerTool(name: "webSearch")
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "type", "name": try json.pass()
                default: try json.skip()
                }
            }
            return tool
        case "code_execution_20260120":
            let tool = ServerTool(name: "codeExecution")
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "type", "name": try json.pass()
                default: try json.skip()
                }
            }
            return tool
        default: return try json.serverTool(by: "type", of: Self.id)
        }
    }
}

// MARK: - toolChoice

extension AnthropicMessagesWire {
    /// Writes `toolChoice`.
    public static func renderToolChoice(_ choice: ToolChoice, into out: inout Renderer) {
        switch choice {
        case .auto:
            out.object { out in
                out.field("type", "auto")
            }
        case .none:
            out.object { out in
                out.field("type", "none")
            }
        case .required:
            out.object { out in
                out.field("type", "any")
            }
        case .tool(let tool):
            out.object { out in
                out.field("type", "tool")
                out.field("name", tool.name)
            }
        }
    }

    /// Reads `toolChoice`.
    public static func parseToolChoice(_ json: inout JSONReader) throws(JSONError) -> ToolChoice? {
        switch json.lookAheadString("type") {
        case "auto":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "type": try json.pass()
                default: try json.skip()
                }
            }
            return ToolChoice.auto
        case "none":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "type": try json.pass()
                default: try json.skip()
                }
            }
            return ToolChoice.none
        case "any":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "type": try json.pass()
                default: try json.skip()
                }
            }
            return ToolChoice.required
        case "tool":
            var tool = NamedTool(name: "")
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "name": tool.name = try json.stringIfAny() ?? ""
                case "type": try json.pass()
                default: try json.skip()
                }
            }
            return .tool(tool)
        default:
            try json.skip()
            return nil
        }
    }
}

// MARK: - responseFormat

extension AnthropicMessagesWire {
    /// Writes `responseFormat`.
    public static func renderResponseFormat(_ format: ResponseFormat, into out: inout Renderer) {
        switch format {
        case .text:
            out.object { out in
                out.field("type", "text")
            }
        case .json:
            out.object { out in
                out.field("type", "text")
            }
        case .jsonSchema(let schema):
            out.object { out in
                out.field("type", "json_schema")
                out.field("schema", schema.schema)
            }
            out.drop("description", if: schema.description != nil)
            out.drop("strict", if: schema.strict != nil)
        }
    }

    /// Reads `responseFormat`.
    public static func parseResponseFormat(_ json: inout JSONReader) throws(JSONError) -> ResponseFormat? {
        switch json.lookAheadString("type") {
        case "text":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "type": try json.pass()
                default: try json.skip()
                }
            }
            return ResponseFormat.text
        case "json_schema":
            var schema = JSONSchemaFormat(name: "", schema: [:])
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "schema": schema.schema = try json.value()
                case "type": try json.pass()
                default: try json.skip()
                }
            }
            return .jsonSchema(schema)
        default:
            try json.skip()
            return nil
        }
    }
}

// MARK: - stop

extension AnthropicMessagesWire {
    /// Writes `stop`.
    public static func renderStop(_ stop: Finish, into out: inout Renderer) {
        switch stop.reason {
        case .stop: out.value("end_turn")
        case .toolCalls: out.value("tool_use")
        case .length: out.value("max_tokens")
        case .refusal: out.value("refusal")
        case .pause: out.value("pause_turn")
        default:
            out.value("end_turn")
            out.lose("stopReason", .approximated, "\(stop.reason) is sent as end_turn")
        }
    }

    /// Reads `stop`.
    public static func parseStop(_ json: inout JSONReader) throws(JSONError) -> Finish? {
        guard let word = try json.stringIfAny() else { return nil }
        let reason: StopReason =
            switch word {
            case "end_turn", "stop_sequence": .stop
            case "tool_use": .toolCalls
            case "max_tokens", "model_context_window_exceeded": .length
            case "refusal": .refusal
            case "pause_turn": .pause
            default: .other
            }
        return Finish(reason: reason, vendorReason: word)
    }
}

// MARK: - usage

extension AnthropicMessagesWire {
    /// Writes `usage`.
    public static func renderUsage(_ usage: UsageCounts, into out: inout Renderer) {
        out.object { out in
            out.field("input_tokens", ifPresent: usage.input)
            out.field("output_tokens", ifPresent: usage.output)
            out.field("cache_read_input_tokens", ifPresent: usage.cacheRead)
            out.field("cache_creation_input_tokens", ifPresent: usage.cacheWrite)
            if usage.cacheWrite5m != nil || usage.cacheWrite1h != nil {
                out.object("cache_creation") { out in
                    out.field("ephemeral_5m_input_tokens", ifPresent: usage.cacheWrite5m)
                    out.field("ephemeral_1h_input_tokens", ifPresent: usage.cacheWrite1h)
                }
            }
            if usage.reasoning != nil {
                out.object("output_tokens_details") { out in
                    out.field("thinking_tokens", ifPresent: usage.reasoning)
                }
            }
            if usage.searches != nil || usage.codeExecutions != nil {
                out.object("server_tool_use") { out in
                    out.field("web_search_requests", ifPresent: usage.searches)
                    out.field("code_execution_requests", ifPresent: usage.codeExecutions)
                }
            }
            out.field("service_tier", ifPresent: usage.serviceTier)
            out.field("speed", ifPresent: usage.speed)
            out.field("inference_geo", ifPresent: usage.region)
            Self.renderUsageMore(usage, into: &out)
        }
    }

    /// Reads `usage`.
    public static func parseUsage(_ json: inout JSONReader, into usage: inout UsageCounts) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "input_tokens": usage.input = try json.intIfAny() ?? usage.input
            case "output_tokens": usage.output = try json.intIfAny() ?? usage.output
            case "cache_read_input_tokens": usage.cacheRead = try json.intIfAny() ?? usage.cacheRead
            case "cache_creation_input_tokens": usage.cacheWrite = try json.intIfAny() ?? usage.cacheWrite
            case "cache_creation":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "ephemeral_5m_input_tokens": usage.cacheWrite5m = try json.intIfAny() ?? usage.cacheWrite5m
                    case "ephemeral_1h_input_tokens": usage.cacheWrite1h = try json.intIfAny() ?? usage.cacheWrite1h
                    default: try json.skip()
                    }
                }
            case "output_tokens_details":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "thinking_tokens": usage.reasoning = try json.intIfAny() ?? usage.reasoning
                    default: try json.skip()
                    }
                }
            case "server_tool_use":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "web_search_requests": usage.searches = try json.intIfAny() ?? usage.searches
                    case "code_execution_requests": usage.codeExecutions = try json.intIfAny() ?? usage.codeExecutions
                    default: try json.skip()
                    }
                }
            case "service_tier": usage.serviceTier = try json.stringIfAny() ?? usage.serviceTier
            case "speed": usage.speed = try json.stringIfAny() ?? usage.speed
            case "inference_geo": usage.region = try json.stringIfAny() ?? usage.region
            default: if try !Self.parseUsageMore(key, &json, into: &usage) { try json.skip() }
            }
        }
    }

    /// Writes what a provider adds to `usage`.
    public static func renderUsageMore(_ usage: UsageCounts, into out: inout Renderer) {}

    /// Reads a key that a provider adds to `usage`; false if it is none of those.
    public static func parseUsageMore(
        _ key: JSONKey, _ json: inout JSONReader, into usage: inout UsageCounts
    ) throws(JSONError) -> Bool {
        false
    }
}

// MARK: - failure

extension AnthropicMessagesWire {
    /// Writes `failure`.
    public static func renderFailure(_ failure: Failure, into out: inout Renderer) {
        out.object { out in
            out.field("type", ifPresent: failure.kind)
            out.field("message", ifPresent: failure.message)
        }
    }

    /// Reads `failure`.
    public static func parseFailure(_ json: inout JSONReader, into failure: inout Failure) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": failure.kind = try json.stringIfAny()
            case "message": failure.message = try json.stringIfAny()
            default: try json.skip()
            }
        }
    }
}

// MARK: - delta

extension AnthropicMessagesWire {
    /// Writes `delta`.
    public static func renderDelta(_ chunk: Chunk, into out: inout Renderer) {
        if chunk.text != nil {
            out.object { out in
                out.field("type", "text_delta")
                out.field("text", ifPresent: chunk.text)
            }
        } else if chunk.argumentsText != nil {
            out.object { out in
                out.field("type", "input_json_delta")
                out.field("partial_json", ifPresent: chunk.argumentsText)
            }
        } else if chunk.reasoning != nil {
            out.object { out in
                out.field("type", "thinking_delta")
                out.field("thinking", ifPresent: chunk.reasoning)
            }
        } else if chunk.signature != nil {
            out.object { out in
                out.field("type", "signature_delta")
                out.field("signature", ifPresent: chunk.signature)
            }
        } else if chunk.citation != nil {
            out.object { out in
                out.field("type", "citations_delta")
                out.field("citation", ifPresent: chunk.citation, Self.renderCitation)
            }
        }
    }

    /// Reads `delta`.
    public static func parseDelta(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError) {
        switch json.lookAheadString("type") {
        case "text_delta":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "text": chunk.text = try json.stringIfAny()
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        case "input_json_delta":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "partial_json": chunk.argumentsText = try json.stringIfAny()
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        case "thinking_delta":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "thinking": chunk.reasoning = try json.stringIfAny()
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        case "signature_delta":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "signature": chunk.signature = try json.stringIfAny()
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        case "citations_delta":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "citation": chunk.citation = try json.object(Citation(), Self.parseCitation)
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        default: try json.skip()
        }
    }
}

// MARK: - model

extension AnthropicMessagesWire {
    /// Writes `model`.
    public static func renderModel(_ model: ListedModel, into out: inout Renderer) {
        out.object(extra: model.extra) { out in
            out.field("id", model.id)
            out.field("type", "model")
            out.field("display_name", ifPresent: model.name)
            out.field("created_at", ifPresent: model.createdText)
            out.field("max_input_tokens", ifPresent: model.context)
            out.field("max_tokens", ifPresent: model.output)
        }
    }

    /// Reads `model`.
    public static func parseModel(_ json: inout JSONReader, into model: inout ListedModel) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": model.id = try json.stringIfAny() ?? ""
            case "type": try json.keep(key, unless: "model", in: &model.extra, of: Self.id)
            case "display_name": model.name = try json.stringIfAny()
            case "created_at": model.createdText = try json.stringIfAny()
            case "max_input_tokens": model.context = try json.intIfAny()
            case "max_tokens": model.output = try json.intIfAny()
            default: try json.keep(key, in: &model.extra, of: Self.id)
            }
        }
    }
}

// MARK: - citation

extension AnthropicMessagesWire {
    /// Writes `citation`.
    public static func renderCitation(_ citation: Citation, into out: inout Renderer) {
        out.object(extra: citation.extra) { out in
            out.field("type", "web_search_result_location")
            out.field("url", ifPresent: citation.url)
            out.field("title", ifPresent: citation.title)
            out.field("cited_text", ifPresent: citation.text)
        }
    }

    /// Reads `citation`.
    public static func parseCitation(_ json: inout JSONReader, into citation: inout Citation) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": try json.keep(key, unless: "web_search_result_location", in: &citation.extra, of: Self.id)
            case "url": citation.url = try json.stringIfAny()
            case "title": citation.title = try json.stringIfAny()
            case "cited_text": citation.text = try json.stringIfAny()
            default: try json.keep(key, in: &citation.extra, of: Self.id)
            }
        }
    }
}
