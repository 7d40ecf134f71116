/// When an exchange has taken too long, as a function of what has happened so far.
struct TransferTimer: Sendable {
    let timeouts: Timeouts
    let started: ContinuousClock.Instant
    /// When there was a connection; the limit for connecting itself is the network library's.
    var connected: ContinuousClock.Instant?
    /// When bytes last came, the headers' included; `nil` before the headers.
    var lastBytes: ContinuousClock.Instant?

    init(_ timeouts: Timeouts, started: ContinuousClock.Instant = .now) {
        self.timeouts = timeouts
        self.started = started
    }

    enum Verdict: Equatable {
        case expired(Timeouts.Phase)
        /// Nothing can expire before this.
        case check(at: ContinuousClock.Instant)
    }

    /// Judges the exchange. `waitingSince` is when its reader began to wait, `nil` while it does not.
    func verdict(at now: ContinuousClock.Instant, waitingSince: ContinuousClock.Instant?) -> Verdict {
        var next: ContinuousClock.Instant
        if let lastBytes {
            next = waitingSince.map { max($0, lastBytes) + timeouts.idle } ?? now + timeouts.idle
            if next <= now, waitingSince != nil { return .expired(.idle) }
        } else {
            next = (connected ?? now) + timeouts.firstByte
            if next <= now, connected != nil { return .expired(.firstByte) }
        }
        if let total = timeouts.total {
            if started + total <= now { return .expired(.total) }
            next = min(next, started + total)
        }
        return .check(at: next)
    }

    static func error(_ phase: Timeouts.Phase, _ timeouts: Timeouts, _ origin: String) -> TransportError {
        let text =
            switch phase {
            case .connect: "no connection to \(origin) within \(timeouts.connect)"
            case .firstByte: "no answer from \(origin) within \(timeouts.firstByte)"
            case .idle: "\(origin) sent nothing for \(timeouts.idle)"
            case .total: "\(origin) did not finish within \(timeouts.total ?? .zero)"
            }
        return TransportError(.timeout(phase), text)
    }
}
