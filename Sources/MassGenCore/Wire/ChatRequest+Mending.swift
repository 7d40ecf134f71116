/// Calls and results that belong together: providers refuse a conversation with one that lacks the other.
extension ChatRequest {
    /// Gives every call an id of its own and a result, and every result a call; says what was made up.
    ///
    /// Ids that vendors did not give, or gave twice, are told apart by where they stand: a result belongs to the
    /// nearest call before it.
    @discardableResult
    public mutating func mend() -> [Loss] {
        guard messages.contains(where: { $0.parts.contains { $0.kind == .toolCall || $0.kind == .toolResult } }) else {
            return []
        }
        var mending = Mending(messages)
        mending.run()
        messages = mending.mended
        return mending.losses
    }
}

extension ToolCall {
    /// A JSON object in place of arguments that are none, as models write them now and then: vendors refuse to see them
    /// again, or their servers break. Under this key Anthropic advises to send them back:
    /// https://platform.claude.com/docs/en/agents-and-tools/tool-use/fine-grained-tool-streaming
    /// `nil` where all is well.
    fileprivate var mendedArguments: String? {
        if isText || argumentsText.utf8.allSatisfy({ $0 <= 0x20 }) { return nil }
        var json = JSONReader(Array(argumentsText.utf8))
        let isObject = (try? json.peek()) == .object && (try? json.skip()) != nil && (try? json.end()) != nil
        if isObject { return nil }
        return argumentsText == "null" ? "{}" : JSON.object(["INVALID_JSON": .string(argumentsText)]).text
    }
}

private struct Mending {
    private let messages: [Message]
    private(set) var mended: [Message] = []
    private(set) var losses: [Loss] = []
    private var taken: Set<String>
    private var used: Set<String> = []
    private var open: [Call] = []
    /// Results that nothing called for, with the calls that are added.
    private var orphans: [(call: ToolCall, result: ToolResult)] = []
    private var count = 0

    /// A call without a result yet.
    private struct Call {
        /// Its id as it was, and as it is now.
        var old: String, id: String
        var name: String
        var path: String
    }

    init(_ messages: [Message]) {
        self.messages = messages
        taken = Set(
            messages.flatMap(\.parts).compactMap { if case .toolCall(let call) = $0 { call.id } else { nil } })
    }

    mutating func run() {
        for (place, message) in messages.enumerated() {
            switch message.role {
            case .assistant:
                if !orphans.isEmpty { settle() }
                mended.append(message)
                for index in message.parts.indices { call(at: index, "messages[\(place)].parts[\(index)]") }
            case .tool: results(message, "messages[\(place)]")
            case .user, .system:
                settle()
                mended.append(message)
            }
        }
        settle()
    }

    private mutating func call(at index: Int, _ path: String) {
        let last = mended.count - 1
        guard case .toolCall(var call) = mended[last].parts[index] else { return }
        if let object = call.mendedArguments {
            call.argumentsText = object
            mended[last].parts[index] = .toolCall(call)
            let reason = "the arguments are no JSON object: one that holds their text is sent"
            losses.append(Loss(path: "\(path).arguments", reason: reason, severity: .approximated))
        }
        let old = call.id
        if old.isEmpty || !used.insert(old).inserted {
            call.id = freshID()
            mended[last].parts[index] = .toolCall(call)
            if !old.isEmpty, !ToolCall.isMinted(old) {
                losses.append(
                    Loss(
                        path: "\(path).id", reason: "'\(old)' names another call before it; '\(call.id)' is sent",
                        severity: .approximated))
            }
        }
        open.append(Call(old: old, id: call.id, name: call.name, path: path))
    }

    /// Results of calls that are open stay where they are; others wait until there are no more.
    private mutating func results(_ message: Message, _ path: String) {
        var paired = message
        paired.parts = []
        for (index, part) in message.parts.enumerated() {
            guard case .toolResult(var result) = part else {
                paired.parts.append(part)
                continue
            }
            if let place = self.place(of: result) {
                result.callID = open.remove(at: place).id
                paired.parts.append(.toolResult(result))
            } else {
                let id = result.callID.isEmpty || !used.insert(result.callID).inserted ? freshID() : result.callID
                losses.append(
                    Loss(
                        path: "\(path).parts[\(index)]", reason: "nothing called for this result: a call is added",
                        severity: .synthesised))
                result.callID = id
                orphans.append((ToolCall(id: id, name: result.name ?? "unknown", argumentsText: "{}"), result))
            }
        }
        if !paired.parts.isEmpty || message.parts.isEmpty { mended.append(paired) }
    }

    /// Answers the calls that are open, and adds calls for results that have none.
    private mutating func settle() {
        answerOpenCalls()
        guard !orphans.isEmpty else { return }
        mended.append(Message(role: .assistant, parts: orphans.map { .toolCall($0.call) }))
        mended.append(Message(role: .tool, parts: orphans.map { .toolResult($0.result) }))
        orphans = []
    }

    /// The open call that a result belongs to: by id, or the first of its name where no id was given.
    private func place(of result: ToolResult) -> Int? {
        guard result.callID.isEmpty else { return open.firstIndex { $0.old == result.callID } }
        return result.name.map { name in open.firstIndex { $0.name == name } } ?? open.indices.first
    }

    private mutating func answerOpenCalls() {
        guard !open.isEmpty else { return }
        var results: [Part] = []
        for call in open {
            let reason = "the call has no result: one that says so is added"
            losses.append(Loss(path: call.path, reason: reason, severity: .synthesised))
            let text = "There is no result: the call was not run."
            results.append(.toolResult(ToolResult(callID: call.id, name: call.name, text, isError: true)))
        }
        open = []
        if let last = mended.indices.last, mended[last].role == .tool {
            mended[last].parts += results
        } else {
            mended.append(Message(role: .tool, parts: results))
        }
    }

    private mutating func freshID() -> String {
        while true {
            let id = "\(ToolCall.mintedPrefix)\(count)"
            count += 1
            if !taken.contains(id), used.insert(id).inserted { return id }
        }
    }
}
