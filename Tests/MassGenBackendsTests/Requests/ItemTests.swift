import MassGenBackends
import MassGenSimulator
import Testing

/// Conversations as flat lists of items.
@Suite struct ItemTests {
    private func body(
        _ request: ChatRequest, losses: [String] = [], _ backend: any HTTPBackend = Responses(StubTransport())
    ) throws -> JSON {
        let rendered = try backend.render(request, isStreaming: false)
        #expect(rendered.losses.map(\.path).sorted() == losses.sorted())
        return try JSON(parsing: rendered.http.body)
    }

    @Test func aConversationIsAListOfItems() throws {
        let call = ToolCall(id: "c1", name: "f", arguments: ["a": 1])
        let result = ToolResult(callID: "c1", parts: [.text("see"), .image(Media(url: "https://a.example/b.png"))])
        let request = ChatRequest(
            model: "gpt-6-luna",
            messages: [
                .system("Be brief."), .user("Hi"),
                Message(role: .assistant, parts: [.text("I call."), .toolCall(call)]), .tool(result),
            ])
        let input = try body(request)["input"]
        #expect(input?[0] == ["type": "message", "role": "system", "content": "Be brief."])
        #expect(input?[2] == ["type": "message", "role": "assistant", "content": "I call."])
        #expect(input?[3] == ["type": "function_call", "call_id": "c1", "name": "f", "arguments": "{\"a\":1}"])
        #expect(
            input?[4]?["output"]?[1] == [
                "type": "input_image", "image_url": "https://a.example/b.png", "detail": "auto",
            ])
    }

    @Test func thoughtsOfAnotherWireAreNeverSent() throws {
        let thought = ReasoningPart(text: "secret", signature: "s", origin: "anthropic-messages")
        let request = ChatRequest(
            model: "gpt-6-luna",
            messages: [.user("a"), Message(role: .assistant, parts: [.reasoning(thought), .text("b")])])
        let json = try body(request, losses: ["items[1]"])
        #expect(!json.text.contains("secret"))
    }

    @Test func whatHasNoPlaceIsReported() throws {
        var request = ChatRequest(model: "gpt-6-luna", "Hi")
        request.stop = ["x"]
        request.seed = 1
        request.topK = 3
        let call = ToolCall(id: "c", name: "f", arguments: [:])
        request.messages.append(Message(role: .assistant, parts: [.toolCall(call)]))
        request.messages.append(.tool(ToolResult(callID: "c", "bad", isError: true)))
        _ = try body(request, losses: ["items[2].isError", "topK", "seed", "stop"])
    }

    private let query = ToolDefinition(
        name: "query", description: "Asks the database",
        textInput: TextInput(grammar: .init(syntax: "lark", definition: "start: WORD")))

    private func asked(_ choice: ToolChoice? = nil) -> ChatRequest {
        var request = ChatRequest(model: "gpt-6-luna", "How many?")
        request.tools = [ToolDefinition(name: "f", schema: ["type": "object"]), query]
        request.toolChoice = choice
        var call = ToolCall(id: "c1", name: "query", argumentsText: "SELECT 1")
        call.isText = true
        request.messages += [
            Message(role: .assistant, parts: [.toolCall(call)]), .tool(ToolResult(callID: "c1", "1")),
        ]
        return request
    }

    @Test func aToolThatTakesTextIsACustomTool() throws {
        let json = try body(asked(.tool(named: "query")))
        #expect(
            json["tools"]?[1] == [
                "type": "custom", "name": "query", "description": "Asks the database",
                "format": ["type": "grammar", "syntax": "lark", "definition": "start: WORD"],
            ])
        #expect(json["tools"]?[0]?["type"] == "function")
        #expect(json["tool_choice"] == ["type": "custom", "name": "query"])
        #expect(
            json["input"]?[1] == ["type": "custom_tool_call", "call_id": "c1", "name": "query", "input": "SELECT 1"])
        #expect(json["input"]?[2] == ["type": "custom_tool_call_output", "call_id": "c1", "output": "1"])
        let some = try body(asked(.tools(ToolSubset(names: ["f", "query"]))))
        #expect(
            some["tool_choice"]?["tools"] == [
                ["type": "function", "name": "f"], ["type": "custom", "name": "query"],
            ])
        var reader = JSONReader(Array(json.text.utf8))
        let again = try OpenAIResponses.parseRequest(&reader)
        #expect(again.tools[1] == query)
        #expect(again.toolChoice == .tool(named: "query"))
        #expect(again.messages[1] == asked().messages[1])
    }

    @Test func elsewhereItsTextIsTheOnlyArgumentAndThatIsReported() throws {
        for backend in [
            OpenAI(StubTransport()) as any HTTPBackend, Claude(StubTransport()), Gemini(StubTransport()),
            Ollama(StubTransport()),
        ] {
            var request = asked()
            request.model = type(of: backend).provider.defaultModel ?? "m"
            let rendered = try backend.render(request)
            let text = String(decoding: rendered.http.body, as: UTF8.self)
            let isText = backend is OpenAI
            #expect(text.contains(isText ? #"{\"input\":\"SELECT 1\"}"# : #"{"input":"SELECT 1"}"#), "\(text)")
            #expect(text.contains(#""required":["input"]"#), "\(text)")
            let paths = rendered.losses.map(\.path)
            #expect(paths.contains { $0.hasSuffix("tools[1].textInput") }, "\(paths)")
            #expect(paths.contains { $0.hasPrefix("messages[1]") && $0.hasSuffix(".input") }, "\(paths)")
        }
    }

    @Test func bodiesOfOthersAreRead() throws {
        let text =
            #"{"model":"m","instructions":"Be brief.","input":[{"role":"developer","content":"d"},{"role":"user","content":[{"type":"input_text","text":"u"}]},{"type":"function_call","id":"fc","call_id":"c","name":"f","arguments":"{}"},{"type":"function_call_output","call_id":"c","output":"o"}],"tools":[{"type":"custom","name":"sql"},{"type":"web_search","search_context_size":"low"}],"text":{"format":{"type":"json_object"},"verbosity":"low"}}"#
        var json = JSONReader(Array(text.utf8))
        let request = try OpenAIResponses.parseRequest(&json)
        #expect(request.messages.map(\.role) == [.system, .system, .user, .assistant, .tool])
        #expect(request.messages[0].text == "Be brief.")
        #expect(request.tools == [ToolDefinition(name: "sql", textInput: TextInput())])
        #expect(request.serverTools.map(\.name) == ["webSearch"])
        #expect(request.responseFormat == .json)
        #expect(request.extra["openai-responses"]?["text"]?["verbosity"] == "low")
        var plain = JSONReader(Array(#"{"model":"m","input":"Hi"}"#.utf8))
        #expect(try OpenAIResponses.parseRequest(&plain).messages == [.user("Hi")])
    }

    @Test func serverToolsAreAskedForWithWhatTheyFind() throws {
        var request = ChatRequest(model: "gpt-6-luna", "Hi")
        request.serverTools = [
            .webSearch(allowedDomains: ["swift.org"], userLocation: .init(city: "Bern")),
            .fileSearch(stores: ["vs_1"], maxResults: 2), .codeExecution(files: ["file_1"]),
            .mcp(label: "l", url: "https://a.example/mcp", token: "very-secret", allowedTools: ["t"]),
        ]
        let rendered = try Responses(StubTransport()).render(request)
        let body = try JSON(parsing: rendered.http.body)
        #expect(body["tools"]?[0]?["filters"] == ["allowed_domains": ["swift.org"]])
        #expect(body["tools"]?[0]?["user_location"] == ["type": "approximate", "city": "Bern"])
        #expect(body["tools"]?[2]?["container"] == ["type": "auto", "file_ids": ["file_1"]])
        #expect(body["tools"]?[3]?["authorization"] == "very-secret")
        #expect(!rendered.printableBody.contains("very-secret"))
        #expect(
            body["include"] == [
                "web_search_call.action.sources", "file_search_call.results", "code_interpreter_call.outputs",
            ])
    }

    @Test func furtherWiresOfAProviderAreItsBackendsToo() throws {
        #expect(Backends.backend("grok")?.provider.wire == "openai-chat")
        #expect(Backends.backend("grok", wire: "openai-responses") is GrokResponses.Type)
        #expect(Backends.backend("grok", wire: "gemini") == nil)
        var request = ChatRequest(model: "grok-4.3", "Hi")
        request.serverTools = ["xSearch"]
        let rendered = try GrokResponses(StubTransport()).render(request)
        #expect(rendered.http.url == "https://api.x.ai/v1/responses")
        #expect(try JSON(parsing: rendered.http.body)["tools"] == [["type": "x_search"]])
    }

    /// Nothing is lost on the way to items and back, whatever the parts are and wherever they stand.
    @Test func everyPartIsInSomeItem() {
        for seed in 1...500 {
            var generator = Generator(
                seed: UInt64(seed), wire: "openai-responses", provider: "responses", hasItems: true)
            let message = generator.message()
            let before = Set(message.parts.map(\.kind))
            let after = Set(message.items.flatMap(kinds))
            #expect(before.subtracting([.serverToolResult]).isSubset(of: after), "seed \(seed)")
            let texts = message.items.flatMap { item -> [String] in
                switch item {
                case .system(let message), .user(let message), .assistant(let message): [message.text].compactMap { $0 }
                default: []
                }
            }
            #expect(texts.joined() == message.text ?? "", "seed \(seed)")
            let again = message.items.flatMap { item -> [ToolCall] in
                if case .toolCall(let call) = item { [call] } else { [] }
            }
            #expect(again == message.toolCalls, "seed \(seed)")
        }
    }

    private func kinds(_ item: Item) -> [Part.Kind] {
        switch item {
        case .system(let message), .user(let message), .assistant(let message): message.parts.map(\.kind)
        case .reasoning: [.reasoning]
        case .toolCall: [.toolCall]
        case .toolResult: [.toolResult]
        case .computerResult: [.serverToolResult]
        case .opaque: [.opaque]
        case .other(let part): [part.kind]
        case .rest: []
        default: [.serverToolCall]
        }
    }

    @Test func aSimulatorOfItemsIsUnderstood() async throws {
        let simulator = try Simulator(OpenAIResponses.self)
        defer { simulator.stop() }
        let backend = ChatResponses(base: simulator.base)
        var request = ChatRequest(model: "any", "What is the weather in Bern?")
        request.tools = [
            ToolDefinition(name: "weather", schema: ["type": "object", "properties": ["city": ["type": "string"]]])
        ]
        let streamed = try await backend.stream(request).response()
        let whole = try await backend.respond(to: request)
        #expect(streamed.toolCalls.map(\.name) == ["weather"])
        #expect(streamed.message == whole.message)
        #expect(streamed.stopReason == .toolCalls)
    }
}
