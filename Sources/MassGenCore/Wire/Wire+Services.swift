/// What a wire that declares nothing besides chat does with the bodies of other endpoints: they hold nothing, but for the
/// body of a chat request that is to be counted.
extension Wire {
    /// Nothing but chat.
    public static var services: [Provider.Service] { [] }

    /// Writes nothing.
    public static func renderModelsRequest(_ modelQuery: ModelQuery, into out: inout Renderer) { out.object { _ in } }
    /// Reads nothing.
    public static func parseModelsRequest(
        _ json: inout JSONReader, into modelQuery: inout ModelQuery
    ) throws(JSONError) { try json.skip() }
    /// Writes nothing.
    public static func renderModels(_ modelPage: ModelPage, into out: inout Renderer) { out.object { _ in } }
    /// Reads nothing.
    public static func parseModels(
        _ json: inout JSONReader, into modelPage: inout ModelPage
    ) throws(JSONError) { try json.skip() }

    /// Writes the body of the chat request as it is.
    public static func renderCountRequest(_ countRequest: CountRequest, into out: inout Renderer) {
        out.object(extra: countRequest.extra) { _ in }
    }
    /// Reads the body of the chat request as it is.
    public static func parseCountRequest(
        _ json: inout JSONReader, into countRequest: inout CountRequest
    ) throws(JSONError) {
        try json.beginObject()
        while let key = try json.nextKey() { try json.keep(key, in: &countRequest.extra, of: Self.id) }
    }
    /// Writes nothing.
    public static func renderCount(_ tokens: UsageCounts, into out: inout Renderer) { out.object { _ in } }
    /// Reads nothing.
    public static func parseCount(
        _ json: inout JSONReader, into tokens: inout UsageCounts
    ) throws(JSONError) { try json.skip() }

    /// Writes nothing.
    public static func renderEmbedRequest(_ embeddingRequest: EmbeddingRequest, into out: inout Renderer) {
        out.object { _ in }
    }
    /// Reads nothing.
    public static func parseEmbedRequest(
        _ json: inout JSONReader, into embeddingRequest: inout EmbeddingRequest
    ) throws(JSONError) { try json.skip() }
    /// Writes nothing.
    public static func renderEmbed(_ embeddingReply: EmbeddingReply, into out: inout Renderer) { out.object { _ in } }
    /// Reads nothing.
    public static func parseEmbed(
        _ json: inout JSONReader, into embeddingReply: inout EmbeddingReply
    ) throws(JSONError) { try json.skip() }

    /// Writes nothing.
    public static func renderUploadRequest(_ upload: FileUpload, into out: inout Renderer) { out.object { _ in } }
    /// Reads nothing.
    public static func parseUploadRequest(
        _ json: inout JSONReader, into upload: inout FileUpload
    ) throws(JSONError) { try json.skip() }
    /// Writes what is written of a file.
    public static func renderUpload(_ file: StoredFile, into out: inout Renderer) { renderFile(file, into: &out) }
    /// Reads what is read of a file.
    public static func parseUpload(
        _ json: inout JSONReader, into file: inout StoredFile
    ) throws(JSONError) { try parseFile(&json, into: &file) }
    /// Writes nothing.
    public static func renderFile(_ file: StoredFile, into out: inout Renderer) { out.object { _ in } }
    /// Reads nothing.
    public static func parseFile(
        _ json: inout JSONReader, into file: inout StoredFile
    ) throws(JSONError) { try json.skip() }

    /// Writes nothing.
    public static func renderPullRequest(_ pullRequest: PullRequest, into out: inout Renderer) { out.object { _ in } }
    /// Reads nothing.
    public static func parsePullRequest(
        _ json: inout JSONReader, into pullRequest: inout PullRequest
    ) throws(JSONError) { try json.skip() }
    /// Writes nothing.
    public static func renderPull(_ pullStep: PullStep, into out: inout Renderer) { out.object { _ in } }
    /// Reads nothing.
    public static func parsePull(
        _ json: inout JSONReader, into pullStep: inout PullStep
    ) throws(JSONError) { try json.skip() }
}
