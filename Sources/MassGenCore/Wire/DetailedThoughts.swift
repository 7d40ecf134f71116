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

extension Chunk {
    /// In a whole answer every detail stands for itself, as it is spelled.
    mutating func separateThoughts() {
        for place in pieces.indices {
            if case .part(.reasoning(let thought)) = pieces[place], thought.verbatim != nil {
                pieces[place] = .whole(.reasoning(thought))
            }
        }
    }
}

extension JSONReader {
    /// Reads an array of thoughts, and keeps how each is spelled.
    public mutating func list(
        verbatim parse: (inout JSONReader) throws(JSONError) -> Part?
    ) throws(JSONError) -> [Part] {
        func thought(_ json: inout JSONReader) throws(JSONError) -> Part? {
            var ahead = json
            let text = try ahead.text()
            guard case .reasoning(var thought)? = try parse(&json) else { return nil }
            thought.verbatim = text
            return .reasoning(thought)
        }
        return try list(thought)
    }
}

extension Renderer {
    /// Writes a member that is an array of thoughts, if there are any: each as it was spelled, if that still says the same.
    public mutating func list(
        _ key: StaticString, ifPresent parts: [Part], at hole: StaticString,
        _ element: (Part, inout Renderer) -> Void, verbatim parse: (inout JSONReader) throws(JSONError) -> Part?
    ) {
        list(key, ifPresent: parts, at: hole) { part, out in
            if case .reasoning(let thought) = part, let text = thought.verbatim {
                var json = JSONReader(Array(text.utf8))
                if let read = try? parse(&json), read == part { return out.raw(text) }
            }
            element(part, &out)
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
    fileprivate var isDetailed: Bool {
        signature != nil || encrypted != nil || isSummary || !extra.isEmpty || verbatim != nil
    }

    /// What can be read, and what cannot.
    fileprivate var apart: [ReasoningPart] {
        guard encrypted != nil, !text.isEmpty || signature != nil else { return [self] }
        var plain = self, sealed = self
        plain.encrypted = nil
        (plain.verbatim, sealed.verbatim) = (nil, nil)
        (sealed.text, sealed.signature, sealed.isSummary) = ("", nil, false)
        return [plain, sealed]
    }
}
