public import Foundation
public import MassGenCore

/// Gets authorizations for one server as the MCP specification says, by OAuth 2.1: finds who gives them, registers the
/// client, asks a person, keeps and refreshes the tokens.
///
/// A flow goes on although the request that began it is given up: a person may take longer than a request. All requests
/// that need one wait for the same.
public actor OAuth: MCPAuthorization {
    /// The server's address.
    public nonisolated let server: String
    let settings: OAuthSettings
    let presenter: OAuthPresenter?
    let requests: OAuthRequests
    private let store: any OAuthStore
    private let now: @Sendable () -> Date

    private var record: OAuthRecord?
    private var isLoaded = false
    private var flow: Task<OAuthRecord, any Error>?
    private var refreshing: Task<OAuthRecord, any Error>?
    /// The token that the last flow gave, and when: to refuse it is no reason for another flow at once.
    private var granted: (token: Secret, at: Date)?
    /// Tokens that requests have carried: others are the program's own.
    private var used: Set<Secret> = []
    private var renewedAt: Date?
    /// Why the last flow failed, and until when nobody is asked again.
    private var refusal: (error: MCPError, until: Date)?
    /// What was asked for in the last flow.
    private var askedScopes: [String] = []

    /// Makes an authorization for a server; nothing is asked until the server wants one.
    /// - Parameters:
    ///   - server: the server's address.
    ///   - presenter: asks a person; without one only tokens that are there, and accounts of programs, can be used.
    ///   - transport: carries the requests. Its ``Reach`` is what keeps a server from naming addresses in your network.
    ///   - now: the clock, for tests.
    public init(
        server: String, settings: OAuthSettings = OAuthSettings(), presenter: OAuthPresenter? = nil,
        store: any OAuthStore = OAuthMemoryStore(), transport: any Transport,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.server = server
        self.settings = settings
        self.presenter = presenter
        self.store = store
        self.now = now
        requests = OAuthRequests(transport: transport)
    }

    /// Whether a person is being asked.
    public var isAsking: Bool { flow != nil }

    /// Waits until nobody is asked any more.
    public func settled() async {
        if let flow { _ = try? await Self.value(of: flow) }
    }

    /// Forgets the tokens, the client that was registered, and that somebody said no.
    public func forget() async throws {
        record = nil
        refusal = nil
        isLoaded = true
        try await store.keep(nil, of: server)
    }

    /// Adds the token to a request to the server, if there is one. One that ends within half a minute is renewed before.
    public func authorize(_ request: inout HTTPRequest) async throws(MCPError) {
        guard isForServer(request), request.headers["Authorization"] == nil else { return }
        try await load()
        guard let tokens = record?.tokens else { return }
        if let expires = tokens.expires, expires < now().addingTimeInterval(30), tokens.refresh != nil {
            _ = try await refreshed()
        }
        guard let access = record?.tokens?.access else { return }
        used.insert(access)
        request.headers["Authorization"] = "Bearer \(access.value)"
    }

    /// Answers 401, and 403 where more scopes are wanted. `true` when there is a new token.
    public func challenged(by response: HTTPResponse, to request: HTTPRequest) async throws(MCPError) -> Bool {
        guard isForServer(request) else { return false }
        let challenge = OAuthChallenge(response.headers)
        let isStepUp = response.status == 403 && challenge.error == "insufficient_scope"
        guard response.status == 401 || isStepUp else { return false }
        try await load()
        let sent = request.headers["Authorization"].map { Secret(String($0.trimmingPrefix("Bearer "))) }
        // The program's own header is not ours to replace.
        if let sent, !used.contains(sent) { return false }
        // Another request has got a new one meanwhile.
        if let current = record?.tokens?.access, sent != current { return true }
        if !isStepUp, sent != nil, record?.tokens?.refresh != nil, !isRecent(renewedAt), try await refreshed() {
            return true
        }
        var scopes = challenge.scopes
        if isStepUp { scopes = try widened(by: challenge.scopes ?? []) }
        if !isStepUp, let granted, sent == granted.token, isRecent(granted.at) {
            throw MCPError(.unauthorized, "the server does not accept the token it has just led to", status: 401)
        }
        _ = try await run(challenge, scopes)
        return true
    }

    /// What was granted, and what is wanted besides (SEP-2350). Asking twice for the same leads nowhere.
    private func widened(by wanted: [String]) throws(MCPError) -> [String] {
        let had = record?.tokens?.scopes ?? []
        let union = had + wanted.filter { !had.contains($0) }
        if wanted.isEmpty || Set(union) == Set(askedScopes) {
            throw MCPError(.unauthorized, "the server wants more than it was granted: \(wanted)", status: 403)
        }
        return union
    }

    private func isRecent(_ moment: Date?) -> Bool { moment.map { now().timeIntervalSince($0) < 60 } ?? false }

    private func isForServer(_ request: HTTPRequest) -> Bool {
        guard let own = try? WebAddress(server), let other = try? WebAddress(request.url) else { return false }
        return own.origin == other.origin
    }

    private func load() async throws(MCPError) {
        if isLoaded { return }
        do {
            let stored = try await store.record(of: server)
            if !isLoaded { record = stored }
            isLoaded = true
        } catch {
            throw MCPError(.refused, "the store of tokens cannot be read")
        }
    }
}

/// One flow at a time.
extension OAuth {
    private func run(_ challenge: OAuthChallenge, _ scopes: [String]?) async throws(MCPError) -> OAuthRecord {
        if let refusal, now() < refusal.until { throw refusal.error }
        let task = flow ?? Task { try await self.newRecord(challenge, scopes, former: self.record) }
        if flow == nil {
            flow = task
            Task {
                let result = await task.result
                await self.flowEnded(result)
            }
        }
        let record = try await Self.waiting(for: task)
        await adopt(record)
        return record
    }

    private func flowEnded(_ result: Result<OAuthRecord, any Error>) async {
        flow = nil
        switch result {
        case .success(let record): await adopt(record)
        // Whoever said no is not asked again by the next request.
        case .failure(let error as MCPError) where error.kind == .unauthorized:
            let (seconds, _) = settings.patience.components
            refusal = (error, now().addingTimeInterval(Double(seconds)))
        case .failure: break
        }
    }

    /// Takes over what a flow has got, once.
    private func adopt(_ new: OAuthRecord) async {
        guard new != record, let access = new.tokens?.access, granted?.token != access else { return }
        record = new
        granted = (access, now())
        askedScopes = new.tokens?.scopes ?? []
        // A store that fails costs a person another click, not the answer.
        try? await store.keep(new, of: server)
    }

    /// Whether there is a new token. One that cannot be renewed any more is dropped.
    private func refreshed() async throws(MCPError) -> Bool {
        let task = refreshing ?? Task { try await self.renewed() }
        refreshing = task
        defer { refreshing = nil }
        do throws(MCPError) {
            let new = try await Self.waiting(for: task)
            if new != record {
                record = new
                renewedAt = now()
                try? await store.keep(new, of: server)
            }
            return true
        } catch {
            guard error.kind == .unauthorized || error.kind == .refused else { throw error }
            record?.tokens = nil
            return false
        }
    }

    private func renewed() async throws(MCPError) -> OAuthRecord {
        guard var new = record, let tokens = new.tokens, let refresh = tokens.refresh else {
            throw MCPError(.unauthorized, "there is no token to renew")
        }
        let found = try await discover(OAuthChallenge([:]))
        guard found.metadata.issuer == new.issuer, let client = try client(for: found, known: new) else {
            throw MCPError(.unauthorized, "another authorization server is responsible now")
        }
        var pairs = [("grant_type", "refresh_token"), ("refresh_token", refresh.value), ("resource", found.resource)]
            .map { (name: $0.0, value: $0.1) }
        let headers = identify(client, found.metadata, &pairs)
        let answer = try await requests.tokens(
            pairs, from: found.metadata.tokenEndpoint, headers: headers,
            hiding: [refresh.value, client.secret?.value ?? ""])
        var renewed = stored(answer, asked: tokens.scopes)
        renewed.refresh = renewed.refresh ?? refresh
        new.tokens = renewed
        return new
    }

    func stored(_ answer: TokenAnswer, asked: [String]) -> OAuthTokens {
        OAuthTokens(
            access: Secret(answer.accessToken), refresh: answer.refreshToken.map { Secret($0) },
            expires: answer.seconds.map { now().addingTimeInterval(min(max($0, 0), 10 * 365 * 86_400)) },
            scopes: answer.scope.map { $0.split(separator: " ").map(String.init) } ?? asked)
    }

    private static func waiting(for task: Task<OAuthRecord, any Error>) async throws(MCPError) -> OAuthRecord {
        do { return try await value(of: task) } catch let error as MCPError { throw error } catch {
            throw MCPError(.cancelled, "the task was cancelled")
        }
    }

    /// The task's value, or an error as soon as the waiting task is cancelled; the awaited one goes on.
    private static func value(of task: Task<OAuthRecord, any Error>) async throws -> OAuthRecord {
        let (stream, continuation) = AsyncThrowingStream<OAuthRecord, any Error>.makeStream()
        Task {
            continuation.yield(with: await task.result)
            continuation.finish()
        }
        for try await record in stream { return record }
        throw CancellationError()
    }
}
