import Foundation

/// The arguments of a command: options, values and what is left.
struct Options {
    private var flags: Set<String> = []
    private var values: [String: [String]] = [:]
    private(set) var operands: [String] = []

    private static let flagNames: Set<String> = [
        "--json", "--tools", "--events", "--stream", "--any-model", "--strict", "--simulate", "--live", "--batch",
    ]
    private static let valueNames: Set<String> = [
        "--provider", "--model", "--base-url", "--system", "--attach", "--effort", "--max-tokens", "--key-file",
        "--wire",
        "--status", "--chunk", "--mcp", "--from", "--to", "--kind", "--port", "--host",
        "--vocabulary",
        "--at", "--input", "--output", "--cache-read", "--cache-write", "--cache-write-1h", "--cache-write-12h",
        "--reasoning", "--audio-input", "--audio-output", "--searches", "--service", "--region",
    ]

    init(_ arguments: ArraySlice<String>) {
        var rest = arguments
        while let argument = rest.popFirst() {
            if argument == "--help" || argument == "-h" {
                print(Massgen.usage)
                Terminal.exit(0)
            } else if argument == "--" {
                operands += rest
                return
            } else if Self.flagNames.contains(argument) {
                flags.insert(argument)
            } else if argument.hasPrefix("--") {
                let halves = argument.split(separator: "=", maxSplits: 1).map(String.init)
                guard Self.valueNames.contains(halves[0]) else { Terminal.fail(usage: "unknown option '\(halves[0])'") }
                guard let value = halves.count > 1 ? halves[1] : rest.popFirst() else {
                    Terminal.fail(usage: "\(halves[0]) needs a value")
                }
                values[halves[0], default: []].append(value)
            } else {
                operands.append(argument)
            }
        }
    }

    /// Whether a flag was given.
    func has(_ flag: String) -> Bool { flags.contains(flag) }

    /// The last value of an option.
    func value(_ name: String) -> String? { values[name]?.last }

    /// All values of an option.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// The value of an option as a count.
    func count(_ name: String) -> Int? {
        guard let text = value(name) else { return nil }
        guard let number = Int(text), number >= 0 else {
            Terminal.fail(usage: "\(name) takes a whole number, not '\(text)'")
        }
        return number
    }

    /// The value of an option as a time, now without one.
    func date(_ name: String) -> Date {
        guard let text = value(name) else { return Date() }
        let isDay = text.count == 10
        guard let date = try? Date(isDay ? "\(text)T00:00:00Z" : text, strategy: .iso8601) else {
            Terminal.fail(usage: "\(name) takes a time like 2026-11-27 or 2026-11-27T10:00:00Z, not '\(text)'")
        }
        return date
    }

    /// The value of an option as a number above zero.
    func number(_ name: String) -> Int? {
        guard let text = value(name) else { return nil }
        guard let number = Int(text), number > 0 else {
            Terminal.fail(usage: "\(name) takes a whole number above 0, not '\(text)'")
        }
        return number
    }
}
