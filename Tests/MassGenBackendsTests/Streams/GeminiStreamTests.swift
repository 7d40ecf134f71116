import MassGenBackends
import Testing

/// Streams of generateContent: every event is a response, parts are new ones, and seals belong to theirs.
@Suite struct GeminiStreamTests {
    private func event(_ parts: String, _ more: String = "") -> String {
        #"{"candidates":[{"content":{"role":"model","parts":[\#(parts)]}\#(more)}],"modelVersion":"g","responseId":"r"}"#
    }

    private func outcome(_ events: String..., pieces: Int = .max) -> Outcome {
        Outcome(events.map { "data: \($0)\n\n" }.joined(), by: GeminiChat.self, pieces: pieces)
    }

    @Test func sealsStayAtTheirParts() {
        let answer = outcome(
            event(#"{"text":"h","thought":true}"#), event(#"{"text":"m","thought":true}"#),
            event(#"{"text":"Hel"}"#), event(#"{"text":"lo"}"#), event(#"{"text":"","thoughtSignature":"a+/="}"#),
            event(
                #"{"functionCall":{"name":"f","args":{}},"thoughtSignature":"s2"},{"functionCall":{"name":"f"}}"#,
                #","finishReason":"STOP""#))
        #expect(answer.error == nil)
        #expect(mistake(in: answer.events) == nil)
        var empty = TextPart()
        (empty.signature, empty.origin) = ("a+/=", "gemini")
        var first = ToolCall(id: "call_0", name: "f")
        (first.signature, first.origin) = ("s2", "gemini")
        #expect(
            answer.response.message.parts == [
                .reasoning(ReasoningPart(text: "hm", origin: "gemini")), .text("Hello"), .text(empty),
                .toolCall(first), .toolCall(ToolCall(id: "call_1", name: "f")),
            ])
        #expect(answer.response.stopReason == .toolCalls && answer.response.vendorStopReason == "STOP")
    }

    @Test func placesCountedInBytesAreFound() {
        let grounding =
            #","finishReason":"STOP","groundingMetadata":{"groundingSupports":[{"segment":{"startIndex":8,"endIndex":13,"text":"größt"},"groundingChunkIndices":[1]}],"groundingChunks":[{"web":{"uri":"u0","title":"T0"}},{"web":{"uri":"u1","title":"T1"}}],"webSearchQueries":["q"]}"#
        let body = [event(#"{"text":"Älteste"}"#), event(#"{"text":"größte"}"#, grounding)]
        let answer = outcome(body[0], body[1])
        guard case .text(let text)? = answer.response.message.parts.first else { return #expect(Bool(false)) }
        #expect(text.text == "Ältestegrößte")
        #expect(
            text.citations.first == Citation(url: "u1", title: "T1", text: "größt", start: nil, end: nil)
                || text.citations.first?.url == "u1")
        #expect(text.citations.map(\.url) == ["u1", "u0"])
        #expect(mistake(in: answer.events) == nil)
        #expect(
            answer.response.extra["gemini"]?["candidates"]?["groundingMetadata"]?["webSearchQueries"]?[0]?.string == "q"
        )
    }

    @Test func placesAreCountedInScalars() {
        let grounding =
            #","finishReason":"STOP","groundingMetadata":{"groundingChunks":[{"web":{"uri":"u"}}],"groundingSupports":[{"segment":{"startIndex":3,"endIndex":6,"text":"bé"},"groundingChunkIndices":[0]}]}"#
        let answer = outcome(event(#"{"text":"é "}"#), event(#"{"text":"bé!"}"#, grounding))
        #expect(answer.response.message.citations == [Citation(url: "u", text: "bé", start: 2, end: 4)])
    }

    @Test func blockedPromptsAreFiltered() {
        let answer = outcome(
            #"{"promptFeedback":{"blockReason":"PROHIBITED_CONTENT"},"usageMetadata":{"promptTokenCount":4},"responseId":"r","modelVersion":"g"}"#
        )
        #expect(answer.error == nil)
        #expect(answer.response.stopReason == .contentFilter)
        #expect(answer.response.vendorStopReason == "PROHIBITED_CONTENT")
        #expect(answer.response.usage?.input == 4)
    }

    @Test func anErrorWithoutFramingIsAnError() {
        let error =
            "{\n  \"error\": {\n    \"code\": 503,\n    \"message\": \"overloaded\",\n    \"status\": \"UNAVAILABLE\"\n  }\n}\n"
        for body in [error, "[\(error)]"] {
            let answer = Outcome(body, by: GeminiChat.self)
            #expect(answer.error?.code == .overloaded, "\(body)")
        }
    }
}
