import MassGenCore

/// What a server says of who may use it (RFC 9728).
struct ProtectedResourceMetadata: Decodable, Sendable {
    var resource: String
    var authorizationServers: [String]?
    var scopesSupported: [String]?

    enum CodingKeys: String, CodingKey {
        case resource
        case authorizationServers = "authorization_servers"
        case scopesSupported = "scopes_supported"
    }

    /// Where it may be: first what the server named, then at its path, then at its root.
    static func places(server: WebAddress, named: String?) -> [String] {
        let wellKnown = "\(server.origin)/.well-known/oauth-protected-resource"
        let atPath = server.plainPath.isEmpty ? nil : wellKnown + server.plainPath
        return [named, atPath, wellKnown].compactMap { $0 }
    }
}

/// What an authorization server says of itself (RFC 8414, OpenID Connect Discovery).
struct AuthorizationServerMetadata: Decodable, Sendable {
    var issuer: String
    var authorizationEndpoint: String?
    var tokenEndpoint: String
    var registrationEndpoint: String?
    var scopesSupported: [String]?
    var codeChallengeMethods: [String]?
    var tokenMethods: [String]?
    var namesIssuer: Bool?
    var takesMetadataDocuments: Bool?

    enum CodingKeys: String, CodingKey {
        case issuer
        case authorizationEndpoint = "authorization_endpoint"
        case tokenEndpoint = "token_endpoint"
        case registrationEndpoint = "registration_endpoint"
        case scopesSupported = "scopes_supported"
        case codeChallengeMethods = "code_challenge_methods_supported"
        case tokenMethods = "token_endpoint_auth_methods_supported"
        case namesIssuer = "authorization_response_iss_parameter_supported"
        case takesMetadataDocuments = "client_id_metadata_document_supported"
    }

    /// Where it may be, in the order of the MCP specification.
    static func places(issuer: WebAddress) -> [String] {
        let (oauth, openID) = ("/.well-known/oauth-authorization-server", "/.well-known/openid-configuration")
        let path = issuer.plainPath
        if path.isEmpty { return [issuer.origin + oauth, issuer.origin + openID] }
        return [issuer.origin + oauth + path, issuer.origin + openID + path, issuer.origin + path + openID]
    }
}

/// What an authorization server gives for a code, a refresh token or a secret.
struct TokenAnswer: Decodable, Sendable {
    var accessToken: String
    var tokenType: String?
    var expiresIn: JSON?
    var refreshToken: String?
    var scope: String?

    enum CodingKeys: String, CodingKey {
        case accessToken = "access_token"
        case tokenType = "token_type"
        case expiresIn = "expires_in"
        case refreshToken = "refresh_token"
        case scope
    }

    /// Some servers send the seconds as a text.
    var seconds: Double? { expiresIn?.double ?? expiresIn?.string.flatMap { Double($0) } }
}
