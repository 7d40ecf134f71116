// Generated from IDL/Providers/SGLang.idl: edit that file, not this one.

public import MassGenCore

/// SGLang, by OpenAI Chat Completions.
public struct SGLang: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = SGLangWire

    /// What is known of it.
    public static let provider = Provider(
        id: "sglang",
        title: "SGLang",
        wire: "openai-chat",
        base: "http://localhost:30000/v1",
        baseVariables: ["SGLANG_BASE_URL"],
        keys: [.bearer(["SGLANG_API_KEY"]), .none],
        endpoints: [.init("/chat/completions")],
        services: OpenAIChat.services,
        capabilities: [
            "streaming", "tools", "toolChoice", "parallelTools", "vision", "audio", "jsonMode", "jsonSchema",
            "reasoning", "reasoningEffort", "reasoningContent", "sampling", "stop", "streamOptions", "embeddings",
        ],
        refused: ["metadata", "store", "service_tier", "prompt_cache_key"],
        settings: [
            "separate_reasoning": .bool, "stream_reasoning": .bool, "chat_template_kwargs": .json, "regex": .text,
            "ebnf": .text, "json_schema": .text, "min_p": .number, "repetition_penalty": .number,
            "min_tokens": .integer, "stop_token_ids": .json, "ignore_eos": .bool, "lora_path": .text,
        ],
        limits: OpenAIChat.limits,
        requestIDHeader: "x-request-id"
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

extension SGLang {
    /// Settings of a request that only SGLang has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// Whether thoughts are told apart from the answer.
        public var separateReasoning: Bool? {
            get { json["separate_reasoning"]?.bool }
            set { json["separate_reasoning"] = newValue.map(JSON.bool) }
        }

        /// Whether thoughts are streamed as they come.
        public var streamReasoning: Bool? {
            get { json["stream_reasoning"]?.bool }
            set { json["stream_reasoning"] = newValue.map(JSON.bool) }
        }

        /// Settings of the model's template: {"enable_thinking": false} for many.
        public var chatTemplateKwargs: JSON? {
            get { json["chat_template_kwargs"] }
            set { json["chat_template_kwargs"] = newValue }
        }

        /// A regular expression for the answer.
        public var regex: String? {
            get { json["regex"]?.string }
            set { json["regex"] = newValue.map(JSON.string) }
        }

        /// A grammar for the answer.
        public var ebnf: String? {
            get { json["ebnf"]?.string }
            set { json["ebnf"] = newValue.map(JSON.string) }
        }

        /// A JSON schema for the answer.
        public var jsonSchema: String? {
            get { json["json_schema"]?.string }
            set { json["json_schema"] = newValue.map(JSON.string) }
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

        /// The fewest tokens of an answer.
        public var minTokens: Int? {
            get { json["min_tokens"]?.int }
            set { json["min_tokens"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// Tokens at which the answer ends.
        public var stopTokenIds: JSON? {
            get { json["stop_token_ids"] }
            set { json["stop_token_ids"] = newValue }
        }

        /// Whether the answer goes on after its end.
        public var ignoreEos: Bool? {
            get { json["ignore_eos"]?.bool }
            set { json["ignore_eos"] = newValue.map(JSON.bool) }
        }

        /// The adapter to use.
        public var loraPath: String? {
            get { json["lora_path"]?.string }
            set { json["lora_path"] = newValue.map(JSON.string) }
        }
    }
}

extension ChatRequest {
    /// Settings that only SGLang has; other providers never see them.
    public var sglang: SGLang.Settings {
        get { SGLang.Settings(json: extra["sglang"] ?? [:]) }
        set { extra["sglang"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// OpenAI Chat Completions as SGLang speaks it: only what differs stands here.
public enum SGLangWire: OpenAIChatWire {
    /// What SGLang does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("store", &request.store)
        out.remove("metadata", &request.metadata)
        out.remove("serviceTier", &request.serviceTier)
        out.remove("cacheKey", &request.cacheKey)
        return request
    }

    /// Reads a key that a provider adds to `usage`; false if it is none of those.
    public static func parseUsageMore(
        _ key: JSONKey, _ json: inout JSONReader, into usage: inout UsageCounts
    ) throws(JSONError) -> Bool {
        switch key {
        case "reasoning_tokens": usage.reasoning = try json.intIfAny() ?? usage.reasoning
        default: return false
        }
        return true
    }
}
