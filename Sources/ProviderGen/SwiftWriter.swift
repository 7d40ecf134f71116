/// Writes Swift source with indentation, breaking what does not fit on a line the way `swift format` does.
struct SwiftWriter {
    private(set) var text = ""
    private var depth = 0
    private let width = 120

    /// Writes a line.
    mutating func line(_ line: String = "") {
        if !line.isEmpty {
            text += String(repeating: "    ", count: depth)
            text += line
        }
        text += "\n"
    }

    /// Writes a documentation comment, wrapped.
    mutating func doc(_ sentence: String) {
        var current = "///"
        let room = width - depth * 4
        for word in sentence.split(separator: " ") {
            if current.count + 1 + word.count > room {
                line(current)
                current = "///"
            }
            current += " \(word)"
        }
        line(current)
    }

    /// Writes a block: a head, what stands in its braces, and the closing brace.
    mutating func block(_ head: String, _ body: (inout SwiftWriter) -> Void) {
        if head.count + depth * 4 + 2 > width, let call = Self.split(head) {
            line(call.name + "(")
            indented { writer in writer.list(call.arguments) }
            line(")\(call.rest) {")
        } else {
            line("\(head) {")
        }
        indented(body)
        line("}")
    }

    /// Writes lines one level deeper.
    mutating func indented(_ body: (inout SwiftWriter) -> Void) {
        depth += 1
        body(&self)
        depth -= 1
    }

    /// Writes a call, its arguments on lines of their own where one line is too short.
    mutating func call(_ name: String, _ arguments: [String]) {
        let whole = "\(name)(\(arguments.joined(separator: ", ")))"
        guard whole.count + depth * 4 > width else {
            line(whole)
            return
        }
        line("\(name)(")
        indented { writer in writer.list(arguments) }
        line(")")
    }

    /// Writes an array literal after a head: `static let x: [T] = `.
    mutating func array(_ head: String, _ elements: [String]) {
        let whole = "\(head)[\(elements.joined(separator: ", "))]"
        guard whole.count + depth * 4 > width else {
            line(whole)
            return
        }
        line("\(head)[")
        indented { writer in writer.list(elements, trailing: true) }
        line("]")
    }

    /// Writes elements with commas, as many on a line as fit.
    private mutating func list(_ elements: [String], trailing: Bool = false) {
        let joined = elements.joined(separator: ", ") + (trailing ? "," : "")
        if joined.count + depth * 4 <= width, !trailing {
            line(joined)
            return
        }
        var current = ""
        for (index, element) in elements.enumerated() {
            let piece = element + (index + 1 < elements.count || trailing ? "," : "")
            if !current.isEmpty, current.count + 1 + piece.count + depth * 4 > width {
                line(current)
                current = ""
            }
            current += current.isEmpty ? piece : " \(piece)"
        }
        if !current.isEmpty { line(current) }
    }

    private static func split(_ head: String) -> (name: String, arguments: [String], rest: String)? {
        guard let open = head.firstIndex(of: "("), let close = head.lastIndex(of: ")"), open < close else { return nil }
        var end = close
        var level = 0
        for index in head[open...].indices {
            if head[index] == "(" { level += 1 }
            if head[index] == ")" { level -= 1 }
            if level == 0 {
                end = index
                break
            }
        }
        let inner = head[head.index(after: open)..<end]
        var arguments: [String] = []
        var current = ""
        for character in inner {
            if character == "(" { level += 1 }
            if character == ")" { level -= 1 }
            if character == ",", level == 0 {
                arguments.append(current)
                current = ""
            } else if !(current.isEmpty && character == " ") {
                current.append(character)
            }
        }
        arguments.append(current)
        return (String(head[..<open]), arguments, String(head[head.index(after: end)...]))
    }
}

extension String {
    /// The text as a Swift string literal.
    var quoted: String {
        var text = "\""
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
        return text + "\""
    }

    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
