/// Something of a request that a provider could not be told as it was meant.
public struct Loss: Sendable, Hashable, Codable {
    /// How much was lost.
    public enum Severity: String, Sendable, Hashable, Codable {
        /// It was left out.
        case dropped
        /// It was sent as something near.
        case approximated
        /// It was sent in another order.
        case reordered
        /// Something was added that nobody wrote.
        case synthesised
    }

    /// Where it stood: `messages[2].parts[0]`.
    public var path: String
    /// Why.
    public var reason: String
    /// How much was lost.
    public var severity: Severity

    /// Makes a loss.
    public init(path: String, reason: String, severity: Severity) {
        self.path = path
        self.reason = reason
        self.severity = severity
    }
}

extension Loss: CustomStringConvertible {
    /// `temperature dropped: …`
    public var description: String { "\(path) \(severity.rawValue): \(reason)" }
}
