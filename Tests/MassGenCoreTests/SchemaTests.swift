import Foundation
import MassGenCore
import Testing

private struct Weather: Decodable, SchemaDescribing {
    enum Sky: String, Decodable, CaseIterable { case clear, cloudy }
    enum Level: Int, Decodable, CaseIterable {
        case low = 1
        case high = 2
    }
    struct Hour: Decodable {
        var at: Date
        var degrees: Double?
    }

    var city: String
    var sky: Sky
    var level: Level
    var hours: [Hour]
    var winds: [String: Int]
    var source: URL?
    var isSafe: Bool
    var more: JSON?

    enum CodingKeys: String, CodingKey {
        case city, sky, level, hours, winds, source
        case isSafe = "is_safe"
        case more
    }

    static let schemaHints: SchemaHints = [
        "city": "The city's name",
        "level": .hint("How sure it is"),
    ]
}

private struct Node: Decodable {
    var name: String
    var children: [Node]
}

private struct Box: Decodable {
    enum Shade: String, Decodable { case dark, light }
    var shade: Shade
}

private struct HintedBox: Decodable, SchemaDescribing {
    var shade: Box.Shade
    static let schemaHints: SchemaHints = ["shade": .hint(choices: ["dark", "light"])]
}

private struct Money: SchemaProviding {
    var cents: Int
    init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let cents = Int(text.dropFirst()) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no money"))
        }
        self.cents = cents
    }
    static let schema: JSON = ["type": "string", "pattern": "^¢[0-9]+$"]
    static let example: JSON = "¢1"
}

@Suite struct SchemaTests {
    @Test func followsFromTheType() throws {
        let schema = try JSON.schema(of: Weather.self)
        let expected: JSON = [
            "type": "object",
            "properties": [
                "city": ["type": "string", "description": "The city's name"],
                "sky": ["type": "string", "enum": ["clear", "cloudy"]],
                "level": ["type": "integer", "enum": [1, 2], "description": "How sure it is"],
                "hours": [
                    "type": "array",
                    "items": [
                        "type": "object",
                        "properties": [
                            "at": ["type": "string", "format": "date-time"], "degrees": ["type": "number"],
                        ],
                        "required": ["at"], "additionalProperties": false,
                    ],
                ],
                "winds": ["type": "object", "additionalProperties": ["type": "integer"]],
                "source": ["type": "string", "format": "uri"],
                "is_safe": ["type": "boolean"],
                "more": [:],
            ],
            "required": ["city", "sky", "level", "hours", "winds", "is_safe"],
            "additionalProperties": false,
        ]
        #expect(schema == expected, "\(schema.text)")
    }

    @Test func plainTypesAndListsHaveSchemas() throws {
        #expect(try JSON.schema(of: [Int?].self) == ["type": "array", "items": ["type": ["integer", "null"]]])
        #expect(
            try JSON.schema(of: [String: Bool].self) == ["type": "object", "additionalProperties": ["type": "boolean"]])
        #expect(try JSON.schema(of: Money.self) == Money.schema)
    }

    @Test func aTypeThatHoldsItselfIsAnErrorWithItsPlace() {
        let error = #expect(throws: SchemaError.self) { try JSON.schema(of: [Node].self) }
        #expect(error?.path == "[].children[]")
        #expect(error?.message.contains("holds itself") == true)
    }

    @Test func anEnumThatListsNoCasesIsAnErrorUnlessItsWordsAreSaid() throws {
        let error = #expect(throws: SchemaError.self) { try JSON.schema(of: Box.self) }
        #expect(error?.path == "shade")
        #expect(error?.message.contains("CaseIterable") == true)
        let schema = try JSON.schema(of: HintedBox.self)
        #expect(schema["properties"]?["shade"] == ["type": "string", "enum": ["dark", "light"]])
    }

    @Test func boundsAreKeywords() {
        let hint = SchemaHint.hint("x", range: -1...2, count: 1...3, length: 4...5, pattern: "^a", format: "email")
        let expected: JSONObject = [
            "description": "x", "minimum": -1, "maximum": 2, "minItems": 1, "maxItems": 3, "minLength": 4,
            "maxLength": 5,
            "pattern": "^a", "format": "email",
        ]
        #expect(hint.keywords == expected)
    }

    @Test func valuesOfFoundationAreTexts() throws {
        let json: JSON = ["at": "2026-11-27T18:00:00Z", "degrees": nil]
        let hour = try json.decode(Weather.Hour.self)
        #expect(hour.at.timeIntervalSince1970 == 1_795_802_400)
        let url: JSON = ["https://a.example/x"]
        #expect(try url.decode([URL].self) == [URL(string: "https://a.example/x")])
        let text = "2026-11-27T18:00:00.250Z"
        let date = try JSON.string(text).decode(Date.self)
        #expect(try JSON(encoding: date) == .string(text))
    }

    @Test func rulesMakeSchemasFitAndSayWhatTheyChanged() throws {
        let rules = SchemaRules(
            drops: ["minimum"], renames: ["oneOf": "anyOf"], formats: ["date"], closes: true, requires: true)
        let schema: JSON = [
            "type": "object",
            "properties": [
                "n": ["type": "integer", "minimum": 3, "description": "A count"],
                "u": ["type": "string", "format": "uri"],
                "w": ["oneOf": [["type": "string"], ["type": "integer", "minimum": 0]]],
            ],
            "required": ["n"],
        ]
        var losses: [Loss] = []
        let lowered = rules.lowered(schema, at: "s", &losses)
        let expected: JSON = [
            "type": "object",
            "properties": [
                "n": ["type": "integer", "description": "A count; minimum: 3"],
                "u": ["type": ["string", "null"], "description": "format: uri"],
                "w": [
                    "anyOf": [
                        ["anyOf": [["type": "string"], ["type": "integer", "description": "minimum: 0"]]],
                        ["type": "null"],
                    ]
                ],
            ],
            "required": ["n", "u", "w"], "additionalProperties": false,
        ]
        #expect(lowered == expected, "\(lowered.text)")
        #expect(losses.map(\.path) == ["s.n.minimum", "s.u.format", "s.w.oneOf[1].minimum", "s.u", "s.w"])
    }

    @Test func aBeginningOfJSONIsCompletedToWhatIsCertain() throws {
        let whole = #"{"a": "x\n\"yé😀", "b": [1, 23, true, {"c": null}], "d": -1.5e3}"#
        let value = try JSON(parsing: whole)
        var seen: [String] = []
        for count in 0...whole.unicodeScalars.count {
            let prefix = String(String.UnicodeScalarView(whole.unicodeScalars.prefix(count)))
            guard let json = try JSON(completing: prefix) else { continue }
            if seen.last != json.text { seen.append(json.text) }
            if case .string(let text)? = json["a"] { #expect(value["a"]?.string?.hasPrefix(text) == true) }
        }
        #expect(seen.first == "{}")
        #expect(seen.contains(#"{"a":"x\n"}"#))
        #expect(!seen.contains { $0.contains("2]") })
        #expect(seen.last == value.text)
        #expect(try JSON(completing: #"{"a":"\ud83d\ude"#) == ["a": ""])
        #expect(throws: JSONError.self) { try JSON(completing: "{]") }
    }

    @Test func jsonIsFoundInWords() {
        let object: JSON = ["a": 1]
        #expect(JSON(foundIn: #" {"a":1} "#) == object)
        #expect(JSON(foundIn: "First:\n```json\n{\"a\":0}\n```\nNo:\n```json\n{\"a\":1}\n```\nDone {}") == object)
        #expect(JSON(foundIn: #"I think {"a": 1} is "right {" or so"#) == object)
        #expect(JSON(foundIn: "{ broken\n{\"a\":1}\nrest }") == object)
        #expect(JSON(foundIn: #"{"b":2} then {"a":1} then {"b":3}"#, where: { $0["a"] != nil }) == object)
        #expect(JSON(foundIn: "nothing here") == nil)
    }
}
