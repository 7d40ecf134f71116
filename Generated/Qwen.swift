// Generated from IDL/Providers/qwen.idl: edit that file, not this one.

public import MassGenCore

/// Qwen, by OpenAI Chat Completions.
public struct Qwen: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = QwenWire

    /// What is known of it.
    public static let provider = Provider(
        id: "qwen",
        title: "Qwen",
        wire: "openai-chat",
        base: "https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
        baseVariables: ["DASHSCOPE_BASE_URL"],
        keys: [.bearer(["DASHSCOPE_API_KEY"])],
        endpoints: [.init("/chat/completions")],
        services: OpenAIChat.services,
        capabilities: [
            "streaming", "tools", "toolChoice", "parallelTools", "vision", "audio", "jsonMode", "jsonSchema",
            "reasoning", "reasoningBudget", "reasoningContent", "thinkingFlag", "sampling", "stop", "caching",
            "streamOptions", "embeddings",
        ],
        refused: ["frequency_penalty", "logit_bias", "user", "metadata", "store", "service_tier", "prompt_cache_key"],
        settings: [
            "repetition_penalty": .number, "enable_search": .bool, "search_options": .json,
            "vl_high_resolution_images": .bool,
        ],
        hosts: ["aliyuncs.com"],
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
        models: .qwen
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

extension Qwen {
    /// Settings of a request that only Qwen has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// Pushes away from repetition; 1 is neutral.
        public var repetitionPenalty: Double? {
            get { json["repetition_penalty"]?.double }
            set { json["repetition_penalty"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// Whether the model may search the web.
        public var enableSearch: Bool? {
            get { json["enable_search"]?.bool }
            set { json["enable_search"] = newValue.map(JSON.bool) }
        }

        /// How it searches.
        public var searchOptions: JSON? {
            get { json["search_options"] }
            set { json["search_options"] = newValue }
        }

        /// Whether images are seen in full detail.
        public var vlHighResolutionImages: Bool? {
            get { json["vl_high_resolution_images"]?.bool }
            set { json["vl_high_resolution_images"] = newValue.map(JSON.bool) }
        }
    }
}

extension ChatRequest {
    /// Settings that only Qwen has; other providers never see them.
    public var qwen: Qwen.Settings {
        get { Qwen.Settings(json: extra["qwen"] ?? [:]) }
        set { extra["qwen"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// OpenAI Chat Completions as Qwen speaks it: only what differs stands here.
public enum QwenWire: OpenAIChatWire {
    /// What a status and the vendor's word for an error mean.
    public static func classify(status: Int, word: String?) -> ErrorClass? {
        switch word {
        case "Throttling.RateQuota", "Throttling.AllocationQuota": return .rateLimited.retryable
        case "InvalidParameter": return .invalidRequest
        case "data_inspection_failed", "DataInspectionFailed": return .contentFilter
        case "Arrearage", "insufficient_quota": return .quota
        case "context_length_exceeded": return .contextLength
        case "content_filter": return .contentFilter
        default: break
        }
        return switch status {
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

    /// What Qwen does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("logitBias", &request.logitBias)
        out.remove("frequencyPenalty", &request.frequencyPenalty)
        out.remove("user", &request.user)
        out.remove("metadata", &request.metadata)
        out.remove("store", &request.store)
        out.remove("serviceTier", &request.serviceTier)
        out.remove("cacheKey", &request.cacheKey)
        request.reasoningEffort = out.allowed(request.reasoningEffort, "reasoning.effort", in: ["none", "medium"])
        return request
    }

    /// Writes `toolChoice`.
    public static func renderToolChoice(_ choice: ToolChoice, into out: inout Renderer) {
        switch choice {
        case .auto: out.value("auto")
        case .none: out.value("none")
        case .required:
            out.value("auto")
            out.lose("toolChoice", .approximated, "required is sent as auto")
        case .tool(let tool):
            out.object { out in
                out.field("type", "function")
                out.object("function") { out in
                    out.field("name", tool.name)
                }
            }
        }
    }
}
