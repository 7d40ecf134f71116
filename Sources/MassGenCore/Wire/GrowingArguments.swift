/// One value of the arguments of a call that streams in, and where in them it stands.
public struct ArgumentGrowth: Sendable, Hashable {
    /// The way to the value: `$.places[0].city`.
    public var path = ""
    /// More of a text.
    public var text: String?
    /// A number or a truth value, which comes whole.
    public var value: JSON?
    /// Whether more of the text follows.
    public var goesOn: Bool?

    /// Makes an empty piece.
    public init() {}
}

/// Makes JSON text of values that come with the ways to them. What it has given never changes: values come in the order
/// in which they stand in the text, and containers open and close as the ways go down and up.
struct GrowingArguments: Sendable, Hashable {
    /// One step of a way.
    private enum Step: Sendable, Hashable {
        case key(String)
        case index(Int)

        var isIndex: Bool { if case .index = self { true } else { false } }
    }

    /// A container that is open, and the step to what was written last in it.
    private struct Container: Sendable, Hashable {
        var isArray: Bool
        var last: Step?
    }

    private var open: [Container] = []
    /// The way to the text that is open.
    private var growing: String?

    /// The text that a value adds.
    mutating func add(_ growth: ArgumentGrowth) -> String {
        let goesOn = growth.goesOn == true
        if growing == growth.path {
            if !goesOn { growing = nil }
            return Self.escaped(growth.text ?? "") + (goesOn ? "" : "\"")
        }
        let steps = Self.steps(of: growth.path)
        guard !steps.isEmpty else { return "" }
        let head = closeText() + reach(steps)
        if let value = growth.value { return head + value.text }
        if goesOn { growing = growth.path }
        guard let text = growth.text ?? (goesOn ? "" : nil) else { return head + "null" }
        return "\(head)\"\(Self.escaped(text))\(goesOn ? "" : "\"")"
    }

    /// The text that ends the arguments.
    mutating func end() -> String { closeText() + close(to: 0) }

    private mutating func closeText() -> String {
        guard growing != nil else { return "" }
        growing = nil
        return "\""
    }

    private mutating func close(to depth: Int) -> String {
        var text = ""
        while open.count > depth, let container = open.popLast() { text += container.isArray ? "]" : "}" }
        return text
    }

    /// Closes what the way does not lead through, and opens what it does.
    private mutating func reach(_ steps: [Step]) -> String {
        var shared = 0
        while shared < steps.count - 1, shared + 1 < open.count, open[shared].last == steps[shared] { shared += 1 }
        var text = close(to: shared + 1)
        for depth in shared..<steps.count {
            if depth == open.count {
                open.append(Container(isArray: steps[depth].isIndex))
                text += steps[depth].isIndex ? "[" : "{"
            }
            if open[depth].last != nil { text += "," }
            open[depth].last = steps[depth]
            if case .key(let key) = steps[depth] { text += "\"\(Self.escaped(key))\":" }
        }
        return text
    }

    /// The letters of a JSON string.
    private static func escaped(_ text: String) -> String { String(JSON.string(text).text.dropFirst().dropLast()) }

    /// The steps of `$.a.b[0]['c d']`.
    private static func steps(of path: String) -> [Step] {
        var steps: [Step] = []
        var rest = path[...]
        if rest.hasPrefix("$") { rest = rest.dropFirst() }
        while let first = rest.first {
            rest = rest.dropFirst(first == "." || first == "[" ? 1 : 0)
            if first == "[", let quote = rest.first, quote == "'" || quote == "\"" {
                let key = rest.dropFirst().prefix { $0 != quote }
                steps.append(.key(String(key)))
                rest = rest.dropFirst(key.count + 3)
            } else if first == "[" {
                let inner = rest.prefix { $0 != "]" }
                steps.append(Int(inner).map(Step.index) ?? .key(String(inner)))
                rest = rest.dropFirst(inner.count + 1)
            } else {
                let key = rest.prefix { $0 != "." && $0 != "[" }
                steps.append(.key(String(key)))
                rest = rest.dropFirst(key.count)
            }
        }
        return steps
    }
}
