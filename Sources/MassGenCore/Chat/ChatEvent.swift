/// One step of an answer as it streams in.
///
/// Content comes in blocks: each is opened, grows and is closed, and no two are open under one index. Every stream
/// ends with exactly one ``finished(_:)``, or throws a ``BackendError``.
public enum ChatEvent: Sendable, Hashable {
    /// The response has an id and a model.
    indirect case started(ResponseHead)
    /// A block opens.
    indirect case blockStarted(index: Int, Block)
    /// Text grows.
    case textDelta(index: Int, String)
    /// Reasoning grows.
    case reasoningDelta(index: Int, String)
    /// A refusal grows.
    case refusalDelta(index: Int, String)
    /// The arguments of a tool call grow.
    case argumentsDelta(index: Int, String)
    /// The seal of a block: of thoughts, and on some wires of a text or a call.
    case signature(index: Int, String)
    /// A source of a text block.
    indirect case citation(index: Int, Citation)
    /// What the vendor says of a block, or of the whole response, beyond what has a name here.
    indirect case extra(index: Int?, Extra)
    /// What a block is as a whole, where that is more than its pieces said: ids, what only the vendor can read.
    indirect case whole(index: Int, Part)
    /// A block closes.
    case blockEnded(index: Int)
    /// Counts so far; a later one replaces an earlier one.
    indirect case usage(Usage)
    /// The end.
    indirect case finished(Finish)

    /// The kinds of block that grow, and those that come whole.
    public enum Block: Sendable, Hashable {
        /// Text follows.
        case text
        /// Reasoning follows.
        case reasoning
        /// A refusal follows.
        case refusal
        /// Arguments follow, or text in place of arguments.
        case toolCall(id: String, name: String, isText: Bool = false)
        /// A part that came whole.
        case part(Part)
    }

    /// Whether content grows: text, reasoning, a refusal or arguments.
    public var isDelta: Bool {
        switch self {
        case .textDelta, .reasoningDelta, .refusalDelta, .argumentsDelta: true
        default: false
        }
    }

    /// The text, when this is a piece of text.
    public var text: String? {
        if case .textDelta(_, let text) = self { text } else { nil }
    }
}

/// What a vendor says of a response before its content.
public struct ResponseHead: Sendable, Hashable {
    /// The vendor's id of the response.
    public var id: String?
    /// The model that answers.
    public var model: String?
    /// The vendor's id of the request, for its support.
    public var requestID: String?
    /// What is left of the vendor's limits.
    public var limits: [RateLimit] = []
    /// What the request could not carry to this provider.
    public var losses: [Loss] = []

    /// Makes a head.
    public init(id: String? = nil, model: String? = nil) {
        self.id = id
        self.model = model
    }
}

/// The end of an answer.
public struct Finish: Sendable, Hashable, Codable {
    /// Why the model stopped.
    public var reason: StopReason
    /// Why, in the vendor's word; `nil` when the vendor gave none.
    public var vendorReason: String?

    /// Makes an end.
    public init(reason: StopReason, vendorReason: String? = nil) {
        self.reason = reason
        self.vendorReason = vendorReason
    }
}
