import Foundation
import MassGenBackends
import Testing

/// Requests to Gemini: which tools may be called, results that failed, and schemas as they are.
@Suite struct GeminiRequestTests {
    private func rendered(_ change: (inout ChatRequest) -> Void) throws -> (
        json: JSON, read: ChatRequest, losses: [Loss]
    ) {
        var request = ChatRequest(model: "m", "hi")
        change(&request)
        var out = Renderer(wire: GeminiChat.id, capabilities: GeminiChat.capabilities)
        GeminiChat.renderRequest(request, into: &out)
        var json = JSONReader(out.json.bytes)
        return (try JSON(parsing: out.json.bytes), try GeminiChat.parseRequest(&json), out.losses)
    }

    private let schema: JSON = ["type": "object", "properties": ["n": ["oneOf": [["type": "integer"]]]]]

    @Test func severalToolsMayBeNamed() throws {
        for isRequired in [true, false] {
            let choice = ToolChoice.tools(ToolSubset(names: ["f", "g"], isRequired: isRequired))
            let sent = try rendered { $0.toolChoice = choice }
            let calling = sent.json["toolConfig"]?["functionCallingConfig"]
            #expect(calling == ["mode": isRequired ? "ANY" : "VALIDATED", "allowedFunctionNames": ["f", "g"]])
            #expect(sent.read.toolChoice == choice)
            #expect(sent.losses == [])
        }
        let one = try rendered { $0.toolChoice = .tool(named: "f") }
        #expect(one.read.toolChoice == .tool(named: "f"))
    }

    @Test func strictToolsAreHeldToTheirSchemas() throws {
        let strict = ToolDefinition(name: "f", schema: schema, strict: true)
        let sent = try rendered { $0.tools = [strict] }
        #expect(sent.json["toolConfig"]?["functionCallingConfig"] == ["mode": "VALIDATED"])
        #expect(sent.json["tools"]?[0]?["functionDeclarations"]?[0]?["parametersJsonSchema"] == schema)
        #expect(sent.read.tools == [strict] && sent.read.toolChoice == .auto)
        #expect(sent.losses == [])
        let mixed = try rendered { $0.tools = [strict, ToolDefinition(name: "g", schema: schema)] }
        #expect(mixed.json["toolConfig"] == nil)
        #expect(mixed.losses.map(\.path) == ["tools[0].strict"])
        // Members come in any order.
        var json = JSONReader(
            Array(
                #"{"toolConfig":{"functionCallingConfig":{"mode":"VALIDATED"}},"tools":[{"functionDeclarations":[{"name":"f"}]}]}"#
                    .utf8))
        let read = try GeminiChat.parseRequest(&json)
        #expect(read.tools.map(\.strict) == [true] && read.toolChoice == .auto)
    }

    @Test func schemasOfAnswersAreSentAsTheyAre() throws {
        let sent = try rendered {
            $0.responseFormat = .jsonSchema(JSONSchemaFormat(name: "n", description: "d", schema: self.schema))
        }
        #expect(sent.json["generationConfig"]?["responseJsonSchema"] == schema)
        #expect(sent.json["generationConfig"]?["responseMimeType"]?.string == "application/json")
        #expect(sent.losses.map(\.path) == ["responseFormat.description"])
    }

    @Test func failedResultsAreErrors() throws {
        let results = [
            ToolResult(callID: "a", name: "f", "no such city", isError: true),
            ToolResult(callID: "b", name: "f", #"{"error":"only said"}"#),
            ToolResult(callID: "c", name: "f", #"{"x":1}"#),
            ToolResult(callID: "d", name: "f", "plain"),
        ]
        let sent = try rendered { $0.messages.append(Message(role: .tool, parts: results.map(Part.toolResult))) }
        let parts = sent.json["contents"]?[0]?["parts"]?.array?.compactMap { $0["functionResponse"]?["response"] }
        #expect(
            parts == [
                ["error": "no such city"], ["output": #"{"error":"only said"}"#], ["x": 1], ["output": "plain"],
            ])
        #expect(sent.losses == [])
        #expect(sent.read.messages.flatMap(\.toolResults) == results)
    }
}
