// Generated from IDL/Providers/zai.idl: edit that file, not this one.

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
        settings: ["do_sample": .bool, "tool_stream": .bool, "request_id": .text, "user_id": .text],
        hosts: ["z.ai", "bigmodel.cn"],
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
    /// What a status and the vendor's word for an error mean.
    public static func classify(status: Int, word: String?) -> ErrorClass? {
        switch word {
        case "1000", "1001", "1002", "1003", "1004": return .authentication
        case "1112": return .permission
        case "1113": return .quota
        case "1121": return .permission
        case "1211": return .notFound
        case "1220": return .permission
        case "1261": return .contextLength
        case "1301": return .contentFilter
        case "1302", "1303": return .rateLimited.retryable
        case "1304": return .quota
        case "1305": return .rateLimited.retryable
        case "1308", "1309", "1310": return .quota
        case "1312": return .overloaded.retryable
        case "insufficient_quota": return .quota
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
        request.reasoningEffort = out.allowed(request.reasoningEffort, "reasoning.effort", in: ["none", "medium"])
        return request
    }

    /// Writes `serverTool`.
    public static func renderServerTool(_ tool: ServerTool, into out: inout Renderer) {
        switch tool.name {
        case "webSearch" where out.can("webSearch"):
            out.object { out in
                out.field("type", "web_search")
                out.object("web_search") { out in
                    out.field("enable", true)
                }
            }
            out.dropSettings(of: tool)
            out.drop(tool.extra)
        default:
            out.other(tool, known: "webSearch")
        }
    }

    /// Reads `serverTool`.
    public static func parseServerTool(_ json: inout JSONReader) throws(JSONError) -> ServerTool? {
        switch json.lookAheadString("type") {
        case "web_search":
            let tool = ServerTool(name: "webSearch")
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "type", "web_search": try json.pass()
                default: try json.skip()
                }
            }
            return tool
        default: return try json.serverTool(by: "type", of: Self.id)
        }
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
        }
    }

    /// Reads `toolChoice`.
    public static func parseToolChoice(_ json: inout JSONReader) throws(JSONError) -> ToolChoice? {
        return switch try json.stringIfAny() {
        case "auto": ToolChoice.auto
        default: json.unknown()
        }
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
