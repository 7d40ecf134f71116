/// A body as a wire has it, and what that wire could not be told.
public struct RenderedBody: Sendable, Hashable {
    /// The body.
    public var bytes: [UInt8]
    /// What is not in it as it was meant.
    public var losses: [Loss]
}

extension Wire {
    /// A whole answer's body: the way back of reading one. Seals and thoughts of other wires that only those can read
    /// stay out.
    /// - Parameters:
    ///   - capabilities: what the server can, where that decides what is written.
    ///   - callsAreRun: whether the calls in the answer were run already, by the program that it comes from: nobody is to
    ///     run them again.
    public static func render(
        _ response: ChatResponse, capabilities: Set<Capability> = Self.capabilities, callsAreRun: Bool = false
    ) -> RenderedBody {
        var response = response
        var adoption = Adoption(by: Self.self, callsAreRun: callsAreRun)
        adoption.adopt(&response)
        let chunk = Chunk(response, of: Self.self)
        var out = Renderer(wire: id, capabilities: capabilities)
        renderResponse(chunk, into: &out)
        let bytes = out.json.bytes
        return RenderedBody(bytes: bytes, losses: adoption.losses + out.losses + losses(of: response.usage, in: bytes))
    }

    /// The counts that a body does not tell.
    private static func losses(of usage: Usage?, in body: [UInt8]) -> [Loss] {
        guard let usage else { return [] }
        var chunk = Chunk()
        var json = JSONReader(body)
        try? json.object(into: &chunk, parseResponse)
        return usage.namesLost(in: chunk.usage.map(Self.usage) ?? Usage()).map {
            Loss(path: "usage.\($0)", reason: "\(id) has no such count", severity: .dropped)
        }
    }

    /// An error's body.
    public static func render(_ failure: Failure) -> [UInt8] {
        var out = Renderer(wire: id)
        renderFailureBody(failure, into: &out)
        return out.json.bytes
    }
}

extension Usage {
    /// The counts that are there and that another does not have; none is as good as 0.
    fileprivate func namesLost(in other: Usage) -> [String] {
        let own = (try? JSON(encoding: self).object) ?? [:], others = (try? JSON(encoding: other).object) ?? [:]
        return own.keys.filter { name in
            name != "isSum" && own[name] != 0 && own[name] != others[name]
        }
    }
}
