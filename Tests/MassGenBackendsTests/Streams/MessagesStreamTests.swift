import MassGenBackends
import Testing

/// Streams of the Messages API: numbered blocks, counts that are revised, and what servers do besides.
@Suite struct MessagesStreamTests {
    private let start =
        #"{"type":"message_start","message":{"id":"m1","type":"message","role":"assistant","model":"c","content":[],"usage":{"input_tokens":9,"output_tokens":1}}}"#
    private let stop =
        #"{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":5}}"#

    private func outcome(_ events: String..., pieces: Int = .max) -> Outcome {
        Outcome(
            sse(([start] + events + [stop]).joined(separator: "\n\ndata: "), end: false), by: AnthropicMessages.self,
            pieces: pieces)
    }

    private func block(_ index: Int, _ opening: String, _ deltas: String...) -> String {
        ([#"{"type":"content_block_start","index":\#(index),"content_block":\#(opening)}"#]
            + deltas.map { #"{"type":"content_block_delta","index":\#(index),"delta":\#($0)}"# }
            + [#"{"type":"content_block_stop","index":\#(index)}"#]).joined(separator: "\n\ndata: ")
    }

    @Test func thoughtsKeepSealOrderAndRedaction() throws {
        let thought = block(
            0, #"{"type":"thinking","thinking":"","signature":""}"#, #"{"type":"thinking_delta","thinking":"hm"}"#,
            #"{"type":"signature_delta","signature":"EqQ+/="}"#)
        let hidden = block(1, #"{"type":"redacted_thinking","data":"b64=="}"#)
        let call = block(
            2, #"{"type":"tool_use","id":"t1","name":"f","input":{},"caller":{"type":"direct"}}"#,
            #"{"type":"input_json_delta","partial_json":""}"#,
            #"{"type":"input_json_delta","partial_json":"{\"a\":1}"}"#)
        let answer = outcome(thought, hidden, call)
        #expect(answer.error == nil)
        #expect(mistake(in: answer.events) == nil)
        var wanted = ToolCall(id: "t1", name: "f", argumentsText: "{\"a\":1}")
        wanted.extra = ["anthropic-messages": ["caller": ["type": "direct"]]]
        #expect(
            answer.response.message.parts == [
                .reasoning(ReasoningPart(text: "hm", signature: "EqQ+/=", origin: "anthropic-messages")),
                .reasoning(ReasoningPart(encrypted: "b64==", origin: "anthropic-messages")), .toolCall(wanted),
            ])
        #expect(answer.response.stopReason == .toolCalls)
        for pieces in [1, 7] { #expect(outcome(thought, hidden, call, pieces: pieces) == answer) }
    }

    @Test func anEmptySealWithoutABlockIsNothing() {
        let answer = outcome(
            #"{"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":""}}"#,
            block(1, #"{"type":"text","text":""}"#, #"{"type":"text_delta","text":"a"}"#))
        #expect(answer.response.message.parts == [.text("a")])
        #expect(mistake(in: answer.events) == nil)
    }

    @Test func aWholeAnswerIsTheSameAsAStream() {
        let body =
            #"{"id":"m1","type":"message","role":"assistant","model":"c","content":[{"type":"thinking","thinking":"hm","signature":"s"},{"type":"redacted_thinking","data":"d"},{"type":"text","text":"a"},{"type":"text","text":"b","citations":null},{"type":"tool_use","id":"t","name":"f","input":{"a":1}}],"stop_reason":"tool_use","stop_sequence":null,"container":{"id":"box"},"usage":{"input_tokens":9,"output_tokens":5}}"#
        let whole = Outcome(body, by: AnthropicMessages.self)
        let stream = Outcome(
            sse(
                start, block(0, #"{"type":"thinking","thinking":"hm","signature":"s"}"#),
                block(1, #"{"type":"redacted_thinking","data":"d"}"#), block(2, #"{"type":"text","text":"a"}"#),
                block(3, #"{"type":"text","text":""}"#, #"{"type":"text_delta","text":"b"}"#),
                block(
                    4, #"{"type":"tool_use","id":"t","name":"f","input":{}}"#,
                    #"{"type":"input_json_delta","partial_json":"{\"a\":1}"}"#),
                #"{"type":"message_delta","delta":{"stop_reason":"tool_use","stop_sequence":null,"container":{"id":"box"}},"usage":{"output_tokens":5}}"#,
                end: false), by: AnthropicMessages.self)
        #expect(whole.error == nil)
        #expect(whole.response == stream.response)
        #expect(whole.response.message.parts.count == 5)
        #expect(whole.response.extra["anthropic-messages"]?["container"]?["id"]?.string == "box")
    }

    @Test func toolsOfTheProviderAreParts() {
        let search = block(
            0, #"{"type":"server_tool_use","id":"s1","name":"web_search","input":{}}"#,
            #"{"type":"input_json_delta","partial_json":"{\"query\":\"x\"}"}"#)
        let found = block(
            1,
            #"{"type":"web_search_tool_result","tool_use_id":"s1","content":[{"type":"web_search_result","url":"u"}]}"#)
        let remote = block(2, #"{"type":"mcp_tool_use","id":"s2","name":"ask","input":{"q":1},"server_name":"docs"}"#)
        let parts = outcome(search, found, remote).response.message.parts
        guard parts.count == 3, case .serverToolCall(let call) = parts[0],
            case .serverToolResult(let result) = parts[1],
            case .serverToolCall(let other) = parts[2]
        else {
            Issue.record("\(parts)")
            return
        }
        #expect(call.name == "web_search" && call.arguments == ["query": "x"] && call.origin == "anthropic-messages")
        #expect(result.name == "web_search" && result.callID == "s1" && result.content.array?.count == 1)
        #expect(other.server == "docs" && other.arguments == ["q": 1])
    }

    @Test func blocksAndDeltasThatAreNewAreKept() throws {
        let compaction = block(
            0, #"{"type":"compaction","content":null}"#, #"{"type":"compaction_delta","content":"so "}"#,
            #"{"type":"compaction_delta","content":"far","encrypted_content":"e"}"#)
        let answer = outcome(
            compaction, #"{"type":"weather_report","x":1}"#,
            block(1, #"{"type":"text","text":"a"}"#, #"{"type":"glitter_delta","g":1}"#))
        #expect(answer.error == nil)
        guard case .opaque(let opaque)? = answer.response.message.parts.first else { return #expect(Bool(false)) }
        #expect(
            try JSON(parsing: opaque.json) == ["type": "compaction", "content": "so far", "encrypted_content": "e"])
        #expect(answer.response.text == "a")
    }

    @Test func aSecondStartIsNoSecondAnswer() {
        let other =
            #"{"type":"message_start","message":{"id":"m2","type":"message","role":"assistant","model":"d","content":[],"usage":{"input_tokens":11,"output_tokens":1}}}"#
        let answer = outcome(block(0, #"{"type":"text","text":"a"}"#), other, block(1, #"{"type":"text","text":"b"}"#))
        #expect(answer.response.id == "m1")
        #expect(answer.response.text == "ab")
        #expect(answer.response.usage == Usage(input: 11, output: 5))
        #expect(mistake(in: answer.events) == nil)
    }

    @Test func countsAreOverlaidAndCachesTakenIn() {
        let first =
            #"{"type":"message_start","message":{"id":"m","model":"c","content":[],"usage":{"input_tokens":10,"cache_read_input_tokens":100,"cache_creation_input_tokens":20,"output_tokens":1}}}"#
        let last =
            #"{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"input_tokens":12,"output_tokens":7}}"#
        let usage = Outcome(sse(first, #"{"type":"ping"}"#, last, end: false), by: AnthropicMessages.self).response
            .usage
        #expect(usage?.input == 132 && usage?.cacheRead == 100 && usage?.cacheWrite == 20 && usage?.output == 7)
    }

    @Test func anErrorInAStreamEndsIt() {
        let error = #"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"#
        let answer = Outcome(
            sse(start, block(0, #"{"type":"text","text":"a"}"#), error, end: false), by: AnthropicMessages.self)
        #expect(answer.error?.code == .overloaded)
        #expect(answer.error?.isRetryable == true)
        #expect(answer.error?.partial?.text == "a")
    }

    @Test func refusalsAndPausesAreTold() {
        for (word, reason) in [("refusal", StopReason.refusal), ("pause_turn", .pause), ("brand_new", .other)] {
            let end = #"{"type":"message_delta","delta":{"stop_reason":"\#(word)"},"usage":{"output_tokens":0}}"#
            let answer = Outcome(sse(start, end, end: false), by: AnthropicMessages.self)
            #expect(answer.error == nil)
            #expect(answer.response.message.parts.isEmpty)
            #expect(answer.response.stopReason == reason)
            #expect(answer.response.vendorStopReason == word)
        }
    }

    @Test func sourcesOfEveryKindComeBackAsTheyWere() throws {
        let place =
            #"{"type":"char_location","cited_text":"x","document_index":0,"document_title":"D","start_char_index":1,"end_char_index":2,"file_id":null}"#
        let answer = outcome(
            block(
                0, #"{"type":"text","text":"","citations":[]}"#, #"{"type":"citations_delta","citation":\#(place)}"#,
                #"{"type":"text_delta","text":"a"}"#))
        guard case .text(let text)? = answer.response.message.parts.first else { return #expect(Bool(false)) }
        #expect(text.citations.first?.kind == "char_location")
        var out = Renderer(wire: AnthropicMessages.id)
        AnthropicMessages.renderPart(.text(text), into: &out)
        #expect(try JSON(parsing: out.json.bytes)["citations"] == .array([JSON(parsing: place)]))
        #expect(out.losses.isEmpty)
    }
}
