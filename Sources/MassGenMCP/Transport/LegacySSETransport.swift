public import MassGenCore
import Synchronization

/// A server at an address as version 2024-11-05 has it: one stream of events that is kept open, and an address to post
/// to that comes first on it.
public final class LegacySSETransport: MCPTransport {
    private let link: HTTPLink
    private let limits: MCPLimits
    private let state = Mutex(State())

    private struct State: Sendable {
        var endpoint: String?
        var reading: Task<Void, Never>?
    }

    /// Makes a transport; nothing is sent yet.
    /// - Parameters:
    ///   - url: the address of the stream.
    ///   - headers: sent with every request.
    ///   - transport: what sends them.
    ///   - authorization: proves who asks, where the server wants to know.
    public init(
        _ url: String, headers: HTTPHeaders = [:], transport: any Transport = DefaultTransport.shared,
        authorization: (any MCPAuthorization)? = nil, limits: MCPLimits = .init()
    ) {
        link = HTTPLink(url: url, headers: headers, transport: transport, authorization: authorization)
        self.limits = limits
    }

    deinit { end() }

    /// Opens the stream and waits for the address to post to.
    public func open(_ receive: @escaping @Sendable (MCPTransportEvent) -> Void) async throws(MCPError) {
        end()
        let response = try await link.send("GET", headers: ["Accept": "text/event-stream"])
        guard response.status == 200, response.mediaType == "text/event-stream" else {
            response.body.cancel()
            let kind: MCPError.Kind = [401, 403].contains(response.status) ? .unauthorized : .cannotConnect
            throw MCPError(
                kind, "the server offers no stream of events (HTTP \(response.status))", status: response.status)
        }
        var reader = EventReader(response.body, limits: limits)
        let endpoint = try await endpoint(&reader)
        let opened = reader
        state.withLock { state in
            state.endpoint = endpoint
            state.reading = Task {
                var reader = opened
                var lost = MCPError(.connectionLost, "the server has ended the stream")
                do throws(MCPError) {
                    while let event = try await reader.next() {
                        if let received = reader.received(event) { receive(received) }
                    }
                } catch {
                    lost = error
                }
                receive(.lost(lost))
            }
        }
    }

    private func endpoint(_ reader: inout EventReader) async throws(MCPError) -> String {
        while let event = try await reader.next() {
            guard event.event == "endpoint" else { continue }
            guard let endpoint = reader.text(event).resolved(against: link.url), endpoint.origin == link.url.origin
            else {
                throw MCPError(.refused, "the server wants messages to be sent elsewhere than to itself")
            }
            return endpoint
        }
        throw MCPError(.cannotConnect, "the server's stream ended before it said where to send messages")
    }

    /// Posts the message; the answer comes on the stream.
    public func send(_ message: MCPOutgoing) async throws(MCPError) {
        guard let endpoint = state.withLock({ $0.endpoint }) else {
            throw MCPError(.connectionLost, "there is no stream")
        }
        var headers = message.headers
        headers.set("Content-Type", "application/json")
        if let version = message.version { headers.set("MCP-Protocol-Version", version.rawValue) }
        let response = try await link.send("POST", to: endpoint, headers: headers, body: message.message.bytes)
        response.body.cancel()
        switch response.status {
        case 200..<300: return
        case 401, 403: throw MCPError(.unauthorized, "the server wants to know who asks", status: response.status)
        default:
            throw MCPError(.invalidAnswer, "the server answered with HTTP \(response.status)", status: response.status)
        }
    }

    /// Posts the notice.
    public func cancel(_ id: RPCID, notice: MCPOutgoing) async {
        try? await send(notice)
    }

    /// Closes the stream.
    public func close() async { end() }

    /// Closes the stream.
    public func end() {
        let reading = state.withLock { state in
            defer { state = State() }
            return state.reading
        }
        reading?.cancel()
    }
}
