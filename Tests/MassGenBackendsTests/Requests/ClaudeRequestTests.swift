import MassGenBackends
import Testing

/// Requests to Claude: what a model takes decides how thinking, tools and caches are asked for.
@Suite struct ClaudeRequestTests {
    private func body(_ change: (inout ChatRequest) -> Void, model: String = "claude-sonnet-5") throws -> (
        json: JSON, losses: [Loss], headers: HTTPHeaders
    ) {
        var request = ChatRequest(model: model, messages: [.system("one"), .system("two"), .user("hi")])
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

    @Test func lossesNameTheMessageTheyStandIn() throws {
        let sent = try body { request in
            request.messages += [
                .assistant("a"), .user(.text("b"), .text("c")), .user(.refusal(RefusalPart(text: "no"))),
            ]
        }
        #expect(sent.losses.map(\.path) == ["messages[5].parts[0]"])
    }
}
