internal import CLibcurl
import Synchronization

/// The mailbox of a transport's thread: what other threads ask of it, and whether there is one.
final class CurlLoop: Sendable {
    let configuration: TransportConfiguration
    private let inbox = Mutex(Inbox())

    private struct Inbox: Sendable {
        var commands: [Command] = []
        var lastID = 0
        var isReleased = false
        /// The descriptor that wakes the thread; `nil` when there is no thread.
        var waker: Int32?
    }

    enum Command: Sendable {
        case start(Order)
        case resume(id: Int)
        case stop(id: Int)
    }

    /// A transfer to be made.
    struct Order: Sendable {
        let id: Int
        let request: HTTPRequest
        let address: HTTPAddress
        let channel: BodyChannel
        let timer: TransferTimer
    }

    init(_ configuration: TransportConfiguration) {
        self.configuration = configuration
    }

    /// Begins a transfer; its outcome, also when it cannot begin, goes to the channel.
    func start(_ request: HTTPRequest, to address: HTTPAddress, into channel: BodyChannel) {
        let id = inbox.withLock { inbox in
            inbox.lastID += 1
            return inbox.lastID
        }
        guard channel.attach(CurlProducer(loop: self, id: id)) else { return }
        let timer = TransferTimer(request.timeouts)
        let order = Order(id: id, request: request, address: address, channel: channel, timer: timer)
        let isPosted = inbox.withLock { inbox in
            guard let waker = inbox.waker ?? startThread() else { return false }
            inbox.waker = waker
            post(.start(order), to: &inbox)
            return true
        }
        if !isPosted { channel.fail(.noThread) }
    }

    /// Asks something for a transfer that was begun; nothing happens when it is over.
    func post(_ command: Command) {
        inbox.withLock { post(command, to: &$0) }
    }

    /// The transport is gone: the thread ends after its last transfer.
    func release() {
        inbox.withLock { inbox in
            inbox.isReleased = true
            if let waker = inbox.waker { clibcurl_wake(waker) }
        }
    }

    /// What was asked since the last call.
    func takeCommands() -> [Command] {
        inbox.withLock { inbox in
            var commands: [Command] = []
            swap(&commands, &inbox.commands)
            return commands
        }
    }

    /// Whether the thread, having no transfer left, may end; from then on it is asked nothing more.
    func mayEnd() -> Bool {
        inbox.withLock { inbox in
            guard inbox.isReleased, inbox.commands.isEmpty else { return false }
            inbox.waker = nil
            return true
        }
    }

    /// Ends a thread that cannot work and refuses what it was asked; the next request tries a new one.
    func abandon() {
        let commands = inbox.withLock { inbox in
            inbox.waker = nil
            defer { inbox.commands = [] }
            return inbox.commands
        }
        for case .start(let order) in commands { order.channel.fail(.noThread) }
    }

    private func post(_ command: Command, to inbox: inout Inbox) {
        guard let waker = inbox.waker else { return }
        inbox.commands.append(command)
        // The first command wakes the thread, which takes all that have come by then.
        if inbox.commands.count == 1 { clibcurl_wake(waker) }
    }

    private func startThread() -> Int32? {
        let waker = clibcurl_wake_create()
        guard waker >= 0 else { return nil }
        let start = Unmanaged.passRetained(ThreadStart(loop: self, waker: waker))
        let isStarted = clibcurl_thread_start(
            { context in
                guard let context else { return }
                let start = Unmanaged<ThreadStart>.fromOpaque(context).takeRetainedValue()
                CurlReactor.run(start.loop, waker: start.waker)
            }, start.toOpaque())
        if isStarted { return waker }
        start.release()
        return nil
    }

    private final class ThreadStart {
        let loop: CurlLoop
        let waker: Int32

        init(loop: CurlLoop, waker: Int32) {
            self.loop = loop
            self.waker = waker
        }
    }
}

/// A transfer as its reader sees it.
private final class CurlProducer: BodyProducer {
    let loop: CurlLoop
    let id: Int

    init(loop: CurlLoop, id: Int) {
        self.loop = loop
        self.id = id
    }

    func resume() {
        loop.post(.resume(id: id))
    }

    func stop() {
        loop.post(.stop(id: id))
    }
}

extension TransportError {
    static let noThread = TransportError(.unavailable, "the system has no thread or descriptor left for the transport")
}
