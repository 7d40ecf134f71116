import Foundation

/// One request. All of it is known before it is sent, but for the bytes of a file.
public struct HTTPRequest: Sendable, Hashable {
    /// The method, such as `POST`.
    public var method: String
    /// The absolute URL, `http` or `https`.
    public var url: String
    /// The fields to send; the transport adds `Host`, `Content-Length` and what the connection needs.
    public var headers: HTTPHeaders
    /// The bytes to send; empty for none.
    public var body: [UInt8]
    /// A file to send after the bytes, read while it is sent.
    public var file: FileBody?
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

extension HTTPRequest {
    /// How many bytes are sent.
    public var bodySize: Int { body.count + (file.map { $0.size + $0.ending.count } ?? 0) }

    /// All bytes that are sent, for transports that cannot read a file while they send it.
    public func wholeBody() throws(TransportError) -> [UInt8] {
        guard let file else { return body }
        guard let data = FileManager.default.contents(atPath: file.path), data.count == file.size else {
            throw .unreadable(file)
        }
        return body + data + file.ending
    }
}

/// A file that is sent as a part of a body.
public struct FileBody: Sendable, Hashable {
    /// Where it is.
    public var path: String
    /// How many bytes it has.
    public var size: Int
    /// The bytes to send after it.
    public var ending: [UInt8]

    /// Makes a description of a file to send.
    public init(path: String, size: Int, ending: [UInt8] = []) {
        self.path = path
        self.size = size
        self.ending = ending
    }
}

extension TransportError {
    /// A file is not what it was when the request was made.
    static func unreadable(_ file: FileBody) -> TransportError {
        TransportError(
            .invalidRequest, "the file '\(file.path)' cannot be read, or is not of \(file.size) bytes any more")
    }
}

extension HTTPRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The method, the server and the sizes; no path, key or body.
    public var description: String {
        let server = (try? HTTPAddress(url))?.origin ?? "an invalid URL"
        return "\(method) \(server), \(headers.count) headers, \(bodySize) bytes"
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
