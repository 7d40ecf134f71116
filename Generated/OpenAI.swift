// Generated from IDL/Providers/OpenAI.idl: edit that file, not this one.

public import MassGenCore

/// OpenAI, by OpenAI Chat Completions.
public struct OpenAI: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = OpenAIWire

    /// What is known of it.
    public static let provider = Provider(
        id: "openai",
        title: "OpenAI",
        wire: "openai-chat",
        base: "https://api.openai.com/v1",
        baseVariables: ["OPENAI_BASE_URL"],
        keys: [.bearer(["OPENAI_API_KEY"])],
        endpoints: [.init("/chat/completions")],
        services: OpenAIChat.services,
        headers: [.init("openai-organization", .option("organization")), .init("openai-project", .option("project"))],
        options: [
            .init("organization", variables: ["OPENAI_ORG_ID"]), .init("project", variables: ["OPENAI_PROJECT_ID"]),
        ],
        capabilities: [
            "streaming", "tools", "toolChoice", "toolSubsets", "parallelTools", "strictTools", "vision", "audio",
            "files", "jsonMode", "jsonSchema", "reasoning", "reasoningEffort", "sampling", "stop", "caching", "batch",
            "embeddings", "fileStore", "maxCompletionTokens", "streamOptions", "refusals",
        ],
        refused: ["top_k"],
        settings: [
            "verbosity": .text, "safety_identifier": .text, "prompt_cache_options": .json, "moderation": .json,
            "prompt_cache_retention": .text, "prediction": .json, "web_search_options": .json, "modalities": .json,
            "audio": .json,
        ],
        defaultModel: "gpt-6-luna",
        media: [
            .init(.image, types: ["png", "jpeg", "gif", "webp"], size: 27 << 20), .init(.audio, types: ["wav", "mp3"]),
            .init(.request, size: 50 << 20), .init(.upload, size: 512 << 20),
        ],
        limits: OpenAIChat.limits,
        requestIDHeader: "x-request-id",
        models: .openai
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }

    /// The organization that is billed.
    public var organization: String? {
        get { connection.options["organization"] }
        set { connection.options["organization"] = newValue }
    }

    /// The project that is billed.
    public var project: String? {
        get { connection.options["project"] }
        set { connection.options["project"] = newValue }
    }
}

extension OpenAI {
    /// Settings of a request that only OpenAI has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// How long the answer is: low, medium or high.
        public var verbosity: String? {
            get { json["verbosity"]?.string }
            set { json["verbosity"] = newValue.map(JSON.string) }
        }

        /// A stable, anonymous id of the end user; replaces user.
        public var safetyIdentifier: String? {
            get { json["safety_identifier"]?.string }
            set { json["safety_identifier"] = newValue.map(JSON.string) }
        }

        /// Where the cached part of a prompt ends: {"mode": "explicit", "ttl": "30m"}.
        public var promptCacheOptions: JSON? {
            get { json["prompt_cache_options"] }
            set { json["prompt_cache_options"] = newValue }
        }

        /// Checks on prompt and answer.
        public var moderation: JSON? {
            get { json["moderation"] }
            set { json["moderation"] = newValue }
        }

        /// How long a cached prompt is kept: in_memory or 24h.
        public var promptCacheRetention: String? {
            get { json["prompt_cache_retention"]?.string }
            set { json["prompt_cache_retention"] = newValue.map(JSON.string) }
        }

        /// Text that much of the answer is expected to repeat.
        public var prediction: JSON? {
            get { json["prediction"] }
            set { json["prediction"] = newValue }
        }

        /// How the models made for search look things up.
        public var webSearchOptions: JSON? {
            get { json["web_search_options"] }
            set { json["web_search_options"] = newValue }
        }

        /// The kinds of output wanted, text and audio.
        public var modalities: JSON? {
            get { json["modalities"] }
            set { json["modalities"] = newValue }
        }

        /// Voice and format of spoken output.
        public var audio: JSON? {
            get { json["audio"] }
            set { json["audio"] = newValue }
        }
    }
}

extension ChatRequest {
    /// Settings that only OpenAI has; other providers never see them.
    public var openai: OpenAI.Settings {
        get { OpenAI.Settings(json: extra["openai"] ?? [:]) }
        set { extra["openai"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// OpenAI Chat Completions as OpenAI speaks it: only what differs stands here.
public enum OpenAIWire: OpenAIChatWire {
    /// How ids of calls are spelled.
    public static var ids: Spelling? { Spelling("!-~", 1...40) }

    /// What OpenAI does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("topK", &request.topK)
        return request
    }
}
