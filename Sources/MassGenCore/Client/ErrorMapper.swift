/// Makes one kind of error of what transports, statuses and vendors say; keys are cut out of every text.
public struct ErrorMapper<Format: Wire>: Sendable {
    private let provider: Provider
    private let secrets: [Secret]

    /// Makes a mapper.
    public init(provider: Provider, secrets: [Secret] = []) {
        self.provider = provider
        self.secrets = secrets
    }

    /// The error of an HTTP response whose status says that it failed.
    func error(_ response: HTTPResponse) async -> BackendError {
        var bytes: [UInt8] = []
        while bytes.count < 1 << 20, let batch = try? await response.body.next() { bytes += batch }
        response.body.cancel()
        return error(status: response.status, headers: response.headers, body: bytes)
    }

    /// The error that a status, its headers and its body stand for.
    public func error(status: Int, headers: HTTPHeaders = [:], body: [UInt8]) -> BackendError {
        var json = JSONReader(body)
        let isObject = (try? json.peek()) == .object
        let failure = isObject ? (try? Format.parseFailureBody(&json)) ?? Failure() : Failure()
        let words = [failure.code, failure.kind].compactMap { $0 }
        let known =
            words.lazy.compactMap { Format.classify(status: 0, word: $0) }.first
            ?? Format.classify(status: status, word: nil) ?? Self.classify(status)
        var error = BackendError(
            .provider, known.code, failure.message ?? Self.text(of: body, status: status), provider: provider.id,
            isRetryable: known.isRetryable)
        error.status = status
        error.vendorCode = failure.code ?? failure.kind
        error.requestID = provider.requestIDHeader.flatMap { headers[$0] }
        error.retryAfter = Pause.asked(in: headers)
        switch headers["x-should-retry"]?.trimmed.lowercased() {
        case "true": error.isRetryable = true
        case "false": error.isRetryable = false
        default: break
        }
        return redacted(error)
    }

    /// The error of a transport that failed.
    func error(_ error: TransportError, partial: ChatResponse? = nil) -> BackendError {
        let code: BackendError.Code =
            switch error.kind {
            case .cancelled: .cancelled
            case .cannotResolve, .cannotConnect: .cannotConnect
            case .tls: .tls
            case .timeout: .timeout
            case .connectionLost: .connectionLost
            case .invalidRequest: .invalidAddress
            case .protocolViolation, .tooLarge: .invalidResponse
            default: "transportUnavailable"
            }
        var mapped = BackendError(
            .transport, code, error.message, provider: provider.id, isRetryable: error.isRetryable)
        if let partial, !partial.message.parts.isEmpty || partial.id != nil { mapped.partial = partial }
        return redacted(mapped)
    }

    /// A decoder's error with what only the client knows.
    public func completed(_ error: BackendError, requestID: String? = nil) -> BackendError {
        var error = error
        error.provider = provider.id
        error.requestID = error.requestID ?? requestID
        return redacted(error)
    }

    private func redacted(_ error: BackendError) -> BackendError {
        var error = error
        for secret in secrets {
            error.message = secret.redacted(in: error.message)
            error.vendorCode = error.vendorCode.map(secret.redacted)
        }
        return error
    }

    /// What a status means where the wire does not say.
    private static func classify(_ status: Int) -> ErrorClass {
        switch status {
        case 300..<400: ErrorClass(code: .invalidAddress)
        case 400..<500: .invalidRequest
        default: .server.retryable
        }
    }

    /// Words for a body that is no JSON of the wire: gateways answer with pages and plain text.
    private static func text(of body: [UInt8], status: Int) -> String {
        let text = String(decoding: body.prefix(2000), as: UTF8.self).trimmed
        if text.isEmpty { return "status \(status) without a body" }
        if text.hasPrefix("<") { return "status \(status) with a web page" }
        return String(text.prefix(500))
    }
}
