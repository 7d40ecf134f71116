internal import CLibcurl

/// libcurl's error codes that are told apart here.
enum CurlCode {
    static let unsupportedProtocol: Int32 = 1
    static let malformedURL: Int32 = 3
    static let cannotResolveProxy: Int32 = 5
    static let cannotResolveHost: Int32 = 6
    static let cannotConnect: Int32 = 7
    static let weirdReply: Int32 = 8
    static let http2: Int32 = 16
    static let partialFile: Int32 = 18
    static let outOfMemory: Int32 = 27
    static let operationTimedOut: Int32 = 28
    static let tlsConnect: Int32 = 35
    static let gotNothing: Int32 = 52
    static let sendFailed: Int32 = 55
    static let receiveFailed: Int32 = 56
    static let certificateProblem: Int32 = 58
    static let cipher: Int32 = 59
    static let peerVerification: Int32 = 60
    static let badContentEncoding: Int32 = 61
    static let useTLSFailed: Int32 = 64
    static let tlsEngine: Int32 = 66
    static let badCAFile: Int32 = 77
    static let badCRL: Int32 = 82
    static let issuer: Int32 = 83
    static let certificateStatus: Int32 = 91
    static let http2Stream: Int32 = 92
    static let proxy: Int32 = 97
    static let tooLarge: Int32 = 100

    static let withHarmlessText: Set<Int32> = [
        cannotResolveHost, cannotConnect, http2, partialFile, tlsConnect, sendFailed, receiveFailed, peerVerification,
        http2Stream,
    ]
}

extension TransportError {
    /// Translates how a transfer ended. `text` is libcurl's own account of it.
    init(curl code: Int32, text: String, hasHead: Bool, isProxied: Bool, origin: String) {
        let isRefusedTunnel = isProxied && !hasHead && text.hasPrefix("CONNECT tunnel failed")
        let kind = isRefusedTunnel ? .cannotConnect : Kind(curl: code, text: text, hasHead: hasHead)
        // Only these are known to name no more than hosts; other texts may quote a URL, or a proxy's with its password.
        let isHarmless = isRefusedTunnel || !isProxied && CurlCode.withHarmlessText.contains(code)
        let account = isHarmless && !text.isEmpty ? text : String(cString: clibcurl_describe(code))
        self.init(kind, "\(origin): \(account)")
    }
}

extension TransportError.Kind {
    init(curl code: Int32, text: String, hasHead: Bool) {
        switch code {
        case CurlCode.malformedURL: self = .invalidRequest
        case CurlCode.cannotResolveProxy, CurlCode.cannotResolveHost: self = .cannotResolve
        case CurlCode.cannotConnect, CurlCode.proxy: self = .cannotConnect
        // A handshake that was cut off says nothing against the server's certificate.
        case CurlCode.tlsConnect where text.contains("SSL_ERROR_SYSCALL") || text.contains("reset by peer"):
            self = .cannotConnect
        case CurlCode.tlsConnect, CurlCode.certificateProblem, CurlCode.cipher, CurlCode.peerVerification,
            CurlCode.useTLSFailed, CurlCode.tlsEngine, CurlCode.badCAFile, CurlCode.badCRL, CurlCode.issuer,
            CurlCode.certificateStatus:
            self = .tls
        // A single header line beyond libcurl's own limit; older versions report it as a lack of memory.
        case CurlCode.tooLarge: self = .tooLarge
        case CurlCode.outOfMemory: self = hasHead ? .connectionLost : .tooLarge
        case CurlCode.unsupportedProtocol, CurlCode.weirdReply, CurlCode.badContentEncoding: self = .protocolViolation
        default: self = .connectionLost
        }
    }
}
