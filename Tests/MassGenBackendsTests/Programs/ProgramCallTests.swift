import Foundation
import MassGenBackends
import Testing

/// What a request becomes for a program.
struct ProgramCallTests {
    private func call(
        _ request: ChatRequest, _ change: (inout ClaudeCode) -> Void = { _ in }
    ) throws(BackendError) -> RenderedCall {
        var backend = ClaudeCode()
        backend.connection.environment = ["PATH": "/bin", "CLAUDECODE": "1"]
        change(&backend)
        return try backend.render(request)
    }

    private func setupError(_ request: ChatRequest) -> BackendError? {
        do { _ = try call(request) } catch { return error.family == .setup ? error : nil }
        return nil
    }

    @Test func optionsBecomeFlagsOfOneArgumentEach() throws {
        var request = ChatRequest(model: "opus", messages: [.system("A."), .system("B."), .user("Hi")])
        request.reasoning = ReasoningOptions(effort: .high)
        request.claudeCode.allowedTools = ["Read", "Bash(git log:*)"]
        request.claudeCode.permissionMode = "plan"
        let call = try call(request) { backend in
            backend.settings.permissionMode = "acceptEdits"
            backend.settings.tools = []
            backend.settings.maxTurns = 3
            backend.settings.maxBudgetUsd = 0.5
            backend.settings.appendSystemPrompt = "--model=evil"
            backend.settings.mcpConfig = ["mcpServers": ["x": ["command": "y"]]]
            backend.settings.strictMcpConfig = true
            backend.settings.forkSession = false
            backend.program.arguments = ["--debug"]
        }
        let flags = Set(call.command.arguments)
        #expect(
            flags.isSuperset(of: [
                "--print", "--verbose", "--input-format=stream-json", "--output-format=stream-json",
                "--include-partial-messages", "--model=opus", "--effort=high", "--system-prompt=A.\n\nB.",
                "--allowed-tools=Read", "--allowed-tools=Bash(git log:*)", "--permission-mode=plan", "--tools=",
                "--max-turns=3", "--max-budget-usd=0.5", "--append-system-prompt=--model=evil",
                "--mcp-config={\"mcpServers\":{\"x\":{\"command\":\"y\"}}}", "--strict-mcp-config", "--debug",
            ]))
        #expect(call.command.arguments.allSatisfy { $0.hasPrefix("--") && !$0.hasPrefix("--fork-session") })
        #expect(call.losses.map(\.severity) == [.approximated], "two messages of the system are one flag")
        #expect(call.command.program == "claude")
    }

    @Test func aSessionIsGoneOnWithOrForked() throws {
        let resumed = try call(ChatRequest(model: "", "Hi")) {
            $0.settings.resume = "s1"
            $0.settings.forkSession = true
        }
        #expect(Set(resumed.command.arguments).isSuperset(of: ["--resume=s1", "--fork-session"]))
        let continued = try call(ChatRequest(model: "", "Hi")) { $0.settings.continue = true }
        #expect(continued.command.arguments.contains("--continue"))
    }

    @Test(arguments: ["default", "acceptEdits", "plan", "dontAsk", "bypassPermissions"])
    func thePermissionModeIsHandedOver(_ mode: String) throws {
        let call = try call(ChatRequest(model: "", "Hi")) { $0.settings.permissionMode = mode }
        #expect(call.command.arguments.contains("--permission-mode=\(mode)"))
    }

    @Test func toolsAreAllowedAndForbidden() throws {
        let call = try call(ChatRequest(model: "", "Hi")) {
            $0.settings.allowedTools = ["Read"]
            $0.settings.disallowedTools = ["Bash", "Write"]
        }
        #expect(
            Set(call.command.arguments).isSuperset(of: [
                "--allowed-tools=Read", "--disallowed-tools=Bash", "--disallowed-tools=Write",
            ]))
    }

    @Test func theSystemsWordsReplaceOrFollowItsOwn() throws {
        let replaced = try call(ChatRequest(model: "", messages: [.system("Be brief."), .user("Hi")]))
        #expect(replaced.command.arguments.contains("--system-prompt=Be brief."))
        let appended = try call(ChatRequest(model: "", "Hi")) { $0.settings.appendSystemPrompt = "Be brief." }
        #expect(appended.command.arguments.contains("--append-system-prompt=Be brief."))
        #expect(!appended.command.arguments.contains { $0.hasPrefix("--system-prompt") })
    }

    @Test func itRunsWhereItIsTold() throws {
        let call = try call(ChatRequest(model: "", "Hi")) { $0.program.directory = "/tmp" }
        #expect(call.command.directory == "/tmp")
    }

    @Test func theKeyGoesIntoTheEnvironmentAlone() throws {
        let call = try call(ChatRequest(model: "", "Hi")) { $0.connection.key = "sk-very-secret" }
        #expect(call.command.environment["ANTHROPIC_API_KEY"] == "sk-very-secret")
        #expect(!call.command.arguments.contains { $0.contains("very-secret") })
        #expect(!String(reflecting: call.command).contains("very-secret"))
        #expect(call.command.environment["CLAUDECODE"] == nil)
        #expect(call.command.environment["CLAUDE_CODE_ENTRYPOINT"] == "sdk-swift")
    }

    @Test func messagesOfTheUserBecomeOneLineWithImages() throws {
        let image = Media(data: Data("hi".utf8), mediaType: "image/png")
        let request = ChatRequest(
            model: "", messages: [.user("See"), Message(role: .user, parts: [.image(image), .text("this")])])
        let call = try call(request)
        #expect(call.lines.count == 1)
        #expect(call.lines[0]["type"] == "user")
        let content = call.lines[0]["message"]?["content"]?.array ?? []
        #expect(content.map { $0["type"] } == ["text", "image", "text"])
        #expect(content[1]["source"] == ["type": "base64", "media_type": "image/png", "data": "aGk="])
    }

    @Test func whatOthersSaidIsReportedAsLost() throws {
        let request = ChatRequest(
            model: "",
            messages: [
                .user("A"), .assistant("not its own"), .tool(ToolResult(callID: "t", "42")), .user("B"),
            ])
        let call = try call(request)
        #expect(call.losses.map(\.path) == ["messages[1]", "messages[2]"])
        #expect(call.lines.count == 1)
        #expect(setupError(ChatRequest(model: "", messages: [.assistant("only")]))?.code == .invalidRequest)
        #expect(setupError(ChatRequest(model: "", messages: []))?.code == .invalidRequest)
    }

    @Test func toolsOfTheCallerAreRefusedAndSamplingIsReported() throws {
        var request = ChatRequest(model: "", "Hi")
        request.tools = [ToolDefinition(name: "add", schema: ["type": "object"])]
        #expect(setupError(request)?.code == .unsupportedCapability)
        request.tools = []
        request.temperature = 0.5
        #expect(try call(request).losses.map(\.path) == ["temperature"])
    }

    @Test func settingsOfTheWrongTypeAreFoundBeforeAnythingStarts() {
        var request = ChatRequest(model: "", "Hi")
        request.extra["claude-code"] = ["max-turns": "three"]
        #expect(setupError(request)?.code == .refusedParameter)
    }

    @Test func aSchemaIsAFlagAndItsAnswerText() throws {
        var request = ChatRequest(model: "", "Hi")
        request.responseFormat = .jsonSchema(
            JSONSchemaFormat(schema: ["type": "object", "additionalProperties": false]))
        let call = try call(request)
        #expect(call.command.arguments.contains("--json-schema={\"type\":\"object\",\"additionalProperties\":false}"))
        #expect(call.losses.isEmpty)
        var decoder = StreamDecoder<ClaudeCode.Format>()
        var events: [ChatEvent] = []
        let lines = """
            {"type":"system","subtype":"init","session_id":"s","model":"m"}
            {"type":"assistant","message":{"id":"a","content":[{"type":"text","text":"Thinking of it."}]}}
            {"structured_output":{"city":"Bonn"},"is_error":false,"result":"","subtype":"success","type":"result"}

            """
        try decoder.decode(Array(lines.utf8), into: &events)
        #expect(decoder.snapshot.message.parts.count == 2)
        #expect(decoder.snapshot.message.parts.last == .text("{\"city\":\"Bonn\"}"))
        #expect(decoder.snapshot.stopReason == .stop)
    }
}

/// A program that has said all it will ever say.
private final class ScriptedChild: ChildProcess {
    let output: HTTPBody
    var errorTail: String { "" }

    init(_ lines: String) { output = HTTPBody([Array(lines.utf8)]) }

    func write(_ bytes: [UInt8]) async throws(ProcessError) {}
    func endInput() {}
    func end() {}
    func exit() async -> ProcessExit { .status(0) }
}

private struct ScriptedLauncher: ProcessLauncher {
    let lines: String
    func launch(_ command: ProcessCommand) throws(ProcessError) -> any ChildProcess { ScriptedChild(lines) }
}

extension ProgramCallTests {
    @Test func aLauncherOfOnesOwnStandsForTheProgram() async throws {
        var backend = ClaudeCode()
        backend.program.launcher = ScriptedLauncher(
            lines: """
                {"type":"assistant","message":{"id":"a","content":[{"type":"text","text":"Scripted."}]}}
                {"type":"result","subtype":"success","is_error":false,"session_id":"s"}

                """)
        #expect(try await backend.respond(to: "Hi").text == "Scripted.")
        backend.program.launcher = ScriptedLauncher(lines: "")
        #expect(await backendError { _ = try await backend.respond(to: "Hi") }?.code == .programFailed)
    }
}
