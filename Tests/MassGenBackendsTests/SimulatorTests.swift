import MassGenBackends
import MassGenSimulator
import Testing

@Suite struct SimulatorTests {
    @Test func streamsAnAnswerThatDependsOnTheQuestion() async throws {
        try await ask(Chat.self, OpenAIChat.self)
        try await ask(Claude.self, AnthropicMessages.self)
        try await ask(Gemini.self, GeminiChat.self)
    }

    private func ask<Backend: HTTPBackend>(_ type: Backend.Type, _ wire: (some Wire).Type) async throws {
        let simulator = try Simulator(wire)
        var backend = Backend(key: "k-123456", base: simulator.base)
        backend.connection.allowsUnknownModels = true
        let question = "Why is the sky blue?"
        for answer in [
            try await backend.stream(question, model: "any").response(),
            try await backend.respond(to: question, model: "any"),
        ] {
            #expect(answer.text.contains(question), "\(wire.id)")
            #expect(answer.stopReason == .stop, "\(wire.id)")
            #expect(answer.usage?.output ?? 0 > 5, "\(wire.id)")
        }
    }

    @Test func callsAToolThatTheQuestionSpeaksOf() async throws {
        let simulator = try Simulator(OpenAIChat.self)
        var request = ChatRequest(model: "any", "What is the weather in Oslo?")
        request.tools = [
            ToolDefinition(name: "get_weather", schema: ["type": "object", "properties": ["city": ["type": "string"]]])
        ]
        let backend = Chat(base: simulator.base)
        let answer = try await backend.stream(request).response()
        #expect(answer.toolCalls.map(\.name) == ["get_weather"])
        #expect(answer.toolCalls.first?.arguments?["city"] == "Oslo")
        #expect(answer.stopReason == .toolCalls)
        request.messages += [answer.message, .tool(ToolResult(callID: answer.toolCalls[0].id, "12 degrees"))]
        #expect(try await backend.respond(to: request).text.contains("12 degrees"))
    }
}
