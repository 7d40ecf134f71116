import Foundation
import MassGenCore
import Testing

/// Counts that cannot be neither trap nor cost nothing.
@Suite struct OddUsageTests {
    private let table = ModelTable(
        id: "t", title: "T", source: "a page", checked: "2026-11-23",
        copying: """
            m in=1 cacheRead=0.1 cacheWrite=2 cacheWrite1h=4 out=10 reasoning=20 search=5 request=1 codeHour=0.05 \
            region=us,1.1,eu,1.005 from=2026-01-01 until(2026-03-01).in=3 until(2026-03-01).out=30 \
            until(2026-06-01).in=2 until(2026-06-01).above(100).in=4 batch.in=0.5
            plain in=1 out=2
            sized in=1 cacheRead=0.1 out=2 above(100).in=2 above(100).out=3
            free in=0 out=0
            nothing context=8
            """)

    private func cost(_ usage: Usage, _ model: String = "plain", at day: String = "2026-11-27") throws -> Cost {
        table.cost(of: usage, model: model, at: try Date("\(day)T12:00:00Z", strategy: .iso8601))
    }

    @Test func negativeCountsAreMissing() throws {
        let cost = try cost(Usage(input: -5, output: 10))
        #expect(cost.kind == .partial(missing: [.input]))
        #expect(cost.total == Dollars("0.00002"))
        var parts = Usage(input: 10, output: 10)
        parts.cacheRead = -1
        #expect(try self.cost(parts, "m").missing.contains(.cacheRead))
    }

    @Test func aPartLargerThanTheWholeLeavesTheRestUnknown() throws {
        var usage = Usage(input: 10, output: 1)
        usage.cacheRead = 100
        let cost = try cost(usage, "m")
        #expect(cost.missing == [.input])
        #expect(cost.lines.map(\.unit) == [.cacheRead, .output, .request])
        usage = Usage(input: 10, output: 1)
        usage.cacheWrite = 5
        usage.cacheWrite1h = 7
        #expect(try self.cost(usage, "m").missing == [.cacheWrite])
    }

    @Test func hugeCountsDoNotOverflow() throws {
        var usage = Usage(input: .max, output: .max)
        #expect(try cost(usage).total == Dollars(attodollars: Int128(Int.max) * 3_000_000_000_000))
        usage.cacheRead = .max
        usage.cacheWrite = .max
        #expect(try cost(usage, "m").missing.contains(.input))
        usage.cacheRead = .min
        _ = try cost(usage, "m")
    }

    @Test func missingCountsAreMissing() throws {
        #expect(try cost(Usage(input: 10, output: nil)).kind == .partial(missing: [.output]))
        #expect(try cost(Usage()).kind == .unknown(.noUsage))
        #expect(try cost(Usage(input: 0, output: 0)).kind == .exact)
        #expect(try cost(Usage(input: 0, output: 0)).total == .zero)
        #expect(try cost(Usage(input: 5, output: 5), "free").kind == .exact)
        #expect(try cost(Usage(input: 5, output: 5), "nothing").kind == .unknown(.noPrice("nothing")))
    }

    @Test func callsAndHoursAreBilled() throws {
        var usage = Usage(input: 0, output: 0)
        usage.searches = 3
        usage.codeHours = 2
        let cost = try cost(usage, "m")
        #expect(cost.kind == .exact)
        #expect(cost.total == Dollars("0.116"))
        usage.codeHours = nil
        usage.codeExecutions = 1
        #expect(try self.cost(usage, "m").missing == [.codeHour])
        usage.input = 1
        #expect(try self.cost(usage).missing == [.search, .codeHour])
    }

    @Test func reasoningWithAPriceOfItsOwnIsTakenOutOfTheAnswer() throws {
        var usage = Usage(input: 0, output: 100)
        usage.reasoning = 60
        usage.requests = 2
        #expect(try cost(usage, "m").total == Dollars("0.0036"))
    }

    @Test func regionsMultiplyTokensAlone() throws {
        var usage = Usage(input: 1000, output: 0)
        usage.region = "eu"
        #expect(try cost(usage, "m").total == Dollars("0.002005"))
        usage.region = "elsewhere"
        #expect(try cost(usage, "m").total == Dollars("0.002"))
    }

    @Test func thePastHasItsPrices() throws {
        let usage = Usage(input: 1000, output: 0)
        #expect(try cost(usage, "m", at: "2026-06-01").total == Dollars("0.002"))
        #expect(try cost(usage, "m", at: "2026-05-31").total == Dollars("0.004"))
        #expect(try cost(Usage(input: 100, output: 0), "m", at: "2026-05-31").total == Dollars("0.0002"))
        #expect(try cost(Usage(input: 0, output: 10), "m", at: "2026-02-28").total == Dollars("0.0003"))
        #expect(try cost(Usage(input: 1, output: 10), "m", at: "2026-05-31").missing == [.output])
    }

    @Test func aSumOverRequestsHasNoPriceThatDependsOnTheirSize() throws {
        var usage = Usage(input: 100, output: 10)
        usage.isSum = true
        #expect(try cost(usage, "sized").total == Dollars("0.00012"))
        usage.input = 101
        usage.cacheRead = 1
        let cost = try cost(usage, "sized")
        #expect(cost.missing == [.input, .output] && cost.total == Dollars("0.0000001"))
        usage.isSum = nil
        #expect(try self.cost(usage, "sized").total == Dollars("0.0002301"))
    }

    @Test func aServiceWithoutAPriceForAPartSaysSo() throws {
        var usage = Usage(input: 1000, output: 10)
        usage.serviceTier = "batch"
        let cost = try cost(usage, "m")
        #expect(cost.missing == [.output])
        #expect(cost.total == Dollars("0.0015"))
    }

    @Test func isSaidInWords() throws {
        #expect("\(try cost(Usage(input: 4200, output: 0)))" == "$0.0042")
        #expect("\(try cost(Usage(input: 4200, output: nil)))" == "at least $0.0042 (without output)")
        #expect("\(try cost(Usage(input: 1, output: 1), "x"))" == "unknown: there is no row for 'x'")
    }

    @Test func theWorstCaseBoundsARequest() throws {
        let table = ModelTable(
            id: "t", title: "T", source: "", checked: "",
            copying: """
                m context=1000 output=500 in=1 cacheWrite=2 out=10 above(800).in=3 region=us,1.1
                open in=1 out=10
                """)
        var request = ChatRequest(model: "m", "Hello")
        #expect(table.worstCase(of: request, input: 100).total == Dollars("0.00572"))
        #expect(table.worstCase(of: request, input: 900).total == Dollars("0.00847"))
        request.maxOutputTokens = 10
        request.choices = 3
        #expect(table.worstCase(of: request, input: 100).total == Dollars("0.00055"))
        let bounded = table.worstCase(of: request)
        #expect(bounded.kind == .exact && bounded.lines[0].count > 5 && bounded.lines[0].count <= 1000)
        request.model = "open"
        request.maxOutputTokens = nil
        #expect(table.worstCase(of: request).missing == [.output])
        request.serverTools = [.webSearch]
        #expect(table.worstCase(of: request).missing == [.output, .search])
        request.serverTools = [.codeExecution]
        #expect(table.worstCase(of: request).missing == [.output, .codeHour])
        request.maxOutputTokens = 10
        request.serverTools = [.urlContext]
        #expect(table.worstCase(of: request).missing == [.input])
        #expect(table.worstCase(of: ChatRequest(model: "x", "Hi")).kind == .unknown(.unlistedModel("x")))
    }
}
