extension JSON {
    /// The JSON in a text of a model's: the whole text, the last block in fences, the last braces that match, or the last
    /// line that is an object; the first of these that is wanted. Models put words around JSON even when told not to.
    /// - Parameter isWanted: whether it is the one that was meant.
    public init?(foundIn text: String, where isWanted: (JSON) -> Bool = { $0.object != nil || $0.array != nil }) {
        let candidates: [(String) -> [Substring]] = [
            { [Substring($0)] }, { Self.fenced($0).reversed() }, { Self.braced($0).reversed() },
            { $0.split(separator: "\n").reversed() },
        ]
        for candidate in candidates {
            for piece in candidate(text) {
                guard let first = piece.utf8.first(where: { $0 > 0x20 }), first == 0x7B || first == 0x5B else {
                    continue
                }
                if let json = try? JSON(parsing: String(piece)), isWanted(json) {
                    self = json
                    return
                }
            }
        }
        return nil
    }

    /// What stands between fences: ```` ```json … ``` ````.
    private static func fenced(_ text: String) -> [Substring] {
        var blocks: [Substring] = []
        var rest = text[...]
        while let open = rest.range(of: "```") {
            let body = rest[open.upperBound...].drop { !$0.isNewline && $0 != "{" && $0 != "[" }
            guard let close = body.range(of: "```") else { break }
            blocks.append(body[..<close.lowerBound])
            rest = body[close.upperBound...]
        }
        return blocks
    }

    /// The outermost braces that match, those in texts aside.
    private static func braced(_ text: String) -> [Substring] {
        var blocks: [Substring] = []
        var depth = 0
        var start = text.startIndex
        var isInText = false
        var isEscaped = false
        for index in text.utf8.indices {
            let byte = text.utf8[index]
            if isInText {
                if isEscaped {
                    isEscaped = false
                } else if byte == 0x5C {
                    isEscaped = true
                } else if byte == 0x22 {
                    isInText = false
                }
                continue
            }
            switch byte {
            case 0x22: isInText = depth > 0
            case 0x7B:
                if depth == 0 { start = index }
                depth += 1
            case 0x7D where depth > 0:
                depth -= 1
                if depth == 0 { blocks.append(text[start...index]) }
            default: break
            }
        }
        return blocks
    }
}

extension StringProtocol {
    fileprivate func range(of other: String) -> Range<Index>? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(other) { return index..<self.index(index, offsetBy: other.count) }
            index = self.index(after: index)
        }
        return nil
    }
}
