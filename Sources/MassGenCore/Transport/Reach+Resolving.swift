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

extension Reach {
    /// Resolves the host and refuses it when any of its addresses is out of reach.
    func checkResolving(_ address: HTTPAddress) async throws(TransportError) {
        try check(address)
        if isUnlimited { return }
        for found in await Self.addresses(of: address.host) where !allows(found) {
            throw .outOfReach(address.origin, found)
        }
    }

    /// What a name leads to now; nothing when it has no address.
    private static func addresses(of host: String) async -> [IPAddress] {
        await withCheckedContinuation { waiter in
            // The system's resolver blocks its thread.
            DispatchQueue.global().async { waiter.resume(returning: lookUp(host)) }
        }
    }

    private static func lookUp(_ host: String) -> [IPAddress] {
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, nil, &list) == 0 else { return [] }
        defer { freeaddrinfo(list) }
        var addresses: [IPAddress] = []
        var next = list
        while let entry = next?.pointee {
            next = entry.ai_next
            guard let address = entry.ai_addr else { continue }
            switch Int32(address.pointee.sa_family) {
            case AF_INET:
                address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                    addresses.append(IPAddress(version4: UInt32(bigEndian: $0.pointee.sin_addr.s_addr)))
                }
            case AF_INET6:
                address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                    let found = withUnsafeBytes(of: $0.pointee.sin6_addr) { IPAddress(bytes: $0) }
                    if let found { addresses.append(found) }
                }
            default: break
            }
        }
        return addresses
    }
}
