#if os(Linux) || os(macOS)
import Foundation
import MassGenBackends
import Testing

/// What a program may do wrong: each is a clear error in bounded time.
@Suite(.timeLimit(.minutes(1))) struct ProgramFaultTests {
    @Test func aMissingProgramIsNamedWithTheWayOut() async throws {
        var backend = ClaudeCode()
        backend.connection.environment = ["PATH": "/nowhere"]
        let error = await backendError { _ = try await backend.respond(to: "Hi") }
        #expect(error?.family == .setup && error?.code == .noProgram)
        #expect(error?.message.contains("'claude'") == true && error?.message.contains("CLAUDE_CODE_PATH") == true)
        backend.connection.environment["CLAUDE_CODE_PATH"] = "/etc/hostname"
        let other = await backendError { _ = try await backend.respond(to: "Hi") }
        #expect(other?.code == .noProgram && other?.message.contains("/etc/hostname") == true)
    }

    @Test func aVersionThatDoesNotKnowTheFlagsIsQuoted() async throws {
        let program = try StandIn("echo \"error: unknown option '--input-format'\" >&2; exit 1")
        let error = await backendError { _ = try await program.backend().respond(to: "Hi") }
        #expect(error?.code == .programFailed && error?.isRetryable == false)
        #expect(error?.message.contains("exit status 1") == true)
        #expect(error?.message.contains("unknown option '--input-format'") == true)
    }

    @Test func aProgramThatDiesKeepsWhatItSaidAndNoSecret() async throws {
        let program = try StandIn("hear; begin; text 'half an'; echo \"key was $ANTHROPIC_API_KEY\" >&2; kill -9 $$")
        var backend = program.backend()
        backend.connection.key = "sk-very-secret"
        let error = await backendError { _ = try await backend.respond(to: "Hi") }
        #expect(error?.code == .programFailed && error?.isRetryable == true)
        #expect(error?.partial?.text == "half an")
        #expect(error?.message.contains("signal 9") == true && error?.message.contains("key was ***") == true)
        #expect(String(reflecting: error).contains("very-secret") == false)
    }

    @Test func anAnswerThatIsCutOffIsAnErrorWhateverTheStatus() async throws {
        let program = try StandIn(
            #"hear; begin; printf '%s' '{"type":"assistant","message":{"id":"m","content":[{"type":"te'; exit 0"#)
        let error = await backendError { _ = try await program.backend().respond(to: "Hi") }
        #expect(error?.family == .stream)
        #expect(error?.partial?.stopReason == nil)
        let silent = try StandIn("hear; begin; exit 0")
        #expect(await backendError { _ = try await silent.backend().respond(to: "Hi") }?.code == .programFailed)
    }

    @Test func noiseIsSkippedAndUnknownLinesAreReachable() async throws {
        let program = try StandIn(
            """
            echo 'Warning: a new version is there'; echo
            hear; begin; say '{"type":"rate_limit_event","rate_limit_info":{"status":"allowed"}}'
            text 'all '; echo 'npm notice {'; text right m-2; say '{"type":"something_new","a":[1,2]}'; end
            """)
        var backend = program.backend()
        let heard = Heard()
        backend.program.received = { heard.note($0) }
        #expect(try await backend.respond(to: "Hi").text == "all right")
        #expect(heard.all.contains("Warning: a new version is there"))
        #expect(heard.all.contains(["type": "something_new", "a": [1, 2]]))
    }

    @Test func linesMayBeMegabytesLongAndErrorsFlood() async throws {
        let program = try StandIn(
            """
            hear; begin
            i=0; while [ $i -lt 3000 ]; do echo "line $i of what nobody reads, and many more words" >&2; i=$((i+1)); done
            long=$(head -c 3000000 /dev/zero | tr '\\0' x)
            text "$long"; end
            """)
        let answer = try await program.backend().respond(to: "Hi")
        #expect(answer.text.utf8.count == 3_000_000)
    }

    @Test func silenceEndsTheProgramAndItsChildren() async throws {
        let program = try StandIn("hear; begin; text 'wait for'; sleep 300 & echo $! > \"$NOTES/child\"; wait")
        var backend = program.backend()
        backend.program.silence = .milliseconds(300)
        let start = ContinuousClock.now
        let error = await backendError { _ = try await backend.respond(to: "Hi") }
        #expect(error?.code == .timeout && error?.partial?.text == "wait for")
        #expect(.now - start < .seconds(3))
        let child = program.notes("child").trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(await isGone(child))
    }

    @Test func aProgramThatClosesItsOutputEarlyIsNotWaitedFor() async throws {
        let program = try StandIn("trap '' TERM; hear; begin; exec >&-; sleep 300")
        let start = ContinuousClock.now
        let error = await backendError { _ = try await program.backend().respond(to: "Hi") }
        #expect(error?.code == .programFailed)
        #expect(.now - start < .seconds(10))
    }

    @Test func anErrorThatIsCalledSuccessIsOne() async throws {
        let program = try StandIn(
            """
            hear; begin
            say '{"type":"assistant","message":{"id":"m","model":"<synthetic>","content":[{"type":"text","text":"API Error: 401"}]},"error":"authentication_failed","is_api_error_message":true}'
            say '{"is_error":true,"result":"API Error: 401 invalid x-api-key","api_error_status":401,"subtype":"success","session_id":"s-1","type":"result"}'
            """)
        let error = await backendError { _ = try await program.backend().respond(to: "Hi") }
        #expect(error?.code == .authentication && error?.isRetryable == false)
        #expect(error?.message == "API Error: 401 invalid x-api-key")
        #expect(error?.partial?.text ?? "" == "")
        let turns = try StandIn(
            #"hear; begin; text so; say '{"type":"result","subtype":"error_max_turns","is_error":true,"errors":["Reached maximum number of turns (1)"]}'"#
        )
        let limit = await backendError { _ = try await turns.backend().respond(to: "Hi") }
        #expect(limit?.vendorCode == "error_max_turns" && limit?.partial?.text == "so")
    }

    @Test func cancellingTheTaskEndsTheProgram() async throws {
        let program = try StandIn("echo $$ > \"$NOTES/child\"; hear; begin; text so; sleep 300")
        let backend = program.backend()
        let task = Task { try await backend.respond(to: "Hi") }
        while program.notes("child").isEmpty { try await Task.sleep(for: .milliseconds(10)) }
        task.cancel()
        #expect(await backendError { _ = try await task.value }?.code == .cancelled)
        #expect(await isGone(program.notes("child").trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    @Test func neitherDescriptorsNorProcessesAreLeft() async throws {
        func descriptors() -> Int { (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0 }
        let program = try StandIn("echo $$ >> \"$NOTES/children\"; while hear; do begin; text hi; end; done")
        let backend = program.backend()
        let before = descriptors()
        for round in 0..<6 {
            if round.isMultiple(of: 2) {
                _ = try await backend.respond(to: "Hi")
            } else {
                // Neither closed nor read to its end.
                let session = backend.session()
                for try await _ in session.stream("Hi") { break }
            }
        }
        for child in program.notes("children").split(separator: "\n") { #expect(await isGone(String(child))) }
        for _ in 0..<200 where descriptors() > before + 4 { try await Task.sleep(for: .milliseconds(20)) }
        #expect(descriptors() <= before + 4)
    }

    /// Whether the process is gone, or is within five seconds.
    private func isGone(_ process: String) async -> Bool {
        guard FileManager.default.fileExists(atPath: "/proc/self") else { return true }
        for _ in 0..<500 {
            let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
            if stat.map({ $0.split(separator: ")").last?.hasPrefix(" Z") ?? true }) ?? true { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }
}
#endif
