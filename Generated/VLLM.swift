// Generated from IDL/Providers/VLLM.idl: edit that file, not this one.

public import MassGenCore

/// vLLM, by OpenAI Chat Completions.
public struct VLLM: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = VLLMWire

    /// What is known of it.
    public static let provider = Provider(
        id: "vllm",
        title: "vLLM",
        wire: "openai-chat",
        base: "http://localhost:8000/v1",
        baseVariables: ["VLLM_BASE_URL", "VLLM_API_BASE"],
        keys: [.bearer(["VLLM_API_KEY"]), .none],
        endpoints: [.init("/chat/completions")],
        services: OpenAIChat.services,
        capabilities: [
            "streaming", "tools", "toolChoice", "parallelTools", "vision", "audio", "jsonMode", "jsonSchema",
            "reasoning", "reasoningEffort", "reasoningField", "sampling", "stop", "streamOptions", "embeddings",
        ],
        refused: ["metadata", "store", "service_tier", "prompt_cache_key"],
        settings: [
            "min_p": .number, "repetition_penalty": .number, "length_penalty": .number, "stop_token_ids": .json,
            "ignore_eos": .bool, "min_tokens": .integer, "chat_template_kwargs": .json, "structured_outputs": .json,
            "guided_json": .json, "guided_regex": .text, "guided_choice": .json, "add_generation_prompt": .bool,
            "continue_final_message": .bool, "priority": .integer,
        ],
        limits: OpenAIChat.limits,
        requestIDHeader: "x-request-id"
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

extension VLLM {
    /// Settings of a request that only vLLM has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

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

        /// Prefers longer answers in beam search.
        public var lengthPenalty: Double? {
            get { json["length_penalty"]?.double }
            set { json["length_penalty"] = newValue.map { .number(JSONNumber($0)) } }
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

        /// The fewest tokens of an answer.
        public var minTokens: Int? {
            get { json["min_tokens"]?.int }
            set { json["min_tokens"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// Settings of the model's template: {"enable_thinking": false} for many.
        public var chatTemplateKwargs: JSON? {
            get { json["chat_template_kwargs"] }
            set { json["chat_template_kwargs"] = newValue }
        }

        /// A choice, regex, grammar or schema for the answer.
        public var structuredOutputs: JSON? {
            get { json["structured_outputs"] }
            set { json["structured_outputs"] = newValue }
        }

        /// A JSON schema for the answer, for older servers.
        public var guidedJson: JSON? {
            get { json["guided_json"] }
            set { json["guided_json"] = newValue }
        }

        /// A regular expression for the answer, for older servers.
        public var guidedRegex: String? {
            get { json["guided_regex"]?.string }
            set { json["guided_regex"] = newValue.map(JSON.string) }
        }

        /// The texts one of which the answer is, for older servers.
        public var guidedChoice: JSON? {
            get { json["guided_choice"] }
            set { json["guided_choice"] = newValue }
        }

        /// Whether the template opens the answer.
        public var addGenerationPrompt: Bool? {
            get { json["add_generation_prompt"]?.bool }
            set { json["add_generation_prompt"] = newValue.map(JSON.bool) }
        }

        /// Whether the last message is gone on with.
        public var continueFinalMessage: Bool? {
            get { json["continue_final_message"]?.bool }
            set { json["continue_final_message"] = newValue.map(JSON.bool) }
        }

        /// Requests with lower numbers come first.
        public var priority: Int? {
            get { json["priority"]?.int }
            set { json["priority"] = newValue.map { .number(JSONNumber($0)) } }
        }
    }
}

extension ChatRequest {
    /// Settings that only vLLM has; other providers never see them.
    public var vllm: VLLM.Settings {
        get { VLLM.Settings(json: extra["vllm"] ?? [:]) }
        set { extra["vllm"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// OpenAI Chat Completions as vLLM speaks it: only what differs stands here.
public enum VLLMWire: OpenAIChatWire {
    /// What vLLM does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("store", &request.store)
        out.remove("metadata", &request.metadata)
        out.remove("serviceTier", &request.serviceTier)
        out.remove("cacheKey", &request.cacheKey)
        return request
    }
}
