/// One step of an answer as MassGen's Python programs know it: a kind, and the members that the kind has.
///
/// A view of ``ChatEvent``s for programs that come from there; new ones read events. Every stream ends with exactly one
/// chunk of the kind `done` or `error`, and none after it.
public struct StreamChunk: Sendable, Hashable {
    /// The kinds of chunk. Those of servers of tools and of agents are made by whoever runs these.
    public struct Kind: Sendable, Hashable, Codable, RawRepresentable, ExpressibleByStringLiteral {
        /// The kind's word.
        public var rawValue: String
        /// Makes a kind from its word.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// Makes a kind from a literal.
        public init(stringLiteral value: String) { rawValue = value }

        /// Text, in `content`.
        public static let content: Kind = "content"
        /// All calls of the answer, in `toolCalls`.
        public static let toolCalls: Kind = "tool_calls"
        /// The whole message, in `completeMessage`.
        public static let completeMessage: Kind = "complete_message"
        /// The whole answer, in `response`.
        public static let completeResponse: Kind = "complete_response"
        /// The answer is whole; nothing follows.
        public static let done: Kind = "done"
        /// It failed, as `error` says; nothing follows.
        public static let error: Kind = "error"
        /// Thoughts, in `reasoningDelta` and `content`.
        public static let reasoning: Kind = "reasoning"
        /// A block of thoughts is whole, in `reasoningText`.
        public static let reasoningDone: Kind = "reasoning_done"
        /// A summary of thoughts, in `reasoningSummaryDelta`.
        public static let reasoningSummary: Kind = "reasoning_summary"
        /// A summary of thoughts is whole, in `reasoningSummaryText`.
        public static let reasoningSummaryDone: Kind = "reasoning_summary_done"
        /// What an agent does, in `status`.
        public static let agentStatus: Kind = "agent_status"
        /// What a backend with a session of its own says, in `status` and `content`.
        public static let backendStatus: Kind = "backend_status"
        /// What servers of tools do, in `status` and `content`.
        public static let mcpStatus: Kind = "mcp_status"
    }

    /// The kind.
    public var type: Kind
    /// Text.
    public var content: String?
    /// Calls: `{"id", "type": "function", "function": {"name", "arguments": {…}}}`.
    public var toolCalls: [JSON]?
    /// The message: `{"role", "content", "tool_calls"?}`.
    public var completeMessage: JSON?
    /// The whole answer, as ``ChatResponse`` has it in JSON.
    public var response: JSON?
    /// What went wrong.
    public var error: String?
    /// Who says it.
    public var source: String?
    /// What is being done.
    public var status: String?
    /// More of the thoughts.
    public var reasoningDelta: String?
    /// Whole thoughts.
    public var reasoningText: String?
    /// More of the summary of thoughts.
    public var reasoningSummaryDelta: String?
    /// The whole summary of thoughts.
    public var reasoningSummaryText: String?
    /// The vendor's id of the item; the answer's where items have none.
    public var itemID: String?
    /// The block's place in the answer.
    public var contentIndex: Int?
    /// The summary's place among the summaries.
    public var summaryIndex: Int?

    /// Makes a chunk.
    public init(_ type: Kind) { self.type = type }
}

/// Makes chunks of events.
public struct StreamChunkMaker: Sendable {
    private let source: String?
    private var builder = ResponseBuilder()
    private var id: String?
    private var thoughts: [Int: String] = [:]
    private var isOver = false

    /// Makes a maker for one answer.
    /// - Parameter source: who says it, the provider's title for instance.
    public init(source: String? = nil) { self.source = source }

    /// The chunks that say what an event says; none after the end.
    public mutating func chunks(for event: ChatEvent) -> [StreamChunk] {
        guard !isOver else { return [] }
        builder.apply(event)
        switch event {
        case .started(let head):
            id = head.id
            return []
        case .textDelta(let index, let text), .refusalDelta(let index, let text):
            return [chunk(.content, at: index) { $0.content = text }]
        case .reasoningDelta(let index, let text):
            thoughts[index, default: ""] += text
            return [
                chunk(.reasoning, at: index) {
                    $0.content = text
                    $0.reasoningDelta = text
                }
            ]
        case .blockEnded(let index):
            guard let text = thoughts.removeValue(forKey: index) else { return [] }
            return [chunk(.reasoningDone, at: index) { $0.reasoningText = text }]
        case .finished: return end()
        default: return []
        }
    }

    /// The chunk that says that the answer failed; none after the end.
    public mutating func chunks(for error: BackendError) -> [StreamChunk] {
        guard !isOver else { return [] }
        isOver = true
        return [chunk(.error) { $0.error = "\(error)" }]
    }

    private mutating func end() -> [StreamChunk] {
        isOver = true
        let response = builder.response
        let calls = response.toolCalls.map(Self.json)
        var message: JSONObject = ["role": "assistant", "content": .string(response.text)]
        if !calls.isEmpty { message["tool_calls"] = .array(calls) }
        return (calls.isEmpty ? [] : [chunk(.toolCalls) { $0.toolCalls = calls }]) + [
            chunk(.completeMessage) { $0.completeMessage = .object(message) },
            chunk(.completeResponse) { $0.response = try? JSON(encoding: response) }, chunk(.done),
        ]
    }

    private func chunk(
        _ type: StreamChunk.Kind, at index: Int? = nil, _ fill: (inout StreamChunk) -> Void = { _ in }
    ) -> StreamChunk {
        var chunk = StreamChunk(type)
        chunk.source = source
        chunk.contentIndex = index
        if index != nil { chunk.itemID = id }
        fill(&chunk)
        return chunk
    }

    /// A call; arguments that are no JSON stand as they are.
    private static func json(_ call: ToolCall) -> JSON {
        let arguments = call.arguments ?? .object(["raw_input": .string(call.argumentsText)])
        return [
            "id": .string(call.id), "type": "function",
            "function": ["name": .string(call.name), "arguments": arguments],
        ]
    }
}

extension ChatStream {
    /// The answer in chunks, which never throw: an error is the last chunk.
    public func streamChunks(source: String? = nil) -> StreamChunks { StreamChunks(stream: self, source: source) }
}

/// An answer in chunks.
public struct StreamChunks: AsyncSequence, Sendable {
    /// A chunk.
    public typealias Element = StreamChunk
    /// Nothing goes wrong: errors are chunks.
    public typealias Failure = Never

    let stream: ChatStream
    let source: String?

    /// An iterator of the chunks.
    public func makeAsyncIterator() -> Iterator {
        Iterator(stream: stream.makeAsyncIterator(), maker: StreamChunkMaker(source: source))
    }

    /// Gives chunks one by one.
    public struct Iterator: AsyncIteratorProtocol {
        var stream: ChatStream.Iterator
        var maker: StreamChunkMaker
        var waiting: ArraySlice<StreamChunk> = []

        /// The next chunk; `nil` after the end.
        public mutating func next() async -> StreamChunk? { await next(isolation: nil) }

        /// The next chunk; `nil` after the end.
        public mutating func next(isolation actor: isolated (any Actor)?) async -> StreamChunk? {
            while waiting.isEmpty {
                do throws(BackendError) {
                    guard let events = try await stream.nextBatch(isolation: actor) else { return nil }
                    waiting = events.flatMap { maker.chunks(for: $0) }[...]
                } catch {
                    waiting = maker.chunks(for: error)[...]
                    if waiting.isEmpty { return nil }
                }
            }
            return waiting.popFirst()
        }
    }
}
