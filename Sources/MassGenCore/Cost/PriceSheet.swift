import Foundation

/// The prices of a row that count for one request: those of its service, size, hour and day.
struct PriceSheet {
    /// Attodollars for one unit.
    private(set) var rates: [BillableUnit: Int128] = [:]
    /// Units whose price for so long a prompt is unknown in this service.
    private(set) var withoutLongPrice: Set<BillableUnit> = []
    /// Units whose price depends on a size that is unknown.
    private(set) var ofUnknownSize: Set<BillableUnit> = []
    /// The factors by region, in thousandths.
    private(set) var factors: [String: Int128] = [:]
    /// The day from which on prices are known, if that is later than the one asked for.
    private(set) var begins: String?
    /// The units that have a price in some service, now or once: they are billed apart.
    private(set) var apart: Set<BillableUnit> = []
    /// Whether the row has prices for the service.
    private(set) var knowsService: Bool
    /// Whether the row has any price.
    var hasPrices: Bool { !apart.isEmpty }

    /// - Parameters:
    ///   - service: `batch` for instance; `nil` for the usual one.
    ///   - input: the tokens of the prompt.
    ///   - isSum: whether that is a sum over several prompts.
    ///   - date: when; `nil` for the dearest hours of today's prices.
    init(_ row: ModelRow, service: String?, input: Int, isSum: Bool = false, date: Date?) {
        knowsService = service == nil
        let instant = date.map(Instant.init)
        let until = instant.flatMap { Self.until(row, after: $0.day) }
        var ranks: [BillableUnit: Int] = [:]
        var usualLong: Set<BillableUnit> = []
        row.forEachFact { word, value in
            let path = String(decoding: word, as: UTF8.self).split(separator: ".")
            guard let name = path.last, let unit = Self.units[String(name)] else {
                if word.elementsEqual("region".utf8) { factors = Self.factors(value) }
                if until == nil, word.elementsEqual("from".utf8), let day = instant?.day {
                    let from = String(decoding: value, as: UTF8.self)
                    if day < from { begins = from }
                }
                return
            }
            apart.insert(unit)
            var scope = Scope()
            for step in path.dropLast() { scope.add(step) }
            if scope.service == service { knowsService = true }
            guard scope.until == until, scope.above.map({ input > $0 }) ?? true,
                scope.hours.map({ instant?.isWithin($0) ?? false }) ?? true
            else { return }
            if scope.service != service {
                if scope.service == nil, scope.above != nil { usualLong.insert(unit) }
                if scope.service != nil || unit.isToken { return }
            }
            if isSum, scope.above != nil {
                ofUnknownSize.insert(unit)
                return
            }
            let rank = (scope.service == service ? 1 : 0) + (scope.above ?? 0) * 4 + (scope.hours == nil ? 0 : 2)
            guard rank >= ranks[unit] ?? 0, let rate = Int128(decimal: value, movedBy: unit.shift) else { return }
            ranks[unit] = rank
            rates[unit] = rate
        }
        if service != nil {
            withoutLongPrice = usualLong.filter { unit in unit.isToken && ranks[unit].map { $0 < 4 } ?? false }
        }
    }

    /// The price of a unit in a region.
    func rate(_ unit: BillableUnit, region: String?) -> Dollars? {
        if withoutLongPrice.contains(unit) || ofUnknownSize.contains(unit) { return nil }
        guard let rate = rates[unit] else { return nil }
        guard unit.isToken, let factor = region.flatMap({ factors[$0] }) else { return Dollars(attodollars: rate) }
        return Dollars(attodollars: rate * factor / 1000)
    }

    private struct Scope {
        var service: String?
        var above: Int?
        var hours: Substring?
        var until: String?

        mutating func add(_ step: Substring) {
            guard let open = step.firstIndex(of: "(") else {
                if step == "offPeak" { hours = "" } else { service = String(step) }
                return
            }
            let value = step[step.index(after: open)...].dropLast()
            switch step[..<open] {
            case "above": above = Int(value)
            case "offPeak": hours = value
            case "until": until = String(value)
            default: service = String(step)
            }
        }
    }

    static let units: [String: BillableUnit] = [
        "in": .input, "out": .output, "cacheRead": .cacheRead, "cacheWrite": .cacheWrite,
        "cacheWrite5m": .cacheWrite5m, "cacheWrite30m": .cacheWrite30m, "cacheWrite1h": .cacheWrite1h,
        "cacheWrite12h": .cacheWrite12h, "reasoning": .reasoning, "audioIn": .audioInput, "audioOut": .audioOutput,
        "imageIn": .imageInput, "imageOut": .imageOutput, "search": .search, "request": .request,
        "codeHour": .codeHour,
    ]

    /// The first day on which former prices ended after the given one.
    private static func until(_ row: ModelRow, after day: String) -> String? {
        var first: String?
        row.forEachFact { word, _ in
            guard word.starts(with: "until(".utf8) else { return }
            let end = String(decoding: word.dropFirst(6).prefix { $0 != 0x29 }, as: UTF8.self)
            if day < end, end < first ?? "~" { first = end }
        }
        return first
    }

    private static func factors(_ value: UnsafeBufferPointer<UInt8>) -> [String: Int128] {
        let words = value.split(separator: 0x2C)
        var factors: [String: Int128] = [:]
        for place in stride(from: 1, to: words.count, by: 2) {
            let name = String(decoding: words[place - 1], as: UTF8.self)
            factors[name] = Int128(decimal: UnsafeBufferPointer(rebasing: words[place]), movedBy: 3)
        }
        return factors
    }
}

extension BillableUnit {
    /// From dollars per million tokens, thousand calls or hour to 10⁻¹⁸ dollars for one.
    fileprivate var shift: Int { isToken ? 12 : self == .codeHour ? 18 : 15 }
}

/// A moment in UTC: its day, its day of the week and its minute.
private struct Instant {
    let day: String
    /// From Monday (0) on.
    let weekday: Int
    let minute: Int

    init(_ date: Date) {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down).clamped(to: -1e13...1e13))
        let days = (seconds - (seconds % 86400 + 86400) % 86400) / 86400
        minute = (seconds - days * 86400) / 60
        weekday = ((days + 3) % 7 + 7) % 7
        // Years of the proleptic Gregorian calendar, counted from March on in eras of 400 years.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
        let numbers = [(year, 4), (month < 10 ? month + 3 : month - 9, 2), (dayOfYear - (153 * month + 2) / 5 + 1, 2)]
        day = numbers.map { number, width in
            let digits = String(number)
            return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        }.joined(separator: "-")
    }

    /// Whether it is in a time of the week: `Mon-Fri/00:00-01:00/04:00-06:00;Sat-Sun/00:00-24:00`.
    func isWithin(_ hours: Substring) -> Bool {
        hours.split(separator: ";").contains { window in
            let words = window.split(separator: "/")
            guard let days = words.first?.split(separator: "-").map(Self.number), let first = days.first,
                let last = days.last, first...max(first, last) ~= weekday
            else { return false }
            return words.dropFirst().contains { span in
                let ends = span.split(separator: "-").map(Self.minute)
                return ends.count == 2 && ends[0] <= minute && minute < ends[1]
            }
        }
    }

    private static func number(_ day: Substring) -> Int {
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"].firstIndex(of: day) ?? 7
    }

    private static func minute(_ time: Substring) -> Int {
        let parts = time.split(separator: ":").map { Int($0) ?? 0 }
        return (parts.first ?? 0) * 60 + (parts.last ?? 0)
    }
}

extension Double {
    fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
        isNaN ? 0 : Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
