import Foundation

/// A hook that keeps tools within directories: every path among the arguments of a call is looked at, and so are the paths
/// and redirections of commands.
///
/// ```swift
/// options.hooks = [PathPermissions(workspace: "/work/app", context: ["/work/docs": .read], protected: ["/work/app/.git"])]
/// ```
///
/// The rule with the longest path that holds a path counts. Paths are looked at as the system would find them: `..` and
/// symbolic links are resolved, also those above a file that does not exist yet; relative ones belong to the workspace.
/// What is in no rule's directory is out of reach, and a command that cannot be taken apart is not run.
///
/// It reads the arguments, not the minds of programs: a program that a command starts may do what its user may. It never
/// creates, changes or removes anything itself.
public struct PathPermissions: ToolHook {
    /// What may be done with what is below a path.
    public enum Access: Int, Sendable, Hashable, Codable, Comparable {
        /// Nothing.
        case none
        /// It may be read.
        case read
        /// It may be read, changed and removed.
        case write

        /// Whether less is allowed.
        public static func < (left: Access, right: Access) -> Bool { left.rawValue < right.rawValue }
    }

    /// Where relative paths begin.
    public let workspace: String
    /// The names, or plain names, of tools that only read, besides those that say so.
    public var readers: Set<String> = []
    /// Whether a tool's own word that it only reads counts.
    public var trustsAnnotations = true
    /// The members of arguments that hold texts to be written or looked for, whatever they look like.
    public var texts: Set<String> = [
        "content", "contents", "text", "body", "message", "query", "regex", "prompt", "description", "title",
        "old_string", "new_string", "oldtext", "newtext", "old_str", "new_str", "file_text", "insert_text", "data",
    ]
    /// The members of arguments that hold commands of a shell.
    public var commands: Set<String> = ["command", "cmd", "script", "commands", "shell"]
    let rules: [Rule]

    struct Rule: Sendable, Hashable {
        let path: ResolvedPath
        let access: Access
    }

    /// Makes permissions.
    /// - Parameters:
    ///   - workspace: a directory that may be read and written.
    ///   - context: other paths, and what may be done with them.
    ///   - protected: paths that are never written, wherever they are; relative ones are in the workspace.
    public init(workspace: String, context: [String: Access] = [:], protected: [String] = []) {
        let root = ResolvedPath(workspace, from: ResolvedPath(FileManager.default.currentDirectoryPath))
        self.workspace = root.text
        rules =
            [Rule(path: root, access: .write)]
            + context.map { Rule(path: ResolvedPath($0.key, from: root), access: $0.value) }
            + protected.map { Rule(path: ResolvedPath($0, from: root), access: .read) }
    }

    /// What may be done with a path.
    public func access(to path: String) -> Access { access(to: ResolvedPath(path, from: ResolvedPath(workspace))) }

    func access(to path: ResolvedPath) -> Access {
        let holding = rules.filter { path.isWithin($0.path) }
        let depth = holding.map(\.path.steps.count).max() ?? 0
        // Of two rules for one path the stricter counts.
        return holding.filter { $0.path.steps.count == depth }.map(\.access).min() ?? .none
    }

    /// Why a call may not be made; `nil` when it may.
    public func obstacle(to arguments: JSON, isReading: Bool = false) -> String? {
        do throws(PathDenial) {
            try check(arguments, key: "", need: isReading ? .read : .write)
            return nil
        } catch {
            return error.message
        }
    }

    /// Why a command may not be run; `nil` when it may.
    public func obstacle(toCommand command: String) -> String? {
        do throws(PathDenial) {
            var check = CommandCheck(self)
            try check.check(line: command)
            return nil
        } catch {
            return error.message
        }
    }

    /// Denies what the rules do not allow.
    public func before(_ call: CheckedCall) async throws -> CallDecision {
        let isReading =
            readers.names(call.tool) || trustsAnnotations && call.tool.annotations.isReadOnly == true
        return obstacle(to: call.arguments, isReading: isReading).map(CallDecision.deny) ?? .allow()
    }

    /// Decides about what a program wants to do that calls its own tools: for ``ProgramOptions/permission``.
    public func decision(_ request: PermissionRequest) -> PermissionDecision {
        obstacle(to: request.input, isReading: readers.contains(request.tool)).map { .deny($0) } ?? .allow()
    }
}

/// Why something is not allowed.
struct PathDenial: Error {
    var message: String
    init(_ message: String) { self.message = message }
}

extension PathPermissions {
    private func check(_ value: JSON, key: String, need: Access) throws(PathDenial) {
        switch value {
        case .object(let members):
            for (name, member) in members {
                if commands.contains(name.lowercased()), let words = member.words {
                    var check = CommandCheck(self, directory: directory(in: members))
                    if case .string(let line) = member, members["args"]?.array == nil {
                        try check.check(line: line)
                    } else {
                        try check.check(words: words + (members["args"]?.words ?? []))
                    }
                } else {
                    try self.check(member, key: name.lowercased(), need: need)
                }
            }
        case .array(let elements):
            for element in elements { try check(element, key: key, need: need) }
        case .string(let text):
            guard let path = try path(in: text, key: key) else { return }
            try check(ResolvedPath(path, from: ResolvedPath(workspace)), need, said: text)
        case .null, .bool, .number: break
        }
    }

    /// Where a command is run, where the call says so.
    private func directory(in members: JSONObject) -> ResolvedPath? {
        let named = members.first {
            ["cwd", "workdir", "working_directory", "directory"].contains($0.key.lowercased())
        }
        return named?.value.string.map { ResolvedPath($0, from: ResolvedPath(workspace)) }
    }

    /// The path that a text is, by the name of its member or by its looks.
    private func path(in text: String, key: String) throws(PathDenial) -> String? {
        if texts.contains(key) { return nil }
        if text.lowercased().hasPrefix("file:") {
            guard let url = URL(string: text), url.isFileURL else {
                throw PathDenial("'\(text)' is no address of a file")
            }
            return url.path
        }
        let isNamed = Self.pathWords.contains { key == $0 || key.hasSuffix($0) || key.hasPrefix("\($0)_") }
        let looksSo =
            text.utf8.count < 4096 && !text.unicodeScalars.contains("\n")
            && ["/", "~", "./", "../"].contains(where: text.begins) || text == ".." || text.pathSteps.contains("..")
        guard isNamed || looksSo, !text.isAddress else { return nil }
        if text.utf8.contains(0) { throw PathDenial("a path holds a character that no path has") }
        if text.begins("~") { throw PathDenial("'\(text)' begins with ~: write the whole path") }
        return text
    }

    private static let pathWords = [
        "path", "paths", "file", "files", "filename", "filepath", "dir", "directory", "folder", "source", "destination",
        "target", "src", "dst", "dest", "cwd", "workdir", "root", "location", "uri", "output", "input",
    ]

    /// - Parameter isShallow: whether what is below a directory is left alone.
    func check(
        _ path: ResolvedPath, _ need: Access, said text: String, isShallow: Bool = false
    ) throws(PathDenial) {
        if path.isEndless { throw PathDenial("'\(text)' goes round in circles of symbolic links") }
        let access = access(to: path)
        guard access >= need else {
            let place = path.text == text ? "'\(text)'" : "'\(text)' (\(path.text))"
            throw PathDenial(
                access == .read
                    ? "\(place) may be read, but not written" : "\(place) is out of reach: stay within \(reachable)")
        }
        guard !isShallow, let inner = rules.first(where: { $0.access < need && $0.path.isBelow(path) }) else { return }
        throw PathDenial("'\(text)' holds \(inner.path.text), which may not be \(need == .read ? "read" : "written")")
    }

    private var reachable: String {
        Set(rules.filter { $0.access > .none }.map(\.path.text)).sorted().joined(separator: ", ")
    }
}

extension JSON {
    /// The words of a command: a line, or a list of texts.
    fileprivate var words: [String]? {
        switch self {
        case .string(let line): [line]
        case .array(let elements):
            elements.allSatisfy { $0.string != nil } ? elements.compactMap(\.string) : nil
        default: nil
        }
    }
}

/// A path as the system would find it: absolute, without links and without steps up.
struct ResolvedPath: Sendable, Hashable {
    let steps: [String]
    /// Whether its links lead round in circles.
    private(set) var isEndless = false

    var text: String { "/" + steps.joined(separator: "/") }

    /// - Parameter base: where relative paths begin.
    init(_ path: String, from base: ResolvedPath? = nil) {
        var resolved = path.begins("/") ? [] : base?.steps ?? []
        var rest = Array(path.pathSteps.reversed())
        var links = 0
        while let step = rest.popLast() {
            if step == "." { continue }
            if step == ".." {
                _ = resolved.popLast()
                continue
            }
            let whole = "/" + (resolved + [step]).joined(separator: "/")
            guard let target = try? FileManager.default.destinationOfSymbolicLink(atPath: whole) else {
                resolved.append(step)
                continue
            }
            links += 1
            guard links < 40 else {
                isEndless = true
                break
            }
            if target.begins("/") { resolved = [] }
            rest += target.pathSteps.reversed()
        }
        steps = resolved
    }

    /// Whether it is another path or below it.
    func isWithin(_ other: ResolvedPath) -> Bool {
        steps.count >= other.steps.count && zip(steps, other.steps).allSatisfy { Self.isSame($0, $1) }
    }

    func isBelow(_ other: ResolvedPath) -> Bool { steps.count > other.steps.count && isWithin(other) }

    /// File systems of Apple's platforms do not tell letters by their case.
    private static func isSame(_ left: String, _ right: String) -> Bool {
        #if canImport(Darwin)
        left == right || left.lowercased() == right.lowercased()
        #else
        left.utf8.elementsEqual(right.utf8)
        #endif
    }
}

/// Paths as the system takes them apart: code point by code point. In Swift's characters an accent would hide the slash
/// before it.
extension String {
    /// What stands between slashes.
    var pathSteps: [String] { unicodeScalars.split(separator: "/").map { String($0) } }

    /// Whether the text begins so.
    func begins(_ start: String) -> Bool { utf8.starts(with: start.utf8) }
}
