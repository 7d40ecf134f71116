import Testing

@testable import ProviderIDL

/// The wire that most providers speak, as it stands in the repository.
struct ChatWireTests {
    @Test func parsesWithoutDiagnostics() throws {
        let file = try RepositoryFiles.chatWire()
        let (document, diagnostics) = Document.parse(file)
        #expect(DiagnosticPrinter(files: [file]).text(diagnostics) == "")
        let wire = try #require(document.wires.first)
        #expect(wire.name.text == "openai-chat")
        #expect(wire.title?.text == "OpenAI Chat Completions")
        #expect(wire.entries.count == 44)
    }
}
