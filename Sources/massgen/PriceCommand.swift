import Foundation
import MassGenBackends

/// `massgen price`: what a usage costs.
enum PriceCommand {
    static func run(_ options: inout Options) {
        guard let provider = options.value("--provider") else { Terminal.fail(usage: "price needs --provider P") }
        guard let model = options.value("--model") else { Terminal.fail(usage: "price needs --model M") }
        let table = Catalogue.models(of: provider)
        var usage = Usage(input: options.count("--input"), output: options.count("--output"))
        usage.cacheRead = options.count("--cache-read")
        usage.cacheWrite = options.count("--cache-write")
        usage.cacheWrite1h = options.count("--cache-write-1h")
        usage.cacheWrite12h = options.count("--cache-write-12h")
        if usage.cacheWrite == nil, usage.cacheWrite1h != nil || usage.cacheWrite12h != nil {
            usage.cacheWrite = (usage.cacheWrite1h ?? 0) + (usage.cacheWrite12h ?? 0)
        }
        usage.reasoning = options.count("--reasoning")
        usage.audioInput = options.count("--audio-input")
        usage.audioOutput = options.count("--audio-output")
        usage.searches = options.count("--searches")
        usage.serviceTier = options.has("--batch") ? "batch" : options.value("--service")
        usage.region = options.value("--region")
        let cost = table.cost(of: usage, model: model, at: options.date("--at"))
        if options.has("--json") {
            var object: JSONObject = ["provider": .string(table.id), "model": .string(cost.model ?? model)]
            for (key, value) in cost.json { object[key] = value }
            object["source"] = cost.source.map(JSON.string) ?? .null
            object["checked"] = cost.checked.map(JSON.string) ?? .null
            Terminal.line(JSON.object(object).text)
        } else {
            show(cost, table)
        }
        if case .unknown = cost.kind { Terminal.exit(1) }
    }

    private static func show(_ cost: Cost, _ table: ModelTable) {
        let rows = cost.lines.map { [$0.unit.rawValue, $0.count.separated, "× $\($0.rate)", "$\($0.amount)"] }
        let widths = (0..<4).map { column in rows.map { $0[column].count }.max() ?? 0 }
        for row in rows {
            let cells = zip(row, widths).map { cell, width in String(repeating: " ", count: width - cell.count) + cell }
            Terminal.line("\(row[0].padded(widths[0]))  \(cells.dropFirst().joined(separator: "  "))")
        }
        Terminal.line(cost.total == nil ? "\(cost)" : "\(cost)  ($\(cost.total ?? .zero))")
        if let checked = cost.checked {
            Terminal.say(Terminal.dim("\(cost.model ?? ""), \(table.title), checked \(checked): \(cost.source ?? "")"))
        }
    }
}

extension Cost {
    /// The keys of a cost in the objects that the program prints.
    var json: JSONObject {
        var object: JSONObject = ["usd": total.map { .string($0.description) } ?? .null]
        object["kind"] =
            switch kind {
            case .exact: "exact"
            case .partial: "partial"
            case .unknown: "unknown"
            }
        object["missing"] = .array(missing.map { .string($0.rawValue) })
        if case .unknown(let reason) = kind { object["reason"] = .string(reason.description) }
        object["lines"] = .array(
            lines.map { line in
                var words: JSONObject = [
                    "unit": .string(line.unit.rawValue), "count": .number(line.count),
                    "rate": .string(line.rate.description), "usd": .string(line.amount.description),
                ]
                words["model"] = line.model.map(JSON.string)
                return .object(words)
            })
        if let reported {
            object["reportedUSD"] = .string(reported.description)
            if let difference { object["differenceUSD"] = .string(difference.description) }
        }
        return object
    }
}
