import MassGenCore
import Synchronization
import Testing

@Suite struct BodyTests {
    @Test func storedBatchesComeInOrder() async throws {
        let body = HTTPBody([[1, 2], [], [3]])
        #expect(try await body.next() == [1, 2])
        #expect(try await body.next() == [3])
        #expect(try await body.next() == nil)
        #expect(try await HTTPBody([[1, 2], [3]]).collect(upTo: 3) == [1, 2, 3])
        #expect(await transportError { _ = try await HTTPBody([[1, 2], [3]]).collect(upTo: 2) }?.kind == .tooLarge)
    }

    @Test func aStoredBodyCanBeGivenUp() async throws {
        let body = HTTPBody([[1], [2]])
        body.cancel()
        #expect(await transportError { _ = try await body.next() }?.kind == .cancelled)
    }

    @Test func anAdaptedBodyIsCancelledWhenDropped() async throws {
        let cancels = Mutex(0)
        struct Left { var batches: [[UInt8]] }
        let left = Mutex(Left(batches: [[1], [2]]))
        var body: HTTPBody? = HTTPBody {
            left.withLock { $0.batches.isEmpty ? nil : $0.batches.removeFirst() }
        } cancel: {
            cancels.withLock { $0 += 1 }
        }
        #expect(try await body?.collect(upTo: 10) == [1, 2])
        #expect(cancels.withLock { $0 } == 0)
        body = nil
        #expect(cancels.withLock { $0 } == 1)
    }
}
