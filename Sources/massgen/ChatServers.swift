import Foundation
import MassGenBackends
import MassGenMCP

/// The MCP servers of a conversation: `massgen chat --mcp CONFIG`.
struct ChatServers {
    private let servers: MCPServers

    /// Reads the configuration and starts the servers. What is wrong with it ends the program; a server that cannot be
    /// used is told of and left out.
    static func start(_ path: String) async -> ChatServers {
        let configuration = read(path)
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

    /// The settings by which a program that calls tools itself is told of the servers: it starts them.
    static func settings<B: ProgramBackend>(_ path: String, of type: B.Type) -> JSONObject {
        var servers = ProgramServers(path: path)
        for server in read(path).servers {
            func full(_ tool: String) -> String { tool.hasPrefix("mcp__") ? tool : "mcp__\(server.name)__\(tool)" }
            if server.isDisabled {
                servers.denied.append("mcp__\(server.name)")
            } else {
                servers.allowed += server.tools.allowed.map { $0.map(full) } ?? ["mcp__\(server.name)"]
                servers.denied += server.tools.excluded.map(full)
            }
        }
        guard (try? JSON(parsing: String(contentsOfFile: path, encoding: .utf8)))?["mcpServers"]?.object != nil else {
            Terminal.fail("\(type.provider.title) starts servers itself, and reads files with 'mcpServers' alone")
        }
        guard let settings = B.Control.serving(servers) else {
            Terminal.fail("\(type.provider.title) cannot be told of servers: use another provider with --mcp")
        }
        return settings
    }

    private static func read(_ path: String) -> MCPConfiguration {
        do throws(MCPConfigurationError) {
            let configuration = try MCPConfiguration(path: path)
            for warning in configuration.warnings { Terminal.say(Terminal.dim("warning: \(warning)")) }
            return configuration
        } catch {
            Terminal.say(error.description)
            Terminal.exit(1)
        }
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
