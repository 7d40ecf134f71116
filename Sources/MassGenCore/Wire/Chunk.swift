/// What one wire event, or one whole response body, says: read from bytes by a generated parser, perhaps amended by
/// a quirk, then given its place by the ``StreamMachine``. Written back to bytes by the generated renderer.
public struct Chunk: Sendable, Hashable {
    /// One piece of content.
    public enum Piece: Sendable, Hashable {
        /// Text grows.
        case text(String)
        /// Reasoning grows.
        case reasoning(String)
        /// A refusal grows.
        case refusal(String)
        /// The seal of the reasoning before it.
        case signature(String)
        /// A tool call opens or grows.
        indirect case toolCall(ToolCallPiece)
        /// A source.
        indirect case citation(Citation)
        /// A part that comes whole, or a piece of one written as a part.
        indirect case part(Part)
        /// A part that stands for itself, whatever came before and comes after.
        indirect case whole(Part)
    }

    /// The vendor's id of the response.
    public var responseID: String?
    /// The model that answers.
    public var model: String?
    /// The content, in order.
    public var pieces: [Piece] = []
    /// The vendor's number of the block that opens or grows, on wires whose content comes in blocks.
    public var block: Int?
    /// The vendor's number of the part in the block, on wires whose blocks hold several.
    public var place: Int?
    /// The vendor's number of the summary in the block.
    public var summary: Int?
    /// What came as a whole, from the block on: what has been streamed of it is not said again.
    public var items: [Item] = []
    /// An item as it begins: what grows later is empty yet.
    public var begun: Item?
    /// What is written beside content on wires of items, and says nothing new when it is read.
    public var note = ItemNote()
    /// Why the model stopped, where the wire tells that apart from whether the answer is whole.
    public var why: Finish?
    /// A part as its block begins: what grows later is empty yet, or only a placeholder.
    public var opened: Part?
    /// The vendor's number of the block that ends.
    public var ended: Int?
    /// What a block of a kind without a name grows by.
    public var rest: JSONObject? { didSet { settle() } }
    /// What the vendor says of the response beyond what has a name here, by wire id.
    public var extra: Extra = [:] { didSet { settle() } }
    /// The sources of the whole answer, where places in it refer to them.
    public var sources: [Citation] = [] { didSet { settle() } }
    /// The places in the answer that sources back.
    public var supports: [Support] = [] { didSet { settle() } }
    /// Why the model stopped.
    public var stop: Finish?
    /// The service that answers, in the vendor's word.
    public var serviceTier: String? { didSet { settle() } }
    /// What a program says of its whole session.
    var totals: SessionTotals? { didSet { settle() } }
    /// The counts, as the wire relates them.
    public var usage: UsageCounts? { didSet { settle() } }
    /// What went wrong.
    public var failure: Failure? { didSet { settle() } }
    /// What an agent's event says beyond its content.
    var agent: AgentPiece?
    /// Whether id and model are still wanted; parsers skip them otherwise.
    public var needsHead = true

    /// Whether there are neither counts nor a failure nor anything else that is rare: cheaper to ask for every event.
    private(set) var isPlain = true

    private mutating func settle() {
        isPlain =
            usage == nil && failure == nil && serviceTier == nil && totals == nil && rest == nil && extra.isEmpty
            && sources.isEmpty && supports.isEmpty
    }

    /// Empties the chunk for the next event, keeping its storage.
    public mutating func reset() {
        if responseID != nil { responseID = nil }
        if model != nil { model = nil }
        while pieces.popLast() != nil {}
        if stop != nil { stop = nil }
        if agent != nil { agent = nil }
        block = nil
        place = nil
        summary = nil
        ended = nil
        if why != nil { why = nil }
        if begun != nil { begun = nil }
        if !items.isEmpty { items = [] }
        if opened != nil { opened = nil }
        if isPlain { return }
        serviceTier = nil
        totals = nil
        usage = nil
        failure = nil
        rest = nil
        extra = [:]
        sources = []
        supports = []
    }
}

/// A place in an answer and the sources that back it.
public struct Support: Sendable, Hashable {
    /// The first byte, counted from 0.
    public var start: Int?
    /// One past the last byte.
    public var end: Int?
    /// The words there.
    public var text: String?
    /// Which of the sources back them.
    public var places: [Int] = []

    /// Makes an empty support.
    public init() {}

    /// Which of the sources back the place, as JSON.
    public var sources: JSON {
        get { .array(places.map { .number($0) }) }
        set { places = newValue.array?.compactMap(\.int) ?? [] }
    }
}

/// A piece of a tool call: any of its members may come first, late, or never.
public struct ToolCallPiece: Sendable, Hashable {
    /// The call's place among the calls of the answer.
    public var index: Int?
    /// The call's id.
    public var id: String?
    /// The tool's name.
    public var name: String?
    /// More of the arguments' text.
    public var argumentsText: String?
    /// Whether that is text in place of arguments.
    public var isText = false
    /// Values in the arguments, on wires that stream these instead of their text.
    public var growth: [ArgumentGrowth] = []
    /// Whether more of the call follows, on such wires.
    public var goesOn: Bool?
    /// The vendor's seal of the call.
    public var signature: String?

    /// Makes a piece.
    public init(index: Int? = nil, id: String? = nil, name: String? = nil, argumentsText: String? = nil) {
        self.index = index
        self.id = id
        self.name = name
        self.argumentsText = argumentsText
    }

    /// A whole call.
    init(_ call: ToolCall) {
        self.init(id: call.id, name: call.name, argumentsText: call.argumentsText)
        isText = call.isText
    }

    /// The arguments, on wires that carry them as JSON rather than as text.
    public var arguments: JSON? {
        get { functionArguments.flatMap(ToolCall.arguments) }
        set { if let newValue, !newValue.isNull { argumentsText = newValue.text } }
    }
}

/// The content by kind, as flat wires hold it. Setting adds a piece, unless the event has said the same under another
/// key before: some servers repeat the reasoning under two names.
extension Chunk {
    /// The only item.
    public var item: Item? {
        get { items.first }
        set { items = newValue.map { [$0] } ?? [] }
    }

    /// The text.
    public var text: String? {
        get { joined { if case .text(let text) = $0 { text } else { nil } } }
        set { add(newValue, as: Piece.text) { if case .text = $0 { true } else { false } } }
    }

    /// The text when there is no other content, or none at all.
    public var soleText: String? {
        pieces.allSatisfy { if case .text = $0 { true } else { false } } ? text ?? "" : nil
    }

    /// The reasoning.
    public var reasoning: String? {
        get { joined { if case .reasoning(let text) = $0 { text } else { nil } } }
        set { add(newValue, as: Piece.reasoning) { $0.kind == .reasoning } }
    }

    /// The refusal.
    public var refusal: String? {
        get { joined { if case .refusal(let text) = $0 { text } else { nil } } }
        set { add(newValue, as: Piece.refusal) { if case .refusal = $0 { true } else { false } } }
    }

    /// The tool calls.
    public var toolCalls: [ToolCallPiece] {
        get { pieces.compactMap { if case .toolCall(let piece) = $0 { piece } else { nil } } }
        set { pieces += newValue.map(Piece.toolCall) }
    }

    /// The only tool call, as wires held it before there could be several.
    public var functionCall: ToolCallPiece? {
        get { toolCalls.first }
        set { if let newValue { pieces.append(.toolCall(newValue)) } }
    }

    /// More of the arguments of the call in this block.
    public var argumentsText: String? {
        get { toolCalls.first?.argumentsText }
        set { if let newValue { pieces.append(.toolCall(ToolCallPiece(argumentsText: newValue))) } }
    }

    /// More of the text in place of arguments of the call in this block.
    public var inputText: String? {
        get { toolCalls.first?.inputText }
        set {
            guard let newValue else { return }
            var piece = ToolCallPiece()
            piece.inputText = newValue
            pieces.append(.toolCall(piece))
        }
    }

    /// The seal of the reasoning in this block.
    public var signature: String? {
        get { pieces.lazy.compactMap { if case .signature(let signature) = $0 { signature } else { nil } }.first }
        set { if let newValue { pieces.append(.signature(newValue)) } }
    }

    /// A source of the text in this block.
    public var citation: Citation? {
        get { citations.first }
        set { if let newValue { pieces.append(.citation(newValue)) } }
    }

    /// The sources.
    public var citations: [Citation] {
        get { pieces.compactMap { if case .citation(let citation) = $0 { citation } else { nil } } }
        set { pieces += newValue.map(Piece.citation) }
    }

    /// The sources, where only addresses are known.
    public var citationURLs: [String] {
        get { citations.compactMap(\.url) }
        set { citations = newValue.map { Citation(url: $0) } }
    }

    /// Text and reasoning as parts.
    public var parts: [Part] {
        get {
            pieces.compactMap { piece in
                switch piece {
                case .text(let text): .text(text)
                case .reasoning(let text): .reasoning(ReasoningPart(text: text))
                case .part(let part), .whole(let part): part
                case .refusal, .toolCall, .citation, .signature: nil
                }
            }
        }
        set { pieces += newValue.map(Piece.part) }
    }

    /// In a whole answer every call stands for itself, whatever index or id it bears.
    mutating func numberCalls() {
        var count = 0
        for place in pieces.indices {
            guard case .toolCall(var call) = pieces[place] else { continue }
            call.index = count
            pieces[place] = .toolCall(call)
            count += 1
        }
    }

    /// In a whole answer the sources stand after everything else, and belong to its text.
    mutating func moveCitations() {
        let sources = pieces.filter { $0.kind == .citation }
        guard !sources.isEmpty else { return }
        pieces.removeAll { $0.kind == .citation }
        let place = pieces.lastIndex { $0.holdsText }.map { $0 + 1 } ?? pieces.count
        pieces.insert(contentsOf: sources, at: place)
    }

    private func joined(_ text: (Piece) -> String?) -> String? {
        let texts = pieces.compactMap(text)
        return texts.isEmpty ? nil : texts.count == 1 ? texts[0] : texts.joined()
    }

    @inline(__always)
    private mutating func add(_ text: String?, as piece: (String) -> Piece, unless isSame: (Piece) -> Bool) {
        guard let text, !text.isEmpty, pieces.isEmpty || !pieces.contains(where: isSame) else { return }
        pieces.append(piece(text))
    }
}

/// What a vendor says went wrong.
public struct Failure: Sendable, Hashable, Codable {
    /// The vendor's words.
    public var message: String?
    /// The vendor's type of error.
    public var kind: String?
    /// The vendor's code.
    public var code: String?
    /// The parameter it speaks of.
    public var param: String?
    /// The status of HTTP, where it is told in the body too.
    public var status: Int?
    /// How long to wait before trying again, as the vendor writes it: `34.07s`.
    public var retryDelay: String?

    /// Makes a failure.
    public init(message: String? = nil, kind: String? = nil, code: String? = nil, param: String? = nil) {
        self.message = message
        self.kind = kind
        self.code = code
        self.param = param
    }

    /// Whether it says anything.
    public var isEmpty: Bool { message == nil && kind == nil && code == nil && param == nil }
}
