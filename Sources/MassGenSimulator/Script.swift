public import MassGenCore
import Synchronization

/// What a simulator is to say, and what it was asked.
final class Script: Sendable {
    private struct State: Sendable {
        var answers: ArraySlice<ChatResponse>
        var requests: [ChatRequest] = []
    }

    private let state: Mutex<State>

    init(_ answers: [ChatResponse]) { state = Mutex(State(answers: answers[...])) }

    var requests: [ChatRequest] { state.withLock { $0.requests } }

    /// Takes note of a request; the answer to it, where there is one left.
    func next(_ request: ChatRequest) -> ChatResponse? {
        state.withLock { state in
            state.requests.append(request)
            return state.answers.popFirst()
        }
    }
}

/// Answers for scripts.
extension ChatResponse {
    /// A text.
    public static func saying(_ text: String) -> ChatResponse {
        var response = ChatResponse(id: "scripted", message: .assistant(text))
        response.stopReason = .stop
        response.usage = Usage(input: 10, output: 5)
        return response
    }

    /// Calls of tools.
    public static func calling(_ calls: ToolCall...) -> ChatResponse {
        var response = saying("")
        response.message.parts = calls.map(Part.toolCall)
        response.stopReason = .toolCalls
        return response
    }

    /// The events that a stream of it has.
    var events: [ChatEvent] {
        var events: [ChatEvent] = [.started(ResponseHead(id: id ?? "scripted", model: model ?? "simulator"))]
        for (index, part) in message.parts.enumerated() {
            switch part {
            case .text(let part): events += [.blockStarted(index: index, .text), .textDelta(index: index, part.text)]
            case .reasoning(let thought) where thought.encrypted == nil:
                events += [.blockStarted(index: index, .reasoning), .reasoningDelta(index: index, thought.text)]
                if let seal = thought.signature { events.append(.signature(index: index, seal)) }
            case .refusal(let refusal):
                events += [.blockStarted(index: index, .refusal), .refusalDelta(index: index, refusal.text)]
            case .toolCall(let call):
                events.append(.blockStarted(index: index, .toolCall(id: call.id, name: call.name)))
                // In two pieces, as models send them.
                let text = call.argumentsText
                let half = text.unicodeScalars.index(text.startIndex, offsetBy: text.unicodeScalars.count / 2)
                for piece in [text[..<half], text[half...]] where !piece.isEmpty {
                    events.append(.argumentsDelta(index: index, String(piece)))
                }
                if let seal = call.signature { events.append(.signature(index: index, seal)) }
            default: events.append(.blockStarted(index: index, .part(part)))
            }
            events.append(.blockEnded(index: index))
        }
        if let usage { events.append(.usage(usage)) }
        events.append(.finished(Finish(reason: stopReason ?? .stop, vendorReason: vendorStopReason)))
        return events
    }
}
