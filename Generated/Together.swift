// Generated from IDL/Providers/together.idl: edit that file, not this one.

public import MassGenCore

/// Together, by OpenAI Chat Completions.
public struct Together: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = TogetherWire

    /// What is known of it.
    public static let provider = Provider(
        id: "together",
        title: "Together",
        wire: "openai-chat",
        base: "https://api.together.ai/v1",
        baseVariables: ["TOGETHER_BASE_URL"],
        keys: [.bearer(["TOGETHER_API_KEY", "TOGETHER_AI_API_KEY"])],
        endpoints: [.init("/chat/completions")],
        services: OpenAIChat.services,
        capabilities: [
            "streaming", "tools", "toolChoice", "vision", "jsonMode", "jsonSchema", "reasoning", "reasoningEffort",
            "sampling", "stop", "embeddings",
        ],
        refused: [
            "parallel_tool_calls", "top_logprobs", "user", "metadata", "store", "service_tier", "prompt_cache_key",
        ],
        settings: [
            "logprobs": .integer, "min_p": .number, "repetition_penalty": .number, "chat_template_kwargs": .json,
            "echo": .bool, "safety_model": .text, "context_length_exceeded_behavior": .text,
        ],
        defaultModel: "zai-org/GLM-5.3-Flash",
        hosts: ["together.ai", "together.xyz"],
        limits: [
            .init(
                "requests", limit: "x-ratelimit-limit", remaining: "x-ratelimit-remaining", reset: "x-ratelimit-reset"
            ),
            .init("tokens", limit: "x-tokenlimit-limit", remaining: "x-tokenlimit-remaining"),
        ],
        requestIDHeader: "x-request-id",
        models: .together
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

extension Together {
    /// Settings of a request that only Together has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// How many log probabilities to report per token.
        public var logprobs: Int? {
            get { json["logprobs"]?.int }
            set { json["logprobs"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// The least probability of a token, as a share of the likeliest.
        public var minP: Double? {
            get { json["min_p"]?.double }
            set { json["min_p"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// Pushes away from repetition; 1 is neutral.
        public var repetitionPenalty: Double? {
            get { json["repetition_penalty"]?.double }
            set { json["repetition_penalty"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// Settings of the model's template.
        public var chatTemplateKwargs: JSON? {
            get { json["chat_template_kwargs"] }
            set { json["chat_template_kwargs"] = newValue }
        }

        /// Whether the prompt comes back before the answer.
        public var echo: Bool? {
            get { json["echo"]?.bool }
            set { json["echo"] = newValue.map(JSON.bool) }
        }

        /// The model that checks prompt and answer.
        public var safetyModel: String? {
            get { json["safety_model"]?.string }
            set { json["safety_model"] = newValue.map(JSON.string) }
        }

        /// What to do with a prompt that is too long: truncate or error.
        public var contextLengthExceededBehavior: String? {
            get { json["context_length_exceeded_behavior"]?.string }
            set { json["context_length_exceeded_behavior"] = newValue.map(JSON.string) }
        }
    }
}

extension ChatRequest {
    /// Settings that only Together has; other providers never see them.
    public var together: Together.Settings {
        get { Together.Settings(json: extra["together"] ?? [:]) }
        set { extra["together"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// OpenAI Chat Completions as Together speaks it: only what differs stands here.
public enum TogetherWire: OpenAIChatWire {
    /// What a status and the vendor's word for an error mean.
    public static func classify(status: Int, word: String?) -> ErrorClass? {
        switch word {
        case "insufficient_quota": return .quota
        case "context_length_exceeded": return .contextLength
        case "content_filter": return .contentFilter
        default: break
        }
        return switch status {
        case 524: .timeout.retryable
        case 529: .overloaded.retryable
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
        case 503: .overloaded.retryable
        case 500...599: .server.retryable
        default: nil
        }
    }

    /// What Together does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("logprobs", &request.logprobs)
        out.remove("topLogprobs", &request.topLogprobs)
        out.remove("parallelToolCalls", &request.parallelToolCalls)
        out.remove("serviceTier", &request.serviceTier)
        out.remove("store", &request.store)
        out.remove("metadata", &request.metadata)
        out.remove("user", &request.user)
        out.remove("cacheKey", &request.cacheKey)
        return request
    }

    /// Writes a request's body.
    public static func renderRequest(_ request: ChatRequest, into out: inout Renderer) {
        let request = Self.restricted(request, &out)
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
            if out.can("reasoning") && request.reasoningEffort?.rawValue != "none" {
                out.field("reasoning_effort", ifPresent: request.reasoningEffort)
            }
            if out.can("reasoning") {
                if request.reasoningIsOn != nil {
                    out.object("reasoning") { out in
                        out.field("enabled", ifPresent: request.reasoningIsOn)
                    }
                }
            }
            out.field(
                "thinking_budget",
                ifPresent: out.allowed(
                    request.reasoningBudgetTokens, "reasoning.budgetTokens", if: out.can("thinkingFlag")
                )
            )
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
        out.drop("cache", if: !request.cache.isEmpty)
        out.drop(
            "reasoning.effort",
            if: request.reasoningEffort != nil && !(out.can("reasoning") && request.reasoningEffort?.rawValue != "none")
                && !(out.can("reasoning") && request.reasoningSwitch != nil)
                && !(out.can("thinkingSwitch") && request.reasoningSwitch != nil)
        )
    }

    /// Reads a request's body.
    public static func parseRequest(_ json: inout JSONReader) throws(JSONError) -> ChatRequest {
        var request = ChatRequest(model: "", messages: [])
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "model": request.model = try json.stringIfAny() ?? ""
            case "messages": request.messages = try json.list(joining: Self.parseMessage)
            case "tools":
                guard try json.beginArrayIfAny() else { break }
                while try json.nextElement() {
                    if json.lookAheadString("type") == "function" {
                        if let tool = try json.object(ToolDefinition(name: "", schema: [:]), Self.parseTool) {
                            request.tools.append(tool)
                        }
                    } else if let tool = try Self.parseServerTool(&json) {
                        request.serverTools.append(tool)
                    }
                }
            case "tool_choice": request.toolChoice = try Self.parseToolChoice(&json)
            case "parallel_tool_calls": request.parallelToolCalls = try json.boolIfAny()
            case "response_format": request.responseFormat = try Self.parseResponseFormat(&json)
            case "max_completion_tokens", "max_tokens": request.maxOutputTokens = try json.intIfAny()
            case "temperature": request.temperature = try json.doubleIfAny()
            case "top_p": request.topP = try json.doubleIfAny()
            case "top_k": request.topK = try json.intIfAny()
            case "random_seed", "seed": request.seed = try json.intIfAny()
            case "stop": request.stop = try json.texts()
            case "presence_penalty": request.presencePenalty = try json.doubleIfAny()
            case "frequency_penalty": request.frequencyPenalty = try json.doubleIfAny()
            case "logit_bias": request.logitBias = try json.integerMap()
            case "logprobs": request.logprobs = try json.boolIfAny()
            case "top_logprobs": request.topLogprobs = try json.intIfAny()
            case "n": request.choices = try json.intIfAny()
            case "reasoning_effort":
                request.reasoningEffort = (try json.stringIfAny()).map(ReasoningEffort.init(rawValue:))
            case "reasoning":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "enabled": request.reasoningIsOn = try json.boolIfAny()
                    default: try json.keep(key, in: &request.extra, of: Self.id, under: "reasoning")
                    }
                }
            case "thinking_budget": request.reasoningBudgetTokens = try json.intIfAny()
            case "thinking":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "type": request.reasoningState = try json.stringIfAny()
                    default: try json.keep(key, in: &request.extra, of: Self.id, under: "thinking")
                    }
                }
            case "user": request.user = try json.stringIfAny()
            case "metadata": request.metadata = try json.textMap()
            case "store": request.store = try json.boolIfAny()
            case "service_tier": request.serviceTier = try json.stringIfAny()
            case "prompt_cache_key": request.cacheKey = try json.stringIfAny()
            case "stream_options":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "include_usage": try json.pass()
                    default: try json.keep(key, in: &request.extra, of: Self.id, under: "stream_options")
                    }
                }
            case "stream": try json.pass()
            default:
                if try !Self.parseRequestMore(key, &json, into: &request) {
                    try json.keep(key, in: &request.extra, of: Self.id)
                }
            }
        }
        return request
    }

    /// Writes `models`.
    public static func renderModels(_ page: ModelPage, into out: inout Renderer) {
        out.elements(page.models, at: "models", Self.renderModel)
    }

    /// Reads `models`.
    public static func parseModels(_ json: inout JSONReader, into page: inout ModelPage) throws(JSONError) {
        page.models = try json.list(of: ListedModel(), Self.parseModel)
    }

    /// Writes `embedRequest`.
    public static func renderEmbedRequest(_ request: EmbeddingRequest, into out: inout Renderer) {
        out.object(extra: request.extra) { out in
            out.field("model", request.model)
            out.field("input", request.texts)
        }
        out.drop("dimensions", if: request.dimensions != nil)
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
            default: try json.keep(key, in: &request.extra, of: Self.id)
            }
        }
    }

    /// Reads `stop`.
    public static func parseStop(_ json: inout JSONReader) throws(JSONError) -> Finish? {
        guard let word = try json.stringIfAny() else { return nil }
        let reason: StopReason =
            switch word {
            case "stop", "eos": .stop
            case "length": .length
            case "tool_calls", "function_call": .toolCalls
            case "content_filter": .contentFilter
            default: .other
            }
        return Finish(reason: reason, vendorReason: word)
    }
}
