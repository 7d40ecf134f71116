extension JSON {
    /// What of this value does not fit a JSON Schema, each with its place: `days: expected integer, found string`. Empty
    /// when all fits.
    ///
    /// References are followed within the schema; what a reference to elsewhere would say is not known and not asked
    /// for. Patterns are held to where they are regular; those that look ahead or behind, refer back to a group or name
    /// properties of characters (`\p{…}`) are not. Formats (`date-time`, `email`, `uri` and all others) are not held to:
    /// JSON Schema means them as notes. The work is bounded by the size of the value, whatever the schema says.
    /// - Parameter most: after how many mistakes to stop.
    public func misfits(_ schema: JSON, atMost most: Int = 8) -> [String] {
        var check = SchemaCheck(root: schema, most: most, budget: SchemaBudget(for: self))
        check.check(self, schema, at: "", depth: 0)
        return check.misfits
    }
}

/// How much work a check may be: references and alternatives could go on for ever, and patterns be hard to follow.
private final class SchemaBudget {
    /// How many more schemas are looked at.
    var steps = 100_000
    /// How many more steps patterns may take.
    private var patternSteps = 2_000_000
    /// Patterns that were read before; `nil` for those that are not held to.
    private var patterns: [String: SchemaPattern?] = [:]

    /// A large value is more work by itself.
    init(for value: JSON) { grow(by: value) }

    private func grow(by value: JSON) {
        steps += 10
        switch value {
        case .array(let elements): for element in elements { grow(by: element) }
        case .object(let members):
            for (name, member) in members {
                patternSteps += 16 * name.utf8.count
                grow(by: member)
            }
        case .string(let text): patternSteps += 16 * text.utf8.count
        case .null, .bool, .number: break
        }
    }

    enum Finding { case found, absent, notHeldTo, tooMuch }

    func look(for pattern: String, in text: String) -> Finding {
        let known = patterns[pattern] ?? SchemaPattern(pattern)
        patterns[pattern] = .some(known)
        guard let known else { return .notHeldTo }
        return switch known.isFound(in: text, budget: &patternSteps) {
        case true?: .found
        case false?: .absent
        case nil: .tooMuch
        }
    }
}

extension JSON {
    /// Without the members that are null where a schema lets them be absent but not null: models write null for what
    /// they leave out, and providers that demand all members make them.
    func omittingNulls(by schema: JSON) -> JSON {
        switch self {
        case .object(let members):
            guard let known = schema["properties"]?.object else { return self }
            let required = Set(schema["required"]?.array?.compactMap(\.string) ?? [])
            var kept = members
            for (name, value) in members {
                guard let own = known[name] else { continue }
                let isAbsent = value.isNull && !required.contains(name) && !value.misfits(own, atMost: 1).isEmpty
                if isAbsent {
                    kept[name] = Optional<JSON>.none
                } else {
                    kept[name] = value.omittingNulls(by: own)
                }
            }
            return .object(kept)
        case .array(let elements):
            guard let own = schema["items"] else { return self }
            return .array(elements.map { $0.omittingNulls(by: own) })
        case .null, .bool, .number, .string: return self
        }
    }
}

/// Holds a value to a schema.
private struct SchemaCheck {
    let root: JSON
    let most: Int
    let budget: SchemaBudget
    private(set) var misfits: [String] = []

    /// How deeply schemas may lie in one another.
    private static let deepest = 250

    init(root: JSON, most: Int, budget: SchemaBudget) {
        self.root = root
        self.most = most
        self.budget = budget
    }

    mutating func check(_ value: JSON, _ schema: JSON, at path: String, depth: Int) {
        guard misfits.count < most else { return }
        budget.steps -= 1
        guard budget.steps > 0, depth < Self.deepest else { return miss(path, "is more than can be checked") }
        if schema == false { return miss(path, "nothing may be here") }
        guard let schema = schema.object else { return }
        if let reference = schema["$ref"]?.string, let referred = referred(reference) {
            check(value, referred, at: path, depth: depth + 1)
        }
        if value.isNull, schema["nullable"] == true { return }
        if let type = schema["type"], !fits(value, type: type) {
            let types = (type.array ?? [type]).compactMap(\.string)
            return miss(path, "expected \(types.joined(separator: " or ")), found \(kind(of: value))")
        }
        if let constant = schema["const"], constant != value { miss(path, "must be \(shown(constant))") }
        if let words = schema["enum"]?.array, !words.contains(value) {
            let list = words.prefix(20).map(shown).joined(separator: ", ")
            miss(path, "\(shown(value)) is none of \(list)\(words.count > 20 ? ", …" : "")")
        }
        switch value {
        case .number(let number): checkNumber(number, schema, path)
        case .string(let text):
            checkLength(text.unicodeScalars.count, schema, path, "Length", "characters")
            checkPattern(text, schema, path)
        case .array(let elements): checkArray(elements, schema, path, depth)
        case .object(let members): checkObject(members, schema, path, depth)
        case .null, .bool: break
        }
        checkAlternatives(value, schema, path, depth)
    }

    private mutating func checkNumber(_ number: JSONNumber, _ schema: JSONObject, _ path: String) {
        func bound(_ key: String) -> JSONNumber? { if case .number(let bound)? = schema[key] { bound } else { nil } }
        if let least = bound("minimum"), number < least { miss(path, "\(number) is less than \(least)") }
        if let most = bound("maximum"), most < number { miss(path, "\(number) is more than \(most)") }
        if let least = bound("exclusiveMinimum"), !(least < number) {
            miss(path, "\(number) is not more than \(least)")
        }
        if let most = bound("exclusiveMaximum"), !(number < most) { miss(path, "\(number) is not less than \(most)") }
        if let step = bound("multipleOf")?.double, step > 0, let value = number.double {
            let count = value / step
            if abs(count - count.rounded()) > 1e-9 * max(1, abs(count)) {
                miss(path, "\(number) is no multiple of \(JSONNumber(step))")
            }
        }
    }

    private mutating func checkPattern(_ text: String, _ schema: JSONObject, _ path: String) {
        guard let pattern = schema["pattern"]?.string else { return }
        switch budget.look(for: pattern, in: text) {
        case .found, .notHeldTo: break
        case .absent: miss(path, "\(shown(.string(text))) does not match \(pattern.prefix(200))")
        case .tooMuch: miss(path, "is more than can be checked")
        }
    }

    private mutating func checkLength(
        _ count: Int, _ schema: JSONObject, _ path: String, _ key: String, _ noun: String
    ) {
        if let least = schema["min\(key)"]?.int, count < least {
            miss(path, "has \(count) \(noun), but needs at least \(least)")
        }
        if let most = schema["max\(key)"]?.int, count > most {
            miss(path, "has \(count) \(noun), but may have at most \(most)")
        }
    }

    private mutating func checkArray(_ elements: [JSON], _ schema: JSONObject, _ path: String, _ depth: Int) {
        checkLength(elements.count, schema, path, "Items", "elements")
        if schema["uniqueItems"] == true, Set(elements).count < elements.count {
            miss(path, "holds the same element twice")
        }
        let first = schema["prefixItems"]?.array ?? []
        for (index, element) in elements.enumerated() {
            let own = index < first.count ? first[index] : schema["items"]
            if let own { check(element, own, at: "\(path)[\(index)]", depth: depth + 1) }
        }
        if let wanted = schema["contains"] {
            let count = elements.count { fits($0, wanted, depth) }
            let least = schema["minContains"]?.int ?? 1
            if count < least { miss(path, "needs at least \(least) elements of a kind that it has \(count) of") }
            if let most = schema["maxContains"]?.int, count > most {
                miss(path, "has \(count) elements of a kind of which it may have \(most)")
            }
        }
    }

    private mutating func checkObject(_ members: JSONObject, _ schema: JSONObject, _ path: String, _ depth: Int) {
        func inner(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
        checkLength(members.count, schema, path, "Properties", "members")
        for name in schema["required"]?.array?.compactMap(\.string) ?? [] where members[name] == nil {
            miss(path, "the member '\(name)' is missing")
        }
        for (name, others) in schema["dependentRequired"]?.object ?? [:] where members[name] != nil {
            for other in others.array?.compactMap(\.string) ?? [] where members[other] == nil {
                miss(path, "with '\(name)', the member '\(other)' is needed too")
            }
        }
        for (name, own) in schema["dependentSchemas"]?.object ?? [:] where members[name] != nil {
            check(.object(members), own, at: path, depth: depth + 1)
        }
        let known = schema["properties"]?.object ?? [:]
        let others = schema["additionalProperties"]
        for (name, value) in members {
            if let rule = schema["propertyNames"] { check(.string(name), rule, at: inner(name), depth: depth + 1) }
            var isKnown = false
            if let own = known[name] {
                isKnown = true
                check(value, own, at: inner(name), depth: depth + 1)
            }
            for (pattern, own) in schema["patternProperties"]?.object ?? [:] {
                switch budget.look(for: pattern, in: name) {
                case .absent: break
                // Nobody knows whether this one is meant.
                case .notHeldTo: isKnown = true
                case .found:
                    isKnown = true
                    check(value, own, at: inner(name), depth: depth + 1)
                case .tooMuch: miss(inner(name), "is more than can be checked")
                }
            }
            if isKnown {
                continue
            } else if others == false {
                let names = known.keys.prefix(20).joined(separator: ", ")
                miss(path, "there is no member '\(name)'\(names.isEmpty ? "" : ", only \(names)")")
            } else if let others {
                check(value, others, at: inner(name), depth: depth + 1)
            }
        }
    }

    private mutating func checkAlternatives(_ value: JSON, _ schema: JSONObject, _ path: String, _ depth: Int) {
        for all in schema["allOf"]?.array ?? [] { check(value, all, at: path, depth: depth + 1) }
        for key in ["anyOf", "oneOf"] {
            guard let choices = schema[key]?.array, !choices.isEmpty else { continue }
            let found = choices.map { tried(value, $0, path, depth) }
            let fitting = found.count(where: \.isEmpty)
            if fitting == 0 {
                // What is wrong with the alternative that is nearest says most.
                let nearest = found.min { $0.count < $1.count } ?? []
                miss(
                    path,
                    "fits none of \(choices.count) alternatives; of the nearest: \(nearest.joined(separator: "; "))")
            } else if key == "oneOf", fitting > 1 {
                miss(path, "fits \(fitting) alternatives, of which it may fit only one")
            }
        }
        if let other = schema["not"], fits(value, other, depth) { miss(path, "is what it must not be") }
        if let condition = schema["if"], let rule = schema[fits(value, condition, depth) ? "then" : "else"] {
            check(value, rule, at: path, depth: depth + 1)
        }
    }

    private mutating func fits(_ value: JSON, _ schema: JSON, _ depth: Int) -> Bool {
        tried(value, schema, "", depth).isEmpty
    }

    /// The mistakes by another schema, which are none of this one's.
    private mutating func tried(_ value: JSON, _ schema: JSON, _ path: String, _ depth: Int) -> [String] {
        var other = SchemaCheck(root: root, most: 3, budget: budget)
        other.check(value, schema, at: path, depth: depth + 1)
        return other.misfits
    }

    private func fits(_ value: JSON, type: JSON) -> Bool {
        if let types = type.array { return types.contains { fits(value, type: $0) } }
        return switch (type.string, value) {
        case ("object", .object), ("array", .array), ("string", .string), ("number", .number), ("boolean", .bool),
            ("null", .null):
            true
        case ("integer", .number(let number)): DecimalInteger(number.literal.utf8) != nil
        case ("object", _), ("array", _), ("string", _), ("number", _), ("boolean", _), ("null", _), ("integer", _):
            false
        // A type that is no JSON Schema's says nothing.
        default: true
        }
    }

    private func kind(of value: JSON) -> String { value.kind == .bool ? "boolean" : "\(value.kind)" }

    private func shown(_ value: JSON) -> String {
        let text = value.text
        return text.count > 60 ? "\(text.prefix(60))…" : text
    }

    /// What a reference within the document refers to, `#/$defs/city`; `nil` for one to elsewhere.
    private func referred(_ reference: String) -> JSON? {
        guard reference.hasPrefix("#") else { return nil }
        var place = root
        for step in reference.dropFirst().split(separator: "/") {
            let key = String(step.replacing("~1", with: "/").replacing("~0", with: "~"))
            // A reference to nowhere is a mistake of the schema's, not of the value's.
            guard let next = place[key] ?? Int(key).flatMap({ place[$0] }) else { return nil }
            place = next
        }
        return place
    }

    private mutating func miss(_ path: String, _ words: String) {
        if misfits.count < most { misfits.append(path.isEmpty ? words : "\(path): \(words)") }
    }
}

extension JSONNumber {
    /// Whether a number is less than another, exactly where both are whole.
    fileprivate static func < (left: JSONNumber, right: JSONNumber) -> Bool {
        if let left = left.int, let right = right.int { return left < right }
        return Double(clamping: left.literal) < Double(clamping: right.literal)
    }
}
