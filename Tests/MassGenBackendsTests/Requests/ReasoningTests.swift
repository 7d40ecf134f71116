import MassGenBackends
import Testing

/// Thoughts and seals on every wire: the same wire gets them back as they were, another never sees them.
@Suite struct ReasoningTests {
    private func rendered<Format: Wire>(_ message: Message, by format: Format.Type) -> (text: String, losses: [Loss]) {
        let capabilities: Set<Capability> = ["reasoning", "reasoningContent", "signedCalls", "forcedTool"]
        var out = Renderer(wire: Format.id, capabilities: capabilities)
        Format.renderRequest(ChatRequest(model: "m", messages: [.user("q"), message, .user("r")]), into: &out)
        return (String(decoding: out.json.bytes, as: UTF8.self), out.losses)
    }

    /// Parts that only their own vendor may see, each with a loss of its own.
    private static let secrets: [Part] = {
        var sealed = TextPart(text: "said")
        (sealed.signature, sealed.origin) = ("SECRET-SEAL", "elsewhere")
        var call = ToolCall(id: "toolcall1", name: "f", argumentsText: "{}")
        (call.signature, call.origin) = ("SECRET-SEAL", "elsewhere")
        return [
            .reasoning(ReasoningPart(text: "SECRET-THOUGHT", signature: "SECRET-SEAL", origin: "elsewhere")),
            .reasoning(ReasoningPart(text: "SECRET-THOUGHT", origin: "elsewhere")),
            .reasoning(ReasoningPart(encrypted: "SECRET-CIPHER", origin: "elsewhere")),
            .reasoning(ReasoningPart(text: "SECRET-LATER", origin: nil)), .text(sealed), .toolCall(call),
        ]
    }()

    private func foreignThoughtsAreLeftOut<Format: Wire>(_ format: Format.Type) {
        for (place, part) in Self.secrets.enumerated() {
            let message = Message(role: .assistant, parts: [.text("Hello. "), part])
            let (text, losses) = rendered(message, by: format)
            #expect(!text.contains("SECRET"), "\(Format.id): \(text)")
            // A program keeps what was said itself, and is told none of it.
            #expect(text.contains("Hello. ") == (Format.framing != .lines), "\(Format.id): \(text)")
            #expect(
                losses.contains {
                    $0.severity == .dropped && ($0.path.hasPrefix("messages[1]") || $0.path.hasPrefix("items["))
                },
                "\(Format.id) says nothing of \(place): \(losses)")
        }
    }

    @Test(arguments: Backends.wires.map { $0.id })
    func thoughtsOfOtherWiresAreNeverSent(_ wire: String) throws {
        let format: any Wire.Type = try #require(Backends.wires.first { $0.id == wire })
        foreignThoughtsAreLeftOut(format)
    }

    /// An answer with thoughts, and how a request must hold them.
    private static let answers: [(wire: any Wire.Type, body: String, thoughts: String)] = [
        (
            OpenAIChat.self,
            #"{"id":"r","model":"m","choices":[{"index":0,"message":{"role":"assistant","reasoning_content":"h\n\"m","content":"a"},"finish_reason":"stop"}]}"#,
            #""reasoning_content":"h\n\"m""#
        ),
        (
            OpenAIResponses.self,
            #"{"id":"r","model":"m","status":"completed","output":[{"type":"reasoning","id":"rs_1","summary":[{"type":"summary_text","text":"hm"},{"type":"summary_text","text":"so"}],"encrypted_content":"gA+/=="},{"type":"message","id":"msg_1","status":"completed","role":"assistant","content":[{"type":"output_text","text":"a","annotations":[]}]}]}"#,
            #""encrypted_content":"gA+/==""#
        ),
        (
            AnthropicMessages.self,
            #"{"id":"r","model":"m","content":[{"type":"thinking","thinking":"hm","signature":"EqQ+/="},{"type":"redacted_thinking","data":"b+/="},{"type":"text","text":"a"},{"type":"thinking","thinking":"","signature":"s"}],"stop_reason":"end_turn"}"#,
            #"[{"type":"thinking","thinking":"hm","signature":"EqQ+/="},{"type":"redacted_thinking","data":"b+/="},{"type":"text","text":"a"},{"type":"thinking","thinking":"","signature":"s"}]"#
        ),
        (
            GeminiChat.self,
            #"{"responseId":"r","modelVersion":"m","candidates":[{"content":{"parts":[{"text":"hm","thought":true,"thoughtSignature":"a+/="},{"text":"a"}]},"finishReason":"STOP"}]}"#,
            #"[{"text":"hm","thought":true,"thoughtSignature":"a+/="},{"text":"a"}]"#
        ),
        (
            OllamaChat.self,
            #"{"model":"m","message":{"role":"assistant","thinking":"h\nm","content":"a"},"done":true,"done_reason":"stop"}"#,
            #""thinking":"h\nm""#
        ),
    ]

    @Test(arguments: answers.map { $0.wire.id })
    func thoughtsAreStoredAndGoBackByteForByte(_ wire: String) throws {
        let answer = try #require(Self.answers.first { $0.wire.id == wire })
        func check<Format: Wire>(_ format: Format.Type) throws {
            let outcome = Outcome(answer.body, by: Format.self)
            #expect(outcome.error == nil)
            let stored = try JSON(encoding: outcome.response).decode(ChatResponse.self)
            #expect(stored == outcome.response)
            let (text, losses) = rendered(stored.message, by: Format.self)
            #expect(text.contains(answer.thoughts), "\(text)")
            #expect(losses.filter { $0.path.hasPrefix("messages[1]") || $0.path.hasPrefix("items[") } == [])
        }
        try check(answer.wire)
    }

    /// What a program's model thought is kept by the program; here it only has to survive.
    @Test func thoughtsOfAProgramAreStored() throws {
        let lines = [
            #"{"type":"system","subtype":"init","session_id":"s","model":"m"}"#,
            #"{"type":"assistant","message":{"id":"1","role":"assistant","content":[{"type":"thinking","thinking":"hm","signature":"EqQ+/="}]}}"#,
            #"{"type":"assistant","message":{"id":"1","role":"assistant","content":[{"type":"redacted_thinking","data":"b+/="}]}}"#,
            #"{"type":"result","subtype":"success","is_error":false,"result":"","session_id":"s"}"#,
        ]
        let outcome = Outcome(lines.map { $0 + "\n" }.joined(), by: ClaudeCodeChat.self)
        #expect(outcome.error == nil)
        let stored = try JSON(encoding: outcome.response).decode(ChatResponse.self)
        #expect(stored == outcome.response)
        let origin = ClaudeCodeChat.id
        #expect(
            stored.message.parts == [
                .reasoning(ReasoningPart(text: "hm", signature: "EqQ+/=", origin: origin)),
                .reasoning(ReasoningPart(encrypted: "b+/=", origin: origin)),
            ])
    }

    @Test func aForeignCallGetsTheSealThatIsNotChecked() throws {
        let message = Message(
            role: .assistant,
            parts: [
                .toolCall(ToolCall(id: "a1", name: "f", argumentsText: "{}")),
                .toolCall(ToolCall(id: "a2", name: "g", argumentsText: "{}")),
            ])
        let body = try JSON(parsing: rendered(message, by: GeminiChat.self).text)
        let parts = body["contents"]?[1]?["parts"]
        #expect(parts?[0]?["thoughtSignature"]?.string == "skip_thought_signature_validator")
        #expect(parts?[1]?["thoughtSignature"] == nil)
    }

    @Test func interleavedThoughtsGoBackInTheirPlaces() throws {
        let content =
            #"[{"type":"thinking","thinking":"a","signature":"s1"},{"type":"text","text":"t"},{"type":"redacted_thinking","data":"d"},{"type":"tool_use","id":"c1","name":"f","input":{"x":1.50},"caller":{"type":"direct"}},{"type":"thinking","thinking":"","signature":"s2"},{"type":"tool_use","id":"c2","name":"f","input":{}}]"#
        let answer = Outcome(
            #"{"id":"m","model":"c","content":\#(content),"stop_reason":"tool_use"}"#, by: AnthropicMessages.self)
        let stored = try JSON(encoding: answer.response).decode(ChatResponse.self)
        let (text, losses) = rendered(stored.message, by: AnthropicMessages.self)
        #expect(losses.map(\.path) == ["maxOutputTokens"])
        #expect(try JSON(parsing: text)["messages"]?[1]?["content"] == JSON(parsing: content))
    }
}
