// Generated from IDL/Providers/grok.idl: edit that file, not this one.

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
        SchemaRules(
            drops: [
                "allOf", "not", "if", "then", "else", "dependentRequired", "dependentSchemas", "patternProperties",
                "propertyNames", "contains", "minContains", "maxContains", "uniqueItems", "minLength", "maxLength",
                "contentEncoding", "default",
            ],
            renames: ["oneOf": "anyOf"],
            formats: ["date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"],
            closes: true,
            requires: true,
            opens: true
        )
    }

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
        models: .grok
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

/// OpenAI Responses as Grok speaks it: only what differs stands here.
public enum GrokResponsesWire: OpenAIResponsesWire {
    /// What a status and the vendor's word for an error mean.
    public static func classify(status: Int, word: String?) -> ErrorClass? {
        switch word {
        case "The service is currently unavailable": return .overloaded.retryable
        case "insufficient_quota": return .quota
        case "context_length_exceeded": return .contextLength
        case "content_filter": return .contentFilter
        case "rate_limit_exceeded": return .rateLimited.retryable
        case "server_error": return .server.retryable
        case "server_is_overloaded": return .overloaded.retryable
        case "model_not_found": return .notFound
        case "invalid_prompt": return .invalidRequest
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
        case "webSearch" where out.can("webSearch"):
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
        case "fileSearch" where out.can("fileSearch"):
            out.object(extra: tool.extra) { out in
                out.field("type", "file_search")
                out.field("vector_store_ids", tool.stores)
                out.field("max_num_results", ifPresent: tool.maxResults)
            }
            out.dropSettings(of: tool, except: "stores", "maxResults")
        case "codeExecution" where out.can("codeExecution"):
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
        case "computerUse" where out.can("computerUse"):
            out.object(extra: tool.extra) { out in
                out.field("type", "computer")
            }
            out.dropSettings(of: tool)
        case "imageGeneration" where out.can("imageGeneration"):
            out.object(extra: tool.extra) { out in
                out.field("type", "image_generation")
            }
            out.dropSettings(of: tool)
        case "mcp" where out.can("mcp"):
            out.object(extra: tool.extra) { out in
                out.field("type", "mcp")
                out.field("server_label", ifPresent: tool.label)
                out.field("server_url", ifPresent: tool.url)
                out.field("authorization", ifPresent: tool.tokenText)
                out.field("allowed_tools", ifPresent: tool.allowedTools)
            }
            out.dropSettings(of: tool, except: "label", "url", "token", "allowedTools")
        case "xSearch":
            out.object(extra: tool.extra) { out in
                out.field("type", "x_search")
            }
            out.dropSettings(of: tool)
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
        case "web_search":
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
        case "file_search":
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
        case "code_interpreter":
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
        case "computer":
            var tool = ServerTool(name: "computerUse")
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "type": try json.pass()
                default: try json.keep(key, in: &tool.extra, of: Self.id)
                }
            }
            return tool
        case "image_generation":
            var tool = ServerTool(name: "imageGeneration")
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "type": try json.pass()
                default: try json.keep(key, in: &tool.extra, of: Self.id)
                }
            }
            return tool
        case "mcp":
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
        case "x_search":
            var tool = ServerTool(name: "xSearch")
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "type": try json.pass()
                default: try json.keep(key, in: &tool.extra, of: Self.id)
                }
            }
            return tool
        default: return try json.serverTool(by: "type", of: Self.id)
        }
    }
}
