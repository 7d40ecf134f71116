public import MassGenCore
import Foundation

/// Content and the parts of messages, each as the other.
extension MCPContent {
    /// What a model reads of it.
    public var part: Part {
        switch self {
        case .text(let text, _): return .text(text)
        case .image(let data, let type, _): return .image(Media(data: data, mediaType: type))
        case .audio(let data, let type, _): return .audio(Media(data: data, mediaType: type))
        case .link(let resource):
            let words = [resource.title ?? resource.name, resource.description].compactMap(\.self)
            return .text("\(resource.uri) (\(words.joined(separator: ": ")))")
        case .resource(let contents, _): return contents.part
        case .other(let json): return .text(json.text)
        }
    }

    /// A part as content; `nil` for what the protocol has no word for.
    public init?(_ part: Part) {
        switch part {
        case .text(let text): self = .text(text.text)
        case .refusal(let refusal): self = .text(refusal.text)
        case .image(let media):
            guard let data = media.bytes else { return nil }
            self = .image(data, mediaType: media.mediaType ?? "image/png")
        case .audio(let media):
            guard let data = media.bytes else { return nil }
            self = .audio(data, mediaType: media.mediaType ?? "audio/wav")
        case .file(let media):
            let name = media.name ?? "file"
            if let url = media.url {
                self = .link(MCPResource(uri: url, name: name, mimeType: media.mediaType))
            } else if let data = media.bytes {
                self = .resource(
                    MCPResourceContents(
                        uri: "attachment:///\(name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")",
                        mediaType: media.mediaType, body: .data(data)))
            } else {
                return nil
            }
        case .reasoning, .toolCall, .toolResult, .citation, .serverToolCall, .serverToolResult, .opaque: return nil
        }
    }
}

extension MCPResourceContents {
    /// What a model reads of it: text as text, bytes as a picture, a recording or a file.
    public var part: Part {
        switch body {
        case .text(let text): .text(text)
        case .data(let data):
            .attachment(Media(data: data, mediaType: mediaType, name: uri.split(separator: "/").last.map(String.init)))
        }
    }
}

extension MCPToolResult {
    /// What a model reads of it. The structured result stands for itself only where there is no content: servers repeat
    /// it as text.
    public var parts: [Part] {
        let parts = content.map(\.part)
        if parts.isEmpty, let structured { return [.text(structured.text)] }
        return parts
    }
}

extension MCPPromptMessage {
    /// The message for a model.
    public var message: Message {
        Message(role: role == "assistant" ? .assistant : .user, parts: [content.part])
    }
}

extension Media {
    /// The bytes, wherever on this machine they are.
    fileprivate var bytes: Data? { data ?? path.flatMap { FileManager.default.contents(atPath: $0) } }
}
