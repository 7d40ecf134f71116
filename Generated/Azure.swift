// Generated from IDL/Providers/azure.idl: edit that file, not this one.

public import MassGenCore

/// Azure OpenAI, by OpenAI Chat Completions.
public struct Azure: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = AzureWire

    /// What is known of it.
    public static let provider = Provider(
        id: "azure",
        title: "Azure OpenAI",
        wire: "openai-chat",
        base: "https://{resource}.openai.azure.com",
        baseVariables: ["AZURE_OPENAI_ENDPOINT"],
        keys: [.header("api-key", ["AZURE_OPENAI_API_KEY", "AZURE_API_KEY"]), .bearer(["AZURE_OPENAI_AD_TOKEN"])],
        endpoints: [
            .init("/openai/deployments/{model}/chat/completions", needs: ["apiVersion"]),
            .init("/openai/v1/chat/completions"),
        ],
        services: [
            .init(.models, "GET", "/openai/v1/models"),
            .init(.embed, "POST", "/openai/v1/embeddings", needs: ["embeddings"]),
            .init(.upload, "POST", "/openai/v1/files", needs: ["fileStore"], file: .form("file")),
            .init(.file, "GET", "/openai/v1/files/{file}", needs: ["fileStore"]),
            .init(.remove, "DELETE", "/openai/v1/files/{file}", needs: ["fileStore"]),
        ],
        queries: [.init("api-version", .option("apiVersion"))],
        options: [
            .init("resource", variables: ["AZURE_RESOURCE_NAME"]),
            .init("apiVersion", variables: ["OPENAI_API_VERSION"]),
        ],
        capabilities: [
            "streaming", "tools", "toolChoice", "toolSubsets", "parallelTools", "strictTools", "vision", "audio",
            "files", "jsonMode", "jsonSchema", "reasoning", "reasoningEffort", "sampling", "stop", "caching", "batch",
            "embeddings", "fileStore", "maxCompletionTokens", "streamOptions", "refusals",
        ],
        refused: ["top_k"],
        media: [.init(.image, types: ["png", "jpeg", "gif", "webp"]), .init(.audio, types: ["wav", "mp3"])],
        aliases: ["azure_openai"],
        hosts: ["openai.azure.com", "services.ai.azure.com"],
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
        requestIDHeader: "apim-request-id",
        models: .azure
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }

    /// The name of the Azure resource, a part of its address.
    public var resource: String? {
        get { connection.options["resource"] }
        set { connection.options["resource"] = newValue }
    }

    /// A dated API version such as 2024-10-21; without one the v1 API is used.
    public var apiVersion: String? {
        get { connection.options["apiVersion"] }
        set { connection.options["apiVersion"] = newValue }
    }
}

/// OpenAI Chat Completions as Azure OpenAI speaks it: only what differs stands here.
public enum AzureWire: OpenAIChatWire {
    /// How ids of calls are spelled.
    public static var ids: Spelling? { Spelling("!-~", 1...40) }

    /// What a status and the vendor's word for an error mean.
    public static func classify(status: Int, word: String?) -> ErrorClass? {
        switch word {
        case "DeploymentNotFound": return .notFound
        case "ResponsibleAIPolicyViolation": return .contentFilter
        case "insufficient_quota": return .quota
        case "context_length_exceeded": return .contextLength
        case "content_filter": return .contentFilter
        default: break
        }
        return switch status {
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

    /// What Azure OpenAI does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("topK", &request.topK)
        return request
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
            case "code", "statusCode": failure.code = try json.scalarText()
            default: try json.skip()
            }
        }
        return failure
    }

    /// Writes `uploadRequest`.
    public static func renderUploadRequest(_ upload: FileUpload, into out: inout Renderer) {
        out.object { out in
            out.field("purpose", upload.purpose ?? "assistants")
        }
    }
}

/// Azure OpenAI, by OpenAI Responses.
public struct AzureResponses: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = AzureResponsesWire

    /// What is known of it.
    public static let provider = Provider(
        id: "azure",
        title: "Azure OpenAI",
        wire: "openai-responses",
        base: "https://{resource}.openai.azure.com",
        baseVariables: ["AZURE_OPENAI_ENDPOINT"],
        keys: [.header("api-key", ["AZURE_OPENAI_API_KEY", "AZURE_API_KEY"]), .bearer(["AZURE_OPENAI_AD_TOKEN"])],
        endpoints: [.init("/openai/v1/responses")],
        services: [
            .init(.models, "GET", "/openai/v1/models"),
            .init(
                .count, "POST", "/responses/input_tokens", needs: ["tokenCount"],
                without: [
                    "max_output_tokens", "temperature", "top_p", "top_logprobs", "include", "user", "metadata", "store",
                    "service_tier", "prompt_cache_key",
                ]
            ),
            .init(.upload, "POST", "/openai/v1/files", needs: ["fileStore"], file: .form("file")),
            .init(.file, "GET", "/openai/v1/files/{file}", needs: ["fileStore"]),
            .init(.remove, "DELETE", "/openai/v1/files/{file}", needs: ["fileStore"]),
        ],
        queries: [.init("api-version", .option("apiVersion"))],
        options: [
            .init("resource", variables: ["AZURE_RESOURCE_NAME"]),
            .init("apiVersion", variables: ["OPENAI_API_VERSION"]),
        ],
        capabilities: [
            "streaming", "tools", "toolChoice", "toolSubsets", "parallelTools", "strictTools", "vision", "audio",
            "files", "jsonMode", "jsonSchema", "reasoning", "reasoningEffort", "sampling", "stop", "caching", "batch",
            "embeddings", "fileStore", "maxCompletionTokens", "streamOptions", "refusals", "webSearch", "codeExecution",
            "fileSearch", "computerUse", "imageGeneration", "mcp",
        ],
        media: [.init(.image, types: ["png", "jpeg", "gif", "webp"]), .init(.audio, types: ["wav", "mp3"])],
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
        requestIDHeader: "apim-request-id",
        models: .azure
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }

    /// The name of the Azure resource, a part of its address.
    public var resource: String? {
        get { connection.options["resource"] }
        set { connection.options["resource"] = newValue }
    }

    /// A dated API version such as 2024-10-21; without one the v1 API is used.
    public var apiVersion: String? {
        get { connection.options["apiVersion"] }
        set { connection.options["apiVersion"] = newValue }
    }
}

/// OpenAI Responses as Azure OpenAI speaks it: only what differs stands here.
public enum AzureResponsesWire: OpenAIResponsesWire {
    /// What a status and the vendor's word for an error mean.
    public static func classify(status: Int, word: String?) -> ErrorClass? {
        switch word {
        case "DeploymentNotFound": return .notFound
        case "ResponsibleAIPolicyViolation": return .contentFilter
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

    /// Writes `uploadRequest`.
    public static func renderUploadRequest(_ upload: FileUpload, into out: inout Renderer) {
        out.object { out in
            out.field("purpose", upload.purpose ?? "assistants")
        }
    }

    /// Writes `serverTool`.
    public static func renderServerTool(_ tool: ServerTool, into out: inout Renderer) {
        switch tool.name {
        case "webSearch" where out.can("webSearch"):
            out.object(extra: tool.extra) { out in
                out.field("type", "web_search_preview")
                if tool.userLocationCity != nil || tool.userLocationCountry != nil {
                    out.object("user_location") { out in
                        out.field("type", "approximate")
                        out.field("city", ifPresent: tool.userLocationCity)
                        out.field("country", ifPresent: tool.userLocationCountry)
                    }
                }
            }
            out.dropSettings(of: tool, except: "userLocation.city", "userLocation.country")
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
                out.field("type", "computer_use_preview")
                out.field("display_width", ifPresent: tool.width)
                out.field("display_height", ifPresent: tool.height)
                out.field("environment", ifPresent: tool.environment)
            }
            out.dropSettings(of: tool, except: "width", "height", "environment")
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
        default:
            out.other(tool, known: "webSearch", "fileSearch", "codeExecution", "computerUse", "imageGeneration", "mcp")
        }
    }

    /// Reads `serverTool`.
    public static func parseServerTool(_ json: inout JSONReader) throws(JSONError) -> ServerTool? {
        switch json.lookAheadString("type") {
        case "web_search_preview":
            var tool = ServerTool(name: "webSearch")
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "user_location":
                    guard try json.beginObjectIfAny() else { break }
                    while let key = try json.nextKey() {
                        switch key {
                        case "city": tool.userLocationCity = try json.stringIfAny()
                        case "country": tool.userLocationCountry = try json.stringIfAny()
                        case "type": try json.pass()
                        default: try json.keep(key, in: &tool.extra, of: Self.id, under: "user_location")
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
        case "computer_use_preview":
            var tool = ServerTool(name: "computerUse")
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "display_width": tool.width = try json.intIfAny()
                case "display_height": tool.height = try json.intIfAny()
                case "environment": tool.environment = try json.stringIfAny()
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
        default: return try json.serverTool(by: "type", of: Self.id)
        }
    }
}
