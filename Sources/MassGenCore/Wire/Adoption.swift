/// Takes what came from one wire over to another, and says what cannot come along.
///
/// Seals, thoughts that only their vendor can read and members without a name here belong to the wire they came from.
/// In an answer the thoughts themselves stay: they are shown, not sent back to a model.
struct Adoption {
    /// The wire that takes over.
    let wire: String
    /// Whether it shows thoughts as summaries, as wires of items do.
    private let hasItems: Bool
    /// Whether the calls of an answer were run already, by the program that it comes from.
    private let callsAreRun: Bool
    /// What did not come along.
    private(set) var losses: [Loss] = []

    init<Format: Wire>(by format: Format.Type, callsAreRun: Bool = false) {
        wire = Format.id
        hasItems = Format.hasItems
        self.callsAreRun = callsAreRun && Format.framing != .lines
    }

    /// A request's values; its thoughts are left to the renderer, which never sends foreign ones.
    mutating func adopt(_ request: inout ChatRequest) {
        adopt(&request.extra, at: "extra")
        for index in request.tools.indices { adopt(&request.tools[index].extra, at: "tools[\(index)].extra") }
        for index in request.serverTools.indices {
            adopt(&request.serverTools[index].extra, at: "serverTools[\(index)].extra")
        }
        for place in request.messages.indices {
            adopt(&request.messages[place].extra, at: "messages[\(place)].extra")
            for index in request.messages[place].parts.indices {
                adopt(&request.messages[place].parts[index], at: "messages[\(place)].parts[\(index)]")
            }
        }
    }

    /// An answer's values.
    mutating func adopt(_ response: inout ChatResponse) {
        var parts: [Part] = []
        for (index, part) in response.message.parts.enumerated() {
            if let part = adopted(part, at: "parts[\(index)]") { parts.append(part) }
        }
        response.message.parts = parts
    }

    /// A part of an answer; `nil` when nothing of it can come along.
    mutating func adopted(_ part: Part, at path: String) -> Part? {
        if !takes(part.kind) {
            drop(path, "the program ran it: in \(wire) it would be run again")
            return nil
        }
        if hasItems, part.isForeignTool(to: wire) {
            drop(path, "\(wire) has no such \(part.kind.rawValue) here")
            return nil
        }
        guard case .reasoning(let reasoning) = part else {
            if case .opaque(let opaque) = part, opaque.origin != wire {
                drop(path, "a part of \(opaque.origin) has no meaning in \(wire)")
                return nil
            }
            var part = part
            adopt(&part, at: path)
            return part
        }
        if reasoning.origin == wire { return part }
        let origin = reasoning.origin ?? "an unknown wire"
        if reasoning.signature?.isEmpty == false { drop("\(path).signature", "only \(origin) can check it") }
        if reasoning.encrypted != nil { drop("\(path).encrypted", "only \(origin) can read it") }
        var extra = reasoning.extra
        adopt(&extra, at: "\(path).extra")
        guard !reasoning.text.isEmpty else { return nil }
        var adopted = ReasoningPart(text: reasoning.text, origin: wire)
        adopted.isSummary = hasItems
        return .reasoning(adopted)
    }

    /// Whether a kind of part means the same to the one who gets the answer.
    func takes(_ kind: Part.Kind) -> Bool { !callsAreRun || (kind != .toolCall && kind != .toolResult) }

    /// The members of a part that belong to other wires, taken out.
    private mutating func adopt(_ part: inout Part, at path: String) {
        switch part {
        case .text(var text):
            adopt(&text.extra, at: "\(path).extra")
            for index in text.citations.indices {
                adopt(&text.citations[index].extra, at: "\(path).citations[\(index)].extra")
            }
            part = .text(text)
        case .image(var media):
            adopt(&media, at: path)
            part = .image(media)
        case .audio(var media):
            adopt(&media, at: path)
            part = .audio(media)
        case .file(var media):
            adopt(&media, at: path)
            part = .file(media)
        case .toolCall(var call):
            adopt(&call.extra, at: "\(path).extra")
            part = .toolCall(call)
        case .toolResult(var result):
            adopt(&result.extra, at: "\(path).extra")
            for index in result.parts.indices { adopt(&result.parts[index], at: "\(path).parts[\(index)]") }
            part = .toolResult(result)
        case .citation(var citation):
            adopt(&citation.extra, at: "\(path).extra")
            part = .citation(citation)
        case .serverToolCall(var call):
            adopt(&call.extra, at: "\(path).extra")
            part = .serverToolCall(call)
        case .serverToolResult(var result):
            adopt(&result.extra, at: "\(path).extra")
            part = .serverToolResult(result)
        case .reasoning, .refusal, .opaque: break
        }
    }

    private mutating func adopt(_ media: inout Media, at path: String) {
        adopt(&media.extra, at: "\(path).extra")
        guard case .parts(var parts)? = media.source else { return }
        for index in parts.indices { adopt(&parts[index], at: "\(path).parts[\(index)]") }
        media.source = .parts(parts)
    }

    private mutating func adopt(_ extra: inout Extra, at path: String) {
        guard !extra.isEmpty else { return }
        for owner in extra.keys.sorted() where owner != wire {
            for key in extra[owner]?.keys ?? [] {
                drop("\(path).\(owner).\(key)", "\(wire) has no name for it")
            }
            extra[owner] = nil
        }
    }

    mutating func drop(_ path: String, _ reason: String) {
        losses.append(Loss(path: path, reason: reason, severity: .dropped))
    }
}

extension Part {
    /// Whether a tool of another wire's provider ran: items say no more than that one did, not whose.
    fileprivate func isForeignTool(to wire: String) -> Bool {
        switch self {
        case .serverToolCall(let call): call.origin.map { $0 != wire } ?? false
        case .serverToolResult(let result): result.origin.map { $0 != wire } ?? false
        default: false
        }
    }
}

extension ChatRequest {
    /// Leaves out what ran elsewhere, where items would have it that it ran here.
    mutating func leaveForeignTools<Format: Wire>(to format: Format.Type, _ losses: inout [Loss]) {
        guard Format.hasItems else { return }
        for place in messages.indices where messages[place].parts.contains(where: { $0.isForeignTool(to: Format.id) }) {
            for (index, part) in messages[place].parts.enumerated() where part.isForeignTool(to: Format.id) {
                let reason = "\(Format.id) has no such \(part.kind.rawValue) here"
                losses.append(Loss(path: "messages[\(place)].parts[\(index)]", reason: reason, severity: .dropped))
            }
            messages[place].parts.removeAll { $0.isForeignTool(to: Format.id) }
        }
    }
}
