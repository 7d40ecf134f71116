public import MassGenCore

/// A tool that a server offers.
public struct MCPToolDefinition: Sendable, Hashable, Codable {
    /// Its name, by which it is called.
    public var name: String
    /// Its name, for people.
    public var title: String?
    /// What it does, for a model. Written by the server: not to be trusted.
    public var description: String?
    /// The JSON Schema of its arguments.
    public var inputSchema: JSON
    /// The JSON Schema of its structured result.
    public var outputSchema: JSON?
    /// What the server says of its effects.
    public var annotations: MCPToolAnnotations?

    /// Makes a definition.
    public init(
        name: String, title: String? = nil, description: String? = nil, inputSchema: JSON = ["type": "object"],
        outputSchema: JSON? = nil, annotations: MCPToolAnnotations? = nil
    ) {
        self.name = name
        self.title = title
        self.description = description
        self.inputSchema = inputSchema
        self.outputSchema = outputSchema
        self.annotations = annotations
    }
}

/// What a server says of a tool's effects. Hints: a server may be wrong, or lie.
public struct MCPToolAnnotations: Sendable, Hashable, Codable {
    /// The tool's name, for people.
    public var title: String?
    /// Whether it changes nothing; `false` when `nil`.
    public var readOnlyHint: Bool?
    /// Whether it may destroy something; `true` when `nil`.
    public var destructiveHint: Bool?
    /// Whether calling it again with the same arguments changes nothing more; `false` when `nil`.
    public var idempotentHint: Bool?
    /// Whether it reaches beyond what the server knows; `true` when `nil`.
    public var openWorldHint: Bool?

    /// Makes annotations.
    public init(
        title: String? = nil, readOnlyHint: Bool? = nil, destructiveHint: Bool? = nil, idempotentHint: Bool? = nil,
        openWorldHint: Bool? = nil
    ) {
        self.title = title
        self.readOnlyHint = readOnlyHint
        self.destructiveHint = destructiveHint
        self.idempotentHint = idempotentHint
        self.openWorldHint = openWorldHint
    }
}
