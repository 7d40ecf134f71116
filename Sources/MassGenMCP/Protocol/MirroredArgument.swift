import Foundation
import MassGenCore

/// An argument that a call repeats in a header, because the tool's schema says so by `x-mcp-header` (2026-07-28).
struct MirroredArgument: Sendable, Hashable {
    /// Where the argument is: names of members, from the outermost.
    var path: [String]
    /// What the header's name ends with.
    var token: String

    /// The headers of a call.
    static func headers(_ mirrored: [MirroredArgument], of arguments: JSON) -> HTTPHeaders {
        var headers = HTTPHeaders()
        for argument in mirrored {
            var value: JSON? = arguments
            for step in argument.path { value = value?[step] }
            let text: String? =
                switch value {
                case .string(let text)?: text
                case .bool(let value)?: value ? "true" : "false"
                case .number(let number)?: number.literal
                default: nil
                }
            if let text { headers.set("Mcp-Param-\(argument.token)", text.headerValue) }
        }
        return headers
    }

    /// The arguments that a schema wants repeated. Throws for a schema that wants it where the protocol forbids it: its
    /// tool must not be called.
    static func arguments(in schema: JSON) throws(MCPError) -> [MirroredArgument] {
        var found: [MirroredArgument] = []
        var open: [(path: [String]?, schema: JSON)] = [([], schema)]
        while let (path, schema) = open.popLast() {
            guard let members = schema.object else { continue }
            if let token = members["x-mcp-header"] {
                guard let path, !path.isEmpty else { throw refusal("stands where no argument is") }
                guard let token = token.string, token.isToken else { throw refusal("is no name of a header") }
                guard ["string", "integer", "boolean"].contains(members["type"]) else {
                    throw refusal("is of an argument that is no text, whole number or boolean")
                }
                guard !found.contains(where: { $0.token.lowercased() == token.lowercased() }) else {
                    throw refusal("'\(token.prefix(40))' is there twice")
                }
                found.append(MirroredArgument(path: path, token: token))
            }
            for (key, value) in members {
                if key == "properties" {
                    for (name, inner) in value.object ?? [:] { open.append((path.map { $0 + [name] }, inner)) }
                } else if single.contains(key) {
                    open.append((nil, value))
                } else if lists.contains(key) {
                    for inner in value.array ?? [] { open.append((nil, inner)) }
                } else if maps.contains(key) {
                    for inner in value.object?.values ?? [] { open.append((nil, inner)) }
                }
            }
        }
        return found
    }

    private static func refusal(_ words: String) -> MCPError { MCPError(.invalidAnswer, "x-mcp-header \(words)") }

    /// The keywords of JSON Schema that hold a schema, several in a list, several by name.
    private static let single: Set = [
        "items", "contains", "unevaluatedItems", "additionalProperties", "propertyNames", "unevaluatedProperties",
        "not",
        "if", "then", "else", "contentSchema",
    ]
    private static let lists: Set = ["allOf", "anyOf", "oneOf", "prefixItems"]
    private static let maps: Set = ["patternProperties", "dependentSchemas", "$defs", "definitions"]
}

extension String {
    /// The text as the value of a header: in base64, by the protocol's own rule, where it would not survive otherwise.
    var headerValue: String {
        let isPlain = utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && first != " " && last != " "
        let looksEncoded = hasPrefix("=?base64?") && hasSuffix("?=")
        return isPlain && !looksEncoded ? self : "=?base64?\(Data(utf8).base64EncodedString())?="
    }

    /// Whether the text may be a header's name.
    fileprivate var isToken: Bool {
        !isEmpty
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"): true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }
}
