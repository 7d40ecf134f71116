/// A type that says of its members what their types cannot: what they mean, and which values they may have.
///
/// ```swift
/// struct Weather: Decodable, SchemaDescribing {
///     var city: String
///     var degrees: Double
///
///     static let schemaHints: SchemaHints = [
///         "city": "The city's English name",
///         "degrees": .hint("Degrees Celsius", range: -90...60),
///     ]
/// }
/// ```
public protocol SchemaDescribing {
    /// What is said of the members, by their names in JSON.
    static var schemaHints: SchemaHints { get }
}

/// A type whose schema cannot be found by looking at it, and which therefore gives it.
public protocol SchemaProviding: Decodable {
    /// The JSON Schema of its values.
    static var schema: JSON { get }
    /// A value that fits, for types that hold this one.
    static var example: JSON { get }
}

/// What is said of a type and its members.
public struct SchemaHints: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    /// What the type is for.
    public var description: String?
    /// What is said of the members.
    public var members: [String: SchemaHint]

    /// Makes hints.
    public init(_ description: String? = nil, members: [String: SchemaHint] = [:]) {
        self.description = description
        self.members = members
    }

    /// Makes hints of members from a literal; a name given twice counts with what is said last.
    public init(dictionaryLiteral elements: (String, SchemaHint)...) {
        self.init(members: Dictionary(elements) { $1 })
    }
}

/// What is said of one member.
public struct SchemaHint: Sendable, Hashable, ExpressibleByStringLiteral {
    /// Keywords of JSON Schema, added to those that follow from the type.
    public var keywords: JSONObject
    /// The words that a text may be, where its type is an enum that does not list them.
    var choices: [String] { keywords["enum"]?.array?.compactMap(\.string) ?? [] }

    /// Makes a hint of keywords of JSON Schema.
    public init(keywords: JSONObject) { self.keywords = keywords }

    /// Makes a description from a literal.
    public init(stringLiteral value: String) { self.init(keywords: ["description": .string(value)]) }

    /// Says what a member means and which values it may have.
    /// - Parameters:
    ///   - description: what it means.
    ///   - range: the least and the greatest number.
    ///   - count: how many elements a list may have.
    ///   - length: how many characters a text may have.
    ///   - pattern: the regular expression of a text.
    ///   - format: the format of a text, `email` for instance.
    ///   - choices: the words that a text may be.
    public static func hint(
        _ description: String? = nil, range: ClosedRange<Double>? = nil, count: ClosedRange<Int>? = nil,
        length: ClosedRange<Int>? = nil, pattern: String? = nil, format: String? = nil, choices: [String]? = nil
    ) -> SchemaHint {
        var keywords: JSONObject = [:]
        keywords["description"] = description.map(JSON.string)
        keywords["minimum"] = range.map { .number(JSONNumber($0.lowerBound)) }
        keywords["maximum"] = range.map { .number(JSONNumber($0.upperBound)) }
        keywords["minItems"] = count.map { .number($0.lowerBound) }
        keywords["maxItems"] = count.map { .number($0.upperBound) }
        keywords["minLength"] = length.map { .number($0.lowerBound) }
        keywords["maxLength"] = length.map { .number($0.upperBound) }
        keywords["pattern"] = pattern.map(JSON.string)
        keywords["format"] = format.map(JSON.string)
        keywords["enum"] = choices.map { .array($0.map(JSON.string)) }
        return SchemaHint(keywords: keywords)
    }
}
