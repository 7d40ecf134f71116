import Testing

@testable import MassGenCore

/// What the grammar allows and what it does not, told the same by reading and by skipping.
@Suite struct JSONGrammarTests {
    static let accepted = [
        "null", "true", "false", "0", "-0", "1", "-1", "10", "1234567890", "123456789012345678901234567890",
        "0.5", "-0.5", "1.0", "1.25e3", "1e3", "1E3", "1e+3", "1E-3", "0e1", "0e+1", "0E0", "1e400", "-1e400", "1e-400",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "0.1e1", "20e1", "-0.0", "123.456789",
        #""""#, #""a""#, #""a b""#, #""\"""#, #""\\""#, #""\/""#, #""\b\f\n\r\t""#, #""\u0000""#, #""\u0041""#,
        #""\u00e9\u00E9""#, #""\ud83d\ude00""#, #""\uD83D\uDE00""#, #""\ud83d""#, #""\ude00""#, #""\ude00\ud83d""#,
        #""\ud83dx""#, #""\ud83d\n""#, #""\ud83d\u0041""#, #""\uffff\ufffe""#, "\"\u{7F}\"", "\"é\"", "\"漢字\"",
        "\"😀\"", "\"\u{2028}\u{2029}\"", "\"\u{FEFF}\"", "\"\u{10FFFF}\"",
        #""aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa""#,
        #""seven77\n""#, #""eight888\n""#, #""nine99999\n""#, "[]", "[ ]", "[[]]", "[[],[]]", "[1]", "[1,2]",
        "[ 1 , 2 ]", "[null,true,false]", "[\n1\r,\t2 ]", #"["a","b"]"#, "[1,[2,[3,[4]]]]", "{}", "{ }", #"{"a":1}"#,
        #"{ "a" : 1 }"#, #"{"a":1,"b":2}"#, #"{"a":1,"a":2}"#, #"{"":0}"#, #"{"a":{"b":{"c":{}}}}"#, #"{"a":[]}"#,
        #"{"\u0061":1}"#, #"{"a\nb":1}"#, #"{"é":1}"#, #"{"a long key that does not fit":1}"#, " 1 ", "\n[]\n",
        "\t\r\n {} \t\r\n", #"[{"a":[{"b":[{}]}]}]"#,
    ]

    static let rejected = [
        "", " ", "nul", "nulll", "Null", "tru", "truE", "falsee", "fals", "nan", "NaN", "Infinity", "-Infinity", "-",
        "--1", "+1", "01", "-01", "00", "1.", ".5", "-.5", "1.e3", "1e", "1e+", "1e-", "1ee3", "1.2.3", "0x10", "1_000",
        "1a", "1 2", "1,", "０", "\"", "\"a", "\"\\\"", #""\x""#, #""\u""#, #""\u1""#, #""\u12""#, #""\u123""#,
        #""\u123g""#, #""\U0041""#, #""\ ""#, #""\a""#, #""\'""#, #""\0""#, "\"\n\"", "\"\t\"", "\"\u{0}\"",
        "\"\u{1F}\"", "\"1234567\u{1F}\"", "\"12345678\u{1F}\"", "'a'", "a", "[", "]", "[1", "[1,", "[1,]", "[,1]",
        "[,]", "[1,,2]", "[1 2]", "[1:2]", "[}", "[1}", "[[]", "[]]", "[\"a\"", "[\"a", "{", "}", "{]", "{\"a\"",
        "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,}", "{,\"a\":1}", "{\"a\",1}", "{\"a\" 1}", "{\"a\"::1}",
        "{\"a\":1 \"b\":2}", "{\"a\":1,,\"b\":2}", "{a:1}", "{'a':1}", "{1:1}", "{null:1}", "{\"a\":}", "{\"a\\x\":1}",
        "{\"a\n\":1}", "{\"a\":1}}", "{\"a\":1]", "{}{}", "[][]", "null null", "// a\n1", "/**/1", "1 // a", "#1",
        "\u{FEFF}1", "\u{A0}1", "\u{B}1", "\u{C}1", "1\u{0}", "*", "<a/>", "[\u{0}1]", "{\"a\":tru}", "[-]", "[1e]",
        "[\"\\u00\"]", "{\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:1}", "{\"long key that never ends", "[truefalse]", "[1true]",
    ]

    static let brokenUTF8: [[UInt8]] = [
        [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
        [0xE2, 0x82], [0xE2, 0x28, 0xA1], [0xE2, 0x82, 0x28], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
        [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF0, 0x9F, 0x98, 0x28],
        [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF],
    ]

    @Test(arguments: accepted) func isAccepted(_ text: String) throws {
        let value = try JSON(parsing: text)
        var json = JSONReader(Array(text.utf8))
        try json.skip()
        try json.end()
        #expect(try JSON(parsing: value.text) == value)
        #expect(try JSON(parsing: value.prettyText) == value)
    }

    @Test(arguments: rejected) func isRejected(_ text: String) {
        let bytes = Array(text.utf8)
        let read = #expect(throws: JSONError.self) { try JSON(parsing: bytes) }
        let skipped = #expect(throws: JSONError.self) {
            var json = JSONReader(bytes)
            try json.skip()
            try json.end()
        }
        #expect(read?.kind == skipped?.kind)
        #expect(read?.offset == skipped?.offset)
    }

    @Test(arguments: brokenUTF8, [0, 3, 7, 8, 20]) func brokenTextIsRejected(_ bytes: [UInt8], after count: Int) {
        let plain = [UInt8](repeating: 0x61, count: count)
        for tail in [[], plain] {
            let string = [0x22] + plain + bytes + tail + [0x22]
            #expect(throws: JSONError.self) { try JSON(parsing: string) }
            #expect(throws: JSONError.self) { try JSON(parsing: [0x7B] + string + Array(":1}".utf8)) }
            #expect(throws: JSONError.self) { try JSON(parsing: bytes) }
        }
    }

    @Test func everyPrefixOfADocumentIsRejected() throws {
        let text = #" {"a":[1,-2.5e+3,"x\u00e9\ud83d\ude00\n",true,false,null,{}],"漢字 and a long key":{"b":[[]]}}"#
        let bytes = Array(text.utf8)
        _ = try JSON(parsing: bytes)
        for count in 0..<bytes.count {
            let error = #expect(throws: JSONError.self) { try JSON(parsing: Array(bytes[..<count])) }
            #expect(error?.kind == .unexpectedEnd)
            #expect(error?.offset == count)
            let ranged = #expect(throws: JSONError.self) {
                var json = JSONReader(bytes, in: 0..<count)
                _ = try json.value()
            }
            #expect(ranged == error)
        }
    }

    @Test func garbageNeverTraps() {
        var random = SplitMix(seed: 7)
        let alphabet = Array("{}[]\",:\\u0123456789abcdefn-+.eE truefalsnl\u{e9}\u{1}".utf8) + [0xFF, 0xC3, 0xED, 0xA0]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            }
            let value = try? JSON(parsing: bytes)
            var json = JSONReader(bytes)
            let isWhole = (try? json.skip()) != nil && (try? json.end()) != nil
            #expect((value != nil) == isWhole, "\(bytes)")
            if let value { #expect(try! JSON(parsing: value.text) == value) }
        }
    }

    @Test func brokenDocumentsNeverTrap() throws {
        var random = SplitMix(seed: 11)
        let document = Array(#"{"id":"a\u00e9","list":[1,2.5,{"deep":[true,null]}],"text":"é漢😀 \n"}"#.utf8)
        for _ in 0..<20_000 {
            var bytes = document
            for _ in 0..<Int.random(in: 1..<4, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            var json = JSONReader(bytes)
            let isWhole = (try? json.skip()) != nil && (try? json.end()) != nil
            #expect(((try? JSON(parsing: bytes)) != nil) == isWhole)
            _ = JSONReader(bytes).lookAhead("text")
        }
    }
}

/// Limits.
@Suite struct JSONLimitsTests {
    private func nested(_ depth: Int) -> [UInt8] {
        Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }

    @Test func depthIsLimited() throws {
        _ = try JSON(parsing: nested(512))
        var json = JSONReader(nested(512))
        try json.skip()
        #expect(throws: JSONError.self) { try JSON(parsing: nested(513)) }
        for bytes in [nested(513), nested(100_000), [UInt8](repeating: 0x5B, count: 1_000_000)] {
            var json = JSONReader(bytes)
            let error = #expect(throws: JSONError.self) { try json.skip() }
            #expect(error?.kind == .tooDeep)
            #expect(error?.offset == 512)
        }
    }

    @Test func depthCountsWhatIsOpen() throws {
        var json = JSONReader(Array("[[[]]]".utf8), limits: JSONLimits(depth: 2))
        try json.beginArray()
        #expect(try json.nextElement())
        #expect(throws: JSONError.self) { try json.skip() }
        var wide = JSONReader(Array("[[],[],[[]]]".utf8), limits: JSONLimits(depth: 3))
        try wide.skip()
    }

    @Test func anyDepthCanBeSkipped() throws {
        var json = JSONReader(nested(100_000), limits: JSONLimits(depth: .max))
        try json.skip()
        try json.end()
        let mixed = Array(
            (String(repeating: #"[{"a":"#, count: 1000) + "1" + String(repeating: "}]", count: 1000)).utf8)
        json = JSONReader(mixed, limits: JSONLimits(depth: 2000))
        try json.skip()
        try json.end()
        json = JSONReader(Array(mixed.dropLast(700)) + [0x7D], limits: JSONLimits(depth: 2000))
        #expect(throws: JSONError.self) { try json.skip() }
    }

    @Test func lengthIsLimited() throws {
        let bytes = Array("[1,2,3]".utf8)
        _ = try JSON(parsing: bytes, limits: JSONLimits(documentBytes: 7))
        let error = #expect(throws: JSONError.self) { try JSON(parsing: bytes, limits: JSONLimits(documentBytes: 6)) }
        #expect(error?.kind == .tooLarge)
        var json = JSONReader(bytes, limits: JSONLimits(documentBytes: 6))
        #expect(throws: JSONError.self) { try json.end() }
    }
}

struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
