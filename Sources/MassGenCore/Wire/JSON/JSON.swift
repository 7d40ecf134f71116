/// Any JSON value. Numbers keep their digits, objects their order.
///
/// ```swift
/// let schema: JSON = ["type": "object", "properties": ["city": ["type": "string"]]]
/// schema["properties"]?["city"]?["type"]?.string  // "string"
/// ```
public enum JSON: Sendable, Hashable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number.
    case number(JSONNumber)
    /// A string.
    case string(String)
    /// An array.
    case array([JSON])
    /// An object.
    case object(JSONObject)
}

/// Text.
extension JSON {
    /// Reads a document.
    public init(parsing text: String, limits: JSONLimits = .init()) throws(JSONError) {
        try self.init(parsing: Array(text.utf8), limits: limits)
    }

    /// Reads a document.
    public init(parsing bytes: [UInt8], limits: JSONLimits = .init()) throws(JSONError) {
        var json = JSONReader(bytes, limits: limits)
        self = try json.value()
        try json.end()
    }

    /// The value as JSON without white space.
    public var text: String { bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }

    /// The value as JSON without white space, in UTF-8.
    public var bytes: [UInt8] {
        var out = JSONWriter()
        out.value(self)
        return out.bytes
    }

    /// The value as JSON over several lines, two spaces per level.
    public var prettyText: String {
        var out = JSONWriter()
        out.prettyValue(self, indent: 0)
        return out.bytes.text(0..<out.bytes.count)
    }
}

/// Looking inside.
extension JSON {
    /// The member of an object; `nil` when there is none, or when this is no object.
    public subscript(key: String) -> JSON? { object?[key] }

    /// The element of an array; `nil` when there is none, or when this is no array.
    public subscript(index: Int) -> JSON? {
        guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
        return elements[index]
    }

    /// The string, when it is one.
    public var string: String? { if case .string(let value) = self { value } else { nil } }
    /// The number, when it is whole and an `Int`.
    public var int: Int? { if case .number(let value) = self { value.int } else { nil } }
    /// The number, when it is one.
    public var double: Double? { if case .number(let value) = self { value.double } else { nil } }
    /// The boolean, when it is one.
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    /// The elements, when it is an array.
    public var array: [JSON]? { if case .array(let value) = self { value } else { nil } }
    /// The members, when it is an object.
    public var object: JSONObject? { if case .object(let value) = self { value } else { nil } }
    /// Whether it is `null`.
    public var isNull: Bool { self == .null }

    /// What kind of value it is.
    public var kind: JSONKind {
        switch self {
        case .null: .null
        case .bool: .bool
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }
}

/// Making values.
extension JSON {
    /// A whole number.
    public static func number(_ value: Int) -> JSON { .number(JSONNumber(value)) }
    /// A number; `null` for infinity and for what is not a number.
    public static func number(_ value: Double) -> JSON { value.isFinite ? .number(JSONNumber(value)) : .null }
}

extension JSON: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringInterpolation, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    /// `null`.
    public init(nilLiteral: ()) { self = .null }
    /// A boolean.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .number(value) }
    /// A number.
    public init(floatLiteral value: Double) { self = .number(value) }
    /// A string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// An array.
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    /// An object; of several members with one key the last wins.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(JSONObject(elements.lazy.map { (key: $0, value: $1) }))
    }
}

extension JSON: CustomStringConvertible {
    /// The compact JSON.
    public var description: String { text }
}
