/// One turn of a conversation.
public struct Message: Sendable, Hashable {
    /// Who speaks.
    public enum Role: String, Sendable, Hashable, Codable {
        /// Instructions from the program.
        case system
        /// The person, or the program on their behalf.
        case user
        /// The model.
        case assistant
        /// Results of the model's tool calls.
        case tool
    }

    /// Who speaks.
    public var role: Role
    /// What is said, in order.
    public var parts: [Part]
    /// The speaker's name, where a provider takes one.
    public var name: String?
    /// JSON merged into the message, by wire or provider id.
    public var extra: Extra = [:]

    /// Makes a message of parts.
    public init(role: Role, parts: [Part] = [], name: String? = nil) {
        self.role = role
        self.parts = parts
        self.name = name
    }

    /// Instructions for the model.
    public static func system(_ text: String) -> Message { Message(role: .system, parts: [.text(text)]) }
    /// What the person says.
    public static func user(_ text: String) -> Message { Message(role: .user, parts: [.text(text)]) }
    /// What the person says, with images, audio or files.
    public static func user(_ parts: Part...) -> Message { Message(role: .user, parts: parts) }
    /// What the model said.
    public static func assistant(_ text: String) -> Message { Message(role: .assistant, parts: [.text(text)]) }
    /// The result of a tool call.
    public static func tool(_ results: ToolResult...) -> Message {
        Message(role: .tool, parts: results.map(Part.toolResult))
    }
}

extension Message {
    /// All text parts joined; `nil` when there is none. Setting appends a text part.
    public var text: String? {
        get { joined { if case .text(let part) = $0 { part.text } else { nil } } }
        set { if let newValue { parts.append(.text(newValue)) } }
    }

    /// The text when the message is exactly one plain text part.
    public var soleText: String? {
        guard parts.count == 1, case .text(let part) = parts[0], part.isPlain else { return nil }
        return part.text
    }

    /// All reasoning text joined; `nil` when there is none. Setting appends a reasoning part.
    public var reasoning: String? {
        get { joined { if case .reasoning(let part) = $0 { part.text } else { nil } } }
        set { if let newValue { parts.append(.reasoning(ReasoningPart(text: newValue))) } }
    }

    /// Takes thoughts that a wire holds beside the text, unless they are there: some servers send them under two names.
    public mutating func addReasoning(_ text: String?, of wire: String) {
        guard let text, reasoning != text, thoughts.isEmpty else { return }
        parts.insert(.reasoning(ReasoningPart(text: text, origin: wire)), at: 0)
    }

    /// Puts the tool calls after everything else, where wires hold them apart: keys come in any order.
    public mutating func moveCallsToEnd() {
        let calls = toolCalls
        if !calls.isEmpty { toolCalls = calls }
    }

    /// All refusal text joined; `nil` when there is none. Setting appends a refusal.
    public var refusal: String? {
        get { joined { if case .refusal(let part) = $0 { part.text } else { nil } } }
        set { if let newValue { parts.append(.refusal(RefusalPart(text: newValue))) } }
    }

    /// The tool calls, in order. Setting replaces them, at the end.
    public var toolCalls: [ToolCall] {
        get { parts.compactMap { if case .toolCall(let call) = $0 { call } else { nil } } }
        set {
            parts.removeAll { if case .toolCall = $0 { true } else { false } }
            parts += newValue.map(Part.toolCall)
        }
    }

    /// The tool results, in order.
    public var toolResults: [ToolResult] {
        parts.compactMap { if case .toolResult(let result) = $0 { result } else { nil } }
    }

    /// The sources the answer cites, those of its text parts included.
    public var citations: [Citation] {
        parts.flatMap { part -> [Citation] in
            switch part {
            case .citation(let citation): [citation]
            case .text(let text): text.citations
            default: []
            }
        }
    }

    private func joined(_ text: (Part) -> String?) -> String? {
        let texts = parts.compactMap(text)
        return texts.isEmpty ? nil : texts.count == 1 ? texts[0] : texts.joined()
    }
}
