extension ChatResponse {
    /// The calls that a model wrote as JSON in its text, because it could or would not call tools: MassGen's `vote` and
    /// `new_answer` in any of the forms its backends asked for. The real calls where there are any.
    ///
    /// - Parameter tools: the tools that may be called so.
    public func workflowCalls(_ tools: Set<String> = ["vote", "new_answer"]) -> [ToolCall] {
        let real = toolCalls.filter { tools.contains($0.name) }
        if !real.isEmpty { return real }
        func call(in json: JSON) -> ToolCall? {
            // {"action_type": "vote", "vote_data": {"agent_id": …}}, {"tool_name": "vote", "arguments": {…}}
            let names = ["action_type", "tool_name", "name", "action"]
            guard let name = names.lazy.compactMap({ json[$0]?.string }).first(where: tools.contains) else {
                return nil
            }
            let data = name == "new_answer" ? "answer_data" : "\(name)_data"
            var arguments = (json[data] ?? json["arguments"])?.object
            if arguments == nil, json["action"] != nil { arguments = json.object }
            guard var arguments else { return nil }
            arguments["action"] = nil
            return ToolCall(id: "\(name)_1", name: name, arguments: .object(arguments))
        }
        return JSON(foundIn: text, where: { call(in: $0) != nil }).flatMap(call).map { [$0] } ?? []
    }
}
