// Generated from IDL/Providers/Fireworks.idl: edit that file, not this one.

public import MassGenCore

/// Fireworks, by OpenAI Chat Completions.
public struct Fireworks: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = FireworksWire

    /// What is known of it.
    public static let provider = Provider(
        id: "fireworks",
        title: "Fireworks",
        wire: "openai-chat",
        base: "https://api.fireworks.ai/inference/v1",
        baseVariables: ["FIREWORKS_BASE_URL"],
        keys: [.bearer(["FIREWORKS_API_KEY", "FIREWORKS_AI_API_KEY"])],
        endpoints: [.init("/chat/completions")],
        services: OpenAIChat.services,
        capabilities: [
            "streaming", "tools", "toolChoice", "parallelTools", "vision", "jsonMode", "jsonSchema", "reasoning",
            "reasoningEffort", "reasoningContent", "sampling", "stop", "caching", "embeddings",
        ],
        refused: ["metadata", "store"],
        settings: [
            "reasoning_history": .text, "thinking.type": .text, "thinking.budget_tokens": .integer, "min_p": .number,
            "typical_p": .number, "mirostat_target": .number, "mirostat_lr": .number, "prompt_truncate_len": .integer,
            "raw_output": .bool, "perf_metrics_in_response": .bool, "context_length_exceeded_behavior": .text,
            "prompt_cache_isolation_key": .text,
        ],
        hosts: ["fireworks.ai"],
        limits: [
            .init(
                "inputTokens", limit: "x-ratelimit-limit-tokens-prompt",
                remaining: "x-ratelimit-remaining-tokens-prompt"
            ),
            .init(
                "outputTokens", limit: "x-ratelimit-limit-tokens-generated",
                remaining: "x-ratelimit-remaining-tokens-generated"
            ),
            .init(
                "requests", limit: "x-ratelimit-limit-requests", remaining: "x-ratelimit-remaining-requests",
                reset: "x-ratelimit-reset-requests"
            ),
            .init(
                "tokens", limit: "x-ratelimit-limit-tokens", remaining: "x-ratelimit-remaining-tokens",
                reset: "x-ratelimit-reset-tokens"
            ),
        ],
        requestIDHeader: "x-request-id",
        models: .fireworks
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

extension Fireworks {
    /// Settings of a request that only Fireworks has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// Which thoughts of earlier turns the model sees: disabled, interleaved or preserved.
        public var reasoningHistory: String? {
            get { json["reasoning_history"]?.string }
            set { json["reasoning_history"] = newValue.map(JSON.string) }
        }

        /// Enabled or disabled, where the model takes no effort.
        public var thinkingType: String? {
            get { json["thinking", "type"]?.string }
            set { json["thinking", "type"] = newValue.map(JSON.string) }
        }

        /// How many tokens it may think.
        public var thinkingBudgetTokens: Int? {
            get { json["thinking", "budget_tokens"]?.int }
            set { json["thinking", "budget_tokens"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// The least probability of a token, as a share of the likeliest.
        public var minP: Double? {
            get { json["min_p"]?.double }
            set { json["min_p"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// Keeps to tokens of typical information.
        public var typicalP: Double? {
            get { json["typical_p"]?.double }
            set { json["typical_p"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// The perplexity that sampling aims at.
        public var mirostatTarget: Double? {
            get { json["mirostat_target"]?.double }
            set { json["mirostat_target"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// How fast it corrects itself.
        public var mirostatLr: Double? {
            get { json["mirostat_lr"]?.double }
            set { json["mirostat_lr"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// Cuts the prompt to this many tokens.
        public var promptTruncateLen: Int? {
            get { json["prompt_truncate_len"]?.int }
            set { json["prompt_truncate_len"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// Whether the prompt as the model saw it comes back.
        public var rawOutput: Bool? {
            get { json["raw_output"]?.bool }
            set { json["raw_output"] = newValue.map(JSON.bool) }
        }

        /// Whether times come with the answer instead of in headers.
        public var perfMetricsInResponse: Bool? {
            get { json["perf_metrics_in_response"]?.bool }
            set { json["perf_metrics_in_response"] = newValue.map(JSON.bool) }
        }

        /// What to do with a prompt that is too long: truncate or error.
        public var contextLengthExceededBehavior: String? {
            get { json["context_length_exceeded_behavior"]?.string }
            set { json["context_length_exceeded_behavior"] = newValue.map(JSON.string) }
        }

        /// Whose cache of prompts is used.
        public var promptCacheIsolationKey: String? {
            get { json["prompt_cache_isolation_key"]?.string }
            set { json["prompt_cache_isolation_key"] = newValue.map(JSON.string) }
        }
    }
}

extension ChatRequest {
    /// Settings that only Fireworks has; other providers never see them.
    public var fireworks: Fireworks.Settings {
        get { Fireworks.Settings(json: extra["fireworks"] ?? [:]) }
        set { extra["fireworks"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// OpenAI Chat Completions as Fireworks speaks it: only what differs stands here.
public enum FireworksWire: OpenAIChatWire {
    /// What Fireworks does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("store", &request.store)
        out.remove("metadata", &request.metadata)
        request.reasoningEffort = out.allowed(
            request.reasoningEffort, "reasoning.effort", in: ["none", "low", "medium", "high"]
        )
        return request
    }
}
