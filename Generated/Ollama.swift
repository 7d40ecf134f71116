// Generated from IDL/Providers/ollama.idl: edit that file, not this one.

public import MassGenCore

/// Ollama, by Chat Completions.
public struct Ollama: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = OllamaWire

    /// What is known of it.
    public static let provider = Provider(
        id: "ollama",
        title: "Ollama",
        wire: "openai-chat",
        base: "http://localhost:11434/v1",
        baseVariables: ["OLLAMA_BASE_URL"],
        keys: [.bearer(["OLLAMA_API_KEY"]), .none],
        endpoints: [.init("/chat/completions")],
        modelsPath: "/models",
        capabilities: [
            "streaming", "tools", "vision", "jsonMode", "jsonSchema", "reasoning", "reasoningEffort", "sampling",
            "streamOptions",
        ],
        refused: [
            "tool_choice", "parallel_tool_calls", "top_k", "logit_bias", "logprobs", "top_logprobs", "n", "user",
            "metadata", "store", "service_tier", "prompt_cache_key",
        ],
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
        requestIDHeader: "x-request-id"
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

/// Chat Completions as Ollama speaks it: only what differs stands here.
public enum OllamaWire: OpenAIChatWire {
    /// What Ollama does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("toolChoice", &request.toolChoice)
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

    /// Writes `part`.
    public static func renderPart(_ part: Part, into out: inout Renderer) {
        switch part {
        case .text(let text):
            out.object(extra: text.extra) { out in
                out.field("type", "text")
                out.field("text", text.text)
            }
            out.drop("citations", if: !text.citations.isEmpty)
        case .image(let media) where media.dataURL != nil:
            out.object(extra: media.extra) { out in
                out.field("type", "image_url")
                out.object("image_url") { out in
                    out.field("url", ifPresent: media.dataURL)
                    out.field("detail", ifPresent: media.detail)
                }
            }
            out.drop("mediaType", if: media.looseType != nil)
            out.drop("name", if: media.name != nil)
        case .audio(let media) where media.base64 != nil && media.format != nil:
            out.object(extra: media.extra) { out in
                out.field("type", "input_audio")
                out.object("input_audio") { out in
                    out.field("data", ifPresent: media.base64)
                    out.field("format", ifPresent: media.format)
                }
            }
            out.drop("name", if: media.name != nil)
            out.drop("detail", if: media.detail != nil)
        case .file(let media) where (media.fileID != nil || media.dataURL != nil):
            out.object(extra: media.extra) { out in
                out.field("type", "file")
                if media.fileID != nil {
                    out.object("file") { out in
                        out.field("file_id", ifPresent: media.fileID)
                    }
                    out.drop("name", if: media.name != nil)
                } else if media.dataURL != nil {
                    out.object("file") { out in
                        out.field("filename", ifPresent: media.name)
                        out.field("file_data", ifPresent: media.dataURL)
                    }
                }
            }
            out.drop("mediaType", if: media.looseType != nil)
            out.drop("detail", if: media.detail != nil)
        case .opaque(let opaque) where out.isOwn(part): out.raw(opaque.json)
        default: out.drop(part)
        }
    }

    /// Reads `part`.
    public static func parsePart(_ json: inout JSONReader) throws(JSONError) -> Part? {
        switch json.lookAheadString("type") {
        case "text":
            var text = TextPart()
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "text": text.text = try json.stringIfAny() ?? ""
                case "type": try json.pass()
                default: try json.keep(key, in: &text.extra, of: Self.id)
                }
            }
            return .text(text)
        case "image_url":
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
        case "input_audio":
            var media = Media()
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "input_audio":
                    guard try json.beginObjectIfAny() else { break }
                    while let key = try json.nextKey() {
                        switch key {
                        case "data": media.base64 = try json.stringIfAny()
                        case "format": media.format = try json.stringIfAny()
                        default: try json.keep(key, in: &media.extra, of: Self.id, under: "input_audio")
                        }
                    }
                case "type": try json.pass()
                default: try json.keep(key, in: &media.extra, of: Self.id)
                }
            }
            return .audio(media)
        case "file":
            var media = Media()
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "file":
                    guard try json.beginObjectIfAny() else { break }
                    while let key = try json.nextKey() {
                        switch key {
                        case "file_id": media.fileID = try json.stringIfAny()
                        case "filename": media.name = try json.stringIfAny()
                        case "file_data": media.dataURL = try json.stringIfAny()
                        default: try json.keep(key, in: &media.extra, of: Self.id, under: "file")
                        }
                    }
                case "type": try json.pass()
                default: try json.keep(key, in: &media.extra, of: Self.id)
                }
            }
            return .file(media)
        case "refusal":
            var refusal = RefusalPart()
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "refusal": refusal.text = try json.stringIfAny() ?? ""
                case "type": try json.pass()
                default: try json.skip()
                }
            }
            return .refusal(refusal)
        default:
            return .opaque(OpaquePart(origin: Self.id, json: try json.text()))
        }
    }
}
