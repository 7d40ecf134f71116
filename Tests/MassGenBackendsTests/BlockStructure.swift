import MassGenBackends

/// What is wrong with a stream of events: blocks must open, grow and close, and there is one end. `nil` when all is well.
func mistake(in events: [ChatEvent]) -> String? {
    var open: [Int: ChatEvent.Block] = [:]
    var next = 0
    for (place, event) in events.enumerated() {
        switch event {
        case .started: if place != 0 { return "started at \(place)" }
        case .blockStarted(let index, let block):
            if index != next { return "block \(index) opens where \(next) is due" }
            next += 1
            open[index] = block
        case .textDelta(let index, let text):
            if open[index] != .text { return "text in block \(index), which is \(String(describing: open[index]))" }
            if text.isEmpty { return "an empty piece" }
        case .citation(let index, _):
            if open[index] != .text { return "a source in block \(index), which is \(String(describing: open[index]))" }
        case .signature(let index, _), .extra(let index?, _):
            if open[index] == nil { return "a seal of block \(index), which is not open" }
        case .extra(nil, _): break
        case .reasoningDelta(let index, _):
            if open[index] != .reasoning {
                return "reasoning in block \(index), which is \(String(describing: open[index]))"
            }
        case .refusalDelta(let index, _):
            if open[index] != .refusal {
                return "a refusal in block \(index), which is \(String(describing: open[index]))"
            }
        case .argumentsDelta(let index, _):
            guard case .toolCall? = open[index] else { return "arguments in block \(index)" }
        case .whole(let index, _): if open[index] == nil { return "block \(index) is whole but not open" }
        case .blockEnded(let index):
            if open.removeValue(forKey: index) == nil { return "block \(index) closes but is not open" }
        case .usage: if !open.isEmpty { return "usage while blocks are open" }
        case .finished:
            if place != events.count - 1 { return "events after the end" }
            if !open.isEmpty { return "blocks open at the end" }
        }
    }
    return nil
}
