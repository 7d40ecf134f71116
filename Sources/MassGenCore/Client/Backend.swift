/// Something that answers requests: a provider, or a policy around one.
///
/// One of your own needs to say what it is and to stream: see ``ChatStream/init(_:)``, and ``Provider/init(id:title:)``.
/// Runs with tools, structured answers, ledgers and all else that takes a backend then take it too.
public protocol Backend: Sendable {
    /// What is known of the provider that answers.
    var provider: Provider { get }
    /// The answer to a request as it comes.
    func stream(_ request: ChatRequest) -> ChatStream
    /// The whole answer to a request.
    func respond(to request: ChatRequest) async throws(BackendError) -> ChatResponse
}

extension Backend {
    /// The whole answer: the stream's, at its end.
    public func respond(to request: ChatRequest) async throws(BackendError) -> ChatResponse {
        try await stream(request).response()
    }

    /// The answer to one question to the provider's default model, or to another, as it comes.
    public func stream(_ prompt: String, model: String = "") -> ChatStream {
        stream(ChatRequest(model: model, prompt))
    }

    /// The whole answer to one question.
    public func respond(to prompt: String, model: String = "") async throws(BackendError) -> ChatResponse {
        try await respond(to: ChatRequest(model: model, prompt))
    }
}

/// A backend that a wire over HTTP is enough for: all generated backends are.
public protocol HTTPBackend: Backend {
    /// The wire.
    associatedtype Format: Wire
    /// What is known of the provider.
    static var provider: Provider { get }
    /// How to reach it.
    var connection: Connection { get set }
    /// Makes a backend.
    init(_ connection: Connection)
}

extension HTTPBackend {
    /// Makes a backend; key and address are looked up in the environment when they are not given.
    public init(key: Secret? = nil, base: String? = nil) { self.init(Connection(key: key, base: base)) }

    /// What is known of the provider.
    public var provider: Provider { Self.provider }

    /// The HTTP request that a request becomes, without sending it.
    public func render(_ request: ChatRequest, isStreaming: Bool = true) throws(BackendError) -> RenderedRequest {
        try RequestBuilder<Format>(provider: Self.provider, connection: connection).build(
            request, isStreaming: isStreaming)
    }

    /// The answer to a request as it comes.
    public func stream(_ request: ChatRequest) -> ChatStream {
        ChatStream { () async throws(BackendError) in try await send(request, isStreaming: true) }
    }

    /// The whole answer to a request, asked for as one document.
    public func respond(to request: ChatRequest) async throws(BackendError) -> ChatResponse {
        try await ChatStream { () async throws(BackendError) in
            try await send(request, isStreaming: false)
        }.response()
    }
}

/// The road: render, send, then hand the body to the decoder.
extension HTTPBackend {
    private func send(_ request: ChatRequest, isStreaming: Bool) async throws(BackendError) -> ChatStream.Source {
        let rendered = try render(request, isStreaming: isStreaming)
        let model = request.model.isEmpty ? Self.provider.defaultModel ?? "" : request.model
        let (response, log, errors) = try await exchange(rendered.http, model: model, secrets: rendered.secrets)
        let requestID = Self.provider.requestIDHeader.flatMap { response.headers[$0] }
        var head = ResponseHead()
        head.requestID = requestID
        head.limits = Self.provider.rateLimits(in: response.headers)
        head.losses = rendered.losses
        return ChatStream.Source(
            body: response.body,
            decoder: StreamDecoder<Format>(head: head, names: rendered.names),
            explain: { error, partial in log.failed(errors.error(error, partial: partial)) },
            amend: { log.failed(errors.completed($0, requestID: requestID)) },
            finished: { log.write?(log.entry(.finished($0.stopReason ?? .other, $0.usage))) })
    }

    /// Sends a request; the answer's status is a good one.
    func exchange(
        _ http: HTTPRequest, model: String, secrets: [Secret] = []
    ) async throws(BackendError) -> (response: HTTPResponse, log: Log, errors: ErrorMapper<Format>) {
        let log = Log(provider: Self.provider.id, model: model, write: connection.log)
        let errors = ErrorMapper<Format>(provider: Self.provider, secrets: self.secrets(of: http.headers) + secrets)
        log.sent(http)
        let response: HTTPResponse
        do throws(TransportError) {
            response = try await connection.transport.send(http)
        } catch {
            throw log.failed(errors.error(error))
        }
        let requestID = Self.provider.requestIDHeader.flatMap { response.headers[$0] }
        log.write?(log.entry(.received(status: response.status, requestID: requestID)))
        guard (200..<300).contains(response.status) else {
            throw log.failed(await errors.error(response))
        }
        return (response, log, errors)
    }

    private func secrets(of headers: HTTPHeaders) -> [Secret] {
        headers.filter { HTTPHeaders.isSecret($0.name) }.map { field in
            Secret(field.value.hasPrefix("Bearer ") ? String(field.value.dropFirst(7)) : field.value)
        }
    }
}

/// Writes a backend's log, if anyone wants it.
struct Log: Sendable {
    let provider: String
    let model: String
    let write: (@Sendable (LogEntry) -> Void)?

    func entry(_ step: LogEntry.Step) -> LogEntry { LogEntry(provider: provider, model: model, step: step) }

    func sent(_ request: HTTPRequest) {
        guard let write else { return }
        let path = request.url.split(separator: "?").first.map(String.init) ?? ""
        write(entry(.sent(method: request.method, path: path, bytes: request.bodySize)))
    }

    func failed(_ error: BackendError) -> BackendError {
        write?(entry(.failed(error)))
        return error
    }
}
