import Foundation
import MassGenBackends
import MassGenMCP

/// The MCP servers of a conversation: `massgen chat --mcp CONFIG`.
struct ChatServers {
    private let servers: MCPServers

    /// Reads the configuration and starts the servers. What is wrong with it ends the program; a server that cannot be
    /// used is told of and left out.
    static func start(_ path: String) async -> ChatServers {
        let configuration: MCPConfiguration
        do throws(MCPConfigurationError) { configuration = try MCPConfiguration(path: path) } catch {
            Terminal.say(error.description)
            Terminal.exit(1)
        }
        for warning in configuration.warnings { Terminal.say(Terminal.dim("warning: \(warning)")) }
        var options = MCPServersOptions()
        options.presenter = .browser { page in
            Terminal.say("Agree in your browser, or visit\n\(page)")
            // Without a browser here the address is all there is.
            try? await OAuthPresenter.open(page)
        }
        options.tokens = OAuthFileStore(path: tokens())
        let servers = MCPServers(configuration, options: options)
        await servers.start()
        for status in servers.status {
            switch status.state {
            case .unavailable(let error): Terminal.say("mcp: \(error)")
            case .ready: Terminal.say(Terminal.dim("mcp: \(status.name), \(status.tools.count) tools"))
            default: break
            }
        }
        return ChatServers(servers: servers)
    }

    /// What the model may call now.
    var tools: [any Tool] { servers.tools }

    func close() async { await servers.close() }

    /// Where tokens are kept, in a folder for its owner alone.
    private static func tokens() -> String {
        let environment = ProcessInfo.processInfo.environment
        let home = environment["XDG_CONFIG_HOME"] ?? "\(environment["HOME"] ?? NSHomeDirectory())/.config"
        let folder = "\(home)/massgen"
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return "\(folder)/mcp-tokens.json"
    }
}
