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
        #expect(streamed.message == plain.message, "\(backend.provider.id)")
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

    @Test func otherPathsAreNotFound() async throws {
        let gateway = try Gateway(wires: Backends.wires)
        let request = HTTPRequest(method: "GET", url: gateway.address + "/nothing")
        #expect(try await DefaultTransport.shared.send(request).status == 404)
    }
}
