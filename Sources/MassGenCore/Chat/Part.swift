/// A piece of a message: text, media, thoughts, a call, a result.
public enum Part: Sendable, Hashable {
    /// Text.
    case text(TextPart)
    /// A picture.
    case image(Media)
    /// A recording.
    case audio(Media)
    /// A document or any other file.
    case file(Media)
    /// What the model thought.
    case reasoning(ReasoningPart)
    /// The model asks for a function to be called.
    case toolCall(ToolCall)
    /// What the function gave.
    case toolResult(ToolResult)
    /// A source of the answer.
    case citation(Citation)
    /// The model declines to answer.
    case refusal(RefusalPart)
    /// A tool that the provider called on its own side.
    case serverToolCall(ServerToolCall)
    /// What the provider's tool gave.
    case serverToolResult(ServerToolResult)
    /// A vendor's part that has no name here, kept byte for byte and sent back to the same wire.
    case opaque(OpaquePart)

    /// A text part.
    public static func text(_ text: String) -> Part { .text(TextPart(text: text)) }

    /// The kinds of part, by the names the IDL and the JSON form use.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case text
        case image
        case audio
        case file
        case reasoning
        case toolCall
        case toolResult
        case citation
        case refusal
        case serverToolCall
        case serverToolResult
        case opaque
    }

    /// Which kind this is.
    public var kind: Kind {
        switch self {
        case .text: .text
        case .image: .image
        case .audio: .audio
        case .file: .file
        case .reasoning: .reasoning
        case .toolCall: .toolCall
        case .toolResult: .toolResult
        case .citation: .citation
        case .refusal: .refusal
        case .serverToolCall: .serverToolCall
        case .serverToolResult: .serverToolResult
        case .opaque: .opaque
        }
    }
}

/// Text, perhaps with its sources.
public struct TextPart: Sendable, Hashable {
    /// The text.
    public var text: String
    /// The sources that back it.
    public var citations: [Citation] = []
    /// The vendor's seal of this very part, sent back with it unchanged.
    public var signature: String?
    /// The wire the signature came from: to any other it is not sent, and that is reported.
    public var origin: String?
    /// Whether the prompt may be cached up to here.
    public var cache: CachePoint?
    /// JSON merged into the part, by wire or provider id.
    public var extra: Extra = [:]

    /// Makes a text part.
    public init(text: String = "", citations: [Citation] = []) {
        self.text = text
        self.citations = citations
    }

    /// Whether the text is all there is.
    public var isPlain: Bool { citations.isEmpty && extra.isEmpty && signature == nil && cache == nil }
}

/// The words with which a model declines.
public struct RefusalPart: Sendable, Hashable, Codable {
    /// The words.
    public var text: String

    /// Makes a refusal.
    public init(text: String = "") { self.text = text }
}

/// What a model thought, as far as its vendor shows it.
public struct ReasoningPart: Sendable, Hashable {
    /// The thoughts or their summary; empty when the vendor shows nothing.
    public var text: String
    /// The vendor's seal, sent back with the text unchanged.
    public var signature: String? { didSet { seal = Seal(text, isSealed: signature?.isEmpty == false) } }
    /// Thoughts only the vendor can read, sent back unchanged.
    public var encrypted: String?
    /// Whether the text sums the thoughts up, where a vendor tells the two apart.
    public var isSummary = false
    /// The wire it came from: to any other it is not sent, and that is reported.
    public var origin: String?
    /// JSON merged into the part, by wire or provider id.
    public var extra: Extra = [:]
    /// The JSON it was read from, on wires that want it back byte for byte: as long as that says the same as the part, it
    /// is written. Parts that differ in it alone are equal.
    public var verbatim: String? {
        get { spelling.text }
        set { spelling.text = newValue }
    }

    private var seal: Seal
    private var spelling = Verbatim()

    /// Whether the text was changed after it got its seal: the vendor will refuse it.
    public var isAltered: Bool { seal.isBroken(by: text) }

    /// Makes a reasoning part.
    public init(text: String = "", signature: String? = nil, encrypted: String? = nil, origin: String? = nil) {
        self.text = text
        seal = Seal(text, isSealed: signature?.isEmpty == false)
        self.signature = signature
        self.encrypted = encrypted
        self.origin = origin
    }
}

/// The model asks for a function to be called.
public struct ToolCall: Sendable, Hashable {
    /// The id its result refers to.
    public var id: String
    /// The function's name.
    public var name: String
    /// The arguments as the model wrote them: JSON when all is well, never changed here.
    public var argumentsText: String
    /// The vendor's seal of this very call, sent back with it unchanged.
    public var signature: String?
    /// The wire the signature came from: to any other it is not sent, and that is reported.
    public var origin: String?
    /// Whether the prompt may be cached up to here.
    public var cache: CachePoint?
    /// Whether the arguments are free text instead of JSON, for tools without a schema.
    public var isText = false
    /// JSON merged into the call, by wire or provider id.
    public var extra: Extra = [:]

    /// Makes a call from the model's own text.
    public init(id: String = "", name: String = "", argumentsText: String = "") {
        self.id = id
        self.name = name
        self.argumentsText = argumentsText
    }

    /// Makes a call that has no arguments yet.
    init(id: String, name: String, isText: Bool) {
        self.init(id: id, name: name)
        self.isText = isText
    }

    /// Makes a call from JSON.
    public init(id: String, name: String, arguments: JSON) {
        self.init(id: id, name: name, argumentsText: arguments.text)
    }

    /// The arguments as JSON: an empty text is an empty object, a broken one is `nil`.
    public var arguments: JSON? {
        get { isText ? nil : Self.arguments(of: argumentsText) }
        set { argumentsText = newValue.map { $0.isNull ? "" : $0.text } ?? "" }
    }

    /// The arguments as a value.
    ///
    /// Throws a ``JSONError`` for text that is no JSON and a `DecodingError` for JSON that does not fit.
    public func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try (arguments ?? JSON(parsing: argumentsText)).decode(type)
    }

    static func arguments(of text: String) -> JSON? {
        text.utf8.allSatisfy { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) } ? .object([:]) : try? JSON(parsing: text)
    }
}

/// What a tool gave back.
public struct ToolResult: Sendable, Hashable {
    /// The call it answers.
    public var callID: String
    /// The tool's name, for wires that want it.
    public var name: String?
    /// The result: text, images, files.
    public var parts: [Part]
    /// Whether the tool failed.
    public var isError: Bool
    /// Whether the prompt may be cached up to here.
    public var cache: CachePoint?
    /// JSON merged into the result, by wire or provider id.
    public var extra: Extra = [:]

    /// Makes a result of parts.
    public init(callID: String = "", name: String? = nil, parts: [Part] = [], isError: Bool = false) {
        self.callID = callID
        self.name = name
        self.parts = parts
        self.isError = isError
    }

    /// Makes a result of text.
    public init(callID: String, name: String? = nil, _ text: String, isError: Bool = false) {
        self.init(callID: callID, name: name, parts: [.text(text)], isError: isError)
    }

    /// All text parts joined; `nil` when there is none. Setting appends a text part.
    public var text: String? {
        get { Message(role: .tool, parts: parts).text }
        set { if let newValue { parts.append(.text(newValue)) } }
    }

    /// The text when the result is exactly one plain text part.
    public var soleText: String? { Message(role: .tool, parts: parts).soleText }
}

/// A source of an answer.
public struct Citation: Sendable, Hashable {
    /// What kind of source it is, in the vendor's word.
    public var kind: String?
    /// Where it is.
    public var url: String?
    /// What it is called.
    public var title: String?
    /// The words cited.
    public var text: String?
    /// Where in the text it belongs: the first character, counted from 0.
    public var start: Int?
    /// Where in the text it ends: one past the last character.
    public var end: Int?
    /// What the vendor said beyond that, by wire or provider id.
    public var extra: Extra = [:]

    /// Makes a citation.
    public init(url: String? = nil, title: String? = nil, text: String? = nil, start: Int? = nil, end: Int? = nil) {
        self.url = url
        self.title = title
        self.text = text
        self.start = start
        self.end = end
    }
}

/// A tool that the provider called on its own side.
public struct ServerToolCall: Sendable, Hashable {
    /// The id its result refers to.
    public var id: String
    /// The tool's name.
    public var name: String
    /// What it was called with.
    public var arguments: JSON
    /// The server the tool belongs to, where it was reached by the Model Context Protocol.
    public var server: String?
    /// The vendor's seal of this very part, sent back with it unchanged.
    public var signature: String?
    /// The wire it came from: to any other it is not sent, and that is reported.
    public var origin: String?
    /// JSON of the vendor's beyond that, by wire or provider id.
    public var extra: Extra = [:]

    /// Makes a call.
    public init(id: String = "", name: String = "", arguments: JSON = .object([:]), origin: String? = nil) {
        self.id = id
        self.name = name
        self.arguments = arguments
        self.origin = origin
    }
}

/// What a provider's own tool gave.
public struct ServerToolResult: Sendable, Hashable {
    /// The call it answers.
    public var callID: String
    /// The tool's name.
    public var name: String
    /// What it gave.
    public var content: JSON
    /// Whether it failed.
    public var isError: Bool
    /// The vendor's seal of this very part, sent back with it unchanged.
    public var signature: String?
    /// The wire it came from: to any other it is not sent, and that is reported.
    public var origin: String?
    /// JSON of the vendor's beyond that, by wire or provider id.
    public var extra: Extra = [:]

    /// Makes a result.
    public init(
        callID: String = "", name: String = "", content: JSON = .null, isError: Bool = false, origin: String? = nil
    ) {
        self.callID = callID
        self.name = name
        self.content = content
        self.isError = isError
        self.origin = origin
    }
}

/// A vendor's part that has no name here.
public struct OpaquePart: Sendable, Hashable, Codable {
    /// The wire it belongs to: to any other it is not sent, and that is reported.
    public var origin: String
    /// Its JSON, byte for byte.
    public var json: String

    /// Makes an opaque part.
    public init(origin: String, json: String) {
        self.origin = origin
        self.json = json
    }
}
