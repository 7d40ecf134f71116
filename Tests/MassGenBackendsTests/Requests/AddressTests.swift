import MassGenBackends
import Testing

/// Where a request goes, and with which key.
@Suite struct AddressTests {
    private func http<Backend: HTTPBackend>(
        _ type: Backend.Type, key: Secret? = "k-1234567890", environment: [String: String] = [:],
        _ change: (inout Connection) -> Void = { _ in }
    ) throws -> HTTPRequest {
        var backend = Backend(StubTransport(), key: key, environment: environment)
        change(&backend.connection)
        return try backend.render(ChatRequest(model: "gpt x/1", "Hi")).http
    }

    @Test(arguments: [
        ("https://a.example/v1", "https://a.example/v1/chat/completions"),
        ("https://a.example/v1/", "https://a.example/v1/chat/completions"),
        ("https://a.example/v1///", "https://a.example/v1/chat/completions"),
        (" https://a.example/v1\n", "https://a.example/v1/chat/completions"),
        ("https://a.example/v1?tenant=t", "https://a.example/v1/chat/completions?tenant=t"),
        ("https://a.example/v1/?tenant=t&x=1", "https://a.example/v1/chat/completions?tenant=t&x=1"),
        ("https://a.example/v1/chat/completions", "https://a.example/v1/chat/completions"),
        ("http://[::1]:8080", "http://[::1]:8080/chat/completions"),
    ])
    func baseAndPathAreJoined(_ base: String, _ url: String) throws {
        #expect(try http(Chat.self) { $0.base = base }.url == url)
    }

    @Test func azureSpeaksTheNewAPI() throws {
        let request = try http(Azure.self) { $0.options["resource"] = "my-resource" }
        #expect(request.url == "https://my-resource.openai.azure.com/openai/v1/chat/completions")
        #expect(request.headers["api-key"] == "k-1234567890")
        #expect(request.headers["authorization"] == nil)
    }

    @Test func azureWithADatedVersionUsesDeployments() throws {
        let request = try http(Azure.self) {
            $0.options = ["resource": "r", "apiVersion": "2024-10-21"]
        }
        #expect(
            request.url
                == "https://r.openai.azure.com/openai/deployments/gpt%20x%2F1/chat/completions?api-version=2024-10-21")
    }

    @Test func azureFromTheEnvironment() throws {
        let environment = [
            "AZURE_OPENAI_ENDPOINT": "https://e.openai.azure.com/", "AZURE_OPENAI_AD_TOKEN": "token-123",
        ]
        let request = try http(Azure.self, key: nil, environment: environment)
        #expect(request.url == "https://e.openai.azure.com/openai/v1/chat/completions")
        #expect(request.headers["authorization"] == "Bearer token-123")
        #expect(request.headers["api-key"] == nil)
    }

    @Test func azureAddressMayHoldThePathAlready() throws {
        let request = try http(Azure.self) { $0.base = "https://e.openai.azure.com/openai/v1/" }
        #expect(request.url == "https://e.openai.azure.com/openai/v1/chat/completions")
    }

    @Test func keysAndAddressesFromTheEnvironment() throws {
        let environment = [
            "TOGETHER_AI_API_KEY": " key-2 \n", "TOGETHER_API_KEY": "", "TOGETHER_BASE_URL": "http://proxy/v1",
        ]
        let request = try http(Together.self, key: nil, environment: environment)
        #expect(request.headers["authorization"] == "Bearer key-2")
        #expect(request.url == "http://proxy/v1/chat/completions")
    }

    @Test func whatIsGivenGoesBeforeTheEnvironment() throws {
        let environment = ["GROQ_API_KEY": "from-environment", "GROQ_API_BASE": "http://environment"]
        let request = try http(Groq.self, environment: environment) { $0.base = "http://given" }
        #expect(request.headers["authorization"] == "Bearer k-1234567890")
        #expect(request.url == "http://given/chat/completions")
    }

    @Test func localServersNeedNoKey() throws {
        #expect(try http(Ollama.self, key: nil).headers["authorization"] == nil)
        #expect(try http(LMStudio.self, key: "abc-123").headers["authorization"] == "Bearer abc-123")
    }

    @Test func headersOfOnesOwn() throws {
        let request = try http(OpenAI.self, key: nil) {
            $0.headers = ["X-Team": "red", "User-Agent": "mine", "Authorization": "Bearer other"]
            $0.options = ["organization": "org-1"]
        }
        #expect(request.headers["x-team"] == "red")
        #expect(request.headers["user-agent"] == "mine")
        #expect(request.headers["authorization"] == "Bearer other")
        #expect(request.headers["openai-organization"] == "org-1")
        #expect(request.headers["openai-project"] == nil)
    }

    @Test func streamsAndDocumentsAskForWhatTheyWant() throws {
        let backend = OpenAI(StubTransport())
        let stream = try backend.render(ChatRequest(model: "m", "Hi"), isStreaming: true).http
        let whole = try backend.render(ChatRequest(model: "m", "Hi"), isStreaming: false).http
        #expect(stream.headers["accept"] == "text/event-stream")
        #expect(whole.headers["accept"] == "application/json")
        #expect(try JSON(parsing: stream.body)["stream"] == true)
        #expect(try JSON(parsing: whole.body)["stream"] == nil)
    }
}

/// What goes into the body, and what is said to be lost.
@Suite struct RequestBodyTests {
    @Test func settingsReachOnlyTheirProvider() throws {
        var request = ChatRequest(model: "m", "Hi")
        request.mistral.safePrompt = true
        request.groq.reasoningFormat = "parsed"
        let mistral = try JSON(parsing: try Mistral(StubTransport()).render(request).http.body)
        let groq = try JSON(parsing: try Groq(StubTransport()).render(request).http.body)
        let openai = try JSON(parsing: try OpenAI(StubTransport()).render(request).http.body)
        #expect(mistral["safe_prompt"] == true && mistral["reasoning_format"] == nil)
        #expect(groq["reasoning_format"] == "parsed" && groq["safe_prompt"] == nil)
        #expect(openai["safe_prompt"] == nil && openai["reasoning_format"] == nil)
        request.mistral.safePrompt = nil
        #expect(request.extra["mistral"] == nil)
    }

    @Test func lossesAreReportedWithTheAnswer() async throws {
        var request = ChatRequest(model: "m", "Hi")
        request.topK = 5
        request.reasoning = ReasoningOptions(effort: "xhigh")
        let answer = try await Groq(StubTransport(body: plainAnswer)).respond(to: request)
        #expect(answer.losses.map(\.path) == ["topK", "reasoning.effort"])
        #expect(answer.losses.map(\.severity) == [.dropped, .approximated])
        let first = try await Groq(StubTransport(body: sse(delta("\"content\":\"a\"", stop: "stop")))).stream(request)
            .first { _ in true }
        guard case .started(let head)? = first else {
            Issue.record("no head: \(String(describing: first))")
            return
        }
        #expect(head.losses == answer.losses)
    }

    @Test func toolsThatTheProviderLacksLeaveNoEmptyList() throws {
        var request = ChatRequest(model: "m", "Hi")
        request.serverTools = [.webSearch]
        let rendered = try OpenAI(StubTransport()).render(request)
        #expect(try JSON(parsing: rendered.http.body)["tools"] == nil)
        #expect(rendered.losses.map(\.path) == ["serverTools[0]"])
        #expect(
            try JSON(parsing: try Groq(StubTransport()).render(request).http.body)["tools"]?[0]?["type"]
                == "browser_search")
    }

    @Test func brokenOpaquePartsNeverReachTheWire() throws {
        let parts: [Part] = [.text("a"), .opaque(OpaquePart(origin: "openai-chat", json: "{\"broken\":"))]
        let rendered = try OpenAI(StubTransport()).render(
            ChatRequest(model: "m", messages: [Message(role: .user, parts: parts)]))
        #expect(try JSON(parsing: rendered.http.body)["messages"]?[0]?["content"]?.array?.count == 1)
        #expect(rendered.losses.map(\.path) == ["messages[0].parts[1]"])
    }

    @Test func additionsLeaveTheRestByteForByte() throws {
        let opaque = "{ \"type\" : \"x\", \"n\": 1.50, \"s\": \"\\u00e9\\/\" }"
        var request = ChatRequest(
            model: "m", messages: [.user(.text("a"), .opaque(OpaquePart(origin: "openai-chat", json: opaque)))])
        request.extra["openai-chat"] = ["x": 1]
        let body = String(decoding: try Chat(StubTransport()).render(request).http.body, as: UTF8.self)
        #expect(body.contains(opaque))
        #expect(body.hasSuffix(",\"x\":1}"))
    }

    @Test func mistralGetsIDsOfNineLetters() throws {
        let messages: [Message] = [
            .user("Hi"),
            Message(role: .assistant, parts: [.toolCall(ToolCall(id: "call_long_id", name: "f", argumentsText: "{}"))]),
            .tool(ToolResult(callID: "call_long_id", "ok")),
        ]
        let rendered = try Mistral(StubTransport()).render(ChatRequest(model: "m", messages: messages))
        let body = try JSON(parsing: rendered.http.body)
        let id = body["messages"]?[1]?["tool_calls"]?[0]?["id"]?.string
        #expect(id?.utf8.count == 9)
        #expect(body["messages"]?[2]?["tool_call_id"]?.string == id)
        #expect(rendered.losses.map(\.path) == ["messages[1].parts[0].id", "messages[2].parts[0].callID"])
    }
}
