import ProviderIDL
import Testing

/// A provider with its wire's lines merged in is IDL again, and means the same.
struct ExplanationTests {
    private struct Explained {
        var files: [SourceFile]
        var documents: [Document]
        var providers: [ProviderModel]
    }

    private static let all = Result {
        let files = try RepositoryFiles.allIDL()
        let documents = files.map { Document.parse($0).document }
        let (model, diagnostics) = Checker.check(documents)
        try #require(diagnostics.isEmpty)
        return Explained(files: files, documents: documents, providers: model.providers)
    }

    private func explained() throws -> Explained { try Self.all.get() }

    @Test func isIDLInTheCommonLayout() throws {
        for provider in try explained().providers {
            let file = SourceFile(explanation(of: provider))
            let (text, diagnostics) = format(file)
            #expect(DiagnosticPrinter(files: [file]).text(diagnostics) == "")
            #expect(text == file.text, "\(provider.name)")
        }
    }

    @Test func meansTheSame() throws {
        let explained = try explained()
        for provider in explained.providers {
            // What a provider takes away from its wire is not there to be explained.
            let written = explained.files.first { $0.path == provider.path }
            if String(decoding: written?.bytes ?? [], as: UTF8.self).contains(": absent") { continue }
            let file = SourceFile(path: provider.path, bytes: Array(explanation(of: provider).utf8))
            let files = explained.files.map { $0.path == file.path ? file : $0 }
            let own = Document.parse(file).document
            let (model, diagnostics) = Checker.check(explained.documents.map { $0.path == own.path ? own : $0 })
            #expect(DiagnosticPrinter(files: files).text(diagnostics) == "", "\(provider.name)")
            let again = try #require(model.providers.first { $0.name == provider.name })
            #expect(lines(of: again) == lines(of: provider), "\(provider.name)")
        }
    }

    /// Without what is said of the wire: every shape stands in the provider now.
    private func lines(of provider: ProviderModel) -> [String] {
        explanation(of: provider).split(separator: "\n").map {
            $0.hasSuffix("  # differs from the wire") ? String($0.dropLast(25)) : String($0)
        }
    }

    @Test func linesAreNotLong() throws {
        for provider in try explained().providers {
            let long = explanation(of: provider).split(separator: "\n").filter { $0.count > 120 }
            // Sentences and the names of headers are not broken.
            #expect(long.allSatisfy { $0.contains("\"") && !$0.contains(": ~") && !$0.contains("= {") }, "\(long)")
        }
    }
}
