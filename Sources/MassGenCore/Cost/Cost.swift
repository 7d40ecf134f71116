public import Foundation

/// What vendors bill.
public enum BillableUnit: String, Sendable, Hashable, Codable, CaseIterable {
    /// A token of the prompt that is none of the parts below.
    case input
    /// A token of the prompt that came from a cache.
    case cacheRead
    /// A token written to a cache for as long as the vendor keeps it unasked.
    case cacheWrite
    /// A token written to a cache for five minutes.
    case cacheWrite5m
    /// A token written to a cache for half an hour.
    case cacheWrite30m
    /// A token written to a cache for an hour.
    case cacheWrite1h
    /// A token written to a cache for twelve hours.
    case cacheWrite12h
    /// A token of the answer that is none of the parts below.
    case output
    /// A token of reasoning, where it is billed apart.
    case reasoning
    /// A token of audio in the prompt, where it is billed apart.
    case audioInput
    /// A token of audio in the answer, where it is billed apart.
    case audioOutput
    /// A token of an image in the prompt, where it is billed apart.
    case imageInput
    /// A token of an image in the answer, where it is billed apart.
    case imageOutput
    /// A search that the provider made.
    case search
    /// A request, where that has a price of its own.
    case request
    /// An hour of a container in which the provider runs code.
    case codeHour

    /// Whether it counts tokens; the others cost the same in every service and region.
    public var isToken: Bool { ![.search, .request, .codeHour].contains(self) }
}

/// What an answer costs: exact, or said not to be.
public struct Cost: Sendable, Hashable {
    /// How much the total says.
    public enum Kind: Sendable, Hashable {
        /// All that is billed is in it.
        case exact
        /// It is in it but for these: their counts or prices are unknown.
        case partial(missing: [BillableUnit])
        /// There is none.
        case unknown(UnknownReason)
    }

    /// Why nothing can be said.
    public enum UnknownReason: Sendable, Hashable, CustomStringConvertible {
        /// The vendor counted nothing.
        case noUsage
        /// Neither request nor answer names a model.
        case noModel
        /// The model is in no row.
        case unlistedModel(String)
        /// The model's row has no price for anything that was used.
        case noPrice(String)
        /// The vendor's service was one whose prices are unknown.
        case unknownService(String)
        /// The prices on record begin on that day.
        case noPriceBefore(String)

        /// The reason in words.
        public var description: String {
            switch self {
            case .noUsage: "the provider reported no usage"
            case .noModel: "no model is named"
            case .unlistedModel(let id): "there is no row for '\(id)'"
            case .noPrice(let id): "there is no price for '\(id)'"
            case .unknownService(let name): "there is no price for the service '\(name)'"
            case .noPriceBefore(let day): "there is no price before \(day)"
            }
        }
    }

    /// One thing that is billed.
    public struct Line: Sendable, Hashable, Codable {
        /// What.
        public var unit: BillableUnit
        /// How many.
        public var count: Int
        /// The price of one.
        public var rate: Dollars
        /// The price of all.
        public var amount: Dollars
        /// The model, where several worked on the answer.
        public var model: String?
    }

    /// How much the total says.
    public var kind: Kind
    /// What is billed, in the order of ``BillableUnit``.
    public var lines: [Line] = []
    /// What the vendor itself says it costs, where it does.
    public var reported: Dollars?
    /// The row whose prices count: its model.
    public var model: String?
    /// Where the prices were read.
    public var source: String?
    /// The day they were read.
    public var checked: String?

    /// Makes a cost.
    public init(_ kind: Kind, lines: [Line] = []) {
        self.kind = kind
        self.lines = lines
    }

    /// The sum; `nil` when nothing is known.
    public var total: Dollars? {
        if case .unknown = kind { nil } else { lines.reduce(.zero) { $0 + $1.amount } }
    }

    /// What is not in the total.
    public var missing: [BillableUnit] { if case .partial(let units) = kind { units } else { [] } }

    /// How much more the vendor says than the total.
    public var difference: Dollars? { if let reported, let total { reported - total } else { nil } }
}

extension Cost: CustomStringConvertible {
    /// `$0.0042`, `at least $0.0042 (without search)`, `unknown: …`
    public var description: String {
        switch kind {
        case .exact: total?.formatted ?? ""
        case .partial(let units):
            "at least \(total?.formatted ?? "$0") (without \(units.map(\.rawValue).joined(separator: ", ")))"
        case .unknown(let reason): "unknown: \(reason)"
        }
    }
}

extension Cost {
    /// Says that units are not in the total.
    mutating func miss(_ units: some Sequence<BillableUnit>) {
        let units = Set(missing).union(units)
        if case .unknown = kind { return }
        if !units.isEmpty { kind = .partial(missing: BillableUnit.allCases.filter(units.contains)) }
    }
}

extension ChatResponse {
    /// What tools of the provider's own are billed as that the usage does not count.
    fileprivate func uncounted(in table: ModelTable) -> Set<BillableUnit> {
        let tools = message.parts.compactMap { if case .serverToolCall(let call) = $0 { call.name } else { nil } }
        var units = Set(tools.compactMap(table.unit(of:)))
        if usage?.searches ?? 0 > 0 { units.remove(.search) }
        if usage?.codeHours != nil { units.remove(.codeHour) }
        if usage?.imageOutput ?? 0 > 0 { units.remove(.imageOutput) }
        if tools.isEmpty, usage?.searches == nil, message.citations.contains(where: { $0.url != nil }) {
            units.insert(.search)
        }
        return units
    }
}

extension Backend {
    /// What an answer of this backend costs, by the prices of its provider.
    ///
    /// - Parameter date: when it was given; prices may differ by hour, and did in the past.
    public func cost(of response: ChatResponse, at date: Date = Date()) -> Cost {
        provider.models.cost(of: response, at: date)
    }
}

extension ModelTable {
    /// What an answer costs, by the model it names, or else by the one that was asked for.
    ///
    /// - Parameter date: when it was given; prices may differ by hour, and did in the past.
    public func cost(of response: ChatResponse, asked model: String = "", at date: Date = Date()) -> Cost {
        let names = [response.model ?? "", model].filter { !$0.isEmpty }
        guard let usage = response.usage else { return Cost(.unknown(.noUsage)) }
        guard let name = names.first(where: { self.model($0) != nil }) ?? names.first else {
            var cost = Cost(.unknown(usage.isEmpty ? .noUsage : .noModel))
            cost.reported = usage.reportedCost
            return cost
        }
        var cost = cost(of: usage, model: name, at: date)
        cost.miss(response.uncounted(in: self))
        return cost
    }

    /// What a usage costs.
    ///
    /// - Parameter date: when it was; prices may differ by hour, and did in the past.
    public func cost(of usage: Usage, model id: String, at date: Date = Date()) -> Cost {
        guard let row = model(id) else {
            var cost = Cost(.unknown(usage.isEmpty ? .noUsage : .unlistedModel(id)))
            cost.reported = usage.reportedCost
            return cost
        }
        var cost = usage.byModel.map { self.cost(of: $0, in: usage, row, at: date) } ?? Bill(usage, row, at: date).cost
        cost.reported = usage.reportedCost
        cost.model = row.id
        cost.source = source
        cost.checked = checked
        return cost
    }

    /// What several models counted, and the tools of the usage that they are parts of.
    private func cost(of parts: [Usage], in usage: Usage, _ row: ModelRow, at date: Date) -> Cost {
        var cost = Bill(usage, row, at: date, billing: .tools).cost
        for var part in parts {
            guard let row = part.model.map(model) ?? row else {
                cost.miss([.input, .output])
                continue
            }
            part.serviceTier = part.serviceTier ?? usage.serviceTier
            part.speed = part.speed ?? usage.speed
            part.region = part.region ?? usage.region
            var bill = Bill(part, row, at: date, billing: .tokens).cost
            if case .unknown = bill.kind { bill.kind = .partial(missing: [.input, .output]) }
            for place in bill.lines.indices { bill.lines[place].model = row.id }
            cost.lines += bill.lines
            cost.miss(bill.missing)
        }
        if cost.lines.isEmpty, !cost.missing.isEmpty { return Cost(.unknown(.noPrice(row.id))) }
        cost.lines = BillableUnit.allCases.flatMap { unit in cost.lines.filter { $0.unit == unit } }
        return cost
    }
}
