import Foundation
import ProviderGen
import ProviderIDL
import Testing

/// What is generated is the same everywhere, and reads as if it were written by hand.
struct GeneratorTests {
    private func model(of files: [SourceFile]) throws -> Model {
        let parsed = files.map(Document.parse)
        let (model, diagnostics) = Checker.check(parsed.map(\.document))
        try #require(DiagnosticPrinter(files: files).text(parsed.flatMap(\.diagnostics) + diagnostics) == "")
        return model
    }

    private func generate(_ files: [SourceFile]) throws -> [GeneratedFile] { Generator.generate(try model(of: files)) }

    /// What the repository's files give.
    private static let generated = Result { try GeneratorTests().generate(RepositoryFiles.allIDL()) }

    /// The repository's files with one more.
    private func generate(_ path: String, _ text: String) throws -> [String: String] {
        let files = try RepositoryFiles.allIDL() + [SourceFile(path: path, bytes: Array(text.utf8))]
        return Dictionary(uniqueKeysWithValues: try generate(files).map { ($0.name, $0.text) })
    }

    @Test func theOrderOfFilesDoesNotMatter() throws {
        let files = try RepositoryFiles.allIDL()
        let expected = try Self.generated.get()
        var random = SeededGenerator(seed: 5)
        for _ in 0..<3 {
            #expect(try generate(files.shuffled(using: &random)) == expected)
        }
    }

    @Test func pathsOfOtherMachinesGiveTheSameText() throws {
        let files = try RepositoryFiles.allIDL()
        let elsewhere = files.map { SourceFile(path: "/home/somebody/IDL copy/\($0.path)", bytes: $0.bytes) }
        #expect(try generate(elsewhere) == Self.generated.get())
    }

    @Test func everyFileOfIDLBecomesOneFile() throws {
        let files = try RepositoryFiles.allIDL()
        let names = try Self.generated.get().map(\.name)
        #expect(names == (files.map { swiftFileName(for: $0.path) } + ["Backends.swift"]).sorted())
        #expect(Set(names).count == names.count)
    }

    @Test func theFilesAreNamedAfterTheIDL() {
        #expect(swiftFileName(for: "IDL/Wires/OpenAIChat.idl") == "OpenAIChat.swift")
        #expect(swiftFileName(for: "IDL/Providers/own-server.idl") == "OwnServer.swift")
        #expect(swiftFileName(for: "/a/IDL/Prices/groq.idl") == "Groq+Models.swift")
    }

    @Test func theFilesAreNamedAfterTheTypesTheyHold() throws {
        let files = try Self.generated.get()
        let model = try model(of: RepositoryFiles.allIDL())
        for type in model.wires.map(\.type) + model.providers.filter(\.isFirst).map(\.type) {
            let text = try #require(files.first { $0.name == "\(type).swift" }?.text, "\(type).swift")
            #expect(text.contains("\npublic enum \(type):") || text.contains("\npublic struct \(type):"), "\(type)")
        }
    }

    @Test func twoFilesForOneSwiftFileAreAMistake() {
        let files = ["IDL/More/nova.idl", "IDL/Providers/nova.idl", "IDL/Prices/nova.idl"].map {
            SourceFile(path: $0, bytes: [])
        }
        let (_, diagnostics) = Checker.check(files.map { Document.parse($0).document })
        #expect(
            DiagnosticPrinter(files: files).text(diagnostics) == """
                IDL/Providers/nova.idl:1:1: error: this file becomes 'Nova.swift', which another one does already
                IDL/More/nova.idl:1:1: note: it is this one; rename one of them

                """)
    }

    @Test func onlyWantedFilesAreGenerated() throws {
        let model = try model(of: RepositoryFiles.allIDL())
        let options = Generator.Options(registry: "OwnBackends", imports: ["MassGenBackends"])
        let files = Generator.generate(model, from: ["IDL/Providers/Groq.idl"], options: options)
        #expect(files.map(\.name) == ["Groq.swift", "OwnBackends.swift"])
        #expect(files[0].text.contains("\npublic import MassGenBackends\n"))
        #expect(files[1].text.contains("public static let all: [any HTTPBackend.Type] = [Groq.self]"))
        #expect(!files[1].text.contains("OpenAIChat.self"))
        let bare = Generator.generate(model, from: [], options: Generator.Options(registry: nil))
        #expect(bare.isEmpty)
    }

    @Test func theRegistryNamesEveryProviderAndWire() throws {
        let model = try model(of: RepositoryFiles.allIDL())
        let registry = try #require(Self.generated.get().first { $0.name == "Backends.swift" }).text
        for type in model.providers.map(\.type) + model.wires.map(\.type) {
            #expect(registry.contains("\(type).self"))
        }
    }

    @Test(arguments: [
        ("openai", "OpenAI", "OpenAI"), ("lmstudio", "LM Studio", "LMStudio"), ("zai", "Z.ai", "Zai"),
        ("vllm", "vLLM", "VLLM"), ("azure", "Azure OpenAI", "Azure"), ("groq", "The fast one", "Groq"),
    ])
    func typesAreSpelledLikeTheTitle(id: String, title: String, type: String) throws {
        let text = "provider \(id)\n \"\(title)\"\n wire w-x\n base \"https://a.example\"\n key none\n"
        let document = Document.parse(SourceFile(path: "IDL/a.idl", bytes: Array(text.utf8))).document
        let wire = SourceFile(
            path: "IDL/w.idl",
            bytes: Array(
                "wire w-x\n \"W\"\n post \"/\"\n request { }\n response { }\n stream sse { }\n failure { }".utf8))
        let model = Checker.check([document, Document.parse(wire).document]).model
        #expect(model.providers.map(\.type) == [type])
    }

    @Test func aFurtherWireIsABackendOfItsOwnWithTheSameProvider() throws {
        let text = """
            provider nova
              "Nova"
              wire openai-chat
              base "https://api.nova.example/v1"  env NOVA_BASE_URL
              key  bearer NOVA_API_KEY
              can  streaming tools
              errors { 499 overloaded }
              options { depth: integer "how deep" }
              wire anthropic-messages {
                post "/messages"
                drops topK
                errors { 498 quota }
              }
              default nova-1

            """
        let swift = try #require(try generate("IDL/Providers/nova.idl", text)["Nova.swift"])
        #expect(swift.contains("public struct Nova: HTTPBackend {"))
        #expect(swift.contains("public struct NovaMessages: HTTPBackend {"))
        #expect(swift.contains("public enum NovaMessagesWire: AnthropicMessagesWire {"))
        let further = try #require(swift.components(separatedBy: "public struct NovaMessages").last)
        for line in [
            #"id: "nova","#, #"wire: "anthropic-messages","#, #"baseVariables: ["NOVA_BASE_URL"],"#,
            #"endpoints: [.init("/messages")],"#, #"defaultModel: "nova-1","#, #"settings: ["depth": .integer],"#,
            #"out.remove("topK", &request.topK)"#, "case 498: .quota", "case 499: .overloaded",
        ] {
            #expect(further.contains(line), "\(line)")
        }
        #expect(!further.contains("struct Settings"))
    }

    @Test func aProgramIsABackendOfItsOwnKindOnAWireThatBuildsOnAnother() throws {
        let files = try generate(
            "IDL/More/nova.idl",
            """
            wire nova-lines
              "Lines of Nova"
              wire anthropic-messages
              process
              request { model: model, messages: [ each turns : line ], ... }
              shape line by type { user { type: "user", content: [ each parts : part ] }  else skip }
              response { content: [ each parts : part ], usage: usage? }
              stream lines by type { said { type: "said", message: { content: [ each parts : part ] } }  else skip }
              failure { message: message? }
            provider nova
              "Nova"
              wire nova-lines
              base "nova"
              key  variable NOVA_KEY
              variable "NOVA_MODE": absent
              can  streaming
              options { add-dir: texts "more directories" }

            """)
        let text = try #require(files["Nova.swift"])
        #expect(text.contains("public protocol NovaLinesChatWire: AnthropicMessagesWire {"))
        #expect(text.contains("static func renderLine(") && !text.contains("static func renderPart("))
        #expect(text.contains("default: out.drop(turn)"))
        #expect(text.contains("public static var framing: Framing { .lines }"))
        #expect(text.contains("public struct Nova: ProgramBackend {"))
        #expect(text.contains("public typealias Control = NoControl"))
        #expect(text.contains("keys: [.variable([\"NOVA_KEY\"])]"))
        #expect(text.contains("variables: [.init(\"NOVA_MODE\", .absent)]"))
        #expect(text.contains("public var addDir: [String]?"))
        #expect(files["Backends.swift"]?.contains("[any ProgramBackend.Type] = [ClaudeCode.self, Nova.self]") == true)
    }

    @Test func aProviderOfEightLinesNeedsNoSwift() throws {
        let text = """
            provider nova
              "Nova"
              wire openai-chat
              base "https://api.nova.example/v1"  env NOVA_BASE_URL
              key  bearer NOVA_API_KEY
              can  streaming tools toolChoice sampling
              default nova-1

            """
        #expect(text.split(separator: "\n").count <= 8)
        let files = try generate("IDL/Providers/nova.idl", text)
        #expect(
            files["Nova.swift"] == """
                // Generated from IDL/Providers/nova.idl: edit that file, not this one.

                public import MassGenCore

                /// Nova, by OpenAI Chat Completions.
                public struct Nova: HTTPBackend {
                    /// The wire it speaks.
                    public typealias Format = OpenAIChat

                    /// What is known of it.
                    public static let provider = Provider(
                        id: "nova",
                        title: "Nova",
                        wire: "openai-chat",
                        base: "https://api.nova.example/v1",
                        baseVariables: ["NOVA_BASE_URL"],
                        keys: [.bearer(["NOVA_API_KEY"])],
                        endpoints: [.init("/chat/completions")],
                        services: OpenAIChat.services,
                        capabilities: ["streaming", "tools", "toolChoice", "sampling"],
                        defaultModel: "nova-1",
                        limits: OpenAIChat.limits,
                        requestIDHeader: "x-request-id"
                    )

                    /// How to reach it.
                    public var connection: Connection

                    /// Makes a backend for the given connection.
                    public init(_ connection: Connection) { self.connection = connection }
                }

                """)
        #expect(files["Backends.swift"]?.contains("Nova.self") == true)
    }

    @Test func textsAreEscaped() throws {
        let files = try generate(
            "IDL/own.idl",
            #"""
            provider own
              "The \"best\" \\ of\nall \\(them)"
              wire openai-chat
              base "https://own.example/{a}"
              key  none
              can  streaming
              option a else "\"b\" \\(c)" env OWN_A "what \"a\" is\nfor"
              header "x-own": "\\(a)\"\n"
              options { "say \"it\"": text "says \\ it\nloudly"  default: bool "a word of Swift" }
              stream ends "\"\\" { text: <- text }
            prices own  source "\"\"\" \\(a)"  checked 2026-11-20
              "own-\\(a)"  "The \"\"\" \\(one)"  in 1
            """#)
        let text = try #require(files["Own.swift"])
        #expect(text.contains(#"title: "The \"best\" \\ of\nall \\(them)","#))
        #expect(text.contains(#"/// The "best" \ of all \(them), by OpenAI Chat Completions."#))
        #expect(text.contains(#".init("a", fallback: "\"b\" \\(c)", variables: ["OWN_A"])"#))
        #expect(text.contains(#".init("x-own", .text("\\(a)\"\n"))"#))
        #expect(text.contains(#"get { json["say \"it\""]?.string }"#))
        #expect(text.contains("public var `default`: Bool? {"))
        #expect(text.contains(#".sse(end: "\"\\")"#))
        #expect(text.contains(#"source: "\"\"\" \\(a)","#))
        #expect(text.contains(#"own-\\(a) in=1 | The \"\"\" \\(one)"#))
    }

    @Test func longRowsGoOnInTheNextLine() throws {
        let aliases = (0..<12).map { "a-rather-long-alias-\($0)" }.joined(separator: " ")
        let files = try generate(
            "IDL/Prices/own-list.idl",
            """
            prices own-list "A list"  source "\(String(repeating: "https://a.example ", count: 9))"  checked 2026-11-20
              some-model  "Some model"  in 0.1  out 0.2  alias \(aliases)
            """)
        let text = try #require(files["OwnList+Models.swift"])
        #expect(text.contains("some-model \\\n                alias=a-rather-long"))
        #expect(text.contains("source: \"\"\"\n"))
    }

    @Test func generatedIsInStepWithTheIDL() throws {
        let folder = RepositoryFiles.root.appending(path: "Generated")
        let kept = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".swift") }
        let files = try Self.generated.get()
        #expect(kept.sorted() == files.map(\.name), "run update-generated")
        for file in files {
            let text = try? String(contentsOf: folder.appending(path: file.name), encoding: .utf8)
            #expect(text == file.text, "\(file.name) is stale: run update-generated and look at the diff")
        }
    }

    /// `swift format` finds nothing to complain of, and would change nothing.
    @Test func passesTheFormatter() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "generated-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for file in try Self.generated.get() {
            try file.text.write(to: folder.appending(path: file.name), atomically: true, encoding: .utf8)
        }
        let output = folder.appending(path: "output.txt")
        try Data().write(to: output)
        let handle = try FileHandle(forWritingTo: output)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let configuration = RepositoryFiles.root.appending(path: ".swift-format").path
        process.arguments = [
            "swift", "format", "lint", "--strict", "--recursive", "--configuration", configuration, folder.path,
        ]
        process.standardError = handle
        process.standardOutput = handle
        try process.run()
        process.waitUntilExit()
        let complaints = try String(contentsOf: output, encoding: .utf8)
        #expect(process.terminationStatus == 0, "\(complaints)")
    }
}
