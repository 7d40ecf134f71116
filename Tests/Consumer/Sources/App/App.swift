import MassGenBackends
import MassGenSimulator

@main
struct App {
    static func main() async throws {
        let simulator = try Simulator(OpenAIChat.self)
        let acme = Acme(key: "acme-test-key", base: simulator.base)
        for try await event in acme.stream("Does a package of its own work?") {
            print(event.text ?? "", terminator: "")
        }
        let row = Acme.provider.models["acme-1"]
        print("\n\(AppBackends.all.map { $0.provider.title }), \(row?.name ?? "?") at \(row?.inputPrice ?? "?")")
    }
}
