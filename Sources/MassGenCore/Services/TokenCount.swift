/// What the provider itself counts, before a request is sent; never an estimate.
public struct TokenCount: Sendable, Hashable, Codable {
    /// The tokens of the prompt: system texts, messages and tools.
    public var input: Int

    /// Makes a count.
    public init(input: Int) { self.input = input }
}

/// Asks for the tokens of a chat request.
public struct CountRequest: Sendable, Hashable {
    /// The model.
    public var model: String
    /// The body of the chat request, by wire id: it stands where `...` does.
    public var extra: Extra

    /// Makes a question.
    public init(model: String = "", extra: Extra = [:]) {
        self.model = model
        self.extra = extra
    }

    /// The model as Google writes it.
    public var resourceName: String {
        get { ResourceName.full(model, in: "models") }
        set { model = ResourceName.id(of: newValue, in: "models") }
    }
}
