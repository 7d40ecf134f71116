/// A tool the provider runs on its own side: web search, code, files.
///
/// Only a name is needed; settings that several vendors share have members, others stand in ``extra``. What a provider
/// cannot be told is reported as a ``Loss``.
///
/// ```swift
/// request.serverTools = [.webSearch(allowedDomains: ["swift.org"]), .codeExecution]
/// ```
public struct ServerTool: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The canonical name, `webSearch` for instance; a vendor's own word for a tool without one.
    public var name: String
    /// The only sites to search or fetch.
    public var allowedDomains: [String] = []
    /// Sites that are left out.
    public var blockedDomains: [String] = []
    /// How often the tool may be used in one answer.
    public var maxUses: Int?
    /// Where the person is, for results nearby.
    public var userLocation: UserLocation?
    /// The ids of the stores of files to search.
    public var stores: [String] = []
    /// How many results to find at most.
    public var maxResults: Int?
    /// The name of a server of tools, as the model sees it.
    public var label: String?
    /// The address of a server of tools.
    public var url: String?
    /// What authorizes at a server of tools; never printed, and left out of the JSON form.
    public var token: Secret?
    /// The only tools of a server that may be called; empty for all.
    public var allowedTools: [String] = []
    /// The width of a screen, in pixels.
    public var width: Int?
    /// The height of a screen, in pixels.
    public var height: Int?
    /// What a screen belongs to: `browser`, `mac`, `windows`, `linux`.
    public var environment: String?
    /// The id of a sandbox that is there already.
    public var container: String?
    /// The ids of files that the sandbox can see.
    public var files: [String] = []
    /// JSON merged into the tool, by wire or provider id; the whole of a tool that has no canonical name.
    public var extra: Extra = [:]

    /// Makes a server tool.
    public init(name: String) { self.name = name }
    /// Makes a server tool from a literal.
    public init(stringLiteral value: String) { self.init(name: value) }

    /// Where a person is, roughly.
    public struct UserLocation: Sendable, Hashable, Codable {
        /// The city's name.
        public var city: String?
        /// The region's name.
        public var region: String?
        /// The country, in two letters.
        public var country: String?
        /// The time zone, `Europe/Berlin` for instance.
        public var timezone: String?

        /// Makes a location.
        public init(city: String? = nil, region: String? = nil, country: String? = nil, timezone: String? = nil) {
            self.city = city
            self.region = region
            self.country = country
            self.timezone = timezone
        }
    }
}

extension ServerTool {
    /// Searches the web.
    public static let webSearch: ServerTool = "webSearch"
    /// Runs code in the provider's sandbox.
    public static let codeExecution: ServerTool = "codeExecution"
    /// Searches files given to the provider.
    public static let fileSearch: ServerTool = "fileSearch"
    /// Looks at a screen and says what to click and type.
    public static let computerUse: ServerTool = "computerUse"
    /// Makes images.
    public static let imageGeneration: ServerTool = "imageGeneration"
    /// Reads the pages whose addresses stand in the conversation.
    public static let urlContext: ServerTool = "urlContext"
    /// Calls the tools of a server that speaks the Model Context Protocol.
    public static let mcp: ServerTool = "mcp"

    /// The names above: a tool with another is its vendor's own.
    static let canonical = Set(
        [webSearch, codeExecution, fileSearch, computerUse, imageGeneration, urlContext, mcp].map(\.name))

    /// Searches the web, within bounds.
    public static func webSearch(
        allowedDomains: [String] = [], blockedDomains: [String] = [], maxUses: Int? = nil,
        userLocation: UserLocation? = nil
    ) -> ServerTool {
        var tool = webSearch
        tool.allowedDomains = allowedDomains
        tool.blockedDomains = blockedDomains
        tool.maxUses = maxUses
        tool.userLocation = userLocation
        return tool
    }

    /// Searches the files of these stores.
    public static func fileSearch(stores: [String], maxResults: Int? = nil) -> ServerTool {
        var tool = fileSearch
        tool.stores = stores
        tool.maxResults = maxResults
        return tool
    }

    /// Runs code in a sandbox that is there already, or in one that sees these files.
    public static func codeExecution(container: String? = nil, files: [String] = []) -> ServerTool {
        var tool = codeExecution
        tool.container = container
        tool.files = files
        return tool
    }

    /// Looks at a screen of this size, in pixels.
    public static func computerUse(width: Int, height: Int, environment: String? = nil) -> ServerTool {
        var tool = computerUse
        tool.width = width
        tool.height = height
        tool.environment = environment
        return tool
    }

    /// Calls the tools of a server that speaks the Model Context Protocol.
    public static func mcp(
        label: String, url: String, token: Secret? = nil, allowedTools: [String] = []
    ) -> ServerTool {
        var tool = mcp
        tool.label = label
        tool.url = url
        tool.token = token
        tool.allowedTools = allowedTools
        return tool
    }
}

extension ChatRequest {
    /// Whether the request asks for a tool of the provider's own.
    public func asks(for tool: String) -> Bool { serverTools.contains { $0.name == tool } }
}

/// Members in the forms in which wires hold them.
extension ServerTool {
    /// The city of the person.
    public var userLocationCity: String? {
        get { userLocation?.city }
        set { place(newValue, at: \.city) }
    }
    /// The region of the person.
    public var userLocationRegion: String? {
        get { userLocation?.region }
        set { place(newValue, at: \.region) }
    }
    /// The country of the person.
    public var userLocationCountry: String? {
        get { userLocation?.country }
        set { place(newValue, at: \.country) }
    }
    /// The time zone of the person.
    public var userLocationTimezone: String? {
        get { userLocation?.timezone }
        set { place(newValue, at: \.timezone) }
    }
    /// The text of the token.
    public var tokenText: String? {
        get { token?.value }
        set { token = newValue.map { Secret($0) } }
    }

    private mutating func place(_ text: String?, at member: WritableKeyPath<UserLocation, String?>) {
        guard text != nil || userLocation != nil else { return }
        var location = userLocation ?? UserLocation()
        location[keyPath: member] = text
        userLocation = location
    }

    /// The settings that have a value, by the names the IDL has for them.
    var settings: [String] {
        let all: [(name: String, isSet: Bool)] = [
            ("allowedDomains", !allowedDomains.isEmpty), ("blockedDomains", !blockedDomains.isEmpty),
            ("maxUses", maxUses != nil), ("userLocation.city", userLocation?.city != nil),
            ("userLocation.region", userLocation?.region != nil),
            ("userLocation.country", userLocation?.country != nil),
            ("userLocation.timezone", userLocation?.timezone != nil), ("stores", !stores.isEmpty),
            ("maxResults", maxResults != nil), ("label", label != nil), ("url", url != nil),
            ("token", token != nil), ("allowedTools", !allowedTools.isEmpty), ("width", width != nil),
            ("height", height != nil), ("environment", environment != nil), ("container", container != nil),
            ("files", !files.isEmpty),
        ]
        return all.filter(\.isSet).map(\.name)
    }
}

/// The JSON form: the name alone, or `{"type": "webSearch", "allowedDomains": […]}`. A token is read, never written.
extension ServerTool: Codable {
    private enum Key: String, CodingKey {
        case type, allowedDomains, blockedDomains, maxUses, userLocation, stores, maxResults, label, url, token
        case allowedTools, width, height, environment, container, files, extra
    }

    /// Reads a server tool.
    public init(from decoder: any Decoder) throws {
        if let name = try? decoder.singleValueContainer().decode(String.self) {
            self.init(name: name)
            return
        }
        let members = try decoder.container(keyedBy: Key.self)
        func value<Value: Decodable>(_ key: Key) throws -> Value? {
            try members.decodeIfPresent(Value.self, forKey: key)
        }
        self.init(name: try members.decode(String.self, forKey: .type))
        allowedDomains = try value(.allowedDomains) ?? []
        blockedDomains = try value(.blockedDomains) ?? []
        maxUses = try value(.maxUses)
        userLocation = try value(.userLocation)
        stores = try value(.stores) ?? []
        maxResults = try value(.maxResults)
        label = try value(.label)
        url = try value(.url)
        tokenText = try value(.token)
        allowedTools = try value(.allowedTools) ?? []
        width = try value(.width)
        height = try value(.height)
        environment = try value(.environment)
        container = try value(.container)
        files = try value(.files) ?? []
        extra = try value(.extra) ?? [:]
    }

    /// Writes the server tool.
    public func encode(to encoder: any Encoder) throws {
        guard !settings.isEmpty || !extra.isEmpty else {
            var value = encoder.singleValueContainer()
            try value.encode(name)
            return
        }
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(name, forKey: .type)
        try members.encode(allowedDomains, unlessEmptyForKey: .allowedDomains)
        try members.encode(blockedDomains, unlessEmptyForKey: .blockedDomains)
        try members.encodeIfPresent(maxUses, forKey: .maxUses)
        try members.encodeIfPresent(userLocation, forKey: .userLocation)
        try members.encode(stores, unlessEmptyForKey: .stores)
        try members.encodeIfPresent(maxResults, forKey: .maxResults)
        try members.encodeIfPresent(label, forKey: .label)
        try members.encodeIfPresent(url, forKey: .url)
        try members.encode(allowedTools, unlessEmptyForKey: .allowedTools)
        try members.encodeIfPresent(width, forKey: .width)
        try members.encodeIfPresent(height, forKey: .height)
        try members.encodeIfPresent(environment, forKey: .environment)
        try members.encodeIfPresent(container, forKey: .container)
        try members.encode(files, unlessEmptyForKey: .files)
        try members.encode(extra, unlessEmptyForKey: .extra)
    }
}
