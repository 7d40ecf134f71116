import Foundation
import MassGenBackends
import MassGenSimulator

/// `massgen serve`: every wire on this machine, answered by one provider or by the simulator.
enum ServeCommand {
    static func run(_ options: inout Options) async {
        guard options.operands.isEmpty else { Terminal.fail(usage: "serve takes no operands") }
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
                host: options.value("--host") ?? "127.0.0.1", port: options.number("--port") ?? 0,
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
