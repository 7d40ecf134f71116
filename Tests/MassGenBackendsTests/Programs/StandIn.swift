#if os(Linux) || os(macOS)
import Foundation
import MassGenBackends

/// A program that plays Claude Code: a shell script that writes lines as the real one does and reads what it is told.
struct StandIn: ~Copyable {
    let folder: URL

    /// `hear` reads the next line into `$line`; `say`, `begin`, `text` and `end` write lines.
    init(_ script: String) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("stand-in-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let whole = """
            #!/bin/sh
            hear() { IFS= read -r line; }
            say() { printf '%s\\n' "$1"; }
            begin() { say '{"type":"system","subtype":"init","session_id":"s-1","model":"claude-test","tools":[]}'; }
            text() { say '{"message":{"id":"'"${2:-m-1}"'","content":[{"type":"text","text":"'"$1"'"}]},"type":"assistant","session_id":"s-1"}'; }
            end() { say '{"subtype":"success","is_error":false,"result":"","usage":{"input_tokens":3,"output_tokens":'"${1:-2}"',"cache_read_input_tokens":10},"session_id":"s-1","type":"result"}'; }
            \(script)
            """
        try Data(whole.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    var path: String { folder.appendingPathComponent("claude").path }

    /// A backend that runs it and is not patient.
    func backend() -> ClaudeCode {
        var backend = ClaudeCode(path: path)
        backend.connection.environment = ["PATH": "/usr/bin:/bin", "NOTES": folder.path]
        backend.program.patience = .seconds(2)
        backend.program.silence = .seconds(10)
        return backend
    }

    /// What the script has written to a file in `$NOTES`.
    func notes(_ name: String) -> String {
        (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
    }
}
#endif
