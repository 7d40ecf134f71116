import Foundation
import MassGenCore

/// What counting and estimating tokens costs, on this package's own sources. Counting needs a vocabulary file:
/// `massgen-bench tokens o200k_base.tiktoken`.
enum TokenBench {
    static func run(vocabulary: String?) throws -> [Aim] {
        let text = try sources()
        let megabytes = Double(text.utf8.count) / 1e6
        print("Tokens of \(megabytes.text(1)) MB of Swift and Markdown, best of 5")
        var table = Table(headings: ["", "ms", "MB/s", "tokens"])
        func measure(_ title: String, _ text: String, _ work: (String) -> Int) -> Double {
            var tokens = 0
            let times = (0..<5).map { _ in ContinuousClock().measure { tokens = work(text) } / .milliseconds(1) }
            let best = times.min() ?? .nan
            let speed = Double(text.utf8.count) / 1000 / best
            table.rows.append([title, best.text(1), speed.text(1), String(tokens)])
            return speed
        }
        let estimating = measure("TokenEstimate", text) { TokenEstimate(of: $0).likely }
        var aims = [Aim(title: "estimating tokens, MB/s", bound: .atLeast(50), figure: estimating)]
        if let vocabulary {
            let file = URL(filePath: vocabulary)
            let clock = ContinuousClock()
            let start = clock.now
            let tokenizer = try Tokenizer(contentsOf: file)
            let loading = (clock.now - start) / .milliseconds(1)
            table.rows.append(["loading \(tokenizer.encoding.name)", loading.text(1), "", ""])
            let counting = measure("Tokenizer.count", text) { tokenizer.count($0) }
            _ = measure("Tokenizer.encode", text) { tokenizer.encode($0).count }
            _ = measure("a million times one letter", String(repeating: "a", count: 1_000_000)) { tokenizer.count($0) }
            aims.append(Aim(title: "counting tokens, MB/s", bound: .atLeast(5), figure: counting))
        }
        table.show()
        return aims
    }

    private static func sources() throws -> String {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var text = ""
        while let file = files?.nextObject() as? URL {
            if ["swift", "md"].contains(file.pathExtension) { text += try String(contentsOf: file, encoding: .utf8) }
        }
        return text
    }
}
