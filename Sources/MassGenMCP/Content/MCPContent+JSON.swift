import Foundation
import MassGenCore

/// Content as the protocol writes it.
extension MCPContent {
    /// Reads a piece; what is not known, or not as it should be, is kept as it came.
    init(_ json: JSON) {
        let annotations = json["annotations"].flatMap { try? $0.decode(MCPAnnotations.self) }
        let data = json["data"]?.string.flatMap { Data(base64Encoded: $0) }
        switch (json["type"]?.string, json["text"]?.string, data, json["mimeType"]?.string) {
        case ("text", let text?, _, _): self = .text(text, annotations)
        case ("image", _, let data?, let type?): self = .image(data, mediaType: type, annotations)
        case ("audio", _, let data?, let type?): self = .audio(data, mediaType: type, annotations)
        case ("resource_link", _, _, _):
            if let resource = try? json.decode(MCPResource.self) { self = .link(resource) } else { self = .other(json) }
        case ("resource", _, _, _):
            if let contents = json["resource"].flatMap(MCPResourceContents.init) {
                self = .resource(contents, annotations)
            } else {
                self = .other(json)
            }
        default: self = .other(json)
        }
    }

    /// The piece as JSON.
    var json: JSON {
        var members: JSONObject
        let annotations: MCPAnnotations?
        switch self {
        case .text(let text, let notes): (members, annotations) = (["type": "text", "text": .string(text)], notes)
        case .image(let data, let type, let notes): (members, annotations) = (Self.media("image", data, type), notes)
        case .audio(let data, let type, let notes): (members, annotations) = (Self.media("audio", data, type), notes)
        case .link(let resource):
            members = ["type": "resource_link"]
            for (key, value) in (try? JSON(encoding: resource))?.object ?? [:] { members[key] = value }
            annotations = nil
        case .resource(let contents, let notes):
            (members, annotations) = (["type": "resource", "resource": contents.json], notes)
        case .other(let json): return json
        }
        if let annotations { members["annotations"] = try? JSON(encoding: annotations) }
        return .object(members)
    }

    private static func media(_ kind: String, _ data: Data, _ type: String) -> JSONObject {
        ["type": .string(kind), "data": .string(data.base64EncodedString()), "mimeType": .string(type)]
    }
}

extension MCPResourceContents {
    init?(_ json: JSON) {
        guard let uri = json["uri"]?.string else { return nil }
        let body: Body
        if let text = json["text"]?.string {
            body = .text(text)
        } else if let data = json["blob"]?.string.flatMap({ Data(base64Encoded: $0) }) {
            body = .data(data)
        } else {
            return nil
        }
        self.init(uri: uri, mediaType: json["mimeType"]?.string, body: body)
    }

    var json: JSON {
        var members: JSONObject = ["uri": .string(uri)]
        if let mediaType { members["mimeType"] = .string(mediaType) }
        switch body {
        case .text(let text): members["text"] = .string(text)
        case .data(let data): members["blob"] = .string(data.base64EncodedString())
        }
        return .object(members)
    }
}

extension MCPToolResult {
    /// Reads what a tool gave; `nil` when it is no result at all.
    init?(_ json: JSON) {
        guard let content = json["content"]?.array ?? (json["structuredContent"] == nil ? nil : []) else { return nil }
        self.init(
            content: content.map(MCPContent.init), structured: json["structuredContent"],
            isError: json["isError"]?.bool ?? false, meta: json["_meta"])
    }

    /// The result as the protocol writes it.
    var json: JSON {
        var members: JSONObject = ["content": .array(content.map(\.json))]
        if let structured { members["structuredContent"] = structured }
        if isError { members["isError"] = true }
        if let meta { members["_meta"] = meta }
        return .object(members)
    }
}
