import Foundation
import MassGenCore
import Testing

extension TransportTests {
    @Suite(.enabled(if: CurlTransport.isAvailable)) struct Cancellation {
        let transport = CurlTransport()

        /// How a transfer is given up.
        enum Way: CaseIterable {
            case task
            case call
            case drop
        }

        /// What the server does when it is given up.
        enum Stage: CaseIterable {
            case beforeHeaders
            case silent
            case dripping
            case flooding
            case stalled
        }

        @Test(arguments: Way.allCases, Stage.allCases)
        func theServerSeesItAtOnce(way: Way, stage: Stage) async throws {
            if stage == .beforeHeaders && way != .task { return }
            // On a busy machine a single measurement says little.
            var delays: [Duration] = []
            for _ in 0..<3 {
                let delay = try await delay(way, stage)
                if delay <= .milliseconds(100) { return }
                delays.append(delay)
            }
            Issue.record("the server saw the end after \(delays)")
        }

        private func delay(_ way: Way, _ stage: Stage) async throws -> Duration {
            let reached = Moment()
            let closed = Moment()
            let server = try LoopbackServer { connection, _ in
                stage.play(connection, reached)
                closed.note()
                return false
            }
            defer { server.stop() }
            let started: ContinuousClock.Instant
            switch way {
            case .task:
                let task = Task { try await read(server.url, stage) }
                _ = try await reached.wait()
                try await Task.sleep(for: .milliseconds(30))
                started = .now
                task.cancel()
                #expect(await transportError { try await task.value }?.kind == .cancelled)
            case .call:
                let body = try await transport.send(HTTPRequest(url: server.url)).body
                _ = try await reached.wait()
                try await Task.sleep(for: .milliseconds(30))
                started = .now
                body.cancel()
                #expect(await transportError { _ = try await body.next() }?.kind == .cancelled)
            case .drop:
                var body: HTTPBody? = try await transport.send(HTTPRequest(url: server.url)).body
                _ = try await reached.wait()
                try await Task.sleep(for: .milliseconds(30))
                started = .now
                _ = body.take()
            }
            return max(ContinuousClock.now, try await closed.wait()) - started
        }

        private func read(_ url: String, _ stage: Stage) async throws {
            let body = try await transport.send(HTTPRequest(url: url)).body
            if stage == .stalled { try? await Task.sleep(for: .seconds(20)) }
            while let batch = try await body.next(), !batch.isEmpty {}
        }

        @Test func aCancelledTaskSendsNothing() async throws {
            let server = try LoopbackServer { connection, _ in connection.respond() }
            defer { server.stop() }
            let task = Task {
                try? await Task.sleep(for: .seconds(5))
                _ = try await transport.send(HTTPRequest(url: server.url))
            }
            task.cancel()
            #expect(await transportError { try await task.value }?.kind == .cancelled)
            try await Task.sleep(for: .milliseconds(50))
            #expect(server.acceptedConnections == 0)
        }

        @Test func aBodyReadToItsEndStaysWhole() async throws {
            let server = try LoopbackServer { connection, _ in connection.respond(body: "whole") }
            defer { server.stop() }
            let body = try await transport.send(HTTPRequest(url: server.url)).body
            #expect(try await body.text() == "whole")
            body.cancel()
            #expect(try await body.next() == nil)
        }

        @Test func aChildProcessInheritsNoConnection() async throws {
            let server = try LoopbackServer { connection, _ in
                connection.startChunked()
                connection.waitForClose()
                return false
            }
            defer { server.stop() }
            let body = try await transport.send(HTTPRequest(url: server.url)).body
            let connections = (0..<1024).map(Int32.init).filter { peerPort(of: $0) == server.port }
            #expect(connections.count == 1)
            #expect(connections.allSatisfy { fcntl($0, F_GETFD) & FD_CLOEXEC != 0 })
            body.cancel()
        }

        @Test func nothingIsLeftOpen() async throws {
            let server = try LoopbackServer { connection, _ in
                connection.startChunked()
                connection.chunk("first")
                connection.waitForClose()
                return false
            }
            defer { server.stop() }
            try await withThrowingTaskGroup { group in
                for _ in 0..<100 {
                    group.addTask {
                        let body = try await transport.send(HTTPRequest(url: server.url)).body
                        _ = try await body.next()
                    }
                }
                try await group.waitForAll()
            }
            #expect(server.acceptedConnections == 100)
            #expect(await eventually { server.openConnections == 0 }, "\(server.openConnections) are open")
        }
    }
}

extension TransportTests.Cancellation.Stage {
    fileprivate func play(_ connection: Connection, _ reached: Moment) {
        switch self {
        case .beforeHeaders:
            reached.note()
            connection.waitForClose()
        case .silent:
            connection.startChunked()
            reached.note()
            connection.waitForClose()
        case .dripping:
            connection.startChunked()
            reached.note()
            while connection.chunk("drip") { usleep(5000) }
        case .flooding, .stalled:
            connection.startChunked()
            reached.note()
            let chunk = String(repeating: "x", count: 16 << 10)
            while connection.chunk(chunk) {}
        }
    }
}
