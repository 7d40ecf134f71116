import Foundation
import MassGenBackends
import ProviderGen
import ProviderIDL
import Testing

/// Costs of random usage, for every priced model of a catalogue, against a calculation that shares nothing with the
/// library's: it reads the catalogue itself and reckons in decimal numbers.
@Suite struct CatalogueCostTests {
    @Test func ofTheSmallCatalogue() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "catalogue.json")
        let bytes = try Array(Data(contentsOf: path))
        let catalogue = try #require(Catalogue(bytes))
        let file = PriceFile(list: "own", title: "Own", catalogueIDs: [], checked: "2026-11-23")
        let text = file.merged(catalogue, into: nil).text
        let (document, mistakes) = Document.parse(SourceFile(path: "own.idl", bytes: Array(text.utf8)))
        #expect(mistakes.isEmpty)
        let rows = document.prices[0].rows.map { $0.words.joined(separator: " ") }
        let table = ModelTable(
            id: "own", title: "Own", source: "", checked: "", copying: rows.joined(separator: "\n"))
        #expect(try compare(bytes, rounds: 60) { _ in table } == 9)
    }

    @Test(
        .enabled(
            if: ProcessInfo.processInfo.environment["MASSGEN_CATALOGUE"] != nil,
            "MASSGEN_CATALOGUE names no catalogue of models"))
    func ofTheCatalogueThatThePricesCameFrom() throws {
        let path = try #require(ProcessInfo.processInfo.environment["MASSGEN_CATALOGUE"])
        let bytes = try Array(Data(contentsOf: URL(filePath: path)))
        let names = ["anthropic": "claude", "xai": "grok", "dashscope": "qwen"]
        var without: Set<String> = []
        let count = try compare(bytes, rounds: 6) { provider in
            let table = Backends.models.first { $0.id == names[provider] ?? provider }
            if table == nil { without.insert(provider) }
            return table
        }
        print("\(count) priced models agree; no list for \(without.sorted())")
        #expect(count > 400)
    }

    /// Answers how many models were compared.
    private func compare(_ bytes: [UInt8], rounds: Int, _ table: (String) -> ModelTable?) throws -> Int {
        var random = SplitMix64(seed: 7)
        var count = 0
        for model in try JSON(parsing: bytes)["models"]?.array ?? [] {
            guard let prices = model["prices"], let id = model["model"]?.string,
                let table = table(model["provider"]?.string ?? "")
            else { continue }
            count += 1
            let services: [String?] =
                [nil] + ["batch", "flex", "priority", "fast", "ultrafast"].filter { prices[$0] != nil }
            for service in services {
                for _ in 0..<rounds {
                    let sample = Sample(prices, service, &random)
                    let expected = Reckoning(prices, sample)
                    let cost = table.cost(of: sample.usage, model: id, at: sample.date)
                    let total = cost.total.map { Decimal(string: $0.description) ?? .nan }
                    guard total == expected.total, Set(cost.missing.map(\.rawValue)) == expected.missing else {
                        Issue.record("\(table.id) \(id) \(sample): \(cost), \(String(describing: expected))")
                        return count
                    }
                }
            }
        }
        return count
    }
}

/// A usage, a moment and a service.
private struct Sample: CustomStringConvertible {
    var usage: Usage
    var date: Date
    var service: String?

    init(_ prices: JSON, _ service: String?, _ random: inout SplitMix64) {
        var sizes = [1000]
        for tier in prices["tiers"]?.array ?? [] { sizes.append(tier["above_input_tokens"]?.int ?? 0) }
        let edge = sizes.randomElement(using: &random) ?? 0
        let input =
            edge + Int.random(in: [0...0, 1...1, 1...90_000].randomElement(using: &random) ?? 0...0, using: &random)
        func part(_ most: Int) -> Int? { Bool.random(using: &random) ? Int.random(in: 0...most, using: &random) : nil }
        usage = Usage(input: input, output: Int.random(in: 0...40_000, using: &random))
        usage.cacheRead = part(input / 5)
        usage.cacheWrite1h = part(input / 10)
        usage.cacheWrite12h = part(input / 10)
        let kept = (usage.cacheWrite1h ?? 0) + (usage.cacheWrite12h ?? 0)
        usage.cacheWrite = Bool.random(using: &random) ? kept + Int.random(in: 0...input / 10, using: &random) : nil
        usage.audioInput = part(input / 10)
        usage.imageInput = part(input / 10)
        usage.reasoning = part((usage.output ?? 0) / 3)
        usage.audioOutput = part((usage.output ?? 0) / 3)
        usage.imageOutput = part((usage.output ?? 0) / 3)
        usage.searches = part(20)
        usage.region = ["us", "global", nil].randomElement(using: &random) ?? nil
        usage.serviceTier = service
        date = Date(timeIntervalSince1970: Double(Int.random(in: 1_790_000_000...1_800_000_000, using: &random)))
        self.service = service
    }

    var description: String { "\(service ?? "usual") at \(date): \((try? JSON(encoding: usage).text) ?? "")" }
}

/// What a sample costs by the catalogue's own words.
private struct Reckoning {
    var total: Decimal?
    var missing: Set<String> = []

    init(_ prices: JSON, _ sample: Sample) {
        let usage = sample.usage
        let keys = [
            "input": "input", "output": "output", "cached_input": "cacheRead", "cache_write": "cacheWrite",
            "cache_write_1h": "cacheWrite1h", "cache_write_12h": "cacheWrite12h", "reasoning_output": "reasoning",
            "audio_input": "audioInput", "audio_output": "audioOutput", "image_input": "imageInput",
            "image_output": "imageOutput",
        ]
        let scope = sample.service.flatMap { prices[$0] } ?? prices
        func units(_ json: JSON) -> [String: Decimal] {
            var units: [String: Decimal] = [:]
            for (key, unit) in keys {
                if case .number(let number)? = json[key] { units[unit] = Decimal(string: number.literal) }
            }
            return units
        }
        func long(_ json: JSON) -> [String: Decimal] {
            let tiers = (json["tiers"]?.array ?? []).filter { (usage.input ?? 0) > $0["above_input_tokens"]?.int ?? 0 }
            let inOrder = tiers.sorted { $0["above_input_tokens"]?.int ?? 0 < $1["above_input_tokens"]?.int ?? 0 }
            return inOrder.reduce(into: [:]) { $0.merge(units($1)) { $1 } }
        }
        var rates = units(scope).merging(long(scope)) { $1 }
        if sample.service != nil {
            for unit in long(prices).keys where long(scope)[unit] == nil { rates[unit] = nil }
        } else if let offPeak = prices["off_peak"], Self.isWithin(offPeak, sample.date) {
            rates.merge(units(offPeak)) { $1 }
        }
        var apart: Set<String> = []
        for block in [prices] + ["batch", "flex", "priority", "fast", "ultrafast"].compactMap({ prices[$0] }) {
            apart.formUnion(units(block).keys)
        }
        var counts: [(String, Int)] = [("cacheRead", usage.cacheRead ?? 0)]
        let hours = (usage.cacheWrite1h ?? 0, usage.cacheWrite12h ?? 0)
        let written = usage.cacheWrite ?? hours.0 + hours.1
        counts += [("cacheWrite1h", hours.0), ("cacheWrite12h", hours.1), ("cacheWrite", written - hours.0 - hours.1)]
        for (unit, count) in [("audioInput", usage.audioInput), ("imageInput", usage.imageInput)]
        where apart.contains(unit) {
            counts.append((unit, count ?? 0))
        }
        counts.append(("input", (usage.input ?? 0) - counts.reduce(0) { $0 + $1.1 }))
        var parts: [(String, Int)] = []
        for (unit, count) in [
            ("reasoning", usage.reasoning), ("audioOutput", usage.audioOutput), ("imageOutput", usage.imageOutput),
        ] where apart.contains(unit) { parts.append((unit, count ?? 0)) }
        counts += parts + [("output", (usage.output ?? 0) - parts.reduce(0) { $0 + $1.1 })]

        var factor: Decimal = 1
        if usage.region == "us", case .number(let number)? = prices["multipliers"]?["us"] {
            factor = Decimal(string: number.literal) ?? .nan
        }
        var sum: Decimal = 0
        var isPriced = false
        for (unit, count) in counts where count > 0 {
            guard let rate = rates[unit] else {
                missing.insert(unit)
                continue
            }
            isPriced = true
            sum += Decimal(count) * rate * factor / 1_000_000
        }
        if let searches = usage.searches, searches > 0 {
            if case .number(let number)? = prices["web_search_per_1k"] {
                isPriced = true
                sum += Decimal(searches) * (Decimal(string: number.literal) ?? .nan) / 1000
            } else {
                missing.insert("search")
            }
        }
        total = isPriced || missing.isEmpty ? sum : nil
        if total == nil { missing = [] }
    }

    private static func isWithin(_ offPeak: JSON, _ date: Date) -> Bool {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.weekday, .hour, .minute], from: date)
        let weekday = ((parts.weekday ?? 1) + 5) % 7 + 1
        let minute = (parts.hour ?? 0) * 60 + (parts.minute ?? 0)
        return (offPeak["windows"]?.array ?? []).contains { window in
            guard window["weekdays"]?.array?.contains(where: { $0.int == weekday }) == true else { return false }
            let spans =
                window["hours_utc"]?.string.map { [$0] } ?? window["hours_utc"]?.array?.compactMap(\.string) ?? []
            return spans.contains { span in
                let ends = span.split(separator: "-").map { end in
                    let parts = end.split(separator: ":").map { Int($0) ?? 0 }
                    return parts[0] * 60 + parts[1]
                }
                return ends[0] <= minute && minute < (ends[1] == 0 ? 1440 : ends[1])
            }
        }
    }
}
