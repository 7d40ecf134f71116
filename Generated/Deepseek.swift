// Generated from IDL/Providers/deepseek.idl: edit that file, not this one.

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
            "reasoningContent", "thinkingSwitch", "sampling", "stop", "caching", "streamOptions",
        ],
        refused: [
            "parallel_tool_calls", "top_k", "random_seed", "seed", "logit_bias", "n", "user", "metadata", "store",
            "service_tier", "prompt_cache_key",
        ],
        settings: ["thinking.type": .text],
        defaultModel: "deepseek-flash",
        hosts: ["deepseek.com"],
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
            if out.can("reasoning") && request.reasoningEffort?.rawValue != "none" {
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
            if: request.reasoningEffort != nil && !(out.can("reasoning") && request.reasoningEffort?.rawValue != "none")
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

    /// Writes the case `assistant` of `message`.
    public static func renderMessageAssistant(_ message: Message, into out: inout Renderer) {
        let message = out.flatten(message, into: [.reasoning, .text, .refusal, .toolCall])
        out.object(extra: message.extra) { out in
            out.field("role", "assistant")
            if out.can("reasoningContent") && !message.toolCalls.isEmpty {
                out.field("reasoning_content", message.reasoning ?? " ")
                out.fill("reasoning", with: "a space", if: message.reasoning == nil)
            } else if out.can("reasoningContent"), let reasoning = message.reasoning {
                out.field("reasoning_content", reasoning)
            }
            out.field("content", orNull: message.text)
            out.field("refusal", ifPresent: out.allowed(message.refusal, "refusal", if: out.can("refusals")))
            out.list("tool_calls", ifPresent: message.toolCalls, at: "toolCalls", Self.renderCall)
            out.field("name", ifPresent: message.name)
        }
        out.drop(
            "reasoning",
            if: message.reasoning != nil && !(out.can("reasoningContent") && !message.toolCalls.isEmpty)
                && !(out.can("reasoningContent") && !(out.can("reasoningContent") && !message.toolCalls.isEmpty))
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
            "reasoningContent", "thinkingSwitch", "sampling", "stop", "caching", "streamOptions",
        ],
        refused: ["parallel_tool_calls", "user", "metadata", "store", "service_tier", "prompt_cache_key"],
        settings: ["thinking.type": .text],
        defaultModel: "deepseek-flash",
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
