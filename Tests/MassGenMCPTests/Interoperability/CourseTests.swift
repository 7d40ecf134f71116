import MassGenCore
import MassGenMCP
import Synchronization
import Testing

@Suite("The course of a call to a server by others", Python.needed, .timeLimit(.minutes(2)))
struct CourseTests {
    @Test("Progress is told in order", arguments: Meeting.streaming)
    func progress(_ meeting: Meeting) async throws {
        let client = try await meeting.client().client
        let told = Mutex([MCPProgress]())
        let result = try await client.call("slow", ["seconds": 0.3, "steps": 3]) { progress in
            told.withLock { $0.append(progress) }
        }
        #expect(result.text == "done")
        #expect(told.withLock { $0.map(\.progress) } == [1, 2, 3])
        #expect(told.withLock { $0.first } == MCPProgress(progress: 1, total: 3, message: "step 1"))
    }

    @Test("Progress gives a call more time than its timeout", arguments: [Meeting.stdioSession, .httpStateless])
    func extends(_ meeting: Meeting) async throws {
        let client = try await meeting.client().client
        let result = try await client.call("slow", ["seconds": 4, "steps": 16], timeout: .seconds(2)) { _ in }
        #expect(result.text == "done")
    }

    @Test("Cancelling the task ends the call at once, here and at the server", arguments: Meeting.streaming)
    func cancels(_ meeting: Meeting) async throws {
        let client = try await meeting.newClient().client
        let before = try await client.call("cancellations").structured?["result"]?.int ?? 0
        let task = Task { try await client.call("slow", ["seconds": 60, "steps": 0]) }
        try await Task.sleep(for: .milliseconds(400))
        let start = ContinuousClock.now
        task.cancel()
        let result = await task.result
        #expect(ContinuousClock.now - start < .seconds(1))
        #expect(throws: MCPError.self) { try result.get() }
        // Other meetings of the same server may be given up at the same time.
        let isNoted = try await eventually {
            try await client.call("cancellations").structured?["result"]?.int ?? 0 > before
        }
        #expect(isNoted)
        await client.close()
    }

    @Test("A call that takes too long ends in time, and the connection lives on", arguments: Meeting.allCases)
    func timeout(_ meeting: Meeting) async throws {
        let client = try await meeting.newClient().client
        _ = try await client.connect()
        let start = ContinuousClock.now
        await #expect {
            try await client.call("slow", ["seconds": 30, "steps": 0], timeout: .milliseconds(500))
        } throws: {
            ($0 as? MCPError)?.kind == .timeout
        }
        #expect(ContinuousClock.now - start < .milliseconds(1500))
        #expect(try await client.call("add", ["a": 1, "b": 1]).text == "2")
        #expect(client.statistics.timeouts == 1)
        await client.close()
    }

    @Test(
        "The server's model is the client's, once that is approved",
        arguments: Meeting.allCases.filter { $0 != .jsonSession })
    func sampling(_ meeting: Meeting) async throws {
        let result = try await meeting.client().client.call("think", ["question": "Why is the sky blue?"])
        #expect(result.text.hasPrefix("simulator: You ask: \"Why is the sky blue?\""), "\(result.text)")
    }

    @Test("A model's answer that is not approved is an error", arguments: [Meeting.stdioSession, .stdioStateless])
    func refusedSampling(_ meeting: Meeting) async throws {
        let guest = try await meeting.newClient {
            $0.answers.sampling = MCPSampling(SimulatedModel.shared, model: "simulator") { _ in nil }
        }
        do {
            let result = try await guest.client.call("think", ["question": "Why?"])
            #expect(result.isError)
        } catch {
            #expect(error.kind == .refused || error.kind == .server)
        }
        await guest.client.close()
    }

    @Test(
        "A person is asked for what the server wants to know", arguments: Meeting.allCases.filter { $0 != .jsonSession }
    )
    func elicitation(_ meeting: Meeting) async throws {
        let result = try await meeting.client().client.call("greet")
        #expect(result.text == "Hello, Ada")
    }

    @Test("A person is sent to a page, and may decline", arguments: [Meeting.stdioSession, .httpSession, .legacySSE])
    func page(_ meeting: Meeting) async throws {
        let result = try await meeting.client().client.call("visit")
        #expect(result.text == "decline")
    }

    @Test("The server learns the roots", arguments: Meeting.allCases.filter { $0 != .jsonSession })
    func roots(_ meeting: Meeting) async throws {
        let client = try await meeting.client().client
        #expect(try await client.call("places").structured?["result"] == ["file:///work"])
        try await client.rootsChanged()
    }

    @Test("What a server asks and nobody answers is an error, not a wait")
    func nothingOffered() async throws {
        let guest = try await Meeting.stdioSession.newClient { $0.answers = MCPAnswers() }
        do {
            #expect(try await guest.client.call("greet", timeout: .seconds(10)).isError)
        } catch {
            #expect(error.kind == .server)
        }
        await guest.client.close()
    }

    @Test("What the server logs is told", arguments: Meeting.streaming)
    func logs(_ meeting: Meeting) async throws {
        let guest = try await meeting.client()
        _ = try await guest.client.call("say", ["text": "careful"])
        let event = await guest.log.first { if case .log = $0 { true } else { false } }
        #expect(event == .log(MCPLogMessage(level: .warning, logger: "sayer", data: "careful")))
    }
}
