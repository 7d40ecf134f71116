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
        settings: [
            "thinking.clear_thinking": .bool, "do_sample": .bool, "tool_stream": .bool, "request_id": .text,
            "user_id": .text,
        ],
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
        return request
    }

    /// Writes a request's body.
    public static func renderRequest(_ request: ChatRequest, into out: inout Renderer) {
        let request = Self.restricted(request, &out)
        out.object(extra: request.extra) { out in
            out.field("model", request.model)
            out.list("messages", request.messages, at: "messages", Self.renderMessage)
            out.arrayIfAny("tools") { out in
                out.each(request.tools, at: "tools", Self.renderTool)
                out.each(request.serverTools, at: "serverTools", Self.renderServerTool)
            }
            out.field("tool_choice", ifPresent: request.toolChoice, Self.renderToolChoice)
            out.field("parallel_tool_calls", ifPresent: request.parallelToolCalls)
            out.field("response_format", ifPresent: request.responseFormat, Self.renderResponseFormat)
            if out.can("maxCompletionTokens") {
                out.field("max_completion_tokens", ifPresent: request.maxOutputTokens)
            } else {
                out.field("max_tokens", ifPresent: request.maxOutputTokens)
            }
            out.field(
                "temperature", ifPresent: out.allowed(request.temperature, "temperature", if: out.can("sampling"))
            )
            out.field("top_p", ifPresent: out.allowed(request.topP, "topP", if: out.can("sampling")))
            out.field("top_k", ifPresent: request.topK)
            if out.can("randomSeed") {
                out.field("random_seed", ifPresent: request.seed)
            } else {
                out.field("seed", ifPresent: request.seed)
            }
            out.field("stop", ifPresent: out.allowed(request.stop, "stop", if: out.can("stop")))
            out.field(
                "presence_penalty",
                ifPresent: out.allowed(request.presencePenalty, "presencePenalty", if: out.can("sampling"))
            )
            out.field(
                "frequency_penalty",
                ifPresent: out.allowed(request.frequencyPenalty, "frequencyPenalty", if: out.can("sampling"))
            )
            out.field("logit_bias", ifPresent: out.allowed(request.logitBias, "logitBias", if: out.can("sampling")))
            out.field("logprobs", ifPresent: out.allowed(request.logprobs, "logprobs", if: out.can("sampling")))
            out.field(
                "top_logprobs", ifPresent: out.allowed(request.topLogprobs, "topLogprobs", if: out.can("sampling"))
            )
            out.field("n", ifPresent: request.choices)
            if out.can("reasoningEffort") && request.reasoningEffort?.rawValue != "none" {
                out.field("reasoning_effort", ifPresent: request.reasoningEffort)
            }
            if out.can("reasoningObject") {
                if request.reasoningBudgetTokens != nil {
                    out.object("reasoning") { out in
                        out.field("max_tokens", ifPresent: request.reasoningBudgetTokens)
                    }
                }
            }
            if out.can("thinkingFlag") {
                out.field("thinking_budget", ifPresent: request.reasoningBudgetTokens)
                out.field("enable_thinking", ifPresent: request.reasoningIsOn)
            }
            if out.can("thinkingSwitch") {
                if request.reasoningState != nil {
                    out.object("thinking") { out in
                        out.field("type", ifPresent: request.reasoningState)
                    }
                }
            }
            out.field("user", ifPresent: request.user)
            out.field("metadata", ifPresent: request.metadata)
            out.field("store", ifPresent: request.store)
            out.field("service_tier", ifPresent: request.serviceTier)
            out.field("prompt_cache_key", ifPresent: request.cacheKey)
            if out.isStreaming {
                out.field("stream", true)
            }
            if out.isStreaming && out.can("streamOptions") {
                out.object("stream_options") { out in
                    out.field("include_usage", true)
                }
            }
            Self.renderRequestMore(request, into: &out)
        }
        out.drop("reasoning.summary", if: request.reasoningSummary != nil)
        out.drop("reasoning.betweenTools", if: request.reasoningBetweenTools != nil)
        out.drop("cache", if: !request.cache.isEmpty)
        out.drop(
            "reasoning.effort",
            if: request.reasoningEffort != nil
                && !(out.can("reasoningEffort") && request.reasoningEffort?.rawValue != "none")
                && !(out.can("thinkingFlag") && request.reasoningSwitch != nil)
                && !(out.can("thinkingSwitch") && request.reasoningSwitch != nil)
        )
        out.drop(
            "reasoning.budgetTokens",
            if: request.reasoningBudgetTokens != nil && !out.can("reasoningObject") && !out.can("thinkingFlag")
        )
    }

    /// Reads a request's body.
    public static func parseRequest(_ json: inout JSONReader) throws(JSONError) -> ChatRequest {
        var request = ChatRequest(model: "", messages: [])
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "model": request.model = try json.stringIfAny() ?? ""
            case "messages": request.messages = try json.list(joining: Self.parseMessage)
            case "tools":
                guard try json.beginArrayIfAny() else { break }
                while try json.nextElement() {
                    if json.lookAheadString("type") == "function" {
                        if let tool = try json.object(ToolDefinition(name: "", schema: [:]), Self.parseTool) {
                            request.tools.append(tool)
                        }
                    } else if let tool = try Self.parseServerTool(&json) {
                        request.serverTools.append(tool)
                    }
                }
            case "tool_choice": request.toolChoice = try Self.parseToolChoice(&json)
            case "parallel_tool_calls": request.parallelToolCalls = try json.boolIfAny()
            case "response_format": request.responseFormat = try Self.parseResponseFormat(&json)
            case "max_completion_tokens", "max_tokens": request.maxOutputTokens = try json.intIfAny()
            case "temperature": request.temperature = try json.doubleIfAny()
            case "top_p": request.topP = try json.doubleIfAny()
            case "top_k": request.topK = try json.intIfAny()
            case "random_seed", "seed": request.seed = try json.intIfAny()
            case "stop": request.stop = try json.texts()
            case "presence_penalty": request.presencePenalty = try json.doubleIfAny()
            case "frequency_penalty": request.frequencyPenalty = try json.doubleIfAny()
            case "logit_bias": request.logitBias = try json.integerMap()
            case "logprobs": request.logprobs = try json.boolIfAny()
            case "top_logprobs": request.topLogprobs = try json.intIfAny()
            case "n": request.choices = try json.intIfAny()
            case "reasoning_effort":
                request.reasoningEffort = (try json.stringIfAny()).map(ReasoningEffort.init(rawValue:))
            case "reasoning":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "max_tokens": request.reasoningBudgetTokens = try json.intIfAny()
                    default: try json.keep(key, in: &request.extra, of: Self.id, under: "reasoning")
                    }
                }
            case "thinking_budget": request.reasoningBudgetTokens = try json.intIfAny()
            case "enable_thinking": request.reasoningIsOn = try json.boolIfAny()
            case "thinking":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "type": request.reasoningState = try json.stringIfAny()
                    default: try json.keep(key, in: &request.extra, of: Self.id, under: "thinking")
                    }
                }
            case "user": request.user = try json.stringIfAny()
            case "metadata": request.metadata = try json.textMap()
            case "store": request.store = try json.boolIfAny()
            case "service_tier": request.serviceTier = try json.stringIfAny()
            case "prompt_cache_key": request.cacheKey = try json.stringIfAny()
            case "stream_options":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "include_usage": try json.pass()
                    default: try json.keep(key, in: &request.extra, of: Self.id, under: "stream_options")
                    }
                }
            case "stream": try json.pass()
            default:
                if try !Self.parseRequestMore(key, &json, into: &request) {
                    try json.keep(key, in: &request.extra, of: Self.id)
                }
            }
        }
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
