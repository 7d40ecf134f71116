/// Views of canonical values in the forms in which wires hold them.
extension ChatRequest {
    /// The level of thinking.
    public var reasoningEffort: ReasoningEffort? {
        get { reasoning?.effort }
        set { if newValue != nil || reasoning != nil { change { $0.effort = newValue } } }
    }

    /// The budget of thinking.
    public var reasoningBudgetTokens: Int? {
        get { reasoning?.budgetTokens }
        set { if newValue != nil || reasoning != nil { change { $0.budgetTokens = newValue } } }
    }

    /// The form of summaries of thoughts.
    public var reasoningSummary: String? {
        get { reasoning?.summary }
        set { if newValue != nil || reasoning != nil { change { $0.summary = newValue } } }
    }

    /// Whether the model thinks at all, as wires hold it that have nothing but a switch.
    public var reasoningIsOn: Bool? {
        get {
            if let effort = reasoning?.effort { return effort != .none }
            return reasoning?.budgetTokens.map { $0 > 0 }
        }
        set {
            // An effort says more, and a budget turns thinking on, unless it is turned off.
            guard let newValue, reasoning?.effort == nil, reasoningIsOn != newValue else { return }
            reasoningEffort = newValue ? .medium : ReasoningEffort.none
        }
    }

    /// The same in words: `enabled`, `disabled`.
    public var reasoningState: String? {
        get { reasoningIsOn.map { $0 ? "enabled" : "disabled" } }
        set { if newValue == "enabled" || newValue == "disabled" { reasoningIsOn = newValue == "enabled" } }
    }

    /// Whether the model thinks, where that says all there is of its effort.
    public var reasoningSwitch: Bool? {
        reasoning?.effort == ReasoningEffort.none || reasoning?.effort == .medium && reasoning?.budgetTokens == nil
            ? reasoningIsOn : nil
    }

    private mutating func change(_ body: (inout ReasoningOptions) -> Void) {
        var options = reasoning ?? ReasoningOptions()
        body(&options)
        reasoning = options
    }
}

extension ReasoningPart {
    /// The thoughts as a list of texts, as some wires hold them.
    public var texts: [TextPart] {
        get { [TextPart(text: text)] }
        set { text = newValue.map(\.text).joined() }
    }
}

extension Media {
    /// The media type where nothing but the address says it: wires that send addresses lose it.
    public var looseType: String? { if case .data? = source { nil } else { mediaType } }
}

extension TextPart {
    /// The sources of a kind that their vendor knows: they were its own.
    public var ownCitations: [Citation] { citations.filter { $0.kind != nil } }
    /// The sources that come from elsewhere.
    public var foreignCitations: [Citation] { citations.filter { $0.kind == nil } }
}

extension Chunk {
    /// What went wrong, where there is only a text.
    public var failureMessage: String? {
        get { failure?.message }
        set {
            guard let newValue else { return }
            var changed = failure ?? Failure()
            changed.message = newValue
            failure = changed
        }
    }

    /// The vendor's code of what went wrong, where it stands apart.
    public var failureCode: String? {
        get { failure?.code }
        set {
            guard let newValue else { return }
            var changed = failure ?? Failure()
            if changed.code == nil { changed.code = newValue }
            failure = changed
        }
    }

    /// The parameter that is to blame, where it stands apart.
    public var failureParam: String? {
        get { failure?.param }
        set {
            guard let newValue else { return }
            var changed = failure ?? Failure()
            if changed.param == nil { changed.param = newValue }
            failure = changed
        }
    }
}

/// Conversations as wires hold them where system texts stand apart and turns alternate.
extension ChatRequest {
    /// What all system messages say, in order. Setting puts it in front.
    public var systemParts: [Part] {
        get { messages.filter { $0.role == .system }.flatMap(\.parts) }
        set { if !newValue.isEmpty { messages.insert(Message(role: .system, parts: newValue), at: 0) } }
    }

    /// The system's text, where it is only one.
    public var systemText: String? {
        get { Message(role: .system, parts: systemParts).soleText }
        set { if let newValue { systemParts = [.text(newValue)] } }
    }

    /// What all system messages say as one text.
    public var instructions: String? {
        get {
            let texts = messages.filter { $0.role == .system }.compactMap(\.text)
            return texts.isEmpty ? nil : texts.joined(separator: "\n\n")
        }
        set { if let newValue { systemParts = [.text(newValue)] } }
    }

    /// The conversation without the system's messages: results of tools stand in turns of the user, and neighbours of
    /// one role are one turn, unless the later one bears more than parts. Setting takes results apart again.
    public var turns: [Message] {
        get {
            var turns: [Message] = []
            var names: [String: String] = [:]
            for (place, message) in messages.enumerated() where message.role != .system {
                var turn = message
                for call in message.toolCalls where !call.id.isEmpty { names[call.id] = call.name }
                if turn.role == .tool {
                    turn.role = .user
                    turn.parts = turn.parts.map { $0.named(names) }
                }
                if isJoined(place), let last = turns.indices.last {
                    turns[last].parts += turn.parts
                } else {
                    turns.append(turn)
                }
            }
            return turns
        }
        set {
            for turn in newValue {
                guard turn.role == .user, turn.parts.contains(where: { $0.kind == .toolResult }) else {
                    messages.append(turn)
                    continue
                }
                var isFirst = true
                for run in turn.parts.split(where: { $0.kind == .toolResult }) {
                    var message = Message(role: run[0].kind == .toolResult ? .tool : .user, parts: run)
                    if isFirst { (message.name, message.extra, isFirst) = (turn.name, turn.extra, false) }
                    messages.append(message)
                }
            }
        }
    }

    /// Whether a message is a part of the turn before it.
    private func isJoined(_ place: Int) -> Bool {
        let message = messages[place]
        guard let before = messages[..<place].last(where: { $0.role != .system }) else { return false }
        return (before.role == .assistant) == (message.role == .assistant) && message.name == nil
            && message.extra.isEmpty
    }

    /// Where the parts of the turns and of the system's text come from: places in messages.
    var origins: (turns: [[Place]], system: [Place]) {
        var turns: [[Place]] = []
        var system: [Place] = []
        var isEmpty = false
        for (place, message) in messages.enumerated() {
            let places = message.parts.indices.map { Place(message: place, part: $0) }
            if message.role == .system {
                system += places
            } else if isJoined(place), let last = turns.indices.last {
                // A message without parts is a place all the same, until there are parts.
                turns[last] = isEmpty ? places : turns[last] + places
                isEmpty = isEmpty && places.isEmpty
                if isEmpty { turns[last] = [Place(message: place, part: 0)] }
            } else {
                isEmpty = places.isEmpty
                turns.append(isEmpty ? [Place(message: place, part: 0)] : places)
            }
        }
        return (turns, system)
    }

    /// A part of a message.
    struct Place: Sendable {
        var message: Int
        var part: Int
    }

    /// The request with its marks of a prompt cache at the parts they stand for; those that stand for none are noted.
    public func marked(_ out: inout Renderer, if canMark: Bool = true) -> ChatRequest {
        guard canMark else { return unmarked(&out) }
        guard !cache.isEmpty else { return self }
        var request = self
        request.cache = []
        for (index, mark) in cache.enumerated() {
            let parts = messages.indices.contains(mark.after) ? messages[mark.after].parts : []
            guard let place = parts.lastIndex(where: \.canBeMarked) else {
                out.lose("cache[\(index)]", .dropped, "no part of message \(mark.after) can be marked")
                continue
            }
            request.messages[mark.after].parts[place].cache = parts[place].cache ?? CachePoint(ttl: mark.ttl)
        }
        return request
    }

    /// The request without such marks, which a model does not take: what only bears one is written as if it bore none.
    private func unmarked(_ out: inout Renderer) -> ChatRequest {
        var request = self
        out.drop("cache", if: !cache.isEmpty)
        request.cache = []
        for (index, message) in messages.enumerated() {
            for (place, part) in message.parts.enumerated() where part.cache != nil {
                out.lose("messages[\(index)].parts[\(place)].cache", .dropped, "it has no place here")
                request.messages[index].parts[place].cache = nil
            }
        }
        return request
    }
}

extension Array {
    /// The runs of neighbours for which a test says the same.
    fileprivate func split(where test: (Element) -> Bool) -> [[Element]] {
        reduce(into: []) { runs, element in
            if let last = runs.last?.last, test(last) == test(element) {
                runs[runs.count - 1].append(element)
            } else {
                runs.append([element])
            }
        }
    }
}

extension Part {
    /// A result with the name of its tool, which some wires want.
    func named(_ names: [String: String]) -> Part {
        guard case .toolResult(var result) = self, result.name == nil else { return self }
        result.name = names[result.callID]
        return .toolResult(result)
    }

    /// Whether a mark of a prompt cache can stand here.
    fileprivate var canBeMarked: Bool {
        switch self {
        case .text, .image, .audio, .file, .toolCall, .toolResult: true
        case .reasoning, .citation, .refusal, .serverToolCall, .serverToolResult, .opaque: false
        }
    }

    /// Its mark of a prompt cache; setting one where none can stand does nothing.
    fileprivate var cache: CachePoint? {
        get {
            switch self {
            case .text(let part): part.cache
            case .image(let media), .audio(let media), .file(let media): media.cache
            case .toolCall(let call): call.cache
            case .toolResult(let result): result.cache
            case .reasoning, .citation, .refusal, .serverToolCall, .serverToolResult, .opaque: nil
            }
        }
        set {
            switch self {
            case .text(var part):
                part.cache = newValue
                self = .text(part)
            case .image(var media):
                media.cache = newValue
                self = .image(media)
            case .audio(var media):
                media.cache = newValue
                self = .audio(media)
            case .file(var media):
                media.cache = newValue
                self = .file(media)
            case .toolCall(var call):
                call.cache = newValue
                self = .toolCall(call)
            case .toolResult(var result):
                result.cache = newValue
                self = .toolResult(result)
            case .reasoning, .citation, .refusal, .serverToolCall, .serverToolResult, .opaque: break
            }
        }
    }
}

extension Renderer {
    /// Notes what the system's messages lose whose texts are written as one.
    public mutating func beginInstructions(of request: ChatRequest) {
        var hasText = false
        for (place, message) in request.messages.enumerated() where message.role == .system {
            path.append(("messages", place))
            for (index, part) in message.parts.enumerated() {
                path.append(("parts", index))
                defer { path.removeLast() }
                guard case .text(let text) = part else {
                    drop(part)
                    continue
                }
                if hasText { approximate("joined with the text before it") }
                drop("citations", if: !text.citations.isEmpty)
                drop("cache", if: text.cache != nil)
                drop(text.extra)
                hasText = true
            }
            path.removeLast()
        }
    }

    /// The request whose messages have nothing that keeps them from being one turn, apart from what can be written beside
    /// their parts. Takes note of where the parts of turns come from, so that losses name messages, and of what is lost.
    public mutating func beginTurns(of request: ChatRequest) -> ChatRequest {
        var turned = request
        var hasBegun = false
        for (place, message) in request.messages.enumerated() {
            let isSystem = message.role == .system
            if isSystem, hasBegun {
                lose("messages[\(place)]", .reordered, "\(wire) has what the system says before all turns")
            }
            path.append(("messages", place))
            drop("name", if: message.name != nil)
            if isSystem { drop(message.extra) }
            path.removeLast()
            turned.messages[place].name = nil
            turned.messages[place].extra = message.extra.filter {
                [wire, provider].contains($0.key) && !$0.value.isEmpty && !isSystem
            }
            hasBegun = hasBegun || !isSystem
        }
        origins = turned.origins
        return turned
    }
}
