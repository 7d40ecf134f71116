import MassGenCore
import MassGenMCP
import Testing

@Suite("M1: servers of another era", .timeLimit(.minutes(1)))
struct EraTests {
    private static let handshake: JSON = ["protocolVersion": "2025-03-26", "capabilities": ["tools": [:]]]

    @Test("A server that does not know the new way is met in the old one, which is remembered")
    func fallsBack() async throws {
        let transport = ScriptedTransport.session(version: "2024-11-05") { server, id, _, _ in
            server.answer(id, text: "x")
        }
        let client = MCPClient(transport)
        #expect(try await client.connect().version == .v2024_11_05)
        _ = try await client.call("x")
        transport.say(.lost(MCPError(.connectionLost, "gone")))
        _ = try await client.call("x")
        #expect(
            transport.methods == [
                "server/discover", "initialize", "notifications/initialized", "tools/call", "initialize",
                "notifications/initialized", "tools/call",
            ])
        #expect(client.statistics.connections == 2)
    }

    @Test("A server that says nothing to the new way is met in the old one, after a while")
    func silent() async throws {
        let transport = ScriptedTransport { server, message in
            guard case .request(let id, "initialize", _) = message else { return }
            server.answer(id, Self.handshake)
        }
        let client = MCPClient(transport) { $0.timeouts.discover = .milliseconds(200) }
        #expect(try await client.connect().version == .v2025_03_26)
        // What the two meet with must not be taken back.
        #expect(!transport.methods.contains("notifications/cancelled"))
    }

    @Test("A server that ends at the new way is started again, and met in the old one")
    func dies() async throws {
        let transport = ScriptedTransport { server, message in
            guard case .request(let id, let method, _) = message else { return }
            if method == "initialize" {
                server.answer(id, Self.handshake)
            } else {
                server.say(.lost(MCPError(.connectionLost, "gone")))
            }
        }
        let client = MCPClient(transport)
        #expect(try await client.connect().version == .v2025_03_26)
        #expect(transport.openings == 2)
    }

    @Test("A server that offers only old versions to the new question is met in the old way")
    func namesOld() async throws {
        let transport = ScriptedTransport { server, message in
            guard case .request(let id, let method, _) = message else { return }
            server.answer(id, method == "initialize" ? Self.handshake : ["supportedVersions": ["2025-11-25"]])
        }
        #expect(try await MCPClient(transport).connect().version == .v2025_03_26)
    }

    @Test("A server that speaks only versions of the future is refused, with what it said")
    func future() async throws {
        let transport = ScriptedTransport { server, message in
            guard case .request(let id, _, _) = message else { return }
            server.refuse(
                id, RPCError.unsupportedVersion, data: ["supported": ["2031-01-01"], "requested": "2026-07-28"])
        }
        await #expect { try await MCPClient(transport).connect() } throws: {
            ($0 as? MCPError)?.kind == .unsupportedVersion
        }
        #expect(transport.methods == ["server/discover"])
    }

    @Test("A slow server that turns out stateless during the handshake is asked again")
    func late() async throws {
        let questions = Counter()
        let transport = ScriptedTransport { server, message in
            guard case .request(let id, let method, _) = message else { return }
            switch method {
            case "server/discover":
                if questions.add() == 2 {
                    server.answer(id, ["supportedVersions": ["2026-07-28"], "capabilities": [:]])
                }
            default: server.refuse(id, RPCError.unsupportedVersion, data: ["supported": ["2026-07-28"]])
            }
        }
        let client = MCPClient(transport) { $0.timeouts.discover = .milliseconds(200) }
        #expect(try await client.connect().version == .v2026_07_28)
    }

    @Test("A handshake to a version that nobody knows is refused")
    func unknownVersion() async throws {
        let transport = ScriptedTransport.session(version: "1999-12-31") { _, _, _, _ in }
        await #expect { try await MCPClient(transport).connect() } throws: {
            ($0 as? MCPError)?.kind == .unsupportedVersion
        }
    }

    @Test("A server that never answers is given up in time, by all that wait")
    func neverAnswers() async throws {
        let client = MCPClient(ScriptedTransport { _, _ in }) {
            $0.timeouts.connect = .milliseconds(300)
            $0.timeouts.discover = .seconds(10)
        }
        let start = ContinuousClock.now
        let first = Task { try await client.tools() }
        let second = Task { try await client.prompts() }
        await #expect { try await first.value } throws: { ($0 as? MCPError)?.kind == .timeout }
        await #expect { try await second.value } throws: { ($0 as? MCPError)?.kind == .timeout }
        #expect(ContinuousClock.now - start < .milliseconds(1300))
    }

    @Test("Who gives up waiting for a connection leaves it to the others")
    func givesUp() async throws {
        let transport = ScriptedTransport { server, message in
            guard case .request(let id, let method, _) = message else { return }
            if method == "server/discover" { try? await Task.sleep(for: .seconds(1)) }
            server.answer(id, ["supportedVersions": ["2026-07-28"], "capabilities": ["tools": [:]], "tools": []])
        }
        let client = MCPClient(transport)
        let impatient = Task { try await client.tools() }
        let patient = Task { try await client.tools() }
        try await Task.sleep(for: .milliseconds(50))
        let start = ContinuousClock.now
        impatient.cancel()
        await #expect { try await impatient.value } throws: { ($0 as? MCPError)?.kind == .cancelled }
        #expect(ContinuousClock.now - start < .milliseconds(500))
        #expect(try await patient.value.isEmpty)
        #expect(transport.methods.filter { $0 == "server/discover" }.count == 1)
    }

    @Test("Every request to a stateless server says who asks, and only such a request")
    func stamps() async throws {
        let transport = ScriptedTransport.stateless { server, id, _, _ in server.answer(id, text: "x") }
        let client = MCPClient(transport) { $0.logLevel = .error }
        _ = try await client.call("x") { _ in }
        guard case .request(let id, "tools/call", let parameters) = transport.sent.last else {
            Issue.record("\(transport.sent)")
            return
        }
        let meta = parameters?["_meta"]
        #expect(meta?["io.modelcontextprotocol/protocolVersion"] == "2026-07-28")
        #expect(meta?["io.modelcontextprotocol/clientInfo"]?["name"] == "massgen")
        #expect(meta?["io.modelcontextprotocol/clientCapabilities"] == [:])
        #expect(meta?["io.modelcontextprotocol/logLevel"] == "error")
        #expect(meta?["progressToken"] == id.json)
    }
}
