import Foundation
import MassGenCore
import Synchronization
import Testing

/// Lets a server's thread wait for the test, a step at a time.
final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func open() {
        semaphore.signal()
    }

    /// False when the gate stayed closed for ten seconds.
    @discardableResult
    func pass() -> Bool {
        semaphore.wait(timeout: .now() + 10) == .success
    }
}

/// A moment that one thread notes and the test waits for.
final class Moment: Sendable {
    private let noted = Mutex<ContinuousClock.Instant?>(nil)

    func note() {
        noted.withLock { $0 = $0 ?? .now }
    }

    func wait(upTo limit: Duration = .seconds(5)) async throws -> ContinuousClock.Instant {
        let end = ContinuousClock.now + limit
        while true {
            if let moment = noted.withLock({ $0 }) { return moment }
            try #require(.now < end, "the moment did not come")
            try await Task.sleep(for: .milliseconds(1))
        }
    }
}

/// Waits until the condition holds; false when it does not in time.
func eventually(within limit: Duration = .seconds(5), _ condition: () -> Bool) async -> Bool {
    let end = ContinuousClock.now + limit
    while !condition() {
        if .now > end { return false }
        try? await Task.sleep(for: .milliseconds(5))
    }
    return true
}

/// The error that the action throws; records an issue when it throws none.
func transportError(_ action: () async throws -> Void) async -> TransportError? {
    do {
        try await action()
        Issue.record("no error was thrown")
        return nil
    } catch {
        return error as? TransportError
    }
}

extension HTTPBody {
    func text() async throws -> String {
        String(decoding: try await collect(upTo: 64 << 20), as: UTF8.self)
    }
}
