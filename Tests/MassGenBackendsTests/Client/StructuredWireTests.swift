import Foundation
import MassGenBackends
import MassGenSimulator
import Testing

private struct Forecast: Decodable, Sendable, Equatable {
    enum Sky: String, Decodable, CaseIterable { case clear, cloudy }
    enum Trust: Int, Decodable, CaseIterable {
        case low = 1
        case high
    }
    struct Hour: Decodable, Equatable {
        var at: Date
        var degrees: Double?
        var sky: Sky
    }

    var city: String
    var trust: Trust
    var hours: [Hour]
    var note: String?
}

/// Values of types from every provider and wire.
@Suite struct StructuredWireTests {
    private func backend<Backend: HTTPBackend>(_ type: Backend.Type, _ base: String) -> Backend {
        var connection = Connection(key: "test-key-0123456789", base: base)
        connection.environment = [:]
        connection.allowsUnknownModels = true
        for option in type.provider.options { connection.options[option.name] = option.fallback ?? "x" }
        return Backend(connection)
    }

    @Test(arguments: Backends.all.indices)
    func aValueComesFromEveryProvider(_ place: Int) async throws {
        func ask<Provider: HTTPBackend>(_ type: Provider.Type) async throws {
            let simulator = try Simulator(Provider.Format.self)
            let backend = backend(type, simulator.base)
            let question = "Weather in Oslo?"
            // Where schemas are only told of in words, the simulator does not read them.
            guard type.provider.capabilities.contains("jsonSchema") else { return }
            let plain = try await backend.respond(to: question, as: Forecast.self, model: "m").value
            #expect(plain.city == "Oslo")
            #expect(plain.trust == .low)
            #expect(plain.hours.map(\.sky) == [.clear])
            #expect(plain.hours.first?.at.timeIntervalSince1970 == 1_800_000_000)
            var last: StructuredStream<Forecast>.Snapshot?
            for try await snapshot in try backend.stream(ChatRequest(model: "m", question), as: Forecast.self) {
                last = snapshot
            }
            #expect(last?.value == plain)
            #expect(try await backend.respond(to: question, as: [Int].self, model: "m").value == [1])
            #expect(try await backend.respond(to: question, as: Forecast.Sky.self, model: "m").value == .clear)
        }
        try await ask(Backends.all[place])
    }

    /// How the schema of a forecast and of a dictionary reach each wire, and what is reported.
    @Test(arguments: [
        Row("openai", "gpt-6-luna", dictionary: "strict dropped"),
        Row("responses", "gpt-6-luna", dictionary: "strict dropped"),
        Row("claude", "claude-sonnet-5-5", dictionary: "schema.counts dropped"),
        Row("gemini", "gemini-3-flash-preview", dictionary: ""),
        Row("ollama", "m", dictionary: ""),
        Row("groq", "openai/gpt-oss-120b", dictionary: "strict dropped"),
        Row("deepseek", "deepseek-chat", dictionary: "schema approximated"),
    ])
    func theSchemaIsLoweredAsTheWireHasItAndSaid(_ row: Row) throws {
        struct Counts: Decodable { var counts: [String: Int] }
        func render<Provider: HTTPBackend>(_ type: Provider.Type) throws -> (ChatRequest, [String]) {
            let request = try ChatRequest(model: row.model, "Count.").asking(for: Counts.self)
            let rendered = try Provider(StubTransport()).render(request)
            var json = JSONReader(rendered.http.body)
            let losses = rendered.losses.filter { $0.path.hasPrefix("responseFormat") }.map {
                "\($0.path.replacingOccurrences(of: "responseFormat.", with: "")) \($0.severity.rawValue)"
            }
            return (try Provider.Format.parseRequest(&json), losses)
        }
        let type = try #require(Backends.backend(row.provider))
        let (request, losses) = try render(type)
        #expect(losses == (row.dictionary.isEmpty ? [] : [row.dictionary]))
        guard case .jsonSchema(let format)? = request.responseFormat else {
            #expect(row.provider == "deepseek")
            #expect(request.messages.first?.text?.contains(#""counts":{"type":"object""#) == true)
            return
        }
        let counts = format.schema["properties"]?["counts"]
        if row.dictionary.hasPrefix("schema.counts") {
            #expect(counts?["additionalProperties"] == false)
        } else {
            #expect(counts?["additionalProperties"]?["type"] == "integer")
        }
    }

    struct Row: Sendable, CustomTestStringConvertible {
        var provider: String
        var model: String
        var dictionary: String
        var testDescription: String { provider }

        init(_ provider: String, _ model: String, dictionary: String) {
            (self.provider, self.model, self.dictionary) = (provider, model, dictionary)
        }
    }

    @Test func listsAndWordsAreTheOneMemberOfAnObject() throws {
        let request = try ChatRequest(model: "m", "?").asking(for: [Int].self)
        guard case .jsonSchema(let format)? = request.responseFormat else {
            Issue.record("no schema")
            return
        }
        #expect(format.schema["type"] == "object")
        #expect(format.schema["properties"]?["value"] == ["type": "array", "items": ["type": "integer"]])
        var response = ChatResponse(id: "r", message: .assistant(#"{"value":[1,2]}"#))
        #expect(try response.value(of: [Int].self) == [1, 2])
        // Who is told of the schema in words may leave the object out.
        response.message = .assistant("[3]")
        #expect(try response.value(of: [Int].self) == [3])
    }

    @Test func aTypeThatHoldsItselfIsASetupErrorBeforeAnythingIsSent() async throws {
        struct Node: Decodable, Sendable { var children: [Node] }
        let transport = StubTransport()
        for type in Backends.all {
            func ask<Provider: HTTPBackend>(_ type: Provider.Type) async -> BackendError? {
                await thrown { try await Provider(transport).respond(to: "?", as: Node.self, model: "m") }
            }
            let error = await ask(type)
            #expect(error?.code == .unsupportedSchema)
            #expect(error?.family == .setup)
            #expect(error?.message.hasPrefix("children[]: ") == true)
        }
        #expect(transport.sent.isEmpty)
    }

    @Test func partsOfAValueAreKnownBeforeItIsWhole() async throws {
        let simulator = try Simulator(
            AnthropicMessages.self,
            script: [.saying(#"{"city":"Oslo","trust":2,"hours":[{"at":"2027-01-15T08:00:00Z","sky":"cloudy"}]}"#)])
        var snapshots: [StructuredStream<Forecast>.Snapshot] = []
        let stream = try backend(Claude.self, simulator.base).stream(ChatRequest(model: "m", "?"), as: Forecast.self)
        for try await snapshot in stream { snapshots.append(snapshot) }
        let value = try #require(snapshots.last?.value)
        #expect(value.trust == .high)
        #expect(value.hours.map(\.degrees) == [nil])
    }
}
