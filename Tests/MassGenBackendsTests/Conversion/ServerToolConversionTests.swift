import MassGenBackends
import Testing

/// Tools that a provider ran itself, on their way to other wires: nothing is lost unsaid, and nothing becomes a call that
/// somebody would run, or a text that somebody would read.
@Suite struct ServerToolConversionTests {
    /// An answer in which tools were run, as its wire has it.
    struct Sample: Sendable, CustomTestStringConvertible {
        var wire: String
        var name: String
        var body: String
        var testDescription: String { "\(wire): \(name)" }

        init(_ wire: String, _ name: String, _ body: String) { (self.wire, self.name, self.body) = (wire, name, body) }
    }

    private static func claude(_ name: String, _ blocks: String) -> Sample {
        let body =
            #"{"id":"m1","type":"message","role":"assistant","model":"m","content":[\#(blocks),"#
            + #"{"type":"text","text":"Done."}],"stop_reason":"end_turn","usage":{"input_tokens":9,"output_tokens":5}}"#
        return Sample("anthropic-messages", name, body)
    }

    private static func responses(_ name: String, _ items: String) -> Sample {
        let text =
            #"{"type":"message","id":"msg_1","role":"assistant","status":"completed","#
            + #""content":[{"type":"output_text","text":"Done.","annotations":[]}]}"#
        let body =
            #"{"id":"r1","object":"response","model":"m","status":"completed","output":[\#(items),\#(text)],"#
            + #""usage":{"input_tokens":9,"output_tokens":5,"total_tokens":14}}"#
        return Sample("openai-responses", name, body)
    }

    private static func gemini(_ name: String, _ parts: String) -> Sample {
        let body =
            #"{"responseId":"g1","modelVersion":"m","candidates":[{"finishReason":"STOP","content":"#
            + #"{"role":"model","parts":[\#(parts),{"text":"Done."}]}}],"#
            + #""usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":5,"totalTokenCount":14}}"#
        return Sample("gemini", name, body)
    }

    static let samples = [
        claude(
            "search",
            #"{"type":"server_tool_use","id":"srvtoolu_1","name":"web_search","input":{"query":"sky"}},"#
                + #"{"type":"web_search_tool_result","tool_use_id":"srvtoolu_1","content":[{"type":"web_search_result","#
                + #""url":"https://a.example","title":"Sky","encrypted_content":"x"}]}"#),
        claude(
            "a search that failed",
            #"{"type":"server_tool_use","id":"srvtoolu_1","name":"web_search","input":{"query":"sky"}},"#
                + #"{"type":"web_search_tool_result","tool_use_id":"srvtoolu_1","#
                + #""content":{"type":"web_search_tool_result_error","error_code":"max_uses_exceeded"}}"#),
        claude(
            "code",
            #"{"type":"server_tool_use","id":"srvtoolu_1","name":"bash_code_execution","input":{"command":"ls"}},"#
                + #"{"type":"bash_code_execution_tool_result","tool_use_id":"srvtoolu_1","#
                + #""content":{"type":"bash_code_execution_result","stdout":"a","stderr":"","return_code":0}}"#),
        claude(
            "a hosted server",
            #"{"type":"mcp_tool_use","id":"mcptoolu_1","name":"look","server_name":"docs","input":{"q":1}},"#
                + #"{"type":"mcp_tool_result","tool_use_id":"mcptoolu_1","is_error":false,"#
                + #""content":[{"type":"text","text":"found"}]}"#),
        claude(
            "a search still running",
            #"{"type":"server_tool_use","id":"srvtoolu_1","name":"web_search","input":{"query":"sky"}}"#),
        responses(
            "search",
            #"{"type":"web_search_call","id":"ws_1","status":"completed","action":{"type":"search","query":"sky"}}"#),
        responses(
            "files",
            #"{"type":"file_search_call","id":"fs_1","status":"completed","queries":["sky"],"results":[{"file_id":"f"}]}"#
        ),
        responses(
            "code",
            #"{"type":"code_interpreter_call","id":"ci_1","status":"completed","container_id":"c","code":"1+1","#
                + #""outputs":[{"type":"logs","logs":"2"}]}"#),
        responses(
            "a picture",
            #"{"type":"image_generation_call","id":"ig_1","status":"completed","result":"aGk="}"#),
        responses(
            "a computer",
            #"{"type":"computer_call","id":"cu_1","call_id":"call_1","status":"completed","action":{"type":"click","x":1,"y":2,"button":"left"},"#
                + #""pending_safety_checks":[]}"#),
        responses(
            "a hosted server",
            #"{"type":"mcp_call","id":"mcp_1","name":"look","server_label":"docs","arguments":"{}","output":"found"}"#),
        gemini(
            "code",
            #"{"executableCode":{"language":"PYTHON","code":"print(1)"}},"#
                + #"{"codeExecutionResult":{"outcome":"OUTCOME_OK","output":"1"}}"#),
        gemini(
            "tools of its own",
            #"{"toolCall":{"id":"t1","toolType":"GOOGLE_SEARCH_WEB","args":{"queries":["sky"]}}},"#
                + #"{"toolResponse":{"id":"t1","toolType":"GOOGLE_SEARCH_WEB","response":{"search_suggestions":"x"}}}"#),
    ]

    private func run(
        _ sample: Sample, _ body: (any Wire.Type, any Wire.Type, ChatResponse, [Int]) throws -> Void
    ) throws {
        let source = try #require(Backends.wire(sample.wire))
        let answer = try source.answer(in: Array(sample.body.utf8))
        let ran = answer.message.parts.indices.filter {
            [.serverToolCall, .serverToolResult].contains(answer.message.parts[$0].kind)
        }
        try #require(!ran.isEmpty)
        for target in WirePair.wires where target.id != sample.wire { try body(source, target, answer, ran) }
    }

    private func check(_ parts: [Part], _ losses: [Loss], _ ran: Int, _ what: String) {
        #expect(parts.map(\.kind) == [.text], "\(what)")
        #expect(Message(role: .assistant, parts: parts).text == "Done.", "\(what)")
        let told = losses.filter { loss in
            loss.severity == .dropped && loss.reason.contains("serverTool")
        }
        #expect(told.count == ran, "\(what) \(losses)")
    }

    @Test(arguments: samples)
    func ofAnAnswerTheyAreLeftOutAndReported(_ sample: Sample) throws {
        try run(sample) { source, target, _, ran in
            let converted = try Converter(from: source, to: target).response(Array(sample.body.utf8))
            let read = try target.answer(in: converted.bytes)
            check(read.message.parts, converted.losses, ran.count, "\(target.id) \(converted.text)")
            #expect(read.stopReason == .stop)
        }
    }

    @Test(arguments: samples)
    func ofAStreamTheyAreLeftOutAndReportedAlike(_ sample: Sample) throws {
        try run(sample) { source, target, answer, ran in
            let converter = Converter(from: source, to: target)
            let streamed = source.streamed(answer)
            var stream = converter.stream()
            let bytes = stream.convert(streamed) + stream.finish()
            let text = String(decoding: bytes, as: UTF8.self)
            check(try target.answer(in: bytes).message.parts, stream.losses, ran.count, "\(target.id) \(text)")
            let plain = try converter.response(streamed)
            #expect(Set(stream.losses.map(\.description)) == Set(plain.losses.map(\.description)), "\(target.id)")
        }
    }

    @Test(arguments: samples)
    func ofAConversationTheyAreLeftOutAndReported(_ sample: Sample) throws {
        try run(sample) { source, target, answer, ran in
            let request = ChatRequest(model: "m", messages: [.user("Go"), answer.message, .user("Thanks")])
            let converted = try Converter(from: source, to: target).request(source.body(of: request))
            let read = try target.request(in: converted.bytes)
            let parts = read.messages.filter { $0.role == .assistant }.flatMap(\.parts)
            let text = String(decoding: converted.bytes, as: UTF8.self)
            check(parts, converted.losses, ran.count, "\(target.id) \(text)")
            #expect(read.messages.map(\.role) == [.user, .assistant, .user], "\(target.id) \(text)")
        }
    }

    /// A conversation that goes on with the same wire keeps them as they were.
    @Test(arguments: samples)
    func onTheirOwnWireTheyStay(_ sample: Sample) throws {
        try run(sample) { source, _, answer, _ in
            let request = ChatRequest(model: "m", messages: [.user("Go"), answer.message, .user("Thanks")])
            let body = source.body(of: request)
            let read = try source.request(in: body)
            #expect(read.messages.flatMap(\.parts).map(\.kind) == request.messages.flatMap(\.parts).map(\.kind))
            #expect(source.body(of: read) == body)
        }
    }
}
