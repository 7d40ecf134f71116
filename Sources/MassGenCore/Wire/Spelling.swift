/// The characters and lengths of ids or names that a wire takes.
public struct Spelling: Sendable, Hashable {
    /// How many bytes there may be.
    public let lengths: ClosedRange<Int>
    private let bytes: Set<UInt8>
    private let firsts: Set<UInt8>

    /// Makes a spelling.
    /// - Parameters:
    ///   - alphabet: signs and ranges of ASCII, `A-Za-z0-9_-` for instance.
    ///   - lengths: how many bytes there may be.
    ///   - first: which of the signs may be the first; all of them when `nil`.
    public init(_ alphabet: String, _ lengths: ClosedRange<Int>, first: String? = nil) {
        bytes = Self.bytes(of: alphabet)
        firsts = first.map(Self.bytes) ?? bytes
        self.lengths = lengths
    }

    private static func bytes(of alphabet: String) -> Set<UInt8> {
        let signs = Array(alphabet.utf8)
        var bytes: Set<UInt8> = []
        var index = 0
        while index < signs.count {
            if index + 2 < signs.count, signs[index + 1] == UInt8(ascii: "-"), signs[index] <= signs[index + 2] {
                bytes.formUnion(signs[index]...signs[index + 2])
                index += 3
            } else {
                bytes.insert(signs[index])
                index += 1
            }
        }
        return bytes
    }

    /// Whether a text is spelled so.
    public func fits(_ text: String) -> Bool {
        lengths.contains(text.utf8.count) && text.utf8.allSatisfy(bytes.contains)
            && text.utf8.first.map(firsts.contains) ?? true
    }

    /// A text spelled so that resembles another, and is another for each `turn`.
    func near(_ text: String, turn: Int) -> String {
        let near = near(of: text, turn: turn)
        guard let first = near.utf8.first, !firsts.contains(first),
            let sign = firsts.contains(0x5F) ? 0x5F : firsts.min()
        else { return near }
        // In place of the first sign where there is no room before it.
        let rest = near.utf8.count < lengths.upperBound ? Array(near.utf8) : Array(near.utf8.dropFirst())
        return String(decoding: [sign] + rest, as: UTF8.self)
    }

    private func near(of text: String, turn: Int) -> String {
        let kept = String(
            decoding: text.utf8.map { bytes.contains($0) ? $0 : 0x5F }.filter(bytes.contains), as: UTF8.self)
        if turn == 0, lengths.contains(kept.utf8.count) { return kept }
        let length = min(lengths.upperBound, max(lengths.lowerBound, 24))
        let digest = digest(of: "\(turn) \(text)", count: min(8, length))
        guard lengths.upperBound > 16 else { return self.digest(of: "\(turn) \(text)", count: length) }
        let room = lengths.upperBound - digest.utf8.count
        let readable = String(decoding: kept.utf8.prefix(room), as: UTF8.self) + digest
        return readable.utf8.count < lengths.lowerBound
            ? self.digest(of: "\(turn) \(text)", count: lengths.lowerBound) : readable
    }

    /// Letters and digits by FNV-1a, the same on every machine.
    private func digest(of text: String, count: Int) -> String {
        let letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8.filter(bytes.contains)
        let signs = letters.isEmpty ? bytes.sorted() : letters
        var digest: [UInt8] = []
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        while digest.count < count {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            var rest = hash
            for _ in 0..<min(8, count - digest.count) {
                digest.append(signs[Int(rest % UInt64(signs.count))])
                rest /= UInt64(signs.count)
            }
        }
        return String(decoding: digest, as: UTF8.self)
    }
}

/// Ids or names as a wire takes them, and the way back: no two become the same.
public struct Renaming: Sendable, Hashable {
    private var renamed: [String: String] = [:]
    private var originals: [String: String] = [:]

    /// Changes nothing.
    public init() {}

    /// Makes what does not fit fit.
    public init(of names: [String], to spelling: Spelling) {
        var taken = Set(names.filter(spelling.fits))
        for name in names where !spelling.fits(name) && renamed[name] == nil {
            var turn = 0
            var near = spelling.near(name, turn: turn)
            while !taken.insert(near).inserted {
                turn += 1
                near = spelling.near(name, turn: turn)
            }
            renamed[name] = near
            originals[near] = name
        }
    }

    /// Whether nothing is renamed.
    public var isEmpty: Bool { renamed.isEmpty }
    /// The name as the wire takes it.
    public func renamed(_ name: String) -> String { renamed[name] ?? name }
    /// The name as it was.
    public func original(_ name: String) -> String { originals[name] ?? name }
}

extension Part {
    /// The part with the name of its tool as it was.
    func named(back names: Renaming) -> Part {
        guard !names.isEmpty, case .toolCall(var call) = self else { return self }
        call.name = names.original(call.name)
        return .toolCall(call)
    }
}

extension ChatRequest {
    /// Spells ids of calls and names of tools as a wire takes them; says what was changed.
    /// - Returns: the names that were changed, for the way back of an answer's calls.
    mutating func respell(ids idSpelling: Spelling?, names nameSpelling: Spelling?, _ losses: inout [Loss]) -> Renaming
    {
        var ids = Renaming()
        var names = Renaming()
        if let idSpelling { ids = Renaming(of: Array(spelledIDs), to: idSpelling) }
        if let nameSpelling { names = Renaming(of: Array(spelledNames), to: nameSpelling) }
        guard !ids.isEmpty || !names.isEmpty else { return names }
        func spell(_ text: inout String, _ renaming: Renaming, _ path: String) {
            let new = renaming.renamed(text)
            guard new != text else { return }
            losses.append(Loss(path: path, reason: "'\(text)' is sent as '\(new)'", severity: .approximated))
            text = new
        }
        for index in tools.indices { spell(&tools[index].name, names, "tools[\(index)].name") }
        if case .tool(var tool)? = toolChoice {
            spell(&tool.name, names, "toolChoice.tool")
            toolChoice = .tool(tool)
        }
        if case .tools(var subset)? = toolChoice {
            for index in subset.names.indices { spell(&subset.names[index], names, "toolChoice.tools[\(index)]") }
            toolChoice = .tools(subset)
        }
        for place in messages.indices {
            for index in messages[place].parts.indices {
                let path = "messages[\(place)].parts[\(index)]"
                switch messages[place].parts[index] {
                case .toolCall(var call):
                    spell(&call.id, ids, "\(path).id")
                    spell(&call.name, names, "\(path).name")
                    messages[place].parts[index] = .toolCall(call)
                case .toolResult(var result):
                    spell(&result.callID, ids, "\(path).callID")
                    if var name = result.name {
                        spell(&name, names, "\(path).name")
                        result.name = name
                    }
                    messages[place].parts[index] = .toolResult(result)
                default: break
                }
            }
        }
        return names
    }

    private var spelledIDs: [String] {
        messages.lazy.flatMap(\.parts).compactMap { part in
            switch part {
            case .toolCall(let call): call.id
            case .toolResult(let result): result.callID
            default: nil
            }
        }
    }

    private var spelledNames: [String] {
        tools.map(\.name)
            + messages.lazy.flatMap(\.parts).compactMap { part in
                switch part {
                case .toolCall(let call): call.name
                case .toolResult(let result): result.name
                default: nil
                }
            }
    }
}
