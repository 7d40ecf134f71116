/// How a program and its owner speak besides the messages of the wire, for each program by hand.
public protocol ProgramControl: Sendable {
    /// What a line of the program's output is.
    static func kind(of line: JSONReader) -> ProgramLine
    /// An order to the program; `nil` for what it cannot be told.
    static func order(_ order: ProgramOrder, id: String) -> JSON?
    /// The answer to a question of the program.
    static func answer(_ answer: ProgramAnswer, to id: String) -> JSON
    /// The settings that go on with an earlier session.
    static func resuming(_ session: String) -> JSONObject
    /// The settings that hand over servers of the Model Context Protocol; `nil` for a program that knows no such servers.
    static func serving(_ servers: ProgramServers) -> JSONObject?
}

extension ProgramControl {
    /// None are known.
    public static func serving(_ servers: ProgramServers) -> JSONObject? { nil }
}

/// Servers of the Model Context Protocol that a program is to use.
public struct ProgramServers: Sendable, Hashable {
    /// The file that configures them: `{"mcpServers": {…}}`.
    public var path: String
    /// What the program may use of them without asking: `mcp__server` for all tools of one, or `mcp__server__tool`.
    public var allowed: [String]
    /// What it may not use.
    public var denied: [String]

    /// Makes servers.
    public init(path: String, allowed: [String] = [], denied: [String] = []) {
        self.path = path
        self.allowed = allowed
        self.denied = denied
    }
}

/// What a line of a program's output is.
public enum ProgramLine: Sendable {
    /// Of the wire.
    case content
    /// Of the wire, and the last of an answer.
    case last
    /// A question that must be answered.
    case question(id: String, ProgramQuestion)
    /// A question is no longer asked.
    case withdrawn(id: String)
    /// What an order has led to.
    case outcome(id: String, Result<JSON, ProgramRefusal>)
}

/// A question of a program.
public enum ProgramQuestion: Sendable {
    /// May it do this?
    case permission(PermissionRequest)
    /// Calls the hook with this number.
    case hook(Int, JSON)
    /// Something that nobody here knows.
    case unknown(String)
}

/// What a program is told in answer.
public enum ProgramAnswer: Sendable {
    /// To a question for permission; with the input that was asked about.
    case permission(PermissionDecision, asked: JSON)
    /// To the call of a hook.
    case hook(JSON)
    /// To what cannot be answered.
    case refusal(String)
}

/// What a program is told to do.
public enum ProgramOrder: Sendable {
    /// Say what you are, and call these hooks.
    case initialize([ProgramHook])
    /// Stop the answer.
    case interrupt
    /// Go on with another model.
    case model(String)
    /// Something else in the program's own form.
    case other(JSONObject)
}

/// A program's words for why it does not obey.
public struct ProgramRefusal: Error, Sendable, Hashable {
    /// The words.
    public var message: String
    /// The program's code.
    public var code: String?

    /// Makes a refusal.
    public init(_ message: String, code: String? = nil) {
        self.message = message
        self.code = code
    }
}

/// For programs that are told nothing but messages.
public enum NoControl: ProgramControl {
    /// All lines are of the wire.
    public static func kind(of line: JSONReader) -> ProgramLine { .content }
    /// There are no orders.
    public static func order(_ order: ProgramOrder, id: String) -> JSON? { nil }
    /// There are no questions.
    public static func answer(_ answer: ProgramAnswer, to id: String) -> JSON { .null }
    /// Nothing goes on.
    public static func resuming(_ session: String) -> JSONObject { [:] }
}
