import Testing

@testable import MassGenCore

/// Reading value by value, as generated parsers do.
@Suite struct JSONPullTests {
    private func reader(_ text: String) -> JSONReader { JSONReader(Array(text.utf8)) }

    @Test func aChunkIsReadInOneGo() throws {
        let text = #"{"id":"c1","created":1,"choices":[{"index":0,"delta":{"content":" sky"},"finish_reason":null}]}"#
        var json = reader(text)
        var found: [String] = []
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "id": found.append(try json.string())
            case "choices":
                try json.beginArray()
                while try json.nextElement() {
                    try json.beginObject()
                    while let key = try json.nextKey() {
                        switch key {
                        case "delta": found.append(try json.text())
                        case "finish_reason": #expect(try json.null())
                        default: try json.skip()
                        }
                    }
                }
            default: try json.skip()
            }
        }
        try json.end()
        #expect(found == ["c1", #"{"content":" sky"}"#])
        #expect(json.offset == text.utf8.count)
    }

    @Test func kindsAreSeenAhead() throws {
        let kinds: [(String, JSONKind)] = [
            ("{}", .object), (" []", .array), (#""""#, .string), ("-1", .number), ("1", .number), ("true", .bool),
            ("\nfalse", .bool), ("null", .null),
        ]
        for (text, kind) in kinds {
            var json = reader(text)
            #expect(try json.peek() == kind)
            #expect(try json.peek() == kind)
            #expect(try json.value().kind == kind)
        }
        #expect(throws: JSONError.self) {
            var json = reader("?")
            _ = try json.peek()
        }
    }

    @Test func stringsAreUnescaped() throws {
        let cases: [(String, String)] = [
            (#""""#, ""), (#""a\/b""#, "a/b"), (#""\b\f\n\r\t\"\\""#, "\u{8}\u{C}\n\r\t\"\\"), (#""\u0000""#, "\u{0}"),
            (#""\u00e9\u6F22\ud83d\uDE00""#, "é漢😀"), (#""\ud83d""#, "\u{FFFD}"), (#""\ude00a""#, "\u{FFFD}a"),
            (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\ud83d\\""#, "\u{FFFD}\\"),
            (#""é\n漢\n😀""#, "é\n漢\n😀"), (#""exactly fifteen""#, "exactly fifteen"), (#""\udbff\udfff""#, "\u{10FFFF}"),
        ]
        for (text, value) in cases {
            var json = reader(text)
            #expect(try Array(json.string().utf8) == Array(value.utf8))
            try json.end()
        }
    }

    @Test func runsOfEveryLengthAreRead() throws {
        for count in 0..<70 {
            for (tail, meaning) in [("", ""), ("\\n", "\n"), ("é", "é"), ("\\u00e9", "é")] {
                let plain = String(repeating: "x", count: count)
                var json = reader("[\"\(plain)\(tail)\",1]")
                try json.beginArray()
                #expect(try json.nextElement())
                #expect(try json.string() == plain + meaning)
                #expect(try json.nextElement())
                #expect(try json.int() == 1)
                #expect(try !json.nextElement())
            }
        }
    }

    @Test func integersAreReadHoweverTheyAreWritten() throws {
        let cases: [(String, Int?)] = [
            ("0", 0), ("-0", 0), ("7", 7), ("-42", -42), ("3.0", 3), ("1e3", 1000), ("1.5e1", 15), ("120e-1", 12),
            ("0e9", 0), ("0.000", 0), ("-1.20e2", -120), ("999999999999999999", 999_999_999_999_999_999),
            ("9223372036854775807", .max), ("9223372036854775808", .max), ("-9223372036854775808", .min),
            ("-9223372036854775809", .min), ("9223372036854775807.0", .max),
            ("9007199254740993.0", 9_007_199_254_740_993),
            ("1e400", .max), ("-1e400", .min), ("1e99999999999999999999", .max), ("100000000000000000000e-18", 100),
            ("123456789012345678901234567890", .max), ("3.5", nil), ("1e-1", nil),
            ("123456789012345678901234567890.5", nil),
            ("1e-400", nil),
        ]
        for (text, value) in cases {
            var json = reader("[\(text)]")
            try json.beginArray()
            #expect(try json.nextElement())
            #expect(try json.intIfAny() == value, "\(text)")
            #expect(try !json.nextElement())
            var strict = reader(text)
            if let value {
                #expect(try strict.int() == value)
            } else {
                #expect(throws: JSONError.self) { try strict.int() }
            }
        }
    }

    @Test func doublesAreExact() throws {
        var random = SplitMix(seed: 3)
        for _ in 0..<2000 {
            let value = Double(bitPattern: random.next())
            guard value.isFinite else { continue }
            var json = reader(value.description)
            #expect(try json.double() == value)
        }
        for (text, value) in [
            ("1e400", Double.greatestFiniteMagnitude), ("-1e400", -.greatestFiniteMagnitude), ("0", 0), ("12", 12),
            ("999999999999999", 999_999_999_999_999), ("0.1", 0.1), ("5e-324", .leastNonzeroMagnitude), ("-3", -3),
            ("1e-400", 0),
        ] {
            var json = reader(text)
            #expect(try json.double() == value)
        }
        var zero = reader("-0")
        #expect(try zero.double().sign == .minus)
    }

    @Test func tolerantReadsConsumeExactlyOneValue() throws {
        for text in ["{}", #"{"a":[1,{}]}"#, "[1,[2]]", #""s""#, "12", "-1.5", "true", "null"] {
            let reads: [(inout JSONReader) throws -> Bool] = [
                { try $0.stringIfAny() != nil }, { try $0.intIfAny() != nil }, { try $0.doubleIfAny() != nil },
                { try $0.boolIfAny() != nil }, { try $0.scalarText() != nil },
            ]
            var fits: [Bool] = []
            for read in reads {
                var json = reader("[\(text),7]")
                try json.beginArray()
                #expect(try json.nextElement())
                fits.append(try read(&json))
                #expect(try json.nextElement())
                #expect(try json.int() == 7)
                #expect(try !json.nextElement())
                try json.end()
            }
            let expected: [Bool] =
                switch text {
                case #""s""#: [true, false, false, false, true]
                case "12": [false, true, true, false, true]
                case "-1.5": [false, false, true, false, true]
                case "true": [false, false, false, true, true]
                default: [false, false, false, false, false]
                }
            #expect(fits == expected, "\(text)")
        }
    }

    @Test func containersAreOpenedIfTheyAreThere() throws {
        var json = reader(#"[1,{"a":2},[3],"x"]"#)
        try json.beginArray()
        #expect(try json.nextElement())
        #expect(try !json.beginObjectIfAny())
        #expect(try json.nextElement())
        #expect(try json.beginObjectIfAny())
        #expect(try json.nextKey()?.string == "a")
        #expect(try !json.beginArrayIfAny())
        #expect(try json.nextKey() == nil)
        #expect(try json.nextElement())
        #expect(try json.beginArrayIfAny())
        #expect(try json.nextElement())
        #expect(try json.scalarText() == "3")
        #expect(try !json.nextElement())
        #expect(try json.nextElement())
        #expect(try !json.null())
        #expect(try json.scalarText() == "x")
        #expect(try !json.nextElement())
        try json.end()
    }

    @Test func wrongKindsAreNamed() {
        let reads: [(String, (inout JSONReader) throws -> Void)] = [
            ("an object", { try $0.beginObject() }), ("an array", { try $0.beginArray() }),
            ("a string", { _ = try $0.string() }), ("a number", { _ = try $0.int() }),
            ("a number", { _ = try $0.double() }), ("a boolean", { _ = try $0.bool() }),
        ]
        for (kind, read) in reads {
            var json = reader("null")
            let error = #expect(throws: JSONError.self) { try read(&json) }
            #expect(error?.description == "expected \(kind) at byte 0")
            #expect(error?.kind == .typeMismatch)
            var broken = reader(" ?")
            #expect(#expect(throws: JSONError.self) { try read(&broken) }?.kind == .unexpectedByte)
            var empty = reader(" ")
            #expect(#expect(throws: JSONError.self) { try read(&empty) }?.kind == .unexpectedEnd)
        }
    }

    @Test func aRangeIsADocument() throws {
        let bytes = Array(#"data: {"a":1}"#.utf8) + Array("garbage".utf8)
        var json = JSONReader(bytes, in: 6..<13)
        #expect(try json.value() == ["a": 1])
        try json.end()
        #expect(json.offset == 7)
        var outside = JSONReader(bytes, in: 900..<1000)
        #expect(throws: JSONError.self) { try outside.skip() }
    }

    @Test func membersAreSeenAhead() throws {
        let text = #"{"a":{"type":"no"},"n":[1,2],"type":"yes","z":null,"b":true,"é\n":4}"#
        var json = reader(text)
        #expect(json.lookAheadString("type") == "yes")
        #expect(json.lookAhead("type") == "yes")
        #expect(json.lookAhead("n") == [1, 2])
        #expect(json.lookAhead("a") == ["type": "no"])
        #expect(json.lookAhead("z") == .null)
        #expect(json.lookAhead("b") == true)
        #expect(json.lookAhead("é\n") == 4)
        #expect(json.lookAhead("none") == nil)
        #expect(json.lookAheadString("b") == nil)
        #expect(json.offset == 0)
        #expect(try json.text() == text)
        #expect(reader("[]").lookAhead("a") == nil)
        #expect(reader(#"{"a":?,"b":1}"#).lookAhead("b") == nil)
        #expect(reader("").lookAheadString("b") == nil)
    }
}

/// Keys.
@Suite struct JSONKeyTests {
    private func key(_ literal: String, padding: String = "") throws -> JSONKey {
        var json = JSONReader(Array("{\"\(literal)\":1\(padding)}".utf8))
        try json.beginObject()
        return try #require(try json.nextKey())
    }

    @Test func keysOfEveryLengthAreKept() throws {
        for count in 0..<60 {
            let text = String((0..<count).map { Character(Unicode.Scalar(UInt8(0x61 + $0 % 26))) })
            for padding in ["", String(repeating: " ", count: 40)] {
                #expect(try key(text, padding: padding).string == text)
                #expect(try key("\\u0041" + text, padding: padding).string == "A" + text)
            }
        }
    }

    @Test func keysMatchLiterals() throws {
        #expect(try key("") == "")
        #expect(try key("a") == "a")
        #expect(try key("ab") == "ab")
        #expect(try key("abc") == "abc")
        #expect(try key("index") == "index")
        #expect(try key("choices") == "choices")
        #expect(try key("function") == "function")
        #expect(try key("tool_call") == "tool_call")
        #expect(try key("finish_reason") == "finish_reason")
        #expect(try key("exactly_sixteen_") == "exactly_sixteen_")
        #expect(try key("system_fingerprint") == "system_fingerprint")
        #expect(try key("exactly_twenty_four_long") == "exactly_twenty_four_long")
        #expect(try key("completion_tokens_details") == "completion_tokens_details")
        #expect(try key("cache_creation_input_tokens") == "cache_creation_input_tokens")
        #expect(try key("\\u0063hoices") == "choices")
        #expect(try key("ch\\u006fices_and_more_than_24_bytes") == "choices_and_more_than_24_bytes")
        #expect(try key("é漢") == "é漢")
        #expect(try key("a\\u0000") == "a\0")
    }

    @Test func keysDoNotMatchOthers() throws {
        #expect(try !(key("a") == ""))
        #expect(try !(key("a") == "b"))
        #expect(try !(key("a") == "aa"))
        #expect(try !(key("a\\u0000") == "a"))
        #expect(try !(key("choices") == "choicez"))
        #expect(try !(key("functiom") == "function"))
        #expect(try !(key("finish_reasom") == "finish_reason"))
        #expect(try !(key("completion_tokens_detailz") == "completion_tokens_details"))
        #expect(try !(key("completion_tokens_details") == "completion_tokens_detailz"))
        #expect(try !(key("exactly_twenty_four_lonG") == "exactly_twenty_four_long"))
    }

    @Test func keysWorkInASwitch() throws {
        for (text, number) in [("a", 1), ("content", 2), ("prompt_tokens_details", 3), ("other", 0)] {
            let found =
                switch try key(text) {
                case "a": 1
                case "content": 2
                case "prompt_tokens_details": 3
                default: 0
                }
            #expect(found == number)
        }
    }
}
