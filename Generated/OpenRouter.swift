// Generated from IDL/Providers/OpenRouter.idl: edit that file, not this one.

public import MassGenCore

/// OpenRouter, by OpenAI Chat Completions.
public struct OpenRouter: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = OpenRouterWire

    /// What is known of it.
    public static let provider = Provider(
        id: "openrouter",
        title: "OpenRouter",
        wire: "openai-chat",
        base: "https://openrouter.ai/api/v1",
        baseVariables: ["OPENROUTER_BASE_URL"],
        keys: [.bearer(["OPENROUTER_API_KEY"])],
        endpoints: [.init("/chat/completions")],
        services: OpenAIChat.services,
        headers: [.init("HTTP-Referer", .option("referer")), .init("X-Title", .option("appTitle"))],
        options: [
            .init("referer", variables: ["OPENROUTER_APP_URL", "OPENROUTER_HTTP_REFERER"]),
            .init("appTitle", variables: ["OPENROUTER_APP_TITLE"]),
        ],
        capabilities: [
            "streaming", "tools", "toolChoice", "parallelTools", "strictTools", "vision", "audio", "files", "jsonMode",
            "jsonSchema", "reasoning", "reasoningObject", "reasoningField", "reasoningBudget", "sampling", "stop",
            "caching", "cacheMarks", "streamOptions", "refusals",
        ],
        refused: ["metadata", "store", "service_tier", "prompt_cache_key"],
        settings: [
            "provider": .json, "models": .json, "route": .text, "transforms": .json, "plugins": .json, "preset": .text,
            "min_p": .number, "top_a": .number, "repetition_penalty": .number,
        ],
        hosts: ["openrouter.ai"],
        limits: [
            .init(
                "requests", limit: "x-ratelimit-limit", remaining: "x-ratelimit-remaining", reset: "x-ratelimit-reset"
            ),
            .init(
                "tokens", limit: "x-ratelimit-limit-tokens", remaining: "x-ratelimit-remaining-tokens",
                reset: "x-ratelimit-reset-tokens"
            ),
        ],
        requestIDHeader: "x-request-id",
        models: .openrouter
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }

    /// The address of your site, for rankings.
    public var referer: String? {
        get { connection.options["referer"] }
        set { connection.options["referer"] = newValue }
    }

    /// The name of your program, for rankings.
    public var appTitle: String? {
        get { connection.options["appTitle"] }
        set { connection.options["appTitle"] = newValue }
    }
}

extension OpenRouter {
    /// Settings of a request that only OpenRouter has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// Which providers may answer: order, only, ignore, sort, max_price and so on.
        public var provider: JSON? {
            get { json["provider"] }
            set { json["provider"] = newValue }
        }

        /// Models to try in turn.
        public var models: JSON? {
            get { json["models"] }
            set { json["models"] = newValue }
        }

        /// Fallback, to try the models in turn.
        public var route: String? {
            get { json["route"]?.string }
            set { json["route"] = newValue.map(JSON.string) }
        }

        /// Middle-out, to fit a long prompt in.
        public var transforms: JSON? {
            get { json["transforms"] }
            set { json["transforms"] = newValue }
        }

        /// What stands between prompt and model: web, file-parser.
        public var plugins: JSON? {
            get { json["plugins"] }
            set { json["plugins"] = newValue }
        }

        /// The name of settings kept at OpenRouter.
        public var preset: String? {
            get { json["preset"]?.string }
            set { json["preset"] = newValue.map(JSON.string) }
        }

        /// The least probability of a token, as a share of the likeliest.
        public var minP: Double? {
            get { json["min_p"]?.double }
            set { json["min_p"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// The least probability of a token, by the square of the likeliest.
        public var topA: Double? {
            get { json["top_a"]?.double }
            set { json["top_a"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// Pushes away from repetition; 1 is neutral.
        public var repetitionPenalty: Double? {
            get { json["repetition_penalty"]?.double }
            set { json["repetition_penalty"] = newValue.map { .number(JSONNumber($0)) } }
        }
    }
}

extension ChatRequest {
    /// Settings that only OpenRouter has; other providers never see them.
    public var openrouter: OpenRouter.Settings {
        get { OpenRouter.Settings(json: extra["openrouter"] ?? [:]) }
        set { extra["openrouter"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// OpenAI Chat Completions as OpenRouter speaks it: only what differs stands here.
public enum OpenRouterWire: OpenAIChatWire {
    /// What a status means.
    public static func classify(status: Int) -> ErrorClass? {
        switch status {
        case 403: .contentFilter
        case 502: .overloaded.retryable
        default: OpenAIChat.classify(status: status)
        }
    }

    /// What OpenRouter does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("metadata", &request.metadata)
        out.remove("store", &request.store)
        out.remove("serviceTier", &request.serviceTier)
        out.remove("cacheKey", &request.cacheKey)
        request.reasoningEffort = out.allowed(
            request.reasoningEffort, "reasoning.effort", in: ["none", "minimal", "low", "medium", "high", "xhigh"]
        )
        return request
    }

    /// Writes the case `assistant` of `message`.
    public static func renderMessageAssistant(_ message: Message, into out: inout Renderer) {
        let message = out.flatten(message, into: [.reasoning, .text, .refusal, .toolCall], detailed: true)
        out.object(extra: message.extra) { out in
            out.field("role", "assistant")
            if out.can("reasoning") && out.can("reasoningContent") && out.can("thoughtsWithCalls")
                && !message.toolCalls.isEmpty
            {
                out.field("reasoning_content", message.reasoning ?? " ")
                out.fill("reasoning", with: "a space", if: message.reasoning == nil)
            } else if out.can("reasoningContent"), let reasoning = message.reasoning {
                out.field("reasoning_content", reasoning)
            }
            if out.can("reasoningField") {
                out.field("reasoning", ifPresent: message.reasoning)
            }
            out.field("content", orNull: message.text)
            out.field("refusal", ifPresent: out.allowed(message.refusal, "refusal", if: out.can("refusals")))
            out.list("tool_calls", ifPresent: message.toolCalls, at: "toolCalls", Self.renderCall)
            out.field("name", ifPresent: message.name)
            out.list(
                "reasoning_details", ifPresent: message.thoughts, at: "thoughts", Self.renderDetail,
                verbatim: Self.parseDetail
            )
        }
        out.drop(
            "reasoning",
            if: message.reasoning != nil
                && !(out.can("reasoning") && out.can("reasoningContent") && out.can("thoughtsWithCalls")
                    && !message.toolCalls.isEmpty)
                && !out.can("reasoningContent") && !out.can("reasoningField")
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
            case "reasoning_content", "reasoning": message.addReasoning(try json.stringIfAny(), of: Self.id)
            case "content":
                switch try json.peek() {
                case .string: message.text = try json.stringIfAny()
                case .array: message.parts += try json.list(Self.parsePart)
                default: try json.skip()
                }
            case "refusal": message.refusal = try json.stringIfAny()
            case "tool_calls": message.toolCalls = try json.list(of: ToolCall(), Self.parseCall)
            case "name": message.name = try json.stringIfAny()
            case "reasoning_details": message.thoughts = try json.list(verbatim: Self.parseDetail)
            case "role": try json.pass()
            default: try json.keep(key, in: &message.extra, of: Self.id)
            }
        }
        message.moveCallsToEnd()
        messages.append(message)
    }

    /// Reads a key that a provider adds to `answer`; false if it is none of those.
    public static func parseAnswerMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool {
        switch key {
        case "reasoning_details": chunk.thoughts = try json.list(verbatim: Self.parseDetail)
        default: return false
        }
        return true
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
            case "error": .error
            default: .other
            }
        return Finish(reason: reason, vendorReason: word)
    }

    /// Reads a key that a provider adds to `delta`; false if it is none of those.
    public static func parseDeltaMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool {
        switch key {
        case "reasoning_details": chunk.thoughts = try json.list(verbatim: Self.parseDetail)
        default: return false
        }
        return true
    }

    /// Writes `detail`.
    public static func renderDetail(_ part: Part, into out: inout Renderer) {
        switch part {
        case .reasoning(let reasoning) where out.isOwn(part): Self.renderDetailReasoning(reasoning, into: &out)
        default: out.drop(part)
        }
    }

    /// Reads `detail`.
    public static func parseDetail(_ json: inout JSONReader) throws(JSONError) -> Part? {
        switch json.lookAheadString("type") {
        case "reasoning.encrypted", "reasoning.summary", "reasoning.text": return try Self.parseDetailReasoning(&json)
        default:
            try json.skip()
            return nil
        }
    }

    /// Writes the case `reasoning` of `detail`.
    public static func renderDetailReasoning(_ reasoning: ReasoningPart, into out: inout Renderer) {
        if reasoning.encrypted != nil {
            out.object(extra: reasoning.extra) { out in
                out.field("type", "reasoning.encrypted")
                out.field("data", ifPresent: reasoning.encrypted)
            }
            out.drop("text", if: !reasoning.text.isEmpty)
            out.drop("signature", if: reasoning.signature != nil)
        } else if reasoning.summary != nil {
            out.object(extra: reasoning.extra) { out in
                out.field("type", "reasoning.summary")
                out.field("summary", ifPresent: reasoning.summary)
            }
            out.drop("signature", if: reasoning.signature != nil)
        } else {
            out.object(extra: reasoning.extra) { out in
                out.field("type", "reasoning.text")
                out.field("text", reasoning.text)
                out.field("signature", ifPresent: reasoning.signature)
            }
        }
    }

    /// Reads the case `reasoning` of `detail`.
    public static func parseDetailReasoning(_ json: inout JSONReader) throws(JSONError) -> Part {
        var reasoning = ReasoningPart(origin: Self.id)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "data": reasoning.encrypted = try json.stringIfAny()
            case "summary": reasoning.summary = try json.stringIfAny()
            case "text": reasoning.text = try json.stringIfAny() ?? ""
            case "signature": reasoning.signature = try json.stringIfAny()
            case "type": try json.pass()
            default: try json.keep(key, in: &reasoning.extra, of: Self.id)
            }
        }
        return .reasoning(reasoning)
    }
}
