internal import CLibcurl

/// One transfer on the transport's thread: an easy handle and what it has received in this turn.
final class CurlTransfer {
    let id: Int
    let channel: BodyChannel
    let easy: OpaquePointer
    private let address: HTTPAddress
    private let maxBufferedBytes: Int
    private let isProxied: Bool
    private unowned let reactor: CurlReactor
    private var timer: TransferTimer
    private var lines: OpaquePointer?
    private var reader: FileReader?
    private let reach: Reach
    private var gate: UnsafeMutablePointer<clibcurl_gate>?
    /// An address the name led to that lies out of reach.
    private var refused: IPAddress?
    private let errorText = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CLIBCURL_ERROR_SIZE))

    private var parser: HTTPHeadParser
    private var newHead: HTTPHead?
    private(set) var isStarted = false
    private var batch: [UInt8] = []
    private var isNoted = false
    /// Bytes the reader had not taken when it last got some.
    private var backlog = 0
    private var failure: TransportError?

    init?(_ order: CurlLoop.Order, _ configuration: TransportConfiguration, reactor: CurlReactor) {
        guard let easy = clibcurl_easy_create() else {
            errorText.deallocate()
            return nil
        }
        self.easy = easy
        id = order.id
        channel = order.channel
        address = order.address
        timer = order.timer
        maxBufferedBytes = max(1, configuration.maxBufferedBytes)
        isProxied = configuration.proxy.proxy(for: order.address) != nil
        reach = configuration.reach
        self.reactor = reactor
        parser = HTTPHeadParser(limit: configuration.maxHeaderBytes)
        errorText.initialize(repeating: 0, count: Int(CLIBCURL_ERROR_SIZE))
        setCallbacks()
        setConnection(configuration)
        setGate()
        setMessage(order.request, configuration)
    }

    deinit {
        clibcurl_easy_destroy(easy)
        clibcurl_list_destroy(lines)
        gate?.deallocate()
        errorText.deallocate()
    }

    // MARK: - Options

    private func set(_ option: Int32, _ value: Int) {
        _ = clibcurl_easy_set_long(easy, option, value)
    }

    private func set(_ option: Int32, _ value: String) {
        _ = value.withCString { clibcurl_easy_set_pointer(easy, option, $0) }
    }

    private func setCallbacks() {
        let context = Unmanaged.passUnretained(self).toOpaque()
        for option in [CLIBCURL_OPT_PRIVATE, CLIBCURL_OPT_WRITEDATA, CLIBCURL_OPT_HEADERDATA] {
            _ = clibcurl_easy_set_pointer(easy, option, context)
        }
        _ = clibcurl_easy_set_pointer(easy, CLIBCURL_OPT_ERRORBUFFER, errorText)
        _ = clibcurl_easy_set_receive(easy, CLIBCURL_OPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            let transfer = Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
            return transfer.received(UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
        _ = clibcurl_easy_set_receive(easy, CLIBCURL_OPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            let transfer = Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
            return transfer.received(line: UnsafeRawBufferPointer(start: bytes, count: size * count))
        }
    }

    private func setConnection(_ configuration: TransportConfiguration) {
        let version = clibcurl_version()
        let isHTTP2 = configuration.allowsHTTP2 && version.http2
        set(CLIBCURL_OPT_HTTP_VERSION, Int(isHTTP2 ? CLIBCURL_HTTP_VERSION_2_OVER_TLS : CLIBCURL_HTTP_VERSION_1_1))
        // Requests to a new server wait for its first connection, which may take them all.
        set(CLIBCURL_OPT_PIPEWAIT, isHTTP2 && address.isSecure ? 1 : 0)
        set(CLIBCURL_OPT_PROTOCOLS, Int(CLIBCURL_PROTOCOLS_HTTP_AND_HTTPS))
        set(CLIBCURL_OPT_FOLLOWLOCATION, 0)
        set(CLIBCURL_OPT_HTTP09_ALLOWED, 0)
        set(CLIBCURL_OPT_NOSIGNAL, 1)
        set(CLIBCURL_OPT_TCP_KEEPALIVE, 1)
        // Without it, giving up a transfer whose name is being looked up would hold the thread until that is done.
        set(CLIBCURL_OPT_QUICK_EXIT, 1)
        set(CLIBCURL_OPT_SSL_VERIFYPEER, 1)
        set(CLIBCURL_OPT_SSL_VERIFYHOST, 2)
        if let path = configuration.customCA { set(CLIBCURL_OPT_CAINFO, path) }
        if configuration.acceptsCompression && version.gzip { set(CLIBCURL_OPT_ACCEPT_ENCODING, "gzip, deflate") }
        // Set even when empty: libcurl would look at the environment by itself.
        set(CLIBCURL_OPT_PROXY, configuration.proxy.proxy(for: address) ?? "")
        set(CLIBCURL_OPT_NOPROXY, "")
        set(CLIBCURL_OPT_SUPPRESS_CONNECT_HEADERS, 1)
        set(CLIBCURL_OPT_CONNECTTIMEOUT_MS, timer.timeouts.connect.wholeMilliseconds)
    }

    /// The address that a socket is opened for is asked about, after the name was resolved: nothing can come between.
    private func setGate() {
        // Through a proxy it is the proxy that resolves names.
        guard !reach.isUnlimited, !isProxied else { return }
        let gate = UnsafeMutablePointer<clibcurl_gate>.allocate(capacity: 1)
        gate.initialize(
            to: clibcurl_gate(
                allows: { context, bytes, size in
                    guard let context, let bytes else { return false }
                    let transfer = Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
                    return transfer.mayConnect(to: UnsafeRawBufferPointer(start: bytes, count: size))
                }, context: Unmanaged.passUnretained(self).toOpaque()))
        self.gate = gate
        _ = clibcurl_easy_set_pointer(easy, CLIBCURL_OPT_GATE, gate)
    }

    private func mayConnect(to bytes: UnsafeRawBufferPointer) -> Bool {
        guard let address = IPAddress(bytes: bytes) else { return false }
        if reach.allows(address) { return true }
        refused = address
        return false
    }

    private func setMessage(_ request: HTTPRequest, _ configuration: TransportConfiguration) {
        set(CLIBCURL_OPT_URL, request.url)
        let carriesBody = !request.body.isEmpty || ["POST", "PUT", "PATCH"].contains(request.method)
        if carriesBody {
            set(CLIBCURL_OPT_POST, 1)
            _ = clibcurl_easy_set_offset(easy, CLIBCURL_OPT_POSTFIELDSIZE_LARGE, Int64(request.bodySize))
            if let file = request.file {
                setReader(request, file)
            } else if request.body.isEmpty {
                set(CLIBCURL_OPT_COPYPOSTFIELDS, "")
            } else {
                _ = request.body.withUnsafeBytes {
                    clibcurl_easy_set_pointer(easy, CLIBCURL_OPT_COPYPOSTFIELDS, $0.baseAddress)
                }
            }
        } else if request.method == "HEAD" {
            set(CLIBCURL_OPT_NOBODY, 1)
        } else {
            set(CLIBCURL_OPT_HTTPGET, 1)
        }
        set(CLIBCURL_OPT_CUSTOMREQUEST, request.method)
        for (name, value) in request.headers {
            // libcurl reads "Name:" as "do not send" and "Name;" as "send without a value".
            append(value.allSatisfy { $0 == " " || $0 == "\t" } ? "\(name);" : "\(name): \(value)")
        }
        if request.headers["Accept-Encoding"] != nil {
            _ = clibcurl_easy_set_pointer(easy, CLIBCURL_OPT_ACCEPT_ENCODING, nil)
        }
        append("Expect:")
        if carriesBody && request.headers["Content-Type"] == nil { append("Content-Type:") }
        _ = clibcurl_easy_set_list(easy, CLIBCURL_OPT_HTTPHEADER, lines)
    }

    /// libcurl asks for the bytes of the body when it can send some.
    private func setReader(_ request: HTTPRequest, _ file: FileBody) {
        do throws(TransportError) { reader = try FileReader(request, file) } catch { failure = error }
        let context = Unmanaged.passUnretained(self).toOpaque()
        for option in [CLIBCURL_OPT_READDATA, CLIBCURL_OPT_SEEKDATA] {
            _ = clibcurl_easy_set_pointer(easy, option, context)
        }
        _ = clibcurl_easy_set_receive(easy, CLIBCURL_OPT_READFUNCTION) { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            let transfer = Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
            return transfer.send(into: UnsafeMutableRawBufferPointer(start: bytes, count: size * count))
        }
        // A connection that was kept open and turns out to be closed makes libcurl begin anew.
        _ = clibcurl_easy_set_seek(easy, CLIBCURL_OPT_SEEKFUNCTION) { context, place, _ in
            guard let context else { return 1 }
            let transfer = Unmanaged<CurlTransfer>.fromOpaque(context).takeUnretainedValue()
            return transfer.reader?.seek(to: Int(place)) == true ? 0 : 1
        }
    }

    private func send(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard let bytes = reader?.read(upTo: buffer.count) else {
            failure = failure ?? TransportError(.invalidRequest, "a file that is sent has become shorter")
            return Int(CLIBCURL_READ_ABORT)
        }
        buffer.copyBytes(from: bytes)
        return bytes.count
    }

    private func append(_ line: String) {
        if let longer = line.withCString({ clibcurl_list_append(lines, $0) }) { lines = longer }
    }

    // MARK: - Bytes

    /// libcurl has bytes of the body. Returning another number than it has ends the transfer.
    private func received(_ bytes: UnsafeRawBufferPointer) -> Int {
        if backlog + batch.count >= maxBufferedBytes {
            deliver()
            if channel.pause(ifWaiting: maxBufferedBytes) { return Int(CLIBCURL_RECEIVED_PAUSE) }
        }
        batch.append(contentsOf: bytes)
        note()
        return bytes.count
    }

    private func received(line: UnsafeRawBufferPointer) -> Int {
        switch parser.received(line: line) {
        case .more: break
        case .head(let head):
            newHead = head
            isStarted = true
            note()
        case .failed(let error):
            failure = error
            return 0
        }
        return line.count
    }

    private func note() {
        if isNoted { return }
        isNoted = true
        reactor.noteReceived(self)
    }

    /// Hands over what has come since the last call; says how many bytes of the body that is.
    @discardableResult
    func deliver() -> Int {
        guard newHead != nil || !batch.isEmpty else { return 0 }
        isNoted = false
        let count = batch.count
        let now = ContinuousClock.now
        if newHead != nil { reactor.check(at: now + timer.timeouts.idle) }
        timer.lastBytes = now
        backlog = channel.deliver(head: newHead, &batch)
        newHead = nil
        return count
    }

    /// The reader has taken what held the transfer back. libcurl may hand over more bytes at once.
    func resume() {
        backlog = 0
        _ = clibcurl_easy_pause(easy, CLIBCURL_PAUSE_NOTHING)
    }

    // MARK: - The end

    func verdict(at now: ContinuousClock.Instant) -> TransferTimer.Verdict {
        if timer.connected == nil, timer.lastBytes == nil {
            let microseconds = clibcurl_easy_get_offset(easy, CLIBCURL_INFO_PRETRANSFER_TIME)
            if microseconds > 0 { timer.connected = timer.started + .microseconds(microseconds) }
        }
        return timer.verdict(at: now, waitingSince: channel.waitingSince)
    }

    func timeout(_ phase: Timeouts.Phase) -> TransportError {
        TransferTimer.error(phase, timer.timeouts, address.origin)
    }

    /// What libcurl's code for the end means; `nil` when the body is complete.
    func error(code: Int32) -> TransportError? {
        if let failure { return failure }
        if let refused, !isStarted, code != 0 { return .outOfReach(address.origin, refused) }
        if code == 0 { return isStarted ? nil : .noHeaders }
        if code == CurlCode.operationTimedOut { return timeout(.connect) }
        return TransportError(
            curl: code, text: String(cString: errorText), hasHead: isStarted, isProxied: isProxied,
            origin: address.origin,
        )
    }
}

extension Duration {
    /// At least 1: libcurl takes 0 for its own default.
    fileprivate var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        if seconds >= 2_000_000 { return 2_000_000_000 }
        return max(1, Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000))
    }
}
