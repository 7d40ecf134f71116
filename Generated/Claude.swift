// Generated from IDL/Providers/Claude.idl: edit that file, not this one.

public import MassGenCore

/// Claude, by Anthropic Messages.
public struct Claude: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = ClaudeWire

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
            "streaming", "tools", "toolChoice", "forcedTool", "parallelTools", "strictTools", "vision", "files",
            "jsonSchema", "reasoning", "sampling", "reasoningEffort", "reasoningBudget", "caching", "batch",
            "sealedThoughts", "webSearch", "codeExecution", "urlContext", "computerUse", "mcp",
        ],
        settings: ["cache_control": .json, "context_management": .json, "inference_geo": .text, "speed": .text],
        defaultModel: "claude-sonnet-5-5",
        media: [
            .init(.image, types: ["png", "jpeg", "gif", "webp"], size: 5 << 20), .init(.file, types: ["pdf", "txt"]),
            .init(.request, size: 32 << 20), .init(.upload, size: 500 << 20),
        ],
        hosts: ["anthropic.com"],
        limits: AnthropicMessages.limits,
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

extension Claude {
    /// Settings of a request that only Claude has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// Marks the last part that can be cached: {"type": "ephemeral"}.
        public var cacheControl: JSON? {
            get { json["cache_control"] }
            set { json["cache_control"] = newValue }
        }

        /// What is cleared of a long conversation.
        public var contextManagement: JSON? {
            get { json["context_management"] }
            set { json["context_management"] = newValue }
        }

        /// Where the model may run.
        public var inferenceGeo: String? {
            get { json["inference_geo"]?.string }
            set { json["inference_geo"] = newValue.map(JSON.string) }
        }

        /// Standard or fast.
        public var speed: String? {
            get { json["speed"]?.string }
            set { json["speed"] = newValue.map(JSON.string) }
        }
    }
}

extension ChatRequest {
    /// Settings that only Claude has; other providers never see them.
    public var claude: Claude.Settings {
        get { Claude.Settings(json: extra["claude"] ?? [:]) }
        set { extra["claude"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// Anthropic Messages as Claude speaks it: only what differs stands here.
public enum ClaudeWire: AnthropicMessagesWire {
    /// Headers that follow from what is asked.
    public static func headers(for request: ChatRequest, _ out: Renderer) -> [(name: String, value: String)] {
        var headers: [(name: String, value: String)] = []
        if !request.fileIDs.isEmpty {
            headers.append(("anthropic-beta", "files-api-2025-04-14"))
        }
        if !request.mcpServers.isEmpty {
            headers.append(("anthropic-beta", "mcp-client-2025-11-20"))
        }
        if request.thinking == Thinking.budget, !request.tools.isEmpty, out.can("reasoningBudget") {
            headers.append(("anthropic-beta", "interleaved-thinking-2025-05-14"))
        }
        return headers
    }
}
