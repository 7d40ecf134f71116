import MassGenBackends
import Testing

/// What rendering gives: bytes, and what was lost.
struct Rendered {
    var bytes: [UInt8]
    var losses: [Loss]
}

/// A wire, or a provider's variant of one, under test.
struct Dialect: CustomTestStringConvertible, Sendable {
    /// The provider's id, or the wire's where no provider stands for it.
    let name: String
    let wire: String
    let provider: String
    /// What its models can do; `nil` for a wire, which is tried with any capabilities.
    let capabilities: Set<Capability>?
    let writeRequest: @Sendable (ChatRequest, inout Renderer) -> Void
    let parse: @Sendable ([UInt8]) throws(JSONError) -> ChatRequest
    let writeResponse: @Sendable (ChatResponse, inout Renderer) -> Void
    let writeEvents: @Sendable ([ChatEvent], Renderer) -> Rendered
    let decoder: @Sendable () -> any EventDecoder

    /// Conversations and answers are flat lists of items.
    let hasItems: Bool
    /// The system's words stand apart, and neighbours of one role are one turn.
    let hasTurns: Bool
    /// Parts have all their members side by side.
    let isFlat: Bool
    /// Content is text and pictures, calls may have no ids, and events are lines of JSON.
    let isLocal: Bool

    var testDescription: String {
        hasItems ? "\(name), items" : hasTurns ? "\(name), turns" : isLocal ? "\(name), lines" : name
    }

    /// Content is a list of parts for answers too, and results bear their tool's name.
    var hasParts: Bool { name == "mistral" }

    /// Thoughts are told in detail beside their text.
    var hasDetails: Bool { name == "openrouter" }

    /// Parts bear marks of a prompt cache.
    var hasMarks: Bool { capabilities?.contains("cacheMarks") == true }

    /// The wires that are tried, each by itself and as its providers have it.
    private static let wires: [any Wire.Type] = [
        OpenAIChat.self, OpenAIResponses.self, AnthropicMessages.self, GeminiChat.self, OllamaChat.self,
    ]

    static let all: [Dialect] =
        wires.map { dialect(of: $0) }
        + Backends.all.filter { backend in wires.contains { $0.id == backend.provider.wire } }.map { dialect(of: $0) }

    private static func dialect<Format: Wire>(of format: Format.Type) -> Dialect { Dialect(Format.self) }

    private static func dialect<Backend: HTTPBackend>(of backend: Backend.Type) -> Dialect {
        Dialect(Backend.Format.self, Backend.provider)
    }

    init<Format: Wire>(_ format: Format.Type, _ provider: Provider? = nil) {
        name = provider?.id ?? Format.id
        wire = Format.id
        hasItems = Format.hasItems
        hasTurns = Format.holdsParts && !Format.hasItems
        isFlat = hasTurns && !Format.isNumbered
        isLocal = Format.framing == .ndjson
        self.provider = provider?.id ?? ""
        capabilities = provider?.capabilities
        writeRequest = { Format.renderRequest($0, into: &$1) }
        parse = { (bytes) throws(JSONError) in
            var json = JSONReader(bytes)
            let request = try Format.parseRequest(&json)
            try json.end()
            return request
        }
        let hasTurns = hasTurns
        writeResponse = { response, out in
            let chunk = hasTurns ? Chunk(response, of: Format.self) : Chunk(response, counts: Format.counts)
            Format.renderResponse(chunk, into: &out)
        }
        writeEvents = { events, renderer in
            if hasTurns || Format.framing == .ndjson {
                var stream = StreamRenderer<Format>(capabilities: renderer.capabilities)
                var bytes: [UInt8] = []
                for event in events { stream.render(event, into: &bytes) }
                return Rendered(bytes: bytes, losses: stream.losses)
            }
            var maker = ChunkMaker(Format.self)
            var body = Rendered(bytes: [], losses: [])
            for chunk in events.flatMap({ maker.chunks(for: $0) }) {
                var out = renderer
                Format.renderEvent(chunk, into: &out)
                body.bytes += Array("data: ".utf8) + out.json.bytes + [0x0A, 0x0A]
                body.losses += out.losses
            }
            if case .sse(let end?) = Format.framing { body.bytes += Array("data: \(end)\n\n".utf8) }
            return body
        }
        decoder = { StreamDecoder<Format>() }
    }
}

extension Dialect {
    private func renderer(_ capabilities: Set<Capability> = [], isStreaming: Bool = false) -> Renderer {
        Renderer(
            wire: wire, provider: provider, capabilities: self.capabilities ?? capabilities, isStreaming: isStreaming)
    }

    func render(_ request: ChatRequest, _ capabilities: Set<Capability>, isStreaming: Bool = false) -> Rendered {
        var out = renderer(capabilities, isStreaming: isStreaming)
        writeRequest(request, &out)
        return Rendered(bytes: out.json.bytes, losses: out.losses)
    }

    func render(_ response: ChatResponse) -> Rendered {
        var out = renderer()
        writeResponse(response, &out)
        return Rendered(bytes: out.json.bytes, losses: out.losses)
    }

    /// The events as a body of server-sent events.
    func render(_ events: [ChatEvent]) -> Rendered { writeEvents(events, renderer(isStreaming: true)) }

    /// The events that follow from a body, and the answer they make.
    func decode(_ bytes: [UInt8]) throws(BackendError) -> (events: [ChatEvent], response: ChatResponse) {
        var decoder = decoder()
        var events: [ChatEvent] = []
        try decoder.decode(bytes, into: &events)
        try decoder.finish(into: &events)
        return (events, decoder.snapshot)
    }
}
