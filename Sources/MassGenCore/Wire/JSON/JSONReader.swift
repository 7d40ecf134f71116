/// Reads JSON from front to back, strictly by RFC 8259, without building a tree.
///
/// ```swift
/// var json = JSONReader(bytes)
/// try json.beginObject()
/// while let key = try json.nextKey() {
///     switch key {
///     case "id": id = try json.string()
///     default: try json.skip()
///     }
/// }
/// try json.end()
/// ```
///
/// Every key and every `true` of ``nextElement()`` must be followed by exactly one reading of a value. After an error
/// the reader is of no further use.
public struct JSONReader: Sendable {
    @usableFromInline let bytes: [UInt8]
    @usableFromInline let start: Int
    /// One past the last byte of the document.
    @usableFromInline let limit: Int
    @usableFromInline let maximumDepth: Int
    @usableFromInline var position: Int
    @usableFromInline var depth = 0
    /// Whether a container was just opened: no comma is due.
    @usableFromInline var isFirst = false
    /// Up to where the document begins like the event before; 0 when nothing is known of it.
    @usableFromInline var knownHead = 0
    /// Up to where an event's members were skipped, from the first one on without a gap.
    @usableFromInline var skippedHead = 0
    /// Where the comma before the last key is, or the key itself.
    @usableFromInline var memberStart = 0
    /// Where values end that were not read; `nil` while nobody asks.
    @usableFromInline var unread: [Int]?
    /// Whether the document was refused for its length; it then looks empty.
    @usableFromInline let isTooLarge: Bool

    /// Makes a reader of a document.
    /// - Parameters:
    ///   - bytes: where the document is; kept, not copied.
    ///   - range: the part of `bytes` that is the document; all of it when `nil`.
    ///   - limits: how much is read at most.
    @inlinable
    public init(_ bytes: [UInt8], in range: Range<Int>? = nil, limits: JSONLimits = .init()) {
        self.bytes = bytes
        let range = range.map { $0.clamped(to: 0..<bytes.count) } ?? 0..<bytes.count
        isTooLarge = range.count > limits.documentBytes
        start = range.lowerBound
        limit = isTooLarge ? range.lowerBound : range.upperBound
        position = range.lowerBound
        maximumDepth = limits.depth
    }

    /// How many bytes of the document have been read.
    public var offset: Int { position - start }
}

/// Structure.
extension JSONReader {
    /// What kind of value comes next.
    @inlinable
    public mutating func peek() throws(JSONError) -> JSONKind {
        let byte = try nextByte()
        switch byte {
        case 0x7B: return .object
        case 0x5B: return .array
        case 0x22: return .string
        case 0x2D, 0x30...0x39: return .number
        case 0x74, 0x66: return .bool
        case 0x6E: return .null
        default: throw unexpectedByte("a value")
        }
    }

    /// Opens an object.
    @inlinable
    public mutating func beginObject() throws(JSONError) {
        guard try nextByte() == 0x7B else { throw mismatch("an object") }
        try open()
    }

    /// Opens an array.
    @inlinable
    public mutating func beginArray() throws(JSONError) {
        guard try nextByte() == 0x5B else { throw mismatch("an array") }
        try open()
    }

    /// Opens an object; `false` when the value is none, which is then skipped.
    @inlinable
    public mutating func beginObjectIfAny() throws(JSONError) -> Bool {
        guard try nextByte() == 0x7B else {
            try skip()
            return false
        }
        try open()
        return true
    }

    /// Opens an array; `false` when the value is none, which is then skipped.
    @inlinable
    public mutating func beginArrayIfAny() throws(JSONError) -> Bool {
        guard try nextByte() == 0x5B else {
            try skip()
            return false
        }
        try open()
        return true
    }

    /// The next key of the object that is open; `nil` when it closes here.
    @inlinable
    @inline(__always)
    public mutating func nextKey() throws(JSONError) -> JSONKey? {
        memberStart = position
        if !isFirst, position &+ 1 < limit, bytes.byte(at: position) == 0x2C, bytes.byte(at: position &+ 1) == 0x22 {
            position &+= 2
        } else {
            guard try beginKey() else { return nil }
        }
        let key = try key()
        guard try nextByte() == 0x3A else { throw unexpectedByte("a colon") }
        position &+= 1
        return key
    }

    /// Moves over what stands before a key, its quote included; `false` when the object closes here.
    @usableFromInline
    mutating func beginKey() throws(JSONError) -> Bool {
        var byte = try nextByte()
        if byte == 0x7D {
            close()
            return false
        }
        if isFirst {
            isFirst = false
        } else {
            guard byte == 0x2C else { throw unexpectedByte("a comma or the end of the object") }
            position &+= 1
            byte = try nextByte()
        }
        guard byte == 0x22 else { throw unexpectedByte("a key") }
        position &+= 1
        return true
    }

    /// Whether the array that is open has another element; `false` when it closes here.
    @inlinable
    public mutating func nextElement() throws(JSONError) -> Bool {
        let byte = try nextByte()
        if byte == 0x5D {
            close()
            return false
        }
        if isFirst {
            isFirst = false
            return true
        }
        guard byte == 0x2C else { throw unexpectedByte("a comma or the end of the array") }
        position &+= 1
        guard try nextByte() != 0x5D else { throw unexpectedByte("a value") }
        return true
    }

    /// Checks that nothing but white space follows.
    public mutating func end() throws(JSONError) {
        if isTooLarge { throw unexpectedEnd() }
        skipSpace()
        if position < limit {
            throw JSONError(kind: .trailingBytes, message: "something follows the document", offset: offset)
        }
    }

    /// Consumes a `null` if there is one.
    @inlinable
    public mutating func null() throws(JSONError) -> Bool {
        guard try nextByte() == 0x6E else { return false }
        try literal("null")
        return true
    }

    /// Reads `true` or `false`.
    @inlinable
    public mutating func bool() throws(JSONError) -> Bool {
        switch try nextByte() {
        case 0x74:
            try literal("true")
            return true
        case 0x66:
            try literal("false")
            return false
        default: throw mismatch("a boolean")
        }
    }

    @inlinable
    @inline(__always)
    mutating func open() throws(JSONError) {
        guard depth < maximumDepth else { throw tooDeep() }
        depth &+= 1
        position &+= 1
        isFirst = true
    }

    @inlinable
    @inline(__always)
    mutating func close() {
        depth &-= 1
        position &+= 1
        isFirst = false
    }
}

/// Looking ahead.
extension JSONReader {
    /// The member with this key of the object that comes next, without moving; `nil` when there is none, or no object,
    /// or when reading fails before it.
    public func lookAhead(_ key: StaticString) -> JSON? {
        var ahead = self
        guard (try? ahead.moveToMember(key)) == true else { return nil }
        return try? ahead.value()
    }

    /// The text of the member with this key of the object that comes next, without moving; `nil` when there is none,
    /// when it is no string, or when reading fails before it.
    public func lookAheadString(_ key: StaticString) -> String? {
        var ahead = self
        guard (try? ahead.moveToMember(key)) == true else { return nil }
        return try? ahead.string()
    }

    mutating func moveToMember(_ wanted: StaticString) throws(JSONError) -> Bool {
        try beginObject()
        while let key = try nextKey() {
            if key == wanted { return true }
            try pass()
        }
        return false
    }
}

/// Errors.
extension JSONReader {
    @usableFromInline
    @inline(never)
    func unexpectedByte(_ expected: StaticString) -> JSONError {
        guard position < limit else { return unexpectedEnd() }
        return JSONError(kind: .unexpectedByte, message: "expected \(expected)", offset: offset)
    }

    @usableFromInline
    @inline(never)
    func unexpectedEnd() -> JSONError {
        if isTooLarge {
            return JSONError(kind: .tooLarge, message: "the document is longer than allowed", offset: 0)
        }
        return JSONError(kind: .unexpectedEnd, message: "the document ends too soon", offset: limit - start)
    }

    /// The error for a value of the wrong kind, or for none.
    @usableFromInline
    @inline(never)
    func mismatch(_ expected: StaticString) -> JSONError {
        var ahead = self
        do { _ = try ahead.peek() } catch { return error }
        return JSONError(kind: .typeMismatch, message: "expected \(expected)", offset: offset)
    }

    @usableFromInline
    @inline(never)
    func tooDeep() -> JSONError {
        JSONError(kind: .tooDeep, message: "nested deeper than \(maximumDepth) levels", offset: offset)
    }

    func failure(_ kind: JSONError.Kind, _ message: StaticString, at index: Int) -> JSONError {
        JSONError(kind: kind, message: "\(message)", offset: index - start)
    }
}
