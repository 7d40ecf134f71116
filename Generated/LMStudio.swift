// Generated from IDL/Providers/LMStudio.idl: edit that file, not this one.

public import MassGenCore

/// LM Studio, by OpenAI Chat Completions.
public struct LMStudio: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = LMStudioWire

    /// What is known of it.
    public static let provider = Provider(
        id: "lmstudio",
        title: "LM Studio",
        wire: "openai-chat",
        base: "http://localhost:1234/v1",
        baseVariables: ["LM_STUDIO_API_BASE"],
        keys: [.bearer(["LM_API_TOKEN", "LM_STUDIO_API_KEY", "LMSTUDIO_API_KEY"]), .none],
        endpoints: [.init("/chat/completions")],
        services: OpenAIChat.services,
        capabilities: [
            "streaming", "tools", "toolChoice", "vision", "jsonSchema", "reasoning", "reasoningEffort", "sampling",
            "stop", "streamOptions", "embeddings",
        ],
        refused: [
            "parallel_tool_calls", "logprobs", "top_logprobs", "n", "user", "metadata", "store", "service_tier",
            "prompt_cache_key",
        ],
        settings: ["ttl": .integer, "repeat_penalty": .number, "draft_model": .text],
        media: [.init(.image, types: ["png", "jpeg", "webp"])],
        limits: OpenAIChat.limits,
        requestIDHeader: "x-request-id",
        models: .lmstudio
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

extension LMStudio {
    /// Settings of a request that only LM Studio has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// Seconds of rest after which the model is unloaded.
        public var ttl: Int? {
            get { json["ttl"]?.int }
            set { json["ttl"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// Pushes away from repetition; 1 is neutral.
        public var repeatPenalty: Double? {
            get { json["repeat_penalty"]?.double }
            set { json["repeat_penalty"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// The model used for speculative decoding.
        public var draftModel: String? {
            get { json["draft_model"]?.string }
            set { json["draft_model"] = newValue.map(JSON.string) }
        }
    }
}

extension ChatRequest {
    /// Settings that only LM Studio has; other providers never see them.
    public var lmstudio: LMStudio.Settings {
        get { LMStudio.Settings(json: extra["lmstudio"] ?? [:]) }
        set { extra["lmstudio"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// OpenAI Chat Completions as LM Studio speaks it: only what differs stands here.
public enum LMStudioWire: OpenAIChatWire {
    /// What LM Studio does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("parallelToolCalls", &request.parallelToolCalls)
        out.remove("logprobs", &request.logprobs)
        out.remove("topLogprobs", &request.topLogprobs)
        out.remove("choices", &request.choices)
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
        case .required: out.value("required")
        case .tool:
            out.value("required")
            out.lose("toolChoice", .approximated, "tool is sent as required")
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

    /// Reads `toolChoice`.
    public static func parseToolChoice(_ json: inout JSONReader) throws(JSONError) -> ToolChoice? {
        if try json.peek() == .string {
            return switch try json.stringIfAny() {
            case "auto": ToolChoice.auto
            case "none": ToolChoice.none
            case "required": ToolChoice.required
            default: json.unknown()
            }
        }
        guard try json.peek() == .object else {
            try json.skip()
            return nil
        }
        var subset = ToolSubset()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "allowed_tools":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "mode": subset.must = try Self.parseMust(&json)
                    case "tools": subset.tools = try json.list(of: NamedTool(name: ""), Self.parseNamedTool)
                    default: try json.skip()
                    }
                }
            case "type": try json.pass()
            default: try json.skip()
            }
        }
        return .tools(subset)
    }

    /// Writes the case `image` of `part`.
    public static func renderPartImage(_ media: Media, into out: inout Renderer) {
        guard media.data != nil else { return out.drop(Part.image(media)) }
        out.object(extra: media.extra) { out in
            out.field("type", "image_url")
            out.object("image_url") { out in
                out.field("url", ifPresent: media.dataURL)
                out.field("detail", ifPresent: media.detail)
            }
        }
        out.drop("mediaType", if: media.looseType != nil)
        out.drop("name", if: media.name != nil)
        out.drop("signature", if: media.signature != nil)
        out.drop("cache", if: media.cache != nil)
    }

    /// Reads the case `image` of `part`.
    public static func parsePartImage(_ json: inout JSONReader) throws(JSONError) -> Part {
        var media = Media()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "image_url":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "url": media.dataURL = try json.stringIfAny()
                    case "detail": media.detail = try json.stringIfAny()
                    default: try json.keep(key, in: &media.extra, of: Self.id, under: "image_url")
                    }
                }
            case "type": try json.pass()
            default: try json.keep(key, in: &media.extra, of: Self.id)
            }
        }
        return .image(media)
    }
}

/// LM Studio, by OpenAI Responses.
public struct LMStudioResponses: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = LMStudioResponsesWire

    /// What is known of it.
    public static let provider = Provider(
        id: "lmstudio",
        title: "LM Studio",
        wire: "openai-responses",
        base: "http://localhost:1234/v1",
        baseVariables: ["LM_STUDIO_API_BASE"],
        keys: [.bearer(["LM_API_TOKEN", "LM_STUDIO_API_KEY", "LMSTUDIO_API_KEY"]), .none],
        endpoints: [.init("/responses")],
        services: OpenAIResponses.services,
        capabilities: [
            "streaming", "tools", "toolChoice", "vision", "jsonSchema", "reasoning", "reasoningEffort", "sampling",
            "stop", "streamOptions", "embeddings", "webSearch", "mcp",
        ],
        refused: ["user", "metadata", "service_tier", "prompt_cache_key"],
        settings: ["ttl": .integer, "repeat_penalty": .number, "draft_model": .text],
        media: [.init(.image, types: ["png", "jpeg", "webp"])],
        limits: OpenAIResponses.limits,
        requestIDHeader: "x-request-id",
        models: .lmstudio
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

/// OpenAI Responses as LM Studio speaks it: only what differs stands here.
public enum LMStudioResponsesWire: OpenAIResponsesWire {
    /// What LM Studio does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("user", &request.user)
        out.remove("metadata", &request.metadata)
        out.remove("serviceTier", &request.serviceTier)
        out.remove("cacheKey", &request.cacheKey)
        return request
    }
}
