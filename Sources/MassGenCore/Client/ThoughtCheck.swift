/// Thoughts that a vendor wants back as they came: a request that lacks them, or holds others, would be refused.
extension RequestBuilder {
    /// Looks at the turn that is under way, the messages since the user last spoke; vendors forget earlier thoughts.
    func checkThoughts(of request: ChatRequest, _ capabilities: Set<Capability>) throws(BackendError) {
        guard capabilities.contains("sealedThoughts") else { return }
        let start = request.messages.lastIndex { $0.role == .user && !$0.parts.isEmpty } ?? 0
        let turn = request.messages.indices[start...].filter { request.messages[$0].role == .assistant }
        for place in turn {
            for (index, part) in request.messages[place].parts.enumerated() {
                guard case .reasoning(let thought) = part, thought.isAltered, isOwn(thought) else { continue }
                throw setup(
                    .alteredReasoning,
                    "messages[\(place)].parts[\(index)]: the thoughts were changed after \(provider.title) sealed them: "
                        + "send them as they came, or none of the turn")
            }
        }
        guard request.thinks(capabilities), let first = turn.first(where: { !request.messages[$0].toolCalls.isEmpty }),
            first == turn.first
        else { return }
        let hasThoughts = request.messages[first].parts.contains { part in
            guard case .reasoning(let thought) = part, isOwn(thought) else { return false }
            return thought.signature?.isEmpty == false || thought.encrypted != nil
        }
        if hasThoughts { return }
        throw setup(
            .missingReasoning,
            "messages[\(first)] calls tools without the thoughts that led to the calls, and \(provider.title) wants them back "
                + "while the model thinks: send the message as it came, or turn reasoning off")
    }

    private func isOwn(_ thought: ReasoningPart) -> Bool { (thought.origin ?? Format.id) == Format.id }
}

extension ChatRequest {
    /// Whether the request itself makes the model think: what a model does by itself is not known.
    fileprivate func thinks(_ capabilities: Set<Capability>) -> Bool {
        if capabilities.contains("adaptiveThinking") { return false }
        return reasoning?.budgetTokens ?? 0 > 0
    }
}

extension BackendError.Code {
    /// Thoughts that bear a vendor's seal were changed.
    public static let alteredReasoning: Self = "alteredReasoning"
    /// Calls are told without the thoughts that the vendor wants with them.
    public static let missingReasoning: Self = "missingReasoning"
}
