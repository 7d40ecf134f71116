// Generated from IDL/Providers/Nebius.idl: edit that file, not this one.

public import MassGenCore

/// Nebius, by OpenAI Chat Completions.
public struct Nebius: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = NebiusWire

    /// What is known of it.
    public static let provider = Provider(
        id: "nebius",
        title: "Nebius",
        wire: "openai-chat",
        base: "https://api.tokenfactory.nebius.com/v1",
        baseVariables: ["NEBIUS_BASE_URL"],
        keys: [.bearer(["NEBIUS_API_KEY"])],
        endpoints: [.init("/chat/completions")],
        services: OpenAIChat.services,
        capabilities: [
            "streaming", "tools", "toolChoice", "vision", "jsonMode", "jsonSchema", "reasoning", "reasoningEffort",
            "reasoningContent", "sampling", "stop", "streamOptions", "embeddings",
        ],
        refused: ["parallel_tool_calls", "metadata", "store", "prompt_cache_key"],
        settings: ["guided_json": .json, "min_p": .number, "repetition_penalty": .number],
        hosts: ["nebius.com"],
        limits: OpenAIChat.limits,
        requestIDHeader: "x-request-id",
        models: .nebius
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

extension Nebius {
    /// Settings of a request that only Nebius has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// A JSON schema for the answer, as vLLM takes it.
        public var guidedJson: JSON? {
            get { json["guided_json"] }
            set { json["guided_json"] = newValue }
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
    }
}

extension ChatRequest {
    /// Settings that only Nebius has; other providers never see them.
    public var nebius: Nebius.Settings {
        get { Nebius.Settings(json: extra["nebius"] ?? [:]) }
        set { extra["nebius"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// OpenAI Chat Completions as Nebius speaks it: only what differs stands here.
public enum NebiusWire: OpenAIChatWire {
    /// What Nebius does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("parallelToolCalls", &request.parallelToolCalls)
        out.remove("store", &request.store)
        out.remove("metadata", &request.metadata)
        out.remove("cacheKey", &request.cacheKey)
        return request
    }
}
