/// The diagnostics found in one file, at most a hundred of them.
struct Findings: Sendable {
    static let limit = 100

    let path: String
    private(set) var all: [Diagnostic] = []

    init(path: String) {
        self.path = path
    }

    /// Whether nothing more is taken.
    var isFull: Bool {
        all.count >= Self.limit
    }

    mutating func add(at range: Range<Int>, _ message: String, notes: [Diagnostic.Note] = []) {
        guard !isFull else { return }
        let span = Span(path: path, range: range)
        if all.count == Self.limit - 1 {
            all.append(Diagnostic(.error, at: span, "too many errors, the rest of the file was not read"))
        } else {
            all.append(Diagnostic(.error, at: span, message, notes: notes))
        }
    }

    /// The diagnostics in the order of their places.
    var sorted: [Diagnostic] {
        all.enumerated()
            .sorted { ($0.element.span.range.lowerBound, $0.offset) < ($1.element.span.range.lowerBound, $1.offset) }
            .map(\.element)
    }
}
