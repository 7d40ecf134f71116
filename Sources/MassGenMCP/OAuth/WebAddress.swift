import MassGenCore

/// A URL in the parts that OAuth compares and builds others from.
struct WebAddress: Sendable, Hashable {
    /// Scheme, host and port, in their usual spelling.
    let origin: String
    /// With its leading slash; empty for none.
    let path: String
    /// Whether nobody on the way can read along: `https`, or this machine itself.
    let isConfidential: Bool
    let isLoopback: Bool

    init(_ url: String) throws(TransportError) {
        let address = try HTTPAddress(url)
        origin = address.origin
        isLoopback = address.isLoopback
        isConfidential = address.isSecure || address.isLoopback
        let rest = url[url.firstRange(of: "://")!.upperBound...].drop { $0 != "/" && $0 != "?" && $0 != "#" }
        path = String(rest.prefix { $0 != "?" && $0 != "#" })
    }

    /// The path without a slash at its end.
    var plainPath: String { path.hasSuffix("/") ? String(path.dropLast()) : path }

    /// Whether a resource at `other` belongs to this one: the same server, and a path at or below this one's.
    func covers(_ other: WebAddress) -> Bool {
        origin == other.origin && "\(other.plainPath)/".hasPrefix("\(plainPath)/")
    }
}

/// `application/x-www-form-urlencoded`.
enum FormEncoding {
    static func text(_ pairs: [(name: String, value: String)]) -> String {
        pairs.map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&")
    }

    static func escaped(_ text: String) -> String {
        var out: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                out.append(byte)
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                out += Array("%\(byte < 16 ? "0" : "")\(digits)".utf8)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The parameters of a query; of several with one name, `nil` as RFC 6749 forbids that.
    static func parameters(of query: some StringProtocol) -> [String: String]? {
        var result: [String: String] = [:]
        for pair in query.split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = unescaped(halves[0])
            if result.updateValue(halves.count == 2 ? unescaped(halves[1]) : "", forKey: name) != nil { return nil }
        }
        return result
    }

    private static func unescaped(_ text: some StringProtocol) -> String {
        var out: [UInt8] = []
        var bytes = Array(text.utf8)[...]
        while let byte = bytes.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: bytes.prefix(2), as: UTF8.self), radix: 16)
            {
                out.append(value)
                bytes = bytes.dropFirst(2)
            } else {
                out.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
