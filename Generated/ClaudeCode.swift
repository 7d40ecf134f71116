// Generated from IDL/Providers/ClaudeCode.idl: edit that file, not this one.

public import MassGenCore

/// Claude Code, by Claude Code stream-json.
public struct ClaudeCode: ProgramBackend {
    /// The wire it speaks.
    public typealias Format = ClaudeCodeWire

    /// Permissions, hooks and interruptions are asked and answered between the lines of an answer.
    public typealias Control = ClaudeCodeQuirks

    /// What is known of it.
    public static let provider = Provider(
        id: "claude-code",
        title: "Claude Code",
        wire: "claude-code",
        base: "claude",
        baseVariables: ["CLAUDE_CODE_PATH"],
        keys: [.variable(["ANTHROPIC_API_KEY"]), .none],
        variables: [.init("CLAUDE_CODE_ENTRYPOINT", .text("sdk-swift")), .init("CLAUDECODE", .absent)],
        capabilities: [
            "streaming", "vision", "files", "jsonSchema", "reasoning", "reasoningEffort", "reasoningBudget",
        ],
        settings: [
            "permission-mode": .text, "allowed-tools": .texts, "disallowed-tools": .texts, "tools": .texts,
            "append-system-prompt": .text, "mcp-config": .json, "strict-mcp-config": .bool, "max-turns": .integer,
            "max-budget-usd": .number, "fallback-model": .text, "resume": .text, "continue": .bool,
            "fork-session": .bool, "session-id": .text, "no-session-persistence": .bool, "add-dir": .texts,
            "agents": .json, "agent": .text, "settings": .json, "setting-sources": .text, "betas": .texts,
            "include-hook-events": .bool, "replay-user-messages": .bool,
        ],
        defaultModel: "default",
        aliases: ["claude_code"],
        models: .claude
    )

    /// How to reach it.
    public var connection: Connection

    /// How to run it.
    public var program = ProgramOptions()

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }

    /// Settings of all requests; those of a request count before them.
    public var settings: Settings {
        get { Settings(json: program.settings) }
        set { program.settings = newValue.json }
    }
}

extension ClaudeCode {
    /// Settings of a request that only Claude Code has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// What may be done without asking: default, acceptEdits, plan, dontAsk, bypassPermissions.
        public var permissionMode: String? {
            get { json["permission-mode"]?.string }
            set { json["permission-mode"] = newValue.map(JSON.string) }
        }

        /// Tools that may be used without asking, Bash(git log:*) for instance.
        public var allowedTools: [String]? {
            get { json["allowed-tools"]?.array?.compactMap(\.string) }
            set { json["allowed-tools"] = newValue.map { .array($0.map(JSON.string)) } }
        }

        /// Tools that may not be used.
        public var disallowedTools: [String]? {
            get { json["disallowed-tools"]?.array?.compactMap(\.string) }
            set { json["disallowed-tools"] = newValue.map { .array($0.map(JSON.string)) } }
        }

        /// The tools that there are at all; none leaves a plain model.
        public var tools: [String]? {
            get { json["tools"]?.array?.compactMap(\.string) }
            set { json["tools"] = newValue.map { .array($0.map(JSON.string)) } }
        }

        /// What the program's own instructions go on with.
        public var appendSystemPrompt: String? {
            get { json["append-system-prompt"]?.string }
            set { json["append-system-prompt"] = newValue.map(JSON.string) }
        }

        /// Servers of the Model Context Protocol: { "mcpServers": { … } }, or the path of a file.
        public var mcpConfig: JSON? {
            get { json["mcp-config"] }
            set { json["mcp-config"] = newValue }
        }

        /// Whether no other servers are used than those given.
        public var strictMcpConfig: Bool? {
            get { json["strict-mcp-config"]?.bool }
            set { json["strict-mcp-config"] = newValue.map(JSON.bool) }
        }

        /// How often the model may be asked for one answer.
        public var maxTurns: Int? {
            get { json["max-turns"]?.int }
            set { json["max-turns"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// How many US dollars the session may cost.
        public var maxBudgetUsd: Double? {
            get { json["max-budget-usd"]?.double }
            set { json["max-budget-usd"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// Models to use while the first is overloaded, with commas between them.
        public var fallbackModel: String? {
            get { json["fallback-model"]?.string }
            set { json["fallback-model"] = newValue.map(JSON.string) }
        }

        /// The id of a session to go on with.
        public var resume: String? {
            get { json["resume"]?.string }
            set { json["resume"] = newValue.map(JSON.string) }
        }

        /// Whether to go on with the last session of the directory.
        public var `continue`: Bool? {
            get { json["continue"]?.bool }
            set { json["continue"] = newValue.map(JSON.bool) }
        }

        /// Whether a resumed session goes on under a new id.
        public var forkSession: Bool? {
            get { json["fork-session"]?.bool }
            set { json["fork-session"] = newValue.map(JSON.bool) }
        }

        /// The id of the new session, a UUID.
        public var sessionId: String? {
            get { json["session-id"]?.string }
            set { json["session-id"] = newValue.map(JSON.string) }
        }

        /// Whether the session is not kept on disk.
        public var noSessionPersistence: Bool? {
            get { json["no-session-persistence"]?.bool }
            set { json["no-session-persistence"] = newValue.map(JSON.bool) }
        }

        /// More directories it may work in.
        public var addDir: [String]? {
            get { json["add-dir"]?.array?.compactMap(\.string) }
            set { json["add-dir"] = newValue.map { .array($0.map(JSON.string)) } }
        }

        /// Agents of its own, by name.
        public var agents: JSON? {
            get { json["agents"] }
            set { json["agents"] = newValue }
        }

        /// Which of them answers.
        public var agent: String? {
            get { json["agent"]?.string }
            set { json["agent"] = newValue.map(JSON.string) }
        }

        /// Settings of the program, or the path of a file.
        public var settings: JSON? {
            get { json["settings"] }
            set { json["settings"] = newValue }
        }

        /// Which settings are read: user, project, local, with commas between them.
        public var settingSources: String? {
            get { json["setting-sources"]?.string }
            set { json["setting-sources"] = newValue.map(JSON.string) }
        }

        /// Features in test.
        public var betas: [String]? {
            get { json["betas"]?.array?.compactMap(\.string) }
            set { json["betas"] = newValue.map { .array($0.map(JSON.string)) } }
        }

        /// Whether events of hooks are written.
        public var includeHookEvents: Bool? {
            get { json["include-hook-events"]?.bool }
            set { json["include-hook-events"] = newValue.map(JSON.bool) }
        }

        /// Whether messages of the user are written back.
        public var replayUserMessages: Bool? {
            get { json["replay-user-messages"]?.bool }
            set { json["replay-user-messages"] = newValue.map(JSON.bool) }
        }
    }
}

extension ChatRequest {
    /// Settings that only Claude Code has; other providers never see them.
    public var claudeCode: ClaudeCode.Settings {
        get { ClaudeCode.Settings(json: extra["claude-code"] ?? [:]) }
        set { extra["claude-code"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// Claude Code stream-json as Claude Code speaks it: only what differs stands here.
public enum ClaudeCodeWire: ClaudeCodeChatWire {
    /// What Claude Code does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        request.reasoningEffort = out.allowed(
            request.reasoningEffort, "reasoning.effort", in: ["low", "medium", "high", "xhigh", "max"]
        )
        return request
    }
}
