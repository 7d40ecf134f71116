import Foundation
import MassGenBackends
import Testing

/// What a program spends is entered once per answer, and kept within limits.
@Suite struct LedgerTests {
    private func body(_ usage: String = #","usage":{"prompt_tokens":1000,"completion_tokens":100}"#) -> String {
        """
        {"id":"r1","model":"gpt-4o-mini-2024-07-18","choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},\
        "finish_reason":"stop"}]\(usage)}
        """
    }

    private func backend(_ body: String, status: Int = 200) -> OpenAI {
        OpenAI(StubTransport(status: status, headers: ["content-type": "application/json"], body: body))
    }

    private func request(_ most: Int? = 100) -> ChatRequest {
        var request = ChatRequest(model: "gpt-4o-mini", "Hi")
        request.maxOutputTokens = most
        return request
    }

    @Test func answersAreEnteredWholeAndStreamed() async throws {
        let ledger = UsageLedger()
        let backend = backend(body()).metered(by: ledger, label: "test")
        _ = try await backend.respond(to: request())
        _ = try await backend.stream(request()).response()
        let key = UsageSummary.Key(provider: "openai", model: "gpt-4o-mini-2024-07-18", label: "test")
        let sum = try #require(ledger.summary.sums[key])
        // 1000 at 0.15 and 100 at 0.60 per million, twice.
        #expect(sum.spent == Dollars("0.00042"))
        #expect(sum.answers == 2 && sum.usage.input == 2000 && sum.usage.output == 200 && sum.isExact)
        #expect(ledger.held == .zero)
        #expect("\(ledger.summary.total(label: "test"))" == "2 answers, 2,000 in, 200 out, $0.00042")
        #expect(ledger.summary.total(label: "other").answers == 0)
    }

    @Test func whatWasNotCountedIsUnknownAndStaysHeld() async throws {
        let ledger = UsageLedger()
        _ = try await backend(body("")).metered(by: ledger).respond(to: request())
        #expect(ledger.summary.total().unknown == 1)
        #expect(!ledger.summary.total().isExact)
        #expect(ledger.held > .zero)
    }

    @Test func abandonedAnswersAreEntered() async throws {
        let ledger = UsageLedger()
        let stream = backend(body()).metered(by: ledger).stream(request())
        do {
            var iterator = stream.makeAsyncIterator()
            _ = try await iterator.next()
        }
        #expect(ledger.summary.total().answers <= 1)
        let unread = backend(body()).metered(by: ledger)
        _ = unread.stream(request())
        #expect(ledger.summary.total().answers <= 1)
    }

    @Test func refusedRequestsCostNothing() async throws {
        let ledger = UsageLedger()
        let backend = backend(#"{"error":{"message":"no","code":"invalid_api_key"}}"#, status: 401)
        let error = await thrown { try await backend.metered(by: ledger).respond(to: request()) }
        #expect(error?.code == .authentication)
        #expect(ledger.summary.total().answers == 0)
        #expect(ledger.held == .zero)
    }

    @Test func whatDoesNotFitIsNotSent() async throws {
        let transport = StubTransport(body: body())
        let ledger = UsageLedger()
        let backend = OpenAI(transport).metered(
            by: ledger, limit: SpendLimit(try #require(Dollars("0.0005"))))
        _ = try await backend.respond(to: request())
        // The longest answer would cost 16,384 at 0.60 per million.
        let error = await thrown { try await backend.respond(to: request(nil)) }
        #expect(error?.code == .spendLimit)
        #expect(error?.family == .setup)
        #expect(error?.message.contains("a lower maxOutputTokens makes it fit") == true)
        #expect(transport.sent.count == 1)
        #expect(await thrown { try await backend.stream(request(nil)).response() }?.code == .spendLimit)
        _ = try await backend.respond(to: request(1))
        #expect(transport.sent.count == 2)
    }

    @Test func nothingIsSentOnceTheLimitIsExceeded() async throws {
        let transport = StubTransport(body: body())
        let limit = SpendLimit(try #require(Dollars("0.0001")), isStrict: false)
        let backend = OpenAI(transport).metered(by: UsageLedger(), limit: limit)
        _ = try await backend.respond(to: request())
        let error = await thrown { try await backend.respond(to: request()) }
        #expect(error?.message == "$0.00021 of $0.00010 are spent")
        #expect(transport.sent.count == 1)
    }

    @Test func whatHasNoBoundIsRefusedUnlessAllowed() async throws {
        var limit = SpendLimit(try #require(Dollars("1")))
        var request = request()
        request.model = "new-model"
        let strict = backend(body()).metered(by: UsageLedger(), limit: limit)
        #expect(await thrown { try await strict.respond(to: request) }?.code == .spendLimit)
        limit.allowsUnbounded = true
        let lax = backend(body()).metered(by: UsageLedger(), limit: limit)
        #expect(try await lax.respond(to: request).text == "Hello")
        let named = backend(body()).metered(
            by: UsageLedger(), limit: SpendLimit(try #require(Dollars("1"))), models: ["new-model": "gpt-4o-mini"])
        #expect(try await named.respond(to: request).text == "Hello")
    }

    @Test func summariesAreCodedAndMerged() throws {
        var one = UsageSummary(), other = UsageSummary()
        let key = UsageSummary.Key(provider: "p", model: "m", label: "l")
        var cost = Cost(.exact, lines: [])
        one.add(Usage(input: 1, output: 2), cost, for: key)
        cost.kind = .partial(missing: [.search])
        other.add(Usage(input: 10, output: nil), cost, for: key)
        other.add(nil, Cost(.unknown(.noUsage)), for: UsageSummary.Key(provider: "p", model: "n"))
        one.merge(other)
        let sum = try #require(one.sums[key])
        #expect(sum.usage.input == 11 && sum.usage.output == 2 && sum.partial == 1 && sum.answers == 2)
        #expect(one.total().unknown == 1)
        #expect(one.total(model: "m").isExact == false)
        let json = try JSON(encoding: one)
        #expect(try json.decode(UsageSummary.self) == one)
    }

    @Test func countsByModelAreAddedUpByModel() {
        func usage(_ model: String?, _ input: Int) -> Usage {
            var usage = Usage(input: input, output: 1)
            usage.model = model
            return usage
        }
        var one = Usage(input: 5, output: 1), other = Usage(input: 7, output: 2)
        one.byModel = [usage(nil, 5), usage("helper", 100)]
        let sum = one + other
        #expect(sum.input == 12 && sum.output == 3)
        #expect(sum.byModel?.map(\.model) == [nil, "helper"])
        #expect(sum.byModel?.map(\.input) == [12, 100])
        other.byModel = [usage("helper", 1), usage("third", 2)]
        #expect((one + other).byModel?.map(\.input) == [5, 101, 2])
        #expect((other + Usage(input: 1, output: 1)).byModel?.last?.input == 1)
    }
}
