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
    public var call: FlatCall?
    /// What a tool gave.
    public var result: ToolResult?
    /// Code that ran on the provider's side.
    public var code: JSON?
    /// What that code gave.
    public var codeResult: JSON?
    /// A call of a tool of the provider's own.
    public var serverCall: ServerToolCall?
    /// What a tool of the provider's own gave.
    public var serverResult: ServerToolResult?
    /// Whether it is the first call of an answer and has no seal: one that another vendor's model made.
    public var isUnsigned = false
    /// Members beyond these, by wire.
    public var extra: Extra = [:]
    /// The wire it comes from.
    public private(set) var origin: String?

    /// Makes an empty part.
    public init(origin: String? = nil) { self.origin = origin }

    /// Makes a seal alone.
    public init(signature: String) {
        text = ""
        self.signature = signature
    }
}

/// What is in the media of a part.
extension FlatPart {
    /// The media type.
    public var mediaType: String? {
        get { media.data == nil ? nil : media.mediaType }
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
        get { media.url ?? media.fileID }
        set { media.url = newValue }
    }

    /// A file name.
    public var name: String? {
        get { media.data == nil ? nil : media.name }
        set { media.name = newValue }
    }
}

extension FlatPart {
    /// The name of the tool that runs code.
    fileprivate static let codeExecution = "codeExecution"

    /// The part with these members; `nil` when they say nothing.
    public var part: Part? {
        let origin = signature == nil ? nil : origin
        if var call = call?.call {
            (call.signature, call.origin, call.extra) = (signature, origin, extra)
            return .toolCall(call)
        }
        if var result {
            result.extra = extra
            return .toolResult(result)
        }
        if var call = serverCall ?? code.map({ ServerToolCall(name: Self.codeExecution, arguments: $0) }) {
            (call.signature, call.origin, call.extra) = (signature, self.origin, extra)
            return .serverToolCall(call)
        }
        if var result = serverResult ?? codeResult.map({ ServerToolResult(name: Self.codeExecution, content: $0) }) {
            (result.signature, result.origin, result.extra) = (signature, self.origin, extra)
            return .serverToolResult(result)
        }
        if media.source != nil {
            var media = media
            (media.signature, media.origin, media.extra) = (signature, origin, extra)
            let type = media.mediaType ?? ""
            return type.hasPrefix("image/") ? .image(media) : type.hasPrefix("audio/") ? .audio(media) : .file(media)
        }
        if isThought == true {
            var part = ReasoningPart(text: text ?? "", signature: signature, origin: self.origin)
            part.extra = extra
            return .reasoning(part)
        }
        if text != nil || signature != nil {
            var part = TextPart(text: text ?? "")
            (part.signature, part.origin, part.extra) = (signature, origin, extra)
            return .text(part)
        }
        guard let origin = self.origin, let members = extra[origin] else { return nil }
        return .opaque(OpaquePart(origin: origin, json: JSON.object(members).text))
    }

    /// Makes the members of a part; `nil` where there are none for it.
    public init?(_ part: Part) {
        switch part {
        case .text(let part):
            text = part.text
            (signature, origin, extra) = (part.signature, part.origin, part.extra)
        case .reasoning(let part):
            text = part.text
            isThought = true
            (signature, origin, extra) = (part.signature, part.origin, part.extra)
        case .image(let media), .audio(let media), .file(let media):
            let media = media.resolved
            guard media.data != nil ? media.mediaType != nil : media.url != nil || media.fileID != nil else {
                return nil
            }
            self.media = media
            (signature, origin, extra) = (media.signature, media.origin, media.extra)
        case .toolCall(let call):
            var plain = ToolCall(id: call.id, name: call.name, argumentsText: call.argumentsText)
            plain.isText = call.isText
            self.call = FlatCall(plain)
            (signature, origin, extra) = (call.signature, call.origin, call.extra)
        case .toolResult(let result):
            self.result = result
            self.result?.extra = [:]
            self.result?.cache = nil
            extra = result.extra
        case .serverToolCall(let call):
            if call.name == Self.codeExecution { code = call.arguments } else { serverCall = call }
            serverCall?.extra = [:]
            (signature, origin, extra) = (call.signature, call.origin, call.extra)
        case .serverToolResult(let result):
            if result.name == Self.codeExecution { codeResult = result.content } else { serverResult = result }
            serverResult?.extra = [:]
            (signature, origin, extra) = (result.signature, result.origin, result.extra)
        case .opaque(let part):
            guard let members = try? JSON(parsing: part.json).object else { return nil }
            origin = part.origin
            extra = [part.origin: members]
        case .citation, .refusal: return nil
        }
        if signature?.isEmpty == true { signature = nil }
    }
}

extension Message {
    /// The parts with all their members at once. Setting adds parts.
    public var flatParts: [FlatPart] {
        get {
            var flat = parts.compactMap(FlatPart.init)
            if role == .assistant, let first = flat.firstIndex(where: { $0.call != nil }) {
                flat[first].isUnsigned = flat[first].signature == nil
            }
            return flat
        }
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

    /// Whether thoughts are wanted.
    public var includesThoughts: Bool? {
        get { reasoning.map { $0.summary != "none" } }
        set {
            guard let newValue else { return }
            if reasoning == nil { reasoning = ReasoningOptions() }
            if !newValue { reasoningSummary = "none" }
        }
    }
}

extension Chunk {
    /// The content as parts with all their members at once. Setting adds pieces: text and thoughts go on with what came
    /// before, unless they bear a seal or other members than that; everything else stands for itself.
    public var flatParts: [FlatPart] {
        get {
            pieces.compactMap { piece in
                switch piece {
                case .text(let text): FlatPart(.text(text))
                case .reasoning(let text): FlatPart(.reasoning(ReasoningPart(text: text)))
                case .part(let part), .whole(let part): FlatPart(part)
                case .toolCall(let call):
                    FlatPart(
                        .toolCall(
                            ToolCall(
                                id: call.id ?? "", name: call.name ?? "", argumentsText: call.argumentsText ?? "")))
                case .signature(let signature): FlatPart(signature: signature)
                case .refusal, .citation: nil
                }
            }
        }
        set {
            for flat in newValue {
                if let piece = flat.call?.piece(signature: flat.signature) {
                    pieces.append(.toolCall(piece))
                    continue
                }
                switch flat.part {
                case .text(let part)? where part.isPlain: if !part.text.isEmpty { pieces.append(.text(part.text)) }
                case .reasoning(let part)? where part.signature == nil && part.extra.isEmpty:
                    if !part.text.isEmpty { pieces.append(.reasoning(part.text)) }
                case .text(let part)? where part.signature == nil: pieces.append(.part(.text(part)))
                // A seal without thoughts is that of the thoughts before it.
                case .reasoning(let part)? where part.signature == nil || part.text.isEmpty:
                    pieces.append(.part(.reasoning(part)))
                case let part?: pieces.append(.whole(part))
                case nil: continue
                }
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

    /// Pictures and other media of the result.
    public var flatParts: [FlatPart] {
        get { parts.compactMap { $0.kind == .text ? nil : FlatPart($0) } }
        set { parts += newValue.compactMap(\.part) }
    }

    /// The result as a JSON object: `{"output": …}` or `{"error": …}` where it is a text.
    public var response: JSON? {
        get {
            let text = text ?? ""
            if !isError, let object = try? JSON(parsing: text), object.object != nil, Self.wrapped(in: object) == nil {
                return object
            }
            return .object([isError ? "error" : "output": .string(text)])
        }
        set {
            guard let newValue else { return }
            let wrapped = Self.wrapped(in: newValue)
            isError = wrapped?.isError ?? false
            text = wrapped?.text ?? newValue.text
        }
    }

    /// The text that stands alone in an object, and whether it says what went wrong.
    private static func wrapped(in object: JSON) -> (text: String, isError: Bool)? {
        guard let members = object.object, members.count == 1 else { return nil }
        if let error = members["error"]?.string { return (error, true) }
        return (members["output"] ?? members["result"])?.string.map { ($0, false) }
    }
}

extension ServerToolCall {
    /// The vendor's own id; `nil` where the vendor gave none.
    public var vendorID: String? {
        get { id.isEmpty ? nil : id }
        set { id = newValue ?? "" }
    }
}

extension ServerToolResult {
    /// The vendor's own id of the call; `nil` where the vendor gave none.
    public var vendorID: String? {
        get { callID.isEmpty ? nil : callID }
        set { callID = newValue ?? "" }
    }

    /// What the tool gave; `nil` where that was nothing.
    public var response: JSON? {
        get { content.isNull ? nil : content }
        set { content = newValue ?? .null }
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
    /// The turn without the parts that cannot be written with their members side by side, and without what these have
    /// no place for; all of that is noted.
    public mutating func flattened(_ turn: Message) -> Message {
        var flat = turn
        flat.parts = flattened(turn.parts)
        return flat
    }

    /// The request without what the system says in parts that cannot be written so, which is noted.
    public mutating func flattened(_ request: ChatRequest) -> ChatRequest {
        var flat = request
        var system: [ChatRequest.Place] = []
        for (place, message) in request.messages.enumerated() where message.role == .system {
            path.append(("messages", place))
            flat.messages[place].parts = flattened(message.parts)
            system += partPlaces.places.map { ChatRequest.Place(message: place, part: $0) }
            path.removeLast()
        }
        let turned = beginTurns(of: flat)
        origins?.system = system
        return turned
    }

    /// The answer as one of this wire, without what cannot be written with its members side by side; all of that is
    /// noted.
    public mutating func flattened(_ chunk: Chunk) -> Chunk {
        let own = owned(chunk)
        var flat = own
        let cited = chunk.pieces.flatMap { piece in
            if case .text(let text)? = piece.part { text.citations } else { [Citation]() }
        }
        flat.pieces = []
        partPlaces = (place, [])
        for (index, piece) in own.pieces.enumerated() {
            path.append(("parts", index))
            defer { path.removeLast() }
            switch piece {
            case .citation(let citation):
                // Those of a text are noted with it.
                if !cited.contains(citation) { drop(.citation(citation)) }
                continue
            case .refusal(let text):
                approximate("a refusal is sent as a text")
                flat.pieces.append(.text(text))
            case .part(.refusal(let refusal)), .whole(.refusal(let refusal)):
                approximate("a refusal is sent as a text")
                flat.pieces.append(.text(refusal.text))
            case .part(let part), .whole(let part):
                guard isOwn(part), FlatPart(part) != nil else {
                    drop(part)
                    continue
                }
                noteLost(ofFlat: part)
                flat.pieces.append(piece)
            case .text, .reasoning, .signature, .toolCall: flat.pieces.append(piece)
            }
            partPlaces.places.append(index)
        }
        return flat
    }

    /// The parts that can be written with their members side by side.
    public mutating func flattened(_ parts: [Part]) -> [Part] {
        var kept: [Part] = []
        partPlaces = (place, [])
        for (index, part) in parts.enumerated() {
            path.append(("parts", index))
            defer { path.removeLast() }
            guard isOwn(part), FlatPart(part) != nil else {
                drop(part)
                continue
            }
            partPlaces.places.append(index)
            noteLost(ofFlat: part)
            kept.append(inner(owned(part)))
        }
        return kept
    }

    /// What a result loses whose texts are one, with its media beside them.
    private mutating func noteLost(in result: ToolResult) {
        var kinds: [Part.Kind] = []
        for (index, part) in result.parts.enumerated() {
            path.append(("parts", index))
            defer { path.removeLast() }
            if part.kind != .text, !isOwn(part) || FlatPart(part) == nil {
                drop(part)
                continue
            }
            if part.kind == .text, kinds.contains(.text) {
                losses.append(
                    Loss(path: place, reason: "joined with the part before it", severity: .approximated))
            }
            noteLost(ofFlat: part)
            if case .text(let text) = part {
                drop("signature", if: text.signature != nil)
                drop(text.extra)
            }
            kinds.append(part.kind)
        }
        if let media = kinds.firstIndex(where: { $0 != .text }), kinds[media...].contains(.text) {
            lose("parts", .reordered, "\(wire) holds media after the text")
        }
    }

    /// A result without what is never written in one; that has been noted.
    private func inner(_ part: Part) -> Part {
        guard case .toolResult(var result) = part else { return part }
        result.parts.removeAll { $0.kind != .text && (!isOwn($0) || FlatPart($0) == nil) }
        return .toolResult(result)
    }

    private mutating func noteLost(ofFlat part: Part) {
        switch part {
        case .text(let text):
            drop("citations", if: !text.citations.isEmpty)
            drop("cache", if: text.cache != nil)
        case .image(let media), .audio(let media), .file(let media):
            drop("detail", if: media.detail != nil)
            drop("name", if: media.name != nil && media.resolved.data == nil)
            drop("cache", if: media.cache != nil)
            if let kind = FlatPart(part)?.part?.kind, kind != part.kind {
                approximate("by its media type it is a \(kind.rawValue)")
            }
        case .toolCall(let call):
            drop("cache", if: call.cache != nil)
        case .toolResult(let result):
            drop("cache", if: result.cache != nil)
            noteLost(in: result)
        case .reasoning(let part): drop("encrypted", if: part.encrypted != nil)
        case .serverToolCall(let call): drop("server", if: call.server != nil)
        case .serverToolResult(let result) where result.name == FlatPart.codeExecution:
            drop("isError", if: result.isError)
        default: break
        }
    }
}
