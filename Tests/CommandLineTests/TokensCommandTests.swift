import MassGenBackends
import Testing

@Suite struct TokensCommandTests {
    let massgen = Program(name: "massgen")

    @Test func withoutAVocabularyItEstimates() throws {
        let outcome = try massgen.run("tokens", "--json", "-", input: "Why is the sky blue?")
        #expect(outcome.status == 0)
        let object = try #require(outcome.document)
        #expect(object["kind"] == "estimate")
        let estimate = TokenEstimate(of: "Why is the sky blue?")
        #expect(object["likely"]?.int == estimate.likely)
        #expect(object["low"]?.int == estimate.low)
        #expect(object["high"]?.int == estimate.high)
        let words = try massgen.run("tokens", "-", input: "Why is the sky blue?")
        #expect(words.output == "\(estimate)\n")
    }

    @Test func aFileThatIsNoVocabularyIsAnError() throws {
        try withFile("YQ== 0\nYg= 1\n") { path in
            let outcome = try massgen.run("tokens", "--vocabulary", path, "-", input: "a")
            #expect(outcome.status == 1)
            #expect(outcome.output.isEmpty)
            #expect(outcome.words.contains("line 2 of the vocabulary"))
        }
    }

    @Test func itNeedsOneFile() throws {
        #expect(try massgen.run("tokens").status == 2)
    }
}
