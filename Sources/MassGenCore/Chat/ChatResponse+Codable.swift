/// The JSON form of answers: what is empty is left out.
extension ChatResponse: Codable {
    private enum Key: String, CodingKey {
        case id, model, message, stopReason, vendorStopReason, usage, losses, extra
    }

    /// Reads an answer.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        self.init(
            id: try members.decodeIfPresent(String.self, forKey: .id),
            model: try members.decodeIfPresent(String.self, forKey: .model),
            message: try members.decode(Message.self, forKey: .message))
        stopReason = try members.decodeIfPresent(StopReason.self, forKey: .stopReason)
        vendorStopReason = try members.decodeIfPresent(String.self, forKey: .vendorStopReason)
        usage = try members.decodeIfPresent(Usage.self, forKey: .usage)
        losses = try members.decodeIfPresent([Loss].self, forKey: .losses) ?? []
        extra = try members.decodeIfPresent(Extra.self, forKey: .extra) ?? [:]
    }

    /// Writes the answer.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encodeIfPresent(id, forKey: .id)
        try members.encodeIfPresent(model, forKey: .model)
        try members.encode(message, forKey: .message)
        try members.encodeIfPresent(stopReason, forKey: .stopReason)
        try members.encodeIfPresent(vendorStopReason, forKey: .vendorStopReason)
        try members.encodeIfPresent(usage, forKey: .usage)
        try members.encode(losses, unlessEmptyForKey: .losses)
        try members.encode(extra, unlessEmptyForKey: .extra)
    }
}

/// The JSON form of heads: what is empty is left out.
extension ResponseHead: Codable {
    private enum Key: String, CodingKey {
        case id, model, requestID, limits, losses
    }

    /// Reads a head.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        self.init(
            id: try members.decodeIfPresent(String.self, forKey: .id),
            model: try members.decodeIfPresent(String.self, forKey: .model))
        requestID = try members.decodeIfPresent(String.self, forKey: .requestID)
        limits = try members.decodeIfPresent([RateLimit].self, forKey: .limits) ?? []
        losses = try members.decodeIfPresent([Loss].self, forKey: .losses) ?? []
    }

    /// Writes the head.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encodeIfPresent(id, forKey: .id)
        try members.encodeIfPresent(model, forKey: .model)
        try members.encodeIfPresent(requestID, forKey: .requestID)
        try members.encode(limits, unlessEmptyForKey: .limits)
        try members.encode(losses, unlessEmptyForKey: .losses)
    }
}

extension ServerToolCall: Codable {
    private enum Key: String, CodingKey {
        case id, name, arguments, server, signature, origin, extra
    }

    /// Reads a call.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        self.init(
            id: try members.decodeIfPresent(String.self, forKey: .id) ?? "",
            name: try members.decode(String.self, forKey: .name),
            arguments: try members.decodeIfPresent(JSON.self, forKey: .arguments) ?? [:],
            origin: try members.decodeIfPresent(String.self, forKey: .origin))
        server = try members.decodeIfPresent(String.self, forKey: .server)
        signature = try members.decodeIfPresent(String.self, forKey: .signature)
        extra = try members.decodeIfPresent(Extra.self, forKey: .extra) ?? [:]
    }

    /// Writes the call.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(id, forKey: .id)
        try members.encode(name, forKey: .name)
        try members.encode(arguments, forKey: .arguments)
        try members.encodeIfPresent(server, forKey: .server)
        try members.encodeIfPresent(signature, forKey: .signature)
        try members.encodeIfPresent(origin, forKey: .origin)
        try members.encode(extra, unlessEmptyForKey: .extra)
    }
}

extension ServerToolResult: Codable {
    private enum Key: String, CodingKey {
        case callID, name, content, isError, signature, origin, extra
    }

    /// Reads a result.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        self.init(
            callID: try members.decode(String.self, forKey: .callID),
            name: try members.decodeIfPresent(String.self, forKey: .name) ?? "",
            content: try members.decodeIfPresent(JSON.self, forKey: .content) ?? .null,
            isError: try members.decodeIfPresent(Bool.self, forKey: .isError) ?? false,
            origin: try members.decodeIfPresent(String.self, forKey: .origin))
        signature = try members.decodeIfPresent(String.self, forKey: .signature)
        extra = try members.decodeIfPresent(Extra.self, forKey: .extra) ?? [:]
    }

    /// Writes the result.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(callID, forKey: .callID)
        try members.encode(name, forKey: .name)
        try members.encode(content, forKey: .content)
        try members.encode(isError, forKey: .isError)
        try members.encodeIfPresent(signature, forKey: .signature)
        try members.encodeIfPresent(origin, forKey: .origin)
        try members.encode(extra, unlessEmptyForKey: .extra)
    }
}
