public import MassGenCore

extension MCPServers {
    /// The tools of all servers that are offered now, for a model. What a server changes later is in the next list; its
    /// tools that are gone then answer with an error that the model can read.
    public var tools: [any Tool] {
        let names = names
        return connections.flatMap { connection in
            connection.offered.map { offer in
                let id = MCPToolID(server: connection.name, tool: offer.name)
                let name = names.name(of: id) ?? offer.name
                return MCPTool(LocalSchema.of(offer), name: name, timeout: connection.configuration.callTimeout * 10) {
                    (arguments, progress) async throws(MCPError) in
                    try await connection.call(id.tool, as: name, arguments, progress: progress)
                }
            }
        }
    }
}

extension LocalSchema {
    /// A tool with schemas of its own.
    fileprivate static func of(_ tool: MCPToolDefinition) -> MCPToolDefinition {
        var tool = tool
        tool.inputSchema = of(tool.inputSchema).schema
        tool.outputSchema = tool.outputSchema.map { of($0).schema }
        return tool
    }
}
