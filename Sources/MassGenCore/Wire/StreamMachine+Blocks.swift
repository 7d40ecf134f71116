/// Wires whose content comes in numbered blocks: a block says what it is, grows, and ends.
extension StreamMachine {
    /// What a vendor tells blocks apart by: the number of an item, and that of a part in it.
    struct BlockKey: Hashable, Comparable, Sendable {
        var number: Int
        var place = Item.Place(number: 0)

        static func < (one: BlockKey, other: BlockKey) -> Bool {
            (one.number, one.place.isSummary ? 0 : 1, one.place.number)
                < (other.number, other.place.isSummary ? 0 : 1, other.place.number)
        }
    }

    /// A block that has not ended.
    struct NumberedBlock: Sendable {
        /// Its place among the events; `nil` for a part that is told whole, at its end.
        var index: Int?
        /// What it began with.
        var part: Part
        /// The arguments that came piece by piece.
        var arguments = ""
        /// What a block of a kind without a name grew by.
        var rest = JSONObject()

        /// Grows by the members of a delta: texts go on, everything else is replaced.
        mutating func grow(by delta: JSONObject) {
            for (key, value) in delta {
                if let text = value.string, let before = rest[key]?.string {
                    rest[key] = .string(before + text)
                } else {
                    rest[key] = value
                }
            }
        }
    }

    /// A part that stands for itself is a block that opens, grows and ends at once.
    mutating func receivedBlock(_ part: Part, into events: inout [ChatEvent]) {
        let key = BlockKey(number: -1)
        begin(key, with: part, into: &events)
        end(key, into: &events)
    }

    mutating func receivedBlock(_ chunk: Chunk, into events: inout [ChatEvent]) {
        if let number = chunk.block, !settled.contains(number) {
            let place = Item.Place(number: chunk.summary ?? chunk.place ?? 0, isSummary: chunk.summary != nil)
            let key = BlockKey(number: number, place: place)
            if let part = chunk.opened { begin(key, with: part, into: &events) }
            if case .toolCall(let call)? = chunk.begun {
                let empty = ToolCall(id: call.id, name: call.name, isText: call.isText)
                begin(key, with: .toolCall(empty), into: &events)
            }
            for piece in chunk.pieces { grow(key, by: piece, into: &events) }
            if let rest = chunk.rest { numbered[key]?.grow(by: rest) }
        }
        if let number = chunk.ended { end(BlockKey(number: number), into: &events) }
    }

    /// Items that came as a whole. What was streamed of them is not said again; what was not, is.
    mutating func received(_ items: [Item], from first: Int, into events: inout [ChatEvent]) {
        for (offset, item) in items.enumerated() where settled.insert(first + offset).inserted {
            for (place, part) in item.parts.map({ ($0.place, $0.part.named(back: names)) }) {
                let key = BlockKey(number: first + offset, place: place)
                if let index = numbered.removeValue(forKey: key)?.index {
                    settle(index, as: part, into: &events)
                } else {
                    receivedUnseen(part, into: &events)
                }
            }
            for key in numbered.keys.sorted() where key.number == first + offset { end(key, into: &events) }
        }
    }

    private mutating func receivedUnseen(_ part: Part, into events: inout [ChatEvent]) {
        start(into: &events)
        let block: ChatEvent.Block? =
            switch part {
            case .text: .text
            case .reasoning(let reasoning) where !reasoning.text.isEmpty: .reasoning
            case .refusal: .refusal
            case .toolCall(let call): .toolCall(id: call.id, name: call.name, isText: call.isText)
            default: nil
            }
        guard let block else {
            receivedWhole(part, into: &events)
            return
        }
        if part.kind == .toolCall { callCount += 1 }
        settle(open(block, into: &events), as: part, into: &events)
    }

    /// Says what is missing in a block, and ends it.
    private mutating func settle(_ index: Int, as part: Part, into events: inout [ChatEvent]) {
        switch (builder.part(at: index), part) {
        case (.text(let old)?, .text(let new)):
            if let rest = new.text.rest(after: old.text) { emit(.textDelta(index: index, rest), into: &events) }
            for citation in new.citations where !old.citations.contains(citation) {
                emit(.citation(index: index, citation), into: &events)
            }
        case (.reasoning(let old)?, .reasoning(let new)):
            if let rest = new.text.rest(after: old.text) { emit(.reasoningDelta(index: index, rest), into: &events) }
        case (.refusal(let old)?, .refusal(let new)):
            if let rest = new.text.rest(after: old.text) { emit(.refusalDelta(index: index, rest), into: &events) }
        case (.toolCall(let old)?, .toolCall(let new)):
            if let rest = new.argumentsText.rest(after: old.argumentsText) {
                emit(.argumentsDelta(index: index, rest), into: &events)
            }
        default: break
        }
        if builder.part(at: index) != part { emit(.whole(index: index, part), into: &events) }
        emit(.blockEnded(index: index), into: &events)
    }

    private mutating func begin(_ number: BlockKey, with part: Part, into events: inout [ChatEvent]) {
        end(number, into: &events)
        start(into: &events)
        var block = NumberedBlock(part: part)
        switch part {
        case .text(let text):
            let index = open(.text, into: &events)
            block.index = index
            if !text.text.isEmpty { emit(.textDelta(index: index, text.text), into: &events) }
            for citation in text.citations { emit(.citation(index: index, citation), into: &events) }
            seal(index, with: text.signature, text.extra, into: &events)
        case .reasoning(let reasoning) where reasoning.encrypted == nil:
            let index = open(.reasoning, into: &events)
            block.index = index
            if !reasoning.text.isEmpty { emit(.reasoningDelta(index: index, reasoning.text), into: &events) }
            seal(index, with: reasoning.signature, reasoning.extra, into: &events)
            if reasoning.verbatim != nil { emit(.whole(index: index, part), into: &events) }
        case .refusal: block.index = open(.refusal, into: &events)
        case .toolCall(let call):
            let id = call.id.isEmpty ? "\(ToolCall.mintedPrefix)\(callCount)" : call.id
            callCount += 1
            let name = names.original(call.name)
            let index = open(.toolCall(id: id, name: name, isText: call.isText), into: &events)
            block.index = index
            seal(index, with: call.signature, call.extra, into: &events)
        case .serverToolCall, .opaque: break
        default:
            receivedWhole(part, into: &events)
            return
        }
        numbered[number] = block
    }

    /// What stands beside the content of a block.
    private mutating func seal(_ index: Int, with signature: String?, _ extra: Extra, into events: inout [ChatEvent]) {
        if let signature, !signature.isEmpty { emit(.signature(index: index, signature), into: &events) }
        if !extra.isEmpty { emit(.extra(index: index, extra), into: &events) }
    }

    private mutating func grow(_ number: BlockKey, by piece: Chunk.Piece, into events: inout [ChatEvent]) {
        if numbered[number] == nil, let part = piece.beginning { begin(number, with: part, into: &events) }
        guard let block = numbered[number] else {
            received(piece, into: &events)
            return
        }
        switch (piece, block.index) {
        case (.text(let text), let index?): emit(.textDelta(index: index, text), into: &events)
        case (.reasoning(let text), let index?): emit(.reasoningDelta(index: index, text), into: &events)
        case (.refusal(let text), let index?): emit(.refusalDelta(index: index, text), into: &events)
        case (.signature(let signature), let index?) where !signature.isEmpty:
            emit(.signature(index: index, signature), into: &events)
        case (.citation(let citation), let index?): emit(.citation(index: index, citation), into: &events)
        case (.toolCall(let call), let index):
            guard let arguments = call.argumentsText, !arguments.isEmpty else { return }
            numbered[number]?.arguments += arguments
            if let index { emit(.argumentsDelta(index: index, arguments), into: &events) }
        default: break
        }
    }

    /// Arguments that a block began with count only where none came piece by piece: most vendors open with `{}`.
    mutating func end(_ number: BlockKey, into events: inout [ChatEvent]) {
        guard let block = numbered.removeValue(forKey: number) else { return }
        switch block.part {
        case .toolCall(let call)
        where block.arguments.isEmpty && !call.argumentsText.isEmpty && call.arguments != .object([:]):
            if let index = block.index { emit(.argumentsDelta(index: index, call.argumentsText), into: &events) }
        case .serverToolCall(var call):
            if !block.arguments.isEmpty, let arguments = ToolCall.arguments(of: block.arguments) {
                call.arguments = arguments
            }
            receivedWhole(.serverToolCall(call), into: &events)
        case .opaque(var opaque):
            // A call of a kind without a name here grows like any other.
            var rest = block.rest
            if let input = try? JSON(parsing: block.arguments) { rest["input"] = input }
            if !rest.isEmpty, let object = (try? JSON(parsing: opaque.json))?.object {
                opaque.json = JSON.object(object.merged(with: rest)).text
            }
            receivedWhole(.opaque(opaque), into: &events)
        default: break
        }
        if let index = block.index { emit(.blockEnded(index: index), into: &events) }
    }

    private mutating func open(_ block: ChatEvent.Block, into events: inout [ChatEvent]) -> Int {
        close(into: &events)
        let index = blockCount
        blockCount += 1
        emit(.blockStarted(index: index, block), into: &events)
        return index
    }
}

extension Chunk.Piece {
    /// What a block begins with that grows by this, where its vendor did not say so before.
    fileprivate var beginning: Part? {
        switch self {
        case .text, .citation: .text("")
        case .reasoning: .reasoning(ReasoningPart())
        case .signature(let signature) where !signature.isEmpty: .reasoning(ReasoningPart())
        case .refusal: .refusal(RefusalPart())
        case .signature, .toolCall, .part, .whole: nil
        }
    }
}

extension String {
    /// What follows after the other text, if this one begins with it and goes on.
    fileprivate func rest(after other: String) -> String? {
        guard utf8.count > other.utf8.count, utf8.starts(with: other.utf8) else { return nil }
        return String(self[utf8.index(startIndex, offsetBy: other.utf8.count)...])
    }
}
