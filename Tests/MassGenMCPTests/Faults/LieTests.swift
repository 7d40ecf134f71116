import MassGenCore
import MassGenMCP
import Testing

@Suite("Servers that lie", .timeLimit(.minutes(1)))
struct LieTests {
    @Test("M10: answers to unknown ids and second answers are ignored and counted")
    func strayAnswers() async throws {
        let client = MCPClient(
            .session { server, id, _, _ in
                server.answer(999, text: "nobody asked")
                server.answer("text", text: "nobody asked")
                server.answer(id, text: "first")
                server.answer(id, text: "second")
            })
        #expect(try await client.call("x").text == "first")
        #expect(try await client.call("x").text == "first")
        #expect(client.statistics.strayAnswers == 6)
    }

    @Test("M9: an answer that is nested too deep fails its request, and the connection lives on")
    func deep() async throws {
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        let line = #"{"jsonrpc":"2.0","id":7,"result":\#(deep)}"#
        do throws(RPCReadingError) {
            _ = try RPCMessage(parsing: Array(line.utf8), limits: JSONLimits(depth: 128))
            Issue.record("it was read")
        } catch {
            guard case .notJSON(let problem, answerTo: 7) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(problem.kind == .tooDeep)
        }
    }

    @Test("M9: content that is not what it says is kept as it came")
    func content() async throws {
        let client = MCPClient(
            .session { server, id, _, _ in
                server.answer(
                    id,
                    [
                        "content": [
                            ["type": "image", "data": "not base64!", "mimeType": "image/png"], ["type": "hologram"], 3,
                        ], "isError": true,
                    ])
            })
        let result = try await client.call("x")
        #expect(result.isError)
        #expect(result.content.count == 3)
        #expect(result.content[1] == .other(["type": "hologram"]))
        #expect(result.parts.map(\.kind) == [.text, .text, .text])
    }

    /// A server whose tool promises a temperature and gives this.
    private func promising(_ result: JSON, _ schema: JSON? = nil) -> MCPClient {
        let schema =
            schema ?? ["type": "object", "properties": ["degrees": ["type": "number"]], "required": ["degrees"]]
        return MCPClient(
            .session { server, id, method, _ in
                server.answer(
                    id,
                    method == "tools/list"
                        ? ["tools": [["name": "weather", "inputSchema": ["type": "object"], "outputSchema": schema]]]
                        : result)
            })
    }

    @Test("A result that is not what its tool promises is a failure that a model can read")
    func brokenPromise() async throws {
        let client = promising([
            "content": [["type": "text", "text": "trust me"]], "structuredContent": ["degrees": "hot"],
        ])
        let tool = MCPTool(try #require(try await client.tools().first), client)
        let result = try await client.call("weather")
        #expect(result.isError && result.structured == nil && !result.text.contains("trust me"))
        #expect(result.text.hasSuffix("degrees: expected number, found string"))
        let output = try await tool.call(arguments: [:])
        #expect(output.isError && output.parts == result.parts)
        await client.close()
    }

    @Test(
        "A tool that promises a structured result and gives none has failed; one that says it failed need not give one")
    func missingPromise() async throws {
        let client = promising(["content": [["type": "text", "text": "21 degrees"]]])
        #expect(try await !client.call("weather").isError)
        _ = try await client.tools()
        let result = try await client.call("weather")
        #expect(result.isError && result.text.hasSuffix("there is no structured result"))
        let honest = promising(["content": [["type": "text", "text": "no station"]], "isError": true])
        _ = try await honest.tools()
        #expect(try await honest.call("weather").text == "no station")
        let good = promising(["content": [], "structuredContent": ["degrees": 21.5]])
        _ = try await good.tools()
        #expect(try await good.call("weather").structured == ["degrees": 21.5])
    }

    @Test(
        "A promise that cannot be checked in bounded time is not kept",
        arguments: [
            ["anyOf": .array(Array(repeating: ["$ref": "#"], count: 10))], ["$ref": "#"],
            ["properties": ["degrees": ["allOf": .array(Array(repeating: ["$ref": "#"], count: 1000))]]],
        ] as [JSON])
    func endlessPromise(_ schema: JSON) async throws {
        let client = promising(
            ["content": [], "structuredContent": ["degrees": ["degrees": ["degrees": [:]]]]], schema)
        _ = try await client.tools()
        let start = ContinuousClock.now
        #expect(try await client.call("weather").isError)
        #expect(.now - start < .seconds(5))
    }

    @Test("A list that comes again and again ends in an error")
    func endlessList() async throws {
        let client = MCPClient(
            .session { server, id, _, _ in server.answer(id, ["tools": [], "nextCursor": "again"]) })
        await #expect { try await client.tools() } throws: { ($0 as? MCPError)?.kind == .invalidAnswer }
    }

    @Test("A list without end has an end")
    func longList() async throws {
        let pages = Counter()
        let client = MCPClient(
            .session { server, id, _, _ in server.answer(id, ["tools": [], "nextCursor": .string("\(pages.add())")]) })
        await #expect { try await client.tools() } throws: { ($0 as? MCPError)?.kind == .tooLarge }
        #expect(pages.value == 1000)
    }

    @Test("Pages are put together, and what is no tool is left out")
    func pages() async throws {
        let log = EventLog()
        let client = MCPClient(
            .session { server, id, _, parameters in
                if parameters["cursor"] == nil {
                    server.answer(
                        id,
                        [
                            "tools": [["name": "a", "inputSchema": [:]], ["name": 3], ["title": "nameless"]],
                            "nextCursor": "2",
                        ])
                } else {
                    server.answer(id, ["tools": [["name": "b", "inputSchema": ["type": "object"]]]])
                }
            }
        ) { $0.onEvent = { log.add($0) } }
        #expect(try await client.tools().map(\.name) == ["a", "b"])
        #expect(log.all.filter { if case .skipped = $0 { true } else { false } }.count == 2)
    }

    @Test("A result that is none is an error")
    func noResult() async throws {
        let client = MCPClient(
            .session(["tools": [:], "prompts": [:], "resources": [:]]) { server, id, _, _ in server.answer(id, 17) })
        await #expect { try await client.call("x") } throws: { ($0 as? MCPError)?.kind == .invalidAnswer }
        await #expect { try await client.tools() } throws: { ($0 as? MCPError)?.kind == .invalidAnswer }
        await #expect { try await client.prompt("x") } throws: { ($0 as? MCPError)?.kind == .invalidAnswer }
        await #expect { try await client.read("memo://x") } throws: { ($0 as? MCPError)?.kind == .invalidAnswer }
    }

    @Test("A flood of notifications is taken one by one and delays nothing")
    func flood() async throws {
        let heard = Counter()
        let client = MCPClient(
            .session { server, id, _, _ in
                for _ in 0..<100_000 {
                    server.say(.message(.notification(method: "notifications/message", parameters: ["data": "x"])))
                    server.say(
                        .message(
                            .notification(
                                method: "notifications/progress", parameters: ["progressToken": 12345, "progress": 1])))
                }
                server.answer(id, text: "done")
            }
        ) { options in
            options.onEvent = { if case .log = $0 { heard.add() } }
        }
        #expect(try await client.call("x").text == "done")
        #expect(heard.value == 100_000)
    }

    @Test("A flood of questions is answered up to a limit, and refused beyond it")
    func questions() async throws {
        let (answers, asking) = (Counter(), Counter())
        let client = MCPClient(
            .session { server, id, _, _ in
                for number in 0..<200 {
                    server.say(
                        .message(
                            .request(
                                id: .text("q\(number)"), method: "elicitation/create",
                                parameters: ["message": "?", "requestedSchema": [:]])))
                }
                server.answer(id, text: "done")
            }
        ) { options in
            options.answers.elicitation = { _ in
                asking.add()
                try? await Task.sleep(for: .seconds(60))
                answers.add()
                return .cancel
            }
        }
        #expect(try await client.call("x").text == "done")
        #expect(await eventually { asking.value == 64 })
        await client.close()
        #expect(await eventually { answers.value == 64 })
    }

    @Test("A question whose answer a server no longer wants is given up")
    func withdrawn() async throws {
        let cancelled = Counter()
        let client = MCPClient(
            .session { server, id, method, _ in
                server.say(
                    .message(
                        .request(
                            id: "q", method: "elicitation/create", parameters: ["message": "?", "requestedSchema": [:]])
                    ))
                try? await Task.sleep(for: .milliseconds(100))
                server.say(.message(.notification(method: "notifications/cancelled", parameters: ["requestId": "q"])))
                server.answer(id, text: "done")
            }
        ) { options in
            options.answers.elicitation = { _ in
                do { try await Task.sleep(for: .seconds(60)) } catch { cancelled.add() }
                return .cancel
            }
        }
        #expect(try await client.call("x").text == "done")
        #expect(await eventually { cancelled.value == 1 })
    }

    @Test("A server that is only ever silent fails its request in time", arguments: [MCPEra.handshaking, .stateless])
    func silent(_ era: MCPEra) async throws {
        let transport: ScriptedTransport =
            era == .stateless ? .stateless { _, _, _, _ in } : .session { _, _, _, _ in }
        let client = MCPClient(transport) {
            $0.timeouts.request = .milliseconds(200)
        }
        let start = ContinuousClock.now
        await #expect { try await client.call("x") } throws: { ($0 as? MCPError)?.kind == .timeout }
        #expect(ContinuousClock.now - start < .seconds(1))
        #expect(await eventually { transport.methods.last == "notifications/cancelled" })
    }

    @Test("Progress without end does not keep a request for ever")
    func endlessProgress() async throws {
        let client = MCPClient(
            .session { server, id, _, _ in
                for step in 0..<200 where server.openings == 1 {
                    server.say(
                        .message(
                            .notification(
                                method: "notifications/progress",
                                parameters: ["progressToken": id.json, "progress": .number(step)])))
                    try? await Task.sleep(for: .milliseconds(20))
                }
            }
        ) {
            $0.timeouts.request = .milliseconds(300)
            $0.timeouts.total = .milliseconds(800)
        }
        let start = ContinuousClock.now
        await #expect { try await client.call("x") { _ in } } throws: { ($0 as? MCPError)?.kind == .timeout }
        let took = ContinuousClock.now - start
        #expect(took > .milliseconds(700) && took < .milliseconds(1800))
    }

    @Test("A connection that ends fails all that is under way", arguments: [1, 50])
    func lost(_ count: Int) async throws {
        let calls = Counter()
        let client = MCPClient(
            .session { server, _, _, _ in
                if calls.add() == count { server.say(.lost(MCPError(.connectionLost, "gone"))) }
            })
        _ = try await client.connect()
        let failures = await withTaskGroup(of: MCPError.Kind?.self) { group in
            for _ in 0..<count {
                group.addTask {
                    do throws(MCPError) {
                        _ = try await client.call("x")
                        return nil
                    } catch {
                        return error.kind
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(failures == Array(repeating: .connectionLost, count: count))
        #expect(client.server == nil)
    }

    @Test("Subscriptions outlive the session they were made in")
    func subscriptions() async throws {
        let transport = ScriptedTransport.session(["resources": ["subscribe": true]]) { server, id, _, _ in
            server.answer(id, [:])
        }
        let client = MCPClient(transport)
        try await client.subscribe(to: "memo://a")
        try await client.subscribe(to: "memo://b")
        try await client.unsubscribe(from: "memo://a")
        transport.say(.lost(MCPError(.connectionLost, "gone")))
        try await client.connect()
        let isDone = await eventually {
            guard case .request(_, "resources/subscribe", let parameters)? = transport.sent.last else { return false }
            return parameters?["uri"] == "memo://b"
        }
        #expect(isDone)
        #expect(transport.methods.count { $0 == "resources/subscribe" } == 3)
    }
}
