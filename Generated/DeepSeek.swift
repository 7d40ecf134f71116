// Generated from IDL/Providers/DeepSeek.idl: edit that file, not this one.

public import MassGenCore

/// DeepSeek, by OpenAI Chat Completions.
public struct DeepSeek: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = DeepSeekWire

    /// What is known of it.
    public static let provider = Provider(
        id: "deepseek",
        title: "DeepSeek",
        wire: "openai-chat",
        base: "https://api.deepseek.com",
        baseVariables: ["DEEPSEEK_API_BASE"],
        keys: [.bearer(["DEEPSEEK_API_KEY"])],
        endpoints: [.init("/chat/completions")],
        services: OpenAIChat.services,
        capabilities: [
            "streaming", "tools", "toolChoice", "vision", "files", "jsonMode", "reasoning", "reasoningEffort",
            "reasoningContent", "thinkingSwitch", "sampling", "stop", "caching", "streamOptions", "thoughtsWithCalls",
        ],
        refused: [
            "parallel_tool_calls", "top_k", "random_seed", "seed", "logit_bias", "n", "user", "metadata", "store",
            "service_tier", "prompt_cache_key",
        ],
        settings: ["thinking.type": .text],
        defaultModel: "deepseek-flash",
        hosts: ["deepseek.com"],
        limits: OpenAIChat.limits,
        requestIDHeader: "x-request-id",
        models: .deepseek
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

        /// How the model thinks: enabled, disabled or adaptive.
        public var thinkingType: String? {
            get { json["thinking", "type"]?.string }
            set { json["thinking", "type"] = newValue.map(JSON.string) }
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

/// OpenAI Chat Completions as DeepSeek speaks it: only what differs stands here.
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
        request.reasoningEffort = out.allowed(
            request.reasoningEffort, "reasoning.effort",
            in: ["none", "minimal", "low", "medium", "high", "xhigh", "max"]
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
            case "insufficient_system_resource": .error
            default: .other
            }
        return Finish(reason: reason, vendorReason: word)
    }

    /// Reads a key that a provider adds to `usage`; false if it is none of those.
    public static func parseUsageMore(
        _ key: JSONKey, _ json: inout JSONReader, into usage: inout UsageCounts
    ) throws(JSONError) -> Bool {
        switch key {
        case "prompt_cache_hit_tokens": usage.cacheRead = try json.intIfAny() ?? usage.cacheRead
        default: return false
        }
        return true
    }

    /// Writes the case `file` of `part`.
    public static func renderPartFile(_ media: Media, into out: inout Renderer) {
        guard media.fileID != nil else { return out.drop(Part.file(media)) }
        out.object(extra: media.extra) { out in
            out.field("type", "file")
            out.field("file_id", ifPresent: media.fileID)
        }
        out.drop("mediaType", if: media.mediaType != nil)
        out.drop("name", if: media.name != nil)
        out.drop("detail", if: media.detail != nil)
        out.drop("signature", if: media.signature != nil)
        out.drop("cache", if: media.cache != nil)
    }

    /// Reads the case `file` of `part`.
    public static func parsePartFile(_ json: inout JSONReader) throws(JSONError) -> Part {
        var media = Media()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "file_id": media.fileID = try json.stringIfAny()
            case "type": try json.pass()
            default: try json.keep(key, in: &media.extra, of: Self.id)
            }
        }
        return .file(media)
    }
}

/// DeepSeek, by OpenAI Responses.
public struct DeepSeekResponses: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = DeepSeekResponsesWire

    /// What is known of it.
    public static let provider = Provider(
        id: "deepseek",
        title: "DeepSeek",
        wire: "openai-responses",
        base: "https://api.deepseek.com",
        baseVariables: ["DEEPSEEK_API_BASE"],
        keys: [.bearer(["DEEPSEEK_API_KEY"])],
        endpoints: [.init("/responses")],
        services: OpenAIResponses.services,
        capabilities: [
            "streaming", "tools", "toolChoice", "vision", "files", "jsonMode", "reasoning", "reasoningEffort",
            "reasoningContent", "thinkingSwitch", "sampling", "stop", "caching", "streamOptions", "thoughtsWithCalls",
        ],
        refused: ["parallel_tool_calls", "user", "metadata", "store", "service_tier", "prompt_cache_key"],
        settings: ["thinking.type": .text],
        defaultModel: "deepseek-flash",
        limits: OpenAIResponses.limits,
        requestIDHeader: "x-request-id",
        models: .deepseek
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

/// OpenAI Responses as DeepSeek speaks it: only what differs stands here.
public enum DeepSeekResponsesWire: OpenAIResponsesWire {
    /// What DeepSeek does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("parallelToolCalls", &request.parallelToolCalls)
        out.remove("user", &request.user)
        out.remove("metadata", &request.metadata)
        out.remove("store", &request.store)
        out.remove("serviceTier", &request.serviceTier)
        out.remove("cacheKey", &request.cacheKey)
        return request
    }
}
