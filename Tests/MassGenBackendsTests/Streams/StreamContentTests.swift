import MassGenBackends
import Testing

/// Text, thoughts, counts and sources, in the ways servers send them.
@Suite struct StreamContentTests {
    @Test func thoughtsUnderTwoNamesCountOnce() {
        let outcome = Outcome(
            sse(delta("\"reasoning\":\"hm\",\"reasoning_content\":\"hm\""), delta("\"content\":\"Yes\"", stop: "stop")))
        #expect(outcome.blocks == [.reasoning, .text])
        #expect(outcome.response.reasoning == "hm")
        #expect(outcome.response.message.parts.first == .reasoning(ReasoningPart(text: "hm", origin: "openai-chat")))
    }

    @Test func emptyAndNullPiecesSayNothing() {
        let outcome = Outcome(
            sse(
                delta("\"role\":\"assistant\",\"content\":null,\"refusal\":null,\"tool_calls\":null"),
                delta("\"content\":\"\",\"reasoning\":\"\""),
                delta("\"content\":\"a\""), delta("\"content\":\"\"", stop: "stop")))
        #expect(outcome.events.count == 5)
        #expect(mistake(in: outcome.events) == nil)
    }

    @Test func contentMayComeAsParts() {
        let outcome = Outcome(
            sse(
                delta(#""content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]"#),
                delta("\"content\":\"c\"", stop: "stop")))
        #expect(outcome.response.text == "abc")
        #expect(mistake(in: outcome.events) == nil)
    }

    @Test func choicesMayBeEmptyOrMissing() {
        let azure =
            "{\"id\":\"\",\"model\":\"\",\"object\":\"\",\"created\":0,\"choices\":[],\"prompt_filter_results\":[{\"x\":1}]}"
        let outcome = Outcome(
            sse(azure, delta("\"content\":\"a\"", stop: "stop"), "{\"id\":\"r1\"}", "{\"choices\":null}"),
            by: AzureWire.self)
        #expect(outcome.events.first == .started(ResponseHead(id: "r1", model: "m1")))
        #expect(outcome.response.text == "a")
        #expect(outcome.error == nil)
    }

    @Test func secondChoiceIsIgnored() {
        let second =
            "{\"id\":\"r1\",\"choices\":[{\"index\":1,\"delta\":{\"content\":\"other\"},\"finish_reason\":\"length\"}]}"
        let both =
            "{\"id\":\"r1\",\"choices\":[{\"delta\":{\"content\":\"no\"},\"index\":1},{\"index\":0,\"delta\":{\"content\":\"b\"}}]}"
        let outcome = Outcome(sse(delta("\"content\":\"a\""), second, both, delta("", stop: "stop")))
        #expect(outcome.response.text == "ab")
        #expect(outcome.response.stopReason == .stop)
    }

    @Test func refusalIsABlockOfItsOwn() {
        let outcome = Outcome(
            sse(delta("\"refusal\":\"I can\""), delta("\"refusal\":\"not.\""), delta("", stop: "stop")))
        #expect(outcome.blocks == [.refusal])
        #expect(outcome.response.message.refusal == "I cannot.")
    }

    @Test func laterUsageReplacesEarlier() {
        func usage(_ output: Int) -> String {
            "{\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":\(output)}}"
        }
        for chunks in [
            [usage(1), usage(2), usage(3)], [usage(3), usage(3)], [usage(3), "{\"choices\":[],\"usage\":null}"],
            [usage(3), "{\"usage\":{}}"],
        ] {
            let body =
                ([delta("\"content\":\"a\"", stop: "stop")] + chunks).map { "data: \($0)\n\n" }.joined()
                + "data: [DONE]\n\n"
            let outcome = Outcome(body)
            #expect(outcome.response.usage == Usage(input: 7, output: 3))
            #expect(outcome.events.filter { if case .usage = $0 { true } else { false } }.count == 1)
        }
    }

    @Test func usageThatNeverComesIsAbsent() {
        #expect(Outcome(sse(delta("\"content\":\"a\"", stop: "stop"))).response.usage == nil)
    }

    @Test func groqHasUsageInItsOwnMember() {
        let last =
            "{\"id\":\"r1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}],\"x_groq\":{\"id\":\"q\",\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4}}}"
        #expect(
            Outcome(sse(delta("\"content\":\"a\""), last), by: GroqWire.self).response.usage
                == Usage(input: 3, output: 4))
        let both = "{\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4},\"x_groq\":{\"usage\":null}}"
        #expect(
            Outcome(sse(delta("\"content\":\"a\"", stop: "stop"), both), by: GroqWire.self).response.usage
                == Usage(input: 3, output: 4))
    }

    @Test func countsOutsideAreTakenIn() {
        let usage =
            "{\"choices\":[],\"usage\":{\"prompt_tokens\":291,\"completion_tokens\":26,\"total_tokens\":513,\"completion_tokens_details\":{\"reasoning_tokens\":196}}}"
        let body = sse(delta("\"content\":\"a\"", stop: "stop"), usage)
        for outcome in [Outcome(body, by: GrokWire.self), Outcome(body)] {
            #expect(outcome.response.usage?.output == 222)
            #expect(outcome.response.usage?.reasoning == 196)
        }
        let cached =
            "{\"usage\":{\"prompt_tokens\":9,\"prompt_cache_hit_tokens\":4,\"prompt_tokens_details\":{\"cached_tokens\":null}}}"
        #expect(
            Outcome(sse(delta("\"content\":\"a\"", stop: "stop"), cached), by: DeepSeekWire.self).response.usage?
                .cacheRead == 4)
    }

    @Test func sourcesBelongToTheTextTheyFollow() {
        let annotation =
            "\"annotations\":[{\"type\":\"url_citation\",\"url_citation\":{\"url\":\"https://a.example\",\"title\":\"A\",\"start_index\":1,\"end_index\":2}}]"
        let outcome = Outcome(sse(delta("\"content\":\"see\""), delta(annotation), delta(annotation, stop: "stop")))
        let source = Citation(url: "https://a.example", title: "A", start: 1, end: 2)
        #expect(outcome.response.message.parts == [.text(TextPart(text: "see", citations: [source]))])
    }

    @Test func sourcesRepeatedWithEveryEventCountOnce() {
        let chunk =
            "{\"id\":\"r1\",\"model\":\"m1\",\"citations\":[\"https://a.example\",\"https://b.example\"],\"choices\":[{\"index\":0,\"delta\":{\"content\":\"x\"}}]}"
        let outcome = Outcome(sse(chunk, chunk, chunk))
        #expect(outcome.response.message.citations.map(\.url) == ["https://a.example", "https://b.example"])
        #expect(outcome.response.text == "xxx")
        #expect(mistake(in: outcome.events) == nil)
    }

    @Test func sourcesWithoutTextStandForThemselves() {
        let outcome = Outcome(sse("{\"id\":\"r\",\"choices\":[],\"citations\":[\"https://a.example\"]}"))
        #expect(outcome.response.message.parts == [.citation(Citation(url: "https://a.example"))])
    }

    @Test func mistralSendsContentAsParts() {
        let thinking = "\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"hm\"}]}]"
        let outcome = Outcome(
            sse(
                delta(thinking), delta("\"content\":[{\"type\":\"text\",\"text\":\"Yes\"}]"),
                delta("\"content\":\".\"", stop: "stop")), by: MistralWire.self)
        #expect(outcome.blocks == [.reasoning, .text])
        #expect(outcome.response.text == "Yes.")
        #expect(outcome.response.reasoning == "hm")
    }

    @Test func unknownPartsAreKeptByteForByte() {
        let part = "{ \"type\": \"reference\", \"reference_ids\": [1, 2] }"
        let outcome = Outcome(sse(delta("\"content\":[\(part)]", stop: "stop")), by: MistralWire.self)
        #expect(outcome.response.message.parts == [.opaque(OpaquePart(origin: "openai-chat", json: part))])
    }
}

/// The same answer, however it is cut, framed or sent.
@Suite struct StreamFramingTests {
    private let body =
        ": ping\n\n"
        + sse(
            delta("\"reasoning\":\"hm — ü\""), delta("\"content\":\"Hé\\ud83d\\ude00llo\""),
            call("\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"k\\\":\\\"漢\\\"}\"}"),
            delta("\"content\":\" again 👩‍👩‍👧\"", stop: "tool_calls"),
            "{\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}")

    @Test func everySplitGivesTheSameEvents() {
        let whole = Outcome(body)
        #expect(whole.error == nil)
        #expect(whole.finishes.count == 1)
        for size in [1, 2, 3, 5, 7, 64] { #expect(Outcome(body, pieces: size) == whole, "pieces of \(size)") }
        let bytes = Array(body.utf8)
        for place in 1..<bytes.count {
            var decoder = StreamDecoder<OpenAIChat>()
            var events: [ChatEvent] = []
            do {
                try decoder.decode(Array(bytes[..<place]), into: &events)
                try decoder.decode(Array(bytes[place...]), into: &events)
                try decoder.finish(into: &events)
            } catch {
                Issue.record("split at \(place): \(error)")
            }
            #expect(events == whole.events, "split at \(place)")
        }
    }

    @Test(arguments: ["\r\n", "\r"])
    func lineEndsOfEveryKind(_ end: String) {
        let other = body.replacing("\n", with: end)
        #expect(Outcome(other).events == Outcome(body).events)
        #expect(Outcome(other, pieces: 1).events == Outcome(body).events)
    }

    @Test func byteOrderMarkAndStrayLines() {
        #expect(Outcome("\u{FEFF}" + body).events == Outcome(body).events)
        #expect(Outcome("\u{FEFF}" + body, pieces: 1).events == Outcome(body).events)
        #expect(Outcome("\u{0}\n\nid: 7\nretry: 100\nunknown: x\n\n" + body).events == Outcome(body).events)
        let document = "{\"id\":\"r\",\"choices\":[{\"message\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}]}"
        for prefix in ["\u{FEFF}", " \r\n\t", "\u{FEFF} "] {
            #expect(Outcome(prefix + document, pieces: 1).response.text == "a")
        }
    }

    @Test func dataOverSeveralLinesIsJoined() {
        let lines =
            "data: {\"id\":\"r\",\"choices\":\ndata: [{\"delta\":{\"content\":\"a\"},\ndata:\"finish_reason\":\"stop\"}]}\n\n"
        #expect(Outcome(lines).response.text == "a")
    }

    @Test func invalidUTF8IsReplacedOrRefused() {
        var bytes = Array("data: {\"id\":\"r\",\"choices\":[{\"delta\":{\"content\":\"a".utf8) + [0xFF, 0xC3, 0x28]
        bytes += Array("b\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n".utf8)
        let outcome = Outcome(bytes)
        #expect(outcome.error?.code == .invalidResponse || outcome.response.text.contains("\u{FFFD}"))
    }

    @Test func loneSurrogatesTrapNowhere() {
        let outcome = Outcome(sse(delta("\"content\":\"a\\ud83d\""), delta("\"content\":\"\\ude00b\"", stop: "stop")))
        #expect(outcome.error != nil || outcome.response.text.hasPrefix("a"))
    }

    @Test func anEventOfTenMegabytes() {
        let text = String(repeating: "0123456789", count: 1_000_000)
        let outcome = Outcome(sse(delta("\"content\":\"\(text)\"", stop: "stop")), pieces: 65_536)
        #expect(outcome.response.text.utf8.count == 10_000_000)
        #expect(outcome.error == nil)
    }

    @Test func aWholeDocumentGivesTheSameAnswer() {
        let document =
            "{\"id\":\"r1\",\"object\":\"chat.completion\",\"model\":\"m1\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"reasoning\":\"hm\","
            + "\"content\":\"Hello\",\"tool_calls\":[{\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}],"
            + "\"annotations\":[{\"type\":\"url_citation\",\"url_citation\":{\"url\":\"https://a.example\"}}]},\"finish_reason\":\"tool_calls\"}],"
            + "\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}"
        let stream = sse(
            delta("\"reasoning\":\"hm\""), delta("\"content\":\"Hel\""), delta("\"content\":\"lo\""),
            delta("\"annotations\":[{\"type\":\"url_citation\",\"url_citation\":{\"url\":\"https://a.example\"}}]"),
            call("\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}"),
            delta("", stop: "tool_calls"),
            "{\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}")
        #expect(Outcome(document).error == nil)
        #expect(Outcome(document).response == Outcome(stream).response)
        #expect(mistake(in: Outcome(document, pieces: 1).events) == nil)
    }
}
