import Foundation
import Testing

@testable import MassGenCore

@Suite struct JSONValueTests {
    @Test func literalsMakeValues() throws {
        let json: JSON = ["a": 1, "b": [1.5, true, nil, "x"], "c": [:], "d": []]
        #expect(json.text == #"{"a":1,"b":[1.5,true,null,"x"],"c":{},"d":[]}"#)
        let name = "y"
        let interpolated: JSON = "x\(name)"
        #expect(interpolated == .string("xy"))
        #expect(JSON.number(Double.nan) == .null)
        #expect(JSON.number(2.0) == 2)
    }

    @Test func membersAndElementsAreReached() throws {
        let json = try JSON(parsing: #"{"s":"x","n":3,"d":0.5,"b":true,"z":null,"a":[1,[2]],"o":{"k":"v"}}"#)
        #expect(json["s"]?.string == "x")
        #expect(json["n"]?.int == 3)
        #expect(json["n"]?.double == 3)
        #expect(json["d"]?.int == nil)
        #expect(json["d"]?.double == 0.5)
        #expect(json["b"]?.bool == true)
        #expect(json["z"]?.isNull == true)
        #expect(json["a"]?[1]?[0]?.int == 2)
        #expect(json["a"]?[2] == nil)
        #expect(json["a"]?[-1] == nil)
        #expect(json["a"]?.array?.count == 2)
        #expect(json["o"]?.object?.keys == ["k"])
        #expect(json["none"] == nil)
        #expect(json[0] == nil)
        #expect(json["s"]?["x"] == nil)
        #expect(json["s"]?.int == nil)
        #expect(json["s"]?.bool == nil)
        #expect(json["n"]?.string == nil)
    }

    @Test func prettyTextIsIndented() {
        let json: JSON = ["a": [1, ["b": nil]], "c": [], "d": [:], "e\n": "f"]
        let expected = """
            {
              "a": [
                1,
                {
                  "b": null
                }
              ],
              "c": [],
              "d": {},
              "e\\n": "f"
            }
            """
        #expect(json.prettyText == expected)
        #expect(JSON.null.prettyText == "null")
        #expect(JSON.array([]).prettyText == "[]")
    }

    @Test func numbersKeepTheirDigits() throws {
        let text = "[1,1.0,1.50,-0,1e3,123456789012345678901234567890,0.1234567890123456789012345]"
        #expect(try JSON(parsing: text).text == text)
    }

    @Test func numbersAreEqualByValue() throws {
        func number(_ text: String) throws -> JSONNumber { try #require(JSONNumber(literal: text)) }
        let same = [
            ("1", "1.0"), ("1", "1e0"), ("100", "1e2"), ("0", "-0"), ("0", "-0.0"), ("0.5", "5e-1"), ("1.50", "1.5"),
            ("9223372036854775807", "9223372036854775807.0"), ("1e30", "1000000000000000000000000000000"),
        ]
        for (left, right) in same {
            #expect(try number(left) == number(right))
            #expect(try number(left).hashValue == number(right).hashValue)
        }
        let other = [
            ("1", "2"), ("1", "1.5"), ("9007199254740993", "9007199254740992"), ("1e400", "1e401"), ("1", "-1"),
        ]
        for (left, right) in other { #expect(try number(left) != number(right)) }
        for text in ["", "x", "01", "1.", " 1", "1 ", "+1", "NaN", "1,", "\"1\""] {
            #expect(JSONNumber(literal: text) == nil)
        }
        #expect(JSONNumber(Double.infinity).double == .greatestFiniteMagnitude)
        #expect(JSONNumber(-Double.infinity).double == -.greatestFiniteMagnitude)
        #expect(JSONNumber(Double.nan).int == 0)
        #expect(try number("1e400").double == nil)
        #expect(try number("1e400").int == nil)
    }

    @Test func deepTreesFitOnASmallStack() throws {
        // Threads of Apple platforms other than the main one have half a megabyte.
        let text =
            String(repeating: #"[{"a":"#, count: 256) + "1" + String(repeating: "}]", count: 256)
        let thread = Thread {
            for _ in 0..<2 {
                guard let json = try? JSON(parsing: text), let other = try? JSON(parsing: text) else { return }
                precondition(json == other && json.hashValue == other.hashValue)
                precondition(json.text == text && json.prettyText.utf8.count > text.utf8.count)
            }
            Thread.current.threadDictionary["done"] = true
        }
        thread.stackSize = 512 << 10
        thread.start()
        while !thread.isFinished { Thread.sleep(forTimeInterval: 0.001) }
        #expect(thread.threadDictionary["done"] != nil)
    }
}

@Suite struct JSONObjectTests {
    @Test func orderIsKeptButDoesNotCount() throws {
        let left = try JSON(parsing: #"{"b":1,"a":{"y":[],"x":2}}"#)
        let right = try JSON(parsing: #"{"a":{"x":2,"y":[]},"b":1.0}"#)
        #expect(left == right)
        #expect(left.hashValue == right.hashValue)
        #expect(left.object?.keys == ["b", "a"])
        #expect(left.object != ["b": 1, "a": 2])
        #expect(left.object != ["b": 1])
        #expect(JSON.object(["a": 1, "b": 2]) != ["a": 1, "c": 2])
    }

    @Test func theLastOfEqualKeysWinsInThePlaceOfTheFirst() throws {
        let json = try JSON(parsing: #"{"a":1,"b":2,"a":3}"#)
        #expect(json.text == #"{"a":3,"b":2}"#)
        #expect(JSON(dictionaryLiteral: ("a", 1), ("b", 2), ("a", 3)) == json)
    }

    @Test func membersAreSetAndRemoved() {
        var object: JSONObject = ["a": 1]
        object["b"] = 2
        object["a"] = nil
        object["c"] = nil
        object["d"] = .null
        #expect(object.keys == ["b", "d"])
        #expect(object.values == [2, nil])
        #expect(object["d"] == .null)
        #expect(object.count == 2)
        #expect(!object.isEmpty)
        #expect(object.description == #"{"b":2,"d":null}"#)
    }

    @Test(arguments: [1, 15, 16, 17, 18, 40]) func bigObjectsBehaveLikeSmallOnes(_ count: Int) {
        var random = SplitMix(seed: UInt64(count))
        var object = JSONObject()
        var model: [(String, JSON)] = []
        for step in 0..<600 {
            let key = "k\(Int.random(in: 0..<count, using: &random))"
            if Int.random(in: 0..<4, using: &random) == 0 {
                object[key] = nil
                model.removeAll { $0.0 == key }
            } else {
                object[key] = .number(step)
                if let place = model.firstIndex(where: { $0.0 == key }) {
                    model[place].1 = .number(step)
                } else {
                    model.append((key, .number(step)))
                }
            }
            #expect(object.keys == model.map(\.0))
            #expect(object.values == model.map(\.1))
            for (key, value) in model { #expect(object[key] == value) }
            #expect(object["none"] == nil)
        }
        #expect(JSONObject(object.reversed()) == object)
        #expect(JSONObject(object.reversed()).hashValue == object.hashValue)
    }

    @Test func hugeObjectsAreReadInLinearTime() throws {
        let members = (0..<20_000).map { #""key \#($0)":\#($0)"# }.joined(separator: ",")
        let json = try JSON(parsing: "{\(members),\(members)}")
        #expect(json.object?.count == 20_000)
        #expect(json["key 19999"]?.int == 19999)
        #expect(json.object.map { $0.map(\.key) } == json.object?.keys)
    }
}
