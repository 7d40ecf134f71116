import ProviderGen
import ProviderIDL
import Testing

/// The repository's own files with mistakes in them: whatever is written, checking and generating end, and what is
/// found lies within the files.
struct MutationTests {
    /// How many files became what.
    private struct Tally {
        var unreadable = 0
        var wrong = 0
        var generated = 0
    }

    @Test func mutationsOfTheRepositorysFiles() throws {
        var random = SeededGenerator(seed: 11)
        let wire = try RepositoryFiles.idl("Wires/OpenAIChat.idl")
        let names = ["DeepSeek", "Grok", "Groq", "Mistral"]
        let pairs = try names.map { name in
            [wire, Self.every]
                + (try [RepositoryFiles.idl("Providers/\(name).idl"), RepositoryFiles.idl("Prices/\(name).idl")])
        }
        let vocabulary = Set(pairs.joined().flatMap { words(of: $0.bytes).map { Array($0) } }).sorted {
            $0.lexicographicallyPrecedes($1)
        }
        let parsed = pairs.map { $0.map { Document.parse($0).document } }
        var tally = Tally()
        for _ in 0..<1000 {
            let pair = Int.random(in: pairs.indices, using: &random)
            let place = [0, 2, 2, 3][Int.random(in: 0..<4, using: &random)]
            var file = pairs[pair][place]
            for _ in 0..<Int.random(in: 1...3, using: &random) { mutate(&file.bytes, vocabulary, by: &random) }
            var files = pairs[pair]
            files[place] = file
            var documents = parsed[pair]
            let (document, diagnostics) = Document.parse(file)
            documents[place] = document
            if diagnostics.isEmpty { run(documents, of: files, &tally) } else { tally.unreadable += 1 }
        }
        #expect(tally.unreadable > 50)
        #expect(tally.wrong > 300)
        #expect(tally.generated > 50)
    }

    /// A provider that can what the wire's guards ask for.
    private static let every = SourceFile(
        path: "every.idl",
        bytes: Array(
            """
            provider every
              wire openai-chat
              base "https://every.example"
              key  none
              can  \(Vocabulary.capabilities.joined(separator: " "))

            """.utf8))

    private func run(_ documents: [Document], of files: [SourceFile], _ tally: inout Tally) {
        let (model, diagnostics) = Checker.check(documents)
        guard diagnostics.isEmpty else {
            tally.wrong += 1
            for diagnostic in diagnostics {
                for span in [diagnostic.span] + diagnostic.notes.compactMap(\.span) {
                    let file = files.first { $0.path == span.path }
                    #expect(span.range.upperBound <= file?.bytes.count ?? -1, "\(diagnostic.message)")
                }
            }
            #expect(Set(diagnostics).count == diagnostics.count, "nothing is said twice")
            return
        }
        tally.generated += 1
        #expect(!Generator.generate(model).isEmpty)
        for provider in model.providers { #expect(!explanation(of: provider).isEmpty) }
    }

    private func mutate(_ bytes: inout [UInt8], _ vocabulary: [[UInt8]], by random: inout SeededGenerator) {
        let words = words(of: bytes).map { $0.startIndex..<$0.endIndex }
        guard words.count > 2 else { return }
        let one = words[.random(in: words.indices, using: &random)]
        let other = words[.random(in: words.indices, using: &random)]
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
            let (first, second) = one.lowerBound < other.lowerBound ? (one, other) : (other, one)
            guard first != second else { return }
            let text = Array(bytes[first])
            bytes.replaceSubrange(first, with: bytes[second])
            let shift = second.count - first.count
            bytes.replaceSubrange(second.lowerBound + shift..<second.upperBound + shift, with: text)
        case 1: bytes.removeSubrange(line(at: one.lowerBound, in: bytes))
        case 2:
            let line = Array(bytes[line(at: one.lowerBound, in: bytes)])
            bytes.insert(contentsOf: line, at: self.line(at: other.lowerBound, in: bytes).lowerBound)
        case 3: bytes.replaceSubrange(one, with: bytes[other])
        case 4: bytes.insert(UInt8(ascii: "x"), at: one.upperBound)
        default: bytes.replaceSubrange(one, with: vocabulary[.random(in: vocabulary.indices, using: &random)])
        }
    }

    private func words(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split { byte in
            let isLetter = (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
            return !isLetter && byte != UInt8(ascii: "_") && byte != UInt8(ascii: ".")
        }
    }

    private func line(at place: Int, in bytes: [UInt8]) -> Range<Int> {
        let newline = UInt8(ascii: "\n")
        let start = bytes[..<place].lastIndex(of: newline).map { $0 + 1 } ?? 0
        let end = bytes[place...].firstIndex(of: newline).map { $0 + 1 } ?? bytes.count
        return start..<end
    }
}
