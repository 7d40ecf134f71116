extension JSON {
    /// Encodes a value. Members stay in the order in which they are encoded; those of a dictionary are sorted, so that
    /// equal values give equal bytes.
    public init(encoding value: some Encodable) throws {
        self = try EncodingSlot.encoded(value, at: []).json
    }
}

/// A value while it is being encoded: containers fill it bit by bit.
final class EncodingSlot {
    private enum Content {
        case empty
        case value(JSON)
        case array([EncodingSlot])
        case object(keys: [String], slots: [EncodingSlot])
    }

    private var content = Content.empty

    /// The whole value; an object without members where nothing was encoded.
    var json: JSON {
        switch content {
        case .empty: .object([:])
        case .value(let value): value
        case .array(let slots): .array(slots.map(\.json))
        case .object(let keys, let slots): .object(JSONObject(zip(keys, slots).lazy.map { (key: $0, value: $1.json) }))
        }
    }

    var count: Int { if case .array(let slots) = content { slots.count } else { 0 } }

    static func encoded(_ value: some Encodable, at path: [any CodingKey]) throws -> EncodingSlot {
        let slot = EncodingSlot()
        try slot.fill(value, at: path)
        return slot
    }

    func fill(_ value: some Encodable, at path: [any CodingKey]) throws {
        if let value = value as? any JSONPrimitive {
            guard let json = value.json else {
                let context = EncodingError.Context(codingPath: path, debugDescription: "JSON has no such number")
                throw EncodingError.invalidValue(value, context)
            }
            content = .value(json)
        } else {
            try value.encode(to: JSONValueEncoder(slot: self, codingPath: path))
            if value is any AnyDictionary { sort() }
        }
    }

    func put(_ value: JSON) { content = .value(value) }

    func openArray() {
        if case .array = content { return }
        content = .array([])
    }

    func openObject() {
        if case .object = content { return }
        content = .object(keys: [], slots: [])
    }

    func append(_ slot: EncodingSlot) {
        guard case .array(var slots) = content else { return }
        content = .empty
        slots.append(slot)
        content = .array(slots)
    }

    func append(_ slot: EncodingSlot, forKey key: String) {
        guard case .object(var keys, var slots) = content else { return }
        content = .empty
        keys.append(key)
        slots.append(slot)
        content = .object(keys: keys, slots: slots)
    }

    private func sort() {
        guard case .object(let keys, let slots) = content else { return }
        let members = zip(keys, slots).sorted { $0.0 < $1.0 }
        content = .object(keys: members.map(\.0), slots: members.map(\.1))
    }
}

/// Tells dictionaries, whose order means nothing, from other values.
private protocol AnyDictionary {}

extension Dictionary: AnyDictionary {}

/// Encodes into one place of the tree.
struct JSONValueEncoder: Encoder {
    let slot: EncodingSlot
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func put(_ value: JSON) { slot.put(value) }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        slot.openObject()
        return KeyedEncodingContainer(JSONKeyedEncoding(slot: slot, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        slot.openArray()
        return JSONUnkeyedEncoding(slot: slot, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension JSONValueEncoder: SingleValueEncodingContainer {
    mutating func encodeNil() { slot.put(.null) }
    mutating func encode(_ value: some Encodable) throws { try slot.fill(value, at: codingPath) }
}

private struct JSONKeyedEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let slot: EncodingSlot
    let codingPath: [any CodingKey]

    mutating func encodeNil(forKey key: Key) { member(key).put(.null) }

    mutating func encode(_ value: some Encodable, forKey key: Key) throws {
        slot.append(try EncodingSlot.encoded(value, at: codingPath + [key]), forKey: key.stringValue)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy keyType: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        member(key).container(keyedBy: keyType)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        member(key).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { member(JSONCodingKey("super")) }
    mutating func superEncoder(forKey key: Key) -> any Encoder { member(key) }

    private func member(_ key: some CodingKey) -> JSONValueEncoder {
        let member = EncodingSlot()
        slot.append(member, forKey: key.stringValue)
        return JSONValueEncoder(slot: member, codingPath: codingPath + [key])
    }
}

private struct JSONUnkeyedEncoding: UnkeyedEncodingContainer {
    let slot: EncodingSlot
    let codingPath: [any CodingKey]
    var count: Int { slot.count }

    mutating func encodeNil() { element().put(.null) }

    mutating func encode(_ value: some Encodable) throws {
        slot.append(try EncodingSlot.encoded(value, at: codingPath + [JSONCodingKey(count)]))
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy keyType: Nested.Type) -> KeyedEncodingContainer<Nested> {
        element().container(keyedBy: keyType)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { element().unkeyedContainer() }
    mutating func superEncoder() -> any Encoder { element() }

    private func element() -> JSONValueEncoder {
        let path = codingPath + [JSONCodingKey(count)]
        let element = EncodingSlot()
        slot.append(element)
        return JSONValueEncoder(slot: element, codingPath: path)
    }
}
