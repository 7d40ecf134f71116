/// What is known of a provider, from its IDL.
public struct Provider: Sendable {
    /// The id, `groq` for instance.
    public var id: String
    /// The name for people.
    public var title: String
    /// The id of its wire.
    public var wire: String
    /// The address of its API; options stand in braces.
    public var base: String
    /// Environment variables that may hold another address.
    public var baseVariables: [String]
    /// Ways to present a key, first wins.
    public var keys: [KeyScheme]
    /// Chat endpoints, most particular first.
    public var endpoints: [Endpoint]
    /// What it offers besides chat.
    public var services: [Service]
    /// Headers on every request.
    public var headers: [Item]
    /// Query items on every request.
    public var queries: [Item]
    /// Variables of its environment, where it is a program.
    public var variables: [Item]
    /// Named settings of the address.
    public var options: [Option]
    /// What it can do, where the model does not say otherwise.
    public var capabilities: Set<Capability>
    /// Keys of the wire's request that it refuses.
    public var refused: Set<String>
    /// The types of the settings that only it has.
    public var settings: [String: SettingType]
    /// The model used when the caller names none.
    public var defaultModel: String?
    /// What it takes of media.
    public var media: [MediaRule]
    /// Other names, those of the original's configuration for instance.
    public var aliases: [String]
    /// Hosts it is known by: the ends of their names.
    public var hosts: [String]
    /// The headers that report limits.
    public var limits: [Limit]
    /// The header with the id of a request.
    public var requestIDHeader: String?
    /// Its models.
    public var models: ModelTable

    /// Makes a provider.
    public init(
        id: String, title: String, wire: String, base: String, baseVariables: [String] = [], keys: [KeyScheme],
        endpoints: [Endpoint] = [], services: [Service] = [], headers: [Item] = [], queries: [Item] = [],
        variables: [Item] = [], options: [Option] = [], capabilities: Set<Capability> = [], refused: Set<String> = [],
        settings: [String: SettingType] = [:], defaultModel: String? = nil, media: [MediaRule] = [],
        aliases: [String] = [], hosts: [String] = [], limits: [Limit] = [],
        requestIDHeader: String? = nil, models: ModelTable = .empty
    ) {
        self.id = id
        self.title = title
        self.wire = wire
        self.base = base
        self.baseVariables = baseVariables
        self.keys = keys
        self.endpoints = endpoints
        self.services = services
        self.headers = headers
        self.queries = queries
        self.variables = variables
        self.options = options
        self.capabilities = capabilities
        self.refused = refused
        self.settings = settings
        self.defaultModel = defaultModel
        self.media = media
        self.aliases = aliases
        self.hosts = hosts
        self.limits = limits
        self.requestIDHeader = requestIDHeader
        self.models = models
    }

    /// Makes a provider that is no server: a model in this process, a test.
    public init(id: String, title: String) {
        self.init(id: id, title: title, wire: "", base: "", keys: [.none])
    }

    /// A way to present a key, with the environment variables that may hold it.
    public enum KeyScheme: Sendable, Hashable {
        /// `Authorization: Bearer …`
        case bearer([String])
        /// A header of the vendor's own.
        case header(String, [String])
        /// A variable in the environment of a program.
        case variable([String])
        /// No key is needed.
        case none

        /// The header that carries the key.
        public var header: String? {
            switch self {
            case .bearer: "authorization"
            case .header(let name, _): name
            case .variable, .none: nil
            }
        }

        /// The environment variables, first wins.
        public var variables: [String] {
            switch self {
            case .bearer(let names), .header(_, let names), .variable(let names): names
            case .none: []
            }
        }
    }

    /// A chat endpoint.
    public struct Endpoint: Sendable, Hashable {
        /// The path; `{model}` and options stand in braces.
        public var path: String
        /// Options that must be set for this path.
        public var needs: [String]
        /// Whether it serves streams alone.
        public var isStreaming: Bool

        /// Makes an endpoint.
        public init(_ path: String, needs: [String] = [], isStreaming: Bool = false) {
            self.path = path
            self.needs = needs
            self.isStreaming = isStreaming
        }
    }

    /// Something it offers besides chat: an endpoint with a purpose.
    public struct Service: Sendable, Hashable {
        /// What it is for.
        public enum Purpose: String, Sendable, Hashable, CaseIterable {
            /// Lists models.
            case models
            /// Counts the tokens of a request.
            case count
            /// Makes vectors of texts.
            case embed
            /// Stores a file.
            case upload
            /// Tells of a stored file.
            case file
            /// Removes a stored file.
            case remove
            /// Downloads a model to the server, and tells of it in lines of JSON.
            case pull
        }

        /// How a file is sent along.
        public enum FileForm: Sendable, Hashable {
            /// In a form, under this name.
            case form(String)
            /// After a document about it.
            case related
        }

        /// What it is for.
        public var purpose: Purpose
        /// The method.
        public var method: String
        /// The path; `{model}`, `{file}` and options stand in braces.
        public var path: String
        /// What a provider must be able to do to offer it.
        public var needs: [Capability]
        /// Headers that only this endpoint needs.
        public var headers: [Item]
        /// How a file is sent along.
        public var file: FileForm?
        /// The keys of a chat request's body that it does not take.
        public var without: [String]

        /// Makes a description of an endpoint.
        public init(
            _ purpose: Purpose, _ method: String, _ path: String, needs: [Capability] = [], headers: [Item] = [],
            file: FileForm? = nil, without: [String] = []
        ) {
            self.purpose = purpose
            self.method = method
            self.path = path
            self.needs = needs
            self.headers = headers
            self.file = file
            self.without = without
        }
    }

    /// A header or a query item.
    public struct Item: Sendable, Hashable {
        /// Where its value comes from.
        public enum Value: Sendable, Hashable {
            /// Always the same.
            case text(String)
            /// An option; left out when it is not set.
            case option(String)
            /// Taken away where it is there.
            case absent
        }

        /// The name.
        public var name: String
        /// Where its value comes from.
        public var value: Value

        /// Makes an item.
        public init(_ name: String, _ value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// A named setting of the address.
    public struct Option: Sendable, Hashable {
        /// The name.
        public var name: String
        /// The value when nobody gives one.
        public var fallback: String?
        /// Environment variables that may hold it.
        public var variables: [String]

        /// Makes an option.
        public init(_ name: String, fallback: String? = nil, variables: [String] = []) {
            self.name = name
            self.fallback = fallback
            self.variables = variables
        }
    }

    /// The type of a setting.
    public enum SettingType: Sendable, Hashable {
        case text
        case texts
        case integer
        case number
        case bool
        case json

        func fits(_ value: JSON) -> Bool {
            switch (self, value) {
            case (.json, _), (.text, .string), (.number, .number), (.bool, .bool): true
            case (.integer, .number(let number)): number.int != nil
            case (.texts, .array(let elements)): elements.allSatisfy { $0.string != nil }
            default: false
            }
        }
    }

    /// The headers that report one limit.
    public struct Limit: Sendable, Hashable {
        /// What is limited.
        public var name: String
        /// The header with the limit.
        public var limit: String?
        /// The header with what is left.
        public var remaining: String?
        /// The header with when it is whole again.
        public var reset: String?

        /// Makes a description of a limit.
        public init(_ name: String, limit: String? = nil, remaining: String? = nil, reset: String? = nil) {
            self.name = name
            self.limit = limit
            self.remaining = remaining
            self.reset = reset
        }
    }
}
