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
        case .tools(let subset) where out.can("toolSubsets"):
            out.object { out in
                out.field("type", "allowed_tools")
                out.object("allowed_tools") { out in
                    out.field("mode", ifPresent: subset.must, Self.renderMust)
                    out.list("tools", subset.tools, at: "tools", Self.renderNamedTool)
                }
            }
        case .tools:
            out.value("auto")
            out.lose("toolChoice", .approximated, "tools is sent as auto")
        }
    }

    /// Writes `usage`.
    public static func renderUsage(_ usage: UsageCounts, into out: inout Renderer) {
        out.object { out in
            out.field("prompt_tokens", ifPresent: usage.input)
            out.field("completion_tokens", ifPresent: usage.output)
            out.field("total_tokens", ifPresent: usage.total)
            out.object("prompt_tokens_details") { out in
                out.field("cached_tokens", ifPresent: usage.cacheRead)
                out.field("cache_write_tokens", ifPresent: usage.cacheWrite)
                out.field("audio_tokens", ifPresent: usage.audioInput)
                out.field("image_tokens", ifPresent: usage.imageInput)
            }
            if usage.reasoning != nil || usage.audioOutput != nil || usage.imageOutput != nil {
                out.object("completion_tokens_details") { out in
                    out.field("reasoning_tokens", ifPresent: usage.reasoning)
                    out.field("audio_tokens", ifPresent: usage.audioOutput)
                    out.field("image_tokens", ifPresent: usage.imageOutput)
                }
            }
            Self.renderUsageMore(usage, into: &out)
        }
    }

    /// Reads `usage`.
    public static func parseUsage(_ json: inout JSONReader, into usage: inout UsageCounts) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "prompt_tokens": usage.input = try json.intIfAny() ?? usage.input
            case "completion_tokens": usage.output = try json.intIfAny() ?? usage.output
            case "total_tokens": usage.total = try json.intIfAny() ?? usage.total
            case "prompt_tokens_details":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "cached_tokens": usage.cacheRead = try json.intIfAny() ?? usage.cacheRead
                    case "cache_write_tokens", "cache_creation_input_tokens":
                        usage.cacheWrite = try json.intIfAny() ?? usage.cacheWrite
                    case "audio_tokens": usage.audioInput = try json.intIfAny() ?? usage.audioInput
                    case "image_tokens": usage.imageInput = try json.intIfAny() ?? usage.imageInput
                    case "cache_creation":
                        guard try json.beginObjectIfAny() else { break }
                        while let key = try json.nextKey() {
                            switch key {
                            case "ephemeral_5m_input_tokens":
                                usage.cacheWrite5m = try json.intIfAny() ?? usage.cacheWrite5m
                            default: try json.skip()
                            }
                        }
                    default: try json.skip()
                    }
                }
            case "completion_tokens_details":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "reasoning_tokens": usage.reasoning = try json.intIfAny() ?? usage.reasoning
                    case "audio_tokens": usage.audioOutput = try json.intIfAny() ?? usage.audioOutput
                    case "image_tokens": usage.imageOutput = try json.intIfAny() ?? usage.imageOutput
                    default: try json.skip()
                    }
                }
            case "cached_tokens": usage.cacheRead = try json.intIfAny() ?? usage.cacheRead
            case "cost":
                switch try json.peek() {
                case .object:
                    try json.beginObject()
                    while let key = try json.nextKey() {
                        switch key {
                        case "total_cost": usage.costText = try json.scalarText()
                        default: try json.skip()
                        }
                    }
                default:
                    usage.costText = try json.scalarText()
                }
            case "cost_details":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "upstream_inference_cost": usage.upstreamCostText = try json.scalarText()
                    default: try json.skip()
                    }
                }
            case "is_byok": usage.isOwnKey = try json.boolIfAny() ?? usage.isOwnKey
            case "server_tool_use_details":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "web_search_requests": usage.searches = try json.intIfAny() ?? usage.searches
                    default: try json.skip()
                    }
                }
            case "service_tier": usage.serviceTier = try json.stringIfAny() ?? usage.serviceTier
            default: if try !Self.parseUsageMore(key, &json, into: &usage) { try json.skip() }
            }
        }
    }
}
