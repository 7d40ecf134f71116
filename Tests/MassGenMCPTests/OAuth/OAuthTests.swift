import Foundation
import MassGenCore
import Synchronization
import Testing

@testable import MassGenMCP

@Suite(.timeLimit(.minutes(1))) struct OAuthTests {
    private let http: any Transport = MCPServersOptions.systemTransport(.publicOnly(except: IPRange.loopback))

    private func oauth(
        _ server: AuthorizationServer, _ settings: OAuthSettings = OAuthSettings(), presenter: OAuthPresenter? = nil,
        store: any OAuthStore = OAuthMemoryStore(), now: @escaping @Sendable () -> Date = { Date() }
    ) -> OAuth {
        OAuth(
            server: server.url, settings: settings, presenter: presenter ?? server.browser(), store: store,
            transport: http, now: now)
    }

    /// A request as the client makes it: the status, or the error.
    private func use(_ server: AuthorizationServer, _ oauth: OAuth) async -> Result<Int, MCPError> {
        let link = HTTPLink(url: server.url, headers: [:], transport: http, authorization: oauth)
        do throws(MCPError) {
            let response = try await link.send("POST", headers: [:], body: Array("{}".utf8))
            response.body.cancel()
            return .success(response.status)
        } catch {
            return .failure(error)
        }
    }

    private func error(_ result: Result<Int, MCPError>) -> MCPError? {
        if case .failure(let error) = result { error } else { nil }
    }

    // MARK: - Flows

    @Test func aFirstRequestLeadsToATokenThatLaterOnesCarry() async throws {
        let server = try AuthorizationServer()
        let oauth = oauth(server)
        #expect(await use(server, oauth) == .success(200))
        #expect(await use(server, oauth) == .success(200))
        let seen = server.seen
        #expect(seen.authorizations.count == 1 && seen.registrations.count == 1 && seen.tokenRequests.count == 1)
        let asked = try #require(seen.authorizations.first)
        #expect(asked["resource"] == server.url && seen.tokenRequests[0]["resource"] == server.url)
        #expect(asked["code_challenge_method"] == "S256" && asked["response_type"] == "code")
        #expect(asked["scope"] == "read offline_access" && asked["client_id"] == "client-1")
        #expect(asked["state"]?.count == 43)
        let registration = seen.registrations[0]
        #expect(registration["application_type"] == "native" && registration["token_endpoint_auth_method"] == "none")
        #expect(registration["redirect_uris"]?[0]?.string == asked["redirect_uri"])
        #expect(asked["redirect_uri"]?.hasPrefix("http://127.0.0.1:") == true)
    }

    @Test func requestsAtTheSameTimeWaitForOneFlow() async throws {
        let server = try AuthorizationServer()
        let oauth = oauth(server)
        let results = await withTaskGroup(of: Result<Int, MCPError>.self) { group in
            for _ in 0..<20 { group.addTask { await use(server, oauth) } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.allSatisfy { $0 == .success(200) })
        #expect(server.seen.authorizations.count == 1)
    }

    @Test func aTokenIsRenewedBeforeItEndsAndWhenItIsRefused() async throws {
        let server = try AuthorizationServer()
        let clock = Mutex(Date())
        let oauth = oauth(server) { clock.withLock { $0 } }
        #expect(await use(server, oauth) == .success(200))
        clock.withLock { $0 += 3590 }
        #expect(await use(server, oauth) == .success(200))
        #expect(server.seen.tokenRequests.map { $0["grant_type"] } == ["authorization_code", "refresh_token"])
        #expect(server.seen.tokenRequests[1]["resource"] == server.url)
        clock.withLock { $0 += 100 }
        server.endTokens()
        #expect(await use(server, oauth) == .success(200))
        #expect(server.seen.tokenRequests.count == 3 && server.seen.authorizations.count == 1)
        // A refresh token that is refused leads to a person again.
        server.endTokens()
        server.change { $0.refusesRefresh = true }
        clock.withLock { $0 += 100 }
        #expect(await use(server, oauth) == .success(200))
        #expect(server.seen.authorizations.count == 2 && server.seen.registrations.count == 1)
    }

    @Test func moreScopesAreAskedForBesidesThoseGrantedAndNotTwice() async throws {
        let server = try AuthorizationServer()
        let oauth = oauth(server)
        #expect(await use(server, oauth) == .success(200))
        server.change { $0.needed = ["read", "write"] }
        #expect(await use(server, oauth) == .success(200))
        #expect(server.seen.authorizations.map { $0["scope"] } == ["read offline_access", "read offline_access write"])
        // A server that wants what it was just granted wants it for ever.
        server.change { $0.grantsNothingMore = true }
        server.change { $0.needed = ["admin"] }
        #expect(await use(server, oauth) == .success(403))
        let refusal = error(await use(server, oauth))
        #expect(refusal?.kind == .unauthorized && refusal?.status == 403)
        #expect(server.seen.authorizations.count == 3)
    }

    @Test func aServerThatNeverAcceptsItsTokensEndsInAnErrorNotInALoop() async throws {
        let server = try AuthorizationServer { $0.acceptsNothing = true }
        let oauth = oauth(server)
        for _ in 0..<3 { _ = await use(server, oauth) }
        let last = error(await use(server, oauth))
        #expect(last?.kind == .unauthorized)
        #expect(server.seen.authorizations.count <= 2)
    }

    @Test func tokensInAStoreAreUsedByTheNextProgram() async throws {
        let folder = try Folder()
        let path = folder.path + "/tokens.json"
        let server = try AuthorizationServer()
        #expect(await use(server, oauth(server, store: OAuthFileStore(path: path))) == .success(200))
        #expect(await use(server, oauth(server, store: OAuthFileStore(path: path))) == .success(200))
        #expect(server.seen.authorizations.count == 1)
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
        #expect(rights?.intValue == 0o600)
    }

    @Test func aClientThatWasRegisteredByHandShowsItsSecretAsTheServerWants() async throws {
        let server = try AuthorizationServer()
        var settings = OAuthSettings()
        settings.clientID = "by:hand"
        settings.clientSecret = "p/w d"
        #expect(await use(server, oauth(server, settings)) == .success(200))
        #expect(server.seen.registrations.isEmpty && server.seen.tokenRequests[0]["client_secret"] == nil)
        let basic = Data("by%3Ahand:p%2Fw%20d".utf8).base64EncodedString()
        #expect(server.seen.tokenHeaders[0]["Authorization"] == "Basic \(basic)")
        server.change { $0.metadata["token_endpoint_auth_methods_supported"] = ["client_secret_post"] }
        #expect(await use(server, oauth(server, settings)) == .success(200))
        #expect(server.seen.tokenRequests[1]["client_secret"] == "p/w d")
    }

    @Test func aClientMayBeADocumentWhereTheServerTakesThat() async throws {
        let server = try AuthorizationServer { $0.metadata["client_id_metadata_document_supported"] = true }
        var settings = OAuthSettings()
        settings.clientMetadataURL = "https://app.example/client.json"
        #expect(await use(server, oauth(server, settings)) == .success(200))
        #expect(server.seen.registrations.isEmpty)
        #expect(server.seen.authorizations[0]["client_id"] == "https://app.example/client.json")
    }

    @Test func aProgramWithAnAccountOfItsOwnNeedsNobody() async throws {
        let server = try AuthorizationServer()
        var settings = OAuthSettings()
        settings.grant = .clientCredentials
        settings.clientID = "robot"
        settings.clientSecret = "r0bot-secret"
        let oauth = OAuth(server: server.url, settings: settings, transport: http)
        #expect(await use(server, oauth) == .success(200))
        #expect(
            server.seen.authorizations.isEmpty && server.seen.tokenRequests[0]["grant_type"] == "client_credentials")
        #expect(
            server.seen.tokenRequests[0]["scope"] == "read" && server.seen.tokenRequests[0]["resource"] == server.url)
    }

    @Test func anOldServerWithoutResourceMetadataIsItsOwnAuthorizationServer() async throws {
        let server = try AuthorizationServer { $0.servesResourceMetadata = false }
        #expect(await use(server, oauth(server)) == .success(200))
        #expect(server.seen.paths.contains("/.well-known/oauth-protected-resource"))
    }

    @Test func aRequestThatIsGivenUpLeavesThePersonTheirTime() async throws {
        let server = try AuthorizationServer()
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        let agreeing = server.browser()
        let presenter = OAuthPresenter.browser { page in
            for await _ in stream { break }
            _ = try await agreeing.present(page)
        }
        let oauth = oauth(server, presenter: presenter)
        let request = Task { await use(server, oauth) }
        while await !oauth.isAsking { try await Task.sleep(for: .milliseconds(5)) }
        request.cancel()
        let start = ContinuousClock.now
        #expect(error(await request.value)?.kind == .cancelled)
        #expect(.now - start < .seconds(1))
        continuation.yield()
        await oauth.settled()
        #expect(await use(server, oauth) == .success(200))
        #expect(server.seen.authorizations.count == 1)
    }

    @Test func somebodyWhoSaysNoOrNothingIsNotAskedAgainAtOnce() async throws {
        let server = try AuthorizationServer { $0.denies = true }
        let oauth = oauth(server)
        for _ in 0..<3 {
            let error = error(await use(server, oauth))
            #expect(error?.kind == .unauthorized && error?.message.contains("access_denied") == true)
        }
        #expect(server.seen.authorizations.count == 1)
        var settings = OAuthSettings()
        settings.patience = .milliseconds(100)
        let silent = self.oauth(server, settings, presenter: .browser { _ in })
        #expect(error(await use(server, silent))?.message.contains("nobody answered") == true)
    }

    // MARK: - Refusals

    @Test(
        "M6: metadata that names private addresses, another issuer or another resource is refused, and no token is asked for",
        arguments: [
            ("resource", "another resource"), ("sibling", "another resource"), ("issuer", "another issuer"),
            ("metadata in the cloud", "not public"), ("issuer in the network", "not public"),
            ("token endpoint in the network", "not public"), ("plain http", "https"), ("no PKCE", "PKCE"),
            ("script", "address"),
        ])
    func refusals(_ fault: String, _ word: String) async throws {
        let server = try AuthorizationServer()
        let base = server.base
        server.change { behaviour in
            switch fault {
            case "resource": behaviour.resource = "https://other.example/mcp"
            case "sibling": behaviour.resource = "\(base)/mcp2"
            case "issuer": behaviour.metadata["issuer"] = "https://other.example"
            case "metadata in the cloud": behaviour.namedMetadata = "https://169.254.169.254/latest/meta-data"
            case "issuer in the network": behaviour.authorizationServers = ["https://192.168.1.1"]
            case "token endpoint in the network": behaviour.metadata["token_endpoint"] = "https://10.0.0.1/token"
            case "plain http": behaviour.metadata["token_endpoint"] = "http://as.example/token"
            case "no PKCE": behaviour.removedMetadata = ["code_challenge_methods_supported"]
            default: behaviour.metadata["authorization_endpoint"] = "javascript:alert(1)"
            }
        }
        let start = ContinuousClock.now
        let error = error(await use(server, oauth(server)))
        #expect(error?.kind == .refused && error?.message.contains(word) == true, "\(error as Any)")
        #expect(server.seen.tokenRequests.isEmpty && .now - start < .seconds(5))
    }

    @Test("M6: a server elsewhere cannot lead to this machine")
    func publicServer() async throws {
        let inside = try AuthorizationServer()
        let outside = PublicServer(metadata: "\(inside.base)/.well-known/oauth-protected-resource/mcp")
        let oauth = OAuth(server: "https://mcp.example/mcp", presenter: inside.browser(), transport: outside)
        var request = HTTPRequest(method: "POST", url: "https://mcp.example/mcp")
        try await oauth.authorize(&request)
        let response = try await outside.send(request)
        await #expect(throws: MCPError.self) { try await oauth.challenged(by: response, to: request) }
        #expect(inside.seen.paths.isEmpty)
    }

    @Test(
        "an answer from elsewhere is refused before its code is sent anywhere",
        arguments: ["iss", "no iss", "state", "twice"])
    func mixUp(_ fault: String) async throws {
        let server = try AuthorizationServer { behaviour in
            switch fault {
            case "iss": behaviour.answeredIssuer = "https://other.example"
            case "no iss": behaviour.sendsIssuer = false
            default: behaviour.answeredState = "forged"
            }
        }
        var settings = OAuthSettings()
        settings.patience = .milliseconds(300)
        let error = error(await use(server, oauth(server, settings)))
        #expect(error != nil && server.seen.tokenRequests.isEmpty)
    }

    @Test func aClientOfOneAuthorizationServerIsNotShownToAnother() async throws {
        let server = try AuthorizationServer()
        var settings = OAuthSettings()
        settings.clientID = "id"
        settings.clientSecret = "s3cret-of-another"
        settings.issuer = "https://as.example"
        #expect(error(await use(server, oauth(server, settings)))?.kind == .refused)
        // A registered one is registered anew.
        let store = OAuthMemoryStore()
        let client = OAuthClient(id: "theirs", secret: nil, method: nil, redirectURI: nil)
        await store.keep(OAuthRecord(issuer: "https://as.example", client: client), of: server.url)
        #expect(await use(server, oauth(server, store: store)) == .success(200))
        #expect(server.seen.authorizations.last?["client_id"] == "client-1")
    }

    @Test func tokensGoToTheirServerAloneAndHeadersOfTheProgramStay() async throws {
        let server = try AuthorizationServer()
        let oauth = oauth(server)
        #expect(await use(server, oauth) == .success(200))
        var other = HTTPRequest(url: "http://127.0.0.1:1/mcp")
        try await oauth.authorize(&other)
        #expect(other.headers["Authorization"] == nil)
        var own = HTTPRequest(url: server.url, headers: ["Authorization": "Bearer mine"])
        try await oauth.authorize(&own)
        #expect(own.headers["Authorization"] == "Bearer mine")
        let refusal = HTTPResponse(status: 401)
        #expect(try await !oauth.challenged(by: refusal, to: own))
    }

    @Test("secrets are in no error, description or dump, whatever a server makes of them")
    func secrecy() async throws {
        let server = try AuthorizationServer()
        let store = OAuthMemoryStore()
        let oauth = oauth(server, store: store)
        #expect(await use(server, oauth) == .success(200))
        let record = try #require(await store.record(of: server.url))
        var text = "\(record) \(String(reflecting: record)) \(oauth)"
        dump(record, to: &text)
        server.endTokens()
        let refresh = try #require(record.tokens?.refresh?.value)
        server.change { behaviour in
            behaviour.tokenError = ["error": "invalid_request", "error_description": "bad \(refresh)"]
        }
        text += "\(String(describing: error(await use(server, oauth))))"
        #expect(!text.isEmpty)
        for secret in server.seen.secrets { #expect(!text.contains(secret)) }
    }

    @Test(
        arguments: [
            (#"Bearer resource_metadata="https://h/x", scope="a b""#, "https://h/x", ["a", "b"]),
            (#"Basic realm="a, b=c", Bearer scope=a, resource_metadata=https://h/x"#, "https://h/x", ["a"]),
            (#"bearer error="invalid_token", resource_metadata = "https://h/\"q\"""#, "https://h/\"q\"", nil),
            (#"Digest resource_metadata="https://evil""#, nil, nil), ("", nil, nil), ("Bearer", nil, nil),
            (#"Bearer resource_metadata="https://h/x"#, "https://h/x", nil),
        ] as [(String, String?, [String]?)])
    func challenges(_ header: String, _ metadata: String?, _ scopes: [String]?) {
        let challenge = OAuthChallenge(["WWW-Authenticate": header])
        #expect(challenge.resourceMetadata == metadata && challenge.scopes == scopes)
    }
}

/// A server with a public address, which names this machine. Everything else it does not know goes to the network.
private struct PublicServer: Transport {
    let metadata: String

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        if request.url == "https://mcp.example/mcp" {
            return HTTPResponse(
                status: 401, headers: ["WWW-Authenticate": "Bearer resource_metadata=\"\(metadata)\""])
        }
        return try await MCPServersOptions.systemTransport(.publicOnly).send(request)
    }
}
