import Foundation
import MassGenBackends
import Testing

/// `massgen chat --mcp` with servers that are programs, and the simulator as the model.
@Suite struct ChatServersTests {
    let massgen = Program(name: "massgen")

    /// A server for `/bin/sh`: it knows the handshake, and has a tool that says what it was told.
    static let server = #"""
        answer() { printf '{"jsonrpc":"2.0","id":%s,%s}\n' "$id" "$1"; }
        while read -r line; do
            id=$(printf '%s' "$line" | sed -n 's/.*"id":\([0-9]*\).*/\1/p')
            case "$line" in
            *'"initialize"'*) answer '"result":{"protocolVersion":"2025-06-18","capabilities":{"tools":{}}}';;
            *'"tools/list"'*) answer '"result":{"tools":[{"name":"whisper","description":"Whispers","inputSchema":
                {"type":"object","properties":{"words":{"type":"string"}},"required":["words"]}}]}' | tr -d '\n'; echo;;
            *'"tools/call"'*) printf '%s\n' "$line" >> "$CALLS"
                answer '"result":{"content":[{"type":"text","text":"psst '"${SECRET_TOKEN:-no key}"'"}]}';;
            *'"id"'*) answer '"error":{"code":-32601,"message":"no such method"}';;
            esac
        done
        echo end >> "$CALLS"
        """#

    private func run(_ prompt: String, _ configuration: JSON, json: Bool = false) throws -> (Program.Outcome, String) {
        try withFile("") { calls in
            try withFile(Self.server) { script in
                let text = configuration.text.replacing("SCRIPT", with: script).replacing("CALLSFILE", with: calls)
                return try withFile(text) { path in
                    let home = FileManager.default.temporaryDirectory.appending(
                        path: "massgen-home-\(UUID().uuidString)")
                    defer { try? FileManager.default.removeItem(at: home) }
                    let more = json ? ["--json"] : []
                    let outcome = try massgen.run(
                        ["chat", "--mcp", path] + more + [prompt],
                        environment: ["HOME": home.path, "SECRET_TOKEN": "s3cret"])
                    return (outcome, try String(contentsOfFile: calls, encoding: .utf8))
                }
            }
        }
    }

    private let configuration: JSON = [
        "mcpServers": [
            "quiet": ["command": "/bin/sh", "args": ["SCRIPT"], "env": ["CALLS": "CALLSFILE"]],
            "gone": ["command": "/no/such/program"],
        ]
    ]

    @Test func theModelCallsAServersToolAndAnswersWithWhatItGave() throws {
        let (outcome, calls) = try run("Please whisper Hello", configuration)
        #expect(outcome.status == 0, "\(outcome.words)")
        #expect(outcome.output.contains("The tool says: psst no key."))
        #expect(outcome.words.contains("mcp: quiet, 1 tools") && outcome.words.contains("mcp: gone: "))
        #expect(outcome.words.contains("mcp__quiet__whisper("))
        #expect(calls.contains(#""name":"whisper""#) && calls.contains(#""words":"Hello""#))
        // The server was ended in good order.
        #expect(calls.hasSuffix("end\n"))
    }

    @Test func theCallIsInTheResultForMachines() throws {
        let (outcome, _) = try run("Please whisper Hello", configuration, json: true)
        let call = try #require(outcome.document?["calls"]?[0])
        #expect(
            call["name"] == "mcp__quiet__whisper" && call["outcome"] == "finished" && call["result"] == "psst no key")
    }

    @Test func aMistakeInTheConfigurationIsToldWithItsPlace() throws {
        let (outcome, calls) = try run("Hi", ["mcpServers": ["a": ["comand": "x"], "b": ["command": "${NOT_SET}"]]])
        #expect(outcome.status == 1 && outcome.output.isEmpty && calls.isEmpty)
        let lines = outcome.words.split(separator: "\n")
        #expect(lines.contains { $0.hasSuffix(":1:20: error: mcpServers.a: has neither 'command' nor 'url'") })
        #expect(lines.contains { $0.contains("error: mcpServers.b.command: the variable NOT_SET is not set") })
    }

    /// Runs `massgen chat` with a stand-in for Claude Code that notes its arguments.
    private func handOver(_ configuration: JSON) throws -> (Program.Outcome, String) {
        try withFile("") { notes in
            let script = #"""
                #!/bin/sh
                printf '%s\n' "$@" >> "$NOTES"
                read -r line
                echo '{"message":{"id":"m","content":[{"type":"text","text":"done"}]},"type":"assistant","session_id":"s"}'
                echo '{"subtype":"success","is_error":false,"result":"","usage":{"input_tokens":3,"output_tokens":2},"session_id":"s","type":"result"}'
                """#
            return try withFile(script) { program in
                try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
                return try withFile(configuration.text) { path in
                    let outcome = try massgen.run(
                        ["chat", "--provider", "claude-code", "--mcp", path, "Hi"],
                        environment: ["CLAUDE_CODE_PATH": program, "NOTES": notes])
                    let said = try String(contentsOfFile: notes, encoding: .utf8)
                    return (outcome, said.replacing(path, with: "PATH"))
                }
            }
        }
    }

    @Test func aProgramThatCallsToolsItselfIsHandedTheConfiguration() throws {
        let (outcome, arguments) = try handOver([
            "mcpServers": [
                "quiet": ["command": "/bin/sh", "args": ["x"], "excludedTools": ["shout"]],
                "some": ["command": "/bin/sh", "allowedTools": ["read", "mcp__some__list"]],
                "off": ["command": "/bin/sh", "disabled": true],
            ]
        ])
        #expect(outcome.status == 0, "\(outcome.words)")
        #expect(outcome.output == "done\n")
        let lines = arguments.split(separator: "\n").map(String.init)
        #expect(lines.contains("--mcp-config=PATH"))
        let rules = lines.filter { $0.contains("allowed-tools") }
        #expect(
            rules == [
                "--allowed-tools=mcp__quiet", "--allowed-tools=mcp__some__read", "--allowed-tools=mcp__some__list",
                "--disallowed-tools=mcp__quiet__shout", "--disallowed-tools=mcp__off",
            ])
    }

    @Test func aConfigurationThatTheProgramCannotReadIsAnErrorBeforeItStarts() throws {
        let (mistaken, started) = try handOver(["mcpServers": ["a": ["comand": "x"]]])
        #expect(mistaken.status == 1 && started.isEmpty)
        #expect(mistaken.words.contains("error: mcpServers.a: has neither 'command' nor 'url'"))
        let (other, silent) = try handOver(["servers": ["a": ["command": "x"]]])
        #expect(other.status == 1 && silent.isEmpty && other.words.contains("reads files with 'mcpServers' alone"))
    }
}
