import Foundation
import MassGenBackends

/// What is left of a conversation on wires where the system's words stand apart, results are the user's, and neighbours
/// of one role are one turn.
extension Normal {
    func turned(_ request: ChatRequest, _ plain: ChatRequest, parsed: ChatRequest) -> ChatRequest {
        var normal = plain
        settleOptions(&normal, request, parsed)
        let marked = self.marked(request)
        var system = Message(role: .system)
        var turns: [Message] = []
        var names: [String: String] = [:]
        for (place, message) in marked.messages.enumerated() {
            let path = "messages[\(place)]"
            if message.role != .system {
                for call in message.toolCalls where !call.id.isEmpty { names[call.id] = call.name }
            }
            let parts = content(message.parts, path, message.role == .tool ? names : [:])
            if message.role == .system {
                system.parts += parts
                continue
            }
            let role: Message.Role = message.role == .assistant ? .assistant : .user
            let extra = own(message.extra, path)
            if let last = turns.indices.last, turns[last].role == role, extra.isEmpty {
                turns[last].parts += parts
            } else {
                turns.append(Message(role: role, parts: parts))
                turns[turns.count - 1].extra = extra
            }
        }
        normal.messages = (system.parts.isEmpty ? [] : [system]) + turns.flatMap(apart)
        return normal
    }

    /// Servers of tools stand in a list of their own, each by its name: of several with the same name, what was said
    /// last is said of the first.
    private func settleServers(_ tools: inout [ServerTool]) {
        var first: [String: Int] = [:]
        for place in tools.indices where tools[place].name == "mcp" {
            let label = tools[place].label ?? ""
            tools[place].label = label
            guard let known = first[label] else {
                first[label] = place
                tools[place].url = tools[place].url ?? ""
                continue
            }
            (tools[known].url, tools[known].token) = (tools[place].url ?? "", tools[place].token)
            tools[known].allowedTools = tools[place].allowedTools
            (tools[place].url, tools[place].token, tools[place].allowedTools) = (nil, nil, [])
        }
    }

    /// A turn of the user as messages: results are a tool's.
    private func apart(_ turn: Message) -> [Message] {
        guard turn.role == .user, turn.parts.contains(where: { $0.kind == .toolResult }) else { return [turn] }
        var messages: [Message] = []
        for part in turn.parts {
            let role: Message.Role = part.kind == .toolResult ? .tool : .user
            if messages.last?.role == role {
                messages[messages.count - 1].parts.append(part)
            } else {
                messages.append(Message(role: role, parts: [part]))
            }
        }
        messages[0].extra = turn.extra
        return messages
    }

    /// The request with its marks of a prompt cache at the parts they stand for.
    private func marked(_ request: ChatRequest) -> ChatRequest {
        var marked = request
        guard !dialect.isFlat else { return marked }
        for (index, mark) in request.cache.enumerated() where !isLost("cache[\(index)]") {
            let parts = request.messages[mark.after].parts
            guard let place = parts.lastIndex(where: { $0.markedOnce(CachePoint()) != nil }) else { continue }
            marked.messages[mark.after].parts[place] =
                parts[place].markedOnce(CachePoint(ttl: mark.ttl)) ?? parts[place]
        }
        return marked
    }

    private func settleOptions(_ normal: inout ChatRequest, _ request: ChatRequest, _ parsed: ChatRequest) {
        normal.cache = []
        if losses["maxOutputTokens"]?.severity == .synthesised { normal.maxOutputTokens = parsed.maxOutputTokens }
        if dialect.isFlat {
            let isHeld = !request.tools.isEmpty && request.tools.allSatisfy(\.isStrict)
            if isHeld, request.toolChoice == nil || request.toolChoice == .auto { normal.toolChoice = .auto }
            // Only whether thoughts are shown is said, and that they are where nothing is.
            if normal.reasoning?.summary == "auto" { normal.reasoning?.summary = nil }
            normal.model = ""
            // One tool that must be called is the tool that must be called.
            if case .tools(let subset)? = normal.toolChoice, subset.isRequired, subset.names.count == 1 {
                normal.toolChoice = .tool(named: subset.names[0])
            }
        } else if request.parallelToolCalls != nil, request.toolChoice == nil {
            // One without the other cannot be said.
            normal.toolChoice = .auto
        }
        // Options that say nothing may turn thinking on all the same.
        if normal.reasoning ?? ReasoningOptions() == ReasoningOptions(),
            parsed.reasoning ?? ReasoningOptions() == ReasoningOptions()
        {
            normal.reasoning = parsed.reasoning
        }
        if case .jsonSchema(var format)? = normal.responseFormat {
            format.name = "answer"
            if isLost("responseFormat.description") { format.description = nil }
            if isLost("responseFormat.strict") { format.strict = nil }
            normal.responseFormat = .jsonSchema(format)
        }
        for place in normal.tools.indices where isLost("tools[\(place)].cache") { normal.tools[place].cache = nil }
        guard !dialect.isFlat else { return }
        settleServers(&normal.serverTools)
        // The sandbox stands beside the tools; whose it was is not said.
        if let container = request.serverTools.lazy.compactMap(\.container).first {
            var own = normal.extra[dialect.wire] ?? [:]
            own["container"] = own["container"] ?? .string(container)
            normal.extra[dialect.wire] = own
            for place in normal.serverTools.indices { normal.serverTools[place].container = nil }
        }
    }
}

/// Parts.
extension Normal {
    private func content(_ parts: [Part], _ path: String, _ names: [String: String] = [:]) -> [Part] {
        parts.enumerated().compactMap { place, part in
            let path = "\(path).parts[\(place)]"
            return isDropped(path) ? nil : turned(part, path, names)
        }
    }

    private func turned(_ part: Part, _ path: String, _ names: [String: String] = [:]) -> Part {
        switch part {
        case .text(var text):
            text.citations =
                isLost("\(path).citations")
                ? [] : text.citations.enumerated().map { cited($1, "\(path).citations[\($0)]") }
            text.extra = own(text.extra, path)
            (text.signature, text.origin) = seal(text.signature, path)
            if isLost("\(path).cache") { text.cache = nil }
            return .text(text)
        case .image(let media): return attachment(media, path, .image)
        case .audio(let media): return attachment(media, path, .audio)
        case .file(let media): return attachment(media, path, .file)
        case .reasoning(var reasoning):
            if isLost("\(path).signature") || dialect.isFlat && reasoning.signature == "" { reasoning.signature = nil }
            if isLost("\(path).encrypted") { reasoning.encrypted = nil }
            if isLost("\(path).text") { reasoning.text = "" }
            reasoning.extra = own(reasoning.extra, path)
            return .reasoning(reasoning)
        case .toolCall(var call):
            call.extra = own(call.extra, path)
            (call.signature, call.origin) = seal(call.signature, path)
            if isLost("\(path).cache") { call.cache = nil }
            if isLost("\(path).arguments") {
                call.argumentsText = JSON.object(["INVALID_JSON": .string(call.argumentsText)]).text
            } else {
                call.arguments = call.arguments
            }
            if dialect.isFlat { call.id = Self.vendorID(call.id) }
            return .toolCall(call)
        case .toolResult(let result): return .toolResult(self.result(result, path, names))
        case .serverToolCall(var call):
            call.extra = own(call.extra, path)
            call.server = isLost("\(path).server") ? nil : call.server
            if dialect.isFlat, call.name == "codeExecution" { call.id = "" }
            return .serverToolCall(call)
        case .serverToolResult(var result):
            result.extra = own(result.extra, path)
            if isLost("\(path).isError") { result.isError = false }
            if dialect.isFlat, result.name == "codeExecution" { result.callID = "" }
            return .serverToolResult(result)
        case .opaque(var opaque):
            // Members side by side are written anew.
            if dialect.isFlat, let json = try? JSON(parsing: opaque.json) { opaque.json = json.text }
            return .opaque(opaque)
        case .citation, .refusal: return part
        }
    }

    private func cited(_ citation: Citation, _ path: String) -> Citation {
        var cited = normal(citation, path)
        cited.kind = citation.kind ?? "web_search_result_location"
        if !dialect.isFlat {
            if citation.url == "" { cited.url = nil }
            if citation.text == "" { cited.text = nil }
        }
        if citation.kind == nil {
            cited.extra[dialect.wire, default: [:]]["encrypted_index"] =
                citation.extra[dialect.wire]?["encrypted_index"] ?? ""
        }
        // In a stream a source comes alone, and what it loses is its text's loss.
        let part = path.split(separator: ".").dropLast().joined(separator: ".")
        for path in isStreamed ? [path, part] : [path] {
            if isLost("\(path).start") { cited.start = nil }
            if isLost("\(path).end") { cited.end = nil }
        }
        return cited
    }

    private func seal(_ signature: String?, _ path: String) -> (String?, String?) {
        guard let signature, !isLost("\(path).signature"), !dialect.isFlat || signature != "" else { return (nil, nil) }
        return (signature, dialect.wire)
    }

    private func result(_ result: ToolResult, _ path: String, _ names: [String: String]) -> ToolResult {
        var normal = result
        normal.extra = own(result.extra, path)
        if isLost("\(path).cache") { normal.cache = nil }
        if isLost("\(path).isError") { normal.isError = false }
        guard dialect.isFlat else {
            normal.name = nil
            normal.parts = content(result.parts, path)
            return normal
        }
        normal.name = result.name ?? names[result.callID]
        normal.callID = Self.vendorID(result.callID)
        // A result is an object with the text in it, and media beside it.
        var text = result.parts.compactMap { if case .text(let text) = $0 { text.text } else { nil } }.joined()
        if !result.isError, let object = try? JSON(parsing: text), case .object(let members) = object {
            let isWrapped =
                members.count == 1 && ["error", "output", "result"].contains(members.keys.first ?? "")
                && members.first?.value.string != nil
            if !isWrapped { text = object.text }
        }
        let media = result.parts.enumerated().compactMap { place, part -> Part? in
            let path = "\(path).parts[\(place)]"
            return part.kind == .text || isDropped(path) ? nil : turned(part, path)
        }
        normal.parts = [.text(text)] + media
        return normal
    }

    /// Ids that were made here stay here.
    private static func vendorID(_ id: String) -> String {
        id.hasPrefix("call_") && Int(id.dropFirst(5)) != nil ? "" : id
    }

    private func attachment(_ media: Media, _ path: String, _ kind: Part.Kind) -> Part {
        var normal = media
        if let url = media.url {
            // An address that holds the bytes is bytes.
            normal.source = nil
            normal.location = url
        }
        normal.name = isLost("\(path).name") ? nil : media.name
        normal.detail = isLost("\(path).detail") ? nil : media.detail
        normal.extra = own(media.extra, path)
        (normal.signature, normal.origin) = seal(media.signature, path)
        if isLost("\(path).cache") { normal.cache = nil }
        if let parts = media.parts { normal.source = .parts(content(parts, path)) }
        switch losses["\(path).mediaType"]?.severity {
        case .approximated: normal.mediaType = "text/plain"
        case .dropped: normal.mediaType = nil
        default: break
        }
        guard dialect.isFlat else { return kind == .image ? .image(normal) : .file(normal) }
        if let id = normal.fileID { normal.source = .url(id) }
        let type = normal.mediaType ?? ""
        return type.hasPrefix("image/") ? .image(normal) : type.hasPrefix("audio/") ? .audio(normal) : .file(normal)
    }
}

/// Answers.
extension Normal {
    /// An answer; in a stream every block is a part of its own.
    func answered(_ response: ChatResponse, isStreamed: Bool) -> ChatResponse {
        var normal = response
        normal.losses = []
        if normal.id?.isEmpty == true { normal.id = nil }
        if losses["id"]?.severity == .synthesised { normal.id = "answer" }
        if normal.model?.isEmpty == true { normal.model = nil }
        // These wires do not count audio.
        normal.usage?.audioInput = nil
        normal.usage?.audioOutput = nil
        if dialect.isFlat { normal.usage?.cacheWrite = nil } else { normal.usage = outside(normal.usage) }
        if normal.usage == Usage() { normal.usage = nil }
        for (path, count) in [("usage.input", \Usage.input), ("usage.output", \Usage.output)] where isLost(path) {
            var usage = normal.usage ?? Usage()
            usage[keyPath: count] = usage[keyPath: count] ?? 0
            normal.usage = usage
        }
        var parts: [Part] = []
        for (place, part) in response.message.parts.enumerated() {
            let path = "parts[\(place)]"
            if isDropped(path) { continue }
            if case .reasoning(let reasoning) = part {
                // Another wire's thoughts are not begun where nothing of them is known.
                if isStreamed, reasoning.origin != dialect.wire, reasoning.text.isEmpty { continue }
                var thought = thought(reasoning, path)
                // What is hidden is told whole, with what stands beside it.
                thought.isSummary = isStreamed && reasoning.encrypted != nil
                parts.append(.reasoning(thought))
            } else if case .refusal(let refusal) = part {
                parts.append(.text(refusal.text))
            } else {
                parts.append(isStreamed && !dialect.isFlat ? streamed(part, path) : grown(turned(part, path)))
            }
        }
        if dialect.isFlat {
            parts = flat(parts, &normal.extra, isStreamed: isStreamed)
        } else {
            parts = parts.map(unmarked)
        }
        normal.message = Message(role: .assistant, parts: numbered(parts))
        normal.stopReason = isLost("stopReason") ? .stop : response.stopReason ?? .stop
        if normal.stopReason == .stop, !normal.toolCalls.isEmpty { normal.stopReason = .toolCalls }
        normal.vendorStopReason = nil
        return normal
    }

    /// Thoughts are this wire's now, whoever thought them.
    private func thought(_ reasoning: ReasoningPart, _ path: String) -> ReasoningPart {
        var thought = reasoning
        thought.extra = own(reasoning.extra, path)
        thought.origin = dialect.wire
        thought.isSummary = false
        if isLost("\(path).signature") { thought.signature = nil }
        if isLost("\(path).encrypted") { thought.encrypted = nil }
        if isLost("\(path).text") { thought.text = "" }
        if thought.signature?.isEmpty == true { thought.signature = nil }
        return thought
    }

    /// In a stream the text of arguments is what the model wrote.
    private func streamed(_ part: Part, _ path: String) -> Part {
        guard case .toolCall(let call) = part, case .toolCall(var told) = turned(part, path) else {
            return turned(part, path)
        }
        told.argumentsText = call.argumentsText
        return .toolCall(told)
    }

    /// Arguments grow from nothing: an empty object is what nothing means.
    private func grown(_ part: Part) -> Part {
        guard case .toolCall(var call) = part, call.arguments == .object([:]) else { return part }
        call.argumentsText = ""
        return .toolCall(call)
    }

    /// Neighbours without a seal are one, and a text without letters is nothing.
    private func flat(_ parts: [Part], _ extra: inout Extra, isStreamed: Bool) -> [Part] {
        var joined: [Part] = []
        for part in parts {
            switch (joined.last, part) {
            case (_, .text(let text)) where text.text.isEmpty && text.signature == nil:
                extra.merge(text.extra) { $0.merged(with: $1) }
            case (_, .reasoning(let thought)) where thought.text.isEmpty && thought.signature == nil:
                extra.merge(thought.extra) { $0.merged(with: $1) }
            case (.reasoning(var last)?, .reasoning(let thought))
            where last.signature == nil && thought.signature != nil
                && (isStreamed && !thought.isSummary || thought.text.isEmpty):
                // A seal belongs to the thoughts before it.
                last.text += thought.text
                last.signature = thought.signature
                last.extra.merge(thought.extra) { $0.merged(with: $1) }
                joined[joined.count - 1] = .reasoning(last)
            case (.text(var last)?, .text(let text)) where last.signature == nil && text.signature == nil:
                last.text += text.text
                last.extra.merge(text.extra) { $0.merged(with: $1) }
                joined[joined.count - 1] = .text(last)
            case (.reasoning(var last)?, .reasoning(let thought))
            where last.signature == nil && thought.signature == nil:
                last.text += thought.text
                last.extra.merge(thought.extra) { $0.merged(with: $1) }
                joined[joined.count - 1] = .reasoning(last)
            default: joined.append(part)
            }
        }
        return joined.map(unmarked)
    }

    private func unmarked(_ part: Part) -> Part {
        guard case .reasoning(var thought) = part else { return part }
        thought.isSummary = false
        return .reasoning(thought)
    }

    /// What is cached stands outside of the prompt.
    private func outside(_ usage: Usage?) -> Usage? {
        guard var usage else { return nil }
        let cached = [usage.cacheRead, usage.cacheWrite].compactMap { $0 }
        if !cached.isEmpty { usage.input = max(usage.input ?? 0, cached.reduce(0, +)) }
        return usage
    }
}

extension Part {
    /// The part with a mark of a prompt cache, unless it has one; `nil` where none can stand.
    fileprivate func markedOnce(_ point: CachePoint) -> Part? {
        switch self {
        case .text(var part):
            part.cache = part.cache ?? point
            return .text(part)
        case .image(var media):
            media.cache = media.cache ?? point
            return .image(media)
        case .audio(var media):
            media.cache = media.cache ?? point
            return .audio(media)
        case .file(var media):
            media.cache = media.cache ?? point
            return .file(media)
        case .toolCall(var call):
            call.cache = call.cache ?? point
            return .toolCall(call)
        case .toolResult(var result):
            result.cache = result.cache ?? point
            return .toolResult(result)
        default: return nil
        }
    }
}
