/// A regular expression of a JSON Schema (ECMA-262), looked for in time that grows only with the text and the pattern.
///
/// Patterns come from servers, and some take a backtracking engine for ever. This one follows all ways through a text at
/// once, so it knows what is regular and nothing else: no looking ahead or behind, no references back to groups, no
/// properties of characters. A pattern with one of these is `nil`.
struct SchemaPattern: Sendable {
    private let program: [Instruction]

    /// How many instructions a pattern may become: `(a{1000}){1000}` is no pattern here.
    private static let longest = 2_000

    /// Reads a pattern.
    init?(_ pattern: String) {
        var parser = PatternParser(pattern)
        guard let node = parser.whole(), node.count <= Self.longest else { return nil }
        var program: [Instruction] = []
        Self.emit(node, &program)
        program.append(.match)
        self.program = program
    }

    /// Whether the pattern is found in a text; `nil` when the budget, counted in instructions, ends before that is known.
    func isFound(in text: String, budget: inout Int) -> Bool? {
        var threads = Threads(count: program.count)
        var previous: Unicode.Scalar?
        var scalars = text.unicodeScalars.makeIterator()
        while true {
            let next = scalars.next()
            threads.add(0)
            // The list grows while it is gone through, by instructions that take no character.
            var place = 0
            while place < threads.now.count {
                budget -= 1
                if budget < 0 { return nil }
                let at = threads.now[place]
                place += 1
                switch program[at] {
                case .match: return true
                case .take(let set): if let next, set.contains(next) { threads.later.append(at + 1) }
                case .jump(let target): threads.add(target)
                case .split(let target):
                    threads.add(at + 1)
                    threads.add(target)
                case .assert(let assertion): if assertion.holds(between: previous, and: next) { threads.add(at + 1) }
                }
            }
            guard next != nil else { return false }
            previous = next
            threads.step()
        }
    }
}

extension SchemaPattern {
    private enum Instruction: Sendable {
        /// Takes one character of these.
        case take(ScalarSet)
        /// Goes on elsewhere.
        case jump(Int)
        /// Goes on here and elsewhere.
        case split(Int)
        /// Goes on if something is so.
        case assert(PatternNode.Assertion)
        /// The pattern is found.
        case match
    }

    /// The places in the program that have been come to, each once per character.
    private struct Threads {
        var now: [Int] = []
        var later: [Int] = []
        private var seen: [Int]
        private var round = 1

        init(count: Int) { seen = Array(repeating: 0, count: count) }

        mutating func add(_ place: Int) {
            guard seen[place] != round else { return }
            seen[place] = round
            now.append(place)
        }

        mutating func step() {
            round += 1
            now.removeAll(keepingCapacity: true)
            for place in later { add(place) }
            later.removeAll(keepingCapacity: true)
        }
    }

    private static func emit(_ node: PatternNode, _ program: inout [Instruction]) {
        switch node {
        case .set(let set): program.append(.take(set))
        case .assertion(let assertion): program.append(.assert(assertion))
        case .sequence(let nodes): for node in nodes { emit(node, &program) }
        case .choice(let nodes):
            var ends: [Int] = []
            for (index, node) in nodes.enumerated() {
                let start = program.count
                let isLast = index == nodes.count - 1
                if !isLast { program.append(.split(0)) }
                emit(node, &program)
                if isLast { break }
                ends.append(program.count)
                program.append(.jump(0))
                program[start] = .split(program.count)
            }
            for end in ends { program[end] = .jump(program.count) }
        case .repeated(let node, let least, let most):
            for _ in 0..<least { emit(node, &program) }
            if let most {
                var splits: [Int] = []
                for _ in least..<most {
                    splits.append(program.count)
                    program.append(.split(0))
                    emit(node, &program)
                }
                for split in splits { program[split] = .split(program.count) }
            } else {
                let start = program.count
                program.append(.split(0))
                emit(node, &program)
                program.append(.jump(start))
                program[start] = .split(program.count)
            }
        }
    }
}

/// A part of a pattern.
indirect enum PatternNode: Sendable {
    case set(ScalarSet)
    case assertion(Assertion)
    case sequence([PatternNode])
    case choice([PatternNode])
    case repeated(PatternNode, least: Int, most: Int?)

    enum Assertion: Sendable {
        case start
        case end
        case boundary(Bool)

        func holds(between before: Unicode.Scalar?, and after: Unicode.Scalar?) -> Bool {
            switch self {
            case .start: before == nil
            case .end: after == nil
            case .boundary(let isWanted): (isWord(before) != isWord(after)) == isWanted
            }
        }

        private func isWord(_ scalar: Unicode.Scalar?) -> Bool { scalar.map(ScalarSet.word.contains) ?? false }
    }

    /// How many instructions it becomes, up to what no pattern may have.
    var count: Int {
        let most = 1_000_000
        return switch self {
        case .set, .assertion: 1
        case .sequence(let nodes): nodes.reduce(0) { min(most, $0 + $1.count) }
        case .choice(let nodes): nodes.reduce(0) { min(most, $0 + $1.count + 2) }
        case .repeated(let node, let least, let bound):
            min(most, (node.count + 1) * min(most, (bound ?? least + 1) + 1))
        }
    }
}

/// Characters.
struct ScalarSet: Sendable {
    var ranges: [ClosedRange<UInt32>] = []
    var isInverted = false

    func contains(_ scalar: Unicode.Scalar) -> Bool {
        ranges.contains { $0.contains(scalar.value) } != isInverted
    }

    static let digit = ScalarSet(ranges: [0x30...0x39])
    static let word = ScalarSet(ranges: [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
    static let space = ScalarSet(ranges: [
        0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029, 0x202F...0x202F,
        0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
    ])
    /// What `.` stands for: all but ends of lines.
    static let any = ScalarSet(ranges: [0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029], isInverted: true)

    var inverted: ScalarSet { ScalarSet(ranges: ranges, isInverted: !isInverted) }

    /// The same characters without inversion.
    var plain: [ClosedRange<UInt32>] {
        guard isInverted else { return ranges }
        var result: [ClosedRange<UInt32>] = []
        var next: UInt32 = 0
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { result.append(next...(range.lowerBound - 1)) }
            next = max(next, range.upperBound + 1)
        }
        if next <= 0x10FFFF { result.append(next...0x10FFFF) }
        return result
    }
}
