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
    let known = ["openai": "OpenAI", "lmstudio": "LMStudio", "deepseek": "DeepSeek", "ndjson": "NDJSON"]
    return id.split(separator: "-").map { word in
        known[String(word)] ?? word.prefix(1).uppercased() + word.dropFirst()
    }.joined()
}
