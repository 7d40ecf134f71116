import Foundation
import MassGenBackends

/// What it costs to find a model among all that are known, and to price an answer.
enum PriceBench {
    static func run() -> [Aim] {
        let clock = ContinuousClock()
        // The first use makes the index of every list.
        let first = clock.measure { precondition(!Backends.models.isEmpty) }
        let tables = Backends.models
        let ids = tables.map { table in table.all.map(\.id).filter { !$0.hasSuffix("*") } }
        let count = ids.reduce(0) { $0 + $1.count }
        let lookup = nanoseconds(per: count) {
            for (table, ids) in zip(tables, ids) { for id in ids { precondition(table.model(id) != nil) } }
        }
        let miss = nanoseconds(per: count) {
            for (table, ids) in zip(tables, ids) { for id in ids { precondition(table.model(id + "?") == nil) } }
        }
        var usage = Usage(input: 300_000, output: 2000)
        usage.cacheRead = 1000
        let date = Date()
        let cost = nanoseconds(per: count) {
            for (table, ids) in zip(tables, ids) {
                for id in ids { precondition(table.cost(of: usage, model: id, at: date).model != nil) }
            }
        }
        print("Models and prices, \(count) models")
        var table = Table(headings: ["", "µs"])
        table.rows = [
            ["first use of all lists", (first / .microseconds(1)).text(1)],
            ["a model that is known", (lookup / 1000).text(3)],
            ["a model that is not", (miss / 1000).text(3)],
            ["the cost of an answer", (cost / 1000).text(3)],
        ]
        table.show()
        return [
            Aim(title: "first use of all price lists, ms", bound: .atMost(1), figure: first / .milliseconds(1)),
            Aim(title: "looking up a model, ns", bound: .atMost(500), figure: lookup),
        ]
    }

    private static func nanoseconds(per count: Int, _ work: () -> Void) -> Double {
        let clock = ContinuousClock()
        let times = (0..<15).map { _ in clock.measure(work) / .nanoseconds(1) / Double(max(1, count)) }
        return times.median
    }
}
