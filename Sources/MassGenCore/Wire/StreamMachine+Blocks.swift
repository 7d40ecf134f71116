/// Wires whose content comes in numbered blocks: a block says what it is, grows, and ends.
extension StreamMachine {
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
        begin(-1, with: part, into: &events)
        end(-1, into: &events)
    }

    mutating func receivedBlock(_ chunk: Chunk, into events: inout [ChatEvent]) {
        if let number = chunk.block {
            if let part = chunk.opened { begin(number, with: part, into: &events) }
            for piece in chunk.pieces { grow(number, by: piece, into: &events) }
            if let rest = chunk.rest { numbered[number]?.grow(by: rest) }
        }
        if let number = chunk.ended { end(number, into: &events) }
    }

    private mutating func begin(_ number: Int, with part: Part, into events: inout [ChatEvent]) {
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
        case .toolCall(let call):
            let id = call.id.isEmpty ? "\(ToolCall.mintedPrefix)\(callCount)" : call.id
            callCount += 1
            let index = open(.toolCall(id: id, name: call.name), into: &events)
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

    private mutating func grow(_ number: Int, by piece: Chunk.Piece, into events: inout [ChatEvent]) {
        guard let block = numbered[number] else {
            received(piece, into: &events)
            return
        }
        switch (piece, block.index) {
        case (.text(let text), let index?): emit(.textDelta(index: index, text), into: &events)
        case (.reasoning(let text), let index?): emit(.reasoningDelta(index: index, text), into: &events)
        case (.refusal(let text), let index?): emit(.refusalDelta(index: index, text), into: &events)
        case (.signature(let signature), let index?): emit(.signature(index: index, signature), into: &events)
        case (.citation(let citation), let index?): emit(.citation(index: index, citation), into: &events)
        case (.toolCall(let call), let index):
            guard let arguments = call.argumentsText, !arguments.isEmpty else { return }
            numbered[number]?.arguments += arguments
            if let index { emit(.argumentsDelta(index: index, arguments), into: &events) }
        default: break
        }
    }

    /// Arguments that a block began with count only where none came piece by piece: most vendors open with `{}`.
    mutating func end(_ number: Int, into events: inout [ChatEvent]) {
        guard let block = numbered.removeValue(forKey: number) else { return }
        switch block.part {
        case .toolCall(let call) where block.arguments.isEmpty && call.arguments != .object([:]):
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
