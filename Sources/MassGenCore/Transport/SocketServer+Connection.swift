import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

extension SocketServer {
    /// One connection: reads requests and writes answers. Used by its own thread only.
    package final class Connection {
        /// Whether nothing more can be sent, or nothing more is to be read.
        package private(set) var isBroken = false

        private let descriptor: Int32
        private var buffer: [UInt8] = []
        /// Where in the buffer that begins which was not taken yet.
        private var place = 0
        /// When what is being read must be there.
        private var deadline = ContinuousClock.now
        private var closesAfterwards = false

        init(_ descriptor: Int32) {
            self.descriptor = descriptor
            var on: Int32 = 1
            setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, socklen_t(MemoryLayout<Int32>.size))
            #if canImport(Darwin)
            setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
            #endif
            limit(SO_RCVTIMEO, seconds: 5)
            // A client that takes nothing for so long holds its thread no longer.
            limit(SO_SNDTIMEO, seconds: 60)
        }

        private func limit(_ direction: Int32, seconds: Int) {
            var time = timeval(tv_sec: seconds, tv_usec: 0)
            setsockopt(descriptor, SOL_SOCKET, direction, &time, socklen_t(MemoryLayout<timeval>.size))
        }

        /// The next request; `nil` when the client is gone, or was told why there is none.
        package func read() -> Request? {
            if closesAfterwards { return nil }
            deadline = .now + .seconds(120)
            if place == buffer.count, !fill() { return nil }
            deadline = .now + .seconds(30)
            guard let head = head() else { return nil }
            let lines = head.split(separator: "\r\n", omittingEmptySubsequences: false)
            let words = (lines.first ?? "").split(separator: " ", omittingEmptySubsequences: false)
            guard words.count == 3, words[2].hasPrefix("HTTP/1."), !words[0].isEmpty, words[1].hasPrefix("/") else {
                return refuse(400, "the request does not begin as HTTP/1.1 has it: METHOD /path HTTP/1.1")
            }
            guard words[1].utf8.count <= 1 << 13 else { return refuse(414, "the path has more than 8 kB") }
            var request = Request(method: String(words[0]), path: String(words[1]), headers: [:], body: [])
            for line in lines.dropFirst() {
                let halves = line.split(separator: ":", maxSplits: 1)
                guard halves.count == 2 else { return refuse(400, "a header has no ':'") }
                request.headers.add(String(halves[0]), String(halves[1]).trimmed)
            }
            let wish = request.headers["connection"]?.lowercased()
            // Who asks for headers alone takes what follows them for the next answer.
            closesAfterwards =
                wish == "close" || request.method == "HEAD" || (words[2] == "HTTP/1.0" && wish != "keep-alive")
            guard let body = body(request.headers) else { return nil }
            request.body = body
            return request
        }

        private func body(_ headers: HTTPHeaders) -> [UInt8]? {
            let most = 64 << 20
            if let coding = headers["transfer-encoding"] {
                guard coding.lowercased() == "chunked" else { return refuse(501, "only 'chunked' bodies are read") }
                guard headers["content-length"] == nil else { return refuse(400, "the body has two lengths") }
                invite(headers)
                return chunks(upTo: most)
            }
            guard let text = headers["content-length"] else { return [] }
            guard let length = Int(text), length >= 0, text.utf8.allSatisfy({ $0 > 0x2F }) else {
                return refuse(400, "the length of the body is no number")
            }
            guard length <= most else { return refuse(413, "the body has more than \(most >> 20) MB") }
            if length > 0 { invite(headers) }
            return take(length)
        }

        /// Says that the body may come, to clients that wait for it.
        private func invite(_ headers: HTTPHeaders) {
            guard headers["expect"]?.lowercased() == "100-continue", place == buffer.count else { return }
            _ = put(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
        }

        private func chunks(upTo most: Int) -> [UInt8]? {
            var body: [UInt8] = []
            while true {
                guard let line = line() else { return nil }
                let digits = line.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces)
                guard !digits.hasPrefix("+"), let size = Int(digits, radix: 16), size >= 0 else {
                    return refuse(400, "a chunk of the body has no size")
                }
                if size == 0 { break }
                guard body.count + size <= most else { return refuse(413, "the body has more than \(most >> 20) MB") }
                guard let chunk = take(size), let end = take(2) else { return nil }
                guard end == [13, 10] else { return refuse(400, "a chunk of the body is longer than it says") }
                body += chunk
            }
            while let line = line() { if line.isEmpty { return body } }
            return nil
        }

        /// What stands before the first empty line.
        private func head() -> String? {
            while buffer[place...].starts(with: [13, 10]) { place += 2 }
            var searched = place
            while true {
                if let end = buffer[searched...].firstRange(of: [13, 10, 13, 10])?.lowerBound {
                    defer { place = end + 4 }
                    return String(decoding: buffer[place..<end], as: UTF8.self)
                }
                guard buffer.count - place <= 1 << 16 else { return refuse(431, "the headers have more than 64 kB") }
                let old = buffer.count - place
                guard more() else { return nil }
                searched = place + max(0, old - 3)
            }
        }

        /// The next line of a body in chunks.
        private func line() -> String? {
            while true {
                if let end = buffer[place...].firstRange(of: [13, 10])?.lowerBound {
                    defer { place = end + 2 }
                    return String(decoding: buffer[place..<end], as: UTF8.self)
                }
                guard buffer.count - place <= 1 << 12 else { return refuse(400, "a chunk of the body has no size") }
                guard more() else { return nil }
            }
        }

        /// The next bytes of a body.
        private func take(_ count: Int) -> [UInt8]? {
            while buffer.count - place < count { if !more() { return nil } }
            defer { place += count }
            return Array(buffer[place..<place + count])
        }

        /// Reads on; a client that is too slow is told so.
        private func more() -> Bool {
            if fill() { return true }
            if !isBroken { refuse(408, "the rest of the request did not come") as Void? }
            return false
        }

        /// Reads what is there, and waits for it until the deadline. What is taken is forgotten.
        private func fill() -> Bool {
            if place > 0 {
                buffer.removeSubrange(..<place)
                place = 0
            }
            var bytes = [UInt8](repeating: 0, count: 1 << 16)
            while ContinuousClock.now < deadline {
                let count = recv(descriptor, &bytes, bytes.count, 0)
                if count > 0 {
                    buffer += bytes[..<count]
                    // A body that comes on has its time.
                    deadline += .milliseconds(count >> 5)
                    return true
                }
                if count < 0, [EAGAIN, EWOULDBLOCK, EINTR].contains(errno) { continue }
                isBroken = true
                return false
            }
            return false
        }

        /// Says why a request is not taken, and hears the rest of it out: a client that still sends would not hear.
        @discardableResult
        private func refuse<Nothing>(_ status: Int, _ message: String) -> Nothing? {
            closesAfterwards = true
            send(status: status, json: Self.words(message))
            isBroken = true
            shutdown(descriptor, Int32(SHUT_WR))
            let end = ContinuousClock.now + .seconds(10)
            var bytes = [UInt8](repeating: 0, count: 1 << 16)
            while ContinuousClock.now < end, recv(descriptor, &bytes, bytes.count, 0) > 0 {}
            return nil
        }

        /// Whether the client has hung up; bytes that came meanwhile are kept.
        package var isGone: Bool {
            var byte: UInt8 = 0
            let count = recv(descriptor, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT))
            return count == 0 || (count < 0 && ![EAGAIN, EWOULDBLOCK, EINTR].contains(errno))
        }

        static func words(_ message: String) -> [UInt8] {
            Array(JSON.object(["error": ["message": .string(message)]]).text.utf8)
        }

        /// Answers with one document.
        package func send(status: Int, json: [UInt8]) {
            send(status: status, headers: ["content-type": "application/json"], body: json)
        }

        /// Answers with headers of its own.
        package func send(status: Int, headers: HTTPHeaders = [:], body: [UInt8] = []) {
            var head = "HTTP/1.1 \(status) \(status == 200 ? "OK" : "Error")\r\n"
            for (name, value) in headers { head += "\(name): \(value)\r\n" }
            if closesAfterwards { head += "connection: close\r\n" }
            _ = put(Array("\(head)content-length: \(body.count)\r\n\r\n".utf8) + body)
        }

        /// Begins a stream.
        package func begin(type: String) {
            let end = closesAfterwards ? "connection: close\r\n" : ""
            let head = "HTTP/1.1 200 OK\r\ncontent-type: \(type)\r\n\(end)transfer-encoding: chunked\r\n\r\n"
            _ = put(Array(head.utf8))
        }

        /// Sends a piece of a stream; `false` when the client is gone.
        package func write(_ bytes: [UInt8]) -> Bool {
            put(Array("\(String(bytes.count, radix: 16))\r\n".utf8) + bytes + [13, 10])
        }

        /// Ends a stream.
        package func end() { _ = put(Array("0\r\n\r\n".utf8)) }

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
                if count < 0, errno == EINTR { continue }
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
