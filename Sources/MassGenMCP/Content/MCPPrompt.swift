/// A prompt that a server offers.
public struct MCPPrompt: Sendable, Hashable, Codable {
    /// Its name.
    public var name: String
    /// Its name, for people.
    public var title: String?
    /// What it is for.
    public var description: String?
    /// What it takes.
    public var arguments: [Argument]?

    /// An argument of a prompt: always text.
    public struct Argument: Sendable, Hashable, Codable {
        /// Its name.
        public var name: String
        /// Its name, for people.
        public var title: String?
        /// What it means.
        public var description: String?
        /// Whether it must be given.
        public var required: Bool?
    }
}

/// What a prompt with its arguments says.
public struct MCPPromptResult: Sendable, Hashable {
    /// What it is for.
    public var description: String?
    /// The messages, in order.
    public var messages: [MCPPromptMessage]

    /// Makes a result.
    public init(description: String? = nil, messages: [MCPPromptMessage]) {
        self.description = description
        self.messages = messages
    }
}

/// A message of a prompt.
public struct MCPPromptMessage: Sendable, Hashable {
    /// Who says it: `user` or `assistant`.
    public var role: String
    /// What is said.
    public var content: MCPContent

    /// Makes a message.
    public init(role: String, content: MCPContent) {
        self.role = role
        self.content = content
    }
}

/// What an argument's value may become.
public struct MCPCompletion: Sendable, Hashable, Codable {
    /// Values, best first; at most 100.
    public var values: [String]
    /// How many there are.
    public var total: Int?
    /// Whether there are more.
    public var hasMore: Bool?
}

/// What a completion is for.
public enum MCPReference: Sendable, Hashable {
    /// An argument of a prompt, by the prompt's name.
    case prompt(String)
    /// A variable of a pattern of addresses, by the pattern.
    case resourceTemplate(String)
}
