extension String {
    /// The text in quotes, as in a file.
    var inQuotes: String {
        let escaped = map { $0 == "\"" ? "\\\"" : $0 == "\\" ? "\\\\" : $0 == "\n" ? "\\n" : String($0) }
        return "\"\(escaped.joined())\""
    }

    /// The name as a Swift property: `safe_prompt` is `safePrompt`.
    public var camelCased: String {
        let words = split { !$0.isLetter && !$0.isNumber }
        return words.dropFirst().reduce(words.first.map(String.init) ?? "") {
            $0 + $1.prefix(1).uppercased() + $1.dropFirst()
        }
    }

    /// The names in braces.
    public var placeholders: [String] {
        var names: [String] = []
        var rest = self[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            names.append(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        return names
    }
}

/// The Swift type of a wire or provider: `openai-chat` is `OpenAIChat`.
public func typeName(of id: String) -> String {
    let known = ["openai": "OpenAI", "lmstudio": "LMStudio", "deepseek": "DeepSeek"]
    return id.split(separator: "-").map { word in
        known[String(word)] ?? word.prefix(1).uppercased() + word.dropFirst()
    }.joined()
}

/// The Swift type of a wire. One whose id does not end in what it carries is named after a vendor, as its provider is:
/// `gemini` is `GeminiChat`.
public func typeName(ofWire id: String) -> String {
    let isPlain = ["-chat", "-messages", "-responses"].contains { id.hasSuffix($0) }
    return typeName(of: id) + (isPlain ? "" : "Chat")
}

/// The Swift file that an IDL file becomes: `IDL/Providers/groq.idl` is `Groq.swift`, `IDL/Prices/groq.idl` is
/// `Groq+Models.swift`, `IDL/Wires/openai-chat.idl` is `OpenAIChat.swift`.
public func swiftFileName(for path: String) -> String {
    let parts = path.split(separator: "/")
    let stem = parts.last.map { String($0.prefix { $0 != "." }) } ?? ""
    return switch parts.dropLast().last {
    case "Prices": typeName(of: stem) + "+Models.swift"
    case "Wires": typeName(ofWire: stem) + ".swift"
    default: typeName(of: stem) + ".swift"
    }
}
