/// Cuts a stream of bytes into lines, as in newline-delimited JSON. Blank lines are left out.
///
/// ```swift
/// framer.append(bytes)
/// while let line = try framer.next() {
///     var json = JSONReader(framer.buffer, in: line)
/// }
/// ```
///
/// Let go of the buffer, and of readers on it, before appending more: a buffer still held elsewhere is copied.
public struct LineFramer: Sendable {
    private let limit: Int
    private var stream = StreamBuffer()
    private var isFinished = false
    private var failure: FramingError?

    /// Makes a framer.
    /// - Parameter limit: the most bytes a line may have.
    public init(limit: Int = 32 << 20) { self.limit = limit }

    /// The bytes that lines point into.
    public var buffer: [UInt8] { stream.bytes }

    /// Takes bytes of the stream.
    public mutating func append(_ bytes: [UInt8]) {
        if stream.lineStart > stream.lineCount { stream.dropFirst(stream.lineStart) }
        stream.append(bytes)
    }

    /// Takes bytes of the stream.
    @inlinable
    public mutating func append(_ bytes: some Collection<UInt8>) { append(Array(bytes)) }

    /// The next line without its end: its place in ``buffer``, until the framer is next given something. `nil` when
    /// more bytes are needed, or none come any more.
    public mutating func next() throws(FramingError) -> Range<Int>? {
        if let failure { throw failure }
        while let end = stream.nextLineEnd(orReturn: false) {
            let line = stream.lineStart..<end
            stream.startLine(at: end + 1)
            if let line = try checked(line) { return line }
        }
        guard isFinished else {
            if stream.lineCount > limit + 1 { throw fail() }
            return nil
        }
        let line = stream.lineStart..<stream.bytes.count
        stream.startLine(at: line.upperBound)
        return try checked(line)
    }

    /// Says that no more bytes come: what follows the last line end is a line too.
    public mutating func finish() { isFinished = true }

    /// The line without a carriage return at its end; `nil` when it is blank.
    private mutating func checked(_ line: Range<Int>) throws(FramingError) -> Range<Int>? {
        var line = line
        if let last = line.last, stream.bytes[last] == 0x0D { line = line.lowerBound..<last }
        guard line.count <= limit else { throw fail() }
        let isBlank = stream.bytes[line].allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
        return isBlank ? nil : line
    }

    private mutating func fail() -> FramingError {
        let failure = FramingError.tooLarge(limit: limit)
        self.failure = failure
        return failure
    }
}
