/// Header fields in the order they were added; names compare without regard to case.
///
/// Printing shows the names and hides the values of fields that carry keys or cookies.
public struct HTTPHeaders: Sendable, Hashable {
    private var fields: [Field] = []

    fileprivate struct Field: Sendable {
        var name: String
        var value: String
    }

    /// Makes an empty list.
    public init() {}

    /// How many fields there are.
    public var count: Int { fields.count }

    /// Whether there is no field.
    public var isEmpty: Bool { fields.isEmpty }

    /// The first value of the name; setting replaces all of them, `nil` removes them.
    public subscript(name: String) -> String? {
        get { fields.first { $0.name.isSameHeaderName(as: name) }?.value }
        set {
            if let newValue { set(name, newValue) } else { remove(name) }
        }
    }

    /// Adds a field and keeps others of that name.
    public mutating func add(_ name: String, _ value: String) {
        fields.append(Field(name: name, value: value))
    }

    /// Makes this the only field of that name, at the place of the first one.
    public mutating func set(_ name: String, _ value: String) {
        guard let index = fields.firstIndex(where: { $0.name.isSameHeaderName(as: name) }) else {
            return add(name, value)
        }
        fields[index].value = value
        let rest = fields.index(after: index)
        fields[rest...].removeAll { $0.name.isSameHeaderName(as: name) }
    }

    /// Removes every field of that name.
    public mutating func remove(_ name: String) {
        fields.removeAll { $0.name.isSameHeaderName(as: name) }
    }

    /// Every value of the name, in order.
    public func values(of name: String) -> [String] {
        fields.filter { $0.name.isSameHeaderName(as: name) }.map(\.value)
    }

    mutating func extendLast(by text: String) {
        guard let last = fields.indices.last else { return }
        fields[last].value += text
    }

    /// Whether fields of this name hold secrets, so that their values must not be printed.
    public static func isSecret(_ name: String) -> Bool {
        let name = name.lowercased()
        return secretWords.contains { name.contains($0) }
    }

    private static let secretWords = [
        "auth", "cookie", "key", "token", "secret", "password", "credential", "signature", "session",
    ]
}

extension HTTPHeaders.Field: Hashable {
    static func == (left: Self, right: Self) -> Bool {
        left.value == right.value && left.name.isSameHeaderName(as: right.name)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(name.lowercased())
        hasher.combine(value)
    }
}

extension HTTPHeaders: ExpressibleByDictionaryLiteral {
    /// Makes a list that keeps the literal's order.
    public init(dictionaryLiteral elements: (String, String)...) {
        fields = elements.map { Field(name: $0.0, value: $0.1) }
    }
}

extension HTTPHeaders: Sequence {
    /// Goes through the fields in order.
    public func makeIterator() -> AnyIterator<(name: String, value: String)> {
        var rest = fields.makeIterator()
        return AnyIterator { rest.next().map { (name: $0.name, value: $0.value) } }
    }
}

extension HTTPHeaders: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// One field a line, secrets hidden.
    public var description: String {
        fields.map { "\($0.name): \(HTTPHeaders.isSecret($0.name) ? "<hidden>" : $0.value)" }.joined(separator: "\n")
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// Shows what ``description`` shows.
    public var customMirror: Mirror { Mirror(self, children: ["fields": description]) }
}

extension String {
    fileprivate func isSameHeaderName(as other: String) -> Bool {
        utf8.count == other.utf8.count && zip(utf8, other.utf8).allSatisfy { $0.lowercasedASCII == $1.lowercasedASCII }
    }
}

extension UInt8 {
    var lowercasedASCII: UInt8 { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") ? self | 0x20 : self }
}
