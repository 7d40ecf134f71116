/// The file with its indentation and white space put in order; line breaks, comments and columns stay as the author
/// chose them. Formatting twice changes nothing more. A file with errors comes back as it is.
public func format(_ file: SourceFile) -> (text: String, diagnostics: [Diagnostic]) {
    let (document, diagnostics) = Document.parse(file)
    guard !diagnostics.contains(where: { $0.severity == .error }) else {
        return (String(decoding: file.bytes, as: UTF8.self), diagnostics)
    }
    var formatter = Formatter(Lexer.lex(file).stream, document)
    return (formatter.text(), diagnostics)
}

/// Goes through the lines, keeping the open brackets on a stack. A bracket that ends its line indents what stands in
/// it by two; after a bracket with something behind it, the next lines hang: they move as far as that something does.
private struct Formatter {
    /// What stands in one bracket, or in a declaration.
    struct Level {
        /// The indent of the line with the bracket.
        var outer: Int
        /// How far hanging lines move; `nil` when the bracket ends its line.
        var shift: Int?
        /// The old and new indent of the line on which the present field or row starts.
        var field: (old: Int, new: Int) = (0, 0)
    }

    static let step = 2

    let source: TokenStream
    /// Where model ids stand outside of price tables: their colons are no separators.
    var ids: [Int: Int] = [:]
    var levels: [Level] = []
    var isInPrices = false
    var output: [UInt8] = []
    /// Comments on lines of their own, until it is known what they stand before.
    var waiting: [Token] = []
    var lastLine = -1
    var nextComment = 0

    init(_ source: TokenStream, _ document: Document) {
        self.source = source
        for case .provider(let block) in document.declarations {
            note(block)
        }
        for case .wire(let block) in document.declarations {
            note(block)
        }
    }

    private mutating func note(_ block: Block) {
        note(block.entries)
    }

    private mutating func note(_ entries: [Entry]) {
        for entry in entries {
            switch entry.kind {
            case .defaultModel(let model): ids[model.span.range.lowerBound] = model.span.range.upperBound
            case .further(_, _, let inner): note(inner)
            default: break
            }
        }
    }

    mutating func text() -> String {
        var index = 0
        while source.tokens[index].kind != .end {
            var end = index + 1
            while source.tokens[end].kind != .end, source.tokens[end].line == source.tokens[index].line {
                end += 1
            }
            takeComments(before: source.tokens[index].line)
            line(index..<end)
            index = end
        }
        takeComments(before: .max)
        flushComments()
        return String(decoding: output, as: UTF8.self)
    }
}

/// Comments and line ends.
extension Formatter {
    private mutating func takeComments(before line: Int) {
        while nextComment < source.comments.count, source.comments[nextComment].line < line {
            waiting.append(source.comments[nextComment])
            nextComment += 1
        }
    }

    /// - Parameter indent: the indent of the content they stand before. Before a declaration and at the end of the
    ///   file it is `nil`: there a comment belongs to the block before if it is indented.
    private mutating func flushComments(indent: Int? = nil) {
        for comment in waiting {
            let isOutside = levels.isEmpty || source.lines[comment.line].indent == 0
            startLine(comment.line, indent: indent ?? (isOutside ? 0 : Self.step))
            write(comment)
            endLine()
        }
        waiting = []
    }

    /// Keeps one blank line where there were some.
    private mutating func startLine(_ line: Int, indent: Int) {
        if lastLine >= 0, line > lastLine + 1 {
            output.append(UInt8(ascii: "\n"))
        }
        lastLine = line
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
    }

    private mutating func endLine() {
        while let last = output.last,
            last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") || last == UInt8(ascii: "\r")
        {
            output.removeLast()
        }
        output.append(UInt8(ascii: "\n"))
    }

    private mutating func write(_ token: Token) {
        output.append(contentsOf: source.file.bytes[token.range])
    }
}

/// Indentation.
extension Formatter {
    private mutating func line(_ tokens: Range<Int>) {
        let first = tokens.lowerBound
        let old = source.indent(first)
        if source.startsDeclaration(first) {
            flushComments()
            levels = [Level(outer: 0)]
            isInPrices = source.isWord("prices", at: first)
            write(tokens, indent: 0)
            return
        }
        let isCloser = source.tokens[first].kind.isClosing
        let indent = isCloser ? indentOfCloser(old) : indentOfContent(first, old)
        let content = isCloser ? contentIndent(old) : indent
        flushComments(indent: content)
        write(tokens, indent: indent)
    }

    private var level: Level {
        get { levels[levels.count - 1] }
        set { levels[levels.count - 1] = newValue }
    }

    private func indentOfCloser(_ old: Int) -> Int {
        level.shift.map { max(old + $0, level.outer) } ?? level.outer
    }

    private func contentIndent(_ old: Int) -> Int {
        level.shift.map { max(old + $0, level.outer + Self.step) } ?? level.outer + Self.step
    }

    private mutating func indentOfContent(_ first: Int, _ old: Int) -> Int {
        let isRowPart = isInPrices && levels.count == 1 && level.field.new > 0 && old > level.field.old
        if isRowPart || !isInPrices && source.continuesField(first) {
            return max(old + level.field.new - level.field.old, level.field.new + Self.step)
        }
        let new = contentIndent(old)
        level.field = (old, new)
        return new
    }
}

/// White space within a line.
extension Formatter {
    /// Writes a line and opens and closes the brackets in it.
    private mutating func write(_ tokens: Range<Int>, indent: Int) {
        let line = source.tokens[tokens.lowerBound].line
        startLine(line, indent: indent)
        var oldColumn = source.lines[line].indent
        var column = indent
        var endOfID = 0
        for index in tokens {
            let token = source.tokens[index]
            if index > tokens.lowerBound {
                let before = source.tokens[index - 1]
                let gap = width(before.range.upperBound..<token.range.lowerBound, from: oldColumn)
                oldColumn += gap
                let isInID = isInPrices || before.range.upperBound <= endOfID
                let isSeparator = before.kind == .colon && !isInID || before.kind == .comma
                column += space(max(gap, isSeparator ? 1 : 0))
            }
            endOfID = ids[token.range.lowerBound] ?? endOfID
            if index > tokens.lowerBound, source.tokens[index - 1].kind.isOpening {
                level.shift = column - oldColumn
            }
            write(token)
            oldColumn += token.range.count
            column += token.range.count
            if token.kind.isOpening {
                levels.append(Level(outer: indent))
            } else if token.kind.isClosing, levels.count > 1 {
                levels.removeLast()
            }
        }
        if nextComment < source.comments.count, source.comments[nextComment].line == line {
            let comment = source.comments[nextComment]
            nextComment += 1
            let end = source.tokens[tokens.upperBound - 1].range.upperBound
            _ = space(max(1, width(end..<comment.range.lowerBound, from: oldColumn)))
            write(comment)
        }
        endLine()
    }

    private mutating func space(_ count: Int) -> Int {
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
        return count
    }

    /// The columns that white space takes up; a tab reaches to the next multiple of four.
    private func width(_ range: Range<Int>, from column: Int) -> Int {
        var end = column
        for byte in source.file.bytes[range] where byte != UInt8(ascii: "\r") {
            end += byte == UInt8(ascii: "\t") ? 4 - end % 4 : 1
        }
        return end - column
    }
}
