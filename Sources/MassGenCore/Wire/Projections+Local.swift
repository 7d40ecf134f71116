/// Views of canonical values for wires that know neither ids nor media types: pictures are bare base64, results bear
/// the names of their tools.
extension ChatRequest {
    /// The messages, results with the names of their tools. Setting gives calls and results without ids those that
    /// belong together.
    public var namedMessages: [Message] {
        get {
            var names: [String: String] = [:]
            return messages.map { message in
                for call in message.toolCalls { names[call.id] = call.name }
                var named = message
                if message.role == .tool { named.parts = message.parts.map { $0.named(names) } }
                return named
            }
        }
        set {
            messages = newValue
            var open: [(id: String, name: String)] = []
            for place in messages.indices {
                if messages[place].role == .assistant { open = [] }
                for index in messages[place].parts.indices {
                    switch messages[place].parts[index] {
                    case .toolCall(var call):
                        if call.id.isEmpty { call.id = "\(ToolCall.mintedPrefix)\(open.count)" }
                        open.append((call.id, call.name))
                        messages[place].parts[index] = .toolCall(call)
                    case .toolResult(var result):
                        let known = open.firstIndex {
                            result.callID.isEmpty
                                ? result.name == nil || $0.name == result.name : $0.id == result.callID
                        }
                        guard let known else { continue }
                        let call = open.remove(at: known)
                        result.callID = call.id
                        result.name = result.name ?? call.name
                        messages[place].parts[index] = .toolResult(result)
                    default: break
                    }
                }
            }
        }
    }

    /// `json`, where any JSON is asked for.
    public var jsonWord: String? {
        get { responseFormat == .json ? "json" : nil }
        set { if newValue == "json" { responseFormat = .json } }
    }
}

extension Message {
    /// The pictures as base64. Setting adds them.
    public var imageData: [String] {
        get { parts.compactMap { if case .image(let media) = $0 { media.base64 } else { nil } } }
        set {
            for text in newValue.dropFirst(imageData.count) {
                var media = Media()
                media.mediaType = Self.imageType(of: text)
                media.base64 = text
                parts.append(.image(media))
            }
        }
    }

    /// The type that the first bytes of a picture show.
    private static func imageType(of base64: String) -> String {
        let types = [("/9j/", "image/jpeg"), ("R0lG", "image/gif"), ("UklG", "image/webp")]
        return types.first { base64.hasPrefix($0.0) }?.1 ?? "image/png"
    }
}

extension Chunk {
    /// Whether the answer is over.
    public var isDone: Bool {
        get { stop != nil }
        set { if newValue, stop == nil { stop = Finish(reason: .stop, vendorReason: "done") } }
    }

    /// The tokens of the prompt.
    public var usageInput: Int? {
        get { usage?.input }
        set { if let newValue { count { $0.input = newValue } } }
    }

    /// The tokens of the answer.
    public var usageOutput: Int? {
        get { usage?.output }
        set { if let newValue { count { $0.output = newValue } } }
    }

    private mutating func count(_ change: (inout UsageCounts) -> Void) {
        var counts = usage ?? UsageCounts()
        change(&counts)
        usage = counts
    }
}
