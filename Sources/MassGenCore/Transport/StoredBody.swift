import Synchronization

/// Batches that were there from the start.
final class ReplayedBody: BodySource {
    private let state: Mutex<State>

    private struct State {
        var batches: ArraySlice<[UInt8]>
        var isCancelled = false
    }

    init(_ batches: [[UInt8]]) {
        state = Mutex(State(batches: batches.filter { !$0.isEmpty }[...]))
    }

    nonisolated(nonsending) func next() async throws(TransportError) -> [UInt8]? {
        if Task.isCancelled { cancel() }
        return try state.withLock { (state) throws(TransportError) in
            if state.isCancelled { throw .cancelled }
            return state.batches.popFirst()
        }
    }

    func cancel() {
        state.withLock {
            // A body that was read to its end stays ended.
            guard !$0.batches.isEmpty else { return }
            $0.batches = []
            $0.isCancelled = true
        }
    }
}

/// Bytes that come from a transport outside of this package.
final class AdaptedBody: BodySource {
    private let pull: @Sendable () async throws(TransportError) -> [UInt8]?
    private let stop: @Sendable () -> Void

    init(
        pull: @escaping @Sendable () async throws(TransportError) -> [UInt8]?, stop: @escaping @Sendable () -> Void,
    ) {
        self.pull = pull
        self.stop = stop
    }

    nonisolated(nonsending) func next() async throws(TransportError) -> [UInt8]? {
        if Task.isCancelled {
            stop()
            throw .cancelled
        }
        return try await pull()
    }

    func cancel() {
        stop()
    }
}
