import Foundation
import MassGenCore

/// From a challenge to tokens.
extension OAuth {
    func newRecord(
        _ challenge: OAuthChallenge, _ wanted: [String]?, former: OAuthRecord?
    ) async throws(MCPError) -> OAuthRecord {
        let found = try await discover(challenge)
        let scopes = scopes(wanted, found)
        let isFormer = former?.issuer == found.metadata.issuer
        var record = OAuthRecord(issuer: found.metadata.issuer, client: isFormer ? former?.client : nil)
        switch settings.grant {
        case .clientCredentials: record.tokens = try await ownTokens(found, record, scopes)
        case .authorizationCode: try await askPerson(found, &record, scopes)
        }
        return record
    }

    /// What the settings say, or the challenge, or the server's metadata; and what makes refresh tokens come.
    private func scopes(_ wanted: [String]?, _ found: OAuthDiscovery) -> [String] {
        var scopes = settings.scopes.isEmpty ? wanted ?? found.scopes ?? [] : settings.scopes
        for scope in wanted ?? [] where !scopes.contains(scope) { scopes.append(scope) }
        let isOffered = found.metadata.scopesSupported?.contains("offline_access") ?? false
        if settings.grant == .authorizationCode, isOffered, !scopes.isEmpty, !scopes.contains("offline_access") {
            scopes.append("offline_access")
        }
        return scopes
    }

    private func ownTokens(
        _ found: OAuthDiscovery, _ record: OAuthRecord, _ scopes: [String]
    ) async throws(MCPError) -> OAuthTokens {
        guard let client = try client(for: found, known: record), client.secret != nil else {
            throw MCPError(.unauthorized, "client credentials need an id and a secret")
        }
        var pairs = [(name: "grant_type", value: "client_credentials"), (name: "resource", value: found.resource)]
        if !scopes.isEmpty { pairs.append(("scope", scopes.joined(separator: " "))) }
        let headers = identify(client, found.metadata, &pairs)
        let answer = try await requests.tokens(
            pairs, from: found.metadata.tokenEndpoint, headers: headers, hiding: [client.secret?.value ?? ""])
        return stored(answer, asked: scopes)
    }

    private func askPerson(
        _ found: OAuthDiscovery, _ record: inout OAuthRecord, _ scopes: [String]
    ) async throws(MCPError) {
        guard let presenter else {
            throw MCPError(
                .unauthorized, "the server wants an authorization: give a presenter that asks a person, or a header")
        }
        guard let endpoint = found.metadata.authorizationEndpoint else {
            throw MCPError(.unauthorized, "the authorization server has no page for people")
        }
        guard found.metadata.codeChallengeMethods?.contains("S256") ?? false else {
            throw MCPError(.refused, "the authorization server does not do PKCE with S256")
        }
        let state = PKCE.random()
        let pkce = PKCE()
        let listener = try listener(for: record, state)
        defer { listener?.stop() }
        let redirect = listener?.redirectURI ?? presenter.redirectURI ?? ""
        let client = try await registered(found, record, redirect, scopes)
        record.client = client

        var pairs: [(name: String, value: String)] = [
            ("response_type", "code"), ("client_id", client.id), ("redirect_uri", redirect), ("state", state),
            ("code_challenge", pkce.challenge), ("code_challenge_method", "S256"), ("resource", found.resource),
        ]
        if !scopes.isEmpty { pairs.append(("scope", scopes.joined(separator: " "))) }
        // OpenID Connect gives refresh tokens only where a person has just agreed.
        if scopes.contains("offline_access") { pairs.append(("prompt", "consent")) }
        let page = endpoint + (endpoint.contains("?") ? "&" : "?") + FormEncoding.text(pairs)
        let parameters = try await present(page, presenter, listener)
        let code = try checked(parameters, state, found.metadata)

        pairs = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect),
            ("code_verifier", pkce.verifier), ("resource", found.resource),
        ]
        let headers = identify(client, found.metadata, &pairs)
        let answer = try await requests.tokens(
            pairs, from: found.metadata.tokenEndpoint, headers: headers,
            hiding: [code, pkce.verifier, client.secret?.value ?? ""])
        record.tokens = stored(answer, asked: scopes)
    }

    /// Shows the page and waits for the browser to come back, for as long as a person may take.
    private func present(
        _ page: String, _ presenter: OAuthPresenter, _ listener: OAuthListener?
    ) async throws(MCPError) -> [String: String] {
        let patience = settings.patience
        do {
            return try await withThrowingTaskGroup(of: [String: String].self) { group in
                group.addTask {
                    let final = try await presenter.present(page)
                    if let listener { return try await listener.parameters() }
                    let query = final?.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
                    return FormEncoding.parameters(of: query.prefix { $0 != "#" }) ?? [:]
                }
                group.addTask {
                    try await Task.sleep(for: patience)
                    throw MCPError(.unauthorized, "nobody answered within \(patience)")
                }
                defer { group.cancelAll() }
                return try await group.next() ?? [:]
            }
        } catch let error as MCPError {
            throw error
        } catch is CancellationError {
            throw MCPError(.cancelled, "the authorization was given up")
        } catch {
            throw MCPError(.unauthorized, "the page for people could not be shown")
        }
    }

    /// The code, if the answer is the one that was waited for (RFC 9207). Before that nothing of it is repeated.
    private func checked(
        _ parameters: [String: String], _ state: String, _ metadata: AuthorizationServerMetadata
    ) throws(MCPError) -> String {
        guard SecretText.isEqual(parameters["state"] ?? "", state) else {
            throw MCPError(.refused, "the browser came back with another state than it was sent with")
        }
        let issuer = parameters["iss"]
        guard issuer == metadata.issuer || issuer == nil && metadata.namesIssuer != true else {
            throw MCPError(.refused, "the browser came back from another authorization server")
        }
        guard let code = parameters["code"], !code.isEmpty else {
            let reason = parameters["error"].map { ": \($0.prefix(100))" } ?? ""
            throw MCPError(.unauthorized, "access was not granted\(reason)")
        }
        return code
    }
}
