import MassGenBackends
import Synchronization

/// The error that the action throws.
func backendError(_ action: () async throws -> Void) async -> BackendError? {
    do { try await action() } catch { return error as? BackendError }
    return nil
}

/// What was said in passing, from any thread.
final class Heard: Sendable {
    private let lines = Mutex<[JSON]>([])
    func note(_ line: JSON) { lines.withLock { $0.append(line) } }
    var all: [JSON] { lines.withLock { $0 } }
}
