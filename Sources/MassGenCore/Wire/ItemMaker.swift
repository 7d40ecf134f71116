/// The way back on wires of items: of events, chunks that open, grow and close items, and at the end say all of them.
struct ItemMaker: Sendable {
    private let wire: String
    private let counts: @Sendable (Usage) -> UsageCounts
    private var builder: ResponseBuilder
    private var head = ResponseHead()
    /// The items that are being told, by the index of their block.
    private var telling: [Int: Telling] = [:]
    private var next = 0
    private var items: [Int: Item] = [:]
    /// A call of a provider's own tool, which is one item with its result.
    private var waiting: ServerToolCall?
    private var usage: UsageCounts?
    private var sequence = 0

    private struct Telling {
        /// Its number among the items.
        var number: Int
        /// What it began with.
        var part: Part
        /// Whether that has been said.
        var isOpen = false
        /// How many sources it has.
        var sources = 0
    }

    init(wire: String, counts: @escaping @Sendable (Usage) -> UsageCounts) {
        self.wire = wire
        self.counts = counts
        builder = ResponseBuilder(origin: wire)
    }

    mutating func chunks(for event: ChatEvent) -> [Chunk] {
        var chunks = content(of: event)
        for place in chunks.indices { number(&chunks[place]) }
        return chunks
    }

    /// What says that the answer failed.
    mutating func failed(_ failure: Failure) -> Chunk {
        var chunk = chunk { $0.failure = failure }
        number(&chunk)
        return chunk
    }

    /// Events are numbered, but for items that are not written: of these only the loss is told.
    private mutating func number(_ chunk: inout Chunk) {
        chunk.responseID = head.id ?? ""
        if let item = chunk.items.first, chunk.stop == nil, !isWritten(item) { return }
        chunk.note.sequence = sequence
        sequence += 1
    }

    private mutating func content(of event: ChatEvent) -> [Chunk] {
        builder.apply(event)
        switch event {
        case .started(let head):
            self.head = head
            return [chunk { _ in }, chunk { $0.note.isBegun = true }]
        case .blockStarted(let index, .part(let part)): return whole(part, index)
        case .blockStarted(let index, let block): return released() + begun(block, index)
        case .textDelta(let index, let text): return grown(index, .text(text))
        case .refusalDelta(let index, let text): return grown(index, .refusal(text))
        case .reasoningDelta(let index, let text): return grown(index, .reasoning(text))
        case .argumentsDelta(let index, let text):
            var piece = ToolCallPiece(argumentsText: text)
            if case .toolCall(let call)? = telling[index]?.part { piece.isText = call.isText }
            return grown(index, .toolCall(piece))
        case .citation(let index, let citation): return grown(index, .citation(citation))
        case .signature, .extra, .whole: return []
        case .blockEnded(let index): return ended(index)
        case .usage(let usage):
            self.usage = counts(usage)
            return []
        case .finished(let finish):
            return released() + [
                chunk { chunk in
                    chunk.stop = finish
                    chunk.why = finish.why
                    chunk.usage = usage
                    chunk.items = items.sorted { $0.key < $1.key }.map(\.value)
                }
            ]
        }
    }

    private func chunk(_ change: (inout Chunk) -> Void) -> Chunk {
        var chunk = Chunk()
        chunk.model = head.model
        change(&chunk)
        return chunk
    }

    private mutating func begun(_ block: ChatEvent.Block, _ index: Int) -> [Chunk] {
        let part: Part
        let item: Item
        switch block {
        case .text: (part, item) = (.text(""), .assistant(Message(role: .assistant)))
        case .refusal: (part, item) = (.refusal(RefusalPart()), .assistant(Message(role: .assistant)))
        case .reasoning:
            (part, item) = (.reasoning(ReasoningPart(origin: wire)), .reasoning(ReasoningItem(origin: wire)))
        case .toolCall(let id, let name, let isText):
            let call = ToolCall(id: id, name: name, isText: isText)
            (part, item) = (.toolCall(call), .toolCall(call))
        case .part: return []
        }
        telling[index] = Telling(number: next, part: part)
        next += 1
        let chunks = [begun(item, next - 1)]
        // Thoughts may end without a summary.
        return part.kind == .reasoning ? chunks : chunks + opened(index)
    }

    private func begun(_ item: Item, _ number: Int) -> Chunk {
        chunk {
            $0.block = number
            $0.begun = item
        }
    }

    /// The part of an item begins, unless it has, or the item is all there is.
    private mutating func opened(_ index: Int) -> [Chunk] {
        guard let told = telling[index], !told.isOpen, told.part.kind != .toolCall else { return [] }
        telling[index]?.isOpen = true
        return [placed(told) { $0.opened = told.part }]
    }

    /// A chunk about a part: the only one of its item.
    private func placed(_ told: Telling, _ change: (inout Chunk) -> Void) -> Chunk {
        chunk { chunk in
            chunk.block = told.number
            if told.part.kind == .reasoning { chunk.summary = 0 } else { chunk.place = 0 }
            change(&chunk)
        }
    }

    private mutating func grown(_ index: Int, _ piece: Chunk.Piece) -> [Chunk] {
        guard let told = telling[index] else { return [] }
        if case .citation = piece { telling[index]?.sources += 1 }
        return opened(index) + [
            placed(told) { chunk in
                chunk.pieces = [piece]
                chunk.note.mark = told.sources
            }
        ]
    }

    private mutating func ended(_ index: Int) -> [Chunk] {
        guard let told = telling.removeValue(forKey: index), let part = builder.part(at: index).map(own) else {
            return []
        }
        var chunks: [Chunk] = []
        // What belongs to the item is said with it.
        let closed = part.takenApart.part
        if told.isOpen || told.part.kind == .toolCall { chunks.append(placed(told) { $0.note.told = closed }) }
        if told.isOpen { chunks.append(placed(told) { $0.note.closed = closed }) }
        return chunks + Message(role: .assistant, parts: [part]).items.map { done(told.number, $0) }
    }

    /// A part that comes as a whole is an item that does.
    private mutating func whole(_ part: Part, _ index: Int) -> [Chunk] {
        if case .serverToolResult(let result) = part, let call = waiting, call.id == result.callID {
            waiting = nil
            return finished(Message(role: .assistant, parts: [.serverToolCall(call), part]))
        }
        var chunks = released()
        if case .serverToolCall(let call) = part {
            waiting = call
        } else {
            chunks += finished(Message(role: .assistant, parts: [part]))
        }
        return chunks
    }

    private mutating func released() -> [Chunk] {
        guard let call = waiting else { return [] }
        waiting = nil
        return finished(Message(role: .assistant, parts: [.serverToolCall(call)]))
    }

    private mutating func finished(_ message: Message) -> [Chunk] {
        message.items.flatMap { item in
            guard isWritten(item) else { return [done(next, item)] }
            next += 1
            return [begun(item, next - 1), done(next - 1, item)]
        }
    }

    private mutating func done(_ number: Int, _ item: Item) -> Chunk {
        if isWritten(item) { items[number] = item }
        return chunk {
            $0.block = number
            $0.items = [item]
        }
    }

    private func isWritten(_ item: Item) -> Bool {
        switch item {
        case .other, .rest: false
        case .reasoning(let item): item.origin == wire
        case .opaque(let part): part.origin == wire
        default: true
        }
    }

    /// Thoughts that grew here are this wire's, and were told as a summary.
    private func own(_ part: Part) -> Part {
        guard case .reasoning(var reasoning) = part else { return part }
        if reasoning.origin != wire {
            reasoning = ReasoningPart(text: reasoning.text, origin: wire)
        }
        reasoning.isSummary = true
        return .reasoning(reasoning)
    }
}
