/// A tool and the server it belongs to.
public struct MCPToolID: Sendable, Hashable, Codable, Comparable {
    /// The server's name in the configuration.
    public var server: String
    /// The tool's name on that server.
    public var tool: String

    /// Makes an identity.
    public init(server: String, tool: String) {
        self.server = server
        self.tool = tool
    }

    /// By server, then by tool.
    public static func < (left: MCPToolID, right: MCPToolID) -> Bool {
        (left.server, left.tool) < (right.server, right.tool)
    }
}

/// What tools of several servers are called towards a model, and back.
///
/// A name is `mcp__server__tool`, of letters, digits, `_` and `-`, and at most 64 of them: what all vendors take. Where
/// that would lose something, the name ends in a part of a hash of the two names it stands for. It depends on nothing
/// else, so that it stays what it is when other tools come and go.
public struct MCPToolNames: Sendable, Hashable {
    /// The most characters of a name.
    public static let limit = 64

    /// A name that is not just `mcp__server__tool`.
    public struct Change: Sendable, Hashable, CustomStringConvertible {
        /// The tool.
        public var tool: MCPToolID
        /// What it is called.
        public var name: String
        /// Why.
        public var reason: Reason

        /// The change in words.
        public var description: String { "\(tool.tool) of \(tool.server) is called \(name): \(reason.rawValue)" }
    }

    /// Why a name is another.
    public enum Reason: String, Sendable, Hashable {
        /// Vendors do not take it.
        case characters = "it has characters that vendors do not take"
        /// It is too long.
        case length = "it has more than 64 characters"
        /// Another server's tool could have the same.
        case ambiguity = "its server's name makes it ambiguous"
        /// Another tool has it.
        case collision = "another tool has its name"
    }

    /// Names that are not just `mcp__server__tool`, by server and tool.
    public private(set) var changes: [Change] = []
    private var names: [MCPToolID: String] = [:]
    private var tools: [String: MCPToolID] = [:]

    /// Names tools. One that is there twice is one.
    public init(_ tools: some Sequence<MCPToolID>) {
        let all = Set(tools).sorted()
        for id in all {
            let (plain, reason) = Self.plain(id)
            if reason == nil { assign(plain, to: id) }
        }
        for id in all where names[id] == nil {
            let (plain, reason) = Self.plain(id)
            var digits = 8
            var name = Self.hashed(plain, id, digits)
            // Somebody may have called a tool like another's hashed name, on purpose.
            while self.tools[name] != nil, digits < 48 {
                digits += 8
                name = Self.hashed(plain, id, digits)
            }
            changes.append(Change(tool: id, name: name, reason: digits > 8 ? .collision : reason ?? .collision))
            assign(name, to: id)
        }
        changes.sort { $0.tool < $1.tool }
    }

    /// What a tool is called.
    public func name(of id: MCPToolID) -> String? { names[id] }

    /// The tool of that name.
    public func tool(named name: String) -> MCPToolID? { tools[name] }

    private mutating func assign(_ name: String, to id: MCPToolID) {
        names[id] = name
        tools[name] = id
    }

    /// The name as it would be, and why it cannot be that.
    private static func plain(_ id: MCPToolID) -> (name: String, reason: Reason?) {
        let server = sanitized(id.server)
        let tool = sanitized(id.tool)
        let name = "mcp__\(server)__\(tool)"
        // The first two underscores after a server's name must be the ones that end it.
        let isAmbiguous = server.isEmpty || server.hasSuffix("_") || server.firstRange(of: "__") != nil || tool.isEmpty
        if server != id.server || tool != id.tool { return (name, .characters) }
        if name.utf8.count > limit { return (name, .length) }
        return (name, isAmbiguous ? .ambiguity : nil)
    }

    private static func hashed(_ plain: String, _ id: MCPToolID, _ digits: Int) -> String {
        // The lengths keep two names from being cut in different places.
        let hash = SHA256.hex("\(id.server.utf8.count):\(id.server)\(id.tool)").prefix(digits)
        return "\(plain.prefix(limit - digits - 1))_\(hash)"
    }

    private static func sanitized(_ text: String) -> String {
        String(
            decoding: text.unicodeScalars.map { scalar in
                switch scalar {
                case "a"..."z", "A"..."Z", "0"..."9", "_", "-": UInt8(scalar.value)
                default: UInt8(ascii: "_")
                }
            }, as: UTF8.self)
    }
}
