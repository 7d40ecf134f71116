import MassGenBackends
import Testing

/// Streams of items as a server writes them: every event, numbered, with beginnings and ends.
@Suite struct WrittenItemTests {
    private func written(_ events: [ChatEvent]) throws -> [JSON] {
        var renderer = StreamRenderer<OpenAIResponses>()
        var bytes: [UInt8] = []
        for event in events { renderer.render(event, into: &bytes) }
        #expect(renderer.losses.isEmpty)
        return try String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix("data: ") }.map {
            try JSON(parsing: Array($0.dropFirst(6).utf8))
        }
    }

    private let answer: [ChatEvent] = [
        .started(ResponseHead(id: "r1", model: "m1")),
        .blockStarted(index: 0, .reasoning), .reasoningDelta(index: 0, "Hm"), .blockEnded(index: 0),
        .blockStarted(index: 1, .text), .textDelta(index: 1, "Hel"), .textDelta(index: 1, "lo"),
        .citation(index: 1, Citation(url: "https://a.example", title: "A", start: 0, end: 5)), .blockEnded(index: 1),
        .blockStarted(index: 2, .toolCall(id: "c1", name: "f")), .argumentsDelta(index: 2, "{}"),
        .blockEnded(index: 2), .usage(Usage(input: 3, output: 2)), .finished(Finish(reason: .toolCalls)),
    ]

    @Test func everyEventOfARealServerIsThere() throws {
        let events = try written(answer)
        #expect(
            events.compactMap { $0["type"]?.string?.dropFirst("response.".count) } == [
                "created", "in_progress",
                "output_item.added", "reasoning_summary_part.added", "reasoning_summary_text.delta",
                "reasoning_summary_text.done", "reasoning_summary_part.done", "output_item.done",
                "output_item.added", "content_part.added", "output_text.delta", "output_text.delta",
                "output_text.annotation.added", "output_text.done", "content_part.done", "output_item.done",
                "output_item.added", "function_call_arguments.delta", "function_call_arguments.done",
                "output_item.done", "completed",
            ])
        #expect(events.map { $0["sequence_number"]?.int } == Array(0..<events.count))
    }

    @Test func everyItemHasOneIDAndSaysWhetherItIsWhole() throws {
        let events = try written(answer)
        func ids(_ number: Int) -> Set<String> {
            Set(
                events.filter { $0["output_index"]?.int == number }.compactMap {
                    ($0["item_id"] ?? $0["item"]?["id"])?.string
                })
        }
        #expect([ids(0), ids(1), ids(2)] == [["rs_r1_0"], ["msg_r1_1"], ["fc_r1_2"]])
        let begun = events.filter { $0["type"] == "response.output_item.added" }
        #expect(begun.map { $0["item"]?["status"] } == [nil, "in_progress", "in_progress"])
        let whole = events.last?["response"]?["output"]?.array ?? []
        #expect(whole.map { $0["status"] } == [nil, "completed", "completed"])
        #expect(whole.map { $0["id"] } == ["rs_r1_0", "msg_r1_1", "fc_r1_2"])
        #expect(whole[1]["content"]?[0]?["annotations"]?[0]?["url"] == "https://a.example")
    }

    @Test func whatWasToldIsToldAgainAtItsEnd() throws {
        let events = try written(answer)
        func event(_ type: String) -> JSON? { events.first { $0["type"] == .string("response.\(type)") } }
        #expect(event("reasoning_summary_text.done")?["text"] == "Hm")
        #expect(event("output_text.done")?["text"] == "Hello")
        #expect(event("content_part.done")?["part"]?["text"] == "Hello")
        #expect(event("function_call_arguments.done")?["arguments"] == "{}")
        #expect(event("function_call_arguments.done")?["name"] == "f")
    }

    @Test func anItemThatComesWholeBeginsAllTheSame() throws {
        let call = ServerToolCall(
            id: "ws_1", name: "webSearch", arguments: ["type": "search", "query": "q"], origin: "openai-responses")
        let events = try written([
            .started(ResponseHead(id: "r1", model: "m1")), .blockStarted(index: 0, .part(.serverToolCall(call))),
            .blockEnded(index: 0), .finished(Finish(reason: .stop)),
        ])
        #expect(
            events.compactMap { $0["type"] } == [
                "response.created", "response.in_progress", "response.output_item.added",
                "response.output_item.done", "response.completed",
            ])
    }
}
