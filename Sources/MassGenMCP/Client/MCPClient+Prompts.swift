import MassGenCore

/// Prompts, completion, logging, roots.
extension MCPClient {
    /// The prompts that the server offers; none when it offers no prompts at all.
    public func prompts(refresh: Bool = false) async throws(MCPError) -> [MCPPrompt] {
        guard try await connect().offers("prompts") else { return [] }
        return try await list("prompts/list", "prompts", of: MCPPrompt.self, refresh: refresh)
    }

    /// What a prompt says with these arguments.
    public func prompt(_ prompt: String, _ arguments: [String: String] = [:]) async throws(MCPError) -> MCPPromptResult
    {
        try await require("prompts")
        let result = try await interact(
            "prompts/get", ["name": .string(prompt), "arguments": .object(JSONObject(arguments))], timeout: nil,
            progress: nil)
        guard let messages = result["messages"]?.array else {
            throw MCPError(.invalidAnswer, "prompts/get gave no messages", server: name)
        }
        return MCPPromptResult(
            description: result["description"]?.string,
            messages: messages.map { message in
                MCPPromptMessage(
                    role: message["role"]?.string ?? "user", content: MCPContent(message["content"] ?? .null))
            })
    }

    /// What an argument's value may become.
    /// - Parameters:
    ///   - argument: the argument's name.
    ///   - value: what there is of its value.
    ///   - others: the values of arguments that are known.
    public func complete(
        _ reference: MCPReference, _ argument: String, _ value: String, others: [String: String] = [:]
    ) async throws(MCPError) -> MCPCompletion {
        try await require("completions")
        var parameters: JSONObject = ["argument": ["name": .string(argument), "value": .string(value)]]
        switch reference {
        case .prompt(let name): parameters["ref"] = ["type": "ref/prompt", "name": .string(name)]
        case .resourceTemplate(let uri): parameters["ref"] = ["type": "ref/resource", "uri": .string(uri)]
        }
        if !others.isEmpty { parameters["context"] = ["arguments": .object(JSONObject(others))] }
        let result = try await request("completion/complete", parameters)
        guard let completion = try? result["completion"]?.decode(MCPCompletion.self) else {
            throw MCPError(.invalidAnswer, "completion/complete gave no values", server: name)
        }
        return completion
    }

    /// Asks the server to log what is at least that severe. To stateless servers ``MCPClientOptions/logLevel`` is said
    /// with every request.
    public func setLogLevel(_ level: MCPLogLevel) async throws(MCPError) {
        try await require("logging")
        guard server?.version.era == .handshaking else {
            throw MCPError(.unsupported, "a stateless server is told by the option logLevel", server: name)
        }
        _ = try await request("logging/setLevel", ["level": .string(level.rawValue)])
    }

    /// Tells the server that the roots are not what they were. Stateless servers ask whenever they want to know.
    public func rootsChanged() async throws(MCPError) {
        guard try await connect().version.era == .handshaking else { return }
        try await notify("notifications/roots/list_changed")
    }

    /// Checks that the server is there.
    public func ping() async throws(MCPError) {
        let isStateless = try await connect().version.era == .stateless
        _ = try await request(isStateless ? "server/discover" : "ping")
    }
}

extension JSONObject {
    /// An object of texts, sorted by name.
    fileprivate init(_ texts: [String: String]) {
        self.init(texts.sorted { $0.key < $1.key }.map { (key: $0.key, value: JSON.string($0.value)) })
    }
}
