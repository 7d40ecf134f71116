/// Holds the programs that a command runs to permissions for paths.
///
/// A program that is not known may write to all paths it is told. Programs that run what nobody can look into are denied.
struct CommandCheck {
    let permissions: PathPermissions
    /// Where the command may be when it comes to the next program: `cd` may have failed, or not been reached.
    private(set) var directories: [ResolvedPath]
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
        if first.text.hasSlash { try checkProgram(first) }
        let name = first.text.pathSteps.last ?? first.text
        try check(name, Array(words.dropFirst()))
    }

    private func checkVariable(_ word: ShellWord) throws(PathDenial) {
        guard let name = word.assigned else { return }
        if Self.dangerous.contains(name) || name.begins("LD_") || name.begins("DYLD_") {
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
        case "declare", "typeset", "readonly", "local": for word in arguments { try checkVariable(word) }
        case "eval", "source", ".", "trap", "alias", "xargs", "parallel", "watch", "for", "case", "select", "function",
            "expect", "script", "at", "batch", "crontab", "chroot", "unshare", "nsenter", "mount", "coproc", "su",
            "runuser", "pkexec", "ssh", "busybox", "toybox", "strace", "ltrace", "gdb", "lldb", "tmux", "screen",
            "systemd-run", "entr", "flock", "fakeroot", "proot", "vi", "vim", "nvim", "ex", "ed", "emacs":
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
            if let word = arguments.first(where: { $0.text.pathSteps.contains("..") }) {
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
        let words = arguments.filter { !$0.text.begins("-") }
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
            if word.text.begins("-") {
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
        while let flag = rest.first?.text, flag.begins("-") || flag.begins("+") {
            rest = rest.dropFirst()
            if ["--login", "--norc", "--noprofile", "--posix", "-"].contains(flag) { continue }
            if flag.begins("--") { throw PathDenial("'\(program) \(flag)' is not understood") }
            // `-s` reads commands from its input whatever else is there.
            if flag.contains("s") { throw PathDenial("'\(program) \(flag)' runs what it is fed") }
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
            for word in arguments where risky.contains(where: { word.text.utf8.contains($0.utf8) }) {
                throw PathDenial("'\(program) \(word.text)' runs what cannot be looked into")
            }
            for word in arguments.drop(while: { $0.text.begins("-") }).dropFirst() { try check(word, .read) }
            return
        }
        let unclear = PathDenial("'\(program)' runs code that cannot be looked into: put it into a file")
        let flags = arguments.prefix { $0.text.begins("-") }
        let sufficient: Set = ["-V", "-v", "--version", "-h", "--help", "--test"]
        let harmless = sufficient.union(["-u", "-B", "-I", "-O", "-OO", "-q", "-w"])
        guard flags.allSatisfy({ harmless.contains($0.text) }) else { throw unclear }
        if flags.count == arguments.count, !flags.contains(where: { sufficient.contains($0.text) }) { throw unclear }
        // These name what they do before its flags.
        if ["deno", "bun", "swift"].contains(program) {
            let inline: Set = ["eval", "repl", "-e", "-p", "-", "--eval", "--print"]
            if arguments.contains(where: { inline.contains($0.text) || $0.text.begins("-e") }) { throw unclear }
        }
        for word in arguments { try checkMentions(in: word) }
    }

    private mutating func checkFind(_ arguments: [ShellWord]) throws(PathDenial) {
        let options = arguments.drop { ["-H", "-L", "-P"].contains($0.text) }
        let end = options.firstIndex { $0.text.begins("-") || $0.text == "(" || $0.text == "!" } ?? options.endIndex
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

extension ShellWord {
    /// The variable that the word sets; `nil` where it sets none.
    fileprivate var assigned: String? {
        let signs = text.unicodeScalars
        guard let sign = signs.firstIndex(of: "="), let first = signs.first, !("0"..."9").contains(first) else {
            return nil
        }
        // `PATH+=:x` adds to it.
        let name = signs[..<sign].last == "+" ? signs[..<sign].dropLast() : signs[..<sign]
        let isName = name.allSatisfy {
            $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "_")
        }
        return isName && !name.isEmpty ? String(name) : nil
    }
}
