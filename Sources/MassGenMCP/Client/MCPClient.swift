import MassGenCore
import Synchronization

/// A client of one server.
///
/// ```swift
/// let client = MCPClient("files", StdioTransport(ProcessCommand("mcp-server-files", ["/home/me/project"])))
/// for tool in try await client.tools() { print(tool.name) }
/// let result = try await client.call("read", ["path": "README.md"])
/// await client.close()
/// ```
///
/// It connects at the first request, and again at the first one after a connection was lost; what was under way then
/// fails with ``MCPError/Kind/connectionLost`` and is not repeated. The server ends with ``close()``, or when the client
/// is let go.
public final class MCPClient: Sendable {
    /// The server's name, as the program calls it.
    public let name: String
    /// How the client works.
    public let options: MCPClientOptions

    let transport: any MCPTransport
    let table = RequestTable()
    let questions = QuestionTable()
    let cache = ResultCache()
    let listening = Listening()
    let state = Mutex(State())

    struct State: Sendable {
        var phase = Phase.idle
        /// Counts connections, so that the end of one is not taken for the end of the next.
        var generation = 0
        /// Why the last connection ended.
        var lost: MCPError?
        /// How this server wants to be met, once that is known.
        var era: MCPEra?
        var statistics = MCPStatistics()
        /// Which arguments of which tool are repeated in headers.
        var mirrored: [String: [MirroredArgument]] = [:]
        /// What results of which tool have to fit.
        var outputSchemas: [String: JSON] = [:]
    }

    enum Phase: Sendable {
        case idle
        case connecting(Promise<MCPServerInfo>)
        case connected(MCPServerInfo)
        case closed
    }

    /// Makes a client; nothing is started yet.
    public init(_ name: String, _ transport: any MCPTransport, options: MCPClientOptions = .init()) {
        self.name = name
        self.transport = transport
        self.options = options
        state.withLock { $0.era = options.era }
    }

    deinit {
        listening.end()
        transport.end()
        table.failAll(MCPError.closed.named(name))
        questions.cancelAll()
    }

    /// What the server said of itself; `nil` while there is no connection.
    public var server: MCPServerInfo? {
        state.withLock { if case .connected(let server) = $0.phase { server } else { nil } }
    }

    /// In which way the server is met, once that is known.
    public var era: MCPEra? { state.withLock { $0.era } }

    /// What has happened so far.
    public var statistics: MCPStatistics { state.withLock { $0.statistics } }

    /// How many requests wait for their answer.
    public var requestsUnderWay: Int { table.count }

    /// Connects, if there is no connection.
    @discardableResult
    public func connect() async throws(MCPError) -> MCPServerInfo {
        if let server { return server }
        let mine = Promise<MCPServerInfo>()
        let phase = state.withLock { state in
            defer { if case .idle = state.phase { state.phase = .connecting(mine) } }
            return state.phase
        }
        switch phase {
        case .connected(let server): return server
        case .closed: throw MCPError.closed.named(name)
        case .connecting(let promise): return try await promise.value()
        case .idle:
            startConnecting(mine)
            return try await mine.value()
        }
    }

    /// Ends the connection in good order. The client is of no further use.
    public func close() async {
        let promise = state.withLock { state -> Promise<MCPServerInfo>? in
            defer { state.phase = .closed }
            if case .connecting(let promise) = state.phase { return promise }
            return nil
        }
        promise?.resolve(.failure(MCPError.closed.named(name)))
        listening.end()
        table.failAll(MCPError.closed.named(name))
        questions.cancelAll()
        await transport.close()
    }
}
