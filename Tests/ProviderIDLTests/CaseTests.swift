import Foundation
import ProviderIDL
import Testing

/// Each directory in `Cases` is a mistake: `input.idl` and the diagnostics it gives in `expected.txt`.
/// `UPDATE_EXPECTED=1` rewrites the expected texts and fails, so that recording cannot pass by accident.
struct CaseTests {
    static let cases: [String] = {
        let root = RepositoryFiles.tests.appending(path: "Cases")
        let groups = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return groups.sorted().flatMap { group in
            let names = try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: group).path)
            return (names ?? []).sorted().map { "\(group)/\($0)" }
        }
    }()

    @Test(arguments: cases)
    func printsTheExpectedDiagnostics(name: String) throws {
        let directory = RepositoryFiles.tests.appending(path: "Cases").appending(path: name)
        let input = try Data(contentsOf: directory.appending(path: "input.idl"))
        let file = SourceFile(path: "input.idl", bytes: Array(input))
        let printed = DiagnosticPrinter(files: [file]).text(diagnostics(of: file))

        let place = directory.appending(path: "expected.txt")
        let expected = (try? String(contentsOf: place, encoding: .utf8)) ?? ""
        guard printed != expected else { return }
        if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
            try printed.write(to: place, atomically: true, encoding: .utf8)
            Issue.record("rewrote \(name)/expected.txt")
        } else {
            Issue.record("\(name)\n\(difference(from: expected, to: printed))")
        }
    }

    @Test func thereAreCases() {
        #expect(Self.cases.count >= 170)
    }

    /// Lines that are gone with `-`, lines that came with `+`.
    private func difference(from expected: String, to printed: String) -> String {
        var lines = expected.split(separator: "\n").map { " \($0)" }
        let changes = printed.split(separator: "\n").difference(from: expected.split(separator: "\n"))
        for case .remove(let offset, let line, _) in changes.removals {
            lines[offset] = "-\(line)"
        }
        var kept = lines.enumerated().filter { !$0.element.hasPrefix("-") }.map(\.offset)
        for case .insert(let offset, let line, _) in changes.insertions {
            let place = offset < kept.count ? kept[offset] : lines.count
            lines.insert("+\(line)", at: place)
            kept = kept.map { $0 >= place ? $0 + 1 : $0 }
            kept.insert(place, at: min(offset, kept.count))
        }
        return lines.joined(separator: "\n")
    }
}
