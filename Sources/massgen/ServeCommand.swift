import Foundation
import MassGenBackends
import MassGenSimulator

/// `massgen serve`: every wire on this machine, answered by one provider or by the simulator.
enum ServeCommand {
    static let command = Command(
        name: "serve", summary: "speaks every wire on this machine; a provider answers, or the simulator",
        options: [
            .init(name: "--port", value: "N", help: "the port; else any that is free"),
            .init(name: "--host", value: "ADDRESS", help: "where it listens; else 127.0.0.1"), .provider,
            .init(name: "--simulate", help: "the simulator answers, as without --provider"), .base, .key,
        ], example: "serve --port 8080 --provider groq", run: run)

    static func run(_ options: Options) async {
        let provider = options.value("--provider")
        guard provider == nil || !options.has("--simulate") else {
            Terminal.fail(usage: "serve takes --provider or --simulate, not both")
        }
        var connection = Connection(key: Catalogue.key(options), base: options.value("--base-url"))
        connection.allowsUnknownModels = true
        let backend = provider.map { Catalogue.backend($0).init(connection) }
        do {
            let gateway = try Gateway(
                wires: Backends.wires, providers: Backends.all, backend: backend,
                host: options.value("--host") ?? "127.0.0.1", port: options.number("--port", upTo: 65535) ?? 0,
                log: { Terminal.say(Terminal.dim($0)) })
            Terminal.line(gateway.address)
            let who = backend.map { $0.provider.title } ?? "the simulator"
            Terminal.say("\(who) answers at \(gateway.address); Ctrl-C ends")
            for wire in Backends.wires {
                let paths = wire.endpoints.map(\.path).joined(separator: " ")
                if !paths.isEmpty { Terminal.say("  \(wire.id.padded(20)) \(paths)") }
            }
            while true { try await Task.sleep(for: .seconds(3600)) }
        } catch {
            Terminal.fail("cannot listen: \(error)")
        }
    }
}
