import Foundation
import MassGenBackends
import Testing

/// Conversions to and from what a program is told: it keeps the conversation itself, so that the system's words, turns of
/// the user and results come over, and what the model said is reported.
@Suite struct ProgramConversionTests {
    private static let program: any Wire.Type = ClaudeCodeChat.self

    @Test(arguments: WirePair.all.filter { $0.target.framing == .lines })
    func whatAProgramCanBeToldComesOver(_ pair: WirePair) throws {
        let converter = Converter(from: pair.source, to: pair.target)
        for (name, request) in Corpus.requests(on: pair.source.id) {
            let body = pair.source.body(of: request)
            let converted = try converter.request(body)
            var expected = try pair.source.request(in: body)
            expected.mend()
            for (place, message) in expected.messages.enumerated() where message.role == .assistant {
                let isReported = converted.losses.contains {
                    $0.severity == .dropped && $0.path == "messages[\(place)]"
                }
                #expect(isReported, "\(pair) \(name): message \(place) in \(converted.losses)")
            }
            let read = try pair.target.request(in: converted.bytes)
            expected.messages.removeAll { $0.role == .assistant }
            let isWhole = !converted.losses.contains { $0.severity == .dropped && $0.path.contains("arts[") }
            if isWhole { #expect(read.said == expected.said, "\(pair) \(name)") }
            #expect(read.said.isSubset(of: expected.said), "\(pair) \(name)")
        }
    }

    @Test(arguments: WirePair.all.filter { $0.source.framing == .lines })
    func whatAProgramWasToldComesOver(_ pair: WirePair) throws {
        let converter = Converter(from: pair.source, to: pair.target)
        for (name, request) in Corpus.requests(on: pair.source.id) {
            let body = pair.source.body(of: request)
            let converted = try converter.request(body)
            var expected = try pair.source.request(in: body)
            expected.mend()
            let read = try pair.target.request(in: converted.bytes)
            #expect(read.said.isSubset(of: expected.said), "\(pair) \(name)")
            let isWhole = !converted.losses.contains { $0.severity == .dropped && $0.path.contains("arts[") }
            if isWhole { #expect(read.said == expected.said, "\(pair) \(name)") }
        }
    }

    @Test(arguments: WirePair.all.filter { $0.source.framing == .lines || $0.target.framing == .lines })
    func answersComeOver(_ pair: WirePair) throws {
        let converter = Converter(from: pair.source, to: pair.target)
        for (name, response) in Corpus.answers(on: pair.source.id) {
            let said = try pair.source.answer(in: pair.source.whole(response))
            let whole = try converter.response(pair.source.whole(response))
            let read = try pair.target.answer(in: whole.bytes)
            #expect(read.text == said.text, "\(pair) \(name)")
            #expect(read.usage?.output == said.usage?.output, "\(pair) \(name)")
            for (place, call) in said.message.parts.enumerated() where call.kind == .toolCall {
                let isThere = read.toolCalls.contains { .toolCall($0) == call }
                let isReported = whole.losses.contains { $0.path == "parts[\(place)]" && $0.severity == .dropped }
                #expect(isThere || isReported, "\(pair) \(name): \(whole.losses)")
            }
            var stream = converter.stream()
            let bytes = stream.convert(pair.source.streamed(response)) + stream.finish()
            let told = try pair.source.answer(in: pair.source.streamed(response))
            let streamed = try pair.target.answer(in: bytes)
            #expect(streamed.text == told.text, "\(pair) \(name)")
            // A program ran its calls: nobody is to run them again.
            let calls = pair.source.framing == .lines ? [] : told.toolCalls
            #expect(streamed.toolCalls.map(\.name) == calls.map(\.name), "\(pair) \(name)")
            #expect(streamed.toolCalls.map(\.arguments) == calls.map(\.arguments), "\(pair) \(name)")
            for (place, part) in told.message.parts.enumerated() where calls.isEmpty && part.kind == .toolCall {
                #expect(stream.losses.contains { $0.path == "parts[\(place)]" && $0.severity == .dropped }, "\(pair)")
            }
        }
    }
}
