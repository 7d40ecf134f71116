import Foundation
import Testing

@testable import MassGenCore

@Suite struct ReachTests {
    @Test(
        "an address is known in every spelling that systems take for it",
        arguments: [
            "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.01", "017700000001",
            "127.0.0.1.", "0X7F.0x0.0x0.0x1", "::ffff:127.0.0.1", "::ffff:7f00:1", "0:0:0:0:0:ffff:7f00:0001",
        ])
    func spellings(_ text: String) {
        #expect(IPAddress(text)?.description == "127.0.0.1")
        #expect(!Reach.publicOnly.allows(host: text))
    }

    @Test(arguments: [
        "example.com", "", ".", "1.2.3.4.5", "256.1.1.1", "1.2.3.256", "4294967296", "08.1.1.1", "1..2", "+1", "-1",
        "1.2.3.+4", "0xg", ":", "1::2::3", "12345::", "127.0.0.1 ",
    ])
    func otherTextsAreNoAddresses(_ text: String) {
        #expect(IPAddress(text) == nil)
    }

    @Test(arguments: [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.9.9.9", "169.254.169.254", "172.16.0.1",
        "172.31.255.255", "192.0.0.8", "192.0.2.1", "192.168.1.1", "198.18.0.1", "203.0.113.9", "224.0.0.1",
        "239.255.255.250", "255.255.255.255", "168.63.129.16", "::", "::1", "::127.0.0.1", "fe80::1", "fe80::1%eth0",
        "fec0::1", "fc00::1", "fd00:ec2::254", "ff02::1", "64:ff9b::10.0.0.1", "64:ff9b:1::1", "2001:db8::1",
        "2002:7f00:1::", "2001:0:1::1", "::ffff:192.168.0.1", "100::1",
    ])
    func addressesOfThisMachineAndItsNeighboursAreNotPublic(_ text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(!address.isPublic)
        #expect(!Reach.publicOnly.allows(address))
        #expect(Reach.anywhere.allows(address))
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1", "192.167.1.1", "223.1.1.1",
        "2606:4700:4700::1111", "2a00:1450::1", "64:ff9b::8.8.8.8",
    ])
    func otherAddressesArePublic(_ text: String) throws {
        #expect(try #require(IPAddress(text)).isPublic)
    }

    @Test func exceptionsAreRanges() throws {
        let reach = Reach.publicOnly(except: [try #require(IPRange("10.1.0.0/16")), try #require(IPRange("fd00::/8"))])
        #expect(reach.allows(host: "10.1.255.255") && reach.allows(host: "fd12::1"))
        #expect(!reach.allows(host: "10.2.0.0") && !reach.allows(host: "127.0.0.1") && !reach.allows(host: "localhost"))
        #expect(Reach.publicOnly(except: IPRange.loopback).allows(host: "api.localhost."))
        for text in ["10.0.0.0/33", "10.0.0.0/", "x/8", "10.0.0.0/8/8", "::/129", "10.0.0.0/-1"] {
            #expect(IPRange(text) == nil)
        }
    }
}

extension TransportTests {
    @Suite struct OutOfReach {
        private var transports: [any Transport] {
            var configuration = TransportConfiguration()
            configuration.reach = .publicOnly
            let curl: [any Transport] = CurlTransport.isAvailable ? [CurlTransport(configuration: configuration)] : []
            return curl + [URLSessionTransport(configuration: configuration)]
        }

        @Test func aRequestToThisMachineIsRefusedBeforeThereIsAConnection() async throws {
            let server = try LoopbackServer { connection, _ in connection.respond() }
            defer { server.stop() }
            for transport in transports {
                for host in ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "x.localhost"] {
                    let error = await transportError {
                        _ = try await transport.send(HTTPRequest(url: "http://\(host):\(server.port)/secret"))
                    }
                    #expect(error?.kind == .refusedAddress, "\(host)")
                    #expect(error?.isRetryable == false)
                    #expect(error?.message.contains("secret") == false)
                }
            }
            #expect(server.acceptedConnections == 0)
        }

        /// The name of this machine leads to it: as a name of an attacker's does that has just been bound anew.
        @Test(
            "a name that leads to a private address is refused when the socket is opened",
            .enabled(if: Self.name != nil))
        func rebinding() async throws {
            let server = try LoopbackServer { connection, _ in connection.respond(body: "inside") }
            defer { server.stop() }
            let url = "http://\(try #require(Self.name)):\(server.port)/"
            for transport in transports {
                let start = ContinuousClock.now
                let error = await transportError { _ = try await transport.send(HTTPRequest(url: url)) }
                #expect(error?.kind == .refusedAddress)
                #expect(.now - start < .seconds(5))
            }
            #expect(server.acceptedConnections == 0)
            // Without the reach the same name gets through.
            let answer = try await DefaultTransport.shared.send(HTTPRequest(url: url))
            #expect(try await answer.body.collect(upTo: 100) == Array("inside".utf8))
        }

        private static let name: String? = {
            let name = ProcessInfo.processInfo.hostName
            guard IPAddress(name) == nil, !name.hasPrefix("localhost"), let host = Optional(name.lowercased()),
                (try? HTTPAddress("http://\(host)")) != nil
            else { return nil }
            return leadsHere(host) ? host : nil
        }()

        private static func leadsHere(_ host: String) -> Bool {
            var list: UnsafeMutablePointer<addrinfo>?
            guard getaddrinfo(host, nil, nil, &list) == 0 else { return false }
            defer { freeaddrinfo(list) }
            guard let first = list?.pointee, Int32(first.ai_family) == AF_INET, let address = first.ai_addr else {
                return false
            }
            return address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                UInt32(bigEndian: $0.pointee.sin_addr.s_addr) >> 24 == 127
            }
        }

        @Test(.enabled(if: CurlTransport.isAvailable)) func exceptionsAreConnectedTo() async throws {
            let server = try LoopbackServer { connection, _ in connection.respond(body: "here") }
            defer { server.stop() }
            var configuration = TransportConfiguration()
            configuration.reach = .publicOnly(except: IPRange.loopback)
            let answer = try await CurlTransport(configuration: configuration).send(HTTPRequest(url: server.url))
            #expect(try await answer.body.collect(upTo: 100) == Array("here".utf8))
        }
    }
}
