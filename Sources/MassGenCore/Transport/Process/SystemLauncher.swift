internal import CProcess

/// Starts children of this process: on Linux and macOS.
public struct SystemLauncher: ProcessLauncher {
    /// The launcher that is used when none is named.
    public static let shared = SystemLauncher()

    /// Makes a launcher.
    public init() {}

    /// Starts a program in a process group of its own, with default signals and no descriptor but its three pipes.
    public func launch(_ command: ProcessCommand) throws(ProcessError) -> any ChildProcess {
        guard cprocess_available() else { throw ProcessError(.unavailable, "this system starts no other programs") }
        try command.check()
        let path = try command.path()
        if let directory = command.directory, !cprocess_is_directory(directory) {
            throw ProcessError(.noDirectory, "there is no directory '\(directory)' to start '\(command.program)' in")
        }
        let variables = command.environment.map { "\($0)=\($1)" }
        var child = cprocess_child()
        let error = withCStrings([path] + command.arguments) { arguments in
            withCStrings(variables) { environment in
                cprocess_spawn(path, arguments, environment, command.directory, &child)
            }
        }
        guard error == 0 else {
            let words = String(cString: cprocess_describe(error))
            throw ProcessError(.cannotStart, "'\(command.program)' cannot be started: \(words)")
        }
        guard let running = SystemChild(child, command) else {
            // Without a thread nothing could ever be read from it.
            cprocess_signal(child.pid, CPROCESS_KILL)
            for descriptor in [child.input, child.output, child.errors] { cprocess_close(descriptor) }
            var status: Int32 = 0, signal: Int32 = 0
            cprocess_reap(child.pid, &status, &signal)
            throw ProcessError(
                .cannotStart, "'\(command.program)' cannot be started: no thread or descriptor is left")
        }
        return running
    }
}

extension ProcessCommand {
    /// Refuses what would mean something else to the system.
    fileprivate func check() throws(ProcessError) {
        func holdsZero(_ text: String) -> Bool { text.utf8.contains(0) }
        let isValid =
            !holdsZero(program) && !arguments.contains(where: holdsZero) && !(directory.map(holdsZero) ?? false)
            && environment.allSatisfy { name, value in
                !name.isEmpty && !name.utf8.contains(UInt8(ascii: "=")) && !holdsZero(name) && !holdsZero(value)
            }
        guard isValid else {
            throw ProcessError(
                .invalidArgument, "an argument or a variable for '\(program)' holds a zero byte, or a name an '='")
        }
    }

    /// The file to execute: the program's path, or the first of that name in `PATH`.
    fileprivate func path() throws(ProcessError) -> String {
        if program.contains("/") {
            try Self.check(cprocess_check_program(program), program)
            return program
        }
        // What is found and cannot be executed says more than that nothing was found.
        var refusal = CPROCESS_MISSING
        let directories = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
        for directory in directories where !program.isEmpty {
            let path = "\(directory)/\(program)"
            switch cprocess_check_program(path) {
            case CPROCESS_EXECUTABLE: return path
            case CPROCESS_FORBIDDEN: refusal = CPROCESS_FORBIDDEN
            default: break
            }
        }
        try Self.check(refusal, program)
        return program
    }

    private static func check(_ finding: Int32, _ program: String) throws(ProcessError) {
        switch finding {
        case CPROCESS_EXECUTABLE: return
        case CPROCESS_FORBIDDEN: throw ProcessError(.notExecutable, "'\(program)' cannot be executed")
        default:
            throw ProcessError(
                .notFound,
                program.contains("/")
                    ? "there is no program at '\(program)'"
                    : "there is no program '\(program)' in the directories of PATH")
        }
    }
}

/// Calls `body` with the texts as C wants them: pointers, and a null at the end.
private func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    let copies = texts.map { text in
        let bytes = Array(text.utf8CString)
        let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
        copy.initialize(from: bytes, count: bytes.count)
        return copy
    }
    defer { for copy in copies { copy.deallocate() } }
    return body(copies.map(Optional.some) + [nil])
}
