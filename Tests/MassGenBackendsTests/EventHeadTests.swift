import MassGenBackends
import Testing

/// Events that begin like the one before are read from where they differ; nothing may be lost by that.
struct EventHeadTests {
    private func text(_ events: [String]) throws -> String {
        var decoder = StreamDecoder<OpenAIChat>()
        var found: [ChatEvent] = []
        let first = #"{"id":"a","created":17,"model":"m","choices":[]}"#
        for event in [first] + events + ["[DONE]"] {
            try decoder.decode(Array("data: \(event)\n\n".utf8), into: &found)
        }
        return found.compactMap(\.text).joined(separator: "|")
    }

    private func choices(_ text: String) -> String { #""choices":[{"index":0,"delta":{"content":"\#(text)"}}]"# }

    @Test func equalHeadsAreSkipped() throws {
        let events = ["x", "y", "z"].map { #"{"id":"a","created":17,\#(choices($0))}"# }
        #expect(try text(events) == "x|y|z")
    }

    @Test func aHeadThatGoesOnIsNotEqual() throws {
        let events = [
            #"{"id":"a","created":17,\#(choices("x"))}"#, #"{"id":"a","created":179,\#(choices("y"))}"#,
            #"{"id":"a","created":17 ,\#(choices("z"))}"#, #"{"id":"a","created":17}"#,
        ]
        #expect(try text(events) == "x|y|z")
    }

    @Test func membersThatAreReadEndTheHead() throws {
        let events = [
            #"{"id":"a",\#(choices("x")),"created":17}"#, #"{"id":"a",\#(choices("y")),"created":17}"#,
            #"{\#(choices("z")),"id":"a"}"#, #"{\#(choices("z")),"id":"a"}"#,
        ]
        #expect(try text(events) == "x|y|z|z")
    }

    @Test func whiteSpaceIsPartOfTheHead() throws {
        let events = ["x", "y", "z"].map { #"{ "id" : "a", "created": 17 , \#(choices($0)) }"# }
        #expect(try text(events) == "x|y|z")
    }

    @Test func brokenEventsAreStillFound() {
        #expect(throws: BackendError.self) {
            try text([#"{"id":"a","created":17,\#(choices("x"))}"#, #"{"id":"a","created":17,,\#(choices("y"))}"#])
        }
    }
}
