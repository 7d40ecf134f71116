public import MassGenCore
import Synchronization

/// Requests and their answers.
extension MCPClient {
    /// Asks the server by any method, for what has no name here; connects if there is no connection.
    /// - Parameters:
    ///   - timeout: how long the server may be silent; ``MCPTimeouts/request`` when `nil`.
    ///   - progress: told how far the request has come. Must return soon.
    public func request(
        _ method: String, _ parameters: JSONObject = [:], timeout: Duration? = nil,
        progress: (@Sendable (MCPProgress) -> Void)? = nil
    ) async throws(MCPError) -> JSON {
        try await request(method, parameters, timeout: timeout, progress: progress, headers: { _ in [:] })
    }

    /// - Parameter headers: what the request repeats in headers, once the version is known.
    func request(
        _ method: String, _ parameters: JSONObject, timeout: Duration?, progress: (@Sendable (MCPProgress) -> Void)?,
        headers: @Sendable (MCPServerInfo) -> HTTPHeaders
    ) async throws(MCPError) -> JSON {
        let silence = timeout ?? options.timeouts.request
        let total = max(options.timeouts.total, silence)
        var mayMeetAgain = true
        while true {
            let server = try await connect()
            let generation = state.withLock { state in
                state.statistics.requests += 1
                return state.generation
            }
            do throws(MCPError) {
                return try await exchange(
                    method, parameters, version: server.version, silence: silence, total: total, progress: progress,
                    headers: headers(server))
            } catch {
                state.withLock { state in
                    state.statistics.failures += 1
                    if error.kind == .timeout { state.statistics.timeouts += 1 }
                }
                // The server knows nothing of the request, so it may be made again.
                guard error.kind == .sessionLost, mayMeetAgain else { throw error.named(name) }
                mayMeetAgain = false
                forgetSession(generation)
            }
        }
    }

    /// Makes the next request begin a new session.
    private func forgetSession(_ generation: Int) {
        let isCurrent = state.withLock { state in
            guard state.generation == generation, case .connected = state.phase else { return false }
            state.phase = .idle
            return true
        }
        if isCurrent { cache.removeAll() }
    }

    /// Sends one request over the open transport and waits for its answer.
    /// - Parameters:
    ///   - silence: how long the server may be silent; without end when `nil`.
    ///   - total: how long it may take in all; without end when `nil`.
    ///   - opened: told the request's id before it is sent.
    func exchange(
        _ method: String, _ parameters: JSONObject, version: MCPVersion?, silence: Duration?, total: Duration?,
        progress: (@Sendable (MCPProgress) -> Void)? = nil, headers: HTTPHeaders = [:],
        opened: (Int) -> Void = { _ in }
    ) async throws(MCPError) -> JSON {
        let id = table.open(silence: silence, total: total, progress: progress)
        opened(id)
        let stamped = stamp(parameters, version, progressToken: progress == nil ? nil : id)
        let message = RPCMessage.request(
            id: .number(id), method: method, parameters: stamped.isEmpty ? nil : .object(stamped))
        let outgoing = MCPOutgoing(message, version: version, headers: headers)
        let answer = await table.answer(to: id, posting: { transport.post(outgoing) }) {
            [transport] () async throws(MCPError) in
            try await transport.send(outgoing)
        }
        do throws(MCPError) {
            return try answer.get()
        } catch {
            // The protocol forbids to take back what the two meet with.
            if error.kind == .timeout || error.kind == .cancelled, method != "initialize", method != "server/discover" {
                takeBack(id, version, reason: error.kind == .timeout ? "timeout" : "cancelled")
            }
            throw error.rpc.map { MCPError($0, to: method) } ?? error
        }
    }

    /// Tells the server that nobody waits any more.
    private func takeBack(_ id: Int, _ version: MCPVersion?, reason: String) {
        let notice = RPCMessage.notification(
            method: "notifications/cancelled", parameters: ["requestId": .number(id), "reason": .string(reason)])
        Task { [transport] in await transport.cancel(.number(id), notice: MCPOutgoing(notice, version: version)) }
    }

    /// Adds to a request's parameters what the protocol wants to know of each.
    private func stamp(_ parameters: JSONObject, _ version: MCPVersion?, progressToken: Int?) -> JSONObject {
        let isStateless = version?.era == .stateless
        guard isStateless || progressToken != nil else { return parameters }
        var meta = parameters["_meta"]?.object ?? [:]
        if let progressToken { meta["progressToken"] = .number(progressToken) }
        if isStateless, let version {
            meta[MetaKey.version] = .string(version.rawValue)
            meta[MetaKey.clientInfo] = implementationJSON
            meta[MetaKey.clientCapabilities] = .object(clientCapabilities(version))
            if let level = options.logLevel, meta[MetaKey.logLevel] == nil {
                meta[MetaKey.logLevel] = .string(level.rawValue)
            }
        }
        var parameters = parameters
        parameters["_meta"] = .object(meta)
        return parameters
    }

    /// Tells the server something; connects if there is no connection.
    func notify(_ method: String, _ parameters: JSONObject = [:]) async throws(MCPError) {
        let server = try await connect()
        let message = RPCMessage.notification(
            method: method, parameters: parameters.isEmpty ? nil : .object(parameters))
        do throws(MCPError) {
            try await transport.send(MCPOutgoing(message, version: server.version))
        } catch {
            throw error.named(name)
        }
    }
}
