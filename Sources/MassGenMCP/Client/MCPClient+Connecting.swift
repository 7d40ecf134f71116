import MassGenCore
import Synchronization

/// How client and server come to know each other.
extension MCPClient {
    /// Connects beside whoever waits for it: one that gives up leaves the others their connection.
    func startConnecting(_ promise: Promise<MCPServerInfo>) {
        let limit = options.timeouts.connect
        let attempt = Task { () async -> Result<MCPServerInfo, MCPError> in
            do throws(MCPError) {
                return .success(try await meet())
            } catch {
                return .failure(error.named(name))
            }
        }
        let timer = Task {
            try await Task.sleep(for: limit)
            attempt.cancel()
            transport.end()
            finishConnecting(promise, .failure(MCPError(.timeout, "no connection within \(limit)", server: name)))
        }
        Task {
            let result = await attempt.value
            timer.cancel()
            finishConnecting(promise, result)
        }
    }

    private func finishConnecting(_ promise: Promise<MCPServerInfo>, _ result: Result<MCPServerInfo, MCPError>) {
        let outcome = state.withLock { state -> Result<MCPServerInfo, MCPError>? in
            guard case .connecting(let current) = state.phase, current === promise else { return nil }
            var result = result
            // The connection may be gone again before anybody knows of it.
            if case .success = result, let lost = state.lost { result = .failure(lost) }
            if case .success(let server) = result {
                state.phase = .connected(server)
                state.era = server.version.era
                state.statistics.connections += 1
            } else {
                state.phase = .idle
            }
            return result
        }
        switch outcome {
        case .success(let server):
            transport.agreed(on: server.version)
            options.onEvent?(.connected(server))
            listen()
        case .failure: transport.end()
        case nil: if case .success = result { transport.end() }
        }
        if let outcome { promise.resolve(outcome) }
    }

    private func openTransport() async throws(MCPError) {
        let generation = state.withLock { state in
            state.generation += 1
            state.lost = nil
            return state.generation
        }
        try await transport.open { [weak self] event in self?.received(event, generation) }
    }

    /// Opens the transport and finds out in which way the server wants to be met.
    private func meet() async throws(MCPError) -> MCPServerInfo {
        try await openTransport()
        if era == .handshaking { return try await initialize() }
        var version = MCPVersion.v2026_07_28
        for isFirst in [true, false] {
            let refusal: MCPError
            do throws(MCPError) {
                if let server = try await discover(version) { return server }
                // It answers, and names only versions with a handshake.
                return try await initialize()
            } catch {
                guard error.allowsHandshake, era != .stateless else { throw error }
                refusal = error
            }
            if let next = refusal.commonStatelessVersion, isFirst {
                version = next
                continue
            }
            if refusal.namesOnlyOtherVersions { throw refusal }
            do throws(MCPError) {
                // Some servers end at a request before the handshake.
                if refusal.kind == .connectionLost { try await openTransport() }
                return try await initialize()
            } catch {
                // A slow server may have taken the question after all, and is stateless from then on.
                guard let next = error.commonStatelessVersion, isFirst else { throw error }
                version = next
            }
        }
        throw MCPError(.unsupportedVersion, "the server refuses the versions that it names itself")
    }

    /// Asks a stateless server what it offers; `nil` if it speaks no such version.
    private func discover(_ version: MCPVersion) async throws(MCPError) -> MCPServerInfo? {
        // A server that speaks nothing else may take as long as a handshake may.
        let limit = era == .stateless ? options.timeouts.connect : options.timeouts.discover
        let result = try await exchange("server/discover", [:], version: version, silence: limit, total: limit)
        guard let versions = result["supportedVersions"]?.array?.compactMap(\.string) else {
            throw MCPError(.invalidAnswer, "server/discover names no versions")
        }
        guard let common = MCPVersion.stateless.last(where: { versions.contains($0.rawValue) }) else { return nil }
        let implementation = result["_meta"]?[MetaKey.serverInfo] ?? result["serverInfo"]
        return MCPServerInfo(
            version: common, implementation: implementation.flatMap { try? $0.decode(MCPImplementation.self) },
            capabilities: result["capabilities"] ?? [:], instructions: result["instructions"]?.string)
    }

    /// Agrees with a server that keeps sessions.
    private func initialize() async throws(MCPError) -> MCPServerInfo {
        let offer = MCPVersion.v2025_11_25
        let limit = options.timeouts.connect
        let result = try await exchange(
            "initialize",
            [
                "protocolVersion": .string(offer.rawValue), "capabilities": .object(clientCapabilities(offer)),
                "clientInfo": implementationJSON,
            ], version: nil, silence: limit, total: limit)
        let version = MCPVersion(rawValue: result["protocolVersion"]?.string ?? "")
        guard version.era == .handshaking else {
            throw MCPError(
                .unsupportedVersion,
                "the server wants to speak version '\(version.rawValue.prefix(40))', not known here")
        }
        try await transport.send(
            MCPOutgoing(.notification(method: "notifications/initialized", parameters: nil), version: version))
        let server = MCPServerInfo(
            version: version, implementation: result["serverInfo"].flatMap { try? $0.decode(MCPImplementation.self) },
            capabilities: result["capabilities"] ?? [:], instructions: result["instructions"]?.string)
        if let level = options.logLevel, server.offers("logging") {
            _ = try await exchange(
                "logging/setLevel", ["level": .string(level.rawValue)], version: version, silence: limit, total: limit)
        }
        return server
    }

    var implementationJSON: JSON { (try? JSON(encoding: options.implementation)) ?? [:] }

    /// What the client can be asked for.
    func clientCapabilities(_ version: MCPVersion) -> JSONObject {
        var capabilities = JSONObject()
        if options.answers.roots != nil {
            capabilities["roots"] = version.era == .stateless ? [:] : ["listChanged": true]
        }
        if options.answers.sampling != nil { capabilities["sampling"] = ["tools": [:]] }
        if options.answers.elicitation != nil { capabilities["elicitation"] = ["form": [:], "url": [:]] }
        return capabilities
    }
}

/// The members of `_meta` that the protocol keeps for itself.
enum MetaKey {
    static let version = "io.modelcontextprotocol/protocolVersion"
    static let clientInfo = "io.modelcontextprotocol/clientInfo"
    static let clientCapabilities = "io.modelcontextprotocol/clientCapabilities"
    static let logLevel = "io.modelcontextprotocol/logLevel"
    static let serverInfo = "io.modelcontextprotocol/serverInfo"
    static let subscription = "io.modelcontextprotocol/subscriptionId"
}

extension MCPError {
    /// Whether a server that answers `server/discover` like that may still know the handshake: everything but the
    /// failure to reach it at all says so.
    fileprivate var allowsHandshake: Bool {
        switch kind {
        case .server, .timeout, .invalidAnswer, .unsupportedVersion, .sessionLost, .connectionLost: true
        default: false
        }
    }

    private var namedVersions: [String]? {
        guard rpc?.code == RPCError.unsupportedVersion else { return nil }
        return rpc?.data?["supported"]?.array?.compactMap(\.string)
    }

    /// The newest stateless version that a refusal names and that is spoken here.
    fileprivate var commonStatelessVersion: MCPVersion? {
        guard let versions = namedVersions else { return nil }
        return MCPVersion.stateless.last { versions.contains($0.rawValue) }
    }

    /// Whether a refusal names versions, and no handshake among them.
    fileprivate var namesOnlyOtherVersions: Bool {
        guard let versions = namedVersions else { return false }
        return !MCPVersion.handshaking.contains { versions.contains($0.rawValue) }
    }
}
