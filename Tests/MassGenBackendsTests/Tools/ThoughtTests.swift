import MassGenBackends
import Testing

/// T14: signed reasoning that was edited or is missing is found before anything is sent.
@Suite("T14: signed reasoning edited or missing in history", .timeLimit(.minutes(1))) struct ThoughtTests {
    private let call = ToolCall(id: "t1", name: "weather", arguments: ["city": "Oslo"])

    private func request(_ thoughts: ReasoningPart?, budget: Int? = nil) -> ChatRequest {
        var request = ChatRequest(model: "m", messages: [.user("?")])
        request.messages.append(
            Message(role: .assistant, parts: (thoughts.map { [.reasoning($0)] } ?? []) + [.toolCall(call)]))
        request.messages.append(.tool(ToolResult(callID: "t1", "Sunny")))
        if let budget { request.reasoning = ReasoningOptions(budgetTokens: budget) }
        request.maxOutputTokens = 8000
        return request
    }

    private func code<Backend: HTTPBackend>(_ type: Backend.Type, _ request: ChatRequest) -> BackendError.Code? {
        let transport = StubTransport()
        defer { #expect(transport.sent.isEmpty) }
        do throws(BackendError) {
            _ = try Backend(transport).render(request)
            return nil
        } catch {
            return error.code
        }
    }

    private let sealed = ReasoningPart(text: "It rains.", signature: "s1", origin: "anthropic-messages")

    @Test func editedThoughtsAreFound() {
        #expect(code(Claude.self, request(sealed)) == nil)
        var edited = sealed
        edited.text = "It snows."
        #expect(edited.isAltered)
        #expect(code(Claude.self, request(edited)) == .alteredReasoning)
        edited.text = "It rains."
        #expect(code(Claude.self, request(edited)) == nil)
        // Another vendor drops them anyway.
        edited.text = ""
        #expect(code(Chat.self, request(edited)) == nil)
    }

    @Test func thoughtsOfEarlierTurnsDoNotMatter() {
        var edited = sealed
        edited.text = "It snows."
        var later = request(edited, budget: 2000)
        later.messages += [.assistant("Sunny."), .user("And now?")]
        #expect(code(Claude.self, later) == nil)
    }

    @Test func missingThoughtsAreFoundWhereTheModelThinks() {
        #expect(code(Claude.self, request(nil, budget: 2000)) == .missingReasoning)
        #expect(
            code(Claude.self, request(ReasoningPart(text: "x", origin: "gemini"), budget: 2000)) == .missingReasoning)
        #expect(code(Claude.self, request(sealed, budget: 2000)) == nil)
        #expect(code(Claude.self, request(nil)) == nil)
        let encrypted = ReasoningPart(encrypted: "e", origin: "anthropic-messages")
        #expect(code(Claude.self, request(encrypted, budget: 2000)) == nil)
    }

    @Test func thoughtsThatStreamedInAreWhole() {
        let outcome = Outcome(
            """
            data: {"type":"message_start","message":{"id":"m","model":"m","content":[],"usage":{"input_tokens":1}}}

            data: {"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}

            data: {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"It "}}

            data: {"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"rains."}}

            data: {"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"s1"}}

            data: {"type":"content_block_stop","index":0}

            data: {"type":"message_delta","delta":{"stop_reason":"end_turn"}}

            data: {"type":"message_stop"}


            """, by: AnthropicMessages.self)
        guard case .reasoning(var part)? = outcome.response.message.parts.first else { return #expect(Bool(false)) }
        #expect(part.text == "It rains." && part.signature == "s1" && !part.isAltered)
        part.text += " Much."
        #expect(part.isAltered)
    }
}
