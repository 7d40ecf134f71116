import Foundation
import MassGenBackends

/// Conversations and answers that hold everything a wire may have to hold, as they would stand on a given wire.
enum Corpus {
    /// Requests by what they are about.
    static func requests(on wire: String) -> [(name: String, request: ChatRequest)] {
        [
            (
                "text",
                ChatRequest(
                    model: "m", messages: [.system("Be brief."), .user("Hi"), .assistant("Hello."), .user("2 + 2?")])
            ),
            (
                "several system texts",
                ChatRequest(model: "m", messages: [.system("A"), .user("Hi"), .system("B"), .user("Go on")])
            ),
            (
                "neighbours of one role",
                ChatRequest(
                    model: "m", messages: [.user("One"), .user("Two"), .assistant("3"), .assistant("4"), .user("5")])
            ),
            ("sampling", sampling),
            ("images", media(.image)),
            ("audio", media(.audio)),
            ("files", media(.file)),
            ("tools", tools),
            ("parallel calls and failed results", calls),
            ("ids and names that few take", spelled),
            ("calls and results without each other", unpaired),
            ("reasoning", reasoning(on: wire)),
            ("a part of the vendor's own", opaque(on: wire)),
            ("a schema for the answer", schema),
            ("server tools", serverTools),
            (
                "server tools that ran",
                ChatRequest(
                    model: "m",
                    messages: [
                        .user("Go"), Message(role: .assistant, parts: ran(on: wire) + [.text("Done.")]),
                        .user("Thanks"),
                    ])
            ),
        ]
    }

    /// Answers by what they are about.
    static func answers(on wire: String) -> [(name: String, response: ChatResponse)] {
        [
            ("text", answer(.text("The sky is blue."))),
            ("an answer cut off", answer(.text("The sky"), stop: .length)),
            (
                "parallel calls",
                answer(
                    .text("Let me see."), .toolCall(call("a1", "Oslo")), .toolCall(call("a2", "Rome")), stop: .toolCalls
                )
            ),
            ("reasoning", answer(.reasoning(thoughts("Rayleigh.", on: wire)), .text("Blue."))),
            (
                "sealed reasoning between calls",
                answer(
                    .reasoning(thoughts("First Oslo.", signature: "c2VhbA==", on: wire)),
                    .toolCall(call("a1", "Oslo")), stop: .toolCalls)
            ),
            (
                "hidden reasoning",
                answer(.reasoning(ReasoningPart(encrypted: "Z2VoZWlt", origin: wire)), .text("Blue."))
            ),
            (
                "sources",
                answer(.text(TextPart(text: "Blue.", citations: [Citation(url: "https://a.example", title: "Sky")])))
            ),
            ("a refusal", answer(.refusal(RefusalPart(text: "I will not.")), stop: .refusal)),
            ("server tools that ran", answer(parts: ran(on: wire) + [.text("Done.")])),
        ]
    }

    /// Thoughts as a wire shows them: as summaries where it tells items.
    private static func thoughts(_ text: String, signature: String? = nil, on wire: String) -> ReasoningPart {
        var part = ReasoningPart(text: text, signature: signature, origin: wire)
        part.isSummary = Backends.wire(wire)?.hasItems ?? false
        return part
    }

    private static func call(_ id: String, _ city: String) -> ToolCall {
        ToolCall(id: id, name: "get_weather", argumentsText: #"{"city":"\#(city)"}"#)
    }

    /// A tool that the provider ran itself, and what it gave, as the wire has such.
    private static func ran(on wire: String) -> [Part] {
        let isOwn = Backends.wire(wire)?.hasItems ?? false
        let (name, arguments, content): (String, JSON, JSON) =
            if isOwn {
                ("codeExecution", ["code": "1 + 1"], [["type": "logs", "logs": "2"]])
            } else if wire == "gemini" {
                ("codeExecution", ["language": "PYTHON", "code": "1 + 1"], ["outcome": "OUTCOME_OK", "output": "2"])
            } else {
                ("web_search", ["query": "sky"], [["type": "web_search_result", "url": "https://a.example"]])
            }
        let id = wire == "gemini" ? "" : "t1", origin = isOwn ? nil : wire
        return [
            .serverToolCall(ServerToolCall(id: id, name: name, arguments: arguments, origin: origin)),
            .serverToolResult(ServerToolResult(callID: id, name: name, content: content, origin: origin)),
        ]
    }

    private static func answer(_ parts: Part..., stop: StopReason = .stop) -> ChatResponse {
        answer(parts: parts, stop: stop)
    }

    private static func answer(parts: [Part], stop: StopReason = .stop) -> ChatResponse {
        var response = ChatResponse(id: "r1", model: "m", message: Message(role: .assistant, parts: parts))
        response.stopReason = stop
        response.usage = Usage(input: 12, output: 7)
        response.usage?.cacheRead = 4
        response.usage?.reasoning = 3
        return response
    }

    private static var sampling: ChatRequest {
        var request = ChatRequest(model: "m", "Hi")
        request.temperature = 0.5
        request.topP = 0.9
        request.topK = 20
        request.seed = 7
        request.stop = ["END"]
        request.maxOutputTokens = 100
        request.presencePenalty = 0.1
        request.frequencyPenalty = 0.2
        request.reasoning = ReasoningOptions(effort: .low)
        request.parallelToolCalls = false
        request.user = "u1"
        request.metadata = ["k": "v"]
        return request
    }

    private static func media(_ kind: Part.Kind) -> ChatRequest {
        let data = Data([1, 2, 3])
        let part: Part =
            switch kind {
            case .image: .image(Media(data: data, mediaType: "image/png"))
            case .audio: .audio(Media(data: data, mediaType: "audio/wav"))
            default: .file(Media(data: data, mediaType: "application/pdf"))
            }
        return ChatRequest(model: "m", messages: [.user(.text("What is this?"), part)])
    }

    private static var tools: ChatRequest {
        var request = ChatRequest(model: "m", "Weather in Oslo?")
        let schema: JSON = ["type": "object", "properties": ["city": ["type": "string"]], "required": ["city"]]
        request.tools = [ToolDefinition(name: "get_weather", description: "The weather", schema: schema, strict: true)]
        request.toolChoice = .tool(named: "get_weather")
        return request
    }

    private static var calls: ChatRequest {
        var request = tools
        request.toolChoice = nil
        request.messages += [
            Message(
                role: .assistant,
                parts: [.text("Let me see."), .toolCall(call("a1", "Oslo")), .toolCall(call("a2", "Rome"))]),
            .tool(
                ToolResult(callID: "a1", name: "get_weather", "3 °C"),
                ToolResult(callID: "a2", name: "get_weather", "no such city", isError: true)),
            .assistant("Cold in Oslo."), .user("Thanks"),
        ]
        return request
    }

    private static var spelled: ChatRequest {
        var request = ChatRequest(model: "m", "Go")
        request.tools = [
            ToolDefinition(name: "files.read", schema: ["type": "object"]),
            ToolDefinition(name: "files_read", schema: ["type": "object"]),
        ]
        request.messages += [
            Message(
                role: .assistant, parts: [.toolCall(ToolCall(id: "fc:1|x", name: "files.read", argumentsText: "{}"))]),
            .tool(ToolResult(callID: "fc:1|x", name: "files.read", "done")),
        ]
        return request
    }

    private static var unpaired: ChatRequest {
        var request = ChatRequest(model: "m", "Go")
        request.messages += [
            Message(role: .assistant, parts: [.toolCall(call("lonely", "Oslo"))]), .user("Never mind"),
            .assistant("Fine."),
            .tool(ToolResult(callID: "orphan", name: "get_weather", "3 °C")), .user("And now?"),
        ]
        return request
    }

    private static func reasoning(on wire: String) -> ChatRequest {
        var request = ChatRequest(model: "m", "Weather?")
        let thoughts = ReasoningPart(text: "Oslo first.", signature: "c2VhbA==", origin: wire)
        request.messages += [
            Message(role: .assistant, parts: [.reasoning(thoughts), .toolCall(call("a1", "Oslo"))]),
            .tool(ToolResult(callID: "a1", name: "get_weather", "3 °C")),
        ]
        return request
    }

    private static func opaque(on wire: String) -> ChatRequest {
        ChatRequest(
            model: "m",
            messages: [
                .user(.opaque(OpaquePart(origin: wire, json: #"{"type":"hologram","data":"x"}"#)), .text("What?"))
            ])
    }

    private static var schema: ChatRequest {
        var request = ChatRequest(model: "m", "Weather?")
        let schema: JSON = [
            "type": "object", "properties": ["degrees": ["type": "number"]], "required": ["degrees"],
            "additionalProperties": false,
        ]
        request.responseFormat = .jsonSchema(JSONSchemaFormat(name: "weather", schema: schema, strict: true))
        return request
    }

    private static var serverTools: ChatRequest {
        var request = ChatRequest(model: "m", "News?")
        request.serverTools = ["webSearch", "codeExecution"]
        return request
    }
}
