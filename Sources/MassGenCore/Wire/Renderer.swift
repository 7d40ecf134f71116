/// Writes canonical values as JSON of one wire and notes what the wire could not hold.
///
/// Generated code reads like the JSON it writes:
///
/// ```swift
/// out.object("function") { out in
///     out.field("name", tool.name)
///     out.field("description", ifPresent: tool.description)
/// }
/// ```
public struct Renderer: Sendable {
    /// The writer under it.
    public var json = JSONWriter()
    /// What was lost so far.
    public private(set) var losses: [Loss] = []
    /// What the model, or the provider where the model is not known, can do.
    public let capabilities: Set<Capability>
    /// The wire being written; reasoning of other wires stays out.
    public let wire: String
    /// The provider's id.
    public let provider: String
    /// Whether the answer is wanted as a stream.
    public let isStreaming: Bool

    private var path: [String] = []

    /// Makes a renderer.
    public init(wire: String, provider: String = "", capabilities: Set<Capability> = [], isStreaming: Bool = false) {
        self.wire = wire
        self.provider = provider
        self.capabilities = capabilities
        self.isStreaming = isStreaming
    }

    /// Whether the model has a capability.
    public func can(_ capability: Capability) -> Bool { capabilities.contains(capability) }
}

/// Writing.
extension Renderer {
    /// Writes an object.
    public mutating func object(_ body: (inout Renderer) -> Void) {
        json.beginObject()
        body(&self)
        json.endObject()
    }

    /// Writes a member that is an object.
    public mutating func object(_ key: StaticString, _ body: (inout Renderer) -> Void) {
        json.key(key)
        object(body)
    }

    /// Writes a member that is an array of one object.
    public mutating func single(_ key: StaticString, _ body: (inout Renderer) -> Void) {
        json.key(key)
        json.beginArray()
        object(body)
        json.endArray()
    }

    /// Writes a member that is an array, one element per value; `hole` names the values in losses.
    public mutating func list<Value>(
        _ key: StaticString, _ values: [Value], at hole: StaticString, _ element: (Value, inout Renderer) -> Void
    ) {
        json.key(key)
        json.beginArray()
        each(values, at: hole, element)
        json.endArray()
    }

    /// Writes values one after another.
    public mutating func each<Value>(
        _ values: [Value], at hole: StaticString, _ element: (Value, inout Renderer) -> Void
    ) {
        for (index, value) in values.enumerated() {
            path.append("\(hole)[\(index)]")
            element(value, &self)
            path.removeLast()
        }
    }

    /// Writes a member.
    public mutating func field(_ key: StaticString, _ value: String) { json.field(key, value) }
    /// Writes a member.
    public mutating func field(_ key: StaticString, _ value: Int) { json.field(key, value) }
    /// Writes a member.
    public mutating func field(_ key: StaticString, _ value: Double) { json.field(key, value) }
    /// Writes a member.
    public mutating func field(_ key: StaticString, _ value: Bool) { json.field(key, value) }
    /// Writes a member.
    public mutating func field(_ key: StaticString, _ value: JSON) { json.field(key, value) }
    /// Writes a member.
    public mutating func field(_ key: StaticString, _ value: [String]) { json.field(key, value) }

    /// Writes a member that is an object of texts, sorted by key.
    public mutating func field(_ key: StaticString, _ value: [String: String]) {
        object(key) { out in
            for (name, text) in value.sorted(by: { $0.key < $1.key }) {
                out.json.key(name)
                out.json.string(text)
            }
        }
    }

    /// Writes a member that is an object of numbers, sorted by key.
    public mutating func field(_ key: StaticString, _ value: [String: Int]) {
        object(key) { out in
            for (name, number) in value.sorted(by: { $0.key < $1.key }) {
                out.json.key(name)
                out.json.int(number)
            }
        }
    }

    /// Writes a member if there is a value.
    public mutating func field(_ key: StaticString, ifPresent value: String?) { if let value { field(key, value) } }
    /// Writes a member if there is a value.
    public mutating func field(_ key: StaticString, ifPresent value: Int?) { if let value { field(key, value) } }
    /// Writes a member if there is a value.
    public mutating func field(_ key: StaticString, ifPresent value: Double?) { if let value { field(key, value) } }
    /// Writes a member if there is a value.
    public mutating func field(_ key: StaticString, ifPresent value: Bool?) { if let value { field(key, value) } }
    /// Writes a member if there is a value.
    public mutating func field(_ key: StaticString, ifPresent value: JSON?) { if let value { field(key, value) } }
    /// Writes a member if there is a value.
    public mutating func field(_ key: StaticString, ifPresent value: [String: String]?) {
        if let value { field(key, value) }
    }
    /// Writes a member if there is a value.
    public mutating func field(_ key: StaticString, ifPresent value: [String: Int]?) {
        if let value { field(key, value) }
    }
    /// Writes a member if there are values.
    public mutating func field(_ key: StaticString, ifPresent value: [String]) {
        if !value.isEmpty { field(key, value) }
    }
    /// Writes a member, null without a value.
    public mutating func field(_ key: StaticString, orNull value: String?) { json.field(key, orNull: value) }

    /// Writes the members a caller added for this wire and this provider; they come last, and win.
    public mutating func extra(_ extra: Extra) {
        for owner in [wire, provider] where !owner.isEmpty {
            for (key, value) in extra[owner] ?? [:] {
                json.key(key)
                json.value(value)
            }
        }
    }
}

/// Losses.
extension Renderer {
    /// Notes a loss at a hole of the value being written.
    public mutating func lose(_ hole: String, _ severity: Loss.Severity, _ reason: String) {
        let place = (path + [hole]).joined(separator: ".")
        losses.append(Loss(path: place, reason: reason, severity: severity))
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
        losses.append(Loss(path: path.joined(separator: "."), reason: reason, severity: .dropped))
    }

    /// Notes that a hole this wire or provider has no place for is left out, if it has a value.
    public mutating func drop(_ hole: String, if hasValue: Bool) {
        if hasValue { lose(hole, .dropped, "\(provider.isEmpty ? wire : provider) does not take it") }
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

    /// Notes what a flat wire does to parts: those it has no place for are dropped, and those that stand in another
    /// order than `kinds`, or several times, are moved together.
    public mutating func flatten(_ parts: [Part], into kinds: [Part.Kind]) {
        var rank = 0
        var last: Part.Kind?
        var isReordered = false
        for (index, part) in parts.enumerated() {
            guard let place = kinds.firstIndex(of: part.kind), isOwn(part) else {
                path.append("parts[\(index)]")
                drop(part)
                path.removeLast()
                continue
            }
            if place < rank { isReordered = true }
            rank = max(rank, place)
            if last == part.kind, part.kind != .toolCall {
                lose("parts[\(index)]", .approximated, "joined with the \(part.kind.rawValue) before it")
            }
            if case .text(let text) = part, !text.citations.isEmpty {
                lose("parts[\(index)].citations", .dropped, "\(wire) takes no citations back")
            }
            last = part.kind
        }
        if isReordered {
            lose("parts", .reordered, "\(wire) holds \(kinds.map(\.rawValue).joined(separator: ", ")), in this order")
        }
    }

    /// Whether a part may be written: thoughts and opaque parts only on the wire they came from.
    public func isOwn(_ part: Part) -> Bool {
        switch part {
        case .reasoning(let part): part.origin == wire
        case .opaque(let part): part.origin == wire
        default: true
        }
    }
}
