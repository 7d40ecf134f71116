import Foundation
import MassGenBackends

/// `massgen price`: what a usage costs.
enum PriceCommand {
    static let command = Command(
        name: "price", summary: "says what a usage costs, per unit",
        options: [
            .provider, .model, .init(name: "--input", value: "N", help: "tokens of the prompt, cached ones included"),
            .init(name: "--output", value: "N", help: "tokens of the answer, thoughts included"),
            .init(name: "--cache-read", value: "N", help: "those of the prompt that a cache had"),
            .init(name: "--cache-write", value: "N", help: "those that a cache kept"),
            .init(name: "--cache-write-1h", value: "N", help: "those of them that it keeps for an hour"),
            .init(name: "--cache-write-12h", value: "N", help: "for twelve hours"),
            .init(name: "--reasoning", value: "N", help: "those of the answer that were thoughts"),
            .init(name: "--audio-input", value: "N", help: "those of the prompt that were sound"),
            .init(name: "--audio-output", value: "N", help: "those of the answer that were sound"),
            .init(name: "--searches", value: "N", help: "searches of the provider's own"),
            .init(name: "--batch", help: "in a batch"), .init(name: "--service", value: "S", help: "a tier of service"),
            .init(name: "--region", value: "R", help: "where it was answered"), .time, .json,
        ], example: "price --provider claude --model claude-haiku-5-5 --input 200000 --output 1000", run: run)

    static func run(_ options: Options) {
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
        // What was rounded stands there in full as well.
        let exact = cost.total.map { "$\($0)" }
        Terminal.line(exact == nil || exact == cost.total?.formatted ? "\(cost)" : "\(cost)  (\(exact ?? ""))")
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
