import Synchronization

/// A program that is kept running: a backend with a memory. Only what is new in a request is sent; the program starts
/// with the first one.
///
/// One answer at a time. Leaving an answer before its end interrupts it. ``close()`` ends the program; so does letting
/// go of the session.
public final class ProgramSession<Program: ProgramBackend>: Backend {
    typealias Control = Program.Control

    /// How the program is run.
    public let backend: Program
    private let isStreaming: Bool
    private let endsAfterAnswer: Bool
    private let state = Mutex(State())

    private struct State: Sendable {
        var link: ProgramLink?
        /// What the program knows of the conversation.
        var known: [Message] = []
        var flags: JSONObject = [:]
        var id: String?
        var isAnswering = false
        var isClosed = false
    }

    /// Makes a session; the program is not started yet.
    public convenience init(_ backend: Program) { self.init(backend, isStreaming: true, endsAfterAnswer: false) }

    init(_ backend: Program, isStreaming: Bool, endsAfterAnswer: Bool) {
        self.backend = backend
        self.isStreaming = isStreaming
        self.endsAfterAnswer = endsAfterAnswer
    }

    deinit {
        state.withLock { $0.link }?.end()
    }

    /// What is known of the provider.
    public var provider: Provider { Program.provider }

    /// The program's id of the session, once it has answered: another session may resume it.
    public var id: String? { state.withLock { $0.id } }

    /// The answer to what is new in a request, as it comes.
    public func stream(_ request: ChatRequest) -> ChatStream {
        ChatStream { () async throws(BackendError) in try await self.open(request) }
    }

    /// The whole answer to what is new in a request.
    public func respond(to request: ChatRequest) async throws(BackendError) -> ChatResponse {
        try await stream(request).response()
    }

    /// Stops the answer that is coming; its stream ends with an error that holds what had come.
    public func interrupt() async throws(BackendError) { _ = try await order(.interrupt) }

    /// Goes on with another model.
    public func setModel(_ model: String) async throws(BackendError) { _ = try await order(.model(model)) }

    /// Gives an order and returns what the program says to it. The program is started if it is not running.
    public func order(_ order: ProgramOrder) async throws(BackendError) -> JSON {
        let link: ProgramLink
        if let running = state.withLock({ $0.link }), running.isRunning {
            link = running
        } else {
            // Nothing to interrupt.
            if case .interrupt = order { return .null }
            let call = try backend.render(ChatRequest(model: "", "-"), isStreaming: isStreaming)
            link = try await start(call)
        }
        return try await perform(order, on: link)
    }

    /// Forgets all that was said: the next request starts a program that knows nothing.
    public func reset() async {
        let link = state.withLock { state in
            (state.known, state.id) = ([], nil)
            return state.link.take()
        }
        await link?.close()
    }

    /// Ends the program: lets it finish by itself, and ends it for certain after the patience of the options.
    public func close() async {
        let link = state.withLock { state in
            state.isClosed = true
            return state.link.take()
        }
        await link?.close()
    }
}

extension ProgramSession {
    /// Sends what is new and gives the answer's source.
    func open(_ request: ChatRequest) async throws(BackendError) -> ChatStream.Source {
        try begin()
        do throws(BackendError) {
            return try await answer(to: request)
        } catch {
            state.withLock { $0.isAnswering = false }
            throw error
        }
    }

    /// Takes the only place there is for an answer.
    private func begin() throws(BackendError) {
        let problem = state.withLock { state -> String? in
            if state.isClosed { return "the session is closed" }
            if state.isAnswering { return "another answer of this session is still coming" }
            state.isAnswering = true
            return nil
        }
        if let problem { throw BackendError(.setup, .busy, problem, provider: provider.id) }
    }

    private func answer(to request: ChatRequest) async throws(BackendError) -> ChatStream.Source {
        let builder = CallBuilder<Program.Format>(
            provider: provider, connection: backend.connection, program: backend.program)
        let known = state.withLock { $0.known }
        var call = try builder.build(request, isStreaming: isStreaming, after: known)
        let running = state.withLock { $0.link }
        let link: ProgramLink
        if let running, await running.isReady() {
            link = running
            // Without a word about the model it stays as it is.
            if request.model.isEmpty { call.flags["model"] = nil }
            try await change(to: &call, on: link)
        } else {
            link = try await start(call)
        }
        let (turn, earlier) = link.begin { [weak self, weak link] in
            guard let self else { return }
            self.state.withLock { $0.isAnswering = false }
            if self.endsAfterAnswer { link?.end() }
        }
        for line in call.lines {
            // What went wrong is told by the answer.
            do throws(ProcessError) { try await link.write(line) } catch { break }
        }
        return source(of: turn, after: earlier, link, call, request)
    }

    private func source(
        of turn: HTTPBody, after earlier: SessionTotals?, _ link: ProgramLink, _ call: RenderedCall,
        _ request: ChatRequest
    ) -> ChatStream.Source {
        var head = ResponseHead()
        head.losses = call.losses
        let errors = ErrorMapper<Program.Format>(provider: provider, secrets: secrets)
        let said = request.messages.talk
        let log = backend.connection.log
        let model = request.model.isEmpty ? provider.defaultModel ?? "" : request.model
        let provider = provider.id
        @Sendable func note(_ step: LogEntry.Step) {
            log?(LogEntry(provider: provider, model: model, step: step))
        }
        @Sendable func failed(_ error: BackendError) -> BackendError {
            ended(said, error.partial, hasFailed: true)
            note(.failed(error))
            return error
        }
        note(.sent(method: "RUN", path: call.command.program, bytes: call.lines.reduce(0) { $0 + $1.bytes.count }))
        return ChatStream.Source(
            body: turn, decoder: StreamDecoder<Program.Format>(head: head, earlier: earlier),
            explain: { error, partial in
                var explained = errors.completed(link.failure ?? errors.error(error))
                explained.partial = partial
                return failed(explained)
            },
            amend: { failed(errors.completed($0)) },
            finished: { response in
                self.ended(said, response)
                note(.finished(response.stopReason ?? .other, response.usage))
            })
    }

    /// An answer is over: what was said is remembered.
    private func ended(_ said: [Message], _ response: ChatResponse?, hasFailed: Bool = false) {
        let link = state.withLock { state -> ProgramLink? in
            state.isAnswering = false
            if let id = response?.id { state.id = id }
            if let response, !response.message.parts.isEmpty {
                let before = said.count(after: state.known) > 0 ? [] : state.known
                state.known = before + said + [response.message]
            }
            return endsAfterAnswer ? state.link.take() : nil
        }
        guard let link else { return }
        if hasFailed { link.end() } else { Task { await link.close() } }
    }

    private var secrets: [Secret] {
        let names = provider.keys.flatMap(\.variables)
        return [backend.connection.key].compactMap { $0 }
            + names.compactMap { backend.connection.environment[$0].map { Secret($0) } }
    }
}

/// The program.
extension ProgramSession {
    private func start(_ call: RenderedCall) async throws(BackendError) -> ProgramLink {
        var command = call.command
        // A program that has ended is told to go on where it was.
        let resuming = id.map(Control.resuming) ?? [:]
        if !resuming.isEmpty {
            command.arguments = call.flags.merged(with: resuming).arguments + backend.program.arguments
        }
        let child: any ChildProcess
        do throws(ProcessError) {
            child = try backend.program.launcher.launch(command)
        } catch {
            let hint = provider.baseVariables.first.map { "; install it, give its path, or set \($0)" } ?? ""
            throw BackendError(.setup, .noProgram, "\(error)\(hint)", provider: provider.id)
        }
        let link = ProgramLink(child, backend.program, Control.self, provider: provider) { line in
            var json = JSONReader(line)
            var chunk = Chunk()
            try? Program.Format.parseEvent(&json, into: &chunk)
            return chunk.totals
        }
        state.withLock { state in
            state.link = link
            state.flags = call.flags
        }
        link.run()
        if !backend.program.hooks.isEmpty {
            _ = try await perform(.initialize(backend.program.hooks), on: link)
        }
        return link
    }

    /// Tells a running program what differs from how it was started.
    private func change(to call: inout RenderedCall, on link: ProgramLink) async throws(BackendError) {
        let flags = state.withLock { $0.flags }
        for (name, value) in call.flags where flags[name] != value {
            if name == "model", let model = value.string {
                _ = try await perform(.model(model), on: link)
            } else {
                call.losses.append(
                    Loss(path: name, reason: "a session that runs keeps what it was started with", severity: .dropped))
                continue
            }
            state.withLock { $0.flags[name] = value }
        }
        if backend.connection.losses == .fail, let loss = call.losses.first {
            throw BackendError(.setup, .lossyRequest, "\(loss)", provider: provider.id)
        }
    }

    private func perform(_ order: ProgramOrder, on link: ProgramLink) async throws(BackendError) -> JSON {
        let id = link.newID()
        guard let line = Control.order(order, id: id) else {
            throw BackendError(
                .setup, .unsupportedCapability, "\(provider.title) has no such order", provider: provider.id)
        }
        return try await link.send(line, id: id)
    }
}

extension BackendError.Code {
    /// The program is not there, or cannot be started.
    public static let noProgram: Self = "noProgram"
    /// The program ended, or went wrong, before its answer was whole.
    public static let programFailed: Self = "programFailed"
    /// A session has one answer at a time, and none after its end.
    public static let busy: Self = "busy"
    /// The program does not do as it is told.
    public static let refusedOrder: Self = "refusedOrder"
}
