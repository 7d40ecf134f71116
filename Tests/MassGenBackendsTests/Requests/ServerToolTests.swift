import MassGenBackends
import Testing

/// Tools that providers run themselves: asked for in one way, written in each wire's own.
@Suite struct ServerToolTests {
    @Test func settingsWithoutAPlaceAreReported() throws {
        var request = ChatRequest(model: "m", "Hi")
        request.serverTools = [.webSearch(allowedDomains: ["swift.org"], maxUses: 3), .mcp(label: "l", url: "u")]
        let rendered = try Groq(StubTransport()).render(request)
        #expect(
            rendered.losses.map(\.path) == [
                "serverTools[0].allowedDomains", "serverTools[0].maxUses", "serverTools[1]",
            ])
    }

    @Test func aToolWithoutARowIsKeptByItsWireAlone() throws {
        let body = #"{"model":"m","messages":[],"tools":[{"type":"x_search","from":1.50}]}"#
        var json = JSONReader(Array(body.utf8))
        let request = try OpenAIChat.parseRequest(&json)
        #expect(request.serverTools.map(\.name) == ["x_search"])
        let same = try Groq(StubTransport()).render(request)
        #expect(String(decoding: same.http.body, as: UTF8.self).contains(#"{"type":"x_search","from":1.50}"#))
        #expect(same.losses.isEmpty)
        let other = try Claude(StubTransport()).render(request)
        #expect(other.losses.filter { $0.severity == .dropped }.map(\.path) == ["serverTools[0]"])
    }

    @Test func whatTheModelCannotDoIsReported() throws {
        var request = ChatRequest(model: "m", "Hi")
        request.serverTools = [.webSearch]
        var groq = Groq(StubTransport())
        groq.connection.capabilities = ["webSearch": false]
        let rendered = try groq.render(request)
        #expect(rendered.losses.map(\.description).first?.contains("the model cannot do it") == true)
        #expect(try JSON(parsing: rendered.http.body)["tools"] == nil)
    }

    @Test func jsonFormIsANameOrAnObject() throws {
        let text = #"["webSearch",{"type":"fileSearch","stores":["vs_1"],"maxResults":4}]"#
        let tools = try JSON(parsing: text).decode([ServerTool].self)
        #expect(tools == [.webSearch, .fileSearch(stores: ["vs_1"], maxResults: 4)])
        #expect(try JSON(encoding: tools).text == text)
    }

    @Test func tokensAreNeverPrinted() throws {
        let text = #"{"type":"mcp","label":"l","url":"https://a.example","token":"very-secret"}"#
        let tool = try JSON(parsing: text).decode(ServerTool.self)
        #expect(tool == .mcp(label: "l", url: "https://a.example", token: "very-secret"))
        #expect(try !JSON(encoding: tool).text.contains("very-secret"))
        #expect(!"\(tool)".contains("very-secret"))
        var dumped = ""
        dump(tool, to: &dumped)
        #expect(!dumped.contains("very-secret"))
    }

    @Test func aForbiddenCombinationIsNeverSent() throws {
        var request = ChatRequest(model: "m", "Hi")
        request.serverTools = [.webSearch]
        #expect(throws: Never.self) { try Strict(StubTransport()).render(request) }
        request.tools = [ToolDefinition(name: "f", schema: [:])]
        let error = #expect(throws: BackendError.self) { try Strict(StubTransport()).render(request) }
        #expect(error?.family == .setup)
        #expect(error?.code == .forbiddenCombination)
        #expect(error?.message == "Strict does not take webSearch together with tools for 'm'")
    }

    @Test(arguments: [
        ([ServerTool.mcp], "one has none"),
        ([.mcp(label: "", url: "https://a.example")], "one has none"),
        (
            [.mcp(label: "a", url: "https://a.example"), .mcp(label: "a", url: "https://b.example")],
            "two are labelled 'a'"
        ),
    ])
    func serversThatLabelsDoNotTellApartAreNeverSent(_ tools: [ServerTool], _ fault: String) {
        var request = ChatRequest(model: "claude-sonnet-5-5", "Hi")
        request.serverTools = tools
        let error = #expect(throws: BackendError.self) { try Claude(StubTransport(), key: "k").render(request) }
        #expect(error?.code == .forbiddenCombination)
        #expect(error?.message == "servers of tools are told apart by their labels, and \(fault)")
    }
}

/// A provider that searches only where no functions are offered.
private struct Strict: HTTPBackend {
    typealias Format = StrictWire
    static let provider = Provider(
        id: "strict", title: "Strict", wire: "openai-chat", base: "https://a.example", keys: [.none],
        endpoints: [.init("/chat")], capabilities: ["tools", "webSearch"])
    var connection: Connection
    init(_ connection: Connection) { self.connection = connection }
}

private enum StrictWire: OpenAIChatWire {
    static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        out.forbid("webSearch", with: "tools", if: request.asks(for: "webSearch") && !request.tools.isEmpty)
        return request
    }
}
