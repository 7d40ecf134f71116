// Generated from IDL/Providers/ollama.idl: edit that file, not this one.

public import MassGenCore

/// Ollama, by OpenAI Chat Completions.
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
        services: OpenAIChat.services,
        capabilities: [
            "streaming", "tools", "vision", "jsonMode", "jsonSchema", "reasoning", "reasoningEffort", "sampling",
            "stop", "streamOptions", "embeddings",
        ],
        refused: [
            "tool_choice", "parallel_tool_calls", "top_k", "logit_bias", "logprobs", "top_logprobs", "n", "user",
            "metadata", "store", "service_tier", "prompt_cache_key",
        ],
        media: [.init(.image, types: ["png", "jpeg", "webp"])],
        hosts: ["ollama.com"],
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
        requestIDHeader: "x-request-id",
        models: .ollama
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

/// OpenAI Chat Completions as Ollama speaks it: only what differs stands here.
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
