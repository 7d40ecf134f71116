import MassGenBackends
import MassGenSimulator
import Synchronization
import Testing

/// The whole road, over a real connection.
@Suite struct ClientTests {
    private func backend(_ base: String) -> Chat {
        var connection = Connection(key: "test-key-0123456789", base: base)
        connection.environment = [:]
        return Chat(connection)
    }

    private let question = ChatRequest(model: "m", "Why is the sky blue?")

    @Test func streamAndDocumentGiveTheSameAnswer() async throws {
        let simulator = try Simulator(OpenAIChat.self)
        defer { simulator.stop() }
        let chat = backend(simulator.base)
        var events: [ChatEvent] = []
        for try await event in chat.stream(question) { events.append(event) }
        #expect(mistake(in: events) == nil)
        #expect(events.compactMap(\.text).joined().contains("sky"))
        let streamed = try await chat.stream(question).response()
        let whole = try await chat.respond(to: question)
        #expect(streamed == whole)
        #expect(whole.usage != nil)
    }

    @Test func toolCallsAndTheirResults() async throws {
        let simulator = try Simulator(OpenAIChat.self)
        defer { simulator.stop() }
        var request = ChatRequest(model: "m", "What is the weather in Rome?")
        request.tools = [
            ToolDefinition(name: "get_weather", schema: ["type": "object", "properties": ["city": ["type": "string"]]])
        ]
        let chat = backend(simulator.base)
        let first = try await chat.respond(to: request)
        let call = try #require(first.toolCalls.first)
        #expect(first.stopReason == .toolCalls)
        request.messages += [first.message, .tool(ToolResult(callID: call.id, "sunny"))]
        #expect(try await chat.stream(request).response().text.contains("sunny"))
    }

    @Test func everyIterationSendsAnew() async throws {
        let server = try RawServer { client, _ in client.answer(200, "", sse(delta("\"content\":\"a\"", stop: "stop")))
        }
        let stream = backend(server.base).stream(question)
        #expect(server.accepted == 0)
        #expect(try await stream.response().text == "a")
        #expect(try await stream.response().text == "a")
        #expect(server.accepted == 2)
    }

    @Test func leavingTheLoopClosesTheConnection() async throws {
        let server = try RawServer { client, _ in
            client.begin()
            client.send(sse(delta("\"content\":\"a\""), end: false))
            client.waitForClose()
        }
        for try await event in backend(server.base).stream(question) where event.text != nil { break }
        #expect(await until { server.closed == 1 })
    }

    @Test func cancellingTheTaskEndsTheStream() async throws {
        let server = try RawServer { client, _ in
            client.begin()
            client.send(sse(delta("\"content\":\"so far\""), end: false))
            client.waitForClose()
        }
        let chat = backend(server.base)
        let question = question
        let hasText = Atomic(false)
        let task = Task { () -> BackendError? in
            await thrown {
                for try await event in chat.stream(question) where event.text != nil {
                    hasText.store(true, ordering: .relaxed)
                }
            }
        }
        #expect(await until { hasText.load(ordering: .relaxed) })
        let start = ContinuousClock.now
        task.cancel()
        let error = await task.value
        #expect(ContinuousClock.now - start < .seconds(1))
        #expect(error?.code == .cancelled)
        #expect(error?.isRetryable == false)
        #expect(error?.partial?.text == "so far")
        #expect(await until { server.closed == 1 })
    }

    @Test func cancellingBeforeTheHeadersEndsTheRequest() async throws {
        let server = try RawServer { client, _ in client.waitForClose() }
        let chat = backend(server.base)
        let question = question
        let task = Task { await thrown { try await chat.respond(to: question) } }
        #expect(await until { server.accepted == 1 })
        task.cancel()
        #expect(await task.value?.code == .cancelled)
        #expect(await until { server.closed == 1 })
    }

    @Test func lostConnectionKeepsWhatCame() async throws {
        let server = try RawServer { client, _ in
            client.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 100000\r\n\r\n")
            client.send(
                sse(delta("\"content\":\"so far\""), "{\"choices\":[],\"usage\":{\"prompt_tokens\":3}}", end: false))
        }
        let chat = backend(server.base)
        var text = ""
        do {
            for try await event in chat.stream(question) { text += event.text ?? "" }
            Issue.record("the stream ended as if whole")
        } catch {
            #expect(error.code == .connectionLost)
            #expect(error.isRetryable)
            #expect(error.partial?.text == "so far")
            #expect(error.partial?.usage?.input == 3)
        }
        #expect(text == "so far")
    }

    @Test func orderlyEndInTheMiddleIsNoSuccess() async throws {
        let server = try RawServer { client, _ in
            client.begin()
            client.send(sse(delta("\"content\":\"so far\""), end: false) + "data: {\"choi")
        }
        let error = await thrown { try await backend(server.base).stream(question).response() }
        #expect(error?.code == .interrupted)
        #expect(error?.partial?.text == "so far")
    }

    @Test func nobodyThere() async throws {
        let error = await thrown { try await backend("http://127.0.0.1:1/v1").respond(to: question) }
        #expect(error?.family == .transport)
        #expect(error?.code == .cannotConnect)
        #expect(error?.isRetryable == true)
        #expect(error?.partial == nil)
    }

    @Test func limitsAndPausesComeThrough() async throws {
        let server = try RawServer { client, _ in
            client.answer(
                429, "Retry-After: 3\r\nx-request-id: req_9\r\n",
                "{\"error\":{\"message\":\"slow\",\"code\":\"rate_limit_exceeded\"}}")
        }
        let error = await thrown { try await backend(server.base).respond(to: question) }
        #expect(error?.code == .rateLimited)
        #expect(error?.retryAfter == .seconds(3))
        #expect(error?.requestID == "req_9")
    }

    @Test func redirectsAreNotFollowed() async throws {
        let server = try RawServer { client, _ in client.answer(307, "Location: http://169.254.169.254/\r\n", "") }
        let error = await thrown { try await backend(server.base).respond(to: question) }
        #expect(error?.code == .invalidAddress)
        #expect(error?.status == 307)
        #expect(server.accepted == 1)
    }

    @Test func headersWithLineBreaksAreNeverSent() async throws {
        let server = try RawServer { client, _ in client.answer(200, "", plainAnswer) }
        var chat = backend(server.base)
        chat.connection.headers = ["X-Label": "a\r\nX-Evil: 1"]
        let ready = chat
        #expect(await thrown { try await ready.respond(to: question) } != nil)
        #expect(server.accepted == 0)
    }

    @Test func aHundredStreamsAtOnce() async throws {
        let simulator = try Simulator(OpenAIChat.self)
        defer { simulator.stop() }
        let chat = backend(simulator.base)
        let texts = try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for number in 0..<100 {
                group.addTask {
                    (number, try await chat.stream("Tell me about number\(number)", model: "m").response().text)
                }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(texts.count == 100)
        for (number, text) in texts { #expect(text.contains("number\(number)")) }
    }

    private func until(_ condition: () -> Bool) async -> Bool {
        for _ in 0..<200 {
            if condition() { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return condition()
    }
}
