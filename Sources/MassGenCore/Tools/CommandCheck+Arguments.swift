import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif

/// The arguments of programs.
extension CommandCheck {
    func checkAll(
        _ arguments: [ShellWord], _ need: PathPermissions.Access, isShallow: Bool = false
    ) throws(PathDenial) {
        for word in arguments {
            if word.text.begins("-"), word.text.count > 1 {
                try checkMentions(in: word)
            } else {
                try check(word, need, isShallow: isShallow)
            }
        }
    }

    /// The first word of a search is what is looked for.
    func checkSearch(_ arguments: [ShellWord]) throws(PathDenial) {
        let named = arguments.contains { ["-e", "-f"].contains($0.text) || $0.text.begins("--regexp") }
        let first = named ? nil : arguments.firstIndex { !$0.text.begins("-") }
        for (place, word) in arguments.enumerated() where place != first {
            if word.text.begins("-") { try checkMentions(in: word) } else { try check(word, .read) }
        }
    }

    /// Everything is read, or moved away; the last is written, or written into. Where the target has a flag, any may be.
    func checkCopy(_ arguments: [ShellWord], from need: PathPermissions.Access) throws(PathDenial) {
        let paths = arguments.filter { !$0.text.begins("-") }
        let isPlain = !arguments.contains {
            $0.text.begins("--target") || $0.text.begins("-t") || $0.text.begins("--delete")
                || $0.text.begins("--remove")
        }
        for word in arguments where word.text.begins("-") { try checkMentions(in: word) }
        guard isPlain, paths.count > 1, let target = paths.last else {
            for word in paths { try check(word, .write) }
            return
        }
        for word in paths.dropLast() {
            try check(word, need)
            // What a directory becomes that holds protected paths depends on what is put there.
            let name = word.text.pathSteps.last ?? "."
            if word.isPattern || name == "." || name == ".." {
                try check(target, .write)
            } else {
                try check(ShellWord(text: "\(target.text)/\(name)", isPattern: target.isPattern), .write)
            }
        }
        try check(target, .write, isShallow: true)
    }

    /// The directories that rules are about stay.
    func keepRoots(_ arguments: ArraySlice<ShellWord>) throws(PathDenial) {
        for word in arguments where !word.text.begins("-") {
            for directory in directories {
                let path = ResolvedPath(word.text, from: directory)
                if permissions.rules.contains(where: { $0.path.isWithin(path) }) {
                    throw PathDenial("'\(word.text)' itself stays where it is")
                }
            }
        }
    }

    func check(
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
        func isPattern(_ step: String) -> Bool { step.unicodeScalars.contains { ["*", "?", "["].contains($0) } }
        let steps = pattern.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).map { String($0) }
        let first = steps.firstIndex(where: isPattern) ?? steps.endIndex
        for step in steps[first...] where step == ".." || step.begins(".") && isPattern(step) {
            throw PathDenial("the pattern '\(pattern)' may lead upwards")
        }
        if pattern.utf8.contains("**".utf8) { throw PathDenial("the pattern '\(pattern)' is not understood") }
        let place = (pattern.begins("/") ? "/" : "./") + steps[..<first].joined(separator: "/")
        var found = glob_t()
        defer { globfree(&found) }
        let whole = pattern.begins("/") ? pattern : "\(directory.text)/\(pattern)"
        guard glob(whole, 0, nil, &found) == 0, let paths = found.gl_pathv else { return (place, []) }
        return (place, (0..<Int(found.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } })
    }

    /// Everything in a word that may be a path: `--out=/tmp/x`, `-I../include`, `"open('/etc/x')"`; and a plain name, if
    /// something is there.
    func checkMentions(in word: ShellWord) throws(PathDenial) {
        if word.isPattern, !word.text.begins("-") { try check(word, .write) }
        if word.text.isAddress { return }
        if word.text.lowercased().utf8.contains("file:".utf8), word.text.unicodeScalars.contains("%") {
            throw PathDenial("'\(word.text)' is an address of a file that is not understood")
        }
        let signs = word.text.unicodeScalars
        var mentions = signs.split { !$0.mayBeOfPath }.map { String($0) }
        // A flag may bear its value without a sign between: `-I../include`, `-xf/tmp/x`.
        if word.text.begins("-"), let slash = signs.firstIndex(of: "/") {
            mentions.append(String(signs.dropFirst(2)))
            let flags = signs[..<slash].dropFirst()
            if flags.count <= 3, flags.allSatisfy(\.properties.isAlphabetic) {
                mentions.append(String(signs[slash...]))
            }
        }
        if !word.text.begins("-") { mentions.append(word.text) }
        for mention in mentions where !mention.begins("-") && mention.looksLikePath {
            if mention.begins("~") { throw PathDenial("'~' stands for a directory: write the whole path") }
            try check(ShellWord(text: mention, isQuoted: true), .write)
        }
        let value = signs.firstIndex(of: "=").map { String(signs[signs.index(after: $0)...]) }
        for name in [word.text, value].compactMap({ $0 }) where !name.begins("-") && isThere(name) {
            try check(ShellWord(text: name, isQuoted: true), .write)
        }
    }

    /// Whether a name is that of something, or of what a rule is about.
    private func isThere(_ name: String) -> Bool {
        if name.isEmpty || name.utf8.count > 255 || name.hasSlash { return false }
        return directories.contains { directory in
            let path = "\(directory.text)/\(name)"
            return (try? FileManager.default.attributesOfItem(atPath: path)) != nil
                || permissions.rules.contains { $0.path.text == path }
        }
    }
}

extension Unicode.Scalar {
    /// Whether it may stand in a path that is a part of a word.
    fileprivate var mayBeOfPath: Bool {
        properties.isAlphabetic || properties.numericType != nil
            || ["." as Unicode.Scalar, "_", "/", "~", "@", "+", "-", "%"].contains(self)
    }
}

extension String {
    /// Whether it is the address of something on another machine; one with steps up is taken for a path.
    var isAddress: Bool {
        utf8.contains("://".utf8) && !lowercased().utf8.contains("file:".utf8) && !pathSteps.contains("..")
    }

    var hasSlash: Bool { unicodeScalars.contains("/") }

    fileprivate var looksLikePath: Bool { hasSlash || self == "." || self == ".." || begins("~") }
}
