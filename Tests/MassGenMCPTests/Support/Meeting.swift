import MassGenBackends
import MassGenMCP
import MassGenSimulator
import Testing

/// The ways in which a client and the server of everything can meet.
enum Meeting: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case stdioSession
    case stdioStateless
    case httpSession
    case httpStateless
    case jsonSession
    case jsonStateless
    case legacySSE

    static let sessions: [Meeting] = [.stdioSession, .httpSession, .jsonSession, .legacySSE]
    /// Where the server can say something before it answers, or unasked.
    static let streaming = allCases.filter { $0 != .jsonSession && $0 != .jsonStateless }

    var testDescription: String { rawValue }

    var era: MCPEra {
        switch self {
        case .stdioStateless, .httpStateless, .jsonStateless: .stateless
        default: .handshaking
        }
    }

    private var kind: String {
        switch self {
        case .stdioSession, .stdioStateless: "stdio"
        case .httpSession, .httpStateless: "http"
        case .jsonSession, .jsonStateless: "json"
        case .legacySSE: "sse"
        }
    }

    /// A client that all tests of this meeting share, and what happens at it.
    func client() async throws -> Guest { try await Guests.shared.guest(self) }

    /// A client of its own.
    func newClient(_ change: (inout MCPClientOptions) -> Void = { _ in }) async throws -> Guest {
        let log = EventLog()
        var options = MCPClientOptions()
        options.era = era
        options.logLevel = .debug
        options.onEvent = { log.add($0) }
        options.answers = MCPAnswers(
            roots: { [MCPRoot(uri: "file:///work", name: "work")] },
            sampling: MCPSampling(SimulatedModel.shared, model: "simulator") { $0 },
            elicitation: { question in
                switch question.form {
                case .fields: .accept(["name": "Ada"])
                case .page: .decline
                }
            })
        // Pythons that start beside all other tests take their time.
        options.timeouts.connect = .seconds(120)
        options.timeouts.discover = .seconds(60)
        change(&options)
        let client = MCPClient("everything", try await transport(), options: options)
        try await Starts.shared.run { try await client.connect() }
        return Guest(client: client, log: log)
    }

    private func transport() async throws -> any MCPTransport {
        if kind == "stdio" { return StdioTransport(Python.command("everything.py", "stdio")) }
        let port = try await Guests.shared.server(kind).port
        return kind == "sse"
            ? LegacySSETransport("http://127.0.0.1:\(port)/sse")
            : StreamableHTTPTransport("http://127.0.0.1:\(port)/mcp")
    }
}

/// A client and what happens at it.
struct Guest: Sendable {
    let client: MCPClient
    let log: EventLog
}

/// A model for servers that ask for one.
enum SimulatedModel {
    private static let simulator = try! Simulator(OpenAIChat.self)
    static let shared = Chat(base: simulator.base)
}

/// Keeps servers and clients for as long as tests run.
actor Guests {
    static let shared = Guests()
    private var guests: [Meeting: Task<Guest, any Error>] = [:]
    private var servers: [String: Task<PythonServer, any Error>] = [:]

    func guest(_ meeting: Meeting) async throws -> Guest {
        let task = guests[meeting] ?? Task { try await meeting.newClient() }
        guests[meeting] = task
        return try await task.value
    }

    func server(_ kind: String) async throws -> PythonServer {
        let task =
            servers[kind]
            ?? Task { try await Starts.shared.run { try await PythonServer(Python.command("everything.py", kind)) } }
        servers[kind] = task
        return try await task.value
    }
}

/// Starts two Pythons at a time: many at once would all be slow.
actor Starts {
    static let shared = Starts()
    private var lanes: [Task<Void, Never>?] = [nil, nil]
    private var next = 0

    @discardableResult
    func run<Value: Sendable>(_ start: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let lane = next
        next = (next + 1) % lanes.count
        let task = Task { [before = lanes[lane]] in
            await before?.value
            return try await start()
        }
        lanes[lane] = Task { _ = await task.result }
        return try await task.value
    }
}
