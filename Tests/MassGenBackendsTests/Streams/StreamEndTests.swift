import MassGenBackends
import Testing

/// However a stream ends, it ends once.
@Suite struct StreamEndTests {
    @Test func aStreamWithTextOpensGrowsAndClosesItsBlock() {
        let outcome = Outcome(
            sse(
                delta("\"role\":\"assistant\",\"content\":\"\""), delta("\"content\":\"Hel\""),
                delta("\"content\":\"lo\""), delta("", stop: "stop")))
        #expect(
            outcome.events == [
                .started(ResponseHead(id: "r1", model: "m1")), .blockStarted(index: 0, .text),
                .textDelta(index: 0, "Hel"),
                .textDelta(index: 0, "lo"), .blockEnded(index: 0),
                .finished(Finish(reason: .stop, vendorReason: "stop")),
            ])
        #expect(outcome.error == nil)
    }

    @Test func endMarkMayBeMissingAfterAStopReason() {
        let outcome = Outcome(sse(delta("\"content\":\"Hi\""), delta("", stop: "length"), end: false))
        #expect(outcome.finishes == [Finish(reason: .length, vendorReason: "length")])
        #expect(outcome.error == nil)
    }

    @Test func streamWithoutEndMarkAndStopReasonIsInterrupted() {
        let outcome = Outcome(sse(delta("\"content\":\"Hi\""), end: false))
        #expect(outcome.finishes.isEmpty)
        #expect(outcome.error?.family == .stream)
        #expect(outcome.error?.code == .interrupted)
        #expect(outcome.error?.isRetryable == true)
        #expect(outcome.error?.partial?.text == "Hi")
    }

    @Test func stopReasonMayBeMissingBeforeTheEndMark() {
        let outcome = Outcome(sse(delta("\"content\":\"Hi\"")))
        #expect(outcome.finishes == [Finish(reason: .stop)])
    }

    @Test(arguments: ["", "data: [DONE]\n\n", ": ping\n\n: ping\n\n", "\n\n", "\u{FEFF}", "data: [DONE]", "{}", "[]"])
    func nothingIsAnEmptyAnswer(_ body: String) {
        let outcome = Outcome(body)
        #expect(outcome.error?.code == .emptyResponse)
        #expect(outcome.error?.isRetryable == true)
        #expect(outcome.error?.partial == nil)
        #expect(outcome.events.isEmpty)
    }

    @Test func wordsInsteadOfAStreamAreQuoted() {
        let outcome = Outcome("upstream connect error or disconnect/reset before headers")
        #expect(outcome.error?.code == .emptyResponse)
        #expect(outcome.error?.message.contains("upstream connect error") == true)
    }

    @Test func webPageWithStatus200IsNoAnswer() {
        let outcome = Outcome("<!DOCTYPE html><html><body>Sign in to the network</body></html>")
        #expect(outcome.error?.code == .invalidResponse)
        #expect(outcome.error?.message.contains("web page") == true)
        #expect((outcome.error?.message.count ?? 999) < 300)
    }

    @Test func eventsAfterTheEndAreIgnored() {
        let outcome = Outcome(
            sse(delta("\"content\":\"Hi\"", stop: "stop")) + sse(delta("\"content\":\"more\"", stop: "length")))
        #expect(outcome.finishes == [Finish(reason: .stop, vendorReason: "stop")])
        #expect(outcome.response.text == "Hi")
    }

    @Test func aLastEventWithoutItsEmptyLineCounts() {
        #expect(Outcome(String(sse(delta("\"content\":\"Hi\"")).dropLast(2))).response.text == "Hi")
        let outcome = Outcome(String(sse(delta("\"content\":\"Hi\"", stop: "stop"), end: false).dropLast(2)))
        #expect(outcome.response.text == "Hi")
        #expect(outcome.finishes.count == 1)
    }

    @Test func aCutEventIsDiscarded() {
        let outcome = Outcome(
            String(sse(delta("\"content\":\"Hi\""), delta("\"content\":\"lost\""), end: false).dropLast(12)))
        #expect(outcome.error?.code == .interrupted)
        #expect(outcome.response.text == "Hi")
    }

    @Test(
        arguments: [("", nil), ("eos", .other), ("brand_new", .other), ("content_filter", .contentFilter)]
            as [(String, StopReason?)])
    func stopWordsAreMapped(_ word: String, _ reason: StopReason?) {
        let outcome = Outcome(sse(delta("\"content\":\"Hi\"", stop: word)))
        #expect(outcome.finishes == [Finish(reason: reason ?? .stop, vendorReason: reason == nil ? nil : word)])
    }

    @Test func providersHaveStopWordsOfTheirOwn() {
        #expect(
            Outcome(sse(delta("\"content\":\"x\"", stop: "eos")), by: TogetherWire.self).response.stopReason == .stop)
        #expect(
            Outcome(sse(delta("\"content\":\"x\"", stop: "model_length")), by: MistralWire.self).response.stopReason
                == .length)
        #expect(
            Outcome(sse(delta("\"content\":\"x\"", stop: "insufficient_system_resource")), by: DeepSeekWire.self)
                .response.stopReason
                == .error)
    }

    @Test func stopWithCallsMeansToolCalls() {
        let piece = "\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}"
        let outcome = Outcome(sse(call(piece), delta("", stop: "stop")))
        #expect(outcome.finishes == [Finish(reason: .toolCalls, vendorReason: "stop")])
    }
}

/// What goes wrong inside a stream.
@Suite struct StreamFaultTests {
    @Test func errorBeforeTextIsThrown() {
        let outcome = Outcome(
            sse("{\"error\":{\"message\":\"Overloaded\",\"type\":\"overloaded_error\",\"code\":529}}"))
        #expect(outcome.error?.family == .stream)
        #expect(outcome.error?.message == "Overloaded")
        #expect(outcome.error?.code == .overloaded || outcome.error?.code == .server)
        #expect(outcome.error?.isRetryable == true)
        #expect(outcome.error?.partial == nil)
        #expect(outcome.finishes.isEmpty)
    }

    @Test func errorAfterTextCarriesThePartialAnswer() {
        let usage = "{\"choices\":[],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":2}}"
        let outcome = Outcome(
            sse(
                delta("\"content\":\"Once upon\""), usage,
                "{\"error\":{\"message\":\"Rate limit\",\"code\":\"rate_limit_exceeded\"}}"))
        #expect(outcome.error?.code == .rateLimited)
        #expect(outcome.error?.vendorCode == "rate_limit_exceeded")
        #expect(outcome.error?.partial?.text == "Once upon")
        #expect(outcome.error?.partial?.usage == Usage(input: 5, output: 2))
        #expect(outcome.finishes.isEmpty)
    }

    @Test func errorAsATextOnly() {
        #expect(Outcome(sse("{\"error\":\"model crashed\"}")).error?.message == "model crashed")
    }

    @Test(arguments: [
        "{\"code\":\"The service is currently unavailable\",\"error\":\"Try later\"}",
        "data: {\"code\":\"The service is currently unavailable\",\"error\":\"Try later\"}\n\n",
    ])
    func grokSendsErrorsWithStatus200(_ body: String) {
        let outcome = Outcome(body, by: GrokWire.self)
        #expect(outcome.error?.message == "Try later")
        #expect(outcome.error?.vendorCode == "The service is currently unavailable")
        #expect(outcome.error?.code == .overloaded)
        #expect(outcome.error?.isRetryable == true)
    }

    @Test func groqReportsErrorsInItsOwnMember() {
        let outcome = Outcome(
            sse(
                delta("\"content\":\"a\""), "{\"id\":\"r1\",\"choices\":[],\"x_groq\":{\"error\":\"tool_use_failed\"}}"),
            by: GroqWire.self)
        #expect(outcome.error?.message == "tool_use_failed")
        #expect(outcome.error?.partial?.text == "a")
    }

    @Test func errorEventsAreErrorsWhateverTheyHold() {
        let json = Outcome(
            "event: error\ndata: {\"error\":{\"message\":\"Model unloaded\"}}\n\n", by: LMStudio.Format.self)
        #expect(json.error?.message == "Model unloaded")
        let flat = Outcome("event: error\ndata: {\"message\":\"Model unloaded\"}\n\n")
        #expect(flat.error?.message == "Model unloaded")
        let words = Outcome("event: error\ndata: Model unloaded\n\n")
        #expect(words.error?.message == "Model unloaded")
        #expect(words.error?.family == .stream)
    }

    @Test func documentWithAnErrorAndStatus200() {
        let outcome = Outcome(
            "{\"error\":{\"message\":\"No such model\",\"type\":\"invalid_request_error\",\"code\":\"model_not_found\"}}"
        )
        #expect(outcome.error?.code == .notFound)
        #expect(outcome.error?.isRetryable == false)
        #expect(outcome.error?.vendorCode == "model_not_found")
    }

    @Test func tooLongAPromptIsRecognisedByItsWords() {
        let outcome = Outcome(
            sse("{\"error\":{\"message\":\"This model's maximum context length is 4096 tokens\",\"code\":400}}"))
        #expect(outcome.error?.code == .contextLength)
    }

    @Test(arguments: [
        "{broken", "{\"choices\":[}", "nonsense", "123", "\"text\"", "{\"a\":1} trailing", "{\"choices\":[\u{0}]}",
    ])
    func malformedEventIsAnErrorThatKeepsWhatCame(_ data: String) {
        let outcome = Outcome(sse(delta("\"content\":\"Hi\""), data, delta("\"content\":\"!\"", stop: "stop")))
        #expect(outcome.error?.code == .invalidResponse)
        #expect(outcome.error?.partial?.text == "Hi")
        #expect(outcome.finishes.isEmpty)
    }

    @Test func truncatedDocumentIsNoAnswer() {
        let document =
            "{\"id\":\"r1\",\"model\":\"m1\",\"choices\":[{\"message\":{\"content\":\"Hello\"},\"finish_reason\":\"stop\"}]}"
        #expect(Outcome(document).response.text == "Hello")
        for length in [1, 10, 40, document.utf8.count - 1] {
            let outcome = Outcome(document.utf8.prefix(length))
            #expect(outcome.error?.code == .invalidResponse, "after \(length) bytes")
            #expect(outcome.finishes.isEmpty)
        }
        #expect(Outcome(document + "{}").error?.code == .invalidResponse)
    }

    @Test func depthAndSizeAreBounded() {
        let deep = "{\"choices\":" + String(repeating: "[", count: 200_000)
        #expect(Outcome(sse(deep)).error?.code == .invalidResponse)
        #expect(Outcome(deep).error?.code == .invalidResponse)
        var decoder = StreamDecoder<OpenAIChat>(limit: 1000)
        var events: [ChatEvent] = []
        #expect(throws: BackendError.self) {
            for _ in 0..<100 { try decoder.decode(Array(repeating: 0x61, count: 100), into: &events) }
        }
    }

    @Test func numbersOutOfRangeTrapNowhere() {
        for number in ["1e400", "-0", "99999999999999999999", "-5", "1.5", "1E2", "-1e-400"] {
            let usage =
                "{\"id\":\"r\",\"choices\":[],\"usage\":{\"prompt_tokens\":\(number),\"completion_tokens\":\(number),\"total_tokens\":\(number),"
                + "\"completion_tokens_details\":{\"reasoning_tokens\":\(number)}}}"
            let outcome = Outcome(sse(delta("\"content\":\"a\"", stop: "stop"), usage), by: GrokWire.self)
            #expect(outcome.error == nil)
            #expect((outcome.response.usage?.input ?? 0) >= 0)
        }
    }
}
