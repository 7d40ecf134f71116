// Generated from IDL/Providers/openrouter.idl: edit that file, not this one.

public import MassGenCore

/// OpenRouter, by OpenAI Chat Completions.
public struct OpenRouter: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = OpenRouterWire

    /// What is known of it.
    public static let provider = Provider(
        id: "openrouter",
        title: "OpenRouter",
        wire: "openai-chat",
        base: "https://openrouter.ai/api/v1",
        baseVariables: ["OPENROUTER_BASE_URL"],
        keys: [.bearer(["OPENROUTER_API_KEY"])],
        endpoints: [.init("/chat/completions")],
        services: OpenAIChat.services,
        headers: [.init("HTTP-Referer", .option("referer")), .init("X-Title", .option("appTitle"))],
        options: [
            .init("referer", variables: ["OPENROUTER_APP_URL", "OPENROUTER_HTTP_REFERER"]),
            .init("appTitle", variables: ["OPENROUTER_APP_TITLE"]),
        ],
        capabilities: [
            "streaming", "tools", "toolChoice", "parallelTools", "strictTools", "vision", "audio", "files", "jsonMode",
            "jsonSchema", "reasoning", "reasoningObject", "reasoningField", "reasoningBudget", "sampling", "stop",
            "caching", "streamOptions", "refusals",
        ],
        refused: ["metadata", "store", "service_tier", "prompt_cache_key"],
        settings: [
            "provider": .json, "models": .json, "route": .text, "transforms": .json, "plugins": .json, "preset": .text,
            "min_p": .number, "top_a": .number, "repetition_penalty": .number,
        ],
        hosts: ["openrouter.ai"],
        limits: [
            .init(
                "requests", limit: "x-ratelimit-limit", remaining: "x-ratelimit-remaining", reset: "x-ratelimit-reset"
            ),
            .init(
                "tokens", limit: "x-ratelimit-limit-tokens", remaining: "x-ratelimit-remaining-tokens",
                reset: "x-ratelimit-reset-tokens"
            ),
        ],
        requestIDHeader: "x-request-id",
        models: .openrouter
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }

    /// The address of your site, for rankings.
    public var referer: String? {
        get { connection.options["referer"] }
        set { connection.options["referer"] = newValue }
    }

    /// The name of your program, for rankings.
    public var appTitle: String? {
        get { connection.options["appTitle"] }
        set { connection.options["appTitle"] = newValue }
    }
}

extension OpenRouter {
    /// Settings of a request that only OpenRouter has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// Which providers may answer: order, only, ignore, sort, max_price and so on.
        public var provider: JSON? {
            get { json["provider"] }
            set { json["provider"] = newValue }
        }

        /// Models to try in turn.
        public var models: JSON? {
            get { json["models"] }
            set { json["models"] = newValue }
        }

        /// Fallback, to try the models in turn.
        public var route: String? {
            get { json["route"]?.string }
            set { json["route"] = newValue.map(JSON.string) }
        }

        /// Middle-out, to fit a long prompt in.
        public var transforms: JSON? {
            get { json["transforms"] }
            set { json["transforms"] = newValue }
        }

        /// What stands between prompt and model: web, file-parser.
        public var plugins: JSON? {
            get { json["plugins"] }
            set { json["plugins"] = newValue }
        }

        /// The name of settings kept at OpenRouter.
        public var preset: String? {
            get { json["preset"]?.string }
            set { json["preset"] = newValue.map(JSON.string) }
        }

        /// The least probability of a token, as a share of the likeliest.
        public var minP: Double? {
            get { json["min_p"]?.double }
            set { json["min_p"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// The least probability of a token, by the square of the likeliest.
        public var topA: Double? {
            get { json["top_a"]?.double }
            set { json["top_a"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// Pushes away from repetition; 1 is neutral.
        public var repetitionPenalty: Double? {
            get { json["repetition_penalty"]?.double }
            set { json["repetition_penalty"] = newValue.map { .number(JSONNumber($0)) } }
        }
    }
}

extension ChatRequest {
    /// Settings that only OpenRouter has; other providers never see them.
    public var openrouter: OpenRouter.Settings {
        get { OpenRouter.Settings(json: extra["openrouter"] ?? [:]) }
        set { extra["openrouter"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// OpenAI Chat Completions as OpenRouter speaks it: only what differs stands here.
public enum OpenRouterWire: OpenAIChatWire {
    /// What a status and the vendor's word for an error mean.
    public static func classify(status: Int, word: String?) -> ErrorClass? {
        switch word {
        case "insufficient_quota": return .quota
        case "context_length_exceeded": return .contextLength
        case "content_filter": return .contentFilter
        default: break
        }
        return switch status {
        case 403: .contentFilter
        case 502: .overloaded.retryable
        case 400: .invalidRequest
        case 401: .authentication
        case 402: .quota
        case 404: .notFound
        case 408: .timeout.retryable
        case 409: .conflict.retryable
        case 413: .requestTooLarge
        case 422: .invalidRequest
        case 429: .rateLimited.retryable
        case 503: .overloaded.retryable
        case 500...599: .server.retryable
        default: nil
        }
    }

    /// What OpenRouter does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("metadata", &request.metadata)
        out.remove("store", &request.store)
        out.remove("serviceTier", &request.serviceTier)
        out.remove("cacheKey", &request.cacheKey)
        request.reasoningEffort = out.allowed(
            request.reasoningEffort, "reasoning.effort", in: ["none", "minimal", "low", "medium", "high", "xhigh"]
        )
        return request
    }

    /// Writes a request's body.
    public static func renderRequest(_ request: ChatRequest, into out: inout Renderer) {
        let request = Self.restricted(request, &out).marked(&out)
        out.object(extra: request.extra) { out in
            out.field("model", request.model)
            out.list("messages", request.messages, at: "messages", Self.renderMessage)
            out.arrayIfAny("tools") { out in
                out.each(request.tools, at: "tools", Self.renderTool)
                out.each(request.serverTools, at: "serverTools", Self.renderServerTool)
            }
            out.field("tool_choice", ifPresent: request.toolChoice, Self.renderToolChoice)
            out.field("parallel_tool_calls", ifPresent: request.parallelToolCalls)
            out.field("response_format", ifPresent: request.responseFormat, Self.renderResponseFormat)
            if out.can("maxCompletionTokens") {
                out.field("max_completion_tokens", ifPresent: request.maxOutputTokens)
            } else {
                out.field("max_tokens", ifPresent: request.maxOutputTokens)
            }
            out.field(
                "temperature", ifPresent: out.allowed(request.temperature, "temperature", if: out.can("sampling"))
            )
            out.field("top_p", ifPresent: out.allowed(request.topP, "topP", if: out.can("sampling")))
            out.field("top_k", ifPresent: request.topK)
            if out.can("randomSeed") {
                out.field("random_seed", ifPresent: request.seed)
            } else {
                out.field("seed", ifPresent: request.seed)
            }
            out.field("stop", ifPresent: out.allowed(request.stop, "stop", if: out.can("stop")))
            out.field(
                "presence_penalty",
                ifPresent: out.allowed(request.presencePenalty, "presencePenalty", if: out.can("sampling"))
            )
            out.field(
                "frequency_penalty",
                ifPresent: out.allowed(request.frequencyPenalty, "frequencyPenalty", if: out.can("sampling"))
            )
            out.field("logit_bias", ifPresent: out.allowed(request.logitBias, "logitBias", if: out.can("sampling")))
            out.field("logprobs", ifPresent: out.allowed(request.logprobs, "logprobs", if: out.can("sampling")))
            out.field(
                "top_logprobs", ifPresent: out.allowed(request.topLogprobs, "topLogprobs", if: out.can("sampling"))
            )
            out.field("n", ifPresent: request.choices)
            if out.can("reasoning") && out.can("reasoningEffort") {
                out.field("reasoning_effort", ifPresent: request.reasoningEffort)
            }
            if out.can("reasoningObject") {
                if request.reasoningEffort != nil || request.reasoningBudgetTokens != nil {
                    out.object("reasoning") { out in
                        out.field("effort", ifPresent: request.reasoningEffort)
                        out.field("max_tokens", ifPresent: request.reasoningBudgetTokens)
                    }
                }
            }
            if out.can("thinkingFlag") {
                out.field("thinking_budget", ifPresent: request.reasoningBudgetTokens)
                out.field("enable_thinking", ifPresent: request.reasoningIsOn)
            }
            if out.can("thinkingSwitch") {
                if request.reasoningState != nil {
                    out.object("thinking") { out in
                        out.field("type", ifPresent: request.reasoningState)
                    }
                }
            }
            out.field("user", ifPresent: request.user)
            out.field("metadata", ifPresent: request.metadata)
            out.field("store", ifPresent: request.store)
            out.field("service_tier", ifPresent: request.serviceTier)
            out.field("prompt_cache_key", ifPresent: request.cacheKey)
            if out.isStreaming {
                out.field("stream", true)
            }
            if out.isStreaming && out.can("streamOptions") {
                out.object("stream_options") { out in
                    out.field("include_usage", true)
                }
            }
            Self.renderRequestMore(request, into: &out)
        }
        out.drop("reasoning.summary", if: request.reasoningSummary != nil)
        out.drop("reasoning.betweenTools", if: request.reasoningBetweenTools != nil)
        out.drop(
            "reasoning.effort",
            if: request.reasoningEffort != nil && !(out.can("reasoning") && out.can("reasoningEffort"))
                && !out.can("reasoningObject") && !(out.can("thinkingFlag") && request.reasoningSwitch != nil)
                && !(out.can("thinkingSwitch") && request.reasoningSwitch != nil)
        )
        out.drop(
            "reasoning.budgetTokens",
            if: request.reasoningBudgetTokens != nil && !out.can("reasoningObject") && !out.can("thinkingFlag")
        )
    }

    /// Writes the case `assistant` of `message`.
    public static func renderMessageAssistant(_ message: Message, into out: inout Renderer) {
        let message = out.flatten(message, into: [.reasoning, .text, .refusal, .toolCall], detailed: true)
        out.object(extra: message.extra) { out in
            out.field("role", "assistant")
            if out.can("reasoningContent") {
                out.field("reasoning_content", ifPresent: message.reasoning)
            }
            if out.can("reasoningField") {
                out.field("reasoning", ifPresent: message.reasoning)
            }
            out.field("content", orNull: message.text)
            out.field("refusal", ifPresent: out.allowed(message.refusal, "refusal", if: out.can("refusals")))
            out.list("tool_calls", ifPresent: message.toolCalls, at: "toolCalls", Self.renderCall)
            out.field("name", ifPresent: message.name)
            out.list("reasoning_details", ifPresent: message.thoughts, at: "thoughts", Self.renderDetail)
        }
        out.drop(
            "reasoning", if: message.reasoning != nil && !out.can("reasoningContent") && !out.can("reasoningField")
        )
    }

    /// Reads the case `assistant` of `message`.
    public static func parseMessageAssistant(
        _ json: inout JSONReader, into messages: inout [Message]
    ) throws(JSONError) {
        var message = Message(role: .assistant)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "reasoning_content", "reasoning": message.addReasoning(try json.stringIfAny(), of: Self.id)
            case "content":
                switch try json.peek() {
                case .string: message.text = try json.stringIfAny()
                case .array: message.parts += try json.list(Self.parsePart)
                default: try json.skip()
                }
            case "refusal": message.refusal = try json.stringIfAny()
            case "tool_calls": message.toolCalls = try json.list(of: ToolCall(), Self.parseCall)
            case "name": message.name = try json.stringIfAny()
            case "reasoning_details": message.thoughts = try json.list(Self.parseDetail)
            case "role": try json.pass()
            default: try json.keep(key, in: &message.extra, of: Self.id)
            }
        }
        message.moveCallsToEnd()
        messages.append(message)
    }

    /// Reads a key that a provider adds to `answer`; false if it is none of those.
    public static func parseAnswerMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool {
        switch key {
        case "reasoning_details": chunk.thoughts = try json.list(Self.parseDetail)
        default: return false
        }
        return true
    }

    /// Reads `stop`.
    public static func parseStop(_ json: inout JSONReader) throws(JSONError) -> Finish? {
        guard let word = try json.stringIfAny() else { return nil }
        let reason: StopReason =
            switch word {
            case "stop": .stop
            case "length": .length
            case "tool_calls", "function_call": .toolCalls
            case "content_filter": .contentFilter
            case "error": .error
            default: .other
            }
        return Finish(reason: reason, vendorReason: word)
    }

    /// Reads a key that a provider adds to `delta`; false if it is none of those.
    public static func parseDeltaMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool {
        switch key {
        case "reasoning_details": chunk.thoughts = try json.list(Self.parseDetail)
        default: return false
        }
        return true
    }

    /// Writes the case `text` of `part`.
    public static func renderPartText(_ text: TextPart, into out: inout Renderer) {
        out.object(extra: text.extra) { out in
            out.field("type", "text")
            out.field("text", text.text)
            out.field("cache_control", ifPresent: text.cache, Self.renderCachePoint)
        }
        out.drop("citations", if: !text.citations.isEmpty)
        out.drop("signature", if: text.signature != nil)
    }

    /// Reads the case `text` of `part`.
    public static func parsePartText(_ json: inout JSONReader) throws(JSONError) -> Part {
        var text = TextPart()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "text": text.text = try json.stringIfAny() ?? ""
            case "cache_control": text.cache = try json.object(CachePoint(), Self.parseCachePoint)
            case "type": try json.pass()
            default: try json.keep(key, in: &text.extra, of: Self.id)
            }
        }
        return .text(text)
    }

    /// Writes `detail`.
    public static func renderDetail(_ part: Part, into out: inout Renderer) {
        switch part {
        case .reasoning(let reasoning) where out.isOwn(part): Self.renderDetailReasoning(reasoning, into: &out)
        default: out.drop(part)
        }
    }

    /// Reads `detail`.
    public static func parseDetail(_ json: inout JSONReader) throws(JSONError) -> Part? {
        switch json.lookAheadString("type") {
        case "reasoning.encrypted", "reasoning.summary", "reasoning.text": return try Self.parseDetailReasoning(&json)
        default:
            try json.skip()
            return nil
        }
    }

    /// Writes the case `reasoning` of `detail`.
    public static func renderDetailReasoning(_ reasoning: ReasoningPart, into out: inout Renderer) {
        if reasoning.encrypted != nil {
            out.object(extra: reasoning.extra) { out in
                out.field("type", "reasoning.encrypted")
                out.field("data", ifPresent: reasoning.encrypted)
            }
            out.drop("text", if: !reasoning.text.isEmpty)
            out.drop("signature", if: reasoning.signature != nil)
        } else if reasoning.summary != nil {
            out.object(extra: reasoning.extra) { out in
                out.field("type", "reasoning.summary")
                out.field("summary", ifPresent: reasoning.summary)
            }
            out.drop("signature", if: reasoning.signature != nil)
            out.drop("encrypted", if: reasoning.encrypted != nil)
        } else {
            out.object(extra: reasoning.extra) { out in
                out.field("type", "reasoning.text")
                out.field("text", reasoning.text)
                out.field("signature", ifPresent: reasoning.signature)
            }
            out.drop("encrypted", if: reasoning.encrypted != nil)
        }
    }

    /// Reads the case `reasoning` of `detail`.
    public static func parseDetailReasoning(_ json: inout JSONReader) throws(JSONError) -> Part {
        var reasoning = ReasoningPart(origin: Self.id)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "data": reasoning.encrypted = try json.stringIfAny()
            case "summary": reasoning.summary = try json.stringIfAny()
            case "text": reasoning.text = try json.stringIfAny() ?? ""
            case "signature": reasoning.signature = try json.stringIfAny()
            case "type": try json.pass()
            default: try json.keep(key, in: &reasoning.extra, of: Self.id)
            }
        }
        return .reasoning(reasoning)
    }

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
