import Foundation
import Testing

@testable import MassGenCore

@Suite struct TokenizerTests {
    static let end = "<|end|>"
    static let encoding = TokenEncoding(
        name: "small", pattern: .o200k, specialTokens: [end: 9000, "<|end|>>": 9001, "<|mid|>": 9002])
    let tokenizer: Tokenizer

    init() throws { tokenizer = try Tokenizer(vocabulary: SmallVocabulary.shared.file, encoding: Self.encoding) }

    @Test func shortAndLongPiecesAreMergedByRank() {
        let syllables = ["the", "a", "aaa", "s", "ei", "ll", "en", "ort", "light", "ä"]
        var random = SplitMix(seed: 2)
        for count in [1, 2, 3, 5, 8, 20, 40, 60, 120] {
            for _ in 0..<8 {
                let piece = (0..<count).map { _ in syllables.randomElement(using: &random)! }.joined()
                #expect(tokenizer.encode(piece) == SmallVocabulary.shared.tokens(of: piece.utf8), "\(piece)")
                #expect(tokenizer.count(piece) == tokenizer.encode(piece).count)
            }
        }
    }

    @Test(.timeLimit(.minutes(1))) func aPieceOfAHundredThousandBytesIsNoTrouble() {
        let count = 100_000
        let expected = SmallVocabulary.shared.tokens(of: repeatElement(0x61, count: 64)).count
        #expect(tokenizer.count(String(repeating: "a", count: count)) <= count / 64 * expected + 64)
        #expect(tokenizer.count(String(repeating: "\n", count: count)) > 0)
    }

    @Test func tokensDecodeToTheText() throws {
        let text = "The blue\r\n  sky ist blau 空 🙂 100000 \t'S\u{0} ä\u{308}"
        #expect(try tokenizer.decode(tokenizer.encode(text)) == text)
        #expect(tokenizer.encode("").isEmpty)
        #expect(try tokenizer.decode([]) == "")
    }

    @Test func aTokenMayEndWithinACharacter() throws {
        let tokens = tokenizer.encode("🙂")
        try #require(tokens.count > 1)
        #expect(try tokenizer.bytes(of: tokens.prefix(1)) == [0xF0])
        #expect(try tokenizer.decode(tokens.prefix(1)) == "\u{FFFD}")
    }

    @Test func specialTokensAreTextUnlessAllowed() throws {
        let text = "the sky\(Self.end)the"
        #expect(!tokenizer.encode(text).contains(9000))
        #expect(try tokenizer.decode(tokenizer.encode(text)) == text)
        let expected = tokenizer.encode("the sky") + [9000] + tokenizer.encode("the")
        #expect(try tokenizer.encode(text, allowing: [Self.end]) == expected)
        #expect(try tokenizer.decode(expected) == text)
    }

    @Test func specialTokensThatAreNotAllowedAreRefused() {
        #expect(throws: TokenizerError.specialToken(Self.end, offset: 5)) {
            try tokenizer.encode("sky \n<|end|>", allowing: ["<|mid|>"])
        }
        #expect(throws: TokenizerError.unknownSpecialToken("<|no|>")) {
            try tokenizer.encode("sky", allowing: ["<|no|>"])
        }
    }

    @Test func theLongestSpecialTokenWins() throws {
        #expect(try tokenizer.encode("<|end|>>", allowing: [Self.end, "<|end|>>"]) == [9001])
    }

    @Test func unknownTokensAreErrors() {
        for token in [-1, 8999, Int.max] {
            #expect(throws: TokenizerError.unknownToken(token)) { try tokenizer.decode([0, token]) }
        }
    }
}

@Suite struct VocabularyTests {
    static let bytes = (UInt8.min...UInt8.max).map { "\(Data([$0]).base64EncodedString()) \($0)\n" }.joined()

    static func failure(_ text: String, _ encoding: TokenEncoding = TokenizerTests.encoding) -> VocabularyError? {
        do {
            _ = try Tokenizer(vocabulary: Array(text.utf8), encoding: encoding)
            return nil
        } catch {
            return error
        }
    }

    @Test func linesMayEndEitherWayAndTheLastNotAtAll() {
        #expect(Self.failure(Self.bytes) == nil)
        #expect(Self.failure(Self.bytes.replacing("\n", with: "\r\n")) == nil)
        #expect(Self.failure(Self.bytes + "\n\nYWI= 1000") == nil)
    }

    @Test(arguments: [
        "YWI=", "YWI= ", "YWI= x", "YWI= -1", "YWI=256", " 256", "= 256", "YW*I 256", "YWI 256", "YQ= 256", "Y 256",
        "YWI== 256", "YWJ= 256", "YWI= 16777216", "YWI= 99999999999999999999", "YWI= 256 ", "YWI= 256 1", "\r256",
    ])
    func aMalformedLineIsNamed(_ line: String) {
        #expect(Self.failure(Self.bytes + line + "\n") == .malformed(line: 257))
    }

    @Test func repeatedTokensAndNumbersAreNamed() {
        #expect(Self.failure(Self.bytes + "YQ== 256\n") == .repeated(line: 257))
        #expect(Self.failure(Self.bytes + "YWI= 255\n") == .repeated(line: 257))
    }

    @Test func aVocabularyNeedsAllBytes() {
        #expect(Self.failure("") == .incomplete(byte: 0))
        #expect(Self.failure(Self.bytes.replacing("YQ== 97\n", with: "")) == .incomplete(byte: 97))
    }

    @Test func aFileThatWasCutOffIsNotTheEncodings() {
        #expect(Self.failure(Self.bytes, .o200kBase) == .wrongSize(expected: 199_998, found: 256))
        #expect(throws: VocabularyError.unrecognised(found: 256)) {
            _ = try Tokenizer(vocabulary: Array(Self.bytes.utf8))
        }
    }

    @Test func numbersMayHaveGaps() throws {
        let text = Self.bytes + "YWI= 70000\n"
        let tokenizer = try Tokenizer(vocabulary: Array(text.utf8), encoding: TokenizerTests.encoding)
        #expect(tokenizer.encode("ab") == [70000])
        #expect(throws: TokenizerError.unknownToken(300)) { try tokenizer.decode([300]) }
    }

    @Test func aMissingFileIsNamed() {
        #expect(throws: VocabularyError.unreadable(path: "/nowhere/x.tiktoken")) {
            _ = try Tokenizer(contentsOf: URL(filePath: "/nowhere/x.tiktoken"))
        }
    }
}

private let vocabularies = ProcessInfo.processInfo.environment["TIKTOKEN_VOCABULARIES"]

/// What the publisher's own tests and its tokenizer say.
@Suite(
    .enabled(
        if: vocabularies != nil,
        "TIKTOKEN_VOCABULARIES names no folder with o200k_base.tiktoken and cl100k_base.tiktoken"))
struct PublishedVectorTests {
    static func tokenizer(_ encoding: TokenEncoding) throws -> Tokenizer {
        let folder = URL(filePath: try #require(vocabularies))
        return try Tokenizer(contentsOf: folder.appending(path: "\(encoding.name).tiktoken"))
    }

    @Test func cl100kBase() throws {
        let tokenizer = try Self.tokenizer(.cl100kBase)
        #expect(tokenizer.encoding == .cl100kBase)
        #expect(tokenizer.encode("hello world") == [15339, 1917])
        #expect(tokenizer.encode("rer") == [38149])
        #expect(tokenizer.encode("'rer") == [2351, 81])
        #expect(tokenizer.encode("today\n ") == [31213, 198, 220])
        #expect(tokenizer.encode("today\n \n") == [31213, 27907])
        #expect(tokenizer.encode("today\n  \n") == [31213, 14211])
        #expect(tokenizer.encode(" \u{85}0") == [220, 126, 227, 15])
        #expect(tokenizer.encode("👍") == [9468, 239, 235])
        #expect(try tokenizer.encode("hello <|endoftext|>", allowing: ["<|endoftext|>"]) == [15339, 220, 100_257])
    }

    @Test func o200kBase() throws {
        let tokenizer = try Self.tokenizer(.o200kBase)
        #expect(tokenizer.encoding == .o200kBase)
        #expect(tokenizer.encode("hello world") == [24912, 2375])
        #expect(tokenizer.encode("'rer") == [15770, 259])
        #expect(tokenizer.encode("today\n  \n") == [58744, 31835])
        #expect(tokenizer.encode(" \u{85}0") == [220, 126, 227, 15])
        #expect(tokenizer.encode("👍") == [82514])
        #expect(tokenizer.encode("Why is the sky blue?") == [13903, 382, 290, 17307, 9861, 30])
        #expect(
            tokenizer.encode("字ABC ABCdef I'Ve\n\n  x/\n/ ١٢٣٤") == [
                8134, 44197, 33047, 1314, 3413, 27493, 279, 220, 1215, 66186, 220, 46600, 53184, 81473, 98713,
            ])
        #expect(try tokenizer.encode("hello <|endoftext|>", allowing: ["<|endoftext|>"]) == [24912, 220, 199_999])
    }
}
