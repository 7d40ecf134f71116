public import MassGenCore

/// How a client works.
public struct MCPClientOptions: Sendable {
    /// What the client says of itself.
    public var implementation = MCPImplementation(name: "massgen", version: "0.1.0")
    /// How long things may take.
    public var timeouts = MCPTimeouts()
    /// In which way to come to know the server; found out, and remembered, when `nil`.
    public var era: MCPEra?
    /// Answers to what servers ask. What is `nil` is not offered to them.
    public var answers = MCPAnswers()
    /// The least severe messages that a server is asked to log; it decides when `nil`.
    public var logLevel: MCPLogLevel?
    /// How often a server may ask back before it has to answer a call (2026-07-28).
    public var inputRounds = 10
    /// Whether results are kept for as long as the server allows (2026-07-28).
    public var caches = true
    /// Whether addresses of resources may lead out of where they begin: `file:///a/../b`.
    public var allowsPathTraversal = false
    /// Told of what happens, in order. Must return soon: the server's next message waits for it.
    public var onEvent: (@Sendable (MCPEvent) -> Void)?

    /// Makes options.
    public init() {}
}

/// How long things may take.
public struct MCPTimeouts: Sendable, Hashable {
    /// To start or reach the server and agree with it.
    public var connect: Duration
    /// For the answer to whether the server speaks a stateless version, before a handshake is tried.
    public var discover: Duration
    /// Without answer and progress.
    public var request: Duration
    /// For a whole request, however much progress it makes.
    public var total: Duration

    /// Makes limits.
    public init(
        connect: Duration = .seconds(30), discover: Duration = .seconds(10), request: Duration = .seconds(60),
        total: Duration = .seconds(600)
    ) {
        self.connect = connect
        self.discover = discover
        self.request = request
        self.total = total
    }
}

/// What happens at a client without being an answer.
public enum MCPEvent: Sendable, Hashable {
    /// Client and server have come to know each other.
    case connected(MCPServerInfo)
    /// The connection has ended; the next request makes a new one.
    case disconnected(MCPError)
    /// The server's tools are not what they were.
    case toolsChanged
    /// The server's resources are not what they were.
    case resourcesChanged
    /// The server's prompts are not what they were.
    case promptsChanged
    /// A resource has changed, or something in it.
    case resourceUpdated(uri: String)
    /// The server logs something.
    case log(MCPLogMessage)
    /// What a person was sent to a page for is done.
    case elicitationCompleted(id: String)
    /// Something was left out: noise, an answer nobody waits for, a tool that is none.
    case skipped(String)
    /// A notification that has no name here.
    case other(method: String, JSON?)
}

/// Something a server logs.
public struct MCPLogMessage: Sendable, Hashable {
    /// How severe it is.
    public var level: MCPLogLevel
    /// Which part of the server logs it.
    public var logger: String?
    /// What it logs.
    public var data: JSON

    /// Makes a message.
    public init(level: MCPLogLevel, logger: String? = nil, data: JSON) {
        self.level = level
        self.logger = logger
        self.data = data
    }
}

/// How severe a logged message is, least first.
public enum MCPLogLevel: String, Sendable, Hashable, Codable, CaseIterable {
    case debug
    case info
    case notice
    case warning
    case error
    case critical
    case alert
    case emergency
}

/// How far a request has come.
public struct MCPProgress: Sendable, Hashable {
    /// How much is done.
    public var progress: Double
    /// Of how much.
    public var total: Double?
    /// In words.
    public var message: String?

    /// Makes progress.
    public init(progress: Double, total: Double? = nil, message: String? = nil) {
        self.progress = progress
        self.total = total
        self.message = message
    }
}

/// What a client has done since it was made.
public struct MCPStatistics: Sendable, Hashable {
    /// How often it has connected.
    public var connections = 0
    /// How many requests were sent.
    public var requests = 0
    /// How many failed.
    public var failures = 0
    /// How many of them for time.
    public var timeouts = 0
    /// Answers that nobody waited for: to requests never made, given up or answered before.
    public var strayAnswers = 0
    /// Lines and events that were no messages.
    public var noise = 0
    /// Requests that the server made.
    public var questions = 0
    /// Results that were still fresh and not asked for again.
    public var cacheHits = 0
}
