import Foundation
import MassGenCore
import Testing

private struct City: Decodable, SchemaDescribing {
    var name: String
    var days: Int?
    static let schemaHints: SchemaHints = ["name": "The city's English name", "days": .hint(range: 1...14)]
}

private struct Weather: Encodable {
    var degrees: Double
}

private struct WeatherTool: Tool {
    struct Arguments: Decodable, Sendable { var city: String }
    let name = "weather"
    let description = "The weather in a city"
    func call(arguments: Arguments) async throws -> String { "Sunny in \(arguments.city)" }
}

private struct FarTool: Tool {
    let name = "mcp__far__look"
    let description = ""
    let parameters: JSON = ["type": "object", "properties": ["at": ["type": "string"]]]
    let plainName = "look"
    let annotations = ToolAnnotations(isReadOnly: true)
    func call(arguments: JSON) async throws -> ToolContent {
        ToolContent([.text("at \(arguments["at"]?.string ?? "")")])
    }
}

@Suite struct ToolTests {
    @Test func schemaFollowsFromTheArgumentType() throws {
        let tool = FunctionTool("weather", "Weather of a city") { (city: City) in "Sunny in \(city.name)" }
        let definition = try tool.definition
        #expect(definition.name == "weather")
        #expect(definition.description == "Weather of a city")
        #expect(definition.schema["properties"]?["name"]?["description"] == "The city's English name")
        #expect(definition.schema["properties"]?["days"]?["maximum"] == 14)
        #expect(definition.schema["required"] == ["name"])
        #expect(try WeatherTool().parameters["properties"]?["city"]?["type"] == "string")
    }

    @Test func closuresGiveTextValuesMediaAndParts() async throws {
        let city: JSON = ["name": "Oslo"]
        let text = FunctionTool("a") { (city: City) in "Sunny in \(city.name)" }
        #expect(try await text.call(json: city) == ToolContent("Sunny in Oslo"))
        let value = FunctionTool("b") { (_: City) in Weather(degrees: 7.5) }
        #expect(try await value.call(json: city).parts == [.text("{\"degrees\":7.5}")])
        #expect(try await value.call(json: city).value == ["degrees": 7.5])
        let list = FunctionTool("c") { (_: City) in [1, 2] }
        #expect(try await list.call(json: city).text == "[1,2]")
        let png = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        let picture = FunctionTool("d") { (_: City) in Media(data: png) }
        #expect(try await picture.call(json: city).parts.map(\.kind) == [.image])
        let parts = FunctionTool("e") { (_: City) -> [Part] in [.text("one"), .text("two")] }
        #expect(try await parts.call(json: city).parts.count == 2)
    }

    @Test func toolsWithoutArgumentsTakeAnEmptyObject() async throws {
        let now = FunctionTool("now") { "noon" }
        #expect(try now.parameters == ["type": "object", "properties": [:], "additionalProperties": false])
        #expect(try await now.call(json: [:]).text == "noon")
        let year = FunctionTool("year") { 2026 }
        #expect(try await year.call(json: [:]).text == "2026")
    }

    @Test func rawToolsKeepTheSchemaThatIsGiven() async throws {
        let schema: JSON = ["type": "object", "properties": ["x": ["type": "integer"]]]
        let raw = FunctionTool("raw", parameters: schema) { (arguments: JSON) in arguments["x"] ?? .null }
        #expect(try raw.definition.schema == schema)
        #expect(try await raw.call(json: ["x": 3]).text == "3")
        let far: any Tool = FarTool()
        #expect(try far.definition.schema["properties"]?["at"] != nil)
        #expect(far.plainName == "look")
        #expect(far.annotations.isReadOnly == true)
        #expect(try await far.call(json: ["at": "here"]).text == "at here")
    }

    @Test func argumentsThatAreNoObjectAreRefused() {
        let tool = FunctionTool("bad") { (text: String) in text }
        #expect(throws: SchemaError.self) { try tool.definition }
    }

    @Test func argumentsThatDoNotDecodeSayWhere() async {
        let tool = WeatherTool()
        await #expect(throws: DecodingError.self) { try await tool.call(json: ["town": "Oslo"]) }
    }
}
