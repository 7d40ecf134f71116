/// Losses.
extension Renderer {
    /// Notes a loss at a hole of the value being written.
    public mutating func lose(_ hole: String, _ severity: Loss.Severity, _ reason: String) {
        losses.append(Loss(path: place.isEmpty ? hole : "\(place).\(hole)", reason: reason, severity: severity))
    }

    /// Notes that the value being written is left out.
    public mutating func drop(_ part: Part) {
        let reason =
            switch part {
            case .reasoning(let part) where part.origin != wire:
                "reasoning of \(part.origin ?? "an unknown wire") is never sent to \(wire)"
            case .opaque(let part) where part.origin != wire:
                "a part of \(part.origin) is never sent to \(wire)"
            default: "\(wire) has no such \(part.kind.rawValue) here"
            }
        losses.append(Loss(path: place, reason: reason, severity: .dropped))
    }

    /// Notes that the message being written is left out.
    public mutating func drop(_ message: Message) {
        let reason = "\(wire) takes no messages of the \(message.role.rawValue)"
        var places = [place]
        if let origins, path.count == 1, path[0].hole.description == "turns",
            origins.turns.indices.contains(path[0].index)
        {
            // A turn may be made of several.
            places = origins.turns[path[0].index].map { "messages[\($0.message)]" }
        }
        for (index, place) in places.enumerated() where places.firstIndex(of: place) == index {
            losses.append(Loss(path: place, reason: reason, severity: .dropped))
        }
    }

    /// Notes that the value being written goes out as something near.
    public mutating func approximate(_ reason: String) {
        losses.append(Loss(path: place, reason: reason, severity: .approximated))
    }

    /// Writes a tool of the provider's own that has no row: one that its wire alone knows as it came, others not at
    /// all.
    /// - Parameter known: the tools that have a row, which the model cannot run.
    public mutating func other(_ tool: ServerTool, known: String...) {
        let whole = [wire, provider].compactMap { tool.extra[$0] }.filter { !$0.isEmpty }
        if !known.contains(tool.name), !ServerTool.canonical.contains(tool.name), let first = whole.first {
            json.value(.object(whole.dropFirst().reduce(first) { $0.merged(with: $1) }))
            dropSettings(of: tool)
            return
        }
        let owner = provider.isEmpty ? wire : provider
        let reason = known.contains(tool.name) ? "the model cannot do it" : "\(owner) has no tool \(tool.name)"
        losses.append(Loss(path: place, reason: reason, severity: .dropped))
    }

    /// Notes the settings of a tool of the provider's own that have no place.
    public mutating func dropSettings(of tool: ServerTool, except written: String...) {
        for name in tool.settings where !written.contains(name) { drop(name, if: true) }
    }

    /// Notes a combination that the provider forbids: such a request is never sent.
    public mutating func forbid(_ one: String, with other: String, if isThere: Bool) {
        if isThere { conflicts.append("\(one) together with \(other)") }
    }

    /// The path of the value being written.
    var place: String {
        // Tools stand in a list of lists on some wires, and in one list here.
        let steps = path.lazy.filter { $0.hole.description != "toolLists" }.map { "\($0.hole)[\($0.index)]" }
        guard let origins, let first = path.first else { return steps.joined(separator: ".") }
        if ["systemParts", "systemFlatParts"].contains(first.hole.description),
            origins.system.indices.contains(first.index)
        {
            let place = origins.system[first.index]
            return (["messages[\(place.message)]", "parts[\(place.part)]"] + steps.dropFirst()).joined(separator: ".")
        }
        guard first.hole.description == "turns", origins.turns.indices.contains(first.index) else {
            return steps.joined(separator: ".")
        }
        let turn = origins.turns[first.index]
        guard path.count > 1, turn.indices.contains(path[1].index) else {
            return (["messages[\(turn[0].message)]"] + steps.dropFirst()).joined(separator: ".")
        }
        let place = turn[path[1].index]
        return (["messages[\(place.message)]", "parts[\(place.part)]"] + steps.dropFirst(2)).joined(separator: ".")
    }

    /// Notes that a value was written that nobody gave, where the wire must have one.
    public mutating func fill(_ hole: String, with value: String, if isMissing: Bool) {
        if isMissing { lose(hole, .synthesised, "\(wire) must have one: \(value) is sent") }
    }

    /// Notes that a hole this wire or provider has no place for is left out, if it has a value.
    public mutating func drop(_ hole: String, if hasValue: Bool) {
        if hasValue { lose(hole, .dropped, "\(provider.isEmpty ? wire : provider) does not take it") }
    }

    /// Notes that members a caller added for this wire or provider are left out.
    public mutating func drop(_ extra: Extra) {
        drop("extra", if: [wire, provider].contains { extra[$0]?.isEmpty == false })
    }

    /// Empties a hole that the provider does not take, and notes it if there was a value.
    public mutating func remove<Value>(_ hole: String, _ value: inout Value?) {
        drop(hole, if: value != nil)
        value = nil
    }

    /// Empties a hole that the provider does not take, and notes it if there were values.
    public mutating func remove<Value>(_ hole: String, _ values: inout [Value]) {
        drop(hole, if: !values.isEmpty)
        values = []
    }

    /// The value if the model takes it; otherwise nothing, and a loss.
    public mutating func allowed<Value>(_ value: Value?, _ hole: String, if condition: Bool) -> Value? {
        if value != nil, !condition {
            lose(hole, .dropped, "the model does not take it")
            return nil
        }
        return value
    }

    /// The texts if the model takes them; otherwise none, and a loss.
    public mutating func allowed(_ value: [String], _ hole: String, if condition: Bool) -> [String] {
        allowed(value.isEmpty ? nil : value, hole, if: condition) ?? []
    }

    /// The text if it is one of those allowed; otherwise nothing, and a loss.
    public mutating func allowed(_ value: String?, _ hole: String, in words: [String]) -> String? {
        guard let value, !words.contains(value) else { return value }
        lose(hole, .dropped, "'\(value)' is not one of \(words.joined(separator: ", "))")
        return nil
    }

    /// The level if it is one of those allowed, otherwise the nearest, and a loss.
    public mutating func allowed(_ effort: ReasoningEffort?, _ hole: String, in levels: [String]) -> ReasoningEffort? {
        guard let effort, !levels.contains(effort.rawValue) else { return effort }
        let nearest = effort.nearest(in: levels.map(ReasoningEffort.init(rawValue:)))
        let severity: Loss.Severity = nearest == nil ? .dropped : .approximated
        let sent = nearest.map { ", '\($0.rawValue)' is sent" } ?? ""
        lose(hole, severity, "'\(effort.rawValue)' is not one of \(levels.joined(separator: ", "))\(sent)")
        return nearest
    }

    /// The message as a flat wire holds it: parts it has no place for are dropped, and parts that stand in another
    /// order than `kinds`, or several times, are moved together; all of that is noted.
    /// - Parameters:
    ///   - detailed: whether thoughts are written in detail too, so that nothing of them is lost.
    ///   - inlined: whether pictures are nothing but their bytes.
    public mutating func flatten(
        _ message: Message, into kinds: [Part.Kind], detailed: Bool = false, inlined: Bool = false
    ) -> Message {
        var flat = message
        flat.parts = flatten(
            message.parts, into: kinds, whole: detailed && !message.thoughts.isEmpty, inlined: inlined)
        return flat
    }

    /// The result as a flat wire holds it.
    public mutating func flatten(_ result: ToolResult, into kinds: [Part.Kind]) -> ToolResult {
        var flat = result
        flat.parts = flatten(result.parts, into: kinds)
        return flat
    }

    private mutating func flatten(
        _ parts: [Part], into kinds: [Part.Kind], whole: Bool = false, inlined: Bool = false
    ) -> [Part] {
        var kept: [Part] = []
        kept.reserveCapacity(parts.count)
        var rank = 0
        var isReordered = false
        for (index, part) in parts.enumerated() {
            path.append(("parts", index))
            defer { path.removeLast() }
            guard let place = kinds.firstIndex(of: part.kind), isOwn(part), !inlined || part.isInline else {
                drop(part)
                continue
            }
            if place < rank { isReordered = true }
            rank = max(rank, place)
            if whole, part.kind == .reasoning {
                kept.append(part)
                continue
            }
            if kept.last?.kind == part.kind, [.text, .reasoning, .refusal].contains(part.kind) {
                losses.append(
                    Loss(path: self.place, reason: "joined with the part before it", severity: .approximated))
            }
            noteLost(of: part)
            if inlined, case .image(let media) = part {
                drop("name", if: media.name != nil)
                drop("detail", if: media.detail != nil)
                drop(media.extra)
            }
            kept.append(part)
        }
        if isReordered {
            lose("parts", .reordered, "\(wire) holds \(kinds.map(\.rawValue).joined(separator: ", ")), in this order")
        }
        return kept
    }

    /// What a part of one text loses when only the text is written.
    private mutating func noteLost(of part: Part) {
        switch part {
        case .text(let text):
            drop("citations", if: !text.citations.isEmpty)
            drop("signature", if: text.signature != nil)
            drop("cache", if: text.cache != nil)
            drop(text.extra)
        case .reasoning(let reasoning):
            drop("signature", if: reasoning.signature != nil)
            drop("encrypted", if: reasoning.encrypted != nil)
            drop(reasoning.extra)
        default: break
        }
    }

    /// The answer as a flat wire holds it: pieces it has no place for are dropped, those that stand in another order than
    /// `kinds` are moved together; all of that is noted.
    /// - Parameter hasParts: whether the wire holds text and thoughts as parts.
    public mutating func flatten(_ chunk: Chunk, into kinds: [Part.Kind], hasParts: Bool = false) -> Chunk {
        var flat = chunk
        flat.pieces.removeAll(keepingCapacity: true)
        var rank = 0
        var isReordered = false
        if hasParts { partPlaces = (self.place, chunk.pieces.indices.filter { chunk.pieces[$0].isContent }) }
        for (index, piece) in chunk.pieces.enumerated() {
            path.append(("parts", index))
            defer { path.removeLast() }
            let isContent = hasParts && piece.isContent
            guard isContent || piece.kind.map(kinds.contains) ?? false else {
                if let part = piece.part { drop(part) } else { losses.append(noPlace(for: piece)) }
                continue
            }
            let place = isContent ? 0 : 1 + (piece.kind.flatMap(kinds.firstIndex) ?? 0)
            if place < rank { isReordered = true }
            rank = max(rank, place)
            if !isContent, let last = flat.pieces.last, last.kind == piece.kind, piece.kind?.isJoined ?? false {
                losses.append(
                    Loss(path: self.place, reason: "joined with the part before it", severity: .approximated))
            }
            flat.pieces += isContent ? [.part(own(piece))] : flatPieces(of: piece)
        }
        if isReordered {
            lose("parts", .reordered, "\(wire) holds \(kinds.map(\.rawValue).joined(separator: ", ")), in this order")
        }
        return flat
    }

    private func noPlace(for piece: Chunk.Piece) -> Loss {
        Loss(path: place, reason: "\(wire) has no such \(piece.kind?.rawValue ?? "part") here", severity: .dropped)
    }

    /// The piece as a part of this wire: it is what this wire's answer says, so a foreign seal stays out.
    private mutating func own(_ piece: Chunk.Piece) -> Part {
        switch piece {
        case .text(let text): return .text(text)
        case .reasoning(let text): return .reasoning(ReasoningPart(text: text, origin: wire))
        case .part(.reasoning(var reasoning)), .whole(.reasoning(var reasoning)):
            if let origin = reasoning.origin, origin != wire {
                drop("signature", if: reasoning.signature != nil)
                drop("encrypted", if: reasoning.encrypted != nil)
                reasoning = ReasoningPart(text: reasoning.text)
            }
            drop(reasoning.extra)
            reasoning.extra = [:]
            reasoning.origin = wire
            return .reasoning(reasoning)
        case .part(.text(var text)), .whole(.text(var text)):
            // Answers grow, and what stands beside a text does not.
            drop(text.extra)
            drop("signature", if: text.signature != nil)
            text = TextPart(text: text.text, citations: text.citations)
            return .text(text)
        case .part(let part), .whole(let part): return part
        case .refusal(let text): return .refusal(RefusalPart(text: text))
        case .toolCall, .citation, .signature: return .text("")
        }
    }

    /// The pieces that hold no more than flat wires do.
    private mutating func flatPieces(of piece: Chunk.Piece) -> [Chunk.Piece] {
        guard let part = piece.part else { return [piece] }
        switch part {
        case .text(let text):
            drop(text.extra)
            drop("signature", if: text.signature != nil)
            return [.text(text.text)]
        case .reasoning(let reasoning):
            noteLost(of: part)
            return [.reasoning(reasoning.text)]
        case .refusal(let refusal): return [.refusal(refusal.text)]
        case .toolCall(let call):
            drop(call.extra)
            drop("signature", if: call.signature != nil)
            return [.toolCall(ToolCallPiece(call))]
        case .citation(let citation): return [.citation(citation)]
        default: return [piece]
        }
    }

    /// The parts that are written as parts, where `kinds` have places of their own after them.
    public mutating func content(of message: Message, before kinds: [Part.Kind]) -> Message {
        var content = message
        let places = message.parts.indices.filter { !kinds.contains(message.parts[$0].kind) }
        partPlaces = (place, places)
        content.parts = places.map { message.parts[$0] }
        if let first = message.parts.firstIndex(where: { kinds.contains($0.kind) }),
            message.parts[first...].contains(where: { !kinds.contains($0.kind) })
        {
            lose("parts", .reordered, "\(wire) holds \(kinds.map(\.rawValue).joined(separator: ", ")) after the rest")
        }
        return content
    }

    /// Whether a part may be written: thoughts, opaque parts and tools of a provider's own only on the wire they came
    /// from. An answer's thoughts are this wire's now, whoever thought them.
    public func isOwn(_ part: Part) -> Bool {
        switch part {
        case .reasoning(let part): part.origin == wire || isAnswer
        case .opaque(let part): part.origin == wire
        case .serverToolCall(let part): part.origin == wire
        case .serverToolResult(let part): part.origin == wire
        default: true
        }
    }

    /// The answer as one of this wire: what another wire's vendor sealed is left out, and noted.
    public mutating func owned(_ chunk: Chunk) -> Chunk {
        isAnswer = true
        var own = chunk
        for (index, piece) in chunk.pieces.enumerated() {
            guard let part = piece.part else { continue }
            path.append(("parts", index))
            own.pieces[index] = .whole(owned(part))
            path.removeLast()
        }
        own.opened = chunk.opened.map { owned($0) }
        return own
    }

    /// The part without a seal of another wire, which is noted.
    mutating func owned(_ part: Part) -> Part {
        switch part {
        case .text(var text):
            text.signature = own(text.signature, of: text.origin)
            return .text(text)
        case .image(var media):
            media.signature = own(media.signature, of: media.origin)
            return .image(media)
        case .audio(var media):
            media.signature = own(media.signature, of: media.origin)
            return .audio(media)
        case .file(var media):
            media.signature = own(media.signature, of: media.origin)
            return .file(media)
        case .toolCall(var call):
            call.signature = own(call.signature, of: call.origin)
            return .toolCall(call)
        case .reasoning(var reasoning):
            reasoning.signature = own(reasoning.signature, of: reasoning.origin)
            if reasoning.encrypted != nil, reasoning.origin != wire {
                lose("encrypted", .dropped, "it can be read by \(reasoning.origin ?? "an unknown wire") alone")
                reasoning.encrypted = nil
            }
            return .reasoning(reasoning)
        case .toolResult(var result):
            for (index, inner) in result.parts.enumerated() {
                path.append(("parts", index))
                result.parts[index] = owned(inner)
                path.removeLast()
            }
            return .toolResult(result)
        default: return part
        }
    }

    private mutating func own(_ signature: String?, of origin: String?) -> String? {
        guard let signature, !signature.isEmpty, origin != wire else { return signature }
        lose("signature", .dropped, "it was made for \(origin ?? "an unknown wire")")
        return nil
    }
}

extension Chunk.Piece {
    /// The part it is, or is a piece of.
    var part: Part? {
        switch self {
        case .part(let part), .whole(let part): part
        case .text, .reasoning, .refusal, .signature, .toolCall, .citation: nil
        }
    }
}

extension Part {
    /// Whether it is no picture, or one whose bytes are here.
    fileprivate var isInline: Bool { if case .image(let media) = self { media.base64 != nil } else { true } }
}
