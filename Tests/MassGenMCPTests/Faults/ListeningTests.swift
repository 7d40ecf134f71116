import MassGenCore
import Testing

@testable import MassGenMCP

@Suite("The stream beside the calls", .timeLimit(.minutes(1)))
struct ListeningTests {
    private func client(_ server: HTTPServer, _ log: EventLog, headers: HTTPHeaders = [:]) -> MCPClient {
        var backoff = Backoff()
        backoff.first = .milliseconds(2)
        backoff.longest = .milliseconds(20)
        let link = HTTPLink(
            url: server.url, headers: headers, transport: DefaultTransport.shared, authorization: nil)
        var options = MCPClientOptions()
        options.era = .handshaking
        options.onEvent = { log.add($0) }
        return MCPClient("http", StreamableHTTPTransport(link, MCPLimits(), backoff), options: options)
    }

    @Test("It is opened again however often it ends or fails without a word, and hears what comes then")
    func perseveres() async throws {
        let streams = Counter()
        let server = try HTTPServer.session { exchange in
            guard exchange.method == "GET" else { return exchange.accept() }
            let number = streams.add()
            if number % 3 == 0 { return exchange.refuse(503) }
            exchange.begin()
            if number < 20 { return exchange.connection.end() }
            exchange.event(.notification(method: "notifications/tools/list_changed", parameters: nil))
            while exchange.connection.write(Array(": still there\n\n".utf8)) { SocketServer.pause(.milliseconds(50)) }
        }
        let log = EventLog()
        let client = client(server, log)
        try await client.connect()
        #expect(await log.first { $0 == .toolsChanged } != nil)
        #expect(streams.value == 20)
        await client.close()
    }

    @Test("A server that offers none is asked once")
    func noStream() async throws {
        let streams = Counter()
        let server = try HTTPServer.session { exchange in
            if exchange.method == "GET" { streams.add() }
            exchange.method == "GET" ? exchange.refuse(405) : exchange.answer(text: "x")
        }
        let client = client(server, EventLog())
        _ = try await client.call("x")
        try await Task.sleep(for: .milliseconds(100))
        #expect(streams.value == 1)
        await client.close()
    }
}
