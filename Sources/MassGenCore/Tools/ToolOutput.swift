/// What a tool may give back.
public protocol ToolOutput: Sendable {
    /// It as the model is told it.
    var content: ToolContent { get throws }
}

/// What a tool gave: parts for the model, and a value for the program where there is one.
public struct ToolContent: ToolOutput, Hashable {
    /// Text, pictures, recordings, files.
    public var parts: [Part]
    /// The value that ``parts`` tell in text, for the program; never sent.
    public var value: JSON?
    /// Whether the tool failed: the model is told so.
    public var isError: Bool

    /// Makes content of parts.
    public init(_ parts: [Part] = [], value: JSON? = nil, isError: Bool = false) {
        self.parts = parts
        self.value = value
        self.isError = isError
    }

    /// Makes content of text.
    public init(_ text: String, isError: Bool = false) { self.init([.text(text)], isError: isError) }

    /// Makes content of a value: the model reads its JSON.
    public init(_ value: some Encodable) throws {
        let json = try JSON(encoding: value)
        self.init([.text(json.string ?? json.text)], value: json)
    }

    /// What went wrong.
    public static func error(_ message: String) -> ToolContent { ToolContent(message, isError: true) }

    /// Itself.
    public var content: ToolContent { self }

    /// All text parts joined; `nil` when there is none.
    public var text: String? { Message(role: .tool, parts: parts).text }
}

extension String: ToolOutput {
    /// The text.
    public var content: ToolContent { ToolContent(self) }
}

extension Media: ToolOutput {
    /// The picture, recording or file.
    public var content: ToolContent { ToolContent([.attachment(self)]) }
}

extension [Part]: ToolOutput {
    /// The parts.
    public var content: ToolContent { ToolContent(self) }
}

extension JSON: ToolOutput {
    /// The JSON as text.
    public var content: ToolContent { ToolContent([.text(string ?? text)], value: self) }
}
