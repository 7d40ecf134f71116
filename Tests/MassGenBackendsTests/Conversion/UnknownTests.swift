import MassGenBackends
import Testing

/// Nothing that a vendor adds may break a stream. Every wire streams an answer with additions in all places where there
/// is an object: the answer is the same.
@Suite struct UnknownTests {
    @Test func additionsChangeNoAnswer() throws {
        for wire in WirePair.wires {
            for (name, response) in Corpus.answers(on: wire.id) {
                for body in [wire.whole(response), wire.streamed(response)] {
                    let plain = try wire.answer(in: body)
                    let changed = try wire.answer(in: Self.added(to: body))
                    #expect(changed.message.parts.map(\.kind) == plain.message.parts.map(\.kind), "\(wire.id) \(name)")
                    #expect(changed.text == plain.text, "\(wire.id) \(name)")
                    #expect(changed.toolCalls.map(\.name) == plain.toolCalls.map(\.name), "\(wire.id) \(name)")
                    #expect(changed.usage == plain.usage, "\(wire.id) \(name)")
                    #expect(changed.stopReason == plain.stopReason, "\(wire.id) \(name)")
                }
            }
        }
    }

    @Test func additionsAreReported() throws {
        for wire in WirePair.wires {
            let answer = try #require(Corpus.answers(on: wire.id).first)
            let losses = try Converter(from: wire, to: OpenAIChat.self).response(
                Self.added(to: wire.whole(answer.response))
            ).losses
            #expect(losses.contains { $0.path.hasSuffix("added_by_vendor") }, "\(wire.id)")
        }
    }

    @Test func eventsOfNewKindsAreReportedByName() throws {
        let body = """
            data: {"type":"message_start","message":{"id":"m","model":"x","content":[]}}

            data: {"type":"ping"}

            data: {"type":"weather_report","sky":"clear"}

            data: {"type":"message_delta","delta":{"stop_reason":"bored"}}

            data: {"type":"message_stop"}


            """
        var decoder = StreamDecoder<AnthropicMessages>(notesUnread: true)
        var events: [ChatEvent] = []
        try decoder.decode(Array(body.utf8), into: &events)
        #expect(decoder.losses.map(\.path) == ["weather_report"])
        #expect(decoder.snapshot.stopReason == .other)
        #expect(decoder.snapshot.vendorStopReason == "bored")
    }

    /// The body with a member more in every object of every document in it.
    private static func added(to body: [UInt8]) -> [UInt8] {
        let lines = String(decoding: body, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let changed = lines.map { line -> String in
            let head = line.hasPrefix("data: ") ? "data: " : ""
            guard let json = try? JSON(parsing: String(line.dropFirst(head.count))) else { return String(line) }
            return head + added(to: json).text
        }
        return Array(changed.joined(separator: "\n").utf8)
    }

    private static func added(to json: JSON) -> JSON {
        switch json {
        case .object(let object):
            var changed = JSONObject()
            // Arguments and results are the model's, not the vendor's.
            for (key, value) in object {
                changed[key] = ["input", "args", "arguments"].contains(key) ? value : added(to: value)
            }
            changed["added_by_vendor"] = ["x": [1, nil]]
            return .object(changed)
        case .array(let elements): return .array(elements.map { added(to: $0) })
        default: return json
        }
    }
}
