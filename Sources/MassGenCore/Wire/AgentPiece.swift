/// What the events of an agent say beyond content: an agent's answer is made of several messages, some of them told twice,
/// in pieces and whole, and some of them said by agents of its own.
struct AgentPiece: Sendable, Hashable {
    /// The call whose agent says this; `nil` for the answer itself.
    var parentCall: String?
    /// The message this belongs to.
    var messageID: String?
    /// Whether the answer ended in an error; `nil` while it has not ended.
    var hasFailed: Bool?
    /// The vendor's word for an error that the answer will end in.
    var failureKind: String?
}

extension Chunk {
    private mutating func changeAgent(_ change: (inout AgentPiece) -> Void) {
        var changed = agent ?? AgentPiece()
        change(&changed)
        agent = changed
    }

    /// The call whose agent says this; such events are no part of the answer.
    public var parentCall: String? {
        get { agent?.parentCall }
        set { if let newValue { changeAgent { $0.parentCall = newValue } } }
    }

    /// The message that begins, or that this is a part of: what came in pieces is not taken again when it comes whole.
    public var messageID: String? {
        get { agent?.messageID }
        set { if let newValue { changeAgent { $0.messageID = newValue } } }
    }

    /// Whether the answer ended in an error. Without it the answer goes on; a failure counts only where it is true.
    public var hasFailed: Bool? {
        get { agent?.hasFailed ?? (stop == nil ? nil : failure != nil) }
        set { if let newValue { changeAgent { $0.hasFailed = newValue } } }
    }

    /// The vendor's word for an error that the answer will end in; the content beside it only says so.
    public var failureKind: String? {
        get { agent?.failureKind }
        set { if let newValue { changeAgent { $0.failureKind = newValue } } }
    }

    /// What went wrong, where there may be several texts.
    public var failureMessages: [String] {
        get { failure?.message.map { [$0] } ?? [] }
        set { if !newValue.isEmpty, failure?.message == nil { failureMessage = newValue.joined(separator: "; ") } }
    }

    /// The results of tools that the agent has called.
    public var results: [Part] {
        get { pieces.compactMap { if case .part(let part) = $0, part.kind == .toolResult { part } else { nil } } }
        set { pieces += newValue.filter { $0.kind == .toolResult }.map(Piece.part) }
    }

    /// The answer as the JSON that was asked for, where it stands apart from what was said on the way to it.
    public var structured: JSON? {
        get { nil }
        set { if let newValue, !newValue.isNull { pieces.append(.part(.text(TextPart(text: newValue.text)))) } }
    }
}

/// What a stream machine knows of an agent's answer.
struct AgentProgress: Sendable {
    /// Whether this is an agent's answer at all.
    private(set) var isAtWork = false
    /// The messages that came in pieces.
    private var streamed: Set<String> = []
    private var failureKind: String?

    init() {}

    /// Takes note of what an event says of itself; false when its content is none of the answer's.
    /// - Parameter hasSpoken: whether anything came before; otherwise the end says the answer.
    mutating func takes(_ piece: AgentPiece, _ chunk: inout Chunk, hasSpoken: Bool) -> Bool {
        isAtWork = true
        if piece.parentCall != nil { return false }
        if let kind = piece.failureKind {
            failureKind = kind
            return false
        }
        if let id = piece.messageID {
            if chunk.pieces.isEmpty { streamed.insert(id) } else if streamed.contains(id) { return false }
        }
        switch piece.hasFailed {
        case true?:
            var failure = chunk.failure ?? Failure()
            failure.kind = failureKind ?? chunk.stop?.vendorReason
            if failure.isEmpty { failure.message = "the agent reported an error without words" }
            chunk.failure = failure
        case false?:
            if !hasSpoken, chunk.pieces.isEmpty, let text = chunk.failure?.message { chunk.pieces = [.text(text)] }
            chunk.failure = nil
        case nil: break
        }
        return true
    }
}
