import Testing

@testable import ProviderIDL

struct FormatterTests {
    @Test func leavesTheChatWireAlone() throws {
        let file = try RepositoryFiles.chatWire()
        #expect(format(file).text == file.text)
    }

    @Test func leavesAlignedPricesAlone() {
        let text = """
            prices groq   source "https://groq.com/pricing"  checked 2026-11-20
              # The fast ones.
              openai/gpt-oss-120b      context 131072 output 65536   in 0.15  out 0.60   # was 0.75
                                       can tools reasoning
              llama-3.3-70b:versatile  context 131072 output 32768   in 0.59  out 0.79
                                       batch { in 0.3, out 0.4 }
                                       # Long prompts cost more.
                                       above 200000 {
                                         in 1
                                       }

            """
        #expect(format(SourceFile(text)).text == text)
    }

    @Test func putsIndentationAndWhiteSpaceInOrder() {
        let text = """



            # Head.


            provider p\t
            "P"
               # About the request.
                 request {
              a:b,c:  d\t# why
                  e: f
                        | g
              # Last in the request.
                  }
                  shape s { a:b
                            c: [ {
                    d: e
                  } ]? }
            \tdefault x/y:free



            # Before the prices.
            prices p
                  m  in 1
                     out 2
                  n  in 3
                 # At the end.


            """
        #expect(
            format(SourceFile(text)).text == """
                # Head.

                provider p
                  "P"
                  # About the request.
                  request {
                    a: b, c:  d # why
                    e: f
                          | g
                    # Last in the request.
                  }
                  shape s { a: b
                            c: [ {
                              d: e
                            } ]? }
                  default x/y:free

                # Before the prices.
                prices p
                  m  in 1
                     out 2
                  n  in 3
                  # At the end.

                """)
    }

    @Test func endsWithOneNewline() {
        #expect(format(SourceFile("provider p\r\n  can x")).text == "provider p\n  can x\n")
        #expect(format(SourceFile("\u{FEFF}provider p\n\n\n")).text == "provider p\n")
        #expect(format(SourceFile("  # c  ")).text == "# c\n")
        #expect(format(SourceFile("\n \n")).text == "")
    }

    @Test func leavesAFileWithErrorsAlone() {
        let text = "provider  p\n     request {\n"
        let result = format(SourceFile(text))
        #expect(result.text == text)
        #expect(result.diagnostics.count == 1)
    }

    @Test func formattingTwiceChangesNothingMore() throws {
        var random = SeededGenerator(seed: 7)
        let lines = try RepositoryFiles.chatWire().text.split(separator: "\n", omittingEmptySubsequences: false)
        var valid = 0
        for _ in 0..<200 {
            let text = lines.map { disturbed(String($0), by: &random) }.joined(separator: "\n")
            let file = SourceFile(text)
            let once = format(file)
            guard once.diagnostics.isEmpty else { continue }
            valid += 1
            let twice = format(SourceFile(once.text))
            #expect(twice.text == once.text)
            #expect(twice.diagnostics.isEmpty)
            #expect(Document.parse(file).document.dump == Document.parse(SourceFile(once.text)).document.dump)
        }
        #expect(valid > 150)
    }

    /// The line with other white space, which means the same.
    private func disturbed(_ line: String, by random: inout SeededGenerator) -> String {
        let isDeclaration = line.hasPrefix("wire ")
        var line = line
        switch Int.random(in: 0..<8, using: &random) {
        case 0 where !isDeclaration: line = String(repeating: " ", count: .random(in: 1...9, using: &random)) + line
        case 1 where !isDeclaration: line = "\t" + line.drop { $0 == " " }
        case 2 where line.hasPrefix("    "): line = String(line.dropFirst(3))
        case 3: line += "  \t"
        case 4: line = line.split(separator: ": ", omittingEmptySubsequences: false).joined(separator: ":\t")
        case 5: line = "\n\n   # comment\n\n" + line
        case 6: line += " # comment \r"
        default: break
        }
        return line
    }
}
