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

    var builder: ResponseBuilder
    private let usage: @Sendable (UsageCounts) -> Usage
    private let replacesCounts: Bool
    private let isNumbered: Bool
    let names: Renaming
    private var head: ResponseHead
    private var hasStarted = false
    var blockCount = 0
    var open: (kind: Kind, index: Int)?
    /// The members without a name that came last with the block that is open: most pieces bear the same.
    private var openExtra: Extra = [:]
    /// Whether the thoughts that are open sum others up.
    private var openIsSummary = false
    private var calls: [Call] = []
    private var lastCall: Int?
    private var citations: Set<Citation> = []
    private var stop: Finish?
    private var counts: UsageCounts?
    var numbered: [BlockKey: NumberedBlock] = [:]
    var settled: Set<Int> = []
    var callCount = 0
    private var extra: Extra = [:]
    private var serviceTier: String?
    private let earlier: SessionTotals
    private var totals: SessionTotals?
    private var agent = AgentProgress()

    enum Kind { case text, reasoning, refusal }

    private struct Call: Sendable {
        var position: Int?
        var id: String?
        var name: String?
        var arguments = ""
        var block: Int?
        var signature: String?
        var isText = false
        /// What makes its arguments of the values in them, while these come.
        var growing: GrowingArguments?
        /// Whether the vendor said that it is whole.
        var hasEnded = false
    }

    /// Makes a machine for one stream.
    /// - Parameters:
    ///   - origin: the wire whose reasoning this is.
    ///   - head: what is known of the response before its body.
    ///   - isNumbered: whether content comes in numbered blocks: parts stand for themselves then.
    ///   - replacesCounts: whether later counts stand for earlier ones as a whole, not one by one.
    ///   - names: how the request spelled names of tools.
    ///   - earlier: what a program said of its session with the answer before.
    ///   - usage: what the wire's counts mean.
    public init(
        origin: String? = nil, head: ResponseHead = ResponseHead(), isNumbered: Bool = false,
        replacesCounts: Bool = false, names: Renaming = Renaming(), earlier: SessionTotals? = nil,
        usage: @escaping @Sendable (UsageCounts) -> Usage = { $0.usage() }
    ) {
        builder = ResponseBuilder(origin: origin)
        self.head = head
        self.isNumbered = isNumbered
        self.replacesCounts = replacesCounts
        self.names = names
        self.earlier = earlier ?? SessionTotals()
        self.usage = usage
    }

    /// Takes a chunk; adds what follows from it to `events`.
    public mutating func received(_ chunk: inout Chunk, into events: inout [ChatEvent]) {
        guard end == nil else { return }
        if chunk.needsHead { receivedHead(&chunk, into: &events) }
        if let piece = chunk.agent {
            guard agent.takes(piece, &chunk, hasSpoken: blockCount > 0) else { return }
            // What an agent says in two messages are two parts.
            if !chunk.pieces.isEmpty { close(into: &events) }
        }
        if !chunk.items.isEmpty {
            received(chunk.items, from: chunk.block ?? 0, into: &events)
        } else if chunk.block != nil || chunk.ended != nil {
            receivedBlock(chunk, into: &events)
        } else {
            for place in chunk.pieces.indices {
                if !chunk.sources.isEmpty, case .whole = chunk.pieces[place] { ground(&chunk, into: &events) }
                received(chunk.pieces[place], into: &events)
            }
        }
        if !chunk.sources.isEmpty { ground(&chunk, into: &events) }
        if var stop = chunk.stop, stop.vendorReason?.isEmpty == false {
            if let why = chunk.why, why.reason != .other { stop.reason = why.reason }
            self.stop = stop
        }
        if chunk.isPlain, chunk.agent == nil { return }
        if let service = chunk.serviceTier { serviceTier = service }
        if let later = chunk.usage, later != UsageCounts() {
            if counts == nil || replacesCounts { counts = later } else { counts?.overlay(later) }
        }
        if let totals = chunk.totals {
            self.totals = totals
            counts = counts ?? UsageCounts()
        }
        for (owner, members) in chunk.extra {
            extra[owner] = (extra[owner] ?? [:]).merged(with: members.withoutNulls)
        }
        if let failure = chunk.failure, !failure.isEmpty { end = .failed(failure) }
        if chunk.agent?.hasFailed == false { receivedEnd(into: &events) }
    }

    private func meaning(of counts: UsageCounts) -> Usage {
        var counts = counts
        let new = totals?.since(earlier)
        if let parts = new?.counts, !parts.isEmpty { counts.byModel = parts }
        // An agent asks its model more than once.
        if agent.isAtWork { counts.isSum = true }
        var usage = usage(counts)
        usage.serviceTier = usage.serviceTier ?? serviceTier
        usage.reportedCost = new?.cost ?? usage.reportedCost
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

    mutating func start(into events: inout [ChatEvent]) {
        guard !hasStarted else { return }
        hasStarted = true
        emit(.started(head), into: &events)
    }

    mutating func received(_ piece: Chunk.Piece, into events: inout [ChatEvent]) {
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
        case .part(let part) where !isNumbered:
            received(part, into: &events)
        case .part(let part), .whole(let part):
            receivedBlock(part, into: &events)
        }
    }

    /// A seal belongs to the block that is open, and closes it.
    private mutating func receivedSignature(_ signature: String, into events: inout [ChatEvent]) {
        guard !signature.isEmpty else { return }
        let index = open?.index ?? block(.text, into: &events)
        emit(.signature(index: index, signature), into: &events)
        close(into: &events)
    }

    /// A source belongs to the text that is being written; otherwise it stands for itself. Some vendors repeat all
    /// sources with every event.
    mutating func received(_ citation: Citation, into events: inout [ChatEvent]) {
        guard citations.insert(citation).inserted else { return }
        if let open, open.kind == .text {
            emit(.citation(index: open.index, citation), into: &events)
        } else {
            receivedWhole(.citation(citation), into: &events)
        }
    }

    mutating func receivedWhole(_ part: Part, into events: inout [ChatEvent]) {
        start(into: &events)
        close(into: &events)
        emit(.blockStarted(index: blockCount, .part(part)), into: &events)
        emit(.blockEnded(index: blockCount), into: &events)
        blockCount += 1
    }

    private mutating func received(_ part: Part, into events: inout [ChatEvent]) {
        switch part {
        case .text(let text):
            receivedExtra(text.extra, of: .text, isEmpty: text.text.isEmpty, into: &events)
            received(Chunk.Piece.text(text.text), into: &events)
            for citation in text.citations { received(citation, into: &events) }
        case .reasoning(let reasoning) where reasoning.encrypted != nil:
            receivedWhole(part, into: &events)
        case .reasoning(let reasoning):
            if open?.kind == .reasoning, openIsSummary != reasoning.isSummary { close(into: &events) }
            let isEmpty = reasoning.text.isEmpty && reasoning.signature == nil
            receivedExtra(reasoning.extra, of: .reasoning, isEmpty: isEmpty, into: &events)
            openIsSummary = reasoning.isSummary
            received(Chunk.Piece.reasoning(reasoning.text), into: &events)
            if let signature = reasoning.signature, !signature.isEmpty {
                let index = block(.reasoning, into: &events)
                emit(.signature(index: index, signature), into: &events)
                close(into: &events)
            }
        case .refusal(let refusal):
            received(Chunk.Piece.refusal(refusal.text), into: &events)
        case .toolCall(let call):
            received(ToolCallPiece(call), into: &events)
        case .citation(let citation):
            received(citation, into: &events)
        case .image, .audio, .file, .toolResult, .serverToolCall, .serverToolResult, .opaque:
            receivedWhole(part, into: &events)
        }
    }

    /// Members without a name that come with a piece of text or thoughts are those of its block, the last of a name. Those
    /// of a piece that says nothing are the answer's.
    private mutating func receivedExtra(
        _ members: Extra, of kind: Kind, isEmpty: Bool, into events: inout [ChatEvent]
    ) {
        guard !members.isEmpty else { return }
        if open?.kind == kind, openExtra == members { return }
        guard !isEmpty else {
            extra.merge(members) { $0.merged(with: $1) }
            return
        }
        let index = block(kind, into: &events)
        openExtra = members
        emit(.extra(index: index, members), into: &events)
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

    mutating func close(into events: inout [ChatEvent]) {
        guard let open else { return }
        self.open = nil
        if !openExtra.isEmpty { openExtra = [:] }
        if openIsSummary {
            openIsSummary = false
            if case .reasoning(var summary)? = builder.part(at: open.index) {
                summary.isSummary = true
                emit(.whole(index: open.index, .reasoning(summary)), into: &events)
            }
        }
        emit(.blockEnded(index: open.index), into: &events)
    }

    private mutating func received(_ piece: ToolCallPiece, into events: inout [ChatEvent]) {
        // Nothing but the end of a call, where none is open.
        if piece.goesOn == false, piece.name?.isEmpty != false, lastCall.map({ calls[$0].hasEnded }) ?? true { return }
        let slot = slot(for: piece)
        lastCall = slot
        if calls[slot].id == nil, let id = piece.id, !id.isEmpty { calls[slot].id = id }
        if calls[slot].name == nil, let name = piece.name, !name.isEmpty { calls[slot].name = name }
        if calls[slot].signature == nil { calls[slot].signature = piece.signature }
        if piece.isText { calls[slot].isText = true }
        if let arguments = piece.goesOn == nil ? piece.argumentsText : grown(slot, by: piece), !arguments.isEmpty {
            calls[slot].arguments += arguments
            if let block = calls[slot].block {
                emit(.argumentsDelta(index: block, arguments), into: &events)
            }
        }
        if calls[slot].block == nil, calls[slot].name != nil { openCall(slot, into: &events) }
    }

    /// The text that values add to the arguments of a call.
    private mutating func grown(_ slot: Int, by piece: ToolCallPiece) -> String {
        var growing = calls[slot].growing ?? GrowingArguments()
        var text = piece.growth.reduce(into: "") { $0 += growing.add($1) }
        calls[slot].hasEnded = piece.goesOn == false
        if calls[slot].hasEnded { text += growing.end() }
        calls[slot].growing = growing
        return text
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
        if call.hasEnded { return true }
        if let id, let known = call.id {
            guard id != known || call.name != nil && call.name != piece.name else { return false }
        } else if call.name == nil {
            return false
        } else if call.name == piece.name, call.arguments.isEmpty || piece.argumentsText?.isEmpty ?? true {
            return false
        }
        return call.isText || isWhole(call.arguments)
    }

    /// Whether arguments are complete JSON; the last byte settles it for most that are not.
    private func isWhole(_ arguments: String) -> Bool {
        guard let last = arguments.utf8.last(where: { $0 > 0x20 }) else { return true }
        return [0x5D, 0x7D].contains(last) && ToolCall.arguments(of: arguments) != nil
    }

    private mutating func openCall(_ slot: Int, into events: inout [ChatEvent]) {
        start(into: &events)
        close(into: &events)
        let index = blockCount
        blockCount += 1
        calls[slot].block = index
        let id = calls[slot].id ?? "\(ToolCall.mintedPrefix)\(callCount)"
        callCount += 1
        let name = names.original(calls[slot].name ?? "")
        emit(.blockStarted(index: index, .toolCall(id: id, name: name, isText: calls[slot].isText)), into: &events)
        if let signature = calls[slot].signature { emit(.signature(index: index, signature), into: &events) }
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
        if !extra.isEmpty { emit(.extra(index: nil, extra), into: &events) }
        if let counts { emit(.usage(meaning(of: counts)), into: &events) }
        var stop = stop
        // An agent has answered its calls itself.
        if stop.reason == .stop, callCount > 0, !agent.isAtWork { stop.reason = .toolCalls }
        emit(.finished(stop), into: &events)
        end = .finished
    }

    mutating func emit(_ event: ChatEvent, into events: inout [ChatEvent]) {
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
