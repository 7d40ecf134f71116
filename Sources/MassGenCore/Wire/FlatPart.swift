/// A part on wires that tell parts apart by which members are there: all members at once, any of them absent.
public struct FlatPart: Sendable, Hashable {
    /// Text, or a thought.
    public var text: String?
    /// Whether the text is a thought.
    public var isThought: Bool?
    /// The vendor's seal of this very part, sent back with it.
    public var signature: String?
    /// A picture, a recording or a file.
    public var media = Media()
    /// A call of a tool.
    public var call: ToolCall?
    /// What a tool gave.
    public var result: ToolResult?
    /// Code that ran on the provider's side.
    public var code: JSON?
    /// What that code gave.
    public var codeResult: JSON?
    /// Members beyond these, by wire.
    public var extra: Extra = [:]
    /// The wire it comes from.
    public let origin: String

    /// Makes an empty part.
    public init(origin: String) { self.origin = origin }
}

/// What is in the media of a part.
extension FlatPart {
    /// The media type.
    public var mediaType: String? {
        get { media.mediaType }
        set { media.mediaType = newValue }
    }

    /// The media type beside an address.
    public var looseType: String? {
        get { media.looseType }
        set { media.mediaType = newValue }
    }

    /// The bytes in base64.
    public var base64: String? {
        get { media.base64 }
        set { media.base64 = newValue }
    }

    /// The address.
    public var url: String? {
        get { media.url }
        set { media.url = newValue }
    }

    /// A file name.
    public var name: String? {
        get { media.name }
        set { media.name = newValue }
    }
}

extension FlatPart {
    /// The part with these members; `nil` when they say nothing.
    public var part: Part? {
        let seal: Extra = signature.map { [origin: ["signature": .string($0)]] } ?? [:]
        if var call {
            call.extra.merge(seal) { $1 }
            return .toolCall(call)
        }
        if let result { return .toolResult(result) }
        if let code { return .serverToolCall(ServerToolCall(name: "codeExecution", arguments: code)) }
        if let codeResult { return .serverToolResult(ServerToolResult(name: "codeExecution", content: codeResult)) }
        if media.source != nil {
            let type = media.mediaType ?? ""
            return type.hasPrefix("image/") ? .image(media) : type.hasPrefix("audio/") ? .audio(media) : .file(media)
        }
        if isThought == true {
            return .reasoning(ReasoningPart(text: text ?? "", signature: signature, origin: origin))
        }
        if text != nil || signature != nil {
            var part = TextPart(text: text ?? "")
            part.extra = seal
            return .text(part)
        }
        return extra[origin].map { .opaque(OpaquePart(origin: origin, json: JSON.object($0).text)) }
    }

    /// Makes the members of a part; `nil` where there are none for it.
    public init?(_ part: Part) {
        func seal(_ extra: Extra) -> String? { extra.values.lazy.compactMap { $0["signature"]?.string }.first }
        switch part {
        case .reasoning(let part): origin = part.origin ?? ""
        case .opaque(let part): origin = part.origin
        default: origin = ""
        }
        switch part {
        case .text(let part):
            text = part.text
            signature = seal(part.extra)
        case .reasoning(let part):
            text = part.text
            isThought = true
            signature = part.signature
        case .image(let media), .audio(let media), .file(let media):
            guard media.base64 != nil || media.url != nil else { return nil }
            self.media = media
        case .toolCall(let call):
            self.call = call
            signature = seal(call.extra)
        case .toolResult(let result): self.result = result
        case .serverToolCall(let call) where call.name == "codeExecution": code = call.arguments
        case .serverToolResult(let result) where result.name == "codeExecution": codeResult = result.content
        case .opaque(let part):
            guard let object = try? JSON(parsing: part.json).object else { return nil }
            extra = [part.origin: object]
        default: return nil
        }
    }
}

extension Message {
    /// The parts with all their members at once. Setting adds parts.
    public var flatParts: [FlatPart] {
        get { parts.compactMap(FlatPart.init) }
        set { parts += newValue.compactMap(\.part) }
    }
}

extension ChatRequest {
    /// What all system messages say, with all members at once.
    public var systemFlatParts: [FlatPart] {
        get { systemParts.compactMap(FlatPart.init) }
        set { systemParts = newValue.compactMap(\.part) }
    }

    /// The media type of the answer, where a format is asked for.
    public var responseMimeType: String? {
        get {
            switch responseFormat {
            case .json, .jsonSchema: "application/json"
            case .text: "text/plain"
            case nil: nil
            }
        }
        set {
            if newValue == "application/json", responseFormat == nil { responseFormat = .json }
            if newValue == "text/plain", responseFormat == nil { responseFormat = .text }
        }
    }

    /// The schema of the answer.
    public var responseSchema: JSON? {
        get { if case .jsonSchema(let format)? = responseFormat { format.schema } else { nil } }
        set { if let newValue { responseFormat = .jsonSchema(JSONSchemaFormat(schema: newValue)) } }
    }

    /// The level of thinking in capitals.
    public var reasoningLevel: String? {
        get { reasoningEffort?.rawValue.uppercased() }
        set { if let newValue { reasoningEffort = ReasoningEffort(rawValue: newValue.lowercased()) } }
    }

    /// Whether thoughts are wanted.
    public var includesThoughts: Bool? {
        get { reasoning.map { $0.summary != "none" } }
        set { if newValue == true, reasoning == nil { reasoning = ReasoningOptions() } }
    }
}

extension Chunk {
    /// The content as parts with all their members at once. Setting adds pieces.
    public var flatParts: [FlatPart] {
        get {
            pieces.compactMap { piece in
                var part = FlatPart(origin: "")
                switch piece {
                case .text(let text): part.text = text
                case .reasoning(let text):
                    part.text = text
                    part.isThought = true
                case .signature(let signature): part.signature = signature
                case .toolCall(let call):
                    part.call = ToolCall(
                        id: call.id ?? "", name: call.name ?? "", argumentsText: call.argumentsText ?? "")
                case .part(let whole): return FlatPart(whole)
                case .refusal, .citation: return nil
                }
                return part
            }
        }
        set {
            for flat in newValue {
                switch flat.part {
                case .text(let text)?: if !text.text.isEmpty { pieces.append(.text(text.text)) }
                case .reasoning(let thought)?: if !thought.text.isEmpty { pieces.append(.reasoning(thought.text)) }
                case .toolCall(let call)?:
                    pieces.append(
                        .toolCall(
                            ToolCallPiece(id: call.id, name: call.name, argumentsText: call.arguments?.text ?? "")))
                case let part?: pieces.append(.part(part))
                case nil: continue
                }
                if let signature = flat.signature { pieces.append(.signature(signature)) }
            }
        }
    }
}

extension ToolCall {
    /// The vendor's own id; `nil` where the vendor gave none.
    public var vendorID: String? {
        get { id.isEmpty || Self.isMinted(id) ? nil : id }
        set { id = newValue ?? "" }
    }

    /// Ids begin so when a vendor gave none.
    static let mintedPrefix = "call_"

    /// Whether an id was made here: a place among the calls of an answer.
    static func isMinted(_ id: String) -> Bool {
        id.hasPrefix(mintedPrefix) && Int(id.dropFirst(mintedPrefix.count)) != nil
    }
}

extension ToolResult {
    /// The vendor's own id of the call; `nil` where the vendor gave none.
    public var vendorID: String? {
        get { callID.isEmpty || ToolCall.isMinted(callID) ? nil : callID }
        set { callID = newValue ?? "" }
    }

    /// The result as a JSON object: `{"output": …}` or `{"error": …}` where it is a text.
    public var response: JSON? {
        get {
            let text = text ?? ""
            if !isError, case .object(let object)? = try? JSON(parsing: text) { return .object(object) }
            return .object([isError ? "error" : "output": .string(text)])
        }
        set {
            guard let newValue else { return }
            if newValue.object?.count == 1, let error = newValue["error"]?.string {
                isError = true
                text = error
            } else if newValue.object?.count == 1, let output = (newValue["output"] ?? newValue["result"])?.string {
                text = output
            } else {
                text = newValue.text
            }
        }
    }
}

extension NamedTool {
    /// The tool in a list of its own.
    public var names: [String] {
        get { [name] }
        set { name = newValue.first ?? "" }
    }
}

extension Renderer {
    /// The turn without the parts that cannot be written with their members side by side; those are noted.
    public mutating func flattened(_ turn: Message) -> Message {
        var flat = turn
        flat.parts = turn.parts.filter { part in
            let isKept = isOwn(part) && FlatPart(part) != nil
            if !isKept { drop(part) }
            return isKept
        }
        return flat
    }
}
