import Foundation
import MassGenCore
import MassGenMCP
import Testing

@Suite("Resources, prompts and changes of a server by others", Python.needed, .timeLimit(.minutes(2)))
struct OfferTests {
    @Test("Resources are listed and read", arguments: Meeting.allCases)
    func resources(_ meeting: Meeting) async throws {
        let client = try await meeting.client().client
        #expect(try await Set(client.resources().map(\.uri)) == ["memo://today", "memo://picture"])
        let today = try await client.read("memo://today")
        #expect(
            today == [
                MCPResourceContents(uri: "memo://today", mediaType: "text/plain", body: .text("water the plants"))
            ])
        let picture = try #require(try await client.read("memo://picture").first)
        #expect(picture.data.starts(with: [0x89, 0x50]))
        #expect(picture.part.kind == .image)
    }

    @Test("Patterns of addresses are listed, and what they mean is read", arguments: Meeting.allCases)
    func templates(_ meeting: Meeting) async throws {
        let client = try await meeting.client().client
        #expect(try await client.resourceTemplates().map(\.uriTemplate) == ["memo://notes/{name}"])
        #expect(try await client.read("memo://notes/plants").first?.text == "note of plants")
    }

    @Test("A resource that is not there is an error", arguments: Meeting.allCases)
    func noResource(_ meeting: Meeting) async throws {
        let client = try await meeting.client().client
        await #expect { try await client.read("memo://nowhere") } throws: { ($0 as? MCPError)?.kind == .server }
    }

    @Test("Prompts are listed and filled in", arguments: Meeting.allCases)
    func prompts(_ meeting: Meeting) async throws {
        let client = try await meeting.client().client
        let review = try #require(try await client.prompts().first)
        #expect(review.name == "review")
        #expect(review.arguments?.map(\.name) == ["code", "language"])
        #expect(review.arguments?.first?.required == true)
        let filled = try await client.prompt("review", ["code": "x = 1", "language": "python"])
        #expect(filled.messages.map(\.role) == ["user", "assistant"])
        #expect(filled.messages.first?.message == .user("Review this python: x = 1"))
    }

    @Test("Arguments of prompts are completed", arguments: Meeting.allCases)
    func completes(_ meeting: Meeting) async throws {
        let client = try await meeting.client().client
        let completion = try await client.complete(.prompt("review"), "language", "p")
        #expect(completion.values == ["python", "perl"])
        #expect(completion.hasMore == false)
    }

    @Test("A change of the list of tools is told, and the new tool is there", arguments: Meeting.allCases)
    func toolsChange(_ meeting: Meeting) async throws {
        let guest = try await meeting.newClient()
        _ = try await guest.client.tools()
        // A stateless server tells only once it has said that it will.
        if meeting.era == .stateless { try await Task.sleep(for: .seconds(1)) }
        _ = try await guest.client.call("grow")
        #expect(await guest.log.first { $0 == .toolsChanged } != nil)
        #expect(try await guest.client.tools().contains { $0.name == "grown" })
        await guest.client.close()
    }

    @Test("A resource that is subscribed to tells its change", arguments: Meeting.allCases)
    func subscribes(_ meeting: Meeting) async throws {
        let guest = try await meeting.newClient()
        try await guest.client.subscribe(to: "memo://today")
        _ = try await guest.client.call("touch", ["uri": "memo://today"])
        #expect(await guest.log.first { $0 == .resourceUpdated(uri: "memo://today") } != nil)
        try await guest.client.unsubscribe(from: "memo://today")
        await guest.client.close()
    }

    @Test(
        "A list that is still fresh is not asked for again, and can be",
        arguments: [Meeting.stdioStateless, .httpStateless])
    func caches(_ meeting: Meeting) async throws {
        let client = try await meeting.newClient().client
        _ = try await client.prompts()
        let requests = client.statistics.requests
        _ = try await client.prompts()
        #expect(client.statistics.requests == requests)
        #expect(client.statistics.cacheHits == 1)
        _ = try await client.prompts(refresh: true)
        #expect(client.statistics.requests == requests + 1)
        // The tools of this server are stale at once.
        _ = try await client.tools()
        _ = try await client.tools()
        #expect(client.statistics.requests == requests + 3)
        await client.close()
    }
}
