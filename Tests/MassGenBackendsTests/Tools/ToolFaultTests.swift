import MassGenBackends
import MassGenSimulator
import Testing

/// What models and tools do wrong, and what a run makes of it.
@Suite(.serialized, .timeLimit(.minutes(1))) struct ToolFaultTests {
    private let clock = ContinuousClock()

    /// A run over bodies of Chat Completions, byte for byte.
    private func run(_ first: String, _ tools: any Tool...) async -> (result: RunResult, second: JSON) {
        let transport = StubTransport(
            body: first, sse(delta(#""content":"ok""#, stop: "stop")))
        let result = await Chat(transport).run("?", model: "any", tools: tools).result()
        let body = transport.sent.dropFirst().first.flatMap { try? JSON(parsing: $0.body) }
        return (result, body ?? .null)
    }

    @Test("T1: two calls under one index are two calls")
    func oneIndex() async {
        let log = CallLog()
        let (result, _) = await run(
            sse(
                call(#""index":0,"id":"a","function":{"name":"weather","arguments":"{\"city\":\"Rome\"}"}"#),
                call(#""index":0,"id":"b","function":{"name":"weather","arguments":"{\"city\":\"Oslo\"}"}"#),
                delta("", stop: "tool_calls")), weather(log))
        #expect(Set(log.all) == ["Rome", "Oslo"])
        #expect(result.messages[2].toolResults.map(\.callID) == ["a", "b"])
    }

    @Test("T2: fragments that bear an index alone are put together")
    func interleaved() async {
        let log = CallLog()
        let (result, _) = await run(
            sse(
                call(#""index":0,"id":"a","function":{"name":"weather","arguments":"{\"city\":"}"#),
                call(#""index":1,"id":"b","function":{"name":"weather","arguments":"{\"city\":"}"#),
                call(#""index":0,"function":{"arguments":"\"Rome\"}"}"#),
                call(#""index":1,"function":{"arguments":"\"Oslo\"}"}"#), delta("", stop: "tool_calls")),
            weather(log))
        #expect(Set(log.all) == ["Rome", "Oslo"])
        #expect(result.outcomes == [.finished, .finished])
    }

    @Test("T3: an id that comes late or changes does not tear a call apart")
    func lateID() async {
        let log = CallLog()
        let (result, second) = await run(
            sse(
                call(#""index":0,"function":{"name":"weather","arguments":"{\"city\":"}"#),
                call(#""index":0,"id":"late","function":{"arguments":"\"Rome\"}"}"#), delta("", stop: "tool_calls")),
            weather(log))
        #expect(log.all == ["Rome"])
        #expect(result.isValid)
        let sent = second["messages"]?[1]?["tool_calls"]?[0]?["id"]
        #expect(sent != nil && sent == second["messages"]?[2]?["tool_call_id"])
    }

    @Test("T4: a call that is cut off is not made", arguments: [#"{"city":"Os"#, "", #"{"city":"Oslo"}"#])
    func cutOff(text: String) async throws {
        let log = CallLog()
        var cut = ChatResponse.calling(call("a"), call("b", text: text))
        cut.stopReason = .length
        let result = await (try scripted(cut, .saying("ok"))).run(weather(log))
        #expect(result.outcomes == [.finished, .incomplete])
        #expect(log.all == ["Oslo"])
        #expect(result.messages[2].toolResults[1].isError)
        #expect(result.isValid)
    }

    @Test(
        "T5: malformed arguments are told to the model and go back as an object",
        arguments: [
            #"{"city":"#, "not json", "[1]", #""text""#, #"{"a":1}{"b":2}"#,
        ])
    func malformed(text: String) async throws {
        let log = CallLog()
        func check<Backend: HTTPBackend>(_ type: Backend.Type) async throws {
            let scripted = try Scripted(type, [.calling(call("a", text: text)), .saying("ok")])
            let result = await scripted.run(weather(log))
            #expect(result.end == .finished)
            #expect(result.outcomes == [.malformed])
            #expect(result.calls.first?.call.argumentsText == text)
            let sent = scripted.simulator.requests.last?.messages.flatMap(\.toolCalls).first?.arguments
            #expect(sent?["INVALID_JSON"]?.string == text, "\(type)")
        }
        try await check(Chat.self)
        try await check(Responses.self)
        try await check(Claude.self)
        #expect(log.all.isEmpty)
    }

    @Test("T6: arguments that come as an object are arguments")
    func object() async {
        let log = CallLog()
        let (result, _) = await run(
            sse(
                call(#""index":0,"id":"a","function":{"name":"weather","arguments":{"city":"Rome"}}"#),
                delta("", stop: "tool_calls")), weather(log))
        #expect(log.all == ["Rome"])
        #expect(result.outcomes == [.finished])
    }

    @Test("T7: arguments of 10 MB are refused, and the answer is read no further", arguments: [true, false])
    func tooLarge(isStreaming: Bool) async throws {
        let log = CallLog()
        let huge = call("b", "weather", ["city": .string(String(repeating: "x", count: 10_000_000))])
        var scripted = try scripted(.calling(call("a"), huge), .saying("ok"))
        scripted.options.isStreaming = isStreaming
        let start = clock.now
        let result = await scripted.run(weather(log))
        #expect(result.end == .finished)
        #expect(result.outcomes == [.finished, .tooLarge])
        #expect(log.all == ["Oslo"])
        #expect(result.messages[1].toolCalls[1].argumentsText == "{}")
        #expect(scripted.simulator.requests.last?.messages[1].toolCalls[1].arguments == [:])
        #expect(clock.now - start < .seconds(10))
    }

    @Test("T8: an unknown tool is an error to the model, and the run goes on")
    func unknown() async throws {
        let result = await (try scripted(.calling(call("a", "wether")), .saying("ok"))).run(weather())
        #expect(result.end == .finished)
        #expect(result.outcomes == [.unknown])
        #expect(result.messages[2].toolResults[0].text?.contains("weather") == true)
        #expect(result.messages[2].toolResults[0].isError)
    }

    @Test("T9: no arguments are an empty object only where the schema allows that")
    func empty() async throws {
        let now = FunctionTool("now") { "noon" }
        let script: [ChatResponse] = [.calling(call("a", "now", text: ""), call("b", text: "")), .saying("ok")]
        let result = await (try Scripted(Chat.self, script)).run(now, weather())
        #expect(result.outcomes == [.finished, .unfit])
        #expect(result.messages[2].toolResults[1].text?.contains("'city'") == true)
    }

    @Test("T9: null for what may be left out is nothing")
    func null() async throws {
        struct Trip: Decodable {
            struct Leg: Decodable { var to: String?; var days: Int? }; var legs: [Leg]; var note: String?
        }
        let tool = FunctionTool("trip") { (trip: Trip) in "\(trip.legs.map { $0.days ?? 0 }) \(trip.note ?? "-")" }
        let text = #"{"legs":[{"to":null,"days":3},{"to":"Rome","days":null}],"note":null}"#
        let result = await (try scripted(.calling(call("a", "trip", text: text)), .saying("ok"))).run(tool)
        #expect(result.outcomes == [.finished])
        #expect(result.messages[2].toolResults[0].text == "[3, 0] -")
    }

    @Test("T10: a tool that throws, is too slow or does not listen stops nobody")
    func stubborn() async throws {
        let tools: [any Tool] = [
            FunctionTool("throws") { (_: City) -> String in throw ToolError("no such city") },
            FunctionTool("slow") { (_: City) in
                try await Task.sleep(for: .seconds(60))
                return "late"
            },
            deaf,
        ]
        var scripted = try scripted(
            .calling(call("a", "throws"), call("b", "slow"), call("c", "deaf")), .saying("ok"))
        scripted.options.timeout = .milliseconds(100)
        let start = clock.now
        let result = await scripted.backend.run("?", model: "any", tools: tools, options: scripted.options).result()
        #expect(clock.now - start < .seconds(1))
        #expect(result.outcomes == [.failed, .timedOut, .timedOut])
        #expect(result.end == .finished)
        #expect(result.messages[2].toolResults[0].text == "The tool failed: no such city")
        #expect(result.messages[2].toolResults.map(\.isError) == [true, true, true])
    }

    @Test("T11: an endless loop ends, with the reason")
    func endless() async throws {
        var scripted = try Scripted(Chat.self, (0..<60).map { .calling(call("c\($0)")) })
        scripted.options.limits.rounds = 10
        let result = await scripted.run(weather())
        guard case .limit(.rounds, let words) = result.end else { return #expect(Bool(false), "\(result.end)") }
        #expect(words.contains("10"))
        #expect(scripted.simulator.requests.count == 10)
    }

    @Test("T12: one of several fails, the others do not")
    func oneFails() async throws {
        let tool = FunctionTool("weather") { (city: City) -> String in
            if city.city == "b" { throw ToolError("gone") }
            try await Task.sleep(for: .milliseconds(city.city == "a" ? 40 : 1))
            return city.city
        }
        let calls = ["a", "b", "c"].map { call($0, "weather", ["city": .string($0)]) }
        let result = await (try scripted(.calling(calls[0], calls[1], calls[2]), .saying("ok"))).run(tool)
        #expect(result.messages[2].toolResults.map(\.text) == ["a", "The tool failed: gone", "c"])
        #expect(result.messages[2].toolResults.map(\.callID) == ["a", "b", "c"])
        #expect(result.messages[2].toolResults.map(\.isError) == [false, true, false])
    }

    @Test("T13: ids and names that a vendor forbids are spelled as it likes, and the program sees its own")
    func forbidden() async throws {
        let log = CallLog()
        let name = "weather.in/Köln"
        let transport = StubTransport(
            body: sse(
                call(#""index":0,"id":"x1","function":{"name":"weather_in_K_ln","arguments":"{\"city\":\"Rome\"}"}"#),
                delta("", stop: "tool_calls")), sse(delta(#""content":"ok""#, stop: "stop")))
        let spelled = try Chat(transport).render(asking(weather(name: name))).names.renamed(name)
        let body = sse(
            call(#""index":0,"id":"x1","function":{"name":"\#(spelled)","arguments":"{\"city\":\"Rome\"}"}"#),
            delta("", stop: "tool_calls"))
        let (result, _) = await run(body, weather(log, name: name))
        #expect(spelled != name)
        #expect(log.all == ["Rome"])
        #expect(result.calls.first?.call.name == name)
        #expect(result.messages[1].toolCalls.first?.name == name)

        // What Chat Completions called `fc|1`, Mistral and Anthropic are told under ids of their own, in pairs.
        var next = ChatRequest(model: "any", messages: [.user("?")])
        next.messages.append(Message(role: .assistant, parts: [.toolCall(call("fc|1")), .toolCall(call("fc:1"))]))
        next.messages.append(.tool(ToolResult(callID: "fc|1", "a"), ToolResult(callID: "fc:1", "b")))
        let mistral = try JSON(parsing: Mistral(StubTransport()).render(next).http.body)
        let ids = (0...1).compactMap { mistral["messages"]?[1]?["tool_calls"]?[$0]?["id"]?.string }
        #expect(ids.count == 2 && Set(ids).count == 2)
        #expect(ids.allSatisfy { $0.count == 9 })
        #expect((2...3).compactMap { mistral["messages"]?[$0]?["tool_call_id"]?.string } == ids)
    }

    @Test("T13: a name that may not begin so begins otherwise, and is another's in no case")
    func firstSign() throws {
        var request = try asking(weather(name: "3d"))
        request.tools += [try weather(name: "_3d").definition, try weather(name: "-").definition]
        let rendered = try Gemini(StubTransport()).render(request)
        let names = ["3d", "_3d", "-"].map(rendered.names.renamed)
        #expect(Set(names).count == 3)
        #expect(names[1] == "_3d")
        #expect(names.allSatisfy { $0.first?.isLetter == true || $0.first == "_" })
        #expect(names.map(rendered.names.original) == ["3d", "_3d", "-"])
        #expect(try Chat(StubTransport()).render(request).names.isEmpty)
    }

    private func asking(_ tool: any Tool) throws -> ChatRequest {
        var request = ChatRequest(model: "any", "?")
        request.tools = [try tool.definition]
        return request
    }

    @Test("C1: cancelling during a tool returns at once, and the tool is told")
    func cancelled() async throws {
        // On a busy machine a single measurement says little.
        var delays: [Duration] = []
        for _ in 0..<3 {
            let delay = try await delayOfCancelling()
            if delay < .milliseconds(100) { return }
            delays.append(delay)
        }
        Issue.record("the run went on for \(delays)")
    }

    private func delayOfCancelling() async throws -> Duration {
        let (started, told) = (CallLog(), CallLog())
        let scripted = try scripted(.calling(call("a"), call("b", "deaf")), .saying("never"))
        let tools: [any Tool] = [
            FunctionTool("weather") { (_: City) in
                started.note("a")
                do { try await Task.sleep(for: .seconds(60)) } catch { told.note("a") }
                return "late"
            },
            deaf,
        ]
        let run = scripted.backend.run("?", model: "any", tools: tools)
        let task = Task { await run.result() }
        while started.all.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
        let start = clock.now
        task.cancel()
        let result = await task.value
        let delay = clock.now - start
        #expect(result.end == .cancelled)
        #expect(result.outcomes == [.cancelled, .cancelled])
        #expect(result.isValid)
        for _ in 0..<5000 where told.all.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
        #expect(told.all == ["a"])
        #expect(scripted.simulator.requests.count == 1)
        return delay
    }

    @Test("C2: leaving the loop cancels the tools")
    func left() async throws {
        let told = CallLog()
        let scripted = try scripted(.calling(call("a")), .saying("never"))
        let tool = FunctionTool("weather") { (_: City) in
            ToolContext.current?.report(ToolProgress())
            do { try await Task.sleep(for: .seconds(60)) } catch { told.note("a") }
            return "late"
        }
        for try await event in scripted.backend.run("?", model: "any", tools: [tool]) {
            if case .toolProgress = event { break }
        }
        for _ in 0..<5000 where told.all.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
        #expect(told.all == ["a"])
    }
}
