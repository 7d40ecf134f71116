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
    /// The first bytes, for words about a body that holds no event at all.
    private var beginning: [UInt8] = []
    private var hasEvents = false
    /// How the last event began, up to where its parser skipped everything.
    private var eventHead: [UInt8] = []
    private let endMark: [UInt8]?
    private let limit: Int
    private let notesUnread: Bool
    /// What was not read, each place once, if that was asked for: reasons and paths without the place of the event.
    public private(set) var losses: [Loss] = []

    /// Makes a decoder for one response.
    /// - Parameters:
    ///   - head: what is known of the response before its body.
    ///   - limit: the most bytes of one event or document.
    ///   - names: how the request spelled names of tools.
    ///   - earlier: what a program said of its session with the answer before.
    ///   - notesUnread: whether ``losses`` tells what was not read.
    public init(
        head: ResponseHead = ResponseHead(), limit: Int = 64 << 20, names: Renaming = Renaming(),
        earlier: SessionTotals? = nil, notesUnread: Bool = false
    ) {
        machine = StreamMachine(
            origin: Format.id, head: head, isNumbered: Format.isNumbered && Format.holdsParts,
            replacesCounts: Format.replacesCounts, names: names, earlier: earlier, usage: Format.usage)
        self.limit = limit
        self.notesUnread = notesUnread
        endMark = if case .sse(let end?) = Format.framing { Array(end.utf8) } else { nil }
    }

    /// The answer so far.
    public var snapshot: ChatResponse { machine.snapshot }

    /// The answer so far with the counts so far; `nil` when nothing has come.
    public var partial: ChatResponse? { machine.partial }

    /// Takes bytes; adds what follows from them to `events`.
    public mutating func decode(_ bytes: [UInt8], into events: inout [ChatEvent]) throws(BackendError) {
        switch body {
        case .unknown(let before):
            let all = before.isEmpty ? bytes : before + bytes
            body = .unknown(all)
            guard let place = Self.start(of: all) else { return }
            beginning = Array(all[place...].prefix(200))
            body = kind(of: all[place])
            try decode(place == 0 ? all : Array(all[place...]), into: &events)
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

    /// A document begins as JSON does; so does a web page, which is none.
    private func kind(of first: UInt8) -> Body {
        switch first {
        case _ where Format.framing == .lines: .lines(LineFramer(limit: limit))
        case 0x7B where Format.framing == .ndjson: .lines(LineFramer(limit: limit))
        case 0x7B, 0x5B, 0x3C: .document([])
        default: .events(SSEFramer(limit: limit))
        }
    }

    /// Where content begins, after a byte order mark and white space; `nil` while there is none.
    private static func start(of bytes: [UInt8]) -> Int? {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if bytes.count < mark.count, mark.starts(with: bytes) { return nil }
        let begin = bytes.starts(with: mark) ? mark.count : 0
        return bytes[begin...].firstIndex { $0 > 0x20 }
    }
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
        hasEvents = true
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
            if Format.framing == .lines, framer.buffer[line].first(where: { $0 > 0x20 }) != 0x7B { continue }
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
            if notesUnread { prepareNotes(&json) }
            try Format.parseEvent(&json, into: &chunk)
            try json.end()
            if notesUnread { note(json) }
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
            if try json.peek() == .array {
                try decodeEvents(&json, into: &events)
                return
            }
            if notesUnread { prepareNotes(&json) }
            try json.object(into: &chunk, Format.parseResponse)
            try json.end()
            if notesUnread { note(json) }
        } catch {
            let what = beginning.first == 0x3C ? "a web page" : "no JSON of this wire (\(error))"
            throw invalid("the body is \(what): \(excerpt)")
        }
        chunk.numberCalls()
        chunk.separateThoughts()
        chunk.moveCitations()
        Format.amend(&chunk)
        machine.received(&chunk, into: &events)
        if chunk.failure == nil { machine.receivedEnd(into: &events) }
    }
}

extension StreamDecoder {
    /// Some wires stream an array of events where server-sent events were not asked for.
    private mutating func decodeEvents(
        _ json: inout JSONReader, into events: inout [ChatEvent]
    ) throws(JSONError) {
        try json.beginArray()
        while try json.nextElement() {
            chunk.reset()
            try json.object(into: &chunk, Format.parseEvent)
            Format.amend(&chunk)
            machine.received(&chunk, into: &events)
        }
        try json.end()
    }
}

/// What is left out.
extension StreamDecoder {
    private mutating func prepareNotes(_ json: inout JSONReader) {
        json.noteUnread()
        // Id and model are read again, not skipped because they are known.
        chunk.needsHead = true
    }

    private mutating func note(_ json: JSONReader) {
        for path in json.unreadPaths {
            let event = Format.eventKey.flatMap { json.fromStart.lookAheadString($0) } ?? "event"
            let loss = Loss(
                path: path.isEmpty ? event : path, reason: "\(Format.id) is read without it", severity: .dropped)
            if !losses.contains(loss) { losses.append(loss) }
        }
    }
}

/// Ends that are errors.
extension StreamDecoder {
    private func check() throws(BackendError) {
        switch machine.end {
        case .failed(let failure): throw error(of: failure)
        case .interrupted:
            throw error(.interrupted, "the stream broke off before the answer was whole", isRetryable: true)
        case .empty:
            let words = hasEvents || beginning.isEmpty ? "" : "; the body begins: \(excerpt)"
            throw error(.emptyResponse, "the answer is empty\(words)", isRetryable: true)
        case .finished, nil: break
        }
    }

    private func error(of failure: Failure) -> BackendError {
        let words = [failure.code, failure.kind].compactMap { $0 }
        let known =
            words.lazy.compactMap { Format.classify(word: $0) ?? Int($0).flatMap(Format.classify(status:)) }.first
            ?? words.lazy.compactMap { ErrorClass(commonWord: $0) }.first ?? ErrorClass(code: .unknown)
        let meaning = known.refined(by: failure.message)
        var error = error(
            meaning.code, failure.message ?? "the provider reported an error without words",
            isRetryable: meaning.isRetryable)
        error.vendorCode = failure.code ?? failure.kind
        error.retryAfter = failure.pause
        return error
    }

    private var excerpt: String { String(decoding: beginning, as: UTF8.self) }

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
    /// What was not read, each place once, if that was asked for.
    var losses: [Loss] { get }
    /// The answer so far.
    var snapshot: ChatResponse { get }
    /// The answer so far with the counts so far; `nil` when nothing has come.
    var partial: ChatResponse? { get }
    /// Takes bytes; adds what follows from them to `events`.
    mutating func decode(_ bytes: [UInt8], into events: inout [ChatEvent]) throws(BackendError)
    /// No more bytes come: adds the last events, and says so when the answer is not whole.
    mutating func finish(into events: inout [ChatEvent]) throws(BackendError)
}
