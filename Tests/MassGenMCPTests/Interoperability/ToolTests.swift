import Foundation
import MassGenCore
import MassGenMCP
import Testing

@Suite("Tools of a server by others", Python.needed, .timeLimit(.minutes(2)))
struct ToolTests {
    @Test("The server says who it is, in every meeting", arguments: Meeting.allCases)
    func meets(_ meeting: Meeting) async throws {
        let client = try await meeting.client().client
        let server = try await client.connect()
        #expect(server.version.era == meeting.era)
        #expect(server.implementation?.name == "everything")
        #expect(server.implementation?.version == "1.2.3")
        #expect(server.instructions == "Ask for anything.")
        try await client.ping()
    }

    @Test("A server that is not known is met in the newest way it speaks, and the way is remembered")
    func discovers() async throws {
        let guest = try await Meeting.stdioStateless.newClient { $0.era = nil }
        let version = try await guest.client.connect().version
        #expect(version == .v2026_07_28)
        #expect(guest.client.era == .stateless)
        await guest.client.close()
    }

    @Test("Tools are listed with their schemas", arguments: Meeting.allCases)
    func lists(_ meeting: Meeting) async throws {
        let tools = try await meeting.client().client.tools()
        let add = try #require(tools.first { $0.name == "add" })
        #expect(add.description == "Adds two numbers.")
        #expect(add.inputSchema["properties"]?["a"]?["type"] == "integer")
        #expect(tools.first { $0.name == "weather" }?.outputSchema?["properties"]?["degrees"] != nil)
    }

    @Test("A call gives text and structured output", arguments: Meeting.allCases)
    func calls(_ meeting: Meeting) async throws {
        let client = try await meeting.client().client
        let sum = try await client.call("add", ["a": 2, "b": 40])
        #expect(sum.text == "42")
        #expect(!sum.isError)
        let weather = try await client.call("weather", ["city": "Łódź"])
        #expect(weather.structured == ["city": "Łódź", "degrees": 21.5])
    }

    @Test("Content of every type comes through, and becomes parts", arguments: Meeting.allCases)
    func contents(_ meeting: Meeting) async throws {
        let result = try await meeting.client().client.call("contents")
        try #require(result.content.count == 6)
        #expect(result.content[0] == .text("words"))
        guard case .image(let pixel, "image/png", _) = result.content[1] else {
            Issue.record("\(result.content[1])")
            return
        }
        #expect(pixel.starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(result.content[2] == .audio(Data("RIFF\0\0\0\0WAVE".utf8), mediaType: "audio/wav"))
        #expect(
            result.content[3]
                == .link(
                    MCPResource(
                        uri: "memo://today", name: "today", description: "what is to do", mimeType: "text/plain")))
        #expect(
            result.content[4]
                == .resource(MCPResourceContents(uri: "memo://text", mediaType: "text/plain", body: .text("inside"))))
        #expect(
            result.content[5]
                == .resource(
                    MCPResourceContents(
                        uri: "memo://blob", mediaType: "application/pdf", body: .data(Data("%PDF-".utf8)))))
        #expect(result.parts.map(\.kind) == [.text, .image, .audio, .text, .text, .file])
    }

    @Test("A tool that fails gives a result that says so", arguments: Meeting.allCases)
    func fails(_ meeting: Meeting) async throws {
        let client = try await meeting.client().client
        let failed = try await client.call("fail", ["reason": "no more paper"])
        #expect(failed.isError)
        // Wrong arguments are the tool's failure too: a model can mend them.
        let wrong = try await client.call("add", ["a": "two", "b": 1])
        #expect(wrong.isError)
    }

    @Test("An unknown tool is an error of the server's, or a result that says so", arguments: Meeting.allCases)
    func unknown(_ meeting: Meeting) async throws {
        let client = try await meeting.client().client
        do throws(MCPError) {
            #expect(try await client.call("no such tool").isError)
        } catch {
            #expect(error.kind == .server)
            #expect(error.server == "everything")
        }
    }

    @Test("Results of two megabytes come through", arguments: Meeting.allCases)
    func big(_ meeting: Meeting) async throws {
        let result = try await meeting.client().client.call("big", ["count": 2_097_152])
        #expect(result.text.utf8.count == 2_097_152)
        #expect(result.text.hasSuffix("0123456789abcdef"))
    }

    @Test("Texts of two megabytes go there", arguments: Meeting.allCases)
    func bigArguments(_ meeting: Meeting) async throws {
        let text = String(repeating: "é\n\"", count: 500_000)
        let result = try await meeting.client().client.call("echo", ["text": .string(text)])
        #expect(result.text == text)
    }

    @Test("Many calls at once get each its own answer", arguments: Meeting.allCases)
    func concurrent(_ meeting: Meeting) async throws {
        let client = try await meeting.client().client
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<40 {
                group.addTask {
                    try await client.call("add", ["a": .number(number), "b": 1000]).text == "\(number + 1000)"
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }
}
