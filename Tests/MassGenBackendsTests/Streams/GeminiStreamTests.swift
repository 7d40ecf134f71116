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

    @Test func sealsGoBackByteForByteOnTheirOwnParts() throws {
        let parts = [
            #"{"text":"hm","thought":true}"#, #"{"text":"Hello","thoughtSignature":"a+/=\\u00e9"}"#,
            #"{"text":"","thoughtSignature":"b=="}"#,
            #"{"thoughtSignature":"c","functionCall":{"id":"f1","name":"f","args":{"x":1.50}}}"#,
            #"{"functionCall":{"name":"g","args":{}}}"#, #"{"text":"t","thought":true,"thoughtSignature":"d"}"#,
        ]
        let whole = Outcome(event(parts.joined(separator: ","), #","finishReason":"STOP""#), by: GeminiChat.self)
        let streamed = outcome(
            event(parts[0]), event(parts[1]), event(parts[2...].joined(separator: ","), #","finishReason":"STOP""#))
        for answer in [whole, streamed] {
            #expect(answer.error == nil)
            let stored = try JSON(encoding: answer.response).decode(ChatResponse.self)
            var out = Renderer(wire: GeminiChat.id, capabilities: ["signedCalls"])
            GeminiChat.renderRequest(ChatRequest(model: "m", messages: [.user("q"), stored.message]), into: &out)
            #expect(out.losses == [])
            let sent = String(decoding: out.json.bytes, as: UTF8.self)
            #expect(sent.contains(#""role":"model","parts":[\#(parts.joined(separator: ","))]"#), "\(sent)")
        }
    }

    @Test func argumentsStreamAsTheirValues() {
        let answer = outcome(
            event(#"{"text":"Wait."}"#),
            event(#"{"functionCall":{"name":"f","willContinue":true},"thoughtSignature":"s"}"#),
            event(
                #"{"functionCall":{"partialArgs":[{"jsonPath":"$.city","stringValue":"New ","willContinue":true}],"willContinue":true}}"#
            ),
            event(
                #"{"functionCall":{"partialArgs":[{"jsonPath":"$.city","stringValue":"\"York\"","willContinue":true}],"willContinue":true}}"#
            ),
            event(#"{"functionCall":{"partialArgs":[{"jsonPath":"$.city"}],"willContinue":true}}"#),
            event(
                #"{"functionCall":{"partialArgs":[{"jsonPath":"$.days[0].n","numberValue":1.50},{"jsonPath":"$.days[0]['a b']","boolValue":true},{"jsonPath":"$.days[1].n","nullValue":"NULL_VALUE"},{"jsonPath":"$.unit","stringValue":"C"}],"willContinue":true}}"#
            ),
            event(#"{"functionCall":{}}"#),
            event(#"{"functionCall":{"name":"f","willContinue":true}}"#), event(#"{"functionCall":{}}"#),
            event(#"{"functionCall":{"name":"f","args":{"x":1}}}"#, #","finishReason":"STOP""#))
        #expect(answer.error == nil)
        #expect(mistake(in: answer.events) == nil)
        #expect(
            answer.response.toolCalls.map(\.argumentsText) == [
                #"{"city":"New \"York\"","days":[{"n":1.50,"a b":true},{"n":null}],"unit":"C"}"#, "", #"{"x":1}"#,
            ])
        #expect(answer.response.toolCalls.map(\.id) == ["call_0", "call_1", "call_2"])
        #expect(answer.response.toolCalls.map(\.signature) == ["s", nil, nil])
        let pieces = answer.events.compactMap { if case .argumentsDelta(1, let text) = $0 { text } else { nil } }
        #expect(pieces.prefix(3) == [#"{"city":"New "#, #"\"York\""#, "\""])
    }

    @Test func membersThatDifferFromDeltaToDeltaSplitNothing() {
        let answer = outcome(
            event(#"{"text":"a","x":1}"#), event(#"{"text":"b","x":2,"y":true}"#),
            event(#"{"text":"c"}"#, #","finishReason":"STOP""#))
        var text = TextPart(text: "abc")
        text.extra = ["gemini": ["x": 2, "y": true]]
        #expect(answer.response.message.parts == [.text(text)])
        #expect(mistake(in: answer.events) == nil)
    }

    @Test func errorsSayHowLongToWait() throws {
        let body =
            #"{"error":{"code":429,"message":"slow down","status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[]},{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.07s"}]}}"#
        let mapper = ErrorMapper<GeminiChat>(provider: Gemini.provider)
        #expect(mapper.error(status: 429, body: Array(body.utf8)).retryAfter == .milliseconds(34_070))
        #expect(
            mapper.error(status: 429, headers: ["retry-after": "2"], body: Array(body.utf8)).retryAfter == .seconds(2))
        #expect(outcome(event(#"{"text":"a"}"#), body).error?.retryAfter == .milliseconds(34_070))
        let written = try JSON(
            parsing: Converter(from: OpenAIChat.self, to: GeminiChat.self).failure(
                mapper.error(status: 429, body: Array(body.utf8))))
        #expect(written["error"]?["details"]?[0]?["retryDelay"]?.string == "34.07s")
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
