import MassGenBackends
import Testing

/// Tool calls come in as many ways as there are servers.
@Suite struct StreamedToolCallTests {
    private func calls(_ chunks: String...) -> [ToolCall] {
        let outcome = Outcome(chunks.map { "data: \($0)\n\n" }.joined() + "data: [DONE]\n\n")
        #expect(mistake(in: outcome.events) == nil)
        #expect(outcome.response.stopReason == .toolCalls)
        return outcome.response.toolCalls
    }

    private let weather = ToolCall(id: "a", name: "weather", argumentsText: "{\"city\":\"Rome\"}")
    private let time = ToolCall(id: "b", name: "time", argumentsText: "{}")

    @Test func byIndexInterleaved() {
        let calls = calls(
            call("\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"weather\",\"arguments\":\"\"}"),
            call("\"index\":1,\"id\":\"b\",\"function\":{\"name\":\"time\",\"arguments\":\"\"}"),
            call("\"index\":0,\"function\":{\"arguments\":\"{\\\"city\\\":\"}"),
            call("\"index\":1,\"function\":{\"arguments\":\"{\"}"),
            call("\"index\":0,\"function\":{\"arguments\":\"\\\"Rome\\\"}\"}"),
            call("\"index\":1,\"function\":{\"arguments\":\"}\"}"))
        #expect(calls == [weather, time])
    }

    @Test func byIDWithoutIndex() {
        let calls = calls(
            call("\"id\":\"a\",\"function\":{\"name\":\"weather\",\"arguments\":\"{\\\"city\\\":\"}"),
            call("\"id\":\"b\",\"function\":{\"name\":\"time\",\"arguments\":\"{}\"}"),
            call("\"id\":\"a\",\"function\":{\"arguments\":\"\\\"Rome\\\"}\"}"))
        #expect(calls == [weather, time])
    }

    @Test func byPositionWithoutIndexAndID() {
        let calls = calls(
            call("\"function\":{\"name\":\"weather\",\"arguments\":\"{\\\"city\\\":\"}"),
            call("\"function\":{\"arguments\":\"\\\"Rome\\\"}\"}"),
            call("\"function\":{\"name\":\"time\",\"arguments\":\"{}\"}"))
        #expect(calls.map(\.name) == ["weather", "time"])
        #expect(calls.map(\.argumentsText) == [weather.argumentsText, "{}"])
        #expect(calls.map(\.id) == ["call_0", "call_1"])
    }

    @Test func indexZeroForEveryCall() {
        let calls = calls(
            call(
                "\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"weather\",\"arguments\":\"{\\\"city\\\":\\\"Rome\\\"}\"}"
            ),
            call("\"index\":0,\"id\":\"b\",\"function\":{\"name\":\"time\",\"arguments\":\"{}\"}"))
        #expect(calls == [weather, time])
    }

    @Test func indexZeroForEveryCallWithoutID() {
        let calls = calls(
            call("\"index\":0,\"function\":{\"name\":\"weather\",\"arguments\":\"{\\\"city\\\":\\\"Rome\\\"}\"}"),
            call("\"index\":0,\"function\":{\"name\":\"weather\",\"arguments\":\"{\\\"city\\\":\\\"Oslo\\\"}\"}"))
        #expect(calls.map(\.argumentsText) == ["{\"city\":\"Rome\"}", "{\"city\":\"Oslo\"}"])
    }

    @Test func lateName() {
        let calls = calls(
            call("\"index\":0,\"id\":\"a\",\"function\":{\"arguments\":\"{\\\"city\\\":\"}"),
            call("\"index\":0,\"function\":{\"name\":\"weather\",\"arguments\":\"\\\"Rome\\\"}\"}"))
        #expect(calls == [weather])
    }

    @Test func nameThatNeverComes() {
        let calls = calls(call("\"index\":0,\"id\":\"a\",\"function\":{\"arguments\":\"{}\"}"))
        #expect(calls == [ToolCall(id: "a", name: "", argumentsText: "{}")])
    }

    @Test func lateIDKeepsTheIdentityThatWasGiven() {
        let calls = calls(
            call("\"index\":0,\"function\":{\"name\":\"time\",\"arguments\":\"\"}"),
            call("\"index\":0,\"id\":\"late\",\"function\":{\"name\":\"time\",\"arguments\":\"{}\"}"))
        #expect(calls == [ToolCall(id: "call_0", name: "time", argumentsText: "{}")])
    }

    @Test(arguments: ["\"id\":\"\",", "\"id\":null,", "\"id\":\"a\",", "\"id\":\"rotating\","])
    func continuationsRepeatOrEmptyWhatIsKnown(_ id: String) {
        for name in ["\"\"", "null", "\"weather\""] {
            let calls = calls(
                call("\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"weather\",\"arguments\":\"{\\\"city\\\":\"}"),
                call("\"index\":0,\(id)\"function\":{\"name\":\(name),\"arguments\":\"\\\"Rome\\\"}\"}"))
            #expect(calls == [weather], "\(id) \(name)")
        }
    }

    @Test func severalWholeCallsInOneChunk() {
        let pieces = ["a", "b"].enumerated().map { place, id in
            "{\"id\":\"\(id)\",\"function\":{\"name\":\"f\(place)\",\"arguments\":\"{}\"}}"
        }
        let calls = calls(delta("\"tool_calls\":[\(pieces.joined(separator: ","))]"))
        #expect(calls.map(\.id) == ["a", "b"])
    }

    @Test func argumentsAsAnObject() {
        let calls = calls(
            call("\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"weather\",\"arguments\":{\"city\":\"Rome\"}}"))
        #expect(calls == [weather])
    }

    @Test(arguments: ["null", "\"\""])
    func noArgumentsAreAnEmptyObject(_ arguments: String) {
        let calls = calls(call("\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"time\",\"arguments\":\(arguments)}"))
        #expect(calls.first?.argumentsText == "")
        #expect(calls.first?.arguments == [:])
    }

    @Test func oldFunctionCalls() {
        let calls = calls(
            delta("\"function_call\":{\"name\":\"weather\",\"arguments\":\"{\\\"city\\\":\"}"),
            delta("\"function_call\":{\"arguments\":\"\\\"Rome\\\"}\"}"))
        #expect(calls.map(\.name) == ["weather"])
        #expect(calls.first?.argumentsText == weather.argumentsText)
    }

    @Test func textAfterACallOpensANewBlock() {
        let outcome = Outcome(
            sse(
                delta("\"content\":\"before\""),
                call("\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"{\"}"),
                delta("\"content\":\"after\""), call("\"index\":0,\"function\":{\"arguments\":\"}\"}")))
        #expect(mistake(in: outcome.events) == nil)
        #expect(outcome.blocks == [.text, .toolCall(id: "a", name: "f"), .text])
        #expect(
            outcome.response.message.parts == [
                .text("before"), .toolCall(ToolCall(id: "a", name: "f", argumentsText: "{}")), .text("after"),
            ])
    }

    @Test func cutArgumentsAreKeptAsTheyAre() {
        let outcome = Outcome(
            sse(
                call("\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"ci\"}"),
                delta("", stop: "length")))
        #expect(outcome.response.stopReason == .length)
        #expect(outcome.response.toolCalls.first?.argumentsText == "{\"ci")
        #expect(outcome.response.toolCalls.first?.arguments == nil)
    }

    @Test func callsOfADocumentStandForThemselves() {
        let piece = "{\"index\":0,\"id\":\"same\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}"
        let outcome = Outcome(
            "{\"id\":\"r\",\"choices\":[{\"message\":{\"tool_calls\":[\(piece),\(piece)]},\"finish_reason\":\"tool_calls\"}]}"
        )
        #expect(outcome.response.toolCalls.count == 2)
    }

    @Test func tenMegabytesOfArgumentsInSmallPieces() {
        let piece = String(repeating: "x", count: 10_000)
        var body = sse(
            call("\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"v\\\":\\\"\"}"), end: false
        )
        for _ in 0..<1000 {
            body += "data: \(call("\"index\":0,\"function\":{\"name\":\"f\",\"arguments\":\"\(piece)\"}"))\n\n"
        }
        body += sse(call("\"index\":0,\"function\":{\"arguments\":\"\\\"}\"}"))
        let outcome = Outcome(body)
        #expect(outcome.response.toolCalls.count == 1)
        #expect(outcome.response.toolCalls.first?.argumentsText.utf8.count == 10_000_008)
    }
}
