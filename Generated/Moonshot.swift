// Generated from IDL/Providers/moonshot.idl: edit that file, not this one.

public import MassGenCore

/// Moonshot, by OpenAI Chat Completions.
public struct Moonshot: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = MoonshotWire

    /// What is known of it.
    public static let provider = Provider(
        id: "moonshot",
        title: "Moonshot",
        wire: "openai-chat",
        base: "https://api.moonshot.ai/v1",
        baseVariables: ["MOONSHOT_BASE_URL"],
        keys: [.bearer(["MOONSHOT_API_KEY"])],
        endpoints: [.init("/chat/completions")],
        services: OpenAIChat.services,
        capabilities: [
            "streaming", "tools", "toolChoice", "vision", "jsonMode", "jsonSchema", "reasoning", "reasoningContent",
            "thinkingSwitch", "sampling", "stop", "caching", "streamOptions", "webSearch",
        ],
        refused: [
            "parallel_tool_calls", "top_k", "random_seed", "seed", "logit_bias", "logprobs", "top_logprobs", "user",
            "metadata", "store", "service_tier",
        ],
        settings: ["partial": .bool],
        aliases: ["kimi"],
        hosts: ["moonshot.ai", "moonshot.cn"],
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
        models: .moonshot
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

extension Moonshot {
    /// Settings of a request that only Moonshot has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// Whether the last message is the beginning of the answer.
        public var partial: Bool? {
            get { json["partial"]?.bool }
            set { json["partial"] = newValue.map(JSON.bool) }
        }
    }
}

extension ChatRequest {
    /// Settings that only Moonshot has; other providers never see them.
    public var moonshot: Moonshot.Settings {
        get { Moonshot.Settings(json: extra["moonshot"] ?? [:]) }
        set { extra["moonshot"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// OpenAI Chat Completions as Moonshot speaks it: only what differs stands here.
public enum MoonshotWire: OpenAIChatWire {
    /// What a status and the vendor's word for an error mean.
    public static func classify(status: Int, word: String?) -> ErrorClass? {
        switch word {
        case "exceeded_current_quota_error": return .quota
        case "engine_overloaded_error": return .overloaded.retryable
        case "content_filter": return .contentFilter
        case "insufficient_quota": return .quota
        case "context_length_exceeded": return .contextLength
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

    /// What Moonshot does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("topK", &request.topK)
        out.remove("parallelToolCalls", &request.parallelToolCalls)
        out.remove("seed", &request.seed)
        out.remove("logitBias", &request.logitBias)
        out.remove("logprobs", &request.logprobs)
        out.remove("topLogprobs", &request.topLogprobs)
        out.remove("metadata", &request.metadata)
        out.remove("store", &request.store)
        out.remove("serviceTier", &request.serviceTier)
        out.remove("user", &request.user)
        request.reasoningEffort = out.allowed(request.reasoningEffort, "reasoning.effort", in: ["none", "medium"])
        return request
    }

    /// Reads one stream event.
    public static func parseEvent(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError) {
        try json.beginEvent()
        while let key = try json.nextKey() {
            switch key {
            case "id" where chunk.needsHead: chunk.responseID = try json.stringIfAny()
            case "model" where chunk.needsHead: chunk.model = try json.stringIfAny()
            case "choices":
                guard try json.beginArrayIfAny() else { break }
                while try json.nextElement() {
                    guard json.lookAheadInt("index") ?? 0 == 0 else {
                        try json.skip()
                        continue
                    }
                    guard try json.beginObjectIfAny() else { continue }
                    while let key = try json.nextKey() {
                        switch key {
                        case "delta": try json.object(into: &chunk, Self.parseDelta)
                        case "finish_reason": chunk.stop = try Self.parseStop(&json)
                        case "usage": chunk.usage = try json.object(UsageCounts(), Self.parseUsage) ?? chunk.usage
                        case "index": try json.pass()
                        default: try json.skip()
                        }
                    }
                }
            case "citations": chunk.citationURLs = try json.texts()
            case "usage": chunk.usage = try json.object(UsageCounts(), Self.parseUsage) ?? chunk.usage
            case "service_tier" where chunk.needsHead: chunk.serviceTier = try json.stringIfAny()
            case "error":
                switch try json.peek() {
                case .object: chunk.failure = try json.object(Failure(), Self.parseFailure)
                case .string: chunk.failureMessage = try json.stringIfAny()
                default: try json.skip()
                }
            case "object", "created": try json.pass()
            default: if try !Self.parseEventMore(key, &json, into: &chunk) { try json.skip() }
            }
        }
    }

    /// Writes `serverTool`.
    public static func renderServerTool(_ tool: ServerTool, into out: inout Renderer) {
        switch tool.name {
        case "webSearch" where out.can("webSearch"):
            out.object { out in
                out.field("type", "builtin_function")
                out.object("function") { out in
                    out.field("name", "$web_search")
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
        case "builtin_function":
            let tool = ServerTool(name: "webSearch")
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "type", "function": try json.pass()
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
