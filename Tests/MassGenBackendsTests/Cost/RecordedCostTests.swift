import Foundation
import MassGenBackends
import Testing

/// Costs of real answers, worked out by hand per unit: counts as the recordings have them, dollars per million tokens
/// as the vendors' lists had them in November 2026.
@Suite(
    .enabled(
        if: ProcessInfo.processInfo.environment["MASSGEN_RECORDINGS"] != nil,
        "MASSGEN_RECORDINGS names no folder of recordings"))
struct RecordedCostTests {
    /// File, provider, wire, then unit, count and price for each unit; a unit without a price at the end is missing.
    private static let worked = """
        anthropic/anthropic-advisor-tool-stream.sse claude anthropic-messages input 1128 2 input 2543 5 input 1283 2 output 135 10 output 18 25 output 10 10
        anthropic/anthropic-completion-stream-cache-read.sse claude anthropic-messages input 11 3 cacheRead 1031 0.3 output 100 15
        anthropic/anthropic-code-execution-20260120-prompt-cache-1.sse claude anthropic-messages input 6 2 cacheRead 6289 0.2 cacheWrite 269 2.5 cacheWrite5m 3068 2.5 output 198 10 codeHour
        gemini/generate-content-describe-image-true.sse gemini gemini input 277 0.3 output 694 2.5
        openai-responses/multi-tool-streaming.sse responses openai-responses input 104 0.15 output 51 0.6
        openai-responses/openai-code-interpreter-tool-1.sse responses openai-responses input 3103 0.05 cacheRead 2944 0.005 output 1623 0.4 codeHour
        openai-responses/openai-apply-patch-tool-1.sse responses openai-responses input 642 1.25 output 67 10
        openai-chat/async-chat-completion-multiple-tools-streaming-no-co.sse openai openai-chat input 75 0.15 output 51 0.6
        openai-chat/chat-completion-stream-prompt-caching-cache-read.sse openai openai-chat input 140 2.5 cacheRead 1280 1.25 output 100 10
        groq/streaming-probe.sse groq openai-chat input 3 0.075 cacheRead 1792 0.0375 output 16 0.3
        groq/groq-tool-call.sse groq openai-chat input 210 0.59 output 15 0.79
        xai/simple-streaming.sse grok openai-chat input 1 0.2 cacheRead 164 0.05 output 131 0.5
        mistral/streaming-mistral-small-low-agent.sse mistral openai-chat input 25 0.15 cacheRead 112 0.015 output 4 0.6
        deepseek/deepseek-tool-call.sse deepseek openai-chat input 19 0.28 cacheRead 320 0.028 output 83 0.42
        """

    @Test(arguments: worked.split(separator: "\n").map(String.init))
    func areWhatOneWorksOut(_ line: String) throws {
        var words = line.split(separator: " ").map(String.init)
        let missing = words.last.flatMap(BillableUnit.init(rawValue:))
        if missing != nil { words.removeLast() }
        let folder = try #require(ProcessInfo.processInfo.environment["MASSGEN_RECORDINGS"])
        let bytes = try Array(Data(contentsOf: URL(filePath: folder).appending(path: words[0])))
        let backend = try #require(Backends.backend(words[1], wire: words[2]))
        let cost = try Self.cost(of: bytes, by: backend)
        #expect(cost.kind == missing.map { .partial(missing: [$0]) } ?? .exact)
        let units = stride(from: 3, to: words.count, by: 3).map { Array(words[$0..<$0 + 3]) }
        let amounts = units.map { Decimal(string: $0[1])! * Decimal(string: $0[2])! / 1_000_000 }
        #expect(cost.lines.map(\.unit.rawValue) == units.map { $0[0] })
        #expect(cost.lines.map(\.count) == units.map { Int($0[1])! })
        #expect(cost.lines.map(\.amount.description) == amounts.map { "\($0)" })
        #expect(cost.total?.description == "\(amounts.reduce(0, +))")
    }

    private static func cost<Backend: HTTPBackend>(of bytes: [UInt8], by type: Backend.Type) throws -> Cost {
        var decoder = StreamDecoder<Backend.Format>()
        var events: [ChatEvent] = []
        try decoder.decode(bytes, into: &events)
        try decoder.finish(into: &events)
        let day = try Date("2026-11-24T12:00:00Z", strategy: .iso8601)
        return Backend.provider.models.cost(of: decoder.snapshot, at: day)
    }
}
