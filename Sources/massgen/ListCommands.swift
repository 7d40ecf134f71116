import MassGenBackends

/// `massgen providers`: what can be talked to.
enum ProvidersCommand {
    static let command = Command(
        name: "providers", summary: "lists what can be talked to, and which keys are set", options: [.json],
        example: "providers", run: run)

    static func run(_ options: Options) {
        let environment = Connection().environment
        var rows: [[String]] = []
        for provider in Catalogue.providers.sorted(by: { $0.id < $1.id }) {
            let wires = Catalogue.wires(of: provider.id)
            let variables = provider.keys.flatMap(\.variables)
            let set = variables.filter { environment[$0]?.isEmpty == false }
            let base = provider.baseVariables.compactMap { environment[$0] }.first ?? provider.base
            if options.has("--json") {
                let keys = variables.map { JSON.object(["name": .string($0), "set": .bool(set.contains($0))]) }
                let object: JSON = [
                    "id": .string(provider.id), "name": .string(provider.title), "wire": .string(provider.wire),
                    "wires": .array(wires.map(JSON.string)),
                    "base": .string(base), "keys": .array(keys), "keyRequired": .bool(!provider.keys.contains(.none)),
                    "capabilities": .array(provider.capabilities.map(\.rawValue).sorted().map(JSON.string)),
                    "defaultModel": provider.defaultModel.map(JSON.string) ?? .null,
                ]
                Terminal.line(object.text)
            } else {
                let key = set.first.map { "\($0) is set" } ?? variables.first.map { "\($0) not set" } ?? "no key"
                rows.append([provider.id, provider.title, wires.joined(separator: " "), base, key])
            }
        }
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        for row in rows {
            let cells = zip(row, widths).map { $0.padded($1) }
            Terminal.line(String(cells.joined(separator: "  ").reversed().drop { $0 == " " }.reversed()))
        }
    }
}

extension String {
    /// The text with spaces up to a width.
    func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
