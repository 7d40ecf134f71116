import MassGenBackends
import Testing

@Suite struct StreamChunkTests {
    private func chunks(_ body: String, status: Int = 200) async -> [StreamChunk] {
        let backend = Groq(StubTransport(status: status, body: body))
        var chunks: [StreamChunk] = []
        for await chunk in backend.stream("Hi", model: "m").streamChunks(source: "agent") { chunks.append(chunk) }
        return chunks
    }

    private let call = #""tool_calls":[{"index":0,"id":"c1","function":{"name":"add","arguments":"{\"a\":1}"}}]"#

    @Test func eventsBecomeChunksOfTheOriginal() async {
        let body = sse(
            delta(#""reasoning":"hm""#), delta(#""content":"Hel""#), delta(#""content":"lo""#),
            delta(call, stop: "tool_calls"))
        let chunks = await chunks(body)
        #expect(
            chunks.map(\.type) == [
                .reasoning, .reasoningDone, .content, .content, .toolCalls, .completeMessage, .completeResponse, .done,
            ])
        #expect(chunks[0].reasoningDelta == "hm")
        #expect(chunks[1].reasoningText == "hm")
        #expect(
            chunks[4].toolCalls == [
                ["id": "c1", "type": "function", "function": ["name": "add", "arguments": ["a": 1]]]
            ])
        #expect(chunks[5].completeMessage?["content"] == "Hello")
        #expect(chunks[5].completeMessage?["tool_calls"]?[0]?["id"] == "c1")
        #expect(chunks[6].response?["stopReason"] == "toolCalls")
        #expect(chunks.allSatisfy { $0.source == "agent" })
    }

    @Test func argumentsThatAreNoJSONAreRawInput() async {
        let broken = #""tool_calls":[{"index":0,"id":"c1","function":{"name":"add","arguments":"{\"a\":"}}]"#
        let calls = await chunks(sse(delta(broken, stop: "tool_calls"))).compactMap(\.toolCalls).first
        #expect(calls?.first?["function"]?["arguments"] == ["raw_input": "{\"a\":"])
    }

    @Test func everyStreamHasExactlyOneEnd() async {
        let bodies = [
            sse(delta(#""content":"x""#, stop: "stop")), sse(delta(#""content":"x""#)), "", "data: {broken\n\n",
            sse(delta(#""content":"x""#)) + "data: {\"error\":{\"message\":\"late\"}}\n\n", "<html>",
        ]
        for body in bodies {
            let ends = await chunks(body).filter { $0.type == .done || $0.type == .error }
            #expect(ends.count == 1, "\(body)")
        }
        let refused = await chunks(#"{"error":{"message":"no"}}"#, status: 401)
        #expect(refused.map(\.type) == [.error])
        #expect(refused[0].error?.contains("no") == true)
    }

    @Test func workflowCallsAreFoundInText() {
        func calls(_ text: String) -> [ToolCall] {
            var response = ChatResponse()
            response.message.parts = [.text(text)]
            return response.workflowCalls()
        }
        let vote = ToolCall(id: "vote_1", name: "vote", arguments: ["agent_id": "agent1", "reason": "best"])
        let data = #""vote_data":{"action":"vote","agent_id":"agent1","reason":"best"}"#
        #expect(calls(#"{"action_type":"vote",\#(data)}"#) == [vote])
        #expect(calls("Words\n```json\n{\"action_type\":\"vote\",\(data)}\n```") == [vote])
        #expect(
            calls(#"So {"x":1}: {"tool_name":"vote","arguments":{"agent_id":"agent1","reason":"best"}} it is"#) == [
                vote
            ])
        #expect(calls(#"{"action":"vote","agent_id":"agent1","reason":"best"}"#) == [vote])
        let answer = calls(#"{"action_type":"new_answer","answer_data":{"action":"new_answer","content":"42"}}"#)
        #expect(answer.map(\.name) == ["new_answer"])
        #expect(answer.first?.arguments == ["content": "42"])
        #expect(calls(#"{"action_type":"dance"}"#).isEmpty)
        #expect(calls("I vote for agent1").isEmpty)
    }

    @Test func realCallsCountBeforeTextThatLooksLikeOne() {
        var response = ChatResponse()
        let real = ToolCall(id: "c", name: "vote", argumentsText: "{}")
        response.message.parts = [
            .text(#"{"action_type":"new_answer","answer_data":{"content":"x"}}"#), .toolCall(real),
        ]
        #expect(response.workflowCalls() == [real])
    }
}

@Suite struct OriginalTypeTests {
    @Test func typesOfTheOriginalAreBackends() {
        let types = ["claude", "gemini", "chatcompletion", "azure_openai", "lmstudio", "grok", "groq", "together"]
        for type in types { #expect(Backends.backend(type: type) != nil, "\(type)") }
        #expect(Backends.backend(type: "chatcompletion")?.provider.id == "chat")
        #expect(Backends.backend(type: "azure_openai")?.provider.id == "azure")
        #expect(Backends.backend(type: "openai")?.provider.wire == OpenAIResponses.id)
        #expect(Backends.program(type: "claude_code") != nil)
        #expect(Backends.backend(type: "nonsense") == nil)
    }

    @Test func addressesBelongToProvidersByTheEndOfTheirHost() {
        let expected = [
            "https://api.groq.com/openai/v1": "groq", "https://api.together.xyz/v1": "together",
            "https://api.together.ai/v1": "together", "https://api.x.ai": "grok",
            "https://api.mistral.ai/v1": "mistral",
            "https://API.DeepSeek.com": "deepseek", "https://me.openai.azure.com": "azure",
            "https://api.openai.com/v1": "responses", "https://open.bigmodel.cn/api/paas/v4": "zai",
            "https://api.moonshot.cn/v1": "moonshot", "https://dashscope.aliyuncs.com/compatible-mode/v1": "qwen",
        ]
        for (base, id) in expected { #expect(Backends.backend(base: base)?.provider.id == id, "\(base)") }
        for base in [
            "https://groq.com.example.org/v1", "https://notgroq.com/v1", "http://localhost:8000/v1", "nonsense",
        ] {
            #expect(Backends.backend(base: base) == nil, "\(base)")
        }
    }
}
