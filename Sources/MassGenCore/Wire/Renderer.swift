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
    public internal(set) var losses: [Loss] = []
    /// Combinations in what was written that the provider forbids.
    public internal(set) var conflicts: [String] = []
    /// What the model, or the provider where the model is not known, can do.
    public let capabilities: Set<Capability>
    /// The wire being written; reasoning of other wires stays out.
    public let wire: String
    /// The provider's id.
    public let provider: String
    /// Whether the answer is wanted as a stream.
    public let isStreaming: Bool

    /// Whether an answer is written, not a request.
    public internal(set) var isAnswer = false
    /// Where in the value being written the renderer is.
    var path: [(hole: StaticString, index: Int)] = []
    /// Where the parts of turns come from.
    var origins: (turns: [[ChatRequest.Place]], system: [ChatRequest.Place])?
    /// Where the parts of a message that are written as parts stand in it.
    var partPlaces: (message: String, places: [Int]) = ("", [])

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
        json.object(inner.json.bytes, merging: added.dropFirst().reduce(added[0]) { $0.merged(with: $1) })
    }

    /// Writes a member that is an object, with the members that a caller added merged in.
    public mutating func object(_ key: StaticString, extra: Extra = [:], _ body: (inout Renderer) -> Void) {
        json.key(key)
        object(extra: extra, body)
    }

    /// Writes a member that is an object, unless nothing ends up in it.
    public mutating func objectIfAny(_ key: StaticString, _ body: (inout Renderer) -> Void) {
        let place = json.place
        json.key(key)
        json.beginObject()
        let start = json.bytes.count
        body(&self)
        if json.bytes.count == start { json.goBack(to: place) } else { json.endObject() }
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

    /// Writes a member that is an array, unless nothing ends up in it.
    public mutating func arrayIfAny(_ key: StaticString, _ body: (inout Renderer) -> Void) {
        let place = json.place
        json.key(key)
        json.beginArray()
        let start = json.bytes.count
        body(&self)
        if json.bytes.count == start { json.goBack(to: place) } else { json.endArray() }
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

    /// Writes a member that is an object of values, each under a name of its own.
    public mutating func map<Value>(
        _ key: StaticString, _ values: [(name: String, value: Value)], _ member: (Value, inout Renderer) -> Void
    ) {
        json.key(key)
        json.beginObject()
        for (name, value) in values {
            json.key(name)
            member(value, &self)
        }
        json.endObject()
    }

    /// Writes a member that is an object of values, if there is one.
    public mutating func map<Value>(
        _ key: StaticString, ifPresent values: [(name: String, value: Value)],
        _ member: (Value, inout Renderer) -> Void
    ) {
        if !values.isEmpty { map(key, values, member) }
    }

    /// Writes an array that is a body of its own, one element per value.
    public mutating func elements<Value>(
        _ values: [Value], at hole: StaticString, _ element: (Value, inout Renderer) -> Void
    ) {
        json.beginArray()
        each(values, at: hole, element)
        json.endArray()
    }

    /// Writes values one after another.
    public mutating func each<Value>(
        _ values: [Value], at hole: StaticString, _ element: (Value, inout Renderer) -> Void
    ) {
        let isPartial =
            partPlaces.places.count == values.count && ["parts", "flatParts"].contains(hole.description)
            && partPlaces.message == place
        let places = isPartial ? partPlaces.places : []
        for (index, value) in values.enumerated() {
            path.append((hole.description == "flatParts" ? "parts" : hole, isPartial ? places[index] : index))
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

    /// Writes a member that is an array of numbers.
    public mutating func field(_ key: StaticString, _ value: [Float]) {
        array(key) { $0.numbers(value) }
    }
    /// Writes a member that is an array of numbers if there are some.
    public mutating func field(_ key: StaticString, ifPresent value: [Float]) {
        if !value.isEmpty { field(key, value) }
    }
    /// Writes a member that is an array of arrays of numbers.
    public mutating func field(_ key: StaticString, _ value: [[Float]]) {
        array(key) { out in
            for list in value {
                out.json.beginArray()
                out.numbers(list)
                out.json.endArray()
            }
        }
    }

    private mutating func numbers(_ values: [Float]) {
        for value in values { json.raw(value.isFinite ? "\(value)" : "0") }
    }

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
    public mutating func field(_ key: StaticString, orNull value: JSON?) { field(key, value ?? .null) }
    /// Writes a member, null without a value.
    public mutating func field(_ key: StaticString, orNull value: Bool?) {
        if let value { field(key, value) } else { json.field(key, orNull: nil) }
    }
    /// Writes a member, null without a value.
    public mutating func field(_ key: StaticString, orNull value: String?) { json.field(key, orNull: value) }

    /// Writes a member that has a shape of its own, unless the shape has no place for the value.
    public mutating func field<Value>(
        _ key: StaticString, _ value: Value, _ render: (Value, inout Renderer) -> Void
    ) {
        let place = json.place
        json.key(key)
        let start = json.bytes.count
        render(value, &self)
        if json.bytes.count == start { json.goBack(to: place) }
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
    /// Writes JSON as it is; what is none is left out.
    public mutating func raw(_ text: String) {
        var reader = JSONReader(Array(text.utf8), limits: .none)
        do throws(JSONError) {
            try reader.skip()
            try reader.end()
            json.raw(text)
        } catch {
            losses.append(Loss(path: place, reason: "this is no JSON: \(error)", severity: .dropped))
        }
    }
}
