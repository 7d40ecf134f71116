// Generated from IDL/Wires/GeminiChat.idl: edit that file, not this one.

public import MassGenCore

/// Gemini generateContent, as its vendor defines it.
public enum GeminiChat: GeminiChatWire {}

/// Gemini generateContent: a provider that differs replaces the shapes in which it does.
public protocol GeminiChatWire: Wire {
    /// Writes what a provider adds to a request's body.
    static func renderRequestMore(_ request: ChatRequest, into out: inout Renderer)
    /// Reads a key that a provider adds to a request's body; false if it is none of those.
    static func parseRequestMore(
        _ key: JSONKey, _ json: inout JSONReader, into request: inout ChatRequest
    ) throws(JSONError) -> Bool
    /// Writes what a provider adds to one stream event.
    static func renderEventMore(_ chunk: Chunk, into out: inout Renderer)
    /// Reads a key that a provider adds to one stream event; false if it is none of those.
    static func parseEventMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool
    /// Writes `part`.
    static func renderPart(_ flat: FlatPart, into out: inout Renderer)
    /// Reads `part`.
    static func parsePart(_ json: inout JSONReader, into flat: inout FlatPart) throws(JSONError)
    /// Writes `turn`.
    static func renderTurn(_ turn: Message, into out: inout Renderer)
    /// Reads `turn`.
    static func parseTurn(_ json: inout JSONReader, into turns: inout [Message]) throws(JSONError)
    /// Writes the case `user` of `turn`.
    static func renderTurnUser(_ turn: Message, into out: inout Renderer)
    /// Reads the case `user` of `turn`.
    static func parseTurnUser(_ json: inout JSONReader, into turns: inout [Message]) throws(JSONError)
    /// Writes the case `assistant` of `turn`.
    static func renderTurnAssistant(_ turn: Message, into out: inout Renderer)
    /// Reads the case `assistant` of `turn`.
    static func parseTurnAssistant(_ json: inout JSONReader, into turns: inout [Message]) throws(JSONError)
    /// Writes `toolList`.
    static func renderToolList(_ list: ToolList, into out: inout Renderer)
    /// Reads `toolList`.
    static func parseToolList(_ json: inout JSONReader, into list: inout ToolList) throws(JSONError)
    /// Writes `serverTool`.
    static func renderServerTool(_ tool: ServerTool, into out: inout Renderer)
    /// Reads `serverTool`.
    static func parseServerTool(_ json: inout JSONReader) throws(JSONError) -> ServerTool?
    /// Writes the row `webSearch` of `serverTool`.
    static func renderServerToolWebSearch(_ tool: ServerTool, into out: inout Renderer)
    /// Reads the row `webSearch` of `serverTool`.
    static func parseServerToolWebSearch(_ json: inout JSONReader) throws(JSONError) -> ServerTool
    /// Writes the row `urlContext` of `serverTool`.
    static func renderServerToolUrlContext(_ tool: ServerTool, into out: inout Renderer)
    /// Reads the row `urlContext` of `serverTool`.
    static func parseServerToolUrlContext(_ json: inout JSONReader) throws(JSONError) -> ServerTool
    /// Writes the row `codeExecution` of `serverTool`.
    static func renderServerToolCodeExecution(_ tool: ServerTool, into out: inout Renderer)
    /// Reads the row `codeExecution` of `serverTool`.
    static func parseServerToolCodeExecution(_ json: inout JSONReader) throws(JSONError) -> ServerTool
    /// Writes the row `fileSearch` of `serverTool`.
    static func renderServerToolFileSearch(_ tool: ServerTool, into out: inout Renderer)
    /// Reads the row `fileSearch` of `serverTool`.
    static func parseServerToolFileSearch(_ json: inout JSONReader) throws(JSONError) -> ServerTool
    /// Writes the row `computerUse` of `serverTool`.
    static func renderServerToolComputerUse(_ tool: ServerTool, into out: inout Renderer)
    /// Reads the row `computerUse` of `serverTool`.
    static func parseServerToolComputerUse(_ json: inout JSONReader) throws(JSONError) -> ServerTool
    /// Writes the row `maps` of `serverTool`.
    static func renderServerToolMaps(_ tool: ServerTool, into out: inout Renderer)
    /// Reads the row `maps` of `serverTool`.
    static func parseServerToolMaps(_ json: inout JSONReader) throws(JSONError) -> ServerTool
    /// Writes `rule`.
    static func renderRule(_ rule: ToolChoice.Rule, into out: inout Renderer)
    /// Reads `rule`.
    static func parseRule(_ json: inout JSONReader) throws(JSONError) -> ToolChoice.Rule?
    /// Writes `level`.
    static func renderLevel(_ level: ReasoningLevel, into out: inout Renderer)
    /// Reads `level`.
    static func parseLevel(_ json: inout JSONReader) throws(JSONError) -> ReasoningLevel?
    /// Writes `source`.
    static func renderSource(_ citation: Citation, into out: inout Renderer)
    /// Reads `source`.
    static func parseSource(_ json: inout JSONReader, into citation: inout Citation) throws(JSONError)
    /// Writes `support`.
    static func renderSupport(_ support: Support, into out: inout Renderer)
    /// Reads `support`.
    static func parseSupport(_ json: inout JSONReader, into support: inout Support) throws(JSONError)
    /// Writes `stop`.
    static func renderStop(_ stop: Finish, into out: inout Renderer)
    /// Reads `stop`.
    static func parseStop(_ json: inout JSONReader) throws(JSONError) -> Finish?
    /// Writes `blocked`.
    static func renderBlocked(_ stop: Finish, into out: inout Renderer)
    /// Reads `blocked`.
    static func parseBlocked(_ json: inout JSONReader) throws(JSONError) -> Finish?
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
    /// Writes `model`.
    static func renderModel(_ model: ListedModel, into out: inout Renderer)
    /// Reads `model`.
    static func parseModel(_ json: inout JSONReader, into model: inout ListedModel) throws(JSONError)
    /// Writes `embedItem`.
    static func renderEmbedItem(_ item: EmbeddingItem, into out: inout Renderer)
    /// Reads `embedItem`.
    static func parseEmbedItem(_ json: inout JSONReader, into item: inout EmbeddingItem) throws(JSONError)
    /// Writes `fileState`.
    static func renderFileState(_ state: FileState, into out: inout Renderer)
    /// Reads `fileState`.
    static func parseFileState(_ json: inout JSONReader) throws(JSONError) -> FileState?
    /// Writes `call`.
    static func renderCall(_ call: FlatCall, into out: inout Renderer)
    /// Reads `call`.
    static func parseCall(_ json: inout JSONReader, into call: inout FlatCall) throws(JSONError)
    /// Writes `result`.
    static func renderResult(_ result: ToolResult, into out: inout Renderer)
    /// Reads `result`.
    static func parseResult(_ json: inout JSONReader, into result: inout ToolResult) throws(JSONError)
    /// Writes `serverCall`.
    static func renderServerCall(_ call: ServerToolCall, into out: inout Renderer)
    /// Reads `serverCall`.
    static func parseServerCall(_ json: inout JSONReader, into call: inout ServerToolCall) throws(JSONError)
    /// Writes `serverResult`.
    static func renderServerResult(_ result: ServerToolResult, into out: inout Renderer)
    /// Reads `serverResult`.
    static func parseServerResult(_ json: inout JSONReader, into result: inout ServerToolResult) throws(JSONError)
    /// Writes `tool`.
    static func renderTool(_ tool: ToolDefinition, into out: inout Renderer)
    /// Reads `tool`.
    static func parseTool(_ json: inout JSONReader, into tool: inout ToolDefinition) throws(JSONError)
    /// Writes `modality`.
    static func renderModality(_ modality: ModalityCount, into out: inout Renderer)
    /// Reads `modality`.
    static func parseModality(_ json: inout JSONReader, into modality: inout ModalityCount) throws(JSONError)
}

// MARK: - Facts

extension GeminiChatWire {
    /// The id of Gemini generateContent.
    public static var id: String { "gemini" }

    /// How events are cut out of a streamed body.
    public static var framing: Framing { .sse(end: nil) }

    /// Content is a list of parts.
    public static var holdsParts: Bool { true }

    /// Later counts of a stream stand for earlier ones as a whole.
    public static var replacesCounts: Bool { true }

    /// What is offered besides chat.
    public static var services: [Provider.Service] {
        [
            .init(.models, "GET", "/{version}/models"), .init(.count, "POST", "/{version}/models/{model}:countTokens"),
            .init(.embed, "POST", "/{version}/models/{model}:batchEmbedContents"),
            .init(
                .upload, "POST", "/upload/{version}/files",
                headers: [.init("x-goog-upload-protocol", .text("multipart"))], file: .related
            ),
            .init(.file, "GET", "/{version}/files/{file}"), .init(.remove, "DELETE", "/{version}/files/{file}"),
        ]
    }

    /// The usual chat endpoints, most particular first.
    public static var endpoints: [Provider.Endpoint] {
        [
            .init("/{version}/models/{model}:streamGenerateContent?alt=sse", isStreaming: true),
            .init("/{version}/models/{model}:generateContent"),
        ]
    }

    /// The arguments of a call come whole.
    public static var growsCalls: Bool { false }

    /// What servers of this wire can where nobody says otherwise.
    public static var capabilities: Set<Capability> {
        [
            "streaming", "tools", "toolChoice", "parallelTools", "vision", "audio", "files", "jsonMode", "jsonSchema",
            "reasoning", "sampling", "reasoningEffort", "reasoningBudget",
        ]
    }

    /// How schemas must be for answers and calls to be held to them.
    public static var schemaRules: SchemaRules {
        SchemaRules(
            always: true
        )
    }

    /// How names of tools are spelled.
    public static var names: Spelling? { Spelling("A-Za-z0-9_.:-", 1...64, first: "A-Za-z_") }

    /// What the vendor's word for an error means.
    public static func classify(word: String) -> ErrorClass? {
        switch word {
        case "INVALID_ARGUMENT", "FAILED_PRECONDITION": .invalidRequest
        case "UNAUTHENTICATED": .authentication
        case "PERMISSION_DENIED": .permission
        case "NOT_FOUND": .notFound
        case "RESOURCE_EXHAUSTED": .rateLimited.retryable
        case "INTERNAL": .server.retryable
        case "UNAVAILABLE": .overloaded.retryable
        case "DEADLINE_EXCEEDED": .timeout.retryable
        default: nil
        }
    }

    /// What a status means.
    public static func classify(status: Int) -> ErrorClass? {
        switch status {
        case 400: .invalidRequest
        case 401: .authentication
        case 403: .permission
        case 404: .notFound
        case 408: .timeout.retryable
        case 413: .requestTooLarge
        case 429: .rateLimited.retryable
        case 503: .overloaded.retryable
        case 504: .timeout.retryable
        case 500...599: .server.retryable
        default: nil
        }
    }

    /// What a vendor's message in small letters means, where status and word say less.
    public static func classify(message: String) -> ErrorClass? {
        if message.contains("api key not valid") { return .authentication }
        if message.contains("api key expired") { return .authentication }
        if message.contains("exceeds the maximum number of tokens") { return .contextLength }
        return nil
    }

    /// The vendor's word for an error.
    public static func word(for meaning: ErrorClass) -> String? {
        switch meaning {
        case .invalidRequest: "INVALID_ARGUMENT"
        case .authentication: "UNAUTHENTICATED"
        case .permission: "PERMISSION_DENIED"
        case .notFound: "NOT_FOUND"
        case .rateLimited: "RESOURCE_EXHAUSTED"
        case .server: "INTERNAL"
        case .overloaded: "UNAVAILABLE"
        case .timeout: "DEADLINE_EXCEEDED"
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
}

// MARK: - Request

extension GeminiChatWire {
    /// Writes a request's body.
    public static func renderRequest(_ request: ChatRequest, into out: inout Renderer) {
        let request = Self.restricted(out.flattened(request), &out)
        out.object(extra: request.extra) { out in
            if !request.systemFlatParts.isEmpty {
                out.object("systemInstruction") { out in
                    out.list("parts", request.systemFlatParts, at: "systemFlatParts", Self.renderPart)
                }
            }
            out.list("contents", request.turns, at: "turns", Self.renderTurn)
            out.arrayIfAny("tools") { out in
                out.each(request.toolLists, at: "toolLists", Self.renderToolList)
                out.each(request.serverTools, at: "serverTools", Self.renderServerTool)
            }
            out.objectIfAny("toolConfig") { out in
                if request.toolChoiceRule != nil || !request.toolChoiceNames.isEmpty {
                    out.object("functionCallingConfig") { out in
                        out.field("mode", ifPresent: request.toolChoiceRule, Self.renderRule)
                        out.field("allowedFunctionNames", ifPresent: request.toolChoiceNames)
                    }
                }
                if out.can("mixedTools") && !request.tools.isEmpty && !request.serverTools.isEmpty {
                    out.field("includeServerSideToolInvocations", true)
                }
            }
            if request.responseMimeType != nil || request.responseSchema != nil || request.reasoningLevel != nil
                || request.includesThoughts != nil || request.temperature != nil || request.topP != nil
                || request.topK != nil || request.seed != nil || !request.stop.isEmpty || request.maxOutputTokens != nil
                || request.presencePenalty != nil || request.frequencyPenalty != nil || request.logprobs != nil
                || request.topLogprobs != nil || request.choices != nil || request.reasoningBudgetTokens != nil
            {
                out.object("generationConfig") { out in
                    out.field("temperature", ifPresent: request.temperature)
                    out.field("topP", ifPresent: request.topP)
                    out.field("topK", ifPresent: request.topK)
                    out.field("seed", ifPresent: request.seed)
                    out.field("maxOutputTokens", ifPresent: request.maxOutputTokens)
                    out.field("stopSequences", ifPresent: request.stop)
                    out.field("presencePenalty", ifPresent: request.presencePenalty)
                    out.field("frequencyPenalty", ifPresent: request.frequencyPenalty)
                    out.field("candidateCount", ifPresent: request.choices)
                    out.field("responseLogprobs", ifPresent: request.logprobs)
                    out.field("logprobs", ifPresent: request.topLogprobs)
                    out.field("responseMimeType", ifPresent: request.responseMimeType)
                    out.field("responseJsonSchema", ifPresent: request.responseSchema)
                    out.objectIfAny("thinkingConfig") { out in
                        out.field("includeThoughts", ifPresent: request.includesThoughts)
                        if out.can("reasoningEffort") && request.reasoningBudgetTokens == nil {
                            out.field("thinkingLevel", ifPresent: request.reasoningLevel, Self.renderLevel)
                        }
                        out.field(
                            "thinkingBudget",
                            ifPresent: out.allowed(
                                request.reasoningBudgetTokens, "reasoning.budgetTokens", if: out.can("reasoningBudget")
                            )
                        )
                    }
                }
            }
            out.field("serviceTier", ifPresent: request.serviceTier)
            Self.renderRequestMore(request, into: &out)
        }
        out.drop("parallelToolCalls", if: request.parallelToolCalls != nil)
        out.drop("logitBias", if: request.logitBias != nil)
        out.drop("reasoning.betweenTools", if: request.reasoningBetweenTools != nil)
        out.drop("responseFormat.description", if: request.responseFormatDescription != nil)
        out.drop("responseFormat.strict", if: request.responseFormatStrict != nil)
        out.drop("cache", if: !request.cache.isEmpty)
        out.drop("cacheKey", if: request.cacheKey != nil)
        out.drop("user", if: request.user != nil)
        out.drop("metadata", if: request.metadata != nil)
        out.drop("store", if: request.store != nil)
        out.drop(
            "reasoning.effort",
            if: request.reasoningEffort != nil
                && !(out.can("reasoningEffort") && request.reasoningBudgetTokens == nil
                    && request.reasoningLevel != nil)
        )
    }

    /// Reads a request's body.
    public static func parseRequest(_ json: inout JSONReader) throws(JSONError) -> ChatRequest {
        var request = ChatRequest(model: "", messages: [])
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "systemInstruction":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "parts": request.systemFlatParts = try json.list(of: FlatPart(origin: Self.id), Self.parsePart)
                    default: try json.keep(key, in: &request.extra, of: Self.id, under: "systemInstruction")
                    }
                }
            case "contents": request.turns = try json.list(joining: Self.parseTurn)
            case "tools":
                guard try json.beginArrayIfAny() else { break }
                while try json.nextElement() {
                    if json.has("functionDeclarations") {
                        if let list = try json.object(ToolList(), Self.parseToolList) {
                            request.toolLists.append(list)
                        }
                    } else if let tool = try Self.parseServerTool(&json) {
                        request.serverTools.append(tool)
                    }
                }
            case "toolConfig":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "functionCallingConfig":
                        guard try json.beginObjectIfAny() else { break }
                        while let key = try json.nextKey() {
                            switch key {
                            case "mode": request.toolChoiceRule = try Self.parseRule(&json)
                            case "allowedFunctionNames": request.toolChoiceNames = try json.texts()
                            default:
                                try json.keep(
                                    key, in: &request.extra, of: Self.id, under: "toolConfig", "functionCallingConfig"
                                )
                            }
                        }
                    case "includeServerSideToolInvocations": try json.pass()
                    default: try json.keep(key, in: &request.extra, of: Self.id, under: "toolConfig")
                    }
                }
            case "generationConfig":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "temperature": request.temperature = try json.doubleIfAny()
                    case "topP": request.topP = try json.doubleIfAny()
                    case "topK": request.topK = try json.intIfAny()
                    case "seed": request.seed = try json.intIfAny()
                    case "maxOutputTokens": request.maxOutputTokens = try json.intIfAny()
                    case "stopSequences": request.stop = try json.texts()
                    case "presencePenalty": request.presencePenalty = try json.doubleIfAny()
                    case "frequencyPenalty": request.frequencyPenalty = try json.doubleIfAny()
                    case "candidateCount": request.choices = try json.intIfAny()
                    case "responseLogprobs": request.logprobs = try json.boolIfAny()
                    case "logprobs": request.topLogprobs = try json.intIfAny()
                    case "responseMimeType": request.responseMimeType = try json.stringIfAny()
                    case "responseJsonSchema": request.responseSchema = try json.value()
                    case "responseSchema": request.openAPIResponseSchema = try json.value()
                    case "thinkingConfig":
                        guard try json.beginObjectIfAny() else { break }
                        while let key = try json.nextKey() {
                            switch key {
                            case "includeThoughts": request.includesThoughts = try json.boolIfAny()
                            case "thinkingLevel": request.reasoningLevel = try Self.parseLevel(&json)
                            case "thinkingBudget": request.reasoningBudgetTokens = try json.intIfAny()
                            default:
                                try json.keep(
                                    key, in: &request.extra, of: Self.id, under: "generationConfig", "thinkingConfig"
                                )
                            }
                        }
                    default: try json.keep(key, in: &request.extra, of: Self.id, under: "generationConfig")
                    }
                }
            case "serviceTier": request.serviceTier = try json.stringIfAny()
            default:
                if try !Self.parseRequestMore(key, &json, into: &request) {
                    try json.keep(key, in: &request.extra, of: Self.id)
                }
            }
        }
        request.settleToolChoice()
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

extension GeminiChatWire {
    /// Writes a whole response's body.
    public static func renderResponse(_ chunk: Chunk, into out: inout Renderer) {
        Self.renderEvent(chunk, into: &out)
    }

    /// Reads a whole response's body.
    public static func parseResponse(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError) {
        try Self.parseEvent(&json, into: &chunk)
    }
}

// MARK: - Stream event

extension GeminiChatWire {
    /// Writes one stream event.
    public static func renderEvent(_ chunk: Chunk, into out: inout Renderer) {
        let chunk = out.flattened(chunk)
        out.object(extra: chunk.extra) { out in
            out.single("candidates", if: !chunk.pieces.isEmpty || chunk.stop != nil) { out in
                out.field("index", 0)
                out.object("content") { out in
                    out.field("role", "model")
                    out.list("parts", chunk.flatParts, at: "flatParts", Self.renderPart)
                }
                out.field("finishReason", ifPresent: chunk.stop, Self.renderStop)
            }
            out.field("usageMetadata", ifPresent: chunk.usage, Self.renderUsage)
            out.field("modelVersion", ifPresent: chunk.model)
            out.field("responseId", ifPresent: chunk.responseID)
            out.field("error", ifPresent: chunk.failure, Self.renderFailure)
            Self.renderEventMore(chunk, into: &out)
        }
    }

    /// Reads one stream event.
    public static func parseEvent(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError) {
        try json.beginEvent()
        while let key = try json.nextKey() {
            switch key {
            case "candidates":
                guard try json.beginArrayIfAny() else { break }
                while try json.nextElement() {
                    guard try json.beginObjectIfAny() else { continue }
                    while let key = try json.nextKey() {
                        switch key {
                        case "content":
                            guard try json.beginObjectIfAny() else { break }
                            while let key = try json.nextKey() {
                                switch key {
                                case "parts":
                                    chunk.flatParts = try json.list(of: FlatPart(origin: Self.id), Self.parsePart)
                                case "role": try json.pass()
                                default:
                                    try json.keep(key, in: &chunk.extra, of: Self.id, under: "candidates", "content")
                                }
                            }
                        case "groundingMetadata":
                            guard try json.beginObjectIfAny() else { break }
                            while let key = try json.nextKey() {
                                switch key {
                                case "groundingChunks": chunk.sources = try json.list(of: Citation(), Self.parseSource)
                                case "groundingSupports":
                                    chunk.supports = try json.list(of: Support(), Self.parseSupport)
                                default:
                                    try json.keep(
                                        key, in: &chunk.extra, of: Self.id, under: "candidates", "groundingMetadata"
                                    )
                                }
                            }
                        case "finishReason": chunk.stop = try Self.parseStop(&json)
                        case "index": try json.pass()
                        default: try json.keep(key, in: &chunk.extra, of: Self.id, under: "candidates")
                        }
                    }
                }
            case "promptFeedback":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "blockReason": chunk.stop = try Self.parseBlocked(&json)
                    default: try json.keep(key, in: &chunk.extra, of: Self.id, under: "promptFeedback")
                    }
                }
            case "usageMetadata": chunk.usage = try json.object(UsageCounts(), Self.parseUsage) ?? chunk.usage
            case "modelVersion" where chunk.needsHead: chunk.model = try json.stringIfAny()
            case "responseId" where chunk.needsHead: chunk.responseID = try json.stringIfAny()
            case "error": chunk.failure = try json.object(Failure(), Self.parseFailure)
            case "modelVersion", "responseId": try json.pass()
            default:
                if try !Self.parseEventMore(key, &json, into: &chunk) {
                    try json.keep(key, in: &chunk.extra, of: Self.id)
                }
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

extension GeminiChatWire {
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
            case "error": try json.object(into: &failure, Self.parseFailure)
            default: try json.skip()
            }
        }
        return failure
    }
}

// MARK: - modelsRequest

extension GeminiChatWire {
    /// Writes `modelsRequest`.
    public static func renderModelsRequest(_ query: ModelQuery, into out: inout Renderer) {
        out.object { out in
            out.field("pageSize", 1000)
            out.field("pageToken", ifPresent: query.after)
        }
    }

    /// Reads `modelsRequest`.
    public static func parseModelsRequest(_ json: inout JSONReader, into query: inout ModelQuery) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "pageToken": query.after = try json.stringIfAny()
            case "pageSize": try json.pass()
            default: try json.skip()
            }
        }
    }
}

// MARK: - models

extension GeminiChatWire {
    /// Writes `models`.
    public static func renderModels(_ page: ModelPage, into out: inout Renderer) {
        out.object { out in
            out.list("models", page.models, at: "models", Self.renderModel)
            out.field("nextPageToken", ifPresent: page.next)
        }
    }

    /// Reads `models`.
    public static func parseModels(_ json: inout JSONReader, into page: inout ModelPage) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "models": page.models = try json.list(of: ListedModel(), Self.parseModel)
            case "nextPageToken": page.next = try json.stringIfAny()
            default: try json.skip()
            }
        }
    }
}

// MARK: - countRequest

extension GeminiChatWire {
    /// Writes `countRequest`.
    public static func renderCountRequest(_ request: CountRequest, into out: inout Renderer) {
        out.object { out in
            out.object("generateContentRequest", extra: request.extra) { out in
                out.field("model", request.resourceName)
            }
        }
    }

    /// Reads `countRequest`.
    public static func parseCountRequest(_ json: inout JSONReader, into request: inout CountRequest) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "generateContentRequest":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "model": request.resourceName = try json.stringIfAny() ?? ""
                    default: try json.keep(key, in: &request.extra, of: Self.id)
                    }
                }
            default: try json.skip()
            }
        }
    }
}

// MARK: - count

extension GeminiChatWire {
    /// Writes `count`.
    public static func renderCount(_ tokens: UsageCounts, into out: inout Renderer) {
        out.object { out in
            out.field("totalTokens", ifPresent: tokens.input)
            out.field("cachedContentTokenCount", ifPresent: tokens.cacheRead)
        }
    }

    /// Reads `count`.
    public static func parseCount(_ json: inout JSONReader, into tokens: inout UsageCounts) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "totalTokens": tokens.input = try json.intIfAny()
            case "cachedContentTokenCount": tokens.cacheRead = try json.intIfAny()
            default: try json.skip()
            }
        }
    }
}

// MARK: - embedRequest

extension GeminiChatWire {
    /// Writes `embedRequest`.
    public static func renderEmbedRequest(_ request: EmbeddingRequest, into out: inout Renderer) {
        out.object { out in
            out.list("requests", request.items, at: "dimensions", Self.renderEmbedItem)
        }
        out.drop("user", if: request.user != nil)
        out.drop(request.extra)
    }

    /// Reads `embedRequest`.
    public static func parseEmbedRequest(
        _ json: inout JSONReader, into request: inout EmbeddingRequest
    ) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "requests": request.items = try json.list(of: EmbeddingItem(), Self.parseEmbedItem)
            default: try json.skip()
            }
        }
    }
}

// MARK: - embed

extension GeminiChatWire {
    /// Writes `embed`.
    public static func renderEmbed(_ reply: EmbeddingReply, into out: inout Renderer) {
        out.object { out in
            out.array("embeddings") { out in
                out.each(reply.vectors, at: "vectors") { vector, out in
                    out.object { out in
                        out.field("values", vector.values)
                    }
                }
            }
            if reply.input != nil {
                out.object("usageMetadata") { out in
                    out.field("promptTokenCount", ifPresent: reply.input)
                }
            }
        }
    }

    /// Reads `embed`.
    public static func parseEmbed(_ json: inout JSONReader, into reply: inout EmbeddingReply) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "embeddings":
                guard try json.beginArrayIfAny() else { break }
                while try json.nextElement() {
                    guard try json.beginObjectIfAny() else { continue }
                    var vector = EmbeddingVector()
                    while let key = try json.nextKey() {
                        switch key {
                        case "values": vector.values = try json.numbers()
                        default: try json.skip()
                        }
                    }
                    reply.vectors.append(vector)
                }
            case "usageMetadata":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "promptTokenCount": reply.input = try json.intIfAny()
                    default: try json.skip()
                    }
                }
            default: try json.skip()
            }
        }
    }
}

// MARK: - uploadRequest

extension GeminiChatWire {
    /// Writes `uploadRequest`.
    public static func renderUploadRequest(_ upload: FileUpload, into out: inout Renderer) {
        out.object { out in
            out.object("file") { out in
                out.field("displayName", ifPresent: upload.name)
                out.field("mimeType", ifPresent: upload.mediaType)
            }
        }
    }

    /// Reads `uploadRequest`.
    public static func parseUploadRequest(_ json: inout JSONReader, into upload: inout FileUpload) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "file":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "displayName": upload.name = try json.stringIfAny()
                    case "mimeType": upload.mediaType = try json.stringIfAny()
                    default: try json.skip()
                    }
                }
            default: try json.skip()
            }
        }
    }
}

// MARK: - upload

extension GeminiChatWire {
    /// Writes `upload`.
    public static func renderUpload(_ file: StoredFile, into out: inout Renderer) {
        out.object { out in
            out.field("file", file, Self.renderFile)
        }
        out.drop(file.extra)
    }

    /// Reads `upload`.
    public static func parseUpload(_ json: inout JSONReader, into file: inout StoredFile) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "file": try json.object(into: &file, Self.parseFile)
            default: try json.skip()
            }
        }
    }
}

// MARK: - file

extension GeminiChatWire {
    /// Writes `file`.
    public static func renderFile(_ file: StoredFile, into out: inout Renderer) {
        out.object(extra: file.extra) { out in
            out.field("name", file.resourceName)
            out.field("displayName", ifPresent: file.name)
            out.field("mimeType", ifPresent: file.mediaType)
            out.field("sizeBytes", ifPresent: file.sizeText)
            out.field("uri", ifPresent: file.url)
            out.field("state", ifPresent: file.state, Self.renderFileState)
            out.field("createTime", ifPresent: file.createdText)
        }
    }

    /// Reads `file`.
    public static func parseFile(_ json: inout JSONReader, into file: inout StoredFile) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "name": file.resourceName = try json.stringIfAny() ?? ""
            case "displayName": file.name = try json.stringIfAny()
            case "mimeType": file.mediaType = try json.stringIfAny()
            case "sizeBytes": file.sizeText = try json.stringIfAny()
            case "uri": file.url = try json.stringIfAny()
            case "state": file.state = try Self.parseFileState(&json)
            case "createTime": file.createdText = try json.stringIfAny()
            default: try json.keep(key, in: &file.extra, of: Self.id)
            }
        }
    }
}

// MARK: - part

extension GeminiChatWire {
    /// Writes `part`.
    public static func renderPart(_ flat: FlatPart, into out: inout Renderer) {
        out.object(extra: flat.extra) { out in
            out.field("text", ifPresent: flat.text)
            out.field("thought", ifPresent: flat.isThought)
            if flat.signature != nil, let signature = flat.signature {
                out.field("thoughtSignature", signature)
            } else if flat.isUnsigned && out.can("signedCalls") {
                out.field("thoughtSignature", "skip_thought_signature_validator")
            }
            if flat.mediaType != nil || flat.base64 != nil || flat.name != nil {
                out.object("inlineData") { out in
                    out.field("mimeType", flat.mediaType ?? "")
                    out.field("data", flat.base64 ?? "")
                    out.field("displayName", ifPresent: flat.name)
                }
            }
            if flat.looseType != nil || flat.url != nil {
                out.object("fileData") { out in
                    out.field("mimeType", ifPresent: flat.looseType)
                    out.field("fileUri", flat.url ?? "")
                }
            }
            out.field("functionCall", ifPresent: flat.call, Self.renderCall)
            out.field("functionResponse", ifPresent: flat.result, Self.renderResult)
            out.field("executableCode", ifPresent: flat.code)
            out.field("codeExecutionResult", ifPresent: flat.codeResult)
            out.field("toolCall", ifPresent: flat.serverCall, Self.renderServerCall)
            out.field("toolResponse", ifPresent: flat.serverResult, Self.renderServerResult)
        }
    }

    /// Reads `part`.
    public static func parsePart(_ json: inout JSONReader, into flat: inout FlatPart) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "text": flat.text = try json.stringIfAny()
            case "thought": flat.isThought = try json.boolIfAny()
            case "thoughtSignature": flat.signature = try json.stringIfAny(unless: "skip_thought_signature_validator")
            case "inlineData":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "mimeType": flat.mediaType = try json.stringIfAny()
                    case "data": flat.base64 = try json.stringIfAny()
                    case "displayName": flat.name = try json.stringIfAny()
                    default: try json.keep(key, in: &flat.extra, of: Self.id, under: "inlineData")
                    }
                }
            case "fileData":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "mimeType": flat.looseType = try json.stringIfAny()
                    case "fileUri": flat.url = try json.stringIfAny()
                    default: try json.keep(key, in: &flat.extra, of: Self.id, under: "fileData")
                    }
                }
            case "functionCall": flat.call = try json.object(FlatCall(), Self.parseCall)
            case "functionResponse": flat.result = try json.object(ToolResult(), Self.parseResult)
            case "executableCode": flat.code = try json.value()
            case "codeExecutionResult": flat.codeResult = try json.value()
            case "toolCall": flat.serverCall = try json.object(ServerToolCall(origin: Self.id), Self.parseServerCall)
            case "toolResponse":
                flat.serverResult = try json.object(ServerToolResult(origin: Self.id), Self.parseServerResult)
            default: try json.keep(key, in: &flat.extra, of: Self.id)
            }
        }
    }
}

// MARK: - turn

extension GeminiChatWire {
    /// Writes `turn`.
    public static func renderTurn(_ turn: Message, into out: inout Renderer) {
        switch turn.role {
        case .user: Self.renderTurnUser(turn, into: &out)
        case .assistant: Self.renderTurnAssistant(turn, into: &out)
        case .system, .tool: break
        }
    }

    /// Reads `turn`.
    public static func parseTurn(_ json: inout JSONReader, into turns: inout [Message]) throws(JSONError) {
        switch json.lookAheadString("role") ?? "user" {
        case "user": try Self.parseTurnUser(&json, into: &turns)
        case "model": try Self.parseTurnAssistant(&json, into: &turns)
        default: try json.skip()
        }
    }

    /// Writes the case `user` of `turn`.
    public static func renderTurnUser(_ turn: Message, into out: inout Renderer) {
        let turn = out.flattened(turn)
        out.object(extra: turn.extra) { out in
            out.field("role", "user")
            out.list("parts", turn.flatParts, at: "flatParts", Self.renderPart)
        }
        out.drop("name", if: turn.name != nil)
    }

    /// Reads the case `user` of `turn`.
    public static func parseTurnUser(_ json: inout JSONReader, into turns: inout [Message]) throws(JSONError) {
        var turn = Message(role: .user)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "role": try json.keep(key, unless: "user", in: &turn.extra, of: Self.id)
            case "parts": turn.flatParts = try json.list(of: FlatPart(origin: Self.id), Self.parsePart)
            default: try json.keep(key, in: &turn.extra, of: Self.id)
            }
        }
        turns.append(turn)
    }

    /// Writes the case `assistant` of `turn`.
    public static func renderTurnAssistant(_ turn: Message, into out: inout Renderer) {
        let turn = out.flattened(turn)
        out.object(extra: turn.extra) { out in
            out.field("role", "model")
            out.list("parts", turn.flatParts, at: "flatParts", Self.renderPart)
        }
        out.drop("name", if: turn.name != nil)
    }

    /// Reads the case `assistant` of `turn`.
    public static func parseTurnAssistant(_ json: inout JSONReader, into turns: inout [Message]) throws(JSONError) {
        var turn = Message(role: .assistant)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "parts": turn.flatParts = try json.list(of: FlatPart(origin: Self.id), Self.parsePart)
            case "role": try json.pass()
            default: try json.keep(key, in: &turn.extra, of: Self.id)
            }
        }
        turns.append(turn)
    }
}

// MARK: - toolList

extension GeminiChatWire {
    /// Writes `toolList`.
    public static func renderToolList(_ list: ToolList, into out: inout Renderer) {
        out.object(extra: list.extra) { out in
            out.list("functionDeclarations", list.tools, at: "tools", Self.renderTool)
        }
    }

    /// Reads `toolList`.
    public static func parseToolList(_ json: inout JSONReader, into list: inout ToolList) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "functionDeclarations":
                list.tools = try json.list(of: ToolDefinition(name: "", schema: [:]), Self.parseTool)
            default: try json.keep(key, in: &list.extra, of: Self.id)
            }
        }
    }
}

// MARK: - serverTool

extension GeminiChatWire {
    /// Writes `serverTool`.
    public static func renderServerTool(_ tool: ServerTool, into out: inout Renderer) {
        switch tool.name {
        case "webSearch" where out.can("webSearch"): Self.renderServerToolWebSearch(tool, into: &out)
        case "urlContext" where out.can("urlContext"): Self.renderServerToolUrlContext(tool, into: &out)
        case "codeExecution" where out.can("codeExecution"): Self.renderServerToolCodeExecution(tool, into: &out)
        case "fileSearch" where out.can("fileSearch"): Self.renderServerToolFileSearch(tool, into: &out)
        case "computerUse" where out.can("computerUse"): Self.renderServerToolComputerUse(tool, into: &out)
        case "maps": Self.renderServerToolMaps(tool, into: &out)
        default:
            out.other(tool, known: "webSearch", "urlContext", "codeExecution", "fileSearch", "computerUse", "maps")
        }
    }

    /// Reads `serverTool`.
    public static func parseServerTool(_ json: inout JSONReader) throws(JSONError) -> ServerTool? {
        switch json.lookAheadKey() {
        case "googleSearch": return try Self.parseServerToolWebSearch(&json)
        case "urlContext": return try Self.parseServerToolUrlContext(&json)
        case "codeExecution": return try Self.parseServerToolCodeExecution(&json)
        case "fileSearch": return try Self.parseServerToolFileSearch(&json)
        case "computerUse": return try Self.parseServerToolComputerUse(&json)
        case "googleMaps": return try Self.parseServerToolMaps(&json)
        default: return try json.serverTool(by: "type", of: Self.id)
        }
    }

    /// Writes the row `webSearch` of `serverTool`.
    public static func renderServerToolWebSearch(_ tool: ServerTool, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.object("googleSearch") { out in
            }
        }
        out.dropSettings(of: tool)
    }

    /// Reads the row `webSearch` of `serverTool`.
    public static func parseServerToolWebSearch(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        var tool = ServerTool(name: "webSearch")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "googleSearch":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    default: try json.keep(key, in: &tool.extra, of: Self.id, under: "googleSearch")
                    }
                }
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return tool
    }

    /// Writes the row `urlContext` of `serverTool`.
    public static func renderServerToolUrlContext(_ tool: ServerTool, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.object("urlContext") { out in
            }
        }
        out.dropSettings(of: tool)
    }

    /// Reads the row `urlContext` of `serverTool`.
    public static func parseServerToolUrlContext(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        var tool = ServerTool(name: "urlContext")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "urlContext":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    default: try json.keep(key, in: &tool.extra, of: Self.id, under: "urlContext")
                    }
                }
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return tool
    }

    /// Writes the row `codeExecution` of `serverTool`.
    public static func renderServerToolCodeExecution(_ tool: ServerTool, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.object("codeExecution") { out in
            }
        }
        out.dropSettings(of: tool)
    }

    /// Reads the row `codeExecution` of `serverTool`.
    public static func parseServerToolCodeExecution(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        var tool = ServerTool(name: "codeExecution")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "codeExecution":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    default: try json.keep(key, in: &tool.extra, of: Self.id, under: "codeExecution")
                    }
                }
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return tool
    }

    /// Writes the row `fileSearch` of `serverTool`.
    public static func renderServerToolFileSearch(_ tool: ServerTool, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.object("fileSearch") { out in
                out.field("fileSearchStoreNames", ifPresent: tool.stores)
                out.field("topK", ifPresent: tool.maxResults)
            }
        }
        out.dropSettings(of: tool, except: "stores", "maxResults")
    }

    /// Reads the row `fileSearch` of `serverTool`.
    public static func parseServerToolFileSearch(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        var tool = ServerTool(name: "fileSearch")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "fileSearch":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "fileSearchStoreNames": tool.stores = try json.texts()
                    case "topK": tool.maxResults = try json.intIfAny()
                    default: try json.keep(key, in: &tool.extra, of: Self.id, under: "fileSearch")
                    }
                }
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return tool
    }

    /// Writes the row `computerUse` of `serverTool`.
    public static func renderServerToolComputerUse(_ tool: ServerTool, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.object("computerUse") { out in
                out.field("environment", ifPresent: tool.environment)
            }
        }
        out.dropSettings(of: tool, except: "environment")
    }

    /// Reads the row `computerUse` of `serverTool`.
    public static func parseServerToolComputerUse(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        var tool = ServerTool(name: "computerUse")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "computerUse":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "environment": tool.environment = try json.stringIfAny()
                    default: try json.keep(key, in: &tool.extra, of: Self.id, under: "computerUse")
                    }
                }
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return tool
    }

    /// Writes the row `maps` of `serverTool`.
    public static func renderServerToolMaps(_ tool: ServerTool, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.object("googleMaps") { out in
            }
        }
        out.dropSettings(of: tool)
    }

    /// Reads the row `maps` of `serverTool`.
    public static func parseServerToolMaps(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        var tool = ServerTool(name: "maps")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "googleMaps":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    default: try json.keep(key, in: &tool.extra, of: Self.id, under: "googleMaps")
                    }
                }
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return tool
    }
}

// MARK: - rule

extension GeminiChatWire {
    /// Writes `rule`.
    public static func renderRule(_ rule: ToolChoice.Rule, into out: inout Renderer) {
        switch rule {
        case .auto: out.value("AUTO")
        case .none: out.value("NONE")
        case .required: out.value("ANY")
        case .validated: out.value("VALIDATED")
        }
    }

    /// Reads `rule`.
    public static func parseRule(_ json: inout JSONReader) throws(JSONError) -> ToolChoice.Rule? {
        return switch try json.stringIfAny() {
        case "AUTO": ToolChoice.Rule.auto
        case "NONE": ToolChoice.Rule.none
        case "ANY": ToolChoice.Rule.required
        case "VALIDATED": ToolChoice.Rule.validated
        default: json.unknown()
        }
    }
}

// MARK: - level

extension GeminiChatWire {
    /// Writes `level`.
    public static func renderLevel(_ level: ReasoningLevel, into out: inout Renderer) {
        switch level {
        case .minimal: out.value("MINIMAL")
        case .low: out.value("LOW")
        case .medium: out.value("MEDIUM")
        case .high: out.value("HIGH")
        case .xhigh: out.value("XHIGH")
        case .none:
            out.value("MINIMAL")
            out.lose("reasoning.effort", .approximated, "none is sent as MINIMAL")
        case .max:
            out.value("XHIGH")
            out.lose("reasoning.effort", .approximated, "max is sent as XHIGH")
        }
    }

    /// Reads `level`.
    public static func parseLevel(_ json: inout JSONReader) throws(JSONError) -> ReasoningLevel? {
        return switch try json.stringIfAny() {
        case "MINIMAL": ReasoningLevel.minimal
        case "LOW": ReasoningLevel.low
        case "MEDIUM": ReasoningLevel.medium
        case "HIGH": ReasoningLevel.high
        case "XHIGH": ReasoningLevel.xhigh
        default: json.unknown()
        }
    }
}

// MARK: - source

extension GeminiChatWire {
    /// Writes `source`.
    public static func renderSource(_ citation: Citation, into out: inout Renderer) {
        out.object { out in
            out.object("web") { out in
                out.field("uri", ifPresent: citation.url)
                out.field("title", ifPresent: citation.title)
            }
        }
        out.drop("text", if: citation.text != nil)
        out.drop("start", if: citation.start != nil)
        out.drop("end", if: citation.end != nil)
        out.drop(citation.extra)
    }

    /// Reads `source`.
    public static func parseSource(_ json: inout JSONReader, into citation: inout Citation) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "web", "maps", "retrievedContext":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "uri": citation.url = try json.stringIfAny()
                    case "title": citation.title = try json.stringIfAny()
                    default: try json.skip()
                    }
                }
            default: try json.skip()
            }
        }
    }
}

// MARK: - support

extension GeminiChatWire {
    /// Writes `support`.
    public static func renderSupport(_ support: Support, into out: inout Renderer) {
        out.object { out in
            out.object("segment") { out in
                out.field("startIndex", ifPresent: support.start)
                out.field("endIndex", ifPresent: support.end)
                out.field("text", ifPresent: support.text)
            }
            out.field("groundingChunkIndices", support.sources)
        }
    }

    /// Reads `support`.
    public static func parseSupport(_ json: inout JSONReader, into support: inout Support) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "segment":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "startIndex": support.start = try json.intIfAny()
                    case "endIndex": support.end = try json.intIfAny()
                    case "text": support.text = try json.stringIfAny()
                    default: try json.skip()
                    }
                }
            case "groundingChunkIndices": support.sources = try json.value()
            default: try json.skip()
            }
        }
    }
}

// MARK: - stop

extension GeminiChatWire {
    /// Writes `stop`.
    public static func renderStop(_ stop: Finish, into out: inout Renderer) {
        switch stop.reason {
        case .stop: out.value("STOP")
        case .length: out.value("MAX_TOKENS")
        case .contentFilter: out.value("SAFETY")
        case .pause: out.value("CONTINUATION")
        case .error: out.value("OTHER")
        default:
            out.value("STOP")
            out.lose("stopReason", .approximated, "\(stop.reason) is sent as STOP")
        }
    }

    /// Reads `stop`.
    public static func parseStop(_ json: inout JSONReader) throws(JSONError) -> Finish? {
        guard let word = try json.stringIfAny() else { return nil }
        let reason: StopReason =
            switch word {
            case "STOP": .stop
            case "MAX_TOKENS": .length
            case "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "LANGUAGE", "IMAGE_SAFETY",
                "IMAGE_PROHIBITED_CONTENT", "IMAGE_RECITATION", "MODEL_ARMOR":
                .contentFilter
            case "CONTINUATION": .pause
            case "OTHER", "MALFORMED_FUNCTION_CALL", "UNEXPECTED_TOOL_CALL", "TOO_MANY_TOOL_CALLS",
                "MISSING_THOUGHT_SIGNATURE", "MALFORMED_RESPONSE":
                .error
            default: .other
            }
        return Finish(reason: reason, vendorReason: word)
    }
}

// MARK: - blocked

extension GeminiChatWire {
    /// Writes `blocked`.
    public static func renderBlocked(_ stop: Finish, into out: inout Renderer) {
        switch stop.reason {
        case .contentFilter: out.value("SAFETY")
        default:
            out.value("SAFETY")
            out.lose("stopReason", .approximated, "\(stop.reason) is sent as SAFETY")
        }
    }

    /// Reads `blocked`.
    public static func parseBlocked(_ json: inout JSONReader) throws(JSONError) -> Finish? {
        guard let word = try json.stringIfAny() else { return nil }
        let reason: StopReason =
            switch word {
            case "SAFETY", "OTHER", "BLOCKLIST", "PROHIBITED_CONTENT", "IMAGE_SAFETY", "MODEL_ARMOR", "JAILBREAK":
                .contentFilter
            default: .other
            }
        return Finish(reason: reason, vendorReason: word)
    }
}

// MARK: - usage

extension GeminiChatWire {
    /// Writes `usage`.
    public static func renderUsage(_ usage: UsageCounts, into out: inout Renderer) {
        out.object { out in
            out.field("promptTokenCount", ifPresent: usage.input)
            out.field("toolUsePromptTokenCount", ifPresent: usage.toolInput)
            out.field("candidatesTokenCount", ifPresent: usage.output)
            out.field("thoughtsTokenCount", ifPresent: usage.reasoning)
            out.field("cachedContentTokenCount", ifPresent: usage.cacheRead)
            out.field("totalTokenCount", ifPresent: usage.total)
            out.list(
                "promptTokensDetails", ifPresent: usage.inputModalities, at: "inputModalities", Self.renderModality
            )
            out.list("cacheTokensDetails", ifPresent: usage.cacheModalities, at: "cacheModalities", Self.renderModality)
            out.list(
                "candidatesTokensDetails", ifPresent: usage.outputModalities, at: "outputModalities",
                Self.renderModality
            )
            out.field("serviceTier", ifPresent: usage.serviceTier)
            Self.renderUsageMore(usage, into: &out)
        }
    }

    /// Reads `usage`.
    public static func parseUsage(_ json: inout JSONReader, into usage: inout UsageCounts) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "promptTokenCount": usage.input = try json.intIfAny() ?? usage.input
            case "toolUsePromptTokenCount": usage.toolInput = try json.intIfAny() ?? usage.toolInput
            case "candidatesTokenCount": usage.output = try json.intIfAny() ?? usage.output
            case "thoughtsTokenCount": usage.reasoning = try json.intIfAny() ?? usage.reasoning
            case "cachedContentTokenCount": usage.cacheRead = try json.intIfAny() ?? usage.cacheRead
            case "promptTokensDetails": usage.inputModalities = try json.list(of: ModalityCount(), Self.parseModality)
            case "cacheTokensDetails": usage.cacheModalities = try json.list(of: ModalityCount(), Self.parseModality)
            case "candidatesTokensDetails":
                usage.outputModalities = try json.list(of: ModalityCount(), Self.parseModality)
            case "serviceTier": usage.serviceTier = try json.stringIfAny() ?? usage.serviceTier
            case "totalTokenCount": try json.pass()
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

extension GeminiChatWire {
    /// Writes `failure`.
    public static func renderFailure(_ failure: Failure, into out: inout Renderer) {
        out.object { out in
            out.field("code", ifPresent: failure.status)
            out.field("message", ifPresent: failure.message)
            out.field("status", ifPresent: failure.kind)
            if failure.retryDelay != nil {
                out.single("details") { out in
                    out.field("@type", "type.googleapis.com/google.rpc.RetryInfo")
                    out.field("retryDelay", failure.retryDelay ?? "")
                }
            }
        }
    }

    /// Reads `failure`.
    public static func parseFailure(_ json: inout JSONReader, into failure: inout Failure) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "code": failure.code = try json.scalarText()
            case "message": failure.message = try json.stringIfAny()
            case "status": failure.kind = try json.stringIfAny()
            case "details":
                guard try json.beginArrayIfAny() else { break }
                while try json.nextElement() {
                    guard try json.beginObjectIfAny() else { continue }
                    while let key = try json.nextKey() {
                        switch key {
                        case "retryDelay": failure.retryDelay = try json.stringIfAny()
                        case "@type": try json.pass()
                        default: try json.skip()
                        }
                    }
                }
            default: try json.skip()
            }
        }
    }
}

// MARK: - model

extension GeminiChatWire {
    /// Writes `model`.
    public static func renderModel(_ model: ListedModel, into out: inout Renderer) {
        out.object(extra: model.extra) { out in
            out.field("name", model.resourceName)
            out.field("displayName", ifPresent: model.name)
            out.field("inputTokenLimit", ifPresent: model.context)
            out.field("outputTokenLimit", ifPresent: model.output)
        }
    }

    /// Reads `model`.
    public static func parseModel(_ json: inout JSONReader, into model: inout ListedModel) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "name": model.resourceName = try json.stringIfAny() ?? ""
            case "displayName": model.name = try json.stringIfAny()
            case "inputTokenLimit": model.context = try json.intIfAny()
            case "outputTokenLimit": model.output = try json.intIfAny()
            default: try json.keep(key, in: &model.extra, of: Self.id)
            }
        }
    }
}

// MARK: - embedItem

extension GeminiChatWire {
    /// Writes `embedItem`.
    public static func renderEmbedItem(_ item: EmbeddingItem, into out: inout Renderer) {
        out.object { out in
            out.field("model", item.resourceName)
            out.object("content") { out in
                out.single("parts") { out in
                    out.field("text", item.text)
                }
            }
            out.field("outputDimensionality", ifPresent: item.dimensions)
            out.field("taskType", ifPresent: item.purpose)
        }
    }

    /// Reads `embedItem`.
    public static func parseEmbedItem(_ json: inout JSONReader, into item: inout EmbeddingItem) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "model": item.resourceName = try json.stringIfAny() ?? ""
            case "content":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "parts":
                        guard try json.beginArrayIfAny() else { break }
                        while try json.nextElement() {
                            guard try json.beginObjectIfAny() else { continue }
                            while let key = try json.nextKey() {
                                switch key {
                                case "text": item.text = try json.stringIfAny() ?? ""
                                default: try json.skip()
                                }
                            }
                        }
                    default: try json.skip()
                    }
                }
            case "outputDimensionality": item.dimensions = try json.intIfAny()
            case "taskType": item.purpose = try json.stringIfAny()
            default: try json.skip()
            }
        }
    }
}

// MARK: - fileState

extension GeminiChatWire {
    /// Writes `fileState`.
    public static func renderFileState(_ state: FileState, into out: inout Renderer) {
        switch state {
        case .active: out.value("ACTIVE")
        case .processing: out.value("PROCESSING")
        case .failed: out.value("FAILED")
        }
    }

    /// Reads `fileState`.
    public static func parseFileState(_ json: inout JSONReader) throws(JSONError) -> FileState? {
        return switch try json.stringIfAny() {
        case "ACTIVE": FileState.active
        case "PROCESSING": FileState.processing
        case "FAILED": FileState.failed
        default: json.unknown()
        }
    }
}

// MARK: - call

extension GeminiChatWire {
    /// Writes `call`.
    public static func renderCall(_ call: FlatCall, into out: inout Renderer) {
        out.object { out in
            out.field("id", ifPresent: call.vendorID)
            out.field("name", call.name)
            if let argumentsObject = call.argumentsObject {
                out.field("args", argumentsObject)
            } else {
                out.object("args") { out in
                    out.field("INVALID_JSON", call.argumentsText)
                }
                out.lose("arguments", .approximated, "arguments is sent as INVALID_JSON")
            }
        }
        out.drop("input", if: call.inputText != nil)
    }

    /// Reads `call`.
    public static func parseCall(_ json: inout JSONReader, into call: inout FlatCall) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": call.vendorID = try json.stringIfAny()
            case "name": call.name = try json.stringIfAny() ?? ""
            case "args": call.argumentsObject = try json.value()
            case "partialArgs":
                guard try json.beginArrayIfAny() else { break }
                while try json.nextElement() {
                    guard try json.beginObjectIfAny() else { continue }
                    var growth = ArgumentGrowth()
                    while let key = try json.nextKey() {
                        switch key {
                        case "jsonPath": growth.path = try json.stringIfAny() ?? ""
                        case "stringValue": growth.text = try json.stringIfAny()
                        case "numberValue", "boolValue": growth.value = try json.value()
                        case "willContinue": growth.goesOn = try json.boolIfAny()
                        default: try json.skip()
                        }
                    }
                    call.growth.append(growth)
                }
            case "willContinue": call.goesOn = try json.boolIfAny()
            default: try json.skip()
            }
        }
    }
}

// MARK: - result

extension GeminiChatWire {
    /// Writes `result`.
    public static func renderResult(_ result: ToolResult, into out: inout Renderer) {
        out.object { out in
            out.field("id", ifPresent: result.vendorID)
            out.field("name", ifPresent: result.name)
            out.field("response", result.response ?? JSON.object([:]))
            out.list("parts", ifPresent: result.flatParts, at: "flatParts", Self.renderPart)
        }
        out.drop("cache", if: result.cache != nil)
        out.drop(result.extra)
    }

    /// Reads `result`.
    public static func parseResult(_ json: inout JSONReader, into result: inout ToolResult) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": result.vendorID = try json.stringIfAny()
            case "name": result.name = try json.stringIfAny()
            case "response": result.response = try json.value()
            case "parts": result.flatParts = try json.list(of: FlatPart(origin: Self.id), Self.parsePart)
            default: try json.skip()
            }
        }
    }
}

// MARK: - serverCall

extension GeminiChatWire {
    /// Writes `serverCall`.
    public static func renderServerCall(_ call: ServerToolCall, into out: inout Renderer) {
        out.object { out in
            out.field("id", ifPresent: call.vendorID)
            out.field("toolType", call.name)
            out.field("args", call.arguments)
        }
        out.drop(call.extra)
    }

    /// Reads `serverCall`.
    public static func parseServerCall(_ json: inout JSONReader, into call: inout ServerToolCall) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": call.vendorID = try json.stringIfAny()
            case "toolType": call.name = try json.stringIfAny() ?? ""
            case "args": call.arguments = try json.value()
            default: try json.skip()
            }
        }
    }
}

// MARK: - serverResult

extension GeminiChatWire {
    /// Writes `serverResult`.
    public static func renderServerResult(_ result: ServerToolResult, into out: inout Renderer) {
        out.object { out in
            out.field("id", ifPresent: result.vendorID)
            out.field("toolType", result.name)
            out.field("response", ifPresent: result.response)
        }
        out.drop("isError", if: result.isError)
        out.drop(result.extra)
    }

    /// Reads `serverResult`.
    public static func parseServerResult(
        _ json: inout JSONReader, into result: inout ServerToolResult
    ) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": result.vendorID = try json.stringIfAny()
            case "toolType": result.name = try json.stringIfAny() ?? ""
            case "response": result.response = try json.value()
            default: try json.skip()
            }
        }
    }
}

// MARK: - tool

extension GeminiChatWire {
    /// Writes `tool`.
    public static func renderTool(_ tool: ToolDefinition, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("name", tool.name)
            out.field("description", ifPresent: tool.description)
            out.field("parametersJsonSchema", tool.schema)
        }
        out.drop("strict", if: tool.strict != nil)
        out.drop("textInput", if: tool.textInput != nil)
        out.drop("cache", if: tool.cache != nil)
    }

    /// Reads `tool`.
    public static func parseTool(_ json: inout JSONReader, into tool: inout ToolDefinition) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "name": tool.name = try json.stringIfAny() ?? ""
            case "description": tool.description = try json.stringIfAny()
            case "parametersJsonSchema", "parameters_json_schema": tool.schema = try json.value()
            case "parameters": tool.openAPISchema = try json.value()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
    }
}

// MARK: - modality

extension GeminiChatWire {
    /// Writes `modality`.
    public static func renderModality(_ modality: ModalityCount, into out: inout Renderer) {
        out.object { out in
            out.field("modality", ifPresent: modality.modality)
            out.field("tokenCount", ifPresent: modality.count)
        }
    }

    /// Reads `modality`.
    public static func parseModality(_ json: inout JSONReader, into modality: inout ModalityCount) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "modality": modality.modality = try json.stringIfAny()
            case "tokenCount": modality.count = try json.intIfAny()
            default: try json.skip()
            }
        }
    }
}
