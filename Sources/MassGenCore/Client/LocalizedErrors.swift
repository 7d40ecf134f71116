public import Foundation

// What apps show in alerts, and all who ask an error for its `localizedDescription`.

extension BackendError: LocalizedError {
    /// The whole error in words.
    public var errorDescription: String? { description }
}

extension TransportError: LocalizedError {
    /// What happened.
    public var errorDescription: String? { message }
}

extension ProcessError: LocalizedError {
    /// What happened.
    public var errorDescription: String? { description }
}

extension JSONError: LocalizedError {
    /// What is wrong, and where.
    public var errorDescription: String? { description }
}

extension SchemaError: LocalizedError {
    /// What has no schema.
    public var errorDescription: String? { description }
}

extension ToolError: LocalizedError {
    /// What the model is told.
    public var errorDescription: String? { description }
}
