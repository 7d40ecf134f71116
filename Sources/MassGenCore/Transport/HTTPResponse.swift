/// An answer whose headers have come and whose body is still coming.
public struct HTTPResponse: Sendable {
    /// The status code.
    public var status: Int
    /// The fields as sent, also those that describe a compression the transport has already undone.
    public var headers: HTTPHeaders
    /// The bytes to come.
    public var body: HTTPBody
    /// The protocol, such as `HTTP/2`, where the transport knows.
    public var httpVersion: String?

    /// Makes an answer.
    public init(status: Int, headers: HTTPHeaders = [:], body: HTTPBody = HTTPBody([]), httpVersion: String? = nil) {
        self.status = status
        self.headers = headers
        self.body = body
        self.httpVersion = httpVersion
    }
}

/// An answer without its body.
struct HTTPHead: Sendable {
    var status: Int
    var headers: HTTPHeaders = [:]
    var httpVersion: String?
}

/// The bytes of an answer, pulled in batches as they come.
///
/// For one reader: bytes that were handed out are gone. The transfer ends when the body is read to its end, when the
/// reading task is cancelled or when the last copy of the body is dropped.
///
/// ```swift
/// while let batch = try await response.body.next() { decoder.append(batch) }
/// ```
public struct HTTPBody: Sendable {
    private let reader: BodyReader

    init(_ source: any BodySource) {
        reader = BodyReader(source)
    }

    /// Makes a body of bytes that are at hand.
    public init(_ batches: [[UInt8]]) {
        self.init(ReplayedBody(batches))
    }

    /// Makes a body for a transport of one's own.
    ///
    /// `next` returns bytes, or `nil` at the end; `cancel` may come at any time, more than once and from any thread,
    /// and must end a `next` that waits.
    public init(
        next: @escaping @Sendable () async throws(TransportError) -> [UInt8]?, cancel: @escaping @Sendable () -> Void,
    ) {
        self.init(AdaptedBody(pull: next, stop: cancel))
    }

    /// The bytes that came since the last call, waiting for some when there are none; `nil` at the end.
    nonisolated(nonsending) public func next() async throws(TransportError) -> [UInt8]? {
        try await reader.source.next()
    }

    /// The whole rest of the body. Throws ``TransportError/Kind/tooLarge`` as soon as it has more bytes than `limit`.
    nonisolated(nonsending) public func collect(upTo limit: Int) async throws(TransportError) -> [UInt8] {
        var whole: [UInt8] = []
        while let batch = try await next() {
            guard batch.count <= limit - whole.count else {
                cancel()
                throw TransportError(.tooLarge, "the body has more than \(limit) bytes")
            }
            if whole.isEmpty { whole = batch } else { whole += batch }
        }
        return whole
    }

    /// Ends the transfer; a task that waits for bytes gets ``TransportError/Kind/cancelled``.
    public func cancel() {
        reader.source.cancel()
    }
}

/// What a body pulls its bytes from.
protocol BodySource: AnyObject, Sendable {
    nonisolated(nonsending) func next() async throws(TransportError) -> [UInt8]?
    func cancel()
}

/// Shared by all copies of a body, so that the source learns when the last one is gone.
private final class BodyReader: Sendable {
    let source: any BodySource

    init(_ source: any BodySource) {
        self.source = source
    }

    deinit {
        source.cancel()
    }
}
