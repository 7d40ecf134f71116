/// Finds bytes that are not UTF-8.
enum UTF8Check {
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// The place of the first byte that belongs to no character.
    static func firstInvalid(in bytes: [UInt8]) -> Range<Int>? {
        var offset = 0
        while offset < bytes.count {
            if bytes[offset] < 0x80 {
                offset += 1
                continue
            }
            let length = characterLength(in: bytes, at: offset)
            guard length > 0 else { return offset..<offset + 1 }
            offset += length
        }
        return nil
    }

    /// `U+0000` for messages.
    static func hexadecimal(_ value: UInt32) -> String {
        let digits = String(value, radix: 16, uppercase: true)
        return value > 0x7F ? "0x" + digits : "U+" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// The length of a character of two to four bytes, 0 if it is none: too long, a surrogate, cut off, out of range.
    private static func characterLength(in bytes: [UInt8], at offset: Int) -> Int {
        let second = offset + 1 < bytes.count ? bytes[offset + 1] : 0
        let (length, allowed): (Int, ClosedRange<UInt8>) =
            switch bytes[offset] {
            case 0xC2...0xDF: (2, 0x80...0xBF)
            case 0xE0: (3, 0xA0...0xBF)
            case 0xED: (3, 0x80...0x9F)
            case 0xE1...0xEF: (3, 0x80...0xBF)
            case 0xF0: (4, 0x90...0xBF)
            case 0xF1...0xF3: (4, 0x80...0xBF)
            case 0xF4: (4, 0x80...0x8F)
            default: (0, 0...0)
            }
        guard length > 0, offset + length <= bytes.count, allowed.contains(second) else { return 0 }
        let rest = bytes[offset + 2..<offset + length]
        return rest.allSatisfy { $0 & 0b1100_0000 == 0b1000_0000 } ? length : 0
    }
}
