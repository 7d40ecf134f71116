/// A version of the Model Context Protocol, by its date.
public struct MCPVersion: Sendable, Hashable, RawRepresentable, CustomStringConvertible {
    /// The date.
    public var rawValue: String

    /// Makes a version.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The first version, with its own transport over HTTP.
    public static let v2024_11_05 = MCPVersion(rawValue: "2024-11-05")
    /// The first with streamable HTTP.
    public static let v2025_03_26 = MCPVersion(rawValue: "2025-03-26")
    /// The first with structured output and elicitation.
    public static let v2025_06_18 = MCPVersion(rawValue: "2025-06-18")
    /// The last with a handshake.
    public static let v2025_11_25 = MCPVersion(rawValue: "2025-11-25")
    /// The first without sessions.
    public static let v2026_07_28 = MCPVersion(rawValue: "2026-07-28")

    /// The versions agreed upon in a handshake, oldest first.
    public static let handshaking = [v2024_11_05, v2025_03_26, v2025_06_18, v2025_11_25]
    /// The versions in which every request stands for itself, oldest first.
    public static let stateless = [v2026_07_28]

    /// Which of the two it is; `nil` for a version that is not known here.
    public var era: MCPEra? {
        if Self.stateless.contains(self) { return .stateless }
        return Self.handshaking.contains(self) ? .handshaking : nil
    }

    /// The date.
    public var description: String { rawValue }
}

/// The two ways in which client and server come to know each other.
public enum MCPEra: String, Sendable, Hashable, Codable {
    /// They agree on version and capabilities before anything else: 2024-11-05 to 2025-11-25.
    case handshaking
    /// Every request says all that the server needs to know: from 2026-07-28 on.
    case stateless
}
