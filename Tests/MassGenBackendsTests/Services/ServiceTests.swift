import Foundation
import MassGenBackends
import MassGenSimulator
import Synchronization
import Testing

/// Listing models, counting tokens and making vectors, over a real connection to the simulator.
@Suite struct ServiceTests {
    private func backend<Backend: HTTPBackend>(_ type: Backend.Type, _ simulator: Simulator) -> Backend {
        var connection = Connection(key: "test-key-0123456789", base: simulator.base)
        connection.environment = [:]
        connection.allowsUnknownModels = true
        return Backend(connection)
    }

    @Test func modelsOfAllPages() async throws {
        try await list(Claude.self, AnthropicMessages.self, pages: 2)
        try await list(Gemini.self, GeminiChat.self, pages: 2)
        try await list(Groq.self, OpenAIChat.self, pages: 1)
    }

    private func list<Backend: HTTPBackend>(_ type: Backend.Type, _ wire: (some Wire).Type, pages: Int) async throws {
        let simulator = try Simulator(wire)
        let models = try await backend(type, simulator).models()
        let names = ["simulated-large", "simulated-small"] + (pages > 1 ? ["simulated-old"] : [])
        #expect(models.map(\.id) == names, "\(wire.id)")
        #expect(models.allSatisfy { $0.context == 131_072 && $0.name == $0.id.capitalized }, "\(wire.id)")
    }

    @Test func aCountIsWhatTheAnswerReports() async throws {
        try await count(Claude.self, AnthropicMessages.self)
        try await count(Gemini.self, GeminiChat.self)
    }

    private func count<Backend: HTTPBackend>(_ type: Backend.Type, _ wire: (some Wire).Type) async throws {
        let simulator = try Simulator(wire)
        let backend = backend(type, simulator)
        var request = ChatRequest(
            model: "any", messages: [.system("Be brief."), .user("What is the weather in Oslo?")])
        request.tools = [ToolDefinition(name: "get_weather", schema: ["type": "object"])]
        request.temperature = 0.5
        request.maxOutputTokens = 100
        let counted = try await backend.countTokens(request)
        #expect(counted.input > 10)
        #expect(counted.input == (try await backend.respond(to: request)).usage?.input, "\(wire.id)")
    }

    @Test func aVectorForEachTextInOrder() async throws {
        try await embed(Chat.self, OpenAIChat.self)
        try await embed(Gemini.self, GeminiChat.self)
        try await embed(Mistral.self, OpenAIChat.self, dimensions: nil)
    }

    private func embed<Backend: HTTPBackend>(
        _ type: Backend.Type, _ wire: (some Wire).Type, dimensions: Int? = 5
    ) async throws {
        let simulator = try Simulator(wire)
        let backend = backend(type, simulator)
        let both = try await backend.embed(["the sky", "the deep sea"], model: "any", dimensions: dimensions)
        let other = try await backend.embed(["the deep sea"], model: "any", dimensions: dimensions)
        #expect(both.vectors.map(\.count) == [dimensions ?? 8, dimensions ?? 8])
        #expect(both.vectors[1] == other.vectors[0])
        #expect(both.vectors[0] != both.vectors[1])
        #expect(both.usage?.input == 5, "\(wire.id)")
        #expect(both.losses.isEmpty)
    }

    @Test func noTextsAskNothing() async throws {
        let transport = StubTransport()
        #expect(try await OpenAI(transport).embed([], model: "m").vectors.isEmpty)
        #expect(transport.sent.isEmpty)
    }
}

/// What is sent, and what is made of answers as vendors give them.
@Suite struct ServiceWireTests {
    @Test func countingSendsTheRequestWithoutWhatTheEndpointRefuses() async throws {
        let transport = StubTransport(body: #"{"input_tokens":17}"#)
        var request = ChatRequest(model: "claude-sonnet-5-5", messages: [.system("Be brief."), .user("Hi")])
        request.temperature = 0.5
        request.maxOutputTokens = 10
        #expect(try await Claude(transport).countTokens(request) == TokenCount(input: 17))
        let sent = try #require(transport.sent.first)
        #expect(sent.method == "POST")
        #expect(sent.url == "https://api.anthropic.com/v1/messages/count_tokens")
        #expect(sent.headers["x-api-key"] == "test-key-0123456789")
        #expect(sent.headers["anthropic-version"] == "2023-06-01")
        let body = try JSON(parsing: sent.body)
        #expect(Set(body.object?.keys ?? []) == ["model", "system", "messages"])
    }

    @Test func responsesCountsWhatItIsTold() async throws {
        let transport = StubTransport(body: #"{"object":"response.input_tokens","input_tokens":11}"#)
        var request = ChatRequest(model: "gpt-6-luna", messages: [.system("Be brief."), .user("Hi")])
        request.maxOutputTokens = 10
        request.store = false
        #expect(try await Responses(transport).countTokens(request).input == 11)
        let sent = try #require(transport.sent.first)
        #expect(sent.url == "https://api.openai.com/v1/responses/input_tokens")
        #expect(Set(try JSON(parsing: sent.body).object?.keys ?? []) == ["model", "input"])
    }

    @Test func geminiCountsTheWholeRequest() async throws {
        let transport = StubTransport(body: #"{"totalTokens":31}"#)
        var request = ChatRequest(model: "gemini-flash-latest", messages: [.system("Be brief."), .user("Hi")])
        request.temperature = 0.5
        #expect(try await Gemini(transport).countTokens(request).input == 31)
        let sent = try #require(transport.sent.first)
        #expect(sent.url.hasSuffix("/v1beta/models/gemini-flash-latest:countTokens"))
        let inner = try JSON(parsing: sent.body)["generateContentRequest"]
        #expect(inner?["model"] == "models/gemini-flash-latest")
        #expect(inner?["generationConfig"]?["temperature"]?.double == 0.5)
        #expect(inner?["systemInstruction"] != nil)
    }

    @Test func aPageSaysWhereTheNextBegins() async throws {
        let transport = StubTransport(
            body:
                #"{"data":[{"id":"a","display_name":"A","created_at":"2026-02-03T04:05:06Z","max_input_tokens":9}],"has_more":false,"last_id":"a"}"#
        )
        let models = try await Claude(transport).models()
        #expect(
            models == [
                {
                    var model = ListedModel(id: "a", name: "A", created: 1_770_091_506, context: 9)
                    model.extra = [:]
                    return model
                }()
            ])
        #expect(transport.sent.map(\.url) == ["https://api.anthropic.com/v1/models?limit=1000"])
        #expect(transport.sent[0].method == "GET")
        #expect(transport.sent[0].body.isEmpty)
    }

    @Test func pagesThatLeadRoundEnd() async throws {
        let transport = StubTransport(body: #"{"data":[{"id":"a"}],"has_more":true,"last_id":"a"}"#)
        #expect(try await Claude(transport).models().count == 2)
        #expect(transport.sent.count == 2)
        #expect(transport.sent[1].url.hasSuffix("/v1/models?after_id=a&limit=1000"))
    }

    @Test func aListMayComeBare() async throws {
        let transport = StubTransport(
            body: #"[{"id":"meta/llama","display_name":"Llama","context_length":8192,"pricing":{"input":0.1}}]"#)
        let models = try await Together(transport).models()
        #expect(models.map(\.id) == ["meta/llama"])
        #expect(models[0].name == "Llama")
        #expect(models[0].context == 8192)
        #expect(models[0].extra["openai-chat"]?["pricing"]?["input"]?.double == 0.1)
    }

    @Test func namesOfGoogleLoseTheirCollection() async throws {
        let transport = StubTransport(
            body:
                #"{"models":[{"name":"models/gemini-x","displayName":"X","inputTokenLimit":1048576,"outputTokenLimit":65536}]}"#
        )
        let models = try await Gemini(transport).models()
        #expect(models == [ListedModel(id: "gemini-x", name: "X", context: 1_048_576, output: 65_536)])
    }

    @Test func vectorsComeInTheOrderOfTheTextsWhateverTheirOrderOnTheWire() async throws {
        let transport = StubTransport(
            body:
                #"{"data":[{"index":1,"embedding":[0.5,-1]},{"index":0,"embedding":"AACAPwAAAMA="}],"model":"m","usage":{"prompt_tokens":4,"total_tokens":4}}"#
        )
        let result = try await OpenAI(transport).embed(["a", "b"], model: "m")
        #expect(result.vectors == [[1, -2], [0.5, -1]])
        #expect(result.usage?.input == 4)
    }

    @Test func fewerVectorsThanTextsAreAnError() async {
        let transport = StubTransport(body: #"{"data":[{"index":0,"embedding":[0.5]}]}"#)
        let error = await thrown { try await OpenAI(transport).embed(["a", "b"], model: "m") }
        #expect(error?.code == .invalidResponse)
        #expect(error?.family == .stream)
    }

    @Test func mistralHasAnotherWordForDimensions() async throws {
        let transport = StubTransport(body: #"{"data":[{"index":0,"embedding":[0.5]}]}"#)
        var request = EmbeddingRequest(model: "mistral-embed", ["a"], dimensions: 1)
        request.user = "somebody"
        let result = try await Mistral(transport).embed(request)
        let body = try JSON(parsing: transport.sent[0].body)
        #expect(body == ["model": "mistral-embed", "input": ["a"], "output_dimension": 1])
        #expect(result.losses.map(\.path) == ["user"])
    }

    @Test func aProviderWithoutTheEndpointIsASetupError() async {
        let transport = StubTransport()
        let errors = [
            await thrown { try await Groq(transport).countTokens(ChatRequest(model: "m", "Hi")) },
            await thrown { try await Groq(transport).embed(["a"], model: "m") },
            await thrown { try await Claude(transport).embed(["a"], model: "m") },
        ]
        for error in errors {
            #expect(error?.family == .setup)
            #expect(error?.code == .noEndpoint)
        }
        #expect(errors[0]?.message == "Groq has no endpoint that counts tokens")
        #expect(errors[1]?.message == "Groq has no endpoint that makes vectors of texts: it lacks 'embeddings'")
        #expect(transport.sent.isEmpty)
    }

    @Test func whatAServerCanDoMayBeSaidByHand() async throws {
        let transport = StubTransport(body: #"{"data":[{"index":0,"embedding":[0.5]}]}"#)
        var groq = Groq(transport)
        groq.connection.capabilities = ["embeddings": true]
        #expect(try await groq.embed(["a"], model: "m").vectors == [[0.5]])
    }

    @Test func errorsOfTheVendorAreErrorsOfTheProvider() async {
        let body = #"{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}"#
        let transport = StubTransport(status: 401, headers: ["request-id": "r-7"], body: body)
        let error = await thrown { try await Claude(transport).models() }
        #expect(error?.family == .provider)
        #expect(error?.code == .authentication)
        #expect(error?.requestID == "r-7")
    }

    @Test(arguments: ["", "<html>", #"{"data":[{"id":"a"}"#, "7"])
    func answersThatAreNoneAreErrors(_ body: String) async {
        let error = await thrown { try await Groq(StubTransport(body: body)).models() }
        #expect(error?.code == .invalidResponse)
    }

    @Test func logsSayWhatWasAsked() async throws {
        let lines = Mutex<[String]>([])
        var groq = Groq(StubTransport(body: #"{"data":[]}"#))
        groq.connection.log = { entry in lines.withLock { $0.append(entry.description) } }
        _ = try await groq.models()
        let written = lines.withLock { $0 }
        #expect(written.count == 2)
        #expect(written[0].contains("GET https://api.groq.com/openai/v1/models"))
        #expect(written[1].contains("status 200"))
    }
}
