import Foundation
import MassGenBackends
import MassGenSimulator
import Testing

@Suite struct MassgenTests {
    let massgen = Program(name: "massgen")

    static let stream = """
        data: {"id":"c1","model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"Hel"}}]}

        data: {"id":"c1","model":"m","choices":[{"index":0,"delta":{"content":"lo"}}]}

        data: {"id":"c1","model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":2,"total_tokens":5}}

        data: [DONE]


        """

    @Test func withoutACommandItSaysHowToUseIt() throws {
        let outcome = try massgen.run()
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.words.contains("no command"))
    }

    @Test(arguments: [
        (["chat", "--nonsense"], "chat has no option '--nonsense'; it has --provider, --wire"),
        (["models", "--live"], "--live needs --provider"), (["replay"], "replay takes one FILE"),
        (["render", "x"], "render needs --provider"), (["flap"], "unknown command 'flap'; known are chat, providers"),
        (["chat", "--provider", "groqq", "hi"], "unknown provider 'groqq'"),
        (["chat", "--chunk", "3", "hi"], "chat has no option '--chunk'"),
        (["chat", "two", "words"], "chat takes one [PROMPT]; put it in quotes"),
        (["chat", " "], "the PROMPT is empty"),
        (["chat", "--json=1", "hi"], "--json takes no value"), (["chat", "--max-tokens", "x", "hi"], "not 'x'"),
        (["chat", "--wire", "gemini", "hi"], "--wire goes with --provider or --base-url"),
        (["chat", "--base-url", "http://a", "--wire", "gemni", "hi"], "no server speaks 'gemni'; wires are anthropic"),
        (["providers", "extra"], "providers takes no 'extra'"), (["serve", "--port", "99999"], "from 1 to 65535"),
    ])
    func wrongUsageIsStatus2(arguments: [String], words: String) throws {
        let outcome = try massgen.run(arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty)
        #expect(outcome.words.hasPrefix("massgen: ") && outcome.words.contains(words), "\(outcome.words)")
    }

    @Test(arguments: ["chat", "providers", "models", "price", "replay", "render", "convert", "serve", "tokens"])
    func everyCommandSaysWhatItTakes(name: String) throws {
        let help = try massgen.run(name, "--help")
        #expect(help.status == 0 && help.words.isEmpty)
        #expect(help.output.hasPrefix("usage: massgen \(name) ") && help.output.contains("example: massgen \(name)"))
        #expect(try massgen.run("help", name).output == help.output)
        #expect(try massgen.run("--help").output.contains("\n  \(name) "))
    }

    @Test func pricesAUsagePerUnit() throws {
        let outcome = try massgen.run(
            "price", "--provider", "claude", "--model", "claude-haiku-5-5", "--input", "200000", "--output", "1000",
            "--cache-read", "50000", "--cache-write", "10000", "--json")
        #expect(outcome.status == 0)
        // Above 100,000: 140,000 at 0.50, 50,000 at 0.05, 10,000 at 0.625 and 1,000 at 2.50 per million.
        #expect(outcome.document?["usd"]?.string == "0.08125")
        #expect(outcome.document?["kind"]?.string == "exact")
        #expect(outcome.document?["missing"]?.array == [])
        #expect(outcome.document?["lines"]?.array?.count == 4)
        let batch = try massgen.run(
            "price", "--provider", "openai", "--model", "gpt-5", "--input", "1000000", "--output", "0", "--batch")
        #expect(batch.output.contains("$0.625"))
        let unknown = try massgen.run("price", "--provider", "openai", "--model", "gpt-4o-mini-99", "--input", "1")
        #expect(unknown.status == 1)
        #expect(unknown.output == "unknown: there is no row for 'gpt-4o-mini-99'\n")
        #expect(try massgen.run("price", "--provider", "openai").status == 2)
    }

    @Test func tablesOfModelsKeepTheirColumns() throws {
        let outcome = try massgen.run("models", "--provider", "together")
        let lines = outcome.output.split(separator: "\n")
        let column = try #require(lines.first?.range(of: "CHECKED")?.lowerBound.utf16Offset(in: lines[0]))
        #expect(lines.count > 50)
        for line in lines.dropFirst() {
            let start = line.index(line.startIndex, offsetBy: column)
            #expect(line[start...].hasPrefix("20"), "\(line)")
        }
        let json = try massgen.run("models", "--provider", "openai", "--json", "gpt-4o-mini-2024").documents
        #expect(json.first?["prices"]?["in"] == 0.15)
        #expect(json.first?["context"] == 128000)
    }

    @Test func withoutAKeyTheSimulatorAnswers() throws {
        let outcome = try massgen.run("chat", "Why is the sky blue?")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Why is the sky blue?"))
        #expect(outcome.words.contains("simulator"))
        #expect(outcome.words.contains("first token after"))
    }

    @Test func aPictureGoesWithTheQuestion() throws {
        let server = try Simulator(OpenAIChat.self)
        let picture = FileManager.default.temporaryDirectory.appending(path: "massgen-\(UUID().uuidString).png")
        try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]).write(to: picture)
        defer { try? FileManager.default.removeItem(at: picture) }
        for option in ["--image", "--attach"] {
            let outcome = try massgen.run(
                "chat", "--base-url", server.base, "--model", "m", option, picture.path, "What is it?")
            #expect(outcome.status == 0, "\(outcome.words)")
        }
        #expect(server.requests.count == 2)
        for request in server.requests {
            let kinds = request.messages[0].parts.map(\.kind)
            #expect(kinds == [.image, .text])
        }
    }

    @Test func nothingIsReportedOfAnAnswerThatNeverCame() throws {
        let outcome = try massgen.run("chat", "--provider", "groq", "hi")
        #expect(outcome.words.hasPrefix("massgen: groq: noKey"))
    }

    @Test func aServerIsSpokenWithOnTheWireThatIsNamed() throws {
        let server = try Simulator(AnthropicMessages.self)
        let outcome = try massgen.run(
            "chat", "--base-url", server.base, "--wire", "anthropic-messages", "--any-model", "--model", "m", "Hello",
            environment: ["ANTHROPIC_API_KEY": "k"])
        #expect(outcome.status == 0, "\(outcome.words)")
        #expect(outcome.output.contains("Hello"))
    }

    @Test func theModelMayCallTools() throws {
        let outcome = try massgen.run("chat", "--tools", "--json", "What time is it?")
        #expect(outcome.status == 0)
        #expect(outcome.words.contains("time("))
        let result = try #require(outcome.document)
        let time = try #require(result["calls"]?[0]?["result"]?.string)
        #expect(time.hasPrefix("20") && time.hasSuffix("Z"))
        #expect(result["text"]?.string?.contains(time) == true)
        #expect(result["calls"]?[0]?["outcome"] == "finished")
    }

    @Test func aPromptMayComeFromStandardInput() throws {
        let outcome = try massgen.run("chat", "--json", "-", input: "Is the moon round?")
        let result = try #require(outcome.document)
        #expect(result["text"]?.string?.contains("Is the moon round?") == true)
        #expect(result["stopReason"] == "stop")
        #expect(result["error"] == .null)
    }

    @Test func linesOfAProgramAreReplayedAsTheyWouldCome() throws {
        let lines = """
            {"type":"system","subtype":"init","session_id":"s-1","model":"claude-test","tools":["Bash"]}
            {"type":"assistant","message":{"id":"m-1","content":[{"type":"tool_use","id":"t-1","name":"Bash","input":{"command":"ls"}}]},"parent_tool_use_id":null}
            {"type":"user","message":{"role":"user","content":[{"tool_use_id":"t-1","type":"tool_result","content":"a b"}]}}
            {"message":{"content":[{"text":"Two files.","type":"text"}],"id":"m-2"},"type":"assistant"}
            {"is_error":false,"result":"Two files.","subtype":"success","usage":{"input_tokens":5,"cache_read_input_tokens":20,"output_tokens":9},"session_id":"s-1","type":"result"}

            """
        try withFile(lines) { path in
            for chunk in ["1", "7", "100000"] {
                let arguments = ["replay", "--provider", "claude-code", "--wire", "claude-code", "--json", "--chunk"]
                let outcome = try massgen.run(
                    arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], arguments[5], arguments[6],
                    chunk, path)
                let result = try #require(outcome.document)
                #expect(outcome.status == 0)
                #expect(result["text"] == "Two files." && result["id"] == "s-1" && result["model"] == "claude-test")
                #expect(result["toolCalls"]?[0]?["arguments"] == ["command": "ls"])
                #expect(result["stopReason"] == "stop" && result["vendorStopReason"] == "success")
                #expect(result["usage"]?["input"] == 25 && result["usage"]?["output"] == 9)
            }
        }
    }

    @Test func aProgramThatIsNotThereIsAnErrorOfSetup() throws {
        let outcome = try massgen.run(
            "chat", "--json", "--provider", "claude-code", "hi", environment: ["CLAUDE_CODE_PATH": "/nowhere/claude"])
        #expect(outcome.status == 1)
        #expect(outcome.document?["error"]?["code"] == "noProgram")
        #expect(outcome.words.contains("/nowhere/claude"))
        #expect(try massgen.run("providers").output.contains("Claude Code"))
    }

    @Test func aProviderWithoutItsKeyIsAnErrorOfSetup() throws {
        let outcome = try massgen.run("chat", "--json", "--provider", "groq", "hi")
        #expect(outcome.status == 1)
        #expect(outcome.document?["error"]?["code"] == "noKey")
        #expect(outcome.words.contains("GROQ_API_KEY"))
    }

    @Test(arguments: ["1", "2", "7", "100000"])
    func aRecordingIsDecodedHoweverItIsCut(chunk: String) throws {
        try withFile(Self.stream) { path in
            let outcome = try massgen.run("replay", "--provider", "groq", "--json", "--chunk", chunk, path)
            let result = try #require(outcome.document)
            #expect(outcome.status == 0)
            #expect(result["text"] == "Hello")
            #expect(result["vendorStopReason"] == "stop")
            #expect(result["usage"] == ["input": 3, "output": 2])
        }
    }

    @Test func eventsAreOneDocumentPerLine() throws {
        try withFile(Self.stream) { path in
            let outcome = try massgen.run("replay", "--provider", "chat", "--events", path)
            let types = outcome.documents.compactMap { $0["type"]?.string }
            #expect(types.first == "started")
            #expect(types.last == "finished")
            #expect(types.filter { $0 == "textDelta" }.count == 2)
        }
    }

    @Test func aStreamThatBreaksOffIsStatus1WithWhatCame() throws {
        let cut = String(Self.stream.prefix(130))
        try withFile(cut) { path in
            let outcome = try massgen.run("replay", "--provider", "chat", "--json", path)
            #expect(outcome.status == 1)
            #expect(outcome.document?["error"]?["code"] == "interrupted")
            #expect(outcome.document?["text"] == "Hel")
        }
    }

    @Test func anErrorBodyIsReplayedWithItsStatus() throws {
        try withFile(#"{"error":{"message":"slow down","type":"tokens","code":"rate_limit_exceeded"}}"#) { path in
            let outcome = try massgen.run("replay", "--provider", "openai", "--status", "429", "--json", path)
            let error = try #require(outcome.document?["error"])
            #expect(outcome.status == 1)
            #expect(error["code"] == "rateLimited")
            #expect(error["vendorCode"] == "rate_limit_exceeded")
            #expect(error["retryable"] == true)
        }
    }

    @Test func renderShowsTheRequestWithoutItsKey() throws {
        let request = #"{"messages":[{"role":"user","content":"hi"}],"temperature":0.5,"logitBias":{"1":2}}"#
        try withFile(request) { path in
            let outcome = try massgen.run(
                "render", "--provider", "groq", "--model", "openai/gpt-oss-20b", "--stream", path,
                environment: ["GROQ_API_KEY": "gsk-very-secret"])
            let rendered = try #require(outcome.document)
            #expect(outcome.status == 0)
            #expect(rendered["url"] == "https://api.groq.com/openai/v1/chat/completions")
            #expect(rendered["headers"]?["authorization"] == "***")
            #expect(rendered["body"]?["stream"] == true)
            #expect(rendered["losses"]?[0]?["path"] == "logitBias")
            #expect(!outcome.output.contains("secret"))
        }
    }

    @Test func aBrokenRequestSaysWhere() throws {
        try withFile(#"{"messages":[{"role":"user","content":[{"type":"image"}]}]}"#) { path in
            let outcome = try massgen.run("render", "--provider", "groq", path)
            #expect(outcome.status == 1)
            #expect(outcome.words.contains("messages[0].content[0]"))
        }
    }

    @Test func providersAndModelsAreListed() throws {
        let providers = try massgen.run("providers", "--json", environment: ["XAI_API_KEY": "x"]).documents
        let ids = Backends.all.map { $0.provider.id } + Backends.programs.map { $0.provider.id }
        #expect(Set(providers.compactMap { $0["id"]?.string }) == Set(ids))
        #expect(providers.count == Set(ids).count)
        let grok = try #require(providers.first { $0["id"] == "grok" })
        #expect(grok["keys"] == [["name": "XAI_API_KEY", "set": true]])
        let models = try massgen.run("models", "--provider", "mistral", "--json").documents
        #expect(models.count > 10)
        #expect(models.allSatisfy { $0["checked"]?.string?.count == 10 })
    }
}
