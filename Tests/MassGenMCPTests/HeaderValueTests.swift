import MassGenCore
import Testing

@testable import MassGenMCP

@Suite("Headers that repeat a request")
struct HeaderValueTests {
    @Test(
        "Texts that a header cannot hold are in base64",
        arguments: [
            ("plain name", "plain name"), ("ä", "=?base64?w6Q=?="), (" edge", "=?base64?IGVkZ2U=?="),
            ("line\nbreak", "=?base64?bGluZQpicmVhaw==?="), ("=?base64?YQ==?=", "=?base64?PT9iYXNlNjQ/WVE9PT89?="),
        ])
    func values(text: String, value: String) {
        #expect(text.headerValue == value)
    }
}
