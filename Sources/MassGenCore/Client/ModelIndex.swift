/// The text of a table's rows.
///
/// Unchecked because it holds a pointer: to bytes that are never written to and never freed.
struct ModelText: @unchecked Sendable {
    let bytes: UnsafeBufferPointer<UInt8>

    init(_ text: StaticString) { bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount) }

    init(copying text: String) {
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: text.utf8.count)
        _ = copy.initialize(from: text.utf8)
        bytes = UnsafeBufferPointer(copy)
    }
}

/// Finds rows of a table by id: an open hash table of the places where ids stand in the text.
final class ModelIndex: Sendable {
    /// An id, and the row it leads to.
    private struct Name {
        var start: UInt32
        var count: UInt32
        var row: UInt32
    }

    let rows: [ModelRow]
    private let text: ModelText
    private let names: [Name]
    /// Places in `names`, one more than they are; 0 is free.
    private let slots: [UInt32]
    /// Names that end in a date to be filled in, longest first.
    private let snapshots: [Name]
    /// Beginnings of ids that speak for a family, longest first.
    private let families: [Name]
    private let prefixes: [String]

    init(_ text: ModelText, prefixes: String) {
        self.text = text
        self.prefixes = prefixes.split(separator: " ").map(String.init)
        let bytes = text.bytes
        var rows: [ModelRow] = []
        var names: [Name] = []
        var snapshots: [Name] = []
        var families: [Name] = []
        var place = 0
        while place < bytes.count {
            var end = place
            while end < bytes.count, bytes[end] != 0x0A { end += 1 }
            if end > place {
                Self.names(in: bytes, place..<end, row: rows.count) { name, isOther in
                    let last = bytes[Int(name.start + name.count) - 1]
                    if last == 0x2A {
                        families.append(Name(start: name.start, count: name.count - 1, row: name.row))
                    } else if isOther,
                        Self.date(of: .init(rebasing: bytes[Int(name.start)..<Int(name.start + name.count)])) > 0
                    {
                        snapshots.append(name)
                    } else {
                        names.append(name)
                    }
                }
                rows.append(ModelRow(text, place..<end))
            }
            place = end + 1
        }
        self.rows = rows
        self.names = names
        self.snapshots = snapshots.sorted { $0.count > $1.count }
        self.families = families.sorted { $0.count > $1.count }
        var size = 8
        while size < names.count * 2 { size *= 2 }
        var slots = [UInt32](repeating: 0, count: size)
        for (number, name) in names.enumerated() {
            let id = UnsafeBufferPointer(rebasing: bytes[Int(name.start)..<Int(name.start + name.count)])
            var slot = Self.hash(id) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(number + 1)
        }
        self.slots = slots
    }

    /// The row of exactly that model, perhaps behind a prefix.
    func model(_ id: String) -> ModelRow? {
        var id = id
        if let row = id.withUTF8({ find($0) }) { return row }
        for prefix in prefixes where id.hasPrefix(prefix) {
            var rest = String(id.dropFirst(prefix.count))
            if let row = rest.withUTF8({ find($0) }) { return row }
        }
        return nil
    }

    /// The row of the family whose beginning says most.
    func family(_ id: String) -> ModelRow? {
        var id = id
        return id.withUTF8 { id in
            families.first { name in id.count >= name.count && id.prefix(Int(name.count)).elementsEqual(bytes(of: name))
            }
            .map { rows[Int($0.row)] }
        }
    }

    private func find(_ id: UnsafeBufferPointer<UInt8>) -> ModelRow? {
        let mask = slots.count - 1
        var slot = Self.hash(id) & mask
        while slots[slot] != 0 {
            let name = names[Int(slots[slot]) - 1]
            if bytes(of: name).elementsEqual(id) { return rows[Int(name.row)] }
            slot = (slot + 1) & mask
        }
        return snapshots.first { Self.matches(id, bytes(of: $0)) }.map { rows[Int($0.row)] }
    }

    private func bytes(of name: Name) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: text.bytes[Int(name.start)..<Int(name.start + name.count)])
    }

    /// How a name may say that a date follows.
    private static let dates = ["YYYY-MM-DD", "YYYYMMDD", "YYYY-MM", "MMDD", "YYMM"]

    /// How many letters at the end of a name stand for a date.
    private static func date(of name: UnsafeBufferPointer<UInt8>) -> Int {
        dates.first { name.count > $0.utf8.count && name.suffix($0.utf8.count).elementsEqual($0.utf8) }?.utf8.count ?? 0
    }

    /// Whether an id is a name with digits in the place of the letters of its date.
    private static func matches(_ id: UnsafeBufferPointer<UInt8>, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        guard id.count == name.count else { return false }
        let start = name.count - date(of: name)
        return name.indices.allSatisfy { place in
            let isDigit = place >= start && name[place] != 0x2D
            return isDigit ? (0x30...0x39).contains(id[place]) : id[place] == name[place]
        }
    }

    /// FNV-1a.
    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return Int(truncatingIfNeeded: hash ^ (hash >> 32))
    }

    /// The names of a row: its id, then those after `alias=` and `dated=`.
    private static func names(
        in bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>, row: Int, _ body: (Name, _ isOther: Bool) -> Void
    ) {
        var place = line.lowerBound
        var isOther = false
        while place < line.upperBound {
            var end = place
            while end < line.upperBound, bytes[end] != 0x20 { end += 1 }
            if isOther {
                // `alias=` or `dated=`
                let isName = end - place > 6 && bytes[place + 5] == 0x3D
                let first = isName ? (bytes[place], bytes[place + 1], bytes[place + 2]) : (0, 0, 0)
                guard first == (0x61, 0x6C, 0x69) || first == (0x64, 0x61, 0x74) else { return }
                place += 6
            }
            var start = place
            while place <= end {
                if place == end || bytes[place] == 0x2C {
                    if place > start {
                        body(Name(start: UInt32(start), count: UInt32(place - start), row: UInt32(row)), isOther)
                    }
                    start = place + 1
                }
                place += 1
            }
            isOther = true
            while place < line.upperBound, bytes[place] == 0x20 { place += 1 }
        }
    }
}
