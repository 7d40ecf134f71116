import Synchronization

/// A body that this process makes itself, piece by piece, no faster than it is read.
final class FedBody: BodyProducer {
    private let channel = BodyChannel()
    private let limit: Int
    private let state = Mutex(State())

    private struct State: Sendable {
        var room: UnsafeContinuation<Void, Never>?
        var isClosed = false
        var watchdog: Task<Void, Never>?
        var stopped: (@Sendable () -> Void)?
    }

    /// - Parameter limit: how many bytes may wait for the reader.
    init(limit: Int = 1 << 20) { self.limit = limit }

    /// What is read.
    var body: HTTPBody { HTTPBody(channel) }

    /// - Parameter stopped: called when the reader leaves.
    func start(stopped: @escaping @Sendable () -> Void) {
        state.withLock { $0.stopped = stopped }
        _ = channel.attach(self)
    }

    /// Asks again and again how long to wait, until there is nothing to wait for.
    func watch(_ remaining: @escaping @Sendable () -> Duration?) {
        let task = Task {
            while !Task.isCancelled, let rest = remaining() { try? await Task.sleep(for: max(rest, .milliseconds(10))) }
        }
        state.withLock { $0.watchdog = task }
    }

    /// Hands bytes over; how many are waiting.
    @discardableResult
    func give(_ bytes: consuming [UInt8]) -> Int { channel.deliver(head: nil, &bytes) }

    /// Hands bytes over and waits until there is room for more.
    func deliver(_ bytes: consuming [UInt8]) async {
        guard give(bytes) >= limit else { return }
        await withUnsafeContinuation { waiter in
            let isClosed = state.withLock { state in
                if !state.isClosed { state.room = waiter }
                return state.isClosed
            }
            if isClosed { return waiter.resume() }
            if !channel.pause(ifWaiting: limit) { resume() }
        }
    }

    func resume() {
        state.withLock { $0.room.take() }?.resume()
    }

    /// The body is over, one way or the other.
    func close() {
        let watchdog = state.withLock { state in
            state.isClosed = true
            state.stopped = nil
            return state.watchdog.take()
        }
        watchdog?.cancel()
        resume()
    }

    /// It is whole.
    func finish() {
        close()
        channel.finish()
    }

    /// It will not become whole.
    func fail(_ error: TransportError) {
        close()
        channel.fail(error)
    }

    func stop() {
        state.withLock { $0.stopped.take() }?()
        resume()
    }
}
