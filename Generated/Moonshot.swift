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
        settings: ["thinking.budget_tokens": .integer, "thinking.keep": .text, "partial": .bool],
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

        /// How many tokens it may think.
        public var thinkingBudgetTokens: Int? {
            get { json["thinking", "budget_tokens"]?.int }
            set { json["thinking", "budget_tokens"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// All, where the model is to see the thoughts of all turns.
        public var thinkingKeep: String? {
            get { json["thinking", "keep"]?.string }
            set { json["thinking", "keep"] = newValue.map(JSON.string) }
        }

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

    /// Writes the case `assistant` of `message`.
    public static func renderMessageAssistant(_ message: Message, into out: inout Renderer) {
        let message = out.flatten(message, into: [.reasoning, .text, .refusal, .toolCall])
        out.object(extra: message.extra) { out in
            out.field("role", "assistant")
            if out.can("reasoning") && !message.toolCalls.isEmpty {
                out.field("reasoning_content", message.reasoning ?? " ")
                out.fill("reasoning", with: "a space", if: message.reasoning == nil)
            } else if let reasoning = message.reasoning {
                out.field("reasoning_content", reasoning)
            }
            out.field("content", orNull: message.text)
            out.field("refusal", ifPresent: out.allowed(message.refusal, "refusal", if: out.can("refusals")))
            out.list("tool_calls", ifPresent: message.toolCalls, at: "toolCalls", Self.renderCall)
            out.field("name", ifPresent: message.name)
        }
        out.drop(
            "reasoning",
            if: message.reasoning != nil && !(out.can("reasoning") && !message.toolCalls.isEmpty)
                && (out.can("reasoning") && !message.toolCalls.isEmpty)
        )
    }

    /// Reads the case `assistant` of `message`.
    public static func parseMessageAssistant(
        _ json: inout JSONReader, into messages: inout [Message]
    ) throws(JSONError) {
        var message = Message(role: .assistant)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "reasoning_content": message.addReasoning(try json.stringIfAny(), of: Self.id)
            case "content":
                switch try json.peek() {
                case .string: message.text = try json.stringIfAny()
                case .array: message.parts += try json.list(Self.parsePart)
                default: try json.skip()
                }
            case "refusal": message.refusal = try json.stringIfAny()
            case "tool_calls": message.toolCalls = try json.list(of: ToolCall(), Self.parseCall)
            case "name": message.name = try json.stringIfAny()
            case "role": try json.pass()
            default: try json.keep(key, in: &message.extra, of: Self.id)
            }
        }
        message.moveCallsToEnd()
        messages.append(message)
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
}
