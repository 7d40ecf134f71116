import MassGenCore

/// Reads messages off a stream of server-sent events.
struct EventReader: Sendable {
    private let body: HTTPBody
    private let limits: MCPLimits
    private var framer: SSEFramer
    private var isOpen = true

    init(_ body: HTTPBody, limits: MCPLimits) {
        self.body = body
        self.limits = limits
        framer = SSEFramer(limit: limits.messageBytes)
    }

    /// The id to resume after; `nil` when events have none.
    var lastEventID: String? { framer.lastEventID.isEmpty ? nil : framer.lastEventID }
    /// How long to wait before resuming, where the server says so.
    var retry: Duration? { framer.retry.map { .milliseconds($0) } }

    /// The next event; `nil` when the stream has ended.
    mutating func next() async throws(MCPError) -> SSEEvent? {
        while true {
            do throws(FramingError) {
                if let event = try framer.next() { return event }
            } catch {
                body.cancel()
                throw MCPError(.tooLarge, "the server sent an event of more than \(limits.messageBytes) bytes")
            }
            guard isOpen else { return nil }
            do throws(TransportError) {
                if let bytes = try await body.next() {
                    framer.append(bytes)
                    continue
                }
            } catch {
                throw MCPError(error)
            }
            isOpen = false
            framer.finish()
        }
    }

    /// The text of an event just read.
    func text(_ event: SSEEvent) -> String { String(decoding: framer.buffer[event.data], as: UTF8.self) }

    /// What an event just read says; `nil` when it only keeps the stream alive.
    func received(_ event: SSEEvent) -> MCPTransportEvent? {
        guard event.event == nil || event.event == "message", !event.data.isEmpty else { return nil }
        do throws(RPCReadingError) {
            return .message(try RPCMessage(parsing: framer.buffer, in: event.data, limits: limits.json))
        } catch {
            if case .notJSON(let problem, let id?) = error { return .failed(id, MCPError(unreadable: problem)) }
            return .noise(String(text(event).prefix(200)))
        }
    }

    /// Ends the stream.
    func cancel() { body.cancel() }
}

extension MCPTransportEvent {
    /// Whether this is the end of a request.
    func ends(_ request: RPCID) -> Bool {
        switch self {
        case .message(.result(let id, _)): id == request
        case .message(.failure(let id, _)): id == request
        case .failed(let id, _): id == request
        default: false
        }
    }
}

extension MCPError {
    /// What a failure of the network means here.
    init(_ error: TransportError) {
        let kind: Kind =
            switch error.kind {
            case .cannotResolve, .cannotConnect, .tls, .unavailable, .timeout(.connect): .cannotConnect
            case .timeout: .timeout
            case .connectionLost: .connectionLost
            case .cancelled: .cancelled
            case .tooLarge: .tooLarge
            case .protocolViolation: .invalidAnswer
            default: .refused
            }
        let wayOut = error.kind == .refusedAddress ? "; \"allowPrivate\" in a configuration allows them" : ""
        self.init(kind, error.message + wayOut)
    }
}
