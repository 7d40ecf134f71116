import Synchronization

extension ChatStream {
    /// Makes a stream of events that a program gives itself: all that a ``Backend`` of one's own needs.
    ///
    /// ```swift
    /// struct Echo: Backend {
    ///     let provider = Provider(id: "echo", title: "Echo")
    ///
    ///     func stream(_ request: ChatRequest) -> ChatStream {
    ///         ChatStream {
    ///             AsyncStream { events in
    ///                 events.yield(.blockStarted(index: 0, .text))
    ///                 events.yield(.textDelta(index: 0, request.messages.last?.text ?? ""))
    ///                 events.yield(.blockEnded(index: 0))
    ///                 events.yield(.finished(Finish(reason: .stop)))
    ///                 events.finish()
    ///             }
    ///         }
    ///     }
    /// }
    /// ```
    ///
    /// Events are asked for by a task of the stream's own, no faster than they are read; it is cancelled when the reader
    /// leaves. What comes after ``ChatEvent/finished(_:)`` is left out. An answer that ends without it is thrown as
    /// `interrupted`, or `emptyResponse` if there was nothing; a ``BackendError`` that is thrown comes through with what had
    /// come as its ``BackendError/partial``, any other error as `unknown`.
    /// - Parameter events: called once for each iteration of the stream.
    public init<Events: AsyncSequence>(_ events: @escaping @Sendable () async throws -> Events)
    where Events.Element == ChatEvent, Events: SendableMetatype, Events.AsyncIterator: SendableMetatype {
        self.init { () async throws(BackendError) in
            let queue = EventQueue()
            // A byte stands for an event; the events themselves wait in the queue.
            let feed = FedBody(limit: 64)
            let task = Task {
                do {
                    for try await event in try await events() {
                        queue.add(event)
                        await feed.deliver([0])
                        if Task.isCancelled { break }
                    }
                } catch {
                    queue.fail(error)
                }
                feed.finish()
            }
            feed.start { task.cancel() }
            return Source(
                body: feed.body, decoder: QueueDecoder(queue: queue),
                explain: { error, partial in
                    var explained = BackendError(
                        .transport, error.kind == .cancelled ? .cancelled : .unknown, error.message)
                    explained.partial = partial
                    return explained
                },
                amend: { $0 }, finished: { _ in })
        }
    }
}

/// Events on their way from the task that has them to the one that reads them.
private final class EventQueue: Sendable {
    private let state = Mutex((events: [ChatEvent](), failure: (any Error)?.none))

    func add(_ event: ChatEvent) { state.withLock { $0.events.append(event) } }

    func fail(_ error: any Error) { state.withLock { $0.failure = error } }

    func take() -> [ChatEvent] {
        state.withLock { state in
            defer { state.events = [] }
            return state.events
        }
    }

    var failure: (any Error)? { state.withLock { $0.failure } }
}

/// Takes events from a queue whenever bytes say that there are some.
private struct QueueDecoder: EventDecoder {
    let queue: EventQueue
    let losses: [Loss] = []
    private var builder = ResponseBuilder()
    private var hasBegun = false
    private var isOver = false

    init(queue: EventQueue) { self.queue = queue }

    var snapshot: ChatResponse { builder.response }
    var partial: ChatResponse? { hasBegun ? snapshot : nil }

    mutating func decode(_ bytes: [UInt8], into events: inout [ChatEvent]) {
        for event in queue.take() where !isOver {
            hasBegun = true
            builder.apply(event)
            events.append(event)
            if case .finished = event { isOver = true }
        }
    }

    mutating func finish(into events: inout [ChatEvent]) throws(BackendError) {
        decode([], into: &events)
        if isOver { return }
        var error: BackendError
        switch queue.failure {
        case let failure as BackendError: error = failure
        case is CancellationError: error = BackendError(.transport, .cancelled, "the task was cancelled")
        case let failure?: error = BackendError(.stream, .unknown, "\(failure)")
        case nil:
            error =
                hasBegun
                ? BackendError(.stream, .interrupted, "the answer ended before it was whole", isRetryable: true)
                : BackendError(.stream, .emptyResponse, "the answer is empty", isRetryable: true)
        }
        error.partial = error.partial ?? partial
        throw error
    }
}
