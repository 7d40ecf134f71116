import MassGenBackends
import MassGenSimulator
import Testing

@Suite(.timeLimit(.minutes(1))) struct RunControlTests {
    private struct Broken: Error {}

    @Test func listsOfToolsTakeNamesAndPlainNames() async throws {
        let tools: [any Tool] = [weather(), FarTool(name: "mcp__a__read"), FarTool(name: "mcp__b__read")]
        let set = try ToolSet(tools)
        #expect(try set.filtered(allow: ["read"]).names == ["mcp__a__read", "mcp__b__read"])
        #expect(try set.filtered(allow: ["mcp__a__read", "weather"]).names == ["weather", "mcp__a__read"])
        #expect(try set.filtered(allow: ["read"], exclude: ["mcp__b__read"]).names == ["mcp__a__read"])
        #expect(throws: BackendError.self) { try set.filtered(exclude: ["raed"]) }
        let log = CallLog()
        var scripted = try scripted(.calling(call("a")), .saying("ok"))
        scripted.options.exclude = ["weather"]
        let result = await scripted.run(weather(log), FarTool(name: "mcp__a__read"))
        #expect(result.outcomes == [.unknown])
        #expect(log.all.isEmpty)
        #expect(scripted.simulator.requests.first?.tools.map(\.name) == ["mcp__a__read"])
    }

    @Test func hooksChangeDenyAndReplace() async throws {
        let log = CallLog()
        var scripted = try scripted(.calling(call("a"), call("b", "weather", ["city": "Hell"])), .saying("ok"))
        scripted.options.hooks = [
            CallHook(
                before: { $0.arguments["city"] == "Hell" ? .deny("not there") : .allow(arguments: ["city": "Bergen"]) },
                after: { _, content in ToolContent("checked: \(content.text ?? "")") })
        ]
        let result = await scripted.run(weather(log))
        #expect(result.outcomes == [.finished, .denied])
        #expect(log.all == ["Bergen"])
        #expect(result.messages[2].toolResults.map(\.text) == ["checked: Sunny in Bergen", "not there"])
        #expect(result.messages[2].toolResults.map(\.isError) == [false, true])
    }

    @Test func hooksFailClosed() async throws {
        let log = CallLog()
        let slow = CallHook(before: { _ in
            try await Task.sleep(for: .seconds(30))
            return .allow()
        })
        let hooks: [CallHook] = [
            CallHook(before: { _ in throw Broken() }), slow, CallHook(before: { _ in .allow(arguments: ["city": 1]) }),
        ]
        for hook in hooks {
            var scripted = try scripted(.calling(call("a")), .saying("ok"))
            scripted.options.hooks = [hook]
            scripted.options.hookTimeout = .milliseconds(50)
            let result = await scripted.run(weather(log))
            #expect(result.outcomes == [.denied])
            #expect(result.isValid)
        }
        #expect(log.all.isEmpty)
        var scripted = try scripted(.calling(call("a")), .saying("ok"))
        scripted.options.hooks = [CallHook(after: { _, _ in throw Broken() })]
        let result = await scripted.run(weather())
        #expect(result.outcomes == [.withheld])
        #expect(result.messages[2].toolResults.first?.text?.contains("Sunny") == false)
    }

    @Test func planningExplainsAndCallsNothing() async throws {
        let log = CallLog()
        for (blocked, outcome) in [([], CallRecord.Outcome.denied), (["weather"], .denied), (["other"], .finished)] {
            var scripted = try scripted(.calling(call("a")), .saying("ok"))
            scripted.options.planning = PlanningMode(blocked: Set(blocked))
            let result = await scripted.run(weather(log))
            #expect(result.outcomes == [outcome])
            if outcome == .denied {
                #expect(result.messages[2].toolResults.first?.text?.contains("planning") == true)
            }
        }
        #expect(log.all == ["Oslo"])
    }

    @Test func aDryRunChecksAndCallsNothing() async throws {
        let log = CallLog()
        var scripted = try scripted(.calling(call("a"), call("b", "weather", [:])), .saying("ok"))
        scripted.options.isDryRun = true
        let result = await scripted.run(weather(log))
        #expect(result.outcomes == [.dryRun, .unfit])
        #expect(log.all.isEmpty)
    }

    @Test func aRunPausesForPeopleAndGoesOnInAnotherProcess() async throws {
        let log = CallLog()
        let calls = ["a", "b", "c"].map { call($0, "weather", ["city": .string($0)]) }
        var scripted = try scripted(.calling(calls[0], calls[1], calls[2]), .saying("ok"))
        scripted.options.approval = .always
        let first = await scripted.run(weather(log))
        guard case .paused(let paused) = first.end else { return #expect(Bool(false), "\(first.end)") }
        #expect(paused.waiting.map(\.id) == ["a", "b", "c"])
        #expect(log.all.isEmpty)
        let kept = try JSON(encoding: paused).text
        let read = try JSON(parsing: kept).decode(PausedRun.self)
        #expect(read == paused)

        // What is not decided is asked for again.
        let half = scripted.backend.resume(
            read, tools: [weather(log)], decisions: ["a": .allow()], options: scripted.options)
        guard case .paused(let again) = await half.result().end else { return #expect(Bool(false)) }
        #expect(again.waiting.map(\.id) == ["b", "c"])
        #expect(log.all.isEmpty)

        let decisions: [String: CallDecision] = [
            "a": .allow(), "b": .deny("not today"), "c": .allow(arguments: ["city": "Bergen"]),
        ]
        let result = await scripted.backend.resume(
            read, tools: [weather(log)], decisions: decisions, options: scripted.options
        ).result()
        #expect(result.end == .finished)
        #expect(result.outcomes == [.finished, .denied, .finished])
        #expect(Set(log.all) == ["a", "Bergen"])
        let texts = result.messages[2].toolResults.map { $0.text ?? "" }
        #expect(texts[1] == "not today")
        #expect(texts[2].contains("Bergen") && texts[2].contains("A person changed"))
        #expect(result.usage.input == 20)
        #expect(result.isValid)
    }

    @Test func whatHooksMakeOfAnApprovedCallIsAskedAboutAgain() async throws {
        let log = CallLog()
        let place = CallLog()
        var scripted = try scripted(.calling(call("a")), .saying("ok"))
        scripted.options.approval = .always
        scripted.options.hooks = [
            CallHook { _ in
                place.note("x")
                return .allow(arguments: ["city": .string("\(place.all.count)")])
            }
        ]
        guard case .paused(let paused) = await scripted.run(weather(log)).end else { return #expect(Bool(false)) }
        #expect(paused.waiting.first?.arguments == ["city": "1"])
        let again = scripted.backend.resume(
            paused, tools: [weather(log)], decisions: ["a": .allow()], options: scripted.options)
        guard case .paused(let changed) = await again.result().end else { return #expect(Bool(false)) }
        #expect(changed.waiting.first?.arguments == ["city": "2"])
        #expect(log.all.isEmpty)
    }

    @Test func onlyWhatThePolicySaysIsAskedAbout() async throws {
        let log = CallLog()
        var safe = weather(log)
        safe.annotations.isReadOnly = true
        var scripted = try scripted(.calling(call("a")), .saying("ok"))
        scripted.options.approval = .unlessReadOnly
        #expect(await scripted.run(safe).end == .finished)
        #expect(log.all == ["Oslo"])
    }

    @Test func setsMergeAndSayWhatWasRenamed() throws {
        let one = try ToolSet([weather()])
        #expect(throws: BackendError.self) { try one.merged(with: one) }
        let (both, renamed) = try one.merged(with: one, duplicates: .rename)
        #expect(both.names == ["weather", "weather_2"])
        #expect(renamed == ["weather": "weather_2"])
        #expect(both.definitions.map(\.name) == ["weather", "weather_2"])
    }
}

/// A tool of a server, as another module would bring it.
struct FarTool: Tool {
    let name: String
    let description = "Reads"
    let parameters: JSON = ["type": "object", "properties": [:]]
    var plainName: String { String(name.split(separator: "_").last ?? "") }
    func call(arguments: JSON) async throws -> String { name }
}
