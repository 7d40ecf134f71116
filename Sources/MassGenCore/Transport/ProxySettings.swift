#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#elseif canImport(Darwin)
import Darwin
#endif

/// Which requests go through a proxy. Requests to this machine itself never do.
public struct ProxySettings: Sendable, Hashable {
    /// The proxy for `http` URLs.
    public var http: String?
    /// The proxy for `https` URLs.
    public var https: String?
    /// Hosts reached directly: a name with all names under it, an IPv4 address or range (`10.0.0.0/8`), each with an
    /// optional port; `*` is every host.
    public var exceptions: [String]

    /// Makes settings.
    public init(http: String? = nil, https: String? = nil, exceptions: [String] = []) {
        self.http = http
        self.https = https
        self.exceptions = exceptions
    }

    /// No proxy at all.
    public static let none = ProxySettings()

    /// What `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` said when they were first asked for, lower case
    /// before upper case.
    public static let environment = ProxySettings { name in getenv(name).map { String(cString: $0) } }

    /// Reads the settings from variables.
    public init(variable: (String) -> String?) {
        func value(_ name: String) -> String? {
            for name in [name, name.uppercased()] {
                if let value = variable(name), !value.isEmpty { return value }
            }
            return nil
        }
        // A CGI program's HTTP_PROXY is the client's "Proxy" header.
        let isCGI = variable("REQUEST_METHOD") != nil
        let all = value("all_proxy")
        http = (isCGI ? variable("http_proxy").flatMap { $0.isEmpty ? nil : $0 } : value("http_proxy")) ?? all
        https = value("https_proxy") ?? all
        exceptions = (value("no_proxy") ?? "").split { $0 == "," || $0 == " " }.map(String.init)
    }

    func proxy(for address: HTTPAddress) -> String? {
        guard let proxy = address.isSecure ? https : http, !address.isLoopback else { return nil }
        return exceptions.contains { ProxySettings.exception($0, covers: address) } ? nil : proxy
    }

    private static func exception(_ exception: String, covers address: HTTPAddress) -> Bool {
        var name = exception.lowercased()[...]
        if name == "*" { return true }
        if let colon = name.lastIndex(of: ":"), let port = Int(name[name.index(after: colon)...]),
            !name[..<colon].contains(":")
        {
            guard port == address.port else { return false }
            name = name[..<colon]
        }
        if let slash = name.firstIndex(of: "/") {
            guard let base = IPv4(name[..<slash]), let bits = Int(name[name.index(after: slash)...]),
                (0...32).contains(bits), let host = IPv4(address.host)
            else { return false }
            return bits == 0 || base.number >> UInt32(32 - bits) == host.number >> UInt32(32 - bits)
        }
        if name.hasPrefix("*.") { name = name.dropFirst(2) }
        if name.hasPrefix(".") { name = name.dropFirst() }
        if name.hasPrefix("["), name.hasSuffix("]") { name = name.dropFirst().dropLast() }
        return !name.isEmpty && (address.host == name || address.host.hasSuffix("." + name))
    }
}

extension ProxySettings: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The exceptions and whether there are proxies; a proxy's URL may hold a password.
    public var description: String {
        "http: \(http == nil ? "direct" : "proxy"), https: \(https == nil ? "direct" : "proxy"), except: \(exceptions)"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// Shows what ``description`` shows.
    public var customMirror: Mirror { Mirror(self, children: ["settings": description]) }
}
