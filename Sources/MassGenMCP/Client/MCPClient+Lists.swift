import MassGenCore
import Synchronization

/// Lists, page by page.
extension MCPClient {
    /// The most pages of a list that are asked for.
    private static var pageLimit: Int { 1000 }

    /// All pages of a list; what is no element of it is left out and said so.
    func list<Element: Decodable>(
        _ method: String, _ key: String, of type: Element.Type, refresh: Bool
    ) async throws(MCPError) -> [Element] {
        var elements: [Element] = []
        var cursor: String?
        var seen: Set<String> = []
        for _ in 0..<Self.pageLimit {
            let parameters: JSONObject = cursor.map { ["cursor": .string($0)] } ?? [:]
            let page = try await cached(method, parameters, refresh: refresh) { () async throws(MCPError) in
                try await request(method, parameters)
            }
            guard let members = page[key]?.array else {
                throw MCPError(.invalidAnswer, "\(method) gave no list of \(key)", server: name)
            }
            for member in members {
                do {
                    elements.append(try member.decode(type))
                } catch {
                    skip("\(method): '\(member["name"]?.string?.prefix(100) ?? "?")' is not as the protocol says")
                }
            }
            guard let next = page["nextCursor"]?.string else { return elements }
            guard seen.insert(next).inserted else {
                throw MCPError(.invalidAnswer, "\(method) gives the same page again and again", server: name)
            }
            cursor = next
        }
        throw MCPError(.tooLarge, "\(method) gives more than \(Self.pageLimit) pages", server: name)
    }

    /// A result that is still fresh, or a new one, which is kept as long as the server allows.
    func cached(
        _ method: String, _ parameters: JSONObject, refresh: Bool,
        _ ask: () async throws(MCPError) -> JSON
    ) async throws(MCPError) -> JSON {
        guard options.caches else { return try await ask() }
        let key = ResultCache.key(method, parameters)
        if !refresh, let result = cache.result(key) {
            state.withLock { $0.statistics.cacheHits += 1 }
            return result
        }
        let result = try await ask()
        // Only stateless servers say how long a result is fresh; the word of another means nothing.
        if server?.version.era == .stateless { cache.keep(result, key) }
        return result
    }

    /// Refuses what a server does not offer.
    func require(_ capability: String) async throws(MCPError) {
        let server = try await connect()
        guard server.offers(capability) else {
            throw MCPError(.unsupported, "the server offers no \(capability)", server: name)
        }
    }
}
