import Foundation
import MassGenCore
import Synchronization

@testable import MassGenMCP

/// A server that wants an authorization and the authorization server that gives it, on one port of this machine.
final class AuthorizationServer: Sendable {
    /// What it says and does; tests change it.
    struct Behaviour: Sendable {
        var resource: String?
        var issuer: String?
        var namedMetadata: String?
        var servesResourceMetadata = true
        var authorizationServers: [String]?
        var metadata: [String: JSON] = [:]
        var removedMetadata: Set<String> = []
        var challengeScope: String? = "read"
        /// The scopes that a request needs.
        var needed: Set<String> = ["read"]
        var sendsIssuer = true
        var answeredIssuer: String?
        var answeredState: String?
        var denies = false
        var lifetime = 3600
        var refusesRefresh = false
        /// Scopes are granted by name, without effect.
        var grantsNothingMore = false
        /// Tokens are given and never accepted.
        var acceptsNothing = false
        var tokenError: JSON?
    }

    /// What was asked of it.
    struct Seen: Sendable {
        var paths: [String] = []
        var authorizations: [[String: String]] = []
        var tokenRequests: [[String: String]] = []
        var tokenHeaders: [HTTPHeaders] = []
        var registrations: [JSON] = []
        var secrets: Set<String> = []
    }

    private struct State: Sendable {
        var behaviour = Behaviour()
        var seen = Seen()
        var codes: [String: [String: String]] = [:]
        var tokens: [String: Set<String>] = [:]
        var refreshTokens: [String: Set<String>] = [:]
        var count = 0
    }

    private let state: Mutex<State>
    private let server: SocketServer
    let port: Int

    init(_ change: (inout Behaviour) -> Void = { _ in }) throws {
        let box = Box()
        server = try SocketServer { request, connection in box.owner?.answer(request, connection) }
        port = server.port
        var initial = State()
        change(&initial.behaviour)
        state = Mutex(initial)
        box.set(self)
    }

    deinit { server.stop() }

    private final class Box: Sendable {
        private let held = Mutex<Weak>(Weak())
        private struct Weak: Sendable { weak var owner: AuthorizationServer? }
        var owner: AuthorizationServer? { held.withLock { $0.owner } }
        func set(_ owner: AuthorizationServer) { held.withLock { $0.owner = owner } }
    }

    var base: String { "http://127.0.0.1:\(port)" }
    var url: String { "\(base)/mcp" }
    var seen: Seen { state.withLock { $0.seen } }
    func change(_ change: (inout Behaviour) -> Void) { state.withLock { change(&$0.behaviour) } }
    /// Forgets all access tokens, as if they had ended.
    func endTokens() { state.withLock { $0.tokens = [:] } }

    /// A browser in which a person agrees to everything.
    func browser(_ opened: (@Sendable (String) -> Void)? = nil) -> OAuthPresenter {
        .browser { page in
            opened?(page)
            let response = try await DefaultTransport.shared.send(HTTPRequest(url: page))
            guard let location = response.headers["Location"] else { throw CancellationError() }
            let back = try await DefaultTransport.shared.send(HTTPRequest(url: location))
            _ = try await back.body.collect(upTo: 10_000)
        }
    }
}

extension AuthorizationServer {
    private func answer(_ request: SocketServer.Request, _ connection: SocketServer.Connection) {
        let halves = request.path.split(separator: "?", maxSplits: 1).map(String.init)
        let query = halves.count == 2 ? FormEncoding.parameters(of: halves[1]) ?? [:] : [:]
        let form = FormEncoding.parameters(of: String(decoding: request.body, as: UTF8.self)) ?? [:]
        let (status, headers, body) = state.withLock { state in
            state.seen.paths.append(halves[0])
            switch halves[0] {
            case "/mcp": return use(request, &state)
            case "/.well-known/oauth-protected-resource/mcp": return resourceMetadata(state.behaviour)
            case "/.well-known/oauth-authorization-server": return metadata(state.behaviour)
            case "/register": return register(request, &state)
            case "/authorize": return agree(query, &state)
            case "/token": return tokens(form, request.headers, &state)
            default: return (404, [:], nil)
            }
        }
        var all = headers
        if body != nil { all["Content-Type"] = "application/json" }
        connection.send(status: status, headers: all, body: body?.bytes ?? [])
    }

    private typealias Answer = (Int, HTTPHeaders, JSON?)

    private func use(_ request: SocketServer.Request, _ state: inout State) -> Answer {
        let behaviour = state.behaviour
        let token = request.headers["Authorization"].map { String($0.dropFirst("Bearer ".count)) } ?? ""
        let metadata = behaviour.namedMetadata ?? "\(base)/.well-known/oauth-protected-resource/mcp"
        guard let scopes = state.tokens[token], !behaviour.acceptsNothing else {
            let scope = behaviour.challengeScope.map { ", scope=\"\($0)\"" } ?? ""
            return (401, ["WWW-Authenticate": "Bearer resource_metadata=\"\(metadata)\"\(scope)"], nil)
        }
        guard behaviour.needed.isSubset(of: scopes) else {
            let words = behaviour.needed.sorted().joined(separator: " ")
            return (
                403, ["WWW-Authenticate": "Basic realm=\"x\", Bearer error=\"insufficient_scope\", scope=\"\(words)\""],
                nil
            )
        }
        return (200, [:], ["ok": true])
    }

    private func resourceMetadata(_ behaviour: Behaviour) -> Answer {
        guard behaviour.servesResourceMetadata else { return (404, [:], nil) }
        let servers = behaviour.authorizationServers ?? [behaviour.issuer ?? base]
        return (
            200, [:],
            [
                "resource": .string(behaviour.resource ?? url),
                "authorization_servers": .array(servers.map { .string($0) }),
                "scopes_supported": ["read"],
            ]
        )
    }

    private func metadata(_ behaviour: Behaviour) -> Answer {
        var members: JSONObject = [
            "issuer": .string(behaviour.issuer ?? base), "authorization_endpoint": "\(base)/authorize",
            "token_endpoint": "\(base)/token", "registration_endpoint": "\(base)/register",
            "code_challenge_methods_supported": ["S256"], "scopes_supported": ["read", "write", "offline_access"],
            "authorization_response_iss_parameter_supported": true,
        ]
        for (key, value) in behaviour.metadata { members[key] = value }
        for key in behaviour.removedMetadata { members[key] = nil }
        return (200, [:], .object(members))
    }

    private func register(_ request: SocketServer.Request, _ state: inout State) -> Answer {
        guard let body = try? JSON(parsing: request.body) else { return (400, [:], ["error": "invalid"]) }
        state.seen.registrations.append(body)
        return (
            201, [:],
            ["client_id": "client-\(state.seen.registrations.count)", "redirect_uris": body["redirect_uris"] ?? []]
        )
    }

    private func agree(_ query: [String: String], _ state: inout State) -> Answer {
        state.seen.authorizations.append(query)
        let behaviour = state.behaviour
        state.count += 1
        let code = "code-\(state.count)-c0de"
        state.codes[code] = query
        state.seen.secrets.insert(code)
        var answer = [(name: "state", value: behaviour.answeredState ?? query["state"] ?? "")]
        answer.append(behaviour.denies ? ("error", "access_denied") : ("code", code))
        if behaviour.sendsIssuer { answer.append(("iss", behaviour.answeredIssuer ?? behaviour.issuer ?? base)) }
        return (302, ["Location": "\(query["redirect_uri"] ?? "")?\(FormEncoding.text(answer))"], nil)
    }

    private func tokens(_ form: [String: String], _ headers: HTTPHeaders, _ state: inout State) -> Answer {
        state.seen.tokenRequests.append(form)
        state.seen.tokenHeaders.append(headers)
        if let error = state.behaviour.tokenError { return (400, [:], error) }
        let scopes: Set<String>
        switch form["grant_type"] {
        case "authorization_code":
            guard let asked = state.codes.removeValue(forKey: form["code"] ?? ""),
                let verifier = form["code_verifier"],
                PKCE.base64URL(SHA256.digest(verifier.utf8)) == asked["code_challenge"],
                form["redirect_uri"] == asked["redirect_uri"], form["resource"] == asked["resource"]
            else { return (400, [:], ["error": "invalid_grant"]) }
            scopes = Set((asked["scope"] ?? "").split(separator: " ").map(String.init))
        case "refresh_token":
            guard !state.behaviour.refusesRefresh,
                let granted = state.refreshTokens.removeValue(forKey: form["refresh_token"] ?? "")
            else { return (400, [:], ["error": "invalid_grant"]) }
            scopes = granted
        case "client_credentials": scopes = Set((form["scope"] ?? "").split(separator: " ").map(String.init))
        default: return (400, [:], ["error": "unsupported_grant_type"])
        }
        state.count += 1
        let (access, refresh) = ("access-\(state.count)-s3cret", "refresh-\(state.count)-s3cret")
        state.tokens[access] = state.behaviour.grantsNothingMore ? [] : scopes
        state.refreshTokens[refresh] = scopes
        state.seen.secrets.formUnion([access, refresh])
        return (
            200, [:],
            [
                "access_token": .string(access), "token_type": "Bearer",
                "expires_in": .number(state.behaviour.lifetime),
                "refresh_token": .string(refresh),
            ]
        )
    }
}
