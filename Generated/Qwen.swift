// Generated from IDL/Providers/Qwen.idl: edit that file, not this one.

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
            "cacheMarks", "streamOptions", "embeddings",
        ],
        refused: ["frequency_penalty", "logit_bias", "user", "metadata", "store", "service_tier", "prompt_cache_key"],
        settings: [
            "repetition_penalty": .number, "enable_search": .bool, "search_options": .json,
            "vl_high_resolution_images": .bool,
        ],
        hosts: ["aliyuncs.com"],
        limits: OpenAIChat.limits,
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
    /// What the vendor's word for an error means.
    public static func classify(word: String) -> ErrorClass? {
        switch word {
        case "Throttling.RateQuota", "Throttling.AllocationQuota": .rateLimited.retryable
        case "InvalidParameter": .invalidRequest
        case "data_inspection_failed", "DataInspectionFailed": .contentFilter
        case "Arrearage": .quota
        default: OpenAIChat.classify(word: word)
        }
    }

    /// The vendor's word for an error.
    public static func word(for meaning: ErrorClass) -> String? {
        switch meaning {
        case .rateLimited: "Throttling.RateQuota"
        case .invalidRequest: "InvalidParameter"
        case .contentFilter: "data_inspection_failed"
        case .quota: "Arrearage"
        default: OpenAIChat.word(for: meaning)
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

    /// Writes `cachePoint`.
    public static func renderCachePoint(_ point: CachePoint, into out: inout Renderer) {
        out.object { out in
            out.field("type", "ephemeral")
        }
        out.drop("cache.ttl", if: point.ttl != nil)
    }

    /// Reads `cachePoint`.
    public static func parseCachePoint(_ json: inout JSONReader, into point: inout CachePoint) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": try json.pass()
            default: try json.skip()
            }
        }
    }
}
