/// The JSON form of events: one object with a `type`, for logs, pipes and other processes.
extension ChatEvent: Codable {
    private enum Key: String, CodingKey {
        case type, index, block, id, name, isText, text, signature, citation, extra, usage, part
    }

    private enum Kind: String, Codable {
        case started, blockStarted, textDelta, reasoningDelta, refusalDelta, argumentsDelta, signature, citation
        case whole, extra, blockEnded, usage, finished
    }

    private enum BlockKind: String, Codable {
        case text, reasoning, refusal, toolCall, part
    }

    /// Reads an event.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        func value<Value: Decodable>(_ key: Key) throws -> Value { try members.decode(Value.self, forKey: key) }
        switch try value(.type) as Kind {
        case .started: self = .started(try ResponseHead(from: decoder))
        case .blockStarted:
            let block: Block =
                switch try value(.block) as BlockKind {
                case .text: .text
                case .reasoning: .reasoning
                case .refusal: .refusal
                case .toolCall:
                    .toolCall(
                        id: try value(.id), name: try value(.name),
                        isText: try members.decodeIfPresent(Bool.self, forKey: .isText) ?? false)
                case .part: .part(try value(.part))
                }
            self = .blockStarted(index: try value(.index), block)
        case .textDelta: self = .textDelta(index: try value(.index), try value(.text))
        case .reasoningDelta: self = .reasoningDelta(index: try value(.index), try value(.text))
        case .refusalDelta: self = .refusalDelta(index: try value(.index), try value(.text))
        case .argumentsDelta: self = .argumentsDelta(index: try value(.index), try value(.text))
        case .signature: self = .signature(index: try value(.index), try value(.signature))
        case .citation: self = .citation(index: try value(.index), try value(.citation))
        case .extra: self = .extra(index: try members.decodeIfPresent(Int.self, forKey: .index), try value(.extra))
        case .whole: self = .whole(index: try value(.index), try value(.part))
        case .blockEnded: self = .blockEnded(index: try value(.index))
        case .usage: self = .usage(try value(.usage))
        case .finished: self = .finished(try Finish(from: decoder))
        }
    }

    /// Writes the event.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        func write(_ kind: Kind, _ index: Int? = nil, _ text: String? = nil) throws {
            try members.encode(kind, forKey: .type)
            try members.encodeIfPresent(index, forKey: .index)
            try members.encodeIfPresent(text, forKey: .text)
        }
        switch self {
        case .started(let head):
            try write(.started)
            try head.encode(to: encoder)
        case .blockStarted(let index, let block):
            try write(.blockStarted, index)
            switch block {
            case .text: try members.encode(BlockKind.text, forKey: .block)
            case .reasoning: try members.encode(BlockKind.reasoning, forKey: .block)
            case .refusal: try members.encode(BlockKind.refusal, forKey: .block)
            case .toolCall(let id, let name, let isText):
                try members.encode(BlockKind.toolCall, forKey: .block)
                try members.encode(id, forKey: .id)
                try members.encode(name, forKey: .name)
                if isText { try members.encode(true, forKey: .isText) }
            case .part(let part):
                try members.encode(BlockKind.part, forKey: .block)
                try members.encode(part, forKey: .part)
            }
        case .textDelta(let index, let text): try write(.textDelta, index, text)
        case .reasoningDelta(let index, let text): try write(.reasoningDelta, index, text)
        case .refusalDelta(let index, let text): try write(.refusalDelta, index, text)
        case .argumentsDelta(let index, let text): try write(.argumentsDelta, index, text)
        case .signature(let index, let signature):
            try write(.signature, index)
            try members.encode(signature, forKey: .signature)
        case .citation(let index, let citation):
            try write(.citation, index)
            try members.encode(citation, forKey: .citation)
        case .extra(let index, let extra):
            try write(.extra, index)
            try members.encode(extra, forKey: .extra)
        case .whole(let index, let part):
            try write(.whole, index)
            try members.encode(part, forKey: .part)
        case .blockEnded(let index): try write(.blockEnded, index)
        case .usage(let usage):
            try write(.usage)
            try members.encode(usage, forKey: .usage)
        case .finished(let finish):
            try write(.finished)
            try finish.encode(to: encoder)
        }
    }
}
