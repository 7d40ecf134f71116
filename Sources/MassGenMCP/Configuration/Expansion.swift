/// `${NAME}` and `${NAME:-text}` in a text; `${env:NAME}` is the same as `${NAME}`.
enum Expansion {
    /// The text with its variables, and what is wrong with them. An empty variable counts as one that is not set where
    /// there is a text to use instead.
    static func expand(_ text: String, _ environment: [String: String]) -> (text: String, problems: [String]) {
        var result = ""
        var problems: [String] = []
        var rest = text[...]
        while let start = rest.firstRange(of: "${") {
            result += rest[..<start.lowerBound]
            guard let end = rest[start.upperBound...].firstIndex(of: "}") else {
                problems.append("'${' is not closed by '}'")
                rest = rest[start.upperBound...]
                break
            }
            var name = rest[start.upperBound..<end]
            rest = rest[rest.index(after: end)...]
            var substitute: Substring?
            if let mark = name.firstRange(of: ":-") {
                substitute = name[mark.upperBound...]
                name = name[..<mark.lowerBound]
            }
            if name.hasPrefix("env:") { name = name.dropFirst(4) }
            guard isName(name) else {
                problems.append("'${\(name)}' names no variable: letters, digits and '_', not a digit first")
                continue
            }
            let value = environment[String(name)]
            if let substitute {
                result += value.flatMap { $0.isEmpty ? nil : $0 } ?? String(substitute)
            } else if let value {
                result += value
            } else {
                problems.append("the variable \(name) is not set; set it, or write '${\(name):-text}'")
            }
        }
        return (result + rest, problems)
    }

    static func isName(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else {
            return false
        }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
            default: false
            }
        }
    }
}
