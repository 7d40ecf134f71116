public import MassGenCore

/// The name and version of a program: of the client, or of the server.
public struct MCPImplementation: Sendable, Hashable, Codable {
    /// Its name, for programs.
    public var name: String
    /// Its version.
    public var version: String
    /// Its name, for people.
    public var title: String?
    /// What it does.
    public var description: String?
    /// Its page.
    public var websiteUrl: String?

    /// Makes a description.
    public init(name: String, version: String, title: String? = nil) {
        self.name = name
        self.version = version
        self.title = title
    }
}

/// What a server said of itself when client and server came to know each other.
public struct MCPServerInfo: Sendable, Hashable {
    /// The version of the protocol that is spoken.
    public var version: MCPVersion
    /// Name and version, as it says; not to be relied on.
    public var implementation: MCPImplementation?
    /// What it offers, as the protocol writes it.
    public var capabilities: JSON
    /// How a model should use it, in its words.
    public var instructions: String?

    /// Makes a description.
    public init(
        version: MCPVersion, implementation: MCPImplementation? = nil, capabilities: JSON = [:],
        instructions: String? = nil
    ) {
        self.version = version
        self.implementation = implementation
        self.capabilities = capabilities
        self.instructions = instructions
    }

    /// Whether it offers this: `tools`, `resources`, `prompts`, `completions`, `logging`.
    public func offers(_ capability: String) -> Bool { capabilities[capability]?.object != nil }

    /// Whether it tells when the list of these changes: `tools`, `resources`, `prompts`.
    public func tellsChanges(of capability: String) -> Bool {
        capabilities[capability]?["listChanged"]?.bool ?? false
    }
}
