import Testing

@testable import MassGenCore

@Suite struct LineFramerTests {
    private func lines(_ pieces: [[UInt8]], limit: Int = 1000) throws -> [String] {
        var framer = LineFramer(limit: limit)
        var lines: [String] = []
        func drain() throws {
            while let line = try framer.next() { lines.append(String(decoding: framer.buffer[line], as: UTF8.self)) }
        }
        for piece in pieces {
            framer.append(piece)
            try drain()
        }
        framer.finish()
        try drain()
        #expect(try framer.next() == nil)
        return lines
    }

    private func pieces(_ bytes: [UInt8], of size: Int) -> [[UInt8]] {
        stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min($0 + size, bytes.count)]) }
    }

    @Test(arguments: [
        ("", []), ("\n", []), ("{}\n", ["{}"]), ("{}", ["{}"]), ("{}\r\n[]\r\n", ["{}", "[]"]), ("a\nb", ["a", "b"]),
        ("a\r", ["a"]), ("\n\n a\n\r\n \t\n\nb\n\n", [" a", "b"]), ("a\rb\n", ["a\rb"]), ("   ", []), (" \r", []),
        ("é\n漢\n😀", ["é", "漢", "😀"]), ("{\"a\":\"\\n\"}\n{\"b\":1}\n", ["{\"a\":\"\\n\"}", "{\"b\":1}"]),
    ])
    func linesAreTheSameHoweverTheStreamIsCut(_ text: String, _ expected: [String]) throws {
        let bytes = Array(text.utf8)
        #expect(try lines([bytes]) == expected)
        for size in [1, 2, 3, 7] { #expect(try lines(pieces(bytes, of: size)) == expected) }
        for cut in 0...bytes.count {
            #expect(try lines([Array(bytes[..<cut]), [], Array(bytes[cut...])]) == expected)
        }
    }

    @Test(arguments: ["aaaaaaaaa", "aaaaaaaaa\n", "b\naaaaaaaaa\r\n"]) func theLimitHolds(_ text: String) throws {
        let bytes = Array(text.utf8)
        for size in [1, 4, 100] {
            #expect(throws: FramingError.tooLarge(limit: 8)) { try lines(pieces(bytes, of: size), limit: 8) }
            #expect(try !lines(pieces(bytes, of: size), limit: 9).isEmpty)
        }
    }

    @Test func longStreamsKeepLittle() throws {
        var framer = LineFramer()
        for number in 0..<20_000 {
            framer.append(Array("{\"n\":\(number)}\n".utf8))
            let line = try #require(try framer.next())
            var json = JSONReader(framer.buffer, in: line)
            #expect(try json.value()["n"]?.int == number)
            if framer.buffer.count > 128 { Issue.record("\(framer.buffer.count) bytes kept") }
        }
    }

    @Test func aLongLineIsReadByteByByteInLinearTime() throws {
        var framer = LineFramer()
        for _ in 0..<300_000 {
            framer.append([0x20])
            #expect(try framer.next() == nil)
        }
        framer.append("1\n".utf8)
        #expect(try framer.next()?.count == 300_001)
    }
}
