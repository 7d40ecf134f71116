import MassGenBackends

/// The smallest value that still fails: as long as something can be left out, it is.
func shrunk<Value: Shrinkable>(_ value: Value, while fails: (Value) -> Bool) -> Value {
    var smallest = value
    search: while true {
        for candidate in smallest.smaller where fails(candidate) {
            smallest = candidate
            continue search
        }
        return smallest
    }
}

/// A value with parts that can be left out.
protocol Shrinkable {
    /// The value with one thing less, each thing in turn.
    var smaller: [Self] { get }
}

extension ChatRequest: Shrinkable {
    var smaller: [ChatRequest] {
        var candidates: [ChatRequest] = []
        func add(_ change: (inout ChatRequest) -> Void) {
            var copy = self
            change(&copy)
            if copy != self { candidates.append(copy) }
        }
        for place in messages.indices.reversed() { add { $0.messages.remove(at: place) } }
        for place in tools.indices { add { $0.tools.remove(at: place) } }
        for place in serverTools.indices { add { $0.serverTools.remove(at: place) } }
        add { self.clear(&$0) }
        let plain = ChatRequest(model: model, messages: messages)
        add { $0 = plain }
        for clear in Self.fields { add(clear) }
        for place in messages.indices {
            for message in messages[place].smaller { add { $0.messages[place] = message } }
        }
        return candidates
    }

    private func clear(_ request: inout ChatRequest) { request.extra = [:] }

    private static var fields: [(inout ChatRequest) -> Void] {
        [
            { $0.toolChoice = nil }, { $0.parallelToolCalls = nil }, { $0.temperature = nil }, { $0.topP = nil },
            { $0.topK = nil }, { $0.seed = nil }, { $0.stop = [] }, { $0.maxOutputTokens = nil },
            { $0.presencePenalty = nil }, { $0.frequencyPenalty = nil }, { $0.logitBias = nil }, { $0.logprobs = nil },
            { $0.topLogprobs = nil }, { $0.choices = nil }, { $0.reasoning = nil }, { $0.responseFormat = nil },
            { $0.cache = [] }, { $0.cacheKey = nil }, { $0.user = nil }, { $0.metadata = nil }, { $0.store = nil },
            { $0.serviceTier = nil },
            { request in for place in request.tools.indices { request.tools[place].extra = [:] } },
        ]
    }
}

extension Message: Shrinkable {
    var smaller: [Message] {
        var candidates: [Message] = []
        for place in parts.indices {
            var copy = self
            copy.parts.remove(at: place)
            candidates.append(copy)
        }
        if !extra.isEmpty || name != nil {
            var copy = self
            copy.extra = [:]
            copy.name = nil
            candidates.append(copy)
        }
        for place in parts.indices {
            guard let simpler = parts[place].simpler, simpler != parts[place] else { continue }
            var copy = self
            copy.parts[place] = simpler
            candidates.append(copy)
        }
        return candidates
    }
}

extension Part {
    /// The part without what stands beside its content.
    var simpler: Part? {
        switch self {
        case .text(let text): return text.isPlain ? .text(text.text.isEmpty ? "" : "t") : .text(text.text)
        case .image(var media), .audio(var media), .file(var media):
            media.extra = [:]
            if media.name != nil { media.name = nil } else { media.detail = nil }
            return kind == .image ? .image(media) : kind == .audio ? .audio(media) : .file(media)
        case .reasoning(var reasoning):
            reasoning.extra = [:]
            if reasoning.encrypted != nil { reasoning.encrypted = nil } else { reasoning.signature = nil }
            return .reasoning(reasoning)
        case .toolCall(var call):
            call.extra = [:]
            return .toolCall(call)
        case .toolResult(var result):
            result.extra = [:]
            if result.isError { result.isError = false } else { result.parts = Array(result.parts.prefix(1)) }
            return .toolResult(result)
        default: return nil
        }
    }
}

extension ChatResponse: Shrinkable {
    var smaller: [ChatResponse] {
        var candidates = message.smaller.map { message in
            var copy = self
            copy.message = message
            return copy
        }
        if usage != nil {
            var copy = self
            copy.usage = nil
            candidates.append(copy)
        }
        if stopReason != .stop {
            var copy = self
            copy.stopReason = .stop
            candidates.append(copy)
        }
        return candidates
    }
}
