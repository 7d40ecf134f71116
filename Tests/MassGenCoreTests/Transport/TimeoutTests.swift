import Foundation
import MassGenCore
import Testing

extension TransportTests {
    @Suite(.enabled(if: CurlTransport.isAvailable)) struct Limits {
        let transport = CurlTransport()

        private func measured(_ request: HTTPRequest) async -> (error: TransportError?, time: Duration) {
            let start = ContinuousClock.now
            let error = await transportError {
                let body = try await transport.send(request).body
                while let batch = try await body.next(), !batch.isEmpty {}
            }
            return (error, .now - start)
        }

        @Test func headersThatNeverComeEndTheWait() async throws {
            let closed = Moment()
            let server = try LoopbackServer { connection, _ in
                connection.waitForClose()
                closed.note()
                return false
            }
            defer { server.stop() }
            let (error, time) = await measured(
                HTTPRequest(url: server.url, timeouts: Timeouts(firstByte: .milliseconds(200))))
            #expect(error?.kind == .timeout(.firstByte))
            #expect(error?.isRetryable == true)
            #expect(time >= .milliseconds(200) && time < .seconds(1))
            _ = try await closed.wait()
        }

        @Test func aHandshakeThatNeverEndsCountsAsConnecting() async throws {
            let server = try LoopbackServer { connection, _ in connection.respond() }
            defer { server.stop() }
            let (error, time) = await measured(
                HTTPRequest(
                    url: "https://127.0.0.1:\(server.port)",
                    timeouts: Timeouts(connect: .milliseconds(200), firstByte: .seconds(30))))
            #expect(error?.kind == .timeout(.connect))
            #expect(time >= .milliseconds(190) && time < .seconds(2))
        }

        @Test func aBodyThatStopsIsIdle() async throws {
            let server = try LoopbackServer { connection, _ in
                connection.startChunked()
                for _ in 0..<5 {
                    connection.chunk("drip")
                    usleep(100_000)
                }
                connection.waitForClose()
                return false
            }
            defer { server.stop() }
            let (error, time) = await measured(
                HTTPRequest(url: server.url, timeouts: Timeouts(idle: .milliseconds(250))))
            #expect(error?.kind == .timeout(.idle))
            #expect(time >= .milliseconds(640) && time < .seconds(2))
        }

        @Test func aBusyReaderIsNotIdle() async throws {
            let server = try LoopbackServer { connection, _ in
                connection.startChunked()
                connection.chunk("a")
                usleep(500_000)
                connection.chunk("b")
                return connection.send("0\r\n\r\n")
            }
            defer { server.stop() }
            let body = try await transport.send(
                HTTPRequest(url: server.url, timeouts: Timeouts(idle: .milliseconds(300)))
            ).body
            #expect(try await body.next() == Array("a".utf8))
            try await Task.sleep(for: .milliseconds(350))
            #expect(try await body.text() == "b")
        }

        @Test func aStalledReaderIsNotIdle() async throws {
            let block = [UInt8](repeating: 1, count: 1 << 16)
            let server = try LoopbackServer { connection, _ in
                connection.send("HTTP/1.1 200 OK\r\nContent-Length: \(block.count * 256)\r\n\r\n")
                return (0..<256).allSatisfy { _ in connection.send(block) }
            }
            defer { server.stop() }
            let body = try await transport.send(
                HTTPRequest(url: server.url, timeouts: Timeouts(idle: .milliseconds(100)))
            ).body
            try await Task.sleep(for: .milliseconds(400))
            #expect(try await body.collect(upTo: 1 << 30).count == block.count * 256)
        }

        @Test func theWholeMayBeLimited() async throws {
            let server = try LoopbackServer { connection, _ in
                connection.startChunked()
                while connection.chunk("drip") { usleep(20_000) }
                return false
            }
            defer { server.stop() }
            let (error, time) = await measured(
                HTTPRequest(url: server.url, timeouts: Timeouts(total: .milliseconds(300))))
            #expect(error?.kind == .timeout(.total))
            #expect(error?.isRetryable == false)
            #expect(time >= .milliseconds(300) && time < .seconds(1))
        }

        @Test func bytesThatCameBeforeTheLimitAreDelivered() async throws {
            let server = try LoopbackServer { connection, _ in
                connection.startChunked()
                connection.chunk("partial")
                connection.waitForClose()
                return false
            }
            defer { server.stop() }
            let body = try await transport.send(
                HTTPRequest(url: server.url, timeouts: Timeouts(total: .milliseconds(100)))
            ).body
            try await Task.sleep(for: .milliseconds(200))
            #expect(try await body.next() == Array("partial".utf8))
            #expect(await transportError { _ = try await body.next() }?.kind == .timeout(.total))
        }
    }
}
