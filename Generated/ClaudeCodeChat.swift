// Generated from IDL/Wires/ClaudeCodeChat.idl: edit that file, not this one.

public import MassGenCore

/// Claude Code stream-json, as its vendor defines it.
public enum ClaudeCodeChat: ClaudeCodeChatWire {}

/// Claude Code stream-json: a provider that differs replaces the shapes in which it does.
public protocol ClaudeCodeChatWire: AnthropicMessagesWire {
    /// Writes `line`.
    static func renderLine(_ turn: Message, into out: inout Renderer)
    /// Reads `line`.
    static func parseLine(_ json: inout JSONReader, into turns: inout [Message]) throws(JSONError)
    /// Writes the case `user` of `line`.
    static func renderLineUser(_ turn: Message, into out: inout Renderer)
    /// Reads the case `user` of `line`.
    static func parseLineUser(_ json: inout JSONReader, into turns: inout [Message]) throws(JSONError)
    /// Writes `outcome`.
    static func renderOutcome(_ stop: Finish, into out: inout Renderer)
    /// Reads `outcome`.
    static func parseOutcome(_ json: inout JSONReader) throws(JSONError) -> Finish?
    /// Writes `modelUsage`.
    static func renderModelUsage(_ usage: UsageCounts, into out: inout Renderer)
    /// Reads `modelUsage`.
    static func parseModelUsage(_ json: inout JSONReader, into usage: inout UsageCounts) throws(JSONError)
    /// Writes what a provider adds to `modelUsage`.
    static func renderModelUsageMore(_ usage: UsageCounts, into out: inout Renderer)
    /// Reads a key that a provider adds to `modelUsage`; false if it is none of those.
    static func parseModelUsageMore(
        _ key: JSONKey, _ json: inout JSONReader, into usage: inout UsageCounts
    ) throws(JSONError) -> Bool
    /// Writes `piece`.
    static func renderPiece(_ chunk: Chunk, into out: inout Renderer)
    /// Reads `piece`.
    static func parsePiece(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError)
    /// Writes `delta`.
    static func renderDelta(_ chunk: Chunk, into out: inout Renderer)
}

// MARK: - Facts

extension ClaudeCodeChatWire {
    /// The id of Claude Code stream-json.
    public static var id: String { "claude-code" }

    /// How events are cut out of a streamed body.
    public static var framing: Framing { .lines }

    /// The content of a stream comes in numbered blocks.
    public static var isNumbered: Bool { true }

    /// Later counts of a stream stand for earlier ones as a whole.
    public static var replacesCounts: Bool { true }

    /// What the vendor's word for an error means.
    public static func classify(word: String) -> ErrorClass? {
        switch word {
        case "authentication_failed": .authentication
        case "billing_error": .quota
        case "rate_limit": .rateLimited.retryable
        case "invalid_request": .invalidRequest
        case "server_error": .server.retryable
        case "error_max_budget_usd": .quota
        default: AnthropicMessages.classify(word: word)
        }
    }

    /// The vendor's word for an error.
    public static func word(for meaning: ErrorClass) -> String? {
        switch meaning {
        case .authentication: "authentication_failed"
        case .quota: "billing_error"
        case .rateLimited: "rate_limit"
        case .invalidRequest: "invalid_request"
        case .server: "server_error"
        default: AnthropicMessages.word(for: meaning)
        }
    }
}

// MARK: - Request

extension ClaudeCodeChatWire {
    /// Writes a request's body.
    public static func renderRequest(_ request: ChatRequest, into out: inout Renderer) {
        out.beginInstructions(of: request)
        let request = Self.restricted(out.beginTurns(of: request), &out).marked(&out)
        out.object(extra: request.extra) { out in
            out.field("print", true)
            out.field("verbose", true)
            out.field("input-format", "stream-json")
            out.field("output-format", "stream-json")
            out.field("permission-prompt-tool", "stdio")
            if out.isStreaming {
                out.field("include-partial-messages", true)
            }
            out.field("model", request.model)
            out.field("effort", ifPresent: request.reasoningEffort)
            out.field("max-thinking-tokens", ifPresent: request.reasoningBudgetTokens)
            out.field("system-prompt", ifPresent: request.instructions)
            out.field("json-schema", ifPresent: request.responseSchema)
            out.list("messages", request.turns, at: "turns", Self.renderLine)
            Self.renderRequestMore(request, into: &out)
        }
        out.drop("tools", if: !request.tools.isEmpty)
        out.drop("toolChoice", if: request.knownToolChoice != nil)
        out.drop("parallelToolCalls", if: request.parallelToolCalls != nil)
        out.drop("serverTools", if: !request.serverTools.isEmpty)
        out.drop("temperature", if: request.temperature != nil)
        out.drop("topP", if: request.topP != nil)
        out.drop("topK", if: request.topK != nil)
        out.drop("seed", if: request.seed != nil)
        out.drop("stop", if: !request.stop.isEmpty)
        out.drop("maxOutputTokens", if: request.maxOutputTokens != nil)
        out.drop("presencePenalty", if: request.presencePenalty != nil)
        out.drop("frequencyPenalty", if: request.frequencyPenalty != nil)
        out.drop("logitBias", if: request.logitBias != nil)
        out.drop("logprobs", if: request.logprobs != nil)
        out.drop("topLogprobs", if: request.topLogprobs != nil)
        out.drop("choices", if: request.choices != nil)
        out.drop("reasoning.summary", if: request.reasoningSummary != nil)
        out.drop("reasoning.betweenTools", if: request.reasoningBetweenTools != nil)
        out.drop("responseFormat.description", if: request.responseFormatDescription != nil)
        out.drop("responseFormat.strict", if: request.responseFormatStrict != nil)
        out.drop("cacheKey", if: request.cacheKey != nil)
        out.drop("user", if: request.user != nil)
        out.drop("metadata", if: request.metadata != nil)
        out.drop("store", if: request.store != nil)
        out.drop("serviceTier", if: request.serviceTier != nil)
    }

    /// Reads a request's body.
    public static func parseRequest(_ json: inout JSONReader) throws(JSONError) -> ChatRequest {
        var request = ChatRequest(model: "", messages: [])
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "model": request.model = try json.stringIfAny() ?? ""
            case "effort": request.reasoningEffort = (try json.stringIfAny()).map(ReasoningEffort.init(rawValue:))
            case "max-thinking-tokens": request.reasoningBudgetTokens = try json.intIfAny()
            case "system-prompt": request.instructions = try json.stringIfAny()
            case "json-schema": request.responseSchema = try json.value()
            case "messages": request.turns = try json.list(joining: Self.parseLine)
            case "print", "verbose", "input-format", "output-format", "permission-prompt-tool",
                "include-partial-messages":
                try json.pass()
            default:
                if try !Self.parseRequestMore(key, &json, into: &request) {
                    try json.keep(key, in: &request.extra, of: Self.id)
                }
            }
        }
        return request
    }
}

// MARK: - Response

extension ClaudeCodeChatWire {
    /// Writes a whole response's body.
    public static func renderResponse(_ chunk: Chunk, into out: inout Renderer) {
        let chunk = out.flatten(chunk, into: [.text])
        out.object { out in
            out.field("type", "result")
            out.field("subtype", orNull: chunk.stop, Self.renderOutcome)
            out.field("is_error", ifPresent: chunk.hasFailed)
            out.field("result", ifPresent: chunk.text)
            out.field("errors", ifPresent: chunk.failureMessages)
            out.field("api_error_status", ifPresent: chunk.failureCode)
            out.field("usage", ifPresent: chunk.usage, Self.renderUsage)
            out.field("session_id", ifPresent: chunk.responseID)
            Self.renderResponseMore(chunk, into: &out)
        }
        out.drop(chunk.extra)
    }

    /// Reads a whole response's body.
    public static func parseResponse(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "subtype": chunk.stop = try Self.parseOutcome(&json)
            case "is_error": chunk.hasFailed = try json.boolIfAny()
            case "result": chunk.text = try json.stringIfAny()
            case "errors": chunk.failureMessages = try json.texts()
            case "api_error_status": chunk.failureCode = try json.scalarText()
            case "usage": chunk.usage = try json.object(UsageCounts(), Self.parseUsage) ?? chunk.usage
            case "session_id" where chunk.needsHead: chunk.responseID = try json.stringIfAny()
            case "total_cost_usd": chunk.runningCost = try json.scalarText()
            case "modelUsage": chunk.runningCounts = try json.map(of: UsageCounts(), Self.parseModelUsage)
            case "model_usage_since_last_result":
                chunk.latestCounts = try json.map(of: UsageCounts(), Self.parseModelUsage)
            case "type": try json.pass()
            default: if try !Self.parseResponseMore(key, &json, into: &chunk) { try json.skip() }
            }
        }
    }
}

// MARK: - Stream event

extension ClaudeCodeChatWire {
    /// Writes one stream event.
    public static func renderEvent(_ chunk: Chunk, into out: inout Renderer) {
        if chunk.responseID != nil, chunk.model != nil {
            out.object { out in
                out.field("type", "system")
                out.field("session_id", ifPresent: chunk.responseID)
                out.field("model", ifPresent: chunk.model)
            }
        } else if chunk.stop != nil, chunk.hasFailed != nil {
            out.object { out in
                out.field("type", "result")
                out.field("subtype", ifPresent: chunk.stop, Self.renderOutcome)
                out.field("is_error", ifPresent: chunk.hasFailed)
                out.field("errors", ifPresent: chunk.failureMessages)
                out.field("api_error_status", ifPresent: chunk.failureCode)
                out.field("structured_output", ifPresent: chunk.structured)
                out.field("usage", ifPresent: chunk.usage, Self.renderUsage)
                out.field("session_id", ifPresent: chunk.responseID)
            }
        } else if chunk.messageID != nil {
            out.object { out in
                out.field("type", "assistant")
                out.object("message") { out in
                    out.field("id", ifPresent: chunk.messageID)
                    out.field("role", "assistant")
                    out.list("content", chunk.parts, at: "parts", Self.renderPart)
                }
                out.field("error", ifPresent: chunk.failureKind)
                out.field("parent_tool_use_id", ifPresent: chunk.parentCall)
            }
        } else {
            out.object { out in
                out.field("type", "stream_event")
                out.field("event", chunk, Self.renderPiece)
                out.field("parent_tool_use_id", ifPresent: chunk.parentCall)
            }
        }
    }

    /// Reads one stream event.
    public static func parseEvent(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError) {
        switch json.lookAheadString("type") {
        case "system":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "session_id" where chunk.needsHead: chunk.responseID = try json.stringIfAny()
                case "model" where chunk.needsHead: chunk.model = try json.stringIfAny()
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        case "result":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "subtype": chunk.stop = try Self.parseOutcome(&json)
                case "is_error": chunk.hasFailed = try json.boolIfAny()
                case "result": chunk.failureMessage = try json.stringIfAny()
                case "errors": chunk.failureMessages = try json.texts()
                case "api_error_status": chunk.failureCode = try json.scalarText()
                case "structured_output": chunk.structured = try json.value()
                case "usage": chunk.usage = try json.object(UsageCounts(), Self.parseUsage) ?? chunk.usage
                case "session_id" where chunk.needsHead: chunk.responseID = try json.stringIfAny()
                case "total_cost_usd": chunk.runningCost = try json.scalarText()
                case "modelUsage": chunk.runningCounts = try json.map(of: UsageCounts(), Self.parseModelUsage)
                case "model_usage_since_last_result":
                    chunk.latestCounts = try json.map(of: UsageCounts(), Self.parseModelUsage)
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        case "assistant":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "message":
                    guard try json.beginObjectIfAny() else { break }
                    while let key = try json.nextKey() {
                        switch key {
                        case "id": chunk.messageID = try json.stringIfAny()
                        case "content": chunk.parts = try json.list(Self.parsePart)
                        case "role": try json.pass()
                        default: try json.skip()
                        }
                    }
                case "error": chunk.failureKind = try json.stringIfAny()
                case "parent_tool_use_id": chunk.parentCall = try json.stringIfAny()
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        case "stream_event":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "event": try json.object(into: &chunk, Self.parsePiece)
                case "parent_tool_use_id": chunk.parentCall = try json.stringIfAny()
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        case "user":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "message":
                    guard try json.beginObjectIfAny() else { break }
                    while let key = try json.nextKey() {
                        switch key {
                        case "content": chunk.results = try json.list(Self.parsePart)
                        default: try json.skip()
                        }
                    }
                case "parent_tool_use_id": chunk.parentCall = try json.stringIfAny()
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        default: try json.skip()
        }
    }
}

// MARK: - Error body

extension ClaudeCodeChatWire {
    /// Writes an error's body.
    public static func renderFailureBody(_ failure: Failure, into out: inout Renderer) {
        out.object { out in
            out.field("type", "result")
            out.field("result", ifPresent: failure.message)
            out.field("api_error_status", ifPresent: failure.code)
        }
    }

    /// Reads an error's body.
    public static func parseFailureBody(_ json: inout JSONReader) throws(JSONError) -> Failure {
        var failure = Failure()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "result": failure.message = try json.stringIfAny()
            case "api_error_status": failure.code = try json.scalarText()
            case "type": try json.pass()
            default: try json.skip()
            }
        }
        return failure
    }
}

// MARK: - line

extension ClaudeCodeChatWire {
    /// Writes `line`.
    public static func renderLine(_ turn: Message, into out: inout Renderer) {
        switch turn.role {
        case .user: Self.renderLineUser(turn, into: &out)
        default: out.drop(turn)
        }
    }

    /// Reads `line`.
    public static func parseLine(_ json: inout JSONReader, into turns: inout [Message]) throws(JSONError) {
        switch json.lookAheadString("type") {
        case "user": try Self.parseLineUser(&json, into: &turns)
        default: try json.skip()
        }
    }

    /// Writes the case `user` of `line`.
    public static func renderLineUser(_ turn: Message, into out: inout Renderer) {
        out.object { out in
            out.field("type", "user")
            out.object("message") { out in
                out.field("role", "user")
                out.list("content", turn.parts, at: "parts", Self.renderPart)
            }
            out.field("parent_tool_use_id", JSON.null)
            out.field("session_id", "")
        }
        out.drop("name", if: turn.name != nil)
        out.drop(turn.extra)
    }

    /// Reads the case `user` of `line`.
    public static func parseLineUser(_ json: inout JSONReader, into turns: inout [Message]) throws(JSONError) {
        var turn = Message(role: .user)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "message":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "content":
                        switch try json.peek() {
                        case .array: turn.parts += try json.list(Self.parsePart)
                        case .string: turn.text = try json.stringIfAny()
                        default: try json.skip()
                        }
                    case "role": try json.pass()
                    default: try json.skip()
                    }
                }
            case "type", "parent_tool_use_id", "session_id": try json.pass()
            default: try json.skip()
            }
        }
        turns.append(turn)
    }
}

// MARK: - outcome

extension ClaudeCodeChatWire {
    /// Writes `outcome`.
    public static func renderOutcome(_ stop: Finish, into out: inout Renderer) {
        switch stop.reason {
        case .stop: out.value("success")
        default:
            out.value("success")
            out.lose("stopReason", .approximated, "\(stop.reason) is sent as success")
        }
    }

    /// Reads `outcome`.
    public static func parseOutcome(_ json: inout JSONReader) throws(JSONError) -> Finish? {
        guard let word = try json.stringIfAny() else { return nil }
        let reason: StopReason =
            switch word {
            case "success": .stop
            case "error_max_turns": .pause
            case "error_during_execution": .error
            default: .other
            }
        return Finish(reason: reason, vendorReason: word)
    }
}

// MARK: - modelUsage

extension ClaudeCodeChatWire {
    /// Writes `modelUsage`.
    public static func renderModelUsage(_ usage: UsageCounts, into out: inout Renderer) {
        out.object { out in
            out.field("inputTokens", ifPresent: usage.input)
            out.field("outputTokens", ifPresent: usage.output)
            out.field("cacheReadInputTokens", ifPresent: usage.cacheRead)
            out.field("cacheCreationInputTokens", ifPresent: usage.cacheWrite)
            out.field("webSearchRequests", ifPresent: usage.searches)
            Self.renderModelUsageMore(usage, into: &out)
        }
    }

    /// Reads `modelUsage`.
    public static func parseModelUsage(_ json: inout JSONReader, into usage: inout UsageCounts) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "inputTokens": usage.input = try json.intIfAny() ?? usage.input
            case "outputTokens": usage.output = try json.intIfAny() ?? usage.output
            case "cacheReadInputTokens": usage.cacheRead = try json.intIfAny() ?? usage.cacheRead
            case "cacheCreationInputTokens": usage.cacheWrite = try json.intIfAny() ?? usage.cacheWrite
            case "webSearchRequests": usage.searches = try json.intIfAny() ?? usage.searches
            default: if try !Self.parseModelUsageMore(key, &json, into: &usage) { try json.skip() }
            }
        }
    }

    /// Writes what a provider adds to `modelUsage`.
    public static func renderModelUsageMore(_ usage: UsageCounts, into out: inout Renderer) {}

    /// Reads a key that a provider adds to `modelUsage`; false if it is none of those.
    public static func parseModelUsageMore(
        _ key: JSONKey, _ json: inout JSONReader, into usage: inout UsageCounts
    ) throws(JSONError) -> Bool {
        false
    }
}

// MARK: - piece

extension ClaudeCodeChatWire {
    /// Writes `piece`.
    public static func renderPiece(_ chunk: Chunk, into out: inout Renderer) {
        if chunk.messageID != nil {
            out.object { out in
                out.field("type", "message_start")
                out.object("message") { out in
                    out.field("id", ifPresent: chunk.messageID)
                }
            }
        } else if chunk.block != nil, chunk.opened != nil {
            out.object { out in
                out.field("type", "content_block_start")
                out.field("index", ifPresent: chunk.block)
                out.field("content_block", ifPresent: chunk.opened, Self.renderPart)
            }
        } else if chunk.ended != nil {
            out.object { out in
                out.field("type", "content_block_stop")
                out.field("index", ifPresent: chunk.ended)
            }
        } else if chunk.block != nil {
            out.object { out in
                out.field("type", "content_block_delta")
                out.field("index", ifPresent: chunk.block)
                out.field("delta", chunk, Self.renderDelta)
            }
        } else {
            out.object { out in
                out.field("type", "message_delta")
                out.field("usage", ifPresent: chunk.usage, Self.renderUsage)
            }
        }
    }

    /// Reads `piece`.
    public static func parsePiece(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError) {
        switch json.lookAheadString("type") {
        case "message_start":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "message":
                    guard try json.beginObjectIfAny() else { break }
                    while let key = try json.nextKey() {
                        switch key {
                        case "id": chunk.messageID = try json.stringIfAny()
                        default: try json.skip()
                        }
                    }
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        case "content_block_start":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "index": chunk.block = try json.intIfAny()
                case "content_block": chunk.opened = try Self.parsePart(&json)
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        case "content_block_stop":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "index": chunk.ended = try json.intIfAny()
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        case "content_block_delta":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "index": chunk.block = try json.intIfAny()
                case "delta": try json.object(into: &chunk, Self.parseDelta)
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        case "message_delta":
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "usage": chunk.usage = try json.object(UsageCounts(), Self.parseUsage) ?? chunk.usage
                case "type": try json.pass()
                default: try json.skip()
                }
            }
        default: try json.skip()
        }
    }
}

// MARK: - delta

extension ClaudeCodeChatWire {
    /// Writes `delta`.
    public static func renderDelta(_ chunk: Chunk, into out: inout Renderer) {
        if chunk.text != nil {
            out.object { out in
                out.field("type", "text_delta")
                out.field("text", ifPresent: chunk.text)
            }
        } else if chunk.argumentsText != nil {
            out.object { out in
                out.field("type", "input_json_delta")
                out.field("partial_json", ifPresent: chunk.argumentsText)
            }
        } else if chunk.reasoning != nil {
            out.object { out in
                out.field("type", "thinking_delta")
                out.field("thinking", ifPresent: chunk.reasoning)
            }
        } else if chunk.signature != nil {
            out.object { out in
                out.field("type", "signature_delta")
                out.field("signature", ifPresent: chunk.signature)
            }
        } else if chunk.citation != nil {
            out.object { out in
                out.field("type", "citations_delta")
                out.field("citation", ifPresent: chunk.citation, Self.renderCitation)
            }
        }
    }
}
