/// What a provider's schemas may say, and how others are made to fit.
///
/// Providers that hold an answer to a schema take only a part of JSON Schema. What they refuse is told in words, in the
/// description of the member it bounds, and reported.
public struct SchemaRules: Sendable, Hashable {
    /// Keywords that are refused.
    public var drops: Set<String>
    /// Keywords that have another name.
    public var renames: [String: String]
    /// The formats of texts that are known; all when `nil`.
    public var formats: Set<String>?
    /// Whether objects must say that they have no other members.
    public var closes: Bool
    /// Whether all members must be there: optional ones are null then.
    public var requires: Bool
    /// Whether answers are always held to their schema; otherwise only where that is asked for.
    public var always: Bool

    /// Whether objects in schemas of tools never say that they have no other members.
    public var opens: Bool

    /// Makes rules.
    public init(
        drops: Set<String> = [], renames: [String: String] = [:], formats: Set<String>? = nil, closes: Bool = false,
        requires: Bool = false, always: Bool = false, opens: Bool = false
    ) {
        self.drops = drops
        self.renames = renames
        self.formats = formats
        self.closes = closes
        self.requires = requires
        self.always = always
        self.opens = opens
    }

    /// Whether they change nothing.
    public var isEmpty: Bool { self == SchemaRules() || self == SchemaRules(always: true) }

    /// The schema as the provider takes it; what does not fit is noted.
    public func lowered(_ schema: JSON, at path: String, _ losses: inout [Loss]) -> JSON {
        guard case .object(let object) = schema else { return schema }
        var lowered = JSONObject()
        var told: [String] = []
        for (key, value) in object {
            let isUnknown = key == "format" && value.string.map { formats?.contains($0) == false } ?? false
            if drops.contains(key) || isUnknown {
                told.append("\(key): \(value.string ?? value.text)")
                let loss = Loss(
                    path: "\(path).\(key)", reason: "schemas take no '\(key)' here: it is told in words",
                    severity: .approximated)
                losses.append(loss)
            } else {
                lowered[renames[key] ?? key] = inner(value, of: key, at: path, &losses)
            }
        }
        if !told.isEmpty {
            let words = [lowered["description"]?.string].compactMap { $0 } + told
            lowered["description"] = .string(words.joined(separator: "; "))
        }
        if lowered["type"] == "object" || lowered["properties"] != nil { closeAndRequire(&lowered, path, &losses) }
        return .object(lowered)
    }

    /// The schemas within a keyword's value.
    private func inner(_ value: JSON, of key: String, at path: String, _ losses: inout [Loss]) -> JSON {
        switch (key, value) {
        case ("properties", .object(let members)), ("$defs", .object(let members)),
            ("definitions", .object(let members)), ("patternProperties", .object(let members)):
            var lowered = JSONObject()
            for (name, schema) in members {
                lowered[name] = self.lowered(schema, at: "\(path).\(name)", &losses)
            }
            return .object(lowered)
        case ("anyOf", .array(let schemas)), ("oneOf", .array(let schemas)), ("allOf", .array(let schemas)),
            ("prefixItems", .array(let schemas)):
            return .array(
                schemas.enumerated().map { lowered($0.element, at: "\(path).\(key)[\($0.offset)]", &losses) })
        case ("items", .object), ("additionalProperties", .object), ("not", .object), ("contains", .object):
            return lowered(value, at: "\(path)[]", &losses)
        default: return value
        }
    }

    private func closeAndRequire(_ schema: inout JSONObject, _ path: String, _ losses: inout [Loss]) {
        if closes {
            if let others = schema["additionalProperties"], others != false {
                losses.append(
                    Loss(path: path, reason: "objects have no members beyond those named", severity: .dropped))
            }
            schema["additionalProperties"] = false
        }
        guard requires, case .object(var members)? = schema["properties"] else { return }
        let required = Set(schema["required"]?.array?.compactMap(\.string) ?? [])
        for name in members.keys where !required.contains(name) {
            guard let member = members[name]?.object else { continue }
            members[name] = .object(member.nullable)
            losses.append(
                Loss(path: "\(path).\(name)", reason: "what may be missing is null instead", severity: .approximated))
        }
        schema["properties"] = .object(members)
        schema["required"] = .array(members.keys.map { .string($0) })
    }
}

extension ChatRequest {
    /// Makes schemas fit: that of the answer, and those of tools whose calls are held to theirs.
    mutating func lowerSchemas(by rules: SchemaRules, canSchema: Bool, _ losses: inout [Loss]) {
        if case .jsonSchema(var format)? = responseFormat {
            if !canSchema {
                tellSchema(format, &losses)
                return lowerTools(by: rules, &losses)
            }
            // Who always holds answers to their schema need not be told to.
            if rules.always, format.strict == true {
                format.strict = nil
                responseFormat = .jsonSchema(format)
            }
            if rules.closes, !rules.always, format.strict == true, format.schema.hasUnnamedMembers {
                // Held to the schema, the answer could not have them.
                format.strict = false
                responseFormat = .jsonSchema(format)
                losses.append(
                    Loss(
                        path: "responseFormat.strict",
                        reason: "members without names are only taken where nothing is held",
                        severity: .dropped))
            }
            if !rules.isEmpty, rules.always || format.strict == true {
                format.schema = rules.lowered(format.schema, at: "responseFormat.schema", &losses)
                responseFormat = .jsonSchema(format)
            }
        }
        lowerTools(by: rules, &losses)
    }

    private mutating func lowerTools(by rules: SchemaRules, _ losses: inout [Loss]) {
        if rules.opens {
            for index in tools.indices {
                let opened = tools[index].schema.opened
                guard opened != tools[index].schema else { continue }
                tools[index].schema = opened
                losses.append(
                    Loss(
                        path: "tools[\(index)].schema", reason: "additionalProperties: false is not taken here",
                        severity: .dropped))
            }
            return
        }
        guard !rules.isEmpty else { return }
        for index in tools.indices where tools[index].strict == true {
            tools[index].schema = rules.lowered(tools[index].schema, at: "tools[\(index)].schema", &losses)
        }
    }

    /// Where answers can only be held to be JSON, the schema is told in the prompt.
    private mutating func tellSchema(_ format: JSONSchemaFormat, _ losses: inout [Loss]) {
        let words = [
            "Answer with JSON alone, without any words around it.",
            format.description.map { "It is \($0)." } ?? "", "It must fit this JSON Schema: \(format.schema.text)",
        ]
        let place = messages.firstIndex { $0.role != .system } ?? messages.endIndex
        messages.insert(.system(words.filter { !$0.isEmpty }.joined(separator: "\n")), at: place)
        responseFormat = .json
        losses.append(
            Loss(
                path: "responseFormat.schema", reason: "answers are not held to schemas here: it is told in the prompt",
                severity: .approximated))
    }
}

extension JSON {
    /// Whether an object in the schema has members beyond those it names, as dictionaries do.
    fileprivate var hasUnnamedMembers: Bool {
        switch self {
        case .object(let object):
            if let others = object["additionalProperties"], others != false { return true }
            return object.contains { $0.value.hasUnnamedMembers }
        case .array(let values): return values.contains(where: \.hasUnnamedMembers)
        default: return false
        }
    }

    /// The schema, none of whose objects says that it has no other members.
    fileprivate var opened: JSON {
        switch self {
        case .object(let object):
            return .object(
                JSONObject(
                    object.compactMap { key, value in
                        key == "additionalProperties" && value == false ? nil : (key, value.opened)
                    }))
        case .array(let values): return .array(values.map(\.opened))
        default: return self
        }
    }
}
