import Foundation
import MassGenBackends
import MassGenSimulator
import Testing

/// Programs written for any provider, talking to a gateway instead.
@Suite struct GatewayTests {
    private func backend<Backend: HTTPBackend>(_ type: Backend.Type, at gateway: Gateway) -> Backend {
        var connection = Connection(key: "test-key-0123456789", base: gateway.address + Self.path(of: type.provider))
        connection.environment = [:]
        connection.allowsUnknownModels = true
        for option in type.provider.options { connection.options[option.name] = option.fallback ?? "x" }
        return Backend(connection)
    }

    /// What stands behind the host in the address of a provider.
    private static func path(of provider: Provider) -> String {
        let steps = provider.base.split(separator: "/").dropFirst(2)
        return steps.isEmpty ? "" : "/" + steps.joined(separator: "/")
    }

    @Test func everyBackendFindsItsWireAtItsUsualPath() async throws {
        let gateway = try Gateway(wires: Backends.wires)
        for type in Backends.all { try await ask(backend(type, at: gateway)) }
    }

    private func ask(_ backend: some HTTPBackend) async throws {
        let question = "Why is the sky blue?"
        let streamed = try await backend.stream(question, model: "m").response()
        let plain = try await backend.respond(to: question, model: "m")
        #expect(streamed.text.contains(question), "\(backend.provider.id)")
        #expect(streamed.text == plain.text, "\(backend.provider.id)")
        #expect(streamed.message.parts.map(\.kind) == plain.message.parts.map(\.kind), "\(backend.provider.id)")
        #expect(streamed.id?.isEmpty == false || backend.provider.wire == "ollama-chat", "\(backend.provider.id)")
        #expect(streamed.usage == plain.usage, "\(backend.provider.id)")
    }

    @Test func oneProviderAnswersForAllWires() async throws {
        let provider = try Gateway(wires: Backends.wires)
        for wire in Backends.wires where !wire.endpoints.isEmpty {
            guard let behind = Backends.all.first(where: { $0.provider.wire == wire.id }) else { continue }
            let gateway = try Gateway(wires: Backends.wires, backend: backend(behind, at: provider))
            for other in Backends.wires {
                guard let type = Backends.all.first(where: { $0.provider.wire == other.id }) else { continue }
                try await ask(backend(type, at: gateway))
                try await call(backend(type, at: gateway))
            }
        }
    }

    private func call(_ backend: some HTTPBackend) async throws {
        var request = ChatRequest(model: "m", "What is the weather in Oslo?")
        let schema: JSON = ["type": "object", "properties": ["city": ["type": "string"]]]
        request.tools = [ToolDefinition(name: "get_weather", schema: schema)]
        for answer in [try await backend.stream(request).response(), try await backend.respond(to: request)] {
            #expect(answer.toolCalls.map(\.name) == ["get_weather"], "\(backend.provider.id)")
            #expect(answer.toolCalls.first?.arguments == ["city": "Oslo"], "\(backend.provider.id)")
            #expect(answer.stopReason == .toolCalls, "\(backend.provider.id)")
        }
    }

    @Test func errorsComeThroughInTheWordsOfTheWire() async throws {
        let body = #"{"error":{"message":"Slow down","type":"rate_limit_error"}}"#
        let gateway = try Gateway(wires: Backends.wires, backend: Groq(StubTransport(status: 429, body: body)))
        let error = await thrown { try await backend(Claude.self, at: gateway).respond(to: "Hi", model: "m") }
        #expect(error?.status == 429)
        #expect(error?.message == "Slow down")
        #expect(error?.code == .rateLimited)
    }

    @Test func errorsOfAnyWireKeepTheirMeaningInTheWordsOfAnother() async throws {
        let body = #"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"#
        for wire in Backends.wires where !wire.endpoints.isEmpty {
            let gateway = try Gateway(wires: Backends.wires, backend: Claude(StubTransport(status: 529, body: body)))
            guard let type = Backends.all.first(where: { $0.provider.wire == wire.id }) else { continue }
            let error = await thrown { try await backend(type, at: gateway).respond(to: "Hi", model: "m") }
            #expect(error?.status == 529, "\(wire.id)")
            #expect(error?.message == "Overloaded", "\(wire.id)")
            #expect(error?.isRetryable == true, "\(wire.id)")
        }
        // A wire whose errors bear words gets its own.
        let gateway = try Gateway(wires: Backends.wires, backend: Claude(StubTransport(status: 529, body: body)))
        let answer = try await post(
            #"{"contents":[{"parts":[{"text":"Hi"}]}]}"#, "/v1beta/models/m:generateContent", gateway)
        #expect(answer.json?["error"]?["status"] == "UNAVAILABLE")
        #expect(answer.json?["error"]?["code"] == 529)
    }

    @Test func whatWiresOfferBesidesChatIsThere() async throws {
        let gateway = try Gateway(wires: Backends.wires, providers: Backends.all)
        for id in ["openai", "responses", "claude", "gemini", "ollama"] {
            for type in Backends.all where type.provider.id == id { try await useServices(backend(type, at: gateway)) }
        }
    }

    @Test func whatABackendOffersBesidesChatIsThereForOtherWires() async throws {
        let provider = try Gateway(wires: Backends.wires, providers: Backends.all)
        let gateway = try Gateway(
            wires: Backends.wires, providers: Backends.all, backend: backend(Gemini.self, at: provider))
        #expect(try await backend(Claude.self, at: gateway).countTokens(ChatRequest(model: "m", "Why?")).input > 0)
        #expect(try await backend(OpenAI.self, at: gateway).embed(["a", "b"], model: "m").vectors.count == 2)
        #expect(try await backend(Ollama.self, at: gateway).models().map(\.id).contains("simulated-old"))
        let plain = try Gateway(wires: Backends.wires, backend: backend(Zai.self, at: provider))
        let error = await thrown {
            try await backend(Claude.self, at: plain).countTokens(ChatRequest(model: "m", "Why?"))
        }
        #expect(error?.status == 404)
        #expect(error?.message.contains("counts tokens") == true)
    }

    private func useServices(_ backend: some HTTPBackend) async throws {
        let id = backend.provider.id
        for service in backend.provider.services where service.needs.allSatisfy(backend.provider.capabilities.contains)
        {
            switch service.purpose {
            case .models: #expect(try await backend.models().first?.id == "simulated-large", "\(id)")
            case .count: #expect(try await backend.countTokens(ChatRequest(model: "m", "Why?")).input > 0, "\(id)")
            case .embed: #expect(try await backend.embed(["a", "b"], model: "m").vectors.count == 2, "\(id)")
            case .upload:
                let media = Media(data: Data("a\r\n--b".utf8), mediaType: "text/plain", name: "a.txt")
                let file = try await backend.upload(media)
                #expect(try await backend.storedFile(file.id).name == "a.txt", "\(id)")
                try await backend.removeFile(file.id)
                #expect(await thrown { try await backend.storedFile(file.id) }?.code == .notFound, "\(id)")
            case .file, .remove, .pull: break
            }
        }
    }

    @Test func modelsWithStepsInTheirNamesAreUnderstoodInPaths() async throws {
        let gateway = try Gateway(wires: Backends.wires)
        let body = #"{"contents":[{"parts":[{"text":"Hi"}]}]}"#
        for path in [
            "/v1beta/models/openai/gpt-oss-120b:generateContent", "/v1/models/openai%2Fgpt-oss-120b:generateContent",
        ] {
            let answer = try await post(body, path, gateway)
            #expect(answer.json?["modelVersion"] == "openai/gpt-oss-120b")
        }
    }

    @Test func requestsThatAskNothingAreRefused() async throws {
        let gateway = try Gateway(wires: Backends.wires)
        for body in [
            "", "[]", "{}", #"{"model":"m"}"#, #"{"model":"m","messages":"x"}"#,
            #"{"messages":[{"role":"user","content":"Hi"}]}"#,
        ] {
            let answer = try await post(body, "/v1/messages", gateway)
            #expect(answer.status == 400, "\(body)")
            #expect(answer.json?["error"]?["type"] == "invalid_request_error", "\(body)")
        }
    }

    @Test func methodsThatAPathDoesNotTakeAreNamed() async throws {
        let gateway = try Gateway(wires: Backends.wires)
        let answer = try await DefaultTransport.shared.send(
            HTTPRequest(method: "DELETE", url: gateway.address + "/v1/messages"))
        #expect(answer.status == 405)
        #expect(answer.headers["allow"] == "POST")
        answer.body.cancel()
    }

    @Test func pagesFromElsewhereAreRefused() async throws {
        let gateway = try Gateway(wires: Backends.wires)
        let hostile: [HTTPHeaders] = [
            ["origin": "https://evil.example"], ["origin": "null"], ["origin": "http://127.0.0.1.evil.example"],
            ["host": "evil.example:80"],
        ]
        for headers in hostile + [["origin": "http://localhost:3000"]] {
            let body = Array(#"{"model":"m","messages":[{"role":"user","content":"Hi"}]}"#.utf8)
            let request = HTTPRequest(
                method: "POST", url: gateway.address + "/v1/messages", headers: headers, body: body)
            let answer = try await DefaultTransport.shared.send(request)
            #expect(answer.status == (hostile.contains(headers) ? 403 : 200), "\(headers)")
            answer.body.cancel()
        }
    }

    private func post(_ body: String, _ path: String, _ gateway: Gateway) async throws -> (
        status: Int, text: String, json: JSON?
    ) {
        let request = HTTPRequest(method: "POST", url: gateway.address + path, body: Array(body.utf8))
        let answer = try await DefaultTransport.shared.send(request)
        let bytes = try await answer.body.collect(upTo: 1 << 20)
        return (answer.status, String(decoding: bytes, as: UTF8.self), try? JSON(parsing: bytes))
    }

    @Test func otherPathsAreNotFound() async throws {
        let gateway = try Gateway(wires: Backends.wires)
        let request = HTTPRequest(method: "GET", url: gateway.address + "/nothing")
        #expect(try await DefaultTransport.shared.send(request).status == 404)
    }
}
