public import MassGenCore

/// How one server is started or reached, and which of its tools are offered.
public struct MCPServerConfiguration: Sendable, Hashable {
    /// The name it has for the program and, as a part of its tools' names, for models.
    public var name: String
    /// How it is started or reached.
    public var connection: Connection
    /// How long it may take to start or be reached.
    public var startTimeout = Duration.seconds(30)
    /// How long one call may take; a tool that shows progress may take longer, up to ten times that.
    public var callTimeout = Duration.seconds(60)
    /// Which of its tools are offered.
    public var tools = MCPToolFilter()
    /// Tools that may be called again after a call that failed on the way, although the server does not say so.
    public var retriedTools: [String] = []
    /// Whether it is left out.
    public var isDisabled = false

    /// The ways to a server.
    public enum Connection: Sendable, Hashable {
        /// A program on this machine, spoken to over its standard input and output.
        case program(MCPProgram)
        /// A server that is reached over HTTP.
        case endpoint(MCPEndpoint)
    }

    /// Makes the configuration of a server.
    public init(name: String, _ connection: Connection) {
        self.name = name
        self.connection = connection
    }

    /// A program on this machine.
    public static func program(
        _ name: String, _ command: String, _ arguments: [String] = [], environment: [String: String] = [:]
    ) -> MCPServerConfiguration {
        MCPServerConfiguration(
            name: name, .program(MCPProgram(command: command, arguments: arguments, environment: environment)))
    }

    /// A server that is reached over HTTP.
    public static func endpoint(_ name: String, _ url: String, headers: HTTPHeaders = [:]) -> MCPServerConfiguration {
        MCPServerConfiguration(name: name, .endpoint(MCPEndpoint(url: url, headers: headers)))
    }
}

/// A server that is a program on this machine. No shell reads any of it.
public struct MCPProgram: Sendable, Hashable {
    /// A path, or a name to be looked up in `PATH`.
    public var command: String
    /// Its arguments.
    public var arguments: [String]
    /// Variables it gets besides those of ``ChildEnvironment``.
    public var environment: [String: String]
    /// The directory it starts in; this process's own when `nil`.
    public var directory: String?

    /// Makes a program.
    public init(
        command: String, arguments: [String] = [], environment: [String: String] = [:], directory: String? = nil
    ) {
        self.command = command
        self.arguments = arguments
        self.environment = environment
        self.directory = directory
    }
}

/// A server that is reached over HTTP.
public struct MCPEndpoint: Sendable, Hashable {
    /// Its address.
    public var url: String
    /// Headers of every request: keys, mostly.
    public var headers: HTTPHeaders
    /// Which transport it speaks.
    public var kind: Kind = .automatic
    /// Addresses it may have although they are not public. This machine itself needs no mention where ``url`` names it.
    public var allowedRanges: [IPRange] = []
    /// How to get an authorization when the server asks for one.
    public var authorization = OAuthSettings()

    /// The transports over HTTP.
    public enum Kind: String, Sendable, Hashable {
        /// Streamable HTTP, and the one before it where a server does not know that.
        case automatic
        /// Streamable HTTP.
        case streamable
        /// HTTP with server-sent events, of 2024-11-05.
        case sse
    }

    /// Makes an endpoint.
    public init(url: String, headers: HTTPHeaders = [:]) {
        self.url = url
        self.headers = headers
    }

    /// Which addresses may be connected to: public ones, those allowed, and this machine if the address names it.
    public var reach: Reach {
        let isLocal = (try? HTTPAddress(url))?.isLoopback ?? false
        return .publicOnly(except: allowedRanges + (isLocal ? IPRange.loopback : []))
    }
}

/// Which tools of a server are offered: names as the server has them or in full, `mcp__server__tool`.
public struct MCPToolFilter: Sendable, Hashable {
    /// Only these; all when `nil`.
    public var allowed: [String]?
    /// Never these, even if they are allowed.
    public var excluded: [String]

    /// Makes a filter.
    public init(allowed: [String]? = nil, excluded: [String] = []) {
        self.allowed = allowed
        self.excluded = excluded
    }

    /// Whether a tool is offered.
    public func offers(_ tool: String, of server: String, as qualified: String? = nil) -> Bool {
        func names(_ list: [String]) -> Bool {
            list.contains { $0 == tool || $0 == "mcp__\(server)__\(tool)" || $0 == qualified }
        }
        return !names(excluded) && allowed.map(names) ?? true
    }
}

/// Arguments and variables may be keys: none of them is printed.
extension MCPProgram: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The command and what it gets, in numbers.
    public var description: String {
        "\(command) with \(arguments.count) arguments and \(environment.count) variables of its own"
    }
    /// The same as ``description``.
    public var debugDescription: String { description }
    /// Shows what ``description`` shows.
    public var customMirror: Mirror { Mirror(self, children: ["program": description]) }
}

/// An address may hold a key, and headers do.
extension MCPEndpoint: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The server and the number of headers.
    public var description: String {
        "\((try? HTTPAddress(url))?.origin ?? "an invalid URL") with \(headers.count) headers"
    }
    /// The same as ``description``.
    public var debugDescription: String { description }
    /// Shows what ``description`` shows.
    public var customMirror: Mirror { Mirror(self, children: ["endpoint": description]) }
}
