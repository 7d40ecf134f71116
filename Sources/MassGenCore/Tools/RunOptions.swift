/// How a run goes: what is allowed, how long, and who is asked.
public struct RunOptions: Sendable {
    /// Whether answers stream; otherwise each is asked for as one document, and the run has no events of the model.
    public var isStreaming = true
    /// Where a run ends that does not end by itself.
    public var limits = RunLimits()
    /// How many calls of one answer are made at the same time; at least one.
    public var parallelCalls = 8
    /// How long a call may take, where its tool does not say otherwise.
    public var timeout: Duration = .seconds(60)
    /// How many bytes the arguments of a call may have: an answer is read no further once one has more.
    public var argumentLimit = 1 << 20
    /// How many bytes of text a result may have: the rest is cut off, and the model told so.
    public var outputLimit = 100_000
    /// The tools that are offered, by their names or plain names; all when `nil`.
    public var allow: Set<String>?
    /// The tools that are not offered, whatever ``allow`` says.
    public var exclude: Set<String> = []
    /// Who looks at calls and results, in order.
    public var hooks: [any ToolHook] = []
    /// How long a hook may take.
    public var hookTimeout: Duration = .seconds(10)
    /// Which calls a person must approve: the run ends with ``RunEnd/paused(_:)`` and is resumed with the decisions.
    public var approval = ApprovalPolicy.never
    /// Whether the model plans only.
    public var planning: PlanningMode?
    /// Whether calls are checked and then not made.
    public var isDryRun = false

    /// Makes options.
    public init() {}
}

/// Where a run ends that does not end by itself. Calls that are not made because of a limit are answered with that
/// reason, so that the conversation can go on.
public struct RunLimits: Sendable, Hashable {
    /// The most answers of the model.
    public var rounds = 50
    /// The most calls that are made.
    public var calls: Int?
    /// The tokens, prompts and answers of all rounds together, after which no other round begins. Counts that a vendor
    /// does not send are not in it.
    public var tokens: Int?
    /// The most that may be spent. A round that might exceed it is not begun, nor one whose cost has no bound unless the
    /// limit allows that.
    public var cost: SpendLimit?
    /// The longest time, tools and all.
    public var time: Duration?

    /// Makes limits.
    public init(
        rounds: Int = 50, calls: Int? = nil, tokens: Int? = nil, cost: SpendLimit? = nil, time: Duration? = nil
    ) {
        self.rounds = rounds
        self.calls = calls
        self.tokens = tokens
        self.cost = cost
        self.time = time
    }
}
