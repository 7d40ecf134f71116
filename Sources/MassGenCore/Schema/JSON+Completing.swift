extension JSON {
    /// What is certain of a document of which only the beginning has come: texts as far as they go, numbers and words
    /// once they are whole. `nil` while there is nothing.
    ///
    /// Throws for a beginning of what can become no JSON.
    public init?(completing beginning: String) throws(JSONError) {
        var prefix = JSONPrefix()
        let bytes = Array(beginning.utf8)
        guard let whole = prefix.completed(bytes) else { return nil }
        self = try JSON(parsing: whole)
    }
}

/// Where a beginning of JSON can be cut and closed.
private struct JSONPrefix {
    /// The containers that are open; true for objects.
    private var open: [Bool] = []
    /// Up to where everything is whole.
    private var end = 0
    /// Whether a key comes next, in an object.
    private var isKey = false

    mutating func completed(_ bytes: [UInt8]) -> [UInt8]? {
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case 0x7B, 0x5B:
                open.append(bytes[index] == 0x7B)
                isKey = bytes[index] == 0x7B
                index += 1
                end = index
            case 0x7D, 0x5D:
                _ = open.popLast()
                index += 1
                end = index
                isKey = false
            case 0x22:
                guard let close = closingQuote(bytes, from: index + 1) else {
                    return isKey ? closed(bytes[..<end]) : closed(bytes[..<cut(bytes, from: index + 1)] + [0x22])
                }
                index = close + 1
                if isKey { isKey = false } else { end = index }
            case 0x2C:
                isKey = open.last ?? false
                index += 1
            case 0x3A, 0x20, 0x09, 0x0A, 0x0D: index += 1
            default:
                // A number or a word is whole when something follows it.
                let start = index
                while index < bytes.count, !Self.delimiters.contains(bytes[index]) { index += 1 }
                if index < bytes.count || Self.words.contains(Array(bytes[start...])) { end = index }
            }
        }
        return closed(bytes[..<end])
    }

    private static let delimiters = Set("{}[]\",: \t\r\n".utf8)
    private static let words: Set<[UInt8]> = [Array("true".utf8), Array("false".utf8), Array("null".utf8)]

    private func closed(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        bytes.isEmpty ? nil : bytes + open.reversed().map { $0 ? 0x7D : 0x5D }
    }

    private func closingQuote(_ bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            if bytes[index] == 0x22 { return index }
            index += bytes[index] == 0x5C ? 2 : 1
        }
        return nil
    }

    /// Where a text that goes on can be cut: not within an escape, nor between the halves of one.
    private func cut(_ bytes: [UInt8], from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            guard bytes[index] == 0x5C else {
                index += 1
                continue
            }
            var length = index + 1 < bytes.count && bytes[index + 1] == 0x75 ? 6 : 2
            if length == 6, index + 3 < bytes.count, isHighSurrogate(bytes[index + 2], bytes[index + 3]) { length = 12 }
            if index + length > bytes.count { return index }
            index += length
        }
        return index
    }

    /// Whether `\\uXX` begins the first half of a pair: D8 to DB.
    private func isHighSurrogate(_ first: UInt8, _ second: UInt8) -> Bool {
        (first | 0x20) == 0x64
            && (second == 0x38 || second == 0x39 || (second | 0x20) == 0x61 || (second | 0x20) == 0x62)
    }
}
