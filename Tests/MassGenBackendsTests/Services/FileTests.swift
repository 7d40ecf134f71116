import Foundation
import MassGenBackends
import MassGenSimulator
import Synchronization
import Testing

/// Files in a provider's store: sent, waited for, used and removed.
@Suite struct FileTests {
    private func backend<Backend: HTTPBackend>(_ type: Backend.Type, _ simulator: Simulator) -> Backend {
        var connection = Connection(key: "test-key-0123456789", base: simulator.base)
        connection.environment = [:]
        connection.allowsUnknownModels = true
        return Backend(connection)
    }

    private let report = Media(data: Data("%PDF-1.7 of the year".utf8), name: "re\"port\r\n.pdf")

    @Test func aFileIsStoredUsedAndRemoved() async throws {
        try await store(OpenAI.self, OpenAIChat.self)
        try await store(Claude.self, AnthropicMessages.self)
        try await store(Gemini.self, GeminiChat.self)
    }

    private func store<Backend: HTTPBackend>(_ type: Backend.Type, _ wire: (some Wire).Type) async throws {
        let simulator = try Simulator(wire)
        let backend = backend(type, simulator)
        let answer = try await backend.withUploaded(report) { media in
            #expect(simulator.files.map(\.size) == [20], "\(wire.id)")
            #expect(simulator.files.first?.mediaType == "application/pdf", "\(wire.id)")
            #expect(media.fileID ?? media.url != nil, "\(wire.id)")
            return try await backend.respond(
                to: ChatRequest(model: "any", messages: [.user(.text("What is it about?"), .attachment(media))]))
        }
        #expect(answer.text.contains("What is it about?"), "\(wire.id)")
        #expect(simulator.files.isEmpty, "\(wire.id)")
    }

    @Test func aFileThatIsProcessedIsWaitedFor() async throws {
        let simulator = try Simulator(GeminiChat.self)
        let backend = backend(Gemini.self, simulator)
        let file = try await backend.upload(report)
        #expect(file.state == .processing)
        let ready = try await backend.waitUntilActive(file, every: .milliseconds(5))
        #expect(ready.state == .active)
        #expect(ready.media.url == "https://simulator.invalid/files/file-1")
        try await backend.removeFile(file.id)
        #expect(simulator.files.isEmpty)
        let error = await thrown { try await backend.storedFile(file.id) }
        #expect(error?.code == .notFound)
    }

    @Test func waitingEnds() async throws {
        let backend = Gemini(StubTransport(body: #"{"name":"files/a","state":"PROCESSING"}"#))
        let file = StoredFile(id: "a", name: "a.mp4", state: .processing)
        let error = await thrown {
            try await backend.waitUntilActive(file, for: .milliseconds(20), every: .milliseconds(5))
        }
        #expect(error?.code == .timeout)
        #expect(error?.isRetryable == true)
        let failed = StoredFile(id: "a", name: "a.mp4", state: .failed)
        #expect(await thrown { try await backend.waitUntilActive(failed) }?.code == "fileFailed")
    }

    @Test func nothingIsLeftBehindByWorkThatFails() async throws {
        let simulator = try Simulator(OpenAIChat.self)
        let backend = backend(OpenAI.self, simulator)
        await #expect(throws: CocoaError.self) {
            try await backend.withUploaded(report) { _ in
                #expect(simulator.files.count == 1)
                throw CocoaError(.userCancelled)
            }
        }
        #expect(simulator.files.isEmpty)
    }

    @Test func nothingIsLeftBehindByATaskThatIsCancelled() async throws {
        let simulator = try Simulator(AnthropicMessages.self)
        let backend = backend(Claude.self, simulator)
        let (begun, begin) = AsyncStream<Void>.makeStream()
        let task = Task {
            try await backend.withUploaded(report) { _ in
                begin.yield()
                try await Task.sleep(for: .seconds(60))
            }
        }
        for await _ in begun { break }
        #expect(simulator.files.count == 1)
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(simulator.files.isEmpty)
        // And one that is cancelled before it begins.
        let early = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await backend.withUploaded(report) { _ in Issue.record("cancelled work was begun") }
        }
        await #expect(throws: CancellationError.self) { try await early.value }
        #expect(simulator.files.isEmpty)
    }

    @Test func aFileOnThisMachineIsSentWithoutBeingReadWhole() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("massgen-\(UUID().uuidString).pdf")
            .path
        let data = Data("%PDF-1.7".utf8) + Data((0..<9_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        try data.write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let transport = StubTransport(body: #"{"id":"file-1"}"#)
        _ = try await OpenAI(transport).upload(Media(path: path))
        let sent = try #require(transport.sent.first)
        #expect(sent.body.count < 1000)
        #expect(sent.file?.size == data.count)
        let simulator = try Simulator(OpenAIChat.self)
        let file = try await backend(OpenAI.self, simulator).upload(Media(path: path))
        #expect(file.size == data.count)
        #expect(file.name == path.split(separator: "/").last.map(String.init))
        #expect(file.mediaType == "application/pdf")
    }

    @Test func aFormHoldsFieldsAndFile() async throws {
        let transport = StubTransport(
            body: #"{"id":"file-1","filename":"a","bytes":20,"created_at":5,"status":"processed"}"#)
        let file = try await OpenAI(transport).upload(report)
        #expect(file.id == "file-1")
        #expect(file.state == .active)
        let sent = try #require(transport.sent.first)
        #expect(sent.url == "https://api.openai.com/v1/files")
        let type = try #require(sent.headers["content-type"])
        let boundary = try #require(type.split(separator: "boundary=").last.map(String.init))
        let lines = String(decoding: sent.body, as: UTF8.self).components(separatedBy: "\r\n")
        #expect(
            lines == [
                "--\(boundary)", "Content-Disposition: form-data; name=\"purpose\"", "", "user_data", "--\(boundary)",
                "Content-Disposition: form-data; name=\"file\"; filename=\"re%22port%0D%0A.pdf\"",
                "Content-Type: application/pdf", "", "%PDF-1.7 of the year", "--\(boundary)--", "",
            ])
    }

    @Test func storesInTestNeedTheirHeader() async throws {
        let transport = StubTransport(body: #"{"id":"file_1","type":"file"}"#)
        let claude = Claude(transport)
        _ = try await claude.upload(report)
        _ = try await claude.storedFile("file_1")
        try await claude.removeFile("file_1")
        #expect(transport.sent.map(\.method) == ["POST", "GET", "DELETE"])
        #expect(transport.sent.allSatisfy { $0.headers["anthropic-beta"] == "files-api-2025-04-14" })
        var other = claude
        other.betas = "context-1m-2025-08-07"
        _ = try await other.storedFile("file_1")
        #expect(transport.sent[3].headers["anthropic-beta"] == "context-1m-2025-08-07,files-api-2025-04-14")
        #expect(transport.sent[2].url == "https://api.anthropic.com/v1/files/file_1")
    }

    @Test func whatCannotBeStoredIsASetupError() async throws {
        let transport = StubTransport()
        for media in [Media(url: "https://a.example/b.pdf"), Media(fileID: "f"), Media(path: "/no/such/file")] {
            let error = await thrown { try await OpenAI(transport).upload(media) }
            #expect(error?.family == .setup)
            #expect(error?.code == .unsupportedMedia)
        }
        let error = await thrown { try await Groq(transport).upload(report) }
        #expect(error?.code == .noEndpoint)
        #expect(transport.sent.isEmpty)
    }
}
