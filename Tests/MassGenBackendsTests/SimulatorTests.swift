import MassGenBackends
import MassGenSimulator
import Testing

@Suite struct SimulatorTests {
    @Test func streamsAnAnswerThatDependsOnTheQuestion() async throws {
        let simulator = try Simulator(OpenAIChat.self)
        let answer = try await Chat(base: simulator.base).stream("Why is the sky blue?", model: "any").response()
        #expect(answer.text.contains("Why is the sky blue?"))
        #expect(answer.stopReason == .stop)
        #expect(answer.usage?.output ?? 0 > 5)
    }
}
