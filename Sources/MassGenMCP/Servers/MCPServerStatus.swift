public import MassGenCore

/// What is known of one server.
public struct MCPServerStatus: Sendable, Hashable {
    /// Its name in the configuration.
    public var name: String
    /// Whether it can be used.
    public var state: State
    /// What it said of itself, while there is a connection.
    public var server: MCPServerInfo?
    /// The tools of it that are offered, by their own names.
    public var tools: [String] = []
    /// Tools that are not offered because nobody has approved of what they are now.
    public var heldTools: [String] = []
    /// What calls have come to.
    public var calls = MCPCallStatistics()
    /// How often it was connected to.
    public var connections = 0
    /// Whether calls are let through.
    public var breaker = CircuitBreaker.State.closed

    /// Whether a server can be used.
    public enum State: Sendable, Hashable {
        /// Its configuration leaves it out.
        case disabled
        /// Nobody has started it.
        case idle
        /// It is being started or reached.
        case starting
        /// A person is asked for an authorization.
        case authorizing
        /// It can be used.
        case ready
        /// It cannot, for this reason; it is looked for after a while and at the next call, if that may help.
        case unavailable(MCPError)
        /// It was closed.
        case closed
    }
}

/// What calls of a server's tools have come to.
public struct MCPCallStatistics: Sendable, Hashable {
    /// Calls that were asked for.
    public var calls = 0
    /// Calls that were answered with a result.
    public var results = 0
    /// Results that say that the tool failed.
    public var toolErrors = 0
    /// Calls that failed on the way or were refused by the server.
    public var failures = 0
    /// Failures that were no answer in time.
    public var timeouts = 0
    /// Calls that were made again.
    public var retries = 0
    /// Calls that were not made because the server had failed too often.
    public var blocked = 0
    /// The time that answered calls took, together.
    public var totalLatency = Duration.zero
    /// The longest time that an answered call took.
    public var longestLatency = Duration.zero
    /// The last failure.
    public var lastError: MCPError?

    /// The time that an answered call took on average.
    public var meanLatency: Duration? { results == 0 ? nil : totalLatency / results }
}

/// What happens among servers.
public enum MCPServerEvent: Sendable, Hashable {
    /// A server is there, with so many tools.
    case connected(server: String, tools: Int)
    /// A server cannot be used.
    case unavailable(server: String, MCPError)
    /// A person has to agree before a server can be used.
    case authorizing(server: String)
    /// A server's tools are not what they were.
    case toolsChanged(server: String)
    /// Tools are not offered until somebody approves of what they are now.
    case toolsHeld(server: String, tools: [String])
    /// A tool is called by another name than `mcp__server__tool`.
    case toolRenamed(MCPToolNames.Change)
    /// Something that a server said of a tool was left out.
    case toolMended(MCPToolID, String)
    /// A tool is called.
    case called(MCPToolID, name: String, arguments: JSON)
    /// A tool has answered.
    case answered(MCPToolID, name: String, MCPToolResult, Duration)
    /// A call failed.
    case failed(MCPToolID, name: String, MCPError)
    /// A call is made again after so long.
    case retrying(MCPToolID, name: String, attempt: Int, after: Duration)
    /// A call was not made: the server had failed too often.
    case blocked(MCPToolID, name: String, retryAfter: Duration)
    /// What a server's client tells.
    case client(server: String, MCPEvent)
    /// All servers are closed.
    case closed
}
