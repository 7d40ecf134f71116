import Foundation
import MassGenCore

/// As whom the client is known.
extension OAuth {
    /// The client that is there already: registered by hand, described at its own address, or registered before.
    func client(for found: OAuthDiscovery, known record: OAuthRecord) throws(MCPError) -> OAuthClient? {
        if let id = settings.clientID { return OAuthClient(id: id, secret: settings.clientSecret) }
        if let url = settings.clientMetadataURL, found.metadata.takesMetadataDocuments ?? false {
            guard url.hasPrefix("https://"), let address = try? WebAddress(url), !address.plainPath.isEmpty else {
                throw MCPError(.refused, "the address of the client's metadata must be https and have a path")
            }
            return OAuthClient(id: url)
        }
        return record.client
    }

    /// The client, registered now if need be.
    func registered(
        _ found: OAuthDiscovery, _ record: OAuthRecord, _ redirect: String, _ scopes: [String]
    ) async throws(MCPError) -> OAuthClient {
        if let client = try client(for: found, known: record),
            client.redirectURI == nil || client.redirectURI == redirect
        {
            return client
        }
        guard let endpoint = found.metadata.registrationEndpoint else {
            throw MCPError(
                .unauthorized,
                "the authorization server '\(found.metadata.issuer)' registers no clients: register one there by hand and give its id"
            )
        }
        var body: JSON = [
            "client_name": .string(settings.clientName), "redirect_uris": [.string(redirect)],
            "grant_types": ["authorization_code", "refresh_token"], "response_types": ["code"],
            "token_endpoint_auth_method": "none", "application_type": "native",
        ]
        if !scopes.isEmpty, case .object(var members) = body {
            members["scope"] = .string(scopes.joined(separator: " "))
            body = .object(members)
        }
        let answer = try await requests.register(body, at: endpoint)
        guard let id = answer["client_id"]?.string, !id.isEmpty else {
            throw MCPError(.unauthorized, "the authorization server registered the client without an id")
        }
        return OAuthClient(
            id: id, secret: answer["client_secret"]?.string.map { Secret($0) },
            method: answer["token_endpoint_auth_method"]?.string, redirectURI: redirect)
    }

    /// Says who asks for a token, in the way that client and server have in common.
    func identify(
        _ client: OAuthClient, _ metadata: AuthorizationServerMetadata, _ pairs: inout [(name: String, value: String)]
    ) -> HTTPHeaders {
        guard let secret = client.secret, client.method != "none" else {
            pairs.append(("client_id", client.id))
            return [:]
        }
        // RFC 8414: a server that names no method takes client_secret_basic.
        let offered = metadata.tokenMethods ?? ["client_secret_basic"]
        let method =
            client.method ?? (offered.contains("client_secret_basic") ? "client_secret_basic" : "client_secret_post")
        if method == "client_secret_post" {
            pairs += [("client_id", client.id), ("client_secret", secret.value)]
            return [:]
        }
        let both = "\(FormEncoding.escaped(client.id)):\(FormEncoding.escaped(secret.value))"
        return ["Authorization": "Basic \(Data(both.utf8).base64EncodedString())"]
    }

    /// Listens where the client that is known was registered to be come back to, or anywhere.
    func listener(for record: OAuthRecord, _ state: String) throws(MCPError) -> OAuthListener? {
        if presenter?.redirectURI != nil { return nil }
        if let port = settings.redirectPort {
            if let listener = try? OAuthListener(port: port, state: state) { return listener }
            throw MCPError(.unauthorized, "the port \(port), to which the browser is to come back, is taken")
        }
        let known = record.client?.redirectURI.flatMap { try? HTTPAddress($0) }?.port
        if let known, let listener = try? OAuthListener(port: known, state: state) { return listener }
        if let listener = try? OAuthListener(port: 0, state: state) { return listener }
        throw MCPError(.unauthorized, "no port of this machine is free for the browser to come back to")
    }
}
