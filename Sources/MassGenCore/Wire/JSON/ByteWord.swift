/// Eight bytes looked at together, the first in the lowest place.
///
/// Every mark is the high bit of a byte. The lowest mark is exact; those above it may be wrong, so only the lowest is
/// ever used.
@usableFromInline
enum ByteWord {
    /// Marks the bytes equal to `byte`.
    @inlinable
    @inline(__always)
    static func marks(of byte: UInt8, in word: UInt64) -> UInt64 {
        let difference = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
        return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
    }

    /// Marks what ends a plain run in a string: quote, backslash, control characters and everything beyond ASCII.
    @inlinable
    @inline(__always)
    static func stringStops(in word: UInt64) -> UInt64 {
        let controls = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
        let beyond = word & 0x8080_8080_8080_8080
        return marks(of: 0x22, in: word) | marks(of: 0x5C, in: word) | controls | beyond
    }

    /// Marks what a writer must escape: quote, backslash and control characters.
    @inlinable
    @inline(__always)
    static func escapes(in word: UInt64) -> UInt64 {
        let controls = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
        return marks(of: 0x22, in: word) | marks(of: 0x5C, in: word) | controls
    }

    /// The place of the lowest mark, 0 to 7.
    @inlinable
    @inline(__always)
    static func first(_ marks: UInt64) -> Int { marks.trailingZeroBitCount &>> 3 }

    /// The lowest `count` bytes of a word; `count` is below 8.
    @inlinable
    @inline(__always)
    static func low(_ word: UInt64, count: Int) -> UInt64 {
        word & ((1 &<< UInt64(truncatingIfNeeded: count &<< 3)) &- 1)
    }

    /// Up to eight bytes of memory as a word. With a literal this is a constant once compiled.
    @inlinable
    @inline(__always)
    static func load(_ start: UnsafeRawPointer, count: Int) -> UInt64 {
        if count >= 8 { return UInt64(littleEndian: start.loadUnaligned(as: UInt64.self)) }
        if count >= 4 {
            let low = UInt64(UInt32(littleEndian: start.loadUnaligned(as: UInt32.self)))
            let tail = start.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
            return low | UInt64(UInt32(littleEndian: tail)) &<< UInt64(truncatingIfNeeded: (count &- 4) &<< 3)
        }
        if count >= 2 {
            let low = UInt64(UInt16(littleEndian: start.loadUnaligned(as: UInt16.self)))
            let last = UInt64(start.load(fromByteOffset: count &- 1, as: UInt8.self))
            return low | last &<< UInt64(truncatingIfNeeded: (count &- 1) &<< 3)
        }
        return count == 1 ? UInt64(start.load(as: UInt8.self)) : 0
    }
}

extension [UInt8] {
    /// The byte at an index that is known to be one.
    @inlinable
    @inline(__always)
    func byte(at index: Int) -> UInt8 {
        assert(indices.contains(index))
        return withUnsafeBufferPointer { $0[index] }
    }

    /// The eight bytes from an index on that is known to have so many.
    @inlinable
    @inline(__always)
    func word(at index: Int) -> UInt64 {
        assert(index >= 0 && index &+ 8 <= count)
        return withUnsafeBytes { bytes in
            // In bounds by what callers know; the pointer does not leave the closure.
            UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        }
    }

    /// The bytes of a range as text; broken UTF-8 becomes U+FFFD.
    @inlinable
    @inline(__always)
    func text(_ range: Range<Int>) -> String {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        return withUnsafeBufferPointer { bytes in
            // In bounds by the check above; the string is a copy.
            String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
        }
    }
}
