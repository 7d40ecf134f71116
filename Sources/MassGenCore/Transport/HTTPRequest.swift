/// One request, whole before it is sent.
public struct HTTPRequest: Sendable, Hashable {
    /// The method, such as `POST`.
    public var method: String
    /// The absolute URL, `http` or `https`.
    public var url: String
    /// The fields to send; the transport adds `Host`, `Content-Length` and what the connection needs.
    public var headers: HTTPHeaders
    /// The bytes to send; empty for none.
    public var body: [UInt8]
    /// How long each part of the exchange may take.
    public var timeouts: Timeouts

    /// Makes a request.
    public init(
        method: String = "GET", url: String, headers: HTTPHeaders = [:], body: [UInt8] = [],
        timeouts: Timeouts = Timeouts(),
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeouts = timeouts
    }
}

extension HTTPRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The method, the server and the sizes; no path, key or body.
    public var description: String {
        let server = (try? HTTPAddress(url))?.origin ?? "an invalid URL"
        return "\(method) \(server), \(headers.count) headers, \(body.count) bytes"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// Shows what ``description`` shows, and the headers with secrets hidden.
    public var customMirror: Mirror { Mirror(self, children: ["request": description, "headers": headers]) }
}

/// How long each part of an exchange may take.
public struct Timeouts: Sendable, Hashable {
    /// Until there is a connection: name, address and TLS.
    public var connect: Duration
    /// From the connection to the headers of the answer.
    public var firstByte: Duration
    /// Between two pieces of the body while the reader waits for one; a reader that is busy does not count.
    public var idle: Duration
    /// The whole exchange, when it is to be limited.
    public var total: Duration?

    /// Makes a set of limits.
    public init(
        connect: Duration = .seconds(10), firstByte: Duration = .seconds(600), idle: Duration = .seconds(300),
        total: Duration? = nil,
    ) {
        self.connect = connect
        self.firstByte = firstByte
        self.idle = idle
        self.total = total
    }

    /// The part of the exchange that took too long.
    public enum Phase: String, Sendable, Hashable {
        /// No connection came about.
        case connect
        /// No headers came.
        case firstByte
        /// The body stopped coming.
        case idle
        /// All of it together.
        case total
    }
}
