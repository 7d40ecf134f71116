/// The bytes of a stream that are still needed, with the place up to which line ends have been looked for.
///
/// Every byte is looked at once and moved a bounded number of times, however the stream is cut.
struct StreamBuffer: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Where the line begins that is being read.
    private(set) var lineStart = 0
    /// Up to where no line end was found.
    private var scanned = 0
    /// Up to where there is no LF, no CR: each is looked for by itself.
    private var lineFeed = 0
    private var carriageReturn = 0

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
        moveBack(count)
    }

    /// Forgets what lies between `index` and the line being read.
    mutating func dropGap(from index: Int) {
        let count = lineStart - index
        bytes.removeSubrange(index..<lineStart)
        moveBack(count)
    }

    private mutating func moveBack(_ count: Int) {
        lineStart -= count
        scanned -= count
        lineFeed -= count
        carriageReturn -= count
    }

    /// The place of the next line end, looking for LF, or for CR too.
    mutating func nextLineEnd(orReturn: Bool) -> Int? {
        lineFeed = bytes.place(of: 0x0A, from: max(lineFeed, scanned))
        if orReturn { carriageReturn = bytes.place(of: 0x0D, from: max(carriageReturn, scanned)) }
        scanned = orReturn ? min(lineFeed, carriageReturn) : lineFeed
        return scanned < bytes.count ? scanned : nil
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
