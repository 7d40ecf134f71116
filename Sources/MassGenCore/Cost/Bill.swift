import Foundation

/// Cuts a usage into what is billed and prices each piece.
///
/// Parts of the prompt (read from a cache, written to it, audio, images) are taken out of the whole where they have a
/// price of their own; what is left is input. A part that is larger than the whole leaves nothing that can be told.
struct Bill {
    /// What of a usage is billed.
    enum Part { case all, tokens, tools }

    private let row: ModelRow
    private let sheet: PriceSheet
    private let region: String?
    private let isWhole: Bool
    private var lines: [Cost.Line] = []
    private var missing: Set<BillableUnit> = []
    private var unknown: Cost.UnknownReason?

    init(_ usage: Usage, _ row: ModelRow, at date: Date, billing part: Part = .all) {
        self.row = row
        let service = usage.service
        region = usage.region
        isWhole = part == .all
        sheet = PriceSheet(
            row, service: service, input: max(0, usage.input ?? 0), isSum: usage.isSum == true, date: date)
        if usage.isEmpty {
            unknown = .noUsage
        } else if let day = sheet.begins {
            unknown = .noPriceBefore(day)
        } else if !sheet.hasPrices {
            unknown = .noPrice(row.id)
        } else if let service, !sheet.knowsService {
            unknown = .unknownService(service)
        } else {
            if part != .tools {
                prompt(usage)
                answer(usage)
            }
            if part != .tokens { tools(usage) }
        }
    }

    var cost: Cost {
        if let unknown { return Cost(.unknown(unknown)) }
        if lines.isEmpty, !missing.isEmpty, isWhole { return Cost(.unknown(.noPrice(row.id))) }
        let units = BillableUnit.allCases
        return Cost(
            missing.isEmpty ? .exact : .partial(missing: units.filter(missing.contains)),
            lines: units.flatMap { unit in lines.filter { $0.unit == unit } })
    }

    private mutating func prompt(_ usage: Usage) {
        var parts: Int128 = 0
        parts += part(usage.cacheRead, .cacheRead)
        parts += written(usage)
        // Audio that came from a cache is billed as what came from a cache.
        if sheet.apart.contains(.audioInput) {
            parts += part(usage.audioInput?.subtracting(usage.audioCacheRead), .audioInput)
        }
        if sheet.apart.contains(.imageInput) { parts += part(usage.imageInput, .imageInput) }
        rest(of: usage.input, parts, .input)
    }

    private mutating func written(_ usage: Usage) -> Int128 {
        let kept: [(Int?, BillableUnit)] = [
            (usage.cacheWrite5m, .cacheWrite5m), (usage.cacheWrite30m, .cacheWrite30m),
            (usage.cacheWrite1h, .cacheWrite1h), (usage.cacheWrite12h, .cacheWrite12h),
        ]
        let sum = kept.reduce(0) { $0 + part($1.0, $1.1) }
        guard let whole = usage.cacheWrite.map({ Int128($0) }) else { return sum }
        guard whole >= sum else {
            missing.insert(.cacheWrite)
            return sum
        }
        return sum + part(Int(whole - sum), .cacheWrite)
    }

    private mutating func answer(_ usage: Usage) {
        var parts: Int128 = 0
        for (count, unit) in [
            (usage.reasoning, BillableUnit.reasoning), (usage.audioOutput, .audioOutput),
            (usage.imageOutput, .imageOutput),
        ] where sheet.apart.contains(unit) {
            parts += part(count, unit)
        }
        rest(of: usage.output, parts, .output)
    }

    private mutating func tools(_ usage: Usage) {
        _ = part(usage.searches, .search)
        if sheet.rates[.request] != nil { _ = part(usage.requests ?? 1, .request) }
        _ = part(usage.codeHours, .codeHour)
        if usage.codeHours == nil, let count = usage.codeExecutions, count != 0 { missing.insert(.codeHour) }
    }

    /// What is left of a whole.
    private mutating func rest(of whole: Int?, _ parts: Int128, _ unit: BillableUnit) {
        guard let whole, Int128(whole) >= parts else {
            missing.insert(unit)
            return
        }
        _ = part(Int(Int128(whole) - parts), unit)
    }

    /// Bills a part; answers how much it takes up.
    private mutating func part(_ count: Int?, _ unit: BillableUnit) -> Int128 {
        guard let count, count != 0 else { return 0 }
        guard count > 0 else {
            missing.insert(unit)
            return 0
        }
        if let rate = rate(unit) {
            lines.append(Cost.Line(unit: unit, count: count, rate: rate, amount: rate * count))
        } else {
            missing.insert(unit)
        }
        return Int128(count)
    }

    /// The price of a unit. What is kept unasked is kept for the shortest time there is.
    private func rate(_ unit: BillableUnit) -> Dollars? {
        func own(_ unit: BillableUnit) -> Dollars? { sheet.rate(unit, region: region) }
        return switch unit {
        case .cacheWrite5m, .cacheWrite30m: own(unit) ?? own(.cacheWrite)
        case .cacheWrite: own(unit) ?? own(.cacheWrite5m) ?? own(.cacheWrite30m)
        default: own(unit)
        }
    }
}

extension Usage {
    /// The service that has prices of its own; `nil` for the usual one.
    var service: String? {
        if speed == "fast" { return "fast" }
        guard let serviceTier, !["standard", "default", "auto", "on_demand"].contains(serviceTier) else { return nil }
        return serviceTier
    }
}

extension Int {
    func addingSaturated(_ other: Int?) -> Int {
        let (sum, overflow) = addingReportingOverflow(other ?? 0)
        return overflow ? .max : sum
    }

    /// What is left without a part, at least nothing.
    fileprivate func subtracting(_ part: Int?) -> Int { self < 0 ? self : Swift.max(0, self - Swift.max(0, part ?? 0)) }
}
