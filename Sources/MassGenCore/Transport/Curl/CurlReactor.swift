internal import CLibcurl

/// The transport's thread: lets libcurl work, hands its bytes to the readers and watches the clock.
///
/// A turn is: commands in, wait, what libcurl received, what ended, then one delivery per transfer that got bytes.
final class CurlReactor {
    private let loop: CurlLoop
    private let driver: OpaquePointer
    private var transfers: [Int: CurlTransfer] = [:]
    /// Transfers with bytes to deliver at the end of the turn.
    private var received: [CurlTransfer] = []
    /// No limit of time can be reached before this.
    private var nextCheck: ContinuousClock.Instant?
    /// Bytes handed over in this turn.
    private var deliveredBytes = 0

    /// As many bytes make a turn worth its while.
    private static let fewBytes = 4096

    private init(_ loop: CurlLoop, _ driver: OpaquePointer) {
        self.loop = loop
        self.driver = driver
    }

    /// The thread's whole life.
    static func run(_ loop: CurlLoop, waker: Int32) {
        if let driver = clibcurl_driver_create(waker, loop.configuration.maxIdleConnections) {
            CurlReactor(loop, driver).run()
            clibcurl_driver_destroy(driver)
        } else {
            loop.abandon()
        }
        clibcurl_wake_destroy(waker)
    }

    private func run() {
        while !transfers.isEmpty || !loop.mayEnd() {
            for command in loop.takeCommands() { obey(command) }
            deliver()
            let start = ContinuousClock.now
            clibcurl_driver_turn(driver, waitMilliseconds())
            endTransfers()
            deliver()
            checkTimers()
            restIfBusy(since: start)
        }
    }

    /// Lets bytes collect when there were few and the wait for them was short. Not while a transfer is beginning.
    private func restIfBusy(since start: ContinuousClock.Instant) {
        defer { deliveredBytes = 0 }
        guard deliveredBytes > 0, deliveredBytes < Self.fewBytes,
            start.duration(to: .now) < loop.configuration.collectsFor,
            !transfers.isEmpty, transfers.values.allSatisfy(\.isStarted)
        else { return }
        clibcurl_driver_rest(driver, Int32(loop.configuration.collectsFor / .milliseconds(1)))
    }

    /// Called by a transfer when it has something to deliver.
    func noteReceived(_ transfer: CurlTransfer) {
        received.append(transfer)
    }

    /// Makes sure that the limits of time are checked at this moment, or before.
    func check(at moment: ContinuousClock.Instant) {
        nextCheck = nextCheck.map { min($0, moment) } ?? moment
    }

    private func obey(_ command: CurlLoop.Command) {
        switch command {
        case .start(let order): start(order)
        case .resume(let id): transfers[id]?.resume()
        case .stop(let id): remove(id)
        }
    }

    private func start(_ order: CurlLoop.Order) {
        guard !order.channel.isEnded else { return }
        guard let transfer = CurlTransfer(order, loop.configuration, reactor: self) else {
            return order.channel.fail(.noThread)
        }
        transfers[order.id] = transfer
        if clibcurl_driver_add(driver, transfer.easy) != 0 {
            transfers[order.id] = nil
            return order.channel.fail(.noThread)
        }
        let timeouts = order.request.timeouts
        check(at: order.timer.started + min(timeouts.firstByte, timeouts.total ?? timeouts.firstByte))
    }

    private func remove(_ id: Int) {
        guard let transfer = transfers.removeValue(forKey: id) else { return }
        clibcurl_driver_remove(driver, transfer.easy)
    }

    private func endTransfers() {
        var code: Int32 = 0
        while let context = clibcurl_driver_next_ended(driver, &code) {
            let transfer = Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
            deliveredBytes += transfer.deliver()
            let error = transfer.error(code: code)
            remove(transfer.id)
            if let error { transfer.channel.fail(error) } else { transfer.channel.finish() }
        }
    }

    private func deliver() {
        for transfer in received { deliveredBytes += transfer.deliver() }
        received.removeAll(keepingCapacity: true)
    }

    private func checkTimers() {
        let now = ContinuousClock.now
        guard let due = nextCheck, due <= now else { return }
        nextCheck = nil
        for transfer in Array(transfers.values) {
            switch transfer.verdict(at: now) {
            case .check(let moment): check(at: moment)
            case .expired(let phase):
                remove(transfer.id)
                transfer.channel.fail(transfer.timeout(phase))
            }
        }
    }

    private func waitMilliseconds() -> Int64 {
        guard let nextCheck else { return -1 }
        let wait = ContinuousClock.now.duration(to: nextCheck)
        if wait <= .zero { return 0 }
        let (seconds, attoseconds) = wait.components
        return seconds >= 3600 ? 3_600_000 : seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1
    }
}
