/// Gives the content of chunks its place in blocks, and every stream exactly one end.
///
/// Chunks come in; events go out. A flat wire says only "more text" or "more of call 2": the machine opens, grows and
/// closes the blocks. It holds whatever a vendor sends to the same rules: text after a call opens a new block; a call
/// is told apart by its index, by its id, or by its position; nothing comes after the end.
public struct StreamMachine: Sendable {
    /// How a stream ended.
    public enum End: Sendable, Hashable {
        /// The answer is whole.
        case finished
        /// The vendor reported an error inside the stream.
        indirect case failed(Failure)
        /// The stream broke off.
        case interrupted
        /// Nothing came.
        case empty
    }

    /// The answer so far.
    public var snapshot: ChatResponse { builder.response }
    /// How the stream ended; `nil` while it runs.
    public private(set) var end: End?

    private var builder: ResponseBuilder
    private let usage: @Sendable (UsageCounts) -> Usage
    private let replacesCounts: Bool
    private let names: Renaming
    private var head: ResponseHead
    private var hasStarted = false
    private var blockCount = 0
    private var open: (kind: Kind, index: Int)?
    private var calls: [Call] = []
    private var lastCall: Int?
    private var citations: Set<Citation> = []
    private var stop: Finish?
    private var counts: UsageCounts?
    private var serviceTier: String?
    private var reportedCost: Dollars?
    private var numbered: [BlockKey: NumberedBlock] = [:]
    private var settled: Set<Int> = []
    private var hasCalls = false
    private var agent = AgentProgress()

    private enum Kind { case text, reasoning, refusal }

    private struct Call: Sendable {
        var position: Int?
        var id: String?
        var name: String?
        var arguments = ""
        var block: Int?
    }

    /// Makes a machine for one stream.
    /// - Parameters:
    ///   - origin: the wire whose reasoning this is.
    ///   - head: what is known of the response before its body.
    ///   - replacesCounts: whether later counts stand for earlier ones as a whole, not one by one.
    ///   - names: how the request spelled names of tools.
    ///   - usage: what the wire's counts mean.
    public init(
        origin: String? = nil, head: ResponseHead = ResponseHead(), replacesCounts: Bool = false,
        names: Renaming = Renaming(),
        usage: @escaping @Sendable (UsageCounts) -> Usage = { $0.usage() }
    ) {
        builder = ResponseBuilder(origin: origin)
        self.head = head
        self.replacesCounts = replacesCounts
        self.names = names
        self.usage = usage
    }

    /// Takes a chunk; adds what follows from it to `events`.
    public mutating func received(_ chunk: inout Chunk, into events: inout [ChatEvent]) {
        guard end == nil else { return }
        if chunk.needsHead { receivedHead(&chunk, into: &events) }
        if let piece = chunk.agent {
            guard agent.takes(piece, &chunk) else { return }
            // What an agent says in two messages are two parts.
            if !chunk.pieces.isEmpty { close(into: &events) }
        }
        if !chunk.items.isEmpty {
            received(chunk.items, from: chunk.block ?? 0, into: &events)
        } else if chunk.block != nil || chunk.ended != nil {
            receivedBlock(chunk, into: &events)
        } else {
            for place in chunk.pieces.indices { received(chunk.pieces[place], into: &events) }
        }
        if var stop = chunk.stop, stop.vendorReason?.isEmpty == false {
            if let why = chunk.why, why.reason != .other { stop.reason = why.reason }
            self.stop = stop
        }
        if chunk.isPlain, chunk.agent == nil { return }
        if let service = chunk.serviceTier { serviceTier = service }
        if let cost = chunk.reportedCost { reportedCost = Dollars(cost) }
        if let later = chunk.usage, later != UsageCounts() {
            if counts == nil || replacesCounts { counts = later } else { counts?.overlay(later) }
        }
        if let failure = chunk.failure, !failure.isEmpty { end = .failed(failure) }
        if chunk.agent?.hasFailed == false { receivedEnd(into: &events) }
    }

    private func meaning(of counts: UsageCounts) -> Usage {
        var usage = usage(counts)
        usage.serviceTier = usage.serviceTier ?? serviceTier
        usage.reportedCost = usage.reportedCost ?? reportedCost
        return usage
    }

    /// The wire said that the answer is over.
    public mutating func receivedEnd(into events: inout [ChatEvent]) {
        guard end == nil else { return }
        guard hasStarted || stop != nil || counts != nil else {
            end = .empty
            return
        }
        finish(stop ?? Finish(reason: .stop), into: &events)
    }

    /// No more bytes come. Without a word from the wire an answer is whole only if the vendor gave a stop reason.
    public mutating func bodyEnded(into events: inout [ChatEvent]) {
        guard end == nil else { return }
        if let stop {
            finish(stop, into: &events)
        } else {
            end = hasStarted ? .interrupted : .empty
        }
    }

    private mutating func receivedHead(_ chunk: inout Chunk, into events: inout [ChatEvent]) {
        if head.id == nil, let id = chunk.responseID, !id.isEmpty { head.id = id }
        if head.model == nil, let model = chunk.model, !model.isEmpty { head.model = model }
        if head.id != nil, head.model != nil {
            chunk.needsHead = false
            start(into: &events)
        }
    }

    private mutating func start(into events: inout [ChatEvent]) {
        guard !hasStarted else { return }
        hasStarted = true
        emit(.started(head), into: &events)
    }

    private mutating func received(_ piece: Chunk.Piece, into events: inout [ChatEvent]) {
        switch piece {
        case .text(let text):
            guard !text.isEmpty else { return }
            let index = block(.text, into: &events)
            emit(.textDelta(index: index, text), into: &events)
        case .reasoning(let text):
            guard !text.isEmpty else { return }
            let index = block(.reasoning, into: &events)
            emit(.reasoningDelta(index: index, text), into: &events)
        case .refusal(let text):
            guard !text.isEmpty else { return }
            let index = block(.refusal, into: &events)
            emit(.refusalDelta(index: index, text), into: &events)
        case .signature(let signature):
            receivedSignature(signature, into: &events)
        case .toolCall(let piece):
            received(piece, into: &events)
        case .citation(let citation):
            received(citation, into: &events)
        case .part(let part):
            received(part, into: &events)
        }
    }

    /// A seal belongs to what came last: a call, or the block that is open, which it closes.
    private mutating func receivedSignature(_ signature: String, into events: inout [ChatEvent]) {
        if open == nil, let lastCall, let index = calls[lastCall].block {
            emit(.signature(index: index, signature), into: &events)
        } else {
            let index = open?.index ?? block(.text, into: &events)
            emit(.signature(index: index, signature), into: &events)
            close(into: &events)
        }
    }

    /// A source belongs to the text that is being written; otherwise it stands for itself. Some vendors repeat all
    /// sources with every event.
    private mutating func received(_ citation: Citation, into events: inout [ChatEvent]) {
        guard citations.insert(citation).inserted else { return }
        if let open, open.kind == .text {
            emit(.citation(index: open.index, citation), into: &events)
        } else {
            receivedWhole(.citation(citation), into: &events)
        }
    }

    private mutating func receivedWhole(_ part: Part, into events: inout [ChatEvent]) {
        start(into: &events)
        close(into: &events)
        emit(.blockStarted(index: blockCount, .part(part)), into: &events)
        emit(.blockEnded(index: blockCount), into: &events)
        blockCount += 1
    }

    private mutating func received(_ part: Part, into events: inout [ChatEvent]) {
        switch part {
        case .text(let text):
            received(Chunk.Piece.text(text.text), into: &events)
            for citation in text.citations { received(citation, into: &events) }
        case .reasoning(let reasoning) where reasoning.encrypted != nil:
            receivedWhole(part, into: &events)
        case .reasoning(let reasoning):
            received(Chunk.Piece.reasoning(reasoning.text), into: &events)
            if let signature = reasoning.signature, !signature.isEmpty {
                let index = block(.reasoning, into: &events)
                emit(.signature(index: index, signature), into: &events)
                close(into: &events)
            }
        case .refusal(let refusal):
            received(Chunk.Piece.refusal(refusal.text), into: &events)
        case .toolCall(let call):
            let piece = ToolCallPiece(id: call.id, name: call.name, argumentsText: call.argumentsText)
            received(piece, into: &events)
        case .citation(let citation):
            received(citation, into: &events)
        case .image, .audio, .file, .toolResult, .serverToolCall, .serverToolResult, .opaque:
            receivedWhole(part, into: &events)
        }
    }

    private mutating func block(_ kind: Kind, into events: inout [ChatEvent]) -> Int {
        if let open, open.kind == kind { return open.index }
        start(into: &events)
        close(into: &events)
        let index = blockCount
        blockCount += 1
        open = (kind, index)
        let block: ChatEvent.Block =
            switch kind {
            case .text: .text
            case .reasoning: .reasoning
            case .refusal: .refusal
            }
        emit(.blockStarted(index: index, block), into: &events)
        return index
    }

    private mutating func close(into events: inout [ChatEvent]) {
        guard let open else { return }
        self.open = nil
        emit(.blockEnded(index: open.index), into: &events)
    }

    private mutating func received(_ piece: ToolCallPiece, into events: inout [ChatEvent]) {
        let slot = slot(for: piece)
        lastCall = slot
        if calls[slot].id == nil, let id = piece.id, !id.isEmpty { calls[slot].id = id }
        if calls[slot].name == nil, let name = piece.name, !name.isEmpty { calls[slot].name = name }
        if let arguments = piece.argumentsText, !arguments.isEmpty {
            calls[slot].arguments += arguments
            if let block = calls[slot].block {
                emit(.argumentsDelta(index: block, arguments), into: &events)
            }
        }
        if calls[slot].block == nil, calls[slot].name != nil { openCall(slot, into: &events) }
    }

    /// The call a piece belongs to: by index, by id, or by position, whichever the vendor gives. A piece that names
    /// another call is a new one even under an old index, once the old call's arguments are whole: some servers send
    /// index 0 for every parallel call.
    private mutating func slot(for piece: ToolCallPiece) -> Int {
        let id = piece.id.flatMap { $0.isEmpty ? nil : $0 }
        let isNamed = piece.name?.isEmpty == false
        let known =
            if let index = piece.index {
                calls.lastIndex { $0.position == index }
            } else if let id {
                calls.lastIndex { $0.id == id } ?? (isNamed ? nil : lastCall)
            } else {
                lastCall
            }
        if let known, !isNamed || !isNext(piece, id, after: calls[known]) { return known }
        calls.append(Call(position: piece.index))
        return calls.count - 1
    }

    /// Whether a piece with a name opens a call of its own. Servers also repeat name and id with every piece.
    private func isNext(_ piece: ToolCallPiece, _ id: String?, after call: Call) -> Bool {
        if let id, let known = call.id {
            guard id != known else { return false }
        } else if call.name == nil {
            return false
        } else if call.name == piece.name, call.arguments.isEmpty || piece.argumentsText?.isEmpty ?? true {
            return false
        }
        return isWhole(call.arguments)
    }

    /// Whether arguments are complete JSON; the last byte settles it for most that are not.
    private func isWhole(_ arguments: String) -> Bool {
        guard let last = arguments.utf8.last(where: { $0 > 0x20 }) else { return true }
        return last == 0x7D && ToolCall.arguments(of: arguments) != nil
    }

    private mutating func openCall(_ slot: Int, into events: inout [ChatEvent]) {
        start(into: &events)
        close(into: &events)
        let index = blockCount
        blockCount += 1
        calls[slot].block = index
        let id = calls[slot].id ?? "\(ToolCall.mintedPrefix)\(slot)"
        let name = names.original(calls[slot].name ?? "")
        emit(.blockStarted(index: index, .toolCall(id: id, name: name)), into: &events)
        if !calls[slot].arguments.isEmpty {
            emit(.argumentsDelta(index: index, calls[slot].arguments), into: &events)
        }
    }

    private mutating func finish(_ stop: Finish, into events: inout [ChatEvent]) {
        start(into: &events)
        close(into: &events)
        for key in numbered.keys.sorted() { end(key, into: &events) }
        for slot in calls.indices where calls[slot].block == nil { openCall(slot, into: &events) }
        for call in calls {
            if let block = call.block { emit(.blockEnded(index: block), into: &events) }
        }
        if let counts { emit(.usage(meaning(of: counts)), into: &events) }
        var stop = stop
        // An agent has answered its calls itself.
        if stop.reason == .stop, !calls.isEmpty || hasCalls, !agent.isAtWork { stop.reason = .toolCalls }
        emit(.finished(stop), into: &events)
        end = .finished
    }

    private mutating func emit(_ event: ChatEvent, into events: inout [ChatEvent]) {
        builder.apply(event)
        events.append(event)
    }
}

extension StreamMachine {
    /// The answer so far with the counts so far, for an error to carry.
    public var partial: ChatResponse? {
        guard hasStarted || counts != nil else { return nil }
        var response = snapshot
        if response.usage == nil, let counts { response.usage = meaning(of: counts) }
        return response
    }
}

/// Wires whose content comes in numbered blocks: a block says what it is, grows, and ends.
extension StreamMachine {
    /// What a vendor tells blocks apart by: the number of an item, and that of a part in it.
    private struct BlockKey: Hashable, Comparable, Sendable {
        var number: Int
        var place = Item.Place(number: 0)

        static func < (one: BlockKey, other: BlockKey) -> Bool {
            (one.number, one.place.isSummary ? 0 : 1, one.place.number)
                < (other.number, other.place.isSummary ? 0 : 1, other.place.number)
        }
    }

    /// A block that has not ended.
    private struct NumberedBlock: Sendable {
        /// Its place among the events; `nil` for a part that is told whole, at its end.
        var index: Int?
        /// What it began with.
        var part: Part
        /// The arguments that came piece by piece.
        var arguments = ""
    }

    private mutating func receivedBlock(_ chunk: Chunk, into events: inout [ChatEvent]) {
        if let number = chunk.block, !settled.contains(number) {
            let place = Item.Place(number: chunk.summary ?? chunk.place ?? 0, isSummary: chunk.summary != nil)
            let key = BlockKey(number: number, place: place)
            if let part = chunk.opened { begin(key, with: part, into: &events) }
            for piece in chunk.pieces { grow(key, by: piece, into: &events) }
        }
        if let number = chunk.ended { end(BlockKey(number: number), into: &events) }
    }

    /// Items that came as a whole. What was streamed of them is not said again; what was not, is.
    private mutating func received(_ items: [Item], from first: Int, into events: inout [ChatEvent]) {
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
            case .toolCall(let call): .toolCall(id: call.id, name: call.name)
            default: nil
            }
        guard let block else {
            receivedWhole(part, into: &events)
            return
        }
        if part.kind == .toolCall { hasCalls = true }
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
        case .reasoning(let reasoning) where reasoning.encrypted == nil:
            let index = open(.reasoning, into: &events)
            block.index = index
            if !reasoning.text.isEmpty { emit(.reasoningDelta(index: index, reasoning.text), into: &events) }
            if let signature = reasoning.signature, !signature.isEmpty {
                emit(.signature(index: index, signature), into: &events)
            }
        case .refusal: block.index = open(.refusal, into: &events)
        case .toolCall(let call):
            block.index = open(.toolCall(id: call.id, name: names.original(call.name)), into: &events)
            hasCalls = true
        case .serverToolCall, .opaque: break
        default:
            receivedWhole(part, into: &events)
            return
        }
        numbered[number] = block
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
    private mutating func end(_ number: BlockKey, into events: inout [ChatEvent]) {
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
            if let input = try? JSON(parsing: block.arguments),
                case .object(var object)? = try? JSON(parsing: opaque.json)
            {
                object["input"] = input
                opaque.json = JSON.object(object).text
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
        case .refusal: .refusal(RefusalPart())
        case .signature, .toolCall, .part: nil
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
