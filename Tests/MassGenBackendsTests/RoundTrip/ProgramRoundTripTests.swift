import MassGenBackends
import Testing

/// The lines of a program in both directions, for values made up at random.
@Suite struct ProgramRoundTripTests {
    private typealias Format = ClaudeCode.Format

    private func generator(_ seed: UInt64) -> Generator {
        Generator(seed: seed, wire: Format.id, provider: ClaudeCode.provider.id)
    }

    private func renderer(isStreaming: Bool) -> Renderer {
        Renderer(
            wire: Format.id, provider: ClaudeCode.provider.id, capabilities: ClaudeCode.provider.capabilities,
            isStreaming: isStreaming)
    }

    private func render(_ request: ChatRequest) -> Rendered {
        var out = renderer(isStreaming: true)
        Format.renderRequest(request, into: &out)
        return Rendered(bytes: out.json.bytes, losses: out.losses)
    }

    private func parse(_ bytes: [UInt8]) throws(JSONError) -> ChatRequest {
        var json = JSONReader(bytes)
        let request = try Format.parseRequest(&json)
        try json.end()
        return request
    }

    @Test func requestsComeBackOrAreReportedAsLost() throws {
        for seed in RoundTripTests.seeds {
            var generator = generator(seed)
            let request = generator.request()
            let roles = Set(request.turns.map(\.role))
            #expect(!roles.contains(.assistant) || !render(request).losses.isEmpty, "seed \(seed)")
            // What a program is told is what is left without the messages of others.
            var told = request
            told.messages.removeAll { $0.role == .assistant || $0.role == .tool }
            // Names and additions keep messages apart, and a program has no place for them.
            let isNamed = told.turns.contains { $0.name != nil }
            #expect(!isNamed || render(told).losses.contains { $0.path.hasSuffix(".name") }, "seed \(seed)")
            for place in told.messages.indices { (told.messages[place].name, told.messages[place].extra) = (nil, [:]) }
            let first = render(told)
            let parsed = try parse(first.bytes)
            #expect(parsed.instructions == told.instructions, "seed \(seed)")
            #expect(parsed.responseSchema == told.responseSchema, "seed \(seed)")
            if !first.losses.contains(where: { $0.path.hasPrefix("turns") }) {
                #expect(parsed.turns.map(\.text) == told.turns.map(\.text), "seed \(seed)")
            }
            // What has been on the wire once stays as it is, byte for byte.
            let second = render(parsed)
            #expect(second.losses.isEmpty, "seed \(seed): \(second.losses)")
            #expect(try parse(second.bytes) == parsed, "seed \(seed)")
            #expect(render(try parse(second.bytes)).bytes == second.bytes, "seed \(seed)")
        }
    }

    @Test func streamsComeBackHoweverTheyAreCut() throws {
        for seed in RoundTripTests.seeds {
            var generator = generator(seed)
            let response = generator.streamed(hasParts: true)
            let first = try decode(render(generator.events(for: response)), by: .max)
            #expect(first.toolCalls.map(\.name) == response.toolCalls.map(\.name), "seed \(seed)")
            #expect(first.text == response.text, "seed \(seed)")
            let lines = render(generator.events(for: first))
            // An empty seal that stood alone makes an empty text, which has no place for it.
            if first.message.parts.contains(where: \.isSealedText) { continue }
            #expect(try decode(lines, by: .max) == first, "seed \(seed)")
            #expect(try decode(lines, by: 7) == first, "seed \(seed)")
        }
    }

    private func render(_ events: [ChatEvent]) -> [UInt8] {
        var maker = ChunkMaker(isNumbered: Format.isNumbered, counts: Format.counts)
        var bytes: [UInt8] = []
        for event in events {
            guard let chunk = maker.chunk(for: event) else { continue }
            var out = renderer(isStreaming: true)
            Format.renderEvent(chunk, into: &out)
            bytes += out.json.bytes + [0x0A]
        }
        return bytes
    }

    private func decode(_ bytes: [UInt8], by size: Int) throws(BackendError) -> ChatResponse {
        var decoder = StreamDecoder<Format>()
        var events: [ChatEvent] = []
        for start in stride(from: 0, to: bytes.count, by: min(size, bytes.count)) {
            try decoder.decode(Array(bytes[start..<min(bytes.count, start + min(size, bytes.count))]), into: &events)
        }
        try decoder.finish(into: &events)
        var response = decoder.snapshot
        response.vendorStopReason = nil
        return response
    }
}

extension Part {
    fileprivate var isSealedText: Bool {
        if case .text(let text) = self { text.signature != nil || !text.extra.isEmpty } else { false }
    }
}
