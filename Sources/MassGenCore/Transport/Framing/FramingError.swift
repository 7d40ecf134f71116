/// Why a streamed body cannot be cut into events.
public enum FramingError: Error, Sendable, Hashable {
    /// An event or line is longer than the limit, in bytes.
    case tooLarge(limit: Int)
}

extension FramingError: CustomStringConvertible {
    /// What is wrong, in words.
    public var description: String {
        switch self {
        case .tooLarge(let limit): "an event of the stream is longer than \(limit) bytes"
        }
    }
}
