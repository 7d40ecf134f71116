import MassGenCore

/// A server's request for a model's answer, and the answer, as the protocol writes them.
extension MCPSampling {
    /// Asks the model, if that is approved.
    func answer(to parameters: JSON) async throws(RPCError) -> JSON {
        guard let asked = request(parameters) else {
            throw RPCError(code: RPCError.invalidParameters, message: "no messages to answer")
        }
        guard let approved = await approve(asked) else { throw Self.refusal }
        let response: ChatResponse
        do {
            response = try await backend.respond(to: approved)
        } catch {
            throw RPCError(code: RPCError.internalError, message: "the model gave no answer: \(error.code)")
        }
        guard let reviewed = await review(response) else { throw Self.refusal }
        return result(reviewed, asked: approved)
    }

    /// The code that the protocol's pages show for it.
    private static let refusal = RPCError(code: -1, message: "the user rejected the sampling request")

    private func request(_ parameters: JSON) -> ChatRequest? {
        guard let messages = parameters["messages"]?.array, !messages.isEmpty else { return nil }
        var request = ChatRequest(model: model, messages: [])
        if let system = parameters["systemPrompt"]?.string { request.messages.append(.system(system)) }
        request.messages += messages.flatMap(Self.messages)
        request.maxOutputTokens = min(parameters["maxTokens"]?.int ?? maxOutputTokens, maxOutputTokens)
        request.temperature = parameters["temperature"]?.double
        request.stop = parameters["stopSequences"]?.array?.compactMap(\.string) ?? []
        request.tools = (parameters["tools"]?.array ?? []).compactMap { tool in
            guard let tool = try? tool.decode(MCPToolDefinition.self) else { return nil }
            return ToolDefinition(name: tool.name, description: tool.description, schema: tool.inputSchema)
        }
        switch parameters["toolChoice"]?["mode"]?.string {
        case "required": request.toolChoice = .required
        case "none": request.toolChoice = ToolChoice.none
        default: break
        }
        return request
    }

    /// A message of the protocol's: results of tools stand in messages of their own here.
    private static func messages(_ json: JSON) -> [Message] {
        let blocks = json["content"]?.array ?? json["content"].map { [$0] } ?? []
        var parts: [Part] = []
        var results: [Part] = []
        for block in blocks {
            switch block["type"]?.string {
            case "tool_use":
                parts.append(
                    .toolCall(
                        ToolCall(
                            id: block["id"]?.string ?? "", name: block["name"]?.string ?? "",
                            arguments: block["input"] ?? [:])))
            case "tool_result":
                let result = MCPToolResult(block)
                results.append(
                    .toolResult(
                        ToolResult(
                            callID: block["toolUseId"]?.string ?? "", parts: result?.parts ?? [],
                            isError: result?.isError ?? false)))
            default: parts.append(MCPContent(block).part)
            }
        }
        let role: Message.Role = json["role"]?.string == "assistant" ? .assistant : .user
        let said = parts.isEmpty ? [] : [Message(role: role, parts: parts)]
        return (results.isEmpty ? [] : [Message(role: .tool, parts: results)]) + said
    }

    private func result(_ response: ChatResponse, asked: ChatRequest) -> JSON {
        let calls = response.toolCalls.map { call -> JSON in
            [
                "type": "tool_use", "id": .string(call.id), "name": .string(call.name),
                "input": call.arguments ?? [:],
            ]
        }
        let content = response.message.parts.compactMap(MCPContent.init).map(\.json) + calls
        let reason: String? =
            switch response.stopReason {
            case .stop: "endTurn"
            case .length: "maxTokens"
            case .toolCalls: "toolUse"
            case let other?: other.rawValue
            case nil: nil
            }
        var result: JSONObject = [
            "role": "assistant",
            // Servers before 2025-11-25 take one piece only, and no server gives tools to them.
            "content": asked.tools.isEmpty
                ? content.count == 1 ? content[0] : ["type": "text", "text": .string(response.text)]
                : .array(content),
            "model": .string(response.model ?? asked.model),
        ]
        if let reason { result["stopReason"] = .string(reason) }
        return .object(result)
    }
}
