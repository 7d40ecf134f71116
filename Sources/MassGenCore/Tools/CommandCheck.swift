import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// Holds the programs that a command runs to permissions for paths.
///
/// A program that is not known may write to all paths it is told. Programs that run what nobody can look into are denied.
struct CommandCheck {
    private let permissions: PathPermissions
    /// Where the command may be when it comes to the next program: `cd` may have failed, or not been reached.
    private var directories: [ResolvedPath]
    private var depth = 0

    init(_ permissions: PathPermissions, directory: ResolvedPath? = nil) {
        self.permissions = permissions
        directories = [directory ?? ResolvedPath(permissions.workspace)]
    }

    mutating func check(line: String) throws(PathDenial) {
        depth += 1
        defer { depth -= 1 }
        guard depth < 10 else { throw PathDenial("the command runs itself too deeply") }
        for command in try ShellParser.commands(in: line) {
            for (word, isWriting) in command.redirections where !Self.devices.contains(word.text) {
                if word.isPattern { throw PathDenial("a redirection to a pattern is not understood") }
                try check(word, isWriting ? .write : .read)
            }
            try check(command.words[...])
        }
    }

    /// A program with its arguments, without a shell.
    mutating func check(words: [String]) throws(PathDenial) {
        try check(words.map { ShellWord(text: $0, isQuoted: true) }[...])
    }

    private static let devices: Set<String> = ["/dev/null", "/dev/stdout", "/dev/stderr", "/dev/stdin", "/dev/tty"]
    private static let reserved: Set<String> = [
        "if", "then", "else", "elif", "fi", "do", "done", "while", "until", "{", "}", "!", "time",
    ]

    private mutating func check(_ words: ArraySlice<ShellWord>) throws(PathDenial) {
        var words = words
        while let word = words.first, !word.isQuoted, Self.reserved.contains(word.text) { words = words.dropFirst() }
        while let word = words.first, word.assigned != nil {
            try checkVariable(word)
            words = words.dropFirst()
        }
        guard let first = words.first else { return }
        if first.isPattern { throw PathDenial("the program '\(first.text)' is a pattern") }
        if first.text.contains("/") { try checkProgram(first) }
        let name = first.text.split(separator: "/").last.map(String.init) ?? first.text
        try check(name, Array(words.dropFirst()))
    }

    private func checkVariable(_ word: ShellWord) throws(PathDenial) {
        guard let name = word.assigned else { return }
        if Self.dangerous.contains(name) || name.hasPrefix("LD_") || name.hasPrefix("DYLD_") {
            throw PathDenial("'\(name)' changes which programs run: that is not allowed")
        }
        try checkMentions(in: word)
    }

    private static let dangerous: Set<String> = ["PATH", "IFS", "ENV", "BASH_ENV", "SHELLOPTS", "PS4", "CDPATH"]

    /// A program may stand where the system's do, or where it may be read.
    private func checkProgram(_ word: ShellWord) throws(PathDenial) {
        let places = ["/bin", "/usr/bin", "/usr/local/bin", "/sbin", "/usr/sbin", "/opt"].map { ResolvedPath($0) }
        for directory in directories {
            let path = ResolvedPath(word.text, from: directory)
            if places.contains(where: path.isWithin) { continue }
            try permissions.check(path, .read, said: word.text)
        }
    }

    private mutating func check(_ program: String, _ arguments: [ShellWord]) throws(PathDenial) {
        switch program {
        case "cd", "pushd": try changeDirectory(arguments)
        case "popd", "dirs", "pwd", "true", "false", ":", "exit", "echo", "printf", "date", "sleep", "uname", "whoami",
            "hostname", "which", "wait", "kill", "export", "unset", "set", "umask", "ulimit":
            // Their words are texts. A pattern still reads a directory.
            for word in arguments where word.isPattern { try check(word, .read, isShallow: true) }
            if program == "export" { for word in arguments { try checkVariable(word) } }
        case "eval", "source", ".", "trap", "alias", "xargs", "parallel", "watch", "for", "case", "select", "function",
            "expect", "script", "at", "batch", "crontab", "chroot", "unshare", "nsenter", "mount", "coproc":
            throw PathDenial("'\(program)' runs what cannot be looked into")
        case "sudo", "doas", "env", "nohup", "nice", "command", "exec", "builtin", "stdbuf", "timeout", "setsid",
            "ionice":
            try checkWrapped(program, arguments)
        case "sh", "bash", "dash", "zsh", "ksh", "ash", "fish": try checkShell(program, arguments)
        case "python", "python2", "python3", "perl", "ruby", "node", "deno", "bun", "php", "lua", "osascript", "tclsh",
            "swift", "awk", "gawk", "mawk", "nawk":
            try checkInterpreter(program, arguments)
        case "ls", "dir", "stat", "test", "[", "[[", "file", "basename", "dirname", "realpath", "readlink":
            try checkAll(arguments, .read, isShallow: true)
        case "cat", "head", "tail", "less", "more", "wc", "tree", "du", "df", "diff", "cmp", "cut", "md5sum", "sha1sum",
            "sha256sum", "shasum", "cksum", "strings", "od", "nl", "tac", "rev", "column", "comm", "join", "paste",
            "fold",
            "fmt", "hexdump", "jq":
            try checkAll(arguments, .read)
        case "grep", "egrep", "fgrep", "rg", "ag": try checkSearch(arguments)
        case "find": try checkFind(arguments)
        case "cp", "rsync", "scp": try checkCopy(arguments, from: .read)
        case "mv":
            try checkCopy(arguments, from: .write)
            try keepRoots(arguments.dropLast())
        case "rm", "rmdir", "unlink", "shred":
            try checkAll(arguments, .write)
            try keepRoots(arguments[...])
        case "ln":
            if let word = arguments.first(where: { $0.text.split(separator: "/").contains("..") }) {
                throw PathDenial("'\(word.text)' depends on where the link is: write the whole path")
            }
            try checkAll(arguments, .write)
        case "mkdir", "touch", "chmod", "chown", "chgrp", "truncate", "tee", "mkfifo", "mknod", "install", "rename",
            "patch":
            try checkAll(arguments, .write)
        default:
            for word in arguments { try checkMentions(in: word) }
        }
    }

    private mutating func changeDirectory(_ arguments: [ShellWord]) throws(PathDenial) {
        let words = arguments.filter { !$0.text.hasPrefix("-") }
        guard words.count == 1, arguments.count - words.count < 2, arguments.first?.text != "-" else {
            throw PathDenial("'cd' without one directory goes where cannot be foreseen")
        }
        try check(words[0], .read, isShallow: true)
        if words[0].isPattern { throw PathDenial("'cd' to a pattern goes where cannot be foreseen") }
        for directory in directories {
            let path = ResolvedPath(words[0].text, from: directory)
            if !directories.contains(path) { directories.append(path) }
        }
        guard directories.count < 100 else { throw PathDenial("the command changes its directory too often") }
    }
}

/// Programs that run others.
extension CommandCheck {
    private mutating func checkWrapped(_ program: String, _ arguments: [ShellWord]) throws(PathDenial) {
        var rest = arguments[...]
        while let word = rest.first {
            if word.text.hasPrefix("-") {
                let flags: Set<String> = ["-n", "-E", "-H", "-S", "-k", "-b", "-A", "-i", "-p", "-v", "-V", "-f", "--"]
                let valued: [String: Set<String>] = [
                    "sudo": ["-u", "-g"], "doas": ["-u"], "env": ["-u"], "nice": ["-n"], "timeout": ["-k", "-s"],
                    "stdbuf": ["-i", "-o", "-e"], "ionice": ["-c", "-n"],
                ]
                // A shell as another user reads its commands from elsewhere.
                if ["sudo", "doas"].contains(program), ["-i", "-s"].contains(word.text) {
                    throw PathDenial("'\(program) \(word.text)' runs what cannot be looked into")
                }
                // `env -S` takes a line apart in its own way.
                if program == "env", word.text != "-i", word.text != "-u", word.text != "--" {
                    throw PathDenial("'env \(word.text)' is not understood")
                }
                rest = rest.dropFirst()
                if valued[program]?.contains(word.text) == true {
                    rest = rest.dropFirst()
                } else if !flags.contains(word.text), !["nice", "stdbuf", "timeout"].contains(program) {
                    throw PathDenial("'\(program) \(word.text)' is not understood")
                }
            } else if program == "timeout", word.text.first?.isNumber == true {
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        try check(rest)
    }

    private mutating func checkShell(_ program: String, _ arguments: [ShellWord]) throws(PathDenial) {
        var rest = arguments[...]
        while let flag = rest.first?.text, flag.hasPrefix("-") || flag.hasPrefix("+") {
            rest = rest.dropFirst()
            if ["--login", "--norc", "--noprofile", "--posix", "-"].contains(flag) { continue }
            if flag.hasPrefix("--") { throw PathDenial("'\(program) \(flag)' is not understood") }
            // `-o` takes the name of an option.
            if flag.lowercased().contains("o") { rest = rest.dropFirst() }
            guard flag.contains("c") else { continue }
            guard let line = rest.first else { break }
            try check(line: line.text)
            for word in rest.dropFirst() { try checkMentions(in: word) }
            return
        }
        if rest.isEmpty { throw PathDenial("'\(program)' runs what it is fed, which cannot be looked into") }
        for word in rest { try checkMentions(in: word) }
    }

    /// Code of another language is not looked into: only files are run, or the plainest of awk.
    private func checkInterpreter(_ program: String, _ arguments: [ShellWord]) throws(PathDenial) {
        if program.hasSuffix("awk") {
            let risky = ["system", "|", ">", "getline", "@", "-f", "--"]
            for word in arguments where risky.contains(where: word.text.contains) {
                throw PathDenial("'\(program) \(word.text)' runs what cannot be looked into")
            }
            for word in arguments.drop(while: { $0.text.hasPrefix("-") }).dropFirst() { try check(word, .read) }
            return
        }
        let inline = ["-c", "-e", "-E", "-r", "-p", "-", "--eval", "--print", "-m", "-ne", "-pe", "-ie", "eval"]
        if arguments.isEmpty || arguments.contains(where: { inline.contains($0.text) || $0.text.isInline }) {
            throw PathDenial("'\(program)' runs code that cannot be looked into: put it into a file")
        }
        for word in arguments { try checkMentions(in: word) }
    }

    private mutating func checkFind(_ arguments: [ShellWord]) throws(PathDenial) {
        let options = arguments.drop { ["-H", "-L", "-P"].contains($0.text) }
        let end = options.firstIndex { $0.text.hasPrefix("-") || $0.text == "(" || $0.text == "!" } ?? options.endIndex
        let roots = end == options.startIndex ? [ShellWord(text: ".")] : Array(options[options.startIndex..<end])
        let tests = Array(options[end...])
        let isRemoving = tests.contains { $0.text == "-delete" }
        for root in roots { try check(root, isRemoving ? .write : .read) }
        for (place, word) in tests.enumerated() {
            if ["-fprint", "-fprintf", "-fprint0", "-fls"].contains(word.text), place + 1 < tests.count {
                try check(tests[place + 1], .write)
            }
            guard ["-exec", "-execdir", "-ok", "-okdir"].contains(word.text) else { continue }
            let run = tests[(place + 1)...].prefix { $0.text != ";" && $0.text != "+" }
            for root in roots {
                try check(
                    run.map { ShellWord(text: $0.text.replacing("{}", with: root.text), isQuoted: true) }[...])
            }
        }
    }
}

/// The arguments of programs.
extension CommandCheck {
    private func checkAll(
        _ arguments: [ShellWord], _ need: PathPermissions.Access, isShallow: Bool = false
    ) throws(PathDenial) {
        for word in arguments {
            if word.text.hasPrefix("-"), word.text.count > 1 {
                try checkMentions(in: word)
            } else {
                try check(word, need, isShallow: isShallow)
            }
        }
    }

    /// The first word of a search is what is looked for.
    private func checkSearch(_ arguments: [ShellWord]) throws(PathDenial) {
        let named = arguments.contains { ["-e", "-f"].contains($0.text) || $0.text.hasPrefix("--regexp") }
        let first = named ? nil : arguments.firstIndex { !$0.text.hasPrefix("-") }
        for (place, word) in arguments.enumerated() where place != first {
            if word.text.hasPrefix("-") { try checkMentions(in: word) } else { try check(word, .read) }
        }
    }

    /// Everything is read, or moved away; the last is written, or written into. Where the target has a flag, any may be.
    private func checkCopy(_ arguments: [ShellWord], from need: PathPermissions.Access) throws(PathDenial) {
        let paths = arguments.filter { !$0.text.hasPrefix("-") }
        let isPlain = !arguments.contains {
            $0.text.hasPrefix("--target") || $0.text.hasPrefix("-t") || $0.text.hasPrefix("--delete")
                || $0.text.hasPrefix("--remove")
        }
        for word in arguments where word.text.hasPrefix("-") { try checkMentions(in: word) }
        guard isPlain, paths.count > 1, let target = paths.last else {
            for word in paths { try check(word, .write) }
            return
        }
        for word in paths.dropLast() {
            try check(word, need)
            // What a directory becomes that holds protected paths depends on what is put there.
            let name = word.text.split(separator: "/").last.map(String.init) ?? "."
            if word.isPattern || name == "." || name == ".." {
                try check(target, .write)
            } else {
                try check(ShellWord(text: "\(target.text)/\(name)", isPattern: target.isPattern), .write)
            }
        }
        try check(target, .write, isShallow: true)
    }

    /// The directories that rules are about stay.
    private func keepRoots(_ arguments: ArraySlice<ShellWord>) throws(PathDenial) {
        for word in arguments where !word.text.hasPrefix("-") {
            for directory in directories {
                let path = ResolvedPath(word.text, from: directory)
                if permissions.rules.contains(where: { $0.path.isWithin(path) }) {
                    throw PathDenial("'\(word.text)' itself stays where it is")
                }
            }
        }
    }

    private func check(
        _ word: ShellWord, _ need: PathPermissions.Access, isShallow: Bool = false
    ) throws(PathDenial) {
        if word.text.utf8.contains(0) { throw PathDenial("a word holds a character that no path has") }
        if word.text.isAddress { return }
        for directory in directories {
            guard word.isPattern else {
                let path = ResolvedPath(word.text, from: directory)
                try permissions.check(path, need, said: word.text, isShallow: isShallow)
                continue
            }
            let (place, files) = try matches(word.text, in: directory)
            try permissions.check(ResolvedPath(place, from: directory), need, said: word.text, isShallow: true)
            for file in files {
                try permissions.check(ResolvedPath(file), need, said: word.text, isShallow: isShallow)
            }
        }
    }

    /// The directory that a pattern looks into, and the files that it matches now.
    private func matches(
        _ pattern: String, in directory: ResolvedPath
    ) throws(PathDenial) -> (place: String, files: [String]) {
        func isPattern(_ step: String) -> Bool { step.contains { "*?[".contains($0) } }
        let steps = pattern.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        let first = steps.firstIndex(where: isPattern) ?? steps.endIndex
        for step in steps[first...] where step == ".." || step.hasPrefix(".") && isPattern(step) {
            throw PathDenial("the pattern '\(pattern)' may lead upwards")
        }
        if pattern.contains("**") { throw PathDenial("the pattern '\(pattern)' is not understood") }
        let place = (pattern.hasPrefix("/") ? "/" : "./") + steps[..<first].joined(separator: "/")
        var found = glob_t()
        defer { globfree(&found) }
        let whole = pattern.hasPrefix("/") ? pattern : "\(directory.text)/\(pattern)"
        guard glob(whole, 0, nil, &found) == 0, let paths = found.gl_pathv else { return (place, []) }
        return (place, (0..<Int(found.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } })
    }

    /// Everything in a word that may be a path: `--out=/tmp/x`, `-I../include`, `"open('/etc/x')"`.
    private func checkMentions(in word: ShellWord) throws(PathDenial) {
        if word.isPattern, !word.text.hasPrefix("-") { try check(word, .write) }
        if word.text.isAddress { return }
        if word.text.lowercased().contains("file:"), word.text.contains("%") {
            throw PathDenial("'\(word.text)' is an address of a file that is not understood")
        }
        var mentions = word.text.split { !($0.isLetter || $0.isNumber || "._/~@+-%".contains($0)) }.map(String.init)
        // A flag may bear its value without a sign between: `-I../include`, `-xf/tmp/x`.
        if word.text.hasPrefix("-"), let slash = word.text.firstIndex(of: "/") {
            mentions.append(String(word.text.dropFirst(2)))
            let flags = word.text[..<slash].dropFirst()
            if flags.count <= 3, flags.allSatisfy(\.isLetter) { mentions.append(String(word.text[slash...])) }
        }
        if !word.text.hasPrefix("-") { mentions.append(word.text) }
        for mention in mentions where !mention.hasPrefix("-") && mention.looksLikePath {
            try check(ShellWord(text: mention, isQuoted: true), .write)
        }
    }
}

extension ShellWord {
    /// The variable that the word sets; `nil` where it sets none.
    fileprivate var assigned: String? {
        guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { return nil }
        let name = text[..<sign]
        guard name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }),
            name.first?.isNumber == false
        else { return nil }
        return String(name)
    }
}

extension String {
    /// Whether it is the address of something on another machine; one with steps up is taken for a path.
    var isAddress: Bool {
        contains("://") && !lowercased().contains("file:") && !split(separator: "/").contains("..")
    }

    fileprivate var looksLikePath: Bool { contains("/") || self == "." || self == ".." || hasPrefix("~") }

    /// Whether a flag of an interpreter bears code: `-c'…'`, `-e'…'`.
    fileprivate var isInline: Bool {
        hasPrefix("-") && !hasPrefix("--") && count > 2 && ["c", "e", "E"].contains(self[index(after: startIndex)])
    }
}
