/// The lexical layer: from `position` on, over one token, checked in full.
extension JSONReader {
    /// The next byte that is not white space; it is not consumed.
    @inlinable
    @inline(__always)
    mutating func nextByte() throws(JSONError) -> UInt8 {
        if position < limit {
            let byte = bytes.byte(at: position)
            if byte > 0x20 { return byte }
        }
        return try nextByteAfterSpace()
    }

    @usableFromInline
    @inline(never)
    mutating func nextByteAfterSpace() throws(JSONError) -> UInt8 {
        skipSpace()
        guard position < limit else { throw unexpectedEnd() }
        return bytes[position]
    }

    mutating func skipSpace() {
        while position < limit {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position &+= 1
            default: return
            }
        }
    }

    /// Consumes a literal whose first letter is known.
    @usableFromInline
    mutating func literal(_ word: StaticString) throws(JSONError) {
        let count = word.utf8CodeUnitCount
        if position &+ 8 <= limit {
            let found = ByteWord.low(bytes.word(at: position), count: count)
            if found == ByteWord.load(UnsafeRawPointer(word.utf8Start), count: count) {
                position &+= count
                return
            }
        }
        for place in 1..<count {
            guard position + place < limit else { throw unexpectedEnd() }
            guard bytes[position + place] == word.utf8Start[place] else {
                throw failure(.unexpectedByte, "expected a value", at: position + place)
            }
        }
        position += count
    }

    /// The key whose opening quote is behind; consumes the closing one.
    @inlinable
    @inline(__always)
    mutating func key() throws(JSONError) -> JSONKey {
        if position &+ 8 <= limit {
            let word = bytes.word(at: position)
            let stops = ByteWord.stringStops(in: word)
            if stops != 0 {
                let count = ByteWord.first(stops)
                if bytes[position &+ count] == 0x22 {
                    position &+= count &+ 1
                    return JSONKey(words: (ByteWord.low(word, count: count), 0, 0), count: count)
                }
            }
        }
        return try longKey()
    }

    /// A key of more than seven bytes, or near the end of the document, or not plain.
    @usableFromInline
    @inline(never)
    mutating func longKey() throws(JSONError) -> JSONKey {
        var words: (UInt64, UInt64, UInt64) = (0, 0, 0)
        var count = 0
        while count < 24, position &+ count &+ 8 <= limit {
            let word = bytes.word(at: position &+ count)
            let stops = ByteWord.stringStops(in: word)
            let isLast = stops != 0
            let length = isLast ? ByteWord.first(stops) : 8
            let part = isLast ? ByteWord.low(word, count: length) : word
            switch count {
            case 0: words.0 = part
            case 8: words.1 = part
            default: words.2 = part
            }
            count &+= length
            guard isLast else { continue }
            guard bytes[position &+ count] == 0x22 else { break }
            position &+= count &+ 1
            return JSONKey(words: words, count: count)
        }
        let start = position
        let hasEscapes = try scanString()
        guard hasEscapes else { return JSONKey(bytes, in: start..<position &- 1) }
        let plain = Array(unescaped(start..<position &- 1).utf8)
        return JSONKey(plain, in: 0..<plain.count)
    }

    /// Moves over a string whose opening quote is behind, the closing one included; says whether there are escapes.
    mutating func scanString() throws(JSONError) -> Bool {
        var at = position
        var hasEscapes = false
        while at < limit {
            if at &+ 8 <= limit {
                let stops = ByteWord.stringStops(in: bytes.word(at: at))
                if stops == 0 {
                    at &+= 8
                    continue
                }
                at &+= ByteWord.first(stops)
            }
            switch bytes[at] {
            case 0x22:
                position = at &+ 1
                return hasEscapes
            case 0x5C:
                hasEscapes = true
                at = try endOfEscape(at)
            case 0x80...:
                repeat { at = try endOfScalar(at) } while at < limit && bytes[at] >= 0x80
            case 0..<0x20:
                throw failure(.unexpectedByte, "control characters in strings must be escaped", at: at)
            default:
                at &+= 1
            }
        }
        throw unexpectedEnd()
    }

    /// Moves over an escape.
    private func endOfEscape(_ index: Int) throws(JSONError) -> Int {
        guard index &+ 1 < limit else { throw unexpectedEnd() }
        switch bytes[index &+ 1] {
        case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return index &+ 2
        case 0x75:
            for place in index &+ 2..<index &+ 6 {
                guard place < limit else { throw unexpectedEnd() }
                guard bytes[place].hexDigit != nil else {
                    throw failure(.invalidEscape, "expected four hexadecimal digits", at: place)
                }
            }
            return index &+ 6
        default: throw failure(.invalidEscape, "unknown escape", at: index &+ 1)
        }
    }

    /// Moves over a character beyond ASCII, in UTF-8's shortest form and no surrogate.
    private func endOfScalar(_ index: Int) throws(JSONError) -> Int {
        let second: ClosedRange<UInt8>
        let length: Int
        switch bytes[index] {
        case 0xC2...0xDF: (second, length) = (0x80...0xBF, 2)
        case 0xE0: (second, length) = (0xA0...0xBF, 3)
        case 0xED: (second, length) = (0x80...0x9F, 3)
        case 0xE1...0xEF: (second, length) = (0x80...0xBF, 3)
        case 0xF0: (second, length) = (0x90...0xBF, 4)
        case 0xF1...0xF3: (second, length) = (0x80...0xBF, 4)
        case 0xF4: (second, length) = (0x80...0x8F, 4)
        default: throw failure(.invalidUTF8, "the string is not UTF-8", at: index)
        }
        guard index &+ length <= limit else { throw unexpectedEnd() }
        guard second.contains(bytes[index &+ 1]) else {
            throw failure(.invalidUTF8, "the string is not UTF-8", at: index)
        }
        for place in index &+ 2..<max(index &+ 2, index &+ length) where bytes[place] & 0xC0 != 0x80 {
            throw failure(.invalidUTF8, "the string is not UTF-8", at: index)
        }
        return index &+ length
    }

    /// The text of a checked string with escapes. Half of a surrogate pair becomes U+FFFD.
    func unescaped(_ range: Range<Int>) -> String {
        // Escapes only ever shrink, so the text fits into as many bytes as its source has.
        String(unsafeUninitializedCapacity: range.count) { text in
            var count = 0
            var at = range.lowerBound
            while at < range.upperBound {
                let byte = bytes[at]
                guard byte == 0x5C else {
                    text[count] = byte
                    count &+= 1
                    at &+= 1
                    continue
                }
                let escape = bytes[at &+ 1]
                at &+= 2
                guard escape == 0x75 else {
                    text[count] = escape.unescaped
                    count &+= 1
                    continue
                }
                let scalar = escapedScalar(at, before: range.upperBound)
                at = scalar.end
                for byte in UTF8.encode(scalar.value) ?? UTF8.encodedReplacementCharacter {
                    text[count] = byte
                    count &+= 1
                }
            }
            return count
        }
    }

    /// The character whose `\u` is behind, and where it ends: after a second escape if the two are a pair.
    private func escapedScalar(_ index: Int, before end: Int) -> (value: Unicode.Scalar, end: Int) {
        let unit = codeUnit(index)
        if let scalar = Unicode.Scalar(unit) { return (scalar, index &+ 4) }
        if UTF16.isLeadSurrogate(UInt16(unit)), index &+ 10 <= end, bytes[index &+ 4] == 0x5C, bytes[index &+ 5] == 0x75
        {
            let trail = codeUnit(index &+ 6)
            if UTF16.isTrailSurrogate(UInt16(trail)),
                let scalar = Unicode.Scalar(0x10000 + ((unit & 0x3FF) &<< 10 | trail & 0x3FF))
            {
                return (scalar, index &+ 10)
            }
        }
        return ("\u{FFFD}", index &+ 4)
    }

    private func codeUnit(_ index: Int) -> UInt32 {
        bytes[index..<index &+ 4].reduce(0) { $0 &<< 4 | UInt32($1.hexDigit ?? 0) }
    }

    /// Moves over a number; says whether it is written without fraction and exponent.
    mutating func scanNumber() throws(JSONError) -> Bool {
        var at = position
        if bytes[at] == 0x2D { at &+= 1 }
        guard at < limit else { throw unexpectedEnd() }
        if bytes[at] == 0x30 {
            at &+= 1
            if at < limit, bytes[at].isDigit { throw failure(.invalidNumber, "a number starts with 0", at: at) }
        } else {
            at = try endOfDigits(at)
        }
        var isInteger = true
        if at < limit, bytes[at] == 0x2E {
            isInteger = false
            at = try endOfDigits(at &+ 1)
        }
        if at < limit, bytes[at] | 0x20 == 0x65 {
            isInteger = false
            at &+= 1
            if at < limit, bytes[at] == 0x2B || bytes[at] == 0x2D { at &+= 1 }
            at = try endOfDigits(at)
        }
        position = at
        return isInteger
    }

    private func endOfDigits(_ index: Int) throws(JSONError) -> Int {
        guard index < limit else { throw unexpectedEnd() }
        guard bytes[index].isDigit else { throw failure(.invalidNumber, "expected a digit", at: index) }
        var at = index &+ 1
        while at < limit, bytes[at].isDigit { at &+= 1 }
        return at
    }
}

extension UInt8 {
    @inlinable
    @inline(__always)
    var isDigit: Bool { self &- 0x30 < 10 }

    /// The value of a hexadecimal digit.
    var hexDigit: UInt8? {
        switch self {
        case 0x30...0x39: self &- 0x30
        case 0x41...0x46: self &- 0x37
        case 0x61...0x66: self &- 0x57
        default: nil
        }
    }

    /// The byte that a backslash before this one stands for.
    fileprivate var unescaped: UInt8 {
        switch self {
        case 0x62: 0x08
        case 0x66: 0x0C
        case 0x6E: 0x0A
        case 0x72: 0x0D
        case 0x74: 0x09
        default: self
        }
    }
}
