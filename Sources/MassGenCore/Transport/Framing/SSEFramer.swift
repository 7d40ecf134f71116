/// One server-sent event: where its data is in the framer's buffer, and what stood beside it.
public struct SSEEvent: Sendable, Hashable {
    /// The data's place in ``SSEFramer/buffer``, until the framer is next asked or given something.
    public var data: Range<Int>
    /// The event's name; `nil` when it has none.
    public var event: String?
    /// The id that came with this event; `nil` when none did.
    public var id: String?
    /// The reconnection time that came with this event, in milliseconds.
    public var retry: Int?

    /// Makes an event.
    public init(data: Range<Int>, event: String? = nil, id: String? = nil, retry: Int? = nil) {
        self.data = data
        self.event = event
        self.id = id
        self.retry = retry
    }
}

/// Cuts server-sent events out of a stream of bytes, by the rules of the WHATWG.
///
/// ```swift
/// framer.append(bytes)
/// while let event = try framer.next() {
///     var json = JSONReader(framer.buffer, in: event.data)
/// }
/// ```
///
/// Let go of the buffer, and of readers on it, before appending more: a buffer still held elsewhere is copied.
public struct SSEFramer: Sendable {
    /// The id of the last event that came with one, for reconnecting.
    public private(set) var lastEventID = ""
    /// The last reconnection time, in milliseconds.
    public private(set) var retry: Int?
    /// How many comment lines came; servers send them to keep a connection alive.
    public private(set) var commentCount = 0

    private let limit: Int
    private var stream = StreamBuffer()
    private var isAtStart = true
    private var isFinished = false
    /// Whether a line feed here belongs to the carriage return before it.
    private var followsReturn = false
    private var failure: FramingError?

    private var data: Range<Int>?
    private var event: String?
    private var id: String?
    private var blockRetry: Int?
    /// The last name, so that a stream of equal names makes one string.
    private var lastName = (bytes: [UInt8](), text: "")

    /// Makes a framer.
    /// - Parameter limit: the most bytes of data an event, and the most bytes a line, may have.
    public init(limit: Int = 32 << 20) { self.limit = limit }

    /// The bytes that events point into.
    public var buffer: [UInt8] { stream.bytes }

    /// Takes bytes of the stream.
    public mutating func append(_ bytes: [UInt8]) {
        dropConsumed()
        stream.append(bytes)
    }

    /// Takes bytes of the stream.
    @inlinable
    public mutating func append(_ bytes: some Collection<UInt8>) { append(Array(bytes)) }

    /// The next event; `nil` when more bytes are needed, or none come any more.
    public mutating func next() throws(FramingError) -> SSEEvent? {
        guard try advance(), let data else { return nil }
        defer { endBlock() }
        return SSEEvent(data: data, event: event, id: id, retry: blockRetry)
    }

    /// The data of the next event, and whether its name is `error`: what wires ask for, at less cost than ``next()``.
    mutating func nextData() throws(FramingError) -> (range: Range<Int>, isError: Bool)? {
        guard try advance(), let data else { return nil }
        defer { endBlock() }
        return (data, event.map { $0 == "error" } ?? false)
    }

    /// Says that no more bytes come. An event that no empty line has ended is now ``pending``.
    public mutating func finish() {
        isFinished = true
        guard failure == nil, skipMark(), nextLineEnd() == nil else { return }
        // A failure is kept, and thrown by `next()`.
        try? lastLine()
    }

    /// The event that was under way when the stream was cut, if it has data. The rules say to discard it; vendors
    /// forget the last empty line. Ask after ``finish()``, once ``next()`` gives nothing more.
    public var pending: SSEEvent? {
        guard isFinished, stream.lineCount == 0, let data else { return nil }
        return SSEEvent(data: data, event: event, id: id, retry: blockRetry)
    }
}

extension SSEFramer {
    /// Moves to the end of the next block with data; `false` when more bytes are needed, or none come any more.
    private mutating func advance() throws(FramingError) -> Bool {
        if let failure { throw failure }
        guard skipMark() else { return false }
        while let end = nextLineEnd() {
            if end == stream.lineStart {
                stream.startLine(at: end + 1)
                if data != nil { return true }
                endBlock()
            } else {
                try line(stream.lineStart..<end)
                stream.startLine(at: end + 1)
            }
        }
        try check(lineCount: stream.lineCount)
        if isFinished { try lastLine() }
        return false
    }

    /// Forgets what is behind, once that is more than what is kept: so each byte is moved once on average.
    private mutating func dropConsumed() {
        if let data {
            let gap = stream.lineStart - data.upperBound
            if gap > data.count + stream.lineCount { stream.dropGap(from: data.upperBound) }
            guard data.lowerBound > stream.bytes.count - data.lowerBound else { return }
            stream.dropFirst(data.lowerBound)
            self.data = 0..<data.count
        } else if stream.lineStart > stream.lineCount {
            stream.dropFirst(stream.lineStart)
        }
    }

    /// Moves over a byte order mark at the start of the stream; `false` while it may still become one.
    private mutating func skipMark() -> Bool {
        guard isAtStart else { return true }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let head = stream.bytes.prefix(3)
        if head.elementsEqual(mark) {
            stream.startLine(at: 3)
        } else if !isFinished, mark.starts(with: head) {
            return false
        }
        isAtStart = false
        return true
    }

    private mutating func nextLineEnd() -> Int? {
        while let end = stream.nextLineEnd(orReturn: true) {
            let isFeed = stream.bytes[end] == 0x0A
            let isSecondHalf = followsReturn && isFeed && end == stream.lineStart
            followsReturn = !isFeed
            if !isSecondHalf { return end }
            stream.startLine(at: end + 1)
        }
        return nil
    }

    /// Takes a line that nothing ends but the end of the stream.
    private mutating func lastLine() throws(FramingError) {
        let end = stream.bytes.count
        guard stream.lineStart < end else { return }
        try line(stream.lineStart..<end)
        stream.startLine(at: end)
    }

    private mutating func endBlock() {
        data = nil
        if event != nil { event = nil }
        if blockRetry != nil { blockRetry = nil }
        if let id {
            lastEventID = id
            self.id = nil
        }
    }

    private mutating func line(_ line: Range<Int>) throws(FramingError) {
        try check(lineCount: line.count)
        if isData(line) {
            let start = line.lowerBound + 5
            let hasSpace = start < line.upperBound && stream.bytes[start] == 0x20
            return append(data: (hasSpace ? start + 1 : start)..<line.upperBound)
        }
        let colon = fieldEnd(line)
        guard colon != line.lowerBound else {
            commentCount += 1
            return
        }
        var value = min(colon + 1, line.upperBound)..<line.upperBound
        if let first = value.first, stream.bytes[first] == 0x20 { value = first + 1..<value.upperBound }
        let name = line.lowerBound..<colon
        if isField(name, "data") {
            append(data: value)
        } else if isField(name, "event") {
            event = value.isEmpty ? nil : self.name(value)
        } else if isField(name, "id") {
            if !stream.bytes[value].contains(0) { id = stream.bytes.text(value) }
        } else if isField(name, "retry") {
            let digits = stream.bytes[value]
            if digits.allSatisfy(\.isDigit), let time = Int(stream.bytes.text(value)) {
                retry = time
                blockRetry = time
            }
        }
    }

    /// Whether a line begins with `data:`, as nearly all do.
    private func isData(_ line: Range<Int>) -> Bool {
        line.count >= 8 && ByteWord.low(stream.bytes.word(at: line.lowerBound), count: 5) == 0x3A_6174_6164
    }

    /// Where a line's field name ends: at the colon, or with the line. No name that counts is longer than five bytes.
    private func fieldEnd(_ line: Range<Int>) -> Int {
        for index in line.prefix(6) where stream.bytes[index] == 0x3A { return index }
        return line.upperBound
    }

    private func isField(_ name: Range<Int>, _ word: StaticString) -> Bool {
        guard name.count == word.utf8CodeUnitCount else { return false }
        for (index, place) in name.enumerated() where stream.bytes[place] != word.utf8Start[index] { return false }
        return true
    }

    /// Adds a line of data: the first stays where it is, any other moves up behind it.
    private mutating func append(data value: Range<Int>) {
        guard let data else {
            self.data = value
            return
        }
        stream.join(value, after: data.upperBound)
        self.data = data.lowerBound..<data.upperBound + 1 + value.count
    }

    private mutating func name(_ range: Range<Int>) -> String {
        if !lastName.bytes.elementsEqual(stream.bytes[range]) {
            lastName = (Array(stream.bytes[range]), stream.bytes.text(range))
        }
        return lastName.text
    }

    private mutating func check(lineCount: Int) throws(FramingError) {
        guard lineCount > limit || (data?.count ?? 0) + lineCount > limit else { return }
        let failure = FramingError.tooLarge(limit: limit)
        self.failure = failure
        throw failure
    }
}
