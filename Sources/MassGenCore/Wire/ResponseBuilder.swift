/// Puts events together to a response: the snapshot of an answer at any moment, and the whole of it at the end.
public struct ResponseBuilder: Sendable {
    /// What has come so far.
    public var response: ChatResponse {
        var response = head
        var whole = self
        whole.settle()
        response.message.parts = whole.blocks.map(\.part)
        return response
    }

    private var head = ChatResponse()
    private var blocks: [Block] = []
    /// The text that grows now, not yet part of its block.
    private var growing = (index: 0, text: "")

    private enum Block: Sendable {
        case text(TextPart)
        case reasoning(ReasoningPart)
        case refusal(RefusalPart)
        case toolCall(ToolCall)
        case part(Part)

        var part: Part {
            switch self {
            case .text(let text): .text(text)
            case .reasoning(let reasoning): .reasoning(reasoning)
            case .refusal(let refusal): .refusal(refusal)
            case .toolCall(let call): .toolCall(call)
            case .part(let part): part
            }
        }
    }

    /// The wire whose reasoning this is.
    public let origin: String?

    /// Makes an empty builder.
    public init(origin: String? = nil) { self.origin = origin }

    /// Takes the next event in.
    public mutating func apply(_ event: ChatEvent) {
        switch event {
        case .started(let start):
            head.id = start.id
            head.model = start.model
            head.losses = start.losses
        case .blockStarted(_, let block):
            switch block {
            case .text: blocks.append(.text(TextPart()))
            case .reasoning: blocks.append(.reasoning(ReasoningPart(origin: origin)))
            case .refusal: blocks.append(.refusal(RefusalPart()))
            case .toolCall(let id, let name, let isText):
                blocks.append(.toolCall(ToolCall(id: id, name: name, isText: isText)))
            case .part(let part): blocks.append(.part(part))
            }
        case .textDelta(let index, let text), .reasoningDelta(let index, let text),
            .refusalDelta(let index, let text), .argumentsDelta(let index, let text):
            append(text, at: index)
        case .signature(let index, let signature):
            settle()
            guard blocks.indices.contains(index) else { return }
            switch blocks[index] {
            case .reasoning(var part):
                part.signature = signature
                blocks[index] = .reasoning(part)
            case .text(var part):
                (part.signature, part.origin) = (signature, origin)
                blocks[index] = .text(part)
            case .toolCall(var call):
                (call.signature, call.origin) = (signature, origin)
                blocks[index] = .toolCall(call)
            case .refusal, .part: break
            }
        case .extra(nil, let extra): head.extra.merge(extra) { $0.merged(with: $1) }
        case .extra(let index?, let extra):
            guard blocks.indices.contains(index) else { return }
            switch blocks[index] {
            case .text(var part):
                part.extra.merge(extra) { $0.merged(with: $1) }
                blocks[index] = .text(part)
            case .reasoning(var part):
                part.extra.merge(extra) { $0.merged(with: $1) }
                blocks[index] = .reasoning(part)
            case .toolCall(var call):
                call.extra.merge(extra) { $0.merged(with: $1) }
                blocks[index] = .toolCall(call)
            case .refusal, .part: break
            }
        case .citation(let index, let citation):
            guard blocks.indices.contains(index), case .text(var part) = blocks[index] else { return }
            part.citations.append(citation)
            blocks[index] = .text(part)
        case .whole(let index, let part):
            settle()
            if blocks.indices.contains(index) { blocks[index] = .part(part) }
        case .blockEnded: break
        case .usage(let usage): head.usage = usage
        case .finished(let finish):
            head.stopReason = finish.reason
            head.vendorStopReason = finish.vendorReason
        }
    }

    /// What a block came to so far.
    mutating func part(at index: Int) -> Part? {
        settle()
        return blocks.indices.contains(index) ? blocks[index].part : nil
    }

    private mutating func append(_ text: String, at index: Int) {
        if index != growing.index {
            settle()
            growing.index = index
        }
        growing.text += text
    }

    /// Adds the text that grows to its block, in place: the block is taken out while it changes, so that no copy is
    /// made.
    private mutating func settle() {
        let (index, text) = growing
        growing.text = ""
        guard blocks.indices.contains(index), !text.isEmpty else { return }
        let block = blocks[index]
        blocks[index] = .part(.text(""))
        switch consume block {
        case .text(var part):
            part.text += text
            blocks[index] = .text(part)
        case .reasoning(var part):
            part.text += text
            blocks[index] = .reasoning(part)
        case .refusal(var part):
            part.text += text
            blocks[index] = .refusal(part)
        case .toolCall(var call):
            call.argumentsText += text
            blocks[index] = .toolCall(call)
        case .part(let part):
            blocks[index] = .part(part)
        }
    }
}
