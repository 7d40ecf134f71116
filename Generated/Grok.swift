// Generated from IDL/Providers/grok.idl: edit that file, not this one.

public import MassGenCore

/// Grok, by OpenAI Chat Completions.
public struct Grok: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = GrokWire

    /// What is known of it.
    public static let provider = Provider(
        id: "grok",
        title: "Grok",
        wire: "openai-chat",
        base: "https://api.x.ai/v1",
        baseVariables: ["XAI_BASE_URL"],
        keys: [.bearer(["XAI_API_KEY"])],
        endpoints: [.init("/chat/completions")],
        modelsPath: "/models",
        capabilities: [
            "streaming", "tools", "toolChoice", "parallelTools", "vision", "jsonMode", "jsonSchema", "reasoning",
            "reasoningEffort", "sampling", "stop", "caching", "maxCompletionTokens", "streamOptions",
        ],
        refused: [
            "top_k", "presence_penalty", "frequency_penalty", "logit_bias", "metadata", "store", "prompt_cache_key",
        ],
        defaultModel: "grok-4.3",
        limits: [
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
        models: .grok
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

/// OpenAI Chat Completions as Grok speaks it: only what differs stands here.
public enum GrokWire: OpenAIChatWire {
    /// What a status and the vendor's word for an error mean.
    public static func classify(status: Int, word: String?) -> ErrorClass? {
        switch word {
        case "The service is currently unavailable": return .overloaded.retryable
        case "insufficient_quota": return .quota
        case "context_length_exceeded": return .contextLength
        case "content_filter": return .contentFilter
        default: break
        }
        return switch status {
        case 410, 400: .invalidRequest
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

    /// What the counts mean: some stand outside of the figures for prompt and answer.
    public static func usage(_ counts: UsageCounts) -> Usage {
        counts.usage(outsideOutput: [\.reasoning])
    }

    /// The counts as they are related here.
    public static func counts(_ usage: Usage) -> UsageCounts {
        UsageCounts(usage, outsideOutput: [\.reasoning])
    }

    /// What Grok does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("topK", &request.topK)
        out.remove("presencePenalty", &request.presencePenalty)
        out.remove("frequencyPenalty", &request.frequencyPenalty)
        out.remove("logitBias", &request.logitBias)
        out.remove("metadata", &request.metadata)
        out.remove("store", &request.store)
        out.remove("cacheKey", &request.cacheKey)
        return request
    }

    /// Reads a key that a provider adds to a whole response's body; false if it is none of those.
    public static func parseResponseMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool {
        switch key {
        case "code": chunk.failureCode = try json.scalarText()
        default: return false
        }
        return true
    }

    /// Reads a key that a provider adds to one stream event; false if it is none of those.
    public static func parseEventMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool {
        switch key {
        case "code": chunk.failureCode = try json.scalarText()
        default: return false
        }
        return true
    }
}
