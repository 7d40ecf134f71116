import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A server on 127.0.0.1 that does with every request what a script says, down to the byte. One thread a connection.
final class LoopbackServer: Sendable {
    /// Answers one request; `false` closes the connection.
    typealias Script = @Sendable (Connection, Received) -> Bool

    let port: Int
    private let listener: Int32
    private let script: Script
    private let state = Mutex(State())

    private struct State {
        var accepted = 0
        var open: Set<Int32> = []
        var isStopped = false
    }

    var url: String { "http://127.0.0.1:\(port)" }
    var acceptedConnections: Int { state.withLock { $0.accepted } }
    var openConnections: Int { state.withLock { $0.open.count } }

    init(_ script: @escaping Script) throws {
        self.script = script
        (listener, port) = try LoopbackServer.listen(backlog: 512)
        start { [self] in acceptAll() }
    }

    /// Closes everything; connections of scripts that still run break.
    func stop() {
        let open = state.withLock { state in
            state.isStopped = true
            return state.open
        }
        shutdown(listener, Int32(SHUT_RDWR))
        for descriptor in open { shutdown(descriptor, Int32(SHUT_RDWR)) }
    }

    /// A listening socket that nobody accepts from.
    static func listen(backlog: Int32) throws -> (descriptor: Int32, port: Int) {
        let descriptor = socket(AF_INET, streamType, 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
            }
        }
        guard isBound, systemListen(descriptor, backlog) == 0 else { throw POSIXError(.EADDRINUSE) }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }

    private func acceptAll() {
        while true {
            let descriptor = accept(listener, nil, nil)
            if descriptor < 0 { break }
            var one: Int32 = 1
            setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
            let isStopped = state.withLock { state in
                state.accepted += 1
                state.open.insert(descriptor)
                return state.isStopped
            }
            if isStopped { shutdown(descriptor, Int32(SHUT_RDWR)) }
            start { [self] in serve(Connection(descriptor: descriptor)) }
        }
        close(listener)
    }

    private func serve(_ connection: Connection) {
        while let request = connection.receive(), script(connection, request) {}
        shutdown(connection.descriptor, Int32(SHUT_RDWR))
        state.withLock { _ = $0.open.remove(connection.descriptor) }
        close(connection.descriptor)
    }

    private func start(_ body: @escaping @Sendable () -> Void) {
        let thread = Thread(block: body)
        thread.stackSize = 256 << 10
        thread.start()
    }
}

/// A request as it came in.
struct Received: Sendable {
    var method: String
    var target: String
    var headers: [(name: String, value: String)]
    var body: [UInt8]

    subscript(name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

/// One accepted connection, used by its own thread only but for the descriptor.
final class Connection: @unchecked Sendable {  // `unread` belongs to the connection's thread
    let descriptor: Int32
    private var unread: [UInt8] = []

    init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Sends all of it; `false` when the client is gone.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                systemSend(descriptor, $0.baseAddress! + sent, bytes.count - sent, noSignal)
            }
            if count <= 0 { return false }
            sent += count
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool {
        send([UInt8](text.utf8))
    }

    /// A whole answer with its length.
    @discardableResult
    func respond(_ status: Int = 200, _ headers: String..., body: String = "") -> Bool {
        let fields = headers.map { $0 + "\r\n" }.joined()
        return send("HTTP/1.1 \(status) Any\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }

    @discardableResult
    func startChunked() -> Bool {
        send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    }

    @discardableResult
    func chunk(_ text: String) -> Bool {
        send("\(String(text.utf8.count, radix: 16))\r\n\(text)\r\n")
    }

    /// Blocks until the client closes; bytes it sends meanwhile are dropped.
    func waitForClose() {
        var bytes = [UInt8](repeating: 0, count: 4096)
        while recv(descriptor, &bytes, bytes.count, 0) > 0 {}
    }

    /// Closes with a reset instead of an orderly end.
    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
    }

    fileprivate func receive() -> Received? {
        while true {
            if let end = unread.firstRange(of: Array("\r\n\r\n".utf8)) {
                let lines = String(decoding: unread[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
                let parts = lines[0].components(separatedBy: " ")
                guard parts.count == 3 else { return nil }
                var request = Received(method: parts[0], target: parts[1], headers: [], body: [])
                for line in lines.dropFirst() {
                    let field = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                    request.headers.append((String(field[0]), String(field[1].drop { $0 == " " })))
                }
                let length = request["content-length"].flatMap { Int($0) } ?? 0
                unread.removeSubrange(..<end.upperBound)
                while unread.count < length { guard readMore() else { return nil } }
                request.body = Array(unread.prefix(length))
                unread.removeFirst(length)
                return request
            }
            guard readMore() else { return nil }
        }
    }

    private func readMore() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 65536)
        let count = recv(descriptor, &bytes, bytes.count, 0)
        guard count > 0 else { return false }
        unread += bytes[..<count]
        return true
    }
}

#if canImport(Glibc)
private let streamType = Int32(SOCK_STREAM.rawValue)
private let noSignal = Int32(MSG_NOSIGNAL)
#elseif canImport(Musl)
private let streamType = SOCK_STREAM
private let noSignal = MSG_NOSIGNAL
#else
private let streamType = SOCK_STREAM
private let noSignal: Int32 = 0
#endif

/// The port a socket of this process is connected to.
func peerPort(of descriptor: Int32) -> Int? {
    var address = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isConnected = withUnsafeMutablePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getpeername(descriptor, $0, &size) == 0 }
    }
    return isConnected && address.sin_family == AF_INET ? Int(UInt16(bigEndian: address.sin_port)) : nil
}

private func systemListen(_ descriptor: Int32, _ backlog: Int32) -> Int32 {
    listen(descriptor, backlog)
}

private func systemSend(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int, _ flags: Int32) -> Int {
    send(descriptor, bytes, count, flags)
}
