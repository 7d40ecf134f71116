/// The types of the standard library that are one JSON value each.
protocol JSONPrimitive: Codable {
    /// The value; `nil` when JSON has none for it.
    var json: JSON? { get }
    /// The value of a JSON; `nil` when it is another kind or does not fit.
    init?(json: JSON)
    /// The kind of JSON it is.
    static var kind: JSONKind { get }
}

extension Bool: JSONPrimitive {
    static var kind: JSONKind { .bool }
    var json: JSON? { .bool(self) }

    init?(json: JSON) {
        guard let value = json.bool else { return nil }
        self = value
    }
}

extension String: JSONPrimitive {
    static var kind: JSONKind { .string }
    var json: JSON? { .string(self) }

    init?(json: JSON) {
        guard let value = json.string else { return nil }
        self = value
    }
}

extension Double: JSONPrimitive {
    static var kind: JSONKind { .number }
    var json: JSON? { isFinite ? .number(JSONNumber(self)) : nil }

    init?(json: JSON) {
        guard let value = json.double else { return nil }
        self = value
    }
}

extension Float: JSONPrimitive {
    static var kind: JSONKind { .number }

    var json: JSON? {
        guard isFinite else { return nil }
        let text = description
        return .number(JSONNumber(trusted: text.hasSuffix(".0") ? String(text.dropLast(2)) : text))
    }

    init?(json: JSON) {
        guard case .number(let number) = json, let value = Float(number.literal), value.isFinite else { return nil }
        self = value
    }
}

extension FixedWidthInteger {
    fileprivate var number: JSON { .number(JSONNumber(trusted: String(self))) }

    fileprivate init?(number json: JSON) {
        guard case .number(let number) = json else { return nil }
        if let int = number.int {
            self.init(exactly: int)
        } else {
            self.init(number.literal)
        }
    }
}

extension Int: JSONPrimitive {
    static var kind: JSONKind { .number }
    var json: JSON? { number }
    init?(json: JSON) { self.init(number: json) }
}

extension Int8: JSONPrimitive {
    static var kind: JSONKind { .number }
    var json: JSON? { number }
    init?(json: JSON) { self.init(number: json) }
}

extension Int16: JSONPrimitive {
    static var kind: JSONKind { .number }
    var json: JSON? { number }
    init?(json: JSON) { self.init(number: json) }
}

extension Int32: JSONPrimitive {
    static var kind: JSONKind { .number }
    var json: JSON? { number }
    init?(json: JSON) { self.init(number: json) }
}

extension Int64: JSONPrimitive {
    static var kind: JSONKind { .number }
    var json: JSON? { number }
    init?(json: JSON) { self.init(number: json) }
}

extension UInt: JSONPrimitive {
    static var kind: JSONKind { .number }
    var json: JSON? { number }
    init?(json: JSON) { self.init(number: json) }
}

extension UInt8: JSONPrimitive {
    static var kind: JSONKind { .number }
    var json: JSON? { number }
    init?(json: JSON) { self.init(number: json) }
}

extension UInt16: JSONPrimitive {
    static var kind: JSONKind { .number }
    var json: JSON? { number }
    init?(json: JSON) { self.init(number: json) }
}

extension UInt32: JSONPrimitive {
    static var kind: JSONKind { .number }
    var json: JSON? { number }
    init?(json: JSON) { self.init(number: json) }
}

extension UInt64: JSONPrimitive {
    static var kind: JSONKind { .number }
    var json: JSON? { number }
    init?(json: JSON) { self.init(number: json) }
}

@available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *)
extension Int128: JSONPrimitive {
    static var kind: JSONKind { .number }
    var json: JSON? { number }
    init?(json: JSON) { self.init(number: json) }
}

@available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *)
extension UInt128: JSONPrimitive {
    static var kind: JSONKind { .number }
    var json: JSON? { number }
    init?(json: JSON) { self.init(number: json) }
}
