import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// A small HTTP/1.1 server, one thread per connection: enough for simulators and gateways on one's own machine, no more.
///
/// What it cannot take it says so, and hangs up: a request that is no HTTP, a body beyond 64 MB, one that does not come
/// on, and more than 512 connections at a time.
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
                    guard [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) else { break }
                    // Others may end meanwhile.
                    Self.pause(.milliseconds(50))
                    continue
                }
                switch sockets.add(descriptor) {
                case .open: break
                case .tooMany:
                    Connection(descriptor).send(status: 503, json: Connection.words("too many connections"))
                    close(descriptor)
                    continue
                case .stopped:
                    close(descriptor)
                    continue
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
    enum Place { case open, tooMany, stopped }

    private let state: Mutex<(open: Set<Int32>, isStopped: Bool)>

    init(_ listener: Int32) { state = Mutex(([listener], false)) }

    /// Takes a connection in, while the server runs and has room.
    func add(_ descriptor: Int32) -> Place {
        state.withLock { state in
            if state.isStopped { return .stopped }
            if state.open.count > 512 { return .tooMany }
            state.open.insert(descriptor)
            return .open
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
