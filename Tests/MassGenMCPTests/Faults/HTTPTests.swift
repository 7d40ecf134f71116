import MassGenCore
import MassGenMCP
import Testing

@Suite("Servers over HTTP", .timeLimit(.minutes(1)))
struct HTTPTests {
    @Test("A session's requests carry its id and the version, and its end is said")
    func session() async throws {
        let server = try HTTPServer.session { exchange in
            switch exchange.method {
            case "GET": exchange.refuse(405)
            case "DELETE": exchange.refuse(200)
            default: exchange.answer(text: "x")
            }
        }
        let client = server.client(headers: ["X-Own": "mine"])
        _ = try await client.call("x")
        await client.close()
        let initialize = try #require(
            server.seen.first { String(decoding: $0.body, as: UTF8.self).contains("\"initialize\"") })
        #expect(initialize.headers["MCP-Protocol-Version"] == nil)
        #expect(initialize.headers["Mcp-Session-Id"] == nil)
        let call = try #require(server.seen.first { String(decoding: $0.body, as: UTF8.self).contains("tools/call") })
        #expect(call.headers["MCP-Protocol-Version"] == "2025-11-25")
        #expect(call.headers["Mcp-Session-Id"] == "session-1")
        #expect(call.headers["Accept"] == "application/json, text/event-stream")
        #expect(call.headers["X-Own"] == "mine")
        #expect(call.headers["Mcp-Method"] == nil)
        #expect(server.seen.last?.method == "DELETE")
        #expect(server.seen.last?.headers["Mcp-Session-Id"] == "session-1")
    }

    @Test("Requests to a stateless server say in headers what they are, and what the tool's schema asks for")
    func stateless() async throws {
        let server = try HTTPServer { exchange in
            switch exchange.method {
            case "server/discover":
                exchange.answer(["supportedVersions": ["2026-07-28"], "capabilities": ["tools": [:]]])
            case "tools/list":
                let region: JSON = ["type": "string", "x-mcp-header": "Region"]
                exchange.answer([
                    "tools": [
                        ["name": "straße", "inputSchema": ["type": "object", "properties": ["region": region]]],
                        ["name": "bad", "inputSchema": ["x-mcp-header": "Root"]],
                    ]
                ])
            default: exchange.answer(text: "x")
            }
        }
        let client = server.client()
        #expect(try await client.tools().map(\.name) == ["straße"])
        _ = try await client.call("straße", ["region": "Zürich", "other": 1])
        let call = try #require(server.seen.last)
        #expect(call.headers["MCP-Protocol-Version"] == "2026-07-28")
        #expect(call.headers["Mcp-Method"] == "tools/call")
        #expect(call.headers["Mcp-Name"] == "=?base64?c3RyYcOfZQ==?=")
        #expect(call.headers["Mcp-Param-Region"] == "=?base64?WsO8cmljaA==?=")
        #expect(call.headers["Mcp-Session-Id"] == nil)
        #expect(!server.seen.contains { $0.method != "POST" })
        await client.close()
    }

    @Test("M2: a session that the server has forgotten is begun again, once, and the call made again")
    func forgotten() async throws {
        let server = try HTTPServer.session { exchange in
            switch exchange.method {
            case "GET": exchange.refuse(405)
            case "DELETE": exchange.refuse(200)
            default:
                exchange.http.headers["Mcp-Session-Id"] == "session-1"
                    ? exchange.refuse(404) : exchange.answer(text: "again")
            }
        }
        let client = server.client { $0.era = .handshaking }
        #expect(try await client.call("x").text == "again")
        #expect(client.statistics.connections == 2)
        await client.close()
    }

    @Test("M2: a server that forgets every session is an error, not a loop")
    func forgetful() async throws {
        let server = try HTTPServer.session { exchange in exchange.refuse(exchange.method == "GET" ? 405 : 404) }
        let client = server.client { $0.era = .handshaking }
        await #expect { try await client.call("x") } throws: { ($0 as? MCPError)?.kind == .sessionLost }
        #expect(server.seen.count { String(decoding: $0.body, as: UTF8.self).contains("\"initialize\"") } == 2)
    }

    @Test("M2: many calls into a lost session begin one new session together")
    func together() async throws {
        let server = try HTTPServer.session { exchange in
            switch exchange.method {
            case "GET": exchange.refuse(405)
            default:
                exchange.http.headers["Mcp-Session-Id"] == "session-1"
                    ? exchange.refuse(404) : exchange.answer(text: "again")
            }
        }
        let client = server.client { $0.era = .handshaking }
        _ = try await client.connect()
        await withTaskGroup(of: String?.self) { group in
            for _ in 0..<10 { group.addTask { try? await client.call("x").text } }
            for await text in group { #expect(text == "again") }
        }
        #expect(client.statistics.connections == 2)
    }

    @Test("A stream that breaks off is resumed after the last event")
    func resumes() async throws {
        let server = try HTTPServer.session { exchange in
            if exchange.method == "GET" {
                guard exchange.http.headers["Last-Event-ID"] == "7" else { return exchange.refuse(405) }
                exchange.begin()
                exchange.event(
                    .result(id: 3, ["content": [["type": "text", "text": "resumed"]]]), id: "8", name: "message")
                exchange.connection.end()
            } else {
                exchange.begin()
                exchange.event(id: "7", retry: 20)
                exchange.connection.end()
            }
        }
        let client = server.client()
        #expect(try await client.call("x").text == "resumed")
        await client.close()
    }

    @Test("A stream that cannot be resumed is a lost connection, at once")
    func breaksOff() async throws {
        let server = try HTTPServer.session { exchange in
            if exchange.method == "GET" { return exchange.refuse(405) }
            exchange.begin()
            exchange.event(.notification(method: "notifications/message", parameters: ["data": "x"]))
            exchange.connection.end()
        }
        let client = server.client()
        let start = ContinuousClock.now
        await #expect { try await client.call("x") } throws: { ($0 as? MCPError)?.kind == .connectionLost }
        #expect(ContinuousClock.now - start < .seconds(2))
    }

    @Test("What a server says unasked is heard on a stream of its own, and its questions are answered")
    func listens() async throws {
        let server = try HTTPServer.session { exchange in
            switch exchange.message {
            case nil where exchange.method == "GET":
                exchange.begin()
                exchange.event(.notification(method: "notifications/tools/list_changed", parameters: nil))
                exchange.event(.request(id: "r", method: "roots/list", parameters: nil))
                while exchange.connection.write(Array(": still there\n\n".utf8)) {
                    SocketServer.pause(.milliseconds(50))
                }
            default: exchange.accept()
            }
        }
        let log = EventLog()
        let client = server.client { options in
            options.onEvent = { log.add($0) }
            options.answers.roots = { [MCPRoot(uri: "file:///a")] }
        }
        _ = try await client.connect()
        #expect(await log.first { $0 == .toolsChanged } != nil)
        let isAnswered = await eventually {
            server.seen.contains {
                (try? RPCMessage(parsing: $0.body, limits: JSONLimits()))
                    == .result(id: "r", ["roots": [["uri": "file:///a"]]])
            }
        }
        #expect(isAnswered)
        await client.close()
    }

    @Test("A server that answers in JSON tells of changes on the stream that is kept open, and that is resumed")
    func changesBesideJSON() async throws {
        let streams = Counter()
        let server = try HTTPServer { exchange in
            switch exchange.method {
            case "server/discover": exchange.refuse(400)
            case "initialize":
                exchange.answer(
                    [
                        "protocolVersion": "2025-11-25",
                        "capabilities": ["tools": ["listChanged": true], "resources": ["subscribe": true]],
                    ], headers: ["Mcp-Session-Id": "s"])
            case "resources/subscribe": exchange.answer([:])
            case "GET" where streams.add() == 1:
                // Where to resume is said before anything else, and then the stream ends.
                exchange.begin()
                exchange.event(id: "41", retry: 10)
                exchange.connection.end()
            case "GET":
                guard exchange.http.headers["Last-Event-ID"] == "41" else { return exchange.refuse(400) }
                exchange.begin()
                exchange.event(.notification(method: "notifications/tools/list_changed", parameters: nil), id: "42")
                exchange.event(
                    .notification(method: "notifications/resources/updated", parameters: ["uri": "memo://a"]), id: "43")
                while exchange.connection.write(Array(": still there\n\n".utf8)) {
                    SocketServer.pause(.milliseconds(50))
                }
            default: exchange.accept()
            }
        }
        let log = EventLog()
        let client = server.client { options in options.onEvent = { log.add($0) } }
        try await client.subscribe(to: "memo://a")
        #expect(await log.first { $0 == .toolsChanged } != nil)
        #expect(await log.first { $0 == .resourceUpdated(uri: "memo://a") } != nil)
        await client.close()
    }

    @Test("M9: a result of 100 megabytes is refused, and the connection lives on")
    func huge() async throws {
        let calls = Counter()
        let piece = Array(repeating: UInt8(ascii: "x"), count: 1 << 20)
        let server = try HTTPServer.session { exchange in
            if exchange.method == "GET" { return exchange.refuse(405) }
            if calls.add() == 2 { return exchange.answer(text: "small") }
            exchange.connection.begin(type: "application/json")
            for _ in 0..<100 where exchange.connection.write(piece) {}
        }
        let client = server.client(limits: MCPLimits(messageBytes: 4 << 20))
        let memory = PeakMemory()
        await #expect { try await client.call("x") } throws: { ($0 as? MCPError)?.kind == .tooLarge }
        #expect(memory.megabytes < 50, "\(memory.megabytes) MB")
        #expect(try await client.call("x").text == "small")
    }

    @Test("M9: a result nested too deep is refused, and the connection lives on")
    func deep() async throws {
        let calls = Counter()
        let server = try HTTPServer.session { exchange in
            if exchange.method == "GET" { return exchange.refuse(405) }
            if calls.add() == 2 { return exchange.answer(text: "flat") }
            let deep = String(repeating: "[", count: 100_000)
            exchange.connection.send(
                status: 200, json: Array(#"{"jsonrpc":"2.0","id":\#(exchange.id),"result":\#(deep)"#.utf8))
        }
        let client = server.client()
        await #expect { try await client.call("x") } throws: { ($0 as? MCPError)?.kind == .tooLarge }
        #expect(try await client.call("x").text == "flat")
    }

    @Test("Answers that are none are errors", arguments: ["text/html", "application/json", "nothing", "other id"])
    func strange(_ kind: String) async throws {
        let server = try HTTPServer.session { exchange in
            switch kind {
            case _ where exchange.method == "GET": exchange.refuse(405)
            case "nothing": exchange.accept()
            case "other id": exchange.connection.send(status: 200, json: RPCMessage.result(id: 999, [:]).bytes)
            default:
                exchange.connection.send(
                    status: 200, headers: ["content-type": kind], body: Array("<html>Sign in</html>".utf8))
            }
        }
        let client = server.client()
        await #expect { try await client.call("x") } throws: { ($0 as? MCPError)?.kind == .invalidAnswer }
    }

    @Test("An error of the protocol comes through whatever the status", arguments: [200, 400, 404, 500])
    func errors(_ status: Int) async throws {
        let server = try HTTPServer { exchange in
            guard exchange.method != "server/discover" else {
                return exchange.answer(["supportedVersions": ["2026-07-28"], "capabilities": [:]])
            }
            exchange.connection.send(
                status: status, json: RPCMessage.failure(id: nil, RPCError(code: -32602, message: "no such tool")).bytes
            )
        }
        await #expect { try await server.client().call("x") } throws: { error in
            (error as? MCPError)?.rpc == RPCError(code: -32602, message: "no such tool")
        }
    }

    @Test(
        "Redirects are followed within the server alone",
        arguments: [
            (307, "/elsewhere", true), (308, "/elsewhere", true), (302, "/elsewhere", false),
            (307, "http://127.0.0.1:1/mcp", false), (308, "https://example.com/mcp", false),
        ])
    func redirects(status: Int, location: String, isFollowed: Bool) async throws {
        let server = try HTTPServer.session { exchange in
            if exchange.method == "GET" { return exchange.refuse(405) }
            exchange.http.path == "/mcp"
                ? exchange.refuse(status, headers: ["Location": location]) : exchange.answer(text: "there")
        }
        let client = server.client()
        do throws(MCPError) {
            #expect(try await client.call("x").text == "there")
            #expect(isFollowed)
        } catch {
            #expect(!isFollowed)
            #expect(error.kind == .refused)
        }
    }

    @Test("A redirect to itself without end is refused")
    func redirectLoop() async throws {
        let server = try HTTPServer.session { $0.refuse(307, headers: ["Location": "/mcp"]) }
        await #expect { try await server.client().call("x") } throws: { ($0 as? MCPError)?.kind == .refused }
    }

    @Test("Who asks is proved where the server wants to know, once per request")
    func authorization() async throws {
        struct Proof: MCPAuthorization {
            let challenges = Counter()
            func authorize(_ request: inout HTTPRequest) async throws(MCPError) {
                request.headers.set("Authorization", "Bearer \(challenges.value)")
            }
            func challenged(by response: HTTPResponse, to request: HTTPRequest) async throws(MCPError) -> Bool {
                challenges.add()
                return true
            }
        }
        let server = try HTTPServer { exchange in
            guard exchange.http.headers["Authorization"] == "Bearer 1" else { return exchange.refuse(401) }
            exchange.method == "server/discover"
                ? exchange.answer(["supportedVersions": ["2026-07-28"], "capabilities": [:]])
                : exchange.answer(text: "known")
        }
        #expect(try await server.client(Proof()).call("x").text == "known")
        await #expect { try await server.client().call("x") } throws: { ($0 as? MCPError)?.kind == .unauthorized }
        let wrong = Proof()
        wrong.challenges.add()
        wrong.challenges.add()
        await #expect { try await server.client(wrong).call("x") } throws: { ($0 as? MCPError)?.kind == .unauthorized }
        #expect(wrong.challenges.value == 3)
    }

    @Test("Giving up a call closes its stream; a server with sessions is told besides", arguments: MCPEra.allTold)
    func cancels(_ era: MCPEra) async throws {
        let closed = Counter()
        let server = try HTTPServer { exchange in
            switch exchange.method {
            case "GET": exchange.refuse(405)
            case "server/discover":
                era == .stateless
                    ? exchange.answer(["supportedVersions": ["2026-07-28"], "capabilities": [:]]) : exchange.refuse(400)
            case "initialize": exchange.answer(["protocolVersion": "2025-06-18", "capabilities": [:]])
            case "tools/call":
                exchange.begin()
                while exchange.connection.write(Array(": wait\n\n".utf8)) { SocketServer.pause(.milliseconds(20)) }
                closed.add()
            default: exchange.accept()
            }
        }
        let client = server.client()
        _ = try await client.connect()
        let task = Task { try await client.call("x") }
        try await Task.sleep(for: .milliseconds(200))
        let start = ContinuousClock.now
        task.cancel()
        _ = await task.result
        #expect(ContinuousClock.now - start < .milliseconds(500))
        #expect(await eventually { closed.value == 1 })
        let told = {
            server.seen.contains { String(decoding: $0.body, as: UTF8.self).contains("notifications/cancelled") }
        }
        if era == .handshaking {
            #expect(await eventually { told() })
        } else {
            #expect(!told())
        }
    }

    @Test("The old transport posts only to the server itself")
    func foreignEndpoint() async throws {
        let server = try HTTPServer { exchange in
            exchange.begin()
            _ = exchange.connection.write(Array("event: endpoint\ndata: http://example.com/messages\n\n".utf8))
            SocketServer.pause(.milliseconds(500))
        }
        let client = MCPClient("sse", LegacySSETransport(server.url))
        await #expect { try await client.connect() } throws: { ($0 as? MCPError)?.kind == .refused }
    }
}

extension MCPEra {
    fileprivate static let allTold: [MCPEra] = [.handshaking, .stateless]
}
