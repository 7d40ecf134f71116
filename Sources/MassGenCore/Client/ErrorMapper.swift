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
        let failure = Self.failure(in: body)
        let words = [failure.code, failure.kind].compactMap { $0 }
        let known =
            words.lazy.compactMap { Format.classify(word: $0) }.first
            ?? Format.classify(status: status) ?? Self.classify(status)
        let meaning = known.refined(by: failure.message)
        var error = BackendError(
            .provider, meaning.code, failure.message ?? Self.text(of: body, status: status), provider: provider.id,
            isRetryable: meaning.isRetryable)
        error.status = status
        error.vendorCode = failure.code ?? failure.kind
        error.requestID = provider.requestIDHeader.flatMap { headers[$0] }
        error.retryAfter = Pause.asked(in: headers) ?? failure.pause
        switch headers["x-should-retry"]?.trimmed.lowercased() {
        case "true": error.isRetryable = true
        case "false": error.isRetryable = false
        default: break
        }
        return redacted(error)
    }

    /// What the vendor says; some wrap it in an array.
    private static func failure(in body: [UInt8]) -> Failure {
        var json = JSONReader(body)
        do throws(JSONError) {
            if try json.peek() == .array {
                try json.beginArray()
                guard try json.nextElement() else { return Failure() }
            }
            guard try json.peek() == .object else { return Failure() }
            return try Format.parseFailureBody(&json)
        } catch {
            return Failure()
        }
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
            case .invalidRequest, .refusedAddress: .invalidAddress
            case .protocolViolation, .tooLarge: .invalidResponse
            default: "transportUnavailable"
            }
        var mapped = BackendError(
            .transport, code, error.message, provider: provider.id, isRetryable: error.isRetryable)
        mapped.partial = partial
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
        return findings(in: body) ?? String(text.prefix(500))
    }

    /// Checks of a request that failed, as some frameworks list them: `[{"loc": […], "msg": …}]`.
    private static func findings(in body: [UInt8]) -> String? {
        guard let json = try? JSON(parsing: body) else { return nil }
        let list = json["detail"]?.array ?? json["message"]?["detail"]?.array ?? []
        let findings = list.compactMap { finding -> String? in
            guard let words = finding["msg"]?.string else { return nil }
            let place = finding["loc"]?.array?.map { $0.string ?? $0.text }.joined(separator: ".")
            return place.map { "\($0): \(words)" } ?? words
        }
        return findings.isEmpty ? nil : String(findings.joined(separator: "; ").prefix(500))
    }
}
