/// Writes diagnostics as `path:line:col: error: message`, which editors turn into links.
public struct DiagnosticPrinter: Sendable {
    private let files: [String: Positions]

    /// Makes a printer.
    /// - Parameter files: the files that the diagnostics speak of.
    public init(files: [SourceFile]) {
        self.files = Dictionary(files.map { ($0.path, Positions($0)) }, uniquingKeysWith: { first, _ in first })
    }

    /// One line per diagnostic and per note, ordered by path and place. Columns count bytes.
    public func text(_ diagnostics: [Diagnostic]) -> String {
        let sorted = diagnostics.enumerated().sorted { one, other in
            let (a, b) = (one.element.span, other.element.span)
            if a.path != b.path { return a.path < b.path }
            return (a.range.lowerBound, one.offset) < (b.range.lowerBound, other.offset)
        }
        var text = ""
        for (_, diagnostic) in sorted {
            text += "\(place(of: diagnostic.span)): \(diagnostic.severity.rawValue): \(diagnostic.message)\n"
            for note in diagnostic.notes {
                text += "\(place(of: note.span ?? diagnostic.span)): note: \(note.text)\n"
            }
        }
        return text
    }

    private func place(of span: Span) -> String {
        guard let positions = files[span.path] else { return span.path }
        let (line, column) = positions.position(of: span.range.lowerBound)
        return "\(span.path):\(line):\(column)"
    }
}

/// The line starts of a file.
private struct Positions: Sendable {
    private var starts: [Int]
    private let count: Int

    init(_ file: SourceFile) {
        count = file.bytes.count
        // A byte order mark takes up no column.
        starts = [file.bytes.starts(with: UTF8Check.byteOrderMark) ? UTF8Check.byteOrderMark.count : 0]
        for (offset, byte) in file.bytes.enumerated() where byte == UInt8(ascii: "\n") {
            starts.append(offset + 1)
        }
    }

    func position(of offset: Int) -> (line: Int, column: Int) {
        let offset = min(max(offset, starts[0]), max(count, starts[0]))
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return (low + 1, offset - starts[low] + 1)
    }
}
