import Foundation
import MassGenCore
import Testing

/// Directories on disk: a workspace, two contexts, something out of reach, and links between them.
private final class Ground: Sendable {
    let root: String
    var workspace: String { "\(root)/ws" }

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("paths-\(UUID().uuidString)").path
        // Some systems' temporary directory is a link itself.
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
        for name in ["ws/src", "ws/.git", "docs/in", "shared/deep", "out"] {
            try FileManager.default.createDirectory(atPath: "\(root)/\(name)", withIntermediateDirectories: true)
        }
        for name in ["ws/a.txt", "ws/.git/config", "docs/b.txt", "out/secret.txt", "shared/c.txt"] {
            try Data("x".utf8).write(to: URL(fileURLWithPath: "\(root)/\(name)"))
        }
        let links = [("ws/link", "out"), ("ws/file", "out/secret.txt"), ("ws/loop", "ws/loop"), ("ws/in", "ws/src")]
        for (link, target) in links {
            try FileManager.default.createSymbolicLink(
                atPath: "\(root)/\(link)", withDestinationPath: "\(root)/\(target)")
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    var permissions: PathPermissions {
        PathPermissions(
            workspace: workspace,
            context: ["\(root)/docs": .read, "\(root)/shared": .write, "\(root)/shared/deep": .read],
            protected: [".git"])
    }

    func everything() -> Set<String> {
        Set(FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? [])
    }
}

@Suite struct PathPermissionTests {
    private let ground: Ground
    private let permissions: PathPermissions

    init() throws {
        ground = try Ground()
        permissions = ground.permissions
    }

    private func path(_ text: String) -> String { text.replacing("ROOT", with: ground.root) }

    @Test(arguments: [
        ("a.txt", PathPermissions.Access.write), ("ROOT/ws", .write), ("ROOT/ws/new/deep.txt", .write),
        ("ROOT/docs/b.txt", .read), ("ROOT/shared/c.txt", .write), ("ROOT/shared/deep/x", .read),
        (".git/config", .read), ("ROOT/out/secret.txt", .none), ("ROOT/wsx", .none), ("/etc/passwd", .none),
        ("../out/secret.txt", .none), ("src/../../docs/b.txt", .read), ("./src/./../a.txt", .write),
        ("link/secret.txt", .none), ("link/new/file.txt", .none), ("file", .none), ("in/x.swift", .write),
        ("in/../a.txt", .write), ("link/../a.txt", .none), ("", .write), ("../\u{301}x", .none),
    ])
    func longestRuleCountsAfterResolving(text: String, access: PathPermissions.Access) {
        #expect(permissions.access(to: path(text)) == access, "\(text)")
    }

    @Test func ofTwoRulesForOnePathTheStricterCounts() {
        let twice = PathPermissions(
            workspace: ground.workspace, context: [ground.workspace + "/src": .write], protected: ["src"])
        #expect(twice.access(to: "src/x") == .read)
    }

    @Test(arguments: [
        (#"{"path":"a.txt","content":"/etc/passwd is a file"}"#, true),
        (#"{"path":"ROOT/docs/b.txt"}"#, false),
        (#"{"source":"a.txt","destination":"ROOT/out/a.txt"}"#, false),
        (#"{"source":"ROOT/out/secret.txt","destination":"a.txt"}"#, false),
        (#"{"source":"a.txt","destination":"b.txt"}"#, true),
        (#"{"paths":["a.txt","../out/secret.txt"]}"#, false),
        (#"{"edits":[{"file_path":"/etc/hosts","new_string":"x"}]}"#, false),
        (#"{"whatever":"/etc/hosts"}"#, false), (#"{"whatever":"..\/..\/x"}"#, false),
        (#"{"path":"file:///etc/hosts"}"#, false), (#"{"path":"~/x"}"#, false), (#"{"path":"a\u0000b"}"#, false),
        (#"{"path":"loop/x"}"#, false), (#"{"url":"https://example.com/a"}"#, true),
        (#"{"path":"x://../../out/secret.txt"}"#, false), (#"{"path":".git/config"}"#, false),
        (#"{"path":".."}"#, false),
        (#"{"path":"."}"#, false), (#"{"path":"src"}"#, true), (#"{"count":3,"city":"Oslo"}"#, true),
        (#"{"command":"ls"}"#, true), (#"{"command":"rm","args":["-rf","/etc"]}"#, false),
        (#"{"command":["cat","/etc/passwd"]}"#, false), (#"{"command":"cat x","cwd":"ROOT/out"}"#, false),
        (#"{"command":["echo","$HOME"]}"#, true), (#"{"path":"..\/\u0301x"}"#, false),
    ])
    func everyPathOfACallIsLookedAt(text: String, isAllowed: Bool) throws {
        let obstacle = permissions.obstacle(to: try JSON(parsing: path(text)))
        #expect((obstacle == nil) == isAllowed, "\(text): \(obstacle ?? "allowed")")
    }

    @Test func readersMayReadWhatMayNotBeWritten() throws {
        let read: JSON = ["path": .string("\(ground.root)/docs/b.txt")]
        #expect(permissions.obstacle(to: read, isReading: true) == nil)
        #expect(permissions.obstacle(to: ["path": ".git/config"], isReading: true) == nil)
        #expect(permissions.obstacle(to: ["path": "link/secret.txt"], isReading: true) != nil)
    }

    @Test(arguments: [
        "ls", "ls -la src", "cat a.txt | grep x | wc -l", "cat ROOT/docs/b.txt > b.txt", "rm -rf src/x", "rm\t-rf src",
        "terraform plan", "swift build 2>&1 | tail -5", "cd src && rm x", "cp ROOT/docs/b.txt .", "mkdir -p new/dir",
        "echo 'rm -rf /' done", "echo a; echo b && echo c || echo d &", "(cd src; ls)", "make > /dev/null 2>&1",
        "grep '/etc/passwd' a.txt", "find src -name '*.swift'", "sudo -u me ls src", "timeout 5 cat a.txt",
        "if [ -f a.txt ]; then cat a.txt; fi", "cat > new.txt <<'END'\n$HOME `rm`\nEND\nls", "git status",
        "bash -c 'cat a.txt'", "ls *.txt", "awk '{ print }' a.txt", "python3 src/tool.py --out=build",
        "sort -o b.txt a.txt",
        "curl https://example.com/etc/passwd", "FOO=bar ls", "true # rm -rf /", "ls \\\n src", "wc -l < a.txt",
        "env A=b ls", "head -n 5 a.txt", "cat \"a b.txt\"", "sed -n 1,5p a.txt", "mv a.txt b.txt", "ls ROOT/docs",
        "gcc -Iinclude/x --out=build/y a.c", "mv a.txt src", "rm *.txt", "rm src/*", "cat a[1].txt",
        "tar -xf src/a.tar", "sed -i d a.txt", "git commit -m 'about .git'", "git log HEAD~2", "node --test",
        "python3 -u src/tool.py", "ruby src/tool.rb -e prod", "swift test", "cat 'naïve e\u{301}.txt'",
    ])
    func harmlessCommandsRun(command: String) {
        #expect(permissions.obstacle(toCommand: path(command)) == nil, "\(command)")
    }

    @Test(arguments: [
        "rm -rf /", "rm\t-rf\t/etc", "cat /etc/passwd", "cat ../out/secret.txt", "cat link/secret.txt", "cat file",
        "cat f*", "cat *", "echo x > /etc/hosts", "echo x >>../out/x", "echo x >ROOT/docs/b.txt", "echo x &> ../x",
        "echo x 2>../out/err", "cat < ../out/secret.txt", "rm ROOT/docs/b.txt", "mv ROOT/docs/b.txt .",
        "mv a.txt ROOT/out/", "cp a.txt ROOT/docs/", "cd ROOT/out && ls", "cd .. && cat out/secret.txt", "cd", "cd -",
        "cd ROOT/docs && rm b.txt", "cd ROOT/docs; rm b.txt", "sudo rm -rf /", "sudo -u root cat /etc/shadow",
        "sudo -s",
        "true && rm -rf /etc", "true; rm -rf /etc", "true\nrm -rf /etc", "false || rm -rf /etc", "ls | tee /etc/x",
        "ls & rm -rf /etc", "(rm -rf /etc)", "{ rm -rf /etc; }", "! rm -rf /etc", "echo $(cat /etc/passwd)",
        "echo `cat /etc/passwd`", "cat $HOME/x", "cat \"$HOME\"", "cat ~/.ssh/id", "cat ~root/x", "rm -rf {/etc,/bin}",
        "bash -c 'rm -rf /etc'", "bash -o pipefail -c 'rm -rf $X'", "sh -lc 'cat /etc/passwd'", "echo rm | sh",
        "eval rm x", "source x.sh", ". x.sh", "ls | xargs rm", "python3 -c 'import os'", "python3 -c'x'", "perl -e 1",
        "node --eval 1", "find / -delete", "find . -delete", "find src -exec cat /etc/passwd ;", "find ../out",
        "awk 'BEGIN { system(\"x\") }'", "dd if=/etc/passwd of=x", "tar -C /etc -xf a.tar", "git -C .. status",
        "gcc -I../out a.c", "curl -o/etc/x https://example.com", "curl file:///etc/passwd",
        "curl file://ROOT/ws/..%2fout", "PATH=. ls", "export PATH=.", "LD_PRELOAD=./x ls", "cat <(ls)", "cat 'a",
        "cat <<END\n$(cat /etc/passwd)\nEND", "cat <<'END'\nx", "for f in *; do rm $f; done", "f() { ls; }",
        "rm -rf .git",
        "rm -rf .", "rm -rf ROOT/ws", "rm -rf ROOT", "echo x > .git/config", "ln -s ../out/secret.txt src/x",
        "ln ROOT/docs/b.txt mine", "cat .*", "cat src/*/../../../out/secret.txt", "ls ../out", "env -S 'rm x'",
        "/tmp/evil ls", "../out/run", "sed 's/a/b/w /etc/x' a.txt", "case x in x) ls;; esac", "tee < a.txt ../x",
        "chmod -R 777 ROOT/docs", "cp -t/etc a.txt", "rsync --delete a.txt ROOT/docs/", "loop/x", "cat loop/x",
        "rm -- -x/../../out/secret.txt", "cp -r ROOT/docs/. .", "mv src/.git .", "cp src/* .", "tar -xf/etc/a.tar",
        "sed -i d .git", "mytool .git", "mytool link", "mytool --out=.git", "OUT=.git mytool", "mytool --out=~/x",
        "cd ROOT/docs && mytool b.txt", "perl -nle 'system q(x)' a.txt", "php -rsystem", "python3 -mos", "bun -e 1",
        "echo rm | bash -s x", "su -c 'rm x'", "busybox rm x", "declare PATH=.; ls", "PATH+=:. ls",
        "mv .git x", "timeout 5 rm /etc/x", "nohup rm /etc/x", "cat x://../../out/secret.txt",
    ])
    func harmfulAndUnclearCommandsDoNot(command: String) {
        let before = ground.everything()
        #expect(permissions.obstacle(toCommand: path(command)) != nil, "\(command)")
        #expect(ground.everything() == before)
    }

    /// A shell reads bytes: an accent belongs to no sign before it there.
    @Test(arguments: [
        "echo 'a'\u{301} ; rm -rf .git ; echo '", "rm \u{301} .git", "tee ../\u{301}x", "mytool ../\u{301}x",
        "PATH=\u{301}:. ls", "echo x >\u{301} ; cat /etc/passwd", "ruby -e\u{301}=1", "ls ;\u{301} rm -rf .git",
        "cat <<\u{E9}\ne\u{301}\necho '\n\u{E9}\nrm -rf .git\necho '\n\u{E9}\n", "cat /\u{301}/../etc/passwd",
    ])
    func accentsHideNothing(command: String) {
        #expect(permissions.obstacle(toCommand: command) != nil, "\(command)")
    }

    @Test func denialsSayWhatIsWrong() {
        #expect(permissions.obstacle(toCommand: "cat $X")?.contains("'$'") == true)
        #expect(permissions.obstacle(to: ["path": "/etc/hosts"])?.contains("out of reach") == true)
        #expect(permissions.obstacle(to: ["path": ".git/config"])?.contains("may be read, but not written") == true)
    }

    @Test func nothingOnDiskIsEverChanged() {
        let before = ground.everything()
        _ = PathPermissions(workspace: ground.workspace, context: ["\(ground.root)/new": .write])
        _ = permissions.obstacle(toCommand: "rm -rf src")
        #expect(ground.everything() == before)
    }

    @Test func asAHookItDenies() async throws {
        let tool = FunctionTool("write_file") { (_: JSON) in "written" }
        let denied = CheckedCall(call: ToolCall(), arguments: ["path": "/etc/hosts"], tool: tool)
        guard case .deny = try await permissions.before(denied) else { return #expect(Bool(false)) }
        let allowed = CheckedCall(call: ToolCall(), arguments: ["path": "a.txt"], tool: tool)
        #expect(try await permissions.before(allowed) == .allow())
    }
}
