import Foundation
import Testing

@testable import MassGenCore

@Suite struct JSONCodingTests {
    struct Everything: Codable, Equatable {
        enum Choice: String, Codable { case one }
        enum Payload: Codable, Equatable {
            case text(String)
            case pair(Int, flag: Bool)
            case empty
        }
        struct Inner: Codable, Equatable {
            var z = "first"
            var a: Int?
        }

        var text = "é\n"
        var flag = true
        var small: Int8 = -128
        var large: UInt64 = .max
        var double = 0.1
        var float: Float = 0.1
        var missing: String?
        var list = [1, 2, 3]
        var nested = [[Inner()], []]
        var map = ["b": 1, "a": 2]
        var choice = Choice.one
        var payloads: [Payload] = [.text("x"), .pair(1, flag: false), .empty]
        var data = Data([1, 2, 255])
        var url = URL(string: "https://example.com/a")
        var json: JSON = ["z": 1.50, "a": [nil]]
        var object: JSONObject = ["y": 1, "x": "2"]
        var optional: [Int?] = [1, nil]
        var set: Set<Int> = [7]
    }

    @Test func valuesGoThereAndBack() throws {
        let value = Everything()
        let json = try JSON(encoding: value)
        #expect(try json.decode(Everything.self) == value)
        #expect(try JSON(parsing: json.text).decode(Everything.self) == value)
        #expect(json.object?.keys.prefix(3) == ["text", "flag", "small"])
        #expect(json["missing"] == nil)
        #expect(json["map"]?.text == #"{"a":2,"b":1}"#)
        #expect(json["nested"]?[0]?[0]?.text == #"{"z":"first"}"#)
        #expect(json["float"]?.text == "0.1")
        #expect(json["large"]?.text == "18446744073709551615")
        #expect(json["json"]?.text == #"{"z":1.5,"a":[null]}"#)
        #expect(json["data"] == "AQL/")
    }

    @Test func anotherCoderSeesTheSame() throws {
        let value = Everything()
        let data = try JSONEncoder().encode(value)
        let json = try JSON(parsing: [UInt8](data))
        #expect(json["json"] == value.json)
        #expect(json["object"]?.object == value.object)
        #expect(try JSONDecoder().decode(Everything.self, from: data).json == value.json)
        let ours = try JSONEncoder().encode(JSON(encoding: value))
        #expect(try JSON(parsing: [UInt8](ours)) == JSON(encoding: value))
    }

    @Test(arguments: [
        "null", "true", "1", "-5", "0.25", "18446744073709551615", "1e30", #""x""#, "[]", "{}",
        #"[1,[true],{"a":null}]"#,
        #"{"b":[{}],"a":"x"}"#,
    ])
    func jsonPassesThroughOtherCoders(_ text: String) throws {
        let json = try JSON(parsing: text)
        let data = try JSONEncoder().encode([json])
        #expect(try JSONDecoder().decode([JSON].self, from: data) == [json])
        #expect(try JSON(encoding: [json]).text == "[\(text)]")
        #expect(try JSON.array([json]).decode([JSON].self).first?.text == text)
        let list = try PropertyListEncoder().encode(["a": JSON.string("x"), "b": [1, 0.5, true]])
        #expect(try PropertyListDecoder().decode(JSON.self, from: list) == ["a": "x", "b": [1, 0.5, true]])
    }

    class Base: Codable {
        var base = 1
    }

    final class Derived: Base {
        enum CodingKeys: String, CodingKey { case own, place }
        var own = "o"

        override init() { super.init() }

        required init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            own = try container.decode(String.self, forKey: .own)
            try super.init(from: container.superDecoder())
            let placed = try Base(from: container.superDecoder(forKey: .place))
            base += placed.base
        }

        override func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(own, forKey: .own)
            try super.encode(to: container.superEncoder())
            try super.encode(to: container.superEncoder(forKey: .place))
        }
    }

    @Test func superclassesHaveTheirPlace() throws {
        let json = try JSON(encoding: Derived())
        #expect(json.text == #"{"own":"o","super":{"base":1},"place":{"base":1}}"#)
        let back = try json.decode(Derived.self)
        #expect(back.base == 2)
        #expect(back.own == "o")
    }

    struct Nested: Codable, Equatable {
        enum Keys: String, CodingKey { case outer, list, none }
        var values = [1, 2]

        init() {}

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Keys.self)
            let outer = try container.nestedContainer(keyedBy: Keys.self, forKey: .outer)
            var list = try outer.nestedUnkeyedContainer(forKey: .list)
            #expect(list.count == 4)
            values = [try list.decode(Int.self)]
            var inner = try list.nestedUnkeyedContainer()
            values.append(try inner.decode(Int.self))
            #expect(inner.isAtEnd)
            let keyed = try list.nestedContainer(keyedBy: Keys.self)
            #expect(try keyed.decodeNil(forKey: .none))
            #expect(!keyed.contains(.list))
            #expect(keyed.allKeys == [.none])
            #expect(try list.decodeNil())
            #expect(list.isAtEnd)
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Keys.self)
            var outer = container.nestedContainer(keyedBy: Keys.self, forKey: .outer)
            var list = outer.nestedUnkeyedContainer(forKey: .list)
            try list.encode(values[0])
            var inner = list.nestedUnkeyedContainer()
            try inner.encode(values[1])
            var keyed = list.nestedContainer(keyedBy: Keys.self)
            try keyed.encodeNil(forKey: .none)
            try list.encodeNil()
            #expect(list.count == 4)
        }
    }

    @Test func containersAreNested() throws {
        let json = try JSON(encoding: Nested())
        #expect(json.text == #"{"outer":{"list":[1,[2],{"none":null},null]}}"#)
        #expect(try json.decode(Nested.self) == Nested())
    }

    private func path(_ text: String, _ type: (some Decodable).Type) throws -> (String, DecodingError.Context) {
        let json = try JSON(parsing: text)
        let error = #expect(throws: DecodingError.self) { try json.decode(type) }
        let (kind, context): (String, DecodingError.Context) =
            switch try #require(error) {
            case .typeMismatch(_, let context): ("type", context)
            case .valueNotFound(_, let context): ("value", context)
            case .keyNotFound(_, let context): ("key", context)
            case .dataCorrupted(let context): ("data", context)
            @unknown default: fatalError()
            }
        return (kind + ":" + context.codingPath.map(\.stringValue).joined(separator: "."), context)
    }

    @Test func errorsSayWhere() throws {
        struct Item: Decodable { var n: Int8 }
        struct List: Decodable { var items: [Item] }
        #expect(try path(#"{"items":[{"n":1},{"n":"x"}]}"#, List.self).0 == "type:items.Index 1.n")
        #expect(try path(#"{"items":[{"n":null}]}"#, List.self).0 == "value:items.Index 0.n")
        #expect(try path(#"{"items":[{"n":300}]}"#, List.self).0 == "data:items.Index 0.n")
        #expect(try path(#"{"items":[{"n":1.5}]}"#, List.self).0 == "data:items.Index 0.n")
        #expect(try path(#"{"items":[{}]}"#, List.self).0 == "key:items.Index 0")
        #expect(try path(#"{"items":{}}"#, List.self).0 == "type:items")
        #expect(try path("[]", List.self).0 == "type:")
        #expect(try path("1e400", Double.self).0 == "data:")
        #expect(try path("1", String.self).1.debugDescription == "expected string, found number")
        #expect(throws: EncodingError.self) { try JSON(encoding: [Double.nan]) }
        #expect(throws: EncodingError.self) { try JSON(encoding: Float.infinity) }
    }

    @Test func scalarsAreValuesToo() throws {
        #expect(try JSON(encoding: 1) == 1)
        #expect(try JSON(encoding: "x") == "x")
        #expect(try JSON(encoding: Int?.none) == .null)
        #expect(try JSON.number(3.0).decode(Int.self) == 3)
        #expect(try JSON(parsing: "1e2").decode(UInt16.self) == 100)
        #expect(try JSON.null.decode(Int?.self) == nil)
        #expect(try JSON.number(1).decode(Int?.self) == 1)
        #expect(try JSON.string("x").decode(JSON.self) == "x")
        struct Nothing: Codable {}
        #expect(try JSON(encoding: Nothing()).text == "{}")
    }
}
