import Foundation
import MassGenBackends
import MassGenCore
import MassGenSimulator
import Synchronization
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Clients that are wrong, slow or gone: they get a clear answer where they can, and cost nothing afterwards.
@Suite struct HostileClientTests {
    private static let question = #"{"model":"m","messages":[{"role":"user","content":"Hi"}]}"#
    private static let head = "POST /v1/messages HTTP/1.1\r\nhost: localhost\r\n"

    @Test(arguments: [
        ("GET\r\n\r\n", 400), ("\u{16}\u{3}\u{1}\r\n\r\n", 400), ("GET / HTTP/2\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nno colon\r\n\r\n", 400), ("\(head)content-length: -1\r\n\r\n", 400),
        ("\(head)content-length: +1\r\n\r\nx", 400), ("\(head)content-length: 99999999999999999999\r\n\r\n", 400),
        ("\(head)content-length: 67108865\r\n\r\n", 413), ("\(head)transfer-encoding: gzip\r\n\r\n", 501),
        ("\(head)transfer-encoding: chunked\r\ncontent-length: 1\r\n\r\nx", 400),
        ("\(head)transfer-encoding: chunked\r\n\r\nzz\r\n", 400),
        ("\(head)transfer-encoding: chunked\r\n\r\n-1\r\n", 400),
        ("\(head)transfer-encoding: chunked\r\n\r\n1\r\nabc\r\n", 400),
        ("\(head)transfer-encoding: chunked\r\n\r\n5000000\r\n", 413),
        ("GET /\(String(repeating: "a", count: 9000)) HTTP/1.1\r\n\r\n", 414),
        ("GET / HTTP/1.1\r\n\(String(repeating: "a: b\r\n", count: 24000))\r\n", 431),
        ("GET / HTTP/1.0\r\n\r\n", 404), ("HEAD /v1/messages HTTP/1.1\r\nhost: localhost\r\n\r\n", 405),
        ("\(head)content-length: 1\r\n\r\n{", 400),
    ])
    func whatIsNoRequestIsAnsweredAndTheConnectionClosed(_ text: String, _ status: Int) async throws {
        let gateway = try Gateway(wires: Backends.wires, providers: Backends.all)
        defer { gateway.stop() }
        let client = try RawClient(gateway.port)
        client.send(text)
        if status == 400, text.hasSuffix("{") { client.finish() }
        let answer = await client.readAll()
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(text.prefix(80)) \(answer.prefix(200))")
        #expect(answer.contains("error"))
    }

    @Test func halfARequestIsNone() async throws {
        let gateway = try Gateway(wires: Backends.wires)
        defer { gateway.stop() }
        for text in ["", "POST /v1", Self.head, "\(Self.head)content-length: 100\r\n\r\n{"] {
            let client = try RawClient(gateway.port)
            client.send(text)
            client.finish()
            #expect(await client.readAll() == "")
        }
        #expect(try await ask(gateway).contains("200 OK"))
    }

    @Test func bodiesComeInChunksAndAfterAnInvitation() async throws {
        let gateway = try Gateway(wires: Backends.wires)
        defer { gateway.stop() }
        let client = try RawClient(gateway.port)
        let chunks = Self.question.map { "1;x=y\r\n\($0)\r\n" }.joined() + "0\r\ntrailer: x\r\n\r\n"
        client.send("\(Self.head)transfer-encoding: chunked\r\n\r\n\(chunks)")
        #expect(await client.read(until: "}").contains("200 OK"))
        client.send(
            "\(Self.head)expect: 100-continue\r\nconnection: close\r\ncontent-length: \(Self.question.utf8.count)\r\n\r\n"
        )
        #expect(await client.read(until: "\r\n\r\n").hasPrefix("HTTP/1.1 100 Continue"))
        client.send(Self.question)
        #expect(await client.readAll().contains("200 OK"))
    }

    @Test func moreConnectionsThanThereIsRoomForAreToldSo() async throws {
        let gateway = try Gateway(wires: Backends.wires)
        defer { gateway.stop() }
        var clients = try (0..<520).map { _ in try RawClient(gateway.port) }
        #expect(await clients.last?.readAll().contains("503") == true)
        clients = []
        // Those that have gone make room.
        for _ in 0..<200 {
            if try await ask(gateway).contains("200 OK") { return }
            try await Task.sleep(for: .milliseconds(20))
        }
        Issue.record("no room was made")
    }

    /// A provider goes on only as long as somebody listens, whether it speaks or is silent.
    @Test(arguments: [true, false])
    func aClientThatLeavesEndsTheProvidersAnswer(_ speaks: Bool) async throws {
        let isOver = Flag()
        let provider = try SocketServer { _, connection in
            let event = sse(delta(#""content":"word ""#)).replacingOccurrences(of: "data: [DONE]\n\n", with: "")
            connection.begin(type: "text/event-stream")
            _ = connection.write(Array(event.utf8))
            while !connection.isGone, !speaks || connection.write(Array(event.utf8)) {
                SocketServer.pause(.milliseconds(2))
            }
            isOver.raise()
        }
        defer { provider.stop() }
        let gateway = try Gateway(
            wires: Backends.wires, backend: Chat(base: "http://127.0.0.1:\(provider.port)/v1"))
        defer { gateway.stop() }
        let client = try RawClient(gateway.port)
        let body = #"{"model":"m","stream":true,"messages":[{"role":"user","content":"Hi"}]}"#
        client.send("\(Self.head)content-length: \(body.utf8.count)\r\n\r\n\(body)")
        #expect(await client.read(until: "word").contains("text/event-stream"))
        client.close()
        #expect(await isOver.isRaised(within: .seconds(20)))
    }

    /// What a client does not take stays with the provider.
    @Test func aClientThatTakesNothingHoldsTheProviderBack() async throws {
        let event =
            Array(sse(delta(#""content":"\#(String(repeating: "word ", count: 2000))""#)).prefix { $0 != "\n" }.utf8)
            + [10, 10]
        let counter = Counter()
        let provider = try SocketServer { _, connection in
            connection.begin(type: "text/event-stream")
            for _ in 0..<20_000 where connection.write(event) { counter.add(event.count) }
        }
        defer { provider.stop() }
        let gateway = try Gateway(
            wires: Backends.wires, backend: Chat(base: "http://127.0.0.1:\(provider.port)/v1"))
        defer { gateway.stop() }
        let client = try RawClient(gateway.port)
        let body = #"{"model":"m","stream":true,"messages":[{"role":"user","content":"Hi"}]}"#
        client.send("\(Self.head)content-length: \(body.utf8.count)\r\n\r\n\(body)")
        var last = -1
        while last != counter.value || last == 0 {
            last = counter.value
            try await Task.sleep(for: .milliseconds(300))
        }
        // 200 MB were ready to come.
        #expect(last < 40 << 20)
        client.close()
    }

    private func ask(_ gateway: Gateway) async throws -> String {
        let client = try RawClient(gateway.port)
        client.send(
            "\(Self.head)connection: close\r\ncontent-length: \(Self.question.utf8.count)\r\n\r\n\(Self.question)")
        return await client.readAll()
    }
}

extension Gateway {
    fileprivate var port: Int { address.split(separator: ":").last.flatMap { Int($0) } ?? 0 }
}

/// Bytes to a server and back, right or wrong. It waits on threads of its own: those of tasks are for the server.
private final class RawClient: Sendable {
    private let descriptor: Int32
    private let isClosed = Mutex(false)

    init(_ port: Int) throws {
        #if canImport(Glibc)
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
        descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isThere = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isThere else { throw POSIXError(.ECONNREFUSED) }
        var limit = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close() }

    func send(_ text: String) {
        let bytes = Array(text.utf8)
        #if canImport(Darwin)
        let flags: Int32 = 0
        #else
        let flags = Int32(MSG_NOSIGNAL)
        #endif
        _ = bytes.withUnsafeBytes { Foundation.send(descriptor, $0.baseAddress, $0.count, flags) }
    }

    /// Says that nothing more comes.
    func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

    func read(until mark: String) async -> String { await read { $0.contains(mark) } }
    func readAll() async -> String { await read { _ in false } }

    private func read(until isEnough: @escaping @Sendable (String) -> Bool) async -> String {
        await withCheckedContinuation { reader in
            let thread = Thread { [self] in
                var text = ""
                var bytes = [UInt8](repeating: 0, count: 1 << 16)
                while !isEnough(text) {
                    let count = recv(descriptor, &bytes, bytes.count, 0)
                    guard count > 0 else { break }
                    text += String(decoding: bytes[..<count], as: UTF8.self)
                }
                reader.resume(returning: text)
            }
            thread.start()
        }
    }

    func close() {
        isClosed.withLock { isClosed in
            if !isClosed { _ = Foundation.close(descriptor) }
            isClosed = true
        }
    }
}

private final class Flag: Sendable {
    private let state = Mutex(false)

    func raise() { state.withLock { $0 = true } }

    func isRaised(within limit: Duration) async -> Bool {
        let end = ContinuousClock.now + limit
        while ContinuousClock.now < end {
            if state.withLock({ $0 }) { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }
}

private final class Counter: Sendable {
    private let state = Mutex(0)
    var value: Int { state.withLock { $0 } }
    func add(_ count: Int) { state.withLock { $0 += count } }
}
