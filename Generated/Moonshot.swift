// Generated from IDL/Providers/Moonshot.idl: edit that file, not this one.

public import MassGenCore

/// Moonshot, by OpenAI Chat Completions.
public struct Moonshot: HTTPBackend {
    /// The wire it speaks.
    public typealias Format = MoonshotWire

    /// What is known of it.
    public static let provider = Provider(
        id: "moonshot",
        title: "Moonshot",
        wire: "openai-chat",
        base: "https://api.moonshot.ai/v1",
        baseVariables: ["MOONSHOT_BASE_URL"],
        keys: [.bearer(["MOONSHOT_API_KEY"])],
        endpoints: [.init("/chat/completions")],
        services: OpenAIChat.services,
        capabilities: [
            "streaming", "tools", "toolChoice", "vision", "jsonMode", "jsonSchema", "reasoning", "reasoningContent",
            "thinkingSwitch", "sampling", "stop", "caching", "streamOptions", "webSearch", "thoughtsWithCalls",
        ],
        refused: [
            "parallel_tool_calls", "top_k", "random_seed", "seed", "logit_bias", "logprobs", "top_logprobs", "user",
            "metadata", "store", "service_tier",
        ],
        settings: ["thinking.budget_tokens": .integer, "thinking.keep": .text, "partial": .bool],
        aliases: ["kimi"],
        hosts: ["moonshot.ai", "moonshot.cn"],
        limits: OpenAIChat.limits,
        requestIDHeader: "x-request-id",
        models: .moonshot
    )

    /// How to reach it.
    public var connection: Connection

    /// Makes a backend for the given connection.
    public init(_ connection: Connection) { self.connection = connection }
}

extension Moonshot {
    /// Settings of a request that only Moonshot has.
    public struct Settings: Sendable, Hashable {
        /// The settings as they are sent.
        public var json: JSONObject

        /// Makes settings.
        public init(json: JSONObject = [:]) { self.json = json }

        /// How many tokens it may think.
        public var thinkingBudgetTokens: Int? {
            get { json["thinking", "budget_tokens"]?.int }
            set { json["thinking", "budget_tokens"] = newValue.map { .number(JSONNumber($0)) } }
        }

        /// All, where the model is to see the thoughts of all turns.
        public var thinkingKeep: String? {
            get { json["thinking", "keep"]?.string }
            set { json["thinking", "keep"] = newValue.map(JSON.string) }
        }

        /// Whether the last message is the beginning of the answer.
        public var partial: Bool? {
            get { json["partial"]?.bool }
            set { json["partial"] = newValue.map(JSON.bool) }
        }
    }
}

extension ChatRequest {
    /// Settings that only Moonshot has; other providers never see them.
    public var moonshot: Moonshot.Settings {
        get { Moonshot.Settings(json: extra["moonshot"] ?? [:]) }
        set { extra["moonshot"] = newValue.json.isEmpty ? nil : newValue.json }
    }
}

/// OpenAI Chat Completions as Moonshot speaks it: only what differs stands here.
public enum MoonshotWire: OpenAIChatWire {
    /// What the vendor's word for an error means.
    public static func classify(word: String) -> ErrorClass? {
        switch word {
        case "exceeded_current_quota_error": .quota
        case "engine_overloaded_error": .overloaded.retryable
        case "content_filter": .contentFilter
        default: OpenAIChat.classify(word: word)
        }
    }

    /// The vendor's word for an error.
    public static func word(for meaning: ErrorClass) -> String? {
        switch meaning {
        case .quota: "exceeded_current_quota_error"
        case .overloaded: "engine_overloaded_error"
        case .contentFilter: "content_filter"
        default: OpenAIChat.word(for: meaning)
        }
    }

    /// What Moonshot does not take.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest {
        var request = request
        out.remove("topK", &request.topK)
        out.remove("parallelToolCalls", &request.parallelToolCalls)
        out.remove("seed", &request.seed)
        out.remove("logitBias", &request.logitBias)
        out.remove("logprobs", &request.logprobs)
        out.remove("topLogprobs", &request.topLogprobs)
        out.remove("metadata", &request.metadata)
        out.remove("store", &request.store)
        out.remove("serviceTier", &request.serviceTier)
        out.remove("user", &request.user)
        return request
    }

    /// Writes `serverTool`.
    public static func renderServerTool(_ tool: ServerTool, into out: inout Renderer) {
        switch tool.name {
        case "webSearch" where out.can("webSearch"): Self.renderServerToolWebSearch(tool, into: &out)
        default:
            out.other(tool, known: "webSearch")
        }
    }

    /// Reads `serverTool`.
    public static func parseServerTool(_ json: inout JSONReader) throws(JSONError) -> ServerTool? {
        switch json.lookAheadString("type") {
        case "builtin_function": return try Self.parseServerToolWebSearch(&json)
        default: return try json.serverTool(by: "type", of: Self.id)
        }
    }

    /// Writes the row `webSearch` of `serverTool`.
    public static func renderServerToolWebSearch(_ tool: ServerTool, into out: inout Renderer) {
        out.object { out in
            out.field("type", "builtin_function")
            out.object("function") { out in
                out.field("name", "$web_search")
            }
        }
        out.dropSettings(of: tool)
        out.drop(tool.extra)
    }

    /// Reads the row `webSearch` of `serverTool`.
    public static func parseServerToolWebSearch(_ json: inout JSONReader) throws(JSONError) -> ServerTool {
        let tool = ServerTool(name: "webSearch")
        try json.beginObject()
        while let key = try json.nextKey() {
            switch key {
            case "type", "function": try json.pass()
            default: try json.skip()
            }
        }
        return tool
    }

    /// Writes `toolChoice`.
    public static func renderToolChoice(_ choice: ToolChoice, into out: inout Renderer) {
        switch choice {
        case .auto: out.value("auto")
        case .none: out.value("none")
        case .required:
            out.value("auto")
            out.lose("toolChoice", .approximated, "required is sent as auto")
        case .tool(let tool):
            out.object { out in
                out.field("type", "function")
                out.object("function") { out in
                    out.field("name", tool.name)
                }
            }
        case .tools(let subset) where out.can("toolSubsets"):
            out.object { out in
                out.field("type", "allowed_tools")
                out.object("allowed_tools") { out in
                    out.field("mode", ifPresent: subset.must, Self.renderMust)
                    out.list("tools", subset.tools, at: "tools", Self.renderNamedTool)
                }
            }
        case .tools:
            out.value("auto")
            out.lose("toolChoice", .approximated, "tools is sent as auto")
        }
    }
}
