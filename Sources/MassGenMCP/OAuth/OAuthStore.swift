public import Foundation
public import MassGenCore

/// Tokens for one server.
public struct OAuthTokens: Sendable, Hashable {
    /// What requests carry.
    public var access: Secret
    /// What gets a new one.
    public var refresh: Secret?
    /// When the access token ends, where the authorization server said.
    public var expires: Date?
    /// What was granted.
    public var scopes: [String]
}

/// A client as one authorization server knows it.
public struct OAuthClient: Sendable, Hashable {
    /// Its id.
    public var id: String
    /// Its secret, if it has one.
    public var secret: Secret?
    /// How it shows the secret: `client_secret_basic`, `client_secret_post` or `none`.
    public var method: String?
    /// The address it was registered with, for browsers to come back to.
    public var redirectURI: String?
}

/// What is kept of one server. Both parts belong to the authorization server that gave them.
public struct OAuthRecord: Sendable, Hashable {
    /// The authorization server.
    public var issuer: String
    /// The client that was registered there.
    public var client: OAuthClient?
    /// The tokens.
    public var tokens: OAuthTokens?

    /// Makes a record.
    public init(issuer: String, client: OAuthClient? = nil, tokens: OAuthTokens? = nil) {
        self.issuer = issuer
        self.client = client
        self.tokens = tokens
    }
}

/// Where tokens are kept: the keychain, for instance. Asked by the server's address.
public protocol OAuthStore: Sendable {
    /// What is kept of a server.
    func record(of server: String) async throws -> OAuthRecord?
    /// Keeps what is known of a server; `nil` forgets it.
    func keep(_ record: OAuthRecord?, of server: String) async throws
}

/// Tokens that last as long as the program.
public actor OAuthMemoryStore: OAuthStore {
    private var records: [String: OAuthRecord] = [:]

    /// Makes a store.
    public init() {}

    /// What is kept of a server.
    public func record(of server: String) -> OAuthRecord? { records[server] }

    /// Keeps what is known of a server.
    public func keep(_ record: OAuthRecord?, of server: String) { records[server] = record }
}

/// Tokens in a file that only its owner may read. They are not encrypted: a keychain is better where there is one.
public actor OAuthFileStore: OAuthStore {
    private let file: PrivateFile

    /// Makes a store. The file need not be there yet; its directory must.
    public init(path: String) {
        file = PrivateFile(path)
    }

    /// What is kept of a server.
    public func record(of server: String) throws -> OAuthRecord? { try all()[server]?.record }

    /// Keeps what is known of a server.
    public func keep(_ record: OAuthRecord?, of server: String) throws {
        var records = try all()
        records[server] = record.map(StoredRecord.init)
        try file.write(records)
    }

    private func all() throws -> [String: StoredRecord] { try file.read([String: StoredRecord].self) ?? [:] }
}

/// A record with its secrets in the open: `Secret` encodes nothing.
private struct StoredRecord: Codable {
    var issuer: String
    var clientID: String?
    var clientSecret: String?
    var method: String?
    var redirectURI: String?
    var accessToken: String?
    var refreshToken: String?
    var expires: Double?
    var scopes: [String]?

    init(_ record: OAuthRecord) {
        issuer = record.issuer
        clientID = record.client?.id
        clientSecret = record.client?.secret?.value
        method = record.client?.method
        redirectURI = record.client?.redirectURI
        accessToken = record.tokens?.access.value
        refreshToken = record.tokens?.refresh?.value
        expires = record.tokens?.expires?.timeIntervalSince1970
        scopes = record.tokens?.scopes
    }

    var record: OAuthRecord {
        OAuthRecord(
            issuer: issuer,
            client: clientID.map {
                OAuthClient(
                    id: $0, secret: clientSecret.map { Secret($0) }, method: method, redirectURI: redirectURI)
            },
            tokens: accessToken.map {
                OAuthTokens(
                    access: Secret($0), refresh: refreshToken.map { Secret($0) },
                    expires: expires.map { Date(timeIntervalSince1970: $0) }, scopes: scopes ?? [])
            })
    }
}
