/// Reading values.
extension JSONReader {
    /// Reads a string.
    @inlinable
    public mutating func string() throws(JSONError) -> String {
        guard try nextByte() == 0x22 else { throw mismatch("a string") }
        return try stringAfterQuote()
    }

    /// Reads a whole number; `3.0` and `1e3` are whole too. Beyond the range of `Int` it is the nearest `Int`.
    public mutating func int() throws(JSONError) -> Int {
        let byte = try nextByte()
        guard byte == 0x2D || byte.isDigit else { throw mismatch("a number") }
        let start = position
        guard let value = try intAfterSign() else {
            throw failure(.typeMismatch, "expected a whole number", at: start)
        }
        return value
    }

    /// Reads a number. Beyond the range of `Double` it is the nearest finite one.
    public mutating func double() throws(JSONError) -> Double {
        let byte = try nextByte()
        guard byte == 0x2D || byte.isDigit else { throw mismatch("a number") }
        return try doubleAfterSign()
    }

    /// Reads a number as it is written.
    mutating func numberText() throws(JSONError) -> String {
        let start = position
        _ = try scanNumber()
        return bytes.text(start..<position)
    }

    @usableFromInline
    mutating func stringAfterQuote() throws(JSONError) -> String {
        position &+= 1
        let start = position
        let hasEscapes = try scanString()
        return hasEscapes ? unescaped(start..<position &- 1) : bytes.text(start..<position &- 1)
    }

    /// The number that starts here, if it is whole.
    @usableFromInline
    mutating func intAfterSign() throws(JSONError) -> Int? {
        let start = position
        // One digit, as of an index.
        if start &+ 1 < limit, bytes[start].isDigit, bytes[start &+ 1] == 0x2C || bytes[start &+ 1] == 0x7D {
            position &+= 1
            return Int(bytes[start] &- 0x30)
        }
        let isInteger = try scanNumber()
        guard isInteger, position &- start <= 18 else {
            return DecimalInteger(bytes[start..<position])?.clamped
        }
        var value = 0
        let isNegative = bytes[start] == 0x2D
        for index in (isNegative ? start &+ 1 : start)..<position {
            value = value &* 10 &+ Int(bytes[index] &- 0x30)
        }
        return isNegative ? -value : value
    }

    @usableFromInline
    mutating func doubleAfterSign() throws(JSONError) -> Double {
        let start = position
        let isInteger = try scanNumber()
        if isInteger, position &- start <= 15, bytes[start] != 0x2D {
            var value = 0
            for index in start..<position { value = value &* 10 &+ Int(bytes[index] &- 0x30) }
            return Double(value)
        }
        return Double(clamping: bytes.text(start..<position))
    }
}

/// Reading what a document of unknown quality may hold: each consumes exactly one value, whatever it is.
extension JSONReader {
    /// Reads a string; `nil` when the value is none.
    @inlinable
    public mutating func stringIfAny() throws(JSONError) -> String? {
        guard try nextByte() == 0x22 else {
            try skip()
            return nil
        }
        return try stringAfterQuote()
    }

    /// Reads a whole number; `nil` when the value is none.
    @inlinable
    public mutating func intIfAny() throws(JSONError) -> Int? {
        let byte = try nextByte()
        guard byte == 0x2D || byte.isDigit else {
            try skip()
            return nil
        }
        return try intAfterSign()
    }

    /// Reads a number; `nil` when the value is none.
    @inlinable
    public mutating func doubleIfAny() throws(JSONError) -> Double? {
        let byte = try nextByte()
        guard byte == 0x2D || byte.isDigit else {
            try skip()
            return nil
        }
        return try doubleAfterSign()
    }

    /// Reads `true` or `false`; `nil` when the value is neither.
    @inlinable
    public mutating func boolIfAny() throws(JSONError) -> Bool? {
        switch try nextByte() {
        case 0x74, 0x66: return try bool()
        default:
            try skip()
            return nil
        }
    }

    /// Reads a string, or a number or boolean as it is written; `nil` when the value is none of these.
    public mutating func scalarText() throws(JSONError) -> String? {
        let byte = try nextByte()
        switch byte {
        case 0x22: return try stringAfterQuote()
        case 0x2D, 0x30...0x39, 0x74, 0x66: return try text()
        default:
            try skip()
            return nil
        }
    }
}

/// Reading values whole.
extension JSONReader {
    /// Reads a value of any kind. Depth costs no stack.
    public mutating func value() throws(JSONError) -> JSON {
        var open: [OpenContainer] = []
        var result: JSON
        while true {
            switch try peek() {
            case .object:
                try beginObject()
                guard let key = try nextKey() else {
                    result = .object([:])
                    break
                }
                open.append(OpenContainer(key: key.string))
                continue
            case .array:
                try beginArray()
                guard try nextElement() else {
                    result = .array([])
                    break
                }
                open.append(OpenContainer(key: nil))
                continue
            case .string: result = .string(try stringAfterQuote())
            case .number: result = .number(JSONNumber(trusted: try numberText()))
            case .bool: result = .bool(try bool())
            case .null:
                _ = try null()
                result = .null
            }
            guard try add(&result, to: &open) else { return result }
        }
    }

    /// Puts a value into the innermost container and closes those that end here, until one expects another value.
    /// - Returns: `false` when none is left: then `value` is the whole.
    private mutating func add(_ value: inout JSON, to open: inout [OpenContainer]) throws(JSONError) -> Bool {
        while let last = open.indices.last {
            if let key = open[last].key {
                open[last].members.append((key, value))
                if let key = try nextKey() {
                    open[last].key = key.string
                    return true
                }
            } else {
                open[last].elements.append(value)
                if try nextElement() { return true }
            }
            value = open.removeLast().closed
        }
        return false
    }
}

private struct OpenContainer {
    /// The key whose value is being read; `nil` in an array.
    var key: String?
    var members: [JSONObject.Element] = []
    var elements: [JSON] = []

    var closed: JSON { key == nil ? .array(elements) : .object(JSONObject(read: members)) }
}
