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

    private var path: [(hole: StaticString, index: Int)] = []

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
    /// Writes an object, with the members that a caller added for this wire or provider merged in: theirs win.
    public mutating func object(extra: Extra = [:], _ body: (inout Renderer) -> Void) {
        let added = extra.isEmpty ? [] : [wire, provider].compactMap { extra[$0] }.filter { !$0.isEmpty }
        guard !added.isEmpty else {
            json.beginObject()
            body(&self)
            json.endObject()
            return
        }
        var inner = self
        inner.json = JSONWriter()
        inner.object(body)
        losses = inner.losses
        var whole = (try? JSON(parsing: inner.json.bytes)) ?? [:]
        for object in added { whole.merge(.object(object)) }
        json.value(whole)
    }

    /// Writes a member that is an object.
    public mutating func object(_ key: StaticString, _ body: (inout Renderer) -> Void) {
        json.key(key)
        object(body)
    }

    /// Writes a member that is an array of one object, or of none.
    public mutating func single(
        _ key: StaticString, if hasValue: Bool = true, _ body: (inout Renderer) -> Void
    ) {
        json.key(key)
        json.beginArray()
        if hasValue { object(body) }
        json.endArray()
    }

    /// Writes a member that is an array.
    public mutating func array(_ key: StaticString, _ body: (inout Renderer) -> Void) {
        json.key(key)
        json.beginArray()
        body(&self)
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

    /// Writes a member that is an array if there are values.
    public mutating func list<Value>(
        _ key: StaticString, ifPresent values: [Value], at hole: StaticString,
        _ element: (Value, inout Renderer) -> Void
    ) {
        if !values.isEmpty { list(key, values, at: hole, element) }
    }

    /// Writes values one after another.
    public mutating func each<Value>(
        _ values: [Value], at hole: StaticString, _ element: (Value, inout Renderer) -> Void
    ) {
        for (index, value) in values.enumerated() {
            path.append((hole, index))
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
    /// Writes a member if there is a value.
    public mutating func field(_ key: StaticString, ifPresent value: ReasoningEffort?) {
        if let value { field(key, value.rawValue) }
    }
    /// Writes a member, null without a value.
    public mutating func field(_ key: StaticString, orNull value: String?) { json.field(key, orNull: value) }

    /// Writes a member that has a shape of its own.
    public mutating func field<Value>(
        _ key: StaticString, _ value: Value, _ render: (Value, inout Renderer) -> Void
    ) {
        json.key(key)
        render(value, &self)
    }
    /// Writes a member that has a shape of its own if there is a value.
    public mutating func field<Value>(
        _ key: StaticString, ifPresent value: Value?, _ render: (Value, inout Renderer) -> Void
    ) {
        if let value { field(key, value, render) }
    }
    /// Writes a member that has a shape of its own, null without a value.
    public mutating func field<Value>(
        _ key: StaticString, orNull value: Value?, _ render: (Value, inout Renderer) -> Void
    ) {
        json.key(key)
        if let value { render(value, &self) } else { json.null() }
    }

    /// Writes a value.
    public mutating func value(_ value: String) { json.string(value) }
    /// Writes a value.
    public mutating func value(_ value: Bool) { json.bool(value) }
    /// Writes a value.
    public mutating func value(_ value: Int) { json.int(value) }
    /// Writes JSON as it is.
    public mutating func raw(_ text: String) { json.raw(text) }
}

extension JSON {
    /// Objects are merged member by member; of anything else the new value wins.
    mutating func merge(_ other: JSON) {
        guard case .object(var own) = self, case .object(let new) = other else {
            self = other
            return
        }
        for (key, value) in new {
            var member = own[key] ?? .null
            member.merge(value)
            own[key] = member
        }
        self = .object(own)
    }
}

/// Losses.
extension Renderer {
    /// Notes a loss at a hole of the value being written.
    public mutating func lose(_ hole: String, _ severity: Loss.Severity, _ reason: String) {
        losses.append(Loss(path: place.isEmpty ? hole : "\(place).\(hole)", reason: reason, severity: severity))
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
        losses.append(Loss(path: place, reason: reason, severity: .dropped))
    }

    /// Notes that a tool of the provider's own is left out.
    public mutating func drop(_ tool: ServerTool) {
        let reason = "\(provider.isEmpty ? wire : provider) has no tool \(tool.rawValue)"
        losses.append(Loss(path: place, reason: reason, severity: .dropped))
    }

    private var place: String { path.map { "\($0.hole)[\($0.index)]" }.joined(separator: ".") }

    /// Notes that a hole this wire or provider has no place for is left out, if it has a value.
    public mutating func drop(_ hole: String, if hasValue: Bool) {
        if hasValue { lose(hole, .dropped, "\(provider.isEmpty ? wire : provider) does not take it") }
    }

    /// Empties a hole that the provider does not take, and notes it if there was a value.
    public mutating func remove<Value>(_ hole: String, _ value: inout Value?) {
        drop(hole, if: value != nil)
        value = nil
    }

    /// Empties a hole that the provider does not take, and notes it if there were values.
    public mutating func remove<Value>(_ hole: String, _ values: inout [Value]) {
        drop(hole, if: !values.isEmpty)
        values = []
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

    /// The message as a flat wire holds it: parts it has no place for are dropped, and parts that stand in another
    /// order than `kinds`, or several times, are moved together; all of that is noted.
    public mutating func flatten(_ message: Message, into kinds: [Part.Kind]) -> Message {
        var flat = message
        flat.parts = flatten(message.parts, into: kinds)
        return flat
    }

    /// The result as a flat wire holds it.
    public mutating func flatten(_ result: ToolResult, into kinds: [Part.Kind]) -> ToolResult {
        var flat = result
        flat.parts = flatten(result.parts, into: kinds)
        return flat
    }

    private mutating func flatten(_ parts: [Part], into kinds: [Part.Kind]) -> [Part] {
        var kept: [Part] = []
        kept.reserveCapacity(parts.count)
        var rank = 0
        var isReordered = false
        for (index, part) in parts.enumerated() {
            path.append(("parts", index))
            defer { path.removeLast() }
            guard let place = kinds.firstIndex(of: part.kind), isOwn(part) else {
                drop(part)
                continue
            }
            if place < rank { isReordered = true }
            rank = max(rank, place)
            if kept.last?.kind == part.kind, part.kind != .toolCall, part.kind != .toolResult {
                losses.append(
                    Loss(path: self.place, reason: "joined with the part before it", severity: .approximated))
            }
            noteLost(of: part)
            kept.append(part)
        }
        if isReordered {
            lose("parts", .reordered, "\(wire) holds \(kinds.map(\.rawValue).joined(separator: ", ")), in this order")
        }
        return kept
    }

    /// What a part of one text loses when only the text is written.
    private mutating func noteLost(of part: Part) {
        switch part {
        case .text(let text):
            drop("citations", if: !text.citations.isEmpty)
            drop("extra", if: text.extra[wire] != nil)
        case .reasoning(let reasoning):
            drop("signature", if: reasoning.signature != nil)
            drop("encrypted", if: reasoning.encrypted != nil)
        default: break
        }
    }

    /// The parts that are written as parts, where `kinds` have places of their own after them.
    public mutating func content(of message: Message, before kinds: [Part.Kind]) -> Message {
        var content = message
        content.parts.removeAll { kinds.contains($0.kind) }
        if let first = message.parts.firstIndex(where: { kinds.contains($0.kind) }),
            message.parts[first...].contains(where: { !kinds.contains($0.kind) })
        {
            lose("parts", .reordered, "\(wire) holds \(kinds.map(\.rawValue).joined(separator: ", ")) after the rest")
        }
        return content
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
