// Generated from IDL/Providers/Ollama.idl: edit that file, not this one.

public import MassGenCore

/// Ollama, by Ollama Chat.
public struct Ollama: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = OllamaChat

    /// What is known of it.
    public static let provider = Provider(
        id: "ollama",
        title: "Ollama",
        wire: "ollama-chat",
        base: "http://localhost:11434",
        baseVariables: ["OLLAMA_BASE_URL"],
        keys: [.bearer(["OLLAMA_API_KEY"]), .none],
        endpoints: [.init("/api/chat")],
        services: OllamaChat.services,
        capabilities: [
            "streaming", "tools", "vision", "jsonMode", "jsonSchema", "reasoning", "thinkingSwitch", "sampling", "stop",
            "embeddings",
        ],
        settings: [
            "options.num_ctx": .integer, "options.min_p": .number, "options.typical_p": .number,
            "options.repeat_penalty": .number, "options.repeat_last_n": .integer, "options.num_keep": .integer,
            "options.num_gpu": .integer, "options.num_thread": .integer, "options.num_batch": .integer,
            "keep_alive": .json, "truncate": .bool, "shift": .bool,
        ],
        media: [.init(.image, types: ["png", "jpeg", "webp"])],
        hosts: ["ollama.com"],
        models: .ollama
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

extension Ollama {
    /// Settings of a request that only Ollama has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// How many tokens of prompt and answer the model sees; more is cut off in silence.
        public var optionsNumCtx: Int? {
            get { json["options", "num_ctx"]?.int }
            set { json["options", "num_ctx"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// The least probability of a token, as a share of the likeliest.
        public var optionsMinP: Double? {
            get { json["options", "min_p"]?.double }
            set { json["options", "min_p"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// Keeps to tokens of typical information.
        public var optionsTypicalP: Double? {
            get { json["options", "typical_p"]?.double }
            set { json["options", "typical_p"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// Pushes away from repetition; 1 is neutral.
        public var optionsRepeatPenalty: Double? {
            get { json["options", "repeat_penalty"]?.double }
            set { json["options", "repeat_penalty"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// How far back repetition is looked for.
        public var optionsRepeatLastN: Int? {
            get { json["options", "repeat_last_n"]?.int }
            set { json["options", "repeat_last_n"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// How much of the prompt's beginning stays when it is cut.
        public var optionsNumKeep: Int? {
            get { json["options", "num_keep"]?.int }
            set { json["options", "num_keep"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// How many layers run on the GPU.
        public var optionsNumGpu: Int? {
            get { json["options", "num_gpu"]?.int }
            set { json["options", "num_gpu"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// How many threads run.
        public var optionsNumThread: Int? {
            get { json["options", "num_thread"]?.int }
            set { json["options", "num_thread"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// How many tokens of a prompt are read at once.
        public var optionsNumBatch: Int? {
            get { json["options", "num_batch"]?.int }
            set { json["options", "num_batch"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// How long the model stays in memory: "5m", seconds, -1 for ever, 0 not at all.
        public var keepAlive: JSON? {
            get { json["keep_alive"] }
            set { json["keep_alive"] = newValue }
        }

        /// Whether a prompt that is too long is cut; otherwise it is an error.
        public var truncate: Bool? {
            get { json["truncate"]?.bool }
            set { json["truncate"] = newValue.map(JSON.bool) }
        }

        /// Whether a long answer pushes the beginning of the prompt out.
        public var shift: Bool? {
            get { json["shift"]?.bool }
            set { json["shift"] = newValue.map(JSON.bool) }
        }
    }
}

extension ChatRequest {
    /// Settings that only Ollama has; other providers never see them.
    public var ollama: Ollama.Settings {
        get { Ollama.Settings(json: extra["ollama"] ?? [:]) }
        set { extra["ollama"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// Ollama, by OpenAI Chat Completions.
public struct OllamaCompatible: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = OllamaCompatibleWire

    /// What is known of it.
    public static let provider = Provider(
        id: "ollama",
        title: "Ollama",
        wire: "openai-chat",
        base: "http://localhost:11434",
        baseVariables: ["OLLAMA_BASE_URL"],
        keys: [.bearer(["OLLAMA_API_KEY"]), .none],
        endpoints: [.init("/v1/chat/completions")],
        services: [
            .init(.models, "GET", "/v1/models"), .init(.embed, "POST", "/embeddings", needs: ["embeddings"]),
            .init(.upload, "POST", "/files", needs: ["fileStore"], file: .form("file")),
            .init(.file, "GET", "/files/{file}", needs: ["fileStore"]),
            .init(.remove, "DELETE", "/files/{file}", needs: ["fileStore"]),
        ],
        capabilities: [
            "streaming", "tools", "vision", "jsonMode", "jsonSchema", "reasoning", "thinkingSwitch", "sampling", "stop",
            "embeddings", "streamOptions",
        ],
        refused: [
            "tool_choice", "parallel_tool_calls", "top_k", "logit_bias", "logprobs", "top_logprobs", "n", "user",
            "metadata", "store", "service_tier", "prompt_cache_key",
        ],
        settings: [
            "options.num_ctx": .integer, "options.min_p": .number, "options.typical_p": .number,
            "options.repeat_penalty": .number, "options.repeat_last_n": .integer, "options.num_keep": .integer,
            "options.num_gpu": .integer, "options.num_thread": .integer, "options.num_batch": .integer,
            "keep_alive": .json, "truncate": .bool, "shift": .bool,
        ],
        media: [.init(.image, types: ["png", "jpeg", "webp"])],
        limits: OpenAIChat.limits,
        requestIDHeader: "x-request-id",
        models: .ollama
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

/// OpenAI Chat Completions as Ollama speaks it: only what differs stands here.
public enum OllamaCompatibleWire: OpenAIChatWire {
    /// What Ollama does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("toolChoice", &request.knownToolChoice)
        out.remove("parallelToolCalls", &request.parallelToolCalls)
        out.remove("topK", &request.topK)
        out.remove("logitBias", &request.logitBias)
        out.remove("logprobs", &request.logprobs)
        out.remove("topLogprobs", &request.topLogprobs)
        out.remove("choices", &request.choices)
        out.remove("user", &request.user)
        out.remove("metadata", &request.metadata)
        out.remove("store", &request.store)
        out.remove("serviceTier", &request.serviceTier)
        out.remove("cacheKey", &request.cacheKey)
        request.reasoningEffort = out.allowed(
            request.reasoningEffort, "reasoning.effort", in: ["none", "low", "medium", "high", "max"]
        )
        return request
    }

    /// Writes the case `image` of `part`.
    public static func renderPartImage(_ media: Media, into out: inout Renderer) {
        guard media.data != nil else { return out.drop(Part.image(media)) }
        out.object(extra: media.extra) { out in
            out.field("type", "image_url")
            out.object("image_url") { out in
                out.field("url", ifPresent: media.dataURL)
                out.field("detail", ifPresent: media.detail)
            }
        }
        out.drop("mediaType", if: media.looseType != nil)
        out.drop("name", if: media.name != nil)
        out.drop("signature", if: media.signature != nil)
        out.drop("cache", if: media.cache != nil)
    }

    /// Reads the case `image` of `part`.
    public static func parsePartImage(_ json: inout JSONReader) throws(JSONError) -> Part {
        var media = Media()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "image_url":
                guard try json.beginObjectIfAny() else { break }
                while let key = try json.nextKey() {
                    switch key {
                    case "url": media.dataURL = try json.stringIfAny()
                    case "detail": media.detail = try json.stringIfAny()
                    default: try json.keep(key, in: &media.extra, of: Self.id, under: "image_url")
                    }
                }
            case "type": try json.pass()
            default: try json.keep(key, in: &media.extra, of: Self.id)
            }
        }
        return .image(media)
    }
}
