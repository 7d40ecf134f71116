import Foundation
import MassGenBackends
import Testing

/// Every wire in both directions, for values made up at random: what is written comes back, or is reported as lost.
///
/// `MASSGEN_SEED` runs one seed again, `MASSGEN_CASES` sets how many cases of each kind every dialect gets.
@Suite struct RoundTripTests {
    static let seed = ProcessInfo.processInfo.environment["MASSGEN_SEED"].flatMap { UInt64($0) }
    static let cases = ProcessInfo.processInfo.environment["MASSGEN_CASES"].flatMap { UInt64($0) } ?? 300

    /// The seeds to run: all of a run of cases, or the one that is asked for.
    static var seeds: [UInt64] { seed.map { [$0] } ?? Array(1...cases) }

    private func generator(_ dialect: Dialect, _ seed: UInt64) -> Generator {
        Generator(
            seed: seed, wire: dialect.wire, provider: dialect.provider, hasItems: dialect.hasItems,
            hasTurns: dialect.hasTurns)
    }

    @Test(arguments: Dialect.all)
    func requestsComeBackOrAreReportedAsLost(_ dialect: Dialect) {
        for seed in Self.seeds {
            var generator = self.generator(dialect, seed)
            let capabilities = Set(Vocabulary.words.filter { _ in generator.chance(50) })
            let isStreaming = generator.chance(50)
            let request = generator.request()
            let fault = { (request: ChatRequest) in self.fault(of: request, dialect, capabilities, isStreaming) }
            guard fault(request) != nil else { continue }
            let smallest = shrunk(request) { fault($0) != nil }
            Issue.record("\(report(smallest, dialect, seed))\n\(fault(smallest) ?? "")")
            return
        }
    }

    private func fault(
        of request: ChatRequest, _ dialect: Dialect, _ capabilities: Set<Capability>, _ isStreaming: Bool
    ) -> String? {
        let first = dialect.render(request, capabilities, isStreaming: isStreaming)
        do {
            let parsed = try dialect.parse(first.bytes)
            let normal = Normal(dialect, first.losses).normal(request, parsed: parsed)
            if parsed != normal {
                return difference("parsed", parsed, "normal", normal, first)
            }
            return try faultOfSecondRound(parsed, dialect, capabilities, isStreaming)
        } catch {
            return "\(error)\n\(String(decoding: first.bytes, as: UTF8.self))"
        }
    }

    /// What has been on the wire once stays as it is, byte for byte.
    private func faultOfSecondRound(
        _ parsed: ChatRequest, _ dialect: Dialect, _ capabilities: Set<Capability>, _ isStreaming: Bool
    ) throws -> String? {
        let second = dialect.render(parsed, capabilities, isStreaming: isStreaming)
        if !second.losses.isEmpty { return "what was read cannot be written: \(second.losses)" }
        let again = try dialect.parse(second.bytes)
        if again != parsed { return difference("second", again, "first", parsed, second) }
        let third = dialect.render(again, capabilities, isStreaming: isStreaming)
        return third.bytes == second.bytes ? nil : "bytes differ: \(String(decoding: third.bytes, as: UTF8.self))"
    }

    @Test(arguments: Dialect.all)
    func additionsThatOverrideWhatTheWireWritesStay(_ dialect: Dialect) {
        for seed in Self.seeds {
            var generator = self.generator(dialect, seed)
            let request = generator.overridden(
                generator.request(), capabilities: dialect.capabilities ?? ["sampling", "stop"])
            let fault = { (request: ChatRequest) -> String? in
                do {
                    let first = dialect.render(request, ["sampling", "stop"])
                    return try faultOfSecondRound(try dialect.parse(first.bytes), dialect, ["sampling", "stop"], false)
                } catch {
                    return "\(error)"
                }
            }
            guard fault(request) != nil else { continue }
            let smallest = shrunk(request) { fault($0) != nil }
            Issue.record("\(report(smallest, dialect, seed))\n\(fault(smallest) ?? "")")
            return
        }
    }

    @Test(arguments: Dialect.all)
    func answersComeBackOrAreReportedAsLost(_ dialect: Dialect) {
        for seed in Self.seeds {
            var generator = self.generator(dialect, seed)
            let response = generator.response()
            let fault = { (response: ChatResponse) -> String? in
                let body = dialect.render(response)
                var normal = Normal(dialect, body.losses).normal(response)
                // Nothing at all is no answer.
                if normal.message.parts.isEmpty, normal.usage == nil { return nil }
                do throws(BackendError) {
                    var decoded = try dialect.decode(body.bytes).response
                    decoded.vendorStopReason = nil
                    normal.vendorStopReason = nil
                    return decoded == normal ? nil : difference("decoded", decoded, "normal", normal, body)
                } catch {
                    return "\(error)\n\(String(decoding: body.bytes, as: UTF8.self))"
                }
            }
            guard fault(response) != nil else { continue }
            let smallest = shrunk(response) { fault($0) != nil }
            Issue.record("\(report(smallest, dialect, seed))\n\(fault(smallest) ?? "")")
            return
        }
    }

    @Test(arguments: Dialect.all)
    func streamsComeBack(_ dialect: Dialect) {
        for seed in Self.seeds {
            var generator = self.generator(dialect, seed)
            let response = generator.streamed(hasParts: dialect.hasParts)
            let fault = { (response: ChatResponse) -> String? in
                var generator = self.generator(dialect, seed)
                let events = generator.events(for: response)
                let body = dialect.render(events)
                let normal = Normal(dialect, body.losses).normal(response, inOrder: true)
                if normal.message.parts.isEmpty, normal.usage == nil { return nil }
                do throws(BackendError) {
                    var (decoded, answer) = try dialect.decode(body.bytes)
                    answer.vendorStopReason = nil
                    if let mistake = MassGenBackendsTests.mistake(in: decoded) { return "\(mistake)\n\(decoded)" }
                    return answer == normal ? nil : difference("decoded", answer, "normal", normal, body)
                } catch {
                    return "\(error)\n\(String(decoding: body.bytes, as: UTF8.self))"
                }
            }
            guard fault(response) != nil else { continue }
            let smallest = shrunk(response) { fault($0) != nil }
            Issue.record("\(report(smallest, dialect, seed))\n\(fault(smallest) ?? "")")
            return
        }
    }
}

/// Words for failures.
extension RoundTripTests {
    private func report(_ value: some Encodable, _ dialect: Dialect, _ seed: UInt64) -> String {
        let json = (try? JSON(encoding: value).text) ?? "?"
        return "\(dialect.name), MASSGEN_SEED=\(seed): \(json)"
    }

    private func difference(
        _ oneName: String, _ one: some Encodable, _ otherName: String, _ other: some Encodable, _ rendered: Rendered
    ) -> String {
        let texts = [(oneName, try? JSON(encoding: one).text), (otherName, try? JSON(encoding: other).text)]
        let lines = texts.map { "\($0): \($1 ?? "?")" }.joined(separator: "\n")
        return "\(lines)\nwire: \(String(decoding: rendered.bytes, as: UTF8.self))\nlosses: \(rendered.losses)"
    }
}

enum Vocabulary {
    /// The capabilities that decide what the wire writes.
    static let words: [Capability] = [
        "maxCompletionTokens", "sampling", "randomSeed", "reasoning", "reasoningEffort", "reasoningContent",
        "reasoningField", "developerRole", "streamOptions",
    ]
}
