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

/// The Swift type of a wire or provider: its words begin with capitals, and those that stand in the title too are spelled
/// as they are there. `lmstudio` with the title "LM Studio" is `LMStudio`, `openai-chat` with "OpenAI Chat" `OpenAIChat`.
func typeName(of id: String, title: String) -> String {
    let words = title.split { !$0.isLetter && !$0.isNumber }
    return id.split(separator: "-").map { word in
        for start in words.indices {
            var spelled = ""
            for next in words[start...] where spelled.count < word.count {
                spelled += next
                if spelled.lowercased() == word { return spelled.prefix(1).uppercased() + spelled.dropFirst() }
            }
        }
        return word.prefix(1).uppercased() + word.dropFirst()
    }.joined()
}

/// The Swift type of a wire. One whose id does not end in what it carries is named after a vendor, as its provider is:
/// `gemini` is `GeminiChat`.
func typeName(ofWire id: String, title: String) -> String {
    let isPlain = ["-chat", "-messages", "-responses"].contains { id.hasSuffix($0) }
    return typeName(of: id, title: title) + (isPlain ? "" : "Chat")
}

extension ProviderModel {
    /// The Swift type of the provider's backend on its first wire.
    public var firstType: String { typeName(of: name, title: title) }
}

extension WireModel {
    /// The Swift type of the wire as its vendor defines it.
    public var type: String { typeName(ofWire: name, title: title) }
}

/// The Swift file that an IDL file becomes, told by its path alone: `IDL/Providers/LMStudio.idl` is `LMStudio.swift`,
/// `IDL/Prices/Groq.idl` is `Groq+Models.swift`, and `own-server.idl` is `OwnServer.swift`.
public func swiftFileName(for path: String) -> String {
    let parts = path.split(separator: "/")
    let stem = parts.last.map { String($0.prefix { $0 != "." }) } ?? ""
    let name = typeName(of: stem, title: "")
    return parts.dropLast().last == "Prices" ? "\(name)+Models.swift" : "\(name).swift"
}
