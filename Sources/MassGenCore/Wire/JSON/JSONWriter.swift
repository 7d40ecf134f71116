/// Writes compact JSON from front to back; commas come by themselves.
///
/// ```swift
/// var out = JSONWriter()
/// out.beginObject()
/// out.field("model", "m")
/// out.endObject()
/// ```
///
/// It trusts its caller to write a key before each member and to close what is opened.
public struct JSONWriter: Sendable {
    /// What has been written.
    public private(set) var bytes: [UInt8] = []

    /// Whether a value has just been written in the container that is open.
    private var needsComma = false

    /// Makes an empty writer.
    public init() { bytes.reserveCapacity(256) }

    /// What has been written, as text.
    public var text: String { bytes.text(0..<bytes.count) }

    /// A place in what has been written, to go back to.
    struct Place {
        fileprivate var count: Int
        fileprivate var needsComma: Bool
    }

    /// Where the writer is.
    var place: Place { Place(count: bytes.count, needsComma: needsComma) }

    /// Takes back what was written since.
    mutating func goBack(to place: Place) {
        bytes.removeLast(bytes.count - place.count)
        needsComma = place.needsComma
    }

    /// Starts over, keeping the storage.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        needsComma = false
    }
}

/// Structure.
extension JSONWriter {
    /// Opens an object.
    public mutating func beginObject() { open(0x7B) }
    /// Closes an object.
    public mutating func endObject() { close(0x7D) }
    /// Opens an array.
    public mutating func beginArray() { open(0x5B) }
    /// Closes an array.
    public mutating func endArray() { close(0x5D) }

    /// Writes a key.
    public mutating func key(_ key: StaticString) {
        comma()
        key.withUTF8Buffer { quote($0) }
        bytes.append(0x3A)
        needsComma = false
    }

    /// Writes a key.
    public mutating func key(_ key: String) {
        comma()
        quote(key)
        bytes.append(0x3A)
        needsComma = false
    }

    private mutating func open(_ byte: UInt8) {
        comma()
        bytes.append(byte)
        needsComma = false
    }

    private mutating func close(_ byte: UInt8) {
        bytes.append(byte)
        needsComma = true
    }

    private mutating func comma() { if needsComma { bytes.append(0x2C) } }

    private mutating func put(_ literal: StaticString) {
        comma()
        literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        needsComma = true
    }
}

/// Values.
extension JSONWriter {
    /// Writes a string.
    public mutating func string(_ value: String) {
        comma()
        quote(value)
        needsComma = true
    }

    /// Writes a whole number.
    public mutating func int(_ value: Int) {
        comma()
        if 0..<10 ~= value {
            bytes.append(0x30 + UInt8(value))
        } else {
            bytes.append(contentsOf: String(value).utf8)
        }
        needsComma = true
    }

    /// Writes a number in the shortest form that reads back the same; `null` for infinity and for what is not a number.
    public mutating func double(_ value: Double) {
        guard value.isFinite else { return null() }
        raw(value.jsonLiteral)
    }

    /// Writes a boolean.
    public mutating func bool(_ value: Bool) { put(value ? "true" : "false") }
    /// Writes `null`.
    public mutating func null() { put("null") }

    /// Writes a value that is JSON already; nobody checks it.
    public mutating func raw(_ json: String) {
        comma()
        bytes.append(contentsOf: json.utf8)
        needsComma = true
    }

    /// Writes any value.
    public mutating func value(_ value: JSON) {
        switch value {
        case .null: null()
        case .bool(let value): bool(value)
        case .number(let value): raw(value.literal)
        case .string(let value): string(value)
        case .array(let elements):
            beginArray()
            for element in elements { self.value(element) }
            endArray()
        case .object(let members):
            beginObject()
            for (key, value) in members {
                self.key(key)
                self.value(value)
            }
            endObject()
        }
    }
}

/// Members.
extension JSONWriter {
    /// Writes a member.
    public mutating func field(_ key: StaticString, _ value: String) {
        self.key(key)
        string(value)
    }

    /// Writes a member.
    public mutating func field(_ key: StaticString, _ value: Int) {
        self.key(key)
        int(value)
    }

    /// Writes a member.
    public mutating func field(_ key: StaticString, _ value: Double) {
        self.key(key)
        double(value)
    }

    /// Writes a member.
    public mutating func field(_ key: StaticString, _ value: Bool) {
        self.key(key)
        bool(value)
    }

    /// Writes a member.
    public mutating func field(_ key: StaticString, _ value: JSON) {
        self.key(key)
        self.value(value)
    }

    /// Writes a member that is an array of strings.
    public mutating func field(_ key: StaticString, _ value: [String]) {
        self.key(key)
        beginArray()
        for element in value { string(element) }
        endArray()
    }

    /// Writes a member, `null` without a value.
    public mutating func field(_ key: StaticString, orNull value: String?) {
        self.key(key)
        if let value { string(value) } else { null() }
    }
}

/// Strings.
extension JSONWriter {
    private mutating func quote(_ text: String) {
        var text = text
        text.withUTF8 { quote($0) }
    }

    /// Writes UTF-8 between quotes: plain runs are copied whole, and only what RFC 8259 requires is escaped.
    private mutating func quote(_ text: UnsafeBufferPointer<UInt8>) {
        bytes.append(0x22)
        var start = 0
        var at = 0
        while at < text.count {
            if at &+ 8 <= text.count {
                // In bounds by the check above.
                let word = UnsafeRawPointer(text.baseAddress.unsafelyUnwrapped).loadUnaligned(
                    fromByteOffset: at, as: UInt64.self)
                let escapes = ByteWord.escapes(in: UInt64(littleEndian: word))
                if escapes == 0 {
                    at &+= 8
                    continue
                }
                at &+= ByteWord.first(escapes)
            }
            let byte = text[at]
            if byte < 0x20 || byte == 0x22 || byte == 0x5C {
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<at]))
                escape(byte)
                start = at &+ 1
            }
            at &+= 1
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
        bytes.append(0x22)
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(0x5C)
        switch byte {
        case 0x22, 0x5C: bytes.append(byte)
        case 0x08: bytes.append(0x62)
        case 0x09: bytes.append(0x74)
        case 0x0A: bytes.append(0x6E)
        case 0x0C: bytes.append(0x66)
        case 0x0D: bytes.append(0x72)
        default:
            let digits: StaticString = "0123456789abcdef"
            bytes.append(contentsOf: [0x75, 0x30, 0x30, 0x30 + byte >> 4, digits.utf8Start[Int(byte & 15)]])
        }
    }
}

/// Writing for people.
extension JSONWriter {
    mutating func prettyValue(_ value: JSON, indent: Int) {
        switch value {
        case .array(let elements) where !elements.isEmpty:
            beginArray()
            for element in elements {
                line(indent + 1)
                prettyValue(element, indent: indent + 1)
            }
            needsComma = false
            line(indent)
            endArray()
        case .object(let members) where !members.isEmpty:
            beginObject()
            for (key, value) in members {
                line(indent + 1)
                quote(key)
                bytes.append(contentsOf: [0x3A, 0x20])
                prettyValue(value, indent: indent + 1)
            }
            needsComma = false
            line(indent)
            endObject()
        default: self.value(value)
        }
    }

    /// Starts a line, after a comma where one is due.
    private mutating func line(_ indent: Int) {
        comma()
        needsComma = false
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: indent * 2))
    }
}
