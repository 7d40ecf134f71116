/// JSON of a catalogue, numbers as written: prices are never rounded.
enum CatalogueJSON {
    case null
    case bool(Bool)
    case number(String)
    case text(String)
    case array([CatalogueJSON])
    case object([(key: String, value: CatalogueJSON)])

    /// Reads a document; `nil` when it is no JSON.
    init?(_ bytes: [UInt8]) {
        var reader = Reader(bytes: bytes)
        guard let value = reader.value(depth: 0), reader.isAtEnd else { return nil }
        self = value
    }

    /// The member of that name.
    subscript(key: String) -> CatalogueJSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    var members: [(key: String, value: CatalogueJSON)] {
        if case .object(let members) = self { members } else { [] }
    }

    var elements: [CatalogueJSON] { if case .array(let elements) = self { elements } else { [] } }
    var text: String? { if case .text(let text) = self { text } else { nil } }
    var bool: Bool? { if case .bool(let bool) = self { bool } else { nil } }
    /// The digits of a number, without an exponent.
    var decimal: String? { if case .number(let literal) = self { literal.decimal() } else { nil } }
    /// A whole number.
    var count: String? { decimal.flatMap { Int($0).map(String.init) } }
}

extension String {
    /// The number as plain digits, its point moved to the right by `shift`: `1.4e-7` by 6 is `0.14`.
    func decimal(movedBy shift: Int = 0) -> String? {
        let halves = lowercased().split(separator: "e", omittingEmptySubsequences: false)
        guard let mantissa = halves.first, halves.count <= 2, let exponent = halves.count == 2 ? Int(halves[1]) : 0,
            abs(exponent) <= 30
        else { return nil }
        let isNegative = mantissa.hasPrefix("-")
        let parts = mantissa.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first else { return nil }
        let fraction = parts.count == 2 ? parts[1] : ""
        var digits = Array(whole + fraction)
        guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        var point = whole.count + exponent + shift
        if point <= 0 {
            digits.insert(contentsOf: repeatElement("0", count: 1 - point), at: 0)
            point = 1
        }
        if point > digits.count { digits += Array(repeating: "0", count: point - digits.count) }
        var before = digits[..<point]
        var after = digits[point...]
        while before.count > 1, before.first == "0" { before.removeFirst() }
        while after.last == "0" { after.removeLast() }
        return (isNegative ? "-" : "") + String(before) + (after.isEmpty ? "" : "." + String(after))
    }
}

private struct Reader {
    let bytes: [UInt8]
    var place = 0

    var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return place == bytes.count
        }
    }

    private mutating func skipSpace() {
        while place < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    private mutating func take(word: String) -> Bool {
        guard bytes[place...].starts(with: word.utf8) else { return false }
        place += word.utf8.count
        return true
    }

    mutating func value(depth: Int) -> CatalogueJSON? {
        skipSpace()
        guard place < bytes.count, depth < 100 else { return nil }
        switch bytes[place] {
        case UInt8(ascii: "{"):
            place += 1
            var members: [(key: String, value: CatalogueJSON)] = []
            if take(UInt8(ascii: "}")) { return .object(members) }
            repeat {
                skipSpace()
                guard let key = string(), take(UInt8(ascii: ":")), let value = value(depth: depth + 1) else {
                    return nil
                }
                members.append((key, value))
            } while take(UInt8(ascii: ","))
            return take(UInt8(ascii: "}")) ? .object(members) : nil
        case UInt8(ascii: "["):
            place += 1
            var elements: [CatalogueJSON] = []
            if take(UInt8(ascii: "]")) { return .array(elements) }
            repeat {
                guard let value = value(depth: depth + 1) else { return nil }
                elements.append(value)
            } while take(UInt8(ascii: ","))
            return take(UInt8(ascii: "]")) ? .array(elements) : nil
        case UInt8(ascii: "\""): return string().map(CatalogueJSON.text)
        case UInt8(ascii: "t"): return take(word: "true") ? .bool(true) : nil
        case UInt8(ascii: "f"): return take(word: "false") ? .bool(false) : nil
        case UInt8(ascii: "n"): return take(word: "null") ? .null : nil
        default: return number()
        }
    }

    private mutating func number() -> CatalogueJSON? {
        let start = place
        while place < bytes.count, "+-.eE0123456789".utf8.contains(bytes[place]) { place += 1 }
        let literal = String(decoding: bytes[start..<place], as: UTF8.self)
        return literal.decimal() == nil ? nil : .number(literal)
    }

    private mutating func string() -> String? {
        guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return nil }
        place += 1
        var text: [UInt8] = []
        var units: [UInt16] = []
        func flush() { text += Array(String(decoding: units, as: UTF16.self).utf8) }
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            if byte == UInt8(ascii: "\\"), place < bytes.count {
                let escape = bytes[place]
                place += 1
                if escape == UInt8(ascii: "u"), place + 4 <= bytes.count,
                    let unit = UInt16(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
                {
                    place += 4
                    units.append(unit)
                    continue
                }
                flush()
                units = []
                let known: [UInt8: UInt8] = [0x6E: 0x0A, 0x74: 0x09, 0x72: 0x0D, 0x62: 0x08, 0x66: 0x0C]
                text.append(known[escape] ?? escape)
                continue
            }
            if !units.isEmpty {
                flush()
                units = []
            }
            if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            text.append(byte)
        }
        return nil
    }
}
