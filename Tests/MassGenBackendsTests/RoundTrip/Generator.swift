import Foundation
import MassGenBackends

/// Random numbers that are the same in every run (SplitMix64).
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

/// Makes up canonical values, with a liking for what goes wrong: neighbours of one kind, empty texts, foreign parts.
struct Generator {
    /// The wire and the provider whose own values are made besides foreign ones.
    let wire: String
    let provider: String
    let hasItems: Bool
    let hasTurns: Bool
    private var random: SplitMix64

    init(seed: UInt64, wire: String, provider: String, hasItems: Bool = false, hasTurns: Bool = false) {
        self.hasItems = hasItems
        self.hasTurns = hasTurns
        self.wire = wire
        self.provider = provider
        random = SplitMix64(seed: seed)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }

    mutating func maybe<Value>(_ percent: Int, _ make: (inout Generator) -> Value) -> Value? {
        chance(percent) ? make(&self) : nil
    }

    mutating func list<Value>(_ count: ClosedRange<Int>, _ make: (inout Generator) -> Value) -> [Value] {
        (0..<number(count)).map { _ in make(&self) }
    }

    mutating func text() -> String {
        pick([
            "", "a", " ", "Hello, world", "line\nline\r\n\ttab", "quote \" and \\ slash /", "\u{0}\u{1}\u{1F}", "é",
            "e\u{301}",
            "👩‍👩‍👧 🇩🇪 漢字 ‮עברית", "\u{2028}\u{2029}\u{FEFF}", "data: [DONE]\n\n", "{\"json\": true}", "null",
            String(repeating: "x", count: 70),
        ])
    }

    mutating func word() -> String {
        pick(["alpha", "beta", "get_weather", "Ünïcode", "a-b_c"]) + String(number(0...99))
    }

    mutating func json(_ depth: Int = 2) -> JSON {
        switch number(0...(depth > 0 ? 7 : 5)) {
        case 0: .null
        case 1: .bool(chance(50))
        case 2: .number(number(-5...500))
        case 3: .number(JSONNumber(literal: pick(["1e400", "-0", "12345678901234567890123", "0.10", "1E+2"])) ?? 0)
        case 4, 5: .string(text())
        case 6: .array(list(0...2) { $0.json(depth - 1) })
        default: .object(members(depth - 1))
        }
    }

    /// Members whose keys mean nothing to any wire.
    mutating func members(_ depth: Int = 2) -> JSONObject {
        JSONObject(list(1...3) { (key: "x_" + $0.pick(["one", "two", "ü", "a b", ""]), value: $0.json(depth)) })
    }

    /// Additions for this wire, this provider and others; `nested` names an object that the wire writes itself.
    mutating func extra(_ percent: Int = 15, nested: String? = nil) -> Extra {
        guard chance(percent) else { return [:] }
        var extra: Extra = [:]
        for owner in [wire, provider, "elsewhere"] where owner != "" && chance(50) {
            var object = members()
            if let nested, chance(40) { object[nested] = .object(members(1)) }
            extra[owner] = object
        }
        return extra
    }

    mutating func schema() -> JSON {
        .object(["type": "object", "properties": .object(["city": ["type": "string"], "n": json()]), "x": json()])
    }
}

/// Parts and messages.
extension Generator {
    mutating func textPart() -> TextPart {
        var part = TextPart(text: text())
        if chance(10) { part.citations = list(1...2) { $0.citation() } }
        part.extra = extra(10)
        if hasTurns { (part.signature, part.origin) = seal() }
        if hasItems, chance(40) {
            part.extra[wire, default: [:]]["item"] = [
                "id": .string("msg_\(number(0...1_000_000))"), "phase": "final_answer",
            ]
        }
        return part
    }

    mutating func citation() -> Citation {
        var citation = Citation(
            url: maybe(90) { _ in "https://a.example/" + String(Int.random(in: 0..<1000)) },
            title: maybe(50) { $0.text() },
            text: maybe(20) { $0.text() }, start: maybe(30) { $0.number(0...9) }, end: maybe(30) { $0.number(10...99) })
        citation.url = citation.url.map { _ in "https://a.example/\(number(0...1_000_000))" }
        citation.extra = extra(10)
        return citation
    }

    /// A seal of this wire, or of another, which must not be sent.
    mutating func seal() -> (String?, String?) {
        guard chance(15) else { return (nil, nil) }
        return (text() + "=", chance(70) ? wire : "elsewhere")
    }

    mutating func bytes() -> Data { Data(list(0...6) { UInt8($0.number(0...255)) }) }

    mutating func media(_ types: [String]) -> Media {
        var media =
            switch number(0...4) {
            case 0, 1: Media(data: bytes(), mediaType: pick(types))
            case 2:
                Media(
                    url: pick([
                        "https://a.example/b.png?c=d#e", "data:image/gif;base64,R0lG", "gs://x/y", "data:,plain",
                    ]))
            case 3: Media(fileID: "file-\(number(0...99))")
            default: Media(url: "http://a.example/", mediaType: maybe(50) { $0.pick(types) })
            }
        media.name = maybe(25) { $0.text() }
        media.detail = maybe(25) { $0.pick(["low", "high", "auto"]) }
        if chance(5) { media.mediaType = nil }
        guard hasTurns else { return media }
        if chance(20) { media = Media(data: Data(text().utf8), mediaType: pick(["text/plain", "text/csv"])) }
        if chance(10) { media = Media(parts: list(0...2) { .text($0.textPart()) }, name: maybe(50) { $0.text() }) }
        (media.signature, media.origin) = seal()
        return media
    }

    mutating func reasoning() -> ReasoningPart {
        var part = ReasoningPart(
            text: text(), signature: maybe(25) { $0.text() }, encrypted: maybe(15) { $0.text() },
            origin: pick([wire, wire, wire, "anthropic-messages", nil]))
        part.extra = extra(8)
        if hasItems {
            part.isSummary = chance(70)
            if chance(50) { part.extra[wire, default: [:]]["item"] = ["id": .string("rs_\(number(0...1_000_000))")] }
        }
        return part
    }

    mutating func toolCall() -> ToolCall {
        var call = ToolCall(
            id: chance(95) ? "call_\(number(0...1_000_000))" : text(), name: word(),
            argumentsText: pick(["", "{}", "{\"city\": \"Köln\"}", "{\"broken", " [1] ", "{\"a\":1}{\"b\":2}"]))
        call.extra = extra(10, nested: "function")
        call.isText = chance(hasItems ? 20 : 5)
        if hasTurns {
            (call.signature, call.origin) = seal()
            if chance(50) { call.id = "toolu_\(number(0...99))" }
        }
        return call
    }

    mutating func toolResult() -> ToolResult {
        var result = ToolResult(callID: "call_\(number(0...99))", name: maybe(30) { $0.word() })
        result.parts = chance(70) ? [.text(text())] : list(0...3) { $0.part(depth: 1) }
        result.isError = chance(10)
        result.extra = extra(10)
        return result
    }

    mutating func part(depth: Int = 0) -> Part {
        switch number(0...11 - 2 * depth) {
        case 0, 1, 2: .text(textPart())
        case 3:
            .image(
                with(media(["image/png", "image/jpeg"])) {
                    $0.extra = $1.extra(10, nested: $1.hasItems ? nil : "image_url")
                })
        case 4:
            .audio(with(media(["audio/wav", "audio/mpeg", "audio/ogg", "audio/x-wav"])) { $0.extra = $1.extra(10) })
        case 5: .file(with(media(["application/pdf", "text/plain;charset=utf-8"])) { $0.extra = $1.extra(10) })
        // Nothing that a tool gives is a thought.
        case 6, 7: depth > 0 ? .text(textPart()) : .reasoning(reasoning())
        case 8: .refusal(RefusalPart(text: text()))
        case 9:
            chance(60)
                ? .opaque(
                    OpaquePart(origin: wire, json: "{ \"type\":\"x_\(word())\", \"v\" : [1.50, \"\\u00e9\\/\"] }"))
                : .opaque(OpaquePart(origin: "gemini", json: "{\"thing\":1}"))
        case 10: .toolCall(toolCall())
        default:
            pick([
                .citation(citation()), .serverToolCall(ServerToolCall(id: "s", name: "web")), .toolResult(toolResult()),
            ])
        }
    }

    private mutating func with<Value>(_ value: Value, _ change: (inout Value, inout Generator) -> Void) -> Value {
        var value = value
        change(&value, &self)
        return value
    }

    /// A call of a provider's own tool, perhaps with what it gave.
    mutating func serverToolParts() -> [Part] {
        let arguments: (String, JSON) = pick([
            ("webSearch", ["type": "search", "query": "a"]), ("fileSearch", ["queries": ["a", "b"]]),
            ("codeExecution", ["code": "1 + 1"]), ("imageGeneration", [:]),
            ("mcp", ["tool": "t", "arguments": "{\"a\":1}"]), ("computerUse", ["type": "click", "x": 1]), ("own", [:]),
        ])
        var call = ServerToolCall(
            id: "s_\(number(0...999))", name: arguments.0, arguments: arguments.1, origin: hasTurns ? wire : nil)
        call.extra = extra(20)
        guard chance(60) else { return [.serverToolCall(call)] }
        let result = ServerToolResult(
            callID: call.id, name: call.name, content: pick([["a"], "text", ["type": "image"]]), isError: chance(10),
            origin: hasTurns ? wire : nil)
        return [.serverToolCall(call), .serverToolResult(result)]
    }

    mutating func message() -> Message {
        let role = pick([.system, .user, .user, .assistant, .assistant, .tool, .tool] as [Message.Role])
        var message = Message(role: role)
        switch (role, number(0...9)) {
        case (.tool, 0...8): message.parts = list(0...3) { .toolResult($0.toolResult()) }
        case (.assistant, 0...5):
            message.parts = list(0...2) { .reasoning($0.reasoning()) } + list(0...2) { .text($0.text()) }
            message.parts += list(0...2) { .toolCall($0.toolCall()) }
            if hasItems || hasTurns, chance(40) { message.parts += serverToolParts() }
        case (_, 0...4): message.parts = [.text(text())]
        default: message.parts = list(0...4) { $0.part() }
        }
        message.name = maybe(10) { $0.word() }
        message.extra = extra(10)
        return message
    }
}

/// Whole requests.
extension Generator {
    mutating func request() -> ChatRequest {
        var request = ChatRequest(model: chance(95) ? word() : "", messages: list(0...6) { $0.message() })
        if chance(30) { request.tools = list(1...3) { $0.tool() } }
        if chance(15) {
            request.serverTools = list(1...2) { $0.serverTool() }
            // Servers are told apart by their names.
            for place in request.serverTools.indices { request.serverTools[place].label? += "\(place)" }
        }
        request.toolChoice = maybe(20) {
            $0.pick([
                .auto, .none, .required, .tool(named: $0.word()),
                .tools(ToolSubset(names: $0.list(1...2) { $0.word() }, isRequired: $0.chance(50))),
            ])
        }
        request.parallelToolCalls = maybe(15) { $0.chance(50) }
        request.temperature = maybe(20) { $0.pick([0, 0.2, 1, 1e-7, 123456789.125, -0.0]) }
        request.topP = maybe(15) { $0.pick([0, 0.95, 1]) }
        request.topK = maybe(10) { $0.number(0...100) }
        request.seed = maybe(15) { $0.pick([0, -1, Int.max, Int.min]) }
        if chance(15) { request.stop = list(0...3) { $0.text() } }
        request.maxOutputTokens = maybe(20) { $0.number(0...100_000) }
        request.presencePenalty = maybe(10) { $0.pick([-2, 0.5]) }
        request.frequencyPenalty = maybe(10) { $0.pick([-2, 0.5]) }
        request.logitBias = maybe(10) { generator in
            Dictionary(generator.list(0...3) { (String($0.number(0...50_000)), $0.number(-100...100)) }) { first, _ in
                first
            }
        }
        request.logprobs = maybe(10) { $0.chance(50) }
        request.topLogprobs = maybe(10) { $0.number(0...20) }
        request.choices = maybe(10) { $0.number(1...3) }
        request.reasoning = maybe(20) { generator in
            ReasoningOptions(
                effort: generator.maybe(70) { $0.pick(ReasoningEffort.scale + ["default", "own"]) },
                budgetTokens: generator.maybe(20) { $0.number(0...9999) }, summary: generator.maybe(20) { _ in "auto" })
        }
        request.responseFormat = maybe(15) { generator in
            generator.pick([
                .text, .json,
                .jsonSchema(
                    JSONSchemaFormat(
                        name: generator.text(), description: generator.maybe(50) { $0.text() },
                        schema: generator.schema(),
                        strict: generator.maybe(50) { $0.chance(50) })),
            ])
        }
        if chance(5) { request.cache = [CacheMark(after: 0, ttl: "5m")] }
        request.cacheKey = maybe(10) { $0.text() }
        request.user = maybe(10) { $0.text() }
        request.metadata = maybe(10) { generator in
            Dictionary(generator.list(0...3) { ($0.word(), $0.text()) }) { first, _ in first }
        }
        request.store = maybe(10) { $0.chance(50) }
        request.serviceTier = maybe(10) { $0.word() }
        request.extra = extra(25, nested: "stream_options")
        return request
    }

    mutating func serverTool() -> ServerTool {
        let names = ["webSearch", "codeExecution", "fileSearch", "computerUse", "imageGeneration", "urlContext", "mcp"]
        if chance(20) {
            var own = ServerTool(name: "x_" + word())
            if chance(70) {
                var whole: JSONObject = ["type": .string(own.name)]
                for (key, value) in members() { whole[key] = value }
                own.extra[pick([wire, "elsewhere"])] = whole
            }
            return own
        }
        var tool = ServerTool(name: pick(names))
        if chance(30) { tool.allowedDomains = list(0...2) { $0.word() } }
        if chance(20) { tool.blockedDomains = list(0...2) { $0.word() } }
        tool.maxUses = maybe(20) { $0.number(0...9) }
        if chance(20) { tool.userLocationCity = text() }
        if chance(20) { tool.userLocationTimezone = text() }
        if chance(30) { tool.stores = list(0...2) { $0.word() } }
        tool.maxResults = maybe(20) { $0.number(0...9) }
        tool.label = maybe(20) { $0.word() }
        tool.url = maybe(20) { $0.text() }
        tool.tokenText = maybe(20) { $0.word() }
        if chance(20) { tool.allowedTools = list(0...2) { $0.word() } }
        tool.width = maybe(20) { $0.number(0...9999) }
        tool.height = maybe(20) { $0.number(0...9999) }
        tool.environment = maybe(20) { $0.word() }
        tool.container = maybe(20) { $0.word() }
        if chance(20) { tool.files = list(0...2) { $0.word() } }
        tool.extra = extra(10)
        return tool
    }

    mutating func tool() -> ToolDefinition {
        var tool = ToolDefinition(
            name: word(), description: maybe(60) { $0.text() }, schema: schema(), strict: maybe(30) { $0.chance(50) })
        if chance(15) {
            tool = ToolDefinition(
                name: word(), description: maybe(60) { $0.text() },
                textInput: TextInput(grammar: maybe(50) { .init(syntax: $0.word(), definition: $0.text()) }))
            tool.strict = maybe(10) { $0.chance(50) }
        }
        tool.extra = extra(10, nested: "function")
        return tool
    }

    /// Additions that override what the wire writes itself, with values it could have written: what the models take.
    mutating func overridden(_ request: ChatRequest, capabilities: Set<Capability>) -> ChatRequest {
        var request = request
        func merge(_ members: JSONObject, into extra: inout Extra) {
            var own = extra[wire] ?? [:]
            for (key, value) in members { own[key] = value }
            extra[wire] = own
        }
        merge(["temperature": 0.25, "model": "other", "x_new": json()], into: &request.extra)
        // Items have no place for it: there it is an addition like any other.
        if hasItems || capabilities.contains("stop") { merge(["stop": ["a"]], into: &request.extra) }
        for place in request.messages.indices where chance(50) {
            merge(["content": .string(text()), "x_deep": .object(members())], into: &request.messages[place].extra)
        }
        for place in request.tools.indices {
            let nested: JSON = ["name": "renamed", "description": "changed", "x_new": json()]
            merge(["function": nested], into: &request.tools[place].extra)
        }
        return request
    }
}

/// Whole answers and streams.
extension Generator {
    mutating func usage() -> Usage {
        var usage = Usage(
            input: maybe(90) { $0.number(0...1_000_000) }, output: maybe(90) { $0.number(500...1_000_000) })
        usage.cacheRead = maybe(30) { $0.number(0...99) }
        usage.cacheWrite = maybe(20) { $0.number(0...99) }
        // Thoughts are a part of the answer: without its count theirs says nothing.
        usage.reasoning = usage.output == nil ? nil : maybe(30) { $0.number(0...500) }
        usage.audioInput = maybe(10) { $0.number(0...99) }
        usage.audioOutput = maybe(10) { $0.number(0...99) }
        return usage
    }

    mutating func response() -> ChatResponse {
        var response = ChatResponse(id: maybe(90) { $0.word() }, model: maybe(90) { $0.word() })
        if chance(60) {
            response.message.parts = list(0...1) { .reasoning($0.reasoning()) } + list(0...2) { .text($0.textPart()) }
            response.message.parts += list(0...2) { .toolCall($0.toolCall()) }
            if hasItems || hasTurns, chance(40) { response.message.parts += serverToolParts() }
        } else {
            response.message.parts = list(0...5) { $0.part() }
        }
        response.stopReason = maybe(90) { $0.pick(StopReason.allCases) }
        response.usage = maybe(70) { $0.usage() }
        return response
    }

    /// An answer that a stream of the wire can hold.
    mutating func streamed(hasParts: Bool) -> ChatResponse {
        var response = response()
        if hasItems {
            response.message.parts.removeAll {
                [.serverToolCall, .serverToolResult, .citation, .toolResult, .audio, .image, .file].contains($0.kind)
                    || $0.kind == .opaque && !self.isOwn($0)
            }
            return response
        }
        response.message.parts = response.message.parts.compactMap { part in
            switch part {
            case .text(var text):
                text.extra = [:]
                (text.signature, text.origin) = (nil, nil)
                if text.text.isEmpty { text.citations = [] }
                text.citations = text.citations.map(plain)
                return .text(text)
            case .citation(let citation): return .citation(plain(citation))
            case .toolCall(var call):
                if call.id.isEmpty { call.id = "call_x" }
                call.extra = [:]
                (call.signature, call.origin) = (nil, nil)
                if !hasTurns { call.isText = false }
                return .toolCall(call)
            case .refusal where hasTurns: return nil
            case .reasoning(var reasoning) where hasTurns:
                reasoning.extra = [:]
                return .reasoning(reasoning)
            case .serverToolCall, .serverToolResult: return hasTurns ? part : nil
            case .opaque(let opaque): return hasParts && opaque.origin == wire ? part : nil
            case .reasoning, .refusal: return part
            default: return nil
            }
        }
        return response
    }

    private func isOwn(_ part: Part) -> Bool {
        if case .opaque(let opaque) = part { opaque.origin == wire } else { true }
    }

    private func plain(_ citation: Citation) -> Citation {
        Citation(url: citation.url, title: citation.title, start: citation.start, end: citation.end)
    }

    /// The events that say what a response says, cut into pieces anywhere; calls may grow side by side.
    mutating func events(for response: ChatResponse) -> [ChatEvent] {
        var events: [ChatEvent] = [.started(ResponseHead(id: response.id, model: response.model))]
        var waiting: [[ChatEvent]] = []
        for (index, part) in response.message.parts.enumerated() {
            let block = self.block(index, part)
            if case .toolCall = part, chance(40) {
                events.append(block[0])
                waiting.append(Array(block.dropFirst()))
                continue
            }
            while let place = waiting.indices.randomElement(using: &random), chance(50) {
                events.append(waiting[place].removeFirst())
                if waiting[place].isEmpty { waiting.remove(at: place) }
            }
            events += block
        }
        while let place = waiting.indices.randomElement(using: &random) {
            events.append(waiting[place].removeFirst())
            if waiting[place].isEmpty { waiting.remove(at: place) }
        }
        if let usage = response.usage { events.append(.usage(usage)) }
        events.append(.finished(Finish(reason: response.stopReason ?? .stop, vendorReason: response.vendorStopReason)))
        return events
    }

    private mutating func block(_ index: Int, _ part: Part) -> [ChatEvent] {
        var events: [ChatEvent] = []
        switch part {
        case .text(let text):
            events = [.blockStarted(index: index, .text)] + pieces(text.text).map { .textDelta(index: index, $0) }
            events += text.citations.map { .citation(index: index, $0) }
        case .reasoning(let reasoning) where hasTurns && (reasoning.encrypted != nil || reasoning.origin != wire):
            events = [.blockStarted(index: index, .part(part))]
        case .reasoning(let reasoning):
            events =
                [.blockStarted(index: index, .reasoning)]
                + pieces(reasoning.text).map { .reasoningDelta(index: index, $0) }
            if let signature = reasoning.signature { events.append(.signature(index: index, signature)) }
        case .refusal(let refusal):
            events =
                [.blockStarted(index: index, .refusal)] + pieces(refusal.text).map { .refusalDelta(index: index, $0) }
        case .toolCall(let call):
            events = [.blockStarted(index: index, .toolCall(id: call.id, name: call.name, isText: call.isText))]
            events += pieces(call.argumentsText).map { .argumentsDelta(index: index, $0) }
        default: events = [.blockStarted(index: index, .part(part))]
        }
        if hasItems, part.kind != .opaque { events.append(.whole(index: index, part)) }
        return events + [.blockEnded(index: index)]
    }

    private mutating func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var rest = Substring(text)
        while !rest.isEmpty {
            pieces.append(String(rest.prefix(number(1...12))))
            rest = rest.dropFirst(pieces[pieces.count - 1].count)
        }
        return pieces
    }
}
