import MassGenBackends

/// What is left of items once a wire has held them. How messages become items, and that nothing is lost on that way, has
/// tests of its own.
extension Normal {
    func items(_ items: [Item]) -> [Item] {
        items.enumerated().compactMap { normal($1, "items[\($0)]") }
    }

    private func normal(_ item: Item, _ path: String) -> Item? {
        if isDropped(path) { return nil }
        switch item {
        case .system(let message): return .system(normal(message, path))
        case .user(let message): return .user(normal(message, path))
        case .assistant(let message): return .assistant(normal(message, path))
        case .reasoning(var reasoning):
            reasoning.summaries = thoughts(reasoning.summaries, "\(path).summaries")
            reasoning.contents = thoughts(reasoning.contents, "\(path).contents")
            reasoning.extra = own(reasoning.extra, path)
            return .reasoning(reasoning)
        case .toolCall(var call):
            call.extra = own(call.extra, path)
            return .toolCall(call)
        case .toolResult(var result), .textResult(var result):
            // The call says which tool it was.
            result.name = nil
            if isLost("\(path).isError") { result.isError = false }
            result.parts = content(result.parts, path)
            result.extra = own(result.extra, path)
            return .toolResult(result)
        case .webSearch(let tool): return .webSearch(normal(tool, path))
        case .fileSearch(let tool): return .fileSearch(normal(tool, path))
        case .codeExecution(let tool): return .codeExecution(normal(tool, path))
        case .imageGeneration(let tool): return .imageGeneration(normal(tool, path))
        case .mcp(let tool): return .mcp(normal(tool, path))
        case .computerUse(let tool): return .computerUse(normal(tool, path))
        case .computerResult(var result):
            if isLost("\(path).isError") { result.isError = false }
            // What was read is this wire's.
            result.origin = dialect.wire
            result.extra = own(result.extra, path)
            return .computerResult(result)
        case .opaque: return item
        case .other, .rest: return nil
        }
    }

    private func normal(_ message: Message, _ path: String) -> Message {
        var normal = message
        normal.parts = content(message.parts, path)
        normal.extra = own(message.extra, path)
        if isLost("\(path).name") { normal.name = nil }
        return normal
    }

    private func content(_ parts: [Part], _ path: String) -> [Part] {
        parts.enumerated().compactMap { place, part in
            let path = "\(path).parts[\(place)]"
            if isDropped(path) { return nil }
            switch part {
            case .text(var text):
                if isLost("\(path).citations") { text.citations = [] }
                text.citations = text.citations.enumerated().map { placed(normal($1, "\(path).citations[\($0)]")) }
                text.extra = own(text.extra, path)
                return .text(text)
            case .image(let media):
                var media = normal(media, path)
                media.detail = media.detail ?? "auto"
                return .image(media)
            case .file(let media):
                var file = normal(media, path)
                // Addresses stay addresses, those that hold the bytes too.
                if media.url != nil {
                    file.source = media.source
                    file.mediaType = isLost("\(path).mediaType") ? nil : media.mediaType
                }
                return .file(file)
            default: return part
            }
        }
    }

    private func thoughts(_ thoughts: [ReasoningPart], _ path: String) -> [ReasoningPart] {
        thoughts.enumerated().map { place, thought in
            var thought = thought
            if isLost("\(path)[\(place)].signature") { thought.signature = nil }
            thought.extra = own(thought.extra, "\(path)[\(place)]")
            return thought
        }
    }

    private func normal(_ tool: ServerToolItem, _ path: String) -> ServerToolItem {
        var tool = tool
        if isLost("\(path).output") || isLost("\(path).failure") {
            tool.content = nil
            tool.isError = false
        }
        if isLost("\(path).arguments") { tool.arguments = .object([:]) }
        tool.extra = own(tool.extra, path)
        return tool
    }

    /// An answer. In a stream every block is an item of its own, and thoughts are told as summaries.
    func itemised(_ response: ChatResponse, isStreamed: Bool) -> ChatResponse {
        var normal = response
        normal.losses = []
        if normal.id?.isEmpty == true { normal.id = nil }
        if normal.model?.isEmpty == true { normal.model = nil }
        // This wire does not count audio.
        normal.usage?.audioInput = nil
        normal.usage?.audioOutput = nil
        if let usage = normal.usage {
            // It says all of them.
            normal.usage?.cacheRead = usage.cacheRead ?? 0
            normal.usage?.cacheWrite = usage.cacheWrite ?? 0
            normal.usage?.reasoning = usage.reasoning ?? 0
        }
        var items = response.message.items
        if isStreamed {
            items = response.message.parts.flatMap { part -> [Item] in
                part.kind == .serverToolCall || part.kind == .serverToolResult
                    ? [] : Message(role: .assistant, parts: [streamed(part)]).items
            }
        }
        var request = ChatRequest(model: "", messages: [])
        var number = 0
        request.items = items.enumerated().compactMap { place, item in
            guard let item = self.normal(item, "items[\(place)]") else { return nil }
            defer { number += 1 }
            return named(item, "\(normal.id ?? "")_\(isStreamed ? number : place)")
        }
        normal.message = Message(role: .assistant, parts: request.messages.flatMap(\.parts))
        normal.stopReason = isLost("stopReason") ? .stop : response.stopReason ?? .stop
        if [.stop, .toolCalls].contains(normal.stopReason) {
            normal.stopReason = normal.toolCalls.isEmpty ? .stop : .toolCalls
        }
        normal.vendorStopReason = nil
        return normal
    }

    /// An item of an answer, with the id that it is given where it has none.
    private func named(_ item: Item, _ id: String) -> Item {
        func named(_ extra: Extra, _ prefix: String, hasStatus: Bool = true) -> Extra {
            var own = extra[dialect.wire] ?? [:]
            own["id"] = own["id"] ?? .string(prefix + id)
            if hasStatus { own["status"] = own["status"] ?? "completed" }
            return extra.merging([dialect.wire: own]) { $1 }
        }
        switch item {
        case .assistant(var message):
            message.extra = named(message.extra, "msg_")
            return .assistant(message)
        case .reasoning(var reasoning):
            reasoning.extra = named(reasoning.extra, "rs_", hasStatus: false)
            return .reasoning(reasoning)
        case .toolCall(var call):
            call.extra = named(call.extra, call.isText ? "ctc_" : "fc_")
            return .toolCall(call)
        case .toolResult(var result):
            result.extra = named(result.extra, "fco_")
            return .toolResult(result)
        case .codeExecution(var tool):
            var own = tool.extra[dialect.wire] ?? [:]
            own["container_id"] = own["container_id"] ?? ""
            tool.extra[dialect.wire] = own
            return .codeExecution(tool)
        case .computerUse(var tool):
            tool.extra = named(tool.extra, "cu_", hasStatus: false)
            return .computerUse(tool)
        default: return item
        }
    }

    private func streamed(_ part: Part) -> Part {
        guard case .reasoning(var reasoning) = part else { return part }
        if reasoning.origin != dialect.wire { reasoning = ReasoningPart(text: reasoning.text, origin: dialect.wire) }
        reasoning.isSummary = true
        return .reasoning(reasoning)
    }
}
