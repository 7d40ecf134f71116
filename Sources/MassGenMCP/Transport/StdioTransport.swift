public import MassGenCore
import Synchronization

/// A server that runs as a child of this process: one message a line on its standard input and output.
///
/// Lines that are no messages are left out and told of. What the server writes on standard error is always read; the
/// last of it stands in the error that its end gives.
public final class StdioTransport: MCPTransport {
    private let command: ProcessCommand
    private let launcher: any ProcessLauncher
    private let limits: MCPLimits
    /// How long a server has to end by itself once nothing more is written to it.
    private let patience: Duration
    private let state = Mutex(State())

    private struct State: Sendable {
        var child: (any ChildProcess)?
        /// What the child that is being ended has left behind; kept so that closing can wait for it.
        var reading: Task<Void, Never>?
    }

    /// Makes a transport; nothing is started yet.
    /// - Parameters:
    ///   - command: the server and its arguments: no shell reads them. Its environment is all that the server sees.
    ///   - launcher: what starts it.
    ///   - patience: how long it has to end by itself when the transport is closed; then it is asked to, and killed.
    public init(
        _ command: ProcessCommand, launcher: any ProcessLauncher = SystemLauncher.shared, limits: MCPLimits = .init(),
        patience: Duration = .seconds(2)
    ) {
        self.command = command
        self.launcher = launcher
        self.limits = limits
        self.patience = patience
    }

    deinit { end() }

    /// Starts the server.
    public func open(_ receive: @escaping @Sendable (MCPTransportEvent) -> Void) async throws(MCPError) {
        end()
        let child: any ChildProcess
        do throws(ProcessError) {
            child = try launcher.launch(command)
        } catch {
            throw MCPError(.cannotConnect, error.message)
        }
        let reader = LineReader(child: child, limits: limits, hidden: command.secretValues)
        state.withLock { $0.child = child }
        // It runs at once, up to where there is nothing to read: no lock may be held.
        let reading = Task(executorPreference: InPlaceExecutor.shared) { await reader.run(receive) }
        state.withLock { state in
            if state.child === child { state.reading = reading }
        }
    }

    /// Writes the message as a line.
    public func send(_ message: MCPOutgoing) async throws(MCPError) {
        let (child, reading) = state.withLock { ($0.child, $0.reading) }
        guard let child else { throw MCPError(.connectionLost, "the server does not run") }
        do throws(ProcessError) {
            try await child.write(message.message.bytes + [0x0A])
        } catch {
            if error.kind == .cancelled { throw .cancelled }
            // Why it ended is known when all of its output is read; whoever waits for an answer is told then.
            child.end()
            await reading?.value
            throw MCPError(.connectionLost, "the server no longer reads its input")
        }
    }

    /// Writes the message as a line, when the pipe has room for it.
    public func post(_ message: MCPOutgoing) -> Bool {
        state.withLock { $0.child }?.post(message.message.bytes + [0x0A]) ?? false
    }

    /// Sends the notice.
    public func cancel(_ id: RPCID, notice: MCPOutgoing) async {
        try? await send(notice)
    }

    /// Closes the server's input, and ends it when it does not end by itself.
    public func close() async {
        let (child, reading) = state.withLock { state in
            defer { (state.child, state.reading) = (nil, nil) }
            return (state.child, state.reading)
        }
        guard let child else { return }
        child.endInput()
        let timer = Task { [patience] in
            try await Task.sleep(for: patience)
            child.end()
        }
        await reading?.value
        _ = await child.exit()
        timer.cancel()
    }

    /// Ends the server and all it has started.
    public func end() {
        let child = state.withLock { state in
            defer { (state.child, state.reading) = (nil, nil) }
            return state.child
        }
        child?.end()
    }
}

/// Runs a task where it is woken: here on the thread that reads from the child, which saves the way to another thread
/// with every line. What runs there has to be short, and waits for nothing but the child.
private final class InPlaceExecutor: TaskExecutor {
    static let shared = InPlaceExecutor()

    func enqueue(_ job: consuming ExecutorJob) {
        UnownedJob(job).runSynchronously(on: asUnownedTaskExecutor())
    }
}

/// Reads what a child writes, line by line, to its end.
private struct LineReader: Sendable {
    let child: any ChildProcess
    let limits: MCPLimits
    let hidden: [String]

    func run(_ receive: @Sendable (MCPTransportEvent) -> Void) async {
        var failure: MCPError?
        do throws(ProcessError) {
            for try await line in child.lines(upTo: limits.messageBytes) {
                if let event = event(line) { receive(event) }
            }
        } catch {
            failure =
                error.kind == .tooLarge
                ? MCPError(.tooLarge, "the server wrote a line of more than \(limits.messageBytes) bytes")
                : MCPError(.connectionLost, "the server's output cannot be read any more")
        }
        child.end()
        let exit = await child.exit()
        let words = child.errorTail.trimmed(500).hiding(hidden)
        let message = failure?.message ?? "the server ended with \(exit)"
        receive(
            .lost(MCPError(failure?.kind ?? .connectionLost, words.isEmpty ? message : "\(message); it said: \(words)"))
        )
    }

    private func event(_ line: [UInt8]) -> MCPTransportEvent? {
        do throws(RPCReadingError) {
            return .message(try RPCMessage(parsing: line, limits: limits.json))
        } catch {
            if case .notJSON(let problem, let id?) = error { return .failed(id, MCPError(unreadable: problem)) }
            let head = String(decoding: line.prefix(200), as: UTF8.self)
            return .noise(head.hiding(hidden))
        }
    }
}

extension MCPError {
    /// An answer cannot be read.
    init(unreadable problem: JSONError) {
        let isTooLarge = problem.kind == .tooDeep || problem.kind == .tooLarge
        self.init(isTooLarge ? .tooLarge : .invalidAnswer, "the answer cannot be read: \(problem)")
    }
}

extension ProcessCommand {
    /// The values of variables that look as if they held secrets.
    fileprivate var secretValues: [String] {
        environment.compactMap { HTTPHeaders.isSecret($0.key) && $0.value.utf8.count > 5 ? $0.value : nil }
    }
}

extension String {
    /// The end of the text, without white space around it.
    func trimmed(_ count: Int) -> String {
        let words = suffix(count).drop { $0.isWhitespace }
        return String(words.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// The text with secrets hidden.
    func hiding(_ secrets: [String]) -> String {
        secrets.reduce(self) { $0.replacing($1, with: "<hidden>") }
    }
}
