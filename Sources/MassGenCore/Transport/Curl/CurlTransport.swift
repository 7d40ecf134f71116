internal import CLibcurl

/// Sends requests through the system's libcurl, which is loaded when first used. The default on Linux.
///
/// One thread serves all transfers of a transport: it starts with the first request and ends when the transport is
/// released and its last transfer is over. A reader that falls behind holds back its server; memory stays bounded.
public final class CurlTransport: Transport {
    let loop: CurlLoop

    /// How it connects.
    public var configuration: TransportConfiguration { loop.configuration }

    /// Makes a transport; nothing is loaded or started yet.
    public init(configuration: TransportConfiguration = TransportConfiguration()) {
        loop = CurlLoop(configuration)
    }

    deinit {
        loop.release()
    }

    /// Whether this system has a libcurl that can be used.
    public static var isAvailable: Bool { clibcurl_available() }

    /// The loaded library's version and what secures its connections, such as `7.88.1 OpenSSL/3.0.19`.
    public static var libraryVersion: String? {
        guard clibcurl_available() else { return nil }
        let version = clibcurl_version()
        return "\(String(cString: version.version)) \(String(cString: version.tls))"
    }

    /// Sends the request.
    public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        if let reason = clibcurl_unavailable_reason() {
            throw TransportError(.unavailable, String(cString: reason))
        }
        let address = try request.checked()
        try configuration.reach.check(address)
        let channel = BodyChannel()
        loop.start(request, to: address, into: channel)
        let head = try await channel.head()
        return HTTPResponse(
            status: head.status, headers: head.headers, body: HTTPBody(channel), httpVersion: head.httpVersion,
        )
    }
}
