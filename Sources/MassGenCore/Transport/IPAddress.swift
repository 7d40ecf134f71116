import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#elseif canImport(Darwin)
import Darwin
#endif

/// An address of the Internet. One of version 4 and its version 6 form, `::ffff:1.2.3.4`, are the same.
public struct IPAddress: Sendable, Hashable {
    /// The 128 bits as a number.
    public var number: UInt128

    /// Reads an address in any spelling that systems take for one: `127.0.0.1`, `127.1`, `2130706433`, `0x7f000001`,
    /// `0177.0.0.1`, `::1`, `fe80::1%eth0`. `nil` for names.
    public init?(_ text: some StringProtocol) {
        if text.contains(":") {
            var bytes = in6_addr()
            guard inet_pton(AF_INET6, String(text.prefix { $0 != "%" }), &bytes) == 1 else { return nil }
            let address = withUnsafeBytes(of: &bytes) { IPAddress(bytes: $0) }
            guard let address else { return nil }
            self = address
        } else {
            guard let number = IPAddress.version4(text) else { return nil }
            self.init(version4: number)
        }
    }

    /// Makes an address of version 4.
    public init(version4 number: UInt32) {
        self.number = 0xFFFF_0000_0000 | UInt128(number)
    }

    /// Makes an address of its 4 or 16 bytes in network order.
    init?(bytes: UnsafeRawBufferPointer) {
        guard bytes.count == 4 || bytes.count == 16 else { return nil }
        let number = bytes.reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
        self.number = bytes.count == 4 ? 0xFFFF_0000_0000 | number : number
    }

    /// The number of a version 4 address, `nil` for others.
    public var version4: UInt32? {
        number >> 32 == 0xFFFF ? UInt32(truncatingIfNeeded: number) : nil
    }

    /// Up to four parts, each decimal, octal after `0` or hexadecimal after `0x`; the last fills what is left.
    private static func version4(_ text: some StringProtocol) -> UInt32? {
        var parts = text.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count > 1, parts.last == "" { parts.removeLast() }
        guard (1...4).contains(parts.count) else { return nil }
        var result: UInt64 = 0
        for (place, part) in parts.enumerated() {
            let digits = part.lowercased()
            let value =
                digits.hasPrefix("0x")
                ? digits == "0x" ? 0 : UInt64(digits.dropFirst(2), radix: 16)
                : digits.hasPrefix("0") ? UInt64(digits, radix: 8) : UInt64(digits)
            guard let value, digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else {
                return nil
            }
            let isLast = place == parts.count - 1
            let bits = UInt64(isLast ? 8 * (4 - place) : 8)
            guard value < 1 << bits else { return nil }
            result = result << bits | value
        }
        return UInt32(result)
    }
}

extension IPAddress: CustomStringConvertible {
    /// The usual spelling.
    public var description: String {
        if let version4 {
            return [24, 16, 8, 0].map { String(version4 >> UInt32($0) & 0xFF) }.joined(separator: ".")
        }
        var bytes = number.bigEndian
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        inet_ntop(AF_INET6, &bytes, &text, socklen_t(text.count))
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// Addresses that begin with the same bits.
public struct IPRange: Sendable, Hashable {
    /// The first address.
    public var base: IPAddress
    /// How many of the 128 bits are the same.
    public var bits: Int

    /// Reads a range, `10.0.0.0/8` or `fd00::/8`; an address alone is a range of one.
    public init?(_ text: String) {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = halves.first, let base = IPAddress(first), halves.count <= 2 else { return nil }
        let width = base.version4 == nil ? 128 : 32
        var bits = width
        if halves.count == 2 {
            guard let number = Int(halves[1]), (0...width).contains(number) else { return nil }
            bits = number
        }
        self.base = base
        self.bits = 128 - width + bits
    }

    /// Whether the address is one of them.
    public func contains(_ address: IPAddress) -> Bool {
        bits == 0 || (base.number ^ address.number) >> UInt128(128 - bits) == 0
    }

    /// This machine itself: `127.0.0.0/8` and `::1`.
    public static let loopback = [IPRange("127.0.0.0/8")!, IPRange("::1")!]
    /// What networks use inside: `10.0.0.0/8`, `172.16.0.0/12`, `192.168.0.0/16`, `100.64.0.0/10` and `fc00::/7`.
    public static let privateUse = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7"]
        .map { IPRange($0)! }
}
