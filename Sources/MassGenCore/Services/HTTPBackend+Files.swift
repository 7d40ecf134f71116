import Foundation

/// A provider's own file store, where it has one.
extension HTTPBackend {
    /// Stores a file: bytes, or a file on this machine, which is read while it is sent.
    ///
    /// What is stored stays until ``removeFile(_:)``; ``withUploaded(_:purpose:_:)`` removes it by itself.
    /// - Parameter purpose: what it is for, in the provider's word; its own default when `nil`.
    public func upload(_ media: Media, purpose: String? = nil) async throws(BackendError) -> StoredFile {
        let service = try service(.upload)
        let content = try Content(media, of: Self.provider)
        var upload = FileUpload()
        (upload.name, upload.mediaType, upload.purpose) = (content.name, content.type, purpose)
        var out = Renderer(wire: Format.id, provider: Self.provider.id)
        Format.renderUploadRequest(upload, into: &out)
        let parts: Multipart
        switch service.file {
        case .related: parts = .related(out.json.bytes, type: content.type)
        case .form(let field):
            parts = .form(Self.items(of: out.json.bytes), file: field, name: content.name, type: content.type)
        case nil: throw setup(.noEndpoint, "\(Self.provider.title) does not say how it takes files")
        }
        var http = try request(service, file: "")
        http.headers.set("content-type", parts.type)
        http.body = parts.head
        switch content.source {
        case .data(let data): http.body += data + parts.ending
        case .path(let path, let size):
            http.file = FileBody(path: path, size: size, ending: parts.ending)
        }
        // The answer's headers come after the last byte was sent: a slow line at 256 kB/s is let have its time.
        http.timeouts.firstByte += .seconds(http.bodySize >> 18)
        var file = try await answer(to: http, StoredFile(), Format.parseUpload)
        guard !file.id.isEmpty else { throw invalid("the answer names no file") }
        file.name = file.name ?? content.name
        file.mediaType = file.mediaType ?? content.type
        file.size = file.size ?? content.size
        return file
    }

    /// What the provider knows of a stored file.
    public func storedFile(_ id: String) async throws(BackendError) -> StoredFile {
        let service = try service(.file)
        return try await answer(to: request(service, file: id), StoredFile(), Format.parseFile)
    }

    /// Removes a stored file.
    public func removeFile(_ id: String) async throws(BackendError) {
        let service = try service(.remove)
        let (response, _, _) = try await exchange(request(service, file: id), model: "")
        response.body.cancel()
    }

    /// Waits until a stored file can be used.
    /// - Parameters:
    ///   - limit: how long to wait.
    ///   - pause: how long to wait between two questions.
    public func waitUntilActive(
        _ file: StoredFile, for limit: Duration = .seconds(600), every pause: Duration = .seconds(1)
    ) async throws(BackendError) -> StoredFile {
        var file = file
        let end = ContinuousClock.now + limit
        while true {
            switch file.state {
            case .active, nil: return file
            case .failed:
                throw BackendError(
                    .provider, "fileFailed", "the provider cannot use the file '\(file.name ?? file.id)'",
                    provider: Self.provider.id)
            case .processing: break
            }
            guard ContinuousClock.now + pause < end else {
                throw BackendError(
                    .provider, .timeout, "the file '\(file.name ?? file.id)' is not ready after \(limit)",
                    provider: Self.provider.id, isRetryable: true)
            }
            do { try await Task.sleep(for: pause) } catch {
                throw BackendError(.transport, .cancelled, "the task was cancelled", provider: Self.provider.id)
            }
            let known = file
            file = try await storedFile(file.id)
            (file.name, file.mediaType) = (file.name ?? known.name, file.mediaType ?? known.mediaType)
        }
    }

    /// Stores a file, waits until it can be used, and removes it when the work with it is done, however that ends.
    ///
    /// ```swift
    /// let answer = try await claude.withUploaded(Media(path: "report.pdf")) { report in
    ///     try await claude.respond(to: ChatRequest(model: "…", messages: [.user(.text("Sum it up."), .attachment(report))]))
    /// }
    /// ```
    ///
    /// A task that is cancelled while the file is sent sends it to its end first: otherwise nobody would know what to
    /// remove. That the file could not be removed is no error of the work: it is said to the connection's log.
    /// - Parameters:
    ///   - purpose: what it is for, in the provider's word; its own default when `nil`.
    ///   - limit: how long to wait until the file can be used.
    ///   - pause: how long to wait between two questions.
    public func withUploaded<Value: Sendable>(
        _ media: Media, purpose: String? = nil, waiting limit: Duration = .seconds(600),
        every pause: Duration = .seconds(1), _ work: (Media) async throws -> Value
    ) async throws -> Value {
        // Tasks of their own are not cancelled with this one.
        let file = try await Task { try await upload(media, purpose: purpose) }.value
        let result: Result<Value, any Error>
        do {
            try Task.checkCancellation()
            result = .success(try await work(waitUntilActive(file, for: limit, every: pause).media))
        } catch {
            result = .failure(error)
        }
        await discard(file)
        return try result.get()
    }

    private func discard(_ file: StoredFile) async {
        await Task {
            for attempt in 1...3 {
                do throws(BackendError) {
                    return try await removeFile(file.id)
                } catch {
                    // Gone already is as good.
                    if error.code == .notFound || !error.isRetryable { return }
                    try? await Task.sleep(for: error.retryAfter ?? .seconds(attempt))
                }
            }
        }.value
    }

    private func request(_ service: Provider.Service, file: String) throws(BackendError) -> HTTPRequest {
        let builder = RequestBuilder<Format>(provider: Self.provider, connection: connection)
        var http = try builder.http(service.method, service.path, values: ["file": file])
        builder.join(service.headers, to: &http.headers)
        return http
    }
}

/// The bytes of a file that is to be stored.
private struct Content {
    enum Source {
        case data(Data)
        case path(String, size: Int)
    }

    let source: Source
    let size: Int
    let name: String
    let type: String

    init(_ media: Media, of provider: Provider) throws(BackendError) {
        func setup(_ message: String) -> BackendError {
            BackendError(.setup, .unsupportedMedia, message, provider: provider.id)
        }
        let head: Data
        switch media.source {
        case .data(let data)?:
            (size, head) = (data.count, data)
            source = .data(data)
        case .path(let path)?:
            guard let handle = FileHandle(forReadingAtPath: path), let end = try? handle.seekToEnd(),
                (try? handle.seek(toOffset: 0)) != nil
            else { throw setup("the file '\(path)' cannot be read") }
            defer { try? handle.close() }
            (size, head) = (Int(end), (try? handle.read(upToCount: 4096)) ?? Data())
            source = .path(path, size: size)
        case .url?, .id?, .parts?, nil: throw setup("only bytes and files on this machine can be stored")
        }
        let path = media.path ?? ""
        type = media.mediaType ?? MediaType.of(head, named: path) ?? "application/octet-stream"
        name = media.name ?? path.split(separator: "/").last.map(String.init) ?? "file"
        if let most = provider.media.first(where: { $0.kind == .upload })?.size, size > most {
            throw setup("'\(name)' has \(ByteSize.text(size)), but \(provider.title) stores \(ByteSize.text(most))")
        }
    }
}
