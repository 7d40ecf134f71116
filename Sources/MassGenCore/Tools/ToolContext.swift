/// What a tool may know of the call it makes: `ToolContext.current` within ``Tool/call(arguments:)``.
public struct ToolContext: Sendable {
    /// The call as the model made it.
    public let call: ToolCall
    private let report: @Sendable (ToolProgress) -> Void

    /// Makes a context, for those who call tools without a run.
    public init(call: ToolCall, report: @escaping @Sendable (ToolProgress) -> Void = { _ in }) {
        self.call = call
        self.report = report
    }

    /// The context of the call that this task makes; `nil` outside of a run.
    @TaskLocal public static var current: ToolContext?

    /// Says how far the call is: an event of the run, nothing that the model sees.
    public func report(_ progress: ToolProgress) { report(progress) }
}

/// How far a call is.
public struct ToolProgress: Sendable, Hashable {
    /// What is done, in whatever unit; grows.
    public var done: Double?
    /// What there is to do, in the same unit.
    public var total: Double?
    /// What is being done.
    public var message: String?

    /// Makes a report.
    public init(done: Double? = nil, total: Double? = nil, message: String? = nil) {
        self.done = done
        self.total = total
        self.message = message
    }
}
