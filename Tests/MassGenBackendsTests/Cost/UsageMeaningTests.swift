import MassGenBackends
import Testing

/// Counts mean the same whichever wire they came over, streamed or whole: `input` and `output` are whole, all else are
/// parts of them, and what was not sent is not there.
@Suite struct UsageMeaningTests {
    private func usage<Format: Wire>(_ wire: Format.Type, _ body: String) throws -> Usage? {
        var decoder = StreamDecoder<Format>()
        var events: [ChatEvent] = []
        try decoder.decode(Array(body.utf8), into: &events)
        try decoder.finish(into: &events)
        #expect(events.count { if case .usage = $0 { true } else { false } } <= 1)
        return decoder.snapshot.usage
    }

    private func usage(_ counts: [WritableKeyPath<Usage, Int?>: Int]) -> Usage {
        counts.reduce(into: Usage()) { $0[keyPath: $1.key] = $1.value }
    }

    /// Chat Completions, whole and with the counts in each of the places where servers put them.
    private func expectChat<Format: Wire>(
        _ wire: Format.Type, _ counts: String, _ expected: [WritableKeyPath<Usage, Int?>: Int],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let plain = """
            {"id":"c","model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"Hi"},"finish_reason":"stop"}],\
            "usage":{\(counts)}}
            """
        func stream(_ last: String) -> String {
            """
            data: {"id":"c","model":"m","choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":null}],"usage":null}

            data: {"id":"c","model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]\(last)

            data: [DONE]


            """
        }
        let alone = #"}"# + "\n\n" + #"data: {"id":"c","model":"m","choices":[],"usage":{\#(counts)}}"#
        let twice = #","usage":{"prompt_tokens":1,"completion_tokens":0}}"# + alone.dropFirst()
        for body in [plain, stream(#","usage":{\#(counts)}}"#), stream(alone), stream(twice)] {
            #expect(try usage(wire, body) == usage(expected), sourceLocation: sourceLocation)
        }
    }

    @Test func ofChatCompletions() throws {
        try expectChat(
            OpenAI.Format.self,
            """
            "prompt_tokens":100,"completion_tokens":50,"total_tokens":150,"prompt_tokens_details":{"cached_tokens":30,\
            "cache_write_tokens":20,"audio_tokens":5,"image_tokens":6},"completion_tokens_details":{"reasoning_tokens":40,\
            "audio_tokens":7}
            """,
            [
                \.input: 100, \.output: 50, \.cacheRead: 30, \.cacheWrite: 20, \.audioInput: 5, \.imageInput: 6,
                \.reasoning: 40, \.audioOutput: 7,
            ])
        try expectChat(OpenAI.Format.self, #""prompt_tokens":9,"completion_tokens":0"#, [\.input: 9, \.output: 0])
        try expectChat(
            OpenAI.Format.self, #""prompt_tokens":-9,"completion_tokens":2,"prompt_tokens_details":null"#, [\.output: 2]
        )
    }

    @Test func ofServersThatCountInTheirOwnWay() throws {
        let whole = #""prompt_tokens":100,"completion_tokens":50"#
        // Thoughts beside the answer; a total tells.
        try expectChat(
            Grok.Format.self, #"\#(whole),"total_tokens":190,"completion_tokens_details":{"reasoning_tokens":40}"#,
            [\.input: 100, \.output: 90, \.reasoning: 40])
        try expectChat(
            Chat.Format.self, #"\#(whole),"total_tokens":190,"completion_tokens_details":{"reasoning_tokens":40}"#,
            [\.input: 100, \.output: 90, \.reasoning: 40])
        try expectChat(
            DeepSeek.Format.self, #"\#(whole),"prompt_cache_hit_tokens":30,"prompt_cache_miss_tokens":70"#,
            [\.input: 100, \.output: 50, \.cacheRead: 30])
        for key in ["num_cached_tokens", "cached_tokens"] {
            try expectChat(
                Mistral.Format.self, #"\#(whole),"\#(key)":30"#, [\.input: 100, \.output: 50, \.cacheRead: 30])
        }
        try expectChat(
            Mistral.Format.self, #"\#(whole),"prompt_token_details":{"cached_tokens":30}"#,
            [\.input: 100, \.output: 50, \.cacheRead: 30])
        try expectChat(
            Moonshot.Format.self, #"\#(whole),"cached_tokens":30"#, [\.input: 100, \.output: 50, \.cacheRead: 30])
        try expectChat(
            Qwen.Format.self,
            """
            \(whole),"prompt_tokens_details":{"cached_tokens":30,"cache_creation_input_tokens":20,\
            "cache_creation":{"ephemeral_5m_input_tokens":20}}
            """,
            [\.input: 100, \.output: 50, \.cacheRead: 30, \.cacheWrite: 20, \.cacheWrite5m: 20])
        try expectChat(
            SGLang.Format.self, #"\#(whole),"reasoning_tokens":40"#, [\.input: 100, \.output: 50, \.reasoning: 40])
        try expectChat(
            Groq.Format.self, #"\#(whole),"prompt_tokens_details":{"cached_tokens":30},"queue_time":0.1"#,
            [\.input: 100, \.output: 50, \.cacheRead: 30])
    }

    @Test func ofResponses() throws {
        let counts = """
            "usage":{"input_tokens":100,"input_tokens_details":{"cached_tokens":30,"cache_write_tokens":20,\
            "cache_write_tokens_details":{"ttl_30m_tokens":5,"ttl_12h_tokens":15}},"output_tokens":50,\
            "output_tokens_details":{"reasoning_tokens":40},"total_tokens":150}
            """
        let response = #"{"id":"r","object":"response","model":"m","status":"completed","output":[],\#(counts)}"#
        let stream = """
            data: {"type":"response.created","response":{"id":"r","model":"m","status":"in_progress","output":[],"usage":null}}

            data: {"type":"response.completed","response":\(response)}


            """
        for body in [response, stream] {
            #expect(
                try usage(Responses.Format.self, body)
                    == usage([
                        \.input: 100, \.output: 50, \.cacheRead: 30, \.cacheWrite: 20, \.cacheWrite30m: 5,
                        \.cacheWrite12h: 15, \.reasoning: 40,
                    ]))
        }
    }

    @Test func ofMessages() throws {
        let counts = """
            "input_tokens":50,"cache_read_input_tokens":30,"cache_creation_input_tokens":20,"cache_creation":\
            {"ephemeral_5m_input_tokens":5,"ephemeral_1h_input_tokens":15}
            """
        let whole = """
            {"type":"message","id":"m","role":"assistant","model":"c","content":[{"type":"text","text":"Hi"}],\
            "stop_reason":"end_turn","usage":{\(counts),"output_tokens":60,"output_tokens_details":{"thinking_tokens":40}}}
            """
        // The prompt is told first, the answer last, and some tell all again.
        let stream = """
            data: {"type":"message_start","message":{"type":"message","id":"m","role":"assistant","model":"c","content":[],"usage":{\(counts),"output_tokens":1}}}

            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":"Hi"}}

            data: {"type":"content_block_stop","index":0}

            data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"input_tokens":50,"output_tokens":60,"output_tokens_details":{"thinking_tokens":40}}}

            data: {"type":"message_stop"}


            """
        for body in [whole, stream] {
            #expect(
                try usage(Claude.Format.self, body)
                    == usage([
                        \.input: 100, \.output: 60, \.cacheRead: 30, \.cacheWrite: 20, \.cacheWrite5m: 5,
                        \.cacheWrite1h: 15, \.reasoning: 40,
                    ]))
        }
    }

    @Test func ofGenerateContent() throws {
        let counts = """
            "usageMetadata":{"promptTokenCount":100,"toolUsePromptTokenCount":9,"candidatesTokenCount":20,\
            "thoughtsTokenCount":40,"cachedContentTokenCount":30,"totalTokenCount":169,\
            "promptTokensDetails":[{"modality":"TEXT","tokenCount":90},{"modality":"IMAGE","tokenCount":10}]}
            """
        func event(_ text: String, _ more: String) -> String {
            """
            {"candidates":[{"content":{"role":"model","parts":[{"text":"\(text)"}]}\(more)}],"modelVersion":"g",
            """
        }
        let last = event("i", #","finishReason":"STOP""#) + counts + "}"
        let first = event("H", "") + #""usageMetadata":{"promptTokenCount":100,"thoughtsTokenCount":12}}"#
        for body in [last, "data: \(first)\n\ndata: \(last)\n\n"] {
            #expect(
                try usage(Gemini.Format.self, body)
                    == usage([
                        \.input: 109, \.output: 60, \.cacheRead: 30, \.reasoning: 40, \.toolInput: 9, \.imageInput: 10,
                    ]))
        }
    }

    @Test func ofOllama() throws {
        func line(_ text: String, _ more: String) -> String {
            #"{"model":"m","created_at":"2026-11-27T00:00:00Z","message":{"role":"assistant","content":"\#(text)"},\#(more)}"#
        }
        let done = #""done":true,"done_reason":"stop","total_duration":5,"eval_count":50"#
        for counts in [done, "\(done),\"prompt_eval_count\":100"] {
            let expected = usage(counts == done ? [\.output: 50] : [\.input: 100, \.output: 50])
            #expect(try usage(Ollama.Format.self, line("Hi", counts)) == expected)
            #expect(
                try usage(Ollama.Format.self, line("Hi", #""done":false"#) + "\n" + line("", counts) + "\n") == expected
            )
        }
        // A prompt that was found in the cache is not counted: what the answer costs is not known.
        let table = ModelTable(id: "t", title: "T", source: "", checked: "", copying: "m in=1 out=1")
        #expect(table.cost(of: usage([\.output: 50]), model: "m").missing == [.input])
    }
}
