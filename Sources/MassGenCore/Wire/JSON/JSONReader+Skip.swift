/// Moving over values without keeping them.
extension JSONReader {
    /// Moves over one value that is not read; where that is asked for, it is noted.
    public mutating func skip() throws(JSONError) {
        guard unread != nil else { return try pass() }
        let isNull = try nextByte() == 0x6E
        try pass()
        if !isNull { unread?.append(position) }
    }

    /// Moves over one value, checked in full, by which nothing is lost. Depth costs no stack.
    public mutating func pass() throws(JSONError) {
        let byte = try nextByte()
        switch byte {
        case 0x22:
            position &+= 1
            _ = try scanString()
        case 0x6E: try literal("null")
        case 0x7B, 0x5B: try skipContainer()
        default: try skipScalar(byte)
        }
        if depth == 1, memberStart == skippedHead { skippedHead = position }
    }

    /// One value as it stands in the document.
    public mutating func text() throws(JSONError) -> String {
        _ = try nextByte()
        let start = position
        try pass()
        return bytes.text(start..<position)
    }

    private mutating func skipScalar(_ byte: UInt8) throws(JSONError) {
        switch byte {
        case 0x2D, 0x30...0x39: _ = try scanNumber()
        case 0x74: try literal("true")
        case 0x66: try literal("false")
        case 0x6E: try literal("null")
        default: throw unexpectedByte("a value")
        }
    }

    private mutating func skipContainer() throws(JSONError) {
        var nesting = Nesting()
        try enter(&nesting)
        var isFirst = true
        while true {
            var byte = try nextByte()
            if byte == (nesting.isObject ? 0x7D : 0x5D) {
                position &+= 1
                if nesting.pop() { return }
                isFirst = false
                continue
            }
            if !isFirst {
                guard byte == 0x2C else { throw unexpectedByte("a comma or the end") }
                position &+= 1
                byte = try nextByte()
            }
            isFirst = false
            if nesting.isObject {
                guard byte == 0x22 else { throw unexpectedByte("a key") }
                position &+= 1
                _ = try scanString()
                guard try nextByte() == 0x3A else { throw unexpectedByte("a colon") }
                position &+= 1
                byte = try nextByte()
            }
            switch byte {
            case 0x22:
                position &+= 1
                _ = try scanString()
            case 0x7B, 0x5B:
                try enter(&nesting)
                isFirst = true
            default: try skipScalar(byte)
            }
        }
    }

    private mutating func enter(_ nesting: inout Nesting) throws(JSONError) {
        guard depth &+ nesting.count < maximumDepth else { throw tooDeep() }
        nesting.push(isObject: bytes[position] == 0x7B)
        position &+= 1
    }
}

/// Which of the open containers are objects, one bit each; 64 levels fit without allocation.
private struct Nesting {
    var count = 0
    private var bits: UInt64 = 0
    private var older: [UInt64] = []

    /// Whether the innermost container is an object.
    @inline(__always)
    var isObject: Bool { bits & 1 == 1 }

    @inline(__always)
    mutating func push(isObject: Bool) {
        if count & 63 == 0, count > 0 { older.append(bits) }
        bits = bits &<< 1 | (isObject ? 1 : 0)
        count &+= 1
    }

    /// Leaves the innermost container; says whether it was the last.
    @inline(__always)
    mutating func pop() -> Bool {
        bits &>>= 1
        count &-= 1
        if count & 63 == 0, let last = older.popLast() { bits = last }
        return count == 0
    }
}
