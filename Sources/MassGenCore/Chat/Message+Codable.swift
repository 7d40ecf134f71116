import Foundation

/// The JSON form of messages: `content` is a text where there is only one, otherwise a list of parts.
extension Message: Codable {
    private enum Key: String, CodingKey {
        case role, content, name, extra
    }

    /// Reads a message.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        let role = try members.decode(Role.self, forKey: .role)
        let name = try members.decodeIfPresent(String.self, forKey: .name)
        self.init(role: role, parts: try members.decodeContent(forKey: .content), name: name)
        extra = try members.decodeIfPresent(Extra.self, forKey: .extra) ?? [:]
    }

    /// Writes the message.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(role, forKey: .role)
        if let soleText {
            try members.encode(soleText, forKey: .content)
        } else {
            try members.encode(parts, forKey: .content)
        }
        try members.encodeIfPresent(name, forKey: .name)
        try members.encode(extra, unlessEmptyForKey: .extra)
    }
}

/// The JSON form of parts: members of the part beside its `type`.
extension Part: Codable {
    private enum Key: String, CodingKey {
        case type
    }

    /// Reads a part.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        switch try members.decode(Kind.self, forKey: .type) {
        case .text: self = .text(try TextPart(from: decoder))
        case .image: self = .image(try Media(from: decoder))
        case .audio: self = .audio(try Media(from: decoder))
        case .file: self = .file(try Media(from: decoder))
        case .reasoning: self = .reasoning(try ReasoningPart(from: decoder))
        case .toolCall: self = .toolCall(try ToolCall(from: decoder))
        case .toolResult: self = .toolResult(try ToolResult(from: decoder))
        case .citation: self = .citation(try Citation(from: decoder))
        case .refusal: self = .refusal(try RefusalPart(from: decoder))
        case .serverToolCall: self = .serverToolCall(try ServerToolCall(from: decoder))
        case .serverToolResult: self = .serverToolResult(try ServerToolResult(from: decoder))
        case .opaque: self = .opaque(try OpaquePart(from: decoder))
        }
    }

    /// Writes the part.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(kind, forKey: .type)
        switch self {
        case .text(let part): try part.encode(to: encoder)
        case .image(let media), .audio(let media), .file(let media): try media.encode(to: encoder)
        case .reasoning(let part): try part.encode(to: encoder)
        case .toolCall(let call): try call.encode(to: encoder)
        case .toolResult(let result): try result.encode(to: encoder)
        case .citation(let citation): try citation.encode(to: encoder)
        case .refusal(let part): try part.encode(to: encoder)
        case .serverToolCall(let call): try call.encode(to: encoder)
        case .serverToolResult(let result): try result.encode(to: encoder)
        case .opaque(let part): try part.encode(to: encoder)
        }
    }
}

extension TextPart: Codable {
    private enum Key: String, CodingKey {
        case text, citations, signature, origin, cache, extra
    }

    /// Reads a text part.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        self.init(
            text: try members.decode(String.self, forKey: .text),
            citations: try members.decodeIfPresent([Citation].self, forKey: .citations) ?? [])
        signature = try members.decodeIfPresent(String.self, forKey: .signature)
        origin = try members.decodeIfPresent(String.self, forKey: .origin)
        cache = try members.decodeIfPresent(CachePoint.self, forKey: .cache)
        extra = try members.decodeIfPresent(Extra.self, forKey: .extra) ?? [:]
    }

    /// Writes the text part.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(text, forKey: .text)
        try members.encode(citations, unlessEmptyForKey: .citations)
        try members.encodeIfPresent(signature, forKey: .signature)
        try members.encodeIfPresent(origin, forKey: .origin)
        try members.encodeIfPresent(cache, forKey: .cache)
        try members.encode(extra, unlessEmptyForKey: .extra)
    }
}

extension ReasoningPart: Codable {
    private enum Key: String, CodingKey {
        case text, signature, encrypted, isSummary, origin, extra, verbatim
    }

    /// Reads thoughts.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        self.init(
            text: try members.decodeIfPresent(String.self, forKey: .text) ?? "",
            signature: try members.decodeIfPresent(String.self, forKey: .signature),
            encrypted: try members.decodeIfPresent(String.self, forKey: .encrypted),
            origin: try members.decodeIfPresent(String.self, forKey: .origin))
        isSummary = try members.decodeIfPresent(Bool.self, forKey: .isSummary) ?? false
        extra = try members.decodeIfPresent(Extra.self, forKey: .extra) ?? [:]
        verbatim = try members.decodeIfPresent(String.self, forKey: .verbatim)
    }

    /// Writes the thoughts.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(text, forKey: .text)
        try members.encodeIfPresent(signature, forKey: .signature)
        try members.encodeIfPresent(encrypted, forKey: .encrypted)
        if isSummary { try members.encode(true, forKey: .isSummary) }
        try members.encodeIfPresent(origin, forKey: .origin)
        try members.encode(extra, unlessEmptyForKey: .extra)
        try members.encodeIfPresent(verbatim, forKey: .verbatim)
    }
}

extension Media: Codable {
    private enum Key: String, CodingKey {
        case url, data, fileID, parts, mediaType, name, detail, signature, origin, cache, extra
    }

    /// Reads media: one of `url`, `data` (base64), `fileID` and `parts` says where it is.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        self.init()
        mediaType = try members.decodeIfPresent(String.self, forKey: .mediaType)
        name = try members.decodeIfPresent(String.self, forKey: .name)
        detail = try members.decodeIfPresent(String.self, forKey: .detail)
        signature = try members.decodeIfPresent(String.self, forKey: .signature)
        origin = try members.decodeIfPresent(String.self, forKey: .origin)
        cache = try members.decodeIfPresent(CachePoint.self, forKey: .cache)
        extra = try members.decodeIfPresent(Extra.self, forKey: .extra) ?? [:]
        if let text = try members.decodeIfPresent(String.self, forKey: .data) {
            guard let bytes = Data(base64Encoded: text) else {
                throw DecodingError.dataCorruptedError(
                    forKey: .data, in: members, debugDescription: "this is no base64")
            }
            source = .data(bytes)
        } else if let url = try members.decodeIfPresent(String.self, forKey: .url) {
            location = url
            if source == nil { source = .url(url) }
        } else if let id = try members.decodeIfPresent(String.self, forKey: .fileID) {
            source = .id(id)
        } else if let parts = try members.decodeIfPresent([Part].self, forKey: .parts) {
            source = .parts(parts)
        } else {
            throw DecodingError.keyNotFound(
                Key.url,
                DecodingError.Context(
                    codingPath: members.codingPath, debugDescription: "media needs 'url', 'data', 'fileID' or 'parts'"))
        }
    }

    /// Writes the media; a file on this machine with its bytes, so that the text means the same elsewhere.
    public func encode(to encoder: any Encoder) throws {
        if let path {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw EncodingError.invalidValue(
                    self,
                    EncodingError.Context(
                        codingPath: encoder.codingPath, debugDescription: "the file '\(path)' cannot be read"))
            }
            var copy = self
            copy.source = .data(data)
            copy.mediaType = mediaType ?? MediaType.of(data, named: path)
            return try copy.encode(to: encoder)
        }
        var members = encoder.container(keyedBy: Key.self)
        try members.encodeIfPresent(url, forKey: .url)
        try members.encodeIfPresent(base64, forKey: .data)
        try members.encodeIfPresent(fileID, forKey: .fileID)
        try members.encodeIfPresent(parts, forKey: .parts)
        try members.encodeIfPresent(mediaType, forKey: .mediaType)
        try members.encodeIfPresent(name, forKey: .name)
        try members.encodeIfPresent(detail, forKey: .detail)
        try members.encodeIfPresent(signature, forKey: .signature)
        try members.encodeIfPresent(origin, forKey: .origin)
        try members.encodeIfPresent(cache, forKey: .cache)
        try members.encode(extra, unlessEmptyForKey: .extra)
    }
}

/// The JSON form of calls: `arguments` is the parsed value; the model's own text stands beside it where parsing would
/// lose something.
extension ToolCall: Codable {
    private enum Key: String, CodingKey {
        case id, name, arguments, argumentsText, isText, signature, origin, cache, extra
    }

    /// Reads a call.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        self.init(
            id: try members.decodeIfPresent(String.self, forKey: .id) ?? "",
            name: try members.decode(String.self, forKey: .name))
        if let text = try members.decodeIfPresent(String.self, forKey: .argumentsText) {
            argumentsText = text
        } else if let arguments = try members.decodeIfPresent(JSON.self, forKey: .arguments) {
            argumentsText = arguments.string ?? arguments.text
        }
        signature = try members.decodeIfPresent(String.self, forKey: .signature)
        origin = try members.decodeIfPresent(String.self, forKey: .origin)
        cache = try members.decodeIfPresent(CachePoint.self, forKey: .cache)
        isText = try members.decodeIfPresent(Bool.self, forKey: .isText) ?? false
        extra = try members.decodeIfPresent(Extra.self, forKey: .extra) ?? [:]
    }

    /// Writes the call.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(id, forKey: .id)
        try members.encode(name, forKey: .name)
        let object = arguments?.object
        try members.encode(object.map(JSON.object), forKey: .arguments)
        if object == nil || JSON.object(object ?? [:]).text != argumentsText {
            try members.encode(argumentsText, forKey: .argumentsText)
        }
        try members.encodeIfPresent(signature, forKey: .signature)
        try members.encodeIfPresent(origin, forKey: .origin)
        try members.encodeIfPresent(cache, forKey: .cache)
        if isText { try members.encode(true, forKey: .isText) }
        try members.encode(extra, unlessEmptyForKey: .extra)
    }
}

extension ToolResult: Codable {
    private enum Key: String, CodingKey {
        case callID, name, content, isError, cache, extra
    }

    /// Reads a result.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        self.init(
            callID: try members.decode(String.self, forKey: .callID),
            name: try members.decodeIfPresent(String.self, forKey: .name),
            parts: try members.decodeContent(forKey: .content),
            isError: try members.decodeIfPresent(Bool.self, forKey: .isError) ?? false)
        cache = try members.decodeIfPresent(CachePoint.self, forKey: .cache)
        extra = try members.decodeIfPresent(Extra.self, forKey: .extra) ?? [:]
    }

    /// Writes the result.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(callID, forKey: .callID)
        try members.encodeIfPresent(name, forKey: .name)
        if let soleText {
            try members.encode(soleText, forKey: .content)
        } else {
            try members.encode(parts, forKey: .content)
        }
        try members.encode(isError, forKey: .isError)
        try members.encodeIfPresent(cache, forKey: .cache)
        try members.encode(extra, unlessEmptyForKey: .extra)
    }
}

extension Citation: Codable {
    private enum Key: String, CodingKey {
        case kind, url, title, text, start, end, extra
    }

    /// Reads a citation.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        self.init(
            url: try members.decodeIfPresent(String.self, forKey: .url),
            title: try members.decodeIfPresent(String.self, forKey: .title),
            text: try members.decodeIfPresent(String.self, forKey: .text),
            start: try members.decodeIfPresent(Int.self, forKey: .start),
            end: try members.decodeIfPresent(Int.self, forKey: .end))
        kind = try members.decodeIfPresent(String.self, forKey: .kind)
        extra = try members.decodeIfPresent(Extra.self, forKey: .extra) ?? [:]
    }

    /// Writes the citation.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encodeIfPresent(kind, forKey: .kind)
        try members.encodeIfPresent(url, forKey: .url)
        try members.encodeIfPresent(title, forKey: .title)
        try members.encodeIfPresent(text, forKey: .text)
        try members.encodeIfPresent(start, forKey: .start)
        try members.encodeIfPresent(end, forKey: .end)
        try members.encode(extra, unlessEmptyForKey: .extra)
    }
}

extension KeyedDecodingContainer {
    /// A text or a list of parts.
    func decodeContent(forKey key: Key) throws -> [Part] {
        guard contains(key), try !decodeNil(forKey: key) else { return [] }
        if let text = try? decode(String.self, forKey: key) { return [.text(text)] }
        return try decode([Part].self, forKey: key)
    }
}

extension KeyedEncodingContainer {
    /// Writes a collection that has something in it.
    mutating func encode<Values: Collection & Encodable>(_ values: Values, unlessEmptyForKey key: Key) throws {
        if !values.isEmpty { try encode(values, forKey: key) }
    }
}
