#if os(Linux) || os(macOS)
import Foundation
import MassGenCore
import Testing

/// A shell is only the program under test here: its script is one argument.
@Suite(.timeLimit(.minutes(1))) struct ChildProcessTests {
    private let launcher = SystemLauncher.shared

    private func shell(_ script: String, _ arguments: [String] = []) -> ProcessCommand {
        var command = ProcessCommand("/bin/sh", ["-c", script, "sh"] + arguments)
        command.grace = .milliseconds(300)
        return command
    }

    private func processError(_ action: () async throws -> Void) async -> ProcessError? {
        do { try await action() } catch { return error as? ProcessError }
        Issue.record("no error was thrown")
        return nil
    }

    /// The process whose id a child has printed is gone.
    private func isGone(_ process: String) -> Bool {
        let path = "/proc/\(process)/stat"
        guard FileManager.default.fileExists(atPath: "/proc/self") else { return true }
        guard let stat = try? String(contentsOfFile: path, encoding: .utf8) else { return true }
        return stat.split(separator: ")").last?.hasPrefix(" Z") ?? true
    }

    @Test func argumentsEnvironmentAndDirectoryReachTheProgramAsTheyAre() async throws {
        var command = shell(#"printf '%s|' "$@"; printf '%s|' "$NAME"; pwd"#, ["a b", "$(id)", "ö\n", ""])
        command.environment = ["NAME": "x=y; z"]
        command.directory = "/"
        let result = try await launcher.run(command)
        #expect(result.text == "a b|$(id)|ö\n||x=y; z|/\n")
        #expect(result.exit.isSuccess)
    }

    @Test func nothingOfTheParentsEnvironmentIsInherited() async throws {
        var command = ProcessCommand("/usr/bin/env")
        command.environment = ["ONLY": "this"]
        #expect(try await launcher.run(command).text == "ONLY=this\n")
    }

    @Test func inputComesBackUnharmedHoweverLargeItIs() async throws {
        let line = Array(String(repeating: "megabytes without a line end ", count: 100_000).utf8)
        let result = try await launcher.run(ProcessCommand("cat"), input: line)
        #expect(result.output == line)
    }

    @Test func outputIsReadLineByLine() async throws {
        let child = try launcher.launch(shell("printf 'one\\n\\ntw'; sleep 0.1; printf 'o\\r\\nthree'"))
        var lines: [String] = []
        for try await line in child.lines() { lines.append(String(decoding: line, as: UTF8.self)) }
        #expect(lines == ["one", "two", "three"])
        let endless = try launcher.launch(shell("echo short; head -c 100000 /dev/zero; sleep 100"))
        var count = 0
        let error = await processError {
            for try await _ in endless.lines(upTo: 1000) { count += 1 }
        }
        #expect(error?.kind == .tooLarge && count == 1)
    }

    @Test func aConversationGoesBackAndForth() async throws {
        let child = try launcher.launch(ProcessCommand("cat"))
        for word in ["one\n", "two\n"] {
            try await child.write(Array(word.utf8))
            #expect(try await child.output.next() == Array(word.utf8))
        }
        child.endInput()
        #expect(try await child.output.next() == nil)
        #expect(await child.exit() == .status(0))
    }

    @Test func statusSignalAndTheLastOfStandardErrorAreTold() async throws {
        let failed = try await launcher.run(shell("echo partial; echo why >&2; exit 7"))
        #expect(failed.exit == .status(7))
        #expect(failed.text == "partial\n")
        #expect(failed.errorTail == "why\n")
        #expect(try await launcher.run(shell("kill -9 $$")).exit == .signal(9))
    }

    @Test func aFloodOnStandardErrorIsReadAndOnlyItsEndKept() async throws {
        var command = shell(
            "i=0; while [ $i -lt 40000 ]; do echo 'a long line of no use to anyone' >&2; i=$((i+1)); done; echo end >&2; echo done"
        )
        command.errorTailBytes = 1000
        let result = try await launcher.run(command)
        #expect(result.text == "done\n")
        #expect(result.errorTail.hasSuffix("end\n"))
        #expect(result.errorTail.utf8.count <= 2000)
    }

    @Test func programsThatCannotBeStartedAreNamed() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("massgen-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let plain = folder.appendingPathComponent("plain").path
        try Data("no program".utf8).write(to: URL(fileURLWithPath: plain))

        let missing = await processError { _ = try launcher.launch(ProcessCommand("no-such-program-anywhere")) }
        #expect(missing?.kind == .notFound)
        #expect(missing?.message.contains("no-such-program-anywhere") == true)
        let path = await processError { _ = try launcher.launch(ProcessCommand(folder.path + "/absent")) }
        #expect(path?.kind == .notFound)
        let file = await processError { _ = try launcher.launch(ProcessCommand(plain)) }
        #expect(file?.kind == .notExecutable)
        let found = await processError {
            _ = try launcher.launch(ProcessCommand("plain", environment: ["PATH": folder.path]))
        }
        #expect(found?.kind == .notExecutable)
        let directory = await processError {
            _ = try launcher.launch(ProcessCommand("cat", directory: folder.path + "/absent"))
        }
        #expect(directory?.kind == .noDirectory)
        let zero = await processError { _ = try launcher.launch(ProcessCommand("cat", ["a\0b"])) }
        #expect(zero?.kind == .invalidArgument)
    }

    @Test func aStalledReaderHoldsTheProgramBack() async throws {
        let child = try launcher.launch(
            shell("i=0; while :; do i=$((i+1)); echo $i >&2; head -c 65536 /dev/zero; done"))
        try await Task.sleep(for: .milliseconds(400))
        let early = child.errorTail
        try await Task.sleep(for: .milliseconds(400))
        #expect(child.errorTail == early, "the program went on writing")
        let rounds = Int(early.split(separator: "\n").last ?? "") ?? .max
        #expect(rounds < 16, "more was taken than may wait for a reader")
        #expect(try await child.output.next() != nil)
        #expect(await eventually { child.errorTail != early || rounds > 8 })
        child.end()
        #expect(await child.exit() != .status(0))
    }

    @Test func whatIgnoresTheRequestToEndIsKilledWithAllItStarted() async throws {
        let script = "trap '' TERM; (trap '' TERM; sleep 60) & echo $!; sleep 60"
        let child = try launcher.launch(shell(script))
        let grandchild = String(decoding: try #require(try await child.output.next()), as: UTF8.self)
        let start = ContinuousClock.now
        child.end()
        #expect(await child.exit() == .signal(9))
        #expect(.now - start < .seconds(3))
        #expect(await eventually { isGone(grandchild.trimmingCharacters(in: .whitespacesAndNewlines)) })
    }

    @Test func aGrandchildThatHoldsThePipesKeepsNobodyWaiting() async throws {
        let start = ContinuousClock.now
        let result = try await launcher.run(shell("sleep 60 & echo $!"))
        #expect(.now - start < .seconds(5))
        #expect(result.exit.isSuccess)
        #expect(await eventually { isGone(result.text.trimmingCharacters(in: .whitespacesAndNewlines)) })
    }

    @Test func aServerLeftBehindLivesOnWhereThatIsAskedFor() async throws {
        var command = shell("sleep 60 & echo $!")
        command.endsGroup = false
        let result = try await launcher.run(command)
        let server = result.text.trimmingCharacters(in: .whitespacesAndNewlines)
        try await Task.sleep(for: .milliseconds(100))
        #expect(!isGone(server) || !FileManager.default.fileExists(atPath: "/proc/self"))
        _ = try await launcher.run(ProcessCommand("/bin/kill", ["-9", server]))
    }

    @Test func cancellingTheTaskEndsTheProgram() async throws {
        let task = Task { try await launcher.run(shell("echo $$; sleep 60")) }
        try await Task.sleep(for: .milliseconds(100))
        let start = ContinuousClock.now
        task.cancel()
        let error = await processError { _ = try await task.value }
        #expect(error?.kind == .cancelled)
        #expect(.now - start < .seconds(1))
    }

    @Test func lettingGoEndsTheProgram() async throws {
        var child: (any ChildProcess)? = try launcher.launch(shell("echo $$; sleep 60"))
        let process = String(decoding: try #require(try await child?.output.next()), as: UTF8.self)
        child = nil
        #expect(await eventually { isGone(process.trimmingCharacters(in: .whitespacesAndNewlines)) })
    }

    @Test func writingToAProgramThatIsGoneIsAnError() async throws {
        let child = try launcher.launch(shell("exit 0"))
        _ = await child.exit()
        let error = await processError { try await child.write([UInt8](repeating: 0, count: 1 << 20)) }
        #expect(error?.kind == .inputClosed)
    }

    @Test func aWriteNobodyReadsEndsWithTheProgram() async throws {
        let child = try launcher.launch(shell("sleep 60"))
        async let error = processError { try await child.write([UInt8](repeating: 0, count: 1 << 20)) }
        try await Task.sleep(for: .milliseconds(50))
        child.end()
        #expect(await error?.kind == .inputClosed)
    }

    @Test func aProgramThatClosesItsOutputMayStillFinish() async throws {
        let child = try launcher.launch(shell("exec >&-; sleep 0.2; exit 3"))
        #expect(try await child.output.next() == nil)
        #expect(await child.exit() == .status(3))
    }

    @Test func neitherDescriptorsNorZombiesAreLeft() async throws {
        func descriptors() -> Int? { try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
        func zombies() -> Int {
            let own = ProcessInfo.processInfo.processIdentifier
            let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
            return all.filter { Int($0) != nil }.count { process in
                guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
                    return false
                }
                let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
                return fields.count > 1 && fields[0] == "Z" && fields[1] == "\(own)"
            }
        }
        guard let before = descriptors() else { return }
        try await withThrowingTaskGroup { group in
            for round in 0..<40 {
                group.addTask { [launcher] in
                    let child = try launcher.launch(self.shell(round.isMultiple(of: 2) ? "echo x" : "sleep 60"))
                    if !round.isMultiple(of: 2) { child.end() }
                    _ = await child.exit()
                }
            }
            try await group.waitForAll()
        }
        #expect(await eventually { (descriptors() ?? 0) <= before + 3 && zombies() == 0 })
    }

    @Test func aWriteThatNobodyWaitsForArrivesInItsTurn() async throws {
        let child = try SystemLauncher.shared.launch(ProcessCommand("cat"))
        #expect(child.post(Array("first\n".utf8)))
        try await child.write(Array("second\n".utf8))
        #expect(child.post(Array("third\n".utf8)))
        child.endInput()
        #expect(!child.post(Array("fourth\n".utf8)))
        let output = try await child.output.collect(upTo: 1000)
        #expect(String(decoding: output, as: UTF8.self) == "first\nsecond\nthird\n")
    }
}
#endif
