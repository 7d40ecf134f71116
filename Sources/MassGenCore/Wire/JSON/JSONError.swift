/// What is wrong with a JSON document, and where.
public struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of error.
    public enum Kind: Sendable, Hashable {
        /// The document stops before it is whole.
        case unexpectedEnd
        /// A byte that cannot stand where it stands.
        case unexpectedByte
        /// A number JSON does not know, `01` or `1.` for instance.
        case invalidNumber
        /// An escape JSON does not know.
        case invalidEscape
        /// Bytes in a string that are not UTF-8.
        case invalidUTF8
        /// A value of another kind than was asked for.
        case typeMismatch
        /// Something follows the document.
        case trailingBytes
        /// Containers are nested deeper than allowed.
        case tooDeep
        /// The document is longer than allowed.
        case tooLarge
    }

    /// What kind of error it is.
    public var kind: Kind
    /// What is wrong, in words; never part of the document.
    public var message: String
    /// Where, in bytes from the start of the document.
    public var offset: Int

    /// Makes an error.
    public init(kind: Kind, message: String, offset: Int) {
        self.kind = kind
        self.message = message
        self.offset = offset
    }

    /// The message with its place.
    public var description: String { "\(message) at byte \(offset)" }
}

/// How much JSON is read before reading is refused.
public struct JSONLimits: Sendable, Hashable {
    /// How deeply containers may be nested.
    public var depth: Int
    /// How long a document may be, in bytes.
    public var documentBytes: Int

    /// Makes limits; 512 levels and 64 MiB when nothing else is said.
    public init(depth: Int = 512, documentBytes: Int = 64 << 20) {
        self.depth = depth
        self.documentBytes = documentBytes
    }

    /// No limits, for JSON of our own making.
    static let none = JSONLimits(depth: .max, documentBytes: .max)
}

/// The kinds of JSON value.
public enum JSONKind: Sendable, Hashable {
    /// An object.
    case object
    /// An array.
    case array
    /// A string.
    case string
    /// A number.
    case number
    /// `true` or `false`.
    case bool
    /// `null`.
    case null
}
