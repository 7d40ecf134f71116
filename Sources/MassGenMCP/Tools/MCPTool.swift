public import MassGenCore

/// A server's tool that a model may call.
///
/// ```swift
/// let tools = try await client.tools().map { MCPTool($0, client) }
/// ```
///
/// What the tool gives becomes parts that the model reads, and its structured result the value that the program gets. A
/// result that says it is an error is one for the model too. Progress is the run's.
public struct MCPTool: Tool {
    /// Calls the tool by the name that the server knows.
    public typealias Call =
        @Sendable (
            _ arguments: JSON, _ progress: @escaping @Sendable (MCPProgress) -> Void
        ) async throws(MCPError) -> MCPToolResult

    /// What the server says of the tool.
    public let offer: MCPToolDefinition
    /// The name that the model calls it by.
    public let name: String
    /// How long a call may take; as long as the run and the client allow when `nil`.
    public var timeout: Duration?
    private let perform: Call

    /// Makes a tool of a server's offer.
    /// - Parameters:
    ///   - name: what the model is to call it; the server's own name when `nil`.
    ///   - call: calls it.
    public init(_ offer: MCPToolDefinition, name: String? = nil, timeout: Duration? = nil, call: @escaping Call) {
        self.offer = offer
        self.name = name ?? offer.name
        self.timeout = timeout
        perform = call
    }

    /// Makes a tool of what a client's server offers.
    public init(_ offer: MCPToolDefinition, _ client: MCPClient, name: String? = nil) {
        self.init(offer, name: name) { (arguments, progress) async throws(MCPError) in
            try await client.call(offer.name, arguments, progress: progress)
        }
    }

    /// What the server says that it does.
    public var description: String { offer.description ?? offer.title ?? "" }
    /// The server's schema, as it is: references to elsewhere are never followed.
    public var parameters: JSON { offer.inputSchema }
    /// The name that the server knows.
    public var plainName: String { offer.name }

    /// What the server says of the tool's effects.
    public var annotations: ToolAnnotations {
        let hints = offer.annotations
        return ToolAnnotations(
            title: offer.title ?? hints?.title, isReadOnly: hints?.readOnlyHint, isDestructive: hints?.destructiveHint,
            isIdempotent: hints?.idempotentHint, isOpenWorld: hints?.openWorldHint)
    }

    /// Calls it.
    public func call(arguments: JSON) async throws -> ToolContent {
        let context = ToolContext.current
        let result = try await perform(arguments) { progress in
            context?.report(
                ToolProgress(done: progress.progress, total: progress.total, message: progress.message))
        }
        return ToolContent(result.parts, value: result.structured, isError: result.isError)
    }
}
