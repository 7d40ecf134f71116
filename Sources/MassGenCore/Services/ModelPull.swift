extension HTTPBackend {
    /// Downloads a model to the server, as far as it is not there yet, where the server does that.
    ///
    /// ```swift
    /// for try await step in Ollama().pull("qwen3:4b") { print(step.status, step.fraction ?? 0) }
    /// ```
    ///
    /// Nothing is asked for until the first step is; cancelling the task ends the download, and the next one goes on
    /// from there.
    public func pull(_ model: String) -> ModelPull<Self> { ModelPull(backend: self, model: model) }
}

/// A model to download.
public struct PullRequest: Sendable, Hashable {
    /// Its name.
    public var model: String

    /// Makes a request.
    public init(model: String) { self.model = model }
}

/// A step of a download: what the server does.
public struct PullStep: Sendable, Hashable {
    /// How far it is.
    public var state: PullState?
    /// The layer it is about.
    public var digest: String?
    /// The bytes of the layer.
    public var total: Int?
    /// The bytes of the layer that are there.
    public var completed: Int?
    /// What went wrong.
    public var message: String?

    /// Makes an empty step.
    public init() {}

    /// The server's words: `pulling manifest`, `verifying sha256 digest`, `success`.
    public var status: String { state?.vendorReason ?? "" }

    /// The share of the layer that is there, from 0 to 1.
    public var fraction: Double? {
        guard let total, total > 0 else { return nil }
        return Double(completed ?? 0) / Double(total)
    }
}

/// How far a download is.
public struct PullState: Sendable, Hashable {
    /// Whether the model is there.
    public enum Reason: Sendable, Hashable {
        /// It is.
        case done
        /// It is not yet.
        case other
    }

    /// Whether the model is there.
    public var reason: Reason
    /// The server's words.
    public var vendorReason: String?

    /// Makes a state.
    public init(reason: Reason, vendorReason: String? = nil) {
        self.reason = reason
        self.vendorReason = vendorReason
    }
}

/// A download to a server: what it does, step by step, until the model is there.
public struct ModelPull<Backend: HTTPBackend>: AsyncSequence, Sendable {
    /// What goes wrong while reading.
    public typealias Failure = BackendError

    let backend: Backend
    let model: String

    /// Begins a download.
    public func makeAsyncIterator() -> Iterator { Iterator(backend: backend, model: model) }

    /// Reads the steps, a line of JSON each.
    public struct Iterator: AsyncIteratorProtocol {
        let backend: Backend
        let model: String
        private var body: HTTPBody?
        private var lines = LineFramer()
        private var isDone = false

        init(backend: Backend, model: String) {
            self.backend = backend
            self.model = model
        }

        /// The next step; `nil` when the model is there.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(BackendError) -> PullStep? {
            if isDone { return nil }
            do throws(BackendError) {
                let body: HTTPBody
                if let open = self.body { body = open } else { body = try await backend.beginPull(model) }
                self.body = body
                while true {
                    if let line = try line() {
                        let step = try backend.pullStep(line)
                        guard let state = step.state else { continue }
                        isDone = state.reason == .done
                        return step
                    }
                    guard let bytes = try await backend.bytes(of: body) else { break }
                    lines.append(bytes)
                }
            } catch {
                isDone = true
                body?.cancel()
                throw error
            }
            isDone = true
            throw BackendError(
                .transport, .interrupted, "the download of '\(model)' broke off: pull it again, it goes on from there",
                provider: Backend.provider.id)
        }

        private mutating func line() throws(BackendError) -> [UInt8]? {
            do throws(FramingError) {
                return try lines.next().map { Array(lines.buffer[$0]) }
            } catch {
                throw backend.invalid("\(error)")
            }
        }
    }
}

extension HTTPBackend {
    fileprivate func beginPull(_ model: String) async throws(BackendError) -> HTTPBody {
        let service = try service(.pull)
        let builder = RequestBuilder<Format>(provider: Self.provider, connection: connection)
        var out = Renderer(wire: Format.id, provider: Self.provider.id)
        Format.renderPullRequest(PullRequest(model: model), into: &out)
        var http = try builder.http(service.method, service.path, values: ["model": model], body: out.json.bytes)
        builder.join(service.headers, to: &http.headers)
        return try await exchange(http, model: model).response.body
    }

    fileprivate func pullStep(_ line: [UInt8]) throws(BackendError) -> PullStep {
        var step = PullStep()
        do throws(JSONError) {
            var json = JSONReader(line)
            try Format.parsePull(&json, into: &step)
            try json.end()
        } catch {
            throw invalid("a step is no JSON of this endpoint: \(error)")
        }
        guard let message = step.message else { return step }
        let known = Format.classify(word: message)
        throw BackendError(
            .provider, known?.code ?? .server, message, provider: Self.provider.id,
            isRetryable: known?.isRetryable ?? false)
    }

    fileprivate func bytes(of body: HTTPBody) async throws(BackendError) -> [UInt8]? {
        do throws(TransportError) {
            return try await body.next()
        } catch {
            throw ErrorMapper<Format>(provider: Self.provider).error(error)
        }
    }
}
