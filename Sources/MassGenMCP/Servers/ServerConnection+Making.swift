import Foundation
import MassGenCore
import Synchronization

/// From a configuration to a connection.
extension ServerConnection {
    convenience init(_ configuration: MCPServerConfiguration, _ options: MCPServersOptions, events: EventSink) {
        let tell: @Sendable (MCPServerEvent) -> Void = { events.tell($0) }
        switch configuration.connection {
        case .program(let program):
            let command = program.command(from: options.environment)
            self.init(configuration, options, oauth: nil, tell: tell) { _ in
                options.transport?(configuration)
                    ?? StdioTransport(command, launcher: options.launcher, limits: options.limits)
            }
        case .endpoint(let endpoint):
            let http = options.http(endpoint.reach)
            let oauth = OAuth(
                server: endpoint.url, settings: endpoint.authorization, presenter: options.presenter,
                store: options.tokens, transport: http)
            self.init(configuration, options, oauth: oauth, tell: tell) { kind in
                if let own = options.transport?(configuration) { return own }
                switch kind {
                case .automatic, .streamable:
                    return StreamableHTTPTransport(
                        endpoint.url, headers: endpoint.headers, transport: http, authorization: oauth,
                        limits: options.limits)
                case .sse:
                    return LegacySSETransport(
                        endpoint.url, headers: endpoint.headers, transport: http, authorization: oauth,
                        limits: options.limits)
                }
            }
        }
    }

    /// Asks whether the server is there.
    func check() async {
        let (state, client) = memory.withLock { ($0.state, $0.client) }
        switch state {
        case .ready:
            do throws(MCPError) { try await client?.ping() } catch {
                breaker.report(error)
                fail(error)
            }
        case .idle, .starting, .unavailable: await start()
        case .disabled, .authorizing, .closed: break
        }
    }
}

extension CircuitBreaker {
    /// Counts a failure that was no call.
    fileprivate func report(_ error: MCPError) {
        guard let permit = try? admit() else { return }
        report(permit, error.outcome)
    }
}

extension MCPProgram {
    /// The command with the environment that the program may see.
    func command(from environment: [String: String]) -> ProcessCommand {
        ProcessCommand(
            command, arguments, environment: ChildEnvironment.allowed(plus: self.environment, from: environment),
            directory: directory.map { $0.hasPrefix("~") ? NSString(string: $0).expandingTildeInPath : $0 })
    }
}
