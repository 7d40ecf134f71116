import MassGenBackends
import MassGenSimulator
import Testing

@Suite(.timeLimit(.minutes(1))) struct RunLimitTests {
    /// A model that never has enough.
    private func endless() throws -> Scripted<Chat> {
        try Scripted(Chat.self, (0..<40).map { .calling(call("c\($0)")) })
    }

    private func reason(_ result: RunResult) -> RunEnd.Limit? {
        if case .limit(let limit, _) = result.end { limit } else { nil }
    }

    @Test func roundsEnd() async throws {
        let log = CallLog()
        var scripted = try endless()
        scripted.options.limits.rounds = 3
        let result = await scripted.run(weather(log))
        #expect(reason(result) == .rounds)
        #expect(result.answers.count == 3)
        #expect(log.all.count == 2)
        #expect(result.outcomes == [.finished, .finished, .skipped])
        #expect(result.isValid)
        let run = scripted.backend.run("?", model: "any", tools: [weather()], options: scripted.options)
        #expect(await thrown { try await run.response() }?.code == .runLimit)
    }

    @Test func callsEnd() async throws {
        let log = CallLog()
        var scripted = try Scripted(
            Chat.self, [.calling(call("a"), call("b"), call("c")), .saying("never asked for")])
        scripted.options.limits.calls = 2
        let result = await scripted.run(weather(log))
        #expect(reason(result) == .calls)
        #expect(result.outcomes == [.finished, .finished, .skipped])
        #expect(log.all.count == 2)
        #expect(result.isValid)
    }

    @Test func tokensEnd() async throws {
        var scripted = try endless()
        scripted.options.limits.tokens = 40
        let result = await scripted.run(weather())
        #expect(reason(result) == .tokens)
        #expect(result.answers.count == 3)
        #expect(result.isValid)
    }

    @Test func costEndsBeforeItIsExceeded() async throws {
        let simulator = try Simulator(OpenAIChat.self, script: (0..<40).map { .calling(call("c\($0)")) })
        let backend = Groq(key: "test-key-0123456789", base: simulator.base)
        var request = ChatRequest(model: "openai/gpt-oss-120b", "?")
        request.maxOutputTokens = 100
        var options = RunOptions()
        options.limits.cost = SpendLimit(Dollars("0.001")!)
        let result = await backend.run(request, tools: [weather()], options: options).result()
        #expect(reason(result) == .cost)
        #expect(result.cost.spent < Dollars("0.001")!)
        #expect(result.isValid)
    }

    @Test func aCostThatCannotBeKnownIsSaid() async throws {
        var scripted = try endless()
        scripted.options.limits.cost = SpendLimit(Dollars("1")!)
        let result = await scripted.run(weather())
        guard case .limit(.cost, let words) = result.end else { return #expect(Bool(false), "\(result.end)") }
        #expect(words.contains("no bound"))
        #expect(scripted.simulator.requests.isEmpty)
    }

    @Test(arguments: [true, false])
    func timeEndsASlowModel(isStreaming: Bool) async throws {
        var scripted = try Scripted(
            Chat.self, [.saying(String(repeating: "word ", count: 200))],
            pace: isStreaming ? .milliseconds(2000) : .zero)
        let silent = try RawServer { client, _ in client.waitForClose() }
        scripted.options.limits.time = .milliseconds(500)
        scripted.options.isStreaming = isStreaming
        var backend = scripted.backend
        if !isStreaming { backend.connection.base = silent.base }
        let start = ContinuousClock.now
        let result = await backend.run("?", model: "any", tools: [weather()], options: scripted.options).result()
        #expect(reason(result) == .time)
        #expect(.now - start < .milliseconds(1500))
        #expect(result.messages.count == 1)
    }

    @Test func timeEndsASlowTool() async throws {
        var scripted = try scripted(.calling(call("a")), .saying("never"))
        scripted.options.limits.time = .milliseconds(500)
        let slow = FunctionTool("weather") { (_: City) in
            try await Task.sleep(for: .seconds(30))
            return "late"
        }
        let start = ContinuousClock.now
        let result = await scripted.run(slow)
        #expect(reason(result) == .time)
        #expect(result.outcomes == [.timedOut])
        #expect(.now - start < .milliseconds(1500))
        #expect(result.isValid)
    }

    @Test func longResultsAreCutAndSaidToBe() async throws {
        var scripted = try scripted(.calling(call("a")), .saying("ok"))
        scripted.options.outputLimit = 10
        let tool = FunctionTool("weather") { (_: City) in "ab😀defgh😀jk" }
        let text = await scripted.run(tool).messages[2].toolResults.first?.text ?? ""
        #expect(text.hasPrefix("ab😀defg"))
        #expect(text.contains("17 bytes, of which 10 are shown"))
        #expect(!text.contains("\u{FFFD}"))
    }
}
