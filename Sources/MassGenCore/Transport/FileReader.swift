import Foundation

/// A body with a file in it, read piece by piece: memory holds no more than a piece.
final class FileReader {
    private let request: HTTPRequest
    private let file: FileBody
    private let handle: FileHandle
    private var position = 0

    init(_ request: HTTPRequest, _ file: FileBody) throws(TransportError) {
        guard let handle = FileHandle(forReadingAtPath: file.path) else { throw .unreadable(file) }
        self.request = request
        self.file = file
        self.handle = handle
    }

    deinit { try? handle.close() }

    /// Goes to a place in the body.
    func seek(to place: Int) -> Bool {
        guard (0...request.bodySize).contains(place) else { return false }
        position = place
        let inFile = min(max(0, place - request.body.count), file.size)
        return (try? handle.seek(toOffset: UInt64(inFile))) != nil
    }

    /// The next bytes, at most so many; none at the end, `nil` when the file has become shorter.
    func read(upTo count: Int) -> [UInt8]? {
        let start = request.body.count, end = start + file.size
        if position < start { return take(request.body, from: position, count) }
        if position >= end { return take(file.ending, from: position - end, count) }
        guard let data = try? handle.read(upToCount: min(count, end - position)), !data.isEmpty else { return nil }
        position += data.count
        return [UInt8](data)
    }

    private func take(_ bytes: [UInt8], from place: Int, _ count: Int) -> [UInt8] {
        let piece = bytes.dropFirst(place).prefix(count)
        position += piece.count
        return Array(piece)
    }
}
