import Foundation

extension JSON {
    /// The JSON Schema of a type's values, found by letting the type decode itself from a decoder that only watches: no
    /// macro and no code by hand.
    ///
    /// Nested types, lists, dictionaries, optionals, dates (ISO 8601), addresses and enums of texts or numbers that list
    /// their cases are understood; descriptions and bounds come from ``SchemaDescribing``, and what cannot be seen into
    /// gives its schema itself: ``SchemaProviding``. Throws for types that hold themselves: no provider takes their
    /// schema.
    public static func schema<Value: Decodable>(of type: Value.Type) throws(SchemaError) -> JSON {
        let probe = Probe()
        do {
            return .object(try probe.probe(type, at: "").schema)
        } catch let error as SchemaError {
            throw error
        } catch {
            throw SchemaError(path: "", message: "\(type) cannot be looked into: \(error)")
        }
    }
}

/// Looks into types. One for each schema, used on one thread.
private final class Probe {
    /// The types that are being looked into, to notice one in itself.
    private var open: [ObjectIdentifier] = []

    /// The schema of a type, and a value of it that its owner can go on with.
    func probe<Value: Decodable>(
        _ type: Value.Type, at path: String, hint: SchemaHint? = nil
    ) throws -> (schema: JSONObject, value: Value) {
        var (schema, value) = try look(into: type, at: path, hint: hint)
        if let hint { schema = schema.merged(with: hint.keywords) }
        return (schema, value)
    }

    private func look<Value: Decodable>(
        into type: Value.Type, at path: String, hint: SchemaHint?
    ) throws -> (schema: JSONObject, value: Value) {
        func known<Known>(_ schema: JSONObject, _ value: Known) throws -> (schema: JSONObject, value: Value) {
            guard let value = value as? Value else {
                throw SchemaError(path: path, message: "\(type) is no \(Known.self)")
            }
            return (schema, value)
        }
        if let type = type as? any SchemaProviding.Type {
            let value = try type.example.decode(type)
            return try known(type.schema.object ?? [:], value)
        }
        switch type {
        case is String.Type: return try known(["type": "string"], hint?.choices.first ?? "")
        case is Bool.Type: return try known(["type": "boolean"], false)
        case is Double.Type: return try known(["type": "number"], 0.0)
        case is Float.Type: return try known(["type": "number"], Float(0))
        case is Decimal.Type: return try known(["type": "number"], Decimal(0))
        case is Date.Type:
            return try known(["type": "string", "format": "date-time"], Date(timeIntervalSinceReferenceDate: 0))
        case is URL.Type: return try known(["type": "string", "format": "uri"], URL(fileURLWithPath: "/"))
        case is UUID.Type: return try known(["type": "string", "format": "uuid"], UUID())
        case is Data.Type: return try known(["type": "string", "contentEncoding": "base64"], Data())
        case is JSON.Type: return try known([:], JSON.null)
        case is JSONObject.Type: return try known(["type": "object"], JSONObject())
        default: break
        }
        if let integer = type as? any (FixedWidthInteger & Decodable).Type {
            return try known(["type": "integer"], integer.zero)
        }
        if let container = type as? any SchemaContainer.Type {
            let (schema, value) = try container.probed { (element, suffix) in try self.element(element, path + suffix) }
            return try known(schema, value)
        }
        if let listed = type as? any CaseIterable.Type, let cases = try self.cases(of: listed, path) {
            return try known(cases.schema, cases.value)
        }
        let id = ObjectIdentifier(type)
        guard !open.contains(id) else {
            throw SchemaError(
                path: path,
                message: "\(type) holds itself, and schemas that do are not taken: give the depth by types of its own")
        }
        open.append(id)
        defer { open.removeLast() }
        let watch = Watch(
            probe: self, path: path, hints: (type as? any SchemaDescribing.Type)?.schemaHints,
            choices: hint?.choices ?? [])
        do {
            let value = try Value(from: watch)
            return (watch.schema, value)
        } catch let error as SchemaError {
            throw error
        } catch {
            let way =
                watch.schema["type"] == "string"
                ? "list its cases (CaseIterable) or say them: .hint(choices: […])" : "give its schema (SchemaProviding)"
            throw SchemaError(path: path, message: "\(type) takes no made-up value: \(way)")
        }
    }

    private func element<Element: Decodable>(_ type: Element.Type, _ path: String) throws -> JSONObject {
        try probe(type, at: path).schema
    }

    /// The raw values of an enum that lists its cases.
    private func cases<Listed: CaseIterable>(
        of type: Listed.Type, _ path: String
    ) throws -> (schema: JSONObject, value: Any)? {
        let values = type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue }
        guard let first = type.allCases.first, values.count == type.allCases.count else { return nil }
        let texts = values.compactMap { $0 as? String }
        if texts.count == values.count {
            return (["type": "string", "enum": .array(texts.map(JSON.string))], first)
        }
        let numbers = values.compactMap { ($0 as? any BinaryInteger).map { Int($0) } }
        guard numbers.count == values.count else { return nil }
        return (["type": "integer", "enum": .array(numbers.map { .number($0) })], first)
    }
}

/// Types that hold values of another: their own way of decoding shows nothing of it.
private protocol SchemaContainer {
    static func probed(
        _ element: (any Decodable.Type, String) throws -> JSONObject
    ) throws -> (schema: JSONObject, value: Any)
}

extension Array: SchemaContainer where Element: Decodable {
    static func probed(
        _ element: (any Decodable.Type, String) throws -> JSONObject
    ) throws -> (schema: JSONObject, value: Any) {
        (["type": "array", "items": .object(try element(Element.self, "[]"))], Self())
    }
}

extension Set: SchemaContainer where Element: Decodable {
    static func probed(
        _ element: (any Decodable.Type, String) throws -> JSONObject
    ) throws -> (schema: JSONObject, value: Any) {
        (["type": "array", "items": .object(try element(Element.self, "[]")), "uniqueItems": true], Self())
    }
}

extension Dictionary: SchemaContainer where Key: Decodable, Value: Decodable {
    static func probed(
        _ element: (any Decodable.Type, String) throws -> JSONObject
    ) throws -> (schema: JSONObject, value: Any) {
        (["type": "object", "additionalProperties": .object(try element(Value.self, "{}"))], Self())
    }
}

extension Optional: SchemaContainer where Wrapped: Decodable {
    static func probed(
        _ element: (any Decodable.Type, String) throws -> JSONObject
    ) throws -> (schema: JSONObject, value: Any) {
        (try element(Wrapped.self, "").nullable, Self.none as Any)
    }
}

extension JSONObject {
    /// The schema that takes null too.
    var nullable: JSONObject {
        var schema = self
        switch self["type"] {
        case .string(let type)? where type != "null":
            schema["type"] = [.string(type), "null"]
            if let words = self["enum"]?.array, !words.contains(.null) { schema["enum"] = .array(words + [.null]) }
            return schema
        case .array(let types)?:
            if !types.contains("null") { schema["type"] = .array(types + ["null"]) }
            return schema
        default: return isEmpty ? self : ["anyOf": [.object(self), ["type": "null"]]]
        }
    }
}

/// What a type asks its decoder for.
private final class Watch: Decoder {
    let probe: Probe
    let path: String
    let hints: SchemaHints?
    let choices: [String]
    var schema: JSONObject = [:]
    /// The members that may be missing.
    var optional: Set<String> = []
    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    init(probe: Probe, path: String, hints: SchemaHints?, choices: [String]) {
        self.probe = probe
        self.path = path
        self.hints = hints
        self.choices = choices
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        if schema["type"] == nil {
            schema = ["type": "object", "properties": [:], "required": [], "additionalProperties": false]
            if let description = hints?.description { schema["description"] = .string(description) }
        }
        return KeyedDecodingContainer(KeyedWatch(watch: self))
    }

    func unkeyedContainer() -> any UnkeyedDecodingContainer {
        schema = ["type": "array", "items": [:]]
        return UnkeyedWatch(watch: self)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    func add(_ key: String, _ member: JSONObject) {
        guard case .object(var members)? = schema["properties"], case .array(var required)? = schema["required"] else {
            return
        }
        members[key] = .object(member)
        if !optional.contains(key), !required.contains(.string(key)) { required.append(.string(key)) }
        schema["properties"] = .object(members)
        schema["required"] = .array(required)
    }

    func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
}

extension Watch: SingleValueDecodingContainer {
    func decodeNil() -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let hint = choices.isEmpty ? nil : SchemaHint.hint(choices: choices)
        let (schema, value) = try probe.probe(type, at: path, hint: type == String.self ? hint : nil)
        self.schema = schema
        return value
    }
}

private struct KeyedWatch<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let watch: Watch
    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    /// Who asks can do without: `decodeIfPresent` does, for optional members.
    func contains(_ key: Key) -> Bool {
        watch.optional.insert(key.stringValue)
        return true
    }

    func decodeNil(forKey key: Key) -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        let name = key.stringValue
        let (schema, value) = try watch.probe.probe(
            type, at: watch.path(of: name), hint: watch.hints?.members[name])
        watch.add(name, schema)
        return value
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        throw unseen(key)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer { throw unseen(key) }
    func superDecoder() throws -> any Decoder { watch }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw unseen(key) }

    private func unseen(_ key: Key) -> SchemaError {
        SchemaError(
            path: watch.path(of: key.stringValue),
            message: "what a type decodes by hand inside of a member is not seen: make it a type of its own")
    }
}

/// A list that a type decodes by hand: what it asks for first stands for all elements.
private struct UnkeyedWatch: UnkeyedDecodingContainer {
    let watch: Watch
    var codingPath: [any CodingKey] { [] }
    var count: Int? { nil }
    var isAtEnd: Bool { currentIndex > 0 }
    private(set) var currentIndex = 0

    init(watch: Watch) { self.watch = watch }

    mutating func decodeNil() -> Bool { false }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let (schema, value) = try watch.probe.probe(type, at: "\(watch.path)[]")
        if currentIndex == 0 { watch.schema["items"] = .object(schema) }
        currentIndex += 1
        return value
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        throw unseen
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { throw unseen }
    mutating func superDecoder() throws -> any Decoder { throw unseen }

    private var unseen: SchemaError {
        SchemaError(
            path: "\(watch.path)[]",
            message: "what a type decodes by hand inside of a list is not seen: make it a type of its own")
    }
}
