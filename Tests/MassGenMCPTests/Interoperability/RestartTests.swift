import MassGenCore
import MassGenMCP
import Synchronization
import Testing

@Suite("Servers by others that end", Python.needed, .timeLimit(.minutes(2)))
struct RestartTests {
    @Test(
        "A server that ends in the middle of a call fails that call, and the next one starts it again",
        arguments: [Meeting.stdioSession, .stdioStateless])
    func dies(_ meeting: Meeting) async throws {
        let guest = try await meeting.newClient()
        let first = try await guest.client.call("pid").text
        let start = ContinuousClock.now
        await #expect { try await guest.client.call("die") } throws: { error in
            guard let error = error as? MCPError else { return false }
            return error.kind == .connectionLost && error.message.contains("exit status 7")
        }
        #expect(ContinuousClock.now - start < .seconds(2))
        let second = try await guest.client.call("pid").text
        #expect(first != second)
        #expect(guest.client.statistics.connections == 2)
        #expect(guest.log.all.contains { if case .disconnected = $0 { true } else { false } })
        await guest.client.close()
    }

    @Test(
        "A server over HTTP that is killed and started again is met again by the next call",
        arguments: [MCPEra.handshaking, .stateless])
    func restarts(_ era: MCPEra) async throws {
        let first = try await PythonServer(Python.command("everything.py", "http"))
        var options = MCPClientOptions()
        options.era = era
        let client = MCPClient(
            "everything", StreamableHTTPTransport("http://127.0.0.1:\(first.port)/mcp"), options: options)
        #expect(try await client.call("add", ["a": 1, "b": 2]).text == "3")
        let pending = Task { try await client.call("slow", ["seconds": 60, "steps": 0]) }
        try await Task.sleep(for: .milliseconds(500))
        await first.kill()
        await #expect { try await pending.value } throws: {
            [.connectionLost, .cannotConnect].contains(($0 as? MCPError)?.kind)
        }
        await #expect { try await client.call("add", ["a": 1, "b": 2]) } throws: {
            ($0 as? MCPError)?.kind == .cannotConnect
        }
        let second = try await PythonServer(Python.command("everything.py", "http", "\(first.port)"))
        #expect(try await client.call("add", ["a": 1, "b": 2]).text == "3")
        await client.close()
        await second.kill()
    }

    @Test("A stream that the server closes in the middle of a call is resumed after the last event, without a loss")
    func resumes() async throws {
        let server = try await PythonServer(Python.command("everything.py", "resumable"))
        let log = EventLog()
        var options = MCPClientOptions()
        options.era = .handshaking
        options.onEvent = { log.add($0) }
        let client = MCPClient(
            "everything", StreamableHTTPTransport("http://127.0.0.1:\(server.port)/mcp"), options: options)
        let told = Mutex([Double]())
        let result = try await client.call("interrupted") { progress in told.withLock { $0.append(progress.progress) } }
        #expect(result.text == "resumed")
        #expect(told.withLock { $0 } == [1, 2, 3])
        // What is told while the stream beside the calls is closed comes when that is open again.
        _ = try await client.call("missed")
        #expect(await log.first { $0 == .toolsChanged } != nil)
        #expect(client.statistics.connections == 1 && client.statistics.strayAnswers == 0)
        await client.close()
        await server.kill()
    }

    @Test("Closing a client ends its server for certain")
    func closes() async throws {
        let guest = try await Meeting.stdioSession.newClient()
        let pid = try #require(try await guest.client.call("pid").structured?["result"]?.int)
        await guest.client.close()
        #expect(!isRunning(pid))
        await #expect { try await guest.client.call("pid") } throws: { ($0 as? MCPError)?.kind == .closed }
    }

    @Test("Letting go of a client ends its server")
    func deinits() async throws {
        var guest: Guest? = try await Meeting.stdioSession.newClient()
        let pid = try #require(try await guest?.client.call("pid").structured?["result"]?.int)
        #expect(isRunning(pid))
        guest = nil
        #expect(await eventually { !isRunning(pid) })
    }
}
