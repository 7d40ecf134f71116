// Generated from IDL/Providers/claude.idl: edit that file, not this one.

public import MassGenCore

/// Claude, by Anthropic Messages.
public struct Claude: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = AnthropicMessages

    /// What is known of it.
    public static let provider = Provider(
        id: "claude",
        title: "Claude",
        wire: "anthropic-messages",
        base: "https://api.anthropic.com",
        baseVariables: ["ANTHROPIC_BASE_URL"],
        keys: [.header("x-api-key", ["ANTHROPIC_API_KEY"]), .bearer(["ANTHROPIC_AUTH_TOKEN"])],
        endpoints: [.init("/v1/messages")],
        services: AnthropicMessages.services,
        headers: [.init("anthropic-version", .option("version")), .init("anthropic-beta", .option("betas"))],
        options: [.init("version", fallback: "2023-06-01"), .init("betas")],
        capabilities: [
            "streaming", "tools", "toolChoice", "parallelTools", "strictTools", "vision", "files", "jsonSchema",
            "reasoning", "sampling", "reasoningEffort", "reasoningBudget", "caching", "batch", "webSearch",
            "codeExecution",
        ],
        defaultModel: "claude-sonnet-5-5",
        media: [
            .init(.image, types: ["png", "jpeg", "gif", "webp"], size: 5 << 20), .init(.file, types: ["pdf", "txt"]),
            .init(.request, size: 32 << 20), .init(.upload, size: 500 << 20),
        ],
        hosts: ["anthropic.com"],
        limits: [
            .init(
                "requests", limit: "anthropic-ratelimit-requests-limit",
                remaining: "anthropic-ratelimit-requests-remaining", reset: "anthropic-ratelimit-requests-reset"
            ),
            .init(
                "tokens", limit: "anthropic-ratelimit-tokens-limit", remaining: "anthropic-ratelimit-tokens-remaining",
                reset: "anthropic-ratelimit-tokens-reset"
            ),
            .init(
                "inputTokens", limit: "anthropic-ratelimit-input-tokens-limit",
                remaining: "anthropic-ratelimit-input-tokens-remaining", reset: "anthropic-ratelimit-input-tokens-reset"
            ),
            .init(
                "outputTokens", limit: "anthropic-ratelimit-output-tokens-limit",
                remaining: "anthropic-ratelimit-output-tokens-remaining",
                reset: "anthropic-ratelimit-output-tokens-reset"
            ),
        ],
        requestIDHeader: "request-id",
        models: .claude
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }

    /// The version of the API.
    public var version: String? {
        get { connection.options["version"] }
        set { connection.options["version"] = newValue }
    }

    /// Names of features in test, with commas between them.
    public var betas: String? {
        get { connection.options["betas"] }
        set { connection.options["betas"] = newValue }
    }
}
