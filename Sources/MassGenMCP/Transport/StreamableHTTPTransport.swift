public import MassGenCore
import Synchronization

/// A server at an address: every message is a request of its own, whose answer is JSON or a stream of events; what the
/// server says unasked comes on a stream that is kept open. Sessions and stateless servers alike.
public final class StreamableHTTPTransport: MCPTransport {
    private let link: HTTPLink
    private let limits: MCPLimits
    /// How long to wait before a stream is opened again that brought nothing.
    private let backoff: Backoff
    private let state = Mutex(State())

    private struct State: Sendable {
        var receive: (@Sendable (MCPTransportEvent) -> Void)?
        var session: String?
        var version: MCPVersion?
        var listener: Task<Void, Never>?
    }

    /// How often a stream that broke off is resumed without having brought anything.
    private static let attempts = 5
    private static let pause = Duration.seconds(1)
    /// A stream that was open for so long worked, even if nothing came.
    private static let lasting = Duration.seconds(10)

    /// Makes a transport; nothing is sent yet.
    /// - Parameters:
    ///   - url: the server's address.
    ///   - headers: sent with every request.
    ///   - transport: what sends them.
    ///   - authorization: proves who asks, where the server wants to know.
    public convenience init(
        _ url: String, headers: HTTPHeaders = [:], transport: any Transport = DefaultTransport.shared,
        authorization: (any MCPAuthorization)? = nil, limits: MCPLimits = .init()
    ) {
        var backoff = Backoff()
        backoff.first = Self.pause
        backoff.longest = .seconds(60)
        self.init(
            HTTPLink(url: url, headers: headers, transport: transport, authorization: authorization), limits, backoff)
    }

    init(_ link: HTTPLink, _ limits: MCPLimits, _ backoff: Backoff) {
        self.link = link
        self.limits = limits
        self.backoff = backoff
    }

    deinit { end() }

    /// Begins without a session.
    public func open(_ receive: @escaping @Sendable (MCPTransportEvent) -> Void) async throws(MCPError) {
        end()
        state.withLock { $0.receive = receive }
    }

    /// Posts the message; returns when a request has its answer.
    public func send(_ message: MCPOutgoing) async throws(MCPError) {
        let session = state.withLock { $0.session }
        let response = try await link.send(
            "POST", headers: headers(for: message, session: session), body: message.message.bytes)
        guard case .request(let id, let method, _) = message.message else {
            defer { response.body.cancel() }
            return try check(response.status, session: session)
        }
        guard (200..<300).contains(response.status) else {
            try await refused(response, id, session: session)
            return
        }
        if method == "initialize" {
            state.withLock { $0.session = response.headers["Mcp-Session-Id"] }
        }
        switch response.mediaType {
        case "text/event-stream": try await follow(response.body, until: id, message.version)
        case "application/json": try await take(response.body, answerTo: id)
        default:
            response.body.cancel()
            let what = response.status == 202 ? "nothing" : "'\(response.mediaType.prefix(60))'"
            throw MCPError(
                .invalidAnswer, "the server answered a request with \(what) instead of JSON or events",
                status: response.status)
        }
    }

    /// To a server with sessions the notice is posted; a stateless one sees that the stream is closed.
    public func cancel(_ id: RPCID, notice: MCPOutgoing) async {
        guard notice.version?.era != .stateless else { return }
        try? await send(notice)
    }

    /// Opens the stream for what a server with sessions says unasked.
    public func agreed(on version: MCPVersion) {
        state.withLock { state in
            state.version = version
            guard version.era == .handshaking else { return }
            state.listener?.cancel()
            state.listener = Task { [weak self] in await self?.listen(version) }
        }
    }

    /// Ends the session.
    public func close() async {
        let (session, version) = state.withLock { ($0.session, $0.version) }
        end()
        guard let session else { return }
        var headers: HTTPHeaders = ["Mcp-Session-Id": session]
        if let version { headers["MCP-Protocol-Version"] = version.rawValue }
        // A server that is gone, or lets nobody end a session, changes nothing.
        let response = try? await link.send("DELETE", headers: headers, total: .seconds(5))
        response?.body.cancel()
    }

    /// Stops listening and forgets the session.
    public func end() {
        let listener = state.withLock { state in
            let listener = state.listener
            state = State()
            return listener
        }
        listener?.cancel()
    }
}

/// Answers.
extension StreamableHTTPTransport {
    private func receive(_ event: MCPTransportEvent) {
        state.withLock { $0.receive }?(event)
    }

    private func headers(for message: MCPOutgoing, session: String?) -> HTTPHeaders {
        var headers = message.headers
        headers.set("Accept", "application/json, text/event-stream")
        headers.set("Content-Type", "application/json")
        if let session { headers.set("Mcp-Session-Id", session) }
        guard let version = message.version else { return headers }
        headers.set("MCP-Protocol-Version", version.rawValue)
        guard version.era == .stateless, case .request(_, let method, let parameters) = message.message else {
            return headers
        }
        headers.set("Mcp-Method", method)
        let name =
            switch method {
            case "tools/call", "prompts/get": parameters?["name"]?.string
            case "resources/read": parameters?["uri"]?.string
            default: nil as String?
            }
        if let name { headers.set("Mcp-Name", name.headerValue) }
        return headers
    }

    /// Throws for a status that is no good one.
    private func check(_ status: Int, session: String?) throws(MCPError) {
        switch status {
        case 200..<300: return
        case 404 where session != nil:
            throw MCPError(.sessionLost, "the server has forgotten the session", status: status)
        case 401, 403:
            throw MCPError(.unauthorized, "the server wants to know who asks (HTTP \(status))", status: status)
        default: throw MCPError(.invalidAnswer, "the server answered with HTTP \(status)", status: status)
        }
    }

    /// A request was refused: by an error of the protocol, if the body holds one.
    private func refused(_ response: HTTPResponse, _ id: RPCID, session: String?) async throws(MCPError) {
        let isLost = response.status == 404 && session != nil
        if !isLost, response.mediaType == "application/json",
            let bytes = try? await response.body.collect(upTo: 1 << 20),
            let message = try? RPCMessage(parsing: bytes, limits: limits.json), case .failure(_, let error) = message
        {
            return receive(.message(.failure(id: id, error)))
        }
        response.body.cancel()
        try check(response.status, session: session)
    }

    /// Takes an answer that is one document.
    private func take(_ body: HTTPBody, answerTo id: RPCID) async throws(MCPError) {
        let bytes: [UInt8]
        do throws(TransportError) {
            bytes = try await body.collect(upTo: limits.messageBytes)
        } catch {
            throw MCPError(error)
        }
        let document: JSON
        do throws(JSONError) {
            document = try JSON(parsing: bytes, limits: limits.json)
        } catch {
            throw MCPError(unreadable: error)
        }
        var isAnswered = false
        for message in RPCMessage.messages(in: document) {
            var event = MCPTransportEvent.message(message)
            if case .failure(nil, let error) = message { event = .message(.failure(id: id, error)) }
            isAnswered = isAnswered || event.ends(id)
            receive(event)
        }
        guard isAnswered else { throw MCPError(.invalidAnswer, "the server answered another request than was made") }
    }
}

/// Streams.
extension StreamableHTTPTransport {
    /// Takes a stream up to a request's answer; one that breaks off is resumed where it can be.
    private func follow(_ body: HTTPBody, until id: RPCID, _ version: MCPVersion?) async throws(MCPError) {
        var reader = EventReader(body, limits: limits)
        var place: String?
        var failures = 0
        while true {
            do throws(MCPError) {
                while let event = try await reader.next() {
                    guard let received = reader.received(event) else { continue }
                    failures = 0
                    receive(received)
                    if received.ends(id) { return reader.cancel() }
                }
            } catch {
                guard error.kind == .connectionLost else { throw error }
            }
            place = reader.lastEventID ?? place
            guard let place, failures < Self.attempts else {
                throw MCPError(.connectionLost, "the stream ended before the answer came")
            }
            failures += 1
            try await pause(reader.retry)
            guard let next = try await stream(after: place, version) else {
                throw MCPError(.connectionLost, "the stream ended before the answer came, and cannot be resumed")
            }
            reader = next
        }
    }

    /// Listens to what the server says unasked, as long as it lets us. Streams end for many reasons, on the way too: those
    /// that end at once without a word are opened again less and less often.
    private func listen(_ version: MCPVersion) async {
        var place: String?
        var failures = 0
        while !Task.isCancelled {
            let start = ContinuousClock.now
            var isWell = false
            var wait: Duration?
            do throws(MCPError) {
                guard var reader = try await stream(after: place, version) else { return }
                defer {
                    // A stream may say where to resume it before it says anything else.
                    isWell = isWell || reader.lastEventID != nil || .now - start > Self.lasting
                    (wait, place) = (reader.retry, reader.lastEventID ?? place)
                }
                while let event = try await reader.next() {
                    isWell = true
                    if let received = reader.received(event) { receive(received) }
                }
            } catch {
                if error.kind == .sessionLost || error.kind == .unauthorized { return }
            }
            failures = isWell ? 0 : failures + 1
            let patience = isWell ? wait : max(wait ?? .zero, backoff.wait(before: failures))
            do { try await pause(patience) } catch { return }
        }
    }

    /// A stream of events, from where one broke off; `nil` when the server offers none.
    private func stream(after place: String?, _ version: MCPVersion?) async throws(MCPError) -> EventReader? {
        let session = state.withLock { $0.session }
        var headers: HTTPHeaders = ["Accept": "text/event-stream"]
        if let session { headers.set("Mcp-Session-Id", session) }
        if let version { headers.set("MCP-Protocol-Version", version.rawValue) }
        if let place { headers.set("Last-Event-ID", place) }
        let response = try await link.send("GET", headers: headers)
        guard response.status == 200, response.mediaType == "text/event-stream" else {
            response.body.cancel()
            if response.status == 404, session != nil { try check(404, session: session) }
            // A server that is only busy may be asked again.
            if response.status >= 500 { throw MCPError(.connectionLost, "HTTP \(response.status)") }
            return nil
        }
        return EventReader(response.body, limits: limits)
    }

    private func pause(_ wait: Duration?) async throws(MCPError) {
        do {
            try await Task.sleep(for: min(wait ?? Self.pause, .seconds(60)))
        } catch {
            throw .cancelled
        }
    }
}
