/// A backend that is a program on this machine, spoken with over its input and output.
///
/// The value says how to run the program. Each ``Backend/stream(_:)`` starts it for one answer; ``session()`` gives a
/// backend that keeps it running and remembers what was said.
///
/// ```swift
/// let session = ClaudeCode().session()
/// for try await event in session.stream("Why does the build fail?") { print(event.text ?? "", terminator: "") }
/// print(try await session.respond(to: "Mend it.").text)
/// await session.close()
/// ```
public protocol ProgramBackend: Backend {
    /// The wire.
    associatedtype Format: Wire
    /// What is said besides messages.
    associatedtype Control: ProgramControl
    /// What is known of the provider.
    static var provider: Provider { get }
    /// The key, which goes into the program's environment, and the program's path as ``Connection/base``.
    var connection: Connection { get set }
    /// How to run it.
    var program: ProgramOptions { get set }
    /// Makes a backend.
    init(_ connection: Connection)
}

extension ProgramBackend {
    /// Makes a backend. Without a path the program is looked up in the environment; without a key it uses its own login.
    public init(key: Secret? = nil, path: String? = nil) { self.init(Connection(key: key, base: path)) }

    /// What is known of the provider.
    public var provider: Provider { Self.provider }

    /// What a request becomes, without starting anything.
    public func render(_ request: ChatRequest, isStreaming: Bool = true) throws(BackendError) -> RenderedCall {
        try CallBuilder<Format>(provider: Self.provider, connection: connection, program: program).build(
            request, isStreaming: isStreaming)
    }

    /// A backend that keeps one program running over many answers. Its owner closes it.
    public func session() -> ProgramSession<Self> { ProgramSession(self) }

    /// The answer to a request as it comes, by a program of its own.
    public func stream(_ request: ChatRequest) -> ChatStream { once(request, isStreaming: true) }

    /// The whole answer to a request, by a program of its own.
    public func respond(to request: ChatRequest) async throws(BackendError) -> ChatResponse {
        try await once(request, isStreaming: false).response()
    }

    private func once(_ request: ChatRequest, isStreaming: Bool) -> ChatStream {
        ChatStream { () async throws(BackendError) in
            let session = ProgramSession(self, isStreaming: isStreaming, endsAfterAnswer: true)
            return try await session.open(request)
        }
    }
}

/// How to run a program.
public struct ProgramOptions: Sendable {
    /// The directory it works in; this process's own when `nil`.
    public var directory: String?
    /// Settings of all requests, as flags without their dashes; a backend has names for them in its `settings`.
    public var settings: JSONObject = [:]
    /// More arguments, for flags that have no other name here.
    public var arguments: [String] = []
    /// Decides about what the program may not do by itself; without it nothing is allowed that has to be asked for.
    public var permission: (@Sendable (PermissionRequest) async -> PermissionDecision)?
    /// Called by the program before and after it does something.
    public var hooks: [ProgramHook] = []
    /// Called with every line the program writes, before it is taken apart; noise that is no JSON comes as a text.
    /// What has no place in an answer is found here.
    public var received: (@Sendable (JSON) -> Void)?
    /// How long the program may be silent while an answer is due and nothing was asked of this program.
    public var silence: Duration = .seconds(900)
    /// How long the program has for an answer to an order, and for its own end, before it is ended.
    public var patience: Duration = .seconds(10)
    /// What starts it.
    public var launcher: any ProcessLauncher = SystemLauncher.shared

    /// Makes options.
    public init() {}
}

/// What a program wants to do and may not do by itself.
public struct PermissionRequest: Sendable {
    /// The tool.
    public var tool: String
    /// What it is called with.
    public var input: JSON
    /// The id of the call in the answer.
    public var callID: String?
    /// All the program says of it.
    public var details: JSON

    /// Makes a request.
    public init(tool: String, input: JSON, callID: String? = nil, details: JSON = [:]) {
        self.tool = tool
        self.input = input
        self.callID = callID
        self.details = details
    }
}

/// An answer to a ``PermissionRequest``.
public enum PermissionDecision: Sendable {
    /// Go on, perhaps with another input and with rules for the rest of the session, in the program's own form.
    case allow(input: JSON? = nil, rules: JSON? = nil)
    /// Do not; the model reads why. `interrupts` ends the answer as well.
    case deny(_ reason: String, interrupts: Bool = false)
}

/// A function that the program calls at certain moments.
public struct ProgramHook: Sendable {
    /// The moment, in the program's word: `PreToolUse` for instance.
    public var event: String
    /// What it is about, `Write|Edit` for instance; everything when `nil`.
    public var matcher: String?
    /// Gets what the program says and answers in its form; `[:]` lets it go on.
    public var call: @Sendable (JSON) async -> JSON

    /// Makes a hook.
    public init(_ event: String, matcher: String? = nil, call: @escaping @Sendable (JSON) async -> JSON) {
        self.event = event
        self.matcher = matcher
        self.call = call
    }
}
