// Generated from IDL/Wires/gemini.idl: edit that file, not this one.

public import MassGenCore

/// Gemini generateContent, as its vendor defines it.
public enum GeminiChat: GeminiChatWire {}

/// Gemini generateContent: a provider that differs replaces the shapes in which it does.
public protocol GeminiChatWire: Wire {
    /// Writes `part`.
    static func renderPart(_ flatPart: FlatPart, into out: inout Renderer)
    /// Reads `part`.
    static func parsePart(_ json: inout JSONReader, into flatPart: inout FlatPart) throws(JSONError)
    /// Writes `turn`.
    static func renderTurn(_ turn: Message, into out: inout Renderer)
    /// Reads `turn`.
    static func parseTurn(_ json: inout JSONReader, into turns: inout [Message]) throws(JSONError)
    /// Writes `tool`.
    static func renderTool(_ tool: ToolDefinition, into out: inout Renderer)
    /// Reads `tool`.
    static func parseTool(_ json: inout JSONReader, into tool: inout ToolDefinition) throws(JSONError)
    /// Writes `toolChoice`.
    static func renderToolChoice(_ choice: ToolChoice, into out: inout Renderer)
    /// Reads `toolChoice`.
    static func parseToolChoice(_ json: inout JSONReader) throws(JSONError) -> ToolChoice?
    /// Writes `source`.
    static func renderSource(_ citation: Citation, into out: inout Renderer)
    /// Reads `source`.
    static func parseSource(_ json: inout JSONReader, into citation: inout Citation) throws(JSONError)
    /// Writes `stop`.
    static func renderStop(_ stop: Finish, into out: inout Renderer)
    /// Reads `stop`.
    static func parseStop(_ json: inout JSONReader) throws(JSONError) -> Finish?
    /// Writes `usage`.
    static func renderUsage(_ usage: UsageCounts, into out: inout Renderer)
    /// Reads `usage`.
    static func parseUsage(_ json: inout JSONReader, into usage: inout UsageCounts) throws(JSONError)
    /// Writes `failure`.
    static func renderFailure(_ failure: Failure, into out: inout Renderer)
    /// Reads `failure`.
    static func parseFailure(_ json: inout JSONReader, into failure: inout Failure) throws(JSONError)
    /// Writes `call`.
    static func renderCall(_ call: ToolCall, into out: inout Renderer)
    /// Reads `call`.
    static func parseCall(_ json: inout JSONReader, into call: inout ToolCall) throws(JSONError)
    /// Writes `result`.
    static func renderResult(_ result: ToolResult, into out: inout Renderer)
    /// Reads `result`.
    static func parseResult(_ json: inout JSONReader, into result: inout ToolResult) throws(JSONError)
}

// MARK: - Facts

extension GeminiChatWire {
    /// The id of Gemini generateContent.
    public static var id: String { "gemini" }

    /// How events are cut out of a streamed body.
    public static var framing: Framing { .sse(end: nil) }

    /// Later counts of a stream stand for earlier ones as a whole.
    public static var replacesCounts: Bool { true }

    /// What a status and the vendor's word for an error mean.
    public static func classify(status: Int, word: String?) -> ErrorClass? {
        switch word {
        case "INVALID_ARGUMENT", "FAILED_PRECONDITION": return .invalidRequest
        case "UNAUTHENTICATED": return .authentication
        case "PERMISSION_DENIED": return .permission
        case "NOT_FOUND": return .notFound
        case "RESOURCE_EXHAUSTED": return .rateLimited.retryable
        case "INTERNAL": return .server.retryable
        case "UNAVAILABLE": return .overloaded.retryable
        case "DEADLINE_EXCEEDED": return .timeout.retryable
        default: break
        }
        return switch status {
        case 400: .invalidRequest
        case 401: .authentication
        case 403: .permission
        case 404: .notFound
        case 408: .timeout.retryable
        case 429: .rateLimited.retryable
        case 503: .overloaded.retryable
        case 504: .timeout.retryable
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
}

// MARK: - Request

extension GeminiChatWire {
    /// Writes a request's body.
    public static func renderRequest(_ request: ChatRequest, into out: inout Renderer) {
        let request = Self.restricted(request, &out)
        out.object(extra: request.extra) { out in
            if !request.systemFlatParts.isEmpty {
                out.object("systemInstruction") { out in
                    out.list("parts", request.systemFlatParts, at: "systemFlatParts", Self.renderPart)
                }
            }
            out.list("contents", request.turns, at: "turns", Self.renderTurn)
            if !request.tools.isEmpty {
                out.single("tools") { out in
                    out.list("functionDeclarations", request.tools, at: "tools", Self.renderTool)
                }
            }
            if request.toolChoice != nil {
                out.object("toolConfig") { out in
                    out.field("functionCallingConfig", ifPresent: request.toolChoice, Self.renderToolChoice)
                }
            }
            if request.responseMimeType != nil || request.responseSchema != nil || request.reasoningLevel != nil
                || request.includesThoughts != nil || request.temperature != nil || request.topP != nil
                || request.topK != nil || request.seed != nil || !request.stop.isEmpty || request.maxOutputTokens != nil
                || request.presencePenalty != nil || request.frequencyPenalty != nil || request.logprobs != nil
                || request.topLogprobs != nil || request.choices != nil || request.reasoningBudgetTokens != nil
                || request.responseFormat != nil
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
                    if request.reasoningLevel != nil || request.includesThoughts != nil
                        || request.reasoningBudgetTokens != nil
                    {
                        out.object("thinkingConfig") { out in
                            out.field("includeThoughts", ifPresent: request.includesThoughts)
                            out.field("thinkingLevel", ifPresent: request.reasoningLevel)
                            out.field("thinkingBudget", ifPresent: request.reasoningBudgetTokens)
                        }
                    }
                }
            }
            out.field("serviceTier", ifPresent: request.serviceTier)
        }
        out.drop("parallelToolCalls", if: request.parallelToolCalls != nil)
        out.drop("serverTools", if: !request.serverTools.isEmpty)
        out.drop("logitBias", if: request.logitBias != nil)
        out.drop("reasoning.effort", if: request.reasoningEffort != nil)
        out.drop("reasoning.summary", if: request.reasoningSummary != nil)
        out.drop("cache", if: !request.cache.isEmpty)
        out.drop("cacheKey", if: request.cacheKey != nil)
        out.drop("user", if: request.user != nil)
        out.drop("metadata", if: request.metadata != nil)
        out.drop("store", if: request.store != nil)
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
                    guard try json.beginObjectIfAny() else { continue }
                    while let key = try json.nextKey() {
                        switch key {
                        case "functionDeclarations":
                            request.tools = try json.list(of: ToolDefinition(name: "", schema: [:]), Self.parseTool)
                        default: try json.skip()
                        }
                    }
                }
            case "toolConfig":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "functionCallingConfig": request.toolChoice = try Self.parseToolChoice(&json)
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
                    case "responseJsonSchema", "responseSchema": request.responseSchema = try json.value()
                    case "thinkingConfig":
                        guard try json.beginObjectIfAny() else { break }
                        while let key = try json.nextKey() {
                            switch key {
                            case "includeThoughts": request.includesThoughts = try json.boolIfAny()
                            case "thinkingLevel": request.reasoningLevel = try json.stringIfAny()
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
            default: try json.keep(key, in: &request.extra, of: Self.id)
            }
        }
        return request
    }
}

// MARK: - Response

extension GeminiChatWire {
    /// Writes a whole response's body.
    public static func renderResponse(_ chunk: Chunk, into out: inout Renderer) {
        out.object { out in
            out.single("candidates", if: !chunk.pieces.isEmpty || chunk.stop != nil) { out in
                out.field("index", 0)
                out.object("content") { out in
                    out.field("role", "model")
                    out.list("parts", chunk.flatParts, at: "flatParts", Self.renderPart)
                }
                if !chunk.pieces.isEmpty {
                    out.object("groundingMetadata") { out in
                        out.list("groundingChunks", ifPresent: chunk.citations, at: "citations", Self.renderSource)
                    }
                }
                out.field("finishReason", ifPresent: chunk.stop, Self.renderStop)
            }
            out.object("promptFeedback") { out in
            }
            out.field("usageMetadata", ifPresent: chunk.usage, Self.renderUsage)
            out.field("modelVersion", ifPresent: chunk.model)
            out.field("responseId", ifPresent: chunk.responseID)
            out.field("error", ifPresent: chunk.failure, Self.renderFailure)
        }
    }

    /// Reads a whole response's body.
    public static func parseResponse(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError) {
        try json.beginObject()
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
                                default: try json.skip()
                                }
                            }
                        case "groundingMetadata":
                            guard try json.beginObjectIfAny() else { break }
                            while let key = try json.nextKey() {
                                switch key {
                                case "groundingChunks":
                                    chunk.citations = try json.list(of: Citation(), Self.parseSource)
                                default: try json.skip()
                                }
                            }
                        case "finishReason": chunk.stop = try Self.parseStop(&json)
                        default: try json.skip()
                        }
                    }
                }
            case "promptFeedback":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "blockReason": chunk.stop = try Self.parseStop(&json)
                    default: try json.skip()
                    }
                }
            case "usageMetadata": chunk.usage = try json.object(UsageCounts(), Self.parseUsage) ?? chunk.usage
            case "modelVersion" where chunk.needsHead: chunk.model = try json.stringIfAny()
            case "responseId" where chunk.needsHead: chunk.responseID = try json.stringIfAny()
            case "error": chunk.failure = try json.object(Failure(), Self.parseFailure)
            default: try json.skip()
            }
        }
    }
}

// MARK: - Stream event

extension GeminiChatWire {
    /// Writes one stream event.
    public static func renderEvent(_ chunk: Chunk, into out: inout Renderer) {
        out.object { out in
            out.single("candidates", if: !chunk.pieces.isEmpty || chunk.stop != nil) { out in
                out.field("index", 0)
                out.object("content") { out in
                    out.field("role", "model")
                    out.list("parts", chunk.flatParts, at: "flatParts", Self.renderPart)
                }
                if !chunk.pieces.isEmpty {
                    out.object("groundingMetadata") { out in
                        out.list("groundingChunks", ifPresent: chunk.citations, at: "citations", Self.renderSource)
                    }
                }
                out.field("finishReason", ifPresent: chunk.stop, Self.renderStop)
            }
            out.object("promptFeedback") { out in
            }
            out.field("usageMetadata", ifPresent: chunk.usage, Self.renderUsage)
            out.field("modelVersion", ifPresent: chunk.model)
            out.field("responseId", ifPresent: chunk.responseID)
            out.field("error", ifPresent: chunk.failure, Self.renderFailure)
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
                                default: try json.skip()
                                }
                            }
                        case "groundingMetadata":
                            guard try json.beginObjectIfAny() else { break }
                            while let key = try json.nextKey() {
                                switch key {
                                case "groundingChunks":
                                    chunk.citations = try json.list(of: Citation(), Self.parseSource)
                                default: try json.skip()
                                }
                            }
                        case "finishReason": chunk.stop = try Self.parseStop(&json)
                        default: try json.skip()
                        }
                    }
                }
            case "promptFeedback":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "blockReason": chunk.stop = try Self.parseStop(&json)
                    default: try json.skip()
                    }
                }
            case "usageMetadata": chunk.usage = try json.object(UsageCounts(), Self.parseUsage) ?? chunk.usage
            case "modelVersion" where chunk.needsHead: chunk.model = try json.stringIfAny()
            case "responseId" where chunk.needsHead: chunk.responseID = try json.stringIfAny()
            case "error": chunk.failure = try json.object(Failure(), Self.parseFailure)
            default: try json.skip()
            }
        }
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

// MARK: - part

extension GeminiChatWire {
    /// Writes `part`.
    public static func renderPart(_ flatPart: FlatPart, into out: inout Renderer) {
        out.object(extra: flatPart.extra) { out in
            out.field("text", ifPresent: flatPart.text)
            out.field("thought", ifPresent: flatPart.isThought)
            out.field("thoughtSignature", ifPresent: flatPart.signature)
            if flatPart.mediaType != nil || flatPart.base64 != nil || flatPart.name != nil {
                out.object("inlineData") { out in
                    out.field("mimeType", flatPart.mediaType ?? "")
                    out.field("data", flatPart.base64 ?? "")
                    out.field("displayName", ifPresent: flatPart.name)
                }
            }
            if flatPart.looseType != nil || flatPart.url != nil {
                out.object("fileData") { out in
                    out.field("mimeType", ifPresent: flatPart.looseType)
                    out.field("fileUri", flatPart.url ?? "")
                }
            }
            out.field("functionCall", ifPresent: flatPart.call, Self.renderCall)
            out.field("functionResponse", ifPresent: flatPart.result, Self.renderResult)
            out.field("executableCode", ifPresent: flatPart.code)
            out.field("codeExecutionResult", ifPresent: flatPart.codeResult)
        }
    }

    /// Reads `part`.
    public static func parsePart(_ json: inout JSONReader, into flatPart: inout FlatPart) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "text": flatPart.text = try json.stringIfAny()
            case "thought": flatPart.isThought = try json.boolIfAny()
            case "thoughtSignature": flatPart.signature = try json.stringIfAny()
            case "inlineData":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "mimeType": flatPart.mediaType = try json.stringIfAny()
                    case "data": flatPart.base64 = try json.stringIfAny()
                    case "displayName": flatPart.name = try json.stringIfAny()
                    default: try json.keep(key, in: &flatPart.extra, of: Self.id, under: "inlineData")
                    }
                }
            case "fileData":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "mimeType": flatPart.looseType = try json.stringIfAny()
                    case "fileUri": flatPart.url = try json.stringIfAny()
                    default: try json.keep(key, in: &flatPart.extra, of: Self.id, under: "fileData")
                    }
                }
            case "functionCall": flatPart.call = try json.object(ToolCall(), Self.parseCall)
            case "functionResponse": flatPart.result = try json.object(ToolResult(), Self.parseResult)
            case "executableCode": flatPart.code = try json.value()
            case "codeExecutionResult": flatPart.codeResult = try json.value()
            default: try json.keep(key, in: &flatPart.extra, of: Self.id)
            }
        }
    }
}

// MARK: - turn

extension GeminiChatWire {
    /// Writes `turn`.
    public static func renderTurn(_ turn: Message, into out: inout Renderer) {
        switch turn.role {
        case .user:
            let turn = out.flattened(turn)
            out.object(extra: turn.extra) { out in
                out.field("role", "user")
                out.list("parts", turn.flatParts, at: "flatParts", Self.renderPart)
            }
            out.drop("name", if: turn.name != nil)
        case .assistant:
            let turn = out.flattened(turn)
            out.object(extra: turn.extra) { out in
                out.field("role", "model")
                out.list("parts", turn.flatParts, at: "flatParts", Self.renderPart)
            }
            out.drop("name", if: turn.name != nil)
        case .system, .tool: break
        }
    }

    /// Reads `turn`.
    public static func parseTurn(_ json: inout JSONReader, into turns: inout [Message]) throws(JSONError) {
        switch json.lookAheadString("role") {
        case "user":
            var turn = Message(role: .user)
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "parts": turn.flatParts = try json.list(of: FlatPart(origin: Self.id), Self.parsePart)
                case "role": try json.skip()
                default: try json.keep(key, in: &turn.extra, of: Self.id)
                }
            }
            turns.append(turn)
        case "model":
            var turn = Message(role: .assistant)
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "parts": turn.flatParts = try json.list(of: FlatPart(origin: Self.id), Self.parsePart)
                case "role": try json.skip()
                default: try json.keep(key, in: &turn.extra, of: Self.id)
                }
            }
            turns.append(turn)
        default:
            try json.skip()
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
    }

    /// Reads `tool`.
    public static func parseTool(_ json: inout JSONReader, into tool: inout ToolDefinition) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "name": tool.name = try json.stringIfAny() ?? ""
            case "description": tool.description = try json.stringIfAny()
            case "parametersJsonSchema", "parameters": tool.schema = try json.value()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
    }
}

// MARK: - toolChoice

extension GeminiChatWire {
    /// Writes `toolChoice`.
    public static func renderToolChoice(_ choice: ToolChoice, into out: inout Renderer) {
        switch choice {
        case .auto:
            out.object { out in
                out.field("mode", "AUTO")
            }
        case .none:
            out.object { out in
                out.field("mode", "NONE")
            }
        case .required:
            out.object { out in
                out.field("mode", "ANY")
            }
        case .tool(let tool):
            out.object { out in
                out.field("mode", "ANY")
                out.field("allowedFunctionNames", tool.names)
            }
        }
    }

    /// Reads `toolChoice`.
    public static func parseToolChoice(_ json: inout JSONReader) throws(JSONError) -> ToolChoice? {
        switch json.lookAheadString("mode") {
        case "AUTO":
            try json.skip()
            return ToolChoice.auto
        case "NONE":
            try json.skip()
            return ToolChoice.none
        case "ANY":
            try json.skip()
            return ToolChoice.required
        default:
            try json.skip()
            return nil
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
        out.drop(citation.extra)
    }

    /// Reads `source`.
    public static func parseSource(_ json: inout JSONReader, into citation: inout Citation) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "web":
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
            default: try json.skip()
            }
        }
    }
}

// MARK: - failure

extension GeminiChatWire {
    /// Writes `failure`.
    public static func renderFailure(_ failure: Failure, into out: inout Renderer) {
        out.object { out in
            out.field("code", ifPresent: failure.code)
            out.field("message", ifPresent: failure.message)
            out.field("status", ifPresent: failure.kind)
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
            default: try json.skip()
            }
        }
    }
}

// MARK: - call

extension GeminiChatWire {
    /// Writes `call`.
    public static func renderCall(_ call: ToolCall, into out: inout Renderer) {
        out.object { out in
            out.field("id", ifPresent: call.vendorID)
            out.field("name", call.name)
            out.field("args", call.arguments ?? JSON.object([:]))
        }
        out.drop(call.extra)
    }

    /// Reads `call`.
    public static func parseCall(_ json: inout JSONReader, into call: inout ToolCall) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": call.vendorID = try json.stringIfAny()
            case "name": call.name = try json.stringIfAny() ?? ""
            case "args": call.arguments = try json.value()
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
        }
        out.drop("isError", if: result.isError)
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
            default: try json.skip()
            }
        }
    }
}
