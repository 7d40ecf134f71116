import Foundation

/// A call that is to be made.
struct CallJob: Sendable {
    let checked: CheckedCall
    let round: Int
    let options: RunOptions
    /// Who is told the result.
    let provider: Provider
    /// What a person changed, for the model.
    let note: String?
    let work: @Sendable () async throws -> ToolContent

    var call: ToolCall { checked.call }

    /// Makes the call; always comes back within its time, whatever the tool does.
    /// - Parameter rest: how long the run may still take.
    func run(rest: Duration?, report: @escaping @Sendable (ToolProgress) -> Void) async -> CallRecord {
        let start = ContinuousClock.now
        let limit = checked.tool.timeout ?? options.timeout
        let context = ToolContext(call: call, report: report)
        let end = await bounded(by: rest.map { min($0, limit) } ?? limit) { [work] in
            try await ToolContext.$current.withValue(context) { try await work() }
        }
        var outcome: CallRecord.Outcome
        var content: ToolContent
        switch end {
        case .value(let value): (outcome, content) = (value.isError ? .failed : .finished, value)
        case .failed(let error): (outcome, content) = (.failed, .error("The tool failed: \(error.words)"))
        case .late:
            let reason =
                rest.map { $0 < limit } ?? false
                ? "The run's time was over" : "The tool took longer than \(limit.words)"
            let words = "\(reason): the call was given up, and whether it did its work is not known."
            (outcome, content) = (.timedOut, .error(words))
        case .cancelled: (outcome, content) = (.cancelled, .error("The run was cancelled while the tool was at work."))
        }
        if outcome == .finished || outcome == .failed {
            switch await shown(content) {
            case .value(let value):
                content = value.clipped(to: options.outputLimit).told(to: provider)
                if value.isError { outcome = .failed }
            case .failed, .late:
                let words = "The tool was called, but a check of its result failed: the result is withheld."
                (outcome, content) = (.withheld, .error(words))
            case .cancelled: outcome = .cancelled
            }
        }
        if let note { content.parts.insert(.text("[\(note)]\n"), at: 0) }
        return CallRecord(
            outcome, call, round: round, content, arguments: checked.arguments, seconds: (.now - start).seconds)
    }

    /// What hooks let through.
    private func shown(_ content: ToolContent) async -> Bounded<ToolContent> {
        var content = content
        for hook in options.hooks {
            switch await bounded(
                by: options.hookTimeout, { [checked, content] in try await hook.after(checked, content) })
            {
            case .value(let replaced): content = replaced
            case let end: return end
            }
        }
        return .value(content)
    }
}

extension ToolContent {
    /// With at most so many bytes of text; what is cut off is said.
    func clipped(to limit: Int) -> ToolContent {
        var left = limit
        var clipped = self
        var isCut = false
        clipped.parts = parts.compactMap { part in
            guard case .text(var text) = part else { return part }
            if text.text.utf8.count <= left {
                left -= text.text.utf8.count
                return part
            }
            guard !isCut else { return nil }
            isCut = true
            text.text = text.text.cut(to: left)
            left = 0
            return .text(text)
        }
        guard isCut else { return self }
        let whole = parts.reduce(0) { if case .text(let text) = $1 { $0 + text.text.utf8.count } else { $0 } }
        clipped.parts.append(
            .text(
                "\n[The result was cut off here: it has \(whole.separated) bytes, of which \(limit.separated) are shown.]"
            ))
        return clipped
    }
}

extension ToolContent {
    /// With its files read, as they are now; media that a provider does not take are told in words.
    fileprivate func told(to provider: Provider) -> ToolContent {
        var told = self
        told.parts = parts.map { part in
            guard part.kind != .text else { return part }
            var request = ChatRequest(model: "", messages: [Message(role: .tool, parts: [part])])
            var media = MediaCheck(provider)
            do throws(BackendError) {
                try media.prepare(&request)
            } catch {
                return .text("[The tool gave what cannot be shown: \(error.message).]")
            }
            return request.messages[0].parts[0]
        }
        return told
    }
}

extension String {
    /// The longest beginning that has at most so many bytes and ends with a whole character.
    fileprivate func cut(to limit: Int) -> String {
        var end = utf8.index(startIndex, offsetBy: max(0, limit))
        while end > startIndex, end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
        return String(self[..<end])
    }
}

extension Error {
    /// What a tool says went wrong.
    fileprivate var words: String {
        switch self {
        case let error as ToolError: error.message
        case is DecodingError: placed
        case let error as any LocalizedError: error.errorDescription ?? "\(error)"
        default: "\(self)"
        }
    }
}

extension Duration {
    /// In seconds.
    var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }

    fileprivate var words: String {
        seconds >= 1 ? "\(JSONNumber((seconds * 10).rounded() / 10)) seconds" : "\(Int((seconds * 1000).rounded())) ms"
    }
}
