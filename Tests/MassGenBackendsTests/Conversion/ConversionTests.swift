import Foundation
import MassGenBackends
import Testing

/// Two wires, one after the other.
struct WirePair: Sendable, CustomTestStringConvertible {
    var source: any Wire.Type
    var target: any Wire.Type

    var testDescription: String { "\(source.id) to \(target.id)" }

    /// All ordered pairs of wires that differ.
    static let all: [WirePair] = Backends.wires.flatMap { source in
        Backends.wires.filter { $0.id != source.id }.map { WirePair(source: source, target: $0) }
    }

    /// The wires that hold whole conversations: a program keeps the conversation itself, and is told what is new.
    /// Programs alone speak in lines.
    static let wires = Backends.wires.filter { $0.framing != .lines }

    /// The pairs of such wires.
    static let conversations = all.filter { $0.source.framing != .lines && $0.target.framing != .lines }
}

@Suite struct ConversionTests {
    @Test(arguments: WirePair.conversations)
    func whatIsSaidComesOverOrIsReported(_ pair: WirePair) throws {
        let converter = Converter(from: pair.source, to: pair.target)
        for (name, request) in Corpus.requests(on: pair.source.id) {
            let body = pair.source.body(of: request)
            let converted = try converter.request(body)
            let read = try pair.target.request(in: converted.bytes)
            var expected = try pair.source.request(in: body)
            expected.mend()
            let dropped = converted.losses.filter { $0.severity == .dropped && $0.path.contains("arts[") }
            for words in read.said { #expect(expected.said.contains(words), "\(pair) \(name)") }
            if dropped.isEmpty { #expect(read.said == expected.said, "\(pair) \(name)") }
        }
    }

    @Test func allOrderedPairsAreThere() { #expect(WirePair.all.count == 30 && WirePair.conversations.count == 20) }

    @Test(arguments: WirePair.conversations)
    func callsAndResultsBelongTogetherAfterwards(_ pair: WirePair) throws {
        let converter = Converter(from: pair.source, to: pair.target)
        for (name, request) in Corpus.requests(on: pair.source.id) {
            var read = try pair.target.request(in: try converter.request(pair.source.body(of: request)).bytes)
            #expect(read.mend() == [], "\(pair) \(name)")
        }
    }

    /// What was unpaired is mended, and said to be.
    @Test(arguments: WirePair.conversations)
    func whatIsMadeUpIsReported(_ pair: WirePair) throws {
        let request = try #require(Corpus.requests(on: pair.source.id).first { $0.name.hasPrefix("calls and results") })
        let body = pair.source.body(of: request.request)
        let losses = try Converter(from: pair.source, to: pair.target).request(body).losses
        #expect(losses.filter { $0.severity == .synthesised && $0.path.hasPrefix("messages") }.count == 2, "\(losses)")
    }

    @Test(arguments: WirePair.conversations)
    func answersComeOverStreamedAsTheyDoWhole(_ pair: WirePair) throws {
        let converter = Converter(from: pair.source, to: pair.target)
        for (name, response) in Corpus.answers(on: pair.source.id) {
            let whole = pair.source.whole(response)
            let plain = try converter.response(whole)
            var stream = converter.stream()
            var bytes: [UInt8] = []
            for byte in pair.source.streamed(response) { bytes += stream.convert([byte]) }
            bytes += stream.finish()
            #expect(stream.failure == nil, "\(pair) \(name)")
            let one = try pair.target.answer(in: plain.bytes)
            let other = try pair.target.answer(in: bytes)
            #expect(
                one.message == other.message,
                "\(pair) \(name)\n\(plain.text)\n\(String(decoding: bytes, as: UTF8.self))")
            #expect(one.stopReason == other.stopReason, "\(pair) \(name)")
            #expect(one.usage == other.usage, "\(pair) \(name)")
            // A refusal is a text where there is no other place for it.
            #expect(one.text == response.text || one.text == response.message.refusal, "\(pair) \(name)")
            #expect(one.reasoning == response.reasoning || !plain.losses.isEmpty, "\(pair) \(name)")
        }
    }

    @Test func whatAWireCanHoldStaysAsItIsOnThatWire() throws {
        for wire in WirePair.wires {
            let converter = Converter(from: wire, to: wire)
            for (name, request) in Corpus.requests(on: wire.id) {
                let body = wire.body(of: request)
                let converted = try converter.request(body)
                #expect(try converter.request(converted.bytes).bytes == converted.bytes, "\(wire.id) \(name)")
                if ["text", "images", "reasoning", "a part of the vendor's own", "several system texts"].contains(name)
                {
                    #expect(converted.bytes == body, "\(wire.id) \(name)")
                    #expect(
                        converted.losses.filter { !["model", "stream"].contains($0.path) } == [], "\(wire.id) \(name)")
                }
            }
        }
    }

    @Test func failedResultsStayFailedWhereThatCanBeSaid() throws {
        let request = try #require(
            Corpus.requests(on: AnthropicMessages.id).first { $0.name.hasPrefix("parallel") }?.request)
        let body = AnthropicMessages.body(of: request)
        let same = try Converter(from: AnthropicMessages.self, to: AnthropicMessages.self).request(body)
        #expect(
            try AnthropicMessages.request(in: same.bytes).messages.flatMap(\.toolResults).map(\.isError) == [
                false, true,
            ])
        let other = try Converter(from: AnthropicMessages.self, to: OpenAIChat.self).request(body)
        #expect(other.losses.contains { $0.path.hasSuffix("isError") && $0.severity == .dropped })
    }

    @Test func namesAreTakenBackInTheAnswer() throws {
        let converter = Converter(from: GeminiChat.self, to: OpenAIChat.self)
        let request = try #require(Corpus.requests(on: GeminiChat.id).first { $0.name.hasPrefix("ids") }?.request)
        let converted = try converter.request(GeminiChat.body(of: request))
        let sent = try OpenAIChat.request(in: converted.bytes)
        #expect(Set(sent.tools.map(\.name)).count == 2)
        #expect(sent.tools.allSatisfy { !$0.name.contains(".") })
        var response = ChatResponse(id: "r", model: "m")
        response.message.parts = [.toolCall(ToolCall(id: "c", name: sent.tools[0].name, argumentsText: "{}"))]
        response.stopReason = .toolCalls
        let answer = try converter.back.response(OpenAIChat.whole(response), names: converted.names)
        #expect(try GeminiChat.answer(in: answer.bytes).toolCalls.map(\.name) == ["files.read"])
        var stream = converter.back.stream(names: converted.names)
        let bytes = stream.convert(OpenAIChat.streamed(response)) + stream.finish()
        #expect(try GeminiChat.answer(in: bytes).toolCalls.map(\.name) == ["files.read"])
    }

    @Test func whatReadersPassOverIsReported() throws {
        let body = """
            {"model":"m","messages":[{"role":"alien","content":"?"},{"role":"user","content":7},{"role":"user","content":"Hi"}],
            "temperature":"hot","tool_choice":"perhaps","top_p":null,"n":[1]}
            """
        let losses = try Converter(from: OpenAIChat.self, to: AnthropicMessages.self).request(Array(body.utf8)).losses
        let paths = losses.filter { $0.reason.hasPrefix("openai-chat is read") }.map(\.path)
        #expect(paths == ["messages[0]", "messages[1].content", "temperature", "tool_choice", "n"])
    }

    @Test func errorsOfAStreamEndItInTheWordsOfTheOtherWire() throws {
        var stream = Converter(from: AnthropicMessages.self, to: OpenAIChat.self).stream()
        let text = """
            data: {"type":"message_start","message":{"id":"m","model":"x","content":[]}}

            data: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}


            """
        let out = String(decoding: stream.convert(Array(text.utf8)) + stream.finish(), as: UTF8.self)
        #expect(out.contains(#""error":{"message":"Overloaded""#))
        #expect(stream.failure?.code == .overloaded)
        var decoder = StreamDecoder<OpenAIChat>()
        var events: [ChatEvent] = []
        #expect(throws: BackendError.self) { try decoder.decode(Array(out.utf8), into: &events) }
    }
}

extension RenderedBody {
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Bodies of a wire, and what they say.
extension Wire {
    static func body(of request: ChatRequest) -> [UInt8] {
        var out = Renderer(wire: id, capabilities: capabilities)
        renderRequest(request, into: &out)
        return out.json.bytes
    }

    static func request(in body: [UInt8]) throws -> ChatRequest {
        var json = JSONReader(body)
        return try parseRequest(&json)
    }

    static func whole(_ response: ChatResponse) -> [UInt8] { render(response).bytes }

    static func streamed(_ response: ChatResponse) -> [UInt8] {
        var renderer = StreamRenderer<Self>()
        var bytes: [UInt8] = []
        for event in response.events { renderer.render(event, into: &bytes) }
        return bytes
    }

    static func answer(in body: [UInt8]) throws -> ChatResponse {
        var decoder = StreamDecoder<Self>()
        var events: [ChatEvent] = []
        try decoder.decode(body, into: &events)
        try decoder.finish(into: &events)
        return decoder.snapshot
    }
}

extension ChatRequest {
    /// What is said, wherever it stands and however it is cut: texts, calls and results. Empty texts say nothing; some
    /// wires must have one beside calls.
    var said: Set<String> {
        var texts: [Message.Role: String] = [:]
        var others: Set<String> = []
        for message in messages {
            for part in message.parts {
                switch part {
                case .text(let text): texts[message.role, default: ""] += text.text
                case .toolCall(let call): others.insert("call \(call.arguments?.text ?? call.argumentsText)")
                case .toolResult(let result): others.insert("result \(result.text ?? "")")
                default: break
                }
            }
        }
        // Texts that are joined may have lines between them.
        return others.union(
            texts.filter { !$0.value.isEmpty }.map { "\($0.key): \($0.value.filter { !$0.isNewline })" })
    }
}

extension ChatResponse {
    /// The answer as it would stream in, in pieces of a few characters.
    var events: [ChatEvent] {
        var events: [ChatEvent] = [.started(ResponseHead(id: id, model: model))]
        for (index, part) in message.parts.enumerated() {
            func grow(_ block: ChatEvent.Block, _ text: String, _ delta: (Int, String) -> ChatEvent) {
                events.append(.blockStarted(index: index, block))
                var rest = text[...]
                while !rest.isEmpty {
                    events.append(delta(index, String(rest.prefix(3))))
                    rest = rest.dropFirst(3)
                }
            }
            switch part {
            case .text(let text):
                grow(.text, text.text) { .textDelta(index: $0, $1) }
                events += text.citations.map { .citation(index: index, $0) }
            case .reasoning(let reasoning) where reasoning.encrypted == nil:
                grow(.reasoning, reasoning.text) { .reasoningDelta(index: $0, $1) }
                if let signature = reasoning.signature { events.append(.signature(index: index, signature)) }
            case .refusal(let refusal): grow(.refusal, refusal.text) { .refusalDelta(index: $0, $1) }
            case .toolCall(let call):
                grow(.toolCall(id: call.id, name: call.name), call.argumentsText) { .argumentsDelta(index: $0, $1) }
            default: events.append(.blockStarted(index: index, .part(part)))
            }
            events.append(.blockEnded(index: index))
        }
        if let usage { events.append(.usage(usage)) }
        return events + [.finished(Finish(reason: stopReason ?? .stop, vendorReason: vendorStopReason))]
    }
}
