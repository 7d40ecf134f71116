/// Why no JSON Schema follows from a type.
public struct SchemaError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Where in the type: `forecast[].wind`; empty for the type itself.
    public var path: String
    /// What is wrong, and what to do.
    public var message: String

    /// Makes an error.
    public init(path: String, message: String) {
        self.path = path
        self.message = message
    }

    /// The path and the message.
    public var description: String { path.isEmpty ? message : "\(path): \(message)" }
}
