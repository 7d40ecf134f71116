#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Arguments, taken from the front.
struct Arguments {
    private var rest: ArraySlice<String>

    init(_ arguments: ArraySlice<String>) { rest = arguments }

    /// The next argument.
    mutating func next() -> String? { rest.popFirst() }

    /// Whether help is asked for.
    var asksForHelp: Bool { rest.contains { ["--help", "-h"].contains($0) } }

    /// The next argument if it is an option.
    mutating func option() -> String? {
        guard let first = rest.first, first.hasPrefix("--") else { return nil }
        return rest.popFirst()
    }

    /// The value of an option.
    mutating func value(of option: String) -> String {
        guard let value = rest.popFirst() else { fail(usage: "\(option) needs a value") }
        return value
    }

    /// The paths that are left; the folder IDL when there are none.
    var paths: [String] { rest.isEmpty ? ["IDL"] : Array(rest) }
}

/// Writes to standard error.
func complain(_ text: String, terminator: String = "\n") {
    let bytes = Array((text + terminator).utf8)
    var done = 0
    while done < bytes.count {
        let count = bytes[done...].withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
        if count <= 0 { return }
        done += count
    }
}

/// Ends the program: what went wrong has been said.
func leave() -> Never { exit(1) }

/// Ends the program: it could not do what it was asked.
func fail(_ message: String) -> Never {
    complain("error: \(message)")
    exit(1)
}

/// Ends the program: it was asked wrongly.
func fail(usage message: String) -> Never {
    complain("error: \(message)\n\n\(ProviderIDLTool.usage)")
    exit(2)
}
