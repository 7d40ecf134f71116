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
            changed.code = newValue
            failure = changed
        }
    }
}
