/// A backend whose answers are entered in a ledger, and whose requests keep within a limit.
///
/// ```swift
/// let ledger = UsageLedger()
/// let backend = Groq().metered(by: ledger, label: "summaries", limit: SpendLimit(Dollars("5")!))
/// print(ledger.summary)
/// ```
public struct MeteredBackend<Base: Backend>: Backend {
    /// The backend that answers.
    public var base: Base
    /// Where its answers are entered.
    public let ledger: UsageLedger
    /// What they are for.
    public var label: String
    /// What may be spent, on this ledger as a whole.
    public var limit: SpendLimit?
    /// Which model stands behind a name of the program's own: deployments on Azure for instance.
    public var models: [String: String]

    /// Makes a backend around another.
    public init(
        _ base: Base, ledger: UsageLedger, label: String = "", limit: SpendLimit? = nil, models: [String: String] = [:]
    ) {
        self.base = base
        self.ledger = ledger
        self.label = label
        self.limit = limit
        self.models = models
    }

    /// What is known of the provider that answers.
    public var provider: Provider { base.provider }

    /// The answer to a request as it comes. Throws ``BackendError/Code/spendLimit`` before anything is sent when it does
    /// not fit.
    public func stream(_ request: ChatRequest) -> ChatStream {
        ChatStream { () async throws(BackendError) in
            let entry = try open(request)
            var source: ChatStream.Source
            do throws(BackendError) {
                source = try await base.stream(request).open()
            } catch {
                entry.fail(error)
                throw error
            }
            let (explain, amend, finished) = (source.explain, source.amend, source.finished)
            source.explain = { transport, partial in
                let error = explain(transport, partial)
                entry.fail(error, partial)
                return error
            }
            source.amend = { original in
                let error = amend(original)
                entry.fail(error, error.partial)
                return error
            }
            source.finished = { response in
                finished(response)
                entry.settle(response)
            }
            return source
        }
    }

    /// The whole answer to a request.
    public func respond(to request: ChatRequest) async throws(BackendError) -> ChatResponse {
        let entry = try open(request)
        do throws(BackendError) {
            let response = try await base.respond(to: request)
            entry.settle(response)
            return response
        } catch {
            entry.fail(error, error.partial)
            throw error
        }
    }

    private func open(_ request: ChatRequest) throws(BackendError) -> LedgerEntry {
        let name = request.model.isEmpty ? provider.defaultModel ?? "" : request.model
        let model = models[name] ?? name
        let worstCase = provider.models.worstCase(of: request, model: model)
        if let obstacle = ledger.hold(worstCase, within: limit) {
            throw BackendError(.setup, .spendLimit, obstacle, provider: provider.id)
        }
        return LedgerEntry(
            ledger: ledger, provider: provider, model: model, label: label,
            held: worstCase.kind == .exact ? worstCase.total ?? .zero : .zero)
    }
}

extension Backend {
    /// The backend with its answers entered in a ledger, and its requests within a limit.
    public func metered(
        by ledger: UsageLedger, label: String = "", limit: SpendLimit? = nil, models: [String: String] = [:]
    ) -> MeteredBackend<Self> {
        MeteredBackend(self, ledger: ledger, label: label, limit: limit, models: models)
    }
}

extension BackendError.Code {
    /// The request does not fit into what may be spent.
    public static let spendLimit = BackendError.Code(rawValue: "spendLimit")
}
