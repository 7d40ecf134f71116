import MassGenCore
import MassGenMCP

/// A server with sessions written for `/bin/sh`.
enum ShellServer {
    private static let handshake = """
        answer() { printf '{"jsonrpc":"2.0","id":%s,"result":{"content":[{"type":"text","text":"%s"}]}}\\n' "$1" "$2"; }
        read line
        echo '{"jsonrpc":"2.0","id":1,"result":{"protocolVersion":"2025-06-18","capabilities":{"tools":{}}}}'
        read line

        """

    /// What starts it. Its script begins after the handshake, before the first call, whose id is 2.
    static func command(_ script: String, _ arguments: String...) -> ProcessCommand {
        var command = ProcessCommand("/bin/sh", ["-c", handshake + script, "server"] + arguments)
        command.grace = .milliseconds(300)
        return command
    }

    /// A client of it.
    static func client(
        _ script: String, limits: MCPLimits = .init(), log: EventLog? = nil, timeout: Duration = .seconds(40)
    ) -> MCPClient {
        var options = MCPClientOptions()
        options.era = .handshaking
        options.timeouts.request = timeout
        if let log { options.onEvent = { log.add($0) } }
        let transport = StdioTransport(command(script), limits: limits, patience: .milliseconds(300))
        return MCPClient("shell", transport, options: options)
    }
}
