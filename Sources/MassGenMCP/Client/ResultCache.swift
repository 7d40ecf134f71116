import MassGenCore
import Synchronization

/// Results that are still fresh, for as long as the server said.
final class ResultCache: Sendable {
    private let state = Mutex([String: Entry]())

    private struct Entry: Sendable {
        var result: JSON
        var freshUntil: ContinuousClock.Instant
    }

    /// How many results are kept.
    private static let limit = 256
    /// The longest time for which a result is kept, whatever the server says.
    private static let longest = Duration.seconds(24 * 3600)

    static func key(_ method: String, _ parameters: JSONObject) -> String {
        "\(method) \(JSON.object(parameters).text)"
    }

    func result(_ key: String) -> JSON? {
        let now = ContinuousClock.now
        return state.withLock { entries in
            guard let entry = entries[key] else { return nil }
            if entry.freshUntil > now { return entry.result }
            entries[key] = nil
            return nil
        }
    }

    /// Keeps a result, if the server allows it.
    func keep(_ result: JSON, _ key: String) {
        guard let time = result["ttlMs"]?.double, time > 0 else { return }
        let now = ContinuousClock.now
        let freshUntil = now + min(.seconds(time / 1000), Self.longest)
        state.withLock { entries in
            if entries.count >= Self.limit { entries = entries.filter { $0.value.freshUntil > now } }
            if entries.count >= Self.limit, let oldest = entries.min(by: { $0.value.freshUntil < $1.value.freshUntil })
            {
                entries[oldest.key] = nil
            }
            entries[key] = Entry(result: result, freshUntil: freshUntil)
        }
    }

    func remove(_ isStale: (String) -> Bool) {
        state.withLock { entries in entries = entries.filter { !isStale($0.key) } }
    }

    func removeAll() {
        state.withLock { $0.removeAll() }
    }
}
