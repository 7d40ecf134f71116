import MassGenCore

/// Why a server did not do what it was asked for.
///
/// A tool that failed is no such error: it gave an ``MCPToolResult`` that says so. Never holds the values of headers,
/// variables or arguments.
public struct MCPError: Error, Sendable, Hashable {
    /// The sort of failure.
    public var kind: Kind
    /// What happened, and what to do, for people.
    public var message: String
    /// The server's name.
    public var server: String?
    /// What the server said, where it did.
    public var rpc: RPCError?
    /// The HTTP status, where there was one.
    public var status: Int?

    /// Makes an error.
    public init(
        _ kind: Kind, _ message: String, server: String? = nil, rpc: RPCError? = nil, status: Int? = nil
    ) {
        self.kind = kind
        self.message = message
        self.server = server
        self.rpc = rpc
        self.status = status
    }

    /// The sorts of failure.
    public enum Kind: String, Sendable, Hashable {
        /// The server answered with an error: see ``MCPError/rpc``.
        case server
        /// No answer in time. Whether the server did something is not known.
        case timeout
        /// The task was cancelled.
        case cancelled
        /// The connection ended before the answer came. Whether the server did something is not known.
        case connectionLost
        /// The server could not be started or reached; it was asked for nothing.
        case cannotConnect
        /// The server has forgotten the session, and a new one did not help.
        case sessionLost
        /// The server wants to know who asks.
        case unauthorized
        /// Client and server have no version of the protocol in common.
        case unsupportedVersion
        /// The server does not offer what was asked for; it was asked for nothing.
        case unsupported
        /// What the server answered is not what the protocol says.
        case invalidAnswer
        /// The answer is larger or deeper than allowed.
        case tooLarge
        /// It was refused here, before anything was sent.
        case refused
        /// A configuration says what cannot be.
        case invalidConfiguration
        /// The client was closed.
        case closed
    }
}

extension MCPError: CustomStringConvertible {
    /// The server's name and the message.
    public var description: String { server.map { "\($0): \(message)" } ?? message }
}

extension MCPError {
    /// The error with the server's name, if it has none yet.
    func named(_ server: String) -> MCPError {
        var error = self
        error.server = error.server ?? server
        return error
    }

    /// The error that a server's answer is.
    init(_ rpc: RPCError, to method: String) {
        let kind: Kind = rpc.code == RPCError.unsupportedVersion ? .unsupportedVersion : .server
        self.init(kind, "\(method) failed with \(rpc.code): \(rpc.message.prefix(1000))", rpc: rpc)
    }

    static let cancelled = MCPError(.cancelled, "the task was cancelled")
    static let closed = MCPError(.closed, "the client was closed")
}
