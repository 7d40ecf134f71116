import ProviderIDL
import Testing

struct ClosestTests {
    let known = ["request", "response", "stream", "in", "out", "contextLength", "can", "quirk"]

    @Test(arguments: [
        ("requst", "request"),
        ("reqeust", "request"),
        ("reponse", "response"),
        ("STREAM", "stream"),
        ("contextlength", "contextLength"),
        ("contextLenght", "contextLength"),
        ("qurk", "quirk"),
        ("cna", "can"),
    ])
    func findsWhatWasMeant(word: String, expected: String) {
        #expect(closest(to: word, among: known) == expected)
    }

    @Test(arguments: ["", "x", "on", "banana", "requirement", "äöü"])
    func findsNothingFarAway(word: String) {
        #expect(closest(to: word, among: known) == nil)
    }

    @Test func prefersCaseThenDistanceThenOrder() {
        #expect(closest(to: "TEXT", among: ["next", "text"]) == "text")
        #expect(closest(to: "toolcall", among: ["tools", "toolCalls", "toolCall"]) == "toolCall")
        #expect(closest(to: "cat", among: ["car", "can"]) == "car")
        #expect(closest(to: "cat", among: []) == nil)
    }
}
