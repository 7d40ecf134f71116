import MassGenCore

extension RouteTable.Match {
    /// Answers a request for this route.
    func answer(
        _ http: SocketServer.Request, _ connection: SocketServer.Connection, _ offer: Offer,
        _ log: (@Sendable (String) -> Void)?
    ) {
        func answer<Format: Wire>(_ format: Format.Type) {
            switch route.purpose {
            case .service(let service):
                ServiceExchange<Format>(service: service, values: values, offer: offer, log: log).answer(
                    http, connection)
            case .chat(let isStreaming):
                ChatExchange<Format>(model: values["model"], isStreaming: isStreaming, offer: offer, log: log)
                    .answer(http, connection)
            }
        }
        answer(route.wire)
    }
}

/// What answers: a backend, or the simulator.
struct Offer: Sendable {
    let backend: (any Backend)?
    let services: any Services
    /// Whether the backend runs the calls of its answers itself, as programs do.
    var runsCalls: Bool { backend is any ProgramBackend }

    init(_ backend: (any Backend)? = nil, services: (any Services)? = nil) {
        self.backend = backend
        self.services = services ?? backend?.services ?? SimulatedServices()
    }
}

/// One chat request and its answer.
struct ChatExchange<Format: Wire>: Sendable {
    /// The model in the path.
    let model: String?
    /// Whether the path is for streams alone.
    let isStreaming: Bool
    let offer: Offer
    let log: (@Sendable (String) -> Void)?

    func answer(_ http: SocketServer.Request, _ connection: SocketServer.Connection) {
        var request: ChatRequest
        do throws(JSONError) {
            request = try read(http.body)
        } catch {
            connection.fail(400, "the body is no request: \(error)", .invalidRequest, Format.self)
            return
        }
        if let model { request.model = model }
        if let lack = lack(of: request) {
            connection.fail(400, lack, .invalidRequest, Format.self)
            return
        }
        let isStreaming = JSONReader(http.body).lookAhead("stream")?.bool ?? (isStreaming || Format.streamsByDefault)
        let answer = Handover()
        let task = Task { [request, offer, log] in
            do throws(BackendError) {
                try await Self.ask(offer.backend, request, isStreaming, answer)
                await answer.put(.end)
            } catch {
                log?("\(error)")
                await answer.put(.failure(error))
            }
        }
        if isStreaming {
            stream(answer, request.model, connection)
        } else {
            whole(answer, request.model, connection)
        }
        task.cancel()
        answer.close()
    }

    private func read(_ body: [UInt8]) throws(JSONError) -> ChatRequest {
        var json = JSONReader(body)
        json.noteUnread()
        let request = try Format.parseRequest(&json)
        try json.end()
        for path in json.unreadPaths { log?("\(path) is not understood") }
        return request
    }

    /// For answers without an id of their own, which most clients want to see.
    private var id: String { "gateway-\(String(UInt64.random(in: .min ... .max), radix: 36))" }

    /// What no answer can do without.
    private func lack(of request: ChatRequest) -> String? {
        if request.model.isEmpty, offer.backend?.provider.defaultModel == nil { return "the request names no model" }
        if request.messages.allSatisfy(\.parts.isEmpty) { return "the request holds no messages" }
        return nil
    }

    private static func ask(
        _ backend: (any Backend)?, _ request: ChatRequest, _ isStreaming: Bool, _ answer: Handover
    ) async throws(BackendError) {
        guard let backend else {
            for event in AnswerMaker().events(for: request) { await answer.put(.events([event])) }
            return
        }
        guard isStreaming else { return await answer.put(.response(try await backend.respond(to: request))) }
        var events = backend.stream(request).makeAsyncIterator()
        while let batch = try await events.nextBatch(isolation: nil) { await answer.put(.events(batch)) }
    }

    private func stream(_ answer: Handover, _ model: String, _ connection: SocketServer.Connection) {
        var renderer = StreamRenderer<Format>(
            origin: offer.backend?.provider.wire ?? Format.id, callsAreRun: offer.runsCalls)
        var builder = ResponseBuilder(origin: offer.backend?.provider.wire ?? Format.id)
        var hasBegun = false
        while let step = answer.next(for: connection) {
            var bytes: [UInt8] = []
            switch step {
            case .events(let events):
                for var event in events {
                    if case .started(var head) = event {
                        for loss in head.losses { log?("\(loss)") }
                        (head.id, head.model) = (head.id ?? id, head.model ?? model)
                        event = .started(head)
                    }
                    renderer.render(event, into: &bytes)
                    if log != nil { builder.apply(event) }
                }
            case .response: break
            case .failure(let error) where !hasBegun:
                connection.fail(error, Format.self)
                return
            case .failure(let error):
                renderer.fail(error, into: &bytes)
                if connection.write(bytes) { connection.end() }
                return
            case .end:
                if let log { for loss in renderer.losses(of: builder.response) { log("\(loss)") } }
                connection.end()
                return
            }
            if bytes.isEmpty { continue }
            if !hasBegun {
                connection.begin(type: Format.framing == .ndjson ? "application/x-ndjson" : "text/event-stream")
                hasBegun = true
            }
            guard connection.write(bytes) else { return }
        }
    }

    private func whole(_ answer: Handover, _ model: String, _ connection: SocketServer.Connection) {
        var builder = ResponseBuilder(origin: Format.id)
        while let step = answer.next(for: connection) {
            switch step {
            case .events(let events): for event in events { builder.apply(event) }
            case .response(let response):
                send(response, model, connection)
                return
            case .failure(let error):
                connection.fail(error, Format.self)
                return
            case .end:
                send(builder.response, model, connection)
                return
            }
        }
    }

    private func send(_ answer: ChatResponse, _ model: String, _ connection: SocketServer.Connection) {
        var response = answer
        (response.id, response.model) = (response.id ?? id, response.model ?? model)
        let body = Format.render(response, callsAreRun: offer.runsCalls)
        for loss in response.losses + body.losses { log?("\(loss)") }
        connection.send(status: 200, json: body.bytes)
    }
}
