import Synchronization

/// What keeps a transfer going on the network's side.
protocol BodyProducer: AnyObject, Sendable {
    /// The reader took the bytes that held the transfer back.
    func resume()
    /// Nobody wants the rest.
    func stop()
}

/// What the thread that receives an answer and the task that reads it share.
///
/// The producer delivers everything one turn of its loop brought in one call; that wakes the reader at most once. The
/// producer is let go at the end, whichever way it comes, and called with no lock held.
final class BodyChannel: BodySource {
    private let state = Mutex(State())

    fileprivate typealias HeadWaiter = UnsafeContinuation<Result<HTTPHead, TransportError>, Never>
    fileprivate typealias BatchWaiter = UnsafeContinuation<Result<[UInt8]?, TransportError>, Never>

    fileprivate struct State: Sendable {
        var head: HTTPHead?
        var buffer: [UInt8] = []
        var end: End?
        var headWaiter: HeadWaiter?
        var batchWaiter: BatchWaiter?
        var waitingSince: ContinuousClock.Instant?
        var isPaused = false
        var producer: (any BodyProducer)?

        mutating func takeProducer() -> (any BodyProducer)? {
            defer { producer = nil }
            return producer
        }
    }

    fileprivate enum End: Sendable {
        case complete
        case failed(TransportError)
    }

    // MARK: - The reader's side

    /// Waits for the headers.
    nonisolated(nonsending) func head() async throws(TransportError) -> HTTPHead {
        let result: Result<HTTPHead, TransportError> = await withTaskCancellationHandler {
            await withUnsafeContinuation { waiter in
                let ready = state.withLock { state -> Result<HTTPHead, TransportError>? in
                    if let head = state.head { return .success(head) }
                    if case .failed(let error) = state.end { return .failure(error) }
                    state.headWaiter = waiter
                    return nil
                }
                if let ready { waiter.resume(returning: ready) }
            }
        } onCancel: {
            cancel()
        }
        return try result.get()
    }

    nonisolated(nonsending) func next() async throws(TransportError) -> [UInt8]? {
        if Task.isCancelled { cancel() }
        let (ready, producer) = state.withLock { state in (state.take(), state.producerToResume()) }
        producer?.resume()
        if let ready { return try ready.get() }
        let result: Result<[UInt8]?, TransportError> = await withTaskCancellationHandler {
            await withUnsafeContinuation { waiter in
                let ready = state.withLock { state -> Result<[UInt8]?, TransportError>? in
                    if let ready = state.take() { return ready }
                    if state.batchWaiter != nil { return .failure(.twoReaders) }
                    state.batchWaiter = waiter
                    state.waitingSince = .now
                    return nil
                }
                if let ready { waiter.resume(returning: ready) }
            }
        } onCancel: {
            cancel()
        }
        return try result.get()
    }

    func cancel() {
        fail(.cancelled)
    }

    // MARK: - The producer's side

    /// Names the producer before it starts. False when the exchange was cancelled already.
    func attach(_ producer: any BodyProducer) -> Bool {
        state.withLock { state in
            guard state.end == nil else { return false }
            state.producer = producer
            return true
        }
    }

    /// Hands over the headers, when they are new, and bytes; returns how many bytes the reader has not taken.
    func deliver(head: HTTPHead?, _ batch: inout [UInt8]) -> Int {
        let (wakeHead, wakeBatch, backlog) = state.withLock { state in
            guard state.end == nil else { return (nil as HeadWaiter?, nil as BatchWaiter?, 0) }
            var wakeHead: HeadWaiter?
            if let head {
                state.head = head
                wakeHead = state.headWaiter.take()
            }
            if !batch.isEmpty, let waiter = state.batchWaiter.take() {
                state.waitingSince = nil
                return (wakeHead, waiter, 0)
            }
            if state.buffer.isEmpty {
                swap(&state.buffer, &batch)
            } else {
                state.buffer += batch
            }
            batch.removeAll(keepingCapacity: true)
            return (wakeHead, nil, state.buffer.count)
        }
        if let head { wakeHead?.resume(returning: .success(head)) }
        if let wakeBatch {
            wakeBatch.resume(returning: .success(batch))
            batch = []
        }
        return backlog
    }

    /// Notes that the producer pauses, unless fewer bytes than that are waiting by now; `resume()` follows.
    func pause(ifWaiting bytes: Int) -> Bool {
        state.withLock { state in
            guard state.end == nil, state.buffer.count >= bytes else { return false }
            state.isPaused = true
            return true
        }
    }

    /// Ends the body after the bytes delivered so far.
    func finish() {
        end(.complete)
    }

    /// Ends the body with an error after the bytes delivered so far; a cancelled one at once.
    func fail(_ error: TransportError) {
        end(.failed(error))
    }

    /// Whether there is nothing more to deliver.
    var isEnded: Bool {
        state.withLock { $0.end != nil }
    }

    /// Since when the reader has been waiting for bytes; `nil` while it is busy with others.
    var waitingSince: ContinuousClock.Instant? {
        state.withLock { $0.waitingSince }
    }

    private func end(_ end: End) {
        let (producer, headWaiter, batchWaiter) = state.withLock { state in
            let isCancellation = if case .failed(.cancelled) = end { true } else { false }
            if isCancellation, state.end == nil || !state.buffer.isEmpty {
                state.buffer = []
                state.end = end
            } else if state.end == nil {
                state.end = end
            }
            state.waitingSince = nil
            return (state.takeProducer(), state.headWaiter.take(), state.batchWaiter.take())
        }
        let error = if case .failed(let error) = end { error } else { nil as TransportError? }
        headWaiter?.resume(returning: .failure(error ?? .noHeaders))
        batchWaiter?.resume(returning: error.map { .failure($0) } ?? .success(nil))
        producer?.stop()
    }
}

extension BodyChannel.State {
    /// What a reader gets at once: bytes, then the end; `nil` when it has to wait.
    fileprivate mutating func take() -> Result<[UInt8]?, TransportError>? {
        if !buffer.isEmpty {
            defer { buffer = [] }
            return .success(buffer)
        }
        return switch end {
        case .complete: .success(nil)
        case .failed(let error): .failure(error)
        case nil: nil
        }
    }

    fileprivate mutating func producerToResume() -> (any BodyProducer)? {
        guard isPaused, buffer.isEmpty else { return nil }
        isPaused = false
        return producer
    }
}

extension TransportError {
    static let noHeaders = TransportError(.protocolViolation, "the answer ended before its headers did")
    fileprivate static let twoReaders = TransportError(.invalidRequest, "another task is reading this body")
}
