import MassGenCore
import Testing

@Suite struct MisfitTests {
    private let schema: JSON = [
        "type": "object",
        "properties": [
            "city": ["type": "string", "minLength": 1],
            "unit": ["type": "string", "enum": ["celsius", "fahrenheit"]],
            "days": ["type": "integer", "minimum": 1, "maximum": 14],
            "hours": ["type": "array", "items": ["type": "number"], "maxItems": 3],
            "place": ["anyOf": [["$ref": "#/$defs/point"], ["type": "null"]]],
            "mode": ["const": "fast"],
        ],
        "required": ["city"],
        "additionalProperties": false,
        "$defs": ["point": ["type": "object", "properties": ["x": ["type": "number"]], "required": ["x"]]],
    ]

    @Test(arguments: [
        (#"{"city":"Oslo"}"#, [String]()),
        (#"{"city":"Oslo","unit":"celsius","days":3.0,"hours":[1,2.5],"place":null,"mode":"fast"}"#, []),
        (#"{"city":"Oslo","place":{"x":1}}"#, []),
        (#"{}"#, ["the member 'city' is missing"]),
        (#"{"city":3}"#, ["city: expected string, found number"]),
        (#"{"city":"Oslo","unit":"kelvin"}"#, [#"unit: "kelvin" is none of "celsius", "fahrenheit""#]),
        (#"{"city":"Oslo","days":0}"#, ["days: 0 is less than 1"]),
        (#"{"city":"Oslo","days":15}"#, ["days: 15 is more than 14"]),
        (#"{"city":"Oslo","days":1.5}"#, ["days: expected integer, found number"]),
        (#"{"city":"Oslo","hours":[1,"2"]}"#, ["hours[1]: expected number, found string"]),
        (#"{"city":"Oslo","hours":[1,2,3,4]}"#, ["hours: has 4 elements, but may have at most 3"]),
        (#"{"city":"Oslo","mode":"slow"}"#, [#"mode: must be "fast""#]),
        (#"{"city":"Oslo","size":1}"#, ["there is no member 'size', only city, unit, days, hours, place, mode"]),
        (#"[]"#, ["expected object, found array"]),
    ])
    func saysWhereAndWhat(text: String, misfits: [String]) throws {
        #expect(try JSON(parsing: text).misfits(schema) == misfits)
    }

    @Test func saysWhatIsWrongWithTheNearestAlternative() {
        let misfits = (["city": "Oslo", "place": ["x": "1"]] as JSON).misfits(schema)
        #expect(misfits.count == 1)
        #expect(misfits.first?.contains("place.x: expected number, found string") == true)
    }

    @Test func oneOfIsExactlyOne() {
        let one: JSON = ["oneOf": [["type": "integer"], ["minimum": 10]]]
        #expect((3 as JSON).misfits(one).isEmpty)
        #expect((12 as JSON).misfits(one).count == 1)
        #expect((2.5 as JSON).misfits(one).count == 1)
    }

    @Test func combinesConditionsAndNegations() {
        let schema: JSON = [
            "allOf": [["type": "object"], ["not": ["required": ["b"]]]],
            "if": ["properties": ["a": ["const": 1]], "required": ["a"]], "then": ["required": ["c"]],
        ]
        #expect((["a": 2] as JSON).misfits(schema).isEmpty)
        #expect((["a": 1] as JSON).misfits(schema) == ["the member 'c' is missing"])
        #expect((["b": 1] as JSON).misfits(schema) == ["is what it must not be"])
    }

    @Test func boundsAreExactForLargeNumbers() throws {
        let schema: JSON = ["maximum": 9_007_199_254_740_992]
        #expect(try JSON(parsing: "9007199254740993").misfits(schema).count == 1)
        #expect(try JSON(parsing: "9007199254740992").misfits(schema).isEmpty)
        #expect((0.3 as JSON).misfits(["multipleOf": 0.1]).isEmpty)
        #expect((0.35 as JSON).misfits(["multipleOf": 0.1]).count == 1)
    }

    @Test func referencesToElsewhereAreNeverFollowed() {
        let schema: JSON = ["properties": ["a": ["$ref": "http://127.0.0.1:1/schema.json"]]]
        #expect((["a": 1] as JSON).misfits(schema).isEmpty)
    }

    @Test func schemasThatGoOnForEverEnd() {
        let loop: JSON = ["$ref": "#"]
        #expect((1 as JSON).misfits(loop).count == 1)
        let bomb: JSON = ["anyOf": .array(Array(repeating: ["$ref": "#"], count: 10))]
        let start = ContinuousClock.now
        #expect(!(1 as JSON).misfits(bomb).isEmpty)
        #expect(.now - start < .seconds(5))
    }

    @Test(arguments: [
        ("^[a-z]+$", "oslo", true), ("^[a-z]+$", "Oslo", false), ("[0-9]{3}", "ab123", true),
        ("^\\d{2,3}$", "1234", false),
        ("^(?:red|gr(e|a)y)$", "gray", true), ("^(?:red|gr(e|a)y)$", "griy", false), ("", "anything", true),
        ("^[^\\s,]+(,[^\\s,]+)*$", "a,b,c", true), ("^[^\\s,]+(,[^\\s,]+)*$", "a,,c", false),
        ("^\\u00e9\\x41\\.$", "éA.", true), ("\\bcat\\b", "a cat sat", true), ("\\bcat\\b", "concatenate", false),
        ("^.$", "😀", true), ("^.$", "\n", false), ("^[\\w.+-]+@[\\w-]+\\.[a-z]{2,}$", "a.b+c@d-e.org", true),
        ("^a{2}b{1,}c?$", "aab", true), ("^a{2}b{1,}c?$", "abbc", false), ("^(a*)*$", "aaa", true), ("^$", "", true),
        ("^[\\]-]+$", "]-", true), ("^[a-c-e]+$", "a-e", true), ("^[^\\W\\d]+$", "abc", true), ("^[\\W]+$", "a", false),
        ("^(?<year>\\d{4})-\\d\\d$", "2026-11", true), ("x|^y$|", "zzz", true), ("^[\\s\\S]*?$", "a\nb", true),
    ])
    func textsAreHeldToPatterns(pattern: String, text: String, fits: Bool) {
        #expect(JSON.string(text).misfits(["pattern": .string(pattern)]).isEmpty == fits)
    }

    @Test func aMisfitNamesThePattern() {
        let misfits = (["code": "abc"] as JSON).misfits(["properties": ["code": ["pattern": "^[0-9]+$"]]])
        #expect(misfits == [#"code: "abc" does not match ^[0-9]+$"#])
    }

    @Test(arguments: [
        "(?=a)b", "(?!a)b", "(?<=a)b", "(a)\\1", "\\p{L}+", "[", "a{9999}", "(a{1000}){1000}", "a**", "(", "\\",
    ])
    func patternsThatAreNotRegularAreNotHeldTo(pattern: String) {
        #expect(("zzz" as JSON).misfits(["pattern": .string(pattern)]).isEmpty)
    }

    @Test(arguments: ["^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "(.*)*b$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(a?){300}a{300}"])
    func patternsThatTakeBacktrackersForEverEndSoon(pattern: String) {
        let text = String(repeating: "a", count: 100_000) + "!"
        let start = ContinuousClock.now
        _ = JSON.string(text).misfits(["pattern": .string(pattern)])
        let list = JSON.array(Array(repeating: .string("aaaaaaaaaaaaaaaaaaaaaaaaaaaa!"), count: 1_000))
        _ = list.misfits(["items": ["pattern": .string(pattern)]])
        #expect(.now - start < .seconds(10))
    }

    @Test func membersAreHeldToPatternsOfTheirNames() {
        let schema: JSON = [
            "properties": ["id": ["type": "integer"]],
            "patternProperties": ["^x-": ["type": "string"], "(?=y)": ["type": "string"]],
            "additionalProperties": false,
        ]
        #expect((["id": 1, "x-a": "b"] as JSON).misfits(schema).isEmpty)
        #expect((["x-a": 1] as JSON).misfits(schema) == ["x-a: expected string, found number"])
        let regular: JSON = ["patternProperties": ["^x-": [:]], "additionalProperties": false]
        #expect((["y": 1] as JSON).misfits(regular).count == 1)
        // Whether the second pattern means this one is not known.
        #expect((["y": 1] as JSON).misfits(schema).isEmpty)
    }

    @Test func largeValuesAreCheckedWhole() {
        let list = JSON.array((0..<60_000).map { ["id": .number($0), "name": "x"] })
        let schema: JSON = [
            "items": ["properties": ["id": ["type": "integer"], "name": ["pattern": "^x$"]], "required": ["id"]]
        ]
        #expect(list.misfits(schema).isEmpty)
    }

    @Test func mistakesAreCountedToALimit() {
        let list = JSON.array(Array(repeating: "x", count: 100))
        #expect(list.misfits(["items": ["type": "number"]]).count == 8)
    }
}
