/// Something a provider or a model can do, by the IDL's word for it.
public struct Capability: Sendable, Hashable, Codable, RawRepresentable, ExpressibleByStringLiteral {
    /// The word.
    public var rawValue: String

    /// Makes a capability from its word.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Makes a capability from a literal.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}
