import MassGenBackends

/// What is left of a value once a wire has held it: first the losses that rendering reported are taken out, then what
/// the wire writes in one form only is brought into that form. Whatever else differs is a fault.
struct Normal {
    let dialect: Dialect
    let losses: [String: Loss]
    /// Streams of turns are a wire's, not a provider's.
    var isStreamed = false

    init(_ dialect: Dialect, _ losses: [Loss]) {
        self.dialect = dialect
        self.losses = Dictionary(losses.map { ($0.path, $0) }) { first, _ in first }
    }

    func isLost(_ path: String) -> Bool { losses[path] != nil }
    func isDropped(_ path: String) -> Bool { losses[path]?.severity == .dropped }

    func normal(_ original: ChatRequest, parsed: ChatRequest) -> ChatRequest {
        var out = Renderer(wire: dialect.wire)
        var request = dialect.hasMarks ? original.marked(&out) : original
        if !dialect.hasItems {
            for place in request.messages.indices { request.messages[place].parts.replaceTextCalls() }
        }
        var normal = ChatRequest(model: request.model, messages: [])
        normal.tools = request.tools.enumerated().map { place, tool in
            var tool = tool
            tool.extra = own(tool.extra, "tools[\(place)]")
            if isLost("tools[\(place)].strict") { tool.strict = nil }
            if isLost("tools[\(place)].description") { tool.description = nil }
            if isLost("tools[\(place)].textInput") { tool.textInput = nil }
            return tool
        }
        normal.serverTools = request.serverTools.enumerated().compactMap {
            isLost("serverTools") || isDropped("serverTools[\($0)]") ? nil : self.normal($1, "serverTools[\($0)]")
        }
        normal.toolChoice = kept(request.toolChoice, "toolChoice", parsed.toolChoice)
        normal.parallelToolCalls = kept(request.parallelToolCalls, "parallelToolCalls")
        normal.temperature = kept(request.temperature, "temperature")
        normal.topP = kept(request.topP, "topP")
        normal.topK = kept(request.topK, "topK")
        normal.seed = kept(request.seed, "seed")
        normal.stop = isLost("stop") ? [] : request.stop
        normal.maxOutputTokens = kept(request.maxOutputTokens, "maxOutputTokens")
        normal.presencePenalty = kept(request.presencePenalty, "presencePenalty")
        normal.frequencyPenalty = kept(request.frequencyPenalty, "frequencyPenalty")
        normal.logitBias = kept(request.logitBias, "logitBias")
        normal.logprobs = kept(request.logprobs, "logprobs")
        normal.topLogprobs = kept(request.topLogprobs, "topLogprobs")
        normal.choices = kept(request.choices, "choices")
        // Options that say nothing are not written.
        var reasoning = ReasoningOptions(
            effort: kept(request.reasoning?.effort, "reasoning.effort", parsed.reasoning?.effort),
            budgetTokens: kept(request.reasoning?.budgetTokens, "reasoning.budgetTokens"),
            summary: kept(request.reasoning?.summary, "reasoning.summary"))
        if losses["reasoning.effort"]?.severity == .approximated { reasoning.effort = parsed.reasoning?.effort }
        // A budget that is not taken turns thinking on all the same, where there is a switch.
        if isLost("reasoning.budgetTokens"), reasoning.effort == nil, parsed.reasoning?.effort == .medium {
            reasoning.effort = .medium
        }
        // So does a level that is not taken.
        if isLost("reasoning.effort"), parsed.reasoning?.effort == .medium { reasoning.effort = .medium }
        normal.reasoning = reasoning == ReasoningOptions() ? nil : reasoning
        normal.responseFormat = kept(request.responseFormat, "responseFormat", parsed.responseFormat)
        normal.cache = isLost("cache") ? [] : request.cache
        normal.cacheKey = kept(request.cacheKey, "cacheKey")
        normal.user = kept(request.user, "user")
        normal.metadata = kept(request.metadata, "metadata")
        normal.store = kept(request.store, "store")
        normal.serviceTier = kept(request.serviceTier, "serviceTier")
        normal.extra = own(request.extra, "")
        if dialect.hasItems {
            normal.logprobs = request.logprobs == true ? true : nil
            normal.items = items(request.items)
            return normal
        }
        if dialect.hasTurns { return turned(request, normal, parsed: parsed) }
        if dialect.isLocal { return local(request, normal) }
        for (place, message) in request.messages.enumerated() {
            normal.messages.append(contentsOf: self.normal(message, "messages[\(place)]"))
        }
        // The wire has a message per result: where one turn ends and the next begins is not written.
        normal.messages = normal.messages.reduce(into: []) { messages, message in
            if message.role == .tool, let last = messages.indices.last, messages[last].role == .tool {
                messages[last].parts += message.parts
            } else {
                messages.append(message)
            }
        }
        return normal
    }

    private func kept<Value>(_ value: Value?, _ path: String, _ approximated: Value? = nil) -> Value? {
        switch losses[path]?.severity {
        case nil: value
        case .approximated: approximated
        default: nil
        }
    }

    /// Additions for the provider come back as the wire's; others' are not sent.
    func own(_ extra: Extra, _ path: String) -> Extra {
        if isLost(path.isEmpty ? "extra" : "\(path).extra") { return [:] }
        var merged: JSONObject = [:]
        for owner in isStreamed ? [dialect.wire] : [dialect.wire, dialect.provider] {
            merged = Self.merge(merged, extra[owner] ?? [:])
        }
        return merged.isEmpty ? [:] : [dialect.wire: merged]
    }

    private static func merge(_ one: JSONObject, _ other: JSONObject) -> JSONObject {
        var merged = one
        for (key, value) in other {
            if let inner = merged[key]?.object, let new = value.object {
                merged[key] = .object(merge(inner, new))
            } else {
                merged[key] = value
            }
        }
        return merged
    }
}

/// Server tools.
extension Normal {
    private func normal(_ tool: ServerTool, _ path: String) -> ServerTool {
        func isKept(_ name: String) -> Bool { !isLost("\(path).\(name)") }
        var normal = ServerTool(name: tool.name)
        normal.allowedDomains = isKept("allowedDomains") ? tool.allowedDomains : []
        normal.blockedDomains = isKept("blockedDomains") ? tool.blockedDomains : []
        normal.maxUses = isKept("maxUses") ? tool.maxUses : nil
        normal.userLocationCity = isKept("userLocation.city") ? tool.userLocationCity : nil
        normal.userLocationTimezone = isKept("userLocation.timezone") ? tool.userLocationTimezone : nil
        normal.stores = isKept("stores") ? tool.stores : []
        normal.maxResults = isKept("maxResults") ? tool.maxResults : nil
        normal.label = isKept("label") ? tool.label : nil
        normal.url = isKept("url") ? tool.url : nil
        normal.token = isKept("token") ? tool.token : nil
        normal.allowedTools = isKept("allowedTools") ? tool.allowedTools : []
        normal.width = isKept("width") ? tool.width : nil
        normal.height = isKept("height") ? tool.height : nil
        normal.environment = isKept("environment") ? tool.environment : nil
        normal.container = isKept("container") ? tool.container : nil
        normal.files = isKept("files") ? tool.files : []
        normal.extra = own(tool.extra, path)
        return normal
    }
}

/// Messages.
extension Normal {
    private func normal(_ message: Message, _ path: String) -> [Message] {
        var normal = Message(role: message.role, name: isLost("\(path).name") ? nil : message.name)
        normal.extra = own(message.extra, path)
        if message.role == .tool {
            normal.name = nil
            normal.extra = [:]
            normal.parts = results(of: message, path).map(Part.toolResult)
            // A turn without results has no message on the wire.
            return normal.parts.isEmpty ? [] : [normal]
        }
        let areThoughtsLost = isDropped("\(path).reasoning")
        let areRefusalsLost = isDropped("\(path).refusal")
        var joins: Set<Int> = []
        for (place, part) in message.parts.enumerated() {
            let path = "\(path).parts[\(place)]"
            if isDropped(path) || areThoughtsLost && part.kind == .reasoning || areRefusalsLost && part.kind == .refusal
            {
                continue
            }
            if dialect.hasParts, case .refusal(let refusal) = part, isLost(path) {
                // Where refusals have no place among parts they are told as text.
                normal.parts.append(.text(refusal.text))
                continue
            }
            if isLost(path) { joins.insert(normal.parts.count) }
            normal.parts.append(self.normal(part, path))
        }
        if losses["\(path).parts"]?.severity == .reordered {
            let isFlat = !dialect.hasParts
            let order: [Part.Kind] = isFlat ? [.reasoning, .text, .refusal, .toolCall] : [.toolCall]
            func rank(_ part: Part) -> Int { order.firstIndex(of: part.kind) ?? -1 }
            normal.parts = order.indices.reduce(normal.parts.filter { rank($0) < 0 }) { parts, place in
                parts + normal.parts.filter { rank($0) == place }
            }
            joins = isFlat ? Set(normal.parts.indices) : []
        }
        // Thoughts in detail are told one by one.
        if dialect.hasDetails, !normal.thoughts.isEmpty {
            joins = joins.filter { normal.parts[$0].kind != .reasoning }
        }
        if !joins.isEmpty { normal.parts = joined(normal.parts, at: joins) }
        if losses["\(path).reasoning"]?.severity == .synthesised {
            normal.parts.insert(.reasoning(ReasoningPart(text: " ", origin: dialect.wire)), at: 0)
        }
        if dialect.hasDetails {
            // What can be read of a thought and what cannot are two.
            let thoughts = normal.thoughts
            if !thoughts.isEmpty { normal.parts = thoughts + normal.parts.filter { $0.kind != .reasoning } }
        }
        return [normal]
    }

    private func results(of message: Message, _ path: String) -> [ToolResult] {
        var results: [ToolResult] = []
        for case .toolResult(var result) in message.parts {
            let path = "\(path).toolResults[\(results.count)]"
            // The call says which tool it was; most wires do not say it again.
            if !dialect.hasParts { result.name = nil }
            if isLost("\(path).isError") { result.isError = false }
            result.cache = nil
            result.extra = own(result.extra, path)
            let texts = result.parts.enumerated().filter { !isDropped("\(path).parts[\($0.offset)]") }.map(\.element)
            // A result without text is an empty text; several are reported as joined.
            result.parts = [
                .text(texts.compactMap { if case .text(let part) = $0 { part.text } else { nil } }.joined())
            ]
            results.append(result)
        }
        return results
    }

    private func joined(_ parts: [Part], at places: Set<Int>) -> [Part] {
        var joined: [Part] = []
        for (place, part) in parts.enumerated() {
            switch (joined.last, part) {
            case (.text(var last)?, .text(let next)) where places.contains(place):
                last.text += next.text
                last.citations += next.citations
                joined[joined.count - 1] = .text(last)
            case (.reasoning(var last)?, .reasoning(let next)) where places.contains(place):
                last.text += next.text
                last.signature = last.signature ?? next.signature
                joined[joined.count - 1] = .reasoning(last)
            case (.refusal(var last)?, .refusal(let next)) where places.contains(place):
                last.text += next.text
                joined[joined.count - 1] = .refusal(last)
            default: joined.append(part)
            }
        }
        return joined
    }

    private func normal(_ part: Part, _ path: String) -> Part {
        switch part {
        case .text(var text):
            if isLost("\(path).citations") { text.citations = [] }
            if isLost("\(path).cache") { text.cache = nil }
            if isLost("\(path).cache.ttl") { text.cache?.ttl = nil }
            text.extra = own(text.extra, path)
            return .text(text)
        case .reasoning(var reasoning):
            if isLost("\(path).signature") { reasoning.signature = nil }
            if isLost("\(path).encrypted") { reasoning.encrypted = nil }
            reasoning.extra = own(reasoning.extra, path)
            return .reasoning(reasoning)
        case .toolCall(var call):
            call.cache = nil
            call.extra = own(call.extra, path)
            return .toolCall(call)
        case .image(let media): return .image(normal(media, path))
        case .file(let media): return .file(normal(media, path))
        case .audio(let media): return .audio(normal(media, path, isAudio: true))
        default: return part
        }
    }

    func normal(_ media: Media, _ path: String, isAudio: Bool = false) -> Media {
        var normal = media
        if isAudio {
            // Audio wires name formats, not media types.
            if let format = media.format { normal.format = format }
        } else if let location = media.location {
            // An address that holds the bytes is bytes; bytes without a type get the type that says nothing.
            normal.source = nil
            normal.location = location
        }
        normal.name = isLost("\(path).name") ? nil : media.name
        normal.detail = isLost("\(path).detail") ? nil : media.detail
        if isLost("\(path).mediaType") { normal.mediaType = nil }
        if isLost("\(path).cache") { normal.cache = nil }
        normal.extra = own(media.extra, path)
        return normal
    }
}

/// Answers.
extension Normal {
    /// - Parameter inOrder: whether the parts keep their order, as in a stream.
    func normal(_ response: ChatResponse, inOrder: Bool = false) -> ChatResponse {
        if dialect.hasItems { return itemised(response, isStreamed: inOrder) }
        var response = response
        response.message.parts.replaceTextCalls()
        if dialect.hasTurns {
            var turned = self
            turned.isStreamed = inOrder
            return turned.answered(response, isStreamed: inOrder)
        }
        if dialect.isLocal { response = local(response) }
        var normal = response
        normal.losses = []
        if normal.id?.isEmpty == true { normal.id = nil }
        if normal.model?.isEmpty == true { normal.model = nil }
        if normal.usage == Usage() { normal.usage = nil }
        var parts: [Part] = []
        var sources: [Citation] = []
        for (place, part) in response.message.parts.enumerated() {
            let path = "parts[\(place)]"
            if isDropped(path) { continue }
            switch part {
            case .text(var text):
                let citations = text.citations.map(placed)
                text.citations = inOrder ? citations : []
                text.extra = own(text.extra, path)
                // Nothing is written of a text without letters.
                if !text.text.isEmpty {
                    parts.append(.text(text))
                } else if inOrder {
                    parts += citations.map(Part.citation)
                }
            case .reasoning(var reasoning):
                // It is this wire's answer now.
                reasoning.origin = dialect.wire
                if isLost("\(path).signature") || !dialect.hasParts { reasoning.signature = nil }
                // An empty seal is none.
                if reasoning.signature?.isEmpty == true { reasoning.signature = nil }
                reasoning.encrypted = nil
                reasoning.extra = [:]
                if !reasoning.text.isEmpty || reasoning.signature != nil { parts.append(.reasoning(reasoning)) }
            case .refusal(let refusal):
                if !refusal.text.isEmpty { parts.append(part) }
            case .toolCall(var call):
                call.extra = own(call.extra, path)
                parts.append(.toolCall(call))
            case .citation(var citation):
                citation = placed(citation)
                if !inOrder {
                    sources.append(citation)
                } else if case .text(var text)? = parts.last {
                    text.citations.append(citation)
                    parts[parts.count - 1] = .text(text)
                } else {
                    parts.append(.citation(citation))
                }
            default: parts.append(self.normal(part, path))
            }
        }
        if !inOrder {
            for case .text(let text) in response.message.parts { sources += text.citations.map(placed) }
            if isLost("parts") { parts = ordered(parts) }
        }
        parts = placed(
            sources: sources.enumerated().map { self.normal($1, "citations[\($0)]") }, in: joinedNeighbours(parts))
        normal.message = Message(role: .assistant, parts: numbered(unique(parts)))
        normal.stopReason = isLost("stopReason") ? .stop : response.stopReason ?? .stop
        if normal.stopReason == .stop, !normal.toolCalls.isEmpty { normal.stopReason = .toolCalls }
        normal.vendorStopReason = nil
        return normal
    }

    private func ordered(_ parts: [Part]) -> [Part] {
        let order: [Part.Kind] = dialect.hasParts ? [.refusal, .toolCall] : [.reasoning, .text, .refusal, .toolCall]
        return parts.filter { !order.contains($0.kind) } + order.flatMap { kind in parts.filter { $0.kind == kind } }
    }

    /// Where a source belongs is always said; an empty text stands for none.
    func placed(_ citation: Citation) -> Citation {
        var citation = citation
        if citation.url == "" { citation.url = nil }
        if citation.title == "" { citation.title = nil }
        (citation.start, citation.end) = (citation.start ?? 0, citation.end ?? 0)
        return citation
    }

    func normal(_ citation: Citation, _ path: String) -> Citation {
        var citation = citation
        if isLost("\(path).text") { citation.text = nil }
        citation.extra = own(citation.extra, path)
        return citation
    }

    /// Neighbours of one kind are one block; a sealed thought ends with its seal.
    private func joinedNeighbours(_ parts: [Part]) -> [Part] {
        var joins: Set<Int> = []
        for place in parts.indices.dropFirst() {
            if case .reasoning(let before) = parts[place - 1], before.signature != nil { continue }
            joins.insert(place)
        }
        return joined(parts, at: joins)
    }

    private func placed(sources: [Citation], in parts: [Part]) -> [Part] {
        var parts = parts
        guard !sources.isEmpty else { return parts }
        if let place = parts.lastIndex(where: { $0.kind == .text }), case .text(var text) = parts[place] {
            text.citations += sources
            parts[place] = .text(text)
        } else {
            parts += sources.map(Part.citation)
        }
        return parts
    }

    /// A source that comes twice is one.
    private func unique(_ parts: [Part]) -> [Part] {
        var known: Set<Citation> = []
        return parts.compactMap { part in
            switch part {
            case .text(var text):
                text.citations = text.citations.filter { known.insert($0).inserted }
                return .text(text)
            case .citation(let citation): return known.insert(citation).inserted ? part : nil
            default: return part
            }
        }
    }

    /// Calls without an id get one.
    func numbered(_ parts: [Part]) -> [Part] {
        var count = 0
        return parts.map { part in
            guard case .toolCall(var call) = part else { return part }
            if call.id.isEmpty { call.id = "call_\(count)" }
            count += 1
            return .toolCall(call)
        }
    }
}

extension [Part] {
    /// Calls that bear text are calls with that as their only argument, on wires that have no others.
    fileprivate mutating func replaceTextCalls() {
        for place in indices {
            guard case .toolCall(var call) = self[place], call.isText else { continue }
            call.argumentsText = call.functionArguments
            call.isText = false
            self[place] = .toolCall(call)
        }
    }
}
