import MassGenCore
import MassGenMCP
import Testing

@Suite("Servers that are children and misbehave")
struct ChildFaultTests {
    private func failure(_ call: () async throws(MCPError) -> MCPToolResult) async -> MCPError? {
        do throws(MCPError) {
            let result = try await call()
            Issue.record("there is a result: \(result.text.prefix(100))")
            return nil
        } catch {
            return error
        }
    }

    @Test("P1: a line of a megabyte is put together", .timeLimit(.minutes(1)))
    func longLine() async throws {
        let client = ShellServer.client(
            """
            read line
            printf '{"jsonrpc":"2.0","id":2,"result":{"content":[{"type":"text","text":"'
            head -c 1048576 /dev/zero | tr '\\0' x
            echo '"}]}}'
            read line
            """)
        #expect(try await client.call("long").text.utf8.count == 1_048_576)
        await client.close()
    }

    @Test("P1: a line without end is cut off at the limit, and the server killed", .timeLimit(.minutes(1)))
    func endlessLine() async throws {
        let client = ShellServer.client(
            """
            read line
            head -c 1048576 /dev/zero | tr '\\0' x
            sleep 100
            """, limits: MCPLimits(messageBytes: 100_000))
        let start = ContinuousClock.now
        let error = await failure { () throws(MCPError) in try await client.call("endless") }
        #expect(error?.kind == .tooLarge)
        #expect(ContinuousClock.now - start < .seconds(3))
        await client.close()
    }

    @Test("P2: a flood on standard error holds nothing up, and only its end is kept", .timeLimit(.minutes(1)))
    func floods() async throws {
        let client = ShellServer.client(
            """
            read line
            head -c 8000000 /dev/zero | tr '\\0' e >&2
            answer 2 calm
            read line
            echo last words >&2
            exit 3
            """)
        #expect(try await client.call("flood").text == "calm")
        let error = try #require(await failure { () throws(MCPError) in try await client.call("again") })
        #expect(error.kind == .connectionLost)
        #expect(error.message.contains("exit status 3"))
        #expect(error.message.hasSuffix("last words"))
        #expect(error.message.utf8.count < 1000)
    }

    @Test("P3: an answer that is cut off is an error, although the server ends with success", .timeLimit(.minutes(1)))
    func cutOff() async throws {
        let client = ShellServer.client(
            """
            read line
            printf '{"jsonrpc":"2.0","id":2,"result":{"content":[{"type":"te'
            exit 0
            """)
        let start = ContinuousClock.now
        let error = await failure { () throws(MCPError) in try await client.call("cut") }
        #expect([.invalidAnswer, .connectionLost].contains(error?.kind))
        #expect(ContinuousClock.now - start < .seconds(3))
    }

    @Test(
        "P4: a server that hangs and ignores being asked to end is killed, with what it started",
        .timeLimit(.minutes(1)))
    func hangs() async throws {
        let client = ShellServer.client(
            """
            trap '' TERM
            read line
            sleep 1000 &
            answer 2 "$$ $!"
            while true; do sleep 1; done
            """)
        let pids = try await client.call("pids").text.split(separator: " ").compactMap { Int($0) }
        try #require(pids.count == 2)
        let error = await failure { () throws(MCPError) in try await client.call("hang", timeout: .milliseconds(200)) }
        #expect(error?.kind == .timeout)
        let start = ContinuousClock.now
        await client.close()
        #expect(ContinuousClock.now - start < .seconds(2))
        #expect(await eventually(within: .seconds(2)) { !pids.contains(where: isRunning) })
    }

    @Test("P5: arguments and environment reach the server as they are, through no shell", .timeLimit(.minutes(1)))
    func arguments() async throws {
        var command = ShellServer.command(
            """
            read line
            [ "$1" = '; touch /tmp/x $(exit) `id` "' ] && [ -z "$HOME" ] && [ "$ONLY" = this ] && answer 2 same
            answer 2 different
            read line
            """, "; touch /tmp/x $(exit) `id` \"")
        command.environment = ["ONLY": "this", "PATH": "/usr/bin:/bin"]
        var options = MCPClientOptions()
        options.era = .handshaking
        let client = MCPClient("shell", StdioTransport(command), options: options)
        #expect(try await client.call("arguments").text == "same")
        await client.close()
    }

    @Test("A server that ends at once is a lost connection, with what it said", .timeLimit(.minutes(1)))
    func endsAtOnce() async throws {
        let command = ProcessCommand("/bin/sh", ["-c", "echo no licence >&2; exit 4"])
        let client = MCPClient("shell", StdioTransport(command))
        let start = ContinuousClock.now
        let error = try #require(await failure { () throws(MCPError) in try await client.call("x") })
        #expect(error.kind == .connectionLost)
        #expect(error.message.hasSuffix("exit status 4; it said: no licence"))
        #expect(ContinuousClock.now - start < .seconds(3))
    }

    @Test("A program that is not there cannot be connected to", .timeLimit(.minutes(1)))
    func missing() async throws {
        let client = MCPClient("missing", StdioTransport(ProcessCommand("/no/such/program")))
        let error = await failure { () throws(MCPError) in try await client.call("x") }
        #expect(error?.kind == .cannotConnect)
        #expect(error?.description == "missing: there is no program at '/no/such/program'")
    }

    @Test("M7: noise between messages is left out, told of and counted", .timeLimit(.minutes(1)))
    func noise() async throws {
        let log = EventLog()
        let client = ShellServer.client(
            """
            read line
            echo 'Listening for requests…'
            echo
            echo '{"level": "info", "msg": "JSON, but no message"}'
            printf '\\377\\376 not UTF-8\\n'
            answer 2 heard
            read line
            """, log: log)
        #expect(try await client.call("noise").text == "heard")
        #expect(client.statistics.noise == 3)
        #expect(log.all.filter { if case .skipped = $0 { true } else { false } }.count == 3)
        await client.close()
    }

    @Test("M9: a result of 100 megabytes is refused in bounded time and memory", .timeLimit(.minutes(1)))
    func huge() async throws {
        let client = ShellServer.client(
            """
            read line
            printf '{"jsonrpc":"2.0","id":2,"result":{"content":[{"type":"text","text":"'
            head -c 104857600 /dev/zero | tr '\\0' x
            echo '"}]}}'
            read line
            """, limits: MCPLimits(messageBytes: 8 << 20), timeout: .seconds(30))
        let memory = PeakMemory()
        let start = ContinuousClock.now
        let error = await failure { () throws(MCPError) in try await client.call("huge") }
        #expect(error?.kind == .tooLarge)
        #expect(memory.megabytes < 50 && .now - start < .seconds(5), "\(memory.megabytes) MB")
    }

    @Test("Secrets in the server's environment are hidden in what it says at its end", .timeLimit(.minutes(1)))
    func secrets() async throws {
        var command = ShellServer.command("read line; echo \"bad key $API_KEY\" >&2; exit 1")
        command.environment["API_KEY"] = "sk-very-secret"
        var options = MCPClientOptions()
        options.era = .handshaking
        let client = MCPClient("shell", StdioTransport(command), options: options)
        let error = try #require(await failure { () throws(MCPError) in try await client.call("x") })
        #expect(error.message.contains("bad key <hidden>"))
        #expect(!"\(error)".contains("sk-very-secret"))
    }
}
