/// Cuts text into pieces as the pattern of an encoding matches it; tokens never reach across pieces.
///
/// The patterns are regular expressions that match at every place. What they do by backtracking is written out here
/// for reading forward: a run is looked at twice at most.
struct PieceScanner {
    /// Well-formed UTF-8 that outlives the scanner.
    let bytes: UnsafeBufferPointer<UInt8>
    let pattern: TokenEncoding.Pattern
    private let table = ScalarClass.table
    private(set) var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ pattern: TokenEncoding.Pattern) {
        self.bytes = bytes
        self.pattern = pattern
    }

    /// The next piece; `nil` at the end.
    mutating func next() -> Range<Int>? {
        let start = position
        guard start < bytes.count else { return nil }
        position =
            switch pattern {
            case .cl100k: contraction(at: start) ?? plainWord(at: start) ?? rest(at: start)
            case .o200k: casedWord(at: start) ?? rest(at: start)
            }
        return start..<position
    }

    /// Where numbers, symbols and white space end.
    private func rest(at start: Int) -> Int { number(at: start) ?? symbols(at: start) ?? white(at: start) }
}

/// Words.
extension PieceScanner {
    /// `[^\r\n\p{L}\p{N}]?\p{L}+`
    private func plainWord(at start: Int) -> Int? {
        let (first, width) = look(at: start)
        let body = ScalarClass.prefix.contains(first) ? start + width : start
        let end = skip(.letter, from: body)
        return end > body ? end : nil
    }

    /// Two alternatives, the first of which wins:
    /// `[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+` and
    /// `[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*`, either with a contraction behind.
    private func casedWord(at start: Int) -> Int? {
        let (first, width) = look(at: start)
        let body = ScalarClass.prefix.contains(first) ? start + width : start
        var upperEnd = body
        var caselessEnd = body
        while true {
            let (next, width) = look(at: upperEnd)
            if next == .upper {
                upperEnd += width
            } else if next == .caseless || next == .mark {
                upperEnd += width
                caselessEnd = upperEnd
            } else {
                break
            }
        }
        let lowerEnd = skip([.lower, .caseless, .mark], from: upperEnd)
        let end =
            if lowerEnd > upperEnd {
                lowerEnd
            } else if caselessEnd > body {
                // Capitals are given back until the last scalar could be a small letter as well.
                caselessEnd
            } else if first == .mark {
                // The mark is no prefix then but a word of its own.
                body
            } else {
                upperEnd
            }
        guard end > body || first == .mark else { return nil }
        return contraction(at: end) ?? end
    }

    /// `'(?i:[sdmt]|ll|ve|re)`; a long s folds to s.
    private func contraction(at start: Int) -> Int? {
        guard start + 1 < bytes.count, bytes[start] == 0x27 else { return nil }
        let first = bytes[start + 1] | 0x20
        switch first {
        case 0x73, 0x64, 0x6D, 0x74: return start + 2
        default: break
        }
        guard start + 2 < bytes.count else { return nil }
        if bytes[start + 1] == 0xC5, bytes[start + 2] == 0xBF { return start + 3 }
        switch (first, bytes[start + 2] | 0x20) {
        case (0x6C, 0x6C), (0x76, 0x65), (0x72, 0x65): return start + 3
        default: return nil
        }
    }
}

/// What is no word.
extension PieceScanner {
    /// `\p{N}{1,3}`
    private func number(at start: Int) -> Int? {
        var end = start
        for _ in 0..<3 {
            let (next, width) = look(at: end)
            guard next == .number else { break }
            end += width
        }
        return end > start ? end : nil
    }

    /// ` ?[^\s\p{L}\p{N}]+[\r\n]*`; one pattern has `[\r\n/]*` at its end.
    private func symbols(at start: Int) -> Int? {
        let body = bytes[start] == 0x20 ? start + 1 : start
        var end = skip(.symbol, from: body)
        guard end > body else { return nil }
        while end < bytes.count, isNewline(bytes[end]) || (pattern == .o200k && bytes[end] == 0x2F) { end += 1 }
        return end
    }

    /// `\s+$|\s*[\r\n]|\s+(?!\S)|\s`, without the first alternative in one pattern: space before a word is left to
    /// the word, what holds a line end goes up to the last one.
    private func white(at start: Int) -> Int {
        var end = start
        var lineEnd = start
        var last = start
        while true {
            let (next, width) = look(at: end)
            guard ScalarClass.white.contains(next), width > 0 else { break }
            last = end
            end += width
            if next == .newline { lineEnd = end }
        }
        if pattern == .cl100k, end == bytes.count { return end }
        if lineEnd > start { return lineEnd }
        return end == bytes.count || last == start ? end : last
    }
}

/// Looking.
extension PieceScanner {
    /// The class of the scalar at a place and how many bytes it has; none and 0 at the end.
    @inline(__always)
    func look(at place: Int) -> (ScalarClass, Int) {
        guard place < bytes.count else { return ([], 0) }
        let first = bytes[place]
        if first < 0x80 { return (ScalarClass(rawValue: table.byte(at: Int(first))), 1) }
        return lookBeyondASCII(at: place)
    }

    private func lookBeyondASCII(at place: Int) -> (ScalarClass, Int) {
        func tail(_ offset: Int) -> UInt32 { UInt32(bytes[place + offset] & 0x3F) }
        let first = UInt32(bytes[place])
        if first < 0xE0 { return (classOf((first & 0x1F) << 6 | tail(1)), 2) }
        if first < 0xF0 { return (classOf((first & 0x0F) << 12 | tail(1) << 6 | tail(2)), 3) }
        let value = (first & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)
        return (Unicode.Scalar(value).map(ScalarClass.init(of:)) ?? .other, 4)
    }

    private func classOf(_ value: UInt32) -> ScalarClass { ScalarClass(rawValue: table.byte(at: Int(value))) }

    /// The end of the run of scalars of these classes.
    @inline(__always)
    private func skip(_ classes: ScalarClass, from start: Int) -> Int {
        var end = start
        while true {
            let (next, width) = look(at: end)
            guard width > 0, classes.contains(next) else { return end }
            end += width
        }
    }

    private func isNewline(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
