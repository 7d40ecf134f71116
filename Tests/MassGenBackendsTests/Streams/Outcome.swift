import MassGenBackends

/// What became of a body: the events, the answer they make, and the error if there was one.
struct Outcome: Equatable {
    var events: [ChatEvent] = []
    var response = ChatResponse()
    var error: BackendError?

    /// Decodes a body, whole or in pieces of a few bytes, as it would come from the network.
    init<Format: Wire>(_ body: some Collection<UInt8>, by format: Format.Type = OpenAIChat.self, pieces: Int = .max) {
        var decoder = StreamDecoder<Format>()
        var rest = Array(body)[...]
        do throws(BackendError) {
            while !rest.isEmpty {
                try decoder.decode(Array(rest.prefix(pieces)), into: &events)
                rest = rest.dropFirst(pieces)
            }
            try decoder.finish(into: &events)
        } catch {
            self.error = error
        }
        response = decoder.snapshot
    }

    init<Format: Wire>(_ body: String, by format: Format.Type = OpenAIChat.self, pieces: Int = .max) {
        self.init(body.utf8, by: format, pieces: pieces)
    }

    /// The ends among the events.
    var finishes: [Finish] { events.compactMap { if case .finished(let finish) = $0 { finish } else { nil } } }

    /// The kinds of block in the order in which they opened.
    var blocks: [ChatEvent.Block] {
        events.compactMap { if case .blockStarted(_, let block) = $0 { block } else { nil } }
    }
}

/// A stream in the style of Chat Completions: the given chunks as server-sent events, and the end mark.
func sse(_ chunks: String..., end: Bool = true) -> String {
    chunks.map { "data: \($0)\n\n" }.joined() + (end ? "data: [DONE]\n\n" : "")
}

/// A chunk with a delta.
func delta(_ delta: String, stop: String? = nil) -> String {
    let reason = stop.map { "\"\($0)\"" } ?? "null"
    return
        "{\"id\":\"r1\",\"model\":\"m1\",\"choices\":[{\"index\":0,\"delta\":{\(delta)},\"finish_reason\":\(reason)}]}"
}

/// A chunk with a piece of a tool call.
func call(_ members: String) -> String { delta("\"tool_calls\":[{\(members)}]") }
