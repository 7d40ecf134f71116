import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A small HTTP/1.1 server on 127.0.0.1, one thread per connection: enough for a simulator, no more.
package final class SocketServer: Sendable {
    /// What a client asks for.
    package struct Request: Sendable {
        package var method: String
        package var path: String
        package var headers: HTTPHeaders
        package var body: [UInt8]
    }

    package let port: Int
    private let sockets: OpenSockets

    /// Listens on a port, a free one for 0, and hands every request to the handler, on the connection's thread.
    package init(
        host: String = "127.0.0.1", port: Int = 0, _ handle: @escaping @Sendable (Request, Connection) -> Void
    ) throws {
        let listener: Int32
        (listener, self.port) = try Self.listen(host, port)
        let sockets = OpenSockets(listener)
        self.sockets = sockets
        let acceptor = Thread {
            while true {
                let descriptor = accept(listener, nil, nil)
                if descriptor < 0 {
                    if errno == EINTR || errno == ECONNABORTED { continue }
                    break
                }
                guard sockets.add(descriptor) else {
                    close(descriptor)
                    break
                }
                let thread = Thread {
                    let connection = Connection(descriptor)
                    while let request = connection.read() {
                        handle(request, connection)
                        if connection.isBroken { break }
                    }
                    sockets.end(descriptor)
                }
                thread.stackSize = 1 << 20
                thread.start()
            }
            sockets.end(listener)
        }
        acceptor.start()
    }

    deinit { stop() }

    package func stop() {
        sockets.shutDown()
        #if canImport(Darwin)
        // There accept does not notice that its socket was shut down: one last connection wakes it.
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(clamping: port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        withUnsafePointer(to: &address) {
            _ = $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        close(descriptor)
        #endif
    }

    package static func pause(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        usleep(UInt32(seconds * 1_000_000 + attoseconds / 1_000_000_000_000))
    }

    private static func listen(_ host: String, _ port: Int) throws -> (Int32, Int) {
        #if canImport(Glibc)
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
        let descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        guard descriptor >= 0 else { throw POSIXError(.EMFILE) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(clamping: port).bigEndian
        guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else { throw POSIXError(.EADDRNOTAVAIL) }
        var on: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, size) == 0 && getsockname(descriptor, $0, &size) == 0
            }
        }
        #if canImport(Glibc)
        let isListening = isBound && Glibc.listen(descriptor, 128) == 0
        #elseif canImport(Musl)
        let isListening = isBound && Musl.listen(descriptor, 128) == 0
        #else
        let isListening = isBound && Darwin.listen(descriptor, 128) == 0
        #endif
        guard isListening else {
            close(descriptor)
            throw POSIXError(.EADDRINUSE)
        }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }
}

/// The sockets of a server. Each is closed by the thread that uses it, and shut down only while it is open: its number
/// may be another's right after.
private final class OpenSockets: Sendable {
    private let state: Mutex<(open: Set<Int32>, isStopped: Bool)>

    init(_ listener: Int32) { state = Mutex(([listener], false)) }

    /// Whether the server still takes connections.
    func add(_ descriptor: Int32) -> Bool {
        state.withLock { state in
            if !state.isStopped { state.open.insert(descriptor) }
            return !state.isStopped
        }
    }

    func end(_ descriptor: Int32) {
        state.withLock { state in
            state.open.remove(descriptor)
            _ = close(descriptor)
        }
    }

    func shutDown() {
        state.withLock { state in
            state.isStopped = true
            for descriptor in state.open { shutdown(descriptor, Int32(SHUT_RDWR)) }
        }
    }
}

extension SocketServer {
    /// One connection: reads requests and writes answers. Used by its own thread only.
    package final class Connection {
        private let descriptor: Int32
        private var buffer: [UInt8] = []
        package private(set) var isBroken = false

        init(_ descriptor: Int32) {
            self.descriptor = descriptor
            var on: Int32 = 1
            setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
            #if canImport(Darwin)
            setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
            #endif
        }

        /// The next request; `nil` when the client is gone or sends what is no HTTP.
        package func read() -> Request? {
            var searched = 0
            var end: Int?
            while end == nil {
                if buffer.count > searched + 3 {
                    end = (searched..<buffer.count - 3).first { buffer[$0...].starts(with: [13, 10, 13, 10]) }
                    searched = max(0, buffer.count - 3)
                }
                if end == nil, buffer.count > 1 << 16 || !fill() { return nil }
            }
            guard let end else { return nil }
            let lines = String(decoding: buffer[..<end], as: UTF8.self).split(separator: "\r\n")
            let words = (lines.first ?? "").split(separator: " ")
            guard words.count == 3 else { return nil }
            var headers = HTTPHeaders()
            for line in lines.dropFirst() {
                let halves = line.split(separator: ":", maxSplits: 1)
                if halves.count == 2 { headers.add(String(halves[0]), String(halves[1]).trimmed) }
            }
            let length = headers["Content-Length"].flatMap { Int($0) } ?? 0
            guard (0...(64 << 20)).contains(length) else { return nil }
            while buffer.count < end + 4 + length { if !fill() { return nil } }
            let body = Array(buffer[(end + 4)..<(end + 4 + length)])
            buffer.removeSubrange(..<(end + 4 + length))
            return Request(method: String(words[0]), path: String(words[1]), headers: headers, body: body)
        }

        /// Answers with one document.
        package func send(status: Int, json: [UInt8]) {
            send(status: status, headers: ["content-type": "application/json"], body: json)
        }

        /// Answers with headers of its own.
        package func send(status: Int, headers: HTTPHeaders = [:], body: [UInt8] = []) {
            var head = "HTTP/1.1 \(status) \(status == 200 ? "OK" : "Error")\r\n"
            for (name, value) in headers { head += "\(name): \(value)\r\n" }
            _ = put(Array("\(head)content-length: \(body.count)\r\n\r\n".utf8) + body)
        }

        /// Begins a stream.
        package func begin(type: String) {
            let head = "HTTP/1.1 200 OK\r\ncontent-type: \(type)\r\ntransfer-encoding: chunked\r\n\r\n"
            _ = put(Array(head.utf8))
        }

        /// Sends a piece of a stream; `false` when the client is gone.
        package func write(_ bytes: [UInt8]) -> Bool {
            put(Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + [13, 10])
        }

        /// Ends a stream.
        package func end() { _ = put(Array("0\r\n\r\n".utf8)) }

        private func fill() -> Bool {
            var bytes = [UInt8](repeating: 0, count: 1 << 16)
            let count = recv(descriptor, &bytes, bytes.count, 0)
            if count > 0 { buffer += bytes[..<count] }
            return count > 0
        }

        /// Sends bytes as they are: whole pieces of a stream, each with its length, in one go.
        package func put(_ bytes: [UInt8]) -> Bool {
            #if canImport(Darwin)
            let flags: Int32 = 0
            #else
            let flags = Int32(MSG_NOSIGNAL)
            #endif
            var done = 0
            while done < bytes.count {
                let count = bytes[done...].withUnsafeBytes {
                    Foundation.send(descriptor, $0.baseAddress, $0.count, flags)
                }
                if count <= 0 {
                    isBroken = true
                    return false
                }
                done += count
            }
            return true
        }
    }
}
