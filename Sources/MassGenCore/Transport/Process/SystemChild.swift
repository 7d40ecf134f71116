internal import CProcess
import Synchronization

/// A child of this process as its owner holds it: letting go of it ends the child.
final class SystemChild: ChildProcess {
    let output: HTTPBody
    private let inbox: ChildInbox

    /// `nil` when the system has no thread or descriptor left.
    init?(_ child: cprocess_child, _ command: ProcessCommand) {
        guard let inbox = ChildInbox() else { return nil }
        self.inbox = inbox
        output = HTTPBody(inbox.output)
        guard ChildReactor.start(child, command, inbox) else { return nil }
    }

    deinit {
        end()
    }

    var errorTail: String { inbox.errorTail }

    func write(_ bytes: [UInt8]) async throws(ProcessError) {
        guard !bytes.isEmpty else { return }
        let id = inbox.newID()
        let result: Result<Void, ProcessError> = await withTaskCancellationHandler {
            await withUnsafeContinuation { inbox.add(ChildInbox.Write(id: id, bytes: bytes, waiter: $0)) }
        } onCancel: {
            inbox.abandonWrite(id)
        }
        try result.get()
    }

    func post(_ bytes: [UInt8]) -> Bool {
        inbox.add(bytes)
    }

    func endInput() {
        inbox.post { $0.endsInput = true }
    }

    func end() {
        inbox.post { $0.isEnding = true }
    }

    func exit() async -> ProcessExit {
        await withUnsafeContinuation { inbox.wait($0) }
    }
}

/// What a child's owner and its thread share: orders go in, bytes and the end come out.
final class ChildInbox: Sendable {
    typealias WriteWaiter = UnsafeContinuation<Result<Void, ProcessError>, Never>

    /// Bytes on their way to the child. A write that nobody waits for any more is still finished: half a line would
    /// spoil the next.
    struct Write: Sendable {
        let id: Int
        var bytes: [UInt8]
        var written = 0
        var waiter: WriteWaiter?
    }

    struct State: Sendable {
        var writes: [Write] = []
        var abandoned: Set<Int> = []
        var lastID = 0
        var endsInput = false
        var isEnding = false
        var resumes = false
        var hasExited = false
        var isInputClosed = false
        var isOutputClosed = false
        var errorTail: [UInt8] = []
        var exit: ProcessExit?
        var exitWaiters: [UnsafeContinuation<ProcessExit, Never>] = []
        /// What wakes the thread, while there is one.
        var waker: Int32?
    }

    let output = BodyChannel()
    /// What the thread watches.
    let woken: Int32
    let state: Mutex<State>

    init?() {
        var ends: (Int32, Int32) = (-1, -1)
        let error = withUnsafeMutablePointer(to: &ends) { pair in
            pair.withMemoryRebound(to: Int32.self, capacity: 2) { cprocess_pipe($0) }
        }
        guard error == 0 else { return nil }
        woken = ends.0
        state = Mutex(State(waker: ends.1))
    }

    deinit {
        close()
    }

    /// Gives the descriptors back: nobody is woken any more.
    func close() {
        state.withLock { state in
            guard let waker = state.waker.take() else { return }
            cprocess_close(waker)
            cprocess_close(woken)
        }
    }

    /// Notes an order and wakes the thread, if there still is one.
    func post(_ order: (inout State) -> Void) {
        state.withLock { state in
            order(&state)
            if let waker = state.waker { cprocess_wake(waker) }
        }
    }

    func newID() -> Int {
        state.withLock { state in
            state.lastID += 1
            return state.lastID
        }
    }

    func add(_ write: Write) {
        let refusal = state.withLock { state -> ProcessError? in
            if state.abandoned.remove(write.id) != nil { return .cancelled }
            guard !state.isInputClosed, !state.endsInput, let waker = state.waker else { return .inputClosed }
            state.writes.append(write)
            cprocess_wake(waker)
            return nil
        }
        if let refusal { write.waiter?.resume(returning: .failure(refusal)) }
    }

    /// Adds a write that nobody waits for; `false` when the child takes none any more.
    func add(_ bytes: [UInt8]) -> Bool {
        state.withLock { state in
            guard !state.isInputClosed, !state.endsInput, let waker = state.waker else { return false }
            state.lastID += 1
            if !bytes.isEmpty { state.writes.append(Write(id: state.lastID, bytes: bytes)) }
            cprocess_wake(waker)
            return true
        }
    }

    func abandonWrite(_ id: Int) {
        let waiter = state.withLock { state -> WriteWaiter? in
            guard let place = state.writes.firstIndex(where: { $0.id == id }) else {
                state.abandoned.insert(id)
                return nil
            }
            return state.writes[place].waiter.take()
        }
        waiter?.resume(returning: .failure(.cancelled))
    }

    func wait(_ waiter: UnsafeContinuation<ProcessExit, Never>) {
        let exit = state.withLock { state -> ProcessExit? in
            if state.exit == nil { state.exitWaiters.append(waiter) }
            return state.exit
        }
        if let exit { waiter.resume(returning: exit) }
    }

    var errorTail: String { state.withLock { String(decoding: $0.errorTail, as: UTF8.self) } }

    /// Keeps the last bytes of standard error; moves each a bounded number of times.
    func keep(_ errors: ArraySlice<UInt8>, limit: Int) {
        state.withLock { state in
            state.errorTail += errors.suffix(limit)
            if state.errorTail.count > 2 * limit { state.errorTail.removeFirst(state.errorTail.count - limit) }
        }
    }
}

/// The reader's wish for more output, or for no more at all.
final class ChildProducer: BodyProducer {
    private let inbox: ChildInbox

    init(_ inbox: ChildInbox) { self.inbox = inbox }

    func resume() { inbox.post { $0.resumes = true } }
    /// A reader that gives up ends the child; the output's own end does not.
    func stop() { inbox.post { $0.isEnding = $0.isEnding || !$0.isOutputClosed } }
}
