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

    /// Calls a tool. A tool that fails gives a result that says so; only what goes wrong on the way is thrown.
    /// - Parameters:
    ///   - arguments: an object that fits the tool's schema.
    ///   - timeout: how long the server may be silent; ``MCPTimeouts/request`` when `nil`.
    ///   - progress: told how far the call has come. Must return soon.
    public func call(
        _ tool: String, _ arguments: JSON = [:], timeout: Duration? = nil,
        progress: (@Sendable (MCPProgress) -> Void)? = nil
    ) async throws(MCPError) -> MCPToolResult {
        let mirrored = state.withLock { $0.mirrored[tool] } ?? []
        let result = try await interact(
            "tools/call", ["name": .string(tool), "arguments": arguments], timeout: timeout, progress: progress
        ) { server in
            server.version.era == .stateless ? MirroredArgument.headers(mirrored, of: arguments) : [:]
        }
        guard let result = MCPToolResult(result) else {
            throw MCPError(.invalidAnswer, "tools/call gave no content", server: name)
        }
        return result
    }
}
