/// What a parser leaves out. Parsers take what they know and pass over the rest; who converts between wires must know
/// of it. Only where values end is noted, so that parsers pay nothing for it; paths are found afterwards.
extension JSONReader {
    /// Notes from here on what is not read.
    public mutating func noteUnread() { unread = unread ?? [] }

    /// The text just read says nothing to its parser.
    @usableFromInline
    mutating func noteUnknown() {
        guard unread != nil, position > start, bytes[position - 1] == 0x22 else { return }
        unread?.append(position)
    }

    /// No value: for a text just read that has no meaning here.
    @inlinable
    public mutating func unknown<Value>() -> Value? {
        noteUnknown()
        return nil
    }

    /// The paths of values that were not read, `messages[2].content[0].foo` for instance, in the order of the document;
    /// an empty path is the document itself.
    public var unreadPaths: [String] {
        guard let unread, !unread.isEmpty else { return [] }
        var reader = fromStart
        var paths: [String] = []
        try? reader.walk("", Set(unread), &paths)
        return paths
    }

    /// The same document, nothing of it read.
    var fromStart: JSONReader { JSONReader(bytes, in: start..<limit, limits: JSONLimits(documentBytes: .max)) }

    private mutating func walk(_ path: String, _ ends: Set<Int>, _ paths: inout [String]) throws(JSONError) {
        let place = paths.count
        switch try peek() {
        case .object where depth < maximumDepth:
            try beginObject()
            while let key = try nextKey() {
                let name = key.string
                try walk(path.isEmpty ? name : "\(path).\(name)", ends, &paths)
            }
        case .array where depth < maximumDepth:
            try beginArray()
            var index = 0
            while try nextElement() {
                try walk("\(path)[\(index)]", ends, &paths)
                index += 1
            }
        default: try pass()
        }
        if ends.contains(position) { paths.insert(path, at: place) }
    }
}
