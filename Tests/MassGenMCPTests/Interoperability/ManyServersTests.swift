import Foundation
import MassGenCore
import MassGenMCP
import Testing

@Suite("Many servers by others", Python.needed, .timeLimit(.minutes(1)))
struct ManyServersTests {
    /// A configuration as a desktop client writes it, in a file.
    private func configuration(_ port: Int) throws -> MCPConfiguration {
        let folder = try Folder()
        let path = folder.path + "/mcp.json"
        let command = Python.command("everything.py", "stdio")
        let json: JSON = [
            "mcpServers": [
                "files.local": [
                    "command": "${PYTHON}", "args": .array(command.arguments.map { .string($0) }),
                    "env": ["GREETING": "${HELLO:-hello}"], "excludedTools": ["visit"],
                ],
                "web": ["url": "http://127.0.0.1:${PORT}/mcp", "headers": ["X-Key": "${KEY}"]],
                "old": ["type": "sse", "url": "http://127.0.0.1:1/sse"],
                "gone": ["command": "/no/such/program"], "off": ["command": "x", "disabled": true],
            ]
        ]
        try json.prettyText.write(toFile: path, atomically: true, encoding: .utf8)
        return try MCPConfiguration(
            path: path, environment: ["PYTHON": command.program, "PORT": "\(port)", "KEY": "s3cret"])
    }

    @Test("A configuration's servers start side by side, are called by name, and end with their owner")
    func startsAll() async throws {
        let web = try await PythonServer(Python.command("everything.py", "http"))
        var options = MCPServersOptions()
        options.environment = ProcessInfo.processInfo.environment.merging(["OPENAI_API_KEY": "s3cret"]) { $1 }
        let pid = try await MCPServers.with(try configuration(web.port), options: options) { servers in
            let states = Dictionary(uniqueKeysWithValues: servers.status.map { ($0.name, $0.state) })
            #expect(states["files.local"] == .ready)
            #expect(states["web"] == .ready)
            #expect(states["off"] == .disabled)
            for name in ["gone", "old"] {
                guard case .unavailable(let error) = states[name] else { throw error("\(name) is there") }
                #expect(error.kind == .cannotConnect)
            }
            let tools = servers.tools
            let names = tools.map(\.name)
            #expect(
                Set(names).count == names.count && names.allSatisfy { $0.wholeMatch(of: /[a-zA-Z0-9_-]{1,64}/) != nil })
            let id = MCPToolID(server: "files.local", tool: "add")
            let add = try #require(tools.first { $0.name == servers.names.name(of: id) })
            #expect(add.plainName == "add" && add.name.hasPrefix("mcp__files_local__add_"))
            let content = try await add.call(json: ["a": 2, "b": 3])
            #expect(content.text == "5" && content.value?["result"] == 5)
            #expect(!tools.contains { $0.plainName == "visit" && $0.name.contains("files_local") })
            #expect(try await servers.call("mcp__web__echo", ["text": "grüß"]).text == "grüß")
            let memo = try await servers.client("web")?.read("memo://today")
            #expect(memo?.isEmpty == false)
            let pid = try await servers.call(MCPToolID(server: "files.local", tool: "pid"), [:])
            return try #require(Int(pid.text))
        }
        #expect(!isRunning(pid))
        await web.kill()
    }

    @Test("A server that dies in the middle of a call is there again, and the others never notice")
    func survives() async throws {
        let web = try await PythonServer(Python.command("everything.py", "http"))
        var options = MCPServersOptions()
        options.backoff.first = .milliseconds(20)
        try await MCPServers.with(try configuration(web.port), options: options) { servers in
            let pending = Task { try await servers.call("mcp__web__slow", ["seconds": 1, "steps": 0]).isError }
            let die = MCPToolID(server: "files.local", tool: "die")
            await #expect { try await servers.call(die) } throws: { ($0 as? MCPError)?.kind == .connectionLost }
            #expect(await eventually { servers.status[0].state == .ready && servers.status[0].connections == 2 })
            let add = MCPToolID(server: "files.local", tool: "add")
            let sum = try await servers.call(add, ["a": 1, "b": 1])
            #expect(sum.text == "2")
            #expect(try await !pending.value)
        }
        await web.kill()
    }

    @Test("An authorization server by others gives a token, renews it, and is asked for no more than it must be")
    func authorizes() async throws {
        let server = try await PythonServer(Python.command("authorized.py"))
        let pages = Counter()
        var options = MCPServersOptions()
        options.presenter = .browser { page in
            pages.add()
            let response = try await DefaultTransport.shared.send(HTTPRequest(url: page))
            let location = try #require(response.headers["Location"])
            _ = try await DefaultTransport.shared.send(HTTPRequest(url: location)).body.collect(upTo: 10_000)
        }
        let configuration = MCPConfiguration([.endpoint("a", "http://127.0.0.1:\(server.port)/mcp")])
        try await MCPServers.with(configuration, options: options) { servers in
            #expect(servers.status[0].state == .ready, "\(servers.status[0].state)")
            for _ in 0..<3 {
                #expect(try await servers.call("mcp__a__who").text == "read True 1 True")
                try await Task.sleep(for: .milliseconds(1100))
            }
        }
        #expect(pages.value == 1)
        // Without anybody to ask it is unavailable, and says what to do.
        let alone = MCPServers(configuration)
        let failures = await alone.start()
        #expect(failures["a"]?.kind == .unauthorized && failures["a"]?.message.contains("presenter") == true)
        await alone.close()
        await server.kill()
    }

    private func error(_ message: String) -> MCPError { MCPError(.invalidAnswer, message) }
}
