import Synchronization

/// Keeps callers from asking a service that does not answer, and lets one of them look after a while.
///
/// Closed, it lets everybody through and counts failures in a row. At ``Settings-swift.struct/failures`` it opens: nobody
/// is let through for the cool-down. Then it is half open: as many as ``Settings-swift.struct/probes`` may try. A success
/// closes it, a failure opens it again, for longer.
///
/// ```swift
/// let breaker = CircuitBreaker()
/// let answer = try await breaker.run(judging: { ($0 as? BackendError)?.isRetryable == true ? .failure : .neither }) {
///     try await groq.respond(to: request)
/// }
/// ```
public final class CircuitBreaker: Sendable {
    /// When it opens and for how long.
    public struct Settings: Sendable, Hashable {
        /// How many failures in a row open it.
        public var failures = 5
        /// How long it stays open the first time.
        public var coolDown = Duration.seconds(30)
        /// How many times longer it stays open each time that a probe fails.
        public var growth = 2
        /// How long it stays open at most.
        public var longestCoolDown = Duration.seconds(240)
        /// How many callers may try at once while it is half open.
        public var probes = 1

        /// Makes the default settings: 5 failures, 30 s, doubling up to 240 s, one probe.
        public init() {}
    }

    /// What it does with the next caller.
    public enum State: Sendable, Hashable {
        /// Lets everybody through.
        case closed
        /// Lets nobody through for this long.
        case open(Duration)
        /// Lets a few through to see.
        case halfOpen
    }

    /// What a call says about the service.
    public enum Outcome: Sendable, Hashable {
        /// It works.
        case success
        /// It does not.
        case failure
        /// Nothing: the caller gave up, or asked for what cannot be.
        case neither
    }

    /// The leave to make one call; to be handed back with its outcome.
    public struct Permit: Sendable, Hashable {
        fileprivate let period: Int
        fileprivate let isProbe: Bool
    }

    /// Nobody is let through.
    public struct Refusal: Error, Sendable, Hashable, CustomStringConvertible {
        /// How long to wait before trying again; zero while a probe is under way.
        public var retryAfter: Duration
        /// Makes a refusal.
        public init(retryAfter: Duration) { self.retryAfter = retryAfter }
        /// The refusal in words.
        public var description: String {
            retryAfter > .zero
                ? "not asked for \(retryAfter) more, after failures in a row" : "another caller is trying"
        }
    }

    /// When it opens and for how long.
    public let settings: Settings
    private let now: @Sendable () -> ContinuousClock.Instant
    private let memory = Mutex(Memory())

    private struct Memory: Sendable {
        var failures = 0
        /// How many times it opened since it was last closed.
        var openings = 0
        var openUntil: ContinuousClock.Instant?
        var probes = 0
        /// Counts changes of state; what a caller of an earlier one reports says nothing about now.
        var period = 0
    }

    /// Makes a closed breaker. `now` is the clock, for tests.
    public init(_ settings: Settings = Settings(), now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
        self.settings = settings
        self.now = now
    }

    /// What it does with the next caller. Asking changes nothing.
    public var state: State {
        memory.withLock { memory in
            guard let until = memory.openUntil else { return .closed }
            let left = now().duration(to: until)
            return left > .zero ? .open(left) : .halfOpen
        }
    }

    /// How many failures in a row there were.
    public var failures: Int { memory.withLock { $0.failures } }

    /// Asks for leave to make one call; ``report(_:_:)`` must follow.
    public func admit() throws(Refusal) -> Permit {
        let result: Result<Permit, Refusal> = memory.withLock { memory in
            guard let until = memory.openUntil else { return .success(Permit(period: memory.period, isProbe: false)) }
            let left = now().duration(to: until)
            guard left <= .zero else { return .failure(Refusal(retryAfter: left)) }
            guard memory.probes < settings.probes else { return .failure(Refusal(retryAfter: .zero)) }
            memory.probes += 1
            return .success(Permit(period: memory.period, isProbe: true))
        }
        return try result.get()
    }

    /// Says how a call ended.
    public func report(_ permit: Permit, _ outcome: Outcome) {
        memory.withLock { memory in
            guard permit.period == memory.period else { return }
            if permit.isProbe { memory.probes -= 1 }
            switch outcome {
            case .neither: break
            case .success:
                if permit.isProbe { memory = Memory(period: memory.period + 1) } else { memory.failures = 0 }
            case .failure:
                memory.failures += 1
                if permit.isProbe || memory.failures >= settings.failures { open(&memory) }
            }
        }
    }

    /// Closes it, whatever was before.
    public func reset() {
        memory.withLock { $0 = Memory(period: $0.period + 1) }
    }

    /// Makes a call if it is let through. A cancelled task says nothing about the service; `judging` tells what other
    /// errors say.
    public func run<Value>(
        judging judge: (any Error) -> Outcome = { _ in .failure }, _ call: () async throws -> Value
    ) async throws -> Value {
        let permit = try admit()
        do {
            let value = try await call()
            report(permit, .success)
            return value
        } catch {
            report(permit, error is CancellationError || Task.isCancelled ? .neither : judge(error))
            throw error
        }
    }

    private func open(_ memory: inout Memory) {
        var coolDown = settings.coolDown
        for _ in 0..<memory.openings where coolDown < settings.longestCoolDown { coolDown *= settings.growth }
        memory.openUntil = now() + min(coolDown, settings.longestCoolDown)
        memory.openings += 1
        memory.probes = 0
        memory.period += 1
    }
}
