/// Calls that bear text in place of arguments, and the tools that are called so, as views for the wires: those that have
/// such calls, and those for which the text is the only argument of a call like any other.
extension ToolCall {
    /// The text in place of arguments. Setting makes it that.
    public var inputText: String? {
        get { isText ? argumentsText : nil }
        set {
            isText = true
            argumentsText = newValue ?? ""
        }
    }

    /// The text of the arguments; of a call that bears text, of the arguments that stand for it.
    public var functionArguments: String {
        get { isText ? TextInput.arguments(argumentsText).text : argumentsText }
        set { argumentsText = newValue }
    }

    /// The arguments where they are a JSON object, as some wires must have it; of a call that bears text, those that stand
    /// for it.
    public var argumentsObject: JSON? {
        get { isText ? TextInput.arguments(argumentsText) : arguments?.object.map(JSON.object) }
        set { arguments = newValue }
    }
}

extension ToolCallPiece {
    /// The arguments where they are a JSON object, or none at all.
    public var argumentsObject: JSON? {
        get {
            guard let arguments else { return nil }
            return arguments.isNull ? .object([:]) : arguments.object.map(JSON.object)
        }
        set { arguments = newValue }
    }

    /// The text in place of arguments.
    public var inputText: String? {
        get { isText ? argumentsText : nil }
        set {
            isText = true
            argumentsText = newValue
        }
    }

    /// The text of the arguments; of a call that bears text, of the arguments that stand for it.
    public var functionArguments: String? {
        get { isText ? argumentsText.map { TextInput.arguments($0).text } : argumentsText }
        set { argumentsText = newValue }
    }
}

/// What a call of a tool bears.
public enum ToolInput: Sendable, Hashable {
    /// Arguments, as JSON.
    case json
    /// Text.
    case text
}

extension ToolDefinition {
    /// What calls of it bear. Setting makes of a tool one that takes text.
    public var input: ToolInput? {
        get { textInput == nil ? .json : .text }
        set {
            guard newValue == .text else { return }
            textInput = textInput ?? TextInput()
            schema = TextInput.schema
        }
    }

    /// The schema of its arguments, where it has any.
    public var parameters: JSON? {
        get { textInput == nil ? schema : JSON?.none }
        set { schema = newValue ?? .object([:]) }
    }

    /// The language of the grammar that its text follows.
    public var grammarSyntax: String? {
        get { textInput?.grammar?.syntax }
        set { if let newValue { grammar.syntax = newValue } }
    }

    /// The grammar that its text follows.
    public var grammarDefinition: String? {
        get { textInput?.grammar?.definition }
        set { if let newValue { grammar.definition = newValue } }
    }

    private var grammar: TextInput.Grammar {
        get { textInput?.grammar ?? TextInput.Grammar() }
        set {
            input = .text
            textInput?.grammar = newValue
        }
    }
}

extension ChatRequest {
    /// The choice of tools, in which those that take text are known as such.
    public var knownToolChoice: ToolChoice? {
        get {
            let texts = Set(tools.lazy.filter { $0.textInput != nil }.map(\.name))
            switch toolChoice {
            case .tool(var tool) where texts.contains(tool.name):
                tool.isText = true
                return .tool(tool)
            case .tools(var subset):
                subset.textNames = texts.intersection(subset.names)
                return .tools(subset)
            default: return toolChoice
            }
        }
        set { toolChoice = newValue }
    }
}

extension NamedTool {
    /// What calls of it bear; reading leaves that to the request's tools.
    public var input: ToolInput? {
        get { isText ? .text : .json }
        set {}
    }

    /// The name of a tool that takes text.
    public var textName: String? {
        get { isText ? name : nil }
        set { name = newValue ?? "" }
    }
}

/// Makes, for wires without such calls, of text that grows in place of arguments the arguments that stand for it.
struct TextCalls {
    /// The blocks of such calls, as long as they are open.
    private var open: Set<Int> = []

    /// The events that say the same.
    mutating func events(for event: ChatEvent) -> [ChatEvent] {
        switch event {
        case .blockStarted(let index, .toolCall(let id, let name, isText: true)):
            open.insert(index)
            return [
                .blockStarted(index: index, .toolCall(id: id, name: name)),
                .argumentsDelta(index: index, #"{"input":""#),
            ]
        case .argumentsDelta(let index, let text) where open.contains(index):
            // What stands between the quotes is text in JSON.
            return [.argumentsDelta(index: index, String(JSON.string(text).text.dropFirst().dropLast()))]
        case .blockEnded(let index) where open.remove(index) != nil:
            return [.argumentsDelta(index: index, #""}"#), event]
        default: return [event]
        }
    }
}
