import Foundation
import MassGenBackends
import Testing

/// What articles name is there: a link to a type that was renamed is a dead one.
@Suite struct OriginalArticleTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func text(of directory: String, _ suffix: String) -> String {
        let base = root.appending(path: directory)
        let paths = FileManager.default.enumerator(atPath: base.path)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(suffix) }.sorted().map {
            (try? String(contentsOf: base.appending(path: $0), encoding: .utf8)) ?? ""
        }.joined(separator: "\n")
    }

    @Test(arguments: ["MassGenBackends", "MassGenCore", "MassGenMCP"])
    func everyTypeThatAnArticleLinksToIsThere(_ module: String) {
        var sources: [String: String] = [:]
        for name in ["MassGenBackends", "MassGenCore", "MassGenMCP"] {
            sources[name] = Self.text(of: "Sources/\(name)", ".swift")
        }
        sources["MassGenBackends"]? += Self.text(of: "Generated", ".swift")
        let articles = Self.text(of: "Sources/\(module)", ".md")
        let links = articles.matches(of: /``(?:\/(?<module>MassGen[A-Za-z]+)\/)?(?<name>[A-Z][A-Za-z0-9]*)/)
        for link in links {
            let owner = link.module.map(String.init) ?? module
            let name = String(link.name)
            if name == owner { continue }
            let declared = ["struct", "enum", "class", "actor", "protocol", "typealias"].contains { kind in
                sources[owner]?.contains("public \(kind) \(name)") == true
                    || sources[owner]?.contains("public final \(kind) \(name)") == true
            }
            #expect(declared, "\(owner) has no public type \(name)")
        }
        #expect(!links.isEmpty)
    }

    @Test func noRowIsWithoutAnAnswer() throws {
        let article = try String(
            contentsOf: Self.root.appending(path: "Sources/MassGenBackends/MassGenBackends.docc/Original.md"),
            encoding: .utf8)
        let rows = article.split(separator: "\n").filter { $0.hasPrefix("| ") && $0 != "| feature | |" }
        #expect(rows.count > 120)
        for row in rows {
            let answer = row.split(separator: "|").last?.trimmingCharacters(in: .whitespaces) ?? ""
            #expect(
                ["here", "otherwise: ", "not: ", "not on ", "not yet: ", "timeouts "].contains(where: answer.hasPrefix),
                "\(row)")
        }
    }
}
