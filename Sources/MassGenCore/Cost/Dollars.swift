/// An amount of US dollars, a whole number of 10⁻¹⁸ dollars: prices per million tokens with up to twelve decimal
/// places, times counts, are exact. Sums beyond the range stay at its end.
public struct Dollars: Sendable, Hashable {
    /// The amount in 10⁻¹⁸ dollars.
    public var attodollars: Int128

    /// Makes an amount of 10⁻¹⁸ dollars.
    public init(attodollars: Int128) { self.attodollars = attodollars }

    /// Makes the amount that a decimal number says, `0.0042` or `1.4e-05`; `nil` when it is none, or finer than can be
    /// held.
    public init?(_ decimal: String) {
        var decimal = decimal
        guard let value = decimal.withUTF8({ Int128(decimal: $0, movedBy: 18) }) else { return nil }
        attodollars = value
    }

    /// Nothing.
    public static let zero = Dollars(attodollars: 0)

    /// The amount as money is written: `$0.0042`, `$0.000021`, `$0.123`, `$1,234.50`. Below a cent two digits that say
    /// something, but four decimal places at least, below a dollar three places, otherwise two; rounded half away from
    /// zero, the same in every locale.
    public var formatted: String {
        let magnitude = attodollars.magnitude
        let small = max(4, min(18, 20 - String(magnitude).utf8.count))
        let places =
            magnitude == 0 ? 4 : magnitude < UInt128(Self.unit / 100) ? small : magnitude < UInt128(Self.unit) ? 3 : 2
        var step: UInt128 = 1
        for _ in 0..<(18 - places) { step *= 10 }
        let rounded = (magnitude + step / 2) / step
        let (whole, fraction) = rounded.quotientAndRemainder(dividingBy: UInt128(Self.unit) / step)
        let digits = String(fraction)
        let sign = attodollars < 0 && rounded > 0 ? "-" : ""
        let zeros = String(repeating: "0", count: places - digits.utf8.count)
        return "\(sign)$\(whole.separated).\(zeros)\(digits)"
    }

    static let unit: Int128 = 1_000_000_000_000_000_000
}

extension Dollars: CustomStringConvertible {
    /// All digits: `0.000123`.
    public var description: String {
        let (whole, fraction) = attodollars.magnitude.quotientAndRemainder(dividingBy: UInt128(Self.unit))
        let sign = attodollars < 0 ? "-" : ""
        guard fraction > 0 else { return "\(sign)\(whole)" }
        var digits = String(fraction)
        digits = String(repeating: "0", count: 18 - digits.utf8.count) + digits
        while digits.hasSuffix("0") { digits.removeLast() }
        return "\(sign)\(whole).\(digits)"
    }
}

extension Dollars: Comparable, AdditiveArithmetic {
    /// Whether one amount is less.
    public static func < (left: Dollars, right: Dollars) -> Bool { left.attodollars < right.attodollars }

    /// The sum.
    public static func + (left: Dollars, right: Dollars) -> Dollars {
        let (sum, overflow) = left.attodollars.addingReportingOverflow(right.attodollars)
        return Dollars(attodollars: overflow ? (right.attodollars < 0 ? .min : .max) : sum)
    }

    /// The difference.
    public static func - (left: Dollars, right: Dollars) -> Dollars {
        let (difference, overflow) = left.attodollars.subtractingReportingOverflow(right.attodollars)
        return Dollars(attodollars: overflow ? (right.attodollars < 0 ? .max : .min) : difference)
    }

    /// So many times an amount.
    public static func * (left: Dollars, count: Int) -> Dollars {
        let (product, overflow) = left.attodollars.multipliedReportingOverflow(by: Int128(count))
        return Dollars(attodollars: overflow ? ((left.attodollars < 0) == (count < 0) ? .max : .min) : product)
    }
}

extension Dollars: Codable {
    /// Reads an amount: a decimal number in quotes.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = Dollars(text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no amount of dollars")
        }
        self = value
    }

    /// Writes the amount in quotes, all digits: numbers would be rounded.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension Int128 {
    /// The value of a decimal number, its point moved to the right; `nil` when that is not whole or out of range.
    init?(decimal bytes: UnsafeBufferPointer<UInt8>, movedBy shift: Int) {
        var value: Int128 = 0
        var point: Int?
        var exponent = 0
        var place = 0
        var digits = 0
        let isNegative = bytes.first == 0x2D
        if isNegative { place = 1 }
        scan: while place < bytes.count {
            switch bytes[place] {
            case 0x30...0x39:
                // Zeros at the end of a fraction change nothing; they are taken back below.
                let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
                let (sum, overflows) = product.addingReportingOverflow(Int128(bytes[place] - 0x30))
                if isTooLarge || overflows { return nil }
                value = sum
                digits += 1
                if let before = point { point = before + 1 }
            case 0x2E:
                if point != nil { return nil }
                point = 0
            case 0x65, 0x45:
                let text = String(decoding: bytes[(place + 1)...], as: UTF8.self)
                guard let given = Int(text), abs(given) < 100 else { return nil }
                exponent = given
                break scan
            default: return nil
            }
            place += 1
        }
        guard digits > 0 else { return nil }
        var scale = shift + exponent - (point ?? 0)
        while scale < 0 {
            guard value % 10 == 0 else { return nil }
            value /= 10
            scale += 1
        }
        while scale > 0, value != 0 {
            let (product, overflows) = value.multipliedReportingOverflow(by: 10)
            if overflows { return nil }
            value = product
            scale -= 1
        }
        self = isNegative ? -value : value
    }
}

extension BinaryInteger {
    /// The digits in groups of three: `1,234,567`.
    public var separated: String {
        let digits = Array(String(magnitude))
        var text = self < 0 ? "-" : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place).isMultiple(of: 3) { text.append(",") }
            text.append(digit)
        }
        return text
    }
}
