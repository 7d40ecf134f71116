import Foundation
public import MassGenCore

extension Backends {
    /// The backend that a type string of MassGen's configuration stands for: `openai` is OpenAI's Responses there, and
    /// `chatcompletion` any server. Ids of providers count where they are no such type.
    public static func backend(type: String) -> (any HTTPBackend.Type)? {
        all.first { $0.provider.aliases.contains(type) } ?? backend(type)
    }

    /// The program that a type string of MassGen's configuration stands for: `claude_code`.
    public static func program(type: String) -> (any ProgramBackend.Type)? {
        programs.first { $0.provider.aliases.contains(type) || $0.provider.id == type }
    }

    /// The provider that an address belongs to, by the end of its host: `https://eu.api.groq.com/openai/v1` is Groq's,
    /// `https://groq.com.example.org` is nobody's. `nil` for servers that are nobody's.
    public static func backend(base: String) -> (any HTTPBackend.Type)? {
        guard let host = URL(string: base)?.host?.lowercased() else { return nil }
        return all.first { type in
            type.provider.hosts.contains { host == $0 || host.hasSuffix(".\($0)") }
        }
    }
}
