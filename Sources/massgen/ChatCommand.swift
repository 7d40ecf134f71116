import Foundation
import MassGenBackends
import MassGenSimulator

/// `massgen chat`: streams an answer, or holds a conversation.
enum ChatCommand {
    static func run(_ options: inout Options) async {
        let session = Session(options)
        if let prompt = options.operands.first {
            guard options.operands.count == 1 else { Terminal.fail(usage: "chat takes one PROMPT; put it in quotes") }
            let text = prompt == "-" ? String(decoding: Terminal.read("-"), as: UTF8.self) : prompt
            await session.askOnce(text)
        } else if Terminal.isInteractive {
            await session.converse()
        } else {
            let text = String(decoding: Terminal.read("-"), as: UTF8.self)
            if text.allSatisfy(\.isWhitespace) { Terminal.fail(usage: "no PROMPT, and nothing on standard input") }
            await session.askOnce(text)
        }
    }
}

/// A backend and a conversation with it.
private actor Session {
    private let backend: any Backend
    private let simulator: Simulator?
    private let isJSON: Bool
    private var request: ChatRequest
    private let attachments: [Part]
    /// What the model may call beside the tools of servers.
    private let tools: [any Tool]
    /// The configuration of servers that are started here.
    private let configuration: String?
    private var servers: ChatServers?

    init(_ options: Options) {
        var connection = Connection(key: Catalogue.key(options), base: options.value("--base-url"))
        connection.allowsUnknownModels = options.has("--any-model")
        var type: any HTTPBackend.Type = Chat.self
        let program = options.value("--provider").flatMap(Catalogue.program)
        if program != nil {
            simulator = nil
        } else if let id = options.value("--provider") {
            type = Catalogue.backend(id, wire: options.value("--wire"))
            simulator = nil
        } else if options.value("--base-url") != nil {
            type = Chat.self
            simulator = nil
        } else if let first = Self.firstWithKey(connection) {
            type = first
            simulator = nil
        } else {
            type = Chat.self
            simulator = try? Simulator(OpenAIChat.self, pace: .milliseconds(12))
            guard let simulator else { Terminal.fail("cannot listen on the loopback address") }
            connection.base = simulator.base
            Terminal.say(Terminal.dim("no key is set: the built-in simulator answers, over HTTP at \(simulator.base)"))
        }
        let servers = options.value("--mcp")
        backend = program.map { Self.session(of: $0, connection, servers: servers) } ?? type.init(connection)
        isJSON = options.has("--json")
        let fallback = simulator == nil ? backend.provider.defaultModel ?? "" : "simulator"
        request = ChatRequest(model: options.value("--model") ?? fallback, messages: [])
        if let system = options.value("--system") { request.messages.append(.system(system)) }
        if let effort = options.value("--effort") {
            request.reasoning = ReasoningOptions(effort: ReasoningEffort(rawValue: effort))
        }
        request.maxOutputTokens = options.number("--max-tokens")
        attachments = options.all("--attach").map { .attachment(Media(path: $0)) }
        tools = options.has("--tools") ? Demonstration.tools : []
        configuration = program == nil ? servers : nil
    }

    /// A program keeps the conversation itself, and is kept running for it.
    private static func session<B: ProgramBackend>(
        of type: B.Type, _ connection: Connection, servers: String?
    ) -> any Backend {
        var backend = type.init(connection)
        if let servers { backend.program.settings = ChatServers.settings(servers, of: type) }
        return backend.session()
    }

    /// The first provider whose key is set in the environment.
    private static func firstWithKey(_ connection: Connection) -> (any HTTPBackend.Type)? {
        Backends.all.first { type in
            type.provider.defaultModel != nil
                && type.provider.keys.flatMap(\.variables).contains { connection.environment[$0]?.isEmpty == false }
        }
    }

    /// One question, one answer.
    func askOnce(_ prompt: String) async {
        Interrupt.exits(with: 130) { await self.closeServers() }
        await startServers()
        let result = await ask(prompt)
        await closeServers()
        var error: BackendError?
        if case .failed(let failure) = result.end { error = failure }
        if isJSON {
            var response = result.response
            if result.answers.count > 1 { response.usage = result.usage }
            Terminal.line(
                ResultJSON(
                    provider: backend.provider.id, response: response, error: error, cost: cost(of: result),
                    calls: result.calls
                ).json.text)
        }
        if let error {
            Terminal.say("massgen: \(error)")
            if error.code == .unknownModel { Terminal.say("--any-model sends it all the same") }
            if error.code == .noModel { Terminal.say("name one with --model") }
            if error.code == .noKey { Terminal.say("--key-file FILE reads it from a file") }
            Terminal.exit(1)
        }
        if case .limit(_, let reason) = result.end { Terminal.fail("the answer is not whole: \(reason)") }
    }

    /// Questions until `/quit` or the end of input.
    func converse() async {
        await startServers()
        Terminal.say(Terminal.dim("\(backend.provider.title), \(request.model); /quit ends, Ctrl-C stops an answer"))
        while true {
            Terminal.write("> ")
            guard let line = readLine() else { break }
            if line == "/quit" { break }
            if line.isEmpty { continue }
            let task = Task { await self.ask(line) }
            Interrupt.cancels(task)
            let result = await task.value
            if case .failed(let error) = result.end { Terminal.say("massgen: \(error)") }
            if case .limit(_, let reason) = result.end { Terminal.say("massgen: \(reason)") }
            request.messages = result.messages
            // What had come of an answer that broke off was said.
            if request.messages.last?.role == .user {
                if result.response.message.parts.isEmpty {
                    request.messages.removeLast()
                } else {
                    request.messages.append(result.response.message)
                }
            }
        }
        await closeServers()
    }

    private func startServers() async {
        if let configuration { servers = await ChatServers.start(configuration) }
    }

    private func closeServers() async { await servers?.close() }

    private func ask(_ prompt: String) async -> RunResult {
        request.messages.append(Message(role: .user, parts: attachments + [.text(prompt)]))
        let clock = ContinuousClock()
        let start = clock.now
        var first: Duration?
        var result: RunResult?
        do throws(BackendError) {
            for try await event in backend.run(request, tools: tools + (servers?.tools ?? [])) {
                switch event {
                case .model(let event):
                    if first == nil, event.isDelta { first = clock.now - start }
                    if !isJSON { Terminal.write(event.text ?? "") }
                case .toolStarted(let call): Terminal.say(Terminal.dim("\(call.name)(\(call.argumentsText))"))
                case .toolEnded(let record) where record.outcome != .finished:
                    Terminal.say(Terminal.dim("\(record.call.name) \(record.outcome): \(record.result.text ?? "")"))
                case .ended(let end): result = end
                case .round, .answered, .toolProgress, .toolEnded: break
                }
            }
        } catch {
            // The result says what went wrong.
        }
        guard let result else { Terminal.fail("the run had no end") }
        if !isJSON { show(result.response) }
        report(result, first: first, whole: clock.now - start)
        return result
    }

    private func show(_ response: ChatResponse) {
        if !response.text.isEmpty { Terminal.line("") }
        if let refusal = response.message.refusal { Terminal.line(refusal) }
        for call in response.toolCalls { Terminal.line("\(call.name)(\(call.argumentsText))") }
    }

    /// What all answers cost together.
    private func cost(of result: RunResult) -> Cost {
        let answers = result.answers.isEmpty ? [result.response] : result.answers
        let costs = answers.map { backend.provider.models.cost(of: $0, asked: request.model) }
        guard costs.count > 1, var sum = costs.first(where: { $0.total != nil }) else {
            return costs.first ?? Cost(.unknown(.noUsage))
        }
        sum.lines = costs.flatMap(\.lines)
        let reported = costs.compactMap(\.reported)
        sum.reported = reported.count == costs.count ? reported.reduce(.zero) { $0 + $1 } : nil
        let missing = Set(costs.flatMap { $0.total == nil ? [.input, .output] : $0.missing })
        sum.kind = missing.isEmpty ? .exact : .partial(missing: BillableUnit.allCases.filter(missing.contains))
        return sum
    }

    private func report(_ result: RunResult, first: Duration?, whole: Duration) {
        let response = result.response
        for loss in response.losses { Terminal.say(Terminal.dim("warning: \(loss)")) }
        var words = [
            "\(backend.provider.title)\(simulator == nil ? "" : " (simulator)")", response.model ?? request.model,
        ]
        let usage = result.answers.isEmpty ? response.usage : result.usage
        if let usage, !usage.isEmpty {
            words.append(
                "\(usage.input?.separated ?? "?") tokens in, \(usage.output?.separated ?? "?") out")
        }
        if simulator == nil { words.append("cost \(cost(of: result))") }
        if let first { words.append("first token after \(milliseconds(first)) ms") }
        let seconds = Double(milliseconds(whole)) / 1000
        if let output = usage?.output, seconds > 0 {
            words.append("\(Int(Double(output) / seconds)) tokens/s")
        }
        Terminal.say(Terminal.dim(words.joined(separator: " · ")))
    }

    private func milliseconds(_ duration: Duration) -> Int64 {
        duration.components.seconds * 1000 + duration.components.attoseconds / 1_000_000_000_000_000
    }
}

/// What Ctrl-C does.
private enum Interrupt {
    /// Ends the program with a status, once what must be ended before is.
    static func exits(with status: Int32, after end: @escaping @Sendable () async -> Void) {
        listen {
            Task {
                await end()
                Terminal.exit(status)
            }
        }
    }

    /// Stops an answer and keeps the conversation.
    static func cancels(_ task: Task<RunResult, Never>) {
        listen { task.cancel() }
    }

    nonisolated(unsafe) private static var source: (any DispatchSourceSignal)?

    private static func listen(_ action: @escaping @Sendable () -> Void) {
        signal(SIGINT, SIG_IGN)
        source?.cancel()
        let next = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
        next.setEventHandler(handler: action)
        next.resume()
        source = next
    }
}
