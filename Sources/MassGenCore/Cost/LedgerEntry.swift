import Synchronization

/// The account of one request, settled exactly once: by its end, by its failure, or by being abandoned.
final class LedgerEntry: Sendable {
    private let ledger: UsageLedger
    private let provider: Provider
    private let model: String
    private let label: String
    private let held: Dollars
    private let isSettled = Mutex(false)

    init(ledger: UsageLedger, provider: Provider, model: String, label: String, held: Dollars) {
        self.ledger = ledger
        self.provider = provider
        self.model = model
        self.label = label
        self.held = held
    }

    /// An answer that nobody waited for was given all the same: its cost is unknown.
    deinit { book(nil) }

    func settle(_ response: ChatResponse) { book(response) }

    /// A request that was refused costs nothing; one whose answer broke off costs what came of it, if that is known.
    func fail(_ error: BackendError, _ partial: ChatResponse? = nil) {
        if error.family == .stream || partial != nil { book(partial) } else if begin() { ledger.release(held) }
    }

    private func begin() -> Bool {
        isSettled.withLock { isSettled in
            defer { isSettled = true }
            return !isSettled
        }
    }

    private func book(_ response: ChatResponse?) {
        guard begin() else { return }
        let cost = response.map { provider.models.cost(of: $0, asked: model) } ?? Cost(.unknown(.noUsage))
        let name = cost.model ?? response?.model ?? model
        ledger.settle(
            response?.usage, cost, for: UsageSummary.Key(provider: provider.id, model: name, label: label), held: held)
    }
}
