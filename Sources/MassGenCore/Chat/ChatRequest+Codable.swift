/// The JSON form of requests: every member but `model` and `messages` may be missing.
extension ChatRequest: Codable {
    /// The members that the JSON form may have.
    public static var members: [String] { Key.allCases.map(\.rawValue) }

    private enum Key: String, CodingKey, CaseIterable {
        case model, messages, tools, toolChoice, parallelToolCalls, serverTools, temperature, topP, topK, seed, stop
        case maxOutputTokens, presencePenalty, frequencyPenalty, logitBias, logprobs, topLogprobs, choices, reasoning
        case responseFormat, cache, cacheKey, user, metadata, store, serviceTier, options, extra
    }

    /// Reads a request.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        func value<Value: Decodable>(_ key: Key) throws -> Value? {
            try members.decodeIfPresent(Value.self, forKey: key)
        }
        self.init(model: try value(.model) ?? "", messages: try members.decode([Message].self, forKey: .messages))
        tools = try value(.tools) ?? []
        toolChoice = try value(.toolChoice)
        parallelToolCalls = try value(.parallelToolCalls)
        serverTools = try value(.serverTools) ?? []
        temperature = try value(.temperature)
        topP = try value(.topP)
        topK = try value(.topK)
        seed = try value(.seed)
        stop = try value(.stop) ?? []
        maxOutputTokens = try value(.maxOutputTokens)
        presencePenalty = try value(.presencePenalty)
        frequencyPenalty = try value(.frequencyPenalty)
        logitBias = try value(.logitBias)
        logprobs = try value(.logprobs)
        topLogprobs = try value(.topLogprobs)
        choices = try value(.choices)
        reasoning = try value(.reasoning)
        responseFormat = try value(.responseFormat)
        cache = try value(.cache) ?? []
        cacheKey = try value(.cacheKey)
        user = try value(.user)
        metadata = try value(.metadata)
        store = try value(.store)
        serviceTier = try value(.serviceTier)
        options = try value(.options) ?? [:]
        extra = try value(.extra) ?? [:]
    }

    /// Writes the request.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(model, forKey: .model)
        try members.encode(messages, forKey: .messages)
        try members.encode(tools, unlessEmptyForKey: .tools)
        try members.encodeIfPresent(toolChoice, forKey: .toolChoice)
        try members.encodeIfPresent(parallelToolCalls, forKey: .parallelToolCalls)
        try members.encode(serverTools, unlessEmptyForKey: .serverTools)
        try members.encodeIfPresent(temperature, forKey: .temperature)
        try members.encodeIfPresent(topP, forKey: .topP)
        try members.encodeIfPresent(topK, forKey: .topK)
        try members.encodeIfPresent(seed, forKey: .seed)
        try members.encode(stop, unlessEmptyForKey: .stop)
        try members.encodeIfPresent(maxOutputTokens, forKey: .maxOutputTokens)
        try members.encodeIfPresent(presencePenalty, forKey: .presencePenalty)
        try members.encodeIfPresent(frequencyPenalty, forKey: .frequencyPenalty)
        try members.encodeIfPresent(logitBias, forKey: .logitBias)
        try members.encodeIfPresent(logprobs, forKey: .logprobs)
        try members.encodeIfPresent(topLogprobs, forKey: .topLogprobs)
        try members.encodeIfPresent(choices, forKey: .choices)
        try members.encodeIfPresent(reasoning, forKey: .reasoning)
        try members.encodeIfPresent(responseFormat, forKey: .responseFormat)
        try members.encode(cache, unlessEmptyForKey: .cache)
        try members.encodeIfPresent(cacheKey, forKey: .cacheKey)
        try members.encodeIfPresent(user, forKey: .user)
        try members.encodeIfPresent(metadata, forKey: .metadata)
        try members.encodeIfPresent(store, forKey: .store)
        try members.encodeIfPresent(serviceTier, forKey: .serviceTier)
        try members.encode(options, unlessEmptyForKey: .options)
        try members.encode(extra, unlessEmptyForKey: .extra)
    }
}

/// The JSON form of tools calls the schema `parameters`, as every vendor's documentation does.
extension ToolDefinition: Codable {
    private enum Key: String, CodingKey {
        case name, description, parameters, strict, textInput, cache, extra
    }

    /// Reads a tool.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        self.init(
            name: try members.decode(String.self, forKey: .name),
            description: try members.decodeIfPresent(String.self, forKey: .description),
            schema: try members.decodeIfPresent(JSON.self, forKey: .parameters) ?? [
                "type": "object", "properties": [:],
            ],
            strict: try members.decodeIfPresent(Bool.self, forKey: .strict))
        textInput = try members.decodeIfPresent(TextInput.self, forKey: .textInput)
        cache = try members.decodeIfPresent(CachePoint.self, forKey: .cache)
        extra = try members.decodeIfPresent(Extra.self, forKey: .extra) ?? [:]
    }

    /// Writes the tool.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(name, forKey: .name)
        try members.encodeIfPresent(description, forKey: .description)
        try members.encode(schema, forKey: .parameters)
        try members.encodeIfPresent(strict, forKey: .strict)
        try members.encodeIfPresent(textInput, forKey: .textInput)
        try members.encodeIfPresent(cache, forKey: .cache)
        try members.encode(extra, unlessEmptyForKey: .extra)
    }
}

/// The JSON form: `"auto"`, `"none"`, `"required"`, `{"tool": name}` or `{"tools": [name], "required": true}`.
extension ToolChoice: Codable {
    private enum Key: String, CodingKey {
        case tool, tools, required
    }

    /// Reads a choice.
    public init(from decoder: any Decoder) throws {
        if let word = try? decoder.singleValueContainer().decode(String.self) {
            switch word {
            case "auto": self = .auto
            case "none": self = .none
            case "required": self = .required
            default:
                throw DecodingError.dataCorrupted(
                    DecodingError.Context(
                        codingPath: decoder.codingPath,
                        debugDescription: "'\(word)' is no tool choice; write auto, none, required or {\"tool\": name}")
                )
            }
            return
        }
        let members = try decoder.container(keyedBy: Key.self)
        if let names = try members.decodeIfPresent([String].self, forKey: .tools) {
            let isRequired = try members.decodeIfPresent(Bool.self, forKey: .required) ?? false
            self = .tools(ToolSubset(names: names, isRequired: isRequired))
        } else {
            self = .tool(NamedTool(name: try members.decode(String.self, forKey: .tool)))
        }
    }

    /// Writes the choice.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .auto: try encode("auto", to: encoder)
        case .none: try encode("none", to: encoder)
        case .required: try encode("required", to: encoder)
        case .tool(let tool):
            var members = encoder.container(keyedBy: Key.self)
            try members.encode(tool.name, forKey: .tool)
        case .tools(let subset):
            var members = encoder.container(keyedBy: Key.self)
            try members.encode(subset.names, forKey: .tools)
            if subset.isRequired { try members.encode(true, forKey: .required) }
        }
    }

    private func encode(_ word: String, to encoder: any Encoder) throws {
        var value = encoder.singleValueContainer()
        try value.encode(word)
    }
}

/// The JSON form: `{"type": "text"}`, `{"type": "json"}` or `{"type": "jsonSchema", "schema": …}`.
extension ResponseFormat: Codable {
    private enum Key: String, CodingKey {
        case type
    }

    private enum Kind: String, Codable {
        case text, json, jsonSchema
    }

    /// Reads a format.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        switch try members.decode(Kind.self, forKey: .type) {
        case .text: self = .text
        case .json: self = .json
        case .jsonSchema: self = .jsonSchema(try JSONSchemaFormat(from: decoder))
        }
    }

    /// Writes the format.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        switch self {
        case .text: try members.encode(Kind.text, forKey: .type)
        case .json: try members.encode(Kind.json, forKey: .type)
        case .jsonSchema(let format):
            try members.encode(Kind.jsonSchema, forKey: .type)
            try format.encode(to: encoder)
        }
    }
}

extension JSONSchemaFormat: Codable {
    private enum Key: String, CodingKey {
        case name, description, schema, strict
    }

    /// Reads a schema.
    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        self.init(
            name: try members.decodeIfPresent(String.self, forKey: .name) ?? "answer",
            description: try members.decodeIfPresent(String.self, forKey: .description),
            schema: try members.decode(JSON.self, forKey: .schema),
            strict: try members.decodeIfPresent(Bool.self, forKey: .strict))
    }

    /// Writes the schema.
    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(name, forKey: .name)
        try members.encodeIfPresent(description, forKey: .description)
        try members.encode(schema, forKey: .schema)
        try members.encodeIfPresent(strict, forKey: .strict)
    }
}
