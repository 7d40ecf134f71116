import Foundation
import MassGenBackends

/// `massgen tokens`: how many tokens a text has, exactly with a vocabulary file and about without.
enum TokensCommand {
    static let command = Command(
        name: "tokens", operand: "FILE", summary: "says about how many tokens a text has",
        options: [
            .init(name: "--vocabulary", value: "FILE.tiktoken", help: "counts exactly, by this vocabulary"), .json,
        ], example: "tokens --vocabulary o200k_base.tiktoken README.md", run: run)

    static func run(_ options: Options) {
        guard let path = options.operand else {
            Terminal.fail(usage: "tokens takes one FILE, or - for standard input")
        }
        let text = String(decoding: Terminal.read(path), as: UTF8.self)
        if let vocabulary = options.value("--vocabulary") {
            do {
                let tokenizer = try Tokenizer(contentsOf: URL(filePath: vocabulary))
                let count = tokenizer.count(text)
                let name = tokenizer.encoding.name
                let json: JSON = ["kind": "count", "tokens": .number(JSONNumber(count)), "encoding": .string(name)]
                Terminal.line(options.has("--json") ? json.text : "\(count) tokens of \(name)")
            } catch {
                Terminal.fail("\(error)")
            }
        } else {
            let estimate = TokenEstimate(of: text)
            let json: JSON = [
                "kind": "estimate", "likely": .number(JSONNumber(estimate.likely)),
                "low": .number(JSONNumber(estimate.low)), "high": .number(JSONNumber(estimate.high)),
            ]
            Terminal.line(options.has("--json") ? json.text : "\(estimate)")
        }
    }
}
