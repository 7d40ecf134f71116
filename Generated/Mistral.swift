// Generated from IDL/Providers/Mistral.idl: edit that file, not this one.

public import MassGenCore

/// Mistral, by OpenAI Chat Completions.
public struct Mistral: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = MistralWire

    /// What is known of it.
    public static let provider = Provider(
        id: "mistral",
        title: "Mistral",
        wire: "openai-chat",
        base: "https://api.mistral.ai/v1",
        baseVariables: ["MISTRAL_BASE_URL"],
        keys: [.bearer(["MISTRAL_API_KEY"])],
        endpoints: [.init("/chat/completions")],
        services: [
            .init(.models, "GET", "/models"), .init(.embed, "POST", "/embeddings", needs: ["embeddings"]),
            .init(.upload, "POST", "/files", needs: ["fileStore"], file: .form("file")),
            .init(.file, "GET", "/files/{file}", needs: ["fileStore"]),
            .init(.remove, "DELETE", "/files/{file}", needs: ["fileStore"]),
        ],
        capabilities: [
            "streaming", "tools", "toolChoice", "parallelTools", "strictTools", "vision", "audio", "files", "jsonMode",
            "jsonSchema", "reasoning", "reasoningEffort", "sampling", "stop", "caching", "embeddings", "fileStore",
            "randomSeed",
        ],
        refused: ["logit_bias", "user", "store"],
        settings: [
            "min_tokens": .integer, "repetition_penalty": .number, "document_image_limit": .integer,
            "document_page_limit": .integer, "safe_prompt": .bool, "prompt_mode": .text, "prediction": .json,
            "guardrails": .json,
        ],
        defaultModel: "mistral-small-latest",
        media: [.init(.image, types: ["png", "jpeg", "gif", "webp"]), .init(.audio, types: ["wav", "mp3"])],
        hosts: ["mistral.ai"],
        limits: [
            .init("requests", limit: "x-ratelimit-limit-req-minute", remaining: "x-ratelimit-remaining-req-minute"),
            .init("tokens", limit: "x-ratelimit-limit-tokens-minute", remaining: "x-ratelimit-remaining-tokens-minute"),
        ],
        requestIDHeader: "mistral-correlation-id",
        models: .mistral
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

extension Mistral {
    /// Settings of a request that only Mistral has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// The fewest tokens of an answer.
        public var minTokens: Int? {
            get { json["min_tokens"]?.int }
            set { json["min_tokens"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// Pushes away from repetition; 1 is neutral.
        public var repetitionPenalty: Double? {
            get { json["repetition_penalty"]?.double }
            set { json["repetition_penalty"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// How many images of a document are looked at.
        public var documentImageLimit: Int? {
            get { json["document_image_limit"]?.int }
            set { json["document_image_limit"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// How many of its pages.
        public var documentPageLimit: Int? {
            get { json["document_page_limit"]?.int }
            set { json["document_page_limit"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// Whether Mistral's safety prompt stands before the conversation.
        public var safePrompt: Bool? {
            get { json["safe_prompt"]?.bool }
            set { json["safe_prompt"] = newValue.map(JSON.bool) }
        }

        /// Reasoning, for the models that think when asked to.
        public var promptMode: String? {
            get { json["prompt_mode"]?.string }
            set { json["prompt_mode"] = newValue.map(JSON.string) }
        }

        /// Text that much of the answer is expected to repeat.
        public var prediction: JSON? {
            get { json["prediction"] }
            set { json["prediction"] = newValue }
        }

        /// Checks on prompt and answer.
        public var guardrails: JSON? {
            get { json["guardrails"] }
            set { json["guardrails"] = newValue }
        }
    }
}

extension ChatRequest {
    /// Settings that only Mistral has; other providers never see them.
    public var mistral: Mistral.Settings {
        get { Mistral.Settings(json: extra["mistral"] ?? [:]) }
        set { extra["mistral"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// OpenAI Chat Completions as Mistral speaks it: only what differs stands here.
public enum MistralWire: OpenAIChatWire {
    /// How ids of calls are spelled.
    public static var ids: Spelling? { Spelling("A-Za-z0-9", 9...9) }

    /// What Mistral does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("logitBias", &request.logitBias)
        out.remove("user", &request.user)
        out.remove("store", &request.store)
        return request
    }

    /// A user never speaks right after a tool: an answer stands between.
    public static func amend(_ request: inout ChatRequest) -> [Loss] { MistralQuirks.request(&request) }

    /// Writes `embedRequest`.
    public static func renderEmbedRequest(_ request: EmbeddingRequest, into out: inout Renderer) {
        out.object(extra: request.extra) { out in
            out.field("model", request.model)
            out.field("input", request.texts)
            out.field("output_dimension", ifPresent: request.dimensions)
            out.field("encoding_format", ifPresent: request.encoding)
        }
        out.drop("purpose", if: request.purpose != nil)
        out.drop("user", if: request.user != nil)
    }

    /// Reads `embedRequest`.
    public static func parseEmbedRequest(
        _ json: inout JSONReader, into request: inout EmbeddingRequest
    ) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "model": request.model = try json.stringIfAny() ?? ""
            case "input": request.texts = try json.texts()
            case "output_dimension": request.dimensions = try json.intIfAny()
            case "encoding_format": request.encoding = try json.stringIfAny()
            default: try json.keep(key, in: &request.extra, of: Self.id)
            }
        }
    }

    /// Writes `uploadRequest`.
    public static func renderUploadRequest(_ upload: FileUpload, into out: inout Renderer) {
        out.object { out in
            out.field("purpose", upload.purpose ?? "ocr")
        }
    }

    /// Reads `file`.
    public static func parseFile(_ json: inout JSONReader, into file: inout StoredFile) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": file.id = try json.stringIfAny() ?? ""
            case "object": try json.keep(key, unless: "file", in: &file.extra, of: Self.id)
            case "bytes", "size_bytes": file.size = try json.intIfAny()
            case "created_at": file.created = try json.intIfAny()
            case "filename": file.name = try json.stringIfAny()
            case "status": file.state = try Self.parseFileState(&json)
            case "mimetype": file.mediaType = try json.stringIfAny()
            default: try json.keep(key, in: &file.extra, of: Self.id)
            }
        }
    }

    /// Writes the case `system` of `message`.
    public static func renderMessageSystem(_ message: Message, into out: inout Renderer) {
        if out.can("developerRole") {
            out.object(extra: message.extra) { out in
                out.field("role", "developer")
                if let text = message.soleText {
                    out.field("content", text)
                } else {
                    out.list("content", message.parts, at: "parts", Self.renderPart)
                }
                out.field("name", ifPresent: message.name)
            }
        } else {
            out.object(extra: message.extra) { out in
                out.field("role", "system")
                if let text = message.soleText {
                    out.field("content", text)
                } else {
                    out.list("content", message.parts, at: "parts", Self.renderPart)
                }
            }
            out.drop("name", if: message.name != nil)
        }
    }

    /// Writes the case `user` of `message`.
    public static func renderMessageUser(_ message: Message, into out: inout Renderer) {
        out.object(extra: message.extra) { out in
            out.field("role", "user")
            if let text = message.soleText {
                out.field("content", text)
            } else {
                out.list("content", message.parts, at: "parts", Self.renderPart)
            }
        }
        out.drop("name", if: message.name != nil)
    }

    /// Reads the case `user` of `message`.
    public static func parseMessageUser(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError) {
        var message = Message(role: .user)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "content":
                switch try json.peek() {
                case .string: message.text = try json.stringIfAny()
                case .array: message.parts += try json.list(Self.parsePart)
                default: try json.skip()
                }
            case "role": try json.pass()
            default: try json.keep(key, in: &message.extra, of: Self.id)
            }
        }
        messages.append(message)
    }

    /// Writes the case `assistant` of `message`.
    public static func renderMessageAssistant(_ message: Message, into out: inout Renderer) {
        let content = out.content(of: message, before: [.toolCall])
        out.object(extra: message.extra) { out in
            out.field("role", "assistant")
            if let text = content.soleText {
                out.field("content", text)
            } else {
                out.list("content", ifPresent: content.parts, at: "parts", Self.renderPart)
            }
            out.list("tool_calls", ifPresent: message.toolCalls, at: "toolCalls", Self.renderCall)
        }
        out.drop("name", if: message.name != nil)
    }

    /// Reads the case `assistant` of `message`.
    public static func parseMessageAssistant(
        _ json: inout JSONReader, into messages: inout [Message]
    ) throws(JSONError) {
        var message = Message(role: .assistant)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "content":
                switch try json.peek() {
                case .string: message.text = try json.stringIfAny()
                case .array: message.parts += try json.list(Self.parsePart)
                default: try json.skip()
                }
            case "tool_calls": message.toolCalls = try json.list(of: ToolCall(), Self.parseCall)
            case "role": try json.pass()
            default: try json.keep(key, in: &message.extra, of: Self.id)
            }
        }
        message.moveCallsToEnd()
        messages.append(message)
    }

    /// Writes the case `tool` of `message`.
    public static func renderMessageTool(_ message: Message, into out: inout Renderer) {
        let message = out.flatten(message, into: [.toolResult])
        out.each(message.toolResults, at: "toolResults") { result, out in
            let result = out.flatten(result, into: [.text])
            out.object(extra: result.extra) { out in
                out.field("role", "tool")
                out.field("tool_call_id", result.callID)
                out.field("content", result.text ?? "")
                out.field("name", ifPresent: result.name)
            }
            out.drop("isError", if: result.isError)
            out.drop("cache", if: result.cache != nil)
        }
        out.drop("name", if: message.name != nil)
        out.drop(message.extra)
    }

    /// Reads the case `tool` of `message`.
    public static func parseMessageTool(_ json: inout JSONReader, into messages: inout [Message]) throws(JSONError) {
        var result = ToolResult()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "tool_call_id": result.callID = try json.stringIfAny() ?? ""
            case "content":
                switch try json.peek() {
                case .string: result.text = try json.stringIfAny()
                case .array: result.parts += try json.list(Self.parsePart)
                default: try json.skip()
                }
            case "name": result.name = try json.stringIfAny()
            case "role": try json.pass()
            default: try json.keep(key, in: &result.extra, of: Self.id)
            }
        }
        messages.append(result)
    }

    /// Writes `toolChoice`.
    public static func renderToolChoice(_ choice: ToolChoice, into out: inout Renderer) {
        switch choice {
        case .auto: out.value("auto")
        case .none: out.value("none")
        case .required: out.value("any")
        case .tool(let tool):
            out.object { out in
                out.field("type", "function")
                out.object("function") { out in
                    out.field("name", tool.name)
                }
            }
        case .tools(let subset) where out.can("toolSubsets"):
            out.object { out in
                out.field("type", "allowed_tools")
                out.object("allowed_tools") { out in
                    out.field("mode", ifPresent: subset.must, Self.renderMust)
                    out.list("tools", subset.tools, at: "tools", Self.renderNamedTool)
                }
            }
        case .tools:
            out.value("auto")
            out.lose("toolChoice", .approximated, "tools is sent as auto")
        }
    }

    /// Reads `toolChoice`.
    public static func parseToolChoice(_ json: inout JSONReader) throws(JSONError) -> ToolChoice? {
        if try json.peek() == .string {
            return switch try json.stringIfAny() {
            case "auto": ToolChoice.auto
            case "none": ToolChoice.none
            case "any", "required": ToolChoice.required
            default: json.unknown()
            }
        }
        switch json.lookAheadString("type") {
        case "function":
            var tool = NamedTool(name: "")
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "function":
                    guard try json.beginObjectIfAny() else { break }
                    while let key = try json.nextKey() {
                        switch key {
                        case "name": tool.name = try json.stringIfAny() ?? ""
                        default: try json.skip()
                        }
                    }
                case "type": try json.pass()
                default: try json.skip()
                }
            }
            return .tool(tool)
        case "allowed_tools":
            var subset = ToolSubset()
            try json.beginObject()
            while let key = try json.nextKey() {
                switch key {
                case "allowed_tools":
                    guard try json.beginObjectIfAny() else { break }
                    while let key = try json.nextKey() {
                        switch key {
                        case "mode": subset.must = try Self.parseMust(&json)
                        case "tools": subset.tools = try json.list(of: NamedTool(name: ""), Self.parseNamedTool)
                        default: try json.skip()
                        }
                    }
                case "type": try json.pass()
                default: try json.skip()
                }
            }
            return .tools(subset)
        default:
            try json.skip()
            return nil
        }
    }

    /// Writes `answer`.
    public static func renderAnswer(_ chunk: Chunk, into out: inout Renderer) {
        let chunk = out.flatten(chunk, into: [.text, .refusal, .toolCall, .citation], hasParts: true)
        out.object { out in
            out.field("role", "assistant")
            if let text = chunk.soleText {
                out.field("content", text)
            } else {
                out.list("content", ifPresent: chunk.parts, at: "parts", Self.renderPart)
            }
            out.field("refusal", ifPresent: chunk.refusal)
            out.list("tool_calls", ifPresent: chunk.toolCalls, at: "toolCalls", Self.renderPiece)
            out.list("annotations", ifPresent: chunk.citations, at: "citations", Self.renderAnnotation)
            Self.renderAnswerMore(chunk, into: &out)
        }
        out.drop(chunk.extra)
    }

    /// Reads `stop`.
    public static func parseStop(_ json: inout JSONReader) throws(JSONError) -> Finish? {
        guard let word = try json.stringIfAny() else { return nil }
        let reason: StopReason =
            switch word {
            case "stop": .stop
            case "length", "model_length": .length
            case "tool_calls", "function_call": .toolCalls
            case "content_filter": .contentFilter
            case "error": .error
            default: .other
            }
        return Finish(reason: reason, vendorReason: word)
    }

    /// Reads a key that a provider adds to `usage`; false if it is none of those.
    public static func parseUsageMore(
        _ key: JSONKey, _ json: inout JSONReader, into usage: inout UsageCounts
    ) throws(JSONError) -> Bool {
        switch key {
        case "num_cached_tokens": usage.cacheRead = try json.intIfAny() ?? usage.cacheRead
        case "prompt_token_details":
            guard try json.beginObjectIfAny() else { break }
            while let key = try json.nextKey() {
                switch key {
                case "cached_tokens": usage.cacheRead = try json.intIfAny() ?? usage.cacheRead
                default: try json.skip()
                }
            }
        default: return false
        }
        return true
    }

    /// Writes `delta`.
    public static func renderDelta(_ chunk: Chunk, into out: inout Renderer) {
        let chunk = out.flatten(chunk, into: [.text, .refusal, .toolCall, .citation], hasParts: true)
        out.object { out in
            if let text = chunk.soleText {
                out.field("content", text)
            } else {
                out.list("content", ifPresent: chunk.parts, at: "parts", Self.renderPart)
            }
            out.field("refusal", ifPresent: chunk.refusal)
            out.list("tool_calls", ifPresent: chunk.toolCalls, at: "toolCalls", Self.renderPiece)
            out.list("annotations", ifPresent: chunk.citations, at: "citations", Self.renderAnnotation)
            Self.renderDeltaMore(chunk, into: &out)
        }
        out.drop(chunk.extra)
    }

    /// Writes `part`.
    public static func renderPart(_ part: Part, into out: inout Renderer) {
        switch part {
        case .text(let text): Self.renderPartText(text, into: &out)
        case .image(let media): Self.renderPartImage(media, into: &out)
        case .audio(let media): Self.renderPartAudio(media, into: &out)
        case .file(let media): Self.renderPartFile(media, into: &out)
        case .refusal(let refusal): Self.renderPartRefusal(refusal, into: &out)
        case .reasoning(let reasoning) where out.isOwn(part): Self.renderPartReasoning(reasoning, into: &out)
        case .opaque(let opaque) where out.isOwn(part): out.raw(opaque.json)
        default: out.drop(part)
        }
    }

    /// Reads `part`.
    public static func parsePart(_ json: inout JSONReader) throws(JSONError) -> Part? {
        switch json.lookAheadString("type") {
        case "text": return try Self.parsePartText(&json)
        case "image_url": return try Self.parsePartImage(&json)
        case "input_audio": return try Self.parsePartAudio(&json)
        case "file", "document_url": return try Self.parsePartFile(&json)
        case "refusal": return try Self.parsePartRefusal(&json)
        case "thinking": return try Self.parsePartReasoning(&json)
        default: return .opaque(OpaquePart(origin: Self.id, json: try json.text()))
        }
    }

    /// Reads the case `image` of `part`.
    public static func parsePartImage(_ json: inout JSONReader) throws(JSONError) -> Part {
        var media = Media()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "image_url":
                switch try json.peek() {
                case .object:
                    try json.beginObject()
                    while let key = try json.nextKey() {
                        switch key {
                        case "url": media.location = try json.stringIfAny()
                        case "detail": media.detail = try json.stringIfAny()
                        default: try json.keep(key, in: &media.extra, of: Self.id, under: "image_url")
                        }
                    }
                case .string: media.location = try json.stringIfAny()
                default: try json.skip()
                }
            case "type": try json.pass()
            default: try json.keep(key, in: &media.extra, of: Self.id)
            }
        }
        return .image(media)
    }

    /// Writes the case `audio` of `part`.
    public static func renderPartAudio(_ media: Media, into out: inout Renderer) {
        guard media.data != nil else { return out.drop(Part.audio(media)) }
        out.object(extra: media.extra) { out in
            out.field("type", "input_audio")
            out.field("input_audio", ifPresent: media.base64)
        }
        out.drop("mediaType", if: media.mediaType != nil)
        out.drop("name", if: media.name != nil)
        out.drop("detail", if: media.detail != nil)
        out.drop("signature", if: media.signature != nil)
        out.drop("cache", if: media.cache != nil)
    }

    /// Reads the case `audio` of `part`.
    public static func parsePartAudio(_ json: inout JSONReader) throws(JSONError) -> Part {
        var media = Media()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "input_audio": media.base64 = try json.stringIfAny()
            case "type": try json.pass()
            default: try json.keep(key, in: &media.extra, of: Self.id)
            }
        }
        return .audio(media)
    }

    /// Writes the case `file` of `part`.
    public static func renderPartFile(_ media: Media, into out: inout Renderer) {
        if media.fileID != nil {
            out.object(extra: media.extra) { out in
                out.field("type", "file")
                out.field("file_id", ifPresent: media.fileID)
            }
            out.drop("mediaType", if: media.mediaType != nil)
            out.drop("name", if: media.name != nil)
            out.drop("detail", if: media.detail != nil)
            out.drop("signature", if: media.signature != nil)
            out.drop("cache", if: media.cache != nil)
        } else if media.located != nil {
            out.object(extra: media.extra) { out in
                out.field("type", "document_url")
                out.field("document_url", ifPresent: media.location)
                out.field("document_name", ifPresent: media.name)
            }
            out.drop("mediaType", if: media.looseType != nil)
            out.drop("detail", if: media.detail != nil)
            out.drop("signature", if: media.signature != nil)
            out.drop("cache", if: media.cache != nil)
        } else {
            out.drop(Part.file(media))
        }
    }

    /// Reads the case `file` of `part`.
    public static func parsePartFile(_ json: inout JSONReader) throws(JSONError) -> Part {
        var media = Media()
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "file_id": media.fileID = try json.stringIfAny()
            case "document_url": media.location = try json.stringIfAny()
            case "document_name": media.name = try json.stringIfAny()
            case "type": try json.pass()
            default: try json.keep(key, in: &media.extra, of: Self.id)
            }
        }
        return .file(media)
    }

    /// Writes the case `refusal` of `part`.
    public static func renderPartRefusal(_ refusal: RefusalPart, into out: inout Renderer) {
        out.object { out in
            out.field("type", "text")
            out.field("text", refusal.text)
        }
        out.approximate("a refusal is sent as something near")
    }

    /// Writes the case `reasoning` of `part`.
    public static func renderPartReasoning(_ reasoning: ReasoningPart, into out: inout Renderer) {
        out.object(extra: reasoning.extra) { out in
            out.field("type", "thinking")
            out.array("thinking") { out in
                out.each(reasoning.texts, at: "texts") { text, out in
                    out.object { out in
                        out.field("type", "text")
                        out.field("text", text.text)
                    }
                    out.drop("citations", if: !text.citations.isEmpty)
                    out.drop("signature", if: text.signature != nil)
                    out.drop("cache", if: text.cache != nil)
                    out.drop(text.extra)
                }
            }
            out.field("signature", ifPresent: reasoning.signature)
        }
        out.drop("encrypted", if: reasoning.encrypted != nil)
    }

    /// Reads the case `reasoning` of `part`.
    public static func parsePartReasoning(_ json: inout JSONReader) throws(JSONError) -> Part {
        var reasoning = ReasoningPart(origin: Self.id)
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "thinking":
                guard try json.beginArrayIfAny() else { break }
                while try json.nextElement() {
                    guard try json.beginObjectIfAny() else { continue }
                    var text = TextPart()
                    while let key = try json.nextKey() {
                        switch key {
                        case "text": text.text = try json.stringIfAny() ?? ""
                        case "type": try json.pass()
                        default: try json.skip()
                        }
                    }
                    reasoning.texts.append(text)
                }
            case "signature": reasoning.signature = try json.stringIfAny()
            case "type": try json.pass()
            default: try json.keep(key, in: &reasoning.extra, of: Self.id)
            }
        }
        return .reasoning(reasoning)
    }
}
