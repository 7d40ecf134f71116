import Testing

@testable import ProviderIDL

/// One mistake gives one diagnostic, and what stands around it is read.
struct RecoveryTests {
    /// A place without its sign.
    private struct Damage: CustomStringConvertible {
        var line: Int
        var file: SourceFile
        var diagnostics: [Diagnostic]

        var count: Int { diagnostics.count }
        var description: String { "line \(line)\n\(DiagnosticPrinter(files: [file]).text(diagnostics))" }
    }

    /// The diagnostics for the chat wire without one byte, for each place where that byte stands.
    private func damages(without removed: Character) throws -> [Damage] {
        let bytes = try RepositoryFiles.chatWire().bytes
        // In a text, a brace is a letter like any other.
        func isInText(_ place: Int) -> Bool {
            let line = bytes[..<place].reversed().prefix { $0 != UInt8(ascii: "\n") }
            return removed != "\"" && line.count { $0 == UInt8(ascii: "\"") } % 2 == 1
        }
        return bytes.indices.filter { bytes[$0] == removed.asciiValue && !isInText($0) }.map { place in
            var damaged = bytes
            damaged.remove(at: place)
            let file = SourceFile(path: "input.idl", bytes: damaged)
            let diagnostics = Document.parse(file).diagnostics
            let line = bytes[..<place].count { $0 == UInt8(ascii: "\n") } + 1
            return Damage(line: line, file: file, diagnostics: diagnostics)
        }
    }

    @Test(arguments: ["[", "]", "\"", ":", ",", "=", "(", ")", "|", "?"] as [Character])
    func aMissingSignGivesAtMostOneDiagnostic(sign: Character) throws {
        let several = try damages(without: sign).filter { $0.count > 1 }
        #expect(several.isEmpty, "\(several)")
    }

    @Test(arguments: ["{", "}"] as [Character])
    func aMissingBraceGivesOneDiagnostic(sign: Character) throws {
        let others = try damages(without: sign).filter { $0.count != 1 }
        #expect(others.isEmpty, "\(others)")
    }

    @Test func bracketsThatDoNotMatchAreToldOncePerEntry() {
        let text = """
            wire w
              table serverTool {
                webSearch = {
                  type: "a", filters: { domains: allowedDomains? }?
                  list: [ each tools : { name: name ]

                fileSearch = { type: "b" }
                mcp        = { type: "c", ... }
              }
              table stop { stop = , length = "l" }

            """
        #expect(
            Document.parse(SourceFile(text)).diagnostics.map(\.message) == [
                "expected '}', got ']'", "missing value for 'stop'",
            ])
    }

    @Test func whatStandsAroundMistakesIsRead() {
        let text = """
            wire w
              "W"
              request { a: b, d: e
              response { : c, a: , b: c, d: [ each e f ], g: h }
              bogus { x: y }
              errors { 401 authentication, x, 404 notFound }
            provider
              "no name"
            prices p
              m  in 1 bogus 2 out 3
              ?  in 1
              n  in 4
            provider q
              can x

            """
        let (document, diagnostics) = Document.parse(SourceFile(text))
        #expect(
            document.dump == """
                wire w <W>
                  request { a: (b), d: (e) }
                  response { b: (c), g: (h) }
                  errors 401 authentication, 404 notFound
                prices p source - checked -
                  m in[1] out[3]
                  n in[4]
                provider q -
                  can [x]
                """)
        #expect(
            diagnostics.map(\.message) == [
                "missing '}'",
                "expected a key, got ':'",
                "missing value for 'a'",
                "expected ':' after 'each e', got 'f'",
                "unknown entry 'bogus'",
                "expected a status or a vendor's code before the class 'x'",
                "expected the name of the provider, got the end of the line",
                "unknown fact 'bogus'",
                "expected the id of a model, got '?'",
            ])
    }
}
