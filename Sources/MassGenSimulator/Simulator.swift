public import MassGenCore

/// A provider that needs no network and no key: speaks a wire over HTTP on the loopback address, written by the same
/// shapes that backends are read with.
///
/// ```swift
/// let simulator = try Simulator(OpenAIChat.self)
/// let backend = Chat(base: simulator.base)
/// ```
///
/// Its answers depend on the question and are the same every time. It calls a tool when it must, or when the question
/// speaks of one; asked for JSON by a schema, it answers with JSON that fits. What the wire offers besides chat, such as
/// listing models, is answered too.
///
/// With a script it says what a test wants it to say, one answer per request, and makes up answers after the last one:
///
/// ```swift
/// let call = ToolCall(id: "c1", name: "weather", arguments: ["city": "Oslo"])
/// let simulator = try Simulator(OpenAIChat.self, script: [.calling(call), .saying("Sunny.")])
/// ```
public final class Simulator: Sendable {
    /// The address to give to a backend.
    public var base: String { "http://127.0.0.1:\(server.port)/v1" }

    /// The files that are stored now.
    public var files: [StoredFile] { services.shelf.all }

    /// What was asked so far, as the wire carried it.
    public var requests: [ChatRequest] { script.requests }

    private let server: SocketServer
    private let services: SimulatedServices
    private let script: Script

    /// Starts a simulator.
    /// - Parameters:
    ///   - wire: the wire to speak.
    ///   - pace: how long to wait between events of a stream.
    ///   - script: what to answer, one after the other.
    public init<Format: Wire>(_ wire: Format.Type, pace: Duration = .zero, script answers: [ChatResponse] = []) throws {
        let script = Script(answers)
        self.script = script
        let services = SimulatedServices()
        self.services = services
        let offer = Offer(services: services)
        let routes = Route.all(of: Format.self)
        server = try SocketServer { request, connection in
            for route in routes where route.method == request.method {
                guard case .service(let service) = route.purpose, let values = route.values(in: request.path) else {
                    continue
                }
                ServiceExchange<Format>(service: service, values: values, offer: offer, log: nil)
                    .answer(request, connection)
                return
            }
            guard request.method == "POST" else {
                connection.fail(404, "there is nothing at \(request.path)", .notFound, Format.self)
                return
            }
            Self.answer(request, connection, script, pace, Format.self)
        }
    }

    deinit { server.stop() }

    /// Stops listening; answers that are being sent break off.
    public func stop() { server.stop() }

    private static func answer<Format: Wire>(
        _ http: SocketServer.Request, _ connection: SocketServer.Connection, _ script: Script, _ pace: Duration,
        _ format: Format.Type
    ) {
        let request: ChatRequest
        do {
            var json = JSONReader(http.body)
            request = try Format.parseRequest(&json)
            try json.end()
        } catch {
            connection.fail(400, "the body is no request: \(error)", .invalidRequest, format)
            return
        }
        let events = script.next(request)?.events ?? AnswerMaker().events(for: request)
        let isStreaming =
            JSONReader(http.body).lookAhead("stream")?.bool ?? (Format.streamsByDefault || isStream(http.path, format))
        guard isStreaming else {
            var builder = ResponseBuilder(origin: Format.id)
            for event in events { builder.apply(event) }
            connection.send(status: 200, json: Format.render(builder.response).bytes)
            return
        }
        connection.begin(type: Format.framing == .ndjson ? "application/x-ndjson" : "text/event-stream")
        var renderer = StreamRenderer<Format>()
        for event in events {
            var bytes: [UInt8] = []
            renderer.render(event, into: &bytes)
            if bytes.isEmpty { continue }
            guard connection.write(bytes) else { return }
            if pace > .zero { SocketServer.pause(pace) }
        }
        connection.end()
    }

    /// Whether a path is that of an endpoint for streams alone.
    private static func isStream<Format: Wire>(_ path: String, _ format: Format.Type) -> Bool {
        let route = Route.all(of: format).first { $0.values(in: path) != nil }
        if case .chat(let isStreaming)? = route?.purpose { return isStreaming }
        return false
    }
}
