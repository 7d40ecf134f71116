/// The events of a stream begin alike: with an id, a date, a model. Members that a parser skips at the start of one
/// event need not be looked at in the next, if that begins with the same bytes.
extension JSONReader {
    /// Opens the object of an event whose parser reads the same members whatever the event says.
    @inlinable
    public mutating func beginEvent() throws(JSONError) {
        try beginObject()
        if knownHead > position {
            position = knownHead
            isFirst = false
        }
        skippedHead = position
    }

    /// Says how the event before began, up to what its reader called ``skippedHead``; perhaps this one begins so too.
    mutating func expect(head: [UInt8]) {
        let end = start + head.count
        guard !head.isEmpty, end < limit, bytes[end] == 0x2C, head.stand(in: bytes, at: start) else { return }
        knownHead = end
    }
}
