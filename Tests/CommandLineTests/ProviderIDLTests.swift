import Foundation
import MassGenBackends
import Testing

@Suite struct ProviderIDLProgramTests {
    let tool = Program(name: "provider-idl")
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    @Test func theRepositoryIsWithoutMistakesAndFormatted() throws {
        let check = try tool.run("check", "\(Self.root)/IDL")
        #expect(check.status == 0, "\(check.words)")
        let format = try tool.run("format", "--check", "\(Self.root)/IDL")
        #expect(format.status == 0, "\(format.words)")
    }

    @Test func generatedIsInStep() throws {
        let outcome = try tool.run(
            "generate", "--verify", "--out", "\(Self.root)/Generated",
            "--quirks", "\(Self.root)/Sources/MassGenBackends/Quirks", "\(Self.root)/IDL")
        #expect(outcome.status == 0, "\(outcome.words)")
    }

    @Test func mistakesOfAllFilesAreReportedInOneRun() throws {
        try withFile("provider a\n  \"A\"\n  wire nothing\n") { one in
            try withFile("provider b\n  \"B\"\n  wire nothing\n") { other in
                let outcome = try tool.run("check", one, other)
                #expect(outcome.status == 1)
                #expect(outcome.words.components(separatedBy: "unknown wire 'nothing'").count == 3)
                #expect(outcome.words.contains("\(one):3:8: error:"))
            }
        }
    }

    @Test func onlyChangedBytesAreWritten() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "generated-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func dates() throws -> [String: Date] {
            var dates: [String: Date] = [:]
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
                let attributes = try FileManager.default.attributesOfItem(atPath: folder.appending(path: name).path)
                dates[name] = attributes[.modificationDate] as? Date
            }
            return dates
        }
        #expect(try tool.run("generate", "--out", folder.path, "\(Self.root)/IDL").status == 0)
        let first = try dates()
        try Data("stale".utf8).write(to: folder.appending(path: "Groq.swift"))
        Thread.sleep(forTimeInterval: 0.05)
        #expect(try tool.run("generate", "--out", folder.path, "\(Self.root)/IDL").status == 0)
        let second = try dates()
        #expect(first.count > 15)
        #expect(second.filter { first[$0.key] != $0.value }.map(\.key) == ["Groq.swift"])
    }

    @Test func whatAChangeMeansIsSaidByProvider() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "idl-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(atPath: "\(Self.root)/IDL", toPath: folder.path)
        #expect(try tool.run("diff", "\(Self.root)/IDL", folder.path).output.isEmpty)
        func change(_ file: String, _ old: String, _ new: String) throws {
            let place = folder.appending(path: file)
            let text = try String(contentsOf: place, encoding: .utf8)
            #expect(text.contains(old))
            try Data(text.replacing(old, with: new).utf8).write(to: place)
        }
        try change("Providers/Groq.idl", "\"Groq\"", "\"Groq \\\"fast\\\"\"")
        try FileManager.default.removeItem(at: folder.appending(path: "Prices/LMStudio.idl"))
        let words = try tool.run("diff", "\(Self.root)/IDL", folder.path)
        #expect(words.status == 0, "\(words.words)")
        #expect(words.output.contains("provider groq on openai-chat\n  -   \"Groq\"\n  +   \"Groq"))
        #expect(words.output.contains("prices lmstudio\n  - source "))
        let documents = try tool.run("diff", "--json", "\(Self.root)/IDL", folder.path).documents
        let groq = try #require(documents.first { $0["subject"] == "provider groq on openai-chat" })
        #expect(groq["removed"]?.array?.count == 1 && groq["added"]?.array?.count == 1)
        #expect(try tool.run("diff", folder.path).status == 2)
    }

    @Test func aFileOfOnesOwnIsCheckedWithTheLibrarysWires() throws {
        let own =
            "provider acme\n  \"Acme\"\n  wire openai-chat\n  base \"https://a.example/v1\"\n  key bearer ACME_KEY\n"
        try withFile(own) { path in
            #expect(try tool.run("check", path).status == 1)
            let check = try tool.run("check", "--with", "\(Self.root)/IDL/Wires", path)
            #expect(check.status == 0, "\(check.words)")
            let explanation = try tool.run("explain", "acme", "--with", "\(Self.root)/IDL/Wires", path)
            #expect(explanation.output.contains("tool_calls"), "\(explanation.words)")
        }
    }

    @Test func aProviderIsExplainedWithItsWire() throws {
        let outcome = try tool.run("explain", "groq", "\(Self.root)/IDL")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("x_groq"))
        #expect(outcome.output.contains("tool_calls"))
        #expect(try tool.run("explain", "grok2", "\(Self.root)/IDL").status == 1)
    }
}
