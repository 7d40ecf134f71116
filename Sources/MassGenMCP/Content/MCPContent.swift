public import MassGenCore
public import struct Foundation.Data

/// A piece of what a tool or a prompt gives.
public enum MCPContent: Sendable, Hashable {
    /// Text.
    case text(String, MCPAnnotations? = nil)
    /// A picture.
    case image(Data, mediaType: String, MCPAnnotations? = nil)
    /// A recording.
    case audio(Data, mediaType: String, MCPAnnotations? = nil)
    /// A resource that can be read.
    case link(MCPResource)
    /// A resource itself.
    case resource(MCPResourceContents, MCPAnnotations? = nil)
    /// What has no name here, as it came.
    case other(JSON)
}

/// How content is meant to be used.
public struct MCPAnnotations: Sendable, Hashable, Codable {
    /// For whom it is: `user`, `assistant`.
    public var audience: [String]?
    /// How important it is, from 0 to 1.
    public var priority: Double?
    /// When it was last changed, in ISO 8601.
    public var lastModified: String?

    /// Makes annotations.
    public init(audience: [String]? = nil, priority: Double? = nil, lastModified: String? = nil) {
        self.audience = audience
        self.priority = priority
        self.lastModified = lastModified
    }
}

/// What a tool gave.
public struct MCPToolResult: Sendable, Hashable {
    /// The result in pieces.
    public var content: [MCPContent]
    /// The result as JSON, of tools that promise a schema.
    public var structured: JSON?
    /// Whether the tool failed; the content then says why, so that a model can do better.
    public var isError: Bool
    /// What the server adds for programs.
    public var meta: JSON?

    /// Makes a result.
    public init(content: [MCPContent], structured: JSON? = nil, isError: Bool = false, meta: JSON? = nil) {
        self.content = content
        self.structured = structured
        self.isError = isError
        self.meta = meta
    }

    /// All text, joined by line breaks.
    public var text: String {
        content.compactMap { if case .text(let text, _) = $0 { text } else { nil } }.joined(separator: "\n")
    }
}

/// What is in a resource.
public struct MCPResourceContents: Sendable, Hashable {
    /// The resource's address.
    public var uri: String
    /// Its media type.
    public var mediaType: String?
    /// What is in it.
    public var body: Body

    /// Text or bytes.
    public enum Body: Sendable, Hashable {
        /// Text.
        case text(String)
        /// Bytes.
        case data(Data)
    }

    /// Makes contents.
    public init(uri: String, mediaType: String? = nil, body: Body) {
        self.uri = uri
        self.mediaType = mediaType
        self.body = body
    }

    /// The text, if it is one.
    public var text: String? { if case .text(let text) = body { text } else { nil } }
    /// The bytes; of a text in UTF-8.
    public var data: Data {
        switch body {
        case .text(let text): Data(text.utf8)
        case .data(let data): data
        }
    }
}
