/// Views of canonical values in the forms in which wires hold them.
extension ChatRequest {
    /// The level of thinking.
    public var reasoningEffort: ReasoningEffort? {
        get { reasoning?.effort }
        set { if newValue != nil || reasoning != nil { change { $0.effort = newValue } } }
    }

    /// The budget of thinking.
    public var reasoningBudgetTokens: Int? {
        get { reasoning?.budgetTokens }
        set { if newValue != nil || reasoning != nil { change { $0.budgetTokens = newValue } } }
    }

    /// The form of summaries of thoughts.
    public var reasoningSummary: String? {
        get { reasoning?.summary }
        set { if newValue != nil || reasoning != nil { change { $0.summary = newValue } } }
    }

    /// Whether the model thinks at all, as wires hold it that have nothing but a switch.
    public var reasoningIsOn: Bool? {
        get {
            if let effort = reasoning?.effort { return effort != .none }
            return reasoning?.budgetTokens.map { $0 > 0 }
        }
        set {
            guard let newValue, reasoningIsOn == nil else { return }
            reasoningEffort = newValue ? .medium : ReasoningEffort.none
        }
    }

    /// The same in words: `enabled`, `disabled`.
    public var reasoningState: String? {
        get { reasoningIsOn.map { $0 ? "enabled" : "disabled" } }
        set { if newValue == "enabled" || newValue == "disabled" { reasoningIsOn = newValue == "enabled" } }
    }

    /// Whether the model thinks, where that says all there is of its effort.
    public var reasoningSwitch: Bool? {
        reasoning?.effort == ReasoningEffort.none || reasoning?.effort == .medium && reasoning?.budgetTokens == nil
            ? reasoningIsOn : nil
    }

    private mutating func change(_ body: (inout ReasoningOptions) -> Void) {
        var options = reasoning ?? ReasoningOptions()
        body(&options)
        reasoning = options
    }
}

extension ReasoningPart {
    /// The thoughts as a list of texts, as some wires hold them.
    public var texts: [TextPart] {
        get { [TextPart(text: text)] }
        set { text = newValue.map(\.text).joined() }
    }
}

extension Media {
    /// The media type where nothing but the address says it: wires that send addresses lose it.
    public var looseType: String? { if case .data? = source { nil } else { mediaType } }
}

extension Chunk {
    /// What went wrong, where there is only a text.
    public var failureMessage: String? {
        get { failure?.message }
        set {
            guard let newValue else { return }
            var changed = failure ?? Failure()
            changed.message = newValue
            failure = changed
        }
    }

    /// The vendor's code of what went wrong, where it stands apart.
    public var failureCode: String? {
        get { failure?.code }
        set {
            guard let newValue else { return }
            var changed = failure ?? Failure()
            if changed.code == nil { changed.code = newValue }
            failure = changed
        }
    }
}

/// Conversations as wires hold them where system texts stand apart and turns alternate.
extension ChatRequest {
    /// What all system messages say, in order. Setting puts it in front.
    public var systemParts: [Part] {
        get { messages.filter { $0.role == .system }.flatMap(\.parts) }
        set { if !newValue.isEmpty { messages.insert(Message(role: .system, parts: newValue), at: 0) } }
    }

    /// The system's text, where it is only one.
    public var systemText: String? {
        get { Message(role: .system, parts: systemParts).soleText }
        set { if let newValue { systemParts = [.text(newValue)] } }
    }

    /// What all system messages say as one text.
    public var instructions: String? {
        get {
            let texts = messages.filter { $0.role == .system }.compactMap(\.text)
            return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
        }
        set { if let newValue { systemParts = [.text(newValue)] } }
    }

    /// The conversation without the system's messages: results of tools stand in turns of the user, and neighbours of
    /// one role are one turn. Setting takes results apart again.
    public var turns: [Message] {
        get {
            var turns: [Message] = []
            var names: [String: String] = [:]
            for message in messages where message.role != .system {
                var turn = message
                for call in message.toolCalls { names[call.id] = call.name }
                if turn.role == .tool {
                    turn.role = .user
                    turn.parts = turn.parts.map { $0.named(names) }
                }
                if let last = turns.indices.last, turns[last].role == turn.role {
                    turns[last].parts += turn.parts
                } else {
                    turns.append(turn)
                }
            }
            return turns
        }
        set {
            for turn in newValue {
                let results = turn.parts.filter { $0.kind == .toolResult }
                guard turn.role == .user, !results.isEmpty else {
                    messages.append(turn)
                    continue
                }
                var rest = turn
                rest.parts.removeAll { $0.kind == .toolResult }
                messages.append(Message(role: .tool, parts: results))
                if !rest.parts.isEmpty { messages.append(rest) }
            }
        }
    }
}

extension Part {
    /// A result with the name of its tool, which some wires want.
    fileprivate func named(_ names: [String: String]) -> Part {
        guard case .toolResult(var result) = self, result.name == nil else { return self }
        result.name = names[result.callID]
        return .toolResult(result)
    }
}
