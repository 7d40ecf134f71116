// Generated from IDL/Providers/Groq.idl: edit that file, not this one.

public import MassGenCore

/// Groq, by OpenAI Chat Completions.
public struct Groq: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = GroqWire

    /// What is known of it.
    public static let provider = Provider(
        id: "groq",
        title: "Groq",
        wire: "openai-chat",
        base: "https://api.groq.com/openai/v1",
        baseVariables: ["GROQ_API_BASE"],
        keys: [.bearer(["GROQ_API_KEY"])],
        endpoints: [.init("/chat/completions")],
        services: OpenAIChat.services,
        capabilities: [
            "streaming", "tools", "toolChoice", "parallelTools", "strictTools", "vision", "jsonMode", "jsonSchema",
            "reasoning", "reasoningEffort", "sampling", "stop", "reasoningField", "maxCompletionTokens", "webSearch",
            "codeExecution",
        ],
        refused: [
            "top_k", "presence_penalty", "frequency_penalty", "logit_bias", "logprobs", "top_logprobs", "n", "metadata",
            "store", "prompt_cache_key",
        ],
        settings: [
            "reasoning_format": .text, "include_reasoning": .bool, "search_settings": .json, "documents": .json,
            "citation_options": .text, "compound_custom": .json, "disable_tool_validation": .bool,
        ],
        defaultModel: "openai/gpt-oss-120b",
        media: [.init(.image, types: ["png", "jpeg", "gif", "webp"], size: 4 << 20, count: 5)],
        hosts: ["groq.com"],
        limits: OpenAIChat.limits,
        requestIDHeader: "x-request-id",
        models: .groq
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

extension Groq {
    /// Settings of a request that only Groq has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// Where thoughts go: parsed, raw or hidden.
        public var reasoningFormat: String? {
            get { json["reasoning_format"]?.string }
            set { json["reasoning_format"] = newValue.map(JSON.string) }
        }

        /// Whether thoughts are sent at all; not together with reasoning_format.
        public var includeReasoning: Bool? {
            get { json["include_reasoning"]?.bool }
            set { json["include_reasoning"] = newValue.map(JSON.bool) }
        }

        /// Which sites the compound models may search.
        public var searchSettings: JSON? {
            get { json["search_settings"] }
            set { json["search_settings"] = newValue }
        }

        /// Texts that the answer is to rest on.
        public var documents: JSON? {
            get { json["documents"] }
            set { json["documents"] = newValue }
        }

        /// Enabled, to have the answer name its documents.
        public var citationOptions: String? {
            get { json["citation_options"]?.string }
            set { json["citation_options"] = newValue.map(JSON.string) }
        }

        /// Models and tools of the compound systems.
        public var compoundCustom: JSON? {
            get { json["compound_custom"] }
            set { json["compound_custom"] = newValue }
        }

        /// Whether calls of tools that were not offered are let through.
        public var disableToolValidation: Bool? {
            get { json["disable_tool_validation"]?.bool }
            set { json["disable_tool_validation"] = newValue.map(JSON.bool) }
        }
    }
}

extension ChatRequest {
    /// Settings that only Groq has; other providers never see them.
    public var groq: Groq.Settings {
        get { Groq.Settings(json: extra["groq"] ?? [:]) }
        set { extra["groq"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// OpenAI Chat Completions as Groq speaks it: only what differs stands here.
public enum GroqWire: OpenAIChatWire {
    /// What the vendor's word for an error means.
    public static func classify(word: String) -> ErrorClass? {
        switch word {
        case "tool_use_failed", "json_validate_failed": .invalidRequest.retryable
        default: OpenAIChat.classify(word: word)
        }
    }

    /// What a status means.
    public static func classify(status: Int) -> ErrorClass? {
        switch status {
        case 498: .overloaded.retryable
        default: OpenAIChat.classify(status: status)
        }
    }

    /// The vendor's word for an error.
    public static func word(for meaning: ErrorClass) -> String? {
        switch meaning {
        case .invalidRequest: "tool_use_failed"
        default: OpenAIChat.word(for: meaning)
        }
    }

    /// What Groq does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("topK", &request.topK)
        out.remove("logitBias", &request.logitBias)
        out.remove("logprobs", &request.logprobs)
        out.remove("topLogprobs", &request.topLogprobs)
        out.remove("presencePenalty", &request.presencePenalty)
        out.remove("frequencyPenalty", &request.frequencyPenalty)
        out.remove("choices", &request.choices)
        out.remove("metadata", &request.metadata)
        out.remove("store", &request.store)
        out.remove("cacheKey", &request.cacheKey)
        request.reasoningEffort = out.allowed(
            request.reasoningEffort, "reasoning.effort", in: ["none", "default", "low", "medium", "high"]
        )
        return request
    }

    /// Reads a key that a provider adds to one stream event; false if it is none of those.
    public static func parseEventMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool {
        switch key {
        case "x_groq":
            guard try json.beginObjectIfAny() else { break }
            while let key = try json.nextKey() {
                switch key {
                case "usage": chunk.usage = try json.object(UsageCounts(), Self.parseUsage) ?? chunk.usage
                case "error":
                    switch try json.peek() {
                    case .object: chunk.failure = try json.object(Failure(), Self.parseFailure)
                    case .string: chunk.failureMessage = try json.stringIfAny()
                    default: try json.skip()
                    }
                default: try json.skip()
                }
            }
        default: return false
        }
        return true
    }

    /// Writes `serverTool`.
    public static func renderServerTool(_ tool: ServerTool, into out: inout Renderer) {
        switch tool.name {
        case "webSearch" where out.can("webSearch"): Self.renderServerToolWebSearch(tool, into: &out)
        case "codeExecution" where out.can("codeExecution"): Self.renderServerToolCodeExecution(tool, into: &out)
        default:
            out.other(tool, known: "webSearch", "codeExecution")
        }
    }

    /// Reads `serverTool`.
    public static func parseServerTool(_ json: inout JSONReader) throws(JSONError) -> ServerTool? {
        switch json.lookAheadString("type") {
        case "browser_search": return try Self.parseServerToolWebSearch(&json)
        case "code_interpreter": return try Self.parseServerToolCodeExecution(&json)
        default: return try json.serverTool(by: "type", of: Self.id)
        }
    }

    /// Writes the row `webSearch` of `serverTool`.
    public static func renderServerToolWebSearch(_ tool: ServerTool, into out: inout Renderer) {
        out.object { out in
            out.field("type", "browser_search")
        }
        out.dropSettings(of: tool)
        out.drop(tool.extra)
    }

    /// Reads the row `webSearch` of `serverTool`.
    public static func parseServerToolWebSearch(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        let tool = ServerTool(name: "webSearch")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": try json.pass()
            default: try json.skip()
            }
        }
        return tool
    }

    /// Writes the row `codeExecution` of `serverTool`.
    public static func renderServerToolCodeExecution(_ tool: ServerTool, into out: inout Renderer) {
        out.object { out in
            out.field("type", "code_interpreter")
        }
        out.dropSettings(of: tool)
        out.drop(tool.extra)
    }

    /// Reads the row `codeExecution` of `serverTool`.
    public static func parseServerToolCodeExecution(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        let tool = ServerTool(name: "codeExecution")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": try json.pass()
            default: try json.skip()
            }
        }
        return tool
    }

    /// Reads a key that a provider adds to `answer`; false if it is none of those.
    public static func parseAnswerMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool {
        switch key {
        case "executed_tools": chunk.parts = try json.list(Self.parseExecutedTool)
        default: return false
        }
        return true
    }

    /// Reads a key that a provider adds to `delta`; false if it is none of those.
    public static func parseDeltaMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool {
        switch key {
        case "executed_tools": chunk.parts = try json.list(Self.parseExecutedTool)
        default: return false
        }
        return true
    }

    /// Writes `executedTool`.
    public static func renderExecutedTool(_ part: Part, into out: inout Renderer) {
        switch part {
        default: out.drop(part)
        }
    }

    /// Reads `executedTool`.
    public static func parseExecutedTool(_ json: inout JSONReader) throws(JSONError) -> Part? {
        switch json.lookAheadString("type") {
        case _?: return try Self.parseExecutedToolServerToolCall(&json)
        default:
            try json.skip()
            return nil
        }
    }

    /// Reads the case `serverToolCall` of `executedTool`.
    public static func parseExecutedToolServerToolCall(_ json: inout JSONReader) throws(JSONError) -> Part {
        var call = ServerToolCall(origin: Self.id)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": call.name = try json.stringIfAny() ?? ""
            case "arguments": call.arguments = try json.value()
            default: try json.keep(key, in: &call.extra, of: Self.id)
            }
        }
        return .serverToolCall(call)
    }
}
