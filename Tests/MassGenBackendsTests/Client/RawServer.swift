import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A server on 127.0.0.1 that answers each connection's first request with a script, down to the byte.
final class RawServer: Sendable {
    /// A connection in the hands of the script.
    struct Client: Sendable {
        fileprivate let descriptor: Int32

        /// Sends bytes; `false` when the client is gone.
        @discardableResult
        func send(_ text: String) -> Bool {
            let bytes = Array(text.utf8)
            var sent = 0
            while sent < bytes.count {
                let count = bytes[sent...].withUnsafeBytes {
                    Foundation.send(descriptor, $0.baseAddress, $0.count, noSignal)
                }
                if count <= 0 { return false }
                sent += count
            }
            return true
        }

        /// Begins a stream of server-sent events that ends with the connection.
        func begin() { send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n") }

        /// Sends a whole answer.
        func answer(_ status: Int, _ headers: String = "", _ body: String) {
            send(
                "HTTP/1.1 \(status) Any\r\n\(headers)Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
            )
        }

        /// Waits until the client closes.
        func waitForClose() {
            var bytes = [UInt8](repeating: 0, count: 4096)
            while recv(descriptor, &bytes, bytes.count, 0) > 0 {}
        }

        /// Makes the close a reset.
        func reset() {
            var option = linger(l_onoff: 1, l_linger: 0)
            setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        }
    }

    let port: Int
    private let listener: Int32
    private let counts = Mutex((accepted: 0, closed: 0))

    var base: String { "http://127.0.0.1:\(port)/v1" }
    var accepted: Int { counts.withLock { $0.accepted } }
    var closed: Int { counts.withLock { $0.closed } }

    init(_ script: @escaping @Sendable (Client, String) -> Void) throws {
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
        guard isBound, listen(descriptor, 512) == 0 else { throw POSIXError(.EADDRINUSE) }
        port = Int(UInt16(bigEndian: address.sin_port))
        listener = descriptor
        Thread { [weak self, listener] in
            while true {
                let descriptor = accept(listener, nil, nil)
                guard descriptor >= 0, let self else { return }
                self.counts.withLock { $0.accepted += 1 }
                let thread = Thread { [weak self] in
                    let client = Client(descriptor: descriptor)
                    script(client, Self.request(on: descriptor))
                    close(descriptor)
                    self?.counts.withLock { $0.closed += 1 }
                }
                thread.stackSize = 256 << 10
                thread.start()
            }
        }.start()
    }

    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    private static func request(on descriptor: Int32) -> String {
        var text = ""
        var bytes = [UInt8](repeating: 0, count: 65_536)
        while true {
            if let head = text.range(of: "\r\n\r\n") {
                let lengths = text[..<head.lowerBound].components(separatedBy: "\r\n")
                    .filter { $0.lowercased().hasPrefix("content-length:") }
                let length = lengths.first.flatMap { Int($0.dropFirst(15).trimmingCharacters(in: .whitespaces)) } ?? 0
                if text[head.upperBound...].utf8.count >= length { return text }
            }
            let count = recv(descriptor, &bytes, bytes.count, 0)
            if count <= 0 { return text }
            text += String(decoding: bytes[..<count], as: UTF8.self)
        }
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
