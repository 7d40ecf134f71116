import Foundation
import Testing

@testable import MassGenCore

@Suite struct PieceScannerTests {
    /// The patterns as they are published, for another engine.
    static let published: [TokenEncoding.Pattern: String] = [
        .cl100k:
            #"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}++|\p{N}{1,3}+| ?[^\s\p{L}\p{N}]++[\r\n]*+|\s++\z|"#
            + #"\s*[\r\n]|\s+(?!\S)|\s"#,
        .o200k: [
            #"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?"#,
            #"[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?"#,
            #"\p{N}{1,3}"#, #" ?[^\s\p{L}\p{N}]+[\r\n/]*"#, #"\s*[\r\n]+"#, #"\s+(?!\S)"#, #"\s+"#,
        ].joined(separator: "|"),
    ]

    static func pieces(_ text: String, _ pattern: TokenEncoding.Pattern) -> [String] {
        var text = text
        return text.withUTF8 { bytes in
            var scanner = PieceScanner(bytes, pattern)
            var pieces: [String] = []
            while let range = scanner.next() { pieces.append(String(decoding: bytes[range], as: UTF8.self)) }
            return pieces
        }
    }

    @Test(arguments: [TokenEncoding.Pattern.cl100k, .o200k])
    func piecesAreWhatTheRegularExpressionFinds(_ pattern: TokenEncoding.Pattern) throws {
        let expression = try NSRegularExpression(pattern: #require(Self.published[pattern]))
        let atoms = [
            "a", "b", "A", "B", "é", "É", "ǅ", "ʰ", "字", "か", "\u{308}", "1", "٣", "½", " ", "  ", "\t", "\n", "\r\n",
            "\u{A0}", "\u{3000}", "'s", "'S", "'ſ", "'Re", "'lL", "'ve", "'x", "'", "!", "/", "-", "🙂", "\u{200D}",
        ]
        var random = SplitMix(seed: 1)
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in atoms.randomElement(using: &random)! }
                .joined()
            let whole = NSRange(text.startIndex..., in: text)
            let expected = expression.matches(in: text, range: whole).map {
                (text as NSString).substring(with: $0.range)
            }
            #expect(Self.pieces(text, pattern) == expected, "\(text.debugDescription)")
        }
    }

    @Test func capitalsAreGivenBackUpToTheLastLetterWithoutCase() {
        #expect(Self.pieces("字ABC", .o200k) == ["字", "ABC"])
        #expect(Self.pieces("ABCdef", .o200k) == ["ABCdef"])
        #expect(Self.pieces("abcDef", .o200k) == ["abc", "Def"])
        #expect(Self.pieces("\u{308}ABC", .o200k) == ["\u{308}", "ABC"])
    }

    @Test func spaceAtTheEndStaysWithTheLineOrNot() {
        #expect(Self.pieces("a\n  ", .cl100k) == ["a", "\n  "])
        #expect(Self.pieces("a\n  ", .o200k) == ["a", "\n", "  "])
        #expect(Self.pieces("a   b", .o200k) == ["a", "  ", " b"])
    }

    /// Libraries disagree on what is younger than the youngest Unicode they know; tokenizers stay with theirs.
    @Test func scalarsYoungerThanTheTokenizersUnicodeAreSymbols() {
        #expect(ScalarClass(of: "\u{1C89}") == (Unicode.Scalar("\u{1C89}").properties.age == nil ? .other : .upper))
        #expect(ScalarClass(of: "\u{323B0}") == .other)
        #expect(ScalarClass(of: "\u{295}") == .lower)
    }
}
