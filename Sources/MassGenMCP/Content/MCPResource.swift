/// A resource that a server offers.
public struct MCPResource: Sendable, Hashable, Codable {
    /// Its address.
    public var uri: String
    /// Its name.
    public var name: String
    /// Its name, for people.
    public var title: String?
    /// What is in it.
    public var description: String?
    /// Its media type.
    public var mimeType: String?
    /// How many bytes it has.
    public var size: Int?
    /// How it is meant to be used.
    public var annotations: MCPAnnotations?

    /// Makes a description.
    public init(
        uri: String, name: String, title: String? = nil, description: String? = nil, mimeType: String? = nil,
        size: Int? = nil, annotations: MCPAnnotations? = nil
    ) {
        self.uri = uri
        self.name = name
        self.title = title
        self.description = description
        self.mimeType = mimeType
        self.size = size
        self.annotations = annotations
    }
}

/// A pattern of addresses that a server offers.
public struct MCPResourceTemplate: Sendable, Hashable, Codable {
    /// The pattern, by RFC 6570: `file:///{path}`.
    public var uriTemplate: String
    /// Its name.
    public var name: String
    /// Its name, for people.
    public var title: String?
    /// What it is for.
    public var description: String?
    /// The media type of all resources of that pattern.
    public var mimeType: String?
    /// How they are meant to be used.
    public var annotations: MCPAnnotations?
}

/// A place in the file system that a server may work in.
public struct MCPRoot: Sendable, Hashable, Codable {
    /// Its address: `file:///home/me/project`.
    public var uri: String
    /// Its name, for people.
    public var name: String?

    /// Makes a root.
    public init(uri: String, name: String? = nil) {
        self.uri = uri
        self.name = name
    }
}
