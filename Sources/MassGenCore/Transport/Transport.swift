/// Sends a request and returns as soon as the answer's headers have come.
///
/// A transport of one's own needs this one method; ``HTTPBody/init(next:cancel:)`` wraps its bytes.
public protocol Transport: Sendable {
    /// Sends the request. Redirects are answers like any other: they are returned, not followed.
    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse
}

/// The transport that is used when none is named.
public enum DefaultTransport {
    /// One for the whole process, so that connections are shared.
    public static let shared: any Transport = {
        #if os(Linux) || os(Android)
        if CurlTransport.isAvailable { return CurlTransport() }
        #endif
        return URLSessionTransport()
    }()
}
