/// A number as it is written, so that none loses digits on its way through.
///
/// Two numbers are equal when they are the same whole number, or else the same `Double`, however they are written.
public struct JSONNumber: Sendable {
    /// How it is written.
    public let literal: String

    /// Makes a number from a text that is known to be one.
    init(trusted literal: String) { self.literal = literal }

    /// Makes a number from how JSON writes it; `nil` when the text is no number.
    public init?(literal: String) {
        var json = JSONReader(Array(literal.utf8))
        guard let kind = try? json.peek(), kind == .number, json.offset == 0 else { return nil }
        guard (try? json.scanNumber()) != nil, json.offset == literal.utf8.count else { return nil }
        self.literal = literal
    }

    /// Makes a whole number.
    public init(_ value: Int) { literal = String(value) }

    /// Makes a number. Infinity becomes the greatest number there is; what is not a number becomes 0.
    public init(_ value: Double) { literal = value.isNaN ? "0" : value.jsonLiteral }

    /// The value if it is whole, written as `3`, `3.0` or `3e0`, and an `Int`.
    public var int: Int? { DecimalInteger(literal.utf8)?.exact }

    /// The value as near as a `Double` comes; `nil` when it is out of range.
    public var double: Double? {
        guard let value = Double(literal), value.isFinite else { return nil }
        return value
    }

    private enum Value: Hashable {
        case int(Int)
        case double(Double)
        case literal(String)
    }

    private var value: Value {
        if let int { return .int(int) }
        if let double { return .double(double) }
        return .literal(literal)
    }
}

extension JSONNumber: Hashable {
    /// Whether two numbers have the same value.
    public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
        left.literal == right.literal || left.value == right.value
    }

    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension JSONNumber: CustomStringConvertible {
    /// How it is written.
    public var description: String { literal }
}

extension JSONNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    /// Makes a number from a literal.
    public init(integerLiteral value: Int) { self.init(value) }
    /// Makes a number from a literal.
    public init(floatLiteral value: Double) { self.init(value) }
}

extension Double {
    /// The shortest JSON for a number: `1`, `0.5`, `1e+20`. Infinity becomes the greatest number there is.
    var jsonLiteral: String {
        guard isFinite else { return (self < 0 ? -Self.greatestFiniteMagnitude : .greatestFiniteMagnitude).description }
        let text = description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// The value of a JSON number; beyond the range, the nearest finite one.
    init(clamping literal: String) {
        let value = Double(literal) ?? 0
        self = value.isFinite ? value : value < 0 ? -Self.greatestFiniteMagnitude : .greatestFiniteMagnitude
    }
}

/// The exact value of a decimal number that is whole, however it is written.
struct DecimalInteger {
    /// The value, or the end of `Int`'s range that is nearest.
    let clamped: Int
    /// The value if it is in `Int`'s range.
    let exact: Int?

    /// Reads a checked JSON number; `nil` when it is not whole.
    init?(_ literal: some Sequence<UInt8>) {
        var magnitude: UInt64 = 0
        var overflows = false
        // Zeros are held back until a digit follows them: trailing ones only count for the scale.
        var zeros = 0
        var fraction = 0
        var exponent = 0
        var isNegative = false
        var isExponentNegative = false
        var part = Part.whole
        for byte in literal {
            switch (byte, part) {
            case (0x2D, .exponent): isExponentNegative = true
            case (0x2D, _): isNegative = true
            case (0x2E, _): part = .fraction
            case (0x65, _), (0x45, _): part = .exponent
            case (0x30...0x39, .exponent): exponent = min(exponent * 10 + Int(byte - 0x30), 1 << 40)
            case (0x30...0x39, _):
                if part == .fraction { fraction += 1 }
                if byte == 0x30 {
                    zeros += 1
                } else {
                    magnitude.append(zeros: zeros + 1, adding: UInt64(byte - 0x30), overflows: &overflows)
                    zeros = 0
                }
            default: break
            }
        }
        if magnitude == 0, !overflows {
            (clamped, exact) = (0, 0)
            return
        }
        let scale = (isExponentNegative ? -exponent : exponent) - fraction + zeros
        guard scale >= 0 else { return nil }
        magnitude.append(zeros: scale, adding: 0, overflows: &overflows)
        exact =
            if overflows { nil } else if isNegative {
                magnitude <= Int.min.magnitude ? Int(truncatingIfNeeded: 0 &- magnitude) : nil
            } else { Int(exactly: magnitude) }
        clamped = exact ?? (isNegative ? .min : .max)
    }

    private enum Part { case whole, fraction, exponent }
}

extension UInt64 {
    fileprivate mutating func append(zeros: Int, adding digit: UInt64, overflows: inout Bool) {
        if overflows || (self > 0 && zeros > 19) {
            overflows = true
            return
        }
        if self == 0 {
            self = digit
            return
        }
        for _ in 0..<zeros {
            let (product, isTooLarge) = multipliedReportingOverflow(by: 10)
            overflows = overflows || isTooLarge
            self = product
        }
        let (sum, isTooLarge) = addingReportingOverflow(digit)
        overflows = overflows || isTooLarge
        self = sum
    }
}
