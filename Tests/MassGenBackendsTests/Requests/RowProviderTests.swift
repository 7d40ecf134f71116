import Foundation
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

    @Test func callsGoBackWithTheThoughtsThatLedToThem() throws {
        var thinking = Message.assistant("")
        thinking.parts = [
            .reasoning(ReasoningPart(text: "Hm", origin: "openai-chat")), .toolCall(ToolCall(id: "c1", name: "f")),
        ]
        let foreign = Message(role: .assistant, parts: [.toolCall(ToolCall(id: "c2", name: "f"))])
        for backend in [DeepSeek.self as any HTTPBackend.Type, Moonshot.self] {
            let (json, losses) = try body(backend) {
                $0.messages = [
                    .user("Hi"), thinking, .tool(ToolResult(callID: "c1", "1")), foreign,
                    .tool(ToolResult(callID: "c2", "2")), .user("So?"),
                ]
            }
            let sent = json["messages"]?.array?.compactMap { $0["reasoning_content"]?.string }
            #expect(sent == ["Hm", " "], "\(backend.provider.id)")
            #expect(losses.map(\.severity) == [.synthesised], "\(backend.provider.id): \(losses)")
        }
        // Its elder refuses them.
        let elder = try body(DeepSeek.self) {
            $0.model = "deepseek-r1"
            $0.messages = [
                .user("Hi"), Message(role: .assistant, parts: [thinking.parts[0], .text("A")]), .user("So?"),
            ]
        }
        #expect(elder.json["messages"]?[1]?["reasoning_content"] == nil)
        #expect(elder.losses.contains { $0.severity == .dropped })
    }

    @Test func thinkingIsToldTwiceWhereThereAreASwitchAndLevels() throws {
        let off = try body(DeepSeek.self) { $0.reasoning = ReasoningOptions(effort: ReasoningEffort.none) }
        #expect(off.json["thinking"] == ["type": "disabled"])
        #expect(off.json["reasoning_effort"] == nil)
        #expect(off.losses.isEmpty)
        let high = try body(DeepSeek.self) { $0.reasoning = ReasoningOptions(effort: .high) }
        #expect(high.json["thinking"] == ["type": "enabled"])
        #expect(high.json["reasoning_effort"] == "high")
        let adaptive = try body(DeepSeek.self) { $0.deepseek.thinkingType = "adaptive" }
        #expect(adaptive.json["thinking"] == ["type": "adaptive"])
        let newer = try body(Zai.self) {
            $0.model = "glm-5.2"
            $0.reasoning = ReasoningOptions(effort: .high)
            $0.zai.thinkingClearThinking = false
        }
        #expect(newer.json["thinking"] == ["type": "enabled", "clear_thinking": false])
        #expect(newer.json["reasoning_effort"] == "high")
        #expect(newer.losses.isEmpty)
        let together = try body(Together.self) { $0.reasoning = ReasoningOptions(effort: ReasoningEffort.none) }
        #expect(together.json["reasoning"] == ["enabled": false])
        #expect(together.json["reasoning_effort"] == nil)
    }

    @Test func detailedThoughtsGoBackAsTheyCame() throws {
        let details =
            #"[{"type":"reasoning.summary","summary":"S","format":"x","index":0},{"type":"reasoning.encrypted","data":"abc","id":"e1","format":"x","index":1},{"type":"reasoning.text","text":"T","signature":"s1","format":"y","index":2}]"#
        let answer =
            #"{"id":"r1","model":"m1","choices":[{"index":0,"message":{"role":"assistant","content":"A","reasoning":"ST","reasoning_details":\#(details)},"finish_reason":"stop"}]}"#
        let whole = Outcome(answer, by: OpenRouterWire.self).response.message
        #expect(whole.reasoning == "ST")
        let pieces =
            #"{"type":"reasoning.text","text":"T","format":"y","index":2}],[{"type":"reasoning.text","signature":"s1","format":"y","index":2}"#
        let split = details.replacing(
            #"{"type":"reasoning.text","text":"T","signature":"s1","format":"y","index":2}"#, with: pieces)
        let lists = split.components("],[")
        let stream = lists.map { delta(#""reasoning_details":\#($0)"#) } + [delta(#""content":"A""#, stop: "stop")]
        let streamed = Outcome(stream.map { "data: \($0)\n\n" }.joined() + "data: [DONE]\n\n", by: OpenRouterWire.self)
            .response.message
        for message in [whole, streamed] {
            let (json, losses) = try body(OpenRouter.self) { $0.messages = [.user("Hi"), message, .user("So?")] }
            #expect(try json["messages"]?[1]?["reasoning_details"] == JSON(parsing: details))
            #expect(json["messages"]?[1]?["content"] == "A")
            #expect(losses.isEmpty)
        }
    }

    @Test func detailsOfThoughtsGoBackByteForByte() throws {
        let details =
            #"[{"format":"f","index":0,"summary":"S\u00e9","type":"reasoning.summary"}, {"index":1,"format":"f","type":"reasoning.summary","summary":"T"},{"data":"a\/b=","id":"e1","type":"reasoning.encrypted","index":2},{"text":"U","type":"reasoning.text","signature":"s","index":3 }]"#
        let answer =
            #"{"id":"r1","model":"m1","choices":[{"index":0,"message":{"role":"assistant","content":"A","reasoning":"x","reasoning_details":\#(details)},"finish_reason":"stop"}]}"#
        let outcome = Outcome(answer, by: OpenRouterWire.self)
        #expect(outcome.response.message.reasoning == "SéTU")
        #expect(mistake(in: outcome.events) == nil)
        let stored = try JSONDecoder().decode(Message.self, from: JSONEncoder().encode(outcome.response.message))
        for message in [outcome.response.message, stored] {
            let request = ChatRequest(model: "m", messages: [.user("Hi"), message, .user("So?")])
            let body = try OpenRouter(StubTransport()).render(request).http.body
            for detail in details.dropFirst().dropLast().split(separator: "},") {
                let text = detail.drop { $0 == " " } + (detail.hasSuffix("}") ? "" : "}")
                #expect(String(decoding: body, as: UTF8.self).contains(text), "\(text)")
            }
        }
        // What was changed is written anew.
        var changed = outcome.response.message
        guard case .reasoning(var thought) = changed.parts[0] else { return #expect(Bool(false)) }
        thought.text = "other"
        changed.parts[0] = .reasoning(thought)
        let (json, _) = try body(OpenRouter.self) { $0.messages = [.user("Hi"), changed, .user("So?")] }
        #expect(json["messages"]?[1]?["reasoning_details"]?[0]?["summary"] == "other")
    }

    @Test func toolsOfGrokAreNotClosed() throws {
        let schema: JSON = [
            "type": "object", "additionalProperties": false,
            "properties": ["a": ["type": "object", "additionalProperties": false]],
        ]
        let (json, losses) = try body(Grok.self) { $0.tools = [ToolDefinition(name: "f", schema: schema)] }
        #expect(
            json["tools"]?[0]?["function"]?["parameters"] == [
                "type": "object", "properties": ["a": ["type": "object"]],
            ])
        #expect(losses.map(\.path) == ["tools[0].schema"])
    }

    @Test func promptsAreMarkedForTheCacheWhereTheyCanBe() throws {
        let (json, losses) = try body(OpenRouter.self) { $0.cache = [CacheMark(after: 0, ttl: "1h")] }
        #expect(json["messages"]?[0]?["content"]?[0]?["cache_control"] == ["type": "ephemeral", "ttl": "1h"])
        #expect(losses.isEmpty)
        // How long is Qwen's own affair.
        let (qwen, untold) = try body(Qwen.self) { $0.cache = [CacheMark(after: 0, ttl: "1h")] }
        #expect(qwen["messages"]?[0]?["content"]?[0]?["cache_control"] == ["type": "ephemeral"])
        #expect(untold.map(\.path) == ["messages[0].parts[0].cache.ttl"])
        let unmarked = try body(Qwen.self) { $0.cache = [CacheMark(after: 0)] }
        #expect(unmarked.losses.isEmpty)
    }

    @Test func marksThatCannotBeSetAreReportedAndChangeNothingElse() throws {
        var text = TextPart(text: "Hi")
        text.cache = CachePoint()
        let (json, losses) = try body(Groq.self) {
            $0.messages = [Message(role: .user, parts: [.text(text)])]
            $0.cache = [CacheMark(after: 0)]
        }
        #expect(json["messages"]?[0]?["content"] == "Hi")
        #expect(losses.map(\.path) == ["cache", "messages[0].parts[0].cache"])
    }

    @Test func aPersonMaySpeakAfterATool() throws {
        let call = Message(role: .assistant, parts: [.toolCall(ToolCall(id: "abcdefghi", name: "f"))])
        let (json, _) = try body(Mistral.self) {
            $0.messages = [.user("Hi"), call, .tool(ToolResult(callID: "abcdefghi", "1")), .user("And?")]
        }
        #expect(
            json["messages"]?.array?.map { $0["role"]?.string } == ["user", "assistant", "tool", "assistant", "user"])
    }
}

extension String {
    /// The pieces between marks, those that were lists as lists again.
    fileprivate func components(_ mark: String) -> [String] {
        let pieces = self.split(separator: mark).map(String.init)
        return pieces.enumerated().map { place, piece in
            (place > 0 ? "[" : "") + piece + (place + 1 < pieces.count ? "]" : "")
        }
    }
}
