/// About how many tokens something has. It is no count and cannot become one: see ``Tokenizer`` for counts.
///
/// ```swift
/// let estimate = TokenEstimate(of: "Why is the sky blue?")
/// print(estimate)                                         // about 7 tokens (4 to 9)
/// guard estimate.high < 8000 else { … }
/// ```
///
/// It is made for the encoding `o200k_base`; models with another cut text a little differently. <doc:Tokens> says how
/// far off it is, by language and kind of text.
public struct TokenEstimate: Sendable, Hashable {
    /// The number that is most likely.
    public private(set) var likely: Int
    /// Hardly fewer than these: in 19 of 20 texts the true number is from here to ``high``.
    public private(set) var low: Int
    /// Hardly more than these.
    public private(set) var high: Int
    /// What was left out since nothing is known of its tokens: images for instance. Empty when all is in it.
    public internal(set) var missing: Set<Part.Kind> = []

    /// About how many tokens a text has.
    public init(of text: String) { self.init(thousandths: TokenEstimator.thousandths(of: text)) }

    /// A number that is known.
    init(exactly tokens: Int) {
        likely = tokens
        low = tokens
        high = tokens
    }

    /// An estimate of text: within 15 % and a token.
    init(thousandths: Int) {
        let sum = max(0, thousandths)
        likely = (sum + 500) / 1000
        low = max(sum > 0 ? 1 : 0, (sum * 85 / 100 - 1000) / 1000)
        high = sum > 0 ? (sum * 115 / 100 + 1999) / 1000 : 0
        likely = max(likely, low)
    }

    /// Both together.
    public static func + (left: TokenEstimate, right: TokenEstimate) -> TokenEstimate {
        var sum = left
        sum += right
        return sum
    }

    /// Adds another estimate.
    public static func += (left: inout TokenEstimate, right: TokenEstimate) {
        left.likely += right.likely
        left.low += right.low
        left.high += right.high
        left.missing.formUnion(right.missing)
    }
}

extension TokenEstimate: CustomStringConvertible {
    /// The most likely number, the range and what is missing.
    public var description: String {
        let kinds = missing.map(\.rawValue).sorted().joined(separator: ", ")
        return "about \(likely) tokens (\(low) to \(high))" + (kinds.isEmpty ? "" : " without \(kinds)")
    }
}
