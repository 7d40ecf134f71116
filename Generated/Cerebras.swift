// Generated from IDL/Providers/Cerebras.idl: edit that file, not this one.

public import MassGenCore

/// Cerebras, by OpenAI Chat Completions.
public struct Cerebras: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = CerebrasWire

    /// What is known of it.
    public static let provider = Provider(
        id: "cerebras",
        title: "Cerebras",
        wire: "openai-chat",
        base: "https://api.cerebras.ai/v1",
        baseVariables: ["CEREBRAS_BASE_URL"],
        keys: [.bearer(["CEREBRAS_API_KEY"])],
        endpoints: [.init("/chat/completions")],
        services: OpenAIChat.services,
        capabilities: [
            "streaming", "tools", "toolChoice", "parallelTools", "strictTools", "jsonMode", "jsonSchema", "reasoning",
            "reasoningEffort", "reasoningField", "sampling", "stop", "caching", "maxCompletionTokens", "streamOptions",
        ],
        refused: ["top_k", "n", "metadata", "store"],
        settings: [
            "reasoning_format": .text, "disable_reasoning": .bool, "clear_thinking": .bool, "min_tokens": .integer,
            "prediction": .json,
        ],
        hosts: ["cerebras.ai"],
        limits: [
            .init(
                "requests", limit: "x-ratelimit-limit-requests-day", remaining: "x-ratelimit-remaining-requests-day",
                reset: "x-ratelimit-reset-requests-day"
            ),
            .init(
                "tokens", limit: "x-ratelimit-limit-tokens-minute", remaining: "x-ratelimit-remaining-tokens-minute",
                reset: "x-ratelimit-reset-tokens-minute"
            ),
        ],
        requestIDHeader: "x-request-id",
        models: .cerebras
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

extension Cerebras {
    /// Settings of a request that only Cerebras has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// Where thoughts go: none, parsed, text_parsed, raw or hidden.
        public var reasoningFormat: String? {
            get { json["reasoning_format"]?.string }
            set { json["reasoning_format"] = newValue.map(JSON.string) }
        }

        /// Whether the model answers without thinking.
        public var disableReasoning: Bool? {
            get { json["disable_reasoning"]?.bool }
            set { json["disable_reasoning"] = newValue.map(JSON.bool) }
        }

        /// Whether thoughts of earlier turns are taken out of the prompt.
        public var clearThinking: Bool? {
            get { json["clear_thinking"]?.bool }
            set { json["clear_thinking"] = newValue.map(JSON.bool) }
        }

        /// The fewest tokens of an answer.
        public var minTokens: Int? {
            get { json["min_tokens"]?.int }
            set { json["min_tokens"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// Text that much of the answer is expected to repeat.
        public var prediction: JSON? {
            get { json["prediction"] }
            set { json["prediction"] = newValue }
        }
    }
}

extension ChatRequest {
    /// Settings that only Cerebras has; other providers never see them.
    public var cerebras: Cerebras.Settings {
        get { Cerebras.Settings(json: extra["cerebras"] ?? [:]) }
        set { extra["cerebras"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// OpenAI Chat Completions as Cerebras speaks it: only what differs stands here.
public enum CerebrasWire: OpenAIChatWire {
    /// What Cerebras does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("topK", &request.topK)
        out.remove("choices", &request.choices)
        out.remove("metadata", &request.metadata)
        out.remove("store", &request.store)
        request.reasoningEffort = out.allowed(
            request.reasoningEffort, "reasoning.effort", in: ["none", "low", "medium", "high"]
        )
        return request
    }

    /// Reads a key that a provider adds to one stream event; false if it is none of those.
    public static func parseEventMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool {
        switch key {
        case "status_code": chunk.failureCode = try json.scalarText()
        default: return false
        }
        return true
    }
}
