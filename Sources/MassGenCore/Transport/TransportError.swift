/// Why a request got no answer, or only a part of one.
///
/// Names the server at most by scheme, host and port: never the URL's path, query or credentials, nor a header's value.
public struct TransportError: Error, Sendable, Hashable {
    /// The sort of failure.
    public var kind: Kind
    /// What happened, for people.
    public var message: String

    /// Makes an error.
    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// The sorts of failure.
    public enum Kind: Sendable, Hashable {
        /// The request cannot be sent as it is; nothing was sent.
        case invalidRequest
        /// The host's or the proxy's name has no address.
        case cannotResolve
        /// The address lies out of the transport's ``Reach``; nothing was sent.
        case refusedAddress
        /// Nobody answers at the address.
        case cannotConnect
        /// The server's certificate is not trusted, or no secure connection came about.
        case tls
        /// Time ran out.
        case timeout(Timeouts.Phase)
        /// The connection ended before the answer did.
        case connectionLost
        /// The task was cancelled or the body given up.
        case cancelled
        /// What came is not HTTP.
        case protocolViolation
        /// Headers or body exceed a limit of ours.
        case tooLarge
        /// The transport does not work on this system.
        case unavailable
    }

    /// Whether the same request may succeed later: the network failed, not the request, and nobody gave up.
    public var isRetryable: Bool {
        switch kind {
        case .cannotResolve, .cannotConnect, .connectionLost: true
        case .timeout(let phase): phase != .total
        case .invalidRequest, .refusedAddress, .tls, .cancelled, .protocolViolation, .tooLarge, .unavailable: false
        }
    }
}

extension TransportError: CustomStringConvertible {
    /// The sort and the message.
    public var description: String { "\(kind): \(message)" }
}

extension TransportError.Kind: CustomStringConvertible {
    /// The sort in words.
    public var description: String {
        switch self {
        case .invalidRequest: "invalid request"
        case .cannotResolve: "unknown host"
        case .refusedAddress: "refused address"
        case .cannotConnect: "cannot connect"
        case .tls: "no secure connection"
        case .timeout(let phase): "timeout (\(phase.rawValue))"
        case .connectionLost: "connection lost"
        case .cancelled: "cancelled"
        case .protocolViolation: "protocol violation"
        case .tooLarge: "too large"
        case .unavailable: "transport unavailable"
        }
    }
}

extension TransportError {
    static let cancelled = TransportError(.cancelled, "the request was cancelled")
}
