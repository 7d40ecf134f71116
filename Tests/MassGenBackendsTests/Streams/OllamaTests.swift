import Foundation
import MassGenBackends
import Testing

/// Ollama's own wire: lines of JSON in, options apart, calls with objects out.
@Suite struct OllamaTests {
    private func body(_ request: ChatRequest, isStreaming: Bool = true) throws -> (json: JSON, losses: [Loss]) {
        let rendered = try Ollama(StubTransport()).render(request, isStreaming: isStreaming)
        return (try JSON(parsing: rendered.http.body), rendered.losses)
    }

    private func lines(_ lines: String...) -> String { lines.joined(separator: "\n") + "\n" }

    @Test func linesBecomeAnAnswer() {
        for pieces in [1, 7, 4096] {
            let outcome = Outcome(
                lines(
                    #"{"model":"m","created_at":"t","message":{"role":"assistant","content":"","thinking":"Hm"},"done":false}"#,
                    #"{"model":"m","created_at":"t","message":{"role":"assistant","content":"Hi"},"done":false}"#,
                    #"{"model":"m","created_at":"t","message":{"role":"assistant","content":""},"done":true,"done_reason":"length","total_duration":9,"prompt_eval_count":3,"eval_count":2}"#
                ), by: OllamaChat.self, pieces: pieces)
            #expect(outcome.response.text == "Hi")
            #expect(outcome.response.message.reasoning == "Hm")
            #expect(outcome.response.stopReason == .length)
            #expect(outcome.response.usage?.input == 3)
            #expect(outcome.response.usage?.output == 2)
            #expect(outcome.response.model == "m")
        }
    }

    @Test func callsComeWholeAndEndWithStop() {
        let outcome = Outcome(
            lines(
                #"{"message":{"content":"","tool_calls":[{"function":{"name":"f","arguments":{"a":1}}}]},"done":false}"#,
                #"{"message":{"content":"","tool_calls":[{"id":"x","function":{"index":1,"name":"f","arguments":{"a":1}}}]},"done":false}"#,
                #"{"message":{"content":""},"done":true,"done_reason":"stop"}"#), by: OllamaChat.self)
        let calls = outcome.response.message.toolCalls
        #expect(calls.map(\.name) == ["f", "f"])
        #expect(calls.map(\.arguments) == [["a": 1], ["a": 1]])
        #expect(calls.last?.id == "x")
        #expect(outcome.response.stopReason == .toolCalls)
        #expect(outcome.response.usage == nil)
    }

    @Test func anErrorAsALineFailsTheStream() {
        let outcome = Outcome(
            lines(#"{"message":{"content":"Hi"},"done":false}"#, #"{"error":"out of memory"}"#), by: OllamaChat.self)
        #expect(outcome.error?.message.contains("out of memory") == true)
    }

    @Test func whatIsDoneWithoutAReasonIsDone() {
        let outcome = Outcome(lines(#"{"message":{"content":"Hi"},"done":true}"#), by: OllamaChat.self)
        #expect(outcome.response.stopReason == .stop)
        let broken = Outcome(lines(#"{"message":{"content":"Hi"},"done":false}"#), by: OllamaChat.self)
        #expect(broken.error != nil)
    }

    @Test func brokenArgumentsAreWrittenAsWhatTheyAre() throws {
        let call = ToolCall(id: "c", name: "f", argumentsText: #"{"a":"#)
        let response = ChatResponse(id: "i", model: "m", message: Message(role: .assistant, parts: [.toolCall(call)]))
        let body = OllamaChat.render(response)
        let function = try JSON(parsing: body.bytes)["message"]?["tool_calls"]?[0]?["function"]
        #expect(function?["arguments"] == ["INVALID_JSON": #"{"a":"#])
        #expect(body.losses.map(\.severity).contains(.approximated))
    }

    @Test func optionsStandApart() throws {
        var request = ChatRequest(model: "m", messages: [.system("Be brief."), .user("Hi")])
        request.temperature = 0.5
        request.maxOutputTokens = 9
        request.stop = ["x"]
        request.ollama.optionsNumCtx = 8192
        request.ollama.keepAlive = "5m"
        let (json, losses) = try body(request)
        #expect(json["options"]?.text == #"{"temperature":0.5,"stop":["x"],"num_predict":9,"num_ctx":8192}"#)
        #expect(json["keep_alive"] == "5m")
        #expect(json["messages"]?[0]?.text == #"{"role":"system","content":"Be brief."}"#)
        #expect(losses.isEmpty)
    }

    @Test func aStreamIsAlwaysSaidOrDenied() throws {
        let request = ChatRequest(model: "m", "Hi")
        #expect(try body(request).json["stream"] == true)
        #expect(try body(request, isStreaming: false).json["stream"] == false)
    }

    @Test func thinkingIsASwitchOrALevel() throws {
        for (model, effort, think) in [
            ("m", "none", "false"), ("m", "medium", "true"), ("gpt-oss:20b", "medium", #""medium""#),
            ("gpt-oss:20b", "high", #""high""#),
        ] as [(String, ReasoningEffort, String)] {
            var request = ChatRequest(model: model, "Hi")
            request.reasoning = ReasoningOptions(effort: effort)
            let (json, losses) = try body(request)
            #expect(json["think"]?.text == think)
            #expect(losses.isEmpty)
        }
    }

    @Test func aLevelIsOnlyASwitchForModelsWithoutLevels() throws {
        var request = ChatRequest(model: "m", "Hi")
        request.reasoning = ReasoningOptions(effort: .high)
        let (json, losses) = try body(request)
        #expect(json["think"] == true)
        #expect(losses.map(\.severity) == [.approximated])
    }

    @Test func timesAreReachable() {
        let outcome = Outcome(
            lines(
                #"{"message":{"content":"Hi"},"done":false}"#,
                #"{"message":{"content":""},"done":true,"done_reason":"stop","total_duration":5,"load_duration":2}"#),
            by: OllamaChat.self)
        #expect(outcome.response.extra["ollama-chat"] == ["total_duration": 5, "load_duration": 2])
    }

    @Test func emptyTextBesideCallsIsNone() throws {
        var json = JSONReader(
            Array(
                #"{"model":"m","messages":[{"role":"assistant","content":"","tool_calls":[{"function":{"name":"f","arguments":{}}}]}]}"#
                    .utf8))
        #expect(try OllamaChat.parseRequest(&json).messages[0].parts.map(\.kind) == [.toolCall])
    }

    @Test func formatIsASchemaOrAWord() throws {
        var request = ChatRequest(model: "m", "Hi")
        request.responseFormat = .json
        #expect(try body(request).json["format"] == "json")
        request.responseFormat = .jsonSchema(JSONSchemaFormat(name: "a", schema: ["type": "object"]))
        #expect(try body(request).json["format"] == ["type": "object"])
    }

    @Test func picturesAreBareBase64AndAddressesAreReported() throws {
        let png = Media(data: Data([0x89, 0x50, 0x4E, 0x47]), mediaType: "image/png")
        let far = Media(url: "https://a.example/b.png")
        let request = ChatRequest(
            model: "m", messages: [Message(role: .user, parts: [.text("What?"), .image(png)])])
        let (json, losses) = try body(request)
        #expect(json["messages"]?[0]?.text == #"{"role":"user","content":"What?","images":["iVBORw=="]}"#)
        #expect(losses.isEmpty)
        var out = Renderer(wire: OllamaChat.id)
        OllamaChat.renderMessage(Message(role: .user, parts: [.text("a"), .image(far)]), into: &out)
        #expect(String(decoding: out.json.bytes, as: UTF8.self) == #"{"role":"user","content":"a"}"#)
        #expect(out.losses.map(\.severity) == [.dropped])
    }

    @Test func resultsBearTheNamesOfTheirTools() throws {
        let messages: [Message] = [
            .user("Hi"),
            Message(role: .assistant, parts: [.toolCall(ToolCall(id: "call_0", name: "f", arguments: ["a": 1]))]),
            .tool(ToolResult(callID: "call_0", "1")),
        ]
        var request = ChatRequest(model: "m", messages: messages)
        request.toolChoice = .required
        let (json, losses) = try body(request)
        #expect(
            json["messages"]?[1]?.text
                == #"{"role":"assistant","content":"","tool_calls":[{"function":{"name":"f","arguments":{"a":1}}}]}"#)
        #expect(json["messages"]?[2]?.text == #"{"role":"tool","tool_name":"f","content":"1"}"#)
        #expect(losses.map(\.path) == ["toolChoice"])
        var reader = JSONReader(Array(json.text.utf8))
        let parsed = try OllamaChat.parseRequest(&reader)
        #expect(parsed.messages.last?.toolResults.map(\.callID) == parsed.messages[1].toolCalls.map(\.id))
        #expect(parsed.messages[1].toolCalls.first?.id.isEmpty == false)
    }

    @Test func theCompatibleEndpointIsAWireOfItsOwn() throws {
        let rendered = try OllamaCompatible(StubTransport()).render(ChatRequest(model: "m", "Hi"))
        #expect(rendered.http.url == "http://localhost:11434/v1/chat/completions")
        #expect(
            try Ollama(StubTransport()).render(ChatRequest(model: "m", "Hi")).http.url
                == "http://localhost:11434/api/chat")
    }
}
