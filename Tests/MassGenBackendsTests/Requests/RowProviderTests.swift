import MassGenBackends
import Testing

/// Providers of Chat Completions that are a few lines each: what they are sent, and what they refuse.
@Suite struct RowProviderTests {
    private func body<Backend: HTTPBackend>(
        _ backend: Backend.Type, _ change: (inout ChatRequest) -> Void = { _ in }
    ) throws -> (json: JSON, losses: [Loss]) {
        var request = ChatRequest(model: "m", "Hi")
        change(&request)
        let rendered = try Backend(StubTransport()).render(request)
        return (try JSON(parsing: rendered.http.body), rendered.losses)
    }

    @Test func thinkingIsTurnedOnAndOffInEachOnesOwnWay() throws {
        func off(_ request: inout ChatRequest) { request.reasoning = ReasoningOptions(effort: ReasoningEffort.none) }
        func some(_ request: inout ChatRequest) { request.reasoning = ReasoningOptions(effort: .medium) }
        for (backend, key, no, yes) in [
            (Qwen.self as any HTTPBackend.Type, "enable_thinking", "false", "true"),
            (Zai.self, "thinking", #"{"type":"disabled"}"#, #"{"type":"enabled"}"#),
            (Moonshot.self, "thinking", #"{"type":"disabled"}"#, #"{"type":"enabled"}"#),
            (OpenRouter.self, "reasoning", #"{"effort":"none"}"#, #"{"effort":"medium"}"#),
            (Cerebras.self, "reasoning_effort", #""none""#, #""medium""#),
            (Fireworks.self, "reasoning_effort", #""none""#, #""medium""#),
        ] {
            let name = backend.provider.id
            #expect(try body(backend).json[key] == nil, "\(name)")
            let (disabled, losses) = try body(backend, off)
            #expect(disabled[key]?.text == no, "\(name)")
            #expect(losses.isEmpty, "\(name): \(losses)")
            let (enabled, others) = try body(backend, some)
            #expect(enabled[key]?.text == yes, "\(name)")
            #expect(others.isEmpty, "\(name): \(others)")
        }
    }

    @Test func aLevelThatIsOnlyASwitchIsReported() throws {
        for backend in [Qwen.self as any HTTPBackend.Type, Zai.self, Moonshot.self] {
            let (json, losses) = try body(backend) { $0.reasoning = ReasoningOptions(effort: .high) }
            #expect(losses.map(\.path) == ["reasoning.effort"], "\(backend.provider.id)")
            #expect(losses.map(\.severity) == [.approximated], "\(backend.provider.id)")
            #expect(json["reasoning_effort"] == nil, "\(backend.provider.id)")
        }
    }

    @Test func aBudgetGoesWhereItIsTaken() throws {
        let qwen = try body(Qwen.self) { $0.reasoning = ReasoningOptions(budgetTokens: 500) }
        #expect(qwen.json["thinking_budget"] == 500)
        #expect(qwen.json["enable_thinking"] == true)
        #expect(qwen.losses.isEmpty)
        let router = try body(OpenRouter.self) { $0.reasoning = ReasoningOptions(budgetTokens: 500) }
        #expect(router.json["reasoning"]?["max_tokens"] == 500)
        let cerebras = try body(Cerebras.self) { $0.reasoning = ReasoningOptions(budgetTokens: 500) }
        #expect(cerebras.losses.map(\.path) == ["reasoning.budgetTokens"])
    }

    @Test func toolsThatMustBeCalledAreAskedForWhereThatIsRefused() throws {
        for backend in [Moonshot.self as any HTTPBackend.Type, Zai.self, Qwen.self] {
            let (json, losses) = try body(backend) {
                $0.tools = [ToolDefinition(name: "f", schema: [:])]
                $0.toolChoice = .required
            }
            #expect(json["tool_choice"] == "auto", "\(backend.provider.id)")
            #expect(losses.map(\.severity) == [.approximated], "\(backend.provider.id)")
        }
    }

    @Test func settingsOfOneProviderAreSentToNoOther() throws {
        func change(_ request: inout ChatRequest) {
            request.openrouter.provider = ["order": ["a", "b"]]
            request.vllm.minTokens = 3
        }
        #expect(try body(OpenRouter.self, change).json["provider"]?["order"]?[0] == "a")
        #expect(try body(OpenRouter.self, change).json["min_tokens"] == nil)
        #expect(try body(VLLM.self, change).json["min_tokens"] == 3)
        #expect(try body(SGLang.self, change).json["provider"] == nil)
    }

    @Test func openRouterIsToldWhoAsks() throws {
        var router = OpenRouter(StubTransport())
        router.referer = "https://a.example"
        router.appTitle = "A"
        let headers = try router.render(ChatRequest(model: "m", "Hi")).http.headers
        #expect(headers["HTTP-Referer"] == "https://a.example")
        #expect(headers["X-Title"] == "A")
    }

    @Test func usageIsAskedForOnlyWhereThatIsUnderstood() throws {
        for backend in [Together.self as any HTTPBackend.Type, Fireworks.self, Zai.self] {
            #expect(try body(backend).json["stream_options"] == nil, "\(backend.provider.id)")
        }
        for backend in [VLLM.self as any HTTPBackend.Type, Qwen.self, Moonshot.self] {
            #expect(try body(backend).json["stream_options"]?["include_usage"] == true, "\(backend.provider.id)")
        }
    }

    @Test func usageInsideTheChoiceCounts() {
        let outcome = Outcome(
            sse(
                #"{"id":"i","model":"m","choices":[{"index":0,"delta":{"content":"x"}}]}"#,
                #"{"choices":[{"index":0,"delta":{},"finish_reason":"stop","usage":{"prompt_tokens":3,"completion_tokens":1}}]}"#
            ), by: MoonshotWire.self)
        #expect(outcome.response.usage?.input == 3)
        #expect(outcome.response.usage?.output == 1)
    }

    @Test func mistralHearsAnAnswerBetweenResultsAndTheUser() throws {
        let call = ToolCall(id: "abcdefghi", name: "f", arguments: [:])
        let messages: [Message] = [
            .user("Hi"), Message(role: .assistant, parts: [.toolCall(call)]),
            .tool(ToolResult(callID: "abcdefghi", "1")), .user("And now?"),
        ]
        let rendered = try Mistral(StubTransport()).render(ChatRequest(model: "m", messages: messages))
        let roles = try JSON(parsing: rendered.http.body)["messages"]?.array?.compactMap { $0["role"]?.string }
        #expect(roles == ["user", "assistant", "tool", "assistant", "user"])
        #expect(rendered.losses.map(\.severity) == [.synthesised])
        #expect(rendered.losses.map(\.path) == ["messages[3]"])
    }
}
