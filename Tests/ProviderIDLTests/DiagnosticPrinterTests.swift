import ProviderIDL
import Testing

struct DiagnosticPrinterTests {
    let first = SourceFile(path: "a.idl", bytes: Array("ä b\nc\n".utf8))
    let second = SourceFile(path: "b.idl", bytes: Array("\u{FEFF}x\r\ny".utf8))

    private func diagnostic(_ path: String, _ offset: Int, _ message: String, notes: [Diagnostic.Note] = [])
        -> Diagnostic
    {
        Diagnostic(.error, at: Span(path: path, range: offset..<offset), message, notes: notes)
    }

    @Test func ordersByPathAndPlaceAndCountsBytes() {
        let printer = DiagnosticPrinter(files: [second, first])
        let elsewhere = Diagnostic.Note("opened here", at: Span(path: "a.idl", range: 0..<1))
        let text = printer.text([
            diagnostic("b.idl", 6, "five"),
            diagnostic("b.idl", 3, "four", notes: [Diagnostic.Note("write this"), elsewhere]),
            diagnostic("a.idl", 3, "one"),
            diagnostic("a.idl", 5, "three"),
            diagnostic("a.idl", 3, "two"),
        ])
        #expect(
            text == """
                a.idl:1:4: error: one
                a.idl:1:4: error: two
                a.idl:2:1: error: three
                b.idl:1:1: error: four
                b.idl:1:1: note: write this
                a.idl:1:1: note: opened here
                b.idl:2:1: error: five

                """)
    }

    @Test func survivesUnknownFilesAndPlaces() {
        let printer = DiagnosticPrinter(files: [first])
        let warning = Diagnostic(.warning, at: Span(path: "z.idl", range: 4..<5), "odd")
        #expect(printer.text([warning]) == "z.idl: warning: odd\n")
        #expect(printer.text([diagnostic("a.idl", 99, "far")]) == "a.idl:3:1: error: far\n")
        #expect(printer.text([]) == "")
    }
}
