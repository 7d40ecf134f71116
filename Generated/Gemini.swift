// Generated from IDL/Providers/Gemini.idl: edit that file, not this one.

public import MassGenCore

/// Gemini, by Gemini generateContent.
public struct Gemini: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = GeminiWire

    /// What is known of it.
    public static let provider = Provider(
        id: "gemini",
        title: "Gemini",
        wire: "gemini",
        base: "https://generativelanguage.googleapis.com",
        baseVariables: ["GOOGLE_GEMINI_BASE_URL"],
        keys: [.header("x-goog-api-key", ["GOOGLE_API_KEY", "GEMINI_API_KEY", "GOOGLE_GENERATIVE_AI_API_KEY"])],
        endpoints: [
            .init("/{version}/models/{model}:streamGenerateContent?alt=sse", isStreaming: true),
            .init("/{version}/models/{model}:generateContent"),
        ],
        services: GeminiChat.services,
        options: [.init("version", fallback: "v1beta", variables: ["GOOGLE_GENAI_API_VERSION"])],
        capabilities: [
            "streaming", "tools", "toolChoice", "forcedTool", "parallelTools", "vision", "audio", "video", "files",
            "jsonMode", "jsonSchema", "reasoning", "reasoningEffort", "reasoningBudget", "sampling", "caching", "batch",
            "webSearch", "urlContext", "codeExecution", "fileSearch", "computerUse", "mixedTools", "signedCalls",
        ],
        settings: ["safetySettings": .json, "cachedContent": .text],
        defaultModel: "gemini-flash-latest",
        media: [
            .init(.image, types: ["png", "jpeg", "webp", "heic", "heif"]),
            .init(.audio, types: ["wav", "mp3", "aiff", "aac", "ogg", "flac"]), .init(.upload, size: 2 << 30),
        ],
        hosts: ["generativelanguage.googleapis.com"],
        models: .gemini
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
}

extension Gemini {
    /// Settings of a request that only Gemini has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// What is filtered, and from which level on.
        public var safetySettings: JSON? {
            get { json["safetySettings"] }
            set { json["safetySettings"] = newValue }
        }

        /// The name of a prompt that was cached before.
        public var cachedContent: String? {
            get { json["cachedContent"]?.string }
            set { json["cachedContent"] = newValue.map(JSON.string) }
        }
    }
}

extension ChatRequest {
    /// Settings that only Gemini has; other providers never see them.
    public var gemini: Gemini.Settings {
        get { Gemini.Settings(json: extra["gemini"] ?? [:]) }
        set { extra["gemini"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// Gemini generateContent as Gemini speaks it: only what differs stands here.
public enum GeminiWire: GeminiChatWire {
    /// What Gemini does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        out.forbid(
            "webSearch", with: "tools",
            if: request.asks(for: "webSearch") && !request.tools.isEmpty && !out.can("mixedTools")
        )
        out.forbid(
            "urlContext", with: "tools",
            if: request.asks(for: "urlContext") && !request.tools.isEmpty && !out.can("mixedTools")
        )
        out.forbid(
            "codeExecution", with: "tools",
            if: request.asks(for: "codeExecution") && !request.tools.isEmpty && !out.can("mixedTools")
        )
        out.forbid(
            "fileSearch", with: "tools",
            if: request.asks(for: "fileSearch") && !request.tools.isEmpty && !out.can("mixedTools")
        )
        return request
    }
}
