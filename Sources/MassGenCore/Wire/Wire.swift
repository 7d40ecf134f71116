/// A wire format as generated code: every shape of the IDL, in both directions, without state.
///
/// A provider that differs in some shapes conforms to its wire's protocol and replaces just those.
public protocol Wire: Sendable {
    /// The wire's id, `openai-chat` for instance.
    static var id: String { get }
    /// How events are cut out of a streamed body.
    static var framing: Framing { get }

    /// Whether the content of a stream comes in numbered blocks.
    static var isNumbered: Bool { get }
    /// Whether content is a list of parts, each whole and in its place.
    static var holdsParts: Bool { get }
    /// Whether the content of a stream comes as items, each told again when it is whole.
    static var hasItems: Bool { get }
    /// Whether later counts of a stream stand for earlier ones as a whole; otherwise one by one.
    static var replacesCounts: Bool { get }
    /// What is offered besides chat, as the wire's vendor has it.
    static var services: [Provider.Service] { get }

    /// Its usual chat endpoints, most particular first; placeholders stand in braces.
    static var endpoints: [Provider.Endpoint] { get }

    /// The headers in which its servers tell their limits.
    static var limits: [Provider.Limit] { get }
    /// What servers of the wire can where nobody says otherwise.
    static var capabilities: Set<Capability> { get }
    /// How ids of calls are spelled; `nil` where any will do.
    static var ids: Spelling? { get }
    /// How names of tools are spelled; `nil` where any will do.
    static var names: Spelling? { get }
    /// How schemas must be for answers and calls to be held to them.
    static var schemaRules: SchemaRules { get }
    /// The key whose word names an event before its data, on wires whose events are named.
    static var eventKey: StaticString? { get }
    /// Whether the arguments of a call can come in pieces.
    static var growsCalls: Bool { get }
    /// Whether answers stream unless a request says otherwise.
    static var streamsByDefault: Bool { get }

    /// Writes a request's body.
    static func renderRequest(_ request: ChatRequest, into out: inout Renderer)
    /// Reads a request's body.
    static func parseRequest(_ json: inout JSONReader) throws(JSONError) -> ChatRequest
    /// Writes a whole response's body.
    static func renderResponse(_ chunk: Chunk, into out: inout Renderer)
    /// Reads a whole response's body.
    static func parseResponse(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError)
    /// Writes one stream event.
    static func renderEvent(_ chunk: Chunk, into out: inout Renderer)
    /// Reads one stream event.
    static func parseEvent(_ json: inout JSONReader, into chunk: inout Chunk) throws(JSONError)
    /// Writes an error's body.
    static func renderFailureBody(_ failure: Failure, into out: inout Renderer)
    /// Reads an error's body.
    static func parseFailureBody(_ json: inout JSONReader) throws(JSONError) -> Failure

    /// Writes the question for a page of models: the items of a query.
    static func renderModelsRequest(_ modelQuery: ModelQuery, into out: inout Renderer)
    /// Reads the question for a page of models.
    static func parseModelsRequest(_ json: inout JSONReader, into modelQuery: inout ModelQuery) throws(JSONError)
    /// Writes a page of models.
    static func renderModels(_ modelPage: ModelPage, into out: inout Renderer)
    /// Reads a page of models.
    static func parseModels(_ json: inout JSONReader, into modelPage: inout ModelPage) throws(JSONError)
    /// Writes the question for a count.
    static func renderCountRequest(_ countRequest: CountRequest, into out: inout Renderer)
    /// Reads the question for a count.
    static func parseCountRequest(_ json: inout JSONReader, into countRequest: inout CountRequest) throws(JSONError)
    /// Writes a count.
    static func renderCount(_ tokens: UsageCounts, into out: inout Renderer)
    /// Reads a count.
    static func parseCount(_ json: inout JSONReader, into tokens: inout UsageCounts) throws(JSONError)
    /// Writes texts to be made into vectors.
    static func renderEmbedRequest(_ embeddingRequest: EmbeddingRequest, into out: inout Renderer)
    /// Reads texts to be made into vectors.
    static func parseEmbedRequest(
        _ json: inout JSONReader, into embeddingRequest: inout EmbeddingRequest
    ) throws(JSONError)
    /// Writes vectors.
    static func renderEmbed(_ embeddingReply: EmbeddingReply, into out: inout Renderer)
    /// Reads vectors.
    static func parseEmbed(_ json: inout JSONReader, into embeddingReply: inout EmbeddingReply) throws(JSONError)
    /// Writes what goes with a file to a store.
    static func renderUploadRequest(_ upload: FileUpload, into out: inout Renderer)
    /// Reads what goes with a file to a store.
    static func parseUploadRequest(_ json: inout JSONReader, into upload: inout FileUpload) throws(JSONError)
    /// Writes the answer to a file that was sent.
    static func renderUpload(_ file: StoredFile, into out: inout Renderer)
    /// Reads the answer to a file that was sent.
    static func parseUpload(_ json: inout JSONReader, into file: inout StoredFile) throws(JSONError)
    /// Writes what is known of a stored file.
    static func renderFile(_ file: StoredFile, into out: inout Renderer)
    /// Reads what is known of a stored file.
    static func parseFile(_ json: inout JSONReader, into file: inout StoredFile) throws(JSONError)

    /// Writes which model to download.
    static func renderPullRequest(_ pullRequest: PullRequest, into out: inout Renderer)
    /// Reads which model to download.
    static func parsePullRequest(_ json: inout JSONReader, into pullRequest: inout PullRequest) throws(JSONError)
    /// Writes a step of a download.
    static func renderPull(_ pullStep: PullStep, into out: inout Renderer)
    /// Reads a step of a download.
    static func parsePull(_ json: inout JSONReader, into pullStep: inout PullStep) throws(JSONError)

    /// What the wire's counts mean.
    static func usage(_ counts: UsageCounts) -> Usage
    /// The counts as this wire relates them.
    static func counts(_ usage: Usage) -> UsageCounts
    /// What the vendor's word for an error means; `nil` when the wire does not say.
    static func classify(word: String) -> ErrorClass?
    /// What a status means; `nil` when the wire does not say.
    static func classify(status: Int) -> ErrorClass?
    /// What a vendor's message in small letters means, where status and word say less.
    static func classify(message: String) -> ErrorClass?
    /// The vendor's word for an error that may not be tried again; `nil` when the wire has none.
    static func word(for meaning: ErrorClass) -> String?
    /// Headers that follow from what is asked.
    static func headers(for request: ChatRequest, _ out: Renderer) -> [(name: String, value: String)]
    /// The request without what a provider does not take; what was left out is noted.
    static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest
    /// A quirk's place: changes a request before it is written, and says what was changed.
    static func amend(_ request: inout ChatRequest) -> [Loss]
    /// A quirk's place: changes an event after it was read.
    static func amend(_ chunk: inout Chunk)
}

extension Wire {
    /// Messages say no more than words and statuses.
    public static func classify(message: String) -> ErrorClass? { nil }
    /// Content comes without numbers.
    public static var isNumbered: Bool { false }
    /// Content is told by kind.
    public static var holdsParts: Bool { false }
    /// Content is no items.
    public static var hasItems: Bool { false }
    /// Counts are overlaid.
    public static var replacesCounts: Bool { false }
    /// None over HTTP.
    public static var endpoints: [Provider.Endpoint] { [] }
    /// None is told.
    public static var limits: [Provider.Limit] { [] }
    /// Nothing is said.
    public static var capabilities: Set<Capability> { [] }
    /// Any id will do.
    public static var ids: Spelling? { nil }
    /// Any name will do.
    public static var names: Spelling? { nil }
    /// Schemas may be anything.
    public static var schemaRules: SchemaRules { SchemaRules() }
    /// Events have no names.
    public static var eventKey: StaticString? { nil }
    /// Arguments grow.
    public static var growsCalls: Bool { true }
    /// Answers come whole.
    public static var streamsByDefault: Bool { false }
    /// Nothing is known of the word.
    public static func classify(word: String) -> ErrorClass? { nil }
    /// Nothing is known of the status.
    public static func classify(status: Int) -> ErrorClass? { nil }
    /// What the wire's counts mean: prompt and answer are whole.
    public static func usage(_ counts: UsageCounts) -> Usage { counts.usage() }
    /// The counts as this wire relates them: prompt and answer are whole.
    public static func counts(_ usage: Usage) -> UsageCounts { UsageCounts(usage) }
    /// No words.
    public static func word(for meaning: ErrorClass) -> String? { nil }
    /// None.
    public static func headers(for request: ChatRequest, _ out: Renderer) -> [(name: String, value: String)] { [] }
    /// Everything is taken.
    public static func restricted(_ request: ChatRequest, _ out: inout Renderer) -> ChatRequest { request }
    /// No quirk.
    public static func amend(_ request: inout ChatRequest) -> [Loss] { [] }
    /// No quirk.
    public static func amend(_ chunk: inout Chunk) {}
}

/// How events are cut out of a streamed body.
public enum Framing: Sendable, Hashable {
    /// Server-sent events; `end` is the data that says the answer is over, where there is such a thing.
    case sse(end: String?)
    /// One JSON document per line.
    case ndjson
    /// One JSON object per line, written by a program; other lines between them are noise.
    case lines
}
