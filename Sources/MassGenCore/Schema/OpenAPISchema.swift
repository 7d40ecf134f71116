/// Schemas in the words of OpenAPI 3.0, as some wires take them besides JSON Schema.
extension ToolDefinition {
    /// The schema; setting takes one in the words of OpenAPI.
    public var openAPISchema: JSON {
        get { schema }
        set { schema = newValue.jsonSchema }
    }
}

extension ChatRequest {
    /// The schema of the answer; setting takes one in the words of OpenAPI.
    public var openAPIResponseSchema: JSON? {
        get { responseSchema }
        set { responseSchema = newValue?.jsonSchema }
    }
}

extension JSON {
    /// A schema of OpenAPI as JSON Schema has it: types in small letters, null among them, limits as numbers.
    fileprivate var jsonSchema: JSON {
        guard case .object(let object) = self else { return self }
        var schema = JSONObject()
        for (key, value) in object {
            switch (key, value) {
            case ("nullable", _), ("propertyOrdering", _): break
            case ("type", .string(let type)): schema[key] = .string(type.lowercased())
            case ("example", _): schema["examples"] = [value]
            case ("properties", .object(let members)):
                schema[key] = .object(JSONObject(members.map { ($0.key, $0.value.jsonSchema) }))
            case ("anyOf", .array(let schemas)): schema[key] = .array(schemas.map(\.jsonSchema))
            case ("items", _): schema[key] = value.jsonSchema
            case (_, .string(let digits)) where Self.limits.contains(key):
                schema[key] = Int(digits).map { .number(JSONNumber($0)) } ?? value
            default: schema[key] = value
            }
        }
        guard object["nullable"] == true else { return .object(schema) }
        if let type = schema["type"] {
            schema["type"] = [type, "null"]
            if case .array(let values)? = schema["enum"] { schema["enum"] = .array(values + [.null]) }
        } else if case .array(let schemas)? = schema["anyOf"] {
            schema["anyOf"] = .array(schemas + [["type": "null"]])
        }
        return .object(schema)
    }

    /// Whole numbers, which Google writes as texts.
    private static let limits: Set<String> = [
        "minItems", "maxItems", "minLength", "maxLength", "minProperties", "maxProperties",
    ]
}
