import Foundation
import MassGenBackends
import Testing

/// What each pair of wires loses stands in the documentation, written by this test: `UPDATE_EXPECTED=1` rewrites it and
/// fails, so that recording cannot pass by accident.
@Suite struct ConversionTableTests {
    private static let article = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/MassGenBackends/MassGenBackends.docc/Conversions.md")

    @Test func theDocumentationSaysWhatEachPairLoses() throws {
        let text = try Self.text()
        let written = (try? String(contentsOf: Self.article, encoding: .utf8)) ?? ""
        guard text != written else { return }
        if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
            try text.write(to: Self.article, atomically: true, encoding: .utf8)
            Issue.record("rewrote Conversions.md")
        } else {
            let old = Set(written.split(separator: "\n")), new = Set(text.split(separator: "\n"))
            let changes =
                old.subtracting(new).map { "-\($0)" }.sorted() + new.subtracting(old).map { "+\($0)" }.sorted()
            Issue.record("UPDATE_EXPECTED=1 rewrites Conversions.md:\n\(changes.joined(separator: "\n"))")
        }
    }

    private static func text() throws -> String {
        var lines = [
            """
            # What conversions lose

            What is lost when a body of one wire is converted to another.

            ## Overview

            ``/MassGenCore/Converter`` and `massgen convert` take requests, answers and streams from any wire to any other,
            through the canonical model, and report every loss with its path, a reason and a severity: *dropped*,
            *approximated*, *reordered* or *synthesised*. The tables are written by a test, which converts the same
            conversations between all pairs of wires; what is not listed comes over whole. Each conversation first goes to
            the wire it comes from: what that cannot hold cannot be lost afterwards. A program keeps the conversation
            itself and is told only what is new: the system's words, turns of the user and results of tools.
            """
        ]
        for pair in WirePair.all {
            lines += ["", "## \(pair.source.id) to \(pair.target.id)", "", "| of | what is lost |", "|---|---|"]
            let rows = try rows(of: pair)
            lines += rows.isEmpty ? ["| | nothing |"] : rows
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func rows(of pair: WirePair) throws -> [String] {
        let converter = Converter(from: pair.source, to: pair.target)
        var rows: [String] = []
        for (name, request) in Corpus.requests(on: pair.source.id) {
            let losses = try converter.request(pair.source.body(of: request)).losses
            rows += row("request, \(name)", losses)
        }
        for (name, response) in Corpus.answers(on: pair.source.id) {
            let losses = try converter.response(pair.source.whole(response)).losses
            rows += row("answer, \(name)", losses)
            var stream = converter.stream()
            _ = stream.convert(pair.source.streamed(response)) + stream.finish()
            let others = stream.losses.filter { loss in !losses.contains { $0.path == loss.path } }
            rows += row("stream, \(name)", others)
        }
        return rows
    }

    private static func row(_ name: String, _ losses: [Loss]) -> [String] {
        // Where a wire has the model is no matter of the conversation.
        let told = losses.filter { !["model", "stream", "id"].contains($0.path) }
        guard !told.isEmpty else { return [] }
        let words = told.map { "`\($0.path)` \($0.severity.rawValue): \($0.reason)" }.map {
            $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
        }
        return ["| \(name) | \(words.joined(separator: "<br>")) |"]
    }
}
