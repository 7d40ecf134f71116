import Foundation
import MassGenCore
import MassGenMCP
import Synchronization
import Testing

@Suite("A server's tool as a model's", .timeLimit(.minutes(1)))
struct BridgeTests {
    private let offer = MCPToolDefinition(
        name: "read.file", title: "Read", description: "Reads a file.",
        inputSchema: ["type": "object", "properties": ["path": ["type": "string"]]],
        annotations: MCPToolAnnotations(readOnlyHint: true, openWorldHint: false))

    @Test("It is described as the server describes it, under the name it is given")
    func describes() throws {
        let tool = MCPTool(offer, name: "mcp__files__read_file") { _, _ in MCPToolResult(content: []) }
        let definition = try tool.definition
        #expect(definition.name == "mcp__files__read_file")
        #expect(definition.description == "Reads a file.")
        #expect(definition.schema == offer.inputSchema)
        #expect(tool.plainName == "read.file")
        #expect(tool.annotations == ToolAnnotations(title: "Read", isReadOnly: true, isOpenWorld: false))
    }

    @Test("A call goes to the server by the server's name, and its result, progress and failure come back")
    func calls() async throws {
        let client = MCPClient(
            .session { server, id, _, parameters in
                guard parameters["name"] == "read.file" else { return server.refuse(id, -32602) }
                server.say(
                    .message(
                        .notification(
                            method: "notifications/progress",
                            parameters: ["progressToken": id.json, "progress": 1, "total": 2, "message": "half"])))
                server.answer(
                    id,
                    [
                        "content": [["type": "text", "text": parameters["arguments"]?["path"] ?? nil]],
                        "structuredContent": ["bytes": 3], "isError": true,
                    ])
            })
        let tool = MCPTool(offer, client, name: "mcp__files__read_file")
        let told = Mutex([ToolProgress]())
        let context = ToolContext(call: ToolCall(id: "1", name: tool.name, arguments: ["path": "a"])) { progress in
            told.withLock { $0.append(progress) }
        }
        let content = try await ToolContext.$current.withValue(context) {
            try await tool.call(json: ["path": "a.txt"])
        }
        #expect(content == ToolContent([.text("a.txt")], value: ["bytes": 3], isError: true))
        #expect(told.withLock { $0 } == [ToolProgress(done: 1, total: 2, message: "half")])
    }

    @Test("Parts become content and content parts again")
    func parts() {
        let pixel = Data([0x89, 0x50, 0x4E, 0x47])
        let parts: [Part] = [
            .text("words"), .image(Media(data: pixel, mediaType: "image/png")),
            .audio(Media(data: pixel, mediaType: "audio/wav")),
        ]
        #expect(parts.compactMap(MCPContent.init).map(\.part) == parts)
        let file = Media(data: Data("%PDF-".utf8), mediaType: "application/pdf", name: "a.pdf")
        guard case .file(let back)? = MCPContent(.file(file))?.part else {
            Issue.record("no file")
            return
        }
        #expect(back.data == file.data)
        #expect(back.mediaType == "application/pdf")
        #expect(MCPContent(.toolCall(ToolCall())) == nil)
    }

    @Test("A structured result without content is what the model reads")
    func structured() {
        #expect(MCPToolResult(content: [], structured: ["a": 1]).parts == [.text(#"{"a":1}"#)])
        #expect(MCPToolResult(content: [.text("a is 1")], structured: ["a": 1]).parts == [.text("a is 1")])
    }
}

@Suite("Many calls", .timeLimit(.minutes(2)))
struct ManyCallTests {
    @Test("10,000 calls are each answered, and none is left waiting")
    func many() async throws {
        let client = ShellServer.client("n=2; while read line; do answer $n x$n; n=$((n+1)); done")
        for number in 2..<10_002 { #expect(try await client.call("x").text == "x\(number)") }
        #expect(client.statistics.requests == 10_000)
        #expect(client.statistics.failures == 0)
        #expect(client.statistics.strayAnswers == 0)
        #expect(client.requestsUnderWay == 0)
        await client.close()
    }

    @Test("Calls given up by the hundred are forgotten")
    func givenUp() async throws {
        let client = MCPClient(.session { _, _, _, _ in })
        _ = try await client.connect()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<500 { group.addTask { _ = try? await client.call("x") } }
            try? await Task.sleep(for: .milliseconds(200))
            #expect(client.requestsUnderWay > 0)
            group.cancelAll()
        }
        #expect(client.requestsUnderWay == 0)
    }
}
