/// What a stream of items says besides its content: where it is, and again what has been told.
public struct ItemNote: Sendable, Hashable {
    /// The number of the event.
    public var sequence: Int?
    /// Whether the answer was begun before.
    public var isBegun = false
    /// A part all of whose text has been told.
    public var told: Part?
    /// A part that ends.
    public var closed: Part?
    /// The number of a source among those of its text.
    public var mark: Int?
}

/// The views of it by kind.
extension Chunk {
    /// The number of the event.
    public var sequence: Int? { note.sequence }
    /// Whether the answer was begun before.
    public var isBegun: Bool { note.isBegun }
    /// The text that has been told.
    public var toldText: String? { if case .text(let part)? = note.told { part.text } else { nil } }
    /// The refusal that has been told.
    public var toldRefusal: String? { if case .refusal(let part)? = note.told { part.text } else { nil } }
    /// The thought that has been told.
    public var toldThought: String? { if case .reasoning(let part)? = note.told { part.text } else { nil } }
    /// The name of the call that has been told.
    public var toldName: String? { note.told?.call?.name }
    /// The arguments that have been told.
    public var toldArguments: String? { note.told?.call.flatMap { $0.isText ? nil : $0.argumentsText } }
    /// The arguments in free text that have been told.
    public var toldInput: String? { note.told?.call?.inputText }
    /// The part of a message that ends.
    public var closed: Part? { note.closed?.kind == .reasoning ? nil : note.closed }
    /// The thought that ends.
    public var closedThought: ReasoningPart? { note.closed?.thought }
    /// The thought that begins.
    public var openedThought: ReasoningPart? { opened?.thought }
    /// The number of a source among those of its text.
    public var mark: Int? { note.mark }
}

extension Part {
    fileprivate var call: ToolCall? { if case .toolCall(let call) = self { call } else { nil } }
    fileprivate var thought: ReasoningPart? { if case .reasoning(let thought) = self { thought } else { nil } }
}
