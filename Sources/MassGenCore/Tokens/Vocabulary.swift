/// Tokens by their bytes and by their number, which is also their rank: of two pairs the one whose token has the lower
/// number is merged first.
struct Vocabulary: Sendable {
    /// What is found where there is no token.
    static let none = UInt32.max
    /// Ranks are below this.
    static let rankLimit = 1 << 24

    /// How many tokens there are.
    private(set) var count = 0
    /// All tokens one after the other.
    private var bytes: [UInt8]
    /// Where the token of a rank is in `bytes`; empty where a number is not in use.
    private var places: [Place] = []
    /// An open hash table: a token's hash in the upper half, its rank plus one in the lower one, 0 where it is free.
    private var slots: [UInt64]

    private struct Place {
        var start = 0
        var count = 0
    }

    /// Reads lines of a token in base64, a space and its rank.
    init(parsing file: [UInt8]) throws(VocabularyError) {
        let lines = file.reduce(into: 1) { if $1 == 0x0A { $0 += 1 } }
        bytes = []
        bytes.reserveCapacity(file.count / 2)
        places.reserveCapacity(lines)
        slots = Array(repeating: 0, count: 1 << (Int.bitWidth - (lines * 2).leadingZeroBitCount))

        var reader = LineReader(file: file)
        while let line = try reader.next(decodingInto: &bytes) {
            if line.rank >= places.count {
                places += repeatElement(Place(), count: line.rank + 1 - places.count)
            }
            let place = Place(start: line.start, count: bytes.count - line.start)
            guard places[line.rank].count == 0 else { throw .repeated(line: reader.line) }
            places[line.rank] = place
            guard insert(place, rank: UInt32(line.rank)) else { throw .repeated(line: reader.line) }
            count += 1
        }
        for byte in UInt8.min...UInt8.max where withUnsafeBytes(of: byte, rank(of:)) == Self.none {
            throw .incomplete(byte: byte)
        }
    }

    /// The bytes of a token; `nil` when there is none of that number.
    func token(_ rank: Int) -> ArraySlice<UInt8>? {
        guard places.indices.contains(rank), places[rank].count > 0 else { return nil }
        return bytes[places[rank].start..<places[rank].start + places[rank].count]
    }

    /// The rank of the token with these bytes; ``none`` when there is none.
    @inline(__always)
    func rank(of text: UnsafeRawBufferPointer) -> UInt32 {
        guard let start = text.baseAddress else { return Self.none }
        return rank(of: start, count: text.count)
    }

    /// The rank of the token with these bytes, at least one; ``none`` when there is none.
    func rank(of text: UnsafeRawPointer, count: Int) -> UInt32 {
        let hash = Self.hash(text, count: count)
        var slot = index(of: hash)
        return bytes.withUnsafeBytes { bytes in
            slots.withUnsafeBufferPointer { slots in
                while slots[slot] != 0 {
                    let entry = slots[slot]
                    if entry >> 32 == hash >> 32 {
                        let rank = UInt32(truncatingIfNeeded: entry) - 1
                        let place = places.withUnsafeBufferPointer { $0[Int(rank)] }
                        if place.count == count,
                            let token = bytes.baseAddress.map({ $0 + place.start }),
                            Self.areEqual(token, text, count: count)
                        {
                            return rank
                        }
                    }
                    slot = (slot + 1) & (slots.count - 1)
                }
                return Self.none
            }
        }
    }

    private mutating func insert(_ place: Place, rank: UInt32) -> Bool {
        let hash = bytes.withUnsafeBytes { bytes in
            bytes.baseAddress.map { Self.hash($0 + place.start, count: place.count) } ?? 0
        }
        var slot = index(of: hash)
        while slots[slot] != 0 {
            if slots[slot] >> 32 == hash >> 32 {
                let other = token(Int(UInt32(truncatingIfNeeded: slots[slot]) - 1))
                if other?.elementsEqual(bytes[place.start...]) == true { return false }
            }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = (hash & ~0xFFFF_FFFF) | UInt64(rank + 1)
        return true
    }

    @inline(__always)
    private func index(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (slots.count - 1) }

    /// Eight bytes at a time; the last eight may overlap those before.
    @inline(__always)
    private static func hash(_ text: UnsafeRawPointer, count: Int) -> UInt64 {
        var hash = fold(ByteWord.load(text, count: count), UInt64(truncatingIfNeeded: count))
        var offset = 8
        while offset < count {
            hash = fold(ByteWord.load(text + min(offset, count - 8), count: 8), hash)
            offset += 8
        }
        return hash
    }

    @inline(__always)
    private static func fold(_ word: UInt64, _ hash: UInt64) -> UInt64 {
        let (high, low) = (word ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: hash ^ 0xE703_7ED1_A0B4_28DB)
        return high ^ low
    }

    @inline(__always)
    private static func areEqual(_ left: UnsafeRawPointer, _ right: UnsafeRawPointer, count: Int) -> Bool {
        guard ByteWord.load(left, count: count) == ByteWord.load(right, count: count) else { return false }
        var offset = 8
        while offset < count {
            let place = min(offset, count - 8)
            guard ByteWord.load(left + place, count: 8) == ByteWord.load(right + place, count: 8) else { return false }
            offset += 8
        }
        return true
    }
}

/// Reads a vocabulary file line by line.
private struct LineReader {
    let file: [UInt8]
    /// The line read last, counted from 1.
    private(set) var line = 0
    private var position = 0

    init(file: [UInt8]) { self.file = file }

    /// Decodes the next line's token to the end of `bytes`; gives where it starts there and its rank. Empty lines are
    /// skipped; `nil` at the end.
    mutating func next(decodingInto bytes: inout [UInt8]) throws(VocabularyError) -> (start: Int, rank: Int)? {
        repeat {
            guard position < file.count else { return nil }
            line += 1
        } while skipLineEnd()
        let start = bytes.count
        try decodeBase64(into: &bytes)
        guard bytes.count > start, position < file.count, file.byte(at: position) == 0x20 else {
            throw .malformed(line: line)
        }
        position += 1
        let rank = try number()
        guard position == file.count || skipLineEnd() else { throw .malformed(line: line) }
        return (start, rank)
    }

    private mutating func skipLineEnd() -> Bool {
        let isReturn = position + 1 < file.count && file.byte(at: position) == 0x0D
        let end = isReturn ? position + 1 : position
        guard file.byte(at: end) == 0x0A else { return false }
        position = end + 1
        return true
    }

    private mutating func decodeBase64(into bytes: inout [UInt8]) throws(VocabularyError) {
        var bits: UInt32 = 0
        var bitCount = 0
        while position < file.count {
            let digit = Self.digits[Int(file.byte(at: position))]
            guard digit < 64 else { break }
            bits = bits << 6 | UInt32(digit)
            bitCount += 6
            if bitCount >= 8 {
                bitCount -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(bitCount)))
            }
            position += 1
        }
        // Two digits are one byte and take two signs to four, three are two bytes and take one.
        guard bitCount < 6, bits & (1 << UInt32(bitCount) - 1) == 0 else { throw .malformed(line: line) }
        for _ in 0..<bitCount / 2 {
            guard position < file.count, file.byte(at: position) == 0x3D else { throw .malformed(line: line) }
            position += 1
        }
    }

    private mutating func number() throws(VocabularyError) -> Int {
        let start = position
        var number = 0
        while position < file.count, case 0x30...0x39 = file.byte(at: position), number < Vocabulary.rankLimit {
            number = number * 10 + Int(file.byte(at: position) - 0x30)
            position += 1
        }
        guard position > start, number < Vocabulary.rankLimit else { throw .malformed(line: line) }
        return number
    }

    private static let digits: [UInt8] = {
        var digits = [UInt8](repeating: 0xFF, count: 256)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
        for (value, digit) in alphabet.utf8.enumerated() { digits[Int(digit)] = UInt8(value) }
        return digits
    }()
}
