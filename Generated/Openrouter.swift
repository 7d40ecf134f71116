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
            .init("referer", variables: ["OPENROUTER_HTTP_REFERER"]),
            .init("appTitle", variables: ["OPENROUTER_APP_TITLE"]),
        ],
        capabilities: [
            "streaming", "tools", "toolChoice", "parallelTools", "strictTools", "vision", "audio", "files", "jsonMode",
            "jsonSchema", "reasoning", "reasoningObject", "reasoningField", "reasoningBudget", "sampling", "stop",
            "caching", "streamOptions", "refusals",
        ],
        refused: ["metadata", "store", "service_tier", "prompt_cache_key"],
        settings: [
            "provider": .json, "models": .json, "transforms": .json, "plugins": .json, "preset": .text,
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
}
