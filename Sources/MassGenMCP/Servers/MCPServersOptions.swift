import Foundation
public import MassGenCore

/// How servers are run.
public struct MCPServersOptions: Sendable {
    /// What the clients say of the program, and what they let servers do.
    public var client = MCPClientOptions()
    /// How much of what servers send is taken.
    public var limits = MCPLimits()
    /// How a person is asked where a server wants an authorization; without one such servers are unavailable.
    public var presenter: OAuthPresenter?
    /// Where tokens are kept.
    public var tokens: any OAuthStore = OAuthMemoryStore()
    /// How changes of tools are noticed; not at all when `nil`.
    public var pinning: MCPPinning?
    /// When a server that fails is left alone, and for how long: after 3 failures in a row, for 30 s, then for longer.
    public var breaker: CircuitBreaker.Settings
    /// How often a call that failed on the way is made again. Only calls that do no harm twice are: those that the server
    /// never got, and those of tools that change nothing, can be repeated, or are named in the configuration.
    public var retries = 2
    /// How long to wait before a call is made again, or a lost server is looked for.
    public var backoff = Backoff()
    /// How often a server that was lost, or was not there, is looked for; then the next call has to, or
    /// ``MCPServers/check()``.
    public var reconnections = 5
    /// The environment that programs get a part of, see ``ChildEnvironment``.
    public var environment = ProcessInfo.processInfo.environment
    /// What starts programs.
    public var launcher: any ProcessLauncher = SystemLauncher.shared
    /// Makes what carries requests to endpoints. What it makes must keep to the ``Reach``.
    public var http: @Sendable (Reach) -> any Transport = MCPServersOptions.systemTransport
    /// Makes the way to a server, where it is none of the built-in ones: to a server in this process, for instance. A
    /// way that is `nil` is built in.
    public var transport: (@Sendable (MCPServerConfiguration) -> (any MCPTransport)?)?
    /// Told of what happens, from any thread. Must return soon.
    public var onEvent: (@Sendable (MCPServerEvent) -> Void)?

    /// Makes options with the defaults.
    public init() {
        breaker = CircuitBreaker.Settings()
        breaker.failures = 3
    }

    /// The system's transport with a reach.
    public static let systemTransport: @Sendable (Reach) -> any Transport = { reach in
        var configuration = TransportConfiguration()
        configuration.reach = reach
        #if os(Linux) || os(Android)
        if CurlTransport.isAvailable { return CurlTransport(configuration: configuration) }
        #endif
        return URLSessionTransport(configuration: configuration)
    }
}
