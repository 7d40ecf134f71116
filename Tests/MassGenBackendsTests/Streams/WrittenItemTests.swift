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

    @Test func aCallThatBearsTextSaysSoFromItsBeginning() throws {
        let events = try written([
            .started(ResponseHead(id: "r1", model: "m1")),
            .blockStarted(index: 0, .toolCall(id: "c1", name: "query", isText: true)),
            .argumentsDelta(index: 0, "SELECT "), .argumentsDelta(index: 0, "1"), .blockEnded(index: 0),
            .finished(Finish(reason: .toolCalls)),
        ])
        #expect(
            events.compactMap { $0["type"]?.string?.dropFirst("response.".count) } == [
                "created", "in_progress", "output_item.added", "custom_tool_call_input.delta",
                "custom_tool_call_input.delta", "custom_tool_call_input.done", "output_item.done", "completed",
            ])
        #expect(events[2]["item"]?["type"] == "custom_tool_call")
        #expect(events[2]["item"]?["input"] == "")
        #expect(events[3]["item_id"] == "ctc_r1_0")
        #expect(events[5]["input"] == "SELECT 1")
        #expect(events[7]["response"]?["output"]?[0]?["input"] == "SELECT 1")
    }

    @Test(arguments: ["openai-chat", "anthropic-messages", "gemini", "ollama-chat"])
    func elsewhereTheTextOfACallGrowsAsItsOnlyArgument(_ wire: String) throws {
        let source = [
            #"{"type":"response.created","response":{"id":"r1","model":"m1"}}"#,
            #"{"type":"response.output_item.added","output_index":0,"item":{"type":"custom_tool_call","id":"ctc","call_id":"c1","name":"query","input":""}}"#,
            #"{"type":"response.custom_tool_call_input.delta","output_index":0,"delta":"SELECT \"a"}"#,
            #"{"type":"response.custom_tool_call_input.delta","output_index":0,"delta":"\n\""}"#,
            #"{"type":"response.output_item.done","output_index":0,"item":{"type":"custom_tool_call","id":"ctc","call_id":"c1","name":"query","input":"SELECT \"a\n\""}}"#,
            #"{"type":"response.completed","response":{"id":"r1","model":"m1","status":"completed","output":[]}}"#,
        ]
        let target = try #require(Backends.wires.first { $0.id == wire })
        let converter = Converter(from: OpenAIResponses.self, to: target)
        var stream = converter.stream()
        let bytes = stream.convert(Array(source.map { "data: \($0)\n\n" }.joined().utf8)) + stream.finish()
        #expect(stream.losses.contains { $0.path == "parts[0].input" && $0.severity == .approximated })
        let whole = try Converter(from: target, to: OpenAIResponses.self).response(bytes)
        let item = try JSON(parsing: whole.bytes)["output"]?[0]
        #expect(item?["type"] == "function_call")
        #expect(item?["arguments"]?.string.flatMap { try? JSON(parsing: $0) } == ["input": "SELECT \"a\n\""])
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
