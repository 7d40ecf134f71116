/// How a provider's differences change its wire: a line replaces the wire's line with the same key, otherwise the one
/// with the same hole; what matches neither is added.
extension Shape {
    /// The shape with a provider's differences.
    func merged(with patch: Shape) -> Shape {
        var merged = self
        switch (body, patch.body) {
        case (.object(let base), .object(let changes)):
            merged.body = .object(base.merged(with: changes))
        case (.cases(let base), .cases(let changes)):
            merged.body = .cases(Self.merge(base, with: changes, by: discriminator?.text))
        default:
            merged = patch
        }
        if let discriminator = patch.discriminator { merged.discriminator = discriminator }
        return merged
    }

    private static func merge(_ base: [Case], with changes: [Case], by key: String?) -> [Case] {
        var cases = base
        for change in changes {
            let literal = key.flatMap { change.object?.literal($0) }
            let place = cases.firstIndex { candidate in
                guard candidate.name.text == change.name.text else { return false }
                guard let key, let literal, let other = candidate.object?.literal(key) else { return true }
                return other == literal
            }
            guard let place else {
                cases.insert(change, at: cases.firstIndex { $0.otherwise != nil } ?? cases.count)
                continue
            }
            if let object = cases[place].object, let changed = change.object {
                cases[place].object = object.merged(with: changed)
            } else {
                cases[place].object = change.object
            }
            if change.condition != nil { cases[place].condition = change.condition }
            cases[place].direction = change.direction
            cases[place].otherwise = change.otherwise
            cases[place].span = change.span
        }
        return cases
    }
}

extension ObjectSyntax {
    func merged(with patch: ObjectSyntax) -> ObjectSyntax {
        var merged = self
        merged.isOpen = isOpen || patch.isOpen
        for change in patch.fields {
            if change.isAbsent {
                merged.fields.removeAll { $0.key.text == change.key.text }
                continue
            }
            if let hole = change.writtenHole {
                merged.fields.removeAll { $0.writtenHole == hole && $0.key.text != change.key.text && hasField(change.key.text) }
            }
            if let place = merged.fields.firstIndex(where: { $0.key.text == change.key.text }) {
                merged.fields[place] = merged.fields[place].merged(with: change)
            } else if let hole = change.writtenHole,
                let place = merged.fields.firstIndex(where: { $0.writtenHole == hole })
            {
                merged.fields[place] = change
            } else {
                merged.fields.append(change)
            }
        }
        return merged
    }

    private func hasField(_ key: String) -> Bool { fields.contains { $0.key.text == key } }

    /// The object without the fields that write a dropped hole.
    func dropping(_ holes: Set<String>) -> ObjectSyntax {
        var rest = self
        rest.fields = fields.compactMap { field in
            if let hole = field.writtenHole, holes.contains(hole) { return nil }
            guard field.value.alternatives.count == 1, case .object(let object) = field.value.alternatives[0].term
            else { return field }
            var changed = field
            let inner = object.dropping(holes)
            if inner.fields.isEmpty, !object.fields.isEmpty { return nil }
            changed.value.alternatives[0].term = .object(inner)
            return changed
        }
        return rest
    }
}

extension Field {
    /// Whether it says that the wire's line with this key is not there: `key: absent`.
    var isAbsent: Bool {
        guard value.alternatives.count == 1, case .hole(let name, nil, _) = value.alternatives[0].term else { return false }
        return name.text == "absent"
    }

    /// The hole this field is all about.
    var writtenHole: String? {
        let names = Set(written.compactMap { $0.hole?.text })
        return names.count == 1 && written.allSatisfy { $0.hole != nil } ? names.first : nil
    }

    fileprivate func merged(with patch: Field) -> Field {
        guard value.alternatives.count == 1, patch.value.alternatives.count == 1 else { return patch }
        var merged = patch
        switch (value.alternatives[0].term, patch.value.alternatives[0].term) {
        case (.object(let base), .object(let changes)):
            merged.value.alternatives[0].term = .object(base.merged(with: changes))
        case (.single(let base, _), .single(let changes, let span)):
            merged.value.alternatives[0].term = .single(base.merged(with: changes), span: span)
            merged.value.alternatives[0].absence = value.alternatives[0].absence
        default: break
        }
        return merged
    }
}

extension [TableRow] {
    func merged(with patch: [TableRow]) -> [TableRow] {
        var rows = self
        for change in patch {
            let isRead = change.direction == .readOnly
            if let place = rows.firstIndex(where: {
                $0.name.text == change.name.text && ($0.direction == .readOnly) == isRead && !isRead
            }) {
                rows[place] = change
            } else {
                rows.append(change)
            }
        }
        return rows
    }
}

extension [ErrorRow] {
    /// A provider's rows stand first and replace those for the same statuses and code.
    func merged(with patch: [ErrorRow]) -> [ErrorRow] {
        patch
            + filter { row in
                !patch.contains { $0.statuses == row.statuses && $0.vendorCode?.text == row.vendorCode?.text }
            }
    }
}
