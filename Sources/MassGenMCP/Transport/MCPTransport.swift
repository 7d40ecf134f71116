public import MassGenCore

/// A way to one server and back. ``StdioTransport``, ``StreamableHTTPTransport`` and ``LegacySSETransport`` are; one of
/// your own needs these methods.
///
/// A transport belongs to one client. After its end it can be opened again, which starts or reaches the server anew.
public protocol MCPTransport: AnyObject, Sendable {
    /// Opens the way; all that comes is given to `receive`, in order, by whichever task or thread has it, until the
    /// transport is closed or has reported ``MCPTransportEvent/lost(_:)``.
    func open(_ receive: @escaping @Sendable (MCPTransportEvent) -> Void) async throws(MCPError)
    /// Sends a message. May return as soon as it is on its way, or only when a request's answer has been received.
    func send(_ message: MCPOutgoing) async throws(MCPError)
    /// Sends a message without waiting for anything; `false` when that cannot be done, and then nothing is sent.
    func post(_ message: MCPOutgoing) -> Bool
    /// Nobody waits for an answer any more: tells the server, by the notice or by whatever says so on this transport.
    func cancel(_ id: RPCID, notice: MCPOutgoing) async
    /// The version is agreed upon: from now on a server may send what nobody asked for.
    func agreed(on version: MCPVersion)
    /// Ends the way in good order and waits for that, for a bounded time.
    func close() async
    /// Ends it at once, for certain. May be called at any time, and more than once.
    func end()
}

extension MCPTransport {
    /// Everything is waited for.
    public func post(_ message: MCPOutgoing) -> Bool { false }
    /// Nothing to prepare.
    public func agreed(on version: MCPVersion) {}
}

/// A message to a server, and what a transport has to know of it.
public struct MCPOutgoing: Sendable {
    /// The message.
    public var message: RPCMessage
    /// The version in which it is written; `nil` before one is agreed upon.
    public var version: MCPVersion?
    /// Headers that repeat what is in the message, where a server asks for that.
    public var headers: HTTPHeaders

    /// Makes a message to send.
    public init(_ message: RPCMessage, version: MCPVersion? = nil, headers: HTTPHeaders = [:]) {
        self.message = message
        self.version = version
        self.headers = headers
    }
}

/// What comes over a transport.
public enum MCPTransportEvent: Sendable {
    /// A message.
    case message(RPCMessage)
    /// Something that is no message; its head, for the log.
    case noise(String)
    /// A request that will get no answer.
    case failed(RPCID, MCPError)
    /// The way has ended, and with it everything that is under way.
    case lost(MCPError)
}

/// Proves to a server who asks, where it wants to know.
public protocol MCPAuthorization: Sendable {
    /// Puts into a request what proves it.
    func authorize(_ request: inout HTTPRequest) async throws(MCPError)
    /// The server did not accept a request, with 401 or 403. `true` to send it once more.
    func challenged(by response: HTTPResponse, to request: HTTPRequest) async throws(MCPError) -> Bool
}

/// How much of what a server sends is taken.
public struct MCPLimits: Sendable, Hashable {
    /// The most bytes a message may have. A longer one ends the connection where nothing else helps.
    public var messageBytes: Int
    /// How deeply its JSON may be nested.
    public var depth: Int

    /// Makes limits; 32 MiB and 128 levels when nothing else is said.
    public init(messageBytes: Int = 32 << 20, depth: Int = 128) {
        self.messageBytes = messageBytes
        self.depth = depth
    }

    var json: JSONLimits { JSONLimits(depth: depth, documentBytes: messageBytes) }
}
