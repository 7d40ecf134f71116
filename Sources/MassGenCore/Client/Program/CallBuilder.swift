/// A request as it goes to a program, and what could not go with it.
public struct RenderedCall: Sendable {
    /// The program with its arguments and environment, key included.
    public var command: ProcessCommand
    /// The lines for its input.
    public var lines: [JSON]
    /// The flags among the arguments, without their dashes.
    public var flags: JSONObject
    /// What the program was not told as it was meant.
    public var losses: [Loss]
}

/// Turns a canonical request into the call of a program: members of the request's body become flags, its messages lines.
struct CallBuilder<Format: Wire> {
    let provider: Provider
    let connection: Connection
    let program: ProgramOptions

    /// - Parameter known: the messages that the program knows already.
    func build(
        _ request: ChatRequest, isStreaming: Bool, after known: [Message] = []
    ) throws(BackendError) -> RenderedCall {
        let (request, losses) = try news(in: request, after: known)
        // A program has names of its own for its models.
        var connection = connection
        connection.allowsUnknownModels = true
        let (_, _, body) = try RequestBuilder<Format>(provider: provider, connection: connection).render(
            request, isStreaming: isStreaming, known: losses)
        var flags = (try? JSON(parsing: body.json.bytes))?.object ?? [:]
        let lines = flags["messages"]?.array ?? []
        flags["messages"] = nil
        var command = ProcessCommand(
            connection.base ?? connection.firstVariable(provider.baseVariables) ?? provider.base,
            flags.arguments + program.arguments, environment: try environment(),
            directory: program.directory)
        command.grace = min(program.patience, .seconds(2))
        return RenderedCall(command: command, lines: lines, flags: flags, losses: body.losses)
    }

    /// The request with nothing but what is new to the program. A program remembers what it said itself; what others
    /// said, and results of tools it did not call, it cannot be told.
    private func news(in request: ChatRequest, after known: [Message]) throws(BackendError) -> (ChatRequest, [Loss]) {
        var news = request
        news.messages = []
        var losses: [Loss] = []
        var toSkip = request.messages.talk.count(after: known)
        for (index, message) in request.messages.enumerated() {
            switch message.role {
            case .system: news.messages.append(message)
            case _ where toSkip > 0: toSkip -= 1
            case .user: news.messages.append(message)
            case .assistant, .tool:
                let reason =
                    "\(provider.title) is told no messages of the \(message.role.rawValue): it knows only its own"
                losses.append(Loss(path: "messages[\(index)]", reason: reason, severity: .dropped))
            }
        }
        guard news.messages.contains(where: { $0.role == .user && !$0.parts.isEmpty }) else {
            throw BackendError(
                .setup, .invalidRequest, "the request holds no new message of the user for \(provider.title)",
                provider: provider.id)
        }
        if !program.settings.isEmpty {
            news.extra[provider.id] = program.settings.merged(with: news.extra[provider.id] ?? [:])
        }
        return (news, losses)
    }

    private func environment() throws(BackendError) -> [String: String] {
        var environment = connection.environment
        for item in provider.variables {
            switch item.value {
            case .text(let text): environment[item.name] = text
            case .option(let name): environment[item.name] = connection.options[name] ?? environment[item.name]
            case .absent: environment[item.name] = nil
            }
        }
        guard let key = connection.key else { return environment }
        guard let name = provider.keys.flatMap(\.variables).first else {
            throw BackendError(.setup, .invalidKey, "\(provider.title) takes no key", provider: provider.id)
        }
        environment[name] = key.value
        return environment
    }
}

extension [Message] {
    /// What was said, without the system's messages.
    var talk: [Message] { filter { $0.role != .system } }

    /// How many of the messages are known, where they go on with all that is known; 0 where they begin anew.
    func count(after known: [Message]) -> Int {
        known.count < count && zip(known, self).allSatisfy { $0.isSame(as: $1) } ? known.count : 0
    }
}

extension Message {
    /// Whether it says the same: what a program said may have lost what only the wire knew.
    fileprivate func isSame(as other: Message) -> Bool {
        role == other.role && (parts == other.parts || role == .assistant && text == other.text)
    }
}

extension JSONObject {
    /// The members as flags: one argument each, so that no value is taken for a flag or a message.
    var arguments: [String] {
        flatMap { name, value -> [String] in
            switch value {
            case .null, .bool(false): []
            case .bool(true): ["--\(name)"]
            case .array(let values) where values.isEmpty: ["--\(name)="]
            case .array(let values): values.map { "--\(name)=\($0.string ?? $0.text)" }
            default: ["--\(name)=\(value.string ?? value.text)"]
            }
        }
    }
}
