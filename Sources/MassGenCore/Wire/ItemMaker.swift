/// The way back on wires of items: of events, chunks that open, grow and close items, and at the end say all of them.
struct ItemMaker: Sendable {
    private let wire: String
    private let counts: @Sendable (Usage) -> UsageCounts
    private var builder: ResponseBuilder
    private var head = ResponseHead()
    /// The numbers of the items that are being told, by the index of their block.
    private var numbers: [Int: Int] = [:]
    private var next = 0
    private var items: [Int: Item] = [:]
    /// A call of a provider's own tool, which is one item with its result.
    private var waiting: ServerToolCall?
    private var usage: UsageCounts?

    init(wire: String, counts: @escaping @Sendable (Usage) -> UsageCounts) {
        self.wire = wire
        self.counts = counts
        builder = ResponseBuilder(origin: wire)
    }

    mutating func chunks(for event: ChatEvent) -> [Chunk] {
        builder.apply(event)
        switch event {
        case .started(let head):
            self.head = head
            return [chunk { $0.responseID = head.id ?? "" }]
        case .blockStarted(let index, .part(let part)): return whole(part, index)
        case .blockStarted(let index, let block): return released() + opened(block, index)
        case .textDelta(let index, let text): return grown(index, .text(text))
        case .refusalDelta(let index, let text): return grown(index, .refusal(text))
        case .reasoningDelta(let index, let text): return grown(index, .reasoning(text))
        case .argumentsDelta(let index, let text):
            return grown(index, .toolCall(ToolCallPiece(argumentsText: text)))
        case .signature, .citation, .extra, .whole: return []
        case .blockEnded(let index):
            guard let number = numbers.removeValue(forKey: index), let part = builder.part(at: index) else { return [] }
            return Message(role: .assistant, parts: [own(part)]).items.map { done(number, $0) }
        case .usage(let usage):
            self.usage = counts(usage)
            return []
        case .finished(let finish):
            return released() + [
                chunk { chunk in
                    chunk.responseID = head.id
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

    private mutating func opened(_ block: ChatEvent.Block, _ index: Int) -> [Chunk] {
        let number = next
        next += 1
        numbers[index] = number
        func begun(_ item: Item) -> Chunk {
            chunk {
                $0.block = number
                $0.begun = item
            }
        }
        func opening(_ part: Part) -> Chunk {
            chunk {
                $0.block = number
                $0.place = 0
                $0.opened = part
            }
        }
        switch block {
        case .text: return [begun(.assistant(Message(role: .assistant))), opening(.text(""))]
        case .refusal: return [begun(.assistant(Message(role: .assistant))), opening(.refusal(RefusalPart()))]
        case .reasoning: return [begun(.reasoning(ReasoningItem(origin: wire)))]
        case .toolCall(let id, let name): return [begun(.toolCall(ToolCall(id: id, name: name)))]
        case .part: return []
        }
    }

    private func grown(_ index: Int, _ piece: Chunk.Piece) -> [Chunk] {
        guard let number = numbers[index] else { return [] }
        return [
            chunk { chunk in
                chunk.block = number
                if case .reasoning = piece { chunk.summary = 0 }
                chunk.pieces = [piece]
            }
        ]
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
        message.items.map { item in
            let chunk = done(next, item)
            if isWritten(item) { next += 1 }
            return chunk
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
