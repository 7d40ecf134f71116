/// Scripts whose words have different numbers of tokens.
enum Script: Int, Sendable, CaseIterable {
    case latin
    case greek
    case cyrillic
    case hebrew
    case arabic
    case devanagari
    /// The other scripts of India, which models have seen less of.
    case indic
    /// Thai, Lao and Tibetan.
    case thai
    case hiragana
    case katakana
    case han
    case hangul
    case other

    /// The script of a letter or mark, by its block.
    init(of scalar: UInt32) {
        self =
            switch scalar {
            case ..<0x250, 0x1E00..<0x1F00: .latin
            case 0x370..<0x400, 0x1F00..<0x2000: .greek
            case 0x400..<0x530: .cyrillic
            case 0x590..<0x600: .hebrew
            case 0x600..<0x780: .arabic
            case 0x900..<0x980: .devanagari
            case 0x980..<0xE00: .indic
            case 0xE00..<0x1000: .thai
            case 0x3040..<0x30A0: .hiragana
            case 0x30A0..<0x3100: .katakana
            case 0x3400..<0xA000, 0xF900..<0xFB00, 0x20000...: .han
            case 0xAC00..<0xD7B0: .hangul
            default: .other
            }
    }
}
