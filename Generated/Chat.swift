// Generated from IDL/Providers/Chat.idl: edit that file, not this one.

public import MassGenCore

/// Any compatible server.
public struct Chat: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = OpenAIChat

    /// What is known of it.
    public static let provider = Provider(
        id: "chat",
        title: "Any compatible server",
        wire: "openai-chat",
        base: "http://localhost:8000/v1",
        baseVariables: ["CHAT_BASE_URL"],
        keys: [.bearer(["CHAT_API_KEY"]), .none],
        endpoints: [.init("/chat/completions")],
        services: OpenAIChat.services,
        capabilities: [
            "streaming", "tools", "toolChoice", "parallelTools", "strictTools", "vision", "audio", "files", "jsonMode",
            "jsonSchema", "reasoning", "reasoningEffort", "sampling", "stop", "streamOptions", "refusals", "embeddings",
        ],
        aliases: ["chatcompletion", "chat_completions"],
        limits: OpenAIChat.limits,
        requestIDHeader: "x-request-id"
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

/// Any compatible server.
public struct ChatResponses: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = ChatResponsesWire

    /// What is known of it.
    public static let provider = Provider(
        id: "chat",
        title: "Any compatible server",
        wire: "openai-responses",
        base: "http://localhost:8000/v1",
        baseVariables: ["CHAT_BASE_URL"],
        keys: [.bearer(["CHAT_API_KEY"]), .none],
        endpoints: [.init("/responses")],
        services: OpenAIResponses.services,
        capabilities: [
            "streaming", "tools", "toolChoice", "parallelTools", "strictTools", "vision", "audio", "files", "jsonMode",
            "jsonSchema", "reasoning", "reasoningEffort", "sampling", "stop", "streamOptions", "refusals", "embeddings",
            "webSearch", "codeExecution", "fileSearch", "computerUse", "imageGeneration", "mcp",
        ],
        limits: OpenAIResponses.limits,
        requestIDHeader: "x-request-id"
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

/// OpenAI Responses as Any compatible server speaks it: only what differs stands here.
public enum ChatResponsesWire: OpenAIResponsesWire {
    /// How events are cut out of a streamed body.
    public static var framing: Framing { .sse(end: "[DONE]") }
}
