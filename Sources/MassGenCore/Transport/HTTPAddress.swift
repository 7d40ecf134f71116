/// Where a URL leads, taken apart as far as a transport needs it. Rejects what two parsers might read differently.
package struct HTTPAddress: Sendable, Hashable {
    package let isSecure: Bool
    package let host: String
    package let port: Int

    /// Scheme, host and port: what may be shown of a URL.
    package var origin: String {
        let name = host.contains(":") ? "[\(host)]" : host
        let scheme = isSecure ? "https" : "http"
        return port == (isSecure ? 443 : 80) ? "\(scheme)://\(name)" : "\(scheme)://\(name):\(port)"
    }

    package init(_ url: String) throws(TransportError) {
        guard url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }) else {
            throw TransportError(.invalidRequest, "the URL has characters that must be percent-encoded")
        }
        guard let colon = url.firstIndex(of: ":"), url[colon...].hasPrefix("://") else {
            throw TransportError(.invalidRequest, "the URL is not absolute")
        }
        switch url[..<colon].lowercased() {
        case "https": isSecure = true
        case "http": isSecure = false
        default: throw TransportError(.invalidRequest, "the URL's scheme is neither http nor https")
        }
        var authority = url[url.index(colon, offsetBy: 3)...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        if let at = authority.lastIndex(of: "@") { authority = authority[authority.index(after: at)...] }
        var port = authority[authority.endIndex...]
        if authority.first == "[" {
            guard let end = authority.firstIndex(of: "]") else {
                throw TransportError(.invalidRequest, "the URL's host is not closed by ']'")
            }
            port = authority[authority.index(after: end)...]
            authority = authority[..<end].dropFirst()
        } else if let separator = authority.firstIndex(of: ":") {
            port = authority[separator...]
            authority = authority[..<separator]
        }
        host = authority.lowercased()
        guard !host.isEmpty, host.utf8.allSatisfy(HTTPAddress.isHostByte) else {
            throw TransportError(.invalidRequest, "the URL has no valid host")
        }
        if port.isEmpty || port == ":" {
            self.port = isSecure ? 443 : 80
        } else if port.first == ":", let number = UInt16(port.dropFirst()), number > 0, port.dropFirst().first != "+" {
            self.port = Int(number)
        } else {
            throw TransportError(.invalidRequest, "the URL's port is not a number from 1 to 65535")
        }
    }

    private static func isHostByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "%"): true
        default: false
        }
    }

    /// Whether the host is this machine itself, in any spelling that needs no name server.
    package var isLoopback: Bool {
        if host == "localhost" || host.hasSuffix(".localhost") || host == "localhost." { return true }
        if host.contains(":") {
            let plain = host.drop { $0 == "0" || $0 == ":" }
            return plain == "1" || plain.hasPrefix("ffff:127.")
        }
        return IPv4(host).map { $0.number >> 24 == 127 } ?? false
    }
}

/// An address in four decimal parts.
struct IPv4: Hashable {
    var number: UInt32

    init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { UInt8($0) }
        guard parts.count == 4 else { return nil }
        number = 0
        for part in parts {
            guard let part else { return nil }
            number = number << 8 | UInt32(part)
        }
    }
}

extension HTTPRequest {
    /// Refuses what would change the shape of the message on the wire; returns where it goes.
    package func checked() throws(TransportError) -> HTTPAddress {
        let address = try HTTPAddress(url)
        guard !method.isEmpty, method.utf8.allSatisfy(\.isToken), method.uppercased() != "CONNECT" else {
            throw TransportError(.invalidRequest, "the method is not one")
        }
        for (name, value) in headers {
            guard !name.isEmpty, name.utf8.allSatisfy(\.isToken) else {
                throw TransportError(.invalidRequest, "a header's name has characters that are not allowed there")
            }
            guard value.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 }) else {
                throw TransportError(.invalidRequest, "the header '\(name)' has a line break or control character")
            }
            let folded = name.lowercased()
            if folded == "content-length" || folded == "transfer-encoding" {
                throw TransportError(.invalidRequest, "the header '\(name)' is the transport's to set")
            }
        }
        return address
    }
}

extension UInt8 {
    /// Whether RFC 9110 allows the byte in a method or a header's name.
    fileprivate var isToken: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: "!#$%&'*+-.^_`|~".utf8.contains(self)
        }
    }
}
