/// Words that wires have for what a request asks, as views of its values.
extension ToolChoice {
    /// The choice without the tool's name.
    public enum Mode: Sendable, Hashable {
        case auto
        case none
        case required
        case tool
        case tools
    }

    /// The choice where tools that may be called are named beside.
    public enum Rule: Sendable, Hashable {
        case auto
        case none
        case required
        /// The model decides, and its calls are held to their schemas.
        case validated
    }

    /// What a choice of several tools means.
    public enum Must: Sendable, Hashable {
        case auto
        case required
    }
}

/// The known levels of thinking.
public enum ReasoningLevel: String, Sendable, Hashable {
    case none
    case minimal
    case low
    case medium
    case high
    case xhigh
    case max
}

/// Whether thoughts are shown.
public enum ReasoningDisplay: Sendable, Hashable {
    /// As a summary.
    case summarized
    /// Not at all: their seals alone come back.
    case omitted
}

/// Tools in a list of their own, as some wires hold them.
public struct ToolList: Sendable, Hashable {
    /// The tools.
    public var tools: [ToolDefinition]
    /// Members beside the list, by wire.
    public var extra: Extra = [:]

    /// Makes a list.
    public init(tools: [ToolDefinition] = []) { self.tools = tools }
}

/// How a model is told to think.
public enum Thinking: Sendable, Hashable {
    /// As much as it deems right.
    case adaptive
    /// Up to a number of tokens.
    case budget
    /// Not at all.
    case off
    /// Between calls of tools alone.
    case betweenTools
}

extension ChatRequest {
    /// The choice of tools without a name; the provider's default where only parallel calls are spoken of.
    public var toolChoiceMode: ToolChoice.Mode? {
        get {
            switch toolChoice {
            case .auto: .auto
            case .some(.none): ToolChoice.Mode.none
            case .required: .required
            case .tool: .tool
            case .tools: .tools
            case nil: parallelToolCalls == nil ? nil : .auto
            }
        }
        set {
            switch newValue {
            case .auto: toolChoice = .auto
            case .some(.none): toolChoice = ToolChoice.none
            case .required: toolChoice = .required
            case .tool: if toolChoiceName == nil { toolChoice = .tool(named: "") }
            case .tools, nil: break
            }
        }
    }

    /// The choice of tools where those that may be called are named beside. Where all tools are strict, and the model may
    /// choose, its calls are held to their schemas.
    public var toolChoiceRule: ToolChoice.Rule? {
        get {
            switch toolChoice {
            case .auto: isHeld ? .validated : .auto
            case .some(.none): ToolChoice.Rule.none
            case .required, .tool: .required
            case .tools(let subset): subset.isRequired ? .required : .validated
            case nil: isHeld ? .validated : nil
            }
        }
        set {
            let names = toolChoiceNames
            switch newValue {
            case .auto: toolChoice = .auto
            case .some(.none): toolChoice = ToolChoice.none
            case .required: if names.isEmpty { toolChoice = .required }
            // Without names the tools are meant, which may not be read yet.
            case .validated: toolChoice = .tools(ToolSubset(names: names))
            case nil: break
            }
        }
    }

    /// Whether the model may choose among all tools, and the calls of all of them must be held to their schemas.
    private var isHeld: Bool {
        (toolChoice == nil || toolChoice == .auto) && !tools.isEmpty && tools.allSatisfy(\.isStrict)
    }

    /// Understands, when all is read, a choice whose calls are held to the schemas of tools without naming any.
    public mutating func settleToolChoice() {
        guard case .tools(let subset)? = toolChoice, subset.names.isEmpty else { return }
        toolChoice = .auto
        for index in tools.indices { tools[index].strict = true }
    }

    /// The name of the tool that must be called.
    public var toolChoiceName: String? {
        get { if case .tool(let tool)? = toolChoice { tool.name } else { nil } }
        set { if let newValue { toolChoice = .tool(named: newValue) } }
    }

    /// The names of the tools that may be called, where not all may be.
    public var toolChoiceNames: [String] {
        get { if case .tools(let subset)? = toolChoice { subset.names } else { toolChoiceName.map { [$0] } ?? [] } }
        set {
            guard !newValue.isEmpty else { return }
            if case .tools? = toolChoice {
                toolChoice = .tools(ToolSubset(names: newValue))
            } else {
                toolChoice =
                    newValue.count == 1
                    ? .tool(named: newValue[0]) : .tools(ToolSubset(names: newValue, isRequired: true))
            }
        }
    }

    /// Whether calls must come one by one.
    public var isSerial: Bool? {
        get { parallelToolCalls.map { !$0 } }
        set { parallelToolCalls = newValue.map { !$0 } }
    }

    /// The level of thinking, where it is a known one.
    public var reasoningLevel: ReasoningLevel? {
        get { (reasoningEffort?.rawValue).flatMap(ReasoningLevel.init) }
        set { if let newValue { reasoningEffort = ReasoningEffort(rawValue: newValue.rawValue) } }
    }

    /// Whether thoughts are shown.
    public var reasoningDisplay: ReasoningDisplay? {
        get { reasoningSummary.map { $0 == "none" ? .omitted : .summarized } }
        set {
            guard let newValue else { return }
            if reasoning == nil { reasoning = ReasoningOptions() }
            reasoningSummary = newValue == .omitted ? "none" : "auto"
        }
    }

    /// Whether thinking is confined to the time between calls of tools.
    public var reasoningBetweenTools: Bool? {
        get { reasoning?.betweenTools == true ? true : nil }
        set {
            guard newValue == true else { return }
            if reasoning == nil { reasoning = ReasoningOptions() }
            reasoning?.betweenTools = true
        }
    }

    /// What the answer by a schema is for.
    public var responseFormatDescription: String? {
        if case .jsonSchema(let format)? = responseFormat { format.description } else { nil }
    }

    /// Whether the answer must be held to its schema.
    public var responseFormatStrict: Bool? {
        if case .jsonSchema(let format)? = responseFormat { format.strict } else { nil }
    }

    /// How the model is told to think; setting leaves levels and budgets as they are.
    public var thinking: Thinking? {
        get {
            guard let reasoning else { return nil }
            if reasoning.effort == ReasoningEffort.none { return .off }
            if reasoning.betweenTools == true { return .betweenTools }
            return reasoning.budgetTokens == nil ? .adaptive : .budget
        }
        set {
            guard let newValue else { return }
            if reasoning == nil { reasoning = ReasoningOptions() }
            if newValue == .off { reasoning?.effort = ReasoningEffort.none }
            if newValue == .betweenTools { reasoning?.betweenTools = true }
        }
    }

    /// The ids of all files in the conversation that the provider keeps.
    public var fileIDs: [String] {
        func ids(_ parts: [Part]) -> [String] {
            parts.flatMap { part -> [String] in
                switch part {
                case .image(let media), .audio(let media), .file(let media): media.fileID.map { [$0] } ?? []
                case .toolResult(let result): ids(result.parts)
                default: []
                }
            }
        }
        return messages.flatMap { ids($0.parts) }
    }

    /// The tools as lists of tools, of which there is one. Setting adds tools; what stands beside a list is a tool of
    /// the provider's own.
    public var toolLists: [ToolList] {
        get {
            var list = ToolList(tools: tools)
            // The rule says it of all of them.
            if isHeld {
                for index in list.tools.indices { list.tools[index].strict = nil }
            }
            return tools.isEmpty ? [] : [list]
        }
        set {
            for list in newValue {
                tools += list.tools
                for (wire, members) in list.extra {
                    for (key, value) in members {
                        var tool = ServerTool(name: key)
                        tool.extra = [wire: [key: value]]
                        serverTools.append(tool)
                    }
                }
            }
        }
    }

    /// The servers of tools among the provider's own tools. Setting says more of those that are there.
    public var mcpServers: [ServerTool] {
        get { serverTools.filter { $0.name == ServerTool.mcp.name } }
        set {
            for server in newValue {
                let place = serverTools.firstIndex { $0.name == server.name && $0.label == server.label }
                if let place {
                    serverTools[place].url = server.url
                    serverTools[place].token = server.token
                    serverTools[place].allowedTools = server.allowedTools
                } else {
                    serverTools.append(server)
                }
            }
        }
    }

    /// The sandbox in which the provider runs code.
    public var container: String? { serverTools.lazy.compactMap(\.container).first }
}

extension ToolSubset {
    /// Whether one of the tools must be called, as a word.
    public var must: ToolChoice.Must? {
        get { isRequired ? .required : .auto }
        set { isRequired = newValue == .required }
    }

    /// The tools.
    public var tools: [NamedTool] {
        get {
            names.map { name in
                var tool = NamedTool(name: name)
                tool.isText = textNames.contains(name)
                return tool
            }
        }
        set { names = newValue.map(\.name) }
    }
}
