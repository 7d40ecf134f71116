import MassGenCore

/// A user's turn right after results of tools is refused ("Unexpected role 'user' after role 'tool'"): an answer of one
/// word stands between them, and is reported.
enum MistralQuirks {
    static func request(_ request: inout ChatRequest) -> [Loss] {
        let messages = request.messages
        let places = messages.indices.dropFirst().filter {
            messages[$0].role == .user && messages[$0 - 1].role == .tool
        }
        for place in places.reversed() { request.messages.insert(.assistant("Done."), at: place) }
        return places.map { place in
            Loss(
                path: "messages[\(place)]", reason: "Mistral wants an answer between results of tools and this",
                severity: .synthesised)
        }
    }
}
