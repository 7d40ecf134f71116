/// A call that fits its tool's schema, before it is made.
public struct CheckedCall: Sendable {
    /// The call as the model made it.
    public var call: ToolCall
    /// What it is to be called with.
    public var arguments: JSON
    /// The tool.
    public var tool: any Tool

    /// Makes a call, for tests of hooks.
    public init(call: ToolCall, arguments: JSON, tool: any Tool) {
        self.call = call
        self.arguments = arguments
        self.tool = tool
    }
}

/// What is decided about a call.
public enum CallDecision: Sendable, Hashable {
    /// It is made, perhaps with other arguments.
    case allow(arguments: JSON? = nil)
    /// It is not made; the model reads why.
    case deny(String)
}

/// Looks at every call before it is made and at what it gave.
///
/// Hooks run in order, each with what those before it left. They fail closed: where one throws or takes too long, the
/// call is not made, or its result not shown. Changed arguments must fit the schema as the model's must.
public protocol ToolHook: Sendable {
    /// Decides about a call.
    func before(_ call: CheckedCall) async throws -> CallDecision
    /// What the model is told a call gave.
    func after(_ call: CheckedCall, _ content: ToolContent) async throws -> ToolContent
}

extension ToolHook {
    /// All calls are made.
    public func before(_ call: CheckedCall) async throws -> CallDecision { .allow() }
    /// The model is told what the call gave.
    public func after(_ call: CheckedCall, _ content: ToolContent) async throws -> ToolContent { content }
}

/// A hook made of closures.
///
/// ```swift
/// options.hooks = [CallHook { $0.tool.annotations.isDestructive == true ? .deny("nothing may be destroyed") : .allow() }]
/// ```
public struct CallHook: ToolHook {
    private let decide: @Sendable (CheckedCall) async throws -> CallDecision
    private let replace: @Sendable (CheckedCall, ToolContent) async throws -> ToolContent

    /// Makes a hook.
    /// - Parameters:
    ///   - before: decides about a call.
    ///   - after: what the model is told that it gave.
    public init(
        before: @escaping @Sendable (CheckedCall) async throws -> CallDecision = { _ in .allow() },
        after: @escaping @Sendable (CheckedCall, ToolContent) async throws -> ToolContent = { $1 }
    ) {
        decide = before
        replace = after
    }

    /// Decides about a call.
    public func before(_ call: CheckedCall) async throws -> CallDecision { try await decide(call) }
    /// What the model is told that it gave.
    public func after(_ call: CheckedCall, _ content: ToolContent) async throws -> ToolContent {
        try await replace(call, content)
    }
}

/// Which calls a person must approve.
public struct ApprovalPolicy: Sendable {
    /// Whether a call must be approved.
    public var isNeeded: @Sendable (CheckedCall) -> Bool

    /// Makes a policy.
    public init(_ isNeeded: @escaping @Sendable (CheckedCall) -> Bool) { self.isNeeded = isNeeded }

    /// None.
    public static let never = ApprovalPolicy { _ in false }
    /// All.
    public static let always = ApprovalPolicy { _ in true }
    /// All but those of tools that say they change nothing.
    public static let unlessReadOnly = ApprovalPolicy { $0.tool.annotations.isReadOnly != true }
    /// Those of these tools, by their names or plain names.
    public static func tools(_ names: Set<String>) -> ApprovalPolicy { ApprovalPolicy { names.names($0.tool) } }
}

/// Planning: the model may think of calls, but those of chosen tools are not made, and it is told why.
public struct PlanningMode: Sendable, Hashable {
    /// The tools that are blocked, by their names or plain names; all when empty.
    public var blocked: Set<String>
    /// What the model is told, after the name of the tool.
    public var explanation: String

    /// Makes a mode.
    public init(
        blocked: Set<String> = [],
        explanation: String = "is not called while planning. Say what you would do with it, and why."
    ) {
        self.blocked = blocked
        self.explanation = explanation
    }

    func blocks(_ tool: any Tool) -> Bool { blocked.isEmpty || blocked.names(tool) }
}
