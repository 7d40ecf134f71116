/// A call on its way from the model to its tool.
enum CheckedStep: Sendable {
    /// It will not be made.
    case refused(CallRecord)
    /// It can be made.
    case ready(CallJob)
    /// A person must decide; with the arguments it would be made with.
    case waits(ToolCall)
    /// The request defines it and no tool stands for it.
    case foreign(ToolCall)
}

/// Decides whether a call is made: arguments, hooks, people. Every doubt is a no that the model is told of.
struct CallCheck: Sendable {
    let provider: Provider
    let tools: ToolSet
    let options: RunOptions
    /// Functions that the request defines itself.
    let foreign: Set<String>
    let decisions: [String: CallDecision]
    /// What people were shown who decided, by ids of calls.
    let shown: [String: JSON]
    let round: Int

    /// - Parameter isCut: whether the answer broke off within the call.
    func checked(_ call: ToolCall, isCut: Bool) async -> CheckedStep {
        func refused(_ outcome: CallRecord.Outcome, _ message: String) -> CheckedStep {
            .refused(CallRecord(outcome, call, round: round, message))
        }
        let size = call.argumentsText.utf8.count
        if size > options.argumentLimit {
            return refused(
                .tooLarge, "The arguments have more than \(options.argumentLimit.separated) bytes. Send less at a time."
            )
        }
        if isCut {
            return refused(
                .incomplete, "The answer was cut off before this call was whole. Call again, with shorter arguments.")
        }
        guard let tool = tools[call.name], let definition = tools.definition(of: call.name) else {
            if foreign.contains(call.name) { return .foreign(call) }
            return refused(
                .unknown, "There is no tool '\(call.name)'. There are: \(tools.names.joined(separator: ", ")).")
        }
        let arguments: JSON
        do throws(JSONError) {
            arguments = try call.json.omittingNulls(by: definition.schema)
        } catch {
            return refused(.malformed, "The arguments are no JSON: \(error). Call again with a JSON object.")
        }
        guard arguments.object != nil else {
            return refused(.malformed, "The arguments are no JSON object. Call again with one.")
        }
        if let words = unfit(arguments, definition) {
            return refused(.unfit, call.isEmpty ? "The arguments are empty. \(words)" : words)
        }
        if let planning = options.planning, planning.blocks(tool) {
            return refused(.denied, "'\(call.name)' \(planning.explanation)")
        }
        return await decided(CheckedCall(call: call, arguments: arguments, tool: tool), definition)
    }

    /// What hooks and people say.
    private func decided(_ original: CheckedCall, _ definition: ToolDefinition) async -> CheckedStep {
        var checked = original
        var note: String?
        var isApproved = false
        switch decisions[checked.call.id] {
        case .deny(let reason)?: return denied(checked, reason.isEmpty ? "A person said no." : reason)
        case .allow(let arguments)?:
            isApproved = true
            if let arguments, arguments != checked.arguments {
                if let words = unfit(arguments, definition) { return denied(checked, words) }
                checked.arguments = arguments
                note = "A person changed the arguments to \(arguments.text)."
            }
        case nil: break
        }
        for hook in options.hooks {
            let decision = await bounded(by: options.hookTimeout) { [checked] in try await hook.before(checked) }
            switch decision {
            case .value(.allow(let arguments)):
                guard let arguments else { continue }
                if let words = unfit(arguments, definition) {
                    return denied(checked, "A check changed the arguments so that they do not fit: \(words)")
                }
                checked.arguments = arguments
            case .value(.deny(let reason)): return denied(checked, reason)
            case .failed: return denied(checked, "A check of the call failed, so it is not made.")
            case .late: return denied(checked, "A check of the call took too long, so it is not made.")
            case .cancelled:
                return .refused(CallRecord(.cancelled, checked.call, round: round, "The run was cancelled."))
            }
        }
        // Who approved a call approved what it was to be made with, not what hooks make of it now.
        if isApproved, note == nil, let shown = shown[checked.call.id], shown != checked.arguments {
            isApproved = false
        }
        if !isApproved, options.approval.isNeeded(checked) {
            var call = checked.call
            call.arguments = checked.arguments
            return .waits(call)
        }
        if options.isDryRun {
            return .refused(
                CallRecord(.dryRun, checked.call, round: round, "Dry run: the call is right and was not made."))
        }
        return ready(checked, note)
    }

    private func ready(_ checked: CheckedCall, _ note: String?) -> CheckedStep {
        do {
            let work = try checked.tool.bound(to: checked.arguments)
            return .ready(
                CallJob(checked: checked, round: round, options: options, provider: provider, note: note, work: work))
        } catch {
            return .refused(
                CallRecord(.unfit, checked.call, round: round, "The arguments do not fit: \(error.placed)"))
        }
    }

    private func denied(_ checked: CheckedCall, _ reason: String) -> CheckedStep {
        .refused(CallRecord(.denied, checked.call, round: round, reason))
    }

    private func unfit(_ arguments: JSON, _ definition: ToolDefinition) -> String? {
        let misfits = arguments.misfits(definition.schema)
        return misfits.isEmpty ? nil : "The arguments do not fit: \(misfits.joined(separator: "; ")). Call again."
    }
}

extension ToolCall {
    /// Whether there are no arguments: nothing at all, or null.
    fileprivate var isEmpty: Bool { argumentsText.utf8.allSatisfy { $0 <= 0x20 } || argumentsText == "null" }

    /// The arguments; none are an empty object, which has yet to fit the schema.
    fileprivate var json: JSON {
        get throws(JSONError) { isEmpty ? [:] : try JSON(parsing: argumentsText) }
    }
}
