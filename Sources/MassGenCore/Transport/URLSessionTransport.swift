import Foundation
import Synchronization

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// Sends requests through Foundation's URLSession. The default on Apple platforms, and on Linux where libcurl is missing.
///
/// Follows the system's proxy settings. The limit for connecting is not timed apart: it counts towards the first byte.
/// Where Foundation cannot hold back a server, a reader that falls behind by more than 64 MiB loses the transfer.
public final class URLSessionTransport: Transport {
    private let configuration: TransportConfiguration
    /// The most bytes of a request, its file included: they are held in memory.
    public static let largestBody = 256 << 20
    private let delegate: SessionDelegate
    private let session: URLSession

    /// Makes a transport with a session of its own. A ``TransportConfiguration/customCA`` is not supported: trusted
    /// certificates are the system's.
    public init(configuration: TransportConfiguration = TransportConfiguration()) {
        self.configuration = configuration
        let settings = URLSessionConfiguration.ephemeral
        settings.httpMaximumConnectionsPerHost = 1000
        settings.httpCookieStorage = nil
        settings.httpShouldSetCookies = false
        settings.urlCache = nil
        settings.urlCredentialStorage = nil
        settings.requestCachePolicy = .reloadIgnoringLocalCacheData
        settings.timeoutIntervalForRequest = 86_400
        settings.timeoutIntervalForResource = 7 * 86_400
        delegate = SessionDelegate(maxBufferedBytes: configuration.maxBufferedBytes)
        session = URLSession(configuration: settings, delegate: delegate, delegateQueue: nil)
    }

    deinit {
        session.finishTasksAndInvalidate()
    }

    /// Sends the request.
    public func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let address = try request.checked()
        try await configuration.reach.checkResolving(address)
        guard configuration.customCA == nil else {
            throw TransportError(.unavailable, "URLSession takes trusted certificates from the system only")
        }
        guard let url = URL(string: request.url) else {
            throw TransportError(.invalidRequest, "the URL is not valid")
        }
        var message = URLRequest(url: url)
        message.httpMethod = request.method
        for (name, value) in request.headers { message.addValue(value, forHTTPHeaderField: name) }
        // URLSession sends from memory.
        guard request.bodySize <= URLSessionTransport.largestBody else {
            throw TransportError(
                .tooLarge, "URLSession sends no more than \(URLSessionTransport.largestBody) bytes at once")
        }
        let body = try request.wholeBody()
        if !body.isEmpty { message.httpBody = Data(body) }

        let channel = BodyChannel()
        let task = session.dataTask(with: message)
        let exchange = SessionExchange(channel, TransferTimer(request.timeouts), origin: address.origin)
        delegate.add(exchange, for: task)
        guard channel.attach(SessionProducer(task)) else { throw .cancelled }
        task.resume()
        let watch = Task { await exchange.watch() }
        exchange.onEnd { watch.cancel() }
        let head = try await channel.head()
        return HTTPResponse(status: head.status, headers: head.headers, body: HTTPBody(channel))
    }
}

/// A session's task as the reader of its body sees it.
private final class SessionProducer: BodyProducer {
    let task: URLSessionDataTask

    init(_ task: URLSessionDataTask) {
        self.task = task
    }

    func resume() {
        task.resume()
    }

    func stop() {
        task.cancel()
    }
}

/// One request and what has come of it, for the delegate's thread and the watch over its time.
private final class SessionExchange: Sendable {
    let channel: BodyChannel
    let origin: String
    private let state: Mutex<State>

    private struct State: Sendable {
        var timer: TransferTimer
        var hasEnded = false
        var onEnd: (@Sendable () -> Void)?
    }

    init(_ channel: BodyChannel, _ timer: TransferTimer, origin: String) {
        self.channel = channel
        self.origin = origin
        var timer = timer
        timer.connected = timer.started
        state = Mutex(State(timer: timer))
    }

    func noteBytes() {
        state.withLock { $0.timer.lastBytes = .now }
    }

    func onEnd(_ action: @escaping @Sendable () -> Void) {
        let isLate = state.withLock { state in
            if !state.hasEnded { state.onEnd = action }
            return state.hasEnded
        }
        if isLate { action() }
    }

    func end() {
        let action = state.withLock { state in
            state.hasEnded = true
            return state.onEnd.take()
        }
        action?()
    }

    /// Fails the channel when a limit of time is reached; returns when there is nothing more to watch.
    func watch() async {
        while !Task.isCancelled, !channel.isEnded {
            let timer = state.withLock { $0.timer }
            switch timer.verdict(at: .now, waitingSince: channel.waitingSince) {
            case .expired(let phase):
                return channel.fail(TransferTimer.error(phase, timer.timeouts, origin))
            case .check(let moment):
                // The headers may come, and a shorter limit begin, before the moment that was told.
                let latest = ContinuousClock.now + timer.timeouts.idle
                try? await Task.sleep(until: min(moment, latest), clock: .continuous)
            }
        }
    }
}

private final class SessionDelegate: NSObject, URLSessionDataDelegate, Sendable {
    private let maxBufferedBytes: Int
    private let exchanges = Mutex<[Int: SessionExchange]>([:])
    private static let hardLimit = 64 << 20

    init(maxBufferedBytes: Int) {
        self.maxBufferedBytes = max(1, maxBufferedBytes)
    }

    func add(_ exchange: SessionExchange, for task: URLSessionTask) {
        exchanges.withLock { $0[task.taskIdentifier] = exchange }
    }

    private func exchange(of task: URLSessionTask) -> SessionExchange? {
        exchanges.withLock { $0[task.taskIdentifier] }
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping (URLSession.ResponseDisposition) -> Void,
    ) {
        guard let exchange = exchange(of: dataTask), let response = response as? HTTPURLResponse else {
            return completionHandler(.cancel)
        }
        exchange.noteBytes()
        var head = HTTPHead(status: response.statusCode)
        for (name, value) in response.allHeaderFields { head.headers.add("\(name)", "\(value)") }
        var nothing: [UInt8] = []
        _ = exchange.channel.deliver(head: head, &nothing)
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        guard let exchange = exchange(of: dataTask) else { return }
        exchange.noteBytes()
        var batch = [UInt8](data)
        let backlog = exchange.channel.deliver(head: nil, &batch)
        if backlog > SessionDelegate.hardLimit {
            exchange.channel.fail(TransportError(.tooLarge, "the body's reader fell behind by \(backlog) bytes"))
        } else if backlog >= maxBufferedBytes, exchange.channel.pause(ifWaiting: maxBufferedBytes) {
            dataTask.suspend()
        }
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void,
    ) {
        completionHandler(nil)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        guard let exchange = exchanges.withLock({ $0.removeValue(forKey: task.taskIdentifier) }) else { return }
        if let error {
            exchange.channel.fail(TransportError(session: error, origin: exchange.origin))
        } else {
            exchange.channel.finish()
        }
        exchange.end()
    }
}

extension TransportError {
    /// Translates an error of URLSession; its text may quote the URL and is left out.
    fileprivate init(session error: any Error, origin: String) {
        let code = (error as? URLError)?.code ?? .unknown
        let kind: Kind =
            switch code {
            case .badURL, .unsupportedURL: .invalidRequest
            case .cannotFindHost, .dnsLookupFailed: .cannotResolve
            case .cannotConnectToHost, .notConnectedToInternet: .cannotConnect
            case .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateUntrusted,
                .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected,
                .clientCertificateRequired:
                .tls
            case .timedOut: .timeout(.firstByte)
            case .cancelled: .cancelled
            case .badServerResponse, .cannotDecodeContentData, .cannotDecodeRawData, .cannotParseResponse:
                .protocolViolation
            case .dataLengthExceedsMaximum: .tooLarge
            default: .connectionLost
            }
        self.init(kind, "\(origin): URLSession error \(code.rawValue)")
    }
}
