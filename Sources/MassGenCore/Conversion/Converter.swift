/// Takes bodies of one wire to another, and says everything that is lost on the way: what the reader passes over, what
/// belongs to the first wire alone, and what the second has no place for.
///
/// ```swift
/// let converter = Converter(from: OpenAIChat.self, to: AnthropicMessages.self)
/// let request = try converter.request(body)
/// var answer = converter.back.stream(names: request.names)
/// for try await bytes in … { send(answer.convert(bytes)) }
/// send(answer.finish())
/// ```
///
/// Wires may be a provider's variants too, `Mistral.Format.self` for instance.
public struct Converter: Sendable {
    /// The wire that bodies come from.
    public let source: any Wire.Type
    /// The wire they go to.
    public let target: any Wire.Type
    /// What the server of the target can, where that decides what is written.
    public var capabilities: Set<Capability>

    /// Makes a converter; the target is taken to be its vendor's own server if no capabilities are given.
    public init(
        from source: any Wire.Type, to target: any Wire.Type, capabilities: Set<Capability>? = nil
    ) {
        self.source = source
        self.target = target
        self.capabilities = capabilities ?? target.capabilities
    }

    /// Programs run the calls of their answers themselves.
    private var callsAreRun: Bool { source.framing == .lines }

    /// The converter of answers to converted requests.
    public var back: Converter { Converter(from: target, to: source) }
}

/// A converted request.
public struct ConvertedRequest: Sendable {
    /// The body.
    public var bytes: [UInt8]
    /// What is not in it as it was meant.
    public var losses: [Loss]
    /// The request between the two wires.
    public var request: ChatRequest
    /// Whether the answer is wanted as a stream.
    public var isStreaming: Bool
    /// How names of tools had to be spelled: give it to the converter of the answer, which takes it back.
    public var names: Renaming
}

extension Converter {
    /// Converts a request's body. Calls without a result, and results without a call, get one.
    ///
    /// Throws for a body that is no JSON object.
    /// - Parameters:
    ///   - body: the body.
    ///   - model: the model, where the source has it in the address; otherwise another model to name.
    ///   - isStreaming: whether the answer is wanted as a stream, where the body does not say.
    public func request(
        _ body: [UInt8], model: String? = nil, isStreaming: Bool? = nil
    ) throws(JSONError) -> ConvertedRequest {
        func read<Source: Wire>(_ source: Source.Type) throws(JSONError) -> (ChatRequest, [Loss], Bool) {
            var json = JSONReader(body)
            json.noteUnread()
            let request = try Source.parseRequest(&json)
            try json.end()
            let losses = json.unreadPaths.map {
                Loss(path: $0, reason: "\(Source.id) is read without it", severity: .dropped)
            }
            let streams = JSONReader(body).lookAhead("stream")?.bool
            return (request, losses, streams ?? isStreaming ?? Source.streamsByDefault)
        }
        var (request, losses, streams) = try read(source)
        if let model { request.model = model }
        func write<Target: Wire>(_ target: Target.Type) -> ConvertedRequest {
            var request = request
            losses += request.mend()
            request.leaveForeignTools(to: Target.self, &losses)
            request.lowerSchemas(by: Target.schemaRules, canSchema: capabilities.contains("jsonSchema"), &losses)
            let original = request
            let names = request.respell(ids: Target.ids, names: Target.names, &losses)
            var adoption = Adoption(by: Target.self)
            adoption.adopt(&request)
            losses += adoption.losses + Target.amend(&request)
            var out = Renderer(wire: Target.id, capabilities: capabilities, isStreaming: streams)
            Target.renderRequest(request, into: &out)
            losses += out.losses + addressed(request, streams, JSONReader(out.json.bytes), Target.self)
            return ConvertedRequest(
                bytes: out.json.bytes, losses: losses, request: original, isStreaming: streams, names: names)
        }
        return write(target)
    }

    /// What some wires have in the address, and others in the body.
    private func addressed<Target: Wire>(
        _ request: ChatRequest, _ streams: Bool, _ body: JSONReader, _ target: Target.Type
    ) -> [Loss] {
        var losses: [Loss] = []
        if body.lookAheadString("model") == nil, !request.model.isEmpty {
            losses.append(
                Loss(path: "model", reason: "\(Target.id) has it in the address: \(request.model)", severity: .dropped))
        } else if request.model.isEmpty, body.lookAheadString("model") != nil {
            losses.append(Loss(path: "model", reason: "the request names none", severity: .synthesised))
        }
        if streams, body.lookAhead("stream") == nil, !Target.streamsByDefault {
            losses.append(Loss(path: "stream", reason: "\(Target.id) has it in the address", severity: .dropped))
        }
        return losses
    }

    /// Converts an answer's body, whole or streamed, to a whole one.
    ///
    /// Throws for a body that holds no answer; what an error's body says can be converted by ``failure(_:)``.
    /// - Parameter names: how the request spelled names of tools.
    public func response(_ body: [UInt8], names: Renaming = Renaming()) throws(BackendError) -> RenderedBody {
        var decoder = Self.decoder(source, names)
        var events: [ChatEvent] = []
        try decoder.decode(body, into: &events)
        try decoder.finish(into: &events)
        func write<Target: Wire>(_ target: Target.Type) -> RenderedBody {
            Target.render(decoder.snapshot, capabilities: capabilities, callsAreRun: callsAreRun)
        }
        var rendered = write(target)
        rendered.losses = decoder.losses + rendered.losses
        return rendered
    }

    /// An error in the words of the target.
    public func failure(_ error: BackendError) -> [UInt8] {
        target.render(Failure(error, in: target))
    }

    /// Converts an answer, streamed or whole, to a stream, as its bytes come.
    /// - Parameter names: how the request spelled names of tools.
    public func stream(names: Renaming = Renaming()) -> StreamConverter {
        func renderer<Target: Wire>(_ target: Target.Type) -> any EventRenderer {
            StreamRenderer<Target>(origin: source.id, capabilities: capabilities, callsAreRun: callsAreRun)
        }
        return StreamConverter(decoder: Self.decoder(source, names), renderer: renderer(target))
    }

    private static func decoder<Source: Wire>(_ source: Source.Type, _ names: Renaming) -> any EventDecoder {
        StreamDecoder<Source>(names: names, notesUnread: true)
    }
}

/// Converts one streamed answer.
public struct StreamConverter: Sendable {
    private var decoder: any EventDecoder
    private var renderer: any EventRenderer
    /// Why the answer is not whole; the stream says so too, in the words of its wire.
    public private(set) var failure: BackendError?

    init(decoder: any EventDecoder, renderer: any EventRenderer) {
        self.decoder = decoder
        self.renderer = renderer
    }

    /// What was lost so far, each loss once.
    public var losses: [Loss] { decoder.losses + renderer.losses(of: decoder.snapshot) }
    /// The answer so far.
    public var snapshot: ChatResponse { decoder.snapshot }

    /// Takes bytes of one wire; gives those of the other that follow from them.
    public mutating func convert(_ bytes: [UInt8]) -> [UInt8] {
        take { (decoder, events) throws(BackendError) in try decoder.decode(bytes, into: &events) }
    }

    /// No more bytes come: gives the last ones.
    public mutating func finish() -> [UInt8] {
        take { (decoder, events) throws(BackendError) in try decoder.finish(into: &events) }
    }

    private mutating func take(
        _ body: (inout any EventDecoder, inout [ChatEvent]) throws(BackendError) -> Void
    ) -> [UInt8] {
        guard failure == nil else { return [] }
        var events: [ChatEvent] = []
        do throws(BackendError) { try body(&decoder, &events) } catch { failure = error }
        var bytes: [UInt8] = []
        for event in events { renderer.render(event, into: &bytes) }
        if let failure { renderer.fail(failure, into: &bytes) }
        return bytes
    }
}
