import MassGenCore

/// Who gives tokens for a server, and for what.
struct OAuthDiscovery: Sendable {
    /// What tokens are asked for: the server, or what it is a part of.
    var resource: String
    /// What the server says is needed, when it does not say in a challenge.
    var scopes: [String]?
    var metadata: AuthorizationServerMetadata
}

extension OAuth {
    /// Asks the server who gives tokens, and that one for its endpoints. Checks that each speaks for itself.
    func discover(_ challenge: OAuthChallenge) async throws(MCPError) -> OAuthDiscovery {
        let own = try address(server, of: "server")
        guard own.isConfidential else {
            throw MCPError(.refused, "tokens are only sent over https, and the server's address is not")
        }
        let protected = try await protectedResource(own, challenge)
        let issuers = protected?.authorizationServers ?? [own.origin]
        let issuer = settings.issuer ?? issuers[0]
        // A client that was registered by hand belongs to one authorization server.
        guard issuers.contains(issuer) else {
            throw MCPError(
                .refused, "the server names other authorization servers than '\(issuer)', which knows the client")
        }
        let metadata = try await authorizationServer(issuer, isLegacy: protected == nil)
        return OAuthDiscovery(
            resource: protected?.resource ?? canonical(own), scopes: protected?.scopesSupported, metadata: metadata)
    }

    private func protectedResource(
        _ own: WebAddress, _ challenge: OAuthChallenge
    ) async throws(MCPError) -> ProtectedResourceMetadata? {
        for place in ProtectedResourceMetadata.places(server: own, named: challenge.resourceMetadata) {
            let document = try await requests.document(
                ProtectedResourceMetadata.self, at: place, called: "metadata of the protected resource")
            guard let document else { continue }
            guard try address(document.resource, of: "protected resource").covers(own) else {
                throw MCPError(.refused, "the metadata is of another resource than this server")
            }
            guard document.authorizationServers?.isEmpty == false else {
                throw MCPError(.unauthorized, "the server wants an authorization and names nobody who gives one")
            }
            return document
        }
        return nil
    }

    private func authorizationServer(
        _ issuer: String, isLegacy: Bool
    ) async throws(MCPError) -> AuthorizationServerMetadata {
        for place in AuthorizationServerMetadata.places(issuer: try address(issuer, of: "authorization server")) {
            let document = try await requests.document(
                AuthorizationServerMetadata.self, at: place, called: "metadata of the authorization server")
            guard let document else { continue }
            // Compared as texts (RFC 8414, section 3.3). Where the server itself was taken for the issuer, nobody had
            // spelled it.
            guard document.issuer == issuer || isLegacy && document.issuer == "\(issuer)/" else {
                throw MCPError(.refused, "the metadata is of another issuer than '\(issuer)'")
            }
            for endpoint in [document.authorizationEndpoint, document.tokenEndpoint, document.registrationEndpoint] {
                guard let endpoint else { continue }
                guard try address(endpoint, of: "authorization server's endpoint").isConfidential else {
                    throw MCPError(.refused, "an endpoint of the authorization server is not https")
                }
            }
            return document
        }
        throw MCPError(
            .unauthorized, "the server wants an authorization, and '\(issuer)' does not say how to get one")
    }

    private func canonical(_ own: WebAddress) -> String { own.origin + own.plainPath }

    private func address(_ url: String, of what: String) throws(MCPError) -> WebAddress {
        do throws(TransportError) { return try WebAddress(url) } catch {
            throw MCPError(.refused, "the address of the \(what) is none: \(error.message)")
        }
    }
}
