import MassGenMCP
import Synchronization

/// What happened at a client, for looking and waiting.
final class EventLog: Sendable {
    private let events = Mutex([MCPEvent]())

    var all: [MCPEvent] { events.withLock { $0 } }

    func add(_ event: MCPEvent) { events.withLock { $0.append(event) } }

    /// Waits until there is such an event; `nil` when there is none in time.
    func first(within limit: Duration = .seconds(10), _ isWanted: (MCPEvent) -> Bool) async -> MCPEvent? {
        let end = ContinuousClock.now + limit
        while ContinuousClock.now < end {
            if let event = all.first(where: isWanted) { return event }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return nil
    }
}

/// A number that many count up.
final class Counter: Sendable {
    private let number = Mutex(0)

    var value: Int { number.withLock { $0 } }

    @discardableResult
    func add() -> Int {
        number.withLock { number in
            number += 1
            return number
        }
    }
}

/// Waits until something is so; `false` when it is not in time.
func eventually(within limit: Duration = .seconds(10), _ isSo: () async throws -> Bool) async rethrows -> Bool {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end {
        if try await isSo() { return true }
        try? await Task.sleep(for: .milliseconds(10))
    }
    return false
}
