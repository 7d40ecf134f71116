/// Writes the events of an answer as a wire streams them: the way back of ``StreamDecoder``. Simulators, gateways and
/// conversions are made of it.
///
/// Counts go out with the end, as wires have it. Where blocks bear numbers they follow one another without gaps; where
/// arguments cannot grow, calls wait until they are whole.
public struct StreamRenderer<Format: Wire>: EventRenderer {
    /// What the wire could not be told, each loss once.
    public private(set) var losses: [Loss] = []

    private let origin: String
    private let capabilities: Set<Capability>
    private let callsAreRun: Bool
    /// The blocks that are left out, where the wire has items.
    private var skipped: Set<Int> = []
    private var maker = ChunkMaker(Format.self)
    private var adoption: Adoption
    private var texts = TextCalls()
    private var usage: Usage?
    /// What is said of the answer beyond what has a name: it is told with its end.
    private var extra: Extra = [:]
    private var hasStarted = false
    /// The blocks that are open, by their index among the events.
    private var blocks: [Int: Block] = [:]
    private var count = 0
    private var openNumber: Int?
    /// The calls that wait for their end, in order, and those of them that have come to it.
    private var waiting: [Int] = []
    private var whole: [Int: ToolCall] = [:]
    /// What came after a call that waits: it is written after it.
    private var held: [ChatEvent] = []
    /// The call that is open among numbered blocks: nothing can be added to it once another has begun.
    private var openCall: Int?

    /// Whether there are counts before there is anything to count.
    private var beginsWithCounts: Bool { Format.eventKey != nil || Format.isNumbered }

    private struct Block {
        /// Its number on the wire; `nil` where nothing of it is written.
        var number: Int?
        var kind: Part.Kind
        /// A call that waits for its end.
        var call: ToolCall?
        /// How many sources it has named.
        var sources = 0
        /// The text so far.
        var text = ""
    }

    /// Makes a renderer for one stream.
    /// - Parameters:
    ///   - origin: the wire that the events came from: seals of another are not written, and that is noted.
    ///   - capabilities: what the server can, where that decides what is written.
    ///   - callsAreRun: whether the calls in the answer were run already, by the program that it comes from: nobody is to
    ///     run them again.
    public init(
        origin: String = Format.id, capabilities: Set<Capability> = Format.capabilities, callsAreRun: Bool = false
    ) {
        self.origin = origin
        self.capabilities = capabilities
        self.callsAreRun = callsAreRun
        adoption = Adoption(by: Format.self, callsAreRun: callsAreRun)
    }

    /// What the wire could not be told of an answer, as a document of it would lose it: streamed and whole it is the
    /// same. Programs have no documents.
    public func losses(of answer: ChatResponse) -> [Loss] {
        if Format.framing == .lines { return losses }
        let whole = Format.render(answer, capabilities: capabilities, callsAreRun: callsAreRun).losses
        // What a stream has to make up, or says in another way than a document that drops it.
        let others = losses.filter { loss in
            loss.severity != .dropped && !whole.contains { $0.path == loss.path && $0.severity != .dropped }
        }
        return whole.filter { loss in !others.contains { $0.path == loss.path } } + others
    }

    /// Writes what an event says; nothing where the wire has nothing to say.
    public mutating func render(_ event: ChatEvent, into bytes: inout [UInt8]) {
        if Format.hasItems { return renderItems(of: event, into: &bytes) }
        if case .blockStarted(let index, .toolCall(_, _, isText: true)) = event {
            let reason = "\(Format.id) has no calls with text: it is sent as the argument 'input'"
            note([Loss(path: "parts[\(index)].input", reason: reason, severity: .approximated)])
        }
        for event in texts.events(for: event) { take(event, into: &bytes) }
    }

    private mutating func take(_ event: ChatEvent, into bytes: inout [UInt8]) {
        if isHeld(event) {
            held.append(event)
            return
        }
        write(event, into: &bytes)
        if waiting.isEmpty, openCall == nil, !held.isEmpty { release(into: &bytes) }
    }

    /// Whether an event says more of the answer than the calls that wait.
    private func isHeld(_ event: ChatEvent) -> Bool {
        guard let index = event.index else { return false }
        if let openCall { return index != openCall }
        if waiting.isEmpty { return false }
        if case .blockStarted(_, .toolCall) = event { return !held.isEmpty }
        return !waiting.contains(index)
    }

    /// Writes what was held back, as far as that can be.
    private mutating func release(into bytes: inout [UInt8]) {
        let events = held
        held = []
        for event in events { take(event, into: &bytes) }
    }

    /// Writes all that waits: calls as far as they have come, then what was held back.
    private mutating func releaseAll(into bytes: inout [UInt8]) {
        while !waiting.isEmpty || !held.isEmpty {
            for index in waiting { close(index, into: &bytes) }
            if let index = openCall { close(index, into: &bytes) }
            release(into: &bytes)
        }
    }

    private mutating func write(_ event: ChatEvent, into bytes: inout [UInt8]) {
        switch event {
        case .started(let head): start(head, into: &bytes)
        case .blockStarted(let index, let block): open(block, index, into: &bytes)
        case .textDelta(let index, _), .reasoningDelta(let index, _), .refusalDelta(let index, _),
            .citation(let index, _):
            grow(index, by: event, into: &bytes)
        case .argumentsDelta(let index, let text):
            guard blocks[index]?.call != nil else { return grow(index, by: event, into: &bytes) }
            blocks[index]?.call?.argumentsText += text
        case .signature(let index, let signature): seal(index, signature, into: &bytes)
        case .extra(nil, let extra): self.extra.merge(extra) { $0.merged(with: $1) }
        case .whole(let index, .text(let whole)): complete(index, whole.text, into: &bytes)
        case .whole, .extra: break
        case .blockEnded(let index): close(index, into: &bytes)
        case .usage(let usage): self.usage = usage
        case .finished(let finish):
            releaseAll(into: &bytes)
            end(finish, into: &bytes)
        }
    }

    /// Items are numbered, and told whole, by the maker.
    private mutating func renderItems(of event: ChatEvent, into bytes: inout [UInt8]) {
        var event = event
        switch event {
        case .blockStarted(let index, let block) where !adoption.takes(block.kind):
            skipped.insert(index)
        case .blockStarted(let index, .part(let part)):
            if let part = adoption.adopted(part, at: "parts[\(index)]") {
                event = .blockStarted(index: index, .part(part))
            } else {
                skipped.insert(index)
            }
        case .whole(let index, let part):
            if let part = adoption.adopted(part, at: "parts[\(index)]") { event = .whole(index: index, part) }
        default: break
        }
        note(adoption.losses)
        if let index = event.index {
            if skipped.contains(index) { return }
            event = event.moved(to: index - skipped.count { $0 < index })
        }
        for chunk in maker.chunks(for: event) { write(chunk, at: nil, into: &bytes) }
        if case .finished = event, case .sse(let end?) = Format.framing { write(event: Array(end.utf8), into: &bytes) }
    }

    /// Writes that the answer failed; nothing may follow.
    public mutating func fail(_ error: BackendError, into bytes: inout [UInt8]) {
        write(maker.chunk(for: Failure(error, in: Format.self)), at: nil, into: &bytes)
    }

    private mutating func start(_ head: ResponseHead, into bytes: inout [UInt8]) {
        guard !hasStarted else { return }
        hasStarted = true
        var head = head
        if head.id == nil, Format.eventKey != nil {
            head.id = "answer"
            note([Loss(path: "id", reason: "\(Format.id) has no answer without one", severity: .synthesised)])
        }
        guard var chunk = maker.chunk(for: .started(head)) else { return }
        // Where all events are alike they repeat the head, and nothing is to be said before there is content.
        guard beginsWithCounts else { return }
        // Counts that are yet to come are none.
        chunk.usage = Format.counts(Usage(input: 0, output: 0))
        write(chunk, at: nil, into: &bytes)
    }

    private mutating func open(_ block: ChatEvent.Block, _ index: Int, into bytes: inout [UInt8]) {
        var block = block
        if case .part(let part) = block {
            guard let adopted = adoption.adopted(part, at: "parts[\(index)]") else {
                blocks[index] = Block(kind: part.kind)
                return note(adoption.losses)
            }
            note(adoption.losses)
            block = .part(adopted)
        }
        let kind = block.kind
        if !adoption.takes(kind) {
            blocks[index] = Block(kind: kind)
            return
        }
        if case .toolCall(let id, let name, let isText) = block, !Format.growsCalls {
            blocks[index] = Block(kind: kind, call: ToolCall(id: id, name: name, isText: isText))
            waiting.append(index)
            return
        }
        endOpenBlock(into: &bytes)
        guard let chunk = maker.chunk(for: .blockStarted(index: Format.isNumbered ? count : index, block)) else {
            blocks[index] = Block(number: index, kind: kind)
            return
        }
        let isWritten = write(chunk, at: index, orNothing: true, into: &bytes)
        guard Format.isNumbered else {
            blocks[index] = Block(number: index, kind: kind)
            return
        }
        blocks[index] = Block(number: isWritten ? count : nil, kind: kind)
        if isWritten {
            if kind == .toolCall { openCall = index }
            openNumber = count
            count += 1
        }
    }

    /// A text that is told whole may say more than its pieces did.
    private mutating func complete(_ index: Int, _ whole: String, into bytes: inout [UInt8]) {
        guard let text = blocks[index]?.text, text != whole else { return }
        if whole.utf8.starts(with: text.utf8) {
            let rest = String(decoding: whole.utf8.dropFirst(text.utf8.count), as: UTF8.self)
            grow(index, by: .textDelta(index: index, rest), into: &bytes)
        } else {
            note([
                Loss(
                    path: "parts[\(index)].text", reason: "the whole is another text than its pieces were",
                    severity: .approximated)
            ])
        }
    }

    private mutating func grow(_ index: Int, by event: ChatEvent, into bytes: inout [UInt8]) {
        if case .textDelta(_, let text) = event { blocks[index]?.text += text }
        guard let number = blocks[index]?.number, let chunk = maker.chunk(for: event.moved(to: number)) else { return }
        write(chunk, at: index, into: &bytes)
    }

    private mutating func seal(_ index: Int, _ signature: String, into bytes: inout [UInt8]) {
        guard origin == Format.id else {
            if !signature.isEmpty {
                note([
                    Loss(path: "parts[\(index)].signature", reason: "only \(origin) can check it", severity: .dropped)
                ])
            }
            return
        }
        if blocks[index]?.call != nil {
            blocks[index]?.call?.signature = signature
            blocks[index]?.call?.origin = Format.id
        } else if !Format.isNumbered, blocks[index]?.kind != .reasoning {
            var chunk = Chunk()
            chunk.pieces = [.signature(signature)]
            write(maker.headed(chunk), at: index, into: &bytes)
        } else {
            grow(index, by: .signature(index: index, signature), into: &bytes)
        }
    }

    private mutating func close(_ index: Int, into bytes: inout [UInt8]) {
        if index == openCall { openCall = nil }
        guard let block = blocks.removeValue(forKey: index) else { return }
        if let call = block.call {
            whole[index] = call
            while let first = waiting.first, let call = whole.removeValue(forKey: first) {
                waiting.removeFirst()
                write(call, at: first, into: &bytes)
            }
        } else if Format.isNumbered, block.number == openNumber {
            endOpenBlock(into: &bytes)
        }
    }

    private mutating func write(_ call: ToolCall, at index: Int, into bytes: inout [UInt8]) {
        var chunk = Chunk()
        let isPlain = call.extra.isEmpty && call.signature == nil
        chunk.pieces = [isPlain ? .toolCall(ToolCallPiece(call)) : .whole(.toolCall(call))]
        write(maker.headed(chunk), at: index, into: &bytes)
    }

    /// Numbered blocks follow one another, whatever order their ends come in.
    private mutating func endOpenBlock(into bytes: inout [UInt8]) {
        guard Format.isNumbered, let number = openNumber else { return }
        openNumber = nil
        if let chunk = maker.chunk(for: .blockEnded(index: number)) { write(chunk, at: nil, into: &bytes) }
    }

    private mutating func end(_ finish: Finish, into bytes: inout [UInt8]) {
        endOpenBlock(into: &bytes)
        guard var chunk = maker.chunk(for: .finished(finish)) else { return }
        chunk.extra = extra
        chunk.usage = (usage ?? (beginsWithCounts ? Usage(input: nil, output: 0) : nil)).map(Format.counts)
        if beginsWithCounts {
            for (name, count) in [("input", usage?.input), ("output", usage?.output)] where count == nil {
                let reason = "\(Format.id) begins with a count: 0 is sent"
                note([Loss(path: "usage.\(name)", reason: reason, severity: .synthesised)])
            }
        }
        write(chunk, at: nil, into: &bytes)
        if case .sse(let end?) = Format.framing { write(event: Array(end.utf8), into: &bytes) }
    }

    @discardableResult
    private mutating func write(
        _ chunk: Chunk, at index: Int?, orNothing: Bool = false, into bytes: inout [UInt8]
    ) -> Bool {
        var out = Renderer(wire: Format.id, capabilities: capabilities, isStreaming: true)
        Format.renderEvent(chunk, into: &out)
        // A source that is lost is lost from its text.
        let isSource = index.map { blocks[$0]?.kind == .text } == true && chunk.pieces.first?.kind == .citation
        let source = index.flatMap { blocks[$0]?.sources } ?? 0
        if isSource, let index { blocks[index]?.sources += 1 }
        note(
            out.losses.map { loss in
                guard let index else { return loss }
                let inner = loss.path.hasPrefix("parts[0]") ? String(loss.path.dropFirst(8)) : loss.path
                let rest = inner.isEmpty || inner.hasPrefix(".") ? inner : ".\(inner)"
                let place = isSource ? rest.isEmpty ? ".citations" : ".citations[\(source)]" : ""
                let path = "parts[\(index)]\(place)\(rest)"
                return Loss(path: path, reason: loss.reason, severity: loss.severity)
            })
        if orNothing, out.losses.contains(where: { $0.severity == .dropped && ["", "parts[0]"].contains($0.path) }) {
            return false
        }
        // Of an item that is not written nothing but the loss is told.
        if Format.hasItems, chunk.note.sequence == nil { return false }
        write(event: out.json.bytes, into: &bytes)
        return true
    }

    private func write(event: [UInt8], into bytes: inout [UInt8]) {
        guard case .sse = Format.framing else {
            bytes += event
            bytes.append(0x0A)
            return
        }
        if let key = Format.eventKey, let name = JSONReader(event).lookAheadString(key) {
            bytes += "event: \(name)\n".utf8
        }
        bytes += "data: ".utf8
        bytes += event
        bytes += [0x0A, 0x0A]
    }

    private mutating func note(_ new: [Loss]) { for loss in new where !losses.contains(loss) { losses.append(loss) } }
}

/// A renderer of any wire.
public protocol EventRenderer: Sendable {
    /// What the wire could not be told, each loss once.
    var losses: [Loss] { get }
    /// What the wire could not be told of an answer, streamed or whole.
    func losses(of answer: ChatResponse) -> [Loss]
    /// Writes what an event says; nothing where the wire has nothing to say.
    mutating func render(_ event: ChatEvent, into bytes: inout [UInt8])
    /// Writes that the answer failed; nothing may follow.
    mutating func fail(_ error: BackendError, into bytes: inout [UInt8])
}

extension ChatEvent {
    /// The event for another number of its block.
    fileprivate func moved(to number: Int) -> ChatEvent {
        switch self {
        case .textDelta(_, let text): .textDelta(index: number, text)
        case .reasoningDelta(_, let text): .reasoningDelta(index: number, text)
        case .refusalDelta(_, let text): .refusalDelta(index: number, text)
        case .argumentsDelta(_, let text): .argumentsDelta(index: number, text)
        case .signature(_, let signature): .signature(index: number, signature)
        case .citation(_, let citation): .citation(index: number, citation)
        case .blockStarted(_, let block): .blockStarted(index: number, block)
        case .whole(_, let part): .whole(index: number, part)
        case .extra(let index, let extra): .extra(index: index.map { _ in number }, extra)
        case .blockEnded: .blockEnded(index: number)
        case .started, .usage, .finished: self
        }
    }
}

extension ChatEvent {
    /// The block it is of.
    fileprivate var index: Int? {
        switch self {
        case .blockStarted(let index, _), .textDelta(let index, _), .reasoningDelta(let index, _),
            .refusalDelta(let index, _), .argumentsDelta(let index, _), .signature(let index, _),
            .citation(let index, _), .whole(let index, _), .blockEnded(let index):
            index
        case .extra(let index, _): index
        case .started, .usage, .finished: nil
        }
    }
}

extension ChatEvent.Block {
    /// The kind of part it becomes.
    fileprivate var kind: Part.Kind {
        switch self {
        case .text: .text
        case .reasoning: .reasoning
        case .refusal: .refusal
        case .toolCall: .toolCall
        case .part(let part): part.kind
        }
    }
}
