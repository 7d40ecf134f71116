import Foundation
import MassGenBackends
import MassGenSimulator
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1))) struct RunTests {
    @Test func goesOnUntilTheModelHasItsAnswer() async throws {
        let log = CallLog()
        let scripted = try scripted(
            .calling(call("c1")), .calling(call("c2", "weather", ["city": "Rome"])), .saying("Sunny."))
        var steps: [String] = []
        var ended: RunResult?
        for try await event in scripted.backend.run("Weather?", model: "any", tools: [weather(log)]) {
            switch event {
            case .round(let number): steps.append("round \(number)")
            case .model: if steps.last != "model" { steps.append("model") }
            case .answered(let response): steps.append("answered \(response.toolCalls.count)")
            case .toolStarted(let call): steps.append("started \(call.id)")
            case .toolProgress: steps.append("progress")
            case .toolEnded(let record): steps.append("\(record.outcome) \(record.call.id)")
            case .ended(let result):
                steps.append("ended")
                ended = result
            }
        }
        #expect(
            steps == [
                "round 1", "model", "answered 1", "started c1", "finished c1", "round 2", "model", "answered 1",
                "started c2", "finished c2", "round 3", "model", "answered 0", "ended",
            ])
        let result = try #require(ended)
        #expect(result.end == .finished)
        #expect(result.response.text == "Sunny.")
        #expect(result.messages.map(\.role) == [.user, .assistant, .tool, .assistant, .tool, .assistant])
        #expect(result.answers.count == 3)
        #expect(result.usage.input == 30)
        #expect(result.usage.output == 15)
        #expect(result.isValid)
        #expect(log.all == ["Oslo", "Rome"])
        #expect(scripted.simulator.requests.last?.messages.last?.toolResults.first?.text == "Sunny in Rome")
        #expect(scripted.simulator.requests.map { $0.tools.map(\.name) } == Array(repeating: ["weather"], count: 3))
    }

    @Test func theShortFormGivesTheAnswer() async throws {
        let scripted = try scripted(.calling(call("c1")), .saying("Sunny."))
        let answer = try await scripted.backend.run("Weather?", model: "any", tools: [weather()]).response()
        #expect(answer.text == "Sunny.")
    }

    @Test func callsOfOneAnswerRunTogetherUpToACap() async throws {
        let running = Mutex((now: 0, most: 0))
        let slow = FunctionTool("slow") { (city: City) in
            running.withLock { state in
                state.now += 1
                state.most = max(state.most, state.now)
            }
            try await Task.sleep(for: .milliseconds(30))
            running.withLock { $0.now -= 1 }
            return city.city
        }
        let calls = (0..<9).map { call("c\($0)", "slow", ["city": "\($0)"]) }
        var answer = ChatResponse.calling()
        answer.message.parts = calls.map(Part.toolCall)
        var scripted = try Scripted(Chat.self, [answer, .saying("ok")])
        scripted.options.parallelCalls = 3
        let result = await scripted.run(slow)
        #expect(result.messages[2].toolResults.map(\.text) == (0..<9).map(String.init))
        #expect(running.withLock { $0.most } == 3)
    }

    @Test func toolsSayHowFarTheyAre() async throws {
        let scripted = try scripted(.calling(call("c1")), .saying("ok"))
        let tool = FunctionTool("weather") { (_: City) in
            ToolContext.current?.report(ToolProgress(done: 1, total: 2, message: "half"))
            return ToolContext.current?.call.id ?? "none"
        }
        var reports: [ToolProgress] = []
        var result: RunResult?
        for try await event in scripted.backend.run("?", model: "any", tools: [tool]) {
            if case .toolProgress(let call, let progress) = event, call.id == "c1" { reports.append(progress) }
            if case .ended(let end) = event { result = end }
        }
        #expect(reports == [ToolProgress(done: 1, total: 2, message: "half")])
        #expect(result?.messages[2].toolResults.first?.text == "c1")
    }

    @Test func functionsOfTheRequestAreHandedBack() async throws {
        let log = CallLog()
        let scripted = try scripted(.calling(call("a"), call("b", "vote")))
        var request = ChatRequest(model: "any", "?")
        request.tools = [ToolDefinition(name: "vote", schema: ["type": "object"])]
        let result = await scripted.backend.run(request, tools: [weather(log)]).result()
        #expect(result.end == .handedBack([call("b", "vote")]))
        #expect(log.all == ["Oslo"])
        #expect(result.messages.last?.toolResults.map(\.callID) == ["a"])
        let next = Message.tool(ToolResult(callID: "b", "voted"))
        var whole = ChatRequest(model: "any", messages: result.messages + [next])
        #expect(whole.mend().isEmpty)
    }

    @Test func aDemandedCallIsDemandedOnce() async throws {
        let scripted = try scripted(.calling(call("a")), .saying("ok"))
        var request = ChatRequest(model: "any", "?")
        request.toolChoice = .required
        let result = await scripted.backend.run(request, tools: [weather()]).result()
        #expect(result.end == .finished)
        #expect(scripted.simulator.requests.map(\.toolChoice) == [.required, nil])
    }

    @Test func anAnswerThatPausesIsAskedToGoOn() async throws {
        var pause = ChatResponse.saying("Searching")
        pause.stopReason = .pause
        let scripted = try Scripted(Claude.self, [pause, .saying("Found.")])
        let result = await scripted.run(weather())
        #expect(result.end == .finished)
        #expect(result.response.text == "Found.")
        #expect(result.answers.count == 2)
    }

    @Test func callsThatTheProviderMadeAreNotMadeAgain() async throws {
        let log = CallLog()
        var answer = ChatResponse.saying("Found.")
        answer.message.parts.insert(.serverToolCall(ServerToolCall(id: "s1", name: "weather", arguments: [:])), at: 0)
        let scripted = try Scripted(Claude.self, [answer])
        let result = await scripted.run(weather(log))
        #expect(result.end == .finished)
        #expect(result.calls.isEmpty)
        #expect(log.all.isEmpty)
    }

    @Test func programsThatCallTheirOwnToolsAreRefused() async throws {
        let run = ClaudeCode(path: "/nowhere/claude").run("?", tools: [weather()])
        let result = await run.result()
        guard case .failed(let error) = result.end else { return #expect(Bool(false), "\(result.end)") }
        #expect(error.code == .unsupportedCapability)
        #expect(error.message.contains("tools"))
        #expect(await thrown { try await run.response() }?.code == .unsupportedCapability)
    }

    @Test func aFailedBackendEndsTheRunOnceAndKeepsWhatWasSaid() async throws {
        let scripted = try scripted(.calling(call("c1")))
        let run = scripted.backend.run(
            "?", model: "any",
            tools: [
                FunctionTool("weather") { (_: City) in
                    scripted.simulator.stop()
                    return "Sunny"
                }
            ])
        var ends: [RunResult] = []
        var failure: BackendError?
        do {
            for try await event in run { if case .ended(let result) = event { ends.append(result) } }
        } catch {
            failure = error
        }
        #expect(ends.count == 1)
        #expect(failure?.family == .transport)
        #expect(ends.first?.messages.map(\.role) == [.user, .assistant, .tool])
        #expect(ends.first?.isValid == true)
    }

    @Test func mediaOfResultsAreReadAndWhatCannotBeShownIsSaid() async throws {
        let folder = FileManager.default.temporaryDirectory
        let path = folder.appendingPathComponent("\(UUID().uuidString).png").path
        let bytes = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        try bytes.write(to: URL(fileURLWithPath: path))
        let picture = FunctionTool("picture") {
            [Part.attachment(Media(path: path)), .attachment(Media(path: "/nowhere.png")), .text("here")]
        }
        let scripted = try Scripted(Claude.self, [.calling(call("a", "picture", [:])), .saying("ok")])
        let result = await scripted.run(picture)
        try FileManager.default.removeItem(atPath: path)
        #expect(result.end == .finished)
        let parts = result.messages[2].toolResults[0].parts
        #expect(parts.map(\.kind) == [.image, .text, .text])
        guard case .image(let media)? = parts.first else { return }
        #expect(media.data == bytes)
        #expect(result.messages[2].toolResults[0].text?.contains("'/nowhere.png' cannot be read") == true)
    }

    @Test func mistakesInToolsAreAllFoundBeforeAnythingIsSent() async throws {
        let scripted = try scripted(.saying("ok"))
        let result = await scripted.run(weather(), weather(), FunctionTool("") { "x" })
        guard case .failed(let error) = result.end else { return #expect(Bool(false), "\(result.end)") }
        #expect(error.code == .invalidTools)
        #expect(error.family == .setup)
        #expect(error.message.contains("'weather'"))
        #expect(error.message.contains("no name"))
        #expect(scripted.simulator.requests.isEmpty)
    }
}
