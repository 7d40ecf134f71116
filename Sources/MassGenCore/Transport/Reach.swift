/// Which addresses a transport may connect to.
///
/// A server elsewhere that names an address, by a redirect or a name of its own making, must not get this machine to
/// ask its neighbours. On Linux the very address is checked that a socket is opened for, so that a name which leads
/// elsewhere a moment later gains nothing. URLSession shows no addresses: there names are resolved and checked before
/// each request.
public struct Reach: Sendable, Hashable {
    /// Addresses that may be connected to although they are not public.
    public var exceptions: [IPRange]
    /// Whether there is no limit at all.
    public let isUnlimited: Bool

    /// Every address.
    public static let anywhere = Reach(exceptions: [], isUnlimited: true)
    /// Addresses that the whole Internet knows: not this machine, its network, its cloud's metadata or a multicast group.
    public static let publicOnly = publicOnly(except: [])

    /// Public addresses, and those in the ranges.
    public static func publicOnly(except ranges: [IPRange]) -> Reach {
        Reach(exceptions: ranges, isUnlimited: false)
    }

    /// Whether the address may be connected to.
    public func allows(_ address: IPAddress) -> Bool {
        isUnlimited || address.isPublic || exceptions.contains { $0.contains(address) }
    }

    /// Whether a host may be asked for, as far as that can be told without resolving its name.
    public func allows(host: String) -> Bool {
        if isUnlimited { return true }
        if let address = IPAddress(host) { return allows(address) }
        return !Self.isLoopbackName(host) || IPRange.loopback.allSatisfy { exceptions.contains($0) }
    }

    /// Refuses what is out of reach before there is a connection.
    func check(_ address: HTTPAddress) throws(TransportError) {
        guard !allows(host: address.host) else { return }
        throw .outOfReach(address.origin, IPAddress(address.host))
    }

    private static func isLoopbackName(_ host: String) -> Bool {
        let name = (host.hasSuffix(".") ? String(host.dropLast()) : host).lowercased()
        return name == "localhost" || name.hasSuffix(".localhost")
    }
}

extension TransportError {
    static func outOfReach(_ origin: String, _ address: IPAddress?) -> TransportError {
        TransportError(
            .refusedAddress,
            "\(origin): the address \(address.map { "\($0) " } ?? "")is not public, and such addresses are not allowed here"
        )
    }
}

extension IPAddress {
    /// Whether the whole Internet knows the address, by the registries of special-purpose addresses (RFC 6890).
    public var isPublic: Bool {
        if version4 != nil { return !Special.ranges.contains { $0.contains(self) } }
        // NAT64 (RFC 6052) leads to the address of version 4 in its last bits.
        if Special.translated.contains(self) { return IPAddress(version4: UInt32(truncatingIfNeeded: number)).isPublic }
        return Special.global.contains(self) && !Special.ranges.contains { $0.contains(self) }
    }

    private enum Special {
        static let translated = IPRange("64:ff9b::/96")!
        static let global = IPRange("2000::/3")!
        static let ranges = [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Azure's wire server: public by its number, but every virtual machine's own.
            "168.63.129.16",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        ].map { IPRange($0)! }
    }
}
