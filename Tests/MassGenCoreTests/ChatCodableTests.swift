import Foundation
import MassGenCore
import Testing

/// The JSON form of requests, messages, events and answers: what people's scripts are written against.
@Suite struct ChatCodableTests {
    /// A request with every member, as the manual of the command line shows it.
    private let whole = #"""
        {"model":"m","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":[{"type":"text","text":"What is this?"},{"type":"image","url":"https://a.example/b.png","detail":"low"},{"type":"image","data":"AQID","mediaType":"image/png"},{"type":"file","fileID":"f1"},{"type":"audio","data":"AQ==","mediaType":"audio/wav"}]},{"role":"assistant","content":[{"type":"reasoning","text":"hm","signature":"s","origin":"anthropic-messages"},{"type":"text","text":"See"},{"type":"toolCall","id":"c","name":"f","arguments":{"z":1,"a":2.50}}]},{"role":"tool","content":[{"type":"toolResult","callID":"c","name":"f","content":"ok","isError":false}]}],"tools":[{"name":"f","description":"d","parameters":{"type":"object","properties":{"z":{},"a":{}}},"strict":false}],"toolChoice":{"tool":"f"},"parallelToolCalls":true,"serverTools":["webSearch","codeExecution"],"temperature":0.2,"topP":1,"topK":40,"seed":1,"stop":["x"],"maxOutputTokens":100,"presencePenalty":0,"frequencyPenalty":0,"reasoning":{"effort":"low","budgetTokens":1024,"summary":"auto"},"responseFormat":{"type":"jsonSchema","name":"n","schema":{"type":"object"},"strict":true},"cache":[{"after":0,"ttl":"5m"}],"user":"u","metadata":{"k":"v"},"extra":{"openai-chat":{"z":1,"a":[null]}}}
        """#

    @Test func everyMemberOfARequestComesBackInItsPlace() throws {
        let request = try JSON(parsing: whole).decode(ChatRequest.self)
        #expect(request.messages.count == 4)
        #expect(request.messages[1].parts.map(\.kind) == [.text, .image, .image, .file, .audio])
        #expect(request.toolChoice == .tool(named: "f"))
        #expect(request.reasoning?.effort == .low)
        #expect(try JSON(encoding: request).text == whole)
        #expect(try JSON(encoding: request).decode(ChatRequest.self) == request)
    }

    @Test func onlyMessagesAreNeeded() throws {
        let request = try JSON(parsing: #"{"messages":[{"role":"user","content":"Hi"}]}"#).decode(ChatRequest.self)
        #expect(request == ChatRequest(model: "", "Hi"))
        #expect(try JSON(encoding: request).text == #"{"model":"","messages":[{"role":"user","content":"Hi"}]}"#)
    }

    @Test func foundationReadsAndWritesTheSameForm() throws {
        var request = try JSON(parsing: whole).decode(ChatRequest.self)
        // Foundation keeps neither the order of members nor the digits of numbers, as arguments do.
        request.messages.remove(at: 2)
        let data = try JSONEncoder().encode(request)
        #expect(try JSONDecoder().decode(ChatRequest.self, from: data) == request)
    }

    @Test(arguments: ["auto", "none", "required"])
    func toolChoicesAreWords(_ word: String) throws {
        let choice = try JSON.string(word).decode(ToolChoice.self)
        #expect(try JSON(encoding: ["x": choice]).text == "{\"x\":\"\(word)\"}")
    }

    @Test(arguments: [
        #"{"id":"c","name":"f","arguments":{"z":1,"a":2}}"#,
        #"{"id":"c","name":"f","arguments":{},"argumentsText":""}"#,
        #"{"id":"c","name":"f","arguments":null,"argumentsText":"{broken"}"#,
        #"{"id":"c","name":"f","arguments":{"a":1},"argumentsText":"{ \"a\": 1 }"}"#,
        #"{"id":"c","name":"f","arguments":null,"argumentsText":"[1]"}"#,
    ])
    func argumentsKeepTheModelsOwnText(_ json: String) throws {
        let call = try JSON(parsing: json).decode(ToolCall.self)
        #expect(try JSON(encoding: call).text == json)
        #expect(try JSON(encoding: call).decode(ToolCall.self) == call)
    }

    @Test(arguments: [
        (#"{"messages":[{"role":"user","content":[{"type":"text"}]}]}"#, "messages", "text"),
        (#"{"messages":[{"role":"boss","content":"Hi"}]}"#, "messages", "role"),
        (#"{"messages":[{"role":"user","content":[{"type":"hologram"}]}]}"#, "messages", "type"),
        (#"{"messages":[{"role":"user","content":[{"type":"image"}]}]}"#, "messages", "url"),
        (#"{"messages":[{"role":"user","content":[{"type":"image","data":"***"}]}]}"#, "messages", "base64"),
        (#"{"messages":[{"role":"user","content":7}]}"#, "messages", "content"),
        (#"{"messages":"Hi"}"#, "messages", "messages"),
        (#"{"model":"m"}"#, "", "messages"),
        (#"{"messages":[],"temperature":"hot"}"#, "temperature", "temperature"),
        (#"{"messages":[],"toolChoice":"maybe"}"#, "toolChoice", "maybe"),
        (#"{"messages":[],"tools":[{"description":"d"}]}"#, "tools", "name"),
        (#"{"messages":[],"responseFormat":{"type":"jsonSchema"}}"#, "responseFormat", "schema"),
        (#"{"messages":[],"topK":1.5}"#, "topK", "topK"),
    ])
    func wrongInputIsNamedByItsPath(_ json: String, _ first: String, _ word: String) throws {
        do {
            _ = try JSON(parsing: json).decode(ChatRequest.self)
            Issue.record("accepted: \(json)")
        } catch let error as DecodingError {
            let (path, text) = Self.place(of: error)
            #expect(first.isEmpty || path.first == first, "\(path)")
            #expect(path.contains(word) || text.contains(word), "\(path): \(text)")
        }
    }

    private static func place(of error: DecodingError) -> (path: [String], text: String) {
        switch error {
        case .keyNotFound(let key, let context):
            (context.codingPath.map(\.stringValue) + [key.stringValue], context.debugDescription)
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            (context.codingPath.map(\.stringValue), context.debugDescription)
        @unknown default: ([], "")
        }
    }

    @Test func everyPartComesBack() throws {
        var text = TextPart(text: "t", citations: [Citation(url: "u", title: "t", text: "x", start: 0, end: 1)])
        text.extra = ["w": ["k": 1]]
        let parts: [Part] = [
            .text(text), .reasoning(ReasoningPart(text: "", signature: "s", encrypted: "e", origin: "o")),
            .refusal(RefusalPart(text: "no")), .citation(Citation(url: "u")),
            .serverToolCall(ServerToolCall(id: "i", name: "n", arguments: ["a": 1])),
            .serverToolResult(ServerToolResult(callID: "i", name: "n", content: [1], isError: true)),
            .opaque(OpaquePart(origin: "o", json: "{ \"a\" : 1.0 }")),
            .toolResult(
                ToolResult(callID: "c", parts: [.text("a"), .image(Media(url: "https://a.example"))], isError: true)),
            .image(Media(url: "data:image/png;base64,AQID")), .toolResult(ToolResult(callID: "c")),
        ]
        for part in parts {
            let json = try JSON(encoding: part)
            #expect(json["type"]?.string == part.kind.rawValue)
            let back = try json.decode(Part.self)
            if case .image = part {
                #expect(back == .image(Media(data: Data([1, 2, 3]), mediaType: "image/png")))
            } else {
                #expect(back == part)
            }
        }
    }

    @Test func everyEventComesBack() throws {
        var head = ResponseHead(id: "r", model: "m")
        head.requestID = "q"
        head.limits = [RateLimit(name: "tokens", limit: 1, remaining: 0, resetsIn: 1.5)]
        head.losses = [Loss(path: "topK", reason: "r", severity: .dropped)]
        let events: [ChatEvent] = [
            .started(head), .blockStarted(index: 0, .text), .textDelta(index: 0, "a"),
            .citation(index: 0, Citation(url: "u")), .blockEnded(index: 0), .blockStarted(index: 1, .reasoning),
            .reasoningDelta(index: 1, "b"), .signature(index: 1, "s"), .blockStarted(index: 2, .refusal),
            .refusalDelta(index: 2, "c"), .blockStarted(index: 3, .toolCall(id: "i", name: "n")),
            .argumentsDelta(index: 3, "{"),
            .blockStarted(index: 4, .part(.opaque(OpaquePart(origin: "o", json: "1")))),
            .usage(Usage(input: 1, output: nil)),
            .finished(Finish(reason: .other, vendorReason: "new")),
        ]
        for event in events {
            #expect(try JSON(encoding: event).decode(ChatEvent.self) == event)
        }
        #expect(try JSON(encoding: events[2]).text == #"{"type":"textDelta","index":0,"text":"a"}"#)
        #expect(
            try JSON(encoding: ChatEvent.started(ResponseHead(id: "r", model: "m"))).text.hasPrefix(
                #"{"type":"started","id":"r","model":"m""#))
        #expect(try JSON(encoding: events[14]).text == #"{"type":"finished","reason":"other","vendorReason":"new"}"#)
    }

    @Test func headsAndResponsesNeedNoMoreThanTheyMust() throws {
        let head = try JSON(parsing: #"{"type":"started","id":"r"}"#).decode(ChatEvent.self)
        #expect(head == .started(ResponseHead(id: "r")))
        let response = try JSON(parsing: #"{"message":{"role":"assistant","content":"Hi"}}"#).decode(ChatResponse.self)
        #expect(response == ChatResponse(message: .assistant("Hi")))
        let call = try JSON(parsing: #"{"type":"serverToolCall","id":"i","name":"n","arguments":{}}"#).decode(Part.self)
        #expect(call == .serverToolCall(ServerToolCall(id: "i", name: "n")))
        #expect(
            try JSON(encoding: ChatResponse(message: .assistant("Hi"))).text
                == #"{"message":{"role":"assistant","content":"Hi"}}"#)
    }
}
