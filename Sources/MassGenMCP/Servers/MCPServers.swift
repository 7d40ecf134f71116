public import MassGenCore
import Synchronization

/// Several servers and their tools. Their connections live as long as this does, or until it is closed.
///
/// ```swift
/// let servers = MCPServers(try MCPConfiguration(path: "mcp.json"))
/// await servers.start()
/// let answer = try await groq.run(request, tools: servers.tools)
/// await servers.close()
/// ```
///
/// All are started at once, and one that fails takes none of the others down: ``status`` says what has become of each.
public final class MCPServers: Sendable {
    let connections: [ServerConnection]
    private let events: EventSink

    /// Makes servers; none is started yet. Of two with one name the first counts.
    public init(_ configuration: MCPConfiguration, options: MCPServersOptions = MCPServersOptions()) {
        let events = EventSink(options.onEvent)
        self.events = events
        var names: Set<String> = []
        connections = configuration.servers.filter { names.insert($0.name).inserted }.map {
            ServerConnection($0, options, events: events)
        }
    }

    /// Makes servers and hands them to a piece of work; they are closed when it is done, however it ends.
    public static func with<Value>(
        _ configuration: MCPConfiguration, options: MCPServersOptions = MCPServersOptions(),
        _ work: (MCPServers) async throws -> Value
    ) async throws -> Value {
        let servers = MCPServers(configuration, options: options)
        let result: Result<Value, any Error>
        do {
            await servers.start()
            result = .success(try await work(servers))
        } catch {
            result = .failure(error)
        }
        await servers.close()
        return try result.get()
    }

    /// Starts or reaches all servers at once, and returns when each is there or has failed.
    /// - Returns: why those that failed did, by name.
    @discardableResult
    public func start() async -> [String: MCPError] {
        await forAll { await $0.start() }
        for change in names.changes { events.tell(.toolRenamed(change)) }
        return failures
    }

    /// Looks whether the servers answer. Those that were lost are started anew.
    /// - Returns: why those that do not did not, by name.
    public func check() async -> [String: MCPError] {
        await forAll { await $0.check() }
        return failures
    }

    /// Starts a server anew that could not be used, now.
    public func restart(_ server: String) async {
        for connection in connections where connection.name == server {
            connection.breaker.reset()
            await connection.start()
        }
    }

    /// Ends all servers. They are of no further use.
    public func close() async {
        await forAll { await $0.close() }
        events.tell(.closed)
    }

    /// What has become of each server, in the order of the configuration.
    public var status: [MCPServerStatus] { connections.map(\.status) }

    /// The client of a server, for its resources, prompts and what else it offers. Calls by it pass the breaker, filters
    /// and pins by.
    public func client(_ server: String) -> MCPClient? {
        connections.first { $0.name == server }?.memory.withLock { $0.client }
    }

    private var failures: [String: MCPError] {
        var failures: [String: MCPError] = [:]
        for status in status {
            if case .unavailable(let error) = status.state { failures[status.name] = error }
        }
        return failures
    }

    private func forAll(_ work: @escaping @Sendable (ServerConnection) async -> Void) async {
        await withTaskGroup { group in
            for connection in connections { group.addTask { await work(connection) } }
        }
    }
}

/// Their tools.
extension MCPServers {
    /// What the tools that are offered now are called, and which of them are called otherwise than expected.
    public var names: MCPToolNames {
        MCPToolNames(
            connections.flatMap { connection in
                connection.offered.map { MCPToolID(server: connection.name, tool: $0.name) }
            })
    }

    /// Calls a tool by the name that models call it by, or by `mcp__server__tool`.
    public func call(_ name: String, _ arguments: JSON = [:]) async throws(MCPError) -> MCPToolResult {
        let names = names
        let plain = connections.lazy.flatMap { connection in
            connection.offered.lazy.map { MCPToolID(server: connection.name, tool: $0.name) }
        }.first { "mcp__\($0.server)__\($0.tool)" == name }
        guard let id = names.tool(named: name) ?? plain ?? unoffered(name) else {
            throw MCPError(.unsupported, "no server offers a tool '\(name.prefix(200))'")
        }
        return try await call(id, arguments)
    }

    /// A tool that is not offered now; its server says why.
    private func unoffered(_ name: String) -> MCPToolID? {
        connections.lazy.compactMap { connection in
            let start = "mcp__\(connection.name)__"
            guard name.hasPrefix(start) else { return nil }
            return MCPToolID(server: connection.name, tool: String(name.dropFirst(start.count)))
        }.first
    }

    /// Calls a tool of a server.
    public func call(_ tool: MCPToolID, _ arguments: JSON = [:]) async throws(MCPError) -> MCPToolResult {
        guard let connection = connections.first(where: { $0.name == tool.server }) else {
            throw MCPError(.unsupported, "there is no server '\(tool.server.prefix(200))'")
        }
        return try await connection.call(tool.tool, as: names.name(of: tool) ?? tool.tool, arguments)
    }
}

/// Where all events go.
final class EventSink: Sendable {
    private let receive: (@Sendable (MCPServerEvent) -> Void)?

    init(_ receive: (@Sendable (MCPServerEvent) -> Void)?) { self.receive = receive }

    func tell(_ event: MCPServerEvent) { receive?(event) }
}
