/// One item of a conversation or of an answer, on wires that have a flat list of items instead of messages: thoughts,
/// calls and results stand beside what is said, not in it.
///
/// What such a wire says of a message or of thoughts as a whole (an id, a phase) is kept under `item` in the `extra` of
/// each part, so that the parts of one item find together again.
public enum Item: Sendable, Hashable {
    /// Instructions from the program.
    case system(Message)
    /// What the person says.
    case user(Message)
    /// What the model says.
    case assistant(Message)
    /// What the model thought.
    case reasoning(ReasoningItem)
    /// The model asks for a function to be called.
    case toolCall(ToolCall)
    /// What the function gave.
    case toolResult(ToolResult)
    /// What a function gave that was called with text in place of arguments.
    case textResult(ToolResult)
    /// A search of the web that the provider made.
    case webSearch(ServerToolItem)
    /// A search of files that the provider made.
    case fileSearch(ServerToolItem)
    /// Code that the provider ran.
    case codeExecution(ServerToolItem)
    /// An image that the provider made.
    case imageGeneration(ServerToolItem)
    /// A call of a tool on another server.
    case mcp(ServerToolItem)
    /// What the model does on a screen.
    case computerUse(ServerToolItem)
    /// The screen after that.
    case computerResult(ServerToolResult)
    /// A vendor's item that has no name here.
    case opaque(OpaquePart)
    /// A part that is no item anywhere.
    case other(Part)
    /// What is said of a message that has no item of its own.
    case rest(Extra)
}

/// What a model thought: summaries, the thoughts themselves, and what only the vendor can read.
public struct ReasoningItem: Sendable, Hashable {
    /// The summaries.
    public var summaries: [ReasoningPart] = []
    /// The thoughts.
    public var contents: [ReasoningPart] = []
    /// Thoughts only the vendor can read.
    public var encrypted: String?
    /// What else is said of the item, by wire.
    public var extra: Extra = [:]
    /// The wire it belongs to.
    public var origin: String?

    /// Makes an empty item.
    public init(origin: String?) { self.origin = origin }
}

/// A call of a provider's own tool together with what it gave.
public struct ServerToolItem: Sendable, Hashable {
    /// The call.
    public var call: ServerToolCall
    /// What it gave.
    public var content: JSON?
    /// Whether that is a failure.
    public var isError = false

    /// Makes an item of a call.
    public init(_ call: ServerToolCall = ServerToolCall()) { self.call = call }

    /// The id.
    public var id: String {
        get { call.id }
        set { call.id = newValue }
    }
    /// The name of the tool that was called, where there are several.
    public var tool: String? {
        get { call.arguments["tool"]?.string }
        set { set("tool", newValue.map(JSON.string)) }
    }
    /// What the tool was called with.
    public var arguments: JSON? {
        get { call.arguments == .object([:]) ? JSON?.none : call.arguments }
        set { if let newValue, !newValue.isNull { call.arguments = newValue } }
    }
    /// What the tool was called with, as text.
    public var argumentsText: String {
        get { call.arguments["arguments"]?.string ?? "" }
        set { set("arguments", .string(newValue)) }
    }
    /// The code that ran.
    public var code: String? {
        get { call.arguments["code"]?.string }
        set { set("code", newValue.map(JSON.string)) }
    }
    /// What was searched for.
    public var queries: JSON? {
        get { call.arguments["queries"] }
        set { set("queries", newValue) }
    }
    /// What the tool gave, unless that is a failure.
    public var output: JSON? {
        get { isError ? nil : content }
        set { if let newValue, !newValue.isNull { content = newValue } }
    }
    /// What went wrong.
    public var failure: JSON? {
        get { isError ? content : nil }
        set {
            guard let newValue, !newValue.isNull else { return }
            content = newValue
            isError = true
        }
    }
    /// What else is said of the item, by wire.
    public var extra: Extra {
        get { call.extra }
        set { call.extra = newValue }
    }

    private mutating func set(_ key: String, _ value: JSON?) {
        guard let value, !value.isNull else { return }
        var members = call.arguments.object ?? [:]
        members[key] = value
        call.arguments = .object(members)
    }
}

/// Items as parts.
extension Item {
    /// A place of a part in an item: wires number what is in an item too.
    struct Place: Hashable, Sendable {
        var number: Int
        var isSummary = false
    }

    /// The parts in an item of an answer.
    var parts: [(place: Place, part: Part)] {
        switch self {
        case .system(let message), .user(let message), .assistant(let message):
            return message.parts.enumerated().map { (Place(number: $0), $1.adding(item: message.extra)) }
        case .reasoning(let item): return item.parts
        case .toolCall(let call): return [(Place(number: 0), .toolCall(call))]
        case .toolResult(let result), .textResult(let result): return [(Place(number: 0), .toolResult(result))]
        case .webSearch(let item): return item.parts("webSearch")
        case .fileSearch(let item): return item.parts("fileSearch")
        case .codeExecution(let item): return item.parts("codeExecution")
        case .imageGeneration(let item): return item.parts("imageGeneration")
        case .mcp(let item): return item.parts("mcp")
        case .computerUse(let item): return item.parts("computerUse")
        case .computerResult(var result):
            result.name = "computerUse"
            return [(Place(number: 0), .serverToolResult(result))]
        case .opaque(let part): return [(Place(number: 0), .opaque(part))]
        case .other(let part): return [(Place(number: 0), part)]
        case .rest: return []
        }
    }

    /// The provider's own tools whose items say what they gave too.
    fileprivate static let holdResults: Set<String> = [
        "webSearch", "fileSearch", "codeExecution", "imageGeneration", "mcp",
    ]

    fileprivate init(_ item: ServerToolItem) {
        switch item.call.name {
        case "webSearch": self = .webSearch(item)
        case "fileSearch": self = .fileSearch(item)
        case "codeExecution": self = .codeExecution(item)
        case "imageGeneration": self = .imageGeneration(item)
        case "mcp": self = .mcp(item)
        case "computerUse": self = .computerUse(item)
        default: self = .other(.serverToolCall(item.call))
        }
    }
}

extension ReasoningItem {
    fileprivate var parts: [(place: Item.Place, part: Part)] {
        var all = summaries.enumerated().map { (Item.Place(number: $0, isSummary: true), $1) }
        all += contents.enumerated().map { (Item.Place(number: $0), $1) }
        // An empty one says nothing, and an item of nothing else is still an item.
        all.removeAll { $0.1.text.isEmpty && $0.1.extra.isEmpty }
        if all.isEmpty { all = [(Item.Place(number: 0, isSummary: true), ReasoningPart(origin: origin))] }
        all[0].1.encrypted = encrypted
        return all.map { place, part in
            var part = part
            part.isSummary = place.isSummary
            part.origin = origin
            return (place, Part.reasoning(part).adding(item: extra))
        }
    }
}

extension ServerToolItem {
    fileprivate func parts(_ name: String) -> [(place: Item.Place, part: Part)] {
        var call = call
        call.name = name
        let first = (Item.Place(number: 0), Part.serverToolCall(call))
        guard let content else { return [first] }
        let result = ServerToolResult(callID: id, name: name, content: content, isError: isError)
        return [first, (Item.Place(number: 1), .serverToolResult(result))]
    }
}

extension Part {
    /// The part with what is said of the item it stands in.
    fileprivate func adding(item: Extra) -> Part {
        guard !item.isEmpty else { return self }
        func adding(_ extra: Extra) -> Extra {
            item.reduce(into: extra) { $0[$1.key, default: [:]]["item"] = .object($1.value) }
        }
        switch self {
        case .text(var part):
            part.extra = adding(part.extra)
            return .text(part)
        case .reasoning(var part):
            part.extra = adding(part.extra)
            return .reasoning(part)
        default: return self
        }
    }

    /// The part without that, and what was said.
    var takenApart: (part: Part, item: Extra) {
        func taken(_ extra: Extra) -> (rest: Extra, item: Extra) {
            var rest = extra
            var item: Extra = [:]
            for (owner, members) in extra {
                guard let inner = members["item"]?.object else { continue }
                item[owner] = inner
                var others = members
                others["item"] = nil
                rest[owner] = others.isEmpty ? nil : others
            }
            return (rest, item)
        }
        switch self {
        case .text(var part):
            let (rest, item) = taken(part.extra)
            part.extra = rest
            return (.text(part), item)
        case .reasoning(var part):
            let (rest, item) = taken(part.extra)
            part.extra = rest
            return (.reasoning(part), item)
        default: return (self, [:])
        }
    }
}

extension Message {
    /// The items that say what the message says.
    public var items: [Item] {
        if parts.isEmpty { return role == .user || role == .system ? [item(of: self)] : rest(isSaid: false) }
        var items: [Item] = []
        var run: (parts: [Part], item: Extra) = ([], [:])
        var thoughts: ReasoningItem?
        var isSaid = false
        let results = Dictionary(
            parts.compactMap { part in
                if case .serverToolResult(let result) = part { (result.callID, result) } else { nil }
            }
        ) { first, _ in first }
        var taken: Set<String> = []
        func flush() {
            if let done = thoughts { items.append(.reasoning(done)) }
            thoughts = nil
            guard !run.parts.isEmpty else { return }
            var message = Message(role: role, parts: run.parts, name: name)
            message.extra = run.item.reduce(into: extra) { $0[$1.key] = ($0[$1.key] ?? [:]).merged(with: $1.value) }
            items.append(item(of: message))
            isSaid = true
            run = ([], [:])
        }
        for part in parts {
            let (part, item) = part.takenApart
            switch part {
            case .text, .image, .audio, .file, .refusal:
                if thoughts != nil || !run.parts.isEmpty && run.item != item && part.kind != .refusal { flush() }
                if run.parts.isEmpty { run.item = item }
                run.parts.append(part)
            case .opaque where role != .assistant: run.parts.append(part)
            case .reasoning(let thought):
                if !run.parts.isEmpty
                    || thoughts.map({ $0.extra != item || item.isEmpty || thought.encrypted != nil }) ?? false
                {
                    flush()
                }
                var whole = thoughts ?? ReasoningItem(thought, item)
                whole.add(thought)
                thoughts = whole
            case .toolCall(let call):
                flush()
                items.append(.toolCall(call))
            case .toolResult(let result):
                flush()
                items.append(.toolResult(result))
            case .serverToolCall(let call):
                flush()
                var whole = ServerToolItem(call)
                if Item.holdResults.contains(call.name), let result = results[call.id], taken.insert(call.id).inserted {
                    whole.content = result.content
                    whole.isError = result.isError
                }
                items.append(Item(whole))
            case .serverToolResult(let result):
                if taken.contains(result.callID) { continue }
                flush()
                items.append(result.name == "computerUse" ? .computerResult(result) : .other(part))
            case .opaque(let opaque):
                flush()
                items.append(.opaque(opaque))
            case .citation:
                flush()
                items.append(.other(part))
            }
        }
        flush()
        return items + rest(isSaid: isSaid)
    }

    private func item(of message: Message) -> Item {
        switch role {
        case .system: .system(message)
        case .user: .user(message)
        case .assistant, .tool: .assistant(message)
        }
    }

    private func rest(isSaid: Bool) -> [Item] { isSaid || extra.isEmpty ? [] : [.rest(extra)] }

    /// The text when it is all there is, and nothing is said of the message as a whole. Setting appends a text part.
    public var plainText: String? {
        get { extra.isEmpty ? soleText : nil }
        set { text = newValue }
    }
}

extension ReasoningItem {
    fileprivate init(_ thought: ReasoningPart, _ item: Extra) {
        self.init(origin: thought.origin)
        extra = item
        encrypted = thought.encrypted
    }

    fileprivate mutating func add(_ thought: ReasoningPart) {
        var thought = thought
        thought.encrypted = nil
        if thought.text.isEmpty, thought.extra.isEmpty, thought.signature == nil { return }
        if thought.isSummary { summaries.append(thought) } else { contents.append(thought) }
    }
}

extension ChatRequest {
    /// The conversation as items. Setting adds messages: what the model said and did in a row is one.
    public var items: [Item] {
        get {
            let items = messages.flatMap(\.items)
            let texts = Set(items.compactMap { if case .toolCall(let call) = $0, call.isText { call.id } else { nil } })
            if texts.isEmpty { return items }
            return items.map { item in
                if case .toolResult(let result) = item, texts.contains(result.callID) {
                    .textResult(result)
                } else {
                    item
                }
            }
        }
        set {
            for item in newValue {
                switch item {
                case .system(let message), .user(let message): messages.append(message)
                case .toolResult(let result), .textResult(let result): messages.append(result)
                case .computerResult:
                    messages.append(Message(role: .tool, parts: item.parts.map(\.part)))
                default:
                    let parts = item.parts.map(\.part)
                    if parts.isEmpty { continue }
                    if messages.last?.role != .assistant { messages.append(Message(role: .assistant)) }
                    messages[messages.count - 1].parts += parts
                }
            }
        }
    }

    /// The conversation when it is one text of the person. Setting adds it.
    public var inputText: String? {
        get { messages.count == 1 && messages[0].role == .user ? messages[0].plainText : nil }
        set { if let newValue { messages.append(.user(newValue)) } }
    }
}

extension Renderer {
    /// Whether an item may be written: thoughts and opaque items only on the wire they came from, and thoughts that the
    /// provider would have to look up only where it keeps them.
    public func isOwn(_ item: Item) -> Bool {
        switch item {
        case .reasoning(let item):
            item.origin == wire
                && (!isStateless || item.encrypted != nil || item.contents.contains { !$0.text.isEmpty })
        case .opaque(let part): part.origin == wire
        default: true
        }
    }

    /// Notes that an item is left out.
    public mutating func drop(_ item: Item) {
        if case .rest(let extra) = item { drop(extra) }
        if case .reasoning(let thoughts) = item, thoughts.origin == wire {
            let reason = "nothing is stored, and these thoughts bear no encrypted form"
            losses.append(Loss(path: place, reason: reason, severity: .dropped))
            return
        }
        for (_, part) in item.parts { drop(part) }
    }
}

/// What a request wants to be told besides the answer, on wires where that must be asked for.
public enum Wanted: Sendable, Hashable {
    /// Thoughts in a form that can be sent back, where the provider keeps nothing.
    case encryptedReasoning
    /// How likely each token was.
    case logprobs
    /// The pages that a search of the web found.
    case searchSources
    /// The passages that a search of files found.
    case fileResults
    /// What code printed.
    case codeOutputs
}

extension ChatRequest {
    /// What the request wants to be told besides the answer. Setting takes what has a member of its own.
    public var wanted: [Wanted] {
        get {
            let all: [(Wanted, Bool)] = [
                (.encryptedReasoning, store == false), (.logprobs, logprobs == true),
                (.searchSources, asks(for: "webSearch")), (.fileResults, asks(for: "fileSearch")),
                (.codeOutputs, asks(for: "codeExecution")),
            ]
            return all.filter(\.1).map(\.0)
        }
        set { if newValue.contains(.logprobs) { logprobs = true } }
    }
}

extension Finish {
    /// The end where an answer is not whole: the wire says why.
    var why: Finish? { [.length, .contentFilter, .pause].contains(reason) ? Finish(reason: reason) : nil }
}
