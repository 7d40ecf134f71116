/// A word of a command.
struct ShellWord: Sendable, Hashable {
    var text = ""
    /// Whether signs stand outside of quotes that match names of files.
    var isPattern = false
    /// Whether any of it was quoted.
    var isQuoted = false

    mutating func append(_ sign: Unicode.Scalar) { text.unicodeScalars.append(sign) }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

/// One program with its arguments and redirections.
struct ShellCommand: Sendable {
    var words: [ShellWord] = []
    /// The files it reads from and writes to, besides its arguments.
    var redirections: [(word: ShellWord, isWriting: Bool)] = []
}

/// Takes a line for a POSIX shell apart into the programs it runs: pipelines, lists, subshells, redirections, texts that
/// follow (`<<`). What only the shell knows when it runs, variables and commands within words, cannot be taken apart and
/// is an error.
///
/// Signs are single code points, as a shell sees them: in Swift's characters an accent would hide the quote before it.
struct ShellParser {
    private let signs: [Unicode.Scalar]
    private var place = 0
    private var commands: [ShellCommand] = []
    private var command = ShellCommand()
    /// The texts that follow at the next line, with the word that ends them.
    private var pending: [(end: ShellWord, stripsTabs: Bool)] = []

    /// The programs of a line, in order.
    static func commands(in line: String) throws(PathDenial) -> [ShellCommand] {
        var parser = ShellParser(signs: Array(line.replacing("\r\n", with: "\n").unicodeScalars))
        try parser.parse()
        return parser.commands
    }

    private init(signs: [Unicode.Scalar]) { self.signs = signs }

    private var next: Unicode.Scalar? { place < signs.count ? signs[place] : nil }
    private func sign(after distance: Int) -> Unicode.Scalar? {
        place + distance < signs.count ? signs[place + distance] : nil
    }

    private mutating func parse() throws(PathDenial) {
        while let sign = next {
            switch sign {
            case " ", "\t": place += 1
            case "\\" where self.sign(after: 1) == "\n": place += 2
            case "\n":
                place += 1
                endCommand()
                try skipTexts()
            case ";", "&", "|":
                if sign == "&", self.sign(after: 1) == ">" {
                    place += 1
                    try redirect()
                    continue
                }
                if sign == ";", self.sign(after: 1) == ";" { throw PathDenial("cases of a shell are not understood") }
                place += 1
                endCommand()
            case "(":
                guard command.words.isEmpty else { throw PathDenial("'(' within a command is not understood") }
                place += 1
            case ")":
                place += 1
                endCommand()
            case "#": while let sign = next, sign != "\n" { place += 1 }
            case "<", ">": try redirect()
            default:
                let start = place
                let word = try word()
                // A number before a redirection is the number of a descriptor.
                if !word.isQuoted, word.text.unicodeScalars.allSatisfy(\.isDigit), next == "<" || next == ">",
                    place > start
                {
                    try redirect()
                } else {
                    command.words.append(word)
                }
            }
        }
        endCommand()
        guard pending.isEmpty else { throw PathDenial("the text after '<<' is missing") }
    }

    private mutating func endCommand() {
        if !command.words.isEmpty || !command.redirections.isEmpty { commands.append(command) }
        command = ShellCommand()
    }

    private mutating func redirect() throws(PathDenial) {
        let start = place
        while let sign = next, sign == "<" || sign == ">" || sign == "|" && place > start { place += 1 }
        let mark = signs[start..<place].reduce(into: "") { $0.unicodeScalars.append($1) }
        if next == "(" { throw PathDenial("'\(mark)(' is not understood") }
        if next == "&" {
            place += 1
            guard let sign = next, sign.isDigit || sign == "-" else {
                // `>& file` writes to a file as `&> file` does.
                return try redirectTo(isWriting: true)
            }
            while let sign = next, sign.isDigit || sign == "-" { place += 1 }
            return
        }
        switch mark {
        case "<<":
            let stripsTabs = next == "-"
            if stripsTabs { place += 1 }
            skipBlanks()
            pending.append((try word(), stripsTabs))
        case "<<<":
            skipBlanks()
            _ = try word()
        case "<": try redirectTo(isWriting: false)
        case ">", ">>", ">|", "<>": try redirectTo(isWriting: true)
        default: throw PathDenial("'\(mark)' is not understood")
        }
    }

    private mutating func redirectTo(isWriting: Bool) throws(PathDenial) {
        skipBlanks()
        let word = try word()
        guard !word.text.isEmpty || word.isQuoted else { throw PathDenial("a redirection goes nowhere") }
        command.redirections.append((word, isWriting))
    }

    private mutating func skipBlanks() { while next == " " || next == "\t" { place += 1 } }

    /// Passes over texts that follow; those whose end is not quoted may hold commands, which nobody can see through.
    private mutating func skipTexts() throws(PathDenial) {
        for (end, stripsTabs) in pending {
            var isEnded = false
            while place < signs.count, !isEnded {
                var line = String.UnicodeScalarView()
                while let sign = next, sign != "\n" {
                    line.append(sign)
                    place += 1
                }
                place += 1
                let bare = line.drop { stripsTabs && $0 == "\t" }
                // Equal to the shell means the same code points, not the same letters.
                isEnded = bare.elementsEqual(end.text.unicodeScalars)
                if !isEnded, !end.isQuoted, line.contains("$") || line.contains("`") {
                    throw PathDenial("a text after '<<' holds '$' or '`': quote its end word, <<'\(end.text)'")
                }
            }
            guard isEnded else { throw PathDenial("the text after '<<\(end.text)' has no end") }
        }
        pending = []
        place = min(place, signs.count)
    }

    private mutating func word() throws(PathDenial) -> ShellWord {
        var word = ShellWord()
        while let sign = next {
            switch sign {
            case " ", "\t", "\n", ";", "&", "|", "<", ">", ")": return word
            case "(": throw PathDenial("'(' within a word is not understood")
            case "'":
                place += 1
                word.isQuoted = true
                while let sign = next, sign != "'" {
                    word.append(sign)
                    place += 1
                }
                try close("'")
            case "\"": try quoted(&word)
            case "\\":
                place += 1
                word.isQuoted = true
                if let sign = next, sign != "\n" { word.append(sign) }
                place += 1
            case "$", "`": throw PathDenial("'\(sign)' stands for what only the shell knows: write it out")
            case "{" where isExpansion: throw PathDenial("braces stand for several words: write them out")
            case "*", "?", "]":
                // A bracket that nothing closes is a sign like any other: `[ -f x ]`.
                word.isPattern = word.isPattern || sign != "]" || word.text.unicodeScalars.contains("[")
                word.append(sign)
                place += 1
            case "~" where word.text.isEmpty && !word.isQuoted:
                throw PathDenial("'~' stands for a directory: write the whole path")
            default:
                word.append(sign)
                place += 1
            }
        }
        return word
    }

    private mutating func quoted(_ word: inout ShellWord) throws(PathDenial) {
        place += 1
        word.isQuoted = true
        while let sign = next, sign != "\"" {
            if sign == "$" || sign == "`" {
                throw PathDenial("'\(sign)' stands for what only the shell knows: write it out, or in single quotes")
            }
            if sign == "\\", let escaped = self.sign(after: 1),
                ["\"", "\\", "$", "`", "\n"].contains(escaped)
            {
                if escaped != "\n" { word.append(escaped) }
                place += 2
                continue
            }
            word.append(sign)
            place += 1
        }
        try close("\"")
    }

    private mutating func close(_ quote: Unicode.Scalar) throws(PathDenial) {
        guard next == quote else { throw PathDenial("a quote \(quote) has no end") }
        place += 1
    }

    /// Whether a brace begins `{a,b}` or `{1..3}`.
    private var isExpansion: Bool {
        var index = place + 1
        var hasComma = false
        while index < signs.count, ![" ", "\t", "\n", ";"].contains(signs[index]) {
            if signs[index] == "," || signs[index] == "." && index + 1 < signs.count && signs[index + 1] == "." {
                hasComma = true
            }
            if signs[index] == "}" { return hasComma }
            index += 1
        }
        return false
    }
}
