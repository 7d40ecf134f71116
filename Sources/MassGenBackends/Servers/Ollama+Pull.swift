import MassGenCore

extension Ollama {
    /// Downloads a model to the server, as far as it is not there yet.
    ///
    /// ```swift
    /// for try await step in Ollama().pull("qwen3:4b") { print(step.status, step.fraction ?? 0) }
    /// ```
    ///
    /// Nothing is asked for until the first step is; cancelling the task ends the download, and the next one goes on
    /// from there.
    public func pull(_ model: String) -> Pull { Pull(backend: self, model: model) }

    /// A download to the server: what it does, step by step, until the model is there.
    public struct Pull: AsyncSequence, Sendable {
        /// What the server does.
        public struct Step: Sendable, Hashable {
            /// The server's words: `pulling manifest`, `verifying sha256 digest`, `success`.
            public var status: String
            /// The layer it is about.
            public var digest: String?
            /// The bytes of the layer.
            public var total: Int?
            /// The bytes of the layer that are there.
            public var completed: Int?

            /// The share of the layer that is there, from 0 to 1.
            public var fraction: Double? {
                guard let total, total > 0 else { return nil }
                return Double(completed ?? 0) / Double(total)
            }
        }

        /// What goes wrong while reading.
        public typealias Failure = BackendError

        let backend: Ollama
        let model: String

        /// Begins a download.
        public func makeAsyncIterator() -> Iterator { Iterator(backend: backend, model: model) }
    }
}

extension Ollama.Pull {
    /// Reads the steps, a line of JSON each.
    public struct Iterator: AsyncIteratorProtocol {
        let backend: Ollama
        let model: String
        private var body: HTTPBody?
        private var lines = LineFramer()
        private var isDone = false

        init(backend: Ollama, model: String) {
            self.backend = backend
            self.model = model
        }

        /// The next step; `nil` when the model is there.
        public mutating func next(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(BackendError) -> Step? {
            if isDone { return nil }
            do {
                if body == nil { body = try await begin() }
                while true {
                    if let line = try lines.next() {
                        guard let step = try step(JSON(parsing: Array(lines.buffer[line]))) else { continue }
                        isDone = step.status == "success"
                        return step
                    }
                    guard let bytes = try await body?.next() else { break }
                    lines.append(bytes)
                }
            } catch {
                isDone = true
                body?.cancel()
                throw (error as? BackendError) ?? failure(.transport, .connectionLost, "\(error)")
            }
            isDone = true
            throw failure(
                .transport, .interrupted, "the download of '\(model)' broke off: pull it again, it goes on from there")
        }

        private func begin(isolation actor: isolated (any Actor)? = #isolation) async throws -> HTTPBody {
            var local = backend
            local.connection.allowsUnknownModels = true
            // Address, key and headers are those of a chat.
            var request = try local.render(ChatRequest(model: model, "")).http
            request.url = request.url.replacing("/api/chat", with: "/api/pull")
            request.body = Array(JSON.object(["model": .string(model), "stream": true]).text.utf8)
            let response = try await local.connection.transport.send(request)
            guard response.status != 200 else { return response.body }
            let said = try await response.body.collect(upTo: 1 << 16)
            let message = (try? JSON(parsing: said))?["error"]?.string ?? "status \(response.status)"
            throw failure(.provider, response.status == 404 ? .notFound : .server, message)
        }

        private func step(_ json: JSON) throws -> Step? {
            if let error = json["error"]?.string {
                throw failure(.provider, error.contains("does not exist") ? .notFound : .server, error)
            }
            guard let status = json["status"]?.string else { return nil }
            return Step(
                status: status, digest: json["digest"]?.string, total: json["total"]?.int,
                completed: json["completed"]?.int)
        }

        private func failure(_ family: BackendError.Family, _ code: BackendError.Code, _ message: String)
            -> BackendError
        {
            BackendError(family, code, message, provider: "ollama")
        }
    }
}
