// Generated from IDL/Providers/Together.idl: edit that file, not this one.

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
            "reasoningSwitch", "sampling", "stop", "embeddings",
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
    /// What a status means.
    public static func classify(status: Int) -> ErrorClass? {
        switch status {
        case 524: .timeout.retryable
        case 529: .overloaded.retryable
        default: OpenAIChat.classify(status: status)
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
