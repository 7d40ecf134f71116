public import Foundation

/// A program to start as a child: what, with which arguments, where. No shell ever reads any of it.
public struct ProcessCommand: Sendable {
    /// A path, or a name to be looked up in the `PATH` of ``environment``.
    public var program: String
    /// The arguments after the program's name.
    public var arguments: [String]
    /// All of the child's environment; this process's own by default.
    public var environment: [String: String]
    /// The directory it starts in; this process's own when `nil`.
    public var directory: String?
    /// How long the child, once told to end, has for it before it is killed.
    public var grace: Duration = .seconds(2)
    /// Whether what the child has started ends with it. Without it, servers that the child leaves behind live on.
    public var endsGroup = true
    /// How many of the last bytes on its standard error are kept.
    public var errorTailBytes = 16 << 10

    /// Makes a command.
    public init(
        _ program: String, _ arguments: [String] = [],
        environment: [String: String] = ProcessInfo.processInfo.environment, directory: String? = nil
    ) {
        self.program = program
        self.arguments = arguments
        self.environment = environment
        self.directory = directory
    }
}

/// Arguments and environment may hold what nobody should read in a log.
extension ProcessCommand: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The program, and how many arguments it gets.
    public var description: String { "\(program) with \(arguments.count) arguments" }
    /// The same as ``description``.
    public var debugDescription: String { description }
    /// Shows what ``description`` shows.
    public var customMirror: Mirror { Mirror(self, children: ["command": description]) }
}

/// How a child ended.
public enum ProcessExit: Sendable, Hashable, CustomStringConvertible {
    /// By itself, with this status; 0 means success.
    case status(Int)
    /// By this signal.
    case signal(Int)
    /// Nobody knows: something else in this process has taken it away.
    case unknown

    /// Whether the child says that all went well.
    public var isSuccess: Bool { self == .status(0) }

    /// The end in words.
    public var description: String {
        switch self {
        case .status(let status): "exit status \(status)"
        case .signal(let signal): "signal \(signal)"
        case .unknown: "an unknown end"
        }
    }
}

/// Why a child could not be started or written to.
public struct ProcessError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The sort of failure.
    public var kind: Kind
    /// What happened, for people.
    public var message: String

    /// Makes an error.
    public init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
    }

    /// The sorts of failure.
    public enum Kind: Sendable, Hashable {
        /// There is no such program.
        case notFound
        /// The file is there and cannot be executed.
        case notExecutable
        /// The directory to start in is not there.
        case noDirectory
        /// An argument or a variable holds a zero byte, or a variable's name an equals sign.
        case invalidArgument
        /// The system could not start it.
        case cannotStart
        /// The child no longer reads.
        case inputClosed
        /// The child's output is larger than was asked for.
        case tooLarge
        /// The waiting task was cancelled.
        case cancelled
        /// This system starts no children.
        case unavailable
    }

    /// The message.
    public var description: String { message }

    static let inputClosed = ProcessError(.inputClosed, "the program no longer reads its input")
    static let cancelled = ProcessError(.cancelled, "the task was cancelled")
}
