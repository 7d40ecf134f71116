#if os(Linux) || os(macOS)
import Foundation
import MassGenBackends
import Testing

@Suite(.timeLimit(.minutes(1))) struct SessionTests {
    @Test func oneProgramAnswersManyTimesAndIsSentOnlyWhatIsNew() async throws {
        let program = try StandIn(
            """
            n=0
            while hear; do n=$((n+1)); printf '%s\\n' "$line" >> "$NOTES/lines"; begin; text "$$ answer $n" "m-$n"; end $n; done
            """)
        let session = program.backend().session()
        var request = ChatRequest(model: "", messages: [.system("Be brief."), .user("one")])
        let first = try await session.respond(to: request)
        request.messages += [first.message, .user("two")]
        let second = try await session.respond(to: request)
        let third = try await session.respond(to: "three")
        await session.close()

        let process = first.text.split(separator: " ")[0]
        #expect([first, second, third].map(\.text) == (1...3).map { "\(process) answer \($0)" })
        #expect(first.losses.isEmpty && second.losses.isEmpty && third.losses.isEmpty)
        let sent = program.notes("lines").split(separator: "\n").map { (try? JSON(parsing: String($0))) ?? .null }
        #expect(sent.map { $0["message"]?["content"]?[0]?["text"] } == ["one", "two", "three"])
        #expect([first, second, third].map { $0.usage?.output } == [1, 2, 3])
        #expect(first.usage?.input == 13 && first.usage?.cacheRead == 10)
        #expect(session.id == "s-1")
    }

    @Test func whatComesInPiecesAndWholeIsTakenOnce() async throws {
        let program = try StandIn(
            """
            piece() { say '{"type":"stream_event","event":'"$1"',"session_id":"s-1","parent_tool_use_id":null}'; }
            hear; begin
            piece '{"type":"message_start","message":{"id":"m-1","usage":{"input_tokens":1,"output_tokens":1}}}'
            piece '{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}}'
            piece '{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"Hm."}}'
            piece '{"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"c2ln"}}'
            say '{"type":"assistant","message":{"id":"m-1","content":[{"type":"thinking","thinking":"Hm.","signature":"c2ln"}]},"parent_tool_use_id":null}'
            piece '{"type":"content_block_stop","index":0}'
            piece '{"type":"content_block_start","index":1,"content_block":{"type":"tool_use","id":"t-1","name":"Task","input":{}}}'
            piece '{"type":"content_block_delta","index":1,"delta":{"type":"input_json_delta","partial_json":"{\\"a\\":1}"}}'
            say '{"message":{"content":[{"input":{"a":1},"name":"Task","id":"t-1","type":"tool_use"}],"id":"m-1"},"parent_tool_use_id":null,"type":"assistant"}'
            piece '{"type":"content_block_stop","index":1}'
            piece '{"type":"message_delta","delta":{"stop_reason":"tool_use"},"usage":{"output_tokens":9}}'
            piece '{"type":"message_stop"}'
            say '{"type":"assistant","message":{"id":"m-2","content":[{"type":"text","text":"of a sub-agent"}]},"parent_tool_use_id":"t-1"}'
            say '{"type":"user","message":{"role":"user","content":[{"type":"tool_result","tool_use_id":"t-1","content":"done","is_error":false}]},"parent_tool_use_id":null}'
            piece '{"type":"message_start","message":{"id":"m-3"}}'
            piece '{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}'
            piece '{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"All "}}'
            piece '{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"done."}}'
            say '{"type":"assistant","message":{"id":"m-3","content":[{"type":"text","text":"All done."}]},"parent_tool_use_id":null}'
            piece '{"type":"content_block_stop","index":0}'
            end
            """)
        let answer = try await program.backend().stream("Do it").response()
        #expect(answer.message.parts.map(\.kind) == [.reasoning, .toolCall, .toolResult, .text])
        #expect(answer.reasoning == "Hm.")
        #expect(answer.text == "All done.")
        #expect(answer.toolCalls.map(\.arguments) == [["a": 1]])
        #expect(answer.message.toolResults.first?.text == "done")
        // The program has called the tools itself: nobody is asked to.
        #expect(answer.stopReason == .stop)
        #expect(answer.usage?.output == 2)
    }

    @Test func permissionIsAskedForAndGiven() async throws {
        let program = try StandIn(
            """
            hear; begin
            say '{"type":"control_request","request_id":"r-1","request":{"subtype":"can_use_tool","tool_name":"Bash","input":{"command":"ls"},"tool_use_id":"t-1"}}'
            hear; printf '%s\\n' "$line" >> "$NOTES/answers"
            say '{"type":"control_request","request_id":"r-2","request":{"subtype":"can_use_tool","tool_name":"Write","input":{}}}'
            hear; printf '%s\\n' "$line" >> "$NOTES/answers"
            text ok; end
            """)
        var backend = program.backend()
        backend.program.permission = { request in
            request.tool == "Bash" ? .allow(input: ["command": "ls -l"]) : .deny("not \(request.tool)")
        }
        #expect(try await backend.respond(to: "Go").text == "ok")
        let answers = program.notes("answers").split(separator: "\n").map { (try? JSON(parsing: String($0))) ?? .null }
        #expect(answers.map { $0["response"]?["request_id"] } == ["r-1", "r-2"])
        #expect(
            answers.map { $0["response"]?["response"] } == [
                ["behavior": "allow", "updatedInput": ["command": "ls -l"]],
                ["behavior": "deny", "message": "not Write", "interrupt": false],
            ])
    }

    @Test func withoutAnyoneToDecideNothingIsAllowed() async throws {
        let program = try StandIn(
            """
            hear; begin
            say '{"type":"control_request","request_id":"r-1","request":{"subtype":"can_use_tool","tool_name":"Bash","input":{}}}'
            hear
            case "$line" in *'"behavior":"deny"'*) text denied;; *) text allowed;; esac
            end
            """)
        #expect(try await program.backend().respond(to: "Go").text == "denied")
    }

    @Test func hooksAreAnnouncedAndCalled() async throws {
        let program = try StandIn(
            """
            hear; printf '%s\\n' "$line" > "$NOTES/initialize"
            say '{"type":"control_response","response":{"subtype":"success","request_id":"massgen-1","response":{}}}'
            hear; begin
            say '{"type":"control_request","request_id":"h","request":{"subtype":"hook_callback","callback_id":"0","input":{"tool_name":"Write"}}}'
            hear; case "$line" in *'"decision":"block"'*) text blocked;; *) text "$line";; esac
            end
            """)
        var backend = program.backend()
        backend.program.hooks = [
            ProgramHook("PreToolUse", matcher: "Write|Edit") { input in
                input["tool_name"] == "Write" ? ["decision": "block"] : [:]
            }
        ]
        #expect(try await backend.session().respond(to: "Go").text == "blocked")
        let hooks = try JSON(parsing: program.notes("initialize"))["request"]?["hooks"]
        #expect(hooks == ["PreToolUse": [["matcher": "Write|Edit", "hookCallbackIds": ["0"]]]])
    }

    @Test func repliesMayComeInAnyOrder() async throws {
        let program = try StandIn(
            """
            hear; begin; text hi; end
            hear; a="$line"; hear; b="$line"
            for l in "$b" "$a"; do
              id=${l#*'"request_id":"'}; id=${id%%'"'*}
              what=${l#*'"what":"'}; what=${what%%'"'*}
              say '{"type":"control_response","response":{"subtype":"success","request_id":"'"$id"'","response":{"echo":"'"$what"'"}}}'
            done
            say '{"type":"control_response","response":{"subtype":"success","request_id":"nobody-asked","response":{}}}'
            hear
            say '{"type":"control_response","response":{"subtype":"error","request_id":"massgen-3","error":"no such model","error_code":"unknown_model"}}'
            hear; hear
            """)
        let session = program.backend().session()
        _ = try await session.respond(to: "Hi")
        async let one = session.order(.other(["subtype": "x", "what": "one"]))
        async let two = session.order(.other(["subtype": "x", "what": "two"]))
        #expect(try await one["echo"] == "one")
        #expect(try await two["echo"] == "two")
        let refusal = await backendError { try await session.setModel("nonsense") }
        #expect(refusal?.code == .refusedOrder)
        #expect(refusal?.message == "no such model")
        #expect(refusal?.vendorCode == "unknown_model")
        let silence = await backendError { try await session.setPermissionMode("plan") }
        #expect(silence?.code == .timeout)
        await session.close()
    }

    @Test func anInterruptedAnswerEndsWithWhatHadCome() async throws {
        let program = try StandIn(
            """
            hear; begin; text 'half an'
            hear; case "$line" in *'"subtype":"interrupt"'*) ;; *) exit 9;; esac
            say '{"type":"control_response","response":{"subtype":"success","request_id":"massgen-1","response":{}}}'
            say '{"type":"result","subtype":"error_during_execution","is_error":true,"errors":["stopped"],"session_id":"s-1"}'
            hear; begin; text whole; end
            """)
        let session = program.backend().session()
        var iterator = session.stream("Go").makeAsyncIterator()
        while let event = try await iterator.next(), event.text == nil {}
        try await session.interrupt()
        let error = await backendError { while try await iterator.next() != nil {} }
        #expect(error?.vendorCode == "error_during_execution")
        #expect(error?.message == "stopped")
        #expect(error?.partial?.text == "half an")
        #expect(try await session.respond(to: "Again").text == "whole")
        await session.close()
    }

    @Test func anAnswerThatIsLeftIsInterruptedAndTheNextIsItsOwn() async throws {
        let program = try StandIn(
            """
            hear; begin; text old
            hear; text older; say '{"type":"result","subtype":"error_during_execution","is_error":true,"session_id":"s-1"}'
            hear; begin; text new; end
            """)
        let session = program.backend().session()
        for try await event in session.stream("Go") where event.text != nil { break }
        #expect(try await session.respond(to: "Again").text == "new")
        await session.close()
    }

    @Test func aSessionHasOneAnswerAtATimeAndNoneAfterItsEnd() async throws {
        let program = try StandIn(
            "hear; begin; text hi; sleep 3; end; while hear; do begin; text hi; end; done")
        let session = program.backend().session()
        var iterator = session.stream("Go").makeAsyncIterator()
        _ = try await iterator.next()
        #expect(await backendError { _ = try await session.respond(to: "Too") }?.code == .busy)
        while try await iterator.next() != nil {}
        #expect(try await session.respond(to: "Now").text == "hi")
        await session.close()
        #expect(await backendError { _ = try await session.respond(to: "Late") }?.code == .busy)
    }

    @Test func aProgramThatHasEndedIsStartedAgainWhereItWas() async throws {
        let program = try StandIn(
            #"printf '%s\n' "$@" > "$NOTES/arguments"; hear; begin; text hi; end; exit 0"#)
        let session = program.backend().session()
        _ = try await session.respond(to: "One")
        #expect(!program.notes("arguments").contains("--resume"))
        try await Task.sleep(for: .milliseconds(300))
        #expect(try await session.respond(to: "Two").text == "hi")
        #expect(program.notes("arguments").contains("--resume=s-1\n"))
        await session.close()
    }

    @Test func anotherModelIsToldToTheRunningProgramAndTheRestReported() async throws {
        let program = try StandIn(
            """
            hear; begin; text one; end
            hear; printf '%s\\n' "$line" > "$NOTES/order"
            say '{"type":"control_response","response":{"subtype":"success","request_id":"massgen-1","response":{}}}'
            hear; begin; text two; end
            """)
        let session = program.backend().session()
        _ = try await session.respond(to: "One", model: "opus")
        var request = ChatRequest(model: "haiku", messages: [.system("New."), .user("Two")])
        request.claudeCode.maxTurns = 3
        let answer = try await session.respond(to: request)
        #expect(answer.text == "two")
        #expect(Set(answer.losses.map(\.path)) == ["system-prompt", "max-turns"])
        #expect(try JSON(parsing: program.notes("order"))["request"] == ["subtype": "set_model", "model": "haiku"])
        await session.close()
    }

    private static func result(_ cost: String, _ more: String = "") -> String {
        """
        say '{"type":"result","subtype":"success","is_error":false,"result":"","session_id":"s-1","total_cost_usd":\(cost),\
        "usage":{"input_tokens":3,"output_tokens":2}\(more)}'
        """
    }

    @Test func whatAnAnswerCostIsWhatTheSessionCostSinceTheOneBefore() async throws {
        let models =
            #","modelUsage":{"claude-sonnet-5-5":{"inputTokens":\#("IN"),"outputTokens":4},"other":{"inputTokens":7}}"#
        let program = try StandIn(
            """
            hear; begin; text one; \(Self.result("0.25", models.replacing("IN", with: "10")))
            hear; begin; text two; \(Self.result("0.375", models.replacing("IN", with: "25")))
            hear; begin; text three; \(Self.result("0.5", #","model_usage_since_last_result":{"b":{"inputTokens":1}}"#))
            hear; begin; text four; \(Self.result("0.125"))
            """)
        let session = program.backend().session()
        var usages: [Usage] = []
        for question in ["1", "2", "3", "4"] {
            usages.append(try #require(try await session.respond(to: question).usage))
        }
        await session.close()
        // A program that begins anew tells less than before.
        #expect(usages.map(\.reportedCost) == ["0.25", "0.125", "0.125", "0.125"].map { Dollars($0) })
        #expect(usages[0].byModel?.map(\.model) == ["claude-sonnet-5-5", "other"])
        #expect(usages[0].byModel?.map(\.input) == [10, 7])
        #expect(usages[1].byModel?.map(\.model) == ["claude-sonnet-5-5"])
        #expect(usages[1].byModel?.map(\.input) == [15] && usages[1].byModel?[0].output == 0)
        #expect(usages[2].byModel?.map(\.model) == ["b"])
        #expect(usages[3].byModel == nil)
    }

    @Test func anAnswerThatNobodyWantedIsNotInTheNextOnesCost() async throws {
        let program = try StandIn(
            """
            hear; begin; text one; hear; \(Self.result("0.25"))
            hear; begin; text two; \(Self.result("0.375"))
            """)
        let session = program.backend().session()
        do {
            var iterator = session.stream("1").makeAsyncIterator()
            _ = try await iterator.next()
        }
        let second = try await session.respond(to: "2")
        await session.close()
        #expect(second.usage?.reportedCost == Dollars("0.125"))
    }
}
#endif
