public import Foundation

extension ModelTable {
    /// The most that a request can cost: its prompt at the dearest price there is for one, and as long an answer as it
    /// allows. Partial or unknown when there is no bound: a row without limits or prices, searches of the provider.
    ///
    /// - Parameters:
    ///   - input: the tokens of the prompt, where they were counted; otherwise its bytes, which are never fewer, or the
    ///     whole context where files or addresses stand for content.
    ///   - date: when; `nil` for the dearest hours.
    public func worstCase(
        of request: ChatRequest, model id: String? = nil, input: Int? = nil, at date: Date? = nil
    ) -> Cost {
        let id = id ?? request.model
        guard let row = model(id) else { return Cost(.unknown(id.isEmpty ? .noModel : .unlistedModel(id))) }
        var counts = Usage()
        counts.serviceTier = request.serviceTier
        let bound = request.promptBound
        let prompt = input ?? (bound.map { min($0, row.context ?? $0) } ?? row.context)
        let sheet = PriceSheet(row, service: counts.service, input: prompt ?? .max, date: date)
        guard sheet.hasPrices else { return Cost(.unknown(.noPrice(id))) }
        if let service = counts.service, !sheet.knowsService {
            return Cost(.unknown(.unknownService(service)))
        }
        var missing: [BillableUnit] = []
        var lines: [Cost.Line] = []
        func add(_ unit: BillableUnit, _ count: Int?, _ units: [BillableUnit]) {
            let rates = units.compactMap { sheet.dearest($0) }
            guard let count, let rate = rates.max(), sheet.rates[unit] != nil, !sheet.withoutLongPrice.contains(unit)
            else {
                missing.append(unit)
                return
            }
            lines.append(Cost.Line(unit: unit, count: count, rate: rate, amount: rate * count))
        }
        add(
            .input, prompt,
            [
                .input, .cacheWrite, .cacheWrite5m, .cacheWrite30m, .cacheWrite1h, .cacheWrite12h, .audioInput,
                .imageInput,
            ])
        let answer = request.maxOutputTokens ?? row.output ?? row.context
        add(
            .output, answer.map { $0.multiplied(by: max(1, request.choices ?? 1)) },
            [.output, .reasoning, .audioOutput, .imageOutput])
        if sheet.rates[.request] != nil { add(.request, 1, [.request]) }
        // What tools of the provider's own are billed as has no bound, nor has what they read.
        let tools = request.serverTools
        missing += tools.isEmpty ? [] : tools.compactMap { unit(of: $0.name) }.isEmpty ? [.input] : []
        missing += BillableUnit.allCases.filter { unit in tools.contains { self.unit(of: $0.name) == unit } }
        var cost = Cost(missing.isEmpty ? .exact : .partial(missing: missing), lines: lines)
        cost.model = row.id
        cost.source = source
        cost.checked = checked
        return cost
    }
}

extension PriceSheet {
    /// The price of a unit where it is dearest.
    fileprivate func dearest(_ unit: BillableUnit) -> Dollars? {
        let regions: [String?] = [nil] + Array(factors.keys)
        return regions.compactMap { rate(unit, region: $0) }.max()
    }
}

extension ChatRequest {
    /// More tokens than the prompt can have: no tokenizer makes more of them than there are bytes, and what a vendor
    /// puts around them is less than what JSON does. `nil` when content stands elsewhere.
    fileprivate var promptBound: Int? {
        let media = messages.flatMap(\.parts).flatMap { part -> [Media] in
            switch part {
            case .image(let media), .audio(let media), .file(let media): [media]
            default: []
            }
        }
        if media.contains(where: { $0.data == nil }) || messages.flatMap(\.parts).contains(where: { $0.kind == .file })
        {
            return nil
        }
        guard let bytes = try? JSON(encoding: self).text.utf8.count else { return nil }
        return bytes + (tools.isEmpty ? 100 : 1000)
    }
}

extension Int {
    fileprivate func multiplied(by factor: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: factor)
        return overflow ? .max : product
    }
}
