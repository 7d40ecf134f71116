import Dispatch
import MassGenCore
import Synchronization

/// What comes of a backend's task, for the thread of a connection to wait for. The task waits too when the client takes
/// nothing: what a slow client has not taken stays with the provider.
final class Handover: Sendable {
    enum Step: Sendable {
        case events([ChatEvent])
        case response(ChatResponse)
        case failure(BackendError)
        case end
    }

    private struct State: Sendable {
        var steps: [Step] = []
        var producer: UnsafeContinuation<Void, Never>?
        var isClosed = false
    }

    private let state = Mutex(State())
    private let ready = DispatchSemaphore(value: 0)
    private let room = 8

    /// Hands a step over; waits while there is no room for more.
    func put(_ step: Step) async {
        await withUnsafeContinuation { producer in
            let isFull = state.withLock { state in
                if state.isClosed { return false }
                state.steps.append(step)
                guard state.steps.count >= room else { return false }
                state.producer = producer
                return true
            }
            ready.signal()
            if !isFull { producer.resume() }
        }
    }

    /// Waits for the next step; `nil` when the client is gone before.
    func next(for connection: SocketServer.Connection) -> Step? {
        while ready.wait(timeout: .now() + .milliseconds(500)) == .timedOut {
            if connection.isGone { return nil }
        }
        let (step, producer) = state.withLock { state in (state.steps.removeFirst(), state.producer.take()) }
        producer?.resume()
        return step
    }

    /// Nobody waits any longer: lets the task go on to its end.
    func close() {
        let producer = state.withLock { state in
            state.isClosed = true
            state.steps = []
            return state.producer.take()
        }
        producer?.resume()
    }
}

/// Waits on the thread of a connection for what a task gives.
func waiting<Value: Sendable>(
    for work: @escaping @Sendable () async throws(BackendError) -> Value
) throws(BackendError) -> Value {
    let outcome = Outcome<Value>()
    Task {
        do throws(BackendError) {
            let value = try await work()
            outcome.result.withLock { $0 = .success(value) }
        } catch {
            outcome.result.withLock { $0 = .failure(error) }
        }
        outcome.isThere.signal()
    }
    outcome.isThere.wait()
    return try outcome.result.withLock { $0! }.get()
}

private final class Outcome<Value: Sendable>: Sendable {
    let result = Mutex<Result<Value, BackendError>?>(nil)
    let isThere = DispatchSemaphore(value: 0)
}
