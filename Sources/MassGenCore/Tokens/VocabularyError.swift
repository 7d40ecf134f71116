/// Why a file is no vocabulary.
public enum VocabularyError: Error, Sendable, Hashable {
    /// The file cannot be read.
    case unreadable(path: String)
    /// A line is not a token in base64, a space and a number below 16,777,216. Lines are counted from 1.
    case malformed(line: Int)
    /// A line repeats a token or a number of a line before.
    case repeated(line: Int)
    /// A byte is no token, so that not all text could be encoded.
    case incomplete(byte: UInt8)
    /// The file has not as many tokens as the encoding has: it is another's or was cut off.
    case wrongSize(expected: Int, found: Int)
    /// No known encoding has so many tokens: name yours.
    case unrecognised(found: Int)
}

extension VocabularyError: CustomStringConvertible {
    /// What is wrong, in a sentence.
    public var description: String {
        switch self {
        case .unreadable(let path): "cannot read the vocabulary '\(path)'"
        case .malformed(let line): "line \(line) of the vocabulary is not a token in base64, a space and a number"
        case .repeated(let line): "line \(line) of the vocabulary repeats a token or a number"
        case .incomplete(let byte): "the vocabulary has no token for byte \(byte)"
        case .wrongSize(let expected, let found):
            "the vocabulary has \(found) tokens where the encoding has \(expected): another's, or cut off?"
        case .unrecognised(let found):
            "no known encoding has \(found) tokens; known are "
                + TokenEncoding.known.map { "\($0.name) with \($0.size ?? 0)" }.joined(separator: " and ")
        }
    }
}

/// Why text or tokens cannot be turned into each other.
public enum TokenizerError: Error, Sendable, Hashable {
    /// The text holds a special token that was not allowed. The offset is in bytes of UTF-8.
    case specialToken(String, offset: Int)
    /// The encoding has no such special token that could be allowed.
    case unknownSpecialToken(String)
    /// The encoding has no such token.
    case unknownToken(Int)
}

extension TokenizerError: CustomStringConvertible {
    /// What is wrong, in a sentence.
    public var description: String {
        switch self {
        case .specialToken(let token, let offset):
            "the text holds the special token '\(token)' at byte \(offset), which was not allowed"
        case .unknownSpecialToken(let token): "the encoding has no special token '\(token)'"
        case .unknownToken(let token): "the encoding has no token \(token)"
        }
    }
}
