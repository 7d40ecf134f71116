public import MassGenCore

/// Answers to what servers ask of a client. What is `nil` is not offered to them.
public struct MCPAnswers: Sendable {
    /// The places that servers may work in.
    public var roots: (@Sendable () async -> [MCPRoot])?
    /// Lets a model answer for a server.
    public var sampling: MCPSampling?
    /// Asks a person for a server. May take as long as it takes.
    public var elicitation: (@Sendable (MCPElicitation) async -> MCPElicitationAnswer)?

    /// Makes answers; nothing is offered by default.
    public init(
        roots: (@Sendable () async -> [MCPRoot])? = nil, sampling: MCPSampling? = nil,
        elicitation: (@Sendable (MCPElicitation) async -> MCPElicitationAnswer)? = nil
    ) {
        self.roots = roots
        self.sampling = sampling
        self.elicitation = elicitation
    }
}

/// Lets a model answer for a server: any backend's, once somebody has approved.
public struct MCPSampling: Sendable {
    /// Answers.
    public var backend: any Backend
    /// The model to ask.
    public var model: String
    /// Looks at a request and approves it, as it is or changed; `nil` refuses it.
    public var approve: @Sendable (ChatRequest) async -> ChatRequest?
    /// Looks at the answer before the server gets it; `nil` withholds it.
    public var review: @Sendable (ChatResponse) async -> ChatResponse?
    /// The most tokens an answer may have, whatever the server asks for.
    public var maxOutputTokens: Int

    /// Makes an answer.
    public init(
        _ backend: any Backend, model: String, maxOutputTokens: Int = 4096,
        approve: @escaping @Sendable (ChatRequest) async -> ChatRequest?,
        review: @escaping @Sendable (ChatResponse) async -> ChatResponse? = { $0 }
    ) {
        self.backend = backend
        self.model = model
        self.maxOutputTokens = maxOutputTokens
        self.approve = approve
        self.review = review
    }
}

/// What a server wants to know from a person.
public struct MCPElicitation: Sendable, Hashable {
    /// What to tell the person.
    public var message: String
    /// How the person answers.
    public var form: Form

    /// The ways to answer.
    public enum Form: Sendable, Hashable {
        /// By filling in fields: a JSON Schema of an object with flat members.
        case fields(JSON)
        /// By visiting a page, which the client never reads. Show the whole address and ask before opening it.
        case page(url: String, id: String?)
    }
}

/// What a person answered.
public enum MCPElicitationAnswer: Sendable, Hashable {
    /// The fields as filled in; an empty object for a page.
    case accept(JSON)
    /// No.
    case decline
    /// Neither yes nor no.
    case cancel
}
