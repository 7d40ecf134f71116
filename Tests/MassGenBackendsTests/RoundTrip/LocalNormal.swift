import Foundation
import MassGenBackends

/// What is left of a conversation on a wire whose content is one text with pictures beside it, and whose calls may have
/// no ids.
extension Normal {
    func local(_ request: ChatRequest, _ plain: ChatRequest) -> ChatRequest {
        var normal = plain
        if case .jsonSchema(let format)? = normal.responseFormat {
            normal.responseFormat = .jsonSchema(JSONSchemaFormat(schema: format.schema))
        }
        // Text is what is given where nothing is said.
        if normal.responseFormat == .text { normal.responseFormat = nil }
        // How calls and results without ids find one another is told by tests of its own.
        let messages = request.namedMessages.enumerated().flatMap { local($1, "messages[\($0)]") }
        normal.namedMessages = messages.reduce(into: []) { messages, message in
            if message.role == .tool, messages.last?.role == .tool {
                messages[messages.count - 1].parts += message.parts
            } else {
                messages.append(message)
            }
        }
        return normal
    }

    private func local(_ message: Message, _ path: String) -> [Message] {
        guard message.role != .tool else { return results(of: message, path) }
        var normal = Message(role: message.role)
        normal.extra = own(message.extra, path)
        var content: [Part.Kind: [Part]] = [:]
        for (place, part) in message.parts.enumerated() where !isDropped("\(path).parts[\(place)]") {
            let place = part.kind == .toolCall ? "toolCalls[\(content[.toolCall]?.count ?? 0)]" : "parts[\(place)]"
            guard let part = local(part, "\(path).\(place)") else { continue }
            content[part.kind, default: []].append(part)
        }
        let thoughts = (content[.reasoning] ?? []).compactMap { part in
            if case .reasoning(let thought) = part { thought.text } else { nil }
        }
        if !thoughts.isEmpty {
            normal.parts.append(.reasoning(ReasoningPart(text: thoughts.joined(), origin: dialect.wire)))
        }
        let text = (content[.text] ?? []).compactMap { if case .text(let text) = $0 { text.text } else { nil } }
            .joined()
        // No text and an empty one are the same; the system always says something.
        if !text.isEmpty || message.role == .system { normal.parts.append(.text(text)) }
        normal.parts += (content[.image] ?? []) + (content[.toolCall] ?? [])
        return [normal]
    }

    private func local(_ part: Part, _ path: String) -> Part? {
        switch part {
        case .image(let media):
            guard let base64 = media.base64 else { return nil }
            var message = Message(role: .user)
            message.imageData = [base64]
            return message.parts.first
        case .toolCall(var call):
            call.extra = own(call.extra, path)
            if isLost("\(path).arguments") {
                call.argumentsText = JSON.object(["INVALID_JSON": .string(call.argumentsText)]).text
            }
            call.arguments = call.arguments
            (call.signature, call.origin, call.cache) = (nil, nil, nil)
            call.vendorID = call.vendorID
            return .toolCall(call)
        case .text, .reasoning: return part
        default: return nil
        }
    }

    private func results(of message: Message, _ path: String) -> [Message] {
        var results: [Part] = []
        var count = 0
        for case .toolResult(var result) in message.parts {
            let path = "\(path).toolResults[\(count)]"
            count += 1
            result.vendorID = result.vendorID
            result.isError = false
            result.cache = nil
            result.extra = own(result.extra, path)
            let texts = result.parts.enumerated().filter { !isDropped("\(path).parts[\($0.offset)]") }.map(\.element)
            let text = texts.compactMap { if case .text(let part) = $0 { part.text } else { nil } }.joined()
            result.parts = text.isEmpty ? [] : [.text(text)]
            results.append(.toolResult(result))
        }
        return results.map { Message(role: .tool, parts: [$0]) }
    }

    /// An answer has neither an id nor other counts than two, and its calls have arguments that are JSON.
    func local(_ response: ChatResponse) -> ChatResponse {
        var local = response
        local.id = nil
        local.usage = response.usage.map { Usage(input: $0.input, output: $0.output) }
        local.message.parts = response.message.parts.enumerated().map { place, part in
            if case .text(let text) = part { return .text(text.text) }
            guard case .toolCall(var call) = part else { return part }
            let object = call.arguments?.isNull == true ? [:] : call.argumentsObject
            call.arguments = object ?? ["INVALID_JSON": .string(call.argumentsText)]
            return .toolCall(call)
        }
        return local
    }
}
