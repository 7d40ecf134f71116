/// Thoughts on wires that tell them twice: as one text, and in detail with seals and what only the vendor can read.
extension Message {
    /// The thoughts in detail, where there is more to them than their text: what is encrypted stands for itself. Setting
    /// puts them in the place of thoughts that are only a text.
    public var thoughts: [Part] {
        get {
            let thoughts = parts.compactMap { if case .reasoning(let thought) = $0 { thought } else { nil } }
            guard thoughts.contains(where: \.isDetailed) else { return [] }
            return thoughts.flatMap(\.apart).map(Part.reasoning)
        }
        set {
            guard !newValue.isEmpty else { return }
            parts.removeAll { $0.kind == .reasoning }
            parts.insert(contentsOf: newValue, at: 0)
        }
    }
}

extension Chunk {
    /// The thoughts in detail. Setting takes the place of the same thoughts as a text.
    public var thoughts: [Part] {
        get { [] }
        set {
            guard !newValue.isEmpty else { return }
            pieces.removeAll { $0.kind == .reasoning }
            // Thoughts come before what they led to, whatever order the keys are in.
            pieces.insert(contentsOf: newValue.map(Piece.part), at: 0)
        }
    }
}

extension ReasoningPart {
    /// The text where it sums the thoughts up. Setting makes it that.
    public var summary: String? {
        get { isSummary ? text : nil }
        set {
            isSummary = true
            text = newValue ?? ""
        }
    }

    /// Whether there is more to it than its text.
    fileprivate var isDetailed: Bool { signature != nil || encrypted != nil || isSummary || !extra.isEmpty }

    /// What can be read, and what cannot.
    fileprivate var apart: [ReasoningPart] {
        guard encrypted != nil, !text.isEmpty || signature != nil else { return [self] }
        var plain = self, sealed = self
        plain.encrypted = nil
        (sealed.text, sealed.signature, sealed.isSummary) = ("", nil, false)
        return [plain, sealed]
    }
}
