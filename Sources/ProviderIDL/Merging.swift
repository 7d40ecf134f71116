/// How a provider's differences change its wire: a line replaces the wire's line with the same key, and those that write
/// the same holes; what matches neither is added.
extension Shape {
    /// The shape with a provider's differences.
    func merged(with patch: Shape) -> Shape {
        var merged = self
        switch (body, patch.body) {
        case (.object(let base), .object(let changes)):
            merged.body = .object(base.merged(with: changes))
        case (.cases(let base), .cases(let changes)):
            merged.body = .cases(Self.merge(base, with: changes, by: discriminators.map(\.text)))
        default:
            merged = patch
        }
        if !patch.discriminators.isEmpty { merged.discriminators = patch.discriminators }
        return merged
    }

    private static func merge(_ base: [Case], with changes: [Case], by keys: [String]) -> [Case] {
        var cases = base
        // A case that was replaced is not replaced again: a name may have a form for each direction.
        var replaced: Set<Int> = []
        for change in changes {
            let literal = change.object?.literal(keys)
            let places = base.indices.filter { place in
                let candidate = base[place]
                guard candidate.name.text == change.name.text, !replaced.contains(place) else { return false }
                guard let literal, let other = candidate.object?.literal(keys) else { return true }
                return other == literal
            }
            guard let kept = places.first(where: { base[$0].direction == change.direction }) ?? places.first else {
                cases.insert(change, at: cases.firstIndex { $0.otherwise != nil } ?? cases.count)
                continue
            }
            replaced.insert(kept)
            // Whatever was added stands before the case for all others.
            let place = base[kept].otherwise == nil ? kept : kept + cases.count - base.count
            if let object = cases[place].object, let changed = change.object {
                cases[place].object = object.merged(with: changed)
            } else {
                cases[place].object = change.object
            }
            if change.condition != nil { cases[place].condition = change.condition }
            cases[place].direction = change.direction
            cases[place].otherwise = change.otherwise
            cases[place].name = change.name
            cases[place].span = change.span
        }
        return cases
    }
}

extension ObjectSyntax {
    func merged(with patch: ObjectSyntax) -> ObjectSyntax {
        // A list has no keys.
        if root != nil || patch.root != nil { return patch }
        let absent = Set(patch.fields.filter(\.isAbsent).map(\.key.text))
        guard absent.isEmpty else {
            var rest = self, changes = patch
            rest.fields.removeAll { absent.contains($0.key.text) }
            changes.fields.removeAll(where: \.isAbsent)
            return rest.merged(with: changes)
        }
        var merged = self
        merged.isOpen = isOpen || patch.isOpen
        let known = Set(fields.map(\.key.text))
        let holes = patch.fields.reduce(into: Set<String>()) { $0.formUnion($1.writtenHoles) }
        var new = patch.fields.filter { !known.contains($0.key.text) }
        merged.fields = fields.compactMap { field in
            if let change = patch.fields.first(where: { $0.key.text == field.key.text }) {
                return field.without(holes.subtracting(change.writtenHoles)) ?? field
            }
            if let rest = field.without(holes) { return rest }
            // The new line stands where the old one stood.
            let place = new.firstIndex { !$0.writtenHoles.isDisjoint(with: field.writtenHoles) }
            return place.map { new.remove(at: $0) }
        }
        for change in patch.fields where known.contains(change.key.text) {
            guard let place = merged.fields.firstIndex(where: { $0.key.text == change.key.text }) else { continue }
            merged.fields[place] = merged.fields[place].merged(with: change)
        }
        merged.fields += new
        return merged
    }

    /// The object without what writes these holes; `nil` when nothing but literals is left.
    fileprivate func without(_ holes: Set<String>) -> ObjectSyntax? {
        var rest = self
        rest.fields = fields.compactMap { $0.without(holes) }
        return rest.fields.allSatisfy { $0.value.alternatives.allSatisfy(\.term.isFixed) } ? nil : rest
    }

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
    public var isAbsent: Bool {
        guard value.alternatives.count == 1, case .hole(let name, nil, _) = value.alternatives[0].term else {
            return false
        }
        return name.text == "absent"
    }
}

extension Field {
    /// The hole this field is all about.
    var writtenHole: String? {
        let names = Set(written.compactMap { $0.hole?.text })
        return names.count == 1 && written.allSatisfy { $0.hole != nil } ? names.first : nil
    }

    /// All holes that it writes.
    public var writtenHoles: Set<String> { holes(of: written) { $0.writtenHoles } }

    /// All holes that it reads into.
    public var readHoles: Set<String> { holes(of: read) { $0.readHoles } }

    private func holes(of alternatives: [Alternative], inner: (Field) -> Set<String>) -> Set<String> {
        var holes: Set<String> = []
        for alternative in alternatives {
            switch alternative.term {
            case .literal: break
            case .hole(let name, _, _): holes.insert(name.text)
            case .each(let items, _): holes.formUnion(items.map(\.hole.text))
            case .object(let object), .single(let object, _):
                for field in object.fields { holes.formUnion(inner(field)) }
            }
        }
        return holes
    }

    /// What is left of the field when other fields write these holes: of an object the rest, of all else nothing.
    fileprivate func without(_ holes: Set<String>) -> Field? {
        guard !holes.isDisjoint(with: writtenHoles) else { return self }
        guard value.alternatives.count == 1 else { return nil }
        var rest = self
        switch value.alternatives[0].term {
        case .object(let object):
            guard let inner = object.without(holes) else { return nil }
            rest.value.alternatives[0].term = .object(inner)
        case .single(let object, let span):
            guard let inner = object.without(holes) else { return nil }
            rest.value.alternatives[0].term = .single(inner, span: span)
        case .literal, .hole, .each: return nil
        }
        return rest
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

extension TableRow {
    /// The text on the wire, if it is one.
    fileprivate var word: String? { if case .literal(let literal, _) = value { literal.written } else { nil } }
}

extension [TableRow] {
    func merged(with patch: [TableRow]) -> [TableRow] {
        var rows = self
        // A row that was replaced is not replaced again: a name may have a form for each guard.
        var replaced: Set<Int> = []
        for change in patch {
            let places = indices.filter { place in
                let row = self[place]
                guard row.name.text == change.name.text, !replaced.contains(place) else { return false }
                let isRead = change.direction == .readOnly
                guard isRead || row.direction == .readOnly else { return true }
                // What is only read is added, unless it is there.
                return isRead && row.direction == .readOnly && row.word != nil && row.word == change.word
            }
            let same = places.first { self[$0].direction == change.direction && self[$0].word == change.word }
            guard let place = same ?? places.first else {
                rows.append(change)
                continue
            }
            rows[place] = change
            replaced.insert(place)
        }
        return rows
    }
}

extension Case {
    /// Whether one loop can read both: no key means one thing here and another there.
    public func isRead(like other: Case) -> Bool {
        guard each?.text == other.each?.text, let fields = object?.fields, let others = other.object?.fields else {
            return false
        }
        let known = Dictionary(fields.map { ($0.key.text, $0.readHoles) }) { first, _ in first }
        return others.allSatisfy { field in known[field.key.text].map { $0 == field.readHoles } ?? true }
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
