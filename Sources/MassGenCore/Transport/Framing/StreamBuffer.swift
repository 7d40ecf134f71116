/// The bytes of a stream that are still needed, with the place up to which line ends have been looked for.
///
/// Every byte is looked at once and moved a bounded number of times, however the stream is cut.
struct StreamBuffer: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Where the line begins that is being read.
    private(set) var lineStart = 0
    /// Up to where no line end was found.
    private var scanned = 0

    /// How long the line is as far as it has come.
    var lineCount: Int { bytes.count - lineStart }

    mutating func append(_ more: [UInt8]) { bytes.append(contentsOf: more) }

    /// Forgets the first `count` bytes.
    mutating func dropFirst(_ count: Int) {
        if count == bytes.count {
            bytes.removeAll(keepingCapacity: true)
        } else {
            bytes.removeSubrange(0..<count)
        }
        lineStart -= count
        scanned -= count
    }

    /// Forgets what lies between `index` and the line being read.
    mutating func dropGap(from index: Int) {
        let count = lineStart - index
        bytes.removeSubrange(index..<lineStart)
        lineStart -= count
        scanned -= count
    }

    /// The place of the next line end, looking for LF, or for CR too.
    mutating func nextLineEnd(orReturn: Bool) -> Int? {
        let count = bytes.count
        var at = scanned
        while at < count {
            if at &+ 8 <= count {
                let word = bytes.word(at: at)
                var marks = ByteWord.marks(of: 0x0A, in: word)
                if orReturn { marks |= ByteWord.marks(of: 0x0D, in: word) }
                if marks == 0 {
                    at &+= 8
                    continue
                }
                at &+= ByteWord.first(marks)
            }
            if bytes[at] == 0x0A || (orReturn && bytes[at] == 0x0D) {
                scanned = at
                return at
            }
            at &+= 1
        }
        scanned = count
        return nil
    }

    /// Goes on to the line that starts at `index`.
    mutating func startLine(at index: Int) {
        lineStart = index
        scanned = max(scanned, index)
    }

    /// Copies a range to an earlier place, after a line feed.
    mutating func join(_ range: Range<Int>, after index: Int) {
        precondition(index >= 0 && index < range.lowerBound && range.upperBound <= bytes.count)
        bytes[index] = 0x0A
        bytes.withUnsafeMutableBytes { memory in
            // Both are in bounds by the check above: the target ends where the source ends, or before.
            let source = UnsafeRawBufferPointer(rebasing: memory[range])
            let target = UnsafeMutableRawBufferPointer(rebasing: memory[index + 1..<index + 1 + range.count])
            target.copyMemory(from: source)
        }
    }
}
