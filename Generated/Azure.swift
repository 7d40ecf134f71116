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
        modelsPath: "/openai/v1/models",
        queries: [.init("api-version", .option("apiVersion"))],
        options: [
            .init("resource", variables: ["AZURE_RESOURCE_NAME"]),
            .init("apiVersion", variables: ["OPENAI_API_VERSION"]),
        ],
        capabilities: [
            "streaming", "tools", "toolChoice", "parallelTools", "strictTools", "vision", "audio", "files", "jsonMode",
            "jsonSchema", "reasoning", "reasoningEffort", "sampling", "stop", "caching", "batch", "maxCompletionTokens",
            "streamOptions", "refusals",
        ],
        refused: ["top_k"],
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
}
