import Foundation
import MassGenCore
import Synchronization

/// Answers what a wire offers besides chat.
struct ServiceSimulator<Format: Wire>: Sendable {
    private let answers: AnswerMaker
    private let shelf: FileShelf

    init(_ answers: AnswerMaker, _ shelf: FileShelf) {
        self.answers = answers
        self.shelf = shelf
    }

    /// Answers a request for one of the wire's endpoints; `false` when it is for none.
    func answer(_ http: SocketServer.Request, _ connection: SocketServer.Connection) -> Bool {
        for service in Format.services where service.method == http.method && service.fits(http.path) {
            do throws(JSONError) {
                var out = Renderer(wire: Format.id)
                switch service.purpose {
                case .models: try models(http, into: &out)
                case .count: try count(http, into: &out)
                case .embed: try embed(http, into: &out)
                case .pull:
                    var step = PullStep()
                    step.state = PullState(reason: .done)
                    Format.renderPull(step, into: &out)
                    connection.send(status: 200, json: out.json.bytes + [0x0A])
                    return true
                case .upload:
                    let file = shelf.add(try upload(http, service))
                    Format.renderUpload(file, into: &out)
                case .file, .remove:
                    let id = http.path.split(separator: "/").last.map(String.init) ?? ""
                    guard let file = service.purpose == .file ? shelf.look(id) : shelf.remove(id) else {
                        connection.send(status: 404, json: Simulator.failure("there is no file \(id)", Format.self))
                        return true
                    }
                    Format.renderFile(file, into: &out)
                }
                connection.send(status: 200, json: out.json.bytes)
            } catch {
                let words = "the body is no request: \(error)"
                connection.send(status: 400, json: Simulator.failure(words, Format.self))
            }
            return true
        }
        return false
    }

    /// Two pages of models, for wires that know of pages.
    private func models(_ http: SocketServer.Request, into out: inout Renderer) throws(JSONError) {
        var query = ModelQuery()
        var json = JSONReader(Array(http.query.text.utf8))
        try Format.parseModelsRequest(&json, into: &query)
        var page = ModelPage()
        let names = query.after == nil ? ["simulated-large", "simulated-small"] : ["simulated-old"]
        page.models = names.map { ListedModel(id: $0, name: $0.capitalized, context: 131_072, output: 8192) }
        page.hasMore = query.after == nil
        page.next = query.after == nil ? names.last : nil
        Format.renderModels(page, into: &out)
    }

    /// What an answer to the same request would report.
    private func count(_ http: SocketServer.Request, into out: inout Renderer) throws(JSONError) {
        var question = CountRequest()
        var json = JSONReader(http.body)
        try Format.parseCountRequest(&json, into: &question)
        var body = JSONReader(Array(JSON.object(question.extra[Format.id] ?? [:]).text.utf8))
        let request = try Format.parseRequest(&body)
        var counts = UsageCounts()
        for case .usage(let usage) in answers.events(for: request) { counts.input = usage.input }
        Format.renderCount(counts, into: &out)
    }

    /// A file, as a form or a document describes it.
    private func upload(
        _ http: SocketServer.Request, _ service: Provider.Service
    ) throws(JSONError) -> StoredFile {
        var parts = http.parts
        guard let content = parts.popLast() else {
            throw JSONError(kind: .unexpectedByte, message: "the body has no parts", offset: 0)
        }
        var document = Array(JSON.object([:]).text.utf8)
        if service.file == .related, let first = parts.first {
            document = Array(first.content)
        } else {
            var fields = JSONObject()
            for part in parts {
                if let name = part.value("name") {
                    fields[name] = .string(String(decoding: part.content, as: UTF8.self))
                }
            }
            document = Array(JSON.object(fields).text.utf8)
        }
        var about = FileUpload()
        var json = JSONReader(document)
        try Format.parseUploadRequest(&json, into: &about)
        return StoredFile(
            name: about.name ?? content.value("filename"), mediaType: about.mediaType ?? content.type,
            size: content.content.count, created: 1_800_000_000)
    }

    /// Numbers that follow from the text.
    private func embed(_ http: SocketServer.Request, into out: inout Renderer) throws(JSONError) {
        var request = EmbeddingRequest(model: "", [])
        var json = JSONReader(http.body)
        try Format.parseEmbedRequest(&json, into: &request)
        var reply = EmbeddingReply()
        reply.model = request.model
        for (index, text) in request.texts.enumerated() {
            let values = (0..<max(1, request.dimensions ?? 8)).map { place in
                Float(answers.digest(of: "\(place)\(text)") % 2001) / 1000 - 1
            }
            reply.vectors.append(EmbeddingVector(index: index, values: values))
        }
        reply.input = request.texts.reduce(0) { $0 + $1.split(separator: " ").count }
        Format.renderEmbed(reply, into: &out)
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

/// One part of a body of several.
private struct BodyPart {
    let head: String
    let content: ArraySlice<UInt8>

    /// What stands in quotes after a name in the head.
    func value(_ name: String) -> String? {
        guard let start = head.range(of: " \(name)=\"")?.upperBound else { return nil }
        return String(head[start...].prefix { $0 != "\"" })
    }

    /// The media type.
    var type: String? {
        head.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-type:") }
            .map { String($0.dropFirst(13)).trimmingCharacters(in: .whitespaces) }
    }
}

extension Provider.Service {
    /// Whether an address ends as the path does; placeholders fit anything, and what stands before is the base.
    fileprivate func fits(_ address: String) -> Bool {
        func steps(_ text: String) -> [Substring] { text.prefix { $0 != "?" }.split(separator: "/") }
        let own = steps(path), asked = steps(address)
        guard asked.count >= own.count else { return false }
        return zip(own.reversed(), asked.reversed()).allSatisfy { step, word in
            guard let open = step.firstIndex(of: "{"), let close = step.firstIndex(of: "}") else { return step == word }
            return word.hasPrefix(step[..<open]) && word.hasSuffix(step[step.index(after: close)...])
        }
    }
}

extension SocketServer.Request {
    /// The parts of a body that begins with its boundary.
    fileprivate var parts: [BodyPart] {
        let lineEnd: [UInt8] = [13, 10]
        guard let end = body.firstRange(of: lineEnd), body.starts(with: [45, 45]) else { return [] }
        let boundary = Array(body[..<end.lowerBound])
        var parts: [BodyPart] = []
        var rest = body[end.upperBound...]
        while let next = rest.firstRange(of: lineEnd + boundary) {
            let part = rest[..<next.lowerBound]
            if let head = part.firstRange(of: lineEnd + lineEnd) {
                parts.append(
                    BodyPart(
                        head: String(decoding: part[..<head.lowerBound], as: UTF8.self),
                        content: part[head.upperBound...]))
            }
            rest = rest[next.upperBound...].dropFirst(2)
        }
        return parts
    }

    /// The items of the query.
    fileprivate var query: JSON {
        var object = JSONObject()
        for item in path.split(separator: "?").dropFirst().flatMap({ $0.split(separator: "&") }) {
            let halves = item.split(separator: "=", maxSplits: 1).map(String.init)
            if halves.count == 2 { object[halves[0]] = .string(halves[1]) }
        }
        return .object(object)
    }
}
