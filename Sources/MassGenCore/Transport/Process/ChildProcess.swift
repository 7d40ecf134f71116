/// Starts child processes. The seam for tests: a launcher of one's own scripts what a program answers.
public protocol ProcessLauncher: Sendable {
    /// Starts a program.
    func launch(_ command: ProcessCommand) throws(ProcessError) -> any ChildProcess
}

/// A running child. It ends, with all it has started, when its last reference is gone.
///
/// ```swift
/// let child = try SystemLauncher.shared.launch(ProcessCommand("cat"))
/// try await child.write(Array("hello\n".utf8))
/// child.endInput()
/// while let bytes = try await child.output.next() { … }
/// print(await child.exit())
/// ```
public protocol ChildProcess: AnyObject, Sendable {
    /// What it writes on standard output. Bytes that nobody takes hold the child back.
    var output: HTTPBody { get }
    /// The last of what it has written on standard error, which is always read.
    var errorTail: String { get }
    /// Writes to standard input; returns when the pipe has taken all of it.
    func write(_ bytes: [UInt8]) async throws(ProcessError)
    /// Writes to standard input without waiting for the pipe to take it; `false` when that cannot be done, and then
    /// nothing is written. Saves the way back to a task that has something else to wait for.
    func post(_ bytes: [UInt8]) -> Bool
    /// Closes standard input, after what is being written.
    func endInput()
    /// Ends it for certain: asks the child and all it has started to end, and kills what is left after the grace.
    /// Returns at once; may be called more than once.
    func end()
    /// Waits until it has ended and its output has been taken.
    func exit() async -> ProcessExit
}

extension ChildProcess {
    /// Only a child that can needs to do it.
    public func post(_ bytes: [UInt8]) -> Bool { false }
}

/// What a child that ran to its end has left.
public struct ProcessResult: Sendable, Hashable {
    /// How it ended.
    public var exit: ProcessExit
    /// All of its standard output.
    public var output: [UInt8]
    /// The last of its standard error.
    public var errorTail: String

    /// Makes a result.
    public init(exit: ProcessExit, output: [UInt8] = [], errorTail: String = "") {
        self.exit = exit
        self.output = output
        self.errorTail = errorTail
    }

    /// The output as text.
    public var text: String { String(decoding: output, as: UTF8.self) }
}

extension ProcessLauncher {
    /// Runs a program to its end; cancelling the task ends it.
    /// - Parameters:
    ///   - input: what it gets on standard input.
    ///   - limit: the most bytes of output; more is ``ProcessError/Kind/tooLarge``.
    public func run(
        _ command: ProcessCommand, input: [UInt8] = [], limit: Int = 64 << 20
    ) async throws(ProcessError) -> ProcessResult {
        let child = try launch(command)
        defer { child.end() }
        let writing = Task {
            if !input.isEmpty { try? await child.write(input) }
            child.endInput()
        }
        defer { writing.cancel() }
        let output: [UInt8]
        do throws(TransportError) {
            output = try await child.output.collect(upTo: limit)
        } catch {
            let isTooLarge = error.kind == .tooLarge
            throw isTooLarge ? ProcessError(.tooLarge, "the output has more than \(limit) bytes") : .cancelled
        }
        let exit = await withTaskCancellationHandler {
            await child.exit()
        } onCancel: {
            child.end()
        }
        if Task.isCancelled { throw .cancelled }
        return ProcessResult(exit: exit, output: output, errorTail: child.errorTail)
    }
}
