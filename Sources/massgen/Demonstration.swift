import Foundation
import MassGenBackends

/// Tools to try: `massgen chat --tools "What time is it?"`.
enum Demonstration {
    private struct Sum: Decodable, SchemaDescribing {
        var numbers: [Double]
        static let schemaHints: SchemaHints = ["numbers": .hint("What to add", count: 1...100)]
    }

    static let tools: [any Tool] = [
        FunctionTool("time", "The date and the time now, in UTC") { Date().ISO8601Format() },
        FunctionTool("add", "Adds numbers") { (sum: Sum) in sum.numbers.reduce(0, +) },
    ]
}
