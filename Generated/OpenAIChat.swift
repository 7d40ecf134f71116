// Generated from IDL/Wires/OpenAIChat.idl: edit that file, not this one.

public import MassGenCore

/// OpenAI Chat Completions, as its vendor defines it.
public enum OpenAIChat: OpenAIChatWire {}

/// OpenAI Chat Completions: a provider that differs replaces the shapes in which it does.
public protocol OpenAIChatWire: Wire {
    /// Writes what a provider adds to a request's body.
    static func renderRequestMore(_ request: ChatRequest, into out: inout Renderer)
    /// Reads a key that a provider adds to a request's body; false if it is none of those.
    static func parseRequestMore(
        _ key: JSONKey, _ json: inout JSONReader, into request: inout ChatRequest
    ) throws(JSONError) -> Bool
    /// Writes what a provider adds to a whole response's body.
    static func renderResponseMore(_ chunk: Chunk, into out: inout Renderer)
    /// Reads a key that a provider adds to a whole response's body; false if it is none of those.
    static func parseResponseMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool
    /// Writes what a provider adds to one stream event.
    static func renderEventMore(_ chunk: Chunk, into out: inout Renderer)
    /// Reads a key that a provider adds to one stream event; false if it is none of those.
    static func parseEventMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool
    /// Writes `message`.
    static func renderMessage(_ message: Message, into out: inout Renderer)
    /// Reads `message`.
    static func parseMessage(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError)
    /// Writes the case `system` of `message`.
    static func renderMessageSystem(_ message: Message, into out: inout Renderer)
    /// Reads the case `system` of `message`.
    static func parseMessageSystem(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError)
    /// Writes the case `user` of `message`.
    static func renderMessageUser(_ message: Message, into out: inout Renderer)
    /// Reads the case `user` of `message`.
    static func parseMessageUser(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError)
    /// Writes the case `assistant` of `message`.
    static func renderMessageAssistant(_ message: Message, into out: inout Renderer)
    /// Reads the case `assistant` of `message`.
    static func parseMessageAssistant(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError)
    /// Writes the case `tool` of `message`.
    static func renderMessageTool(_ message: Message, into out: inout Renderer)
    /// Reads the case `tool` of `message`.
    static func parseMessageTool(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError)
    /// Writes `tool`.
    static func renderTool(_ tool: ToolDefinition, into out: inout Renderer)
    /// Reads `tool`.
    static func parseTool(_ json: inout JSONReader, into tool: inout ToolDefinition) throws(JSONError)
    /// Writes `serverTool`.
    static func renderServerTool(_ tool: ServerTool, into out: inout Renderer)
    /// Reads `serverTool`.
    static func parseServerTool(_ json: inout JSONReader) throws(JSONError) -> ServerTool?
    /// Writes `toolChoice`.
    static func renderToolChoice(_ choice: ToolChoice, into out: inout Renderer)
    /// Reads `toolChoice`.
    static func parseToolChoice(_ json: inout JSONReader) throws(JSONError) -> ToolChoice?
    /// Writes `responseFormat`.
    static func renderResponseFormat(_ format: ResponseFormat, into out: inout Renderer)
    /// Reads `responseFormat`.
    static func parseResponseFormat(_ json: inout JSONReader) throws(JSONError) -> ResponseFormat?
    /// Writes `answer`.
    static func renderAnswer(_ chunk: Chunk, into out: inout Renderer)
    /// Reads `answer`.
    static func parseAnswer(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError)
    /// Writes what a provider adds to `answer`.
    static func renderAnswerMore(_ chunk: Chunk, into out: inout Renderer)
    /// Reads a key that a provider adds to `answer`; false if it is none of those.
    static func parseAnswerMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool
    /// Writes `stop`.
    static func renderStop(_ stop: Finish, into out: inout Renderer)
    /// Reads `stop`.
    static func parseStop(_ json: inout JSONReader) throws(JSONError) -> Finish?
    /// Writes `usage`.
    static func renderUsage(_ usage: UsageCounts, into out: inout Renderer)
    /// Reads `usage`.
    static func parseUsage(_ json: inout JSONReader, into usage: inout UsageCounts) throws(JSONError)
    /// Writes what a provider adds to `usage`.
    static func renderUsageMore(_ usage: UsageCounts, into out: inout Renderer)
    /// Reads a key that a provider adds to `usage`; false if it is none of those.
    static func parseUsageMore(
        _ key: JSONKey, _ json: inout JSONReader, into usage: inout UsageCounts
    ) throws(JSONError) -> Bool
    /// Writes `failure`.
    static func renderFailure(_ failure: Failure, into out: inout Renderer)
    /// Reads `failure`.
    static func parseFailure(_ json: inout JSONReader, into failure: inout Failure) throws(JSONError)
    /// Writes `delta`.
    static func renderDelta(_ chunk: Chunk, into out: inout Renderer)
    /// Reads `delta`.
    static func parseDelta(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError)
    /// Writes what a provider adds to `delta`.
    static func renderDeltaMore(_ chunk: Chunk, into out: inout Renderer)
    /// Reads a key that a provider adds to `delta`; false if it is none of those.
    static func parseDeltaMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool
    /// Writes `model`.
    static func renderModel(_ model: ListedModel, into out: inout Renderer)
    /// Reads `model`.
    static func parseModel(_ json: inout JSONReader, into model: inout ListedModel) throws(JSONError)
    /// Writes `vector`.
    static func renderVector(_ vector: EmbeddingVector, into out: inout Renderer)
    /// Reads `vector`.
    static func parseVector(_ json: inout JSONReader, into vector: inout EmbeddingVector) throws(JSONError)
    /// Writes `fileState`.
    static func renderFileState(_ state: FileState, into out: inout Renderer)
    /// Reads `fileState`.
    static func parseFileState(_ json: inout JSONReader) throws(JSONError) -> FileState?
    /// Writes `part`.
    static func renderPart(_ part: Part, into out: inout Renderer)
    /// Reads `part`.
    static func parsePart(_ json: inout JSONReader) throws(JSONError) -> Part?
    /// Writes the case `text` of `part`.
    static func renderPartText(_ text: TextPart, into out: inout Renderer)
    /// Reads the case `text` of `part`.
    static func parsePartText(_ json: inout JSONReader) throws(JSONError) -> Part
    /// Writes the case `image` of `part`.
    static func renderPartImage(_ media: Media, into out: inout Renderer)
    /// Reads the case `image` of `part`.
    static func parsePartImage(_ json: inout JSONReader) throws(JSONError) -> Part
    /// Writes the case `audio` of `part`.
    static func renderPartAudio(_ media: Media, into out: inout Renderer)
    /// Reads the case `audio` of `part`.
    static func parsePartAudio(_ json: inout JSONReader) throws(JSONError) -> Part
    /// Writes the case `file` of `part`.
    static func renderPartFile(_ media: Media, into out: inout Renderer)
    /// Reads the case `file` of `part`.
    static func parsePartFile(_ json: inout JSONReader) throws(JSONError) -> Part
    /// Reads the case `refusal` of `part`.
    static func parsePartRefusal(_ json: inout JSONReader) throws(JSONError) -> Part
    /// Writes `call`.
    static func renderCall(_ call: ToolCall, into out: inout Renderer)
    /// Reads `call`.
    static func parseCall(_ json: inout JSONReader, into call: inout ToolCall) throws(JSONError)
    /// Writes `must`.
    static func renderMust(_ must: ToolChoice.Must, into out: inout Renderer)
    /// Reads `must`.
    static func parseMust(_ json: inout JSONReader) throws(JSONError) -> ToolChoice.Must?
    /// Writes `namedTool`.
    static func renderNamedTool(_ tool: NamedTool, into out: inout Renderer)
    /// Reads `namedTool`.
    static func parseNamedTool(_ json: inout JSONReader, into tool: inout NamedTool) throws(JSONError)
    /// Writes `piece`.
    static func renderPiece(_ piece: ToolCallPiece, into out: inout Renderer)
    /// Reads `piece`.
    static func parsePiece(_ json: inout JSONReader, into piece: inout ToolCallPiece) throws(JSONError)
    /// Writes `function`.
    static func renderFunction(_ piece: ToolCallPiece, into out: inout Renderer)
    /// Reads `function`.
    static func parseFunction(_ json: inout JSONReader, into piece: inout ToolCallPiece) throws(JSONError)
    /// Writes `annotation`.
    static func renderAnnotation(_ citation: Citation, into out: inout Renderer)
    /// Reads `annotation`.
    static func parseAnnotation(_ json: inout JSONReader, into citation: inout Citation) throws(JSONError)
    /// Writes `cachePoint`.
    static func renderCachePoint(_ point: CachePoint, into out: inout Renderer)
    /// Reads `cachePoint`.
    static func parseCachePoint(_ json: inout JSONReader, into point: inout CachePoint) throws(JSONError)
    /// Writes `place`.
    static func renderPlace(_ citation: Citation, into out: inout Renderer)
    /// Reads `place`.
    static func parsePlace(_ json: inout JSONReader, into citation: inout Citation) throws(JSONError)
}

// MARK: - Facts

extension OpenAIChatWire {
    /// The id of OpenAI Chat Completions.
    public static var id: String { "openai-chat" }

    /// How events are cut out of a streamed body.
    public static var framing: Framing { .sse(end: "[DONE]") }

    /// What is offered besides chat.
    public static var services: [Provider.Service] {
        [
            .init(.models, "GET", "/models"), .init(.embed, "POST", "/embeddings", needs: ["embeddings"]),
            .init(.upload, "POST", "/files", needs: ["fileStore"], file: .form("file")),
            .init(.file, "GET", "/files/{file}", needs: ["fileStore"]),
            .init(.remove, "DELETE", "/files/{file}", needs: ["fileStore"]),
        ]
    }

    /// The usual chat endpoints, most particular first.
    public static var endpoints: [Provider.Endpoint] {
        [.init("/chat/completions")]
    }

    /// The headers in which its servers tell their limits.
    public static var limits: [Provider.Limit] {
        [
            .init(
                "requests", limit: "x-ratelimit-limit-requests", remaining: "x-ratelimit-remaining-requests",
                reset: "x-ratelimit-reset-requests"
            ),
            .init(
                "tokens", limit: "x-ratelimit-limit-tokens", remaining: "x-ratelimit-remaining-tokens",
                reset: "x-ratelimit-reset-tokens"
            ),
        ]
    }

    /// What servers of this wire can where nobody says otherwise.
    public static var capabilities: Set<Capability> {
        [
            "streaming", "tools", "toolChoice", "toolSubsets", "parallelTools", "strictTools", "vision", "audio",
            "files", "jsonMode", "jsonSchema", "reasoning", "reasoningEffort", "reasoningContent", "sampling", "stop",
            "streamOptions", "refusals",
        ]
    }

    /// How schemas must be for answers and calls to be held to them.
    public static var schemaRules: SchemaRules {
        SchemaRules(
            drops: [
                "allOf", "not", "if", "then", "else", "dependentRequired", "dependentSchemas", "patternProperties",
                "propertyNames", "contains", "minContains", "maxContains", "uniqueItems", "minLength", "maxLength",
                "contentEncoding", "default",
            ],
            renames: ["oneOf": "anyOf"],
            formats: ["date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"],
            closes: true,
            requires: true
        )
    }

    /// How names of tools are spelled.
    public static var names: Spelling? { Spelling("A-Za-z0-9_-", 1...64) }

    /// What the vendor's word for an error means.
    public static func classify(word: String) -> ErrorClass? {
        switch word {
        case "insufficient_quota": .quota
        case "context_length_exceeded": .contextLength
        case "content_filter": .contentFilter
        default: nil
        }
    }

    /// What a status means.
    public static func classify(status: Int) -> ErrorClass? {
        switch status {
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

    /// The vendor's word for an error.
    public static func word(for meaning: ErrorClass) -> String? {
        switch meaning {
        case .quota: "insufficient_quota"
        case .contextLength: "context_length_exceeded"
        case .contentFilter: "content_filter"
        default: nil
        }
    }
}

// MARK: - Request

extension OpenAIChatWire {
    /// Writes a request's body.
    public static func renderRequest(_ request: ChatRequest, into out: inout Renderer) {
        let request = Self.restricted(request, &out).marked(&out, if: out.can("cacheMarks"))
        out.object(extra: request.extra) { out in
            out.field("model", request.model)
            out.list("messages", request.messages, at: "messages", Self.renderMessage)
            out.arrayIfAny("tools") { out in
                out.each(request.tools, at: "tools", Self.renderTool)
                out.each(request.serverTools, at: "serverTools", Self.renderServerTool)
            }
            out.field("tool_choice", ifPresent: request.knownToolChoice, Self.renderToolChoice)
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
            if out.can("reasoning") && out.can("reasoningEffort") && request.reasoningEffort?.rawValue != "none",
                let reasoningEffort = request.reasoningEffort
            {
                out.field("reasoning_effort", reasoningEffort)
            } else if out.can("reasoning") && out.can("reasoningEffort") && !out.can("thinkingSwitch")
                && !out.can("reasoningSwitch"), let reasoningEffort = request.reasoningEffort
            {
                out.field("reasoning_effort", reasoningEffort)
            }
            if out.can("reasoningObject") {
                if request.reasoningEffort != nil || request.reasoningBudgetTokens != nil {
                    out.object("reasoning") { out in
                        out.field("effort", ifPresent: request.reasoningEffort)
                        out.field("max_tokens", ifPresent: request.reasoningBudgetTokens)
                    }
                }
            } else if out.can("reasoning") && out.can("reasoningSwitch") {
                if request.reasoningIsOn != nil {
                    out.object("reasoning") { out in
                        out.field("enabled", ifPresent: request.reasoningIsOn)
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
        out.drop(
            "reasoning.effort",
            if: request.reasoningEffort != nil
                && !(out.can("reasoning") && out.can("reasoningEffort") && request.reasoningEffort?.rawValue != "none")
                && !(out.can("reasoning") && out.can("reasoningEffort") && !out.can("thinkingSwitch")
                    && !out.can("reasoningSwitch"))
                && !out.can("reasoningObject")
                && !(out.can("reasoning") && out.can("reasoningSwitch") && request.reasoningSwitch != nil)
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
            case "tool_choice": request.knownToolChoice = try Self.parseToolChoice(&json)
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
                    case "effort":
                        request.reasoningEffort = (try json.stringIfAny()).map(ReasoningEffort.init(rawValue:))
                    case "max_tokens": request.reasoningBudgetTokens = try json.intIfAny()
                    case "enabled": request.reasoningIsOn = try json.boolIfAny()
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

    /// Writes what a provider adds to a request's body.
    public static func renderRequestMore(_ request: ChatRequest, into out: inout Renderer) {}

    /// Reads a key that a provider adds to a request's body; false if it is none of those.
    public static func parseRequestMore(
        _ key: JSONKey, _ json: inout JSONReader, into request: inout ChatRequest
    ) throws(JSONError) -> Bool {
        false
    }
}

// MARK: - Response

extension OpenAIChatWire {
    /// Writes a whole response's body.
    public static func renderResponse(_ chunk: Chunk, into out: inout Renderer) {
        out.object { out in
            out.field("id", chunk.responseID ?? "")
            out.field("object", "chat.completion")
            out.field("created", 0)
            out.field("model", chunk.model ?? "")
            out.single("choices", if: !chunk.pieces.isEmpty || chunk.stop != nil) { out in
                out.field("index", 0)
                out.field("message", chunk, Self.renderAnswer)
                out.field("finish_reason", orNull: chunk.stop, Self.renderStop)
            }
            out.field("usage", ifPresent: chunk.usage, Self.renderUsage)
            out.field("error", ifPresent: chunk.failure, Self.renderFailure)
            Self.renderResponseMore(chunk, into: &out)
        }
        out.drop(chunk.extra)
    }

    /// Reads a whole response's body.
    public static func parseResponse(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id" where chunk.needsHead: chunk.responseID = try json.stringIfAny(unless: "")
            case "model" where chunk.needsHead: chunk.model = try json.stringIfAny(unless: "")
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
            case "service_tier" where chunk.needsHead: chunk.serviceTier = try json.stringIfAny()
            case "error":
                switch try json.peek() {
                case .object: chunk.failure = try json.object(Failure(), Self.parseFailure)
                case .string: chunk.failureMessage = try json.stringIfAny()
                default: try json.skip()
                }
            case "object", "created": try json.pass()
            default: if try !Self.parseResponseMore(key, &json, into: &chunk) { try json.skip() }
            }
        }
    }

    /// Writes what a provider adds to a whole response's body.
    public static func renderResponseMore(_ chunk: Chunk, into out: inout Renderer) {}

    /// Reads a key that a provider adds to a whole response's body; false if it is none of those.
    public static func parseResponseMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool {
        false
    }
}

// MARK: - Stream event

extension OpenAIChatWire {
    /// Writes one stream event.
    public static func renderEvent(_ chunk: Chunk, into out: inout Renderer) {
        out.object { out in
            out.field("id", chunk.responseID ?? "")
            out.field("object", "chat.completion.chunk")
            out.field("created", 0)
            out.field("model", chunk.model ?? "")
            out.single("choices", if: !chunk.pieces.isEmpty || chunk.stop != nil) { out in
                out.field("index", 0)
                out.field("delta", chunk, Self.renderDelta)
                out.field("finish_reason", orNull: chunk.stop, Self.renderStop)
            }
            out.field("usage", ifPresent: chunk.usage, Self.renderUsage)
            out.field("error", ifPresent: chunk.failure, Self.renderFailure)
            Self.renderEventMore(chunk, into: &out)
        }
        out.drop(chunk.extra)
    }

    /// Reads one stream event.
    public static func parseEvent(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError) {
        try json.beginEvent()
        while let key = try json.nextKey() {
            switch key {
            case "id" where chunk.needsHead: chunk.responseID = try json.stringIfAny(unless: "")
            case "model" where chunk.needsHead: chunk.model = try json.stringIfAny(unless: "")
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

    /// Writes what a provider adds to one stream event.
    public static func renderEventMore(_ chunk: Chunk, into out: inout Renderer) {}

    /// Reads a key that a provider adds to one stream event; false if it is none of those.
    public static func parseEventMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool {
        false
    }
}

// MARK: - Error body

extension OpenAIChatWire {
    /// Writes an error's body.
    public static func renderFailureBody(_ failure: Failure, into out: inout Renderer) {
        out.object { out in
            out.field("error", failure, Self.renderFailure)
        }
    }

    /// Reads an error's body.
    public static func parseFailureBody(_ json: inout JSONReader) throws(JSONError) -> Failure {
        var failure = Failure()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "error":
                switch try json.peek() {
                case .object: try json.object(into: &failure, Self.parseFailure)
                case .string: failure.message = try json.stringIfAny()
                default: try json.skip()
                }
            case "message", "detail": failure.message = try json.stringIfAny()
            case "type": failure.kind = try json.stringIfAny()
            case "code": failure.code = try json.scalarText()
            default: try json.skip()
            }
        }
        return failure
    }
}

// MARK: - models

extension OpenAIChatWire {
    /// Writes `models`.
    public static func renderModels(_ page: ModelPage, into out: inout Renderer) {
        out.object { out in
            out.field("object", "list")
            out.list("data", page.models, at: "models", Self.renderModel)
        }
    }

    /// Reads `models`.
    public static func parseModels(_ json: inout JSONReader, into page: inout ModelPage) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "data": page.models = try json.list(of: ListedModel(), Self.parseModel)
            case "object": try json.pass()
            default: try json.skip()
            }
        }
    }
}

// MARK: - embedRequest

extension OpenAIChatWire {
    /// Writes `embedRequest`.
    public static func renderEmbedRequest(_ request: EmbeddingRequest, into out: inout Renderer) {
        out.object(extra: request.extra) { out in
            out.field("model", request.model)
            out.field("input", request.texts)
            out.field("dimensions", ifPresent: request.dimensions)
            out.field("encoding_format", ifPresent: request.encoding)
            out.field("user", ifPresent: request.user)
        }
        out.drop("purpose", if: request.purpose != nil)
    }

    /// Reads `embedRequest`.
    public static func parseEmbedRequest(
        _ json: inout JSONReader, into request: inout EmbeddingRequest
    ) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "model": request.model = try json.stringIfAny() ?? ""
            case "input": request.texts = try json.texts()
            case "dimensions": request.dimensions = try json.intIfAny()
            case "encoding_format": request.encoding = try json.stringIfAny()
            case "user": request.user = try json.stringIfAny()
            default: try json.keep(key, in: &request.extra, of: Self.id)
            }
        }
    }
}

// MARK: - embed

extension OpenAIChatWire {
    /// Writes `embed`.
    public static func renderEmbed(_ reply: EmbeddingReply, into out: inout Renderer) {
        out.object { out in
            out.field("object", "list")
            out.list("data", reply.vectors, at: "vectors", Self.renderVector)
            out.field("model", ifPresent: reply.model)
            out.field("usage", ifPresent: reply.usage, Self.renderUsage)
        }
    }

    /// Reads `embed`.
    public static func parseEmbed(_ json: inout JSONReader, into reply: inout EmbeddingReply) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "data": reply.vectors = try json.list(of: EmbeddingVector(), Self.parseVector)
            case "model": reply.model = try json.stringIfAny()
            case "usage": reply.usage = try json.object(UsageCounts(), Self.parseUsage)
            case "object": try json.pass()
            default: try json.skip()
            }
        }
    }
}

// MARK: - uploadRequest

extension OpenAIChatWire {
    /// Writes `uploadRequest`.
    public static func renderUploadRequest(_ upload: FileUpload, into out: inout Renderer) {
        out.object { out in
            out.field("purpose", upload.purpose ?? "user_data")
        }
    }

    /// Reads `uploadRequest`.
    public static func parseUploadRequest(_ json: inout JSONReader, into upload: inout FileUpload) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "purpose": upload.purpose = try json.stringIfAny()
            default: try json.skip()
            }
        }
    }
}

// MARK: - file

extension OpenAIChatWire {
    /// Writes `file`.
    public static func renderFile(_ file: StoredFile, into out: inout Renderer) {
        out.object(extra: file.extra) { out in
            out.field("id", file.id)
            out.field("object", "file")
            out.field("bytes", ifPresent: file.size)
            out.field("created_at", ifPresent: file.created)
            out.field("filename", ifPresent: file.name)
            out.field("status", ifPresent: file.state, Self.renderFileState)
        }
    }

    /// Reads `file`.
    public static func parseFile(_ json: inout JSONReader, into file: inout StoredFile) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": file.id = try json.stringIfAny() ?? ""
            case "object": try json.keep(key, unless: "file", in: &file.extra, of: Self.id)
            case "bytes": file.size = try json.intIfAny()
            case "created_at": file.created = try json.intIfAny()
            case "filename": file.name = try json.stringIfAny()
            case "status": file.state = try Self.parseFileState(&json)
            default: try json.keep(key, in: &file.extra, of: Self.id)
            }
        }
    }
}

// MARK: - message

extension OpenAIChatWire {
    /// Writes `message`.
    public static func renderMessage(_ message: Message, into out: inout Renderer) {
        switch message.role {
        case .system: Self.renderMessageSystem(message, into: &out)
        case .user: Self.renderMessageUser(message, into: &out)
        case .assistant: Self.renderMessageAssistant(message, into: &out)
        case .tool: Self.renderMessageTool(message, into: &out)
        }
    }

    /// Reads `message`.
    public static func parseMessage(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError) {
        switch json.lookAheadString("role") {
        case "developer", "system": try Self.parseMessageSystem(&json, into: &messages)
        case "user": try Self.parseMessageUser(&json, into: &messages)
        case "assistant": try Self.parseMessageAssistant(&json, into: &messages)
        case "tool": try Self.parseMessageTool(&json, into: &messages)
        default: try json.skip()
        }
    }

    /// Writes the case `system` of `message`.
    public static func renderMessageSystem(_ message: Message, into out: inout Renderer) {
        if out.can("developerRole") {
            out.object(extra: message.extra) { out in
                out.field("role", "developer")
                if let text = message.soleText {
                    out.field("content", text)
                } else {
                    out.list("content", message.parts, at: "parts", Self.renderPart)
                }
                out.field("name", ifPresent: message.name)
            }
        } else {
            out.object(extra: message.extra) { out in
                out.field("role", "system")
                if let text = message.soleText {
                    out.field("content", text)
                } else {
                    out.list("content", message.parts, at: "parts", Self.renderPart)
                }
                out.field("name", ifPresent: message.name)
            }
        }
    }

    /// Reads the case `system` of `message`.
    public static func parseMessageSystem(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError) {
        var message = Message(role: .system)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "content":
                switch try json.peek() {
                case .string: message.text = try json.stringIfAny()
                case .array: message.parts += try json.list(Self.parsePart)
                default: try json.skip()
                }
            case "name": message.name = try json.stringIfAny()
            case "role": try json.pass()
            default: try json.keep(key, in: &message.extra, of: Self.id)
            }
        }
        messages.append(message)
    }

    /// Writes the case `user` of `message`.
    public static func renderMessageUser(_ message: Message, into out: inout Renderer) {
        out.object(extra: message.extra) { out in
            out.field("role", "user")
            if let text = message.soleText {
                out.field("content", text)
            } else {
                out.list("content", message.parts, at: "parts", Self.renderPart)
            }
            out.field("name", ifPresent: message.name)
        }
    }

    /// Reads the case `user` of `message`.
    public static func parseMessageUser(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError) {
        var message = Message(role: .user)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "content":
                switch try json.peek() {
                case .string: message.text = try json.stringIfAny()
                case .array: message.parts += try json.list(Self.parsePart)
                default: try json.skip()
                }
            case "name": message.name = try json.stringIfAny()
            case "role": try json.pass()
            default: try json.keep(key, in: &message.extra, of: Self.id)
            }
        }
        messages.append(message)
    }

    /// Writes the case `assistant` of `message`.
    public static func renderMessageAssistant(_ message: Message, into out: inout Renderer) {
        let message = out.flatten(message, into: [.reasoning, .text, .refusal, .toolCall])
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
            case "role": try json.pass()
            default: try json.keep(key, in: &message.extra, of: Self.id)
            }
        }
        message.moveCallsToEnd()
        messages.append(message)
    }

    /// Writes the case `tool` of `message`.
    public static func renderMessageTool(_ message: Message, into out: inout Renderer) {
        let message = out.flatten(message, into: [.toolResult])
        out.each(message.toolResults, at: "toolResults") { result, out in
            let result = out.flatten(result, into: [.text])
            out.object(extra: result.extra) { out in
                out.field("role", "tool")
                out.field("tool_call_id", result.callID)
                out.field("content", result.text ?? "")
            }
            out.drop("isError", if: result.isError)
            out.drop("cache", if: result.cache != nil)
        }
        out.drop("name", if: message.name != nil)
        out.drop(message.extra)
    }

    /// Reads the case `tool` of `message`.
    public static func parseMessageTool(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError) {
        var result = ToolResult()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "tool_call_id": result.callID = try json.stringIfAny() ?? ""
            case "content":
                switch try json.peek() {
                case .string: result.text = try json.stringIfAny()
                case .array: result.parts += try json.list(Self.parsePart)
                default: try json.skip()
                }
            case "role": try json.pass()
            default: try json.keep(key, in: &result.extra, of: Self.id)
            }
        }
        messages.append(result)
    }
}

// MARK: - tool

extension OpenAIChatWire {
    /// Writes `tool`.
    public static func renderTool(_ tool: ToolDefinition, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "function")
            out.object("function") { out in
                out.field("name", tool.name)
                out.field("description", ifPresent: tool.description)
                out.field("parameters", tool.schema)
                out.field("strict", ifPresent: out.allowed(tool.strict, "strict", if: out.can("strictTools")))
            }
        }
        out.drop("textInput", if: tool.textInput != nil)
        out.drop("cache", if: tool.cache != nil)
    }

    /// Reads `tool`.
    public static func parseTool(_ json: inout JSONReader, into tool: inout ToolDefinition) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "function":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "name": tool.name = try json.stringIfAny() ?? ""
                    case "description": tool.description = try json.stringIfAny()
                    case "parameters": tool.schema = try json.value()
                    case "strict": tool.strict = try json.boolIfAny()
                    default: try json.keep(key, in: &tool.extra, of: Self.id, under: "function")
                    }
                }
            case "type": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
    }
}

// MARK: - serverTool

extension OpenAIChatWire {
    /// Writes `serverTool`.
    public static func renderServerTool(_ tool: ServerTool, into out: inout Renderer) {
        out.other(tool)
    }

    /// Reads `serverTool`.
    public static func parseServerTool(_ json: inout JSONReader) throws(JSONError) -> ServerTool? {
        return try json.serverTool(by: "type", of: Self.id)
    }
}

// MARK: - toolChoice

extension OpenAIChatWire {
    /// Writes `toolChoice`.
    public static func renderToolChoice(_ choice: ToolChoice, into out: inout Renderer) {
        switch choice {
        case .auto: out.value("auto")
        case .none: out.value("none")
        case .required: out.value("required")
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
        switch json.lookAheadString("type") {
        case "function":
            var tool = NamedTool(name: "")
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "function":
                    guard try json.beginObjectIfAny() else { break }
                    while let key = try json.nextKey() {
                        switch key {
                        case "name": tool.name = try json.stringIfAny() ?? ""
                        default: try json.skip()
                        }
                    }
                case "type": try json.pass()
                default: try json.skip()
                }
            }
            return .tool(tool)
        case "allowed_tools":
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
        default:
            try json.skip()
            return nil
        }
    }
}

// MARK: - responseFormat

extension OpenAIChatWire {
    /// Writes `responseFormat`.
    public static func renderResponseFormat(_ format: ResponseFormat, into out: inout Renderer) {
        switch format {
        case .text:
            out.object { out in
                out.field("type", "text")
            }
        case .json:
            out.object { out in
                out.field("type", "json_object")
            }
        case .jsonSchema(let schema):
            out.object { out in
                out.field("type", "json_schema")
                out.object("json_schema") { out in
                    out.field("name", schema.name)
                    out.field("description", ifPresent: schema.description)
                    out.field("schema", schema.schema)
                    out.field("strict", ifPresent: schema.strict)
                }
            }
        }
    }

    /// Reads `responseFormat`.
    public static func parseResponseFormat(_ json: inout JSONReader) throws(JSONError) -> ResponseFormat? {
        switch json.lookAheadString("type") {
        case "text":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "type": try json.pass()
                default: try json.skip()
                }
            }
            return ResponseFormat.text
        case "json_object":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "type": try json.pass()
                default: try json.skip()
                }
            }
            return ResponseFormat.json
        case "json_schema":
            var schema = JSONSchemaFormat(schema: [:])
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "json_schema":
                    guard try json.beginObjectIfAny() else { break }
                    while let key = try json.nextKey() {
                        switch key {
                        case "name": schema.name = try json.stringIfAny() ?? ""
                        case "description": schema.description = try json.stringIfAny()
                        case "schema": schema.schema = try json.value()
                        case "strict": schema.strict = try json.boolIfAny()
                        default: try json.skip()
                        }
                    }
                case "type": try json.pass()
                default: try json.skip()
                }
            }
            return .jsonSchema(schema)
        default:
            try json.skip()
            return nil
        }
    }
}

// MARK: - answer

extension OpenAIChatWire {
    /// Writes `answer`.
    public static func renderAnswer(_ chunk: Chunk, into out: inout Renderer) {
        let chunk = out.flatten(chunk, into: [.reasoning, .text, .refusal, .toolCall, .citation])
        out.object { out in
            out.field("role", "assistant")
            out.field("reasoning_content", ifPresent: chunk.reasoning)
            out.field("content", orNull: chunk.text)
            out.field("refusal", ifPresent: chunk.refusal)
            out.list("tool_calls", ifPresent: chunk.toolCalls, at: "toolCalls", Self.renderPiece)
            out.list("annotations", ifPresent: chunk.citations, at: "citations", Self.renderAnnotation)
            Self.renderAnswerMore(chunk, into: &out)
        }
        out.drop(chunk.extra)
    }

    /// Reads `answer`.
    public static func parseAnswer(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "reasoning_content", "reasoning": chunk.reasoning = try json.stringIfAny()
            case "content": chunk.text = try json.stringIfAny()
            case "refusal": chunk.refusal = try json.stringIfAny()
            case "tool_calls": chunk.toolCalls = try json.list(of: ToolCallPiece(), Self.parsePiece)
            case "function_call": chunk.functionCall = try json.object(ToolCallPiece(), Self.parseFunction)
            case "annotations": chunk.citations = try json.list(of: Citation(), Self.parseAnnotation)
            case "role": try json.pass()
            default: if try !Self.parseAnswerMore(key, &json, into: &chunk) { try json.skip() }
            }
        }
    }

    /// Writes what a provider adds to `answer`.
    public static func renderAnswerMore(_ chunk: Chunk, into out: inout Renderer) {}

    /// Reads a key that a provider adds to `answer`; false if it is none of those.
    public static func parseAnswerMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool {
        false
    }
}

// MARK: - stop

extension OpenAIChatWire {
    /// Writes `stop`.
    public static func renderStop(_ stop: Finish, into out: inout Renderer) {
        switch stop.reason {
        case .stop: out.value("stop")
        case .length: out.value("length")
        case .toolCalls: out.value("tool_calls")
        case .contentFilter: out.value("content_filter")
        default:
            out.value("stop")
            out.lose("stopReason", .approximated, "\(stop.reason) is sent as stop")
        }
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
            default: .other
            }
        return Finish(reason: reason, vendorReason: word)
    }
}

// MARK: - usage

extension OpenAIChatWire {
    /// Writes `usage`.
    public static func renderUsage(_ usage: UsageCounts, into out: inout Renderer) {
        out.object { out in
            out.field("prompt_tokens", ifPresent: usage.input)
            out.field("completion_tokens", ifPresent: usage.output)
            out.field("total_tokens", ifPresent: usage.total)
            if usage.cacheRead != nil || usage.cacheWrite != nil || usage.audioInput != nil || usage.imageInput != nil {
                out.object("prompt_tokens_details") { out in
                    out.field("cached_tokens", ifPresent: usage.cacheRead)
                    out.field("cache_write_tokens", ifPresent: usage.cacheWrite)
                    out.field("audio_tokens", ifPresent: usage.audioInput)
                    out.field("image_tokens", ifPresent: usage.imageInput)
                }
            }
            if usage.reasoning != nil || usage.audioOutput != nil || usage.imageOutput != nil {
                out.object("completion_tokens_details") { out in
                    out.field("reasoning_tokens", ifPresent: usage.reasoning)
                    out.field("audio_tokens", ifPresent: usage.audioOutput)
                    out.field("image_tokens", ifPresent: usage.imageOutput)
                }
            }
            Self.renderUsageMore(usage, into: &out)
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
                    case "cache_write_tokens", "cache_creation_input_tokens":
                        usage.cacheWrite = try json.intIfAny() ?? usage.cacheWrite
                    case "cache_creation":
                        guard try json.beginObjectIfAny() else { break }
                        while let key = try json.nextKey() {
                            switch key {
                            case "ephemeral_5m_input_tokens":
                                usage.cacheWrite5m = try json.intIfAny() ?? usage.cacheWrite5m
                            default: try json.skip()
                            }
                        }
                    case "audio_tokens": usage.audioInput = try json.intIfAny() ?? usage.audioInput
                    case "image_tokens": usage.imageInput = try json.intIfAny() ?? usage.imageInput
                    default: try json.skip()
                    }
                }
            case "completion_tokens_details":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "reasoning_tokens": usage.reasoning = try json.intIfAny() ?? usage.reasoning
                    case "audio_tokens": usage.audioOutput = try json.intIfAny() ?? usage.audioOutput
                    case "image_tokens": usage.imageOutput = try json.intIfAny() ?? usage.imageOutput
                    default: try json.skip()
                    }
                }
            case "cached_tokens": usage.cacheRead = try json.intIfAny() ?? usage.cacheRead
            case "cost":
                switch try json.peek() {
                case .object:
                    try json.beginObject()
                    while let key = try json.nextKey() {
                        switch key {
                        case "total_cost": usage.costText = try json.scalarText()
                        default: try json.skip()
                        }
                    }
                default:
                    usage.costText = try json.scalarText()
                }
            case "cost_details":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "upstream_inference_cost": usage.upstreamCostText = try json.scalarText()
                    default: try json.skip()
                    }
                }
            case "is_byok": usage.isOwnKey = try json.boolIfAny() ?? usage.isOwnKey
            case "server_tool_use_details":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "web_search_requests": usage.searches = try json.intIfAny() ?? usage.searches
                    default: try json.skip()
                    }
                }
            case "service_tier": usage.serviceTier = try json.stringIfAny() ?? usage.serviceTier
            default: if try !Self.parseUsageMore(key, &json, into: &usage) { try json.skip() }
            }
        }
    }

    /// Writes what a provider adds to `usage`.
    public static func renderUsageMore(_ usage: UsageCounts, into out: inout Renderer) {}

    /// Reads a key that a provider adds to `usage`; false if it is none of those.
    public static func parseUsageMore(
        _ key: JSONKey, _ json: inout JSONReader, into usage: inout UsageCounts
    ) throws(JSONError) -> Bool {
        false
    }
}

// MARK: - failure

extension OpenAIChatWire {
    /// Writes `failure`.
    public static func renderFailure(_ failure: Failure, into out: inout Renderer) {
        out.object { out in
            out.field("message", failure.message ?? "")
            out.field("type", ifPresent: failure.kind)
            out.field("code", ifPresent: failure.code)
            out.field("param", ifPresent: failure.param)
        }
    }

    /// Reads `failure`.
    public static func parseFailure(_ json: inout JSONReader, into failure: inout Failure) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "message": failure.message = try json.stringIfAny()
            case "type": failure.kind = try json.stringIfAny()
            case "code": failure.code = try json.scalarText()
            case "param": failure.param = try json.stringIfAny()
            default: try json.skip()
            }
        }
    }
}

// MARK: - delta

extension OpenAIChatWire {
    /// Writes `delta`.
    public static func renderDelta(_ chunk: Chunk, into out: inout Renderer) {
        let chunk = out.flatten(chunk, into: [.text, .reasoning, .refusal, .toolCall, .citation])
        out.object { out in
            out.field("content", ifPresent: chunk.text)
            out.field("reasoning_content", ifPresent: chunk.reasoning)
            out.field("refusal", ifPresent: chunk.refusal)
            out.list("tool_calls", ifPresent: chunk.toolCalls, at: "toolCalls", Self.renderPiece)
            out.list("annotations", ifPresent: chunk.citations, at: "citations", Self.renderAnnotation)
            Self.renderDeltaMore(chunk, into: &out)
        }
        out.drop(chunk.extra)
    }

    /// Reads `delta`.
    public static func parseDelta(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "content": chunk.text = try json.stringIfAny()
            case "reasoning_content", "reasoning": chunk.reasoning = try json.stringIfAny()
            case "refusal": chunk.refusal = try json.stringIfAny()
            case "tool_calls": chunk.toolCalls = try json.list(of: ToolCallPiece(), Self.parsePiece)
            case "function_call": chunk.functionCall = try json.object(ToolCallPiece(), Self.parseFunction)
            case "annotations": chunk.citations = try json.list(of: Citation(), Self.parseAnnotation)
            case "role": try json.pass()
            default: if try !Self.parseDeltaMore(key, &json, into: &chunk) { try json.skip() }
            }
        }
    }

    /// Writes what a provider adds to `delta`.
    public static func renderDeltaMore(_ chunk: Chunk, into out: inout Renderer) {}

    /// Reads a key that a provider adds to `delta`; false if it is none of those.
    public static func parseDeltaMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool {
        false
    }
}

// MARK: - model

extension OpenAIChatWire {
    /// Writes `model`.
    public static func renderModel(_ model: ListedModel, into out: inout Renderer) {
        out.object(extra: model.extra) { out in
            out.field("id", model.id)
            out.field("object", "model")
            out.field("created", ifPresent: model.created)
            out.field("owned_by", ifPresent: model.owner)
            out.field("name", ifPresent: model.name)
            out.field("context_length", ifPresent: model.context)
            out.field("max_completion_tokens", ifPresent: model.output)
        }
    }

    /// Reads `model`.
    public static func parseModel(_ json: inout JSONReader, into model: inout ListedModel) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": model.id = try json.stringIfAny() ?? ""
            case "object": try json.keep(key, unless: "model", in: &model.extra, of: Self.id)
            case "created": model.created = try json.intIfAny()
            case "owned_by": model.owner = try json.stringIfAny()
            case "name", "display_name": model.name = try json.stringIfAny()
            case "context_length", "context_window", "max_context_length", "max_model_len":
                model.context = try json.intIfAny()
            case "max_completion_tokens": model.output = try json.intIfAny()
            default: try json.keep(key, in: &model.extra, of: Self.id)
            }
        }
    }
}

// MARK: - vector

extension OpenAIChatWire {
    /// Writes `vector`.
    public static func renderVector(_ vector: EmbeddingVector, into out: inout Renderer) {
        out.object { out in
            out.field("object", "embedding")
            out.field("index", ifPresent: vector.index)
            out.field("embedding", vector.values)
        }
    }

    /// Reads `vector`.
    public static func parseVector(_ json: inout JSONReader, into vector: inout EmbeddingVector) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "index": vector.index = try json.intIfAny()
            case "embedding":
                switch try json.peek() {
                case .array: vector.values = try json.numbers()
                case .string: vector.base64 = try json.stringIfAny()
                default: try json.skip()
                }
            case "object": try json.pass()
            default: try json.skip()
            }
        }
    }
}

// MARK: - fileState

extension OpenAIChatWire {
    /// Writes `fileState`.
    public static func renderFileState(_ state: FileState, into out: inout Renderer) {
        switch state {
        case .active: out.value("processed")
        case .processing: out.value("pending")
        case .failed: out.value("error")
        }
    }

    /// Reads `fileState`.
    public static func parseFileState(_ json: inout JSONReader) throws(JSONError) -> FileState? {
        return switch try json.stringIfAny() {
        case "processed", "uploaded": FileState.active
        case "pending": FileState.processing
        case "error": FileState.failed
        default: json.unknown()
        }
    }
}

// MARK: - part

extension OpenAIChatWire {
    /// Writes `part`.
    public static func renderPart(_ part: Part, into out: inout Renderer) {
        switch part {
        case .text(let text): Self.renderPartText(text, into: &out)
        case .image(let media): Self.renderPartImage(media, into: &out)
        case .audio(let media): Self.renderPartAudio(media, into: &out)
        case .file(let media): Self.renderPartFile(media, into: &out)
        case .opaque(let opaque) where out.isOwn(part): out.raw(opaque.json)
        default: out.drop(part)
        }
    }

    /// Reads `part`.
    public static func parsePart(_ json: inout JSONReader) throws(JSONError) -> Part? {
        switch json.lookAheadString("type") {
        case "text": return try Self.parsePartText(&json)
        case "image_url": return try Self.parsePartImage(&json)
        case "input_audio": return try Self.parsePartAudio(&json)
        case "file": return try Self.parsePartFile(&json)
        case "refusal": return try Self.parsePartRefusal(&json)
        default: return .opaque(OpaquePart(origin: Self.id, json: try json.text()))
        }
    }

    /// Writes the case `text` of `part`.
    public static func renderPartText(_ text: TextPart, into out: inout Renderer) {
        out.object(extra: text.extra) { out in
            out.field("type", "text")
            out.field("text", text.text)
            out.field(
                "cache_control", ifPresent: out.allowed(text.cache, "cache", if: out.can("cacheMarks")),
                Self.renderCachePoint
            )
        }
        out.drop("citations", if: !text.citations.isEmpty)
        out.drop("signature", if: text.signature != nil)
    }

    /// Reads the case `text` of `part`.
    public static func parsePartText(_ json: inout JSONReader) throws(JSONError) -> Part {
        var text = TextPart()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "text": text.text = try json.stringIfAny() ?? ""
            case "cache_control": text.cache = try json.object(CachePoint(), Self.parseCachePoint)
            case "type": try json.pass()
            default: try json.keep(key, in: &text.extra, of: Self.id)
            }
        }
        return .text(text)
    }

    /// Writes the case `image` of `part`.
    public static func renderPartImage(_ media: Media, into out: inout Renderer) {
        guard media.located != nil else { return out.drop(Part.image(media)) }
        out.object(extra: media.extra) { out in
            out.field("type", "image_url")
            out.object("image_url") { out in
                out.field("url", ifPresent: media.location)
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
                    case "url": media.location = try json.stringIfAny()
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

    /// Writes the case `audio` of `part`.
    public static func renderPartAudio(_ media: Media, into out: inout Renderer) {
        guard media.data != nil, media.format != nil else { return out.drop(Part.audio(media)) }
        out.object(extra: media.extra) { out in
            out.field("type", "input_audio")
            out.object("input_audio") { out in
                out.field("data", ifPresent: media.base64)
                out.field("format", ifPresent: media.format)
            }
        }
        out.drop("name", if: media.name != nil)
        out.drop("detail", if: media.detail != nil)
        out.drop("signature", if: media.signature != nil)
        out.drop("cache", if: media.cache != nil)
    }

    /// Reads the case `audio` of `part`.
    public static func parsePartAudio(_ json: inout JSONReader) throws(JSONError) -> Part {
        var media = Media()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "input_audio":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "data": media.base64 = try json.stringIfAny()
                    case "format": media.format = try json.stringIfAny()
                    default: try json.keep(key, in: &media.extra, of: Self.id, under: "input_audio")
                    }
                }
            case "type": try json.pass()
            default: try json.keep(key, in: &media.extra, of: Self.id)
            }
        }
        return .audio(media)
    }

    /// Writes the case `file` of `part`.
    public static func renderPartFile(_ media: Media, into out: inout Renderer) {
        guard media.fileID != nil || media.data != nil else { return out.drop(Part.file(media)) }
        out.object(extra: media.extra) { out in
            out.field("type", "file")
            if media.fileID != nil {
                out.object("file") { out in
                    out.field("file_id", ifPresent: media.fileID)
                }
                out.drop("name", if: media.name != nil)
            } else if media.data != nil {
                out.object("file") { out in
                    out.field("filename", ifPresent: media.name)
                    out.field("file_data", ifPresent: media.dataURL)
                }
            }
        }
        out.drop("mediaType", if: media.looseType != nil)
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
            case "file":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "file_id": media.fileID = try json.stringIfAny()
                    case "filename": media.name = try json.stringIfAny()
                    case "file_data": media.dataURL = try json.stringIfAny()
                    default: try json.keep(key, in: &media.extra, of: Self.id, under: "file")
                    }
                }
            case "type": try json.pass()
            default: try json.keep(key, in: &media.extra, of: Self.id)
            }
        }
        return .file(media)
    }

    /// Reads the case `refusal` of `part`.
    public static func parsePartRefusal(_ json: inout JSONReader) throws(JSONError) -> Part {
        var refusal = RefusalPart()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "refusal": refusal.text = try json.stringIfAny() ?? ""
            case "type": try json.pass()
            default: try json.skip()
            }
        }
        return .refusal(refusal)
    }
}

// MARK: - call

extension OpenAIChatWire {
    /// Writes `call`.
    public static func renderCall(_ call: ToolCall, into out: inout Renderer) {
        out.object(extra: call.extra) { out in
            out.field("id", call.id)
            out.field("type", "function")
            out.object("function") { out in
                out.field("name", call.name)
                out.field("arguments", call.functionArguments)
            }
        }
        out.drop("input", if: call.inputText != nil)
        out.drop("signature", if: call.signature != nil)
        out.drop("cache", if: call.cache != nil)
    }

    /// Reads `call`.
    public static func parseCall(_ json: inout JSONReader, into call: inout ToolCall) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": call.id = try json.stringIfAny() ?? ""
            case "type": try json.keep(key, unless: "function", in: &call.extra, of: Self.id)
            case "function":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "name": call.name = try json.stringIfAny() ?? ""
                    case "arguments":
                        switch try json.peek() {
                        case .string: call.functionArguments = try json.stringIfAny() ?? ""
                        default:
                            call.arguments = try json.value()
                        }
                    default: try json.keep(key, in: &call.extra, of: Self.id, under: "function")
                    }
                }
            default: try json.keep(key, in: &call.extra, of: Self.id)
            }
        }
    }
}

// MARK: - must

extension OpenAIChatWire {
    /// Writes `must`.
    public static func renderMust(_ must: ToolChoice.Must, into out: inout Renderer) {
        switch must {
        case .auto: out.value("auto")
        case .required: out.value("required")
        }
    }

    /// Reads `must`.
    public static func parseMust(_ json: inout JSONReader) throws(JSONError) -> ToolChoice.Must? {
        return switch try json.stringIfAny() {
        case "auto": ToolChoice.Must.auto
        case "required": ToolChoice.Must.required
        default: json.unknown()
        }
    }
}

// MARK: - namedTool

extension OpenAIChatWire {
    /// Writes `namedTool`.
    public static func renderNamedTool(_ tool: NamedTool, into out: inout Renderer) {
        out.object { out in
            out.field("type", "function")
            out.object("function") { out in
                out.field("name", tool.name)
            }
        }
    }

    /// Reads `namedTool`.
    public static func parseNamedTool(_ json: inout JSONReader, into tool: inout NamedTool) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "function":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "name": tool.name = try json.stringIfAny() ?? ""
                    default: try json.skip()
                    }
                }
            case "type": try json.pass()
            default: try json.skip()
            }
        }
    }
}

// MARK: - piece

extension OpenAIChatWire {
    /// Writes `piece`.
    public static func renderPiece(_ piece: ToolCallPiece, into out: inout Renderer) {
        out.object { out in
            out.field("index", ifPresent: piece.index)
            out.field("id", ifPresent: piece.id)
            out.field("type", "function")
            out.object("function") { out in
                out.field("name", ifPresent: piece.name)
                out.field("arguments", ifPresent: piece.functionArguments)
            }
        }
        out.drop("input", if: piece.inputText != nil)
    }

    /// Reads `piece`.
    public static func parsePiece(_ json: inout JSONReader, into piece: inout ToolCallPiece) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "index": piece.index = try json.intIfAny()
            case "id": piece.id = try json.stringIfAny()
            case "function":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "name": piece.name = try json.stringIfAny()
                    case "arguments":
                        switch try json.peek() {
                        case .string: piece.functionArguments = try json.stringIfAny()
                        default:
                            piece.arguments = try json.value()
                        }
                    default: try json.skip()
                    }
                }
            case "type": try json.pass()
            default: try json.skip()
            }
        }
    }
}

// MARK: - function

extension OpenAIChatWire {
    /// Writes `function`.
    public static func renderFunction(_ piece: ToolCallPiece, into out: inout Renderer) {
        out.object { out in
            out.field("name", ifPresent: piece.name)
            out.field("arguments", ifPresent: piece.functionArguments)
        }
        out.drop("input", if: piece.inputText != nil)
    }

    /// Reads `function`.
    public static func parseFunction(_ json: inout JSONReader, into piece: inout ToolCallPiece) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "name": piece.name = try json.stringIfAny()
            case "arguments": piece.functionArguments = try json.stringIfAny()
            default: try json.skip()
            }
        }
    }
}

// MARK: - annotation

extension OpenAIChatWire {
    /// Writes `annotation`.
    public static func renderAnnotation(_ citation: Citation, into out: inout Renderer) {
        out.object { out in
            out.field("type", "url_citation")
            out.field("url_citation", citation, Self.renderPlace)
        }
        out.drop("text", if: citation.text != nil)
        out.drop(citation.extra)
    }

    /// Reads `annotation`.
    public static func parseAnnotation(_ json: inout JSONReader, into citation: inout Citation) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "url_citation": try json.object(into: &citation, Self.parsePlace)
            case "type": try json.pass()
            default: try json.skip()
            }
        }
    }
}

// MARK: - cachePoint

extension OpenAIChatWire {
    /// Writes `cachePoint`.
    public static func renderCachePoint(_ point: CachePoint, into out: inout Renderer) {
        out.object { out in
            out.field("type", "ephemeral")
            out.field("ttl", ifPresent: point.ttl)
        }
    }

    /// Reads `cachePoint`.
    public static func parseCachePoint(_ json: inout JSONReader, into point: inout CachePoint) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "ttl": point.ttl = try json.stringIfAny()
            case "type": try json.pass()
            default: try json.skip()
            }
        }
    }
}

// MARK: - place

extension OpenAIChatWire {
    /// Writes `place`.
    public static func renderPlace(_ citation: Citation, into out: inout Renderer) {
        out.object { out in
            out.field("url", citation.url ?? "")
            out.field("title", citation.title ?? "")
            out.field("start_index", citation.start ?? 0)
            out.field("end_index", citation.end ?? 0)
        }
        out.drop("text", if: citation.text != nil)
        out.drop(citation.extra)
    }

    /// Reads `place`.
    public static func parsePlace(_ json: inout JSONReader, into citation: inout Citation) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "url": citation.url = try json.stringIfAny(unless: "")
            case "title": citation.title = try json.stringIfAny(unless: "")
            case "start_index": citation.start = try json.intIfAny()
            case "end_index": citation.end = try json.intIfAny()
            default: try json.skip()
            }
        }
    }
}
