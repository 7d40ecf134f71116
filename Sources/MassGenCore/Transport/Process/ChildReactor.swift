internal import CProcess
import Synchronization

/// The thread of one child: moves bytes through its pipes and sees to its end.
///
/// A turn is: orders in, wait, what came, what is due. A second thread waits for the child's exit and does nothing
/// else.
final class ChildReactor {
    private enum Phase {
        case running
        /// Told to end; killed at the moment.
        case ending(ContinuousClock.Instant)
        /// Killed; pipes that somebody out of reach holds open are closed at the moment.
        case killed(ContinuousClock.Instant)
    }

    private let inbox: ChildInbox
    private let command: ProcessCommand
    private let pid: Int32
    private var input: Int32?
    private var output: Int32?
    private var errors: Int32?
    private var phase = Phase.running
    private var hasExited = false
    private var isPaused = false
    private var writes: [ChildInbox.Write] = []
    private var space = [UInt8](repeating: 0, count: 64 << 10)

    /// How many bytes may wait for the reader.
    private static let backlogLimit = 256 << 10

    private init(_ child: cprocess_child, _ command: ProcessCommand, _ inbox: ChildInbox) {
        self.inbox = inbox
        self.command = command
        pid = child.pid
        input = child.input
        output = child.output
        errors = child.errors
    }

    /// False when there is no thread for it.
    static func start(_ child: cprocess_child, _ command: ProcessCommand, _ inbox: ChildInbox) -> Bool {
        _ = inbox.output.attach(ChildProducer(inbox))
        let pid = child.pid
        let isWatched = onThread {
            cprocess_wait(pid)
            inbox.post { $0.hasExited = true }
        }
        guard isWatched else { return false }
        return onThread { ChildReactor(child, command, inbox).run() }
    }

    private static func onThread(_ run: @escaping @Sendable () -> Void) -> Bool {
        let start = Unmanaged.passRetained(ThreadStart(run))
        let isStarted = cprocess_thread_start(
            { context in
                guard let context else { return }
                Unmanaged<ThreadStart>.fromOpaque(context).takeRetainedValue().run()
            }, start.toOpaque())
        if !isStarted { start.release() }
        return isStarted
    }

    private func run() {
        while true {
            takeOrders()
            if isOver { break }
            let ready = cprocess_poll(
                inbox.woken, writes.isEmpty ? -1 : input ?? -1, isPaused ? -1 : output ?? -1, errors ?? -1, wait)
            if ready & CPROCESS_INPUT != 0 { write() }
            if ready & CPROCESS_ERRORS != 0 { readErrors() }
            if ready & CPROCESS_OUTPUT != 0 { readOutput() }
            checkPhase()
        }
        closeInput()
        reportExit()
        endRest()
        inbox.close()
    }

    private var isOver: Bool { hasExited && output == nil && errors == nil }
}

/// Orders and time.
extension ChildReactor {
    private func takeOrders() {
        var isEnding = false
        var endsInput = false
        var resumes = false
        inbox.state.withLock { state in
            writes += state.writes.dropFirst(writes.count)
            (isEnding, endsInput, resumes) = (state.isEnding, state.endsInput, state.resumes)
            state.resumes = false
            hasExited = state.hasExited
        }
        if resumes { isPaused = false }
        if endsInput, writes.isEmpty { closeInput() }
        if hasExited { closeInput() }
        if isEnding { closeOutput() }
        if case .running = phase, isEnding || hasExited && command.endsGroup { beginEnd() }
        // Without its group to be ended, an exited child's pipes are read as long as there is something in them.
        if case .running = phase, hasExited { phase = .killed(.now + .milliseconds(100)) }
    }

    private func beginEnd() {
        closeInput()
        cprocess_signal(pid, CPROCESS_TERM)
        phase = .ending(.now + command.grace)
    }

    private func checkPhase() {
        switch phase {
        case .running: break
        case .ending(let moment):
            guard moment <= .now else { return }
            cprocess_signal(pid, CPROCESS_KILL)
            phase = .killed(.now + .seconds(1))
        case .killed(let moment):
            guard moment <= .now, hasExited, !isPaused else { return }
            closeOutput()
            closeErrors()
        }
    }

    /// How long nothing is due, in milliseconds; -1 for ever.
    private var wait: Int32 {
        switch phase {
        case .running: -1
        case .ending(let moment): Self.milliseconds(until: moment)
        case .killed(let moment): hasExited && !isPaused ? Self.milliseconds(until: moment) : -1
        }
    }

    private static func milliseconds(until moment: ContinuousClock.Instant) -> Int32 {
        let (seconds, attoseconds) = ContinuousClock.now.duration(to: moment).components
        return Int32(max(0, min(3600, seconds)) * 1000 + max(0, attoseconds) / 1_000_000_000_000_000 + 1)
    }

    /// The child is gone and all it wrote was read: it is taken away and its end told.
    private func reportExit() {
        var status: Int32 = 0, signal: Int32 = 0
        let isOurs = cprocess_reap(pid, &status, &signal)
        let exit: ProcessExit = !isOurs ? .unknown : signal != 0 ? .signal(Int(signal)) : .status(Int(status))
        let waiters = inbox.state.withLock { state in
            state.exit = exit
            defer { state.exitWaiters = [] }
            return state.exitWaiters
        }
        for waiter in waiters { waiter.resume(returning: exit) }
    }

    /// Processes of the group that hold none of the pipes may be there still. As long as they are, no other group
    /// has the number.
    private func endRest() {
        guard command.endsGroup, case .ending(let moment) = phase else { return }
        while cprocess_signal(pid, 0) {
            if moment <= .now {
                cprocess_signal(pid, CPROCESS_KILL)
                return
            }
            _ = cprocess_poll(-1, -1, -1, -1, 10)
        }
    }
}

/// Bytes.
extension ChildReactor {
    private func write() {
        guard let input, !writes.isEmpty else { return }
        let count = writes[0].bytes.withUnsafeBytes { bytes in
            let rest = UnsafeRawBufferPointer(rebasing: bytes[writes[0].written...])
            return cprocess_write(input, rest.baseAddress, UInt(rest.count))
        }
        guard count >= 0 else { return closeInput() }
        writes[0].written += count
        guard writes[0].written == writes[0].bytes.count else { return }
        writes.removeFirst()
        let waiter = inbox.state.withLock { $0.writes.removeFirst().waiter }
        waiter?.resume(returning: .success(()))
    }

    private func readOutput() {
        guard let output else { return }
        let count = space.withUnsafeMutableBytes { cprocess_read(output, $0.baseAddress, UInt($0.count)) }
        guard count != 0 else { return closeOutput() }
        guard count > 0 else { return }
        var batch = Array(space[..<count])
        let backlog = inbox.output.deliver(head: nil, &batch)
        if backlog >= Self.backlogLimit { isPaused = inbox.output.pause(ifWaiting: Self.backlogLimit) }
    }

    private func readErrors() {
        guard let errors else { return }
        let count = space.withUnsafeMutableBytes { cprocess_read(errors, $0.baseAddress, UInt($0.count)) }
        guard count != 0 else { return closeErrors() }
        if count > 0 { inbox.keep(space[..<count], limit: command.errorTailBytes) }
    }

    private func closeInput() {
        guard let input else { return }
        self.input = nil
        cprocess_close(input)
        writes = []
        let waiters = inbox.state.withLock { state in
            state.isInputClosed = true
            defer { state.writes = [] }
            return state.writes.compactMap(\.waiter)
        }
        for waiter in waiters { waiter.resume(returning: .failure(.inputClosed)) }
    }

    private func closeOutput() {
        guard let output else { return }
        self.output = nil
        cprocess_close(output)
        inbox.state.withLock { $0.isOutputClosed = true }
        inbox.output.finish()
    }

    private func closeErrors() {
        guard let errors else { return }
        self.errors = nil
        cprocess_close(errors)
    }
}

/// What a new thread is given.
private final class ThreadStart: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
