import MassGenBackends

/// `massgen replay`: decodes a captured body exactly as it would come from the network.
enum ReplayCommand {
    static let command = Command(
        name: "replay", operand: "FILE", summary: "decodes a captured response as it would come from the network",
        options: [
            .provider, .wire, .init(name: "--status", value: "N", help: "its status; else 200"), .model,
            .init(name: "--chunk", value: "N", help: "how many bytes come at a time; else all"), .time,
            .init(name: "--events", help: "prints the events, a line of JSON each"), .json,
        ], example: "replay --provider groq --json captured.sse", run: run)

    static func run(_ options: Options) {
        guard let path = options.operand else {
            Terminal.fail(usage: "replay takes one FILE")
        }
        guard let id = options.value("--provider") else { Terminal.fail(usage: "replay needs --provider P") }
        if let program = Catalogue.program(id) { replay(program, Terminal.read(path), options) }
        replay(Catalogue.backend(id, wire: options.value("--wire")), Terminal.read(path), options)
    }

    private static func replay<B: HTTPBackend>(_ backend: B.Type, _ bytes: [UInt8], _ options: Options) -> Never {
        replay(B.Format.self, of: B.provider, bytes, options)
    }

    private static func replay<B: ProgramBackend>(_ backend: B.Type, _ bytes: [UInt8], _ options: Options) -> Never {
        replay(B.Format.self, of: B.provider, bytes, options)
    }

    private static func replay<Format: Wire>(
        _ format: Format.Type, of provider: Provider, _ bytes: [UInt8], _ options: Options
    ) -> Never {
        let errors = ErrorMapper<Format>(provider: provider)
        var decoder = StreamDecoder<Format>()
        var failure: BackendError?
        let status = options.number("--status") ?? 200
        if (200..<300).contains(status) {
            do throws(BackendError) {
                try feed(bytes, to: &decoder, by: options.number("--chunk") ?? bytes.count, options)
            } catch {
                failure = errors.completed(error)
            }
        } else {
            failure = errors.error(status: status, body: bytes)
        }
        let response = failure?.partial ?? decoder.snapshot
        let cost = provider.models.cost(
            of: response, asked: options.value("--model") ?? "", at: options.date("--at"))
        let result = ResultJSON(provider: provider.id, response: response, error: failure, cost: cost)
        if options.has("--json") {
            Terminal.line(result.json.text)
        } else if !options.has("--events") {
            Terminal.line(result.response.text)
            for call in result.response.toolCalls { Terminal.line("\(call.name)(\(call.argumentsText))") }
            if let failure { Terminal.say("massgen: \(failure)") }
            Terminal.say(Terminal.dim("cost \(cost)"))
        }
        Terminal.exit(failure == nil ? 0 : 1)
    }

    private static func feed<Format: Wire>(
        _ bytes: [UInt8], to decoder: inout StreamDecoder<Format>, by size: Int, _ options: Options
    ) throws(BackendError) {
        var events: [ChatEvent] = []
        var start = 0
        func flush(_ events: inout [ChatEvent]) {
            if options.has("--events") {
                for event in events { Terminal.line((try? JSON(encoding: event).text) ?? "") }
            }
            events.removeAll(keepingCapacity: true)
        }
        defer { flush(&events) }
        while start < bytes.count {
            let end = min(bytes.count, start + max(1, size))
            try decoder.decode(Array(bytes[start..<end]), into: &events)
            flush(&events)
            start = end
        }
        try decoder.finish(into: &events)
    }
}
