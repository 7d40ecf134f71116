/// A command of the program: what it takes and what it does.
struct Command: Sendable {
    /// An option of a command.
    struct Option: Sendable {
        /// The option as it is written, `--model`.
        var name: String
        /// What stands for its value in the help; `nil` for a flag.
        var value: String?
        /// What it does.
        var help: String
        /// Whether it may be given several times.
        var isRepeated = false
    }

    var name: String
    /// What else it takes.
    var operand: String?
    /// What it does, in a line.
    var summary: String
    var options: [Option] = []
    var example: String
    var run: @Sendable (Options) async -> Void

    var usage: String {
        let taken = options.map { [$0.name, $0.value].compactMap { $0 }.joined(separator: " ") }
        let width = taken.map(\.count).max() ?? 0
        let lines = zip(taken, options).map {
            "  \($0.padded(width))  \($1.help)\($1.isRepeated ? "; may be repeated" : "")"
        }
        return """
            usage: massgen \(head) [OPTIONS]

            \(name) \(summary)

            \(lines.joined(separator: "\n"))

            A FILE or PROMPT of - is standard input.

            example: massgen \(example)
            """
    }

    /// The command with what it takes.
    var head: String { [name, operand].compactMap { $0 }.joined(separator: " ") }
}

/// Options that several commands have.
extension Command.Option {
    static let provider = Self(name: "--provider", value: "P", help: "the provider, as 'massgen providers' lists them")
    static let wire = Self(name: "--wire", value: "W", help: "its wire, where it speaks several; else its first")
    static let model = Self(name: "--model", value: "M", help: "the model; else the provider's default")
    static let base = Self(name: "--base-url", value: "URL", help: "another address of the server")
    static let key = Self(name: "--key-file", value: "FILE", help: "the key; else the environment has it")
    static let time = Self(name: "--at", value: "TIME", help: "prices as they were or will be then, like 2026-11-27")
    static let json = Self(name: "--json", help: "prints for programs")
}
