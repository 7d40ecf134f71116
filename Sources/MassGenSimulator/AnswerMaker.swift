import MassGenCore

/// Makes up answers: no model, but words that follow from the question.
struct AnswerMaker: Sendable {
    /// The events of an answer, as a wire would stream them.
    func events(for request: ChatRequest) -> [ChatEvent] {
        let question = request.messages.last { $0.role == .user }?.text ?? ""
        let results = request.messages.last?.role == .tool ? request.messages.last?.toolResults ?? [] : []
        let id = "sim-\(String(digest(of: question + request.model), radix: 36))"
        var events: [ChatEvent] = [.started(ResponseHead(id: id, model: request.model))]
        var index = 0
        func block(_ block: ChatEvent.Block, _ deltas: [ChatEvent]) {
            events.append(.blockStarted(index: index, block))
            events += deltas
            events.append(.blockEnded(index: index))
            index += 1
        }
        if let effort = request.reasoning?.effort, effort != .none {
            let thought = "The question has \(words(in: question).count) words."
            block(.reasoning, pieces(of: thought).map { .reasoningDelta(index: index, $0) })
        }
        var reason = StopReason.stop
        let calls = results.isEmpty ? self.calls(for: request, question) : []
        if calls.isEmpty {
            var pieces = pieces(of: text(for: request, question, results))
            if let limit = request.maxOutputTokens, pieces.count > limit {
                pieces = Array(pieces.prefix(limit))
                reason = .length
            }
            block(.text, pieces.map { .textDelta(index: index, $0) })
        }
        for (place, call) in calls.enumerated() {
            let id = "call\(String(digest(of: "\(place)\(call.name)\(question)"), radix: 36).prefix(5))"
            block(
                .toolCall(id: id, name: call.name),
                pieces(of: call.argumentsText).map { .argumentsDelta(index: index, $0) })
            reason = .toolCalls
        }
        let answer = events.reduce(0) { $0 + ($1.isDelta ? 1 : 0) }
        let prompt = request.messages.reduce(0) { $0 + words(in: $1.text ?? "").count + 4 }
        events.append(.usage(Usage(input: prompt, output: answer)))
        events.append(.finished(Finish(reason: reason)))
        return events
    }

    private func text(for request: ChatRequest, _ question: String, _ results: [ToolResult]) -> String {
        switch request.responseFormat {
        case .json: return JSON.object(["answer": .string(question)]).text
        case .jsonSchema(let format): return sample(of: format.schema, question).text
        case .text, nil: break
        }
        if let result = results.last {
            return "The tool says: \(result.text ?? "nothing"). That answers: \(question)"
        }
        let topics = words(in: question).filter { $0.count > 3 }
        let subject = topics.isEmpty ? "that" : topics.joined(separator: ", ")
        return "You ask: \"\(question)\" I am a simulator on your own machine, so I only know your words: \(subject). "
            + "Set a provider's key, GROQ_API_KEY for instance, and a model will answer in my place."
    }

    /// The tools to call: the one that must be, otherwise those that the question speaks of.
    private func calls(for request: ChatRequest, _ question: String) -> [ToolCall] {
        let asked = Set(words(in: question.lowercased()))
        let chosen: [ToolDefinition]
        switch request.toolChoice {
        case .none?: chosen = []
        case .tool(let tool)?: chosen = request.tools.filter { $0.name == tool.name }
        case .tools(let subset)? where subset.isRequired:
            chosen = Array(request.tools.filter { subset.names.contains($0.name) }.prefix(1))
        case .required?: chosen = Array(request.tools.prefix(1))
        case .auto?, .tools?, nil:
            let offered =
                request.toolChoiceNames.isEmpty
                ? request.tools : request.tools.filter { request.toolChoiceNames.contains($0.name) }
            chosen = offered.filter { tool in
                !asked.isDisjoint(with: words(in: tool.name.lowercased()).filter { $0.count > 2 })
            }
        }
        return chosen.map { ToolCall(id: "", name: $0.name, arguments: sample(of: $0.schema, question)) }
    }

    /// JSON that fits a schema: words and numbers of the question where they fit.
    private func sample(of schema: JSON, _ question: String, depth: Int = 0) -> JSON {
        if let value = schema["const"] ?? schema["enum"]?[0] ?? schema["default"] { return value }
        if let first = (schema["anyOf"] ?? schema["oneOf"])?[0] { return sample(of: first, question, depth: depth + 1) }
        let type = schema["type"]?.string ?? schema["type"]?[0]?.string
        switch type ?? (schema["properties"] == nil ? "string" : "object") {
        case "object":
            var object = JSONObject()
            for (key, inner) in schema["properties"]?.object ?? [:] where depth < 8 {
                object[key] = sample(of: inner, question, depth: depth + 1)
            }
            return .object(object)
        case "array": return depth < 8 ? [sample(of: schema["items"] ?? [:], question, depth: depth + 1)] : []
        case "integer", "number": return .number(words(in: question).compactMap { Int($0) }.first ?? 1)
        case "boolean": return true
        case "null": return nil
        default:
            if let text = Self.samples[schema["format"]?.string ?? ""] { return .string(text) }
            return .string(words(in: question).last { $0.first?.isUppercase == true } ?? words(in: question).last ?? "")
        }
    }

    /// Texts of known formats.
    private static let samples = [
        "date-time": "2027-01-15T08:00:00Z", "date": "2027-01-15", "time": "08:00:00Z", "duration": "PT1H",
        "email": "sky@example.com", "hostname": "example.com", "uri": "https://example.com/", "ipv4": "192.0.2.1",
        "uuid": "8e2f0d5c-3f4b-4c1d-9a3e-0123456789ab",
    ]

    private func words(in text: String) -> [String] {
        text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// A text cut before its spaces, as models cut it.
    private func pieces(of text: String) -> [String] {
        var pieces: [String] = []
        var current = ""
        for character in text {
            if character == " ", !current.isEmpty {
                pieces.append(current)
                current = ""
            }
            current.append(character)
        }
        if !current.isEmpty { pieces.append(current) }
        return pieces
    }

    /// A number that follows from a text.
    func digest(of text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
