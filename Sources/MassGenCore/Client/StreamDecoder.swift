/// Turns the bytes of a response body into events, whatever form they come in: server-sent events, lines of JSON or
/// one document, told apart by their first byte.
///
/// This is the whole way from bytes to events, without a network: feed it a recording and it behaves as it would live.
public struct StreamDecoder<Format: Wire>: EventDecoder {
    private enum Body {
        case unknown([UInt8])
        case events(SSEFramer)
        case lines(LineFramer)
        case document([UInt8])
    }

    private var body = Body.unknown([])
    private var machine: StreamMachine
    private var chunk = Chunk()
    /// How the last event began, up to where its parser skipped everything.
    private var eventHead: [UInt8] = []
    private let endMark: [UInt8]?
    private let limit: Int

    /// Makes a decoder for one response.
    /// - Parameters:
    ///   - head: what is known of the response before its body.
    ///   - limit: the most bytes of one event or document.
    public init(head: ResponseHead = ResponseHead(), limit: Int = 64 << 20) {
        machine = StreamMachine(origin: Format.id, head: head, usage: Format.usage)
        self.limit = limit
        endMark = if case .sse(let end?) = Format.framing { Array(end.utf8) } else { nil }
    }

    /// The answer so far.
    public var snapshot: ChatResponse { machine.snapshot }

    /// Takes bytes; adds what follows from them to `events`.
    public mutating func decode(_ bytes: [UInt8], into events: inout [ChatEvent]) throws(BackendError) {
        switch body {
        case .unknown(let before):
            let all = before.isEmpty ? bytes : before + bytes
            body = .unknown(all)
            guard let first = all.first(where: { !Self.isSpace($0) }) else { return }
            body = start(first, all.count)
            try decode(all, into: &events)
        case .events(var framer):
            body = .unknown([])
            defer { body = .events(framer) }
            framer.append(bytes)
            try decode(&framer, into: &events)
        case .lines(var framer):
            body = .unknown([])
            defer { body = .lines(framer) }
            framer.append(bytes)
            try decode(&framer, into: &events)
        case .document(var document):
            body = .unknown([])
            document += bytes
            let count = document.count
            body = .document(document)
            if count > limit { throw tooLarge }
        }
        try check()
    }

    /// No more bytes come: adds the last events, and says so when the answer is not whole.
    public mutating func finish(into events: inout [ChatEvent]) throws(BackendError) {
        switch body {
        case .unknown: break
        case .events(var framer):
            body = .unknown([])
            framer.finish()
            try decode(&framer, into: &events)
            // A last event without its blank line is whole if its JSON is; some servers end so.
            if let event = framer.pending, machine.end == nil {
                try? decode(event.data, isError: event.event == "error", in: framer.buffer, into: &events)
            }
        case .lines(var framer):
            body = .unknown([])
            framer.finish()
            try decode(&framer, into: &events)
        case .document(let document):
            body = .unknown([])
            try decode(document: document, into: &events)
        }
        if machine.end == nil { machine.bodyEnded(into: &events) }
        try check()
    }

    private func start(_ first: UInt8, _ count: Int) -> Body {
        guard first == 0x7B || first == 0x5B else { return .events(SSEFramer(limit: limit)) }
        return Format.framing == .ndjson ? .lines(LineFramer(limit: limit)) : .document([])
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}

extension StreamDecoder {
    private mutating func decode(_ framer: inout SSEFramer, into events: inout [ChatEvent]) throws(BackendError) {
        while machine.end == nil {
            let data: (range: Range<Int>, isError: Bool)?
            do throws(FramingError) { data = try framer.nextData() } catch { throw invalid("\(error)") }
            guard let data else { return }
            try decode(data.range, isError: data.isError, in: framer.buffer, into: &events)
        }
    }

    private mutating func decode(
        _ data: Range<Int>, isError: Bool, in buffer: [UInt8], into events: inout [ChatEvent]
    ) throws(BackendError) {
        if let endMark, data.count == endMark.count, buffer[data].elementsEqual(endMark) {
            machine.receivedEnd(into: &events)
        } else if !data.isEmpty {
            try decode(buffer, data, isError: isError, into: &events)
        }
    }

    private mutating func decode(_ framer: inout LineFramer, into events: inout [ChatEvent]) throws(BackendError) {
        while machine.end == nil {
            let line: Range<Int>?
            do throws(FramingError) { line = try framer.next() } catch { throw invalid("\(error)") }
            guard let line else { return }
            try decode(framer.buffer, line, isError: false, into: &events)
        }
    }

    /// Reads one event.
    private mutating func decode(
        _ bytes: [UInt8], _ range: Range<Int>, isError: Bool, into events: inout [ChatEvent]
    ) throws(BackendError) {
        chunk.reset()
        do throws(JSONError) {
            var json = JSONReader(bytes, in: range)
            json.expect(head: eventHead)
            guard try json.peek() == .object else {
                throw JSONError(kind: .unexpectedByte, message: "no object", offset: 0)
            }
            try Format.parseEvent(&json, into: &chunk)
            try json.end()
            if json.skippedHead != range.lowerBound + eventHead.count {
                eventHead = Array(bytes[range.lowerBound..<max(range.lowerBound, json.skippedHead)])
            }
        } catch {
            let text = String(decoding: bytes[range].prefix(300), as: UTF8.self)
            if !isError { throw invalid("an event is no JSON of this wire: \(error)") }
            chunk.failure = Failure(message: text)
        }
        if isError, chunk.failure?.isEmpty ?? true {
            var json = JSONReader(bytes, in: range)
            chunk.failure = try? Format.parseFailureBody(&json)
        }
        Format.amend(&chunk)
        machine.received(&chunk, into: &events)
    }

    /// Reads a body that is one document: a whole response, or an error that came with status 200.
    private mutating func decode(document: [UInt8], into events: inout [ChatEvent]) throws(BackendError) {
        chunk.reset()
        do throws(JSONError) {
            var json = JSONReader(document, limits: JSONLimits(documentBytes: limit))
            try json.object(into: &chunk, Format.parseResponse)
            try json.end()
        } catch {
            throw invalid("the body is no JSON of this wire: \(error)")
        }
        Format.amend(&chunk)
        machine.received(&chunk, into: &events)
        if chunk.failure == nil { machine.receivedEnd(into: &events) }
    }
}

/// Ends that are errors.
extension StreamDecoder {
    private func check() throws(BackendError) {
        switch machine.end {
        case .failed(let failure): throw error(of: failure)
        case .interrupted:
            throw error(.interrupted, "the stream broke off before the answer was whole", isRetryable: true)
        case .empty: throw error(.emptyResponse, "the answer is empty", isRetryable: true)
        case .finished, nil: break
        }
    }

    private func error(of failure: Failure) -> BackendError {
        let known = [failure.code, failure.kind].compactMap { $0 }.lazy
            .compactMap { Format.classify(status: Int($0) ?? 0, word: $0) }.first
        var error = error(
            known?.code ?? .unknown, failure.message ?? "the provider reported an error without words",
            isRetryable: known?.isRetryable ?? false)
        error.vendorCode = failure.code ?? failure.kind
        return error
    }

    private func invalid(_ message: String) -> BackendError { error(.invalidResponse, message, isRetryable: true) }

    private var tooLarge: BackendError { error(.invalidResponse, "the body is larger than \(limit) bytes") }

    private func error(_ code: BackendError.Code, _ message: String, isRetryable: Bool = false) -> BackendError {
        var error = BackendError(.stream, code, message, isRetryable: isRetryable)
        error.partial = machine.partial
        return error
    }
}

/// A decoder of any wire.
public protocol EventDecoder: Sendable {
    /// The answer so far.
    var snapshot: ChatResponse { get }
    /// Takes bytes; adds what follows from them to `events`.
    mutating func decode(_ bytes: [UInt8], into events: inout [ChatEvent]) throws(BackendError)
    /// No more bytes come: adds the last events, and says so when the answer is not whole.
    mutating func finish(into events: inout [ChatEvent]) throws(BackendError)
}
