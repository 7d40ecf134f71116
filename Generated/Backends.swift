// Generated from all files in IDL: edit those, not this one.

public import MassGenCore

/// Every backend that is described here, by the id of its provider.
public enum Backends {
    /// The backends, in the order of their ids; those of a provider's further wires follow its first.
    public static let all: [any HTTPBackend.Type] = [
        Azure.self, AzureResponses.self, Cerebras.self, Chat.self, ChatResponses.self, Claude.self, DeepSeek.self,
        DeepSeekResponses.self, Fireworks.self, Gemini.self, Grok.self, GrokResponses.self, Groq.self, LMStudio.self,
        LMStudioResponses.self, Mistral.self, Moonshot.self, Nebius.self, Ollama.self, OllamaCompatible.self,
        OpenAI.self, OpenRouter.self, Qwen.self, Responses.self, SGLang.self, Together.self, VLLM.self, Zai.self,
    ]

    /// The backends that are programs on this machine.
    public static let programs: [any ProgramBackend.Type] = [ClaudeCode.self]

    /// The backend of a provider, on its first wire or on the one that is named.
    public static func backend(_ provider: String, wire: String? = nil) -> (any HTTPBackend.Type)? {
        all.first { $0.provider.id == provider && (wire == nil || $0.provider.wire == wire) }
    }

    /// The wires as their vendors define them.
    public static let wires: [any Wire.Type] = [
        AnthropicMessages.self, ClaudeCodeChat.self, GeminiChat.self, OllamaChat.self, OpenAIChat.self,
        OpenAIResponses.self,
    ]

    /// The lists of models, those of providers that are not described here too.
    public static let models: [ModelTable] = [
        .azure, .bedrock, .cerebras, .claude, .cohere, .deepseek, .fireworks, .gemini, .grok, .groq, .lmstudio,
        .mistral, .moonshot, .nebius, .ollama, .openai, .openrouter, .qwen, .together, .vertex, .zai,
    ]
}
