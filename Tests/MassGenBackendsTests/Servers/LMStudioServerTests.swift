import Foundation
import MassGenBackends
import Synchronization
import Testing

/// LM Studio's program answered by a script: what it is asked, and what becomes of what it says.
@Suite struct LMStudioServerTests {
    @Test func nothingRunsUntilAsked() {
        let script = Script([:])
        _ = LMStudioServer(program: "lms", launcher: script)
        #expect(script.asked.isEmpty)
    }

    @Test func withoutTheProgramTheErrorSaysWhereToGetIt() async throws {
        let server = LMStudioServer(environment: ["PATH": "/nowhere", "HOME": "/nowhere"], launcher: Script([:]))
        let error = await #expect(throws: LMStudioServerError.self) { try await server.status() }
        #expect(error?.kind == .notInstalled)
        #expect(error?.message.contains("https://lmstudio.ai") == true)
    }

    @Test func theProgramIsFoundInLMStudiosOwnFolder() throws {
        let home = FileManager.default.temporaryDirectory.appending(path: "home-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: home) }
        let moved = home.appending(path: "moved/bin")
        try FileManager.default.createDirectory(at: moved, withIntermediateDirectories: true)
        let program = moved.appending(path: "lms").path
        #expect(
            FileManager.default.createFile(
                atPath: program, contents: Data("#!/bin/sh\n".utf8), attributes: [.posixPermissions: 0o755]))
        try Data("\(home.path)/moved\n".utf8).write(to: home.appending(path: ".lmstudio-home-pointer"))
        let server = LMStudioServer(environment: ["HOME": home.path], launcher: Script([:]))
        #expect(try server.find() == program)
    }

    @Test func aStartedServerIsABackend() async throws {
        let script = Script([
            "server start --port 4321": .init(["Starting server...\n"]),
            "server status --json": .init([
                "The server is running on port 4321.\n", #"{"running":true,"port":4321}"#, "\n",
            ]),
        ])
        let backend = try await LMStudioServer(program: "lms", launcher: script).start(port: 4321)
        #expect(backend.connection.base == "http://localhost:4321/v1")
        #expect(script.asked == ["server start --port 4321", "server status --json"])
        #expect(script.endsGroups == [false, false])
    }

    @Test func aServerThatDoesNotAnswerIsAnError() async {
        let script = Script([
            "server start": .init([]), "server status --json": .init([#"{"running":false,"port":null}"#]),
        ])
        let server = LMStudioServer(program: "lms", launcher: script)
        let error = await #expect(throws: LMStudioServerError.self) { try await server.start() }
        #expect(error?.kind == .notRunning)
    }

    @Test func modelsAreListedLoadedAndUnloaded() async throws {
        let script = Script([
            "ls --json": .init([#"[{"modelKey":"a/b","type":"llm","sizeBytes":5,"vision":true,"new":1}]"#]),
            "ps --json": .init([#"[{"modelKey":"a/b","identifier":"x"}]"#]),
            "load a/b --yes --identifier x --context-length 4096 --ttl 60": .init([]),
            "unload x": .init([]), "unload --all": .init([]),
        ])
        let server = LMStudioServer(program: "lms", launcher: script)
        #expect(try await server.downloaded().map(\.modelKey) == ["a/b"])
        #expect(try await server.downloaded().first?.vision == true)
        try await server.load("a/b", as: "x", contextLength: 4096, idle: .seconds(60))
        #expect(try await server.loaded().map(\.identifier) == ["x"])
        try await server.unload("x")
        try await server.unloadAll()
        #expect(script.asked.count == 6)
    }

    @Test func aFailureSaysWhatTheProgramSaid() async {
        let script = Script([
            "load m --yes": .init([], status: 1, said: "\u{1B}[31mError: Model not found\u{1B}[39m\n\n")
        ])
        let server = LMStudioServer(program: "lms", launcher: script)
        let error = await #expect(throws: LMStudioServerError.self) { try await server.load("m") }
        #expect(error?.kind == .failed)
        #expect(error?.message == "'lms load m --yes' failed with exit status 1: Error: Model not found")
    }

    @Test func whatCannotBeReadIsAnError() async {
        let server = LMStudioServer(program: "lms", launcher: Script(["ls --json": .init(["Hello\n"])]))
        let error = await #expect(throws: LMStudioServerError.self) { try await server.downloaded() }
        #expect(error?.kind == .unreadable)
    }

    @Test func aDownloadTellsHowFarItIs() async throws {
        let script = Script([
            "get a/b --yes": .init([
                "Searching\n\r⠋ [█  ] 12.", "50% | 1.25 GB / 10.00 GB | 5.00 MB/s | ETA 00:10   ",
                "\r⠙ [█  ] 12.50% | 1.25 GB / 10.00 GB | 5.00 MB/s | ETA 00:10   \r⠹ [███] 100.00% | 10.00 GB / 10.00 GB\n",
                "Done\n",
            ])
        ])
        var steps: [LMStudioServer.Download.Progress] = []
        for try await step in try LMStudioServer(program: "lms", launcher: script).download("a/b") {
            steps.append(step)
        }
        #expect(steps.map(\.fraction) == [0.125, 1])
        #expect(steps.first?.downloadedBytes == 1_250_000_000)
        #expect(steps.first?.totalBytes == 10_000_000_000)
    }

    @Test func aDownloadThatFailsSaysWhy() async {
        let script = Script(["get a/b --yes": .init(["\r⠋ [█  ] 12.50%\n", "Error: disk full\n"], status: 1)])
        let error = await #expect(throws: LMStudioServerError.self) {
            for try await _ in try LMStudioServer(program: "lms", launcher: script).download("a/b") {}
        }
        #expect(error?.message.contains("disk full") == true)
    }
}

/// Starts no program: answers by its arguments.
private final class Script: ProcessLauncher {
    struct Answer: Sendable {
        var output: [String]
        var status = 0
        var said = ""

        init(_ output: [String], status: Int = 0, said: String = "") {
            self.output = output
            self.status = status
            self.said = said
        }
    }

    private let answers: [String: Answer]
    private let commands = Mutex<[(arguments: String, endsGroup: Bool)]>([])

    init(_ answers: [String: Answer]) { self.answers = answers }

    var asked: [String] { commands.withLock { $0.map(\.arguments) } }
    var endsGroups: [Bool] { commands.withLock { $0.map(\.endsGroup) } }

    func launch(_ command: ProcessCommand) throws(ProcessError) -> any ChildProcess {
        let arguments = command.arguments.joined(separator: " ")
        commands.withLock { $0.append((arguments, command.endsGroup)) }
        guard let answer = answers[arguments] else { throw ProcessError(.cannotStart, "nobody wrote '\(arguments)'") }
        return Child(answer)
    }

    private final class Child: ChildProcess {
        let output: HTTPBody
        let errorTail: String
        private let status: Int

        init(_ answer: Answer) {
            output = HTTPBody(answer.output.map { Array($0.utf8) })
            errorTail = answer.said
            status = answer.status
        }

        func write(_ bytes: [UInt8]) async throws(ProcessError) {}
        func endInput() {}
        func end() {}
        func exit() async -> ProcessExit { .status(status) }
    }
}
