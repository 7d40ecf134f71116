import MassGenBackends
import MassGenSimulator
import Testing

private struct Weather: Decodable, Sendable, Equatable {
    var city: String
    var degrees: Double
    var note: String?
}

@Suite struct StructuredTests {
    private func answer(_ text: String) -> String {
        let content = JSON.string(text).text
        return
            #"{"id":"r","model":"m","choices":[{"index":0,"message":{"role":"assistant","content":\#(content)},"finish_reason":"stop"}]}"#
    }

    @Test func anAnswerBecomesAValue() async throws {
        let backend = OpenAI(StubTransport(body: answer(#"{"city":"Oslo","degrees":3.5,"note":null}"#)))
        let request = ChatRequest(model: "gpt-6-luna", "Weather?")
        let answer = try await backend.respond(to: request, as: Weather.self)
        #expect(answer.value == Weather(city: "Oslo", degrees: 3.5))
        #expect(answer.response.losses.map(\.path) == ["responseFormat.schema.note"])
    }

    @Test func theSchemaIsStrictWhereThatIsAskedFor() throws {
        let request = try ChatRequest(model: "gpt-6-luna", "Weather?").asking(for: Weather.self)
        let body = try JSON(parsing: try OpenAI(StubTransport()).render(request).http.body)
        let format = body["response_format"]?["json_schema"]
        #expect(format?["strict"] == true)
        #expect(format?["schema"]?["required"] == ["city", "degrees", "note"])
        #expect(format?["schema"]?["properties"]?["note"]?["type"] == ["string", "null"])
    }

    @Test func withoutSchemasTheyAreToldInThePrompt() throws {
        let request = try ChatRequest(model: "deepseek-chat", "Weather?").asking(for: Weather.self)
        let rendered = try DeepSeek(StubTransport()).render(request)
        let body = try JSON(parsing: rendered.http.body)
        #expect(body["response_format"] == ["type": "json_object"])
        #expect(body["messages"]?[0]?["content"]?.string?.contains(#""required":["city","degrees"]"#) == true)
        #expect(rendered.losses.map(\.path) == ["responseFormat.schema"])
    }

    @Test func whatDoesNotFitIsAnErrorWithItsPlace() async throws {
        let backend = OpenAI(StubTransport(body: answer(#"{"city":"Oslo","degrees":"warm"}"#)))
        let error = await #expect(throws: BackendError.self) {
            try await backend.respond(to: ChatRequest(model: "gpt-6-luna", "?"), as: Weather.self)
        }
        #expect(error?.code == .unfitAnswer)
        #expect(error?.message == "degrees: expected number, found string")
        #expect(error?.partial?.text.isEmpty == false)
    }

    @Test func aRepairTurnShowsTheMistake() async throws {
        let simulator = StubTransport(body: answer("Warm!"), answer(#"{"city":"Oslo","degrees":20}"#))
        let backend = OpenAI(simulator)
        let answer = try await backend.respond(to: ChatRequest(model: "gpt-6-luna", "?"), as: Weather.self, repairs: 1)
        #expect(answer.value.degrees == 20)
        let second = try JSON(parsing: try #require(simulator.sent.last?.body))
        #expect(second["messages"]?.array?.count == 3)
        #expect(second["messages"]?[2]?["content"]?.string?.contains("no JSON") == true)
    }

    @Test func aValueStreamsIn() async throws {
        let simulator = try Simulator(OpenAIChat.self)
        let backend = Chat(base: simulator.base)
        var snapshots: [StructuredStream<Weather>.Snapshot] = []
        for try await snapshot in try backend.stream(ChatRequest(model: "m", "Weather in Oslo 3?"), as: Weather.self) {
            snapshots.append(snapshot)
        }
        #expect(snapshots.last?.value?.city == "Oslo")
        #expect(snapshots.allSatisfy { $0.json.object != nil })
    }
}
