// Generated from IDL/Providers/Grok.idl: edit that file, not this one.

public import MassGenCore

/// Grok, by OpenAI Chat Completions.
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
        services: OpenAIChat.services,
        capabilities: [
            "streaming", "tools", "toolChoice", "parallelTools", "vision", "jsonMode", "jsonSchema", "reasoning",
            "reasoningEffort", "sampling", "caching", "maxCompletionTokens", "streamOptions",
        ],
        refused: [
            "top_k", "presence_penalty", "frequency_penalty", "logit_bias", "metadata", "store", "prompt_cache_key",
        ],
        defaultModel: "grok-4.3",
        media: [.init(.image, types: ["png", "jpeg"])],
        hosts: ["x.ai"],
        limits: OpenAIChat.limits,
        requestIDHeader: "x-request-id",
        models: .grok
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

/// OpenAI Chat Completions as Grok speaks it: only what differs stands here.
public enum GrokWire: OpenAIChatWire {
    /// How schemas must be for answers and calls to be held to them.
    public static var schemaRules: SchemaRules {
        var rules = OpenAIChat.schemaRules
        rules.opens = true
        return rules
    }

    /// What the vendor's word for an error means.
    public static func classify(word: String) -> ErrorClass? {
        switch word {
        case "The service is currently unavailable": .overloaded.retryable
        default: OpenAIChat.classify(word: word)
        }
    }

    /// What a status means.
    public static func classify(status: Int) -> ErrorClass? {
        switch status {
        case 410: .invalidRequest
        default: OpenAIChat.classify(status: status)
        }
    }

    /// The vendor's word for an error.
    public static func word(for meaning: ErrorClass) -> String? {
        switch meaning {
        case .overloaded: "The service is currently unavailable"
        default: OpenAIChat.word(for: meaning)
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

    /// Reads a key that a provider adds to a whole response's body; false if it is none of those.
    public static func parseResponseMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool {
        switch key {
        case "code": chunk.failureCode = try json.scalarText()
        default: return false
        }
        return true
    }

    /// Reads a key that a provider adds to one stream event; false if it is none of those.
    public static func parseEventMore(
        _ key: JSONKey, _ json: inout JSONReader, into chunk: inout Chunk
    ) throws(JSONError) -> Bool {
        switch key {
        case "code": chunk.failureCode = try json.scalarText()
        default: return false
        }
        return true
    }

    /// Reads a key that a provider adds to `usage`; false if it is none of those.
    public static func parseUsageMore(
        _ key: JSONKey, _ json: inout JSONReader, into usage: inout UsageCounts
    ) throws(JSONError) -> Bool {
        switch key {
        case "cost_in_usd_ticks": usage.costTicks = try json.intIfAny()
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
        default: return false
        }
        return true
    }
}

/// Grok, by OpenAI Responses.
public struct GrokResponses: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = GrokResponsesWire

    /// What is known of it.
    public static let provider = Provider(
        id: "grok",
        title: "Grok",
        wire: "openai-responses",
        base: "https://api.x.ai/v1",
        baseVariables: ["XAI_BASE_URL"],
        keys: [.bearer(["XAI_API_KEY"])],
        endpoints: [.init("/responses")],
        services: OpenAIResponses.services,
        capabilities: [
            "streaming", "tools", "toolChoice", "parallelTools", "vision", "jsonMode", "jsonSchema", "reasoning",
            "reasoningEffort", "sampling", "caching", "maxCompletionTokens", "streamOptions", "strictTools", "files",
            "webSearch", "codeExecution", "fileSearch", "imageGeneration", "mcp",
        ],
        refused: ["metadata"],
        defaultModel: "grok-4.3",
        media: [.init(.image, types: ["png", "jpeg"])],
        limits: OpenAIResponses.limits,
        requestIDHeader: "x-request-id",
        models: .grok
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

/// OpenAI Responses as Grok speaks it: only what differs stands here.
public enum GrokResponsesWire: OpenAIResponsesWire {
    /// What the vendor's word for an error means.
    public static func classify(word: String) -> ErrorClass? {
        switch word {
        case "The service is currently unavailable": .overloaded.retryable
        default: OpenAIResponses.classify(word: word)
        }
    }

    /// What a status means.
    public static func classify(status: Int) -> ErrorClass? {
        switch status {
        case 410: .invalidRequest
        default: OpenAIResponses.classify(status: status)
        }
    }

    /// The vendor's word for an error.
    public static func word(for meaning: ErrorClass) -> String? {
        switch meaning {
        case .overloaded: "The service is currently unavailable"
        default: OpenAIResponses.word(for: meaning)
        }
    }

    /// What Grok does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("metadata", &request.metadata)
        return request
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
            case "arguments": tool.argumentsText = try json.stringIfAny() ?? ""
            case "type": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return .webSearch(tool)
    }

    /// Writes `serverTool`.
    public static func renderServerTool(_ tool: ServerTool, into out: inout Renderer) {
        switch tool.name {
        case "webSearch" where out.can("webSearch"): Self.renderServerToolWebSearch(tool, into: &out)
        case "fileSearch" where out.can("fileSearch"): Self.renderServerToolFileSearch(tool, into: &out)
        case "codeExecution" where out.can("codeExecution"): Self.renderServerToolCodeExecution(tool, into: &out)
        case "computerUse" where out.can("computerUse"): Self.renderServerToolComputerUse(tool, into: &out)
        case "imageGeneration" where out.can("imageGeneration"): Self.renderServerToolImageGeneration(tool, into: &out)
        case "mcp" where out.can("mcp"): Self.renderServerToolMcp(tool, into: &out)
        case "xSearch": Self.renderServerToolXSearch(tool, into: &out)
        default:
            out.other(
                tool, known: "webSearch", "fileSearch", "codeExecution", "computerUse", "imageGeneration", "mcp",
                "xSearch"
            )
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
        case "x_search": return try Self.parseServerToolXSearch(&json)
        default: return try json.serverTool(by: "type", of: Self.id)
        }
    }

    /// Writes the row `webSearch` of `serverTool`.
    public static func renderServerToolWebSearch(_ tool: ServerTool, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "web_search")
            if !tool.allowedDomains.isEmpty || !tool.blockedDomains.isEmpty {
                out.object("filters") { out in
                    out.field("allowed_domains", ifPresent: tool.allowedDomains)
                    out.field("excluded_domains", ifPresent: tool.blockedDomains)
                }
            }
        }
        out.dropSettings(of: tool, except: "allowedDomains", "blockedDomains")
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
                    case "excluded_domains": tool.blockedDomains = try json.texts()
                    default: try json.keep(key, in: &tool.extra, of: Self.id, under: "filters")
                    }
                }
            case "type": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return tool
    }

    /// Writes the row `xSearch` of `serverTool`.
    public static func renderServerToolXSearch(_ tool: ServerTool, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "x_search")
        }
        out.dropSettings(of: tool)
    }

    /// Reads the row `xSearch` of `serverTool`.
    public static func parseServerToolXSearch(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        var tool = ServerTool(name: "xSearch")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type": try json.pass()
            default: try json.keep(key, in: &tool.extra, of: Self.id)
            }
        }
        return tool
    }
}
