/// What became of a call.
public struct CallRecord: Sendable, Hashable, Codable {
    /// How a call ended.
    public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
        /// The tool gave a result.
        case finished
        /// The tool failed.
        case failed
        /// The tool took too long; what it does is left to itself.
        case timedOut
        /// A hook, a person or the planning mode said no: it was not called.
        case denied
        /// The tool was called and a hook did not let its result through.
        case withheld
        /// There is no such tool.
        case unknown
        /// The arguments are no JSON object.
        case malformed
        /// The answer was cut off within the arguments.
        case incomplete
        /// The arguments have more bytes than they may.
        case tooLarge
        /// The arguments do not fit the schema.
        case unfit
        /// It was checked and not made: a dry run.
        case dryRun
        /// It was not made: the run was at a limit.
        case skipped
        /// The run was cancelled while it was being made, or before.
        case cancelled
    }

    /// Which answer of the model it is in, counted from 1.
    public var round: Int
    /// The call as the model made it.
    public var call: ToolCall
    /// How it ended.
    public var outcome: Outcome
    /// What it was called with, where it was: hooks and people may change the arguments.
    public var arguments: JSON?
    /// What the model is told.
    public var result: ToolResult
    /// The tool's own value, where it gave one.
    public var value: JSON?
    /// How long it took, in seconds.
    public var seconds: Double

    init(
        _ outcome: Outcome, _ call: ToolCall, round: Int, _ content: ToolContent, arguments: JSON? = nil,
        seconds: Double = 0
    ) {
        self.round = round
        self.call = call
        self.outcome = outcome
        self.arguments = arguments
        result = ToolResult(callID: call.id, name: call.name, parts: content.parts, isError: content.isError)
        value = content.value
        self.seconds = seconds
    }

    /// A call that was not made, and why.
    init(_ outcome: Outcome, _ call: ToolCall, round: Int, _ message: String) {
        self.init(outcome, call, round: round, ToolContent(message, isError: outcome != .dryRun))
    }

    /// Whether the tool was called.
    public var wasCalled: Bool {
        switch outcome {
        case .finished, .failed, .timedOut, .withheld: true
        case .cancelled: arguments != nil
        case .denied, .unknown, .malformed, .incomplete, .tooLarge, .unfit, .dryRun, .skipped: false
        }
    }
}
