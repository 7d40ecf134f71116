/// What patterns of encodings tell apart in text. A scalar has exactly one class; the end of the text has none.
struct ScalarClass: OptionSet {
    let rawValue: UInt8

    /// `\p{Lu}` and `\p{Lt}`.
    static let upper = ScalarClass(rawValue: 1)
    /// `\p{Ll}`.
    static let lower = ScalarClass(rawValue: 2)
    /// `\p{Lm}` and `\p{Lo}`.
    static let caseless = ScalarClass(rawValue: 4)
    /// `\p{M}`.
    static let mark = ScalarClass(rawValue: 8)
    /// `\p{N}`.
    static let number = ScalarClass(rawValue: 16)
    /// `[\r\n]`.
    static let newline = ScalarClass(rawValue: 32)
    /// What else `\s` matches.
    static let space = ScalarClass(rawValue: 64)
    /// Everything else.
    static let other = ScalarClass(rawValue: 128)

    /// `\p{L}`.
    static let letter: ScalarClass = [.upper, .lower, .caseless]
    /// `\s`.
    static let white: ScalarClass = [.newline, .space]
    /// `[^\s\p{L}\p{N}]`.
    static let symbol: ScalarClass = [.mark, .other]
    /// `[^\r\n\p{L}\p{N}]`.
    static let prefix: ScalarClass = [.mark, .space, .other]

    /// The classes of the scalars up to U+FFFF: looking one up costs a byte's load.
    static let table: [UInt8] = (0..<0x10000).map { value in
        Unicode.Scalar(UInt32(value)).map { ScalarClass(of: $0).rawValue } ?? 0
    }

    /// The class as the tokenizer's own regular expressions see it: they know Unicode 16.
    init(of scalar: Unicode.Scalar) {
        let properties = scalar.properties
        guard let age = properties.age, age <= (16, 0) else {
            self = .other
            return
        }
        switch properties.generalCategory {
        // Unicode 17 took this letter's case away.
        case _ where scalar == "\u{295}": self = .lower
        case .uppercaseLetter, .titlecaseLetter: self = .upper
        case .lowercaseLetter: self = .lower
        case .modifierLetter, .otherLetter: self = .caseless
        case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
        case .decimalNumber, .letterNumber, .otherNumber: self = .number
        case _ where scalar == "\r" || scalar == "\n": self = .newline
        default: self = properties.isWhitespace ? .space : .other
        }
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }
}
