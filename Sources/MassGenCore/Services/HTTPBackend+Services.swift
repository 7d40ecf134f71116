/// What a provider offers besides chat, on the same road: one request, one document as its answer.
extension HTTPBackend {
    /// The models that the provider lists now, from all pages.
    ///
    /// ```swift
    /// for model in try await Groq().models() { print(model.id) }
    /// ```
    public func models() async throws(BackendError) -> [ListedModel] {
        var models: [ListedModel] = []
        var query = ModelQuery()
        var seen: Set<String> = []
        while true {
            let page = try await ask(.models, ModelPage(), Format.parseModels) {
                Format.renderModelsRequest(query, into: &$0)
            }
            models += page.models
            // A page that was seen already would lead round for ever.
            guard page.hasMore != false, let next = page.next, !next.isEmpty, seen.insert(next).inserted else {
                return models
            }
            query.after = next
        }
    }

    /// The tokens of a request's prompt, counted by the provider: nothing is answered.
    public func countTokens(_ request: ChatRequest) async throws(BackendError) -> TokenCount {
        let service = try service(.count)
        let builder = RequestBuilder<Format>(provider: Self.provider, connection: connection)
        let (named, _, rendered) = try builder.render(request, isStreaming: false)
        var body: JSONObject
        do throws(JSONError) { body = try JSON(parsing: rendered.json.bytes).object ?? [:] } catch { body = [:] }
        for key in service.without { body[key] = nil }
        let question = CountRequest(model: named.model, extra: [Format.id: body])
        let counts = try await ask(.count, UsageCounts(), Format.parseCount, model: named.model) {
            Format.renderCountRequest(question, into: &$0)
        }
        guard let input = counts.input else { throw invalid("the answer holds no count") }
        return TokenCount(input: input)
    }

    /// A vector for each text.
    ///
    /// ```swift
    /// let vectors = try await OpenAI().embed(["sky", "sea"], model: "text-embedding-3-small").vectors
    /// ```
    public func embed(
        _ texts: [String], model: String, dimensions: Int? = nil
    ) async throws(BackendError) -> Embeddings {
        try await embed(EmbeddingRequest(model: model, texts, dimensions: dimensions))
    }

    /// A vector for each text of a request.
    public func embed(_ request: EmbeddingRequest) async throws(BackendError) -> Embeddings {
        guard !request.model.isEmpty else { throw setup(.noModel, "name the model that makes the vectors") }
        _ = try service(.embed)
        if request.texts.isEmpty { return Embeddings(vectors: []) }
        var losses: [Loss] = []
        let reply = try await ask(.embed, EmbeddingReply(), Format.parseEmbed, model: request.model, losses: &losses) {
            Format.renderEmbedRequest(request, into: &$0)
        }
        guard let vectors = reply.ordered(request.texts.count) else {
            throw invalid("the answer holds \(reply.vectors.count) vectors for \(request.texts.count) texts")
        }
        return Embeddings(
            vectors: vectors, model: reply.model, usage: reply.usage.map(Format.usage), losses: losses)
    }
}

/// The road.
extension HTTPBackend {
    /// The endpoint for a purpose; an error where the provider has none.
    func service(_ purpose: Provider.Service.Purpose) throws(BackendError) -> Provider.Service {
        var able = Self.provider.capabilities
        for (capability, isThere) in connection.capabilities {
            if isThere { able.insert(capability) } else { able.remove(capability) }
        }
        guard let service = Self.provider.services.first(where: { $0.purpose == purpose }) else {
            throw setup(.noEndpoint, "\(Self.provider.title) has no endpoint that \(purpose.words)")
        }
        if let lacking = service.needs.first(where: { !able.contains($0) }) {
            throw setup(
                .noEndpoint,
                "\(Self.provider.title) has no endpoint that \(purpose.words): it lacks '\(lacking.rawValue)'")
        }
        return service
    }

    /// Asks an endpoint and reads its answer.
    func ask<Answer: Sendable>(
        _ purpose: Provider.Service.Purpose, _ empty: Answer,
        _ parse: (inout JSONReader, inout Answer) throws(JSONError) -> Void, model: String = "",
        _ body: (inout Renderer) -> Void
    ) async throws(BackendError) -> Answer {
        var losses: [Loss] = []
        return try await ask(purpose, empty, parse, model: model, losses: &losses, body)
    }

    private func ask<Answer: Sendable>(
        _ purpose: Provider.Service.Purpose, _ empty: Answer,
        _ parse: (inout JSONReader, inout Answer) throws(JSONError) -> Void, model: String, losses: inout [Loss],
        _ body: (inout Renderer) -> Void
    ) async throws(BackendError) -> Answer {
        let service = try service(purpose)
        let builder = RequestBuilder<Format>(provider: Self.provider, connection: connection)
        var out = Renderer(
            wire: Format.id, provider: Self.provider.id, capabilities: builder.capabilities(of: model))
        body(&out)
        losses = out.losses
        if connection.losses == .fail, let loss = losses.first { throw setup(.lossyRequest, "\(loss)") }
        let isQuery = service.method == "GET"
        var http = try builder.http(
            service.method, service.path, values: ["model": model],
            items: isQuery ? Self.items(of: out.json.bytes) : [], body: isQuery ? [] : out.json.bytes)
        builder.join(service.headers, to: &http.headers)
        return try await answer(to: http, model: model, empty, parse)
    }

    /// Sends a request and reads the document that comes back.
    func answer<Answer: Sendable>(
        to http: HTTPRequest, model: String = "", _ empty: Answer,
        _ parse: (inout JSONReader, inout Answer) throws(JSONError) -> Void
    ) async throws(BackendError) -> Answer {
        let (response, log, errors) = try await exchange(http, model: model)
        let bytes: [UInt8]
        do throws(TransportError) {
            bytes = try await response.body.collect(upTo: 64 << 20)
        } catch {
            throw log.failed(errors.error(error))
        }
        var answer = empty
        do throws(JSONError) {
            var json = JSONReader(bytes)
            try parse(&json, &answer)
            try json.end()
        } catch {
            throw log.failed(errors.completed(invalid("the answer is no JSON of this endpoint: \(error)")))
        }
        return answer
    }

    /// The members of an object as items of a query.
    static func items(of bytes: [UInt8]) -> [(String, String)] {
        guard let object = try? JSON(parsing: bytes).object else { return [] }
        return object.map { ($0.key, $0.value.string ?? $0.value.text) }
    }

    func setup(_ code: BackendError.Code, _ message: String) -> BackendError {
        BackendError(.setup, code, message, provider: Self.provider.id)
    }

    func invalid(_ message: String) -> BackendError {
        BackendError(.stream, .invalidResponse, message, provider: Self.provider.id, isRetryable: true)
    }
}

extension Provider.Service.Purpose {
    /// What such an endpoint does.
    fileprivate var words: String {
        switch self {
        case .models: "lists models"
        case .count: "counts tokens"
        case .embed: "makes vectors of texts"
        case .upload: "stores files"
        case .file: "tells of stored files"
        case .remove: "removes stored files"
        case .pull: "downloads models"
        }
    }
}
