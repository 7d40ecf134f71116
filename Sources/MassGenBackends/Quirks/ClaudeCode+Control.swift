import MassGenCore

/// The control protocol of Claude Code: lines of the types `control_request`, `control_response` and
/// `control_cancel_request` in both directions, matched by `request_id`. Seen with 2.1.330 and in the official SDKs,
/// https://github.com/anthropics/claude-agent-sdk-python/blob/main/src/claude_agent_sdk/_internal/query.py
public enum ClaudeCodeQuirks: ProgramControl {
    /// What a line is: answers end with their `result`.
    public static func kind(of line: JSONReader) -> ProgramLine {
        switch line.lookAheadString("type") {
        case "result": return .last
        case "control_request":
            let request = line.lookAhead("request") ?? [:]
            return .question(id: line.lookAheadString("request_id") ?? "", question(request))
        case "control_response":
            let response = line.lookAhead("response") ?? [:]
            return .outcome(id: response["request_id"]?.string ?? "", outcome(response))
        case "control_cancel_request": return .withdrawn(id: line.lookAheadString("request_id") ?? "")
        default: return .content
        }
    }

    private static func question(_ request: JSON) -> ProgramQuestion {
        switch request["subtype"]?.string {
        case "can_use_tool":
            .permission(
                PermissionRequest(
                    tool: request["tool_name"]?.string ?? "", input: request["input"] ?? [:],
                    callID: request["tool_use_id"]?.string, details: request))
        case "hook_callback":
            .hook(request["callback_id"]?.string.flatMap { Int($0) } ?? -1, request["input"] ?? [:])
        case let subtype: .unknown(subtype ?? "a question without a subtype")
        }
    }

    private static func outcome(_ response: JSON) -> Result<JSON, ProgramRefusal> {
        guard response["subtype"]?.string == "error" else { return .success(response["response"] ?? .null) }
        let words = response["error"]?.string ?? "the program refused without words"
        return .failure(ProgramRefusal(words, code: response["error_code"]?.string))
    }

    /// A `control_request`.
    public static func order(_ order: ProgramOrder, id: String) -> JSON? {
        let request: JSON =
            switch order {
            case .initialize(let hooks): ["subtype": "initialize", "hooks": Self.hooks(hooks)]
            case .interrupt: ["subtype": "interrupt"]
            case .model(let model): ["subtype": "set_model", "model": .string(model)]
            case .other(let request): .object(request)
            }
        return ["type": "control_request", "request_id": .string(id), "request": request]
    }

    /// Hooks by event, each with the number it is called back by.
    private static func hooks(_ hooks: [ProgramHook]) -> JSON {
        var events = JSONObject()
        for (number, hook) in hooks.enumerated() {
            let entry: JSON = [
                "matcher": hook.matcher.map(JSON.string) ?? .null, "hookCallbackIds": [.string("\(number)")],
            ]
            events[hook.event] = .array((events[hook.event]?.array ?? []) + [entry])
        }
        return events.isEmpty ? .null : .object(events)
    }

    /// A `control_response`.
    public static func answer(_ answer: ProgramAnswer, to id: String) -> JSON {
        let response: JSON
        switch answer {
        case .permission(.allow(let input, let rules), let asked):
            var decision: JSONObject = ["behavior": "allow", "updatedInput": input ?? asked]
            if let rules { decision["updatedPermissions"] = rules }
            response = .object(decision)
        case .permission(.deny(let reason, let interrupts), _):
            response = ["behavior": "deny", "message": .string(reason), "interrupt": .bool(interrupts)]
        case .hook(let output): response = output
        case .refusal(let reason):
            return [
                "type": "control_response",
                "response": ["subtype": "error", "request_id": .string(id), "error": .string(reason)],
            ]
        }
        return [
            "type": "control_response",
            "response": ["subtype": "success", "request_id": .string(id), "response": response],
        ]
    }

    /// `--resume`
    public static func resuming(_ session: String) -> JSONObject { ["resume": .string(session)] }

    /// `--mcp-config`, with rules for its tools: https://code.claude.com/docs/en/permissions#mcp
    public static func serving(_ servers: ProgramServers) -> JSONObject? {
        var settings: JSONObject = ["mcp-config": .string(servers.path)]
        if !servers.allowed.isEmpty { settings["allowed-tools"] = .array(servers.allowed.map(JSON.string)) }
        if !servers.denied.isEmpty { settings["disallowed-tools"] = .array(servers.denied.map(JSON.string)) }
        return settings
    }
}

extension ProgramSession where Program == ClaudeCode {
    /// Changes what may be done without asking: `acceptEdits`, `plan` and so on.
    public func setPermissionMode(_ mode: String) async throws(BackendError) {
        _ = try await order(.other(["subtype": "set_permission_mode", "mode": .string(mode)]))
    }
}
