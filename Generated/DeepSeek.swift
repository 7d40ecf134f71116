// Generated from IDL/Providers/deepseek.idl: edit that file, not this one.

public import MassGenCore

/// DeepSeek, by Chat Completions.
public struct DeepSeek: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = DeepSeekWire

    /// What is known of it.
    public static let provider = Provider(
        id: "deepseek", title: "DeepSeek", wire: "openai-chat",
        base: "https://api.deepseek.com",
        baseVariables: ["DEEPSEEK_API_BASE"],
        keys: [.bearer(["DEEPSEEK_API_KEY"])],
        endpoints: [.init("/chat/completions")],
        modelsPath: "/models",
        capabilities: [
            "streaming", "tools", "toolChoice", "vision", "jsonMode", "reasoning", "reasoningEffort",
            "reasoningContent", "sampling", "caching", "streamOptions",
        ],
        refused: [
            "parallel_tool_calls", "top_k", "random_seed", "seed", "logit_bias", "n", "user", "metadata", "store",
            "service_tier", "prompt_cache_key",
        ],
        settings: ["thinking": .json],
        defaultModel: "deepseek-flash",
        limits: [
            .init("requests", limit: "x-ratelimit-limit-requests", remaining: "x-ratelimit-remaining-requests", reset: "x-ratelimit-reset-requests"),
            .init("tokens", limit: "x-ratelimit-limit-tokens", remaining: "x-ratelimit-remaining-tokens", reset: "x-ratelimit-reset-tokens"),
        ],
        requestIDHeader: "x-request-id",
        models: models
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

extension DeepSeek {
    /// Settings of a request that only DeepSeek has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// Whether the model thinks: {"type": "enabled"} or disabled, adaptive.
        public var thinking: JSON? {
            get { json["thinking"] }
            set { json["thinking"] = newValue }
        }
    }
}

extension ChatRequest {
    /// Settings that only DeepSeek has; other providers never see them.
    public var deepseek: DeepSeek.Settings {
        get { DeepSeek.Settings(json: extra["deepseek"] ?? [:]) }
        set { extra["deepseek"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// Chat Completions as DeepSeek speaks it: only what differs stands here.
public enum DeepSeekWire: OpenAIChatWire {
    /// What DeepSeek does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("parallelToolCalls", &request.parallelToolCalls)
        out.remove("seed", &request.seed)
        out.remove("topK", &request.topK)
        out.remove("choices", &request.choices)
        out.remove("logitBias", &request.logitBias)
        out.remove("user", &request.user)
        out.remove("metadata", &request.metadata)
        out.remove("store", &request.store)
        out.remove("serviceTier", &request.serviceTier)
        out.remove("cacheKey", &request.cacheKey)
        request.reasoningEffort = out.allowed(request.reasoningEffort, "reasoning.effort", in: ["low", "high", "max"])
        return request
    }

    /// Writes `stop`.
    public static func renderStop(_ stop: Finish, into out: inout Renderer) {
        switch stop.reason {
        case .stop:
            out.value("stop")
        case .length:
            out.value("length")
        case .toolCalls:
            out.value("tool_calls")
        case .contentFilter:
            out.value("content_filter")
        default:
            out.value("stop")
            out.lose("stopReason", .approximated, "\(stop.reason) is sent as stop")
        }
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
            case "insufficient_system_resource": .error
            default: .other
            }
        return Finish(reason: reason, vendorReason: word)
    }

    /// Writes `usage`.
    public static func renderUsage(_ usage: UsageCounts, into out: inout Renderer) {
        out.object { out in
            out.field("prompt_tokens", ifPresent: usage.input)
            out.field("completion_tokens", ifPresent: usage.output)
            out.field("total_tokens", ifPresent: usage.total)
            if usage.cacheRead != nil || usage.cacheWrite != nil || usage.audioInput != nil {
                out.object("prompt_tokens_details") { out in
                    out.field("cached_tokens", ifPresent: usage.cacheRead)
                    out.field("cache_write_tokens", ifPresent: usage.cacheWrite)
                    out.field("audio_tokens", ifPresent: usage.audioInput)
                }
            }
            if usage.reasoning != nil || usage.audioOutput != nil {
                out.object("completion_tokens_details") { out in
                    out.field("reasoning_tokens", ifPresent: usage.reasoning)
                    out.field("audio_tokens", ifPresent: usage.audioOutput)
                }
            }
        }
    }

    /// Reads `usage`.
    public static func parseUsage(_ json: inout JSONReader, into usage: inout UsageCounts) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "prompt_tokens":
                usage.input = try json.intIfAny() ?? usage.input
            case "completion_tokens":
                usage.output = try json.intIfAny() ?? usage.output
            case "total_tokens":
                usage.total = try json.intIfAny() ?? usage.total
            case "prompt_tokens_details":
                if try json.beginObjectIfAny() {
                    while let key = try json.nextKey() {
                        switch key {
                        case "cached_tokens":
                            usage.cacheRead = try json.intIfAny() ?? usage.cacheRead
                        case "cache_write_tokens":
                            usage.cacheWrite = try json.intIfAny() ?? usage.cacheWrite
                        case "audio_tokens":
                            usage.audioInput = try json.intIfAny() ?? usage.audioInput
                        default:
                            try json.skip()
                        }
                    }
                }
            case "completion_tokens_details":
                if try json.beginObjectIfAny() {
                    while let key = try json.nextKey() {
                        switch key {
                        case "reasoning_tokens":
                            usage.reasoning = try json.intIfAny() ?? usage.reasoning
                        case "audio_tokens":
                            usage.audioOutput = try json.intIfAny() ?? usage.audioOutput
                        default:
                            try json.skip()
                        }
                    }
                }
            case "prompt_cache_hit_tokens":
                usage.cacheRead = try json.intIfAny() ?? usage.cacheRead
            default:
                try json.skip()
            }
        }
    }
}
