import Foundation
import MassGenBackends
import Testing

/// Requests to Claude: what a model takes decides how thinking, tools and caches are asked for.
@Suite struct ClaudeRequestTests {
    private func body(_ change: (inout ChatRequest) -> Void, model: String = "claude-sonnet-5") throws -> (
        json: JSON, losses: [Loss], headers: HTTPHeaders
    ) {
        var request = ChatRequest(model: model, messages: [.system("one"), .system("two"), .user("hi")])
        request.maxOutputTokens = 100
        change(&request)
        var connection = Connection(key: "k")
        connection.environment = [:]
        let rendered = try Claude(connection).render(request, isStreaming: false)
        return (try JSON(parsing: rendered.http.body), rendered.losses, rendered.http.headers)
    }

    private let tool = ToolDefinition(name: "f", schema: ["type": "object"])

    @Test func allSystemTextsAreKept() throws {
        let sent = try body { _ in }
        #expect(sent.json["system"]?.array?.compactMap { $0["text"]?.string } == ["one", "two"])
        #expect(sent.losses.isEmpty)
    }

    @Test func sourcesFromElsewhereAreNotSentBack() throws {
        var own = Citation(url: "https://a.example")
        own.kind = "search_result_location"
        var text = TextPart(text: "So it is.")
        text.citations = [Citation(url: "https://b.example", title: "B"), own]
        let sent = try body {
            $0.messages += [Message(role: .assistant, parts: [.text(text)]), .user("Sure?")]
        }
        let sources = sent.json["messages"]?[1]?["content"]?[0]?["citations"]?.array
        #expect(sources?.map { $0["url"] } == ["https://a.example"])
        #expect(sent.losses.map(\.path) == ["messages[3].parts[0].citations"])
    }

    @Test func sourcesOfAnAnswerAreOfAKindThatClaudeHas() throws {
        var foreign = Citation(url: "https://a.example", title: "A")
        var text = TextPart(text: "So it is.")
        text.citations = [foreign]
        foreign.kind = "file_citation"
        text.citations.append(foreign)
        let body = AnthropicMessages.render(
            ChatResponse(id: "i", model: "m", message: Message(role: .assistant, parts: [.text(text)])))
        let sources = try JSON(parsing: body.bytes)["content"]?[0]?["citations"]?.array
        #expect(sources?.map { $0["type"] } == ["web_search_result_location", "web_search_result_location"])
        #expect(sources?[0]["encrypted_index"] == "")
        #expect(body.losses.map(\.path) == ["parts[0].citations[1].kind"])
    }

    @Test func thinkingIsAskedForAsTheModelTakesIt() throws {
        let effort = { (request: inout ChatRequest) in request.reasoning = ReasoningOptions(effort: .high) }
        let budget = { (request: inout ChatRequest) in request.reasoning = ReasoningOptions(budgetTokens: 2048) }
        let off = { (request: inout ChatRequest) in request.reasoning = ReasoningOptions(effort: ReasoningEffort.none) }
        let adaptive = try body(effort)
        #expect(adaptive.json["thinking"] == ["type": "adaptive"])
        #expect(adaptive.json["output_config"] == ["effort": "high"])
        let budgeted = try body(budget, model: "claude-haiku-4-5")
        #expect(budgeted.json["thinking"] == ["type": "enabled", "budget_tokens": 2048])
        let refused = try body(budget)
        #expect(refused.json["thinking"] == ["type": "adaptive"])
        #expect(refused.losses.map(\.path) == ["reasoning.budgetTokens"])
        let none = try body(off)
        #expect(none.json["thinking"] == ["type": "disabled"])
        #expect(none.json["output_config"] == nil && none.losses.isEmpty)
        let always = try body(off, model: "claude-opus-5-5")
        #expect(always.losses.map(\.path) == ["reasoning.effort"])
    }

    @Test func forcedToolsAreAskedForOnlyWhereTheyAreTaken() throws {
        let force = { (request: inout ChatRequest) in
            request.tools = [self.tool]
            request.toolChoice = .tool(named: "f")
            request.parallelToolCalls = false
        }
        let taken = try body(force)
        #expect(taken.json["tool_choice"] == ["type": "tool", "name": "f", "disable_parallel_tool_use": true])
        let refused = try body(force, model: "claude-opus-5-5")
        #expect(refused.json["tool_choice"] == ["type": "auto", "disable_parallel_tool_use": true])
        #expect(refused.losses.contains { $0.path == "toolChoice" && $0.severity == .approximated })
    }

    @Test func marksOfTheCacheStandAtPartsAndTools() throws {
        let sent = try body { request in
            var tool = self.tool
            tool.cache = CachePoint(ttl: "1h")
            request.tools = [tool]
            request.cache = [CacheMark(after: 1), CacheMark(after: 2, ttl: "5m"), CacheMark(after: 9)]
        }
        #expect(sent.json["tools"]?[0]?["cache_control"] == ["type": "ephemeral", "ttl": "1h"])
        #expect(sent.json["system"]?[1]?["cache_control"] == ["type": "ephemeral"])
        #expect(sent.json["messages"]?[0]?["content"]?[0]?["cache_control"] == ["type": "ephemeral", "ttl": "5m"])
        #expect(sent.losses.map(\.path) == ["cache[2]"])
        var json = JSONReader(Array(sent.json.text.utf8))
        let read = try AnthropicMessages.parseRequest(&json)
        guard case .text(let text)? = read.messages[0].parts.last else { return #expect(Bool(false)) }
        #expect(text.cache == CachePoint())
    }

    @Test func featuresInTestAreHeaders() throws {
        let files = try body { $0.messages[2].parts.append(.file(Media(fileID: "file_1"))) }
        #expect(files.headers["anthropic-beta"] == "files-api-2025-04-14")
        let servers = try body { request in
            request.options = ["betas": "mine-2026-01-01", "version": "2026-10-21"]
            request.serverTools = [.mcp(label: "docs", url: "https://m.example", allowedTools: ["x"])]
        }
        #expect(servers.headers["anthropic-beta"] == "mine-2026-01-01,mcp-client-2025-11-20")
        #expect(servers.headers["anthropic-version"] == "2026-10-21")
        #expect(servers.json["tools"]?[0] == ["type": "mcp_toolset", "mcp_server_name": "docs"])
        #expect(servers.json["mcp_servers"]?[0]?["url"]?.string == "https://m.example")
        #expect(servers.losses.isEmpty)
        #expect(try body { _ in }.headers["anthropic-beta"] == nil)
    }

    @Test func theMostTokensAreFilledInAndReported() throws {
        let sent = try body { $0.maxOutputTokens = nil }
        #expect(sent.json["max_tokens"]?.int == 4096)
        #expect(sent.losses.map(\.path) == ["maxOutputTokens"])
        #expect(sent.losses.map(\.severity) == [.synthesised])
    }

    @Test func textsAreDocumentsAsTheyAre() throws {
        let text = Media(data: Data("größer\n".utf8), mediaType: "text/plain", name: "a.txt")
        let table = Media(data: Data("a,b".utf8), mediaType: "text/csv")
        let parts: [Part] = [.text("t"), .image(Media(data: Data([1]), mediaType: "image/png"))]
        let written = ChatRequest(
            model: "m",
            messages: [.user(.file(text), .file(table), .file(Media(parts: parts, name: "c")), .file(Media(url: "u")))])
        var out = Renderer(wire: AnthropicMessages.id)
        AnthropicMessages.renderRequest(written, into: &out)
        let content = try JSON(parsing: out.json.bytes)["messages"]?[0]?["content"]
        #expect(
            content?[0]
                == [
                    "type": "document", "source": ["type": "text", "media_type": "text/plain", "data": "größer\n"],
                    "title": "a.txt",
                ])
        #expect(content?[1]?["source"] == ["type": "text", "media_type": "text/plain", "data": "a,b"])
        #expect(content?[2]?["source"]?["type"]?.string == "content")
        #expect(content?[2]?["source"]?["content"]?[0] == ["type": "text", "text": "t"])
        #expect(content?[2]?["source"]?["content"]?[1]?["source"]?["data"]?.string == "AQ==")
        #expect(out.losses.map(\.path) == ["maxOutputTokens", "messages[0].parts[1].mediaType"])
        var json = JSONReader(out.json.bytes)
        let read = try AnthropicMessages.parseRequest(&json)
        #expect(read.messages[0].parts[0] == .file(text))
        #expect(read.messages[0].parts[2...] == written.messages[0].parts[2...])
        // Members come in any order.
        var sorted = JSONReader(
            Array(
                #"{"messages":[{"content":[{"source":{"data":"Zm9v","media_type":"text/plain","type":"text"},"type":"document"}],"role":"user"}]}"#
                    .utf8))
        guard case .file(let media)? = try AnthropicMessages.parseRequest(&sorted).messages.first?.parts.first else {
            return #expect(Bool(false))
        }
        #expect(media.data == Data("Zm9v".utf8))
    }

    @Test func brokenArgumentsAreSentInAnObject() throws {
        let sent = try body { request in
            request.tools = [self.tool]
            request.messages += [
                Message(
                    role: .assistant, parts: [.toolCall(ToolCall(id: "c", name: "f", argumentsText: #"{"a": tru"#))]),
                .tool(ToolResult(callID: "c", "no JSON", isError: true)),
            ]
        }
        let call = sent.json["messages"]?[1]?["content"]?[0]
        #expect(call?["input"] == ["INVALID_JSON": #"{"a": tru"#])
        #expect(sent.losses.map(\.path) == ["messages[3].parts[0].arguments"])
        #expect(sent.losses.map(\.severity) == [.approximated])
    }

    @Test func schemasAreLoweredAndSaySo() throws {
        let schema: JSON = [
            "type": "object",
            "properties": [
                "age": ["type": "integer", "minimum": 0, "description": "in years"],
                "of": ["oneOf": [["type": "string", "format": "ip-range"], ["type": "null"]]],
            ],
        ]
        let lowered: JSON = [
            "type": "object",
            "properties": [
                "age": ["type": "integer", "description": "in years; minimum: 0"],
                "of": ["anyOf": [["type": "string", "description": "format: ip-range"], ["type": "null"]]],
            ],
            "additionalProperties": false,
        ]
        let sent = try body { request in
            request.responseFormat = .jsonSchema(JSONSchemaFormat(schema: schema, strict: true))
            request.tools = [
                ToolDefinition(name: "strict", schema: schema, strict: true),
                ToolDefinition(name: "loose", schema: schema),
            ]
        }
        #expect(sent.json["output_config"]?["format"] == ["type": "json_schema", "schema": lowered])
        #expect(sent.json["tools"]?[0]?["input_schema"] == lowered)
        #expect(sent.json["tools"]?[1]?["input_schema"] == schema)
        #expect(
            sent.losses.map(\.path) == [
                "responseFormat.schema.age.minimum", "responseFormat.schema.of.oneOf[0].format",
                "tools[0].schema.age.minimum", "tools[0].schema.of.oneOf[0].format",
            ])
    }

    @Test func whatTheSystemSaysLaterMovesToTheFrontAndIsReported() throws {
        for wire in [AnthropicMessages.self, GeminiChat.self] as [any Wire.Type] {
            var system = Message(role: .system, parts: [.text("later")], name: "boss")
            system.extra = [wire.id: ["x": 1], "elsewhere": ["y": 1]]
            var out = Renderer(wire: wire.id)
            var request = ChatRequest(model: "m", messages: [.system("first"), .user("hi"), system])
            request.maxOutputTokens = 1
            wire.renderRequest(request, into: &out)
            #expect(out.losses.map(\.path) == ["messages[2]", "messages[2].name", "messages[2].extra"], "\(wire.id)")
            #expect(out.losses.map(\.severity) == [.reordered, .dropped, .dropped], "\(wire.id)")
        }
    }

    @Test func lossesNameTheMessageTheyStandIn() throws {
        let sent = try body { request in
            request.messages += [
                .assistant("a"), .user(.text("b"), .text("c")), .user(.refusal(RefusalPart(text: "no"))),
            ]
        }
        #expect(sent.losses.map(\.path) == ["messages[5].parts[0]"])
    }
}
