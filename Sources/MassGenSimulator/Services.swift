import Foundation
import MassGenCore
import Synchronization

/// What can be had besides chat, whatever the wire.
protocol Services: Sendable {
    func models(_ query: ModelQuery) async throws(BackendError) -> ModelPage
    func count(_ request: ChatRequest) async throws(BackendError) -> UsageCounts
    func embed(_ request: EmbeddingRequest) async throws(BackendError) -> EmbeddingReply
    func store(_ media: Media, _ purpose: String?) async throws(BackendError) -> StoredFile
    func file(_ id: String) async throws(BackendError) -> StoredFile
    func remove(_ id: String) async throws(BackendError)
    /// The last step of a download.
    func pull(_ model: String) async throws(BackendError) -> PullStep
}

/// A backend's own.
struct BackendServices<Provider: HTTPBackend>: Services {
    let backend: Provider

    func models(_ query: ModelQuery) async throws(BackendError) -> ModelPage {
        var page = ModelPage()
        // What some vendors never leave out, and others never say.
        page.models = try await backend.models().map { model in
            var model = model
            (model.name, model.owner) = (model.name ?? model.id, model.owner ?? backend.provider.id)
            model.created = model.created ?? 0
            return model
        }
        page.hasMore = false
        return page
    }

    func count(_ request: ChatRequest) async throws(BackendError) -> UsageCounts {
        var counts = UsageCounts()
        counts.input = try await backend.countTokens(request).input
        return counts
    }

    func embed(_ request: EmbeddingRequest) async throws(BackendError) -> EmbeddingReply {
        var question = request
        // How numbers come is between each two.
        question.encoding = nil
        let answer = try await backend.embed(question)
        var reply = EmbeddingReply()
        reply.model = answer.model ?? request.model
        reply.vectors = answer.vectors.enumerated().map { EmbeddingVector(index: $0.offset, values: $0.element) }
        reply.count(answer.usage?.input)
        return reply
    }

    func store(_ media: Media, _ purpose: String?) async throws(BackendError) -> StoredFile {
        var file = try await backend.upload(media, purpose: purpose)
        file.created = file.created ?? Int(Date().timeIntervalSince1970)
        return file
    }

    func file(_ id: String) async throws(BackendError) -> StoredFile { try await backend.storedFile(id) }
    func remove(_ id: String) async throws(BackendError) { try await backend.removeFile(id) }

    func pull(_ model: String) async throws(BackendError) -> PullStep {
        var last = PullStep()
        var steps = backend.pull(model).makeAsyncIterator()
        while let step = try await steps.next(isolation: nil) { last = step }
        return last
    }
}

extension EmbeddingReply {
    /// Nothing is counted but the texts.
    fileprivate mutating func count(_ tokens: Int?) {
        var counts = UsageCounts()
        (counts.input, counts.total) = (tokens, tokens)
        usage = counts
    }
}

/// What has chat alone.
struct NoServices: Services {
    let title: String

    private var none: BackendError { BackendError(.setup, .noEndpoint, "\(title) has nothing but chat") }

    func models(_ query: ModelQuery) async throws(BackendError) -> ModelPage { throw none }
    func count(_ request: ChatRequest) async throws(BackendError) -> UsageCounts { throw none }
    func embed(_ request: EmbeddingRequest) async throws(BackendError) -> EmbeddingReply { throw none }
    func store(_ media: Media, _ purpose: String?) async throws(BackendError) -> StoredFile { throw none }
    func file(_ id: String) async throws(BackendError) -> StoredFile { throw none }
    func remove(_ id: String) async throws(BackendError) { throw none }
    func pull(_ model: String) async throws(BackendError) -> PullStep { throw none }
}

extension Backend {
    /// What can be had of it besides chat.
    var services: any Services {
        func services(_ backend: some HTTPBackend) -> any Services { BackendServices(backend: backend) }
        return (self as? any HTTPBackend).map { services($0) } ?? NoServices(title: provider.title)
    }
}

/// Made up.
struct SimulatedServices: Services {
    private let answers = AnswerMaker()
    let shelf = FileShelf()

    /// Two pages of models, for wires that know of pages.
    func models(_ query: ModelQuery) async throws(BackendError) -> ModelPage {
        var page = ModelPage()
        let names = query.after == nil ? ["simulated-large", "simulated-small"] : ["simulated-old"]
        page.models = names.map { name in
            var model = ListedModel(id: name, name: name.capitalized, context: 131_072, output: 8192)
            (model.owner, model.created) = ("massgen", 1_800_000_000)
            return model
        }
        page.hasMore = query.after == nil
        page.next = query.after == nil ? names.last : nil
        return page
    }

    /// What an answer to the same request would report.
    func count(_ request: ChatRequest) async throws(BackendError) -> UsageCounts {
        var counts = UsageCounts()
        for case .usage(let usage) in answers.events(for: request) { counts.input = usage.input }
        return counts
    }

    /// Numbers that follow from the text.
    func embed(_ request: EmbeddingRequest) async throws(BackendError) -> EmbeddingReply {
        var reply = EmbeddingReply()
        reply.model = request.model
        for (index, text) in request.texts.enumerated() {
            let values = (0..<max(1, request.dimensions ?? 8)).map { place in
                Float(answers.digest(of: "\(place)\(text)") % 2001) / 1000 - 1
            }
            reply.vectors.append(EmbeddingVector(index: index, values: values))
        }
        reply.count(request.texts.reduce(0) { $0 + $1.split(separator: " ").count })
        return reply
    }

    func store(_ media: Media, _ purpose: String?) async throws(BackendError) -> StoredFile {
        var size: Int?
        if case .data(let data)? = media.source { size = data.count }
        return shelf.add(
            StoredFile(name: media.name, mediaType: media.mediaType, size: size, created: 1_800_000_000))
    }

    func file(_ id: String) async throws(BackendError) -> StoredFile {
        guard let file = shelf.look(id) else { throw missing(id) }
        return file
    }

    func remove(_ id: String) async throws(BackendError) {
        if shelf.remove(id) == nil { throw missing(id) }
    }

    func pull(_ model: String) async throws(BackendError) -> PullStep {
        var step = PullStep()
        step.state = PullState(reason: .done)
        return step
    }

    private func missing(_ id: String) -> BackendError {
        var error = BackendError(.provider, .notFound, "there is no file \(id)")
        error.status = 404
        return error
    }
}

/// The files that were stored.
final class FileShelf: Sendable {
    private let files = Mutex<(next: Int, files: [StoredFile])>((1, []))

    /// All of them.
    var all: [StoredFile] { files.withLock { $0.files } }

    /// Stores a file that is not ready yet.
    func add(_ file: StoredFile) -> StoredFile {
        files.withLock { shelf in
            var file = file
            file.id = "file-\(shelf.next)"
            file.url = "https://simulator.invalid/files/\(file.id)"
            file.state = .processing
            shelf.next += 1
            shelf.files.append(file)
            return file
        }
    }

    /// A file, ready from now on.
    func look(_ id: String) -> StoredFile? {
        files.withLock { shelf in
            guard let place = shelf.files.firstIndex(where: { $0.id == id }) else { return nil }
            shelf.files[place].state = .active
            return shelf.files[place]
        }
    }

    /// Takes a file away.
    func remove(_ id: String) -> StoredFile? {
        files.withLock { shelf in shelf.files.firstIndex { $0.id == id }.map { shelf.files.remove(at: $0) } }
    }
}
