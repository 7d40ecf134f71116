import Foundation
import MassGenCore

/// One request for what a wire offers besides chat, and its answer.
struct ServiceExchange<Format: Wire>: Sendable {
    let service: Provider.Service
    /// What the path says.
    let values: [String: String]
    let offer: Offer
    let log: (@Sendable (String) -> Void)?

    func answer(_ http: SocketServer.Request, _ connection: SocketServer.Connection) {
        do {
            var out = Renderer(wire: Format.id)
            try answer(http, into: &out)
            for loss in out.losses { log?("\(loss)") }
            connection.send(status: 200, json: out.json.bytes + (service.purpose == .pull ? [0x0A] : []))
        } catch let error as BackendError {
            log?("\(error)")
            connection.fail(error, Format.self)
        } catch {
            connection.fail(400, "the body is no request: \(error)", .invalidRequest, Format.self)
        }
    }

    private func answer(_ http: SocketServer.Request, into out: inout Renderer) throws {
        let services = offer.services
        let file = values["file"] ?? ""
        switch service.purpose {
        case .models:
            let query = try read(http.query.text.utf8, ModelQuery(), Format.parseModelsRequest)
            Format.renderModels(try waiting { () throws(BackendError) in try await services.models(query) }, into: &out)
        case .count:
            let request = try countedRequest(http)
            Format.renderCount(try waiting { () throws(BackendError) in try await services.count(request) }, into: &out)
        case .embed:
            let request = try read(
                http.body, EmbeddingRequest(model: values["model"] ?? "", []), Format.parseEmbedRequest)
            Format.renderEmbed(try waiting { () throws(BackendError) in try await services.embed(request) }, into: &out)
        case .pull:
            let request = try read(http.body, PullRequest(model: ""), Format.parsePullRequest)
            Format.renderPull(
                try waiting { () throws(BackendError) in try await services.pull(request.model) }, into: &out)
        case .upload:
            let (media, purpose) = try upload(http)
            Format.renderUpload(
                try waiting { () throws(BackendError) in try await services.store(media, purpose) }, into: &out)
        case .file:
            Format.renderFile(try waiting { () throws(BackendError) in try await services.file(file) }, into: &out)
        case .remove:
            try waiting { () throws(BackendError) in try await services.remove(file) }
            Format.renderFile(StoredFile(id: file), into: &out)
        }
    }

    private func read<Value>(
        _ bytes: some Sequence<UInt8>, _ empty: Value,
        _ parse: (inout JSONReader, inout Value) throws(JSONError) -> Void
    ) throws(JSONError) -> Value {
        var json = JSONReader(Array(bytes))
        var value = empty
        try parse(&json, &value)
        try json.end()
        return value
    }

    /// The chat request whose tokens are to be counted.
    private func countedRequest(_ http: SocketServer.Request) throws(JSONError) -> ChatRequest {
        let question = try read(http.body, CountRequest(), Format.parseCountRequest)
        // Where the chat request is a part of the question, some clients send it by itself.
        var body = JSONReader(question.extra[Format.id].map { Array(JSON.object($0).text.utf8) } ?? http.body)
        var request = try Format.parseRequest(&body)
        if request.model.isEmpty { request.model = question.model }
        if request.model.isEmpty { request.model = values["model"] ?? "" }
        return request
    }

    /// A file, as a form or a document describes it.
    private func upload(_ http: SocketServer.Request) throws(JSONError) -> (Media, String?) {
        var parts = http.parts
        guard
            let place = parts.lastIndex(where: { $0.value("filename") != nil })
                ?? (service.file == .related ? parts.indices.last : nil)
        else {
            throw JSONError(kind: .unexpectedByte, message: "it is no form with a file", offset: 0)
        }
        let content = parts.remove(at: place)
        var document = JSON.object([:]).text.utf8.map { $0 }
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
        let about = try read(document, FileUpload(), Format.parseUploadRequest)
        let media = Media(
            data: Data(content.content), mediaType: about.mediaType ?? content.type,
            name: about.name ?? content.value("filename"))
        return (media, about.purpose)
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
