import Testing

@testable import MassGenCore

@Suite struct SSEFramerTests {
    struct Found: Equatable, Sendable {
        var data: String
        var event: String?
        var id: String?
        var retry: Int?

        init(_ data: String, event: String? = nil, id: String? = nil, retry: Int? = nil) {
            self.data = data
            self.event = event
            self.id = id
            self.retry = retry
        }
    }

    struct Outcome: Equatable {
        var events: [Found] = []
        var pending: Found?
        var lastEventID = ""
        var retry: Int?
        var comments = 0
    }

    struct Case: Sendable, CustomStringConvertible {
        var description: String
        var input: [UInt8]
        var events: [Found]
        var pending: Found?

        init(_ description: String, _ input: String, _ events: [Found], pending: Found? = nil) {
            self.description = description
            self.input = Array(input.utf8)
            self.events = events
            self.pending = pending
        }
    }

    static let cases = [
        Case("one event", "data: a\n\n", [Found("a")]),
        Case("no space", "data:a\n\n", [Found("a")]),
        Case("one space is taken, not two", "data:  a\n\n", [Found(" a")]),
        Case("a tab is data", "data:\ta\n\n", [Found("\ta")]),
        Case("returns", "data: a\rdata: b\r\rdata: c\r\r", [Found("a\nb"), Found("c")]),
        Case("returns with feeds", "data: a\r\ndata: b\r\n\r\ndata: c\r\n\r\n", [Found("a\nb"), Found("c")]),
        Case("mixed ends", "data: a\ndata: b\rdata: c\r\n\ndata: d\r\n\r", [Found("a\nb\nc"), Found("d")]),
        Case("feed before return", "data: a\n\rdata: b\n\r", [Found("a"), Found("b")]),
        Case("empty data", "data\n\ndata:\n\ndata: \n\n", [Found(""), Found(""), Found("")]),
        Case("empty lines of data", "data\ndata\n\ndata:\ndata: x\ndata:\n\n", [Found("\n"), Found("\nx\n")]),
        Case("no data", "event: a\n\nid: 1\n\n: c\n\n\n\n\n", []),
        Case("a name", "event: e\ndata: a\n\ndata: b\n\n", [Found("a", event: "e"), Found("b")]),
        Case(
            "a name after data", "data: a\nevent: long.event.name.of.a.vendor\n\n",
            [
                Found("a", event: "long.event.name.of.a.vendor")
            ]),
        Case(
            "a name between data", "data: a\nevent: n\ndata: bcdefghijklmnopqrstuvwxyz\nid: 5\ndata: c\n\n",
            [
                Found("a\nbcdefghijklmnopqrstuvwxyz\nc", event: "n", id: "5")
            ]),
        Case(
            "the last name counts", "event: a\nevent: b\ndata: x\n\nevent: a\nevent\ndata: y\n\n",
            [
                Found("x", event: "b"), Found("y"),
            ]),
        Case("a name without data is forgotten", "event: a\n\ndata: x\n\n", [Found("x")]),
        Case(
            "ids", "id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\nid: 9\n\n",
            [
                Found("a", id: "1"), Found("b"), Found("c", id: ""),
            ]),
        Case("an id with NUL is ignored", "id: a\0b\ndata: x\n\n", [Found("x")]),
        Case(
            "retry", "retry: 10\ndata: a\n\nretry: 5x\nretry: -1\nretry:\nretry: 99999999999999999999\ndata: b\n\n",
            [
                Found("a", retry: 10), Found("b"),
            ]),
        Case("comments", ": hi\n:\n:data: x\ndata: a\n: mid\ndata: b\n\n", [Found("a\nb")]),
        Case("unknown fields", "foo: bar\ndat: x\ndatas: x\nDATA: x\n data: x\ndata : x\ndata: a\nx\n\n", [Found("a")]),
        Case("colons in data", "data: a: b\ndata::c\n\n", [Found("a: b\n:c")]),
        Case("a mark at the start", "\u{FEFF}data: a\n\n", [Found("a")]),
        Case("only one mark", "\u{FEFF}\u{FEFF}data: a\n\ndata: b\n\n", [Found("b")]),
        Case("a mark later is none", "data: a\n\n\u{FEFF}data: b\n\ndata: c\n\n", [Found("a"), Found("c")]),
        Case(
            "other line ends are data", "data: a\u{2028}b\u{85}c\u{B}d\u{C}e\n\n",
            [
                Found("a\u{2028}b\u{85}c\u{B}d\u{C}e")
            ]),
        Case("text beyond ASCII", "data: é漢😀\ndata: 😀\n\n", [Found("é漢😀\n😀")]),
        Case("cut after data", "data: a\n\ndata: b\n", [Found("a")], pending: Found("b")),
        Case(
            "cut in a line", "data: a\n\nevent: e\ndata: b\ndata: c", [Found("a")], pending: Found("b\nc", event: "e")),
        Case("cut after return", "data: b\r", [], pending: Found("b")),
        Case("cut in a name", "data: a\nevent: x", [], pending: Found("a", event: "x")),
        Case("cut without data", "event: e\n: c", []),
        Case("cut in a field name", "dat", []),
        Case("cut field without colon", "data", [], pending: Found("")),
        Case("cut in a mark", "\u{FEFF}", []),
        Case("nothing", "", []),
        Case("only line ends", "\r\n\r\n\n\r\r", []),
    ]

    private func outcome(_ pieces: [[UInt8]]) throws -> Outcome {
        var framer = SSEFramer()
        var outcome = Outcome()
        func found(_ event: SSEEvent) -> Found {
            let text = String(decoding: framer.buffer[event.data], as: UTF8.self)
            return Found(text, event: event.event, id: event.id, retry: event.retry)
        }
        func drain() throws { while let event = try framer.next() { outcome.events.append(found(event)) } }
        for piece in pieces {
            framer.append(piece)
            try drain()
        }
        framer.finish()
        try drain()
        outcome.pending = framer.pending.map(found)
        outcome.lastEventID = framer.lastEventID
        outcome.retry = framer.retry
        outcome.comments = framer.commentCount
        return outcome
    }

    private func pieces(_ bytes: [UInt8], of size: Int) -> [[UInt8]] {
        stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
    }

    @Test(arguments: cases) func eventsAreTheSameHoweverTheStreamIsCut(_ example: Case) throws {
        let whole = try outcome([example.input])
        #expect(whole.events == example.events)
        #expect(whole.pending == example.pending)
        for size in [1, 2, 3, 5, 7] { #expect(try outcome(pieces(example.input, of: size)) == whole) }
        for cut in 0...example.input.count {
            let parts = [Array(example.input[..<cut]), [], Array(example.input[cut...])]
            #expect(try outcome(parts) == whole, "cut at \(cut)")
        }
    }

    @Test func whatStaysIsKept() throws {
        let stream = "id: 7\nretry: 30\ndata: a\n\n: one\n:two\n\nid: 8\n\nid: 9\ndata: x\n"
        let outcome = try outcome([Array(stream.utf8)])
        #expect(outcome.lastEventID == "8")
        #expect(outcome.retry == 30)
        #expect(outcome.comments == 2)
        #expect(outcome.pending == Found("x", id: "9"))
    }

    @Test func nothingIsPendingBeforeTheEnd() throws {
        var framer = SSEFramer()
        framer.append(Array("data: a\n\ndata: b\n".utf8))
        #expect(framer.pending == nil)
        framer.finish()
        #expect(framer.pending == nil)
        #expect(try framer.next() != nil)
        #expect(try framer.next() == nil)
        #expect(framer.pending != nil)
    }

    @Test func randomStreamsAreTheSameHoweverTheyAreCut() throws {
        var random = SplitMix(seed: 21)
        let words = [
            "data", "data: ", "event: e", "id: 1", ":", "retry: 1", "x", "\n", "\n", "\r", "\r\n", "\n\n", "é", " ",
        ]
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 0..<60, using: &random)).map { _ in words.randomElement(using: &random)! }
            let bytes = Array(text.joined().utf8)
            let whole = try outcome([bytes])
            var parts: [[UInt8]] = []
            var rest = bytes[...]
            while !rest.isEmpty {
                parts.append(Array(rest.prefix(Int.random(in: 1..<9, using: &random))))
                rest = rest.dropFirst(parts.last?.count ?? 0)
            }
            #expect(try outcome(parts) == whole, "\(text)")
            #expect(try outcome(pieces(bytes, of: 1)) == whole, "\(text)")
        }
    }

    @Test func longStreamsKeepLittle() throws {
        var framer = SSEFramer()
        var count = 0
        for number in 0..<20_000 {
            framer.append(Array("event: e\ndata: {\"n\":\(number)}\n\n".utf8))
            while let event = try framer.next() {
                var json = JSONReader(framer.buffer, in: event.data)
                #expect(try json.value()["n"]?.int == number)
                count += 1
            }
            if framer.buffer.count > 256 { Issue.record("\(framer.buffer.count) bytes kept") }
        }
        #expect(count == 20_000)
    }

    @Test func anEndlessBlockOfCommentsKeepsLittle() throws {
        var framer = SSEFramer(limit: 100)
        framer.append(Array("data: start\n".utf8))
        for _ in 0..<5000 {
            framer.append(Array(": nothing\nevent: x\n".utf8))
            #expect(try framer.next() == nil)
            if framer.buffer.count > 200 { Issue.record("\(framer.buffer.count) bytes kept") }
        }
        framer.append(Array("data: end\n\n".utf8))
        let event = try #require(try framer.next())
        #expect(String(decoding: framer.buffer[event.data], as: UTF8.self) == "start\nend")
        #expect(framer.commentCount == 5000)
    }

    @Test func aLongLineIsReadByteByByteInLinearTime() throws {
        var framer = SSEFramer()
        framer.append(Array("data: ".utf8))
        for _ in 0..<300_000 {
            framer.append([0x61])
            #expect(try framer.next() == nil)
        }
        framer.append(Array("\n\n".utf8))
        #expect(try framer.next()?.data.count == 300_000)
    }

    @Test(arguments: [
        "data: aaaaaaaaaaaaaaa\n\n", "aaaaaaaaaaaaaaaaaaaaa", ":aaaaaaaaaaaaaaaaaaaaaaa\n",
        "data: aaaa\ndata: aaaaaaa\n\n",
    ])
    func theLimitHoldsHoweverTheStreamIsCut(_ text: String) throws {
        let bytes = Array(text.utf8)
        for size in [1, 4, 100] {
            var framer = SSEFramer(limit: 16)
            var failure: FramingError?
            for piece in pieces(bytes, of: size) {
                framer.append(piece)
                do { _ = try framer.next() } catch { failure = error }
            }
            #expect(failure == .tooLarge(limit: 16))
            #expect(throws: FramingError.self) { try framer.next() }
        }
        var framer = SSEFramer(limit: 100)
        framer.append(bytes)
        while try framer.next() != nil {}
    }

    @Test func otherCollectionsAreTaken() throws {
        var framer = SSEFramer()
        framer.append("data: a\n\n".utf8)
        #expect(try framer.next() != nil)
    }
}
