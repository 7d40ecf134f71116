// Generated from IDL/Providers/Zai.idl: edit that file, not this one.

public import MassGenCore

/// Z.ai, by OpenAI Chat Completions.
public struct Zai: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = ZaiWire

    /// What is known of it.
    public static let provider = Provider(
        id: "zai",
        title: "Z.ai",
        wire: "openai-chat",
        base: "https://api.z.ai/api/paas/v4",
        baseVariables: ["ZAI_BASE_URL"],
        keys: [.bearer(["ZAI_API_KEY", "Z_AI_API_KEY"])],
        endpoints: [.init("/chat/completions")],
        services: OpenAIChat.services,
        capabilities: [
            "streaming", "tools", "toolChoice", "vision", "jsonMode", "reasoning", "reasoningContent", "thinkingSwitch",
            "sampling", "stop", "caching", "webSearch",
        ],
        refused: [
            "parallel_tool_calls", "top_k", "random_seed", "seed", "presence_penalty", "frequency_penalty",
            "logit_bias", "logprobs", "top_logprobs", "n", "user", "metadata", "store", "service_tier",
            "prompt_cache_key",
        ],
        settings: [
            "thinking.clear_thinking": .bool, "do_sample": .bool, "tool_stream": .bool, "request_id": .text,
            "user_id": .text,
        ],
        hosts: ["z.ai", "bigmodel.cn"],
        limits: OpenAIChat.limits,
        requestIDHeader: "x-request-id",
        models: .zai
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

extension Zai {
    /// Settings of a request that only Z.ai has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// Whether thoughts of earlier turns are taken out of the prompt.
        public var thinkingClearThinking: Bool? {
            get { json["thinking", "clear_thinking"]?.bool }
            set { json["thinking", "clear_thinking"] = newValue.map(JSON.bool) }
        }

        /// Whether tokens are drawn at all; without, temperature and top_p mean nothing.
        public var doSample: Bool? {
            get { json["do_sample"]?.bool }
            set { json["do_sample"] = newValue.map(JSON.bool) }
        }

        /// Whether arguments of calls are streamed as they come.
        public var toolStream: Bool? {
            get { json["tool_stream"]?.bool }
            set { json["tool_stream"] = newValue.map(JSON.bool) }
        }

        /// An id of one's own for the request.
        public var requestId: String? {
            get { json["request_id"]?.string }
            set { json["request_id"] = newValue.map(JSON.string) }
        }

        /// A stable id of the end user.
        public var userId: String? {
            get { json["user_id"]?.string }
            set { json["user_id"] = newValue.map(JSON.string) }
        }
    }
}

extension ChatRequest {
    /// Settings that only Z.ai has; other providers never see them.
    public var zai: Zai.Settings {
        get { Zai.Settings(json: extra["zai"] ?? [:]) }
        set { extra["zai"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// OpenAI Chat Completions as Z.ai speaks it: only what differs stands here.
public enum ZaiWire: OpenAIChatWire {
    /// What the vendor's word for an error means.
    public static func classify(word: String) -> ErrorClass? {
        switch word {
        case "1000", "1001", "1002", "1003", "1004": .authentication
        case "1112": .permission
        case "1113": .quota
        case "1121": .permission
        case "1211": .notFound
        case "1220": .permission
        case "1261": .contextLength
        case "1301": .contentFilter
        case "1302", "1303": .rateLimited.retryable
        case "1304": .quota
        case "1305": .rateLimited.retryable
        case "1308", "1309", "1310": .quota
        case "1312": .overloaded.retryable
        default: OpenAIChat.classify(word: word)
        }
    }

    /// The vendor's word for an error.
    public static func word(for meaning: ErrorClass) -> String? {
        switch meaning {
        case .authentication: "1000"
        case .permission: "1112"
        case .quota: "1113"
        case .notFound: "1211"
        case .contextLength: "1261"
        case .contentFilter: "1301"
        case .rateLimited: "1302"
        case .overloaded: "1312"
        default: OpenAIChat.word(for: meaning)
        }
    }

    /// What Z.ai does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("parallelToolCalls", &request.parallelToolCalls)
        out.remove("seed", &request.seed)
        out.remove("topK", &request.topK)
        out.remove("choices", &request.choices)
        out.remove("logitBias", &request.logitBias)
        out.remove("logprobs", &request.logprobs)
        out.remove("topLogprobs", &request.topLogprobs)
        out.remove("presencePenalty", &request.presencePenalty)
        out.remove("frequencyPenalty", &request.frequencyPenalty)
        out.remove("user", &request.user)
        out.remove("metadata", &request.metadata)
        out.remove("store", &request.store)
        out.remove("serviceTier", &request.serviceTier)
        out.remove("cacheKey", &request.cacheKey)
        return request
    }

    /// Writes `serverTool`.
    public static func renderServerTool(_ tool: ServerTool, into out: inout Renderer) {
        switch tool.name {
        case "webSearch" where out.can("webSearch"): Self.renderServerToolWebSearch(tool, into: &out)
        default:
            out.other(tool, known: "webSearch")
        }
    }

    /// Reads `serverTool`.
    public static func parseServerTool(_ json: inout JSONReader) throws(JSONError) -> ServerTool? {
        switch json.lookAheadString("type") {
        case "web_search": return try Self.parseServerToolWebSearch(&json)
        default: return try json.serverTool(by: "type", of: Self.id)
        }
    }

    /// Writes the row `webSearch` of `serverTool`.
    public static func renderServerToolWebSearch(_ tool: ServerTool, into out: inout Renderer) {
        out.object { out in
            out.field("type", "web_search")
            out.object("web_search") { out in
                out.field("enable", true)
            }
        }
        out.dropSettings(of: tool)
        out.drop(tool.extra)
    }

    /// Reads the row `webSearch` of `serverTool`.
    public static func parseServerToolWebSearch(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        let tool = ServerTool(name: "webSearch")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type", "web_search": try json.pass()
            default: try json.skip()
            }
        }
        return tool
    }

    /// Writes `toolChoice`.
    public static func renderToolChoice(_ choice: ToolChoice, into out: inout Renderer) {
        switch choice {
        case .auto: out.value("auto")
        case .none:
            out.value("auto")
            out.lose("toolChoice", .approximated, "none is sent as auto")
        case .required:
            out.value("auto")
            out.lose("toolChoice", .approximated, "required is sent as auto")
        case .tool:
            out.value("auto")
            out.lose("toolChoice", .approximated, "tool is sent as auto")
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

    /// Reads `stop`.
    public static func parseStop(_ json: inout JSONReader) throws(JSONError) -> Finish? {
        guard let word = try json.stringIfAny() else { return nil }
        let reason: StopReason =
            switch word {
            case "stop": .stop
            case "length", "model_context_window_exceeded": .length
            case "tool_calls", "function_call": .toolCalls
            case "content_filter", "sensitive": .contentFilter
            case "network_error": .error
            default: .other
            }
        return Finish(reason: reason, vendorReason: word)
    }
}
