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

    private func foreignThoughtsAreLeftOut<Format: Wire>(_ format: Format.Type) {
        var sealed = TextPart(text: "said")
        (sealed.signature, sealed.origin) = ("SECRET-SEAL", "elsewhere")
        var call = ToolCall(id: "toolcall1", name: "f", argumentsText: "{}")
        (call.signature, call.origin) = ("SECRET-SEAL", "elsewhere")
        let message = Message(
            role: .assistant,
            parts: [
                .reasoning(ReasoningPart(text: "SECRET-THOUGHT", signature: "SECRET-SEAL", origin: "elsewhere")),
                .reasoning(ReasoningPart(encrypted: "SECRET-CIPHER", origin: "elsewhere")), .text(sealed),
                .toolCall(call), .reasoning(ReasoningPart(text: "SECRET-LATER", origin: nil)),
            ])
        let (text, losses) = rendered(message, by: format)
        #expect(!text.contains("SECRET"), "\(Format.id): \(text)")
        #expect(text.contains("said"), "\(Format.id)")
        for place in 0...4 {
            #expect(
                losses.contains { loss in
                    let paths = ["messages[1].parts[\(place)]"] + (place == 3 ? ["messages[1].toolCalls[0]"] : [])
                    return loss.severity == .dropped && paths.contains { loss.path.hasPrefix($0) }
                },
                "\(Format.id) says nothing of part \(place): \(losses)")
        }
    }

    @Test func thoughtsOfOtherWiresAreNeverSent() {
        foreignThoughtsAreLeftOut(OpenAIChat.self)
        foreignThoughtsAreLeftOut(AnthropicMessages.self)
        foreignThoughtsAreLeftOut(GeminiChat.self)
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
        #expect(losses.isEmpty)
        #expect(try JSON(parsing: text)["messages"]?[1]?["content"] == JSON(parsing: content))
    }
}
