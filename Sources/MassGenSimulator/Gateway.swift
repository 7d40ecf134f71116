import Foundation
public import MassGenCore

/// A server on this machine that speaks every wire at its usual paths, and has its answers from one backend, or makes
/// them up: programs written for one provider talk to another.
///
/// ```swift
/// let gateway = try Gateway(wires: Backends.wires, backend: Groq(), port: 8080)
/// ```
public final class Gateway: Sendable {
    /// Where it listens.
    public var address: String { "http://\(host):\(server.port)" }

    private let host: String
    private let server: SocketServer

    /// Starts a gateway.
    /// - Parameters:
    ///   - wires: the wires to speak.
    ///   - backend: who answers; answers are made up when `nil`.
    ///   - host: the address to listen on.
    ///   - port: the port; a free one for 0.
    ///   - log: called with a line for every request and every loss.
    public init(
        wires: [any Wire.Type], backend: (any Backend)? = nil, host: String = "127.0.0.1", port: Int = 0,
        log: (@Sendable (String) -> Void)? = nil
    ) throws {
        self.host = host
        let routes = wires.flatMap { wire in wire.endpoints.map { Route(wire: wire, endpoint: $0) } }
        server = try SocketServer(host: host, port: port) { http, connection in
            let path = String(http.path.prefix { $0 != "?" })
            for route in routes {
                guard http.method == "POST", let model = route.model(in: path) else { continue }
                log?("\(route.wire.id) \(path)")
                Exchange(route: route, backend: backend, log: log).answer(http, model, connection)
                return
            }
            let known = routes.map(\.endpoint.path).joined(separator: ", ")
            let text = JSON.object(["error": ["message": .string("nothing is at \(path); POST to \(known)")]]).text
            connection.send(status: 404, json: Array(text.utf8))
        }
    }

    deinit { server.stop() }

    /// Stops listening; answers that are being sent break off.
    public func stop() { server.stop() }
}

/// A path of a wire.
struct Route: Sendable {
    let wire: any Wire.Type
    let endpoint: Provider.Endpoint

    /// The model that a path names, empty where paths name none; `nil` for a path that is another's. What stands before
    /// the path does not matter: addresses of compatible servers have their own beginnings.
    func model(in path: String) -> String? {
        let wanted = endpoint.path.prefix { $0 != "?" }.split(separator: "/")
        let steps = path.split(separator: "/").suffix(wanted.count)
        guard steps.count == wanted.count else { return nil }
        var model = ""
        for (step, pattern) in zip(steps, wanted) {
            guard let open = pattern.firstIndex(of: "{"), let close = pattern.firstIndex(of: "}") else {
                if step != pattern { return nil }
                continue
            }
            let before = pattern[..<open], after = pattern[pattern.index(after: close)...]
            guard step.hasPrefix(before), step.hasSuffix(after), step.count > before.count + after.count else {
                return nil
            }
            if pattern[pattern.index(after: open)..<close] == "model" {
                let name = String(step.dropFirst(before.count).dropLast(after.count))
                model = name.removingPercentEncoding ?? name
            }
        }
        return model
    }
}

/// One request and its answer.
private struct Exchange: Sendable {
    let route: Route
    let backend: (any Backend)?
    let log: (@Sendable (String) -> Void)?

    func answer(_ http: SocketServer.Request, _ model: String, _ connection: SocketServer.Connection) {
        func answer<Format: Wire>(_ format: Format.Type) { self.answer(http, model, connection, format) }
        answer(route.wire)
    }

    private func answer<Format: Wire>(
        _ http: SocketServer.Request, _ model: String, _ connection: SocketServer.Connection, _ format: Format.Type
    ) {
        var request: ChatRequest
        do throws(JSONError) {
            var json = JSONReader(http.body)
            json.noteUnread()
            request = try Format.parseRequest(&json)
            try json.end()
            for path in json.unreadPaths { log?("\(path) is not understood") }
        } catch {
            let failure = Failure(message: "the body is no request: \(error)", kind: "invalid_request_error")
            connection.send(status: 400, json: Format.render(failure))
            return
        }
        if !model.isEmpty { request.model = model }
        let isStreaming =
            JSONReader(http.body).lookAhead("stream")?.bool ?? (route.endpoint.isStreaming || Format.streamsByDefault)
        let answer = Answer()
        let task = Task { [request, backend, log] in
            guard let backend else {
                for event in AnswerMaker().events(for: request) { answer.put(.events([event])) }
                return answer.put(.end)
            }
            do throws(BackendError) {
                var events = (isStreaming ? backend.stream(request) : nil)?.makeAsyncIterator()
                if events != nil {
                    while let batch = try await events?.nextBatch(isolation: nil) { answer.put(.events(batch)) }
                } else {
                    answer.put(.response(try await backend.respond(to: request)))
                }
                answer.put(.end)
            } catch {
                log?("\(error)")
                answer.put(.failure(error))
            }
        }
        let origin = backend?.provider.wire ?? Format.id
        if isStreaming {
            stream(answer, connection, StreamRenderer<Format>(origin: origin))
        } else {
            whole(answer, connection, format)
        }
        task.cancel()
    }

    private func stream<Format: Wire>(
        _ answer: Answer, _ connection: SocketServer.Connection, _ first: StreamRenderer<Format>
    ) {
        var renderer = first
        var hasBegun = false
        while true {
            var bytes: [UInt8] = []
            switch answer.next() {
            case .events(let events):
                for event in events {
                    if case .started(let head) = event { for loss in head.losses { log?("\(loss)") } }
                    renderer.render(event, into: &bytes)
                }
            case .response: break
            case .failure(let error) where !hasBegun:
                connection.send(status: Self.status(of: error), json: Format.render(Failure(error)))
                return
            case .failure(let error):
                renderer.fail(Failure(error), into: &bytes)
                _ = connection.write(bytes)
                connection.end()
                return
            case .end:
                for loss in renderer.losses { log?("\(loss)") }
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

    private func whole<Format: Wire>(
        _ answer: Answer, _ connection: SocketServer.Connection, _ format: Format.Type
    ) {
        var builder = ResponseBuilder(origin: Format.id)
        while true {
            switch answer.next() {
            case .events(let events): for event in events { builder.apply(event) }
            case .response(let response):
                send(response, connection, format)
                return
            case .failure(let error):
                connection.send(status: Self.status(of: error), json: Format.render(Failure(error)))
                return
            case .end:
                send(builder.response, connection, format)
                return
            }
        }
    }

    private func send<Format: Wire>(
        _ response: ChatResponse, _ connection: SocketServer.Connection, _ format: Format.Type
    ) {
        let body = Format.render(response)
        for loss in response.losses + body.losses { log?("\(loss)") }
        connection.send(status: 200, json: body.bytes)
    }

    /// The status that says of an error what the backend's did, or that the backend is at fault.
    private static func status(of error: BackendError) -> Int {
        error.status ?? (error.family == .setup ? 400 : 502)
    }
}

/// What comes of a backend's task, for the thread of a connection to wait for.
private final class Answer: @unchecked Sendable {
    enum Step: Sendable {
        case events([ChatEvent])
        case response(ChatResponse)
        case failure(BackendError)
        case end
    }

    // Unchecked: `steps` is only touched while the condition is locked.
    private let condition = NSCondition()
    private var steps: [Step] = []

    func put(_ step: Step) {
        condition.lock()
        steps.append(step)
        condition.signal()
        condition.unlock()
    }

    func next() -> Step {
        condition.lock()
        defer { condition.unlock() }
        while steps.isEmpty { condition.wait() }
        return steps.removeFirst()
    }
}
