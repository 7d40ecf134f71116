// Generated from IDL/Wires/AnthropicMessages.idl: edit that file, not this one.

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
    /// Writes the case `serverToolResult` of `part`.
    static func renderPartServerToolResult(_ result: ServerToolResult, into out: inout Renderer)
    /// Reads the case `serverToolResult` of `part`.
    static func parsePartServerToolResult(_ json: inout JSONReader) throws(JSONError) -> Part
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
    /// Writes the row `webSearch` of `serverTool`.
    static func renderServerToolWebSearch(_ tool: ServerTool, into out: inout Renderer)
    /// Reads the row `webSearch` of `serverTool`.
    static func parseServerToolWebSearch(_ json: inout JSONReader) throws(JSONError) -> ServerTool
    /// Writes the row `urlContext` of `serverTool`.
    static func renderServerToolUrlContext(_ tool: ServerTool, into out: inout Renderer)
    /// Reads the row `urlContext` of `serverTool`.
    static func parseServerToolUrlContext(_ json: inout JSONReader) throws(JSONError) -> ServerTool
    /// Writes the row `codeExecution` of `serverTool`.
    static func renderServerToolCodeExecution(_ tool: ServerTool, into out: inout Renderer)
    /// Reads the row `codeExecution` of `serverTool`.
    static func parseServerToolCodeExecution(_ json: inout JSONReader) throws(JSONError) -> ServerTool
    /// Writes the row `computerUse` of `serverTool`.
    static func renderServerToolComputerUse(_ tool: ServerTool, into out: inout Renderer)
    /// Reads the row `computerUse` of `serverTool`.
    static func parseServerToolComputerUse(_ json: inout JSONReader) throws(JSONError) -> ServerTool
    /// Writes the row `mcp` of `serverTool`.
    static func renderServerToolMcp(_ tool: ServerTool, into out: inout Renderer)
    /// Reads the row `mcp` of `serverTool`.
    static func parseServerToolMcp(_ json: inout JSONReader) throws(JSONError) -> ServerTool
    /// Writes `mode`.
    static func renderMode(_ mode: ToolChoice.Mode, into out: inout Renderer)
    /// Reads `mode`.
    static func parseMode(_ json: inout JSONReader) throws(JSONError) -> ToolChoice.Mode?
    /// Writes `display`.
    static func renderDisplay(_ display: ReasoningDisplay, into out: inout Renderer)
    /// Reads `display`.
    static func parseDisplay(_ json: inout JSONReader) throws(JSONError) -> ReasoningDisplay?
    /// Writes `thinking`.
    static func renderThinking(_ thinking: Thinking, into out: inout Renderer)
    /// Reads `thinking`.
    static func parseThinking(_ json: inout JSONReader) throws(JSONError) -> Thinking?
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
    /// Writes `cachePoint`.
    static func renderCachePoint(_ point: CachePoint, into out: inout Renderer)
    /// Reads `cachePoint`.
    static func parseCachePoint(_ json: inout JSONReader, into point: inout CachePoint) throws(JSONError)
    /// Writes `source`.
    static func renderSource(_ source: MediaSource, into out: inout Renderer)
    /// Reads `source`.
    static func parseSource(_ json: inout JSONReader, into source: inout MediaSource) throws(JSONError)
    /// Writes `form`.
    static func renderForm(_ form: MediaSource.Form, into out: inout Renderer)
    /// Reads `form`.
    static func parseForm(_ json: inout JSONReader) throws(JSONError) -> MediaSource.Form?
}

// MARK: - Facts

extension AnthropicMessagesWire {
    /// The id of Anthropic Messages.
    public static var id: String { "anthropic-messages" }

    /// How events are cut out of a streamed body.
    public static var framing: Framing { .sse(end: "{\"type\":\"message_stop\"}") }

    /// The content of a stream comes in numbered blocks.
    public static var isNumbered: Bool { true }

    /// Content is a list of parts.
    public static var holdsParts: Bool { true }

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

    /// The headers in which its servers tell their limits.
    public static var limits: [Provider.Limit] {
        [
            .init(
                "requests", limit: "anthropic-ratelimit-requests-limit",
                remaining: "anthropic-ratelimit-requests-remaining", reset: "anthropic-ratelimit-requests-reset"
            ),
            .init(
                "tokens", limit: "anthropic-ratelimit-tokens-limit", remaining: "anthropic-ratelimit-tokens-remaining",
                reset: "anthropic-ratelimit-tokens-reset"
            ),
            .init(
                "inputTokens", limit: "anthropic-ratelimit-input-tokens-limit",
                remaining: "anthropic-ratelimit-input-tokens-remaining", reset: "anthropic-ratelimit-input-tokens-reset"
            ),
            .init(
                "outputTokens", limit: "anthropic-ratelimit-output-tokens-limit",
                remaining: "anthropic-ratelimit-output-tokens-remaining",
                reset: "anthropic-ratelimit-output-tokens-reset"
            ),
        ]
    }

    /// Events are named by this key before their data.
    public static var eventKey: StaticString? { "type" }

    /// What servers of this wire can where nobody says otherwise.
    public static var capabilities: Set<Capability> {
        [
            "streaming", "tools", "toolChoice", "parallelTools", "strictTools", "vision", "files", "jsonSchema",
            "reasoning", "sampling", "reasoningEffort", "reasoningBudget", "forcedTool",
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

    /// What the vendor's word for an error means.
    public static func classify(word: String) -> ErrorClass? {
        switch word {
        case "invalid_request_error": .invalidRequest
        case "authentication_error": .authentication
        case "billing_error": .quota
        case "permission_error": .permission
        case "not_found_error": .notFound
        case "request_too_large": .requestTooLarge
        case "rate_limit_error": .rateLimited.retryable
        case "api_error": .server.retryable
        case "timeout_error": .timeout.retryable
        case "overloaded_error": .overloaded.retryable
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

    /// The vendor's word for an error.
    public static func word(for meaning: ErrorClass) -> String? {
        switch meaning {
        case .invalidRequest: "invalid_request_error"
        case .authentication: "authentication_error"
        case .quota: "billing_error"
        case .permission: "permission_error"
        case .notFound: "not_found_error"
        case .requestTooLarge: "request_too_large"
        case .rateLimited: "rate_limit_error"
        case .server: "api_error"
        case .timeout: "timeout_error"
        case .overloaded: "overloaded_error"
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
        let request = Self.restricted(out.beginTurns(of: request), &out).marked(&out)
        out.object(extra: request.extra) { out in
            out.field("model", request.model)
            out.field("max_tokens", request.maxOutputTokens ?? 4096)
            out.fill("maxOutputTokens", with: "4096", if: request.maxOutputTokens == nil)
            out.list("system", ifPresent: request.systemParts, at: "systemParts", Self.renderPart)
            out.list("messages", request.turns, at: "turns", Self.renderTurn)
            out.arrayIfAny("tools") { out in
                out.each(request.tools, at: "tools", Self.renderTool)
                out.each(request.serverTools, at: "serverTools", Self.renderServerTool)
            }
            if out.can("mcp") {
                out.arrayIfAny("mcp_servers") { out in
                    out.each(request.mcpServers, at: "mcpServers") { server, out in
                        out.object { out in
                            out.field("type", "url")
                            out.field("name", server.label ?? "")
                            out.field("url", server.url ?? "")
                            out.field("authorization_token", ifPresent: server.tokenText)
                            if !server.allowedTools.isEmpty {
                                out.object("tool_configuration") { out in
                                    out.field("allowed_tools", ifPresent: server.allowedTools)
                                }
                            }
                        }
                    }
                }
            }
            out.field("container", ifPresent: request.container)
            out.objectIfAny("tool_choice") { out in
                out.field("type", ifPresent: request.toolChoiceMode, Self.renderMode)
                out.field(
                    "name", ifPresent: out.allowed(request.toolChoiceName, "toolChoice.name", if: out.can("forcedTool"))
                )
                if request.toolChoiceMode != ToolChoice.Mode.none {
                    out.field("disable_parallel_tool_use", ifPresent: request.isSerial)
                }
            }
            if request.reasoningEffort?.rawValue == "none" && !out.can("alwaysThinking") {
                out.object("thinking") { out in
                    out.field("type", "disabled")
                }
            } else if request.reasoningBetweenTools != nil {
                out.object("thinking") { out in
                    out.field("type", "between_tools")
                }
            } else if request.reasoningBudgetTokens != nil && out.can("reasoningBudget") {
                out.object("thinking") { out in
                    out.field("type", "enabled")
                    out.field("budget_tokens", ifPresent: request.reasoningBudgetTokens)
                    out.field("display", ifPresent: request.reasoningDisplay, Self.renderDisplay)
                }
            } else if request.thinking != nil && out.can("adaptiveThinking") {
                out.object("thinking") { out in
                    out.field("type", "adaptive")
                    out.field("display", ifPresent: request.reasoningDisplay, Self.renderDisplay)
                }
            }
            out.objectIfAny("output_config") { out in
                if out.can("reasoningEffort") && request.reasoningEffort?.rawValue != "none" {
                    out.field(
                        "effort",
                        ifPresent: out.allowed(
                            request.reasoningEffort, "reasoning.effort", in: ["low", "medium", "high", "xhigh", "max"]
                        )
                    )
                }
                out.field("format", ifPresent: request.responseFormat, Self.renderResponseFormat)
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
        out.drop("seed", if: request.seed != nil)
        out.drop("presencePenalty", if: request.presencePenalty != nil)
        out.drop("frequencyPenalty", if: request.frequencyPenalty != nil)
        out.drop("logitBias", if: request.logitBias != nil)
        out.drop("logprobs", if: request.logprobs != nil)
        out.drop("topLogprobs", if: request.topLogprobs != nil)
        out.drop("choices", if: request.choices != nil)
        out.drop("cacheKey", if: request.cacheKey != nil)
        out.drop("metadata", if: request.metadata != nil)
        out.drop("store", if: request.store != nil)
        out.drop(
            "parallelToolCalls", if: request.parallelToolCalls != nil && request.toolChoiceMode == ToolChoice.Mode.none
        )
        out.drop(
            "reasoning.effort",
            if: request.reasoningEffort != nil
                && !(request.reasoningEffort?.rawValue == "none" && !out.can("alwaysThinking"))
                && !(out.can("reasoningEffort") && request.reasoningEffort?.rawValue != "none")
        )
        out.drop(
            "reasoning.betweenTools",
            if: request.reasoningBetweenTools != nil
                && (request.reasoningEffort?.rawValue == "none" && !out.can("alwaysThinking"))
        )
        out.drop(
            "reasoning.budgetTokens",
            if: request.reasoningBudgetTokens != nil
                && !(out.can("reasoningBudget")
                    && !(request.reasoningEffort?.rawValue == "none" && !out.can("alwaysThinking"))
                    && request.reasoningBetweenTools == nil)
        )
        out.drop(
            "reasoning.summary",
            if: request.reasoningSummary != nil
                && !(request.reasoningBudgetTokens != nil && out.can("reasoningBudget")
                    && !(request.reasoningEffort?.rawValue == "none" && !out.can("alwaysThinking"))
                    && request.reasoningBetweenTools == nil)
                && !(request.thinking != nil && out.can("adaptiveThinking")
                    && !(request.reasoningEffort?.rawValue == "none" && !out.can("alwaysThinking"))
                    && request.reasoningBetweenTools == nil)
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
                    if json.lookAheadString("type") ?? "custom" == "custom" {
                        if let tool = try json.object(ToolDefinition(name: "", schema: [:]), Self.parseTool) {
                            request.tools.append(tool)
                        }
                    } else if let tool = try Self.parseServerTool(&json) {
                        request.serverTools.append(tool)
                    }
                }
            case "mcp_servers":
                guard try json.beginArrayIfAny() else { break }
                while try json.nextElement() {
                    guard try json.beginObjectIfAny() else { continue }
                    var server = ServerTool.mcp
                    while let key = try json.nextKey() {
                        switch key {
                        case "name": server.label = try json.stringIfAny()
                        case "url": server.url = try json.stringIfAny()
                        case "authorization_token": server.tokenText = try json.stringIfAny()
                        case "tool_configuration":
                            guard try json.beginObjectIfAny() else { break }
                            while let key = try json.nextKey() {
                                switch key {
                                case "allowed_tools": server.allowedTools = try json.texts()
                                default: try json.skip()
                                }
                            }
                        case "type": try json.pass()
                        default: try json.skip()
                        }
                    }
                    request.mcpServers.append(server)
                }
            case "tool_choice":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "type": request.toolChoiceMode = try Self.parseMode(&json)
                    case "name": request.toolChoiceName = try json.stringIfAny()
                    case "disable_parallel_tool_use": request.isSerial = try json.boolIfAny()
                    default: try json.keep(key, in: &request.extra, of: Self.id, under: "tool_choice")
                    }
                }
            case "thinking":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "type": request.thinking = try Self.parseThinking(&json)
                    case "budget_tokens": request.reasoningBudgetTokens = try json.intIfAny()
                    case "display": request.reasoningDisplay = try Self.parseDisplay(&json)
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
        let chunk = out.owned(chunk)
        out.object(extra: chunk.extra) { out in
            out.field("id", chunk.responseID ?? "")
            out.field("type", "message")
            out.field("role", "assistant")
            out.field("model", chunk.model ?? "")
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
            case "id" where chunk.needsHead: chunk.responseID = try json.stringIfAny(unless: "")
            case "type": try json.keep(key, unless: "message", in: &chunk.extra, of: Self.id)
            case "role": try json.keep(key, unless: "assistant", in: &chunk.extra, of: Self.id)
            case "model" where chunk.needsHead: chunk.model = try json.stringIfAny(unless: "")
            case "content": chunk.parts = try json.list(Self.parsePart)
            case "stop_reason": chunk.stop = try Self.parseStop(&json)
            case "usage": chunk.usage = try json.object(UsageCounts(), Self.parseUsage) ?? chunk.usage
            case "error": chunk.failure = try json.object(Failure(), Self.parseFailure)
            case "id", "model": try json.pass()
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

extension AnthropicMessagesWire {
    /// Writes one stream event.
    public static func renderEvent(_ chunk: Chunk, into out: inout Renderer) {
        let chunk = out.owned(chunk)
        if chunk.responseID != nil {
            out.object { out in
                out.field("type", "message_start")
                out.object("message", extra: chunk.extra) { out in
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
                    out.object("delta", extra: chunk.extra) { out in
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
                        case "type": try json.keep(key, unless: "message", in: &chunk.extra, of: Self.id)
                        case "role": try json.keep(key, unless: "assistant", in: &chunk.extra, of: Self.id)
                        case "model" where chunk.needsHead: chunk.model = try json.stringIfAny()
                        case "content": chunk.parts = try json.list(Self.parsePart)
                        case "stop_reason": chunk.stop = try Self.parseStop(&json)
                        case "usage": chunk.usage = try json.object(UsageCounts(), Self.parseUsage) ?? chunk.usage
                        case "id", "model": try json.pass()
                        default: try json.keep(key, in: &chunk.extra, of: Self.id)
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
                        default: try json.keep(key, in: &chunk.extra, of: Self.id)
                        }
                    }
                case "usage": chunk.usage = try json.object(UsageCounts(), Self.parseUsage) ?? chunk.usage
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        case "ping", "message_stop":
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
        case .serverToolCall(let call) where out.isOwn(part): Self.renderPartServerToolCall(call, into: &out)
        case .serverToolResult(let result) where out.isOwn(part): Self.renderPartServerToolResult(result, into: &out)
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
        case "redacted_thinking", "thinking": return try Self.parsePartReasoning(&json)
        case "tool_use": return try Self.parsePartToolCall(&json)
        case "tool_result": return try Self.parsePartToolResult(&json)
        case "mcp_tool_use", "server_tool_use": return try Self.parsePartServerToolCall(&json)
        case let word? where word.hasSuffix("_tool_result"): return try Self.parsePartServerToolResult(&json)
        default: return .opaque(OpaquePart(origin: Self.id, json: try json.text()))
        }
    }

    /// Writes the case `text` of `part`.
    public static func renderPartText(_ text: TextPart, into out: inout Renderer) {
        if out.isAnswer {
            out.object(extra: text.extra) { out in
                out.field("type", "text")
                out.field("text", text.text)
                out.list("citations", ifPresent: text.citations, at: "citations", Self.renderCitation)
                out.field("cache_control", ifPresent: text.cache, Self.renderCachePoint)
            }
            out.drop("signature", if: text.signature != nil)
        } else {
            out.object(extra: text.extra) { out in
                out.field("type", "text")
                out.field("text", text.text)
                out.list("citations", ifPresent: text.ownCitations, at: "citations", Self.renderCitation)
                out.field("cache_control", ifPresent: text.cache, Self.renderCachePoint)
            }
            out.drop("citations", if: !text.foreignCitations.isEmpty)
            out.drop("signature", if: text.signature != nil)
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
            case "cache_control": text.cache = try json.object(CachePoint(), Self.parseCachePoint)
            case "type": try json.pass()
            default: try json.keep(key, in: &text.extra, of: Self.id)
            }
        }
        return .text(text)
    }

    /// Writes the case `image` of `part`.
    public static func renderPartImage(_ media: Media, into out: inout Renderer) {
        guard media.described != nil else { return out.drop(Part.image(media)) }
        let media = out.sourced(media)
        out.object(extra: media.extra) { out in
            out.field("type", "image")
            out.field("source", ifPresent: media.described, Self.renderSource)
            out.field("cache_control", ifPresent: media.cache, Self.renderCachePoint)
        }
        out.drop("name", if: media.name != nil)
        out.drop("detail", if: media.detail != nil)
        out.drop("signature", if: media.signature != nil)
    }

    /// Reads the case `image` of `part`.
    public static func parsePartImage(_ json: inout JSONReader) throws(JSONError) -> Part {
        var media = Media()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "source": media.described = try json.object(MediaSource(), Self.parseSource)
            case "cache_control": media.cache = try json.object(CachePoint(), Self.parseCachePoint)
            case "type": try json.pass()
            default: try json.keep(key, in: &media.extra, of: Self.id)
            }
        }
        return .image(media)
    }

    /// Writes the case `file` of `part`.
    public static func renderPartFile(_ media: Media, into out: inout Renderer) {
        guard media.described != nil else { return out.drop(Part.file(media)) }
        let media = out.sourced(media)
        out.object(extra: media.extra) { out in
            out.field("type", "document")
            out.field("source", ifPresent: media.described, Self.renderSource)
            out.field("title", ifPresent: media.name)
            out.field("cache_control", ifPresent: media.cache, Self.renderCachePoint)
        }
        out.drop("detail", if: media.detail != nil)
        out.drop("signature", if: media.signature != nil)
    }

    /// Reads the case `file` of `part`.
    public static func parsePartFile(_ json: inout JSONReader) throws(JSONError) -> Part {
        var media = Media()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "source": media.described = try json.object(MediaSource(), Self.parseSource)
            case "title": media.name = try json.stringIfAny()
            case "cache_control": media.cache = try json.object(CachePoint(), Self.parseCachePoint)
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
            out.drop("text", if: !reasoning.text.isEmpty)
            out.drop("signature", if: reasoning.signature != nil)
        } else if reasoning.signature != nil {
            out.object(extra: reasoning.extra) { out in
                out.field("type", "thinking")
                out.field("thinking", reasoning.text)
                out.field("signature", ifPresent: reasoning.signature)
            }
        } else if out.isAnswer {
            out.object { out in
                out.field("type", "thinking")
                out.field("thinking", reasoning.text)
                out.field("signature", "")
            }
            out.drop(reasoning.extra)
            out.approximate("a reasoning is sent as something near")
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
            case "thinking": reasoning.text = try json.stringIfAny() ?? ""
            case "signature": reasoning.signature = try json.stringIfAny()
            case "type": try json.pass()
            default: try json.keep(key, in: &reasoning.extra, of: Self.id)
            }
        }
        return .reasoning(reasoning)
    }

    /// Writes the case `toolCall` of `part`.
    public static func renderPartToolCall(_ call: ToolCall, into out: inout Renderer) {
        out.object(extra: call.extra) { out in
            out.field("type", "tool_use")
            out.field("id", call.id)
            out.field("name", call.name)
            if let argumentsObject = call.argumentsObject {
                out.field("input", argumentsObject)
            } else {
                out.object("input") { out in
                    out.field("INVALID_JSON", call.functionArguments)
                }
                out.lose("arguments", .approximated, "arguments is sent as INVALID_JSON")
            }
            out.field("cache_control", ifPresent: call.cache, Self.renderCachePoint)
        }
        out.drop("input", if: call.inputText != nil)
        out.drop("signature", if: call.signature != nil)
    }

    /// Reads the case `toolCall` of `part`.
    public static func parsePartToolCall(_ json: inout JSONReader) throws(JSONError) -> Part {
        var call = ToolCall()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": call.id = try json.stringIfAny() ?? ""
            case "name": call.name = try json.stringIfAny() ?? ""
            case "input": call.argumentsObject = try json.value()
            case "cache_control": call.cache = try json.object(CachePoint(), Self.parseCachePoint)
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
            out.field("cache_control", ifPresent: result.cache, Self.renderCachePoint)
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
            case "cache_control": result.cache = try json.object(CachePoint(), Self.parseCachePoint)
            case "type": try json.pass()
            default: try json.keep(key, in: &result.extra, of: Self.id)
            }
        }
        return .toolResult(result)
    }

    /// Writes the case `serverToolCall` of `part`.
    public static func renderPartServerToolCall(_ call: ServerToolCall, into out: inout Renderer) {
        if call.server != nil {
            out.object(extra: call.extra) { out in
                out.field("type", "mcp_tool_use")
                out.field("id", call.id)
                out.field("name", call.name)
                out.field("server_name", ifPresent: call.server)
                out.field("input", call.arguments)
            }
        } else {
            out.object(extra: call.extra) { out in
                out.field("type", "server_tool_use")
                out.field("id", call.id)
                out.field("name", call.name)
                out.field("input", call.arguments)
            }
        }
    }

    /// Reads the case `serverToolCall` of `part`.
    public static func parsePartServerToolCall(_ json: inout JSONReader) throws(JSONError) -> Part {
        var call = ServerToolCall(origin: Self.id)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": call.id = try json.stringIfAny() ?? ""
            case "name": call.name = try json.stringIfAny() ?? ""
            case "server_name": call.server = try json.stringIfAny()
            case "input": call.arguments = try json.value()
            case "type": try json.pass()
            default: try json.keep(key, in: &call.extra, of: Self.id)
            }
        }
        return .serverToolCall(call)
    }

    /// Writes the case `serverToolResult` of `part`.
    public static func renderPartServerToolResult(_ result: ServerToolResult, into out: inout Renderer) {
        out.object(extra: result.extra) { out in
            out.field("type", "\(result.name)_tool_result")
            out.field("tool_use_id", result.callID)
            out.field("is_error", ifPresent: result.isError ? true : nil)
            out.field("content", ifPresent: result.response)
        }
    }

    /// Reads the case `serverToolResult` of `part`.
    public static func parsePartServerToolResult(_ json: inout JSONReader) throws(JSONError) -> Part {
        var result = ServerToolResult(origin: Self.id)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": result.name = try json.stringIfAny()?.stripping("", "_tool_result") ?? ""
            case "tool_use_id": result.callID = try json.stringIfAny() ?? ""
            case "is_error": result.isError = try json.boolIfAny() ?? false
            case "content": result.response = try json.value()
            default: try json.keep(key, in: &result.extra, of: Self.id)
            }
        }
        return .serverToolResult(result)
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
            out.field("cache_control", ifPresent: tool.cache, Self.renderCachePoint)
        }
        out.drop("textInput", if: tool.textInput != nil)
    }

    /// Reads `tool`.
    public static func parseTool(_ json: inout JSONReader, into tool: inout ToolDefinition) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": try json.keep(key, unless: "custom", in: &tool.extra, of: Self.id)
            case "name": tool.name = try json.stringIfAny() ?? ""
            case "description": tool.description = try json.stringIfAny()
            case "input_schema": tool.schema = try json.value()
            case "strict": tool.strict = try json.boolIfAny()
            case "cache_control": tool.cache = try json.object(CachePoint(), Self.parseCachePoint)
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
        case "webSearch" where out.can("webSearch"): Self.renderServerToolWebSearch(tool, into: &out)
        case "urlContext" where out.can("urlContext"): Self.renderServerToolUrlContext(tool, into: &out)
        case "codeExecution" where out.can("codeExecution"): Self.renderServerToolCodeExecution(tool, into: &out)
        case "computerUse" where out.can("computerUse"): Self.renderServerToolComputerUse(tool, into: &out)
        case "mcp" where out.can("mcp"): Self.renderServerToolMcp(tool, into: &out)
        default:
            out.other(tool, known: "webSearch", "urlContext", "codeExecution", "computerUse", "mcp")
        }
    }

    /// Reads `serverTool`.
    public static func parseServerTool(_ json: inout JSONReader) throws(JSONError) -> ServerTool? {
        switch json.lookAheadString("type") {
        case "web_search_20260209": return try Self.parseServerToolWebSearch(&json)
        case "web_fetch_20260209": return try Self.parseServerToolUrlContext(&json)
        case "code_execution_20260120": return try Self.parseServerToolCodeExecution(&json)
        case "computer_toolset_20260801": return try Self.parseServerToolComputerUse(&json)
        case "mcp_toolset": return try Self.parseServerToolMcp(&json)
        default: return try json.serverTool(by: "type", of: Self.id)
        }
    }

    /// Writes the row `webSearch` of `serverTool`.
    public static func renderServerToolWebSearch(_ tool: ServerTool, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "web_search_20260209")
            out.field("name", "web_search")
            out.field("allowed_domains", ifPresent: tool.allowedDomains)
            out.field("blocked_domains", ifPresent: tool.blockedDomains)
            out.field("max_uses", ifPresent: tool.maxUses)
            if tool.userLocationCity != nil || tool.userLocationRegion != nil || tool.userLocationCountry != nil
                || tool.userLocationTimezone != nil
            {
                out.object("user_location") { out in
                    out.field("type", "approximate")
                    out.field("city", ifPresent: tool.userLocationCity)
                    out.field("region", ifPresent: tool.userLocationRegion)
                    out.field("country", ifPresent: tool.userLocationCountry)
                    out.field("timezone", ifPresent: tool.userLocationTimezone)
                }
            }
        }
        out.dropSettings(
            of: tool, except: "allowedDomains", "blockedDomains", "maxUses", "userLocation.city", "userLocation.region",
            "userLocation.country", "userLocation.timezone"
        )
    }

    /// Reads the row `webSearch` of `serverTool`.
    public static func parseServerToolWebSearch(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        var tool = ServerTool(name: "webSearch")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "allowed_domains": tool.allowedDomains = try json.texts()
            case "blocked_domains": tool.blockedDomains = try json.texts()
            case "max_uses": tool.maxUses = try json.intIfAny()
            case "user_location":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "city": tool.userLocationCity = try json.stringIfAny()
                    case "region": tool.userLocationRegion = try json.stringIfAny()
                    case "country": tool.userLocationCountry = try json.stringIfAny()
                    case "timezone": tool.userLocationTimezone = try json.stringIfAny()
                    case "type": try json.pass()
                    default: try json.keep(key, in: &tool.extra, of: Self.id, under: "user_location")
                    }
                }
            case "type", "name": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return tool
    }

    /// Writes the row `urlContext` of `serverTool`.
    public static func renderServerToolUrlContext(_ tool: ServerTool, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "web_fetch_20260209")
            out.field("name", "web_fetch")
            out.field("allowed_domains", ifPresent: tool.allowedDomains)
            out.field("blocked_domains", ifPresent: tool.blockedDomains)
            out.field("max_uses", ifPresent: tool.maxUses)
        }
        out.dropSettings(of: tool, except: "allowedDomains", "blockedDomains", "maxUses")
    }

    /// Reads the row `urlContext` of `serverTool`.
    public static func parseServerToolUrlContext(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        var tool = ServerTool(name: "urlContext")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "allowed_domains": tool.allowedDomains = try json.texts()
            case "blocked_domains": tool.blockedDomains = try json.texts()
            case "max_uses": tool.maxUses = try json.intIfAny()
            case "type", "name": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return tool
    }

    /// Writes the row `codeExecution` of `serverTool`.
    public static func renderServerToolCodeExecution(_ tool: ServerTool, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "code_execution_20260120")
            out.field("name", "code_execution")
        }
        out.dropSettings(of: tool, except: "container")
    }

    /// Reads the row `codeExecution` of `serverTool`.
    public static func parseServerToolCodeExecution(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        var tool = ServerTool(name: "codeExecution")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type", "name": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return tool
    }

    /// Writes the row `computerUse` of `serverTool`.
    public static func renderServerToolComputerUse(_ tool: ServerTool, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "computer_toolset_20260801")
        }
        out.dropSettings(of: tool)
    }

    /// Reads the row `computerUse` of `serverTool`.
    public static func parseServerToolComputerUse(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        var tool = ServerTool(name: "computerUse")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return tool
    }

    /// Writes the row `mcp` of `serverTool`.
    public static func renderServerToolMcp(_ tool: ServerTool, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "mcp_toolset")
            out.field("mcp_server_name", tool.label ?? "")
        }
        out.dropSettings(of: tool, except: "label", "url", "token", "allowedTools")
    }

    /// Reads the row `mcp` of `serverTool`.
    public static func parseServerToolMcp(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        var tool = ServerTool(name: "mcp")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "mcp_server_name": tool.label = try json.stringIfAny()
            case "type": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return tool
    }
}

// MARK: - mode

extension AnthropicMessagesWire {
    /// Writes `mode`.
    public static func renderMode(_ mode: ToolChoice.Mode, into out: inout Renderer) {
        switch mode {
        case .auto: out.value("auto")
        case .none: out.value("none")
        case .required where out.can("forcedTool"): out.value("any")
        case .tool where out.can("forcedTool"): out.value("tool")
        case .required:
            out.value("auto")
            out.lose("toolChoice", .approximated, "required is sent as auto")
        case .tool:
            out.value("auto")
            out.lose("toolChoice", .approximated, "tool is sent as auto")
        case .tools:
            out.value("auto")
            out.lose("toolChoice", .approximated, "tools is sent as auto")
        }
    }

    /// Reads `mode`.
    public static func parseMode(_ json: inout JSONReader) throws(JSONError) -> ToolChoice.Mode? {
        return switch try json.stringIfAny() {
        case "auto": ToolChoice.Mode.auto
        case "none": ToolChoice.Mode.none
        case "any": ToolChoice.Mode.required
        case "tool": ToolChoice.Mode.tool
        default: json.unknown()
        }
    }
}

// MARK: - display

extension AnthropicMessagesWire {
    /// Writes `display`.
    public static func renderDisplay(_ display: ReasoningDisplay, into out: inout Renderer) {
        switch display {
        case .summarized: out.value("summarized")
        case .omitted: out.value("omitted")
        }
    }

    /// Reads `display`.
    public static func parseDisplay(_ json: inout JSONReader) throws(JSONError) -> ReasoningDisplay? {
        return switch try json.stringIfAny() {
        case "summarized": ReasoningDisplay.summarized
        case "omitted": ReasoningDisplay.omitted
        default: json.unknown()
        }
    }
}

// MARK: - thinking

extension AnthropicMessagesWire {
    /// Writes `thinking`.
    public static func renderThinking(_ thinking: Thinking, into out: inout Renderer) {
        switch thinking {
        case .off: out.value("disabled")
        case .adaptive: out.value("adaptive")
        case .budget: out.value("enabled")
        case .betweenTools: out.value("between_tools")
        }
    }

    /// Reads `thinking`.
    public static func parseThinking(_ json: inout JSONReader) throws(JSONError) -> Thinking? {
        return switch try json.stringIfAny() {
        case "disabled": Thinking.off
        case "adaptive": Thinking.adaptive
        case "enabled": Thinking.budget
        case "between_tools": Thinking.betweenTools
        default: json.unknown()
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
            out.lose("responseFormat", .approximated, "json is sent as text")
        case .jsonSchema(let schema):
            out.object { out in
                out.field("type", "json_schema")
                out.field("schema", schema.schema)
            }
            out.drop("responseFormat.description", if: schema.description != nil)
            out.drop("responseFormat.strict", if: schema.strict != nil)
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
            var schema = JSONSchemaFormat(schema: [:])
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
                    out.field("web_search_requests", usage.searches ?? 0)
                    out.field("web_fetch_requests", 0)
                    out.field("code_execution_requests", ifPresent: usage.codeExecutions)
                }
            }
            out.field(
                "service_tier",
                ifPresent: out.allowed(usage.serviceTier, "serviceTier", in: ["standard", "priority", "batch"])
            )
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
                    case "web_fetch_requests": try json.pass()
                    default: try json.skip()
                    }
                }
            case "service_tier": usage.serviceTier = try json.stringIfAny() ?? usage.serviceTier
            case "speed": usage.speed = try json.stringIfAny() ?? usage.speed
            case "inference_geo": usage.region = try json.stringIfAny() ?? usage.region
            case "iterations": usage.byModel = try json.list(of: UsageCounts(), Self.parseUsage)
            case "model": usage.model = try json.stringIfAny() ?? usage.model
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
        let chunk = out.owned(chunk)
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
        default: chunk.rest = try json.value().object?.removing("type")
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
            out.field(
                "type",
                out.allowed(
                    citation.kind, "kind",
                    in: [
                        "char_location", "page_location", "content_block_location", "search_result_location",
                        "web_search_result_location",
                    ]
                ) ?? "web_search_result_location"
            )
            if citation.kind == nil {
                out.field("url", citation.url ?? "")
            } else if let url = citation.url {
                out.field("url", url)
            }
            out.field("title", ifPresent: citation.title)
            if citation.kind == nil {
                out.field("cited_text", citation.text ?? "")
            } else if let text = citation.text {
                out.field("cited_text", text)
            }
            if citation.kind == nil {
                out.field("encrypted_index", "")
            }
        }
        out.drop("start", if: citation.start != nil)
        out.drop("end", if: citation.end != nil)
    }

    /// Reads `citation`.
    public static func parseCitation(_ json: inout JSONReader, into citation: inout Citation) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": citation.kind = try json.stringIfAny()
            case "url": citation.url = try json.stringIfAny(unless: "")
            case "title": citation.title = try json.stringIfAny()
            case "cited_text": citation.text = try json.stringIfAny(unless: "")
            default: try json.keep(key, in: &citation.extra, of: Self.id)
            }
        }
    }
}

// MARK: - cachePoint

extension AnthropicMessagesWire {
    /// Writes `cachePoint`.
    public static func renderCachePoint(_ point: CachePoint, into out: inout Renderer) {
        out.object { out in
            out.field("type", "ephemeral")
            out.field("ttl", ifPresent: point.ttl)
        }
    }

    /// Reads `cachePoint`.
    public static func parseCachePoint(_ json: inout JSONReader, into point: inout CachePoint) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "ttl": point.ttl = try json.stringIfAny()
            case "type": try json.pass()
            default: try json.skip()
            }
        }
    }
}

// MARK: - source

extension AnthropicMessagesWire {
    /// Writes `source`.
    public static func renderSource(_ source: MediaSource, into out: inout Renderer) {
        out.object(extra: source.extra) { out in
            out.field("type", ifPresent: source.form, Self.renderForm)
            out.field("media_type", ifPresent: source.mediaType)
            out.field("data", ifPresent: source.data)
            out.field("url", ifPresent: source.url)
            out.field("file_id", ifPresent: source.fileID)
            out.list("content", ifPresent: source.parts, at: "parts", Self.renderPart)
        }
    }

    /// Reads `source`.
    public static func parseSource(_ json: inout JSONReader, into source: inout MediaSource) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": source.form = try Self.parseForm(&json)
            case "media_type": source.mediaType = try json.stringIfAny()
            case "data": source.data = try json.stringIfAny()
            case "url": source.url = try json.stringIfAny()
            case "file_id": source.fileID = try json.stringIfAny()
            case "content":
                switch try json.peek() {
                case .array: source.parts = try json.list(Self.parsePart)
                case .string: source.text = try json.stringIfAny()
                default: try json.skip()
                }
            default: try json.keep(key, in: &source.extra, of: Self.id)
            }
        }
    }
}

// MARK: - form

extension AnthropicMessagesWire {
    /// Writes `form`.
    public static func renderForm(_ form: MediaSource.Form, into out: inout Renderer) {
        switch form {
        case .base64: out.value("base64")
        case .text: out.value("text")
        case .url: out.value("url")
        case .file: out.value("file")
        case .content: out.value("content")
        }
    }

    /// Reads `form`.
    public static func parseForm(_ json: inout JSONReader) throws(JSONError) -> MediaSource.Form? {
        return switch try json.stringIfAny() {
        case "base64": MediaSource.Form.base64
        case "text": MediaSource.Form.text
        case "url": MediaSource.Form.url
        case "file": MediaSource.Form.file
        case "content": MediaSource.Form.content
        default: json.unknown()
        }
    }
}
