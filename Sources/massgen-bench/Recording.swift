/// A made-up recording of an answer as OpenAI and many others stream it.
struct Recording {
    /// How many events have data, the one at the end that says `[DONE]` included.
    let eventCount: Int
    /// The body.
    let bytes: [UInt8]
    /// The data of its events, without `[DONE]`.
    let documents: [[UInt8]]

    init(words: Int) {
        let vocabulary = [
            " the", " sky", " scatters", " short", " wavelengths", " of", " sunlight", " more", ",", " so", " blue",
            " reaches", " every", " eye", " from", " all", " sides", ".", " Ra", "yleigh",
        ]
        var documents = [Self.chunk(#"{"role":"assistant","content":"","refusal":null}"#)]
        for place in 0..<words {
            documents.append(Self.chunk(#"{"content":"\#(vocabulary[place % vocabulary.count])"}"#))
        }
        documents.append(Self.chunk("{}", stop: #""stop""#))
        let usage = """
            {"prompt_tokens":24,"completion_tokens":\(words),"total_tokens":\(words + 24),"prompt_tokens_details":\
            {"cached_tokens":0,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":0,"audio_tokens":0,\
            "accepted_prediction_tokens":0,"rejected_prediction_tokens":0}}
            """
        documents.append(Self.document(choices: "[]", usage: usage))
        self.documents = documents.map { Array($0.utf8) }
        bytes = (documents + ["[DONE]"]).flatMap { Self.event($0) }
        eventCount = documents.count + 1
    }

    /// One event of text as it stands in the stream.
    static let textEvent = event(chunk(#"{"content":" sunlight"}"#))
    /// The events that end a stream.
    static let lastEvents = event(chunk("{}", stop: #""stop""#)) + event("[DONE]")

    private static func event(_ data: String) -> [UInt8] { Array("data: \(data)\n\n".utf8) }

    private static func chunk(_ delta: String, stop: String = "null") -> String {
        document(choices: #"[{"index":0,"delta":\#(delta),"logprobs":null,"finish_reason":\#(stop)}]"#, usage: nil)
    }

    private static func document(choices: String, usage: String?) -> String {
        #"{"id":"chatcmpl-C5vYw0ZK3mRk8sQ1TnXbL2dUeFhGj","object":"chat.completion.chunk","created":1757946000,"#
            + #""model":"gpt-4o-2024-08-06","system_fingerprint":"fp_cbf1785567","choices":\#(choices)"#
            + (usage.map { #","usage":\#($0)"# } ?? "") + "}"
    }
}
