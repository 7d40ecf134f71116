/// What a vendor's seal was put on, so that a change is noticed before the vendor refuses it. All seals are equal: it says
/// nothing of the thoughts themselves.
struct Seal: Sendable, Hashable {
    private var digest: UInt64?

    /// Takes note of a text; nothing is known of an empty one, whose words may yet come.
    init(_ text: String, isSealed: Bool) { digest = isSealed && !text.isEmpty ? Self.digest(of: text) : nil }

    /// Whether the text is another.
    func isBroken(by text: String) -> Bool { digest.map { $0 != Self.digest(of: text) } ?? false }

    static func == (left: Seal, right: Seal) -> Bool { true }
    func hash(into hasher: inout Hasher) {}

    /// FNV-1a.
    private static func digest(of text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

/// How a value was spelled; that makes no difference to what it says.
struct Verbatim: Sendable, Hashable {
    var text: String?

    static func == (left: Verbatim, right: Verbatim) -> Bool { true }
    func hash(into hasher: inout Hasher) {}
}
