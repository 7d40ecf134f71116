/// How a family of models cuts text into tokens: a pattern, a number of tokens and the special ones among them.
///
/// The tokens themselves are in a vocabulary file, which the user has: see ``Tokenizer``.
public struct TokenEncoding: Sendable, Hashable {
    /// The regular expressions that cut text into pieces before bytes are merged.
    public enum Pattern: Sendable, Hashable {
        /// Words with one leading character, numbers of up to three digits.
        case cl100k
        /// The same, but words are cut where capitals begin, and marks belong to words.
        case o200k
    }

    /// Its usual name.
    public var name: String
    /// How text is cut into pieces.
    public var pattern: Pattern
    /// Tokens that stand for no text but for a place, such as the end of a document.
    public var specialTokens: [String: Int]
    /// How many tokens its vocabulary has, special ones apart; `nil` is not checked.
    public var size: Int?

    /// Makes an encoding.
    public init(name: String, pattern: Pattern, specialTokens: [String: Int] = [:], size: Int? = nil) {
        self.name = name
        self.pattern = pattern
        self.specialTokens = specialTokens
        self.size = size
    }

    /// `o200k_base`. Its vocabulary is published as `o200k_base.tiktoken`.
    public static let o200kBase = TokenEncoding(
        name: "o200k_base", pattern: .o200k,
        specialTokens: ["<|endoftext|>": 199_999, "<|endofprompt|>": 200_018], size: 199_998)

    /// `cl100k_base`. Its vocabulary is published as `cl100k_base.tiktoken`.
    public static let cl100kBase = TokenEncoding(
        name: "cl100k_base", pattern: .cl100k,
        specialTokens: [
            "<|endoftext|>": 100_257, "<|fim_prefix|>": 100_258, "<|fim_middle|>": 100_259, "<|fim_suffix|>": 100_260,
            "<|endofprompt|>": 100_276,
        ],
        size: 100_256)

    /// The encodings that a vocabulary file is recognised as by its size.
    public static let known: [TokenEncoding] = [.o200kBase, .cl100kBase]
}
