import MassGenCore

/// A schema without what it says elsewhere.
///
/// Nothing here ever fetches a schema. Vendors refuse one that refers to another document, and a server could learn from
/// who fetches it; so such references are taken out and said.
enum LocalSchema {
    /// The schema, and the paths of references that were taken out: there anything is valid.
    static func of(_ schema: JSON) -> (schema: JSON, removed: [String]) {
        var removed: [String] = []
        let local = walk(schema, "", &removed)
        return (local, removed)
    }

    /// Members whose values are schemas by names of their own.
    private static let named: Set = ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"]
    /// Members that hold data.
    private static let data: Set = ["enum", "const", "default", "examples", "example"]
    private static let references: Set = ["$ref", "$dynamicRef", "$recursiveRef"]

    private static func walk(_ schema: JSON, _ path: String, _ removed: inout [String]) -> JSON {
        switch schema {
        case .object(let members):
            var result = JSONObject()
            for (key, value) in members {
                let inner = path.isEmpty ? key : "\(path).\(key)"
                if references.contains(key) {
                    if value.string?.hasPrefix("#") ?? false { result[key] = value } else { removed.append(inner) }
                } else if data.contains(key) {
                    result[key] = value
                } else if named.contains(key), let schemas = value.object {
                    result[key] = .object(
                        JSONObject(schemas.map { ($0.key, walk($0.value, "\(inner).\($0.key)", &removed)) }))
                } else {
                    result[key] = walk(value, inner, &removed)
                }
            }
            return .object(result)
        case .array(let elements):
            return .array(elements.enumerated().map { walk($0.element, "\(path)[\($0.offset)]", &removed) })
        default: return schema
        }
    }
}
