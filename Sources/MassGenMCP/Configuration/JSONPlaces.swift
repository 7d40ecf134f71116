import MassGenCore

/// Where the values of a document stand in its text.
struct JSONPlaces {
    /// Byte offsets by path.
    private(set) var offsets: [String: Int] = [:]
    /// Paths of keys that an object has twice.
    private(set) var repeated: [String] = []
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) throws(JSONError) {
        self.bytes = bytes
        var json = JSONReader(bytes, limits: JSONLimits(depth: 32))
        try walk(&json, at: "")
    }

    /// Line and column of a path, or of the nearest value around it.
    func position(of path: String) -> (line: Int, column: Int)? {
        var path = path[...]
        while offsets[String(path)] == nil {
            guard let end = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { return nil }
            path = path[..<end]
        }
        return offsets[String(path)].map { JSONPlaces.position(of: $0, in: bytes) }
    }

    static func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
        let before = bytes.prefix(offset)
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        return (before.count { $0 == UInt8(ascii: "\n") } + 1, before.count - lineStart + 1)
    }

    static func path(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    private mutating func walk(_ json: inout JSONReader, at path: String) throws(JSONError) {
        let kind = try json.peek()
        offsets[path] = json.offset
        switch kind {
        case .object:
            try json.beginObject()
            var keys: Set<String> = []
            while let key = try json.nextKey()?.string {
                let inner = JSONPlaces.path(path, key)
                if !keys.insert(key).inserted { repeated.append(inner) }
                try walk(&json, at: inner)
            }
        case .array:
            try json.beginArray()
            var index = 0
            while try json.nextElement() {
                try walk(&json, at: "\(path)[\(index)]")
                index += 1
            }
        default: try json.skip()
        }
    }
}
