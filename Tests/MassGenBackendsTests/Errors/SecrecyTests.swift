import MassGenBackends
import Synchronization
import Testing

/// A key is in the header it belongs in and nowhere else.
@Suite struct SecrecyTests {
    private let key = "sk-very-secret-0123456789"

    /// Every way in which Swift prints a value.
    private func texts(of value: Any) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        return "\(value)\n\(String(reflecting: value))\n\(dumped)"
    }

    @Test func printingShowsNoKey() throws {
        var connection = Connection(key: Secret(key), base: "https://user:\(key)@a.example/v1?key=\(key)")
        connection.environment = ["OPENAI_API_KEY": key]
        connection.headers = ["X-Api-Key": key, "Cookie": key]
        let groq = Groq(connection)
        #expect(!texts(of: connection).contains(key))
        #expect(!texts(of: groq).contains(key))
        #expect(!texts(of: [groq]).contains(key))
        #expect(!texts(of: Secret(key)).contains(key))
        #expect(!texts(of: Optional(Secret(key)) as Any).contains(key))
        connection.base = "https://a.example/v1"
        connection.allowsUnknownModels = true
        let rendered = try Groq(connection).render(ChatRequest(model: "m", "Hi"))
        #expect(rendered.http.headers["authorization"] == "Bearer \(key)")
        #expect(!texts(of: rendered).contains(key))
        #expect(!texts(of: rendered.http).contains(key))
        #expect(!texts(of: rendered.http.headers).contains(key))
    }

    @Test(arguments: [401, 200])
    func errorsThatEchoTheKeyAreCleaned(_ status: Int) async throws {
        let body = "{\"error\":{\"message\":\"Incorrect API key provided: \(key).\",\"code\":\"bad-\(key)\"}}"
        let lines = Mutex<[String]>([])
        for isStreaming in [true, false] {
            var backend = OpenAI(StubTransport(status: status, body: body), key: Secret(key))
            backend.connection.headers = ["X-Auth-Token": "token-\(key)-2"]
            backend.connection.log = { entry in lines.withLock { $0.append("\(entry)") } }
            let ready = backend
            let error = await thrown {
                isStreaming
                    ? try await ready.stream(ChatRequest(model: "m", "Hi")).response()
                    : try await ready.respond(to: ChatRequest(model: "m", "Hi"))
            }
            let thrown = try #require(error)
            #expect(thrown.message.contains("***"))
            #expect(!texts(of: thrown).contains(key))
        }
        let log = lines.withLock { $0 }.joined(separator: "\n")
        #expect(log.contains("/chat/completions"))
        #expect(log.contains("***"))
        #expect(!log.contains(key))
    }

    @Test func logLinesHoldNoPromptAndNoAnswer() async throws {
        let lines = Mutex<[String]>([])
        var backend = OpenAI(StubTransport(body: plainAnswer.replacing("Hello", with: "the-answer")), key: Secret(key))
        backend.connection.base = "https://a.example/v1?sig=\(key)"
        backend.connection.log = { entry in lines.withLock { $0.append("\(entry)") } }
        _ = try await backend.respond(to: ChatRequest(model: "m", "the-prompt"))
        let log = lines.withLock { $0 }.joined(separator: "\n")
        #expect(lines.withLock { $0.count } == 3)
        #expect(!log.contains("the-prompt") && !log.contains("the-answer") && !log.contains(key))
    }
}
