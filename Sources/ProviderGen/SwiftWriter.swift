/// Writes Swift source with indentation, breaking what does not fit on a line the way `swift format` does.
struct SwiftWriter {
    private(set) var text = ""
    private var depth = 0
    private let width = 120

    /// The columns left on a line.
    private var room: Int { width - depth * 4 }

    /// Whether a line fits.
    func fits(_ line: String) -> Bool { line.count <= room }

    /// Writes a line.
    mutating func line(_ line: String = "") {
        if !line.isEmpty {
            text += String(repeating: "    ", count: depth)
            text += line
        }
        text += "\n"
    }

    /// Writes lines one level deeper.
    mutating func indented(_ body: (inout SwiftWriter) -> Void) {
        depth += 1
        body(&self)
        depth -= 1
    }

    /// What would be written one level deeper.
    func scratch(_ body: (inout SwiftWriter) -> Void) -> String {
        var writer = SwiftWriter()
        writer.depth = depth + 1
        body(&writer)
        return writer.text
    }

    /// Writes what was written to another writer.
    mutating func append(_ text: String) { self.text += text }

    /// Writes a documentation comment, wrapped.
    mutating func doc(_ sentence: String) {
        var current = "///"
        for word in sentence.split(whereSeparator: \.isWhitespace) {
            if current.count + 1 + word.count > room, current != "///" {
                line(current)
                current = "///"
            }
            current += " \(word)"
        }
        line(current)
    }

    /// Writes a block: a head, what stands in its braces, and the closing brace.
    mutating func block(_ head: String, _ body: (inout SwiftWriter) -> Void) {
        open(head)
        indented(body)
        line("}")
    }

    /// Writes a block with another one for when its condition fails.
    mutating func block(
        _ head: String, else other: ((inout SwiftWriter) -> Void)?, _ body: (inout SwiftWriter) -> Void
    ) {
        block(head, others: other.map { [("else", $0)] } ?? [], body)
    }

    /// Writes a block and those that follow its closing brace.
    mutating func block(
        _ head: String, others: [(head: String, body: (inout SwiftWriter) -> Void)],
        _ body: (inout SwiftWriter) -> Void
    ) {
        open(head)
        indented(body)
        for other in others {
            open("} \(other.head)")
            indented(other.body)
        }
        line("}")
    }

    /// Writes a call with a closure.
    mutating func block(_ head: String, parameters: [String], _ body: (inout SwiftWriter) -> Void) {
        line("\(head) { \(parameters.joined(separator: ", ")) in")
        indented(body)
        line("}")
    }

    /// Writes a function: on one line if it fits.
    mutating func function(_ head: String, _ body: String) {
        if fits("\(head) { \(body) }") {
            line("\(head) { \(body) }")
        } else {
            block(head) { $0.line(body) }
        }
    }

    /// Writes the head of a block and its opening brace.
    private mutating func open(_ head: String) {
        if fits("\(head) {") {
            line("\(head) {")
        } else if ["if ", "guard ", "} else if "].contains(where: head.hasPrefix) {
            hanging(wrapped(head.headConditions, first: room), "")
            line("{")
        } else if let call = head.call {
            line("\(call.name)(")
            indented { $0.list(call.arguments) }
            line(")\(call.rest) {")
        } else {
            line("\(head) {")
        }
    }

    /// Writes a call, its arguments on lines of their own where one line is too short.
    mutating func call(_ name: String, _ arguments: [String], end: String = "") {
        let whole = "\(name)(\(arguments.joined(separator: ", ")))\(end)"
        guard !fits(whole) else {
            line(whole)
            return
        }
        line("\(name)(")
        indented { $0.list(arguments) }
        line(")\(end)")
    }

    /// Writes an array literal after a head: `static let x: [T] = `.
    mutating func array(_ head: String, _ elements: [String], end: String = "") {
        let whole = "\(head)[\(elements.joined(separator: ", "))]\(end)"
        // `swift format` breaks an argument's array already when its comma is the last that fits.
        guard !fits(end.isEmpty ? whole : "\(whole) ") else {
            line(whole)
            return
        }
        line("\(head)[")
        indented { $0.list(elements, isTrailing: true) }
        line("]\(end)")
    }

    /// Writes a label of a switch and what stands under it, which goes on the same line if it is short.
    mutating func label(_ patterns: [String], where guards: [String] = [], _ body: (inout SwiftWriter) -> Void) {
        label(patterns, where: guards, scratch(body))
    }

    /// Writes a label of a switch and the lines under it.
    mutating func label(_ patterns: [String], where guards: [String] = [], _ body: String) {
        let condition = guards.isEmpty ? "" : " where \(guards.joined(separator: " && "))"
        let head = "case \(patterns.joined(separator: ", "))"
        let statement = body.drop { $0 == " " }.dropLast()
        if !statement.contains("\n"), fits("\(head)\(condition): \(statement)") {
            line("\(head)\(condition): \(statement)")
            return
        }
        if fits("\(head)\(condition):") {
            line("\(head)\(condition):")
        } else if guards.isEmpty {
            hanging(
                wrapped(patterns.enumerated().map { "\($1)\($0 + 1 < patterns.count ? "," : ":")" }, first: room - 5),
                "case ")
        } else {
            line(head)
            hanging(wrapped("where \(guards.joined(separator: " && ")):".conditions, first: room), "")
        }
        append(body)
    }

    /// Writes the default of a switch and what stands under it.
    mutating func otherwise(_ body: (inout SwiftWriter) -> Void) {
        let text = scratch(body)
        let statement = text.drop { $0 == " " }.dropLast()
        if !statement.contains("\n"), fits("default: \(statement)") {
            line("default: \(statement)")
        } else {
            line("default:")
            append(text)
        }
    }

    /// Writes a label of a switch and a statement.
    mutating func label(_ patterns: [String], statement: String) {
        label(patterns) { $0.line(statement) }
    }

    /// Writes lines, all but the first one level deeper.
    private mutating func hanging(_ lines: [String], _ head: String) {
        line(head + lines[0])
        for rest in lines.dropFirst() { indented { $0.line(rest) } }
    }

    /// Writes elements with commas, as many on a line as fit; one that is too long by itself is broken.
    private mutating func list(_ elements: [String], isTrailing: Bool = false) {
        var current = ""
        func isLast(_ index: Int) -> Bool { index + 1 == elements.count && !isTrailing }
        for (index, element) in elements.enumerated() {
            let piece = element + (isLast(index) ? "" : ",")
            if !current.isEmpty, !fits("\(current) \(piece)") {
                line(current)
                current = ""
            }
            if !fits(piece), piece.conjuncts.count > 1 {
                hanging(wrapped(groups: piece.conjuncts), "")
            } else if !fits(piece), let call = element.call, call.rest.isEmpty || call.rest.hasPrefix(" ?? ") {
                self.call(call.name, call.arguments, end: call.rest + (isLast(index) ? "" : ","))
            } else if !fits(piece), let open = element.firstIndex(of: "["), element.hasSuffix("]") {
                let inner = element[element.index(after: open)...].dropLast()
                array(
                    String(element[..<open]), inner.split(separator: ", ").map(String.init),
                    end: isLast(index) ? "" : ",")
            } else {
                current += current.isEmpty ? piece : " \(piece)"
            }
        }
        if !current.isEmpty { line(current) }
    }

    /// Joins pieces with spaces to lines that fit.
    private func wrapped(_ pieces: [String], first: Int) -> [String] {
        var lines: [String] = []
        var current = ""
        for piece in pieces {
            if !current.isEmpty, current.count + 1 + piece.count > (lines.isEmpty ? first : room - 4) {
                lines.append(current)
                current = ""
            }
            current += current.isEmpty ? piece : " \(piece)"
        }
        return lines + [current]
    }

    /// Joins the pieces of a condition to lines that fit; one that is too long by itself is broken in its parentheses,
    /// one level deeper.
    private func wrapped(groups pieces: [String]) -> [String] {
        var lines: [String] = []
        var current = ""
        func flush() {
            if !current.isEmpty { lines.append(current) }
            current = ""
        }
        for piece in pieces {
            if current.isEmpty || current.count + 1 + piece.count > (lines.isEmpty ? room : room - 4) {
                flush()
                current = piece
            } else {
                current += " \(piece)"
            }
            guard current.count > room - 4, let head = ["&& !(", "&& ("].first(where: current.hasPrefix) else {
                continue
            }
            let inner = String(current.dropFirst(head.count)).conjuncts
            current = ""
            for (place, piece) in inner.enumerated() {
                let piece = place == 0 ? head + piece : piece
                if place > 0, current.count + 1 + piece.count > room - 4 {
                    flush()
                    current = "    \(piece)"
                } else {
                    current += place == 0 ? piece : " \(piece)"
                }
            }
            flush()
        }
        flush()
        return lines
    }
}

extension String {
    /// The text as a Swift string literal.
    var quoted: String { "\"\(escaped)\"" }

    /// The text as it stands in a Swift string literal.
    var escaped: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            case "\r": text += "\\r"
            case let scalar where scalar.value < 0x20 || scalar.value == 0x7F:
                text += "\\u{\(String(scalar.value, radix: 16))}"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// The name in Swift, in backticks where it is a word of the language.
    var asIdentifier: String { Self.keywords.contains(self) ? "`\(self)`" : self }

    private static let keywords: Set<String> = [
        "actor", "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit",
        "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if",
        "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator", "private", "protocol", "public",
        "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw", "throws",
        "true", "try", "typealias", "var", "where", "while",
    ]

    /// The pieces of a condition, each but the first beginning with its operator.
    fileprivate var conditions: [String] {
        var pieces: [String] = []
        for word in split(separator: " ") {
            if pieces.isEmpty || word == "&&" || word == "||" {
                pieces.append(String(word))
            } else {
                pieces[pieces.count - 1] += " \(word)"
            }
        }
        return pieces
    }

    /// The pieces of the head of a block: its conditions have operators or commas between them.
    fileprivate var headConditions: [String] {
        var pieces: [String] = []
        for piece in conditions {
            let depth = pieces.joined().reduce(0) { $1 == "(" ? $0 + 1 : $1 == ")" ? $0 - 1 : $0 }
            let parts = piece.split(separator: ", let ", maxSplits: 1).map(String.init)
            guard depth == 0, parts.count == 2 else {
                pieces.append(piece)
                continue
            }
            pieces += ["\(parts[0]),", "let \(parts[1])"]
        }
        return pieces
    }

    /// The pieces of a condition as far as they stand in no parentheses of their own.
    fileprivate var conjuncts: [String] {
        var pieces: [String] = []
        var depth = 0
        for piece in conditions {
            if depth > 0 { pieces[pieces.count - 1] += " \(piece)" } else { pieces.append(piece) }
            depth += piece.count { $0 == "(" } - piece.count { $0 == ")" }
        }
        return pieces
    }

    /// The text as a call: what stands before its first parenthesis, the arguments, and what follows.
    fileprivate var call: (name: String, arguments: [String], rest: String)? {
        var arguments: [String] = []
        var name: Substring?
        var start = startIndex
        var level = 0
        var isText = false
        var index = startIndex
        while index < endIndex {
            let character = self[index]
            let next = self.index(after: index)
            if isText {
                if character == "\\" {
                    index = next < endIndex ? self.index(after: next) : next
                    continue
                }
                if character == "\"" { isText = false }
            } else if character == "\"" {
                isText = true
            } else if "([{".contains(character) {
                if name == nil, character == "(" {
                    name = self[..<index]
                    start = next
                }
                level += 1
            } else if ")]}".contains(character) {
                level -= 1
                if level == 0, let name, character == ")" {
                    arguments.append(String(self[start..<index]))
                    return (String(name), arguments, String(self[next...]))
                }
            } else if character == ",", level == 1, name != nil {
                arguments.append(String(self[start..<index]))
                start = next
                while start < endIndex, self[start] == " " { start = self.index(after: start) }
            }
            index = next
        }
        return nil
    }
}
