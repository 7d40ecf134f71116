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
/// speaks of one; asked for JSON by a schema, it answers with JSON that fits.
public final class Simulator: Sendable {
    /// The address to give to a backend.
    public var base: String { "http://127.0.0.1:\(server.port)/v1" }

    private let server: SocketServer

    /// Starts a simulator.
    /// - Parameters:
    ///   - wire: the wire to speak.
    ///   - pace: how long to wait between events of a stream.
    public init<Format: Wire>(_ wire: Format.Type, pace: Duration = .zero) throws {
        let answers = AnswerMaker()
        server = try SocketServer { request, connection in
            guard request.method == "POST" else {
                connection.send(status: 404, json: Self.failure("there is nothing at \(request.path)", Format.self))
                return
            }
            Self.answer(request, connection, answers, pace, Format.self)
        }
    }

    deinit { server.stop() }

    /// Stops listening; answers that are being sent break off.
    public func stop() { server.stop() }

    private static func answer<Format: Wire>(
        _ http: SocketServer.Request, _ connection: SocketServer.Connection, _ answers: AnswerMaker, _ pace: Duration,
        _ format: Format.Type
    ) {
        let request: ChatRequest
        do {
            var json = JSONReader(http.body)
            request = try Format.parseRequest(&json)
            try json.end()
        } catch {
            connection.send(status: 400, json: failure("the body is no request: \(error)", format))
            return
        }
        let events = answers.events(for: request)
        var reader = JSONReader(http.body)
        let isStreaming = (try? reader.value())?["stream"]?.bool ?? false
        guard isStreaming else {
            var builder = ResponseBuilder(origin: Format.id)
            for event in events { builder.apply(event) }
            var out = Renderer(wire: Format.id)
            Format.renderResponse(Chunk(builder.response, of: Format.self), into: &out)
            connection.send(status: 200, json: out.json.bytes)
            return
        }
        let isLines = Format.framing == .ndjson
        connection.begin(type: isLines ? "application/x-ndjson" : "text/event-stream")
        var maker = ChunkMaker(Format.self)
        for event in events {
            guard let chunk = maker.chunk(for: event) else { continue }
            var out = Renderer(wire: Format.id, isStreaming: true)
            Format.renderEvent(chunk, into: &out)
            let bytes = out.json.bytes
            guard connection.write(isLines ? bytes + [0x0A] : Array("data: ".utf8) + bytes + [0x0A, 0x0A]) else {
                return
            }
            if pace > .zero { SocketServer.pause(pace) }
        }
        if case .sse(let end?) = Format.framing { _ = connection.write(Array("data: \(end)\n\n".utf8)) }
        connection.end()
    }

    private static func failure<Format: Wire>(_ message: String, _ format: Format.Type) -> [UInt8] {
        var out = Renderer(wire: Format.id)
        Format.renderFailureBody(Failure(message: message, kind: "invalid_request_error"), into: &out)
        return out.json.bytes
    }
}
