import MassGenCore
import Synchronization
import Testing

/// A clock that a test moves.
private final class HandClock: Sendable {
    private let moment = Mutex(ContinuousClock.now)

    var now: ContinuousClock.Instant { moment.withLock { $0 } }
    func advance(_ duration: Duration) { moment.withLock { $0 += duration } }
}

private struct Failed: Error {}

@Suite struct CircuitBreakerTests {
    private let clock = HandClock()
    private let breaker: CircuitBreaker

    init() {
        var settings = CircuitBreaker.Settings()
        settings.failures = 3
        settings.coolDown = .seconds(10)
        settings.longestCoolDown = .seconds(30)
        let clock = clock
        breaker = CircuitBreaker(settings) { clock.now }
    }

    private func call(_ outcome: CircuitBreaker.Outcome) throws { breaker.report(try breaker.admit(), outcome) }

    @Test func failuresInARowOpenItAndASuccessStartsTheCountAnew() throws {
        for outcome in [.failure, .failure, .success, .failure, .failure] as [CircuitBreaker.Outcome] {
            try call(outcome)
        }
        #expect(breaker.state == .closed)
        try call(.failure)
        #expect(breaker.state == .open(.seconds(10)))
        clock.advance(.seconds(4))
        #expect(throws: CircuitBreaker.Refusal(retryAfter: .seconds(6))) { try breaker.admit() }
    }

    @Test func aProbeClosesItOrOpensItForLongerUpToALimit() throws {
        for _ in 0..<3 { try call(.failure) }
        for seconds in [10, 20, 30, 30] {
            #expect(breaker.state == .open(.seconds(seconds)))
            clock.advance(.seconds(seconds))
            #expect(breaker.state == .halfOpen)
            try call(.failure)
        }
        clock.advance(.seconds(30))
        try call(.success)
        #expect(breaker.state == .closed)
        // All is as in the beginning.
        for _ in 0..<3 { try call(.failure) }
        #expect(breaker.state == .open(.seconds(10)))
    }

    @Test("C6: of 100 callers while it is half open one is let through, and one that gives up makes room")
    func oneProbe() async throws {
        for _ in 0..<3 { try call(.failure) }
        clock.advance(.seconds(10))
        let permits = await withTaskGroup(of: CircuitBreaker.Permit?.self) { group in
            for _ in 0..<100 { group.addTask { [breaker] in try? breaker.admit() } }
            return await group.compactMap { $0 }.reduce(into: [CircuitBreaker.Permit]()) { $0.append($1) }
        }
        #expect(permits.count == 1)
        breaker.report(permits[0], .neither)
        #expect(breaker.state == .halfOpen)
        try call(.success)
        #expect(breaker.state == .closed)
    }

    @Test("C7: cancellations and the caller's mistakes do not open it")
    func nothingLearned() async throws {
        for _ in 0..<10 {
            _ = try? await breaker.run(judging: { _ in .neither }) { throw Failed() }
            _ = try? await breaker.run { throw CancellationError() }
        }
        #expect(breaker.state == .closed)
        for _ in 0..<3 { _ = try? await breaker.run { throw Failed() } }
        #expect(breaker.state == .open(.seconds(10)))
    }

    @Test func whatBeganBeforeItOpenedSaysNothingAfterwards() throws {
        let early = try breaker.admit()
        for _ in 0..<3 { try call(.failure) }
        breaker.report(early, .success)
        #expect(breaker.state == .open(.seconds(10)))
        clock.advance(.seconds(10))
        breaker.report(early, .failure)
        #expect(breaker.state == .halfOpen)
    }

    @Test func waitsGrowUpToALimitAndAreSpread() {
        var backoff = Backoff()
        backoff.first = .seconds(1)
        backoff.longest = .seconds(5)
        #expect(
            [1, 2, 3, 4, 1000].map { backoff.wait(before: $0, random: 1) } == [1, 2, 4, 5, 5].map { .seconds($0) })
        #expect(backoff.wait(before: 2, random: 0) == .seconds(1))
        #expect(Set((0..<50).map { _ in backoff.wait(before: 3) }).count > 10)
    }
}
