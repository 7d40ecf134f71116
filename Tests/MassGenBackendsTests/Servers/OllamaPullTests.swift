import MassGenBackends
import Testing

/// Models that the server fetches: steps in, errors as lines.
@Suite struct OllamaPullTests {
    @Test func stepsComeAsTheServerTellsThem() async throws {
        let stub = StubTransport(
            body: """
                {"status":"pulling manifest"}
                {"status":"pulling a","digest":"sha256:a","total":200,"completed":50}
                {"status":"success"}

                """)
        var steps: [PullStep] = []
        for try await step in Ollama(stub).pull("qwen3:4b") { steps.append(step) }
        #expect(steps.map(\.status) == ["pulling manifest", "pulling a", "success"])
        #expect(steps.map(\.fraction) == [nil, 0.25, nil])
        #expect(stub.sent.map(\.url) == ["http://localhost:11434/api/pull"])
        #expect(try JSON(parsing: stub.sent[0].body) == ["model": "qwen3:4b", "stream": true])
    }

    @Test func nothingIsSentBeforeTheFirstStep() {
        let stub = StubTransport(body: "")
        _ = Ollama(stub).pull("m").makeAsyncIterator()
        #expect(stub.sent.isEmpty)
    }

    @Test func anErrorAsALineIsThrown() async {
        let stub = StubTransport(
            body: "{\"status\":\"pulling manifest\"}\n{\"error\":\"pull model manifest: file does not exist\"}\n")
        let error = await thrown { for try await _ in Ollama(stub).pull("m") {} }
        #expect(error?.code == .notFound)
        #expect(error?.message == "pull model manifest: file does not exist")
    }

    @Test func aDownloadThatBreaksOffSaysSo() async {
        let error = await thrown { for try await _ in Ollama(StubTransport(body: "{\"status\":\"x\"}\n")).pull("m") {} }
        #expect(error?.code == .interrupted)
        let refused = await thrown {
            for try await _ in Ollama(StubTransport(status: 500, body: "{\"error\":\"busy\"}")).pull("m") {}
        }
        #expect(refused?.message == "busy")
    }

    @Test func whoDownloadsNothingSaysSo() async {
        let stub = StubTransport(body: "")
        let error = await thrown { for try await _ in Groq(stub).pull("m") {} }
        #expect(error?.code == .noEndpoint)
        #expect(stub.sent.isEmpty)
    }

    @Test func modelsOnTheServerAreListed() async throws {
        let stub = StubTransport(
            body: #"{"models":[{"name":"a:1b","model":"a:1b","size":5,"details":{"family":"f"}}]}"#)
        #expect(try await Ollama(stub).models().map(\.id) == ["a:1b"])
        #expect(stub.sent.map(\.url) == ["http://localhost:11434/api/tags"])
    }
}
