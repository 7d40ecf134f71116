import MassGenBackends
import Testing

/// The tools that a provider of the Responses API runs itself: each is asked for in one way and comes back as parts.
@Suite struct BuiltInToolTests {
    private static let tools: [(tool: ServerTool, row: String, item: String, call: String, result: String?)] = [
        (
            .webSearch(allowedDomains: ["swift.org"]),
            #"{"type":"web_search","filters":{"allowed_domains":["swift.org"]}}"#,
            #"{"type":"web_search_call","id":"t1","status":"completed","action":{"type":"search","query":"q"}}"#,
            #"{"type":"search","query":"q"}"#, nil
        ),
        (
            .fileSearch(stores: ["vs_1"]), #"{"type":"file_search","vector_store_ids":["vs_1"]}"#,
            #"{"type":"file_search_call","id":"t1","status":"completed","queries":["q"],"results":[{"file_id":"f"}]}"#,
            #"{"queries":["q"]}"#, #"[{"file_id":"f"}]"#
        ),
        (
            .codeExecution, #"{"type":"code_interpreter","container":{"type":"auto"}}"#,
            #"{"type":"code_interpreter_call","id":"t1","status":"completed","code":"1+1","outputs":[{"logs":"2"}]}"#,
            #"{"code":"1+1"}"#, #"[{"logs":"2"}]"#
        ),
        (
            .computerUse, #"{"type":"computer"}"#,
            #"{"type":"computer_call","call_id":"t1","id":"cu_1","status":"completed","action":{"type":"click","x":1}}"#,
            #"{"type":"click","x":1}"#, nil
        ),
        (
            .imageGeneration, #"{"type":"image_generation"}"#,
            #"{"type":"image_generation_call","id":"t1","status":"completed","result":"aGk="}"#, "{}", #""aGk=""#
        ),
        (
            .mcp(label: "l", url: "https://a.example", allowedTools: ["t"]),
            #"{"type":"mcp","server_label":"l","server_url":"https://a.example","allowed_tools":["t"]}"#,
            #"{"type":"mcp_call","id":"t1","name":"t","server_label":"l","arguments":"{}","output":"done"}"#,
            #"{"tool":"t","arguments":"{}"}"#, #""done""#
        ),
    ]

    private func request(_ messages: [Message], _ tools: [ServerTool] = []) throws -> JSON {
        var request = ChatRequest(model: "gpt-6-luna", messages: messages)
        request.serverTools = tools
        let rendered = try Responses(StubTransport()).render(request)
        #expect(rendered.losses.isEmpty)
        return try JSON(parsing: rendered.http.body)
    }

    @Test(arguments: tools.indices)
    func eachIsAskedForAndComesBackAsParts(_ place: Int) throws {
        let (tool, row, item, arguments, content) = Self.tools[place]
        #expect(try request([.user("Hi")], [tool])["tools"]?[0] == JSON(parsing: row))
        let body = #"{"id":"r1","model":"m1","status":"completed","output":[\#(item)]}"#
        let answer = Outcome(body, by: OpenAIResponses.self).response.message
        guard case .serverToolCall(let call)? = answer.parts.first else {
            Issue.record("no call: \(answer.parts)")
            return
        }
        #expect(call.id == "t1")
        #expect(call.name == tool.name)
        #expect(try call.arguments == JSON(parsing: arguments))
        if let content {
            guard case .serverToolResult(let result)? = answer.parts.last else {
                Issue.record("no result: \(answer.parts)")
                return
            }
            #expect(try result.content == JSON(parsing: content))
            #expect(result.callID == "t1")
        } else {
            #expect(answer.parts.count == 1)
        }
        // What came goes back as it was.
        #expect(try request([.user("Hi"), answer])["input"]?[1] == JSON(parsing: item))
    }

    @Test func approvalsOfHostedToolsAreKeptAndAnswered() throws {
        let asked = #"{"type":"mcp_approval_request","id":"mcpr_1","name":"t","server_label":"l","arguments":"{}"}"#
        let body = #"{"id":"r1","model":"m1","status":"completed","output":[\#(asked)]}"#
        let answer = Outcome(body, by: OpenAIResponses.self).response.message
        let approval = #"{"type":"mcp_approval_response","approval_request_id":"mcpr_1","approve":true}"#
        let input = try request([
            .user("Hi"), answer,
            Message(role: .assistant, parts: [.opaque(OpaquePart(origin: "openai-responses", json: approval))]),
        ])["input"]
        #expect(try input?[1] == JSON(parsing: asked))
        #expect(try input?[2] == JSON(parsing: approval))
    }

    @Test func thoughtsThatNobodyKeepsAreNotSent() throws {
        let body =
            #"{"id":"r1","model":"m1","status":"completed","output":[{"type":"reasoning","id":"rs_1","summary":[]},{"type":"message","role":"assistant","content":[{"type":"output_text","text":"A","annotations":[]}]}]}"#
        let answer = Outcome(body, by: OpenAIResponses.self).response.message
        var request = ChatRequest(model: "gpt-6-luna", messages: [.user("Hi"), answer, .user("More")])
        let kept = try Responses(StubTransport()).render(request)
        #expect(try JSON(parsing: kept.http.body)["input"]?[1]?["id"] == "rs_1")
        request.store = false
        let sent = try Responses(StubTransport()).render(request)
        #expect(
            try JSON(parsing: sent.http.body)["input"]?.array?.map { $0["type"] } == ["message", "message", "message"])
        #expect(sent.losses.map(\.severity) == [.dropped])
        #expect(sent.losses[0].reason.contains("encrypted"))
    }
}
