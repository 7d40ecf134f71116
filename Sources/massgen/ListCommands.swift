import MassGenBackends

/// `massgen providers`: what can be talked to.
enum ProvidersCommand {
    static func run(_ options: inout Options) {
        let environment = Connection().environment
        for provider in Catalogue.providers {
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
                Terminal.line(
                    "\(provider.id.padded(10)) \(provider.title.padded(24)) \(wires.joined(separator: " ").padded(29)) \(base.padded(44)) \(key)"
                )
            }
        }
    }
}

/// `massgen models`: models, their limits and prices.
enum ModelsCommand {
    static func run(_ options: inout Options) async {
        if options.has("--live") { return await listLive(&options) }
        let wanted =
            options.value("--provider").map { [Catalogue.program($0)?.provider ?? Catalogue.backend($0).provider] }
            ?? Catalogue.providers
        let filter = options.operands.first?.lowercased()
        var hasFound = false
        for provider in wanted {
            for row in provider.models.all
            where filter.map({ "\(provider.id)/\(row.id)".lowercased().contains($0) }) ?? true {
                hasFound = true
                if options.has("--json") { Terminal.line(json(row, provider).text) } else { print(row, provider) }
            }
        }
        if !hasFound {
            Terminal.fail("no model is listed\(filter.map { " for '\($0)'" } ?? ""); any id may be sent with --model")
        }
    }

    /// What the provider itself lists now.
    private static func listLive(_ options: inout Options) async {
        guard let name = options.value("--provider") else { Terminal.fail(usage: "--live needs --provider") }
        let filter = options.operands.first?.lowercased()
        let connection = Connection(key: Catalogue.key(options), base: options.value("--base-url"))
        let backend = Catalogue.backend(name).init(connection)
        let models: [ListedModel]
        do throws(BackendError) { models = try await backend.models() } catch { Terminal.fail("\(error)") }
        for model in models where filter.map({ model.id.lowercased().contains($0) }) ?? true {
            if options.has("--json") {
                func number(_ value: Int?) -> JSON { value.map { .number(JSONNumber($0)) } ?? .null }
                let object: JSON = [
                    "provider": .string(backend.provider.id), "id": .string(model.id),
                    "name": model.name.map(JSON.string) ?? .null, "owner": model.owner.map(JSON.string) ?? .null,
                    "created": number(model.created), "context": number(model.context), "output": number(model.output),
                ]
                Terminal.line(object.text)
            } else {
                let context = model.context.map { "\($0 / 1000)k" } ?? ""
                Terminal.line("\(model.id.padded(48)) \(context.padded(6)) \(model.name ?? "")")
            }
        }
    }

    private static func print(_ row: ModelRow, _ provider: Provider) {
        let context = row.context.map { "\($0 / 1000)k" } ?? "?"
        let price = "\(row.inputPrice.map { "$\($0)" } ?? "?") in \(row.outputPrice.map { "$\($0)" } ?? "?") out"
        let gone = row.retired.map { ", retired \($0)" } ?? ""
        Terminal.line(
            "\(provider.id.padded(10)) \(row.id.padded(44)) \(context.padded(6)) \(price.padded(24)) checked \(provider.models.checked)\(gone)"
        )
    }

    private static func json(_ row: ModelRow, _ provider: Provider) -> JSON {
        func number(_ text: String?) -> JSON { text.flatMap(JSONNumber.init(literal:)).map(JSON.number) ?? .null }
        var prices = JSONObject()
        for (word, value) in row.facts.sorted(by: { $0.key < $1.key }) {
            if let literal = JSONNumber(literal: value), !["context", "output", "cacheMin"].contains(word) {
                prices[word] = .number(literal)
            }
        }
        let capabilities = provider.capabilities.union(row.can).subtracting(row.cannot)
        return [
            "provider": .string(provider.id), "id": .string(row.id), "name": row.name.map(JSON.string) ?? .null,
            "context": number(row.facts["context"]), "output": number(row.facts["output"]),
            "prices": .object(prices),
            "capabilities": .array(capabilities.map(\.rawValue).sorted().map(JSON.string)),
            "aliases": .array(row.aliases.map(JSON.string)), "retired": row.retired.map(JSON.string) ?? .null,
            "source": .string("\(provider.models.source)"), "checked": .string("\(provider.models.checked)"),
        ]
    }
}

extension String {
    /// The text with spaces up to a width.
    func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
