public import MassGenCore
import Synchronization

/// Tools.
extension MCPClient {
    /// The tools that the server offers; none when it offers no tools at all.
    /// - Parameter refresh: whether to ask again although the last answer is still fresh.
    public func tools(refresh: Bool = false) async throws(MCPError) -> [MCPToolDefinition] {
        let server = try await connect()
        guard server.offers("tools") else { return [] }
        let tools = try await list("tools/list", "tools", of: MCPToolDefinition.self, refresh: refresh)
        let promises = tools.compactMap { tool in tool.outputSchema.map { (tool.name, $0) } }
        state.withLock { $0.outputSchemas = Dictionary(promises) { first, _ in first } }
        guard server.version.era == .stateless else { return tools }
        var mirrored: [String: [MirroredArgument]] = [:]
        let usable = tools.filter { tool in
            do throws(MCPError) {
                mirrored[tool.name] = try MirroredArgument.arguments(in: tool.inputSchema)
                return true
            } catch {
                skip("tool '\(tool.name.prefix(100))' cannot be called: \(error.message)")
                return false
            }
        }
        state.withLock { $0.mirrored = mirrored }
        return usable
    }

    /// Calls a tool. A tool that fails gives a result that says so; only what goes wrong on the way is thrown. A result that
    /// is not what the tool promised when it was last listed is a failure too, and says what is wrong.
    /// - Parameters:
    ///   - arguments: an object that fits the tool's schema.
    ///   - timeout: how long the server may be silent; ``MCPTimeouts/request`` when `nil`.
    ///   - progress: told how far the call has come. Must return soon.
    public func call(
        _ tool: String, _ arguments: JSON = [:], timeout: Duration? = nil,
        progress: (@Sendable (MCPProgress) -> Void)? = nil
    ) async throws(MCPError) -> MCPToolResult {
        let (mirrored, promise) = state.withLock { ($0.mirrored[tool] ?? [], $0.outputSchemas[tool]) }
        let result = try await interact(
            "tools/call", ["name": .string(tool), "arguments": arguments], timeout: timeout, progress: progress
        ) { server in
            server.version.era == .stateless ? MirroredArgument.headers(mirrored, of: arguments) : [:]
        }
        guard let result = MCPToolResult(result) else {
            throw MCPError(.invalidAnswer, "tools/call gave no content", server: name)
        }
        return promise.map { result.held(to: $0) } ?? result
    }
}

extension MCPToolResult {
    /// The result, if its structured part is what the tool promises; otherwise a failure that a model can read. What a
    /// server that lies gave is not handed on.
    fileprivate func held(to schema: JSON) -> MCPToolResult {
        if isError { return self }
        let misfits = structured.map { $0.misfits(schema) } ?? ["there is no structured result"]
        guard !misfits.isEmpty else { return self }
        let words =
            "The tool was called, but its result is not what it promises and cannot be used: "
            + misfits.joined(separator: "; ")
        return MCPToolResult(content: [.text(words)], isError: true, meta: meta)
    }
}
