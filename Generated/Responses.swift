// Generated from IDL/Providers/Responses.idl: edit that file, not this one.

public import MassGenCore

/// OpenAI Responses, by OpenAI Responses.
public struct Responses: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = OpenAIResponses

    /// What is known of it.
    public static let provider = Provider(
        id: "responses",
        title: "OpenAI Responses",
        wire: "openai-responses",
        base: "https://api.openai.com/v1",
        baseVariables: ["OPENAI_BASE_URL"],
        keys: [.bearer(["OPENAI_API_KEY"])],
        endpoints: [.init("/responses")],
        services: OpenAIResponses.services,
        headers: [.init("openai-organization", .option("organization")), .init("openai-project", .option("project"))],
        options: [
            .init("organization", variables: ["OPENAI_ORG_ID"]), .init("project", variables: ["OPENAI_PROJECT_ID"]),
        ],
        capabilities: [
            "streaming", "tools", "toolChoice", "toolSubsets", "parallelTools", "strictTools", "vision", "files",
            "jsonMode", "jsonSchema", "reasoning", "reasoningEffort", "sampling", "caching", "batch", "fileStore",
            "tokenCount", "webSearch", "codeExecution", "fileSearch", "computerUse", "imageGeneration", "mcp",
        ],
        settings: [
            "previous_response_id": .text, "conversation": .json, "background": .bool, "truncation": .text,
            "max_tool_calls": .integer, "safety_identifier": .text, "prompt_cache_options": .json, "moderation": .json,
            "prompt": .json, "prompt_cache_retention": .text, "context_management": .json,
        ],
        defaultModel: "gpt-6-luna",
        media: [
            .init(.image, types: ["png", "jpeg", "gif", "webp"], size: 27 << 20), .init(.request, size: 50 << 20),
            .init(.upload, size: 512 << 20),
        ],
        aliases: ["openai"],
        hosts: ["openai.com"],
        limits: OpenAIResponses.limits,
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

extension Responses {
    /// Settings of a request that only OpenAI Responses has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// The answer that this one follows; what was said before is not sent again.
        public var previousResponseId: String? {
            get { json["previous_response_id"]?.string }
            set { json["previous_response_id"] = newValue.map(JSON.string) }
        }

        /// The stored conversation that this belongs to.
        public var conversation: JSON? {
            get { json["conversation"] }
            set { json["conversation"] = newValue }
        }

        /// Whether the answer is made without waiting for it.
        public var background: Bool? {
            get { json["background"]?.bool }
            set { json["background"] = newValue.map(JSON.bool) }
        }

        /// What to do with a prompt that is too long: auto or disabled.
        public var truncation: String? {
            get { json["truncation"]?.string }
            set { json["truncation"] = newValue.map(JSON.string) }
        }

        /// How often built-in tools may be called.
        public var maxToolCalls: Int? {
            get { json["max_tool_calls"]?.int }
            set { json["max_tool_calls"] = newValue.map { .number(JSONNumber($0)) } }
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

        /// A stored prompt and its variables.
        public var prompt: JSON? {
            get { json["prompt"] }
            set { json["prompt"] = newValue }
        }

        /// How long a cached prompt is kept: in_memory or 24h.
        public var promptCacheRetention: String? {
            get { json["prompt_cache_retention"]?.string }
            set { json["prompt_cache_retention"] = newValue.map(JSON.string) }
        }

        /// When old turns are compacted.
        public var contextManagement: JSON? {
            get { json["context_management"] }
            set { json["context_management"] = newValue }
        }
    }
}

extension ChatRequest {
    /// Settings that only OpenAI Responses has; other providers never see them.
    public var responses: Responses.Settings {
        get { Responses.Settings(json: extra["responses"] ?? [:]) }
        set { extra["responses"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}
