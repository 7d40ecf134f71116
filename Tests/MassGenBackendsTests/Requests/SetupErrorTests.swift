import Foundation
import MassGenBackends
import Testing

/// Mistakes of the program are found before a byte is sent.
@Suite struct SetupErrorTests {
    /// Asks in both ways, checks that both fail alike and that nothing was sent.
    private func setupError<Backend: HTTPBackend>(
        _ type: Backend.Type, _ request: ChatRequest = ChatRequest(model: "m", "Hi"),
        key: Secret? = "test-key-0123456789",
        environment: [String: String] = [:], _ change: (inout Connection) -> Void = { _ in }
    ) async -> BackendError? {
        let transport = StubTransport(body: plainAnswer)
        var backend = Backend(transport, key: key, environment: environment)
        change(&backend.connection)
        let ready = backend
        let whole = await thrown { try await ready.respond(to: request) }
        let streamed = await thrown { try await ready.stream(request).response() }
        #expect(whole == streamed)
        #expect(whole?.family == .setup)
        #expect(whole?.provider == Backend.provider.id)
        #expect(whole?.isRetryable == false)
        #expect(transport.sent.isEmpty)
        return whole
    }

    @Test func noKey() async {
        let error = await setupError(Groq.self, key: nil)
        #expect(error?.code == .noKey)
        #expect(error?.message.contains("GROQ_API_KEY") == true)
    }

    @Test(arguments: ["ab\ncd", "ab\r\nX-Evil: 1", "ключ", "a b", "a\u{0}b", "", "   "])
    func keyThatNoHeaderCanHold(_ key: String) async {
        let error = await setupError(OpenAI.self, key: Secret(key))
        #expect(error?.code == .invalidKey)
        #expect(key.trimmingPrefix(" ").isEmpty || error.map { !"\($0)".contains(key) } == true)
    }

    @Test func whiteSpaceAroundAKeyIsRemoved() throws {
        let backend = Groq(StubTransport(), key: Secret("  abc-123\n"))
        #expect(try backend.render(ChatRequest(model: "m", "Hi")).http.headers["authorization"] == "Bearer abc-123")
    }

    @Test func unknownModelWithASuggestion() async {
        let known = "openai/gpt-oss-120b"
        let error = await setupError(Groq.self, ChatRequest(model: "gpt-oss-120b", "Hi")) {
            $0.allowsUnknownModels = false
        }
        #expect(error?.code == .unknownModel)
        #expect(error?.message.contains("'\(known)'") == true)
        #expect(error?.message.contains("*'") == false)
    }

    @Test func misspeltModelsOfAFamilyAreUnknown() async {
        let error = await setupError(Groq.self, ChatRequest(model: "openai/gpt-oss-120d", "Hi")) {
            $0.allowsUnknownModels = false
        }
        #expect(error?.code == .unknownModel)
    }

    @Test(arguments: ["openai/gpt-oss-240b", "openai/gpt-oss-120b-2027-01-01"])
    func newSnapshotsOfAFamilyAreKnown(_ model: String) throws {
        _ = try Groq(key: "k-123456").render(ChatRequest(model: model, "Hi"))
    }

    @Test func unknownModelsCanBeAllowed() async throws {
        let transport = StubTransport(body: plainAnswer)
        _ = try await Groq(transport).respond(to: ChatRequest(model: "brand-new", "Hi"))
        #expect(transport.sent.count == 1)
    }

    @Test func noModelAndNoDefault() async {
        #expect(await setupError(Chat.self, ChatRequest(model: "", "Hi"))?.code == .noModel)
    }

    @Test(arguments: Backends.all.map { $0.provider.id })
    func defaultModelsAreKnown(_ id: String) throws {
        let backend = try #require(Backends.all.first { $0.provider.id == id })
        guard let model = backend.provider.defaultModel else { return }
        #expect(backend.provider.models.isEmpty || backend.provider.models[model] != nil)
    }

    @Test func defaultModelIsSent() throws {
        var connection = Connection(key: "k-123456")
        connection.environment = [:]
        let body = try Groq(connection).render(ChatRequest(model: "", "Hi")).http.body
        #expect(try JSON(parsing: body)["model"]?.string == Groq.provider.defaultModel)
    }

    @Test func whatTheModelCannotDo() async throws {
        var tools = ChatRequest(model: "m", "Hi")
        tools.tools = [ToolDefinition(name: "f", schema: ["type": "object"])]
        var schema = ChatRequest(model: "m", "Hi")
        schema.responseFormat = .jsonSchema(JSONSchemaFormat(schema: ["type": "object"]))
        var json = ChatRequest(model: "m", "Hi")
        json.responseFormat = .json
        let file = ChatRequest(model: "m", messages: [.user(.file(Media(fileID: "f1")))])
        let audio = ChatRequest(model: "m", messages: [.user(.audio(Media(data: .init([1]), mediaType: "audio/wav")))])
        let told = try DeepSeek(StubTransport(), key: "k-123456").render(schema)
        #expect(told.losses.contains { $0.path.hasPrefix("responseFormat") }, "a schema is told in the prompt")
        #expect(await setupError(LMStudio.self, json)?.code == .unsupportedCapability)
        #expect(await setupError(Groq.self, file)?.code == .unsupportedCapability)
        #expect(await setupError(Ollama.self, audio)?.message.contains("audio") == true)
        let blind = Groq.provider.models.all.first { $0.cannot.contains("vision") }
        if let blind {
            let image = ChatRequest(model: blind.id, messages: [.user(.image(Media(url: "https://a.example/b.png")))])
            #expect(await setupError(Groq.self, image)?.code == .unsupportedCapability)
        }
        let deaf = Groq.provider.models.all.first { $0.cannot.contains("tools") }
        if let deaf {
            tools.model = deaf.id
            #expect(await setupError(Groq.self, tools)?.code == .unsupportedCapability)
        }
    }

    @Test func parametersThatTheProviderRefuses() async {
        var request = ChatRequest(model: "m", "Hi")
        request.extra["groq"] = ["logit_bias": ["1": 2]]
        #expect(await setupError(Groq.self, request)?.code == .refusedParameter)
        request.extra = ["openai-chat": ["logit_bias": [:]]]
        let error = await setupError(Groq.self, request)
        #expect(error?.code == .refusedParameter)
        #expect(error?.message.contains("logit_bias") == true)
    }

    @Test func settingsOfTheWrongType() async {
        var request = ChatRequest(model: "m", "Hi")
        request.extra["mistral"] = ["safe_prompt": "yes"]
        #expect(await setupError(Mistral.self, request)?.code == .refusedParameter)
        request.extra = ["lmstudio": ["ttl": 1.5]]
        #expect(await setupError(LMStudio.self, request)?.code == .refusedParameter)
    }

    @Test func lossesCanBeErrors() async {
        var request = ChatRequest(model: "m", "Hi")
        request.logitBias = ["1": 1]
        request.topK = 3
        let error = await setupError(Groq.self, request) { $0.losses = .fail }
        #expect(error?.code == .lossyRequest)
        #expect(error?.message.contains("topK") == true)
        #expect(error?.message.contains("1 more") == true)
    }

    @Test func addressWithoutItsParts() async {
        let error = await setupError(Azure.self)
        #expect(error?.code == .invalidAddress)
        #expect(error?.message.contains("AZURE_RESOURCE_NAME") == true)
        #expect(await setupError(Chat.self) { $0.base = "localhost:8000" }?.code == .invalidAddress)
        #expect(await setupError(Chat.self) { $0.base = "" }?.code == .invalidAddress)
        #expect(await setupError(Chat.self) { $0.base = "ftp://host" }?.code == .invalidAddress)
    }
}
