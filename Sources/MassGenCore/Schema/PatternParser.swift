/// Reads the regular part of ECMA-262's expressions; `nil` stands for everything else.
struct PatternParser {
    private let scalars: [Unicode.Scalar]
    private var place = 0
    private var depth = 0

    /// How deeply groups may lie in one another.
    private static let deepest = 50
    /// How often something may be repeated by number.
    private static let mostRepetitions = 1_000

    init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

    /// The whole pattern.
    mutating func whole() -> PatternNode? {
        guard let node = choice(), place == scalars.count else { return nil }
        return node
    }

    private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    private mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        place += 1
        return true
    }

    /// `a|b|c`
    private mutating func choice() -> PatternNode? {
        var choices: [PatternNode] = []
        repeat {
            guard let sequence = sequence() else { return nil }
            choices.append(sequence)
        } while takes("|")
        return choices.count == 1 ? choices[0] : .choice(choices)
    }

    private mutating func sequence() -> PatternNode? {
        var nodes: [PatternNode] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            guard let node = atom() else { return nil }
            if case .assertion = node {
                nodes.append(node)
            } else {
                guard let repeated = repeated(node) else { return nil }
                nodes.append(repeated)
            }
        }
        return .sequence(nodes)
    }

    /// `*`, `+`, `?`, `{2}`, `{2,}` and `{2,5}`, greedy or not: whether something is found is the same.
    private mutating func repeated(_ node: PatternNode) -> PatternNode? {
        let bounds: (least: Int, most: Int?)
        switch next {
        case "*": bounds = (0, nil)
        case "+": bounds = (1, nil)
        case "?": bounds = (0, 1)
        case "{":
            place += 1
            guard let least = number() else { return nil }
            var most: Int? = least
            if takes(",") {
                most = nil
                if next != "}" {
                    guard let bound = number(), bound >= least else { return nil }
                    most = bound
                }
            }
            guard next == "}" else { return nil }
            bounds = (least, most)
        default: return node
        }
        place += 1
        _ = takes("?")
        return .repeated(node, least: bounds.least, most: bounds.most)
    }

    private mutating func number() -> Int? {
        let start = place
        while let scalar = next, ("0"..."9").contains(scalar), place - start < 5 { place += 1 }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[start..<place])
        return Int(String(text)).flatMap { $0 <= Self.mostRepetitions ? $0 : nil }
    }

    private mutating func atom() -> PatternNode? {
        guard let scalar = next else { return nil }
        place += 1
        switch scalar {
        case "^": return .assertion(.start)
        case "$": return .assertion(.end)
        case ".": return .set(.any)
        case "(": return group()
        case "[": return set().map(PatternNode.set)
        case "\\":
            if takes("b") { return .assertion(.boundary(true)) }
            if takes("B") { return .assertion(.boundary(false)) }
            return escaped().map(PatternNode.set)
        case "*", "+", "?", "{": return nil
        default: return .set(ScalarSet(scalar))
        }
    }

    /// `(a)`, `(?:a)` and `(?<name>a)`
    private mutating func group() -> PatternNode? {
        if takes("?") {
            if takes("<") {
                guard next != "=", next != "!" else { return nil }
                while let scalar = next, scalar != ">", scalar != ")" { _ = takes(scalar) }
                guard takes(">") else { return nil }
            } else if !takes(":") {
                return nil
            }
        }
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.deepest, let node = choice(), takes(")") else { return nil }
        return node
    }

    /// `[a-z\d]` and `[^a-z]`, after the bracket.
    private mutating func set() -> ScalarSet? {
        var set = ScalarSet(isInverted: takes("^"))
        while !takes("]") {
            guard let first = member() else { return nil }
            // A hyphen at the end, or beside a class, is one.
            guard next == "-", place + 1 < scalars.count, scalars[place + 1] != "]", let least = first.single else {
                set.ranges += first.plain
                continue
            }
            place += 1
            guard let last = member() else { return nil }
            guard let most = last.single else {
                set.ranges += first.plain + ScalarSet("-").ranges + last.plain
                continue
            }
            guard least <= most else { return nil }
            set.ranges.append(least...most)
        }
        return set
    }

    private mutating func member() -> ScalarSet? {
        guard let scalar = next else { return nil }
        place += 1
        guard scalar == "\\" else { return ScalarSet(scalar) }
        return takes("b") ? ScalarSet("\u{8}") : escaped()
    }

    /// What follows a backslash.
    private mutating func escaped() -> ScalarSet? {
        guard let scalar = next else { return nil }
        place += 1
        switch scalar {
        case "d": return .digit
        case "D": return ScalarSet.digit.inverted
        case "w": return .word
        case "W": return ScalarSet.word.inverted
        case "s": return .space
        case "S": return ScalarSet.space.inverted
        case "n": return ScalarSet("\n")
        case "r": return ScalarSet("\r")
        case "t": return ScalarSet("\t")
        case "v": return ScalarSet("\u{B}")
        case "f": return ScalarSet("\u{C}")
        case "0": return next.map { ("0"..."9").contains($0) } ?? false ? nil : ScalarSet("\0")
        case "x": return hexadecimal(2).flatMap(ScalarSet.init)
        case "u":
            guard takes("{") else { return hexadecimal(4).flatMap(ScalarSet.init) }
            let start = place
            while let scalar = next, scalar != "}", place - start < 7 { _ = takes(scalar) }
            let digits = scalars[start..<place].reduce(into: "") { $0.unicodeScalars.append($1) }
            guard takes("}") else { return nil }
            return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { ScalarSet($0) }
        // Letters and digits have meanings that are not regular, or none.
        case "a"..."z", "A"..."Z", "1"..."9": return nil
        default: return ScalarSet(scalar)
        }
    }

    private mutating func hexadecimal(_ count: Int) -> Unicode.Scalar? {
        guard place + count <= scalars.count else { return nil }
        let digits = scalars[place..<(place + count)].reduce(into: "") { $0.unicodeScalars.append($1) }
        place += count
        return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    }
}

extension ScalarSet {
    fileprivate init(_ scalar: Unicode.Scalar) { self.init(ranges: [scalar.value...scalar.value]) }

    /// The only character, if it is one.
    fileprivate var single: UInt32? {
        guard !isInverted, ranges.count == 1, ranges[0].count == 1 else { return nil }
        return ranges[0].lowerBound
    }
}
