import MassGenCore
import MassGenMCP
import Testing

@Suite("M8: addresses of resources that lead up", .timeLimit(.minutes(1)))
struct ResourceAddressTests {
    private let transport = ScriptedTransport.session(["resources": ["subscribe": true]]) { server, id, _, parameters in
        server.answer(id, ["contents": [["uri": parameters["uri"] ?? "", "text": "x"]]])
    }

    @Test(
        "They are refused before anything is sent, however they are written",
        arguments: [
            "file:///work/../etc/passwd", "file:///work/..", "../secret", "file:///a/%2e%2e/b", "file:///a/%2E./b",
            "file:///a/%252e%252e/b", "file:///a\\..\\b", "file:///a/..%2fb", "notes:..", "file:///a%00b",
            "x?path=/../b", "file:///a/../\u{301}b", "file:///a/..%2f%CC%81b",
        ])
    func refuses(_ uri: String) async throws {
        let client = MCPClient(transport)
        await #expect { try await client.read(uri) } throws: { ($0 as? MCPError)?.kind == .refused }
        await #expect { try await client.subscribe(to: uri) } throws: { ($0 as? MCPError)?.kind == .refused }
        #expect(transport.sent.isEmpty)
    }

    @Test("Others are read", arguments: ["file:///a..b/c", "memo://x/...", "file:///100%25/x", "a:b", "file:///%zz"])
    func reads(_ uri: String) async throws {
        #expect(try await MCPClient(transport).read(uri).first?.uri == uri)
    }

    @Test("The program may allow them")
    func allows() async throws {
        let client = MCPClient(transport) { $0.allowsPathTraversal = true }
        #expect(try await client.read("file:///a/../b").first?.text == "x")
    }
}
