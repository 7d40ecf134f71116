// Generated from IDL/Wires/OpenAIResponses.idl: edit that file, not this one.

public import MassGenCore

/// OpenAI Responses, as its vendor defines it.
public enum OpenAIResponses: OpenAIResponsesWire {}

/// OpenAI Responses: a provider that differs replaces the shapes in which it does.
public protocol OpenAIResponsesWire: Wire {
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
    /// Writes `item`.
    static func renderItem(_ item: Item, into out: inout Renderer)
    /// Reads `item`.
    static func parseItem(_ json: inout JSONReader) throws(JSONError) -> Item?
    /// Writes the case `system` of `item`.
    static func renderItemSystem(_ message: Message, into out: inout Renderer)
    /// Reads the case `system` of `item`.
    static func parseItemSystem(_ json: inout JSONReader) throws(JSONError) -> Item
    /// Writes the case `user` of `item`.
    static func renderItemUser(_ message: Message, into out: inout Renderer)
    /// Reads the case `user` of `item`.
    static func parseItemUser(_ json: inout JSONReader) throws(JSONError) -> Item
    /// Writes the case `assistant` of `item`.
    static func renderItemAssistant(_ message: Message, into out: inout Renderer)
    /// Reads the case `assistant` of `item`.
    static func parseItemAssistant(_ json: inout JSONReader) throws(JSONError) -> Item
    /// Writes the case `reasoning` of `item`.
    static func renderItemReasoning(_ reasoning: ReasoningItem, into out: inout Renderer)
    /// Reads the case `reasoning` of `item`.
    static func parseItemReasoning(_ json: inout JSONReader) throws(JSONError) -> Item
    /// Writes the case `toolCall` of `item`.
    static func renderItemToolCall(_ call: ToolCall, into out: inout Renderer)
    /// Reads the case `toolCall` of `item`.
    static func parseItemToolCall(_ json: inout JSONReader) throws(JSONError) -> Item
    /// Writes the case `toolResult` of `item`.
    static func renderItemToolResult(_ result: ToolResult, into out: inout Renderer)
    /// Reads the case `toolResult` of `item`.
    static func parseItemToolResult(_ json: inout JSONReader) throws(JSONError) -> Item
    /// Writes the case `textResult` of `item`.
    static func renderItemTextResult(_ result: ToolResult, into out: inout Renderer)
    /// Reads the case `textResult` of `item`.
    static func parseItemTextResult(_ json: inout JSONReader) throws(JSONError) -> Item
    /// Writes the case `webSearch` of `item`.
    static func renderItemWebSearch(_ tool: ServerToolItem, into out: inout Renderer)
    /// Reads the case `webSearch` of `item`.
    static func parseItemWebSearch(_ json: inout JSONReader) throws(JSONError) -> Item
    /// Writes the case `fileSearch` of `item`.
    static func renderItemFileSearch(_ tool: ServerToolItem, into out: inout Renderer)
    /// Reads the case `fileSearch` of `item`.
    static func parseItemFileSearch(_ json: inout JSONReader) throws(JSONError) -> Item
    /// Writes the case `codeExecution` of `item`.
    static func renderItemCodeExecution(_ tool: ServerToolItem, into out: inout Renderer)
    /// Reads the case `codeExecution` of `item`.
    static func parseItemCodeExecution(_ json: inout JSONReader) throws(JSONError) -> Item
    /// Writes the case `imageGeneration` of `item`.
    static func renderItemImageGeneration(_ tool: ServerToolItem, into out: inout Renderer)
    /// Reads the case `imageGeneration` of `item`.
    static func parseItemImageGeneration(_ json: inout JSONReader) throws(JSONError) -> Item
    /// Writes the case `mcp` of `item`.
    static func renderItemMcp(_ tool: ServerToolItem, into out: inout Renderer)
    /// Reads the case `mcp` of `item`.
    static func parseItemMcp(_ json: inout JSONReader) throws(JSONError) -> Item
    /// Writes the case `computerUse` of `item`.
    static func renderItemComputerUse(_ tool: ServerToolItem, into out: inout Renderer)
    /// Reads the case `computerUse` of `item`.
    static func parseItemComputerUse(_ json: inout JSONReader) throws(JSONError) -> Item
    /// Writes the case `computerResult` of `item`.
    static func renderItemComputerResult(_ result: ServerToolResult, into out: inout Renderer)
    /// Reads the case `computerResult` of `item`.
    static func parseItemComputerResult(_ json: inout JSONReader) throws(JSONError) -> Item
    /// Writes `tool`.
    static func renderTool(_ tool: ToolDefinition, into out: inout Renderer)
    /// Reads `tool`.
    static func parseTool(_ json: inout JSONReader, into tool: inout ToolDefinition) throws(JSONError)
    /// Writes `serverTool`.
    static func renderServerTool(_ tool: ServerTool, into out: inout Renderer)
    /// Reads `serverTool`.
    static func parseServerTool(_ json: inout JSONReader) throws(JSONError) -> ServerTool?
    /// Writes the row `webSearch` of `serverTool`.
    static func renderServerToolWebSearch(_ tool: ServerTool, into out: inout Renderer)
    /// Reads the row `webSearch` of `serverTool`.
    static func parseServerToolWebSearch(_ json: inout JSONReader) throws(JSONError) -> ServerTool
    /// Writes the row `fileSearch` of `serverTool`.
    static func renderServerToolFileSearch(_ tool: ServerTool, into out: inout Renderer)
    /// Reads the row `fileSearch` of `serverTool`.
    static func parseServerToolFileSearch(_ json: inout JSONReader) throws(JSONError) -> ServerTool
    /// Writes the row `codeExecution` of `serverTool`.
    static func renderServerToolCodeExecution(_ tool: ServerTool, into out: inout Renderer)
    /// Reads the row `codeExecution` of `serverTool`.
    static func parseServerToolCodeExecution(_ json: inout JSONReader) throws(JSONError) -> ServerTool
    /// Writes the row `computerUse` of `serverTool`.
    static func renderServerToolComputerUse(_ tool: ServerTool, into out: inout Renderer)
    /// Reads the row `computerUse` of `serverTool`.
    static func parseServerToolComputerUse(_ json: inout JSONReader) throws(JSONError) -> ServerTool
    /// Writes the row `imageGeneration` of `serverTool`.
    static func renderServerToolImageGeneration(_ tool: ServerTool, into out: inout Renderer)
    /// Reads the row `imageGeneration` of `serverTool`.
    static func parseServerToolImageGeneration(_ json: inout JSONReader) throws(JSONError) -> ServerTool
    /// Writes the row `mcp` of `serverTool`.
    static func renderServerToolMcp(_ tool: ServerTool, into out: inout Renderer)
    /// Reads the row `mcp` of `serverTool`.
    static func parseServerToolMcp(_ json: inout JSONReader) throws(JSONError) -> ServerTool
    /// Writes `toolChoice`.
    static func renderToolChoice(_ choice: ToolChoice, into out: inout Renderer)
    /// Reads `toolChoice`.
    static func parseToolChoice(_ json: inout JSONReader) throws(JSONError) -> ToolChoice?
    /// Writes `responseFormat`.
    static func renderResponseFormat(_ format: ResponseFormat, into out: inout Renderer)
    /// Reads `responseFormat`.
    static func parseResponseFormat(_ json: inout JSONReader) throws(JSONError) -> ResponseFormat?
    /// Writes `include`.
    static func renderInclude(_ wanted: Wanted, into out: inout Renderer)
    /// Reads `include`.
    static func parseInclude(_ json: inout JSONReader) throws(JSONError) -> Wanted?
    /// Writes `stop`.
    static func renderStop(_ stop: Finish, into out: inout Renderer)
    /// Reads `stop`.
    static func parseStop(_ json: inout JSONReader) throws(JSONError) -> Finish?
    /// Writes `why`.
    static func renderWhy(_ stop: Finish, into out: inout Renderer)
    /// Reads `why`.
    static func parseWhy(_ json: inout JSONReader) throws(JSONError) -> Finish?
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
    /// Writes `annotation`.
    static func renderAnnotation(_ citation: Citation, into out: inout Renderer)
    /// Reads `annotation`.
    static func parseAnnotation(_ json: inout JSONReader, into citation: inout Citation) throws(JSONError)
    /// Writes `summary`.
    static func renderSummary(_ reasoning: ReasoningPart, into out: inout Renderer)
    /// Reads `summary`.
    static func parseSummary(_ json: inout JSONReader, into reasoning: inout ReasoningPart) throws(JSONError)
    /// Writes `output`.
    static func renderOutput(_ part: Part, into out: inout Renderer)
    /// Reads `output`.
    static func parseOutput(_ json: inout JSONReader) throws(JSONError) -> Part?
    /// Writes the case `text` of `output`.
    static func renderOutputText(_ text: TextPart, into out: inout Renderer)
    /// Reads the case `text` of `output`.
    static func parseOutputText(_ json: inout JSONReader) throws(JSONError) -> Part
    /// Writes the case `refusal` of `output`.
    static func renderOutputRefusal(_ refusal: RefusalPart, into out: inout Renderer)
    /// Reads the case `refusal` of `output`.
    static func parseOutputRefusal(_ json: inout JSONReader) throws(JSONError) -> Part
    /// Writes `head`.
    static func renderHead(_ chunk: Chunk, into out: inout Renderer)
    /// Reads `head`.
    static func parseHead(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError)
    /// Writes what a provider adds to `head`.
    static func renderHeadMore(_ chunk: Chunk, into out: inout Renderer)
    /// Reads a key that a provider adds to `head`; false if it is none of those.
    static func parseHeadMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool
    /// Writes `model`.
    static func renderModel(_ model: ListedModel, into out: inout Renderer)
    /// Reads `model`.
    static func parseModel(_ json: inout JSONReader, into model: inout ListedModel) throws(JSONError)
    /// Writes `fileState`.
    static func renderFileState(_ state: FileState, into out: inout Renderer)
    /// Reads `fileState`.
    static func parseFileState(_ json: inout JSONReader) throws(JSONError) -> FileState?
    /// Writes `input`.
    static func renderInput(_ part: Part, into out: inout Renderer)
    /// Reads `input`.
    static func parseInput(_ json: inout JSONReader) throws(JSONError) -> Part?
    /// Writes the case `text` of `input`.
    static func renderInputText(_ text: TextPart, into out: inout Renderer)
    /// Reads the case `text` of `input`.
    static func parseInputText(_ json: inout JSONReader) throws(JSONError) -> Part
    /// Writes the case `image` of `input`.
    static func renderInputImage(_ media: Media, into out: inout Renderer)
    /// Reads the case `image` of `input`.
    static func parseInputImage(_ json: inout JSONReader) throws(JSONError) -> Part
    /// Writes the case `file` of `input`.
    static func renderInputFile(_ media: Media, into out: inout Renderer)
    /// Reads the case `file` of `input`.
    static func parseInputFile(_ json: inout JSONReader) throws(JSONError) -> Part
    /// Writes `thought`.
    static func renderThought(_ reasoning: ReasoningPart, into out: inout Renderer)
    /// Reads `thought`.
    static func parseThought(_ json: inout JSONReader, into reasoning: inout ReasoningPart) throws(JSONError)
    /// Writes `toolInput`.
    static func renderToolInput(_ input: ToolInput, into out: inout Renderer)
    /// Reads `toolInput`.
    static func parseToolInput(_ json: inout JSONReader) throws(JSONError) -> ToolInput?
    /// Writes `must`.
    static func renderMust(_ must: ToolChoice.Must, into out: inout Renderer)
    /// Reads `must`.
    static func parseMust(_ json: inout JSONReader) throws(JSONError) -> ToolChoice.Must?
    /// Writes `namedTool`.
    static func renderNamedTool(_ tool: NamedTool, into out: inout Renderer)
    /// Reads `namedTool`.
    static func parseNamedTool(_ json: inout JSONReader, into tool: inout NamedTool) throws(JSONError)
}

// MARK: - Facts

extension OpenAIResponsesWire {
    /// The id of OpenAI Responses.
    public static var id: String { "openai-responses" }

    /// How events are cut out of a streamed body.
    public static var framing: Framing { .sse(end: nil) }

    /// The content of a stream comes in numbered blocks.
    public static var isNumbered: Bool { true }

    /// The content of a stream comes as items, each told again when it is whole.
    public static var hasItems: Bool { true }

    /// What is offered besides chat.
    public static var services: [Provider.Service] {
        [
            .init(.models, "GET", "/models"),
            .init(
                .count, "POST", "/responses/input_tokens", needs: ["tokenCount"],
                without: [
                    "max_output_tokens", "temperature", "top_p", "top_logprobs", "include", "user", "metadata", "store",
                    "service_tier", "prompt_cache_key",
                ]
            ),
            .init(.upload, "POST", "/files", needs: ["fileStore"], file: .form("file")),
            .init(.file, "GET", "/files/{file}", needs: ["fileStore"]),
            .init(.remove, "DELETE", "/files/{file}", needs: ["fileStore"]),
        ]
    }

    /// The usual chat endpoints, most particular first.
    public static var endpoints: [Provider.Endpoint] {
        [.init("/responses")]
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

    /// Events are named by this key before their data.
    public static var eventKey: StaticString? { "type" }

    /// What servers of this wire can where nobody says otherwise.
    public static var capabilities: Set<Capability> {
        [
            "streaming", "tools", "toolChoice", "toolSubsets", "parallelTools", "strictTools", "vision", "files",
            "jsonMode", "jsonSchema", "reasoning", "reasoningEffort", "sampling", "webSearch", "codeExecution",
            "fileSearch", "computerUse", "imageGeneration", "mcp",
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

    /// How ids of calls are spelled.
    public static var ids: Spelling? { Spelling("!-~", 1...64) }

    /// How names of tools are spelled.
    public static var names: Spelling? { Spelling("A-Za-z0-9_-", 1...64) }

    /// What the vendor's word for an error means.
    public static func classify(word: String) -> ErrorClass? {
        switch word {
        case "insufficient_quota": .quota
        case "context_length_exceeded": .contextLength
        case "content_filter": .contentFilter
        case "rate_limit_exceeded": .rateLimited.retryable
        case "server_error": .server.retryable
        case "server_is_overloaded": .overloaded.retryable
        case "model_not_found": .notFound
        case "invalid_prompt": .invalidRequest
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
        case .rateLimited: "rate_limit_exceeded"
        case .server: "server_error"
        case .overloaded: "server_is_overloaded"
        case .notFound: "model_not_found"
        case .invalidRequest: "invalid_prompt"
        default: nil
        }
    }
}

// MARK: - Request

extension OpenAIResponsesWire {
    /// Writes a request's body.
    public static func renderRequest(_ request: ChatRequest, into out: inout Renderer) {
        let request = Self.restricted(request, &out)
        out.beginItems(of: request)
        out.object(extra: request.extra) { out in
            out.field("model", request.model)
            out.list("input", request.items, at: "items", Self.renderItem)
            out.arrayIfAny("tools") { out in
                out.each(request.tools, at: "tools", Self.renderTool)
                out.each(request.serverTools, at: "serverTools", Self.renderServerTool)
            }
            out.field("tool_choice", ifPresent: request.knownToolChoice, Self.renderToolChoice)
            out.field("parallel_tool_calls", ifPresent: request.parallelToolCalls)
            out.field("max_output_tokens", ifPresent: request.maxOutputTokens)
            if out.can("reasoning") {
                if request.reasoningEffort != nil || request.reasoningSummary != nil {
                    out.object("reasoning") { out in
                        out.field("effort", ifPresent: request.reasoningEffort)
                        out.field("summary", ifPresent: request.reasoningSummary)
                    }
                }
            }
            if request.responseFormat != nil {
                out.object("text") { out in
                    out.field("format", ifPresent: request.responseFormat, Self.renderResponseFormat)
                }
            }
            out.field(
                "temperature", ifPresent: out.allowed(request.temperature, "temperature", if: out.can("sampling"))
            )
            out.field("top_p", ifPresent: out.allowed(request.topP, "topP", if: out.can("sampling")))
            out.field(
                "top_logprobs", ifPresent: out.allowed(request.topLogprobs, "topLogprobs", if: out.can("sampling"))
            )
            out.list("include", ifPresent: request.wanted, at: "logprobs", Self.renderInclude)
            out.field("user", ifPresent: request.user)
            out.field("metadata", ifPresent: request.metadata)
            out.field("store", ifPresent: request.store)
            out.field("service_tier", ifPresent: request.serviceTier)
            out.field("prompt_cache_key", ifPresent: request.cacheKey)
            if out.isStreaming {
                out.field("stream", true)
            }
            Self.renderRequestMore(request, into: &out)
        }
        out.drop("topK", if: request.topK != nil)
        out.drop("seed", if: request.seed != nil)
        out.drop("stop", if: !request.stop.isEmpty)
        out.drop("presencePenalty", if: request.presencePenalty != nil)
        out.drop("frequencyPenalty", if: request.frequencyPenalty != nil)
        out.drop("logitBias", if: request.logitBias != nil)
        out.drop("choices", if: request.choices != nil)
        out.drop("reasoning.budgetTokens", if: request.reasoningBudgetTokens != nil)
        out.drop("reasoning.betweenTools", if: request.reasoningBetweenTools != nil)
        out.drop("cache", if: !request.cache.isEmpty)
        out.drop("reasoning.effort", if: request.reasoningEffort != nil && !out.can("reasoning"))
        out.drop("reasoning.summary", if: request.reasoningSummary != nil && !out.can("reasoning"))
    }

    /// Reads a request's body.
    public static func parseRequest(_ json: inout JSONReader) throws(JSONError) -> ChatRequest {
        var request = ChatRequest(model: "", messages: [])
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "model": request.model = try json.stringIfAny() ?? ""
            case "input":
                switch try json.peek() {
                case .array: request.items = try json.list(Self.parseItem)
                case .string: request.inputText = try json.stringIfAny()
                default: try json.skip()
                }
            case "instructions": request.systemText = try json.stringIfAny()
            case "tools":
                guard try json.beginArrayIfAny() else { break }
                while try json.nextElement() {
                    if let word = json.lookAheadString("type"), ["function", "custom"].contains(word) {
                        if let tool = try json.object(ToolDefinition(name: "", schema: [:]), Self.parseTool) {
                            request.tools.append(tool)
                        }
                    } else if let tool = try Self.parseServerTool(&json) {
                        request.serverTools.append(tool)
                    }
                }
            case "tool_choice": request.knownToolChoice = try Self.parseToolChoice(&json)
            case "parallel_tool_calls": request.parallelToolCalls = try json.boolIfAny()
            case "max_output_tokens": request.maxOutputTokens = try json.intIfAny()
            case "reasoning":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "effort":
                        request.reasoningEffort = (try json.stringIfAny()).map(ReasoningEffort.init(rawValue:))
                    case "summary": request.reasoningSummary = try json.stringIfAny()
                    default: try json.keep(key, in: &request.extra, of: Self.id, under: "reasoning")
                    }
                }
            case "text":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "format": request.responseFormat = try Self.parseResponseFormat(&json)
                    default: try json.keep(key, in: &request.extra, of: Self.id, under: "text")
                    }
                }
            case "temperature": request.temperature = try json.doubleIfAny()
            case "top_p": request.topP = try json.doubleIfAny()
            case "top_logprobs": request.topLogprobs = try json.intIfAny()
            case "include": request.wanted = try json.list(Self.parseInclude)
            case "user": request.user = try json.stringIfAny()
            case "metadata": request.metadata = try json.textMap()
            case "store": request.store = try json.boolIfAny()
            case "service_tier": request.serviceTier = try json.stringIfAny()
            case "prompt_cache_key": request.cacheKey = try json.stringIfAny()
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

extension OpenAIResponsesWire {
    /// Writes a whole response's body.
    public static func renderResponse(_ chunk: Chunk, into out: inout Renderer) {
        out.beginAnswer(chunk)
        out.object { out in
            out.field("id", chunk.responseID ?? "")
            out.field("object", "response")
            out.field("created_at", 0)
            out.field("model", chunk.model ?? "")
            out.field("status", orNull: chunk.stop, Self.renderStop)
            if chunk.why != nil {
                out.object("incomplete_details") { out in
                    out.field("reason", ifPresent: chunk.why, Self.renderWhy)
                }
            }
            out.list("output", chunk.items, at: "items", Self.renderItem)
            out.field("parallel_tool_calls", true)
            out.field("tool_choice", "auto")
            out.field("tools", JSON.array([]))
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
            case "status": chunk.stop = try Self.parseStop(&json)
            case "incomplete_details":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "reason": chunk.why = try Self.parseWhy(&json)
                    default: try json.skip()
                    }
                }
            case "output": chunk.items = try json.list(Self.parseItem)
            case "usage": chunk.usage = try json.object(UsageCounts(), Self.parseUsage) ?? chunk.usage
            case "service_tier": chunk.serviceTier = try json.stringIfAny()
            case "error":
                switch try json.peek() {
                case .object: chunk.failure = try json.object(Failure(), Self.parseFailure)
                case .string: chunk.failureMessage = try json.stringIfAny()
                default: try json.skip()
                }
            case "object", "created_at", "parallel_tool_calls", "tool_choice", "tools": try json.pass()
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

extension OpenAIResponsesWire {
    /// Writes one stream event.
    public static func renderEvent(_ chunk: Chunk, into out: inout Renderer) {
        out.beginAnswer(chunk)
        out.object { out in
            if chunk.failureMessage != nil {
                out.field("type", "error")
                out.field("message", ifPresent: chunk.failureMessage)
                out.field("code", orNull: chunk.failureCode)
                out.field("param", orNull: chunk.failureParam)
            } else if chunk.why != nil {
                out.field("type", "response.incomplete")
                out.field("response", chunk, Self.renderResponse)
            } else if chunk.stop != nil {
                out.field("type", "response.completed")
                out.field("response", chunk, Self.renderResponse)
            } else if chunk.item != nil {
                out.field("type", "response.output_item.done")
                out.field("item", ifPresent: chunk.item, Self.renderItem)
            } else if chunk.begun != nil {
                out.field("type", "response.output_item.added")
                out.field("item", ifPresent: chunk.begun, Self.renderItem)
            } else if chunk.summary != nil, chunk.reasoning != nil {
                out.field("type", "response.reasoning_summary_text.delta")
                out.field("item_id", "rs_\(out.itemID)")
                out.field("summary_index", ifPresent: chunk.summary)
                out.field("delta", ifPresent: chunk.reasoning)
            } else if chunk.reasoning != nil {
                out.field("type", "response.reasoning_text.delta")
                out.field("item_id", "rs_\(out.itemID)")
                out.field("content_index", chunk.place ?? 0)
                out.field("delta", ifPresent: chunk.reasoning)
            } else if chunk.refusal != nil {
                out.field("type", "response.refusal.delta")
                out.field("item_id", "msg_\(out.itemID)")
                out.field("content_index", chunk.place ?? 0)
                out.field("delta", ifPresent: chunk.refusal)
            } else if chunk.inputText != nil {
                out.field("type", "response.custom_tool_call_input.delta")
                out.field("item_id", "ctc_\(out.itemID)")
                out.field("delta", ifPresent: chunk.inputText)
            } else if chunk.argumentsText != nil {
                out.field("type", "response.function_call_arguments.delta")
                out.field("item_id", "fc_\(out.itemID)")
                out.field("delta", ifPresent: chunk.argumentsText)
            } else if chunk.text != nil {
                out.field("type", "response.output_text.delta")
                out.field("item_id", "msg_\(out.itemID)")
                out.field("content_index", chunk.place ?? 0)
                out.field("delta", ifPresent: chunk.text)
                out.field("logprobs", JSON.array([]))
            } else if chunk.place != nil, chunk.citation != nil {
                out.field("type", "response.output_text.annotation.added")
                out.field("item_id", "msg_\(out.itemID)")
                out.field("content_index", ifPresent: chunk.place)
                out.field("annotation_index", ifPresent: chunk.mark)
                out.field("annotation", ifPresent: chunk.citation, Self.renderAnnotation)
            } else if chunk.summary != nil, chunk.openedThought != nil {
                out.field("type", "response.reasoning_summary_part.added")
                out.field("item_id", "rs_\(out.itemID)")
                out.field("summary_index", ifPresent: chunk.summary)
                out.field("part", ifPresent: chunk.openedThought, Self.renderSummary)
            } else if chunk.place != nil, chunk.opened != nil {
                out.field("type", "response.content_part.added")
                out.field("item_id", "msg_\(out.itemID)")
                out.field("content_index", ifPresent: chunk.place)
                out.field("part", ifPresent: chunk.opened, Self.renderOutput)
            } else if chunk.summary != nil, chunk.toldThought != nil {
                out.field("type", "response.reasoning_summary_text.done")
                out.field("item_id", "rs_\(out.itemID)")
                out.field("summary_index", ifPresent: chunk.summary)
                out.field("text", ifPresent: chunk.toldThought)
            } else if chunk.place != nil, chunk.toldText != nil {
                out.field("type", "response.output_text.done")
                out.field("item_id", "msg_\(out.itemID)")
                out.field("content_index", ifPresent: chunk.place)
                out.field("text", ifPresent: chunk.toldText)
                out.field("logprobs", JSON.array([]))
            } else if chunk.place != nil, chunk.toldRefusal != nil {
                out.field("type", "response.refusal.done")
                out.field("item_id", "msg_\(out.itemID)")
                out.field("content_index", ifPresent: chunk.place)
                out.field("refusal", ifPresent: chunk.toldRefusal)
            } else if chunk.toldInput != nil {
                out.field("type", "response.custom_tool_call_input.done")
                out.field("item_id", "ctc_\(out.itemID)")
                out.field("input", ifPresent: chunk.toldInput)
            } else if chunk.toldName != nil, chunk.toldArguments != nil {
                out.field("type", "response.function_call_arguments.done")
                out.field("item_id", "fc_\(out.itemID)")
                out.field("name", ifPresent: chunk.toldName)
                out.field("arguments", ifPresent: chunk.toldArguments)
            } else if chunk.summary != nil, chunk.closedThought != nil {
                out.field("type", "response.reasoning_summary_part.done")
                out.field("item_id", "rs_\(out.itemID)")
                out.field("summary_index", ifPresent: chunk.summary)
                out.field("part", ifPresent: chunk.closedThought, Self.renderSummary)
            } else if chunk.place != nil, chunk.closed != nil {
                out.field("type", "response.content_part.done")
                out.field("item_id", "msg_\(out.itemID)")
                out.field("content_index", ifPresent: chunk.place)
                out.field("part", ifPresent: chunk.closed, Self.renderOutput)
            } else if chunk.responseID != nil, chunk.isBegun {
                out.field("type", "response.in_progress")
                out.field("response", chunk, Self.renderHead)
            } else if chunk.responseID != nil {
                out.field("type", "response.created")
                out.field("response", chunk, Self.renderHead)
            }
            out.field("sequence_number", ifPresent: chunk.sequence)
            out.field("output_index", ifPresent: chunk.block)
        }
    }

    /// Reads one stream event.
    public static func parseEvent(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError) {
        switch json.lookAheadString("type") {
        case "error":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "output_index": chunk.block = try json.intIfAny()
                case "message": chunk.failureMessage = try json.stringIfAny()
                case "code": chunk.failureCode = try json.scalarText()
                case "param": chunk.failureParam = try json.stringIfAny()
                case "error":
                    switch try json.peek() {
                    case .object: chunk.failure = try json.object(Failure(), Self.parseFailure)
                    case .string: chunk.failureMessage = try json.stringIfAny()
                    default: try json.skip()
                    }
                case "type", "sequence_number": try json.pass()
                default: try json.skip()
                }
            }
        case "response.incomplete", "response.completed", "response.failed", "response.cancelled":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "output_index": chunk.block = try json.intIfAny()
                case "response": try json.object(into: &chunk, Self.parseResponse)
                case "type", "sequence_number": try json.pass()
                default: try json.skip()
                }
            }
        case "response.output_item.done":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "output_index": chunk.block = try json.intIfAny()
                case "item": chunk.item = try Self.parseItem(&json)
                case "type", "sequence_number": try json.pass()
                default: try json.skip()
                }
            }
        case "response.output_item.added":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "output_index": chunk.block = try json.intIfAny()
                case "item": chunk.begun = try Self.parseItem(&json)
                case "type", "sequence_number": try json.pass()
                default: try json.skip()
                }
            }
        case "response.reasoning_summary_text.delta":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "output_index": chunk.block = try json.intIfAny()
                case "summary_index": chunk.summary = try json.intIfAny()
                case "delta": chunk.reasoning = try json.stringIfAny()
                case "type", "sequence_number", "item_id": try json.pass()
                default: try json.skip()
                }
            }
        case "response.reasoning_text.delta":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "output_index": chunk.block = try json.intIfAny()
                case "content_index": chunk.place = try json.intIfAny()
                case "delta": chunk.reasoning = try json.stringIfAny()
                case "type", "sequence_number", "item_id": try json.pass()
                default: try json.skip()
                }
            }
        case "response.refusal.delta":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "output_index": chunk.block = try json.intIfAny()
                case "content_index": chunk.place = try json.intIfAny()
                case "delta": chunk.refusal = try json.stringIfAny()
                case "type", "sequence_number", "item_id": try json.pass()
                default: try json.skip()
                }
            }
        case "response.custom_tool_call_input.delta":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "output_index": chunk.block = try json.intIfAny()
                case "delta": chunk.inputText = try json.stringIfAny()
                case "type", "sequence_number", "item_id": try json.pass()
                default: try json.skip()
                }
            }
        case "response.function_call_arguments.delta":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "output_index": chunk.block = try json.intIfAny()
                case "delta": chunk.argumentsText = try json.stringIfAny()
                case "type", "sequence_number", "item_id": try json.pass()
                default: try json.skip()
                }
            }
        case "response.output_text.delta":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "output_index": chunk.block = try json.intIfAny()
                case "content_index": chunk.place = try json.intIfAny()
                case "delta": chunk.text = try json.stringIfAny()
                case "type", "sequence_number", "item_id", "logprobs": try json.pass()
                default: try json.skip()
                }
            }
        case "response.output_text.annotation.added":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "output_index": chunk.block = try json.intIfAny()
                case "content_index": chunk.place = try json.intIfAny()
                case "annotation": chunk.citation = try json.object(Citation(), Self.parseAnnotation)
                case "type", "sequence_number", "item_id", "annotation_index": try json.pass()
                default: try json.skip()
                }
            }
        case "response.in_progress", "response.created", "response.queued":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "output_index": chunk.block = try json.intIfAny()
                case "response": try json.object(into: &chunk, Self.parseHead)
                case "type", "sequence_number": try json.pass()
                default: try json.skip()
                }
            }
        default: try json.skip()
        }
    }
}

// MARK: - Error body

extension OpenAIResponsesWire {
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

extension OpenAIResponsesWire {
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

// MARK: - count

extension OpenAIResponsesWire {
    /// Writes `count`.
    public static func renderCount(_ tokens: UsageCounts, into out: inout Renderer) {
        out.object { out in
            out.field("object", "response.input_tokens")
            out.field("input_tokens", ifPresent: tokens.input)
        }
    }

    /// Reads `count`.
    public static func parseCount(_ json: inout JSONReader, into tokens: inout UsageCounts) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "input_tokens": tokens.input = try json.intIfAny()
            case "object": try json.pass()
            default: try json.skip()
            }
        }
    }
}

// MARK: - uploadRequest

extension OpenAIResponsesWire {
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

extension OpenAIResponsesWire {
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

// MARK: - item

extension OpenAIResponsesWire {
    /// Writes `item`.
    public static func renderItem(_ item: Item, into out: inout Renderer) {
        switch item {
        case .system(let message): Self.renderItemSystem(message, into: &out)
        case .user(let message): Self.renderItemUser(message, into: &out)
        case .assistant(let message): Self.renderItemAssistant(message, into: &out)
        case .reasoning(let reasoning) where out.isOwn(item): Self.renderItemReasoning(reasoning, into: &out)
        case .toolCall(let call): Self.renderItemToolCall(call, into: &out)
        case .toolResult(let result): Self.renderItemToolResult(result, into: &out)
        case .textResult(let result): Self.renderItemTextResult(result, into: &out)
        case .webSearch(let tool): Self.renderItemWebSearch(tool, into: &out)
        case .fileSearch(let tool): Self.renderItemFileSearch(tool, into: &out)
        case .codeExecution(let tool): Self.renderItemCodeExecution(tool, into: &out)
        case .imageGeneration(let tool): Self.renderItemImageGeneration(tool, into: &out)
        case .mcp(let tool): Self.renderItemMcp(tool, into: &out)
        case .computerUse(let tool): Self.renderItemComputerUse(tool, into: &out)
        case .computerResult(let result): Self.renderItemComputerResult(result, into: &out)
        case .opaque(let opaque) where out.isOwn(item): out.raw(opaque.json)
        default: out.drop(item)
        }
    }

    /// Reads `item`.
    public static func parseItem(_ json: inout JSONReader) throws(JSONError) -> Item? {
        switch json.lookAheadString("role") ?? json.lookAheadString("type") ?? "message" {
        case "system", "developer": return try Self.parseItemSystem(&json)
        case "user": return try Self.parseItemUser(&json)
        case "assistant": return try Self.parseItemAssistant(&json)
        case "reasoning": return try Self.parseItemReasoning(&json)
        case "custom_tool_call", "function_call": return try Self.parseItemToolCall(&json)
        case "function_call_output": return try Self.parseItemToolResult(&json)
        case "custom_tool_call_output": return try Self.parseItemTextResult(&json)
        case "web_search_call": return try Self.parseItemWebSearch(&json)
        case "file_search_call": return try Self.parseItemFileSearch(&json)
        case "code_interpreter_call": return try Self.parseItemCodeExecution(&json)
        case "image_generation_call": return try Self.parseItemImageGeneration(&json)
        case "mcp_call": return try Self.parseItemMcp(&json)
        case "computer_call": return try Self.parseItemComputerUse(&json)
        case "computer_call_output": return try Self.parseItemComputerResult(&json)
        default: return .opaque(OpaquePart(origin: Self.id, json: try json.text()))
        }
    }

    /// Writes the case `system` of `item`.
    public static func renderItemSystem(_ message: Message, into out: inout Renderer) {
        out.object(extra: message.extra) { out in
            out.field("type", "message")
            out.field("role", "system")
            if let plainText = message.plainText {
                out.field("content", plainText)
            } else {
                out.list("content", message.parts, at: "parts", Self.renderInput)
            }
        }
        out.drop("name", if: message.name != nil)
    }

    /// Reads the case `system` of `item`.
    public static func parseItemSystem(_ json: inout JSONReader) throws(JSONError) -> Item {
        var message = Message(role: .system)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": try json.keep(key, unless: "message", in: &message.extra, of: Self.id)
            case "content":
                switch try json.peek() {
                case .string: message.plainText = try json.stringIfAny()
                case .array: message.parts += try json.list(Self.parseInput)
                default: try json.skip()
                }
            case "role": try json.pass()
            default: try json.keep(key, in: &message.extra, of: Self.id)
            }
        }
        return .system(message)
    }

    /// Writes the case `user` of `item`.
    public static func renderItemUser(_ message: Message, into out: inout Renderer) {
        out.object(extra: message.extra) { out in
            out.field("type", "message")
            out.field("role", "user")
            if let plainText = message.plainText {
                out.field("content", plainText)
            } else {
                out.list("content", message.parts, at: "parts", Self.renderInput)
            }
        }
        out.drop("name", if: message.name != nil)
    }

    /// Reads the case `user` of `item`.
    public static func parseItemUser(_ json: inout JSONReader) throws(JSONError) -> Item {
        var message = Message(role: .user)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": try json.keep(key, unless: "message", in: &message.extra, of: Self.id)
            case "content":
                switch try json.peek() {
                case .string: message.plainText = try json.stringIfAny()
                case .array: message.parts += try json.list(Self.parseInput)
                default: try json.skip()
                }
            case "role": try json.pass()
            default: try json.keep(key, in: &message.extra, of: Self.id)
            }
        }
        return .user(message)
    }

    /// Writes the case `assistant` of `item`.
    public static func renderItemAssistant(_ message: Message, into out: inout Renderer) {
        out.object(extra: message.extra) { out in
            out.field("type", "message")
            out.field("role", "assistant")
            if !out.isAnswer, let plainText = message.plainText {
                out.field("content", plainText)
            } else {
                out.list("content", message.parts, at: "parts", Self.renderOutput)
            }
            if out.isAnswer {
                out.field("id", "msg_\(out.itemID)")
            }
            if out.isItemBegun {
                out.field("status", "in_progress")
            } else if out.isAnswer {
                out.field("status", "completed")
            }
        }
        out.drop("name", if: message.name != nil)
    }

    /// Reads the case `assistant` of `item`.
    public static func parseItemAssistant(_ json: inout JSONReader) throws(JSONError) -> Item {
        var message = Message(role: .assistant)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": try json.keep(key, unless: "message", in: &message.extra, of: Self.id)
            case "content":
                switch try json.peek() {
                case .string: message.plainText = try json.stringIfAny()
                case .array: message.parts += try json.list(Self.parseOutput)
                default: try json.skip()
                }
            case "role": try json.pass()
            default: try json.keep(key, in: &message.extra, of: Self.id)
            }
        }
        return .assistant(message)
    }

    /// Writes the case `reasoning` of `item`.
    public static func renderItemReasoning(_ reasoning: ReasoningItem, into out: inout Renderer) {
        out.object(extra: reasoning.extra) { out in
            out.field("type", "reasoning")
            out.list("summary", reasoning.summaries, at: "summaries", Self.renderSummary)
            out.list("content", ifPresent: reasoning.contents, at: "contents", Self.renderThought)
            out.field("encrypted_content", ifPresent: reasoning.encrypted)
            if out.isAnswer {
                out.field("id", "rs_\(out.itemID)")
            }
        }
    }

    /// Reads the case `reasoning` of `item`.
    public static func parseItemReasoning(_ json: inout JSONReader) throws(JSONError) -> Item {
        var reasoning = ReasoningItem(origin: Self.id)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "summary": reasoning.summaries = try json.list(of: ReasoningPart(origin: Self.id), Self.parseSummary)
            case "content": reasoning.contents = try json.list(of: ReasoningPart(origin: Self.id), Self.parseThought)
            case "encrypted_content": reasoning.encrypted = try json.stringIfAny()
            case "type": try json.pass()
            default: try json.keep(key, in: &reasoning.extra, of: Self.id)
            }
        }
        return .reasoning(reasoning)
    }

    /// Writes the case `toolCall` of `item`.
    public static func renderItemToolCall(_ call: ToolCall, into out: inout Renderer) {
        if call.inputText != nil {
            out.object(extra: call.extra) { out in
                out.field("type", "custom_tool_call")
                out.field("call_id", call.id)
                out.field("name", call.name)
                out.field("input", ifPresent: call.inputText)
                if out.isAnswer {
                    out.field("id", "ctc_\(out.itemID)")
                }
                if out.isItemBegun {
                    out.field("status", "in_progress")
                } else if out.isAnswer {
                    out.field("status", "completed")
                }
            }
            out.drop("signature", if: call.signature != nil)
            out.drop("cache", if: call.cache != nil)
        } else {
            out.object(extra: call.extra) { out in
                out.field("type", "function_call")
                out.field("call_id", call.id)
                out.field("name", call.name)
                out.field("arguments", call.functionArguments)
                if out.isAnswer {
                    out.field("id", "fc_\(out.itemID)")
                }
                if out.isItemBegun {
                    out.field("status", "in_progress")
                } else if out.isAnswer {
                    out.field("status", "completed")
                }
            }
            out.drop("signature", if: call.signature != nil)
            out.drop("cache", if: call.cache != nil)
        }
    }

    /// Reads the case `toolCall` of `item`.
    public static func parseItemToolCall(_ json: inout JSONReader) throws(JSONError) -> Item {
        var call = ToolCall()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "call_id": call.id = try json.stringIfAny() ?? ""
            case "name": call.name = try json.stringIfAny() ?? ""
            case "input": call.inputText = try json.stringIfAny()
            case "arguments":
                switch try json.peek() {
                case .string: call.functionArguments = try json.stringIfAny() ?? ""
                default:
                    call.arguments = try json.value()
                }
            case "type": try json.pass()
            default: try json.keep(key, in: &call.extra, of: Self.id)
            }
        }
        return .toolCall(call)
    }

    /// Writes the case `toolResult` of `item`.
    public static func renderItemToolResult(_ result: ToolResult, into out: inout Renderer) {
        out.object(extra: result.extra) { out in
            out.field("type", "function_call_output")
            out.field("call_id", result.callID)
            if let text = result.soleText {
                out.field("output", text)
            } else {
                out.list("output", result.parts, at: "parts", Self.renderInput)
            }
            if out.isAnswer {
                out.field("id", "fco_\(out.itemID)")
            }
            if out.isItemBegun {
                out.field("status", "in_progress")
            } else if out.isAnswer {
                out.field("status", "completed")
            }
        }
        out.drop("isError", if: result.isError)
        out.drop("cache", if: result.cache != nil)
    }

    /// Reads the case `toolResult` of `item`.
    public static func parseItemToolResult(_ json: inout JSONReader) throws(JSONError) -> Item {
        var result = ToolResult()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "call_id": result.callID = try json.stringIfAny() ?? ""
            case "output":
                switch try json.peek() {
                case .string: result.text = try json.stringIfAny()
                case .array: result.parts += try json.list(Self.parseInput)
                default: try json.skip()
                }
            case "type": try json.pass()
            default: try json.keep(key, in: &result.extra, of: Self.id)
            }
        }
        return .toolResult(result)
    }

    /// Writes the case `textResult` of `item`.
    public static func renderItemTextResult(_ result: ToolResult, into out: inout Renderer) {
        out.object(extra: result.extra) { out in
            out.field("type", "custom_tool_call_output")
            out.field("call_id", result.callID)
            if let text = result.soleText {
                out.field("output", text)
            } else {
                out.list("output", result.parts, at: "parts", Self.renderInput)
            }
        }
        out.drop("isError", if: result.isError)
        out.drop("cache", if: result.cache != nil)
    }

    /// Reads the case `textResult` of `item`.
    public static func parseItemTextResult(_ json: inout JSONReader) throws(JSONError) -> Item {
        var result = ToolResult()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "call_id": result.callID = try json.stringIfAny() ?? ""
            case "output":
                switch try json.peek() {
                case .string: result.text = try json.stringIfAny()
                case .array: result.parts += try json.list(Self.parseInput)
                default: try json.skip()
                }
            case "type": try json.pass()
            default: try json.keep(key, in: &result.extra, of: Self.id)
            }
        }
        return .textResult(result)
    }

    /// Writes the case `webSearch` of `item`.
    public static func renderItemWebSearch(_ tool: ServerToolItem, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "web_search_call")
            out.field("id", tool.id)
            out.field("status", "completed")
            out.field("action", ifPresent: tool.arguments)
        }
        out.drop("output", if: tool.output != nil)
        out.drop("failure", if: tool.failure != nil)
    }

    /// Reads the case `webSearch` of `item`.
    public static func parseItemWebSearch(_ json: inout JSONReader) throws(JSONError) -> Item {
        var tool = ServerToolItem()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": tool.id = try json.stringIfAny() ?? ""
            case "status": try json.keep(key, unless: "completed", in: &tool.extra, of: Self.id)
            case "action": tool.arguments = try json.value()
            case "type": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return .webSearch(tool)
    }

    /// Writes the case `fileSearch` of `item`.
    public static func renderItemFileSearch(_ tool: ServerToolItem, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "file_search_call")
            out.field("id", tool.id)
            out.field("status", "completed")
            out.field("queries", ifPresent: tool.queries)
            out.field("results", ifPresent: tool.output)
        }
        out.drop("failure", if: tool.failure != nil)
    }

    /// Reads the case `fileSearch` of `item`.
    public static func parseItemFileSearch(_ json: inout JSONReader) throws(JSONError) -> Item {
        var tool = ServerToolItem()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": tool.id = try json.stringIfAny() ?? ""
            case "status": try json.keep(key, unless: "completed", in: &tool.extra, of: Self.id)
            case "queries": tool.queries = try json.value()
            case "results": tool.output = try json.value()
            case "type": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return .fileSearch(tool)
    }

    /// Writes the case `codeExecution` of `item`.
    public static func renderItemCodeExecution(_ tool: ServerToolItem, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "code_interpreter_call")
            out.field("id", tool.id)
            out.field("status", "completed")
            out.field("code", orNull: tool.code)
            out.field("outputs", orNull: tool.output)
            if out.isAnswer {
                out.field("container_id", "")
            }
        }
        out.drop("failure", if: tool.failure != nil)
    }

    /// Reads the case `codeExecution` of `item`.
    public static func parseItemCodeExecution(_ json: inout JSONReader) throws(JSONError) -> Item {
        var tool = ServerToolItem()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": tool.id = try json.stringIfAny() ?? ""
            case "status": try json.keep(key, unless: "completed", in: &tool.extra, of: Self.id)
            case "code": tool.code = try json.stringIfAny()
            case "outputs": tool.output = try json.value()
            case "type": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return .codeExecution(tool)
    }

    /// Writes the case `imageGeneration` of `item`.
    public static func renderItemImageGeneration(_ tool: ServerToolItem, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "image_generation_call")
            out.field("id", tool.id)
            out.field("status", "completed")
            out.field("result", orNull: tool.output)
        }
        out.drop("arguments", if: tool.arguments != nil)
        out.drop("failure", if: tool.failure != nil)
    }

    /// Reads the case `imageGeneration` of `item`.
    public static func parseItemImageGeneration(_ json: inout JSONReader) throws(JSONError) -> Item {
        var tool = ServerToolItem()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": tool.id = try json.stringIfAny() ?? ""
            case "status": try json.keep(key, unless: "completed", in: &tool.extra, of: Self.id)
            case "result": tool.output = try json.value()
            case "type": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return .imageGeneration(tool)
    }

    /// Writes the case `mcp` of `item`.
    public static func renderItemMcp(_ tool: ServerToolItem, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "mcp_call")
            out.field("id", tool.id)
            out.field("name", ifPresent: tool.tool)
            out.field("arguments", tool.argumentsText)
            out.field("output", ifPresent: tool.output)
            out.field("error", ifPresent: tool.failure)
        }
    }

    /// Reads the case `mcp` of `item`.
    public static func parseItemMcp(_ json: inout JSONReader) throws(JSONError) -> Item {
        var tool = ServerToolItem()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": tool.id = try json.stringIfAny() ?? ""
            case "name": tool.tool = try json.stringIfAny()
            case "arguments": tool.argumentsText = try json.stringIfAny() ?? ""
            case "output": tool.output = try json.value()
            case "error": tool.failure = try json.value()
            case "type": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return .mcp(tool)
    }

    /// Writes the case `computerUse` of `item`.
    public static func renderItemComputerUse(_ tool: ServerToolItem, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "computer_call")
            out.field("call_id", tool.id)
            out.field("status", "completed")
            out.field("action", ifPresent: tool.arguments)
            if out.isAnswer {
                out.field("id", "cu_\(out.itemID)")
            }
        }
        out.drop("output", if: tool.output != nil)
        out.drop("failure", if: tool.failure != nil)
    }

    /// Reads the case `computerUse` of `item`.
    public static func parseItemComputerUse(_ json: inout JSONReader) throws(JSONError) -> Item {
        var tool = ServerToolItem()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "call_id": tool.id = try json.stringIfAny() ?? ""
            case "status": try json.keep(key, unless: "completed", in: &tool.extra, of: Self.id)
            case "action": tool.arguments = try json.value()
            case "type": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return .computerUse(tool)
    }

    /// Writes the case `computerResult` of `item`.
    public static func renderItemComputerResult(_ result: ServerToolResult, into out: inout Renderer) {
        out.object(extra: result.extra) { out in
            out.field("type", "computer_call_output")
            out.field("call_id", result.callID)
            out.field("output", result.content)
        }
        out.drop("isError", if: result.isError)
    }

    /// Reads the case `computerResult` of `item`.
    public static func parseItemComputerResult(_ json: inout JSONReader) throws(JSONError) -> Item {
        var result = ServerToolResult(origin: Self.id)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "call_id": result.callID = try json.stringIfAny() ?? ""
            case "output": result.content = try json.value()
            case "type": try json.pass()
            default: try json.keep(key, in: &result.extra, of: Self.id)
            }
        }
        return .computerResult(result)
    }
}

// MARK: - tool

extension OpenAIResponsesWire {
    /// Writes `tool`.
    public static func renderTool(_ tool: ToolDefinition, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", ifPresent: tool.input, Self.renderToolInput)
            out.field("name", tool.name)
            out.field("description", ifPresent: tool.description)
            out.field("parameters", ifPresent: tool.parameters)
            if tool.input == ToolInput.json {
                out.field("strict", orNull: tool.strict)
            }
            if tool.input == ToolInput.text {
                if tool.grammarSyntax != nil || tool.grammarDefinition != nil {
                    out.object("format") { out in
                        out.field("type", "grammar")
                        out.field("syntax", ifPresent: tool.grammarSyntax)
                        out.field("definition", ifPresent: tool.grammarDefinition)
                    }
                }
            }
        }
        out.drop("cache", if: tool.cache != nil)
        out.drop("strict", if: tool.strict != nil && tool.input != ToolInput.json)
    }

    /// Reads `tool`.
    public static func parseTool(_ json: inout JSONReader, into tool: inout ToolDefinition) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": tool.input = try Self.parseToolInput(&json)
            case "name": tool.name = try json.stringIfAny() ?? ""
            case "description": tool.description = try json.stringIfAny()
            case "parameters": tool.parameters = try json.value()
            case "strict": tool.strict = try json.boolIfAny()
            case "format":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "syntax": tool.grammarSyntax = try json.stringIfAny()
                    case "definition": tool.grammarDefinition = try json.stringIfAny()
                    case "type": try json.pass()
                    default: try json.keep(key, in: &tool.extra, of: Self.id, under: "format")
                    }
                }
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
    }
}

// MARK: - serverTool

extension OpenAIResponsesWire {
    /// Writes `serverTool`.
    public static func renderServerTool(_ tool: ServerTool, into out: inout Renderer) {
        switch tool.name {
        case "webSearch" where out.can("webSearch"): Self.renderServerToolWebSearch(tool, into: &out)
        case "fileSearch" where out.can("fileSearch"): Self.renderServerToolFileSearch(tool, into: &out)
        case "codeExecution" where out.can("codeExecution"): Self.renderServerToolCodeExecution(tool, into: &out)
        case "computerUse" where out.can("computerUse"): Self.renderServerToolComputerUse(tool, into: &out)
        case "imageGeneration" where out.can("imageGeneration"): Self.renderServerToolImageGeneration(tool, into: &out)
        case "mcp" where out.can("mcp"): Self.renderServerToolMcp(tool, into: &out)
        default:
            out.other(tool, known: "webSearch", "fileSearch", "codeExecution", "computerUse", "imageGeneration", "mcp")
        }
    }

    /// Reads `serverTool`.
    public static func parseServerTool(_ json: inout JSONReader) throws(JSONError) -> ServerTool? {
        switch json.lookAheadString("type") {
        case "web_search": return try Self.parseServerToolWebSearch(&json)
        case "file_search": return try Self.parseServerToolFileSearch(&json)
        case "code_interpreter": return try Self.parseServerToolCodeExecution(&json)
        case "computer": return try Self.parseServerToolComputerUse(&json)
        case "image_generation": return try Self.parseServerToolImageGeneration(&json)
        case "mcp": return try Self.parseServerToolMcp(&json)
        default: return try json.serverTool(by: "type", of: Self.id)
        }
    }

    /// Writes the row `webSearch` of `serverTool`.
    public static func renderServerToolWebSearch(_ tool: ServerTool, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "web_search")
            if !tool.allowedDomains.isEmpty {
                out.object("filters") { out in
                    out.field("allowed_domains", ifPresent: tool.allowedDomains)
                }
            }
            if tool.userLocationCity != nil || tool.userLocationRegion != nil || tool.userLocationCountry != nil
                || tool.userLocationTimezone != nil
            {
                out.object("user_location") { out in
                    out.field("type", "approximate")
                    out.field("city", ifPresent: tool.userLocationCity)
                    out.field("region", ifPresent: tool.userLocationRegion)
                    out.field("country", ifPresent: tool.userLocationCountry)
                    out.field("timezone", ifPresent: tool.userLocationTimezone)
                }
            }
        }
        out.dropSettings(
            of: tool, except: "allowedDomains", "userLocation.city", "userLocation.region", "userLocation.country",
            "userLocation.timezone"
        )
    }

    /// Reads the row `webSearch` of `serverTool`.
    public static func parseServerToolWebSearch(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        var tool = ServerTool(name: "webSearch")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "filters":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "allowed_domains": tool.allowedDomains = try json.texts()
                    default: try json.keep(key, in: &tool.extra, of: Self.id, under: "filters")
                    }
                }
            case "user_location":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "city": tool.userLocationCity = try json.stringIfAny()
                    case "region": tool.userLocationRegion = try json.stringIfAny()
                    case "country": tool.userLocationCountry = try json.stringIfAny()
                    case "timezone": tool.userLocationTimezone = try json.stringIfAny()
                    case "type": try json.pass()
                    default: try json.keep(key, in: &tool.extra, of: Self.id, under: "user_location")
                    }
                }
            case "type": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return tool
    }

    /// Writes the row `fileSearch` of `serverTool`.
    public static func renderServerToolFileSearch(_ tool: ServerTool, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "file_search")
            out.field("vector_store_ids", tool.stores)
            out.field("max_num_results", ifPresent: tool.maxResults)
        }
        out.dropSettings(of: tool, except: "stores", "maxResults")
    }

    /// Reads the row `fileSearch` of `serverTool`.
    public static func parseServerToolFileSearch(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        var tool = ServerTool(name: "fileSearch")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "vector_store_ids": tool.stores = try json.texts()
            case "max_num_results": tool.maxResults = try json.intIfAny()
            case "type": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return tool
    }

    /// Writes the row `codeExecution` of `serverTool`.
    public static func renderServerToolCodeExecution(_ tool: ServerTool, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "code_interpreter")
            if let container = tool.container {
                out.field("container", container)
                out.drop("files", if: !tool.files.isEmpty)
            } else {
                out.object("container") { out in
                    out.field("type", "auto")
                    out.field("file_ids", ifPresent: tool.files)
                }
            }
        }
        out.dropSettings(of: tool, except: "container", "files")
    }

    /// Reads the row `codeExecution` of `serverTool`.
    public static func parseServerToolCodeExecution(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        var tool = ServerTool(name: "codeExecution")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "container":
                switch try json.peek() {
                case .object:
                    try json.beginObject()
                    while let key = try json.nextKey() {
                        switch key {
                        case "file_ids": tool.files = try json.texts()
                        case "type": try json.pass()
                        default: try json.keep(key, in: &tool.extra, of: Self.id, under: "container")
                        }
                    }
                case .string: tool.container = try json.stringIfAny()
                default: try json.skip()
                }
            case "type": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return tool
    }

    /// Writes the row `computerUse` of `serverTool`.
    public static func renderServerToolComputerUse(_ tool: ServerTool, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "computer")
        }
        out.dropSettings(of: tool)
    }

    /// Reads the row `computerUse` of `serverTool`.
    public static func parseServerToolComputerUse(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        var tool = ServerTool(name: "computerUse")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return tool
    }

    /// Writes the row `imageGeneration` of `serverTool`.
    public static func renderServerToolImageGeneration(_ tool: ServerTool, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "image_generation")
        }
        out.dropSettings(of: tool)
    }

    /// Reads the row `imageGeneration` of `serverTool`.
    public static func parseServerToolImageGeneration(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        var tool = ServerTool(name: "imageGeneration")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return tool
    }

    /// Writes the row `mcp` of `serverTool`.
    public static func renderServerToolMcp(_ tool: ServerTool, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "mcp")
            out.field("server_label", ifPresent: tool.label)
            out.field("server_url", ifPresent: tool.url)
            out.field("authorization", ifPresent: tool.tokenText)
            out.field("allowed_tools", ifPresent: tool.allowedTools)
        }
        out.dropSettings(of: tool, except: "label", "url", "token", "allowedTools")
    }

    /// Reads the row `mcp` of `serverTool`.
    public static func parseServerToolMcp(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        var tool = ServerTool(name: "mcp")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "server_label": tool.label = try json.stringIfAny()
            case "server_url": tool.url = try json.stringIfAny()
            case "authorization": tool.tokenText = try json.stringIfAny()
            case "allowed_tools": tool.allowedTools = try json.texts()
            case "type": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return tool
    }
}

// MARK: - toolChoice

extension OpenAIResponsesWire {
    /// Writes `toolChoice`.
    public static func renderToolChoice(_ choice: ToolChoice, into out: inout Renderer) {
        switch choice {
        case .auto: out.value("auto")
        case .none: out.value("none")
        case .required: out.value("required")
        case .tool(let tool) where tool.textName != nil:
            out.object { out in
                out.field("type", "custom")
                out.field("name", tool.textName ?? "")
            }
        case .tool(let tool):
            out.object { out in
                out.field("type", "function")
                out.field("name", tool.name)
            }
        case .tools(let subset) where out.can("toolSubsets"):
            out.object { out in
                out.field("type", "allowed_tools")
                out.field("mode", ifPresent: subset.must, Self.renderMust)
                out.list("tools", subset.tools, at: "tools", Self.renderNamedTool)
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
        case "custom":
            var tool = NamedTool(name: "")
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "name": tool.textName = try json.stringIfAny()
                case "type": try json.pass()
                default: try json.skip()
                }
            }
            return .tool(tool)
        case "function":
            var tool = NamedTool(name: "")
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "name": tool.name = try json.stringIfAny() ?? ""
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
                case "mode": subset.must = try Self.parseMust(&json)
                case "tools": subset.tools = try json.list(of: NamedTool(name: ""), Self.parseNamedTool)
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

extension OpenAIResponsesWire {
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
                out.field("name", schema.name)
                out.field("description", ifPresent: schema.description)
                out.field("schema", schema.schema)
                out.field("strict", ifPresent: schema.strict)
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
                case "name": schema.name = try json.stringIfAny() ?? ""
                case "description": schema.description = try json.stringIfAny()
                case "schema": schema.schema = try json.value()
                case "strict": schema.strict = try json.boolIfAny()
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

// MARK: - include

extension OpenAIResponsesWire {
    /// Writes `include`.
    public static func renderInclude(_ wanted: Wanted, into out: inout Renderer) {
        switch wanted {
        case .encryptedReasoning where out.can("reasoning"): out.value("reasoning.encrypted_content")
        case .logprobs: out.value("message.output_text.logprobs")
        case .searchSources where out.can("webSearch"): out.value("web_search_call.action.sources")
        case .fileResults where out.can("fileSearch"): out.value("file_search_call.results")
        case .codeOutputs where out.can("codeExecution"): out.value("code_interpreter_call.outputs")
        default: break
        }
    }

    /// Reads `include`.
    public static func parseInclude(_ json: inout JSONReader) throws(JSONError) -> Wanted? {
        return switch try json.stringIfAny() {
        case "reasoning.encrypted_content": Wanted.encryptedReasoning
        case "message.output_text.logprobs": Wanted.logprobs
        case "web_search_call.action.sources": Wanted.searchSources
        case "file_search_call.results": Wanted.fileResults
        case "code_interpreter_call.outputs": Wanted.codeOutputs
        default: json.unknown()
        }
    }
}

// MARK: - stop

extension OpenAIResponsesWire {
    /// Writes `stop`.
    public static func renderStop(_ stop: Finish, into out: inout Renderer) {
        switch stop.reason {
        case .stop: out.value("completed")
        case .toolCalls: out.value("completed")
        case .length: out.value("incomplete")
        case .contentFilter: out.value("incomplete")
        case .pause: out.value("incomplete")
        case .error: out.value("failed")
        default:
            out.value("completed")
            out.lose("stopReason", .approximated, "\(stop.reason) is sent as completed")
        }
    }

    /// Reads `stop`.
    public static func parseStop(_ json: inout JSONReader) throws(JSONError) -> Finish? {
        guard let word = try json.stringIfAny() else { return nil }
        let reason: StopReason =
            switch word {
            case "completed": .stop
            case "incomplete": .length
            case "failed", "cancelled": .error
            default: .other
            }
        return Finish(reason: reason, vendorReason: word)
    }
}

// MARK: - why

extension OpenAIResponsesWire {
    /// Writes `why`.
    public static func renderWhy(_ stop: Finish, into out: inout Renderer) {
        switch stop.reason {
        case .length: out.value("max_output_tokens")
        case .contentFilter: out.value("content_filter")
        case .pause: out.value("max_messages")
        default:
            out.value("max_output_tokens")
            out.lose("stopReason", .approximated, "\(stop.reason) is sent as max_output_tokens")
        }
    }

    /// Reads `why`.
    public static func parseWhy(_ json: inout JSONReader) throws(JSONError) -> Finish? {
        guard let word = try json.stringIfAny() else { return nil }
        let reason: StopReason =
            switch word {
            case "max_output_tokens": .length
            case "content_filter": .contentFilter
            case "max_messages", "steered": .pause
            default: .other
            }
        return Finish(reason: reason, vendorReason: word)
    }
}

// MARK: - usage

extension OpenAIResponsesWire {
    /// Writes `usage`.
    public static func renderUsage(_ usage: UsageCounts, into out: inout Renderer) {
        out.object { out in
            out.field("input_tokens", ifPresent: usage.input)
            out.object("input_tokens_details") { out in
                out.field("cached_tokens", usage.cacheRead ?? 0)
                out.field("cache_write_tokens", usage.cacheWrite ?? 0)
                if usage.cacheWrite30m != nil || usage.cacheWrite12h != nil {
                    out.object("cache_write_tokens_details") { out in
                        out.field("ttl_30m_tokens", ifPresent: usage.cacheWrite30m)
                        out.field("ttl_12h_tokens", ifPresent: usage.cacheWrite12h)
                    }
                }
            }
            out.field("output_tokens", ifPresent: usage.output)
            out.object("output_tokens_details") { out in
                out.field("reasoning_tokens", usage.reasoning ?? 0)
            }
            out.field("total_tokens", ifPresent: usage.total)
            Self.renderUsageMore(usage, into: &out)
        }
    }

    /// Reads `usage`.
    public static func parseUsage(_ json: inout JSONReader, into usage: inout UsageCounts) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "input_tokens": usage.input = try json.intIfAny() ?? usage.input
            case "input_tokens_details":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "cached_tokens": usage.cacheRead = try json.intIfAny() ?? usage.cacheRead
                    case "cache_write_tokens": usage.cacheWrite = try json.intIfAny() ?? usage.cacheWrite
                    case "cache_write_tokens_details":
                        guard try json.beginObjectIfAny() else { break }
                        while let key = try json.nextKey() {
                            switch key {
                            case "ttl_30m_tokens": usage.cacheWrite30m = try json.intIfAny() ?? usage.cacheWrite30m
                            case "ttl_12h_tokens": usage.cacheWrite12h = try json.intIfAny() ?? usage.cacheWrite12h
                            default: try json.skip()
                            }
                        }
                    default: try json.skip()
                    }
                }
            case "output_tokens": usage.output = try json.intIfAny() ?? usage.output
            case "output_tokens_details":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "reasoning_tokens": usage.reasoning = try json.intIfAny() ?? usage.reasoning
                    default: try json.skip()
                    }
                }
            case "total_tokens": usage.total = try json.intIfAny() ?? usage.total
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
            case "cost_in_usd_ticks": usage.costTicks = try json.intIfAny()
            case "cost_details":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "upstream_inference_cost": usage.upstreamCostText = try json.scalarText()
                    default: try json.skip()
                    }
                }
            case "is_byok": usage.isOwnKey = try json.boolIfAny() ?? usage.isOwnKey
            case "server_side_tool_usage_details":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "web_search_calls": usage.searches = try json.intIfAny() ?? usage.searches
                    case "x_search_calls": usage.moreSearches = try json.intIfAny() ?? usage.moreSearches
                    case "code_interpreter_calls": usage.codeExecutions = try json.intIfAny() ?? usage.codeExecutions
                    default: try json.skip()
                    }
                }
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

extension OpenAIResponsesWire {
    /// Writes `failure`.
    public static func renderFailure(_ failure: Failure, into out: inout Renderer) {
        out.object { out in
            out.field("message", ifPresent: failure.message)
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

// MARK: - annotation

extension OpenAIResponsesWire {
    /// Writes `annotation`.
    public static func renderAnnotation(_ citation: Citation, into out: inout Renderer) {
        out.object(extra: citation.extra) { out in
            out.field("type", "url_citation")
            out.field("url", citation.url ?? "")
            out.field("title", citation.title ?? "")
            out.field("start_index", citation.start ?? 0)
            out.field("end_index", citation.end ?? 0)
        }
        out.drop("text", if: citation.text != nil)
    }

    /// Reads `annotation`.
    public static func parseAnnotation(_ json: inout JSONReader, into citation: inout Citation) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": try json.keep(key, unless: "url_citation", in: &citation.extra, of: Self.id)
            case "url": citation.url = try json.stringIfAny(unless: "")
            case "title": citation.title = try json.stringIfAny(unless: "")
            case "start_index": citation.start = try json.intIfAny()
            case "end_index": citation.end = try json.intIfAny()
            default: try json.keep(key, in: &citation.extra, of: Self.id)
            }
        }
    }
}

// MARK: - summary

extension OpenAIResponsesWire {
    /// Writes `summary`.
    public static func renderSummary(_ reasoning: ReasoningPart, into out: inout Renderer) {
        out.object(extra: reasoning.extra) { out in
            out.field("type", "summary_text")
            out.field("text", reasoning.text)
        }
        out.drop("signature", if: reasoning.signature != nil)
        out.drop("encrypted", if: reasoning.encrypted != nil)
    }

    /// Reads `summary`.
    public static func parseSummary(_ json: inout JSONReader, into reasoning: inout ReasoningPart) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": try json.keep(key, unless: "summary_text", in: &reasoning.extra, of: Self.id)
            case "text": reasoning.text = try json.stringIfAny() ?? ""
            default: try json.keep(key, in: &reasoning.extra, of: Self.id)
            }
        }
    }
}

// MARK: - output

extension OpenAIResponsesWire {
    /// Writes `output`.
    public static func renderOutput(_ part: Part, into out: inout Renderer) {
        switch part {
        case .text(let text): Self.renderOutputText(text, into: &out)
        case .refusal(let refusal): Self.renderOutputRefusal(refusal, into: &out)
        default: out.drop(part)
        }
    }

    /// Reads `output`.
    public static func parseOutput(_ json: inout JSONReader) throws(JSONError) -> Part? {
        switch json.lookAheadString("type") {
        case "output_text": return try Self.parseOutputText(&json)
        case "refusal": return try Self.parseOutputRefusal(&json)
        default:
            try json.skip()
            return nil
        }
    }

    /// Writes the case `text` of `output`.
    public static func renderOutputText(_ text: TextPart, into out: inout Renderer) {
        out.object(extra: text.extra) { out in
            out.field("type", "output_text")
            out.field("text", text.text)
            out.list("annotations", text.citations, at: "citations", Self.renderAnnotation)
        }
        out.drop("signature", if: text.signature != nil)
        out.drop("cache", if: text.cache != nil)
    }

    /// Reads the case `text` of `output`.
    public static func parseOutputText(_ json: inout JSONReader) throws(JSONError) -> Part {
        var text = TextPart()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "text": text.text = try json.stringIfAny() ?? ""
            case "annotations": text.citations = try json.list(of: Citation(), Self.parseAnnotation)
            case "type": try json.pass()
            default: try json.keep(key, in: &text.extra, of: Self.id)
            }
        }
        return .text(text)
    }

    /// Writes the case `refusal` of `output`.
    public static func renderOutputRefusal(_ refusal: RefusalPart, into out: inout Renderer) {
        out.object { out in
            out.field("type", "refusal")
            out.field("refusal", refusal.text)
        }
    }

    /// Reads the case `refusal` of `output`.
    public static func parseOutputRefusal(_ json: inout JSONReader) throws(JSONError) -> Part {
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

// MARK: - head

extension OpenAIResponsesWire {
    /// Writes `head`.
    public static func renderHead(_ chunk: Chunk, into out: inout Renderer) {
        out.object { out in
            out.field("id", chunk.responseID ?? "")
            out.field("object", "response")
            out.field("created_at", 0)
            out.field("status", "in_progress")
            out.field("model", ifPresent: chunk.model)
            out.field("output", JSON.array([]))
            out.field("parallel_tool_calls", true)
            out.field("tool_choice", "auto")
            out.field("tools", JSON.array([]))
            Self.renderHeadMore(chunk, into: &out)
        }
        out.drop(chunk.extra)
    }

    /// Reads `head`.
    public static func parseHead(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id" where chunk.needsHead: chunk.responseID = try json.stringIfAny()
            case "model" where chunk.needsHead: chunk.model = try json.stringIfAny()
            case "object", "created_at", "status", "output", "parallel_tool_calls", "tool_choice", "tools":
                try json.pass()
            default: if try !Self.parseHeadMore(key, &json, into: &chunk) { try json.skip() }
            }
        }
    }

    /// Writes what a provider adds to `head`.
    public static func renderHeadMore(_ chunk: Chunk, into out: inout Renderer) {}

    /// Reads a key that a provider adds to `head`; false if it is none of those.
    public static func parseHeadMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool {
        false
    }
}

// MARK: - model

extension OpenAIResponsesWire {
    /// Writes `model`.
    public static func renderModel(_ model: ListedModel, into out: inout Renderer) {
        out.object(extra: model.extra) { out in
            out.field("id", model.id)
            out.field("object", "model")
            out.field("created", ifPresent: model.created)
            out.field("owned_by", ifPresent: model.owner)
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
            default: try json.keep(key, in: &model.extra, of: Self.id)
            }
        }
    }
}

// MARK: - fileState

extension OpenAIResponsesWire {
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

// MARK: - input

extension OpenAIResponsesWire {
    /// Writes `input`.
    public static func renderInput(_ part: Part, into out: inout Renderer) {
        switch part {
        case .text(let text): Self.renderInputText(text, into: &out)
        case .image(let media): Self.renderInputImage(media, into: &out)
        case .file(let media): Self.renderInputFile(media, into: &out)
        case .opaque(let opaque) where out.isOwn(part): out.raw(opaque.json)
        default: out.drop(part)
        }
    }

    /// Reads `input`.
    public static func parseInput(_ json: inout JSONReader) throws(JSONError) -> Part? {
        switch json.lookAheadString("type") {
        case "input_text": return try Self.parseInputText(&json)
        case "input_image": return try Self.parseInputImage(&json)
        case "input_file": return try Self.parseInputFile(&json)
        default: return .opaque(OpaquePart(origin: Self.id, json: try json.text()))
        }
    }

    /// Writes the case `text` of `input`.
    public static func renderInputText(_ text: TextPart, into out: inout Renderer) {
        out.object(extra: text.extra) { out in
            out.field("type", "input_text")
            out.field("text", text.text)
        }
        out.drop("citations", if: !text.citations.isEmpty)
        out.drop("signature", if: text.signature != nil)
        out.drop("cache", if: text.cache != nil)
    }

    /// Reads the case `text` of `input`.
    public static func parseInputText(_ json: inout JSONReader) throws(JSONError) -> Part {
        var text = TextPart()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "text": text.text = try json.stringIfAny() ?? ""
            case "type": try json.pass()
            default: try json.keep(key, in: &text.extra, of: Self.id)
            }
        }
        return .text(text)
    }

    /// Writes the case `image` of `input`.
    public static func renderInputImage(_ media: Media, into out: inout Renderer) {
        out.object(extra: media.extra) { out in
            out.field("type", "input_image")
            out.field("image_url", ifPresent: media.location)
            out.field("file_id", ifPresent: media.fileID)
            out.field("detail", media.detail ?? "auto")
        }
        out.drop("mediaType", if: media.looseType != nil)
        out.drop("name", if: media.name != nil)
        out.drop("signature", if: media.signature != nil)
        out.drop("cache", if: media.cache != nil)
    }

    /// Reads the case `image` of `input`.
    public static func parseInputImage(_ json: inout JSONReader) throws(JSONError) -> Part {
        var media = Media()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "image_url": media.location = try json.stringIfAny()
            case "file_id": media.fileID = try json.stringIfAny()
            case "detail": media.detail = try json.stringIfAny()
            case "type": try json.pass()
            default: try json.keep(key, in: &media.extra, of: Self.id)
            }
        }
        return .image(media)
    }

    /// Writes the case `file` of `input`.
    public static func renderInputFile(_ media: Media, into out: inout Renderer) {
        out.object(extra: media.extra) { out in
            out.field("type", "input_file")
            out.field("file_id", ifPresent: media.fileID)
            out.field("file_url", ifPresent: media.url)
            out.field("filename", ifPresent: media.name)
            out.field("file_data", ifPresent: media.dataURL)
        }
        out.drop("mediaType", if: media.looseType != nil)
        out.drop("detail", if: media.detail != nil)
        out.drop("signature", if: media.signature != nil)
        out.drop("cache", if: media.cache != nil)
    }

    /// Reads the case `file` of `input`.
    public static func parseInputFile(_ json: inout JSONReader) throws(JSONError) -> Part {
        var media = Media()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "file_id": media.fileID = try json.stringIfAny()
            case "file_url": media.url = try json.stringIfAny()
            case "filename": media.name = try json.stringIfAny()
            case "file_data": media.dataURL = try json.stringIfAny()
            case "type": try json.pass()
            default: try json.keep(key, in: &media.extra, of: Self.id)
            }
        }
        return .file(media)
    }
}

// MARK: - thought

extension OpenAIResponsesWire {
    /// Writes `thought`.
    public static func renderThought(_ reasoning: ReasoningPart, into out: inout Renderer) {
        out.object(extra: reasoning.extra) { out in
            out.field("type", "reasoning_text")
            out.field("text", reasoning.text)
        }
        out.drop("signature", if: reasoning.signature != nil)
        out.drop("encrypted", if: reasoning.encrypted != nil)
    }

    /// Reads `thought`.
    public static func parseThought(_ json: inout JSONReader, into reasoning: inout ReasoningPart) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": try json.keep(key, unless: "reasoning_text", in: &reasoning.extra, of: Self.id)
            case "text": reasoning.text = try json.stringIfAny() ?? ""
            default: try json.keep(key, in: &reasoning.extra, of: Self.id)
            }
        }
    }
}

// MARK: - toolInput

extension OpenAIResponsesWire {
    /// Writes `toolInput`.
    public static func renderToolInput(_ input: ToolInput, into out: inout Renderer) {
        switch input {
        case .json: out.value("function")
        case .text: out.value("custom")
        }
    }

    /// Reads `toolInput`.
    public static func parseToolInput(_ json: inout JSONReader) throws(JSONError) -> ToolInput? {
        return switch try json.stringIfAny() {
        case "function": ToolInput.json
        case "custom": ToolInput.text
        default: json.unknown()
        }
    }
}

// MARK: - must

extension OpenAIResponsesWire {
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

extension OpenAIResponsesWire {
    /// Writes `namedTool`.
    public static func renderNamedTool(_ tool: NamedTool, into out: inout Renderer) {
        out.object { out in
            out.field("type", ifPresent: tool.input, Self.renderToolInput)
            out.field("name", tool.name)
        }
    }

    /// Reads `namedTool`.
    public static func parseNamedTool(_ json: inout JSONReader, into tool: inout NamedTool) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": tool.input = try Self.parseToolInput(&json)
            case "name": tool.name = try json.stringIfAny() ?? ""
            default: try json.skip()
            }
        }
    }
}
