import MassGenBackends
import MassGenSimulator
import Testing

/// The loop over every wire, streamed and whole.
@Suite struct RunWireTests {
    /// What every wire is asked for: two rounds of calls, one of them of two tools, one that fails, odd names and ids.
    private func check<Backend: HTTPBackend>(_ type: Backend.Type, isStreaming: Bool) async throws {
        let log = CallLog()
        let odd = "files.read/\(String(repeating: "x", count: 70))"
        let broken = FunctionTool("broken") { (_: City) -> String in throw ToolError("gone") }
        let tools: [any Tool] = [weather(log, name: odd), broken]
        // The simulator speaks as the wire does, so it calls what it is told the tool is called.
        var asked = ChatRequest(model: "any", "?")
        asked.tools = try ToolSet(tools).definitions
        let plain = Backend(Connection(key: "k", base: "http://127.0.0.1/v1"))
        let spelled = try plain.offline.render(asked).names.renamed(odd)
        let script: [ChatResponse] = [
            .calling(call("id:1|x", spelled), call("id2", "broken")),
            .calling(call("id3", spelled, ["city": "Rome"])), .saying("Sunny."),
        ]
        var scripted = try Scripted(type, script)
        scripted.options.isStreaming = isStreaming
        let result = await scripted.backend.run(
            ChatRequest(model: "any", "Weather?"), tools: tools, options: scripted.options
        ).result()
        let name = "\(type) \(isStreaming)"
        #expect(result.end == .finished, "\(name)")
        #expect(result.response.text == "Sunny.", "\(name)")
        #expect(result.outcomes == [.finished, .failed, .finished], "\(name)")
        #expect(log.all == ["Oslo", "Rome"], "\(name)")
        #expect(Set(result.messages.flatMap(\.toolCalls).map(\.name)) == [odd, "broken"], "\(name)")
        #expect(result.usage.output ?? 0 > 0, "\(name)")
        #expect(result.isValid, "\(name)")

        // What the provider is told in the second and the third round: each call with its result, in order.
        let requests = scripted.simulator.requests
        #expect(requests.count == 3, "\(name)")
        for (request, count) in zip(requests, [0, 2, 3]) {
            let calls = request.messages.flatMap(\.toolCalls)
            let results = request.messages.flatMap(\.toolResults)
            #expect(calls.count == count && results.count == count, "\(name)")
            var mended = request
            #expect(mended.mend().isEmpty, "\(name)")
            let texts = ["Sunny in Oslo", "The tool failed: gone", "Sunny in Rome"]
            for (result, text) in zip(results, texts) { #expect(result.text?.contains(text) == true, "\(name)") }
        }
        try carries(result.messages, name)
    }

    /// Whether the conversation can be sent to every other wire.
    private func carries(_ messages: [Message], _ name: String) throws {
        let request = ChatRequest(model: "any", messages: messages)
        func check<Backend: HTTPBackend>(_ type: Backend.Type) throws {
            let rendered = try Backend(Connection(key: "k")).offline.render(request)
            // Not all wires can say that a tool failed; the text of the result does.
            let made = rendered.losses.filter { $0.path.contains("messages[2]") && !$0.path.hasSuffix("isError") }
                .filter { $0.severity != .approximated }
            #expect(made.isEmpty, "\(name) to \(type)")
        }
        try check(Chat.self)
        try check(Responses.self)
        try check(Claude.self)
        try check(Gemini.self)
        try check(Ollama.self)
        try check(Mistral.self)
    }

    @Test(arguments: [true, false])
    func chatCompletions(isStreaming: Bool) async throws {
        try await check(Chat.self, isStreaming: isStreaming)
        try await check(OpenAI.self, isStreaming: isStreaming)
        try await check(Groq.self, isStreaming: isStreaming)
        try await check(DeepSeek.self, isStreaming: isStreaming)
    }

    @Test(arguments: [true, false])
    func responses(isStreaming: Bool) async throws { try await check(Responses.self, isStreaming: isStreaming) }

    @Test(arguments: [true, false])
    func messages(isStreaming: Bool) async throws { try await check(Claude.self, isStreaming: isStreaming) }

    @Test(arguments: [true, false])
    func generateContent(isStreaming: Bool) async throws { try await check(Gemini.self, isStreaming: isStreaming) }

    @Test(arguments: [true, false])
    func ollama(isStreaming: Bool) async throws { try await check(Ollama.self, isStreaming: isStreaming) }

    @Test(arguments: [true, false])
    func mistral(isStreaming: Bool) async throws { try await check(Mistral.self, isStreaming: isStreaming) }
}

extension HTTPBackend {
    /// The backend for any model, without the environment of the process.
    fileprivate var offline: Self {
        var backend = self
        backend.connection.environment = [:]
        backend.connection.allowsUnknownModels = true
        return backend
    }
}
