import MassGenBackends
import Testing

/// The same answer as one document and as a stream is the same response, for every provider.
@Suite struct StreamedAndPlainTests {
    @Test(arguments: WirePair.wires.map { $0.id })
    func streamedAndPlainAnswersOfAWireAreEqual(_ wire: String) throws {
        let format: any Wire.Type = try #require(Backends.wires.first { $0.id == wire })
        try compare(format, wire)
    }

    @Test(arguments: Backends.all.indices)
    func streamedAndPlainAnswersOfAProviderAreEqual(_ place: Int) throws { try compare(Backends.all[place]) }

    /// Every provider is there with each of its wires; a program has no plain answers.
    @Test func allProvidersAndTheirWiresAreCompared() {
        let providers = Set(Backends.all.map { $0.provider.id }).union(Backends.programs.map { $0.provider.id })
        #expect(providers.count == 23)
        #expect(Set(Backends.all.map { $0.provider.wire }) == Set(WirePair.wires.map { $0.id }))
        for backend in Backends.all {
            let wires = Backends.all.filter { $0.provider.id == backend.provider.id }.map { $0.provider.wire }
            #expect(Set(wires).count == wires.count, "\(backend.provider.id)")
        }
    }

    private func compare<Backend: HTTPBackend>(_ backend: Backend.Type) throws {
        try compare(Backend.Format.self, backend.provider.id)
    }

    private func compare<Format: Wire>(_ format: Format.Type, _ name: String) throws {
        for (what, response) in Corpus.answers(on: Format.id) {
            let plain = try Format.answer(in: Format.whole(response))
            let streamed = try Format.answer(in: Format.streamed(response))
            #expect(plain == streamed, "\(name): \(what)")
            #expect(plain.usage == response.usage || plain.usage != nil, "\(name): \(what)")
        }
    }

    /// Answers made up at random, with texts, thoughts, calls, sources and refusals in any order.
    @Test func madeUpAnswersAreEqualToo() throws {
        for backend in Backends.all { try makeUp(backend) }
    }

    private func makeUp<Backend: HTTPBackend>(_ backend: Backend.Type) throws {
        let provider = backend.provider
        for seed in 1...50 {
            var generator = Generator(seed: UInt64(seed), wire: Backend.Format.id, provider: provider.id)
            var response = generator.streamed(hasParts: false)
            // Broken arguments can be streamed as text, but have no place in a whole answer where they are an object.
            if Backend.Format.holdsParts, Backend.Format.growsCalls {
                response.message.parts.removeAll {
                    if case .toolCall(let call) = $0 { call.argumentsObject == nil } else { false }
                }
            }
            if response.message.parts.isEmpty { continue }
            response.stopReason = response.stopReason ?? .stop
            // Some wires cannot begin without counts.
            var usage = response.usage ?? Usage()
            (usage.input, usage.output) = (usage.input ?? 1, usage.output ?? 1)
            response.usage = usage
            let plain = try Backend.Format.answer(in: Backend.Format.whole(response))
            let streamed = try Backend.Format.answer(in: Backend.Format.streamed(response))
            let text = (try? JSON(encoding: response).text) ?? ""
            #expect(plain.text == streamed.text, "\(provider.id) \(seed) \(text)")
            #expect(plain.reasoning == streamed.reasoning, "\(provider.id) \(seed) \(text)")
            #expect(plain.toolCalls.map(\.name) == streamed.toolCalls.map(\.name), "\(provider.id) \(seed) \(text)")
            #expect(
                plain.toolCalls.map(\.arguments) == streamed.toolCalls.map(\.arguments),
                "\(provider.id) \(seed) \(text)")
            #expect(plain.usage == streamed.usage, "\(provider.id) \(seed) \(text)")
            #expect(plain.stopReason == streamed.stopReason, "\(provider.id) \(seed) \(text)")
        }
    }
}
