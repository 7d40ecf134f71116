import Foundation
import MassGenCore

/// The other end of the network measurements: a process of its own, so that its work is not counted.
///
/// Streams `COUNT` events of text, `GAP` microseconds apart, for `POST /COUNT/GAP/chat/completions`. Connections end
/// with a stream of one event.
enum EventServer {
    /// The child's whole life: says its port and serves until its input ends.
    static func serve() throws {
        let server = try SocketServer { request, connection in answer(request, connection) }
        print(server.port)
        fflush(nil)
        while readLine() != nil {}
        server.stop()
    }

    private static func answer(_ request: SocketServer.Request, _ connection: SocketServer.Connection) {
        let numbers = request.path.split(separator: "/").compactMap { Int($0) }
        guard numbers.count == 2 else { return connection.send(status: 404, json: Array("{}".utf8)) }
        let isLast = numbers[0] == 1
        let close = isLast ? "connection: close\r\n" : ""
        let head = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\(close)transfer-encoding: chunked\r\n\r\n"
        guard connection.put(Array(head.utf8)) else { return }
        if numbers[1] == 0 {
            flood(numbers[0], connection)
        } else {
            trickle(numbers[0], every: .microseconds(numbers[1]), connection)
        }
        _ = connection.write(Recording.lastEvents)
        connection.end()
    }

    /// As fast as the client reads; each event is a chunk of its own.
    private static func flood(_ count: Int, _ connection: SocketServer.Connection) {
        let event = Recording.textEvent
        let piece = Array("\(String(event.count, radix: 16))\r\n".utf8) + event + [13, 10]
        let perWrite = 256
        let pieces = Array(repeatElement(piece, count: perWrite).joined())
        for _ in 0..<count / perWrite {
            guard connection.put(pieces) else { return }
        }
        _ = connection.put(Array(pieces.prefix(count % perWrite * piece.count)))
    }

    private static func trickle(_ count: Int, every gap: Duration, _ connection: SocketServer.Connection) {
        let start = ContinuousClock.now
        for place in 0..<count {
            let wait = ContinuousClock.now.duration(to: start + gap * place)
            if wait > .zero { SocketServer.pause(wait) }
            guard connection.write(Recording.textEvent) else { return }
        }
    }
}

/// The server's process, as its parent sees it.
final class ServerProcess {
    let base: String
    private let process = Process()
    private let input = Pipe()

    init() throws {
        let output = Pipe()
        process.executableURL = Bundle.main.executableURL
        process.arguments = ["--serve"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        base = "http://127.0.0.1:\(line.split(separator: "\n").first ?? "")"
    }

    func stop() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }
}
