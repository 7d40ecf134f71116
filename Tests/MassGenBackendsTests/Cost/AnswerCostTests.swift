import Foundation
import MassGenBackends
import Testing

/// From the bytes of an answer to its cost, worked out by hand per unit: prices of November 2026.
@Suite struct AnswerCostTests {
    private func cost<B: HTTPBackend>(
        _ backend: B.Type, _ body: String, asked model: String = "", at time: String = "2026-11-24T02:00:00Z"
    ) throws -> Cost {
        var decoder = StreamDecoder<B.Format>()
        var events: [ChatEvent] = []
        try decoder.decode(Array(body.utf8), into: &events)
        try decoder.finish(into: &events)
        let date = try Date(time, strategy: .iso8601)
        return B.provider.models.cost(of: decoder.snapshot, asked: model, at: date)
    }

    private func chat(_ model: String, _ usage: String, _ more: String = "") -> String {
        """
        {"id": "c1", "model": "\(model)", "choices": [{"index": 0, "message": {"role": "assistant", "content": "Hi"}, \
        "finish_reason": "stop"}], "usage": {\(usage)}\(more)}
        """
    }

    private func chatStream(_ model: String, _ usage: String, _ more: String = "") -> String {
        """
        data: {"id":"c1","model":"\(model)"\(more),"choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":null}]}

        data: {"id":"c1","model":"\(model)"\(more),"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

        data: {"id":"c1","model":"\(model)"\(more),"choices":[],"usage":{\(usage)}}

        data: [DONE]


        """
    }

    private func expect(
        _ cost: Cost, _ total: String, _ amounts: [BillableUnit: String], missing: [BillableUnit] = [],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(cost.total?.description == total, sourceLocation: sourceLocation)
        #expect(cost.missing == missing, sourceLocation: sourceLocation)
        let lines = Dictionary(uniqueKeysWithValues: cost.lines.map { ($0.unit, $0.amount.description) })
        #expect(lines == amounts, sourceLocation: sourceLocation)
    }

    @Test func cachedPromptsOfChatCompletions() throws {
        let usage = #""prompt_tokens":1200,"completion_tokens":300,"prompt_tokens_details":{"cached_tokens":1024}"#
        // 176 at 0.15, 1024 at 0.075, 300 at 0.60 per million.
        for body in [chat("gpt-4o-mini-2024-07-18", usage), chatStream("gpt-4o-mini-2024-07-18", usage)] {
            expect(
                try cost(OpenAI.self, body), "0.0002832",
                [.input: "0.0000264", .cacheRead: "0.0000768", .output: "0.00018"])
        }
    }

    @Test func toolsThatRanOnTheServerAreCalledMissing() throws {
        let usage = #""prompt_tokens":1000,"completion_tokens":100"#
        let said = #""Hi","executed_tools":[{"index":0,"type":"browser_search","arguments":"{}","output":"found"}]"#
        for body in [chat("openai/gpt-oss-120b", usage), chatStream("openai/gpt-oss-120b", usage)] {
            let ran = body.replacingOccurrences(of: #""Hi""#, with: said)
            // 1000 at 0.15, 100 at 0.60 per million.
            let amounts: [BillableUnit: String] = [.input: "0.00015", .output: "0.00006"]
            expect(try cost(Groq.self, body), "0.00021", amounts)
            expect(try cost(Groq.self, ran), "0.00021", amounts, missing: [.search])
        }
    }

    @Test func writtenCachesOfChatCompletions() throws {
        let usage = """
            "prompt_tokens":10000,"completion_tokens":500,"prompt_tokens_details":{"cached_tokens":2000,\
            "cache_write_tokens":3000},"completion_tokens_details":{"reasoning_tokens":200}
            """
        // 5000 at 2, 2000 at 0.20, 3000 at 2.50, 500 at 10: reasoning is in the answer.
        expect(
            try cost(OpenAI.self, chatStream("gpt-6-sol", usage)), "0.0229",
            [.input: "0.01", .cacheRead: "0.0004", .cacheWrite: "0.0075", .output: "0.005"])
    }

    @Test func longPromptsCostMoreAsAWhole() throws {
        func usage(_ input: Int) -> String { "\"prompt_tokens\":\(input),\"completion_tokens\":1000" }
        // Above 272,000: all at 5 and 22.50; up to there at 2.50 and 15.
        expect(
            try cost(OpenAI.self, chat("gpt-5.4", usage(300_000))), "1.5225", [.input: "1.5", .output: "0.0225"])
        expect(
            try cost(OpenAI.self, chat("gpt-5.4", usage(272_000))), "0.695", [.input: "0.68", .output: "0.015"])
    }

    @Test func theServiceThatAnsweredCounts() throws {
        let usage = #""prompt_tokens":1000,"completion_tokens":100"#
        // priority: 2.50 and 20; usual: 1.25 and 10.
        for body in [
            chat("gpt-5", usage, #","service_tier":"priority""#),
            chatStream("gpt-5", usage, #","service_tier":"priority""#),
        ] {
            expect(try cost(OpenAI.self, body), "0.0045", [.input: "0.0025", .output: "0.002"])
        }
        expect(
            try cost(OpenAI.self, chat("gpt-5", usage, #","service_tier":"default""#)), "0.00225",
            [.input: "0.00125", .output: "0.001"])
        let strange = try cost(OpenAI.self, chat("gpt-5", usage, #","service_tier":"warp""#))
        #expect(strange.kind == .unknown(.unknownService("warp")))
    }

    @Test func cachesOfMessagesByHowLongTheyAreKept() throws {
        let body = """
            {"type":"message","id":"m1","role":"assistant","model":"claude-sonnet-5-5","content":[{"type":"text","text":"Hi"}],\
            "stop_reason":"end_turn","usage":{"input_tokens":100,"cache_read_input_tokens":2000,\
            "cache_creation_input_tokens":1500,"cache_creation":{"ephemeral_5m_input_tokens":500,\
            "ephemeral_1h_input_tokens":1000},"output_tokens":50,"server_tool_use":{"web_search_requests":2},\
            "service_tier":"standard"}}
            """
        // 100 at 2, 2000 at 0.10, 500 at 2.50, 1000 at 4, 50 at 10; two searches at 10 per thousand.
        expect(
            try cost(Claude.self, body), "0.02615",
            [
                .input: "0.0002", .cacheRead: "0.0002", .cacheWrite5m: "0.00125", .cacheWrite1h: "0.004",
                .output: "0.0005", .search: "0.02",
            ])
    }

    @Test func cumulativeCountsOfMessagesAreNotAdded() throws {
        let body = """
            event: message_start
            data: {"type":"message_start","message":{"id":"m1","type":"message","role":"assistant","model":"claude-haiku-5-5","content":[],"usage":{"input_tokens":60000,"cache_read_input_tokens":50000,"cache_creation_input_tokens":0,"output_tokens":1}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":"Hi"}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":0}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"input_tokens":60000,"cache_read_input_tokens":50000,"output_tokens":1000}}

            event: message_stop
            data: {"type":"message_stop"}


            """
        // The prompt is 110,000, above 100,000: 60,000 at 0.50, 50,000 at 0.05, 1,000 at 2.50.
        expect(
            try cost(Claude.self, body), "0.035", [.input: "0.03", .cacheRead: "0.0025", .output: "0.0025"])
    }

    @Test func placeAndSpeedHaveTheirPrices() throws {
        let body = """
            {"type":"message","id":"m1","role":"assistant","model":"claude-opus-5-5","content":[{"type":"text","text":"Hi"}],\
            "stop_reason":"end_turn","usage":{"input_tokens":1000,"output_tokens":10,"speed":"fast","inference_geo":"us"}}
            """
        // fast: 8 and 40, in the United States 1.1 times that.
        expect(try cost(Claude.self, body), "0.00924", [.input: "0.0088", .output: "0.00044"])
    }

    @Test func audioIsTakenOutOfThePrompt() throws {
        let body = """
            {"candidates":[{"content":{"role":"model","parts":[{"text":"Hi"}]},"finishReason":"STOP"}],\
            "modelVersion":"gemini-2.5-flash","usageMetadata":{"promptTokenCount":1000,"cachedContentTokenCount":300,\
            "candidatesTokenCount":50,"thoughtsTokenCount":150,"totalTokenCount":1200,\
            "promptTokensDetails":[{"modality":"TEXT","tokenCount":600},{"modality":"AUDIO","tokenCount":400}],\
            "cacheTokensDetails":[{"modality":"AUDIO","tokenCount":100}]}}
            """
        // 400 of text at 0.30, 300 of audio at 1, 300 cached at 0.03, 200 of answer and thoughts at 2.50.
        expect(
            try cost(Gemini.self, body), "0.000929",
            [.input: "0.00012", .audioInput: "0.0003", .cacheRead: "0.000009", .output: "0.0005"])
    }

    @Test func whatToolsReadIsPrompt() throws {
        let body = """
            {"candidates":[{"content":{"role":"model","parts":[{"text":"Hi"}]},"finishReason":"STOP"}],\
            "modelVersion":"gemini-2.5-pro","usageMetadata":{"promptTokenCount":100,"toolUsePromptTokenCount":900,\
            "candidatesTokenCount":10,"thoughtsTokenCount":20,"totalTokenCount":1030}}
            """
        expect(try cost(Gemini.self, body), "0.00155", [.input: "0.00125", .output: "0.0003"])
    }

    @Test func countsUnderAnotherKey() throws {
        let body = """
            data: {"id":"c1","model":"openai/gpt-oss-120b","choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":null}]}

            data: {"id":"c1","model":"openai/gpt-oss-120b","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"x_groq":{"id":"r","usage":{"prompt_tokens":200,"completion_tokens":100,"prompt_tokens_details":{"cached_tokens":50}}}}

            data: [DONE]


            """
        // 150 at 0.15, 50 at 0.075, 100 at 0.60.
        expect(
            try cost(Groq.self, body), "0.00008625",
            [.input: "0.0000225", .cacheRead: "0.00000375", .output: "0.00006"])
    }

    @Test func theVendorsOwnFigureStandsBesideOurs() throws {
        let usage = """
            "prompt_tokens":165,"completion_tokens":2,"total_tokens":296,"prompt_tokens_details":{"cached_tokens":164},\
            "completion_tokens_details":{"reasoning_tokens":129},"cost_in_usd_ticks":739000
            """
        // Thoughts stand outside: 131 at 0.50; 1 at 0.20, 164 at 0.05.
        let cost = try cost(Grok.self, chat("grok-4-fast-reasoning", usage))
        expect(cost, "0.0000739", [.input: "0.0000002", .cacheRead: "0.0000082", .output: "0.0000655"])
        #expect(cost.reported == Dollars("0.0000739"))
        #expect(cost.difference == .zero)
    }

    @Test func gatewaysReportACost() throws {
        let usage = #""prompt_tokens":10,"completion_tokens":5,"cost":1.4e-05"#
        let unlisted = try cost(Chat.self, chat("some/model", usage))
        #expect(unlisted.kind == .unknown(.unlistedModel("some/model")))
        #expect(unlisted.reported == Dollars("0.000014"))
    }

    @Test func hoursHaveTheirPrices() throws {
        let body = chat(
            "deepseek-flash",
            #""prompt_tokens":1000,"completion_tokens":100,"prompt_cache_hit_tokens":600,"prompt_cache_miss_tokens":400"#
        )
        // 400 at 0.30, 600 at 0.006, 100 at 1.20; half of each off peak.
        let peak = [BillableUnit.input: "0.00012", .cacheRead: "0.0000036", .output: "0.00012"]
        let quiet = [BillableUnit.input: "0.00006", .cacheRead: "0.0000018", .output: "0.00006"]
        for time in ["2026-11-24T02:00:00Z", "2026-11-24T01:00:00Z", "2026-11-27T09:59:59Z", "2026-11-23T06:00:00Z"] {
            expect(try cost(DeepSeek.self, body, at: time), "0.0002436", peak)
        }
        for time in ["2026-11-24T00:59:59Z", "2026-11-27T10:00:00Z", "2026-11-28T02:00:00Z", "2026-11-29T23:59:59Z"] {
            expect(try cost(DeepSeek.self, body, at: time), "0.0001218", quiet)
        }
    }

    @Test func compatibleServersCountCachesTheirOwnWay() throws {
        expect(
            try cost(
                Together.self,
                chat("MiniMaxAI/MiniMax-M3.1-Flash", #""prompt_tokens":100,"completion_tokens":10,"cached_tokens":40"#)),
            "0.0000156", [.input: "0.000009", .cacheRead: "0.0000006", .output: "0.000006"])
        expect(
            try cost(Mistral.self, chat("mistral-small-latest", #""prompt_tokens":100,"completion_tokens":20"#)),
            "0.000027", [.input: "0.000015", .output: "0.000012"])
    }

    @Test func spokenAnswersAreBilledApart() throws {
        let usage = """
            "prompt_tokens":100,"completion_tokens":50,"prompt_tokens_details":{"audio_tokens":60},\
            "completion_tokens_details":{"audio_tokens":30}
            """
        // 40 at 2.50, 60 at 40, 20 at 10, 30 at 80.
        expect(
            try cost(Azure.self, chat("gpt-audio-2025-08-28", usage)), "0.0051",
            [.input: "0.0001", .audioInput: "0.0024", .output: "0.0002", .audioOutput: "0.0024"])
    }

    @Test func whatHasNoPriceIsMissingNotFree() throws {
        let usage = #""prompt_tokens":1000,"completion_tokens":10,"prompt_tokens_details":{"cached_tokens":400}"#
        expect(
            try cost(Groq.self, chat("qwen/qwen3.8-27b", usage)), "0.00052", [.input: "0.00048", .output: "0.00004"],
            missing: [.cacheRead])
        #expect(try cost(OpenAI.self, chat("gpt-6.2-sol", usage)).kind == .unknown(.noPrice("gpt-6.2-sol")))
    }

    @Test func anAnswerWithoutANameIsTheAskedModels() throws {
        let body =
            #"{"choices":[{"index":0,"message":{"content":"Hi"},"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":1}}"#
        #expect(try cost(OpenAI.self, body, asked: "gpt-4o").total == Dollars("0.0000125"))
        #expect(try cost(OpenAI.self, body).kind == .unknown(.noModel))
        let deployment = chat("my-deployment", #""prompt_tokens":1,"completion_tokens":1"#)
        #expect(try cost(Azure.self, deployment, asked: "gpt-4o").total == Dollars("0.0000125"))
    }

    @Test func withoutCountsNothingIsKnown() throws {
        let body = #"{"model":"gpt-4o","choices":[{"index":0,"message":{"content":"Hi"},"finish_reason":"stop"}]}"#
        #expect(try cost(OpenAI.self, body).kind == .unknown(.noUsage))
    }

    @Test func searchesThatNobodyCountedAreMissing() throws {
        let body = """
            {"id":"r1","object":"response","model":"gpt-4.1","status":"completed","output":[\
            {"type":"web_search_call","id":"ws_1","status":"completed","action":{"type":"search","query":"sky"}},\
            {"type":"message","role":"assistant","content":[{"type":"output_text","text":"Blue.","annotations":[]}]}],\
            "usage":{"input_tokens":1000,"output_tokens":100}}
            """
        // 1000 at 2, 100 at 8; what the search costs is not told.
        expect(try cost(Responses.self, body), "0.0028", [.input: "0.002", .output: "0.0008"], missing: [.search])
    }

    private func responses(_ item: String, _ usage: String = #""input_tokens":1000,"output_tokens":100"#) -> String {
        """
        {"id":"r1","object":"response","model":"gpt-4.1","status":"completed","output":[\(item),\
        {"type":"message","role":"assistant","content":[{"type":"output_text","text":"Done.","annotations":[]}]}],\
        "usage":{\(usage)}}
        """
    }

    @Test(arguments: [
        (#"{"type":"code_interpreter_call","id":"ci_1","status":"completed","code":"1+1","outputs":null}"#, "codeHour"),
        (#"{"type":"file_search_call","id":"fs_1","status":"completed","queries":["sky"],"results":null}"#, "search"),
        (#"{"type":"image_generation_call","id":"ig_1","status":"completed","result":"AAAA"}"#, "imageOutput"),
    ])
    func toolsThatNobodyCountedAreMissing(item: String, unit: String) throws {
        let missing = try #require(BillableUnit(rawValue: unit))
        expect(
            try cost(Responses.self, responses(item)), "0.0028", [.input: "0.002", .output: "0.0008"],
            missing: [missing])
    }

    @Test func toolsWithoutAPriceOfTheirOwnMissNothing() throws {
        let item = #"{"type":"mcp_call","id":"m_1","name":"look","arguments":"{}","output":"blue","error":null}"#
        expect(try cost(Responses.self, responses(item)), "0.0028", [.input: "0.002", .output: "0.0008"])
    }

    @Test func runsOfCodeByClaudeAreMissing() throws {
        let body = """
            {"type":"message","id":"m1","role":"assistant","model":"claude-sonnet-5-5","content":[\
            {"type":"server_tool_use","id":"s1","name":"bash_code_execution","input":{"command":"ls"}},\
            {"type":"bash_code_execution_tool_result","tool_use_id":"s1","content":{"type":"bash_code_execution_result"}},\
            {"type":"text","text":"Nothing."}],"stop_reason":"end_turn","usage":{"input_tokens":1000,"output_tokens":10}}
            """
        expect(
            try cost(Claude.self, body), "0.0021", [.input: "0.002", .output: "0.0001"], missing: [.codeHour])
    }

    @Test func runsOfCodeByGeminiCostTheirTokens() throws {
        let body = """
            {"candidates":[{"content":{"role":"model","parts":[{"executableCode":{"language":"PYTHON","code":"1"}},\
            {"codeExecutionResult":{"outcome":"OUTCOME_OK","output":"1"}},{"text":"1"}]},"finishReason":"STOP"}],\
            "modelVersion":"gemini-2.5-pro","usageMetadata":{"promptTokenCount":1000,"candidatesTokenCount":30}}
            """
        expect(try cost(Gemini.self, body), "0.00155", [.input: "0.00125", .output: "0.0003"])
    }

    @Test func anAdvisorIsBilledAsItsOwnModel() throws {
        let body = """
            {"type":"message","id":"m1","role":"assistant","model":"claude-sonnet-5-5","content":[{"type":"text","text":"4"}],\
            "stop_reason":"end_turn","usage":{"input_tokens":2400,"output_tokens":150,"iterations":[\
            {"type":"message","input_tokens":1100,"output_tokens":140},\
            {"type":"advisor_message","model":"claude-opus-5-5","input_tokens":2500,"cache_read_input_tokens":100,"output_tokens":20},\
            {"type":"message","input_tokens":1300,"output_tokens":10}]}}
            """
        let cost = try cost(Claude.self, body)
        // Sonnet: 1100 and 1300 at 2, 140 and 10 at 10; Opus: 2500 at 4, 100 at 0.20, 20 at 20.
        #expect(cost.kind == .exact)
        #expect(cost.total == Dollars("0.01672"))
        let opus = cost.lines.filter { $0.model == "claude-opus-5-5" }
        #expect(opus.map(\.unit) == [.input, .cacheRead, .output])
        #expect(opus.map(\.amount) == ["0.01", "0.00002", "0.0004"].map { Dollars($0) })
        #expect(cost.model == "claude-sonnet-5-5")
        let unknown = body.replacing("claude-opus-5-5", with: "claude-of-tomorrow")
        #expect(try self.cost(Claude.self, unknown).kind == .partial(missing: [.input, .output]))
    }

    @Test func searchesOfTwoKindsAreAddedUp() throws {
        let usage = """
            "prompt_tokens":100,"completion_tokens":10,"server_side_tool_usage_details":{"x_search_calls":2,\
            "web_search_calls":1,"code_interpreter_calls":0}
            """
        let body = Array(chat("grok-4-fast-reasoning", usage).utf8)
        var decoder = StreamDecoder<Grok.Format>()
        var events: [ChatEvent] = []
        try decoder.decode(body, into: &events)
        try decoder.finish(into: &events)
        #expect(decoder.snapshot.usage?.searches == 3)
    }

    @Test(arguments: [
        (#""cost":1.4e-05,"is_byok":false,"cost_details":{"upstream_inference_cost":null}"#, "0.000014"),
        (#""cost":1.4e-05,"is_byok":false,"cost_details":{"upstream_inference_cost":0.000014}"#, "0.000014"),
        (#""cost":0.000001,"is_byok":true,"cost_details":{"upstream_inference_cost":0.000019}"#, "0.00002"),
        (#""cost":{"input_tokens_cost":0.000004,"request_cost":0.005,"total_cost":0.005004}"#, "0.005004"),
        (#""cost":null"#, nil), (#""cost":"free""#, nil), (#""cost":{}"#, nil),
    ])
    func gatewaysReportWhatTheyAndTheVendorBill(words: String, reported: String?) throws {
        let usage = "\"prompt_tokens\":10,\"completion_tokens\":5,\(words)"
        for body in [chat("some/model", usage), chatStream("some/model", usage)] {
            #expect(try cost(OpenRouter.self, body).reported?.description == reported)
        }
    }

    @Test func theProgramsOwnFigureStandsBesideOurs() throws {
        let body = """
            {"type":"system","subtype":"init","session_id":"s-1","model":"claude-sonnet-5-5"}
            {"type":"assistant","message":{"id":"m-1","content":[{"type":"text","text":"Hi"}]},"session_id":"s-1"}
            {"type":"result","subtype":"success","is_error":false,"result":"Hi","total_cost_usd":0.0123,"session_id":"s-1",\
            "usage":{"input_tokens":10,"cache_read_input_tokens":100,"output_tokens":5},"modelUsage":{\
            "claude-sonnet-5-5":{"inputTokens":30,"cacheReadInputTokens":100,"cacheCreationInputTokens":0,"outputTokens":10,\
            "webSearchRequests":0,"costUSD":0.00017},\
            "claude-haiku-5-5":{"inputTokens":1000,"outputTokens":200,"costUSD":0.001}}}
            """
        var decoder = StreamDecoder<ClaudeCode.Format>()
        var events: [ChatEvent] = []
        try decoder.decode(Array(body.utf8), into: &events)
        try decoder.finish(into: &events)
        #expect(decoder.snapshot.usage?.input == 110)
        let cost = ClaudeCode.provider.models.cost(of: decoder.snapshot)
        // 30 at 2, 100 at 0.10, 10 at 10; 1000 at 0.10, 200 at 0.50.
        #expect(cost.kind == .exact)
        #expect(cost.total == Dollars("0.00037"))
        #expect(cost.reported == Dollars("0.0123"))
        #expect(cost.difference == Dollars("0.01193"))
    }
}
