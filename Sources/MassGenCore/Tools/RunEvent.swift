/// A step of a run.
///
/// Every run ends with exactly one ``ended(_:)``. Where a backend failed, its error is thrown after that.
public enum RunEvent: Sendable {
    /// The model is asked, for the first time (1), the second time and so on.
    case round(Int)
    /// The model answers: what ``Backend/stream(_:)`` gives.
    case model(ChatEvent)
    /// The model's answer is whole.
    indirect case answered(ChatResponse)
    /// A tool is called.
    indirect case toolStarted(ToolCall)
    /// A tool says how far it is.
    indirect case toolProgress(ToolCall, ToolProgress)
    /// A call ended: finished, failed, too late, denied, or never made.
    indirect case toolEnded(CallRecord)
    /// The run is over.
    indirect case ended(RunResult)

    /// The text, when this is a piece of the model's text.
    public var text: String? { if case .model(let event) = self { event.text } else { nil } }
}

/// Why a run is over.
public enum RunEnd: Sendable, Hashable {
    /// The model gave its answer.
    case finished
    /// The model called functions that the request itself defines and that no tool stands for: they are the caller's to
    /// answer. Calls of tools in the same answer were made.
    case handedBack([ToolCall])
    /// A limit was reached; with its reason in words.
    case limit(Limit, String)
    /// People must decide about calls: ``Backend/resume(_:tools:decisions:options:)`` goes on.
    indirect case paused(PausedRun)
    /// The task was cancelled.
    case cancelled
    /// The backend failed.
    indirect case failed(BackendError)

    /// The limits of a run.
    public enum Limit: String, Sendable, Hashable, Codable, CaseIterable {
        /// Answers of the model.
        case rounds
        /// Calls.
        case calls
        /// Tokens.
        case tokens
        /// Dollars.
        case cost
        /// Time.
        case time
    }
}

/// A run as a whole.
public struct RunResult: Sendable {
    /// Why it is over.
    public var end: RunEnd
    /// The last answer; what had come of it where it broke off.
    public var response: ChatResponse
    /// The whole conversation, that of the request included: every call has its result. An answer that broke off is not
    /// in it.
    public var messages: [Message]
    /// The answers of all rounds, in order.
    public var answers: [ChatResponse]
    /// What became of the calls, in the order in which they were made by the model.
    public var calls: [CallRecord]
    /// What all rounds used and cost.
    public var account: UsageSummary

    /// What all rounds used together.
    public var usage: Usage { account.total().usage }
    /// What all rounds cost together, and whether that is all.
    public var cost: UsageSummary.Sum { account.total() }
}

/// A run that waits for people. It can be kept as JSON and resumed in another process.
public struct PausedRun: Sendable, Hashable, Codable {
    /// The request with the conversation so far; its last message makes the calls.
    public var request: ChatRequest
    /// The calls that must be decided about, with the arguments they would be made with.
    public var waiting: [ToolCall]
    /// Which answer the calls are in, counted from 1.
    public var round: Int
    /// What became of earlier calls.
    public var calls: [CallRecord]
    /// The answers so far.
    public var answers: [ChatResponse]
    /// What was used and spent so far.
    public var account: UsageSummary
    /// How long it took so far, in seconds; waiting for people is not in it.
    public var seconds: Double
}
