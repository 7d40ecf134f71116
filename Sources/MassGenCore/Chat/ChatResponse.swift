/// A whole answer, or what has come of one so far.
public struct ChatResponse: Sendable, Hashable {
    /// The vendor's id of the response.
    public var id: String?
    /// The model that answered, as the vendor names it.
    public var model: String?
    /// What the model said.
    public var message: Message
    /// Why it stopped; `nil` while it has not.
    public var stopReason: StopReason?
    /// Why it stopped, in the vendor's word.
    public var vendorStopReason: String?
    /// What it counted; `nil` when the vendor sent nothing.
    public var usage: Usage?
    /// What the request could not carry to this provider.
    public var losses: [Loss] = []
    /// What the vendor said beyond that, by wire id: the id of a sandbox, how a filter judged, what was searched for.
    public var extra: Extra = [:]

    /// Makes a response.
    public init(id: String? = nil, model: String? = nil, message: Message = Message(role: .assistant)) {
        self.id = id
        self.model = model
        self.message = message
    }

    /// All text joined, empty when there is none.
    public var text: String { message.text ?? "" }
    /// All reasoning text joined, empty when there is none.
    public var reasoning: String { message.reasoning ?? "" }
    /// The tool calls, in order.
    public var toolCalls: [ToolCall] { message.toolCalls }

    /// The text as a value, where JSON was asked for. An agent may have said other things before: then the last of its
    /// texts counts.
    ///
    /// Throws a ``JSONError`` for text that is no JSON and a `DecodingError` for JSON that does not fit.
    public func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let last = message.parts.reversed().lazy.compactMap { if case .text(let part) = $0 { part.text } else { nil } }
        if let json = try? JSON(parsing: last.first ?? "") { return try json.decode(type) }
        return try JSON(parsing: text).decode(type)
    }
}

/// Why a model stopped.
public enum StopReason: String, Sendable, Hashable, Codable, CaseIterable {
    /// It was done, or met a stop text.
    case stop
    /// It ran into a limit of tokens.
    case length
    /// It waits for the results of tool calls.
    case toolCalls
    /// A filter cut it off.
    case contentFilter
    /// It declined.
    case refusal
    /// It may be asked to go on.
    case pause
    /// It failed.
    case error
    /// A word of the vendor's that is new.
    case other
}
