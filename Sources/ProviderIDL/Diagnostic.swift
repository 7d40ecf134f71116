/// A finding about an IDL file, as a value: where, how bad, what, and the way out.
public struct Diagnostic: Sendable, Hashable {
    /// How much a diagnostic weighs: an error stops generation, a warning does not.
    public enum Severity: String, Sendable {
        case error
        case warning
    }

    /// A line under the diagnostic that says what to write instead, or where the other half of a conflict stands.
    public struct Note: Sendable, Hashable {
        /// The advice.
        public var text: String
        /// The place it speaks of; `nil` when it belongs to the diagnostic's own place.
        public var span: Span?

        /// Makes a note.
        public init(_ text: String, at span: Span? = nil) {
            self.text = text
            self.span = span
        }
    }

    /// How much it weighs.
    public var severity: Severity
    /// The place it speaks of.
    public var span: Span
    /// What is wrong: lower case, names quoted, got and expected.
    public var message: String
    /// The way out.
    public var notes: [Note]

    /// Makes a diagnostic.
    public init(_ severity: Severity, at span: Span, _ message: String, notes: [Note] = []) {
        self.severity = severity
        self.span = span
        self.message = message
        self.notes = notes
    }
}

/// A range of bytes in a source file. Lines and columns are computed only when printing.
public struct Span: Sendable, Hashable {
    /// The file, as it was named to the tool.
    public var path: String
    /// Byte offsets into the file.
    public var range: Range<Int>

    /// Makes a span.
    public init(path: String, range: Range<Int>) {
        self.path = path
        self.range = range
    }
}

/// One IDL file as it was read: its name for diagnostics and its bytes.
public struct SourceFile: Sendable, Hashable {
    /// The name shown in diagnostics.
    public var path: String
    /// The contents, of any encoding: what is not UTF-8 is diagnosed.
    public var bytes: [UInt8]

    /// Makes a source file.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
