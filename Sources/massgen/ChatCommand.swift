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
        if options.value("--mcp") != nil { Terminal.fail(usage: "--mcp is not there yet") }
        backend = program.map { Self.session(of: $0, connection) } ?? type.init(connection)
        isJSON = options.has("--json")
        let fallback = simulator == nil ? backend.provider.defaultModel ?? "" : "simulator"
        request = ChatRequest(model: options.value("--model") ?? fallback, messages: [])
        if let system = options.value("--system") { request.messages.append(.system(system)) }
        if let effort = options.value("--effort") {
            request.reasoning = ReasoningOptions(effort: ReasoningEffort(rawValue: effort))
        }
        request.maxOutputTokens = options.number("--max-tokens")
        attachments = options.all("--attach").map { .attachment(Media(path: $0)) }
    }

    /// A program keeps the conversation itself, and is kept running for it.
    private static func session<B: ProgramBackend>(of type: B.Type, _ connection: Connection) -> any Backend {
        type.init(connection).session()
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
        Interrupt.exitsWith(130)
        let (response, error) = await ask(prompt)
        if isJSON {
            Terminal.line(
                ResultJSON(
                    provider: backend.provider.id, response: response, error: error, cost: cost(of: response)
                ).json.text)
        }
        if let error {
            Terminal.say("massgen: \(error)")
            if error.code == .unknownModel { Terminal.say("--any-model sends it all the same") }
            if error.code == .noModel { Terminal.say("name one with --model") }
            if error.code == .noKey { Terminal.say("--key-file FILE reads it from a file") }
            Terminal.exit(1)
        }
    }

    /// Questions until `/quit` or the end of input.
    func converse() async {
        Terminal.say(Terminal.dim("\(backend.provider.title), \(request.model); /quit ends, Ctrl-C stops an answer"))
        while true {
            Terminal.write("> ")
            guard let line = readLine() else { break }
            if line == "/quit" { break }
            if line.isEmpty { continue }
            let task = Task { await self.ask(line) }
            Interrupt.cancels(task)
            let (response, error) = await task.value
            if let error { Terminal.say("massgen: \(error)") }
            if response.message.parts.isEmpty {
                request.messages.removeLast()
            } else {
                request.messages.append(response.message)
            }
        }
    }

    private func ask(_ prompt: String) async -> (ChatResponse, BackendError?) {
        let parts = attachments + [.text(prompt)]
        request.messages.append(Message(role: .user, parts: parts))
        let clock = ContinuousClock()
        let start = clock.now
        var first: Duration?
        var iterator = backend.stream(request).makeAsyncIterator()
        var failure: BackendError?
        do throws(BackendError) {
            while let events = try await iterator.nextBatch() {
                for event in events {
                    if first == nil, event.isDelta { first = clock.now - start }
                    if !isJSON { Terminal.write(event.text ?? "") }
                }
            }
        } catch {
            failure = error
        }
        let response = failure?.partial ?? iterator.snapshot
        if !isJSON { show(response) }
        report(response, first: first, whole: clock.now - start)
        return (response, failure)
    }

    private func show(_ response: ChatResponse) {
        if !response.text.isEmpty { Terminal.line("") }
        if let refusal = response.message.refusal { Terminal.line(refusal) }
        for call in response.toolCalls { Terminal.line("\(call.name)(\(call.argumentsText))") }
    }

    private func cost(of response: ChatResponse) -> Cost {
        backend.provider.models.cost(of: response, asked: request.model)
    }

    private func report(_ response: ChatResponse, first: Duration?, whole: Duration) {
        for loss in response.losses { Terminal.say(Terminal.dim("warning: \(loss)")) }
        var words = [
            "\(backend.provider.title)\(simulator == nil ? "" : " (simulator)")", response.model ?? request.model,
        ]
        if let usage = response.usage {
            words.append(
                "\(usage.input?.separated ?? "?") tokens in, \(usage.output?.separated ?? "?") out")
        }
        if simulator == nil { words.append("cost \(cost(of: response))") }
        if let first { words.append("first token after \(milliseconds(first)) ms") }
        let seconds = Double(milliseconds(whole)) / 1000
        if let output = response.usage?.output, seconds > 0 {
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
    /// Ends the program with a status.
    static func exitsWith(_ status: Int32) {
        listen { Terminal.exit(status) }
    }

    /// Stops an answer and keeps the conversation.
    static func cancels(_ task: Task<(ChatResponse, BackendError?), Never>) {
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
