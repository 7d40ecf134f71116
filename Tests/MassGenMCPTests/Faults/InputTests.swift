import MassGenCore
import MassGenMCP
import Testing

@Suite("Servers that ask back instead of answering", .timeLimit(.minutes(1)))
struct InputTests {
    private func client(
        _ script: @escaping @Sendable (ScriptedTransport, RPCID, String, JSON) async -> Void
    ) -> MCPClient {
        MCPClient(.stateless { await script($0, $1, $2, $3) }) { options in
            options.answers.roots = { [MCPRoot(uri: "file:///a")] }
            options.answers.elicitation = { _ in .accept(["colour": "blue"]) }
        }
    }

    @Test("Several questions are answered together, with the server's state as it was")
    func answers() async throws {
        let client = client { server, id, _, parameters in
            guard let answers = parameters["inputResponses"] else {
                return server.answer(
                    id,
                    [
                        "resultType": "input_required", "requestState": "opaque \u{1F512}",
                        "inputRequests": [
                            "a": ["method": "roots/list"],
                            "b": ["method": "elicitation/create", "params": ["message": "?", "requestedSchema": [:]]],
                        ],
                    ])
            }
            let isRight =
                parameters["requestState"] == "opaque \u{1F512}" && parameters["name"] == "x"
                && answers["a"] == ["roots": [["uri": "file:///a"]]]
                && answers["b"] == ["action": "accept", "content": ["colour": "blue"]]
            server.answer(id, text: "\(isRight)")
        }
        #expect(try await client.call("x").text == "true")
    }

    @Test("A server that only needs time is asked again")
    func waits() async throws {
        let rounds = Counter()
        let client = client { server, id, _, _ in
            rounds.add() < 3
                ? server.answer(id, ["resultType": "input_required", "requestState": "s"])
                : server.answer(id, text: "x")
        }
        #expect(try await client.call("x").text == "x")
    }

    @Test("A server that asks back for ever is given up")
    func endless() async throws {
        let rounds = Counter()
        let client = client { server, id, _, _ in
            rounds.add()
            server.answer(id, ["resultType": "input_required", "inputRequests": ["a": ["method": "roots/list"]]])
        }
        await #expect { try await client.call("x") } throws: { ($0 as? MCPError)?.kind == .invalidAnswer }
        #expect(rounds.value == 11)
    }

    @Test("A question that is not offered to answer ends the call")
    func refuses() async throws {
        let client = client { server, id, _, _ in
            server.answer(
                id, ["resultType": "input_required", "inputRequests": ["a": ["method": "sampling/createMessage"]]])
        }
        await #expect { try await client.call("x") } throws: { ($0 as? MCPError)?.kind == .refused }
    }

    @Test("A result of a type that nobody knows is an error")
    func unknownType() async throws {
        let client = client { server, id, _, _ in server.answer(id, ["resultType": "task", "content": []]) }
        await #expect { try await client.call("x") } throws: { ($0 as? MCPError)?.kind == .invalidAnswer }
    }

    @Test("A page that has to be visited first is shown, and the call made again once")
    func page() async throws {
        let calls = Counter()
        let transport = ScriptedTransport.session { server, id, _, _ in
            calls.add() == 1
                ? server.refuse(
                    id, RPCError.elicitationRequired,
                    data: [
                        "elicitations": [
                            ["mode": "url", "elicitationId": "e", "url": "https://example.com", "message": "Sign in"]
                        ]
                    ]) : server.answer(id, text: "signed in")
        }
        let client = MCPClient(transport) { options in
            options.answers.elicitation = { question in
                question.form == .page(url: "https://example.com", id: "e") ? .accept([:]) : .decline
            }
        }
        #expect(try await client.call("x").text == "signed in")
    }
}
