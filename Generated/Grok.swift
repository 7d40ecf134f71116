// Generated from IDL/Providers/grok.idl: edit that file, not this one.

public import MassGenCore

/// Grok, by Chat Completions.
public struct Grok: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = GrokWire

    /// What is known of it.
    public static let provider = Provider(
        id: "grok",
        title: "Grok",
        wire: "openai-chat",
        base: "https://api.x.ai/v1",
        baseVariables: ["XAI_BASE_URL"],
        keys: [.bearer(["XAI_API_KEY"])],
        endpoints: [.init("/chat/completions")],
        modelsPath: "/models",
        capabilities: [
            "streaming", "tools", "toolChoice", "parallelTools", "vision", "jsonMode", "jsonSchema", "reasoning",
            "reasoningEffort", "sampling", "caching", "maxCompletionTokens", "streamOptions",
        ],
        refused: [
            "top_k", "presence_penalty", "frequency_penalty", "logit_bias", "metadata", "store", "prompt_cache_key",
        ],
        defaultModel: "grok-4.3",
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
        models: models
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

/// Chat Completions as Grok speaks it: only what differs stands here.
public enum GrokWire: OpenAIChatWire {
    /// What a status and the vendor's word for an error mean.
    public static func classify(status: Int, word: String?) -> ErrorClass? {
        switch word {
        case "The service is currently unavailable": return .overloaded.retryable
        case "insufficient_quota": return .quota
        case "context_length_exceeded": return .contextLength
        case "content_filter": return .contentFilter
        default: break
        }
        return switch status {
        case 410, 400: .invalidRequest
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

    /// What the counts mean: some stand outside of the figures for prompt and answer.
    public static func usage(_ counts: UsageCounts) -> Usage {
        counts.usage(outsideOutput: [\.reasoning])
    }

    /// The counts as they are related here.
    public static func counts(_ usage: Usage) -> UsageCounts {
        UsageCounts(usage, outsideOutput: [\.reasoning])
    }

    /// What Grok does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("topK", &request.topK)
        out.remove("presencePenalty", &request.presencePenalty)
        out.remove("frequencyPenalty", &request.frequencyPenalty)
        out.remove("logitBias", &request.logitBias)
        out.remove("metadata", &request.metadata)
        out.remove("store", &request.store)
        out.remove("cacheKey", &request.cacheKey)
        return request
    }

    /// Writes a whole response's body.
    public static func renderResponse(_ chunk: Chunk, into out: inout Renderer) {
        out.object { out in
            out.field("id", ifPresent: chunk.responseID)
            out.field("object", "chat.completion")
            out.field("created", 0)
            out.field("model", ifPresent: chunk.model)
            out.single("choices", if: !chunk.pieces.isEmpty || chunk.stop != nil) { out in
                out.field("index", 0)
                out.field("message", chunk, Self.renderAnswer)
                out.field("finish_reason", orNull: chunk.stop, Self.renderStop)
            }
            out.field("usage", ifPresent: chunk.usage, Self.renderUsage)
            out.field("error", ifPresent: chunk.failure, Self.renderFailure)
        }
    }

    /// Reads a whole response's body.
    public static func parseResponse(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError) {
        try json.beginObject()
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
                        case "message": try json.object(into: &chunk, Self.parseAnswer)
                        case "finish_reason": chunk.stop = try Self.parseStop(&json)
                        case "index": try json.pass()
                        default: try json.skip()
                        }
                    }
                }
            case "citations": chunk.citationURLs = try json.texts()
            case "usage": chunk.usage = try json.object(UsageCounts(), Self.parseUsage) ?? chunk.usage
            case "error":
                switch try json.peek() {
                case .object: chunk.failure = try json.object(Failure(), Self.parseFailure)
                case .string: chunk.failureMessage = try json.stringIfAny()
                default: try json.skip()
                }
            case "code": chunk.failureCode = try json.scalarText()
            case "object", "created": try json.pass()
            default: try json.skip()
            }
        }
    }

    /// Writes one stream event.
    public static func renderEvent(_ chunk: Chunk, into out: inout Renderer) {
        out.object { out in
            out.field("id", ifPresent: chunk.responseID)
            out.field("object", "chat.completion.chunk")
            out.field("created", 0)
            out.field("model", ifPresent: chunk.model)
            out.single("choices", if: !chunk.pieces.isEmpty || chunk.stop != nil) { out in
                out.field("index", 0)
                out.field("delta", chunk, Self.renderDelta)
                out.field("finish_reason", orNull: chunk.stop, Self.renderStop)
            }
            out.field("usage", ifPresent: chunk.usage, Self.renderUsage)
            out.field("error", ifPresent: chunk.failure, Self.renderFailure)
        }
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
                        case "index": try json.pass()
                        default: try json.skip()
                        }
                    }
                }
            case "citations": chunk.citationURLs = try json.texts()
            case "usage": chunk.usage = try json.object(UsageCounts(), Self.parseUsage) ?? chunk.usage
            case "error":
                switch try json.peek() {
                case .object: chunk.failure = try json.object(Failure(), Self.parseFailure)
                case .string: chunk.failureMessage = try json.stringIfAny()
                default: try json.skip()
                }
            case "code": chunk.failureCode = try json.scalarText()
            case "object", "created": try json.pass()
            default: try json.skip()
            }
        }
    }

    /// Writes `usage`.
    public static func renderUsage(_ usage: UsageCounts, into out: inout Renderer) {
        out.object { out in
            out.field("prompt_tokens", ifPresent: usage.input)
            out.field("completion_tokens", ifPresent: usage.output)
            out.field("total_tokens", ifPresent: usage.total)
            if usage.cacheRead != nil || usage.cacheWrite != nil || usage.audioInput != nil {
                out.object("prompt_tokens_details") { out in
                    out.field("cached_tokens", ifPresent: usage.cacheRead)
                    out.field("cache_write_tokens", ifPresent: usage.cacheWrite)
                    out.field("audio_tokens", ifPresent: usage.audioInput)
                }
            }
            if usage.reasoning != nil || usage.audioOutput != nil {
                out.object("completion_tokens_details") { out in
                    out.field("reasoning_tokens", ifPresent: usage.reasoning)
                    out.field("audio_tokens", ifPresent: usage.audioOutput)
                }
            }
        }
    }

    /// Reads `usage`.
    public static func parseUsage(_ json: inout JSONReader, into usage: inout UsageCounts) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "prompt_tokens": usage.input = try json.intIfAny() ?? usage.input
            case "completion_tokens": usage.output = try json.intIfAny() ?? usage.output
            case "total_tokens": usage.total = try json.intIfAny() ?? usage.total
            case "prompt_tokens_details":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "cached_tokens": usage.cacheRead = try json.intIfAny() ?? usage.cacheRead
                    case "cache_write_tokens": usage.cacheWrite = try json.intIfAny() ?? usage.cacheWrite
                    case "audio_tokens": usage.audioInput = try json.intIfAny() ?? usage.audioInput
                    default: try json.skip()
                    }
                }
            case "completion_tokens_details":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "reasoning_tokens": usage.reasoning = try json.intIfAny() ?? usage.reasoning
                    case "audio_tokens": usage.audioOutput = try json.intIfAny() ?? usage.audioOutput
                    default: try json.skip()
                    }
                }
            default: try json.skip()
            }
        }
    }
}
