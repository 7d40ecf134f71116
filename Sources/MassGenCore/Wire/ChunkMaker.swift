/// The way back: makes of events the chunks that say the same on a wire. Simulators and gateways write these.
public struct ChunkMaker: Sendable {
    private var head = ResponseHead()
    /// The number of each call, and whether it bears text in place of arguments.
    private var calls: [Int: (number: Int, isText: Bool)] = [:]
    private let isNumbered: Bool
    private let origin: String?
    private let counts: @Sendable (Usage) -> UsageCounts
    private var items: ItemMaker?

    /// Makes a maker for one stream.
    /// - Parameters:
    ///   - isNumbered: whether the wire's content comes in numbered blocks.
    ///   - origin: the wire's id.
    ///   - counts: the counts as the wire relates them.
    public init(
        isNumbered: Bool = false, origin: String? = nil,
        counts: @escaping @Sendable (Usage) -> UsageCounts = { UsageCounts($0) }
    ) {
        self.isNumbered = isNumbered
        self.origin = origin
        self.counts = counts
    }

    /// Makes a maker for one stream of a wire.
    public init<Format: Wire>(_ format: Format.Type) {
        self.init(isNumbered: Format.isNumbered, origin: Format.id, counts: Format.counts)
        if Format.hasItems { items = ItemMaker(wire: Format.id, counts: Format.counts) }
    }

    /// The chunks that say what an event says.
    public mutating func chunks(for event: ChatEvent) -> [Chunk] {
        if items != nil { return items?.chunks(for: event) ?? [] }
        return chunk(for: event).map { [$0] } ?? []
    }

    /// The chunk that says that the answer failed.
    mutating func chunk(for failure: Failure) -> Chunk {
        if let chunk = items?.failed(failure) { return chunk }
        var chunk = Chunk()
        chunk.failure = failure
        return chunk
    }

    /// The chunk that says what an event says; `nil` where the wire says nothing: at the ends of blocks that have no
    /// numbers, for instance.
    public mutating func chunk(for event: ChatEvent) -> Chunk? {
        var chunk = Chunk()
        var isStart = false
        switch event {
        case .started(let head):
            self.head = head
            isStart = true
        case .blockStarted(let index, let block) where isNumbered:
            chunk.block = index
            chunk.opened = opening(block)
        case .blockEnded(let index) where isNumbered: chunk.ended = index
        case .blockStarted(let index, .toolCall(let id, let name, let isText)):
            calls[index] = (calls.count, isText)
            chunk.pieces = [.toolCall(piece(of: index, id: id, name: name, ""))]
        case .blockStarted(_, .part(let part)): chunk.pieces = [.whole(part)]
        case .extra(nil, let extra): chunk.extra = extra
        case .blockStarted, .whole, .extra, .blockEnded: return nil
        case .textDelta(let index, let text): grow(&chunk, index, .text(text))
        case .reasoningDelta(let index, let text): grow(&chunk, index, .reasoning(text))
        case .refusalDelta(let index, let text): grow(&chunk, index, .refusal(text))
        case .argumentsDelta(let index, let text):
            grow(&chunk, index, .toolCall(piece(of: index, text)))
        case .signature(let index, let signature):
            let seal = Chunk.Piece.part(.reasoning(ReasoningPart(signature: signature, origin: origin)))
            grow(&chunk, index, isNumbered ? .signature(signature) : seal)
        case .citation(let index, let citation): grow(&chunk, index, .citation(citation))
        case .usage(let usage): chunk.usage = counts(usage)
        case .finished(let finish):
            chunk.stop = finish
            chunk.why = finish.why
        }
        return isStart || !isNumbered ? headed(chunk) : chunk
    }

    /// The chunk with the answer's id and model, which wires without numbers repeat.
    func headed(_ chunk: Chunk) -> Chunk {
        var chunk = chunk
        chunk.responseID = head.id
        chunk.model = head.model
        return chunk
    }

    private func piece(of index: Int, id: String? = nil, name: String? = nil, _ text: String) -> ToolCallPiece {
        var piece = ToolCallPiece(index: calls[index]?.number, id: id, name: name, argumentsText: text)
        piece.isText = calls[index]?.isText == true
        return piece
    }

    private func grow(_ chunk: inout Chunk, _ index: Int, _ piece: Chunk.Piece) {
        chunk.pieces = [piece]
        if isNumbered { chunk.block = index }
    }

    /// A block as it begins: what grows is empty yet.
    private func opening(_ block: ChatEvent.Block) -> Part {
        switch block {
        case .text: .text("")
        case .reasoning: .reasoning(ReasoningPart(signature: "", origin: origin))
        case .refusal: .refusal(RefusalPart())
        case .toolCall(let id, let name, let isText): .toolCall(ToolCall(id: id, name: name, isText: isText))
        case .part(let part): part
        }
    }
}

extension Chunk {
    /// A whole response of a wire as one chunk.
    public init<Format: Wire>(_ response: ChatResponse, of format: Format.Type) {
        // Items are made of the message, whether they are numbered or not.
        guard Format.holdsParts || Format.isNumbered, !Format.hasItems else {
            self.init(response, counts: Format.counts)
            return
        }
        self.init()
        pieces = response.message.parts.map { part in
            if case .citation(let citation) = part, !Format.isNumbered { .citation(citation) } else { .whole(part) }
        }
        finish(response, Format.counts)
    }

    /// A whole response as one chunk.
    public init(_ response: ChatResponse, counts: (Usage) -> UsageCounts = { UsageCounts($0) }) {
        self.init()
        pieces = response.message.parts.map { part in
            switch part {
            case .text(let text) where text.extra.isEmpty: .text(text.text)
            case .text(var text):
                {
                    text.citations = []
                    return .part(.text(text))
                }()
            case .refusal(let refusal): .refusal(refusal.text)
            case .toolCall(let call) where call.extra.isEmpty: .toolCall(ToolCallPiece(call))
            case .citation(let citation): .citation(citation)
            default: .part(part)
            }
        }
        finish(response, counts)
        items = response.message.items
    }

    private mutating func finish(_ response: ChatResponse, _ counts: (Usage) -> UsageCounts) {
        responseID = response.id
        model = response.model
        extra = response.extra
        pieces += response.message.parts.flatMap { part -> [Piece] in
            if case .text(let text) = part { text.citations.map(Piece.citation) } else { [] }
        }
        stop = response.stopReason.map { Finish(reason: $0, vendorReason: response.vendorStopReason) }
        why = stop?.why
        usage = response.usage.map(counts)
    }
}

extension Chunk.Piece {
    /// The kind of part that it is, or is a piece of.
    var kind: Part.Kind? {
        switch self {
        case .text: .text
        case .reasoning: .reasoning
        case .refusal: .refusal
        case .toolCall: .toolCall
        case .citation: .citation
        case .signature: nil
        case .part(let part), .whole(let part): part.kind
        }
    }

    /// Whether it is text, and not empty.
    var holdsText: Bool {
        switch self {
        case .text(let text): !text.isEmpty
        case .part(.text(let part)), .whole(.text(let part)): !part.text.isEmpty
        default: false
        }
    }

    /// Whether wires that hold content as parts hold this as one.
    var isContent: Bool {
        switch kind {
        case .refusal, .toolCall, .citation, nil: false
        default: true
        }
    }
}

extension Part.Kind {
    /// Whether flat wires join neighbours of this kind.
    var isJoined: Bool { self == .text || self == .reasoning || self == .refusal }
}
