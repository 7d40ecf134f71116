import Foundation
import MassGenBackends

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Data goes to standard output, words to standard error.
enum Terminal {
    /// Writes data at once, so that an answer can be seen while it comes.
    static func write(_ text: String) { put(text, to: STDOUT_FILENO) }

    /// Writes a line of data.
    static func line(_ text: String) { write(text + "\n") }

    /// Writes a line of words.
    static func say(_ text: String) { put(text + "\n", to: STDERR_FILENO) }

    /// Whether a person types at the program.
    static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 }

    /// The width of the terminal; `nil` when data goes elsewhere.
    static var columns: Int? {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    /// Dims words where that can be shown.
    static func dim(_ text: String) -> String {
        let isPlain = isatty(STDERR_FILENO) != 1 || ProcessInfo.processInfo.environment["NO_COLOR"]?.isEmpty == false
        return isPlain ? text : "\u{1B}[2m\(text)\u{1B}[0m"
    }

    /// Ends the program.
    static func exit(_ status: Int32) -> Never { Foundation.exit(status) }

    /// Ends the program: it could not do what it was asked.
    static func fail(_ message: String) -> Never {
        say("massgen: \(message)")
        exit(1)
    }

    /// Ends the program: it was asked wrongly.
    static func fail(usage message: String) -> Never {
        say("massgen: \(message)\nmassgen --help says more")
        exit(2)
    }

    /// The bytes of a file, or of standard input for `-`.
    static func read(_ path: String) -> [UInt8] {
        if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        guard let data = FileManager.default.contents(atPath: path) else { fail("cannot read '\(path)'") }
        return Array(data)
    }

    private static func put(_ text: String, to file: Int32) {
        let bytes = Array(text.utf8)
        var done = 0
        while done < bytes.count {
            #if canImport(Glibc)
            let count = bytes[done...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            #elseif canImport(Musl)
            let count = bytes[done...].withUnsafeBytes { Musl.write(file, $0.baseAddress, $0.count) }
            #else
            let count = bytes[done...].withUnsafeBytes { Darwin.write(file, $0.baseAddress, $0.count) }
            #endif
            if count < 0, errno == EINTR { continue }
            if count <= 0 { return }
            done += count
        }
    }
}

/// Backends by the id of their provider.
enum Catalogue {
    /// The backend of a provider; ends the program when there is none.
    static func backend(_ id: String, wire: String? = nil) -> any HTTPBackend.Type {
        if let type = Backends.backend(id, wire: wire) { return type }
        let wires = wires(of: id)
        if let wire, !wires.isEmpty {
            Terminal.fail(usage: "\(id) speaks \(wires.joined(separator: " and ")), not '\(wire)'")
        }
        Terminal.fail(usage: "unknown provider '\(id)'; known are \(providers.map(\.id).joined(separator: ", "))")
    }

    /// The first backend that speaks a wire, for a server that is named by its address.
    static func backend(speaking wire: String) -> any HTTPBackend.Type {
        let firsts = [Chat.self] + providers.compactMap { Backends.backend($0.id, wire: nil) }
        if let type = firsts.first(where: { $0.provider.wire == wire }) { return type }
        let wires = Set(Backends.all.map { $0.provider.wire }).sorted()
        Terminal.fail(usage: "no server speaks '\(wire)'; wires are \(wires.joined(separator: ", "))")
    }

    /// The providers, each on its first wire.
    static var providers: [Provider] {
        var seen: Set<String> = []
        return all.filter { seen.insert($0.id).inserted }
    }

    /// The models of a provider, or of a list that stands alone.
    static func models(of id: String) -> ModelTable {
        if let provider = providers.first(where: { $0.id == id }) { return provider.models }
        if let table = Backends.models.first(where: { $0.id == id }) { return table }
        let known = Set(providers.map(\.id) + Backends.models.map(\.id))
        Terminal.fail(usage: "unknown provider '\(id)'; known are \(known.sorted().joined(separator: ", "))")
    }

    /// The wires of a provider, the first one first.
    static func wires(of id: String) -> [String] {
        all.filter { $0.id == id }.map(\.wire)
    }

    /// Servers and programs.
    private static var all: [Provider] {
        Backends.all.map { $0.provider } + Backends.programs.map { $0.provider }
    }

    /// The backend of a provider that is a program on this machine; `nil` for a server.
    static func program(_ id: String) -> (any ProgramBackend.Type)? {
        Backends.programs.first { $0.provider.id == id }
    }

    /// The key in a file, if one was named.
    static func key(_ options: Options) -> Secret? {
        options.value("--key-file").map { Secret(String(decoding: Terminal.read($0), as: UTF8.self)) }
    }
}
