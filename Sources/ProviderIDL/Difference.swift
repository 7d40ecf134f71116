/// What a change of IDL means for one provider, one list of prices or the like: lines as `explain` has them.
public struct Difference: Sendable, Hashable, Encodable {
    /// What it is about: `provider groq`, `prices groq`.
    public var subject: String
    /// The lines that are gone; all of them for a subject that is gone.
    public var removed: [String]
    /// The lines that are new; all of them for a subject that is new.
    public var added: [String]
}

/// What differs between two states of IDL, by provider as if each stood alone, and by list of prices.
public func differences(from old: Model, to new: Model) -> [Difference] {
    let before = old.explanations, after = new.explanations
    return Set(before.keys).union(after.keys).sorted().compactMap { subject in
        let lines = (before[subject] ?? [], after[subject] ?? [])
        var difference = Difference(subject: subject, removed: [], added: [])
        for change in lines.1.difference(from: lines.0) {
            switch change {
            case .remove(_, let line, _): difference.removed.append(line)
            case .insert(_, let line, _): difference.added.append(line)
            }
        }
        // Removals come from the last to the first.
        difference.removed.reverse()
        return difference.removed.isEmpty && difference.added.isEmpty ? nil : difference
    }
}

extension Model {
    /// The lines of each subject.
    fileprivate var explanations: [String: [String]] {
        var lines: [String: [String]] = [:]
        for provider in providers {
            // A provider that speaks several wires stands there once for each.
            lines["provider \(provider.name) on \(provider.wire)"] = explanation(of: provider).split(separator: "\n")
                .map(String.init).filter { !$0.hasSuffix("models, see its prices") }
        }
        for list in prices {
            lines["prices \(list.provider.text)"] =
                ["source \(list.source?.text ?? ""), checked \(list.checked?.text ?? "")"] + list.rows.map(\.line)
        }
        return lines
    }
}

extension ModelRowSyntax {
    fileprivate var line: String { ([id.text] + facts.map(\.words)).joined(separator: "  ") }
}

extension ModelRowSyntax.Fact {
    fileprivate var words: String {
        let inner = nested.isEmpty ? [] : ["{ \(nested.map(\.words).joined(separator: "  ")) }"]
        return ([word.text] + values.map(\.text) + inner).joined(separator: " ")
    }
}
