/// The key of an object's member, compared in place.
///
/// ```swift
/// while let key = try json.nextKey() {
///     switch key {
///     case "content": text = try json.stringIfAny()
///     default: try json.skip()
///     }
/// }
/// ```
///
/// Keys of up to 24 bytes are held in the key itself; a longer one shares the document's bytes, so do not keep it.
public struct JSONKey: Sendable {
    /// The first 24 bytes, the rest filled up with zeros.
    @usableFromInline var words: (UInt64, UInt64, UInt64)
    /// The number of bytes.
    @usableFromInline var count: Int
    /// Where a long key starts in `storage`.
    @usableFromInline var start: Int
    /// The bytes of a long key among others.
    @usableFromInline var storage: [UInt8]?

    @inlinable
    @inline(__always)
    init(words: (UInt64, UInt64, UInt64), count: Int) {
        self.words = words
        self.count = count
        start = 0
        storage = nil
    }

    /// Makes a key of a range of bytes without escapes.
    @usableFromInline
    init(_ bytes: [UInt8], in range: Range<Int>) {
        var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
        count = range.count
        start = range.lowerBound
        storage = range.count > 24 ? bytes : nil
        for place in 0..<min(count, 24) {
            let bits = UInt64(bytes[start &+ place]) &<< UInt64((place & 7) &<< 3)
            switch place &>> 3 {
            case 0: words.0 |= bits
            case 1: words.1 |= bits
            default: words.2 |= bits
            }
        }
        self.words = words
    }

    /// The key as text.
    public var string: String {
        if let storage { return storage.text(start..<start + count) }
        return String(unsafeUninitializedCapacity: count) { text in
            for place in 0..<count {
                let word = place < 8 ? words.0 : place < 16 ? words.1 : words.2
                text[place] = UInt8(truncatingIfNeeded: word &>> UInt64((place & 7) &<< 3))
            }
            return count
        }
    }

    /// Whether a key is spelled like this.
    @inlinable
    @inline(__always)
    public static func ~= (pattern: StaticString, key: JSONKey) -> Bool { key == pattern }

    /// Whether a key is spelled like this.
    @inlinable
    @inline(__always)
    public static func == (key: JSONKey, pattern: StaticString) -> Bool {
        guard pattern.hasPointerRepresentation else { return key.string == pattern.description }
        let count = pattern.utf8CodeUnitCount
        guard key.count == count else { return false }
        // A literal's memory holds `count` bytes; each load below stays within them.
        let start = UnsafeRawPointer(pattern.utf8Start)
        guard key.words.0 == ByteWord.load(start, count: count) else { return false }
        if count <= 8 { return true }
        guard key.words.1 == ByteWord.load(start + 8, count: count &- 8) else { return false }
        if count <= 16 { return true }
        guard key.words.2 == ByteWord.load(start + 16, count: count &- 16) else { return false }
        return count <= 24 || key.hasTail(start + 24, count: count &- 24)
    }

    /// Whether a long key goes on like this from its byte 24 on.
    @usableFromInline
    func hasTail(_ tail: UnsafeRawPointer, count: Int) -> Bool {
        guard let storage else { return false }
        for place in 0..<count where storage[start + 24 + place] != tail.load(fromByteOffset: place, as: UInt8.self) {
            return false
        }
        return true
    }
}
