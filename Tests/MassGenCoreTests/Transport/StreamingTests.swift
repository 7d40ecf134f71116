import Foundation
import Synchronization
import Testing

@testable import MassGenCore

extension TransportTests {
    @Suite(.enabled(if: CurlTransport.isAvailable)) struct Streaming {
        let transport = CurlTransport()

        @Test func batchesArriveAsTheyAreSent() async throws {
            let gate = Gate()
            let server = try LoopbackServer { connection, _ in
                connection.startChunked()
                for number in 0..<20 {
                    connection.chunk("event \(number)\n")
                    guard gate.pass() else { return false }
                }
                return connection.send("0\r\n\r\n")
            }
            defer { server.stop() }
            let body = try await transport.send(HTTPRequest(url: server.url)).body
            for number in 0..<20 {
                #expect(try await body.next() == Array("event \(number)\n".utf8))
                gate.open()
            }
            #expect(try await body.next() == nil)
        }

        @Test func whatCameTogetherIsOneBatch() async throws {
            let one = "152\r\n" + String(repeating: "x", count: 0x152) + "\r\n"
            let server = try LoopbackServer { connection, _ in
                connection.startChunked()
                connection.send(String(repeating: one, count: 2000) + "0\r\n\r\n")
                return false
            }
            defer { server.stop() }
            let body = try await transport.send(HTTPRequest(url: server.url)).body
            var batches = 0
            var bytes = 0
            while let batch = try await body.next() {
                batches += 1
                bytes += batch.count
            }
            #expect(bytes == 2000 * 0x152)
            #expect(batches < 400, "2000 chunks came in \(batches) batches")
        }

        @Test func aLongBodyComesWholeThroughASmallBuffer() async throws {
            let block = (0..<1 << 16).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
            let blocks = block + block + block
            let server = try LoopbackServer { connection, _ in
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(block.count * 128)\r\n\r\n")
                return (0..<128).allSatisfy { _ in connection.send(block) }
            }
            defer { server.stop() }
            var configuration = TransportConfiguration()
            configuration.maxBufferedBytes = 20_000
            let body = try await CurlTransport(configuration: configuration).send(HTTPRequest(url: server.url)).body
            var position = 0
            while let batch = try await body.next() {
                #expect(batch.count < 100_000)
                if position % 16 == 0 { await Task.yield() }
                let offset = position % block.count
                #expect(batch[...] == blocks[offset..<offset + batch.count])
                position += batch.count
            }
            #expect(position == block.count * 128)
        }

        @Test func twoHundredStreamsFlowAtOnce() async throws {
            let arrived = Mutex(0)
            let server = try LoopbackServer { connection, request in
                connection.startChunked()
                arrived.withLock { $0 += 1 }
                while arrived.withLock({ $0 }) < 200 { usleep(2000) }
                for number in 0..<10 {
                    connection.chunk("\(request.target) \(number)\n")
                    usleep(10_000)
                }
                return connection.send("0\r\n\r\n")
            }
            defer { server.stop() }
            let start = ContinuousClock.now
            try await withThrowingTaskGroup { group in
                for stream in 0..<200 {
                    group.addTask {
                        let response = try await transport.send(HTTPRequest(url: "\(server.url)/\(stream)"))
                        return (stream, try await response.body.text())
                    }
                }
                for try await (stream, text) in group {
                    #expect(text == (0..<10).map { "/\(stream) \($0)\n" }.joined())
                }
            }
            #expect(server.acceptedConnections == 200)
            #expect(.now - start < .seconds(5))
        }

        /// Readers of all tempers at once: quick, slow, stalled for a while, gone in the middle.
        @Test func aStormOfTransfersKeepsEveryByte() async throws {
            let block = [UInt8](0...255) + [UInt8](0...250)
            let blocks = [UInt8](repeatElement(block, count: 500).joined())
            let server = try LoopbackServer { connection, request in
                let count = Int(request.target.dropFirst()) ?? 0
                connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
                let chunk = Array("\(String(block.count * count, radix: 16))\r\n".utf8)
                connection.send(chunk)
                connection.send([UInt8](blocks[..<(block.count * count)]))
                return connection.send("\r\n0\r\n\r\n")
            }
            defer { server.stop() }
            var configuration = TransportConfiguration()
            configuration.maxBufferedBytes = 30_000
            let transport = CurlTransport(configuration: configuration)
            try await withThrowingTaskGroup { group in
                for number in 0..<400 {
                    group.addTask {
                        let count = number * 37 % 500
                        let body = try await transport.send(HTTPRequest(url: "\(server.url)/\(count)")).body
                        var position = 0
                        while let batch = try await body.next() {
                            if number % 7 == 3, position > 40_000 { return }
                            if number % 5 == 0 { try await Task.sleep(for: .milliseconds(number % 9)) }
                            let offset = position % block.count
                            #expect(batch.first == block[offset])
                            #expect(batch.last == block[(offset + batch.count - 1) % block.count])
                            position += batch.count
                        }
                        #expect(position == block.count * count)
                    }
                    if number % 50 == 49 { try await Task.sleep(for: .milliseconds(5)) }
                }
                try await group.waitForAll()
            }
        }

        @Test func aBodyHasOneReader() async throws {
            let server = try LoopbackServer { connection, _ in
                connection.startChunked()
                connection.waitForClose()
                return false
            }
            defer { server.stop() }
            let body = try await transport.send(HTTPRequest(url: server.url)).body
            let first = Task { try await body.next() }
            try await Task.sleep(for: .milliseconds(50))
            #expect(await transportError { _ = try await body.next() }?.kind == .invalidRequest)
            first.cancel()
            #expect(await transportError { _ = try await first.value }?.kind == .cancelled)
        }

        @Test func aReleasedTransportFinishesItsTransfersAndThenItsThread() async throws {
            let gate = Gate()
            let server = try LoopbackServer { connection, _ in
                connection.startChunked()
                gate.pass()
                connection.chunk("late")
                return connection.send("0\r\n\r\n")
            }
            defer { server.stop() }
            var own: CurlTransport? = CurlTransport()
            // The thread holds on to its mailbox for as long as it lives.
            weak let loop = own!.loop
            let body = try await own!.send(HTTPRequest(url: server.url)).body
            own = nil
            #expect(loop != nil)
            gate.open()
            #expect(try await body.text() == "late")
            #expect(await eventually { loop == nil })
        }
    }
}
