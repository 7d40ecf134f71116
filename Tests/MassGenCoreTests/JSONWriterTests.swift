import Testing

@testable import MassGenCore

@Suite struct JSONWriterTests {
    private func written(_ body: (inout JSONWriter) -> Void) -> String {
        var out = JSONWriter()
        body(&out)
        return out.text
    }

    @Test func commasComeByThemselves() {
        let text = written { out in
            out.beginObject()
            out.field("a", "x")
            out.field("b", 1)
            out.field("c", 0.5)
            out.field("d", true)
            out.field("e", JSON.array([1, nil]))
            out.field("f", ["p", "q"])
            out.field("g", [String]())
            out.field("h", orNull: nil)
            out.field("i", orNull: "y")
            out.key("j")
            out.beginArray()
            out.int(-12)
            out.beginObject()
            out.endObject()
            out.raw(#"{"z": 1}"#)
            out.null()
            out.beginArray()
            out.endArray()
            out.endArray()
            out.key("k" + "k")
            out.bool(false)
            out.endObject()
        }
        let expected =
            #"{"a":"x","b":1,"c":0.5,"d":true,"e":[1,null],"f":["p","q"],"g":[],"h":null,"i":"y","#
            + #""j":[-12,{},{"z": 1},null,[]],"kk":false}"#
        #expect(text == expected)
    }

    @Test func onlyWhatMustBeEscapedIs() {
        let cases: [(String, String)] = [
            ("", #""""#), ("a/b", #""a/b""#), ("\"\\", #""\"\\""#), ("\u{8}\u{9}\u{A}\u{C}\u{D}", #""\b\t\n\f\r""#),
            ("\u{0}\u{1}\u{1F}", #""\u0000\u0001\u001f""#), ("\u{7F}\u{80}\u{2028}", "\"\u{7F}\u{80}\u{2028}\""),
            ("é漢😀", "\"é漢😀\""), ("\u{B}<>&'", #""\u000b<>&'""#),
        ]
        for (text, json) in cases {
            #expect(written { $0.string(text) } == json)
            #expect(written { $0.key(text) } == json + ":")
            #expect(try! JSON(parsing: json) == .string(text))
        }
        #expect(written { $0.key("a\"\n") } == #""a\"\n":"#)
    }

    @Test func escapesAreFoundAtEveryPlace() throws {
        for count in 0..<40 {
            for special in ["\"", "\\", "\n", "\u{1}", "é", "\"\"", "\n漢"] {
                for tail in [0, 1, 7, 8, 9] {
                    let head = String(repeating: "x", count: count)
                    let text = head + special + String(repeating: "y", count: tail)
                    let json = written { $0.string(text) }
                    #expect(try JSON(parsing: json) == .string(text))
                }
            }
        }
    }

    @Test func numbersAreShort() {
        let cases: [(Double, String)] = [
            (0, "0"), (-0.0, "-0"), (1, "1"), (0.5, "0.5"), (-2.25, "-2.25"), (0.1, "0.1"), (1e20, "1e+20"),
            (1e-7, "1e-07"), (100, "100"), (1234567.5, "1234567.5"), (.nan, "null"), (.infinity, "null"),
            (-.infinity, "null"),
        ]
        for (value, text) in cases { #expect(written { $0.double(value) } == text) }
        for value in [0, 9, 10, -1, .max, .min] { #expect(written { $0.int(value) } == "\(value)") }
    }

    @Test func doublesReadBackTheSame() throws {
        var random = SplitMix(seed: 5)
        for _ in 0..<2000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            #expect(try JSON(parsing: written { $0.double(value) }).double == value)
        }
    }

    @Test func aWriterStartsOver() {
        var out = JSONWriter()
        out.beginArray()
        out.int(1)
        out.removeAll()
        out.string("a")
        #expect(out.bytes == Array(#""a""#.utf8))
    }
}
