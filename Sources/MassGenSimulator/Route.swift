import Foundation
import MassGenCore

/// Something at a path of a wire: chat, or what is offered besides it.
struct Route: Sendable {
    /// What is there.
    enum Purpose: Sendable {
        case chat(isStreaming: Bool)
        case service(Provider.Service)
    }

    let wire: any Wire.Type
    let method: String
    let path: String
    let purpose: Purpose

    /// All of a wire's, as its vendor has them.
    static func all(of wire: any Wire.Type) -> [Route] {
        wire.endpoints.map {
            Route(wire: wire, method: "POST", path: $0.path, purpose: .chat(isStreaming: $0.isStreaming))
        }
            + wire.services.map { Route(wire: wire, method: $0.method, path: $0.path, purpose: .service($0)) }
    }

    /// What stands in a path for the names in braces; `nil` for a path that is another's. What stands before does not
    /// matter, as addresses of compatible servers have their own beginnings. Names of models may have several steps.
    func values(in address: String) -> [String: String]? {
        func steps(_ text: String) -> ArraySlice<Substring> { text.prefix { $0 != "?" }.split(separator: "/")[...] }
        let own = steps(path), asked = steps(address)
        guard asked.count >= own.count, asked.count <= 64 else { return nil }
        for start in asked.startIndex...(asked.endIndex - own.count) {
            if let values = Self.values(of: own, in: asked[start...]) { return values }
        }
        return nil
    }

    private static func values(of own: ArraySlice<Substring>, in asked: ArraySlice<Substring>) -> [String: String]? {
        guard let step = own.first else { return asked.isEmpty ? [:] : nil }
        guard let open = step.firstIndex(of: "{"), let close = step.firstIndex(of: "}") else {
            return asked.first == step ? values(of: own.dropFirst(), in: asked.dropFirst()) : nil
        }
        let name = step[step.index(after: open)..<close]
        let before = step[..<open], after = step[step.index(after: close)...]
        let spare = asked.count - own.count
        guard spare >= 0 else { return nil }
        for count in 1...(name == "model" ? spare + 1 : 1) {
            let words = asked.prefix(count).joined(separator: "/")
            guard words.hasPrefix(before), words.hasSuffix(after),
                words.utf8.count > before.utf8.count + after.utf8.count
            else { continue }
            guard var rest = values(of: own.dropFirst(), in: asked.dropFirst(count)) else { continue }
            let value = String(words.dropFirst(before.count).dropLast(after.count))
            rest[String(name)] = value.removingPercentEncoding ?? value
            return rest
        }
        return nil
    }
}

/// What a provider's client can be told by.
struct Marks: Sendable {
    /// The wire that the provider speaks.
    let wire: String
    private let usual: [String]
    private let needed: [String]
    private let paths: [[Substring]]

    init(_ provider: Provider) {
        wire = provider.wire
        let keys = provider.keys.compactMap(\.header).filter { $0 != "authorization" }
        let always = provider.headers.filter { header in
            switch header.value {
            case .text: true
            case .option(let name): provider.options.contains { $0.name == name && $0.fallback != nil }
            case .absent: false
            }
        }
        usual = keys + provider.headers.map(\.name)
        needed = always.map(\.name) + (keys.count == provider.keys.count ? keys : [])
        let base = provider.base.split(separator: "/").dropFirst(2).joined(separator: "/")
        paths = (provider.endpoints.map(\.path) + provider.services.map(\.path)).map {
            "\(base)/\($0)".split(separator: "/")
        }
    }

    /// How many steps a path shares with the provider's from the beginning.
    func kinship(of path: String) -> Int {
        let steps = path.split(separator: "/")
        return paths.map { zip($0, steps).prefix { $0 == $1 }.count }.max() ?? 0
    }

    /// How much speaks for a client of this provider: headers that are there, less those that would have to be.
    func weight(_ headers: HTTPHeaders) -> Int {
        Set(usual).count { headers[$0] != nil } - Set(needed).count { headers[$0] == nil }
    }
}
