/// An answer as it streams in. The request is sent when iteration begins; leaving the loop closes the connection.
///
/// ```swift
/// for try await event in groq.stream("Why is the sky blue?") {
///     print(event.text ?? "", terminator: "")
/// }
/// ```
///
/// Iterate once: each iteration sends the request anew.
public struct ChatStream: AsyncSequence, Sendable {
    /// An event.
    public typealias Element = ChatEvent
    /// What may go wrong.
    public typealias Failure = BackendError

    /// Where the events of one answer come from.
    struct Source: Sendable {
        var body: HTTPBody
        var decoder: any EventDecoder
        var explain: @Sendable (TransportError, ChatResponse?) -> BackendError
        var amend: @Sendable (BackendError) -> BackendError
        var finished: @Sendable (ChatResponse) -> Void
    }

    let open: @Sendable () async throws(BackendError) -> Source

    /// An iterator of the events.
    public func makeAsyncIterator() -> Iterator { Iterator(open: open) }

    /// The whole answer: waits for the end.
    public func response() async throws(BackendError) -> ChatResponse {
        var iterator = makeAsyncIterator()
        while try await iterator.nextBatch() != nil {}
        return iterator.snapshot
    }

    /// Gives events one by one, or in the batches in which they came from the network.
    public struct Iterator: AsyncIteratorProtocol {
        let open: @Sendable () async throws(BackendError) -> Source
        private var source: Source?
        private var batch: [ChatEvent] = []
        private var place = 0
        private var failure: BackendError?
        private var isOver = false
        private var last = ChatResponse()

        init(open: @escaping @Sendable () async throws(BackendError) -> Source) { self.open = open }

        /// The answer so far.
        public var snapshot: ChatResponse { source?.decoder.snapshot ?? last }

        /// The next event; `nil` after the end.
        public mutating func next() async throws(BackendError) -> ChatEvent? {
            try await next(isolation: nil)
        }

        /// The next event; `nil` after the end.
        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(BackendError) -> ChatEvent? {
            while place == batch.count {
                guard try await refill(isolation: actor) else { return nil }
            }
            place += 1
            return batch[place - 1]
        }

        /// All events that follow from the next bytes of the network; `nil` after the end.
        public mutating func nextBatch(
            isolation actor: isolated (any Actor)? = #isolation
        ) async throws(BackendError) -> [ChatEvent]? {
            while place == batch.count {
                guard try await refill(isolation: actor) else { return nil }
            }
            defer { place = batch.count }
            return place == 0 ? batch : Array(batch[place...])
        }

        private mutating func refill(isolation actor: isolated (any Actor)?) async throws(BackendError) -> Bool {
            batch.removeAll(keepingCapacity: true)
            place = 0
            if let failure {
                self.failure = nil
                end()
                throw failure
            }
            if isOver { return false }
            if source == nil {
                isOver = true
                source = try await open()
                isOver = false
            }
            guard let body = source?.body else { return false }
            do throws(TransportError) {
                if let bytes = try await body.next() {
                    take { (decoder, events) throws(BackendError) in try decoder.decode(bytes, into: &events) }
                } else {
                    take { (decoder, events) throws(BackendError) in try decoder.finish(into: &events) }
                    isOver = true
                }
            } catch {
                failure = source.map { $0.explain(error, $0.decoder.partial) }
            }
            if case .finished? = batch.last {
                isOver = true
                source?.finished(snapshot)
            }
            if isOver, failure == nil { end() }
            return true
        }

        private mutating func take(
            _ body: (inout any EventDecoder, inout [ChatEvent]) throws(BackendError) -> Void
        ) {
            guard source != nil else { return }
            do throws(BackendError) {
                try body(&source!.decoder, &batch)
            } catch {
                failure = source?.amend(error)
            }
        }

        /// Lets go of the connection and keeps the answer.
        private mutating func end() {
            isOver = true
            guard let source else { return }
            last = source.decoder.snapshot
            source.body.cancel()
            self.source = nil
        }
    }
}
