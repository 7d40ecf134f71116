import MassGenBackends
import Testing

/// Streams of items: numbered, grown by deltas, and told again as a whole.
@Suite struct ItemStreamTests {
    private let start = event("created", #""response":{"id":"resp_1","model":"m1","status":"in_progress","output":[]}"#)

    private func completed(_ output: String = "[]", _ rest: String = "") -> String {
        event("completed", #""response":{"id":"resp_1","model":"m1","status":"completed","output":\#(output)\#(rest)}"#)
    }

    private func outcome(_ events: String..., pieces: Int = .max) -> Outcome {
        Outcome(events.joined(), by: OpenAIResponses.self, pieces: pieces)
    }

    private func item(_ number: Int, _ json: String) -> String {
        event("output_item.done", #""output_index":\#(number),"item":\#(json)"#)
    }

    private let message =
        #"{"type":"message","id":"msg_1","status":"completed","role":"assistant","phase":"final_answer","content":[{"type":"output_text","text":"Hello","annotations":[{"type":"url_citation","url":"https://a.example","title":"A","start_index":0,"end_index":5}]}]}"#

    @Test(arguments: [Int.max, 1, 7])
    func nothingIsSaidTwice(_ pieces: Int) throws {
        let outcome = outcome(
            start, event("output_item.added", #""output_index":0,"item":{"type":"message","id":"other","content":[]}"#),
            event("content_part.added", #""output_index":0,"content_index":0,"part":{"type":"output_text","text":""}"#),
            event("output_text.delta", #""output_index":0,"content_index":0,"delta":"Hel""#),
            event("output_text.delta", #""output_index":0,"content_index":0,"delta":"lo""#),
            event(
                "output_text.annotation.added",
                #""output_index":0,"content_index":0,"annotation":{"type":"url_citation","url":"https://a.example","title":"A","start_index":0,"end_index":5}"#
            ),
            event("output_text.done", #""output_index":0,"content_index":0,"text":"Hello""#), item(0, message),
            completed(
                "[\(message)]",
                #","usage":{"input_tokens":3,"output_tokens":2,"input_tokens_details":{"cached_tokens":1},"output_tokens_details":{"reasoning_tokens":1}}"#
            ),
            pieces: pieces)
        #expect(outcome.error == nil)
        #expect(outcome.events.compactMap(\.text) == ["Hel", "lo"])
        #expect(outcome.response.text == "Hello")
        #expect(outcome.response.message.citations.map(\.url) == ["https://a.example"])
        #expect(outcome.response.usage?.output == 2)
        guard case .text(let text)? = outcome.response.message.parts.first else {
            Issue.record("no text")
            return
        }
        let said = text.extra["openai-responses"]?["item"]
        #expect(said?["id"] == "msg_1")
        #expect(said?["phase"] == "final_answer")
        #expect(mistake(in: outcome.events) == nil)
    }

    @Test func aDoneValueThatWasNeverStreamedCounts() {
        let late = outcome(start, item(0, message), completed())
        #expect(late.events.compactMap(\.text) == ["Hello"])
        let last = outcome(start, completed("[\(message)]"))
        #expect(last.events.compactMap(\.text) == ["Hello"])
        #expect(late.response == last.response)
        let rest = outcome(
            start, event("output_text.delta", #""output_index":0,"content_index":0,"delta":"Hel""#),
            completed("[\(message)]"))
        #expect(rest.events.compactMap(\.text) == ["Hel", "lo"])
    }

    @Test func aStreamEqualsTheSameAnswerAsOneDocument() {
        let call =
            #"{"type":"function_call","id":"fc_1","call_id":"c1","name":"f","arguments":"{\"a\":1}","status":"completed"}"#
        let body =
            #"{"id":"resp_1","object":"response","model":"m1","status":"completed","error":null,"incomplete_details":null,"output":[\#(message),\#(call)]}"#
        let whole = Outcome(body, by: OpenAIResponses.self)
        let streamed = outcome(
            start, event("output_text.delta", #""output_index":0,"content_index":0,"delta":"Hello""#), item(0, message),
            event(
                "output_item.added",
                #""output_index":1,"item":{"type":"function_call","id":"fc_1","call_id":"c1","name":"f","arguments":""}"#
            ),
            event("function_call_arguments.delta", #""output_index":1,"delta":"{\"a\":1}""#), item(1, call), completed()
        )
        #expect(whole.response == streamed.response)
        #expect(whole.response.stopReason == .toolCalls)
        #expect(whole.response.vendorStopReason == "completed")
    }

    @Test func callsAreToldApartByTheirNumber() {
        func added(_ number: Int, _ id: String) -> String {
            event(
                "output_item.added",
                #""output_index":\#(number),"item":{"type":"function_call","id":"fc_\#(id)","call_id":"call_\#(id)","name":"f\#(id)","arguments":""}"#
            )
        }
        func delta(_ number: Int, _ text: String) -> String {
            event("function_call_arguments.delta", #""output_index":\#(number),"item_id":"rotated","delta":"\#(text)""#)
        }
        let outcome = outcome(
            start, added(0, "a"), added(1, "b"), delta(0, "[1"), delta(1, "[2"), delta(0, "]"), delta(1, "]"),
            item(1, #"{"type":"function_call","id":"fc_b","call_id":"call_b","name":"fb","arguments":"[2]"}"#),
            item(0, #"{"type":"function_call","id":"fc_a","call_id":"call_a","name":"fa","arguments":"[1]"}"#),
            completed())
        #expect(outcome.response.toolCalls.map(\.id) == ["call_a", "call_b"])
        #expect(outcome.response.toolCalls.map(\.argumentsText) == ["[1]", "[2]"])
        #expect(outcome.response.toolCalls.map { $0.extra["openai-responses"]?["id"] } == ["fc_a", "fc_b"])
        #expect(mistake(in: outcome.events) == nil)
    }

    @Test func inputOfACustomToolIsText() {
        let outcome = outcome(
            start,
            event(
                "output_item.added",
                #""output_index":0,"item":{"type":"custom_tool_call","id":"ctc_1","call_id":"c1","name":"sql","input":""}"#
            ),
            event("custom_tool_call_input.delta", #""output_index":0,"delta":"{\"not\":""#),
            event("custom_tool_call_input.delta", #""output_index":0,"delta":"\"arguments\"}""#),
            item(
                0,
                #"{"type":"custom_tool_call","id":"ctc_1","call_id":"c1","name":"sql","input":"{\"not\":\"arguments\"}"}"#
            ), completed())
        let call = outcome.response.toolCalls.first
        #expect(call?.argumentsText == #"{"not":"arguments"}"#)
        #expect(call?.arguments == nil)
        #expect(outcome.response.stopReason == .toolCalls)
    }

    @Test func serverToolsAreCallsAndResultsAndNothingAfterThemIsLost() {
        let search =
            #"{"type":"web_search_call","id":"ws_1","status":"completed","action":{"type":"search","query":"q","sources":[{"type":"url","url":"https://a.example"}]}}"#
        let code =
            #"{"type":"code_interpreter_call","id":"ci_1","status":"completed","code":"1+1","container_id":"cntr_1","outputs":[{"type":"logs","logs":"2"}]}"#
        let failed =
            #"{"type":"mcp_call","id":"mcp_1","name":"t","server_label":"s","arguments":"{}","output":null,"error":{"type":"mcp_tool_execution_error"}}"#
        let call = #"{"type":"function_call","id":"fc_1","call_id":"c1","name":"f","arguments":"{}"}"#
        let outcome = outcome(start, item(0, search), item(1, code), item(2, failed), item(3, call), completed())
        let parts = outcome.response.message.parts
        #expect(
            parts.map(\.kind) == [
                .serverToolCall, .serverToolCall, .serverToolResult, .serverToolCall, .serverToolResult, .toolCall,
            ])
        if case .serverToolCall(let call) = parts[0] { #expect(call.arguments["query"] == "q") }
        if case .serverToolCall(let call) = parts[1] { #expect(call.arguments["code"] == "1+1") }
        if case .serverToolResult(let result) = parts[2] { #expect(result.content[0]?["logs"] == "2") }
        if case .serverToolResult(let result) = parts[4] { #expect(result.isError) }
        #expect(outcome.response.stopReason == .toolCalls)
    }

    @Test func unknownItemsAndEventsAreKept() {
        let compaction = #"{"type":"compaction","id":"cmp_1","encrypted_content":"xyz"}"#
        let outcome = outcome(
            start, event("shiny.new", #""output_index":0,"delta":"?""#), item(0, compaction), completed())
        #expect(outcome.response.message.parts == [.opaque(OpaquePart(origin: "openai-responses", json: compaction))])
        let request = ChatRequest(model: "m", messages: [.user("a"), outcome.response.message, .user("b")])
        #expect(rendered(request)["input"]?[1] == (try? JSON(parsing: compaction)))
    }

    @Test func thoughtsGoBackUnchangedAndInPlace() throws {
        let thought =
            #"{"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"One"},{"type":"summary_text","text":"Two"}],"encrypted_content":"final"}"#
        let call =
            #"{"type":"function_call","id":"fc_1","call_id":"c1","name":"f","arguments":"{}","status":"completed"}"#
        let outcome = outcome(
            start,
            event(
                "output_item.added",
                #""output_index":0,"item":{"type":"reasoning","id":"rs_1","summary":[],"encrypted_content":"early"}"#),
            event("reasoning_summary_text.delta", #""output_index":0,"summary_index":0,"delta":"One""#),
            event("reasoning_summary_text.delta", #""output_index":0,"summary_index":1,"delta":"Two""#),
            item(0, thought),
            item(1, call), completed())
        #expect(outcome.response.message.reasoning == "OneTwo")
        var request = ChatRequest(
            model: "m", messages: [.user("go"), outcome.response.message, .tool(ToolResult(callID: "c1", "ok"))])
        request.store = false
        let body = rendered(request)
        #expect(
            body["input"]?.array?.compactMap { $0["type"]?.string } == [
                "message", "reasoning", "function_call", "function_call_output",
            ])
        #expect(body["input"]?[1] == (try JSON(parsing: thought)))
        #expect(body["input"]?[2] == (try JSON(parsing: call)))
        #expect(body["include"] == ["reasoning.encrypted_content"])
        let stored = try JSON(encoding: request).decode(ChatRequest.self)
        #expect(rendered(stored) == body)
    }

    @Test func refusalsAreRefusals() {
        let outcome = outcome(
            start, event("refusal.delta", #""output_index":0,"content_index":0,"delta":"No""#),
            item(0, #"{"type":"message","id":"m","role":"assistant","content":[{"type":"refusal","refusal":"No."}]}"#),
            completed())
        #expect(outcome.response.message.refusal == "No.")
        #expect(outcome.events.contains(.refusalDelta(index: 0, ".")))
    }

    @Test(arguments: [
        ("max_output_tokens", StopReason.length), ("content_filter", .contentFilter), ("max_messages", .pause),
        ("something new", .length),
    ])
    func whyAnAnswerIsIncomplete(_ word: String, _ reason: StopReason) {
        let outcome = outcome(
            start, item(0, message),
            event(
                "incomplete",
                #""response":{"incomplete_details":{"reason":"\#(word)"},"id":"resp_1","status":"incomplete","output":[]}"#
            ))
        #expect(outcome.response.stopReason == reason)
        #expect(outcome.response.vendorStopReason == "incomplete")
        #expect(outcome.response.text == "Hello")
    }

    @Test(arguments: [
        #"{"type":"error","error":{"type":"insufficient_quota","code":"insufficient_quota","message":"no money","param":null}}"#,
        #"{"type":"error","code":"insufficient_quota","message":"no money","param":null}"#,
        #"{"type":"response.failed","response":{"id":"r","status":"failed","error":{"code":"insufficient_quota","message":"no money"},"output":[]}}"#,
    ])
    func failuresAreErrorsNestedOrFlat(_ json: String) {
        let outcome = outcome(start, item(0, message), "data: \(json)\n\n")
        #expect(outcome.error?.code == .quota)
        #expect(outcome.error?.message == "no money")
        #expect(outcome.error?.partial?.text == "Hello")
    }

    private func rendered(_ request: ChatRequest) -> JSON {
        let rendered = try? Responses(StubTransport()).render(request, isStreaming: false)
        #expect(rendered?.losses == [])
        return (rendered?.http.body).flatMap { try? JSON(parsing: $0) } ?? .null
    }
}

/// An event of the wire.
private func event(_ type: String, _ members: String) -> String {
    "event: response.\(type)\ndata: {\"type\":\"response.\(type)\",\"sequence_number\":0,\(members)}\n\n"
}
