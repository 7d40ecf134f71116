/// Collects the lines of an answer's head. Interim answers (1xx) and trailers are read over.
struct HTTPHeadParser {
    private let limit: Int
    private var size = 0
    private var head: HTTPHead?
    private var isComplete = false

    init(limit: Int) {
        self.limit = limit
    }

    enum Step {
        case more
        case head(HTTPHead)
        case failed(TransportError)
    }

    /// Takes one line with its line break.
    mutating func received(line: UnsafeRawBufferPointer) -> Step {
        size += line.count
        guard size <= limit else {
            return .failed(TransportError(.tooLarge, "the answer's headers have more than \(limit) bytes"))
        }
        if isComplete { return .more }
        var end = line.endIndex
        while end > line.startIndex, line[end - 1].isBlank { end -= 1 }
        let text = line[..<end]
        if text.starts(with: "HTTP/".utf8) { return start(text) }
        guard head != nil else { return .more }
        if text.isEmpty { return finish() }
        if line[line.startIndex].isBlank {
            head?.headers.extendLast(by: " " + String(trimming: text))
        } else if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
            head?.headers.add(String(trimming: text[..<colon]), String(trimming: text[(colon + 1)...]))
        }
        return .more
    }

    private mutating func start(_ line: Slice<UnsafeRawBufferPointer>) -> Step {
        let parts = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
        guard parts.count >= 2, let status = Int(String(trimming: parts[1])), (100...999).contains(status) else {
            return .failed(TransportError(.protocolViolation, "the answer has no status"))
        }
        head = HTTPHead(status: status, httpVersion: String(trimming: parts[0]))
        return .more
    }

    private mutating func finish() -> Step {
        guard let head else { return .more }
        if (100..<200).contains(head.status), head.status != 101 {
            self.head = nil
            return .more
        }
        isComplete = true
        return .head(head)
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0D || self == 0x0A }
}

extension String {
    fileprivate init(trimming bytes: Slice<UnsafeRawBufferPointer>) {
        var bytes = bytes
        while let last = bytes.last, last.isBlank { bytes.removeLast() }
        self.init(decoding: bytes.drop { $0.isBlank }, as: UTF8.self)
    }
}
