import Foundation

/// What was given to a command: options, their values and what is left.
struct Options: Sendable {
    private var flags: Set<String> = []
    private var values: [(name: String, value: String)] = []
    private(set) var operands: [String] = []

    /// Reads arguments by what a command takes; ends the program where it takes something else.
    init(_ arguments: ArraySlice<String>, of command: Command) {
        var rest = arguments
        while let argument = rest.popFirst() {
            if argument == "--help" || argument == "-h" {
                print(command.usage)
                Terminal.exit(0)
            } else if argument == "--" {
                operands += rest
                break
            }
            guard argument.hasPrefix("--") else {
                operands.append(argument)
                continue
            }
            let halves = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let option = command.options.first(where: { $0.name == halves[0] }) else {
                let known = command.options.map(\.name).joined(separator: ", ")
                Terminal.fail(usage: "\(command.name) has no option '\(halves[0])'; it has \(known)")
            }
            if option.value == nil {
                if halves.count > 1 { Terminal.fail(usage: "\(option.name) takes no value") }
                flags.insert(option.name)
            } else if let value = halves.count > 1 ? halves[1] : rest.popFirst() {
                values.append((option.name, value))
            } else {
                Terminal.fail(usage: "\(option.name) needs a value")
            }
        }
        if command.operand == nil, let first = operands.first {
            Terminal.fail(usage: "\(command.name) takes no '\(first)'")
        }
        if operands.count > 1 {
            Terminal.fail(usage: "\(command.name) takes one \(command.operand ?? ""); put it in quotes")
        }
    }

    /// What a command takes beside its options.
    var operand: String? { operands.first }

    /// Whether a flag was given.
    func has(_ flag: String) -> Bool { flags.contains(flag) }

    /// The last value of an option.
    func value(_ name: String) -> String? { values.last { $0.name == name }?.value }

    /// All values of options, in their order.
    func all(_ names: String...) -> [String] { values.filter { names.contains($0.name) }.map(\.value) }

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

    /// The value of an option as a number above zero, up to the greatest that means something.
    func number(_ name: String, upTo most: Int = .max) -> Int? {
        guard let text = value(name) else { return nil }
        guard let number = Int(text), number > 0, number <= most else {
            let range = most == .max ? "above 0" : "from 1 to \(most)"
            Terminal.fail(usage: "\(name) takes a whole number \(range), not '\(text)'")
        }
        return number
    }
}
