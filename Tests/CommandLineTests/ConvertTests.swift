import Foundation
import MassGenBackends
import Testing

@Suite struct ConvertTests {
    let massgen = Program(name: "massgen")

    private let request =
        #"{"model":"m","messages":[{"role":"user","content":"hi"}],"logit_bias":{"1":2},"temperature":0.5}"#

    @Test func aRequestGoesToAnotherWireAndItsLossesToStandardError() throws {
        try withFile(request) { path in
            let outcome = try massgen.run("convert", "--from", "openai-chat", "--to", "anthropic-messages", path)
            #expect(outcome.status == 0)
            #expect(outcome.document?["messages"]?[0]?["content"]?[0]?["text"] == "hi")
            let losses = outcome.words.split(separator: "\n").compactMap { try? members(of: String($0)) }
            #expect(losses.contains(["path": "logitBias", "severity": "dropped"]))
        }
    }

    @Test func strictMakesLossesAStatus() throws {
        try withFile(request) { path in
            let lossy = try massgen.run(
                "convert", "--from", "openai-chat", "--to", "anthropic-messages", "--strict", path)
            #expect(lossy.status == 1)
            #expect(lossy.document?["model"] == "m")
            let whole = try massgen.run("convert", "--from", "openai-chat", "--to", "openai-chat", "--strict", path)
            #expect(whole.status == 0)
        }
    }

    @Test func streamsAndAnswersGoToAnotherWire() throws {
        try withFile(MassgenTests.stream) { path in
            let stream = try massgen.run(
                "convert", "--from", "openai-chat", "--to", "anthropic-messages", "--kind", "stream", path)
            #expect(stream.status == 0)
            #expect(stream.output.hasPrefix("event: message_start\n"))
            #expect(stream.output.hasSuffix("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n"))
            let answer = try massgen.run(
                "convert", "--from", "openai-chat", "--to", "gemini", "--kind", "response", path)
            #expect(answer.document?["candidates"]?[0]?["content"]?["parts"]?[0]?["text"] == "Hello")
        }
    }

    @Test(arguments: [
        ["--from", "openai-chat"], ["--from", "openai-chatt", "--to", "gemini"],
        ["--from", "gemini", "--to", "gemini", "--kind", "song"],
    ])
    func wrongUsageIsStatus2(arguments: [String]) throws {
        try withFile(request) { path in
            let padded = arguments + Array(repeating: "--json", count: 6 - arguments.count)
            let outcome = try massgen.run(
                "convert", padded[0], padded[1], padded[2], padded[3], padded[4], padded[5], path)
            #expect(outcome.status == 2)
            #expect(outcome.output.isEmpty)
        }
    }

    /// The members of a loss that a program would look at.
    private func members(of line: String) throws -> [String: String] {
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String] ?? [:]
        return object.filter { $0.key != "reason" }
    }
}
