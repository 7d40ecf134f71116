import MassGenCore

/// Resources.
extension MCPClient {
    /// The resources that the server offers; none when it offers no resources at all.
    public func resources(refresh: Bool = false) async throws(MCPError) -> [MCPResource] {
        guard try await connect().offers("resources") else { return [] }
        return try await list("resources/list", "resources", of: MCPResource.self, refresh: refresh)
    }

    /// The patterns of addresses that the server offers.
    public func resourceTemplates(refresh: Bool = false) async throws(MCPError) -> [MCPResourceTemplate] {
        guard try await connect().offers("resources") else { return [] }
        return try await list(
            "resources/templates/list", "resourceTemplates", of: MCPResourceTemplate.self, refresh: refresh)
    }

    /// Reads a resource: a directory may give several contents.
    public func read(_ uri: String, refresh: Bool = false) async throws(MCPError) -> [MCPResourceContents] {
        try check(uri)
        try await require("resources")
        let parameters: JSONObject = ["uri": .string(uri)]
        let result = try await cached("resources/read", parameters, refresh: refresh) { () async throws(MCPError) in
            try await interact("resources/read", parameters, timeout: nil, progress: nil)
        }
        guard let contents = result["contents"]?.array else {
            throw MCPError(.invalidAnswer, "resources/read gave no contents", server: name)
        }
        return contents.compactMap { json in
            let contents = MCPResourceContents(json)
            if contents == nil { skip("resources/read: contents that are neither text nor bytes") }
            return contents
        }
    }

    /// Asks to be told when a resource changes: ``MCPEvent/resourceUpdated(uri:)``.
    public func subscribe(to uri: String) async throws(MCPError) {
        try check(uri)
        let server = try await connect()
        guard server.capabilities["resources"]?["subscribe"]?.bool == true else {
            throw MCPError(.unsupported, "the server does not tell when resources change", server: name)
        }
        guard server.version.era == .stateless else {
            _ = try await request("resources/subscribe", ["uri": .string(uri)])
            _ = listening.change(uri, isWanted: true)
            return
        }
        if listening.change(uri, isWanted: true) { try await listenAnew(server) }
    }

    /// Ends ``subscribe(to:)``.
    public func unsubscribe(from uri: String) async throws(MCPError) {
        let server = try await connect()
        guard listening.change(uri, isWanted: false) else { return }
        guard server.version.era == .stateless else {
            _ = try await request("resources/unsubscribe", ["uri": .string(uri)])
            return
        }
        try await listenAnew(server)
    }

    /// Refuses an address that leads out of where it begins, in whatever way that is written.
    private func check(_ uri: String) throws(MCPError) {
        guard !options.allowsPathTraversal, uri.leadsUp else { return }
        throw MCPError(
            .refused, "the address '\(uri.prefix(200))' leads up by '..'; allowsPathTraversal permits that",
            server: name)
    }
}

extension String {
    /// Whether an address has a step up in it, also where that is percent-encoded, even twice.
    var leadsUp: Bool {
        var text = self
        for _ in 0..<3 {
            // By code points, as servers split it: an accent would hide the slash before it.
            let signs: [Unicode.Scalar] = ["/", "\\", "?", "#", ":"]
            let steps = text.unicodeScalars.split { signs.contains($0) }
            if steps.contains(where: { $0.elementsEqual("..".unicodeScalars) }) || text.utf8.contains(0) { return true }
            let decoded = text.percentDecoded
            if decoded == text { return false }
            text = decoded
        }
        return false
    }

    private var percentDecoded: String {
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, let value = UInt8(String(rest.prefix(2)) ?? "", radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
