import MassGenBackends

/// `massgen models`: models, their limits and prices.
enum ModelsCommand {
    static let command = Command(
        name: "models", operand: "[FILTER]", summary: "lists models, their limits and prices",
        options: [
            .provider, .init(name: "--live", help: "as the provider lists them now"), .base, .key, .json,
        ], example: "models --provider groq gpt-oss", run: run)

    static func run(_ options: Options) async {
        if options.has("--live") { return await listLive(options) }
        let tables = options.value("--provider").map { [Catalogue.models(of: $0)] } ?? Backends.models
        let filter = options.operand?.lowercased()
        let found = tables.flatMap { table in
            table.all.filter { row in
                filter.map { "\(table.id)/\(row.id) \(row.name ?? "")".lowercased().contains($0) } ?? true
            }.map { (table, $0) }
        }
        if found.isEmpty {
            Terminal.fail("no model is listed\(filter.map { " for '\($0)'" } ?? ""); any id may be sent with --model")
        }
        if options.has("--json") {
            for (table, row) in found { Terminal.line(json(row, table).text) }
        } else {
            show(found.filter { !$0.1.id.hasSuffix("*") })
        }
    }

    /// What the provider itself lists now.
    private static func listLive(_ options: Options) async {
        guard let name = options.value("--provider") else { Terminal.fail(usage: "--live needs --provider") }
        let filter = options.operand?.lowercased()
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

    /// A row per model. On a terminal the ids give way when a line would not fit.
    private static func show(_ models: [(ModelTable, ModelRow)]) {
        let heads = ["PROVIDER", "MODEL", "CONTEXT", "OUTPUT", "$/M IN", "OUT", "CACHED", "CHECKED", ""]
        var rows = [heads]
        for (table, row) in models {
            let notes = row.retired.map { "retired \($0)" } ?? row["status"] ?? row["kind"] ?? ""
            rows.append([
                table.id, row.id, size(row.context), size(row.output), row.inputPrice ?? "?", row.outputPrice ?? "?",
                row["cacheRead"] ?? "", table.checked, notes,
            ])
        }
        var widths = heads.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        if let columns = Terminal.columns {
            let spare = columns - widths.reduce(0, +) - 2 * (widths.count - 1)
            if spare < 0 { widths[1] = max(12, widths[1] + spare) }
        }
        for cells in rows {
            let line = zip(cells, widths).enumerated().map { column, cell in
                let text = cell.0.count > cell.1 ? "\(cell.0.prefix(cell.1 - 1))…" : cell.0
                return (2...6).contains(column)
                    ? String(repeating: " ", count: cell.1 - text.count) + text : text.padded(cell.1)
            }.joined(separator: "  ")
            Terminal.line(String(line.reversed().drop { $0 == " " }.reversed()))
        }
    }

    private static func size(_ tokens: Int?) -> String {
        guard let tokens else { return "?" }
        return tokens < 1000 ? "\(tokens)" : tokens < 1_000_000 ? "\(tokens / 1000)k" : "\(tokens / 1_000_000)M"
    }

    private static func json(_ row: ModelRow, _ table: ModelTable) -> JSON {
        func number(_ text: String?) -> JSON { text.flatMap(JSONNumber.init(literal:)).map(JSON.number) ?? .null }
        var prices = JSONObject()
        for (word, value) in row.facts.sorted(by: { $0.key < $1.key }) {
            if let literal = JSONNumber(literal: value), !["context", "output", "cacheMin", "budget"].contains(word) {
                prices[word] = .number(literal)
            }
        }
        var capabilities = Catalogue.providers.first { $0.id == table.id }?.capabilities ?? []
        for row in [table.family(of: row.id), row].compactMap({ $0 }) {
            capabilities = capabilities.union(row.can).subtracting(row.cannot)
        }
        return [
            "provider": .string(table.id), "id": .string(row.id), "name": row.name.map(JSON.string) ?? .null,
            "context": number(row["context"]), "output": number(row["output"]),
            "prices": .object(prices),
            "capabilities": .array(capabilities.map(\.rawValue).sorted().map(JSON.string)),
            "efforts": .array(row.efforts.map(JSON.string)), "kind": .string(row["kind"] ?? "chat"),
            "aliases": .array(row.aliases.map(JSON.string)), "status": row["status"].map(JSON.string) ?? .null,
            "retired": row.retired.map(JSON.string) ?? .null, "successor": row.successor.map(JSON.string) ?? .null,
            "source": .string(table.source), "checked": .string(table.checked),
        ]
    }
}
