import MassGenBackends
import Synchronization
import Testing

/// A backend of a program's own, made of what is public.
private struct Parrot: Backend {
    let provider = Provider(id: "parrot", title: "Parrot")
    var failure: (any Error & Sendable)?
    var calls: [ToolCall] = []
    var isEndless = false
    var taken = Counter()

    func stream(_ request: ChatRequest) -> ChatStream {
        ChatStream {
            AsyncThrowingStream { events in
                let words = request.messages.last?.text?.split(separator: " ").map(String.init) ?? []
                if isEndless {
                    let task = Task {
                        try? await Task.sleep(for: .seconds(60))
                        taken.add()
                        events.finish()
                    }
                    events.onTermination = { _ in task.cancel() }
                    events.yield(.blockStarted(index: 0, .text))
                    events.yield(.textDelta(index: 0, "and"))
                    return
                }
                events.yield(.started(ResponseHead(id: "p-1", model: "parrot-1")))
                let open = request.messages.last?.role == .user ? calls : []
                for (index, call) in open.enumerated() {
                    events.yield(.blockStarted(index: index, .toolCall(id: call.id, name: call.name)))
                    events.yield(.argumentsDelta(index: index, call.argumentsText))
                    events.yield(.blockEnded(index: index))
                }
                if open.isEmpty {
                    events.yield(.blockStarted(index: 0, .text))
                    for word in words { events.yield(.textDelta(index: 0, word + " ")) }
                    if let failure { return events.finish(throwing: failure) }
                    events.yield(.blockEnded(index: 0))
                }
                events.yield(.usage(Usage(input: words.count, output: words.count)))
                events.yield(.finished(Finish(reason: open.isEmpty ? .stop : .toolCalls)))
                events.yield(.textDelta(index: 0, "never"))
                events.finish()
            }
        }
    }
}

private final class Counter: Sendable {
    private let count = Mutex(0)
    var value: Int { count.withLock { $0 } }
    func add() { count.withLock { $0 += 1 } }
}

/// What a backend is that nobody here wrote. All of it is made with what is public.
@Suite struct OwnBackendTests {
    @Test func streamsWhatItIsGivenUpToTheEnd() async throws {
        var text = ""
        var ends = 0
        for try await event in Parrot().stream("one two three") {
            text += event.text ?? ""
            if case .finished = event { ends += 1 }
        }
        #expect(text == "one two three " && ends == 1)
        let answer = try await Parrot().respond(to: "one two")
        #expect(answer.text == "one two " && answer.id == "p-1" && answer.stopReason == .stop)
        #expect(answer.usage?.input == 2)
    }

    @Test func takesPartInRunsAndLedgers() async throws {
        let call = ToolCall(id: "c-1", name: "weather", argumentsText: #"{"city":"Oslo"}"#)
        let ledger = UsageLedger()
        let backend = Parrot(calls: [call]).metered(by: ledger)
        let result = await backend.run("How is it?", tools: [weather()]).result()
        #expect(result.outcomes == [.finished] && result.isValid)
        #expect(result.answers.count == 2)
        #expect(ledger.summary.total().answers == 2)
    }

    @Test func errorsComeThroughWithWhatHadCome() async throws {
        struct Broken: Error {}
        let limited = BackendError(.provider, .rateLimited, "slow down", provider: "parrot", isRetryable: true)
        let error = await #expect(throws: BackendError.self) { try await Parrot(failure: limited).respond(to: "a b") }
        #expect(error?.code == .rateLimited && error?.isRetryable == true && error?.partial?.text == "a b ")
        let other = await #expect(throws: BackendError.self) { try await Parrot(failure: Broken()).respond(to: "a b") }
        #expect(other?.code == .unknown && other?.partial?.text == "a b ")
    }

    @Test(arguments: [true, false]) func anAnswerThatEndsEarlyIsAnError(isEmpty: Bool) async throws {
        let stream = ChatStream {
            AsyncStream { events in
                if !isEmpty { events.yield(.blockStarted(index: 0, .text)) }
                events.finish()
            }
        }
        let error = await #expect(throws: BackendError.self) { try await stream.response() }
        #expect(error?.code == (isEmpty ? .emptyResponse : .interrupted))
    }

    @Test func leavingTheLoopOrCancellingEndsTheSource() async throws {
        let parrot = Parrot(isEndless: true)
        for try await event in parrot.stream("x") where event.text != nil { break }
        #expect(await happens { parrot.taken.value == 1 })
        let task = Task { try await parrot.respond(to: "x") }
        try await Task.sleep(for: .milliseconds(50))
        let start = ContinuousClock.now
        task.cancel()
        let error = await #expect(throws: BackendError.self) { try await task.value }
        #expect(error?.code == .cancelled && .now - start < .seconds(1))
        #expect(await happens { parrot.taken.value == 2 })
        var options = RunOptions()
        options.limits.time = .milliseconds(100)
        let result = await parrot.run("x", tools: [weather()], options: options).result()
        #expect(result.end.isLimit && .now - start < .seconds(3))
    }

    @Test func eventsAreTakenNoFasterThanTheyAreRead() async throws {
        let made = Counter()
        let stream = ChatStream { Endless(made: made) }
        var iterator = stream.makeAsyncIterator()
        _ = try await iterator.next()
        try await Task.sleep(for: .milliseconds(100))
        #expect(made.value < 1_000)
    }

    private func happens(_ isSo: () -> Bool) async -> Bool {
        for _ in 0..<200 where !isSo() { try? await Task.sleep(for: .milliseconds(10)) }
        return isSo()
    }
}

/// Text without end, made when it is asked for.
private struct Endless: AsyncSequence, Sendable {
    let made: Counter

    struct Iterator: AsyncIteratorProtocol {
        let made: Counter
        mutating func next() async -> ChatEvent? {
            made.add()
            return made.value == 1 ? .blockStarted(index: 0, .text) : .textDelta(index: 0, "word ")
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(made: made) }
}

extension RunEnd {
    fileprivate var isLimit: Bool { if case .limit = self { true } else { false } }
}
