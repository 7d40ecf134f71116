import Synchronization

/// Where a program keeps account of what it uses and spends: fed by ``MeteredBackend``, asked from anywhere.
public final class UsageLedger: Sendable {
    private struct State {
        var summary: UsageSummary
        /// What requests may yet cost that are under way, or whose cost never came.
        var held = Dollars.zero
    }

    private let state: Mutex<State>

    /// Makes a ledger, empty or with what was spent before.
    public init(_ summary: UsageSummary = UsageSummary()) { state = Mutex(State(summary: summary)) }

    /// What has been used and spent so far.
    public var summary: UsageSummary { state.withLock { $0.summary } }

    /// What requests may cost beyond ``summary``: those under way, and those whose cost never came.
    public var held: Dollars { state.withLock { $0.held } }

    /// Adds another process's account.
    public func merge(_ other: UsageSummary) { state.withLock { $0.summary.merge(other) } }

    /// Adds an answer that came some other way.
    public func add(_ usage: Usage?, _ cost: Cost, for key: UsageSummary.Key) {
        state.withLock { $0.summary.add(usage, cost, for: key) }
    }

    /// Holds what a request may cost, if the limit allows it; otherwise says what is in the way.
    func hold(_ worstCase: Cost, within limit: SpendLimit?) -> String? {
        state.withLock { state in
            let spent = state.summary.total()
            let most = worstCase.kind == .exact ? worstCase.total : nil
            if let limit, let obstacle = limit.obstacle(to: most, worstCase, spent: spent.spent + state.held) {
                return obstacle
            }
            state.held = state.held + (most ?? .zero)
            return nil
        }
    }

    /// Books an answer in the place of what was held for it. Without a cost, what was held stays.
    func settle(_ usage: Usage?, _ cost: Cost, for key: UsageSummary.Key, held: Dollars) {
        state.withLock { state in
            state.summary.add(usage, cost, for: key)
            if case .unknown = cost.kind { return }
            state.held = state.held - held
        }
    }

    /// Lets go of what was held for a request that was never answered.
    func release(_ held: Dollars) { state.withLock { $0.held = $0.held - held } }
}

/// An end to spending: a request is refused that might exceed it, and every request once it is exceeded.
public struct SpendLimit: Sendable, Hashable {
    /// The most that may be spent, what the ledger holds already included.
    public var dollars: Dollars
    /// Whether the most that a request can cost must fit; otherwise requests are refused only when the limit is reached.
    public var isStrict: Bool
    /// Whether requests may be sent whose cost has no bound: a model without prices, searches of the provider.
    public var allowsUnbounded: Bool

    /// Makes a limit.
    public init(_ dollars: Dollars, isStrict: Bool = true, allowsUnbounded: Bool = false) {
        self.dollars = dollars
        self.isStrict = isStrict
        self.allowsUnbounded = allowsUnbounded
    }

    func obstacle(to most: Dollars?, _ worstCase: Cost, spent: Dollars) -> String? {
        if spent >= dollars { return "\(spent.formatted) of \(dollars.formatted) are spent" }
        guard isStrict else { return nil }
        guard let most else {
            return allowsUnbounded ? nil : "what the request may cost has no bound: \(worstCase)"
        }
        guard spent + most > dollars else { return nil }
        return
            "the request may cost \(most.formatted), and \((dollars - spent).formatted) of \(dollars.formatted) are left"
            + "; a lower maxOutputTokens makes it fit"
    }
}
