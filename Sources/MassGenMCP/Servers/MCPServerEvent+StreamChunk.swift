public import MassGenCore

/// The events as MassGen's Python programs know them: chunks of the type `mcp_status`.
extension MCPServerEvent {
    /// The chunks that say the same; none for what those programs were not told.
    public var streamChunks: [StreamChunk] {
        switch self {
        case .connected(let server, let tools):
            [
                chunk("mcp_connected", server, "connected to \(server)"),
                chunk("mcp_tools_initiated", server, "\(tools) tools of \(server) are available"),
            ]
        case .unavailable(let server, let error): [chunk("mcp_unavailable", server, error.description)]
        case .called(let tool, let name, let arguments):
            [
                chunk("mcp_tool_called", tool.server, name),
                chunk("function_call", tool.server, "\(name)(\(arguments.text))"),
            ]
        case .answered(let tool, let name, let result, _):
            [
                chunk("function_call_output", tool.server, result.text),
                chunk("mcp_tool_response", tool.server, name),
                result.isError
                    ? chunk("mcp_tools_failed", tool.server, "\(name) failed")
                    : chunk("mcp_tools_success", tool.server, "\(name) succeeded"),
            ]
        case .failed(let tool, let name, let error): [chunk("mcp_tools_failed", tool.server, "\(name): \(error)")]
        case .retrying(let tool, let name, let attempt, let wait):
            [chunk("mcp_retry", tool.server, "\(name): try \(attempt + 1) in \(wait)")]
        case .blocked(let tool, let name, let wait):
            [chunk("mcp_blocked", tool.server, "\(name): \(tool.server) is not asked for \(wait)")]
        case .closed: [chunk("mcp_session_complete", nil, "all servers are closed")]
        case .authorizing, .toolsChanged, .toolsHeld, .toolRenamed, .toolMended, .client: []
        }
    }

    private func chunk(_ status: String, _ server: String?, _ content: String) -> StreamChunk {
        var chunk = StreamChunk(.mcpStatus)
        chunk.status = status
        chunk.content = content
        chunk.source = server.map { "mcp_\($0)" } ?? "mcp"
        return chunk
    }
}
