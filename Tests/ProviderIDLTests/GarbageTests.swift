import Foundation
import Testing

@testable import ProviderIDL

/// Whatever the bytes, reading ends soon, with diagnostics that lie within the file.
struct GarbageTests {
    /// Reads and formats; returns the number of diagnostics.
    @discardableResult
    private func read(_ bytes: [UInt8]) -> Int {
        let file = SourceFile(path: "input.idl", bytes: bytes)
        let (text, diagnostics) = format(file)
        #expect(diagnostics.count <= Findings.limit)
        for diagnostic in diagnostics {
            let places = [diagnostic.span.range] + diagnostic.notes.compactMap(\.span?.range)
            #expect(places.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= bytes.count })
        }
        if !diagnostics.isEmpty {
            #expect(!DiagnosticPrinter(files: [file]).text(diagnostics).isEmpty)
            #expect(text == file.text)
        }
        return diagnostics.count
    }

    @Test func mutationsOfTheChatWire() throws {
        var random = SeededGenerator(seed: 1)
        let original = try RepositoryFiles.chatWire().bytes
        var diagnosed = 0
        let rounds = ProcessInfo.processInfo.environment["MASSGEN_CASES"].flatMap { Int($0) } ?? 500
        for _ in 0..<rounds {
            var bytes = original
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                mutate(&bytes, by: &random)
            }
            if read(bytes) > 0 { diagnosed += 1 }
        }
        #expect(diagnosed * 10 > rounds)
    }

    private func mutate(_ bytes: inout [UInt8], by random: inout SeededGenerator) {
        let start = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, start + .random(in: 1...12, using: &random))
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.removeSubrange(start..<end)
        case 1: bytes.insert(.random(in: 0...255, using: &random), at: start)
        case 2: bytes.insert(contentsOf: bytes[start..<end], at: .random(in: 0...bytes.count, using: &random))
        default:
            let signs = Array("{}[]()|,:?~=<->.\"\\# \n".utf8)
            bytes.insert(signs[Int.random(in: signs.indices, using: &random)], at: start)
        }
    }

    @Test func everyPrefixOfTheChatWire() throws {
        let bytes = try RepositoryFiles.chatWire().bytes
        for end in stride(from: 0, to: bytes.count, by: 7) {
            read(Array(bytes[..<end]))
        }
    }

    @Test func randomBytes() {
        var random = SeededGenerator(seed: 2)
        for length in 0..<300 {
            read((0..<length).map { _ in .random(in: 0...255, using: &random) })
        }
    }

    @Test func randomWords() {
        var random = SeededGenerator(seed: 3)
        let words =
            Keywords.entries + Keywords.declarations + Keywords.facts.map(\.word) + [
                "\n", "\n  ", "\n    ", " { ", " } ", " [ ", " ] ", ": ", " | ", "?", "?null", " else ", " when ",
                " in ",
                " each ", " by ", "\"text\"", "12", "..", "...", " <- ", " -> ", " = ", "~", "\"", "#", " - ", ",",
                "(retry)",
            ]
        for _ in 0..<1000 {
            let count = Int.random(in: 1...60, using: &random)
            let tail = (0..<count).map { _ in words[.random(in: words.indices, using: &random)] + " " }.joined()
            let heads = ["wire a\n  ", "provider a\n  request {", "prices a\n  m ", "wire a\n  shape b by c {", ""]
            read(Array((heads[.random(in: heads.indices, using: &random)] + tail).utf8))
        }
    }

    @Test(arguments: [
        "", "wire a\n  request ", "wire a\n  request { a: ", "prices a\n  m batch ", "prices a\n  m region a",
    ])
    func nothingButBraces(head: String) {
        let bytes = Array(head.utf8) + [UInt8](repeating: UInt8(ascii: "{"), count: 200_000)
        let time = ContinuousClock().measure {
            #expect(read(bytes) == 1)
        }
        #expect(time < .seconds(2))
    }

    @Test(arguments: [
        "a: { ", "a: [ each b : { ", "a { ", "x ", "} ", "\" ", "\"\n", "\n", "$", "\u{0}", "ä", "a:b\n", "in 1 ", ", ",
        "can x, ", ", : $", ", : \" }", "a ] ", "\" \n }",
    ])
    func manyOfTheSame(unit: String) {
        for head in ["", "wire a\n  request {\n", "wire a\n", "prices a\n  m "] {
            let bytes = Array((head + String(repeating: unit, count: 50_000 / unit.utf8.count)).utf8)
            let time = ContinuousClock().measure {
                read(bytes)
            }
            #expect(time < .seconds(1), "\(head)\(unit)")
        }
    }

    @Test func nestingHasALimit() {
        func nested(_ depth: Int) -> String {
            let open = String(repeating: "{ a: ", count: depth)
            return "wire a\n  request \(open)b\(String(repeating: " }", count: depth))\n  can x\n"
        }
        #expect(Document.parse(SourceFile(nested(Parser.deepest))).diagnostics.isEmpty)
        let (document, diagnostics) = Document.parse(SourceFile(nested(Parser.deepest + 1)))
        #expect(diagnostics.map(\.message) == ["nested deeper than 64 brackets"])
        #expect(document.wires.first?.entries.count == 2)
    }

    @Test func thereIsALimitOfDiagnostics() {
        let text = "provider p\n" + String(repeating: "  bogus x\n", count: 300)
        let diagnostics = Document.parse(SourceFile(text)).diagnostics
        #expect(diagnostics.count == 100)
        #expect(diagnostics.last?.message == "too many errors, the rest of the file was not read")
    }
}
