/// What generated parsers ask of a reader beyond single values. Each takes exactly one value, whatever it is.
extension JSONReader {
    /// Reads an object into a value; anything else leaves the value as it is.
    @inlinable
    public mutating func object<Value>(
        into value: inout Value, _ parse: (inout JSONReader, inout Value) throws(JSONError) -> Void
    ) throws(JSONError) {
        if try peek() == .object { try parse(&self, &value) } else { try skip() }
    }

    /// Reads an object as a value; `nil` for anything else.
    @inlinable
    public mutating func object<Value>(
        _ empty: Value, _ parse: (inout JSONReader, inout Value) throws(JSONError) -> Void
    ) throws(JSONError) -> Value? {
        guard try peek() == .object else {
            try skip()
            return nil
        }
        var value = empty
        try parse(&self, &value)
        return value
    }

    /// Reads an array of objects; what is no object is left out.
    @inlinable
    public mutating func list<Value>(
        of empty: Value, _ parse: (inout JSONReader, inout Value) throws(JSONError) -> Void
    ) throws(JSONError) -> [Value] {
        var values: [Value] = []
        guard try beginArrayIfAny() else { return values }
        while try nextElement() {
            if let value = try object(empty, parse) { values.append(value) }
        }
        return values
    }

    /// Reads an array, each element into at most one value.
    @inlinable
    public mutating func list<Value>(
        _ parse: (inout JSONReader) throws(JSONError) -> Value?
    ) throws(JSONError) -> [Value] {
        var values: [Value] = []
        guard try beginArrayIfAny() else { return values }
        while try nextElement() {
            if let value = try parse(&self) { values.append(value) }
        }
        return values
    }

    /// Reads an array whose elements may join the values before them.
    @inlinable
    public mutating func list<Value>(
        joining parse: (inout JSONReader, inout [Value]) throws(JSONError) -> Void
    ) throws(JSONError) -> [Value] {
        var values: [Value] = []
        guard try beginArrayIfAny() else { return values }
        while try nextElement() { try parse(&self, &values) }
        return values
    }

    /// Reads an object of objects, each with the name it stands under; what is no object is left out.
    public mutating func map<Value>(
        of empty: Value, _ parse: (inout JSONReader, inout Value) throws(JSONError) -> Void
    ) throws(JSONError) -> [(name: String, value: Value)] {
        var values: [(name: String, value: Value)] = []
        guard try beginObjectIfAny() else { return values }
        while let key = try nextKey() {
            let name = key.string
            if let value = try object(empty, parse) { values.append((name, value)) }
        }
        return values
    }

    /// Reads a text or an array of texts.
    public mutating func texts() throws(JSONError) -> [String] {
        guard try peek() == .array else { return try stringIfAny().map { [$0] } ?? [] }
        return try list { (json) throws(JSONError) in try json.stringIfAny() }
    }

    /// Reads an array of numbers; what is none is left out.
    public mutating func numbers() throws(JSONError) -> [Float] {
        var values: [Float] = []
        guard try beginArrayIfAny() else { return values }
        while try nextElement() {
            if let value = try doubleIfAny() { values.append(Float(value)) }
        }
        return values
    }

    /// Reads an array of arrays of numbers.
    public mutating func numbers() throws(JSONError) -> [[Float]] {
        try list { (json) throws(JSONError) -> [Float]? in try json.numbers() }
    }

    /// Reads an object of texts; other members are left out.
    public mutating func textMap() throws(JSONError) -> [String: String]? {
        guard try beginObjectIfAny() else { return nil }
        var map: [String: String] = [:]
        while let key = try nextKey() { map[key.string] = try scalarText() }
        return map
    }

    /// Reads an object of whole numbers; other members are left out.
    public mutating func integerMap() throws(JSONError) -> [String: Int]? {
        guard try beginObjectIfAny() else { return nil }
        var map: [String: Int] = [:]
        while let key = try nextKey() { map[key.string] = try intIfAny() }
        return map
    }

    /// Keeps a member that has no name in the canonical model; `path` names the objects it stands in.
    public mutating func keep(
        _ key: JSONKey, in extra: inout Extra, of owner: String, under path: String...
    ) throws(JSONError) {
        var kept = JSONObject()
        kept[key.string] = try value()
        for name in path.reversed() { kept = [name: .object(kept)] }
        extra[owner] = extra[owner]?.merged(with: kept) ?? kept
    }

    /// Keeps a member that is written with a text of its own, where it has another one.
    public mutating func keep(
        _ key: JSONKey, unless text: StaticString, in extra: inout Extra, of owner: String
    ) throws(JSONError) {
        let value = try value()
        guard value.string != text.description else { return }
        extra[owner, default: [:]][key.string] = value
    }

    /// Reads a tool of the provider's own that has no row: all of it is kept in `extra`, and its name is the text under
    /// `key`, or its first key.
    public mutating func serverTool(by key: StaticString, of owner: String) throws(JSONError) -> ServerTool? {
        guard case .object(let members) = try value(), let first = members.keys.first else { return nil }
        var tool = ServerTool(name: members[key.description]?.string ?? first)
        tool.extra = [owner: members]
        return tool
    }

    /// Whether the object that comes next has a member.
    public func has(_ key: StaticString) -> Bool {
        var ahead = self
        return (try? ahead.moveToMember(key)) == true
    }

    /// The first key of the object that comes next.
    public mutating func lookAheadKey() -> String? {
        let here = (position, depth, isFirst)
        defer { (position, depth, isFirst) = here }
        do throws(JSONError) {
            guard try beginObjectIfAny() else { return nil }
            return try nextKey()?.string
        } catch {
            return nil
        }
    }

    /// The whole number under a key of the object that comes next.
    @inlinable
    public mutating func lookAheadInt(_ key: StaticString) -> Int? {
        let here = (position, depth, isFirst)
        defer { (position, depth, isFirst) = here }
        do throws(JSONError) {
            guard try beginObjectIfAny() else { return nil }
            while let next = try nextKey() {
                if key ~= next { return try intIfAny() }
                try pass()
            }
            return nil
        } catch {
            return nil
        }
    }
}

extension String {
    /// The text between a beginning and an end; `nil` where it has not both.
    public func stripping(_ prefix: String, _ suffix: String) -> String? {
        guard hasPrefix(prefix), hasSuffix(suffix), utf8.count >= prefix.utf8.count + suffix.utf8.count else {
            return nil
        }
        return String(dropFirst(prefix.count).dropLast(suffix.count))
    }
}

extension [Message] {
    /// Adds a tool's result to the turn of results at the end, or begins one.
    public mutating func append(_ result: ToolResult) {
        if let last = indices.last, self[last].role == .tool {
            self[last].parts.append(.toolResult(result))
        } else {
            append(.tool(result))
        }
    }
}
