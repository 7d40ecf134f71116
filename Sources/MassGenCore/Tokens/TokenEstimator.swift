/// Adds up what the pieces of a text have on average: the pieces are those that `o200k_base` cuts, so that only what
/// words have must be guessed.
///
/// A word has a token, and so many more as pairs of letters in it are rare: that tells languages apart without knowing
/// any.
struct TokenEstimator {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let scriptWeights = Script.allCases.map { TokenWeights.scripts[$0] ?? (0, 0) }
    private let latinPairs = TokenWeights.latinPairs
    private let cyrillicPairs = TokenWeights.cyrillicPairs
    /// In thousandths of a token.
    private var sum = 0

    /// About how many tokens a text has, in thousandths.
    static func thousandths(of text: String) -> Int {
        var text = text
        return text.withUTF8 { bytes in
            // The pointer does not leave the closure.
            var estimator = TokenEstimator(bytes: bytes)
            var scanner = PieceScanner(bytes, .o200k)
            while let piece = scanner.next() { estimator.add(piece, scanner) }
            return estimator.sum
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    private mutating func add(_ piece: Range<Int>, _ scanner: PieceScanner) {
        let start = piece.lowerBound
        let (first, width) = scanner.look(at: start)
        let second = start + width < piece.upperBound ? scanner.look(at: start + width).0 : []
        let wordLike: ScalarClass = [.letter, .mark]
        if wordLike.contains(first) {
            addWord(piece, TokenWeights.latinWords.alone)
        } else if second != [], wordLike.contains(second) {
            let weights = TokenWeights.latinWords
            let weight = bytes[start] == 0x20 ? weights.afterSpace : weights.afterSymbol
            addWord(start + width..<piece.upperBound, weight)
        } else if first == .number {
            // Up to three digits of ASCII are always one token.
            sum += width == 1 ? 1000 : scalarCount(piece) * TokenWeights.wideDigit
        } else if ScalarClass.white.contains(first), second == [] || ScalarClass.white.contains(second) {
            sum += 1000
        } else {
            addSymbols(piece)
        }
    }

    private mutating func addWord(_ word: Range<Int>, _ latinWeight: Int) {
        let scalar = decode(at: word.lowerBound).scalar
        if scalar < 0x250 || Script(of: scalar) == .latin {
            addLatin(word, latinWeight)
        } else {
            addForeign(word, Script(of: scalar))
        }
    }

    private mutating func addLatin(_ word: Range<Int>, _ weight: Int) {
        sum += weight
        var place = word.lowerBound
        var last = -1
        var count = 0
        while place < word.upperBound {
            let byte = bytes[place]
            var letter = Int(byte | 0x20) - 0x61
            if byte < 0x80 {
                // A contraction is a token of its own.
                guard 0..<26 ~= letter else { return sum += 1000 }
                place += 1
            } else {
                letter = 26
                sum += TokenWeights.accented
                place += width(of: byte)
            }
            if last >= 0 { sum += latinPairs[last, letter] }
            last = letter
            count += 1
        }
        if count > 1, bytes[word.lowerBound + 1] < 0x60 { sum += TokenWeights.capital * (count - 1) }
    }

    private mutating func addForeign(_ word: Range<Int>, _ script: Script) {
        sum += scriptWeights[script.rawValue].word
        var place = word.lowerBound
        var last = -1
        while place < word.upperBound {
            guard bytes[place] != 0x27 else { return sum += 1000 }
            let (scalar, width) = decode(at: place)
            place += width
            let own = Script(of: scalar)
            sum += scriptWeights[(own == .latin ? script : own).rawValue].letter
            if script == .cyrillic {
                let letter = Self.cyrillicLetter(scalar)
                if last >= 0 { sum += cyrillicPairs[last, letter] }
                last = letter
            }
        }
    }

    /// а to я as 0 to 31, whatever their case; 32 for all else.
    private static func cyrillicLetter(_ scalar: UInt32) -> Int {
        switch scalar {
        case 0x410..<0x430: Int(scalar - 0x410)
        case 0x430..<0x450: Int(scalar - 0x430)
        default: 32
        }
    }

    private mutating func addSymbols(_ piece: Range<Int>) {
        sum += TokenWeights.symbols
        var place = piece.lowerBound
        if bytes[place] == 0x20, piece.count > 1 { place += 1 }
        var last: UInt8 = 0
        while place < piece.upperBound {
            let byte = bytes[place]
            if byte < 0x80 {
                if last > 0 { sum += byte == last ? TokenWeights.sameSymbol : TokenWeights.otherSymbol }
                last = byte
            } else {
                sum += byte < 0xF0 ? TokenWeights.wideSymbol : TokenWeights.widestSymbol
            }
            place += width(of: byte)
        }
    }

    private func scalarCount(_ piece: Range<Int>) -> Int {
        piece.reduce(into: 0) { count, place in if bytes[place] & 0xC0 != 0x80 { count += 1 } }
    }

    @inline(__always)
    private func width(of first: UInt8) -> Int { first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4 }

    @inline(__always)
    private func decode(at place: Int) -> (scalar: UInt32, width: Int) {
        let width = width(of: bytes[place])
        var scalar = width == 1 ? UInt32(bytes[place]) : UInt32(bytes[place]) & (0x7F >> UInt32(width))
        for offset in 1..<max(width, 1) { scalar = scalar << 6 | UInt32(bytes[place + offset] & 0x3F) }
        return (scalar, width)
    }
}
