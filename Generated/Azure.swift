// Generated from IDL/Providers/Azure.idl: edit that file, not this one.

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
        limits: OpenAIChat.limits,
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

    /// What the vendor's word for an error means.
    public static func classify(word: String) -> ErrorClass? {
        switch word {
        case "DeploymentNotFound": .notFound
        case "ResponsibleAIPolicyViolation": .contentFilter
        default: OpenAIChat.classify(word: word)
        }
    }

    /// The vendor's word for an error.
    public static func word(for meaning: ErrorClass) -> String? {
        switch meaning {
        case .notFound: "DeploymentNotFound"
        case .contentFilter: "ResponsibleAIPolicyViolation"
        default: OpenAIChat.word(for: meaning)
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
        limits: OpenAIResponses.limits,
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
    /// What the vendor's word for an error means.
    public static func classify(word: String) -> ErrorClass? {
        switch word {
        case "DeploymentNotFound": .notFound
        case "ResponsibleAIPolicyViolation": .contentFilter
        default: OpenAIResponses.classify(word: word)
        }
    }

    /// The vendor's word for an error.
    public static func word(for meaning: ErrorClass) -> String? {
        switch meaning {
        case .notFound: "DeploymentNotFound"
        case .contentFilter: "ResponsibleAIPolicyViolation"
        default: OpenAIResponses.word(for: meaning)
        }
    }

    /// Writes `uploadRequest`.
    public static func renderUploadRequest(_ upload: FileUpload, into out: inout Renderer) {
        out.object { out in
            out.field("purpose", upload.purpose ?? "assistants")
        }
    }

    /// Reads `serverTool`.
    public static func parseServerTool(_ json: inout JSONReader) throws(JSONError) -> ServerTool? {
        switch json.lookAheadString("type") {
        case "web_search_preview": return try Self.parseServerToolWebSearch(&json)
        case "file_search": return try Self.parseServerToolFileSearch(&json)
        case "code_interpreter": return try Self.parseServerToolCodeExecution(&json)
        case "computer_use_preview": return try Self.parseServerToolComputerUse(&json)
        case "image_generation": return try Self.parseServerToolImageGeneration(&json)
        case "mcp": return try Self.parseServerToolMcp(&json)
        default: return try json.serverTool(by: "type", of: Self.id)
        }
    }

    /// Writes the row `webSearch` of `serverTool`.
    public static func renderServerToolWebSearch(_ tool: ServerTool, into out: inout Renderer) {
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
    }

    /// Reads the row `webSearch` of `serverTool`.
    public static func parseServerToolWebSearch(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
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
    }

    /// Writes the row `computerUse` of `serverTool`.
    public static func renderServerToolComputerUse(_ tool: ServerTool, into out: inout Renderer) {
        out.object(extra: tool.extra) { out in
            out.field("type", "computer_use_preview")
            out.field("display_width", ifPresent: tool.width)
            out.field("display_height", ifPresent: tool.height)
            out.field("environment", ifPresent: tool.environment)
        }
        out.dropSettings(of: tool, except: "width", "height", "environment")
    }

    /// Reads the row `computerUse` of `serverTool`.
    public static func parseServerToolComputerUse(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
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
    }
}
